// Somebody comes when the tables are made (GR2): everybody else stays, and the newcomer goes where that changes least. Pins outweigh all; a table
// that keeps sizes even comes before one that does not, unless the newcomer, or somebody, would be alone of their kind for it.
import type { GroupId } from '../../kernel/ids.ts';
import { costOfCell, costs } from './cost.ts';
import { lookedAt, pairKey, valueOf } from './wish.ts';
import type { Criteria, Person } from './wish.ts';

/** For a table that already has one more than the smallest: less than being alone. From two more on: more than that. */
const unevenOne = costs.alone * 0.6;

const tally = (people: readonly Person[], attribute: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const person of people) counts.set(valueOf(person, attribute), (counts.get(valueOf(person, attribute)) ?? 0) + 1);
  return counts;
};

/** Null when there is no table. `met`: pairs (pairKey) who have sat together. Equal tables: the first. */
export const placeLate = (
  who: Person,
  tables: readonly { readonly group: GroupId; readonly people: readonly Person[] }[],
  criteria: Criteria,
  met: ReadonlySet<string>,
): GroupId | null => {
  const elsewhere = tables.map(({ group, people }) => ({ group, people: people.filter(({ member }) => member !== who.member) }));
  const all = [...elsewhere.flatMap(({ people }) => people), who];
  const smallest = Math.min(...elsewhere.map(({ people }) => people.length));
  const keys = (pairs: Criteria['together']) => new Set(pairs.map(([a, b]) => pairKey(a, b)));
  const [together, apart] = [keys(criteria.together), keys(criteria.apart)];

  const looked = lookedAt(criteria).map((name) => ({ name, paired: criteria.neverAlone.includes(name), of: tally(all, name) }));
  const mixed = (people: readonly Person[]): number => {
    let cost = 0;
    for (const { name, paired, of } of looked) {
      const here = tally(people, name);
      for (const [value, many] of of)
        cost += costOfCell(here.get(value) ?? 0, people.length, many, all.length, { bounded: !paired, paired: paired && value !== '' });
    }
    return cost;
  };
  let best: { readonly group: GroupId; readonly cost: number } | null = null;
  for (const { group, people } of elsewhere) {
    const more = people.length - smallest;
    let cost = mixed([...people, who]) - mixed(people) + more * more * unevenOne;
    for (const { member } of people) {
      const key = pairKey(member, who.member);
      if (met.has(key)) cost += costs.metToday;
      if (together.has(key)) cost -= costs.pin;
      if (apart.has(key)) cost += costs.pin;
    }
    if (best === null || cost < best.cost) best = { group, cost };
  }
  return best?.group ?? null;
};
