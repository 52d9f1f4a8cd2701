// Which tables there are and who sits where (GR2, GR3): the plan, what a balanced assignment looks at, the assignment itself, moves,
// late arrivals, a table that takes somebody in. Facilitators drive; a table facilitator takes in people at the own table only.
// The proposal is made on the console from attributes; here it is checked: every table known, nobody twice, only who belongs.
import { canonical } from '../kernel/canonical.ts';
import type { GroupId, MemberId } from '../kernel/ids.ts';
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { Context, Outcome } from '../kernel/room.ts';
import type { RosterReads } from '../roster/events.ts';
import { pairKey, placeLate } from './allocation.ts';
import type { Person } from './allocation.ts';
import type { GroupsCommand } from './commands.ts';
import type { GroupsFact, Mix, SeatingRows } from './events.ts';
import { groupOf, numberOf, peopleOf, seatedAt, tableOf } from './state.ts';
import type { GroupsState } from './state.ts';

export type Ctx = Context<RosterReads>;
export type Of<Type extends GroupsCommand['type']> = Extract<GroupsCommand, { type: Type }>;
export type Done = Outcome<GroupsFact>;

const firstTwice = <Value>(list: readonly Value[]): Value | undefined => list.find((each, i) => list.indexOf(each) !== i);

export const plan = ({ themes, groups }: Of<'groups.plan'>, state: GroupsState): Done => {
  if (firstTwice([...themes.map(({ id }) => String(id)), ...groups.map(({ id }) => String(id))]) !== undefined)
    return refuse('groups.idTwice');
  const number = firstTwice(groups.map((group) => group.number));
  if (number !== undefined) return refuse('groups.numberTwice', { number });
  if (groups.some(({ theme }) => theme !== null && !themes.some(({ id }) => id === theme))) return refuse('groups.unknownTheme');
  if (state.seating.mode === 'groups') {
    const gone = state.tables.groups.filter(({ id }) => !groups.some((group) => group.id === id));
    const used = gone.find(({ id }) => seatedAt(state, id).length > 0);
    if (used) return refuse('groups.tableInUse', { number: used.number });
  }
  const { tables } = state;
  if (canonical({ themes, groups }) === canonical({ themes: tables.themes, groups: tables.groups })) return nothing;
  return facts<GroupsFact>({ type: 'groups.planned', v: 1, themes, groups });
};

export const setMix = ({ mix }: Of<'groups.setMix'>, state: GroupsState): Done => {
  if ([...mix.together, ...mix.apart].some(([a, b]) => a === b)) return refuse('groups.pinOneself');
  const together = new Set(mix.together.map(([a, b]) => pairKey(a, b)));
  if (mix.apart.some(([a, b]) => together.has(pairKey(a, b)))) return refuse('groups.pinsOppose');
  return canonical(mix) === canonical(state.mix) ? nothing : facts<GroupsFact>({ type: 'groups.mixSet', v: 1, mix });
};

/** The same people at the same tables, in whatever order they are named. */
const sameSeating = (state: GroupsState, seating: SeatingRows): boolean => {
  const wished = new Map(seating.flatMap(({ group, members }) => members.map((member) => [member, group] as const)));
  const sits = (now: ReadonlyMap<MemberId, GroupId>) =>
    now.size === wished.size && [...wished].every(([member, group]) => now.get(member) === group);
  return sits(state.seating.groupOf) && sits(state.tables.assigned);
};

