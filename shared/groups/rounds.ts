// To the tables and back (GR1, GR4): split, recall, more time for one table, the card of instructions.
// Each names its round, so that two facilitators who press together go one step; the time of all tables is the block's and the agenda's.
import { canonical } from '../kernel/canonical.ts';
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { GroupId } from '../kernel/ids.ts';
import { closed } from './choice.ts';
import type { GroupsFact } from './events.ts';
import { groupLimits } from './limits.ts';
import { ownOf, tableOf, whoSatWhere } from './state.ts';
import type { GroupsState } from './state.ts';
import type { Ctx, Done, Of } from './tables.ts';

export const split = ({ round, block }: Of<'groups.split'>, state: GroupsState, ctx: Ctx): Done => {
  const { seating, tables, report } = state;
  if (round < tables.round || (round === tables.round && seating.mode === 'groups')) return nothing;
  if (round > tables.round) return refuse('groups.otherRound', { round: tables.round });
  if (state.phase !== 'live') return refuse('groups.notRunning');
  if (tables.groups.length === 0) return refuse('groups.noTables');
  if (seating.groupOf.size === 0) return refuse('groups.nobodySeated');
  const choice = closed(state, ctx);
  // Nobody tells an empty plenary, and nobody chooses a theme at a table that has begun.
  return facts<GroupsFact>(
    ...(report.now ? [{ type: 'groups.reportEnded', v: 1, group: report.now.group } as const] : []),
    ...(choice ? [choice] : []),
    { type: 'groups.split', v: 1, round, block },
  );
};

const back = (state: GroupsState, why: 'recall' | 'close'): Done =>
  facts<GroupsFact>({ type: 'groups.recalled', v: 1, round: state.tables.round, seating: whoSatWhere(state), why });
export const recall = ({ round }: Of<'groups.recall'>, state: GroupsState): Done => {
  if (round > state.tables.round) return refuse('groups.otherRound', { round: state.tables.round });
  return state.seating.mode === 'groups' && round === state.tables.round ? back(state, 'recall') : nothing;
};
export const recallWithSession = (state: GroupsState): Done => (state.seating.mode === 'groups' ? back(state, 'close') : nothing);

/** Time given to a table, never beyond what a table may have nor below none; null: it would change nothing. */
export const given = (state: GroupsState, group: GroupId, sec: number): GroupsFact | null => {
  const { extraSec } = ownOf(state, group);
  const to = Math.min(groupLimits.extraSecMax, Math.max(0, extraSec + sec));
  return to === extraSec ? null : { type: 'groups.timeGiven', v: 1, group, sec: to - extraSec, extraSec: to };
};
export const giveTime = ({ group, sec }: Of<'groups.giveTime'>, state: GroupsState): Done => {
  if (!tableOf(state, group)) return refuse('groups.unknownTable');
  if (state.seating.mode === 'plenary') return refuse('groups.notAtTables');
  const fact = given(state, group, sec);
  if (fact) return facts<GroupsFact>(fact);
  return sec > 0 ? refuse('groups.timeFull', { minutes: groupLimits.extraSecMax / 60 }) : nothing;
};

export const setCard = ({ group, card }: Of<'groups.setCard'>, state: GroupsState): Done => {
  if (group !== null && !tableOf(state, group)) return refuse('groups.unknownTable');
  const now = group === null ? state.card : ownOf(state, group).card;
  return canonical(now) === canonical(card) ? nothing : facts<GroupsFact>({ type: 'groups.cardSet', v: 1, group, card });
};
