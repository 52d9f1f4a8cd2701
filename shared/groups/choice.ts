// Members say which theme they would rather work on, so that tables can be made by theme (GR2). It is an organisational preference, not a
// vote: facilitators may see it while it is open, member by member, and nobody else ever does. One answer per member and round, in the box
// `groups.choice.{round}`, editable until the close; the boxes are sealed when the session closes.
import { z } from 'zod';
import type { BoxReading } from '../kernel/box.ts';
import { themeIdSchema } from '../kernel/ids.ts';
import type { MemberId, ThemeId } from '../kernel/ids.ts';
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { GroupsFact } from './events.ts';
import { boxOf, themeOf } from './state.ts';
import type { GroupsState } from './state.ts';
import type { Ctx, Done, Of } from './tables.ts';

const bodySchema = z.strictObject({ first: themeIdSchema, second: themeIdSchema.nullable() });
export interface Preference {
  readonly first: ThemeId;
  readonly second: ThemeId | null;
  readonly edit: number;
}
/** What a member would rather, if they said so. */
export const preferenceOf = (box: BoxReading, round: number, member: MemberId): Preference | null => {
  const entry = box.of(boxOf(round), member);
  const body = entry ? bodySchema.safeParse(entry.body) : null;
  return entry && body?.success ? { ...body.data, edit: entry.edit } : null;
};

/** How many answered, of how many: those present, and those who answered and have left since. */
export const countOf = (state: GroupsState, round: number, box: BoxReading): { readonly answered: number; readonly base: number } => {
  const answered = box.count(boxOf(round));
  let here = 0;
  for (const member of state.present.keys()) if (box.of(boxOf(round), member)) here += 1;
  return { answered, base: state.present.size + answered - here };
};

export const openChoice = ({ round }: Of<'groups.openChoice'>, state: GroupsState): Done => {
  const { choice, tables } = state;
  if (round !== tables.round) return refuse('groups.otherRound', { round: tables.round });
  if (choice?.round === round && choice.state === 'open') return nothing;
  if (state.phase !== 'live') return refuse('groups.notRunning');
  if (state.seating.mode === 'groups') return refuse('groups.recallFirst');
  if (tables.themes.length < 2) return refuse('groups.fewThemes');
  return facts<GroupsFact>({ type: 'groups.choiceOpened', v: 1, round });
};

export const choose = ({ round, first, second, edit }: Of<'groups.choose'>, state: GroupsState, ctx: Ctx): Done => {
  const { actor } = ctx;
  if (actor.role !== 'member') return refuse('kernel.notYours');
  const { choice } = state;
  const before = preferenceOf(ctx.box, round, actor.member);
  const same = before?.first === first && before.second === second;
  // Sent again because "received" was not heard: it is in the box, also when the choice has closed meanwhile (K3).
  if (before?.edit === edit) return same ? nothing : refuse('groups.answeredElsewhere');
  if (choice?.round !== round) return refuse('groups.choiceNotOpen');
  if (choice.state === 'closed')
    return { ...refuse('groups.choiceOver', { closedAt: choice.at }), late: { box: boxOf(round), voter: actor.member } };
  if (!state.present.has(actor.member)) return refuse('groups.notPresent');
  if (!themeOf(state, first) || (second !== null && !themeOf(state, second))) return refuse('groups.unknownTheme');
  if (first === second) return refuse('groups.sameTheme');
  if (before && before.edit > edit) return nothing;
  return { kind: 'answer', box: boxOf(round), voter: actor.member, edit, body: { first, second } };
};

/** The fact that closes an open choice; null when none is open. */
export const closed = (state: GroupsState, ctx: Ctx): GroupsFact | null =>
  state.choice?.state === 'open'
    ? { type: 'groups.choiceClosed', v: 1, round: state.choice.round, ...countOf(state, state.choice.round, ctx.box) }
    : null;
export const closeChoice = ({ round }: Of<'groups.closeChoice'>, state: GroupsState, ctx: Ctx): Done => {
  const fact = state.choice?.round === round ? closed(state, ctx) : null;
  return fact ? facts<GroupsFact>(fact) : nothing;
};
