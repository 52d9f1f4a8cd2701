// What a table says to the plenary: it calls for help (GR5), names who speaks for it, and tells what it has found, one table after the other.
// A table facilitator calls for, and speaks of, the own table only; facilitators answer, and lead the line.
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { GroupsFact } from './events.ts';
import { given } from './rounds.ts';
import { belongsTo, numberOf, ownOf, peopleOf, speakerOf, tableOf, tellingRound } from './state.ts';
import type { GroupsState } from './state.ts';
import type { Ctx, Done, Of } from './tables.ts';
import { groupLimits } from './limits.ts';

/** What 'time' asks for. */
const askedSec = 300;

export const callHelp = ({ about, words }: Of<'groups.callHelp'>, state: GroupsState, ctx: Ctx): Done => {
  const { actor } = ctx;
  if (actor.role !== 'table') return refuse('kernel.notYours');
  if (!tableOf(state, actor.group)) return refuse('groups.unknownTable');
  if (state.phase === 'draft') return refuse('groups.notRunning');
  if (about === 'other' && words === '') return refuse('groups.sayWhat');
  const { call } = ownOf(state, actor.group);
  if (call?.about === about && call.words === words) return nothing;
  return facts<GroupsFact>({ type: 'groups.helpCalled', v: 1, group: actor.group, about, words });
};

export const endHelp = ({ group, how }: Of<'groups.endHelp'>, state: GroupsState, ctx: Ctx): Done => {
  const { actor } = ctx;
  const byTable = actor.role === 'table';
  if (byTable && (actor.group !== group || how !== 'withdrawn')) return refuse('kernel.notYours');
  if (!byTable && how === 'withdrawn') return refuse('kernel.notYours');
  const { call } = ownOf(state, group);
  if (!call) return nothing;
  const ended: GroupsFact = { type: 'groups.helpEnded', v: 1, group, how, by: byTable ? 'table' : 'lead' };
  if (how !== 'given') return facts(ended);
  // Meanwhile the table may have called for something else: minutes would answer what it no longer asks.
  if (call.about !== 'time') return refuse('groups.callChanged', { number: numberOf(state, group) });
  if (state.seating.mode === 'plenary') return refuse('groups.notAtTables');
  const time = given(state, group, askedSec);
  return time ? facts(ended, time) : refuse('groups.timeFull', { minutes: groupLimits.extraSecMax / 60 });
};

export const setSpokesperson = ({ group, member }: Of<'groups.setSpokesperson'>, state: GroupsState, ctx: Ctx): Done => {
  const { actor } = ctx;
  if (actor.role === 'table' && actor.group !== group) return refuse('kernel.notYours');
  const table = tableOf(state, group);
  if (!table) return refuse('groups.unknownTable');
  if ((speakerOf(state, group)?.member ?? null) === member) return nothing;
  if (member === null) return facts<GroupsFact>({ type: 'groups.spokespersonSet', v: 1, group, member: null, seat: null });
  const seat = peopleOf(state, ctx.assembly).get(member);
  if (seat === undefined || !belongsTo(state, group, member)) return refuse('groups.notAtThisTable', { number: table.number });
  return facts<GroupsFact>({ type: 'groups.spokespersonSet', v: 1, group, member, seat });
};

/**
 * The order is who still has to tell, the one who tells now among them or not. A table in it that has told tells again (it may have been
 * passed over by a double press); a table that is left out has told if it had, and is not asked if it had not.
 */
export const queueReports = ({ order, sec }: Of<'groups.queueReports'>, state: GroupsState): Done => {
  if (order.some((group) => !tableOf(state, group))) return refuse('groups.unknownTable');
  const twice = order.find((group, i) => order.indexOf(group) !== i);
  if (twice !== undefined) return refuse('groups.tableTwice', { number: numberOf(state, twice) });
  const { report } = state;
  const again = order.some((group) => report.done.includes(group));
  if (report.round === tellingRound(state) && report.sec === sec && report.order.join() === order.join() && !again) return nothing;
  return facts<GroupsFact>({ type: 'groups.reportQueued', v: 1, order, sec });
};

export const report = ({ from, to }: Of<'groups.report'>, state: GroupsState, ctx: Ctx): Done => {
  const now = state.report.now?.group ?? null;
  if (now === to) return nothing;
  if (to !== null && !tableOf(state, to)) return refuse('groups.unknownTable');
  if (now !== from) return refuse('groups.reportElsewhere', { number: now === null ? '–' : numberOf(state, now) });
  if (to !== null && state.seating.mode === 'groups') return refuse('groups.recallFirst');
  if (to !== null && state.phase !== 'live') return refuse('groups.notRunning');
  if (to !== null && !state.report.order.includes(to)) return refuse('groups.notInLine', { number: numberOf(state, to) });
  if (to !== null) return facts<GroupsFact>({ type: 'groups.reportStarted', v: 1, group: to, endsAt: ctx.now + state.report.sec * 1000 });
  return from === null ? nothing : facts<GroupsFact>({ type: 'groups.reportEnded', v: 1, group: from });
};
