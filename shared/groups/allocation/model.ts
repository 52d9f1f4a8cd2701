// The wish as numbers in flat arrays, which is what makes a swap cheap to weigh: people and tables become indexes, each value of each attribute
// a column, companions and pins one table of weights between two people.
import type { GroupId, MemberId, ThemeId } from '../../kernel/ids.ts';
import { costOfCell, costs, metWeight } from './cost.ts';
import { pinsHere } from './pins.ts';
import { lookedAt, valueOf } from './wish.ts';
import type { AllocationWish, Criteria, Person, Rounds } from './wish.ts';

export interface Model {
  /** Sorted by id, each once: the order of the list asked must not matter. */
  readonly people: readonly Person[];
  readonly groups: readonly GroupId[];
  /** Table where a person is kept, -1 for those who are placed. */
  readonly fixed: Int32Array;
  /** People at each table once everybody sits, without the one more that `mayGrow` tables may have: `extra` of them have it. */
  readonly base: Int32Array;
  readonly mayGrow: Uint8Array;
  readonly extra: number;
  readonly attributes: number;
  /** people × attributes: the column of the value. */
  readonly column: Int32Array;
  readonly columns: number;
  /** Cost of `count` people of a column at a table: prices[sizeAt[table * 2 + extra] + offset[column] + count]. */
  readonly prices: Float64Array;
  readonly sizeAt: Int32Array;
  readonly offset: Int32Array;
  /** Attributes flagged never-alone, by index. */
  readonly paired: readonly number[];
  /** people × people: the cost of sitting together; null when nobody has met and nothing is pinned. */
  readonly between: Int32Array | null;
  /** people × tables: the cost of the theme; null when it is not asked. */
  readonly wanted: Int32Array | null;
  /** People bound together, of more than one, by index; and the block of each person, -1 for none. */
  readonly blocks: readonly (readonly number[])[];
  readonly blockOf: Int32Array;
}

/** Even sizes: the free people fill the emptiest tables first; those kept somewhere may leave a table fuller than the others. */
const evenSizes = (kept: readonly number[], free: number): Pick<Model, 'base' | 'mayGrow' | 'extra'> => {
  let level = 0;
  const toFill = (upTo: number): number => kept.reduce((sum, there) => sum + Math.max(0, upTo - there), 0);
  while (kept.length > 0 && toFill(level + 1) <= free) level++;
  return {
    base: Int32Array.from(kept, (there) => Math.max(there, level)),
    mayGrow: Uint8Array.from(kept, (there) => (there <= level ? 1 : 0)),
    extra: kept.length === 0 ? 0 : free - toFill(level),
  };
};

const tabulated = (people: readonly Person[], criteria: Criteria, sizes: Pick<Model, 'base' | 'mayGrow'>) => {
  const names = lookedAt(criteria);
  const column = new Int32Array(people.length * names.length);
  const all: { of: number; readonly bounded: boolean; readonly paired: boolean }[] = [];
  names.forEach((name, a) => {
    const paired = criteria.neverAlone.includes(name);
    const seen = new Map<string, number>();
    people.forEach((person, i) => {
      const value = valueOf(person, name);
      const at = seen.get(value) ?? all.length;
      const cell = all[at] ?? { of: 0, bounded: !paired, paired: paired && value !== '' };
      cell.of++;
      if (!seen.has(value)) all.push(cell);
      seen.set(value, at);
      column[i * names.length + a] = at;
    });
  });
  const possible = [...sizes.base].flatMap((size, t) => (sizes.mayGrow[t] === 1 ? [size, size + 1] : [size]));
  const distinct = [...new Set(possible)];
  const largest = Math.max(0, ...distinct);
  const offset = new Int32Array(all.length);
  let width = 0;
  all.forEach(({ of }, v) => {
    offset[v] = width;
    width += Math.min(of, largest) + 2;
  });
  const prices = new Float64Array(width * distinct.length);
  distinct.forEach((size, s) => {
    all.forEach(({ of, bounded, paired }, v) => {
      for (let count = 0; count <= Math.min(of, largest) + 1; count++)
        prices[s * width + (offset[v] ?? 0) + count] = costOfCell(count, size, of, people.length, { bounded, paired });
    });
  });
  const sizeAt = Int32Array.from({ length: sizes.base.length * 2 }, (_, i) => {
    const size = (sizes.base[i >> 1] ?? 0) + (i & 1);
    return Math.max(0, distinct.indexOf(size)) * width;
  });
  return {
    attributes: names.length,
    column,
    columns: all.length,
    prices,
    sizeAt,
    offset,
    paired: names.flatMap((name, a) => (criteria.neverAlone.includes(name) ? [a] : [])),
  };
};

export const modelOf = (wish: AllocationWish): Model => {
  const people = [...new Map(wish.people.map((person) => [person.member, person])).values()].sort((a, b) =>
    a.member < b.member ? -1 : a.member > b.member ? 1 : 0,
  );
  const index = new Map<MemberId, number>(people.map(({ member }, i) => [member, i]));
  const groups = wish.tables.map(({ group }) => group);
  const fixed = Int32Array.from(people, ({ member }) => {
    const group = wish.fixed.get(member);
    return group === undefined ? -1 : groups.indexOf(group);
  });
  const kept = groups.map((_, t) => fixed.reduce((sum, at) => sum + (at === t ? 1 : 0), 0));
  const sizes = evenSizes(kept, fixed.filter((at) => at === -1).length);
  const n = people.length;

  const between = new Int32Array(n * n);
  const link = (a: number, b: number, cost: number): void => {
    between[a * n + b] = (between[a * n + b] ?? 0) + cost;
    between[b * n + a] = (between[b * n + a] ?? 0) + cost;
  };
  const remember = (rounds: Rounds, cost: number): void => {
    const times = new Map<number, number>();
    for (const table of rounds.flat()) {
      const here = [...new Set(table.flatMap((member) => index.get(member) ?? []))];
      for (const a of here) for (const b of here) if (a < b) times.set(a * n + b, (times.get(a * n + b) ?? 0) + 1);
    }
    for (const [key, met] of times) link(Math.floor(key / n), key % n, metWeight(met) * cost);
  };
  remember(wish.past, costs.metToday);
  remember(wish.olderPast, costs.metBefore);
  const pins = pinsHere(people, wish.criteria);
  for (const [a, b] of pins.together) link(index.get(a) ?? 0, index.get(b) ?? 0, -costs.pin);
  for (const [a, b] of pins.apart) link(index.get(a) ?? 0, index.get(b) ?? 0, costs.pin);

  const { preferences } = wish;
  const priceOf = (member: MemberId, theme: ThemeId | null): number => {
    const choice = preferences?.get(member);
    if (!choice || theme === choice.first) return 0;
    return theme !== null && theme === choice.second ? costs.second : costs.neither;
  };
  const wanted =
    preferences === null ? null : Int32Array.from(people.flatMap(({ member }) => wish.tables.map(({ theme }) => priceOf(member, theme))));

  const blocks = pins.blocks.filter((block) => block.length > 1).map((block) => block.flatMap((member) => index.get(member) ?? []));
  const blockOf = new Int32Array(n).fill(-1);
  blocks.forEach((block, at) => {
    for (const person of block) blockOf[person] = at;
  });
  return {
    people,
    groups,
    fixed,
    ...sizes,
    ...tabulated(people, wish.criteria, sizes),
    between: between.some((cost) => cost !== 0) ? between : null,
    wanted,
    blocks,
    blockOf,
  };
};
