// A seating while it is prepared: who sits where, counted and moved. Pure: the page only draws it.
import type { How, Mix, SeatingRows } from '../../shared/groups/events.ts';
import type { GroupRow, SeatingRow } from '../../shared/groups/shown.ts';
import type { GroupId, MemberId } from '../../shared/kernel/ids.ts';

/** Somebody of the roll, with what the mix may look at. Attributes stay on this page: no fact ever carries one. */
export interface AssignPerson {
  readonly member: MemberId;
  readonly attributes: Readonly<Record<string, string>>;
}
export type Seats = ReadonlyMap<MemberId, GroupId>;
export type Who = 'here' | 'all';
/** Those to be given a table: everybody here, or the whole roll before the doors open. */
export const whoOf = (seating: readonly SeatingRow[], who: Who): readonly SeatingRow[] =>
  seating.filter(({ here }) => who === 'all' || here);
export const assignedSeats = (seating: readonly SeatingRow[]): Seats =>
  new Map(seating.flatMap(({ member, assigned }) => (assigned === null ? [] : [[member, assigned] as const])));
export const seatsOf = (rows: readonly { readonly group: GroupId; readonly members: readonly MemberId[] }[]): Seats =>
  new Map(rows.flatMap(({ group, members }) => members.map((member) => [member, group] as const)));
/** A row for each table, in the order of the tables, of those who are to be given one. */
export const rowsOf = (
  seats: Seats,
  groups: readonly Pick<GroupRow, 'group'>[],
  people: readonly { readonly member: MemberId }[],
): SeatingRows =>
  groups.map(({ group }) => ({ group, members: people.flatMap(({ member }) => (seats.get(member) === group ? [member] : [])) }));
export const withSeat = (seats: Seats, member: MemberId, group: GroupId | null): Seats => {
  const next = new Map(seats);
  if (group === null) next.delete(member);
  else next.set(member, group);
  return next;
};
export const sameSeats = (a: Seats, b: Seats): boolean => a.size === b.size && [...a].every(([member, group]) => b.get(member) === group);
export const sameMix = (a: Mix, b: Mix): boolean => JSON.stringify(a) === JSON.stringify(b);

/** How many of each value sit at a table, the most first: "4 donna, 4 uomo". */
export const valuesAt = (
  members: readonly MemberId[],
  attribute: string,
  attributesOf: ReadonlyMap<MemberId, Readonly<Record<string, string>>>,
): readonly { readonly value: string; readonly n: number }[] => {
  const counts = new Map<string, number>();
  for (const member of members) {
    const value = attributesOf.get(member)?.[attribute] ?? '';
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, n]) => ({ value, n })).sort((a, b) => b.n - a.n || a.value.localeCompare(b.value));
};
/** What was proposed, changed by hand, was made by hand: the seed would not make it again. */
export const howNow = (proposed: How | null, changed: boolean): How => (proposed === null || changed ? { by: 'hand' } : proposed);