export const assign = ({ round, how, seating }: Of<'groups.assign'>, state: GroupsState, ctx: Ctx): Done => {
  const { tables } = state;
  if (round !== tables.round) return refuse('groups.otherRound', { round: tables.round });
  if (seating.some(({ group }) => !tableOf(state, group))) return refuse('groups.unknownTable');
  const tableTwice = firstTwice(seating.map(({ group }) => group));
  if (tableTwice !== undefined) return refuse('groups.tableTwice', { number: numberOf(state, tableTwice) });
  const people = peopleOf(state, ctx.assembly);
  const placed = new Set<MemberId>();
  for (const member of seating.flatMap(({ members }) => members)) {
    const seat = people.get(member);
    if (seat === undefined) return refuse('groups.notOnRoll');
    if (placed.has(member)) return refuse('groups.seatTwice', { seat });
    placed.add(member);
  }
  if (tables.seatedFor === round && sameSeating(state, seating) && tables.how && canonical(how) === canonical(tables.how)) return nothing;
  const assigned = { type: 'groups.assigned', v: 1, round, how, seating } as const;
  return facts<GroupsFact>(state.seating.mode === 'groups' ? { ...assigned, reshuffled: true } : assigned);
};

export const move = ({ member, from, to }: Of<'groups.move'>, state: GroupsState, ctx: Ctx): Done => {
  const seat = peopleOf(state, ctx.assembly).get(member);
  if (seat === undefined) return refuse('groups.notOnRoll');
  if (to !== null && !tableOf(state, to)) return refuse('groups.unknownTable');
  const now = groupOf(state, member);
  if (now === to) return nothing;
  if (now !== from) return refuse('groups.movedMeanwhile', { seat, number: now === null ? '–' : numberOf(state, now) });
  return facts<GroupsFact>({ type: 'groups.moved', v: 1, member, seat, from, to, why: 'hand' });
};

/** Pairs who sat at one table in the rounds that are over. */
const metBefore = (state: GroupsState): ReadonlySet<string> => {
  const met = new Set<string>();
  for (const { seating } of state.tables.past)
    for (const { members } of seating)
      members.forEach((a, i) => {
        for (const b of members.slice(i + 1)) met.add(pairKey(a, b));
      });
  return met;
};
/** Who comes late is placed only when somebody has said who sits where in this round. */
export const placesLate = ({ seating, tables }: GroupsState): boolean => seating.mode === 'groups' || tables.seatedFor === tables.round;

/** The kernel's own: somebody came and has no table. They go where they change least; why there is not in the fact, it would tell who they are. */
export const late = ({ member }: Of<'groups.placeLate'>, state: GroupsState, ctx: Ctx): Done => {
  const here = state.present.get(member);
  if (!here || groupOf(state, member) !== null || !placesLate(state)) return nothing;
  const person = (one: MemberId): Person => ({ member: one, attributes: ctx.people.get(one)?.attributes ?? {} });
  // At work a table is who is there; before, those who were assigned to it and may still come.
  const counts = (one: MemberId) => state.seating.mode === 'plenary' || state.present.has(one);
  const tables = state.tables.groups.map(({ id }) => ({ group: id, people: seatedAt(state, id).filter(counts).map(person) }));
  const criteria: Mix = state.mix;
  const to = placeLate(person(member), tables, criteria, metBefore(state));
  if (to === null) return nothing;
  return facts<GroupsFact>({ type: 'groups.moved', v: 1, member, seat: here.seat, from: null, to, why: 'late' });
};

const label = (seat: string): string => seat.trim().toLowerCase();
/** A table takes in the person of this seat: who is present on it before who merely belongs to it. */
export const welcome = (command: Of<'groups.welcome'>, state: GroupsState, ctx: Ctx): Done => {
  const { actor } = ctx;
  if (actor.role !== 'table') return refuse('kernel.notYours');
  if (!tableOf(state, actor.group)) return refuse('groups.unknownTable');
  if (state.seating.mode === 'plenary') return refuse('groups.notAtTables');
  const wished = label(command.seat);
  const present = [...state.present].find(([, { seat }]) => label(seat) === wished)?.[0];
  const found = [...peopleOf(state, ctx.assembly)].find(([member, seat]) =>
    present === undefined ? label(seat) === wished : member === present,
  );
  if (!found) return refuse('groups.unknownSeat', { seat: command.seat.trim() });
  const [member, seat] = found;
  const from = groupOf(state, member);
  return from === actor.group
    ? nothing
    : facts<GroupsFact>({ type: 'groups.moved', v: 1, member, seat, from, to: actor.group, why: 'table' });
};
