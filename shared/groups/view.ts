// What each audience reads of the tables, built from nothing. Who leads: every table in numbers, and by list who sits where.
// A table facilitator: the seats of the own table, with opaque ids, never a name or an attribute. A member: the own table and nobody at it.
// Screens: tables and how many are at them. Desk and audience read nothing of this room.
// Theme preferences are an organisational wish, not a vote: facilitators may see them, member by member, also while they are being asked.
import type { Actor } from '../kernel/audience.ts';
import type { GroupId, MemberId } from '../kernel/ids.ts';
import type { ViewContext } from '../kernel/room.ts';
import { say } from '../kernel/text.ts';
import type { Said, Text } from '../kernel/text.ts';
import type { RosterReads } from '../roster/events.ts';
import { countOf, preferenceOf } from './choice.ts';
import type { GroupPlan } from './events.ts';
import { listVersion } from './lists.ts';
import type {
  GroupAbout,
  GroupCall,
  GroupRow,
  GroupsDriverView,
  GroupsMemberMine,
  GroupsMemberView,
  GroupsReport,
  GroupsScreenView,
  GroupsTableMine,
  GroupsTableView,
} from './shown.ts';
import { belongsTo, groupOf, ownOf, peopleOf, speakerOf, tableOf, themeOf, waitingToTell } from './state.ts';
import type { GroupsState } from './state.ts';

type Ctx = ViewContext<RosterReads>;
const said = (text: Text | null, ctx: Ctx): Said | null => (text === null ? null : say(text, ctx.lang));

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
/**
 * What texts of tables may weigh in a common part (K5). With more, names and links of the last tables are null there and are in `groups.plan`;
 * of calls, those that have waited longest keep their words, the others their reason.
 */
const textBytes = { names: 2_000, calls: 1_000 } as const;
const budget = (left: number) => {
  const take = <Value>(value: Value): Value | null => {
    if (value === null) return null;
    left -= bytesOf(value);
    if (left >= 0) return value;
    left = 0;
    return null;
  };
  return take;
};

/** Its own name, or its theme's. */
const nameOf = (state: GroupsState, table: GroupPlan, ctx: Ctx): Said | null =>
  said(table.name ?? themeOf(state, table.theme)?.title ?? null, ctx);
const reportOf = ({ report: { order, sec, now, done } }: GroupsState): GroupsReport => ({ order, sec, now: now?.group ?? null, done });
const live = (ctx: Ctx, member: MemberId): boolean => (ctx.connections.members.get(member)?.connected ?? 0) > 0;

/** How many people each table has; who has left the roll and is not here any more is not counted. */
const countsOf = (state: GroupsState, ctx: Ctx) => {
  const people = peopleOf(state, ctx.assembly);
  const at = new Map(state.tables.groups.map(({ id }) => [id, { assigned: 0, seated: 0, present: 0, connected: 0 }]));
  let missing = 0;
  for (const [member, group] of state.tables.assigned) {
    const table = at.get(group);
    if (table && people.has(member)) table.assigned += 1;
  }
  for (const [member, group] of state.seating.groupOf) {
    const table = at.get(group);
    if (!table || !people.has(member)) continue;
    table.seated += 1;
    if (!state.present.has(member)) missing += 1;
    else {
      table.present += 1;
      if (live(ctx, member)) table.connected += 1;
    }
  }
  const placed = [...at.values()].reduce((sum, { present }) => sum + present, 0);
  return { at, missing, unplaced: state.present.size - placed };
};

const choiceOf = (state: GroupsState, ctx: Ctx): GroupsDriverView['choice'] => {
  const { choice } = state;
  if (choice?.round !== state.tables.round) return null;
  if (choice.state === 'closed') return { open: false, answered: choice.answered, of: choice.base };
  const { answered, base } = countOf(state, choice.round, ctx.box);
  return { open: true, answered, of: base };
};

const callsOf = (state: GroupsState): ReadonlyMap<GroupId, GroupCall> => {
  const take = budget(textBytes.calls);
  const calls = state.tables.groups.flatMap(({ id }) => {
    const { call } = ownOf(state, id);
    return call ? [{ id, call }] : [];
  });
  calls.sort((a, b) => a.call.at - b.call.at);
  return new Map(calls.map(({ id, call }) => [id, { ...call, words: take(call.words) ?? '' }]));
};

