// Who has spoken how long today, plenary and tables together, for those who lead only (FL1): in bands, never a person; by attribute only where
// every value that is here has at least five people here and five who spoke. Attributes are read here and kept nowhere.
import type { People } from '../kernel/room.ts';
import type { MemberId } from '../kernel/ids.ts';
import { bandsSec, smallestCell } from './limits.ts';
import type { TotalsRows } from './shown.ts';
import type { FloorState, Spoken } from './state.ts';

/** One person's turns, on all floors. */
const sumsOf = ({ spoken }: FloorState): ReadonlyMap<MemberId, Spoken> => {
  const sums = new Map<MemberId, Spoken>();
  for (const people of spoken.values())
    for (const [member, { ms, turns }] of people) {
      const before = sums.get(member);
      sums.set(member, { ms: (before?.ms ?? 0) + ms, turns: (before?.turns ?? 0) + turns });
    }
  return sums;
};

interface Cell {
  people: number;
  spoke: number;
  ms: number;
}
type Split = ReadonlyMap<string, Cell>;
const splitBy = (attribute: string, here: readonly MemberId[], sums: ReadonlyMap<MemberId, Spoken>, people: People): Split => {
  const cells = new Map<string, Cell>();
  for (const member of here) {
    const value = people.get(member)?.attributes[attribute] ?? '';
    const cell = cells.get(value) ?? { people: 0, spoke: 0, ms: 0 };
    cells.set(value, cell);
    const said = sums.get(member);
    cell.people += 1;
    if (said && said.turns > 0) cell.spoke += 1;
    cell.ms += said?.ms ?? 0;
  }
  return cells;
};
const isLarge = (cells: Split): boolean =>
  [...cells.values()].every(({ people, spoke }) => people >= smallestCell && spoke >= smallestCell);
const rowsOf = (cells: Split): TotalsRows['by'][number]['rows'] => {
  const all = [...cells.values()].reduce((sum, { ms }) => sum + ms, 0);
  const rows = [...cells].map(([value, { people, spoke, ms }]) => ({
    value,
    people,
    spoke,
    timePercent: all === 0 ? 0 : Math.round((ms * 100) / all),
  }));
  return rows.sort((a, b) => (a.value < b.value ? -1 : 1));
};

export const totalsOf = (state: FloorState, people: People): TotalsRows => {
  const here = [...state.present.keys()];
  const sums = sumsOf(state);
  const ends: readonly (number | null)[] = [...bandsSec, null];
  const bandOf = (member: MemberId): number => {
    const said = sums.get(member);
    // Whoever had the floor for less than a moment has spoken all the same.
    if (!said || said.turns === 0) return 0;
    return ends.findIndex((end, at) => at > 0 && (end === null || said.ms <= end * 1000));
  };
  const bands = here.map(bandOf);
  const attributes = [...new Set(here.flatMap((member) => Object.keys(people.get(member)?.attributes ?? {})))].sort();
  const splits = attributes.map((attribute) => ({ attribute, cells: splitBy(attribute, here, sums, people) }));
  return {
    bands: ends.map((toSec, at) => ({ toSec, people: bands.filter((band) => band === at).length })),
    people: here.length,
    spoke: here.filter((member) => (sums.get(member)?.turns ?? 0) > 0).length,
    by: splits.flatMap(({ attribute, cells }) => (isLarge(cells) ? [{ attribute, rows: rowsOf(cells) }] : [])),
    withheld: splits.flatMap(({ attribute, cells }) => (isLarge(cells) ? [] : [attribute])),
  };
};