const driver = (state: GroupsState, ctx: Ctx): GroupsDriverView => {
  const { tables, seating, phase } = state;
  const { at, missing, unplaced } = countsOf(state, ctx);
  const apart = seating.mode === 'groups';
  const take = budget(textBytes.names);
  // Names before links, whatever the order of the fields: a table is called by its name.
  const names = new Map(tables.groups.map((table) => [table.id, take(nameOf(state, table, ctx))]));
  const calls = callsOf(state);
  const row = (table: GroupPlan): GroupRow => {
    const { extraSec } = ownOf(state, table.id);
    return {
      group: table.id,
      number: table.number,
      name: names.get(table.id) ?? null,
      ...(at.get(table.id) ?? { assigned: 0, seated: 0, present: 0, connected: 0 }),
      extraSec,
      call: calls.get(table.id) ?? null,
      spokesperson: speakerOf(state, table.id)?.seat ?? null,
      helpers: ctx.connections.tables.get(table.id) ?? 0,
      video: take(table.video),
    };
  };
  const open = phase !== 'over';
  const moving = phase === 'live' && !apart;
  return {
    mode: seating.mode,
    round: tables.round,
    rounds: tables.past.length,
    block: tables.split?.block ?? null,
    splitAt: tables.split?.at ?? null,
    groups: tables.groups.map(row),
    themes: tables.themes.map(({ id, title }) => ({ id, title: say(title, ctx.lang) })),
    how: tables.how,
    unplaced,
    missing,
    card: state.card,
    choice: choiceOf(state, ctx),
    report: reportOf(state),
    list: listVersion(state, ctx),
    may: {
      plan: open,
      assign: open && tables.groups.length > 0,
      split: moving && tables.groups.length > 0 && seating.groupOf.size > 0,
      recall: open && apart,
      choice: moving && tables.themes.length >= 2,
      report: moving && tables.groups.length > 0,
    },
  };
};

const member = (state: GroupsState, ctx: Ctx): GroupsMemberView => {
  const open = state.choice?.state === 'open' ? { round: state.choice.round } : null;
  return {
    mode: state.seating.mode,
    tables: state.tables.groups.length > 0,
    themes: open ? state.tables.themes.map(({ id, title }) => ({ id, title: say(title, ctx.lang) })) : [],
    choice: open,
  };
};

const aboutOf = (state: GroupsState, ctx: Ctx, group: GroupId | null, spokesperson: string | null): GroupAbout | null => {
  const table = group === null ? undefined : tableOf(state, group);
  if (!table) return null;
  const { extraSec, card } = ownOf(state, table.id);
  return {
    group: table.id,
    number: table.number,
    name: nameOf(state, table, ctx),
    question: said(table.question, ctx),
    video: table.video,
    card: said(card ?? state.card, ctx),
    extraSec,
    spokesperson,
  };
};

const memberMine = (state: GroupsState, ctx: Ctx, actor: Actor): GroupsMemberMine | null => {
  if (actor.role !== 'member') return null;
  const me = actor.member;
  const group = groupOf(state, me);
  const speaker = (of: GroupId) => {
    const speaks = speakerOf(state, of);
    return speaks?.member === me ? speaks : null;
  };
  // In plenary one may speak for the table of the round that has ended while the next one is already assigned.
  const speaksFor = state.tables.groups.find(({ id }) => belongsTo(state, id, me) && speaker(id) !== null)?.id ?? null;
  const place = speaksFor === null ? -1 : waitingToTell(state).indexOf(speaksFor);
  const preference = state.choice ? preferenceOf(ctx.box, state.choice.round, me) : null;
  return {
    about: aboutOf(state, ctx, group, group === null ? null : (speaker(group)?.seat ?? null)),
    speaks: speaksFor !== null,
    next: speaksFor === null ? null : state.report.now?.group === speaksFor ? 0 : place < 0 ? null : place + 1,
    choice: preference,
    may: { choose: state.phase !== 'over' && state.choice?.state === 'open' && state.present.has(me) },
  };
};

const table = (state: GroupsState): GroupsTableView => ({ mode: state.seating.mode });

/** Seats as people count them: 9 before 10, letters after. */
const bySeat = (a: { readonly seat: string }, b: { readonly seat: string }): number => {
  const [one, other] = [Number.parseInt(a.seat, 10), Number.parseInt(b.seat, 10)];
  if (!Number.isNaN(one) && !Number.isNaN(other) && one !== other) return one - other;
  return a.seat < b.seat ? -1 : a.seat > b.seat ? 1 : 0;
};
const tableMine = (state: GroupsState, ctx: Ctx, actor: Actor): GroupsTableMine | null => {
  if (actor.role !== 'table') return null;
  const { group } = actor;
  const there = tableOf(state, group) !== undefined;
  const people = peopleOf(state, ctx.assembly);
  const seats = [...state.seating.groupOf].flatMap(([one, at]) => {
    const seat = at === group ? people.get(one) : undefined;
    return seat === undefined ? [] : [{ member: one, seat, here: state.present.has(one), connected: live(ctx, one) }];
  });
  const open = there && state.phase !== 'over';
  return {
    about: aboutOf(state, ctx, group, speakerOf(state, group)?.seat ?? null),
    seats: seats.sort(bySeat),
    call: there ? ownOf(state, group).call : null,
    may: { callHelp: open && state.phase !== 'draft', welcome: open && state.seating.mode === 'groups', spokesperson: open },
  };
};

const screen = (state: GroupsState, ctx: Ctx): GroupsScreenView => {
  const { at } = countsOf(state, ctx);
  const take = budget(textBytes.names);
  return {
    mode: state.seating.mode,
    recalledAt: state.tables.past.at(-1)?.at ?? null,
    groups: state.tables.groups.map((one) => ({
      group: one.id,
      number: one.number,
      name: take(nameOf(state, one, ctx)),
      present: at.get(one.id)?.present ?? 0,
    })),
    card: said(state.card, ctx),
    report: reportOf(state),
  };
};

export const groupsViews = { organiser: driver, facilitator: driver, table, member, screen };
export const groupsMine = { table: tableMine, member: memberMine };
