// Totals of speaking time: in bands, for those who lead; by attribute only where nobody can be recognised in a cell.
import { expect, test } from 'vitest';
import type { People } from '../kernel/room.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { smallestCell } from './limits.ts';
import { floor } from './room.ts';
import {
  T,
  atTables,
  calling,
  desk,
  ending,
  facilitator,
  hall,
  letOut,
  listOf,
  pausing,
  recall,
  stateOf,
  tableOf,
  who,
} from './testing.testkit.ts';

/** Speaks for so many seconds, as the log says them. */
const speak = (s: Scenario, turn: number, n: number, sec: number): Scenario => {
  s.when(calling(turn, n), facilitator);
  s.now = (stateOf(s).floors.get(null)?.now?.startedAt ?? 0) + sec * 1000;
  return s.when(ending(turn), facilitator);
};
/** Odd seats are women, of even ones the last is of another district. */
const peopleOf = (count: number, rare: readonly number[] = []): People =>
  new Map(
    Array.from({ length: count }, (_, i) => [
      who(i + 1),
      { name: null, attributes: { genere: i % 2 === 0 ? 'donna' : 'uomo', municipio: rare.includes(i + 1) ? '9' : '1' } },
    ]),
  );

test('[FL1] bands of those who are present now; nobody who spoke is among those who have not', () => {
  const s = hall(9, 7);
  speak(s, 1, 1, 0);
  speak(s, 2, 2, 60);
  speak(s, 3, 3, 61);
  speak(s, 4, 4, 200);
  speak(s, 5, 5, 400);
  s.when(letOut(5), desk);
  expect(listOf(s, 'floor.totals')).toEqual({
    bands: [
      { toSec: 0, people: 2 },
      { toSec: 60, people: 2 },
      { toSec: 180, people: 1 },
      { toSec: 360, people: 1 },
      { toSec: null, people: 0 },
    ],
    people: 6,
    spoke: 4,
    by: [],
    withheld: [],
  });
});
test('[FL1] plenary and tables together', () => {
  const s = atTables()
    .when(calling(1, 4, null, 2), tableOf(2))
    .after(40_000)
    .when(ending(1), tableOf(2))
    .when(recall(), facilitator);
  speak(s, 2, 4, 40);
  expect(stateOf(s).spoken.get(T(2))?.get(who(4))?.turns).toBe(1);
  expect(listOf(s, 'floor.totals')).toMatchObject({ bands: [{ people: 8 }, { people: 0 }, { people: 1 }, {}, {}], spoke: 1 });
});
test('[FL1] by attribute only where every value has five here and five who spoke; the others are named, not told', () => {
  const count = smallestCell * 2 + 2;
  const s = hall(count, count, { people: peopleOf(count, [12]) });
  for (let n = 1; n <= 9; n += 1) speak(s, n, n, 30);
  expect(listOf(s, 'floor.totals')).toMatchObject({ by: [], withheld: ['genere', 'municipio'] });
  speak(s, 10, 10, 180);
  expect(listOf(s, 'floor.totals')).toMatchObject({
    by: [
      {
        attribute: 'genere',
        rows: [
          { value: 'donna', people: 6, spoke: 5, timePercent: 33 },
          { value: 'uomo', people: 6, spoke: 5, timePercent: 67 },
        ],
      },
    ],
    withheld: ['municipio'],
  });
});
test('[FL1] who has no value is a cell of its own', () => {
  const people = new Map([...peopleOf(10)].map(([member, person], i) => [member, i < 2 ? { ...person, attributes: {} } : person] as const));
  const s = hall(10, 10, { people });
  for (let n = 1; n <= 10; n += 1) speak(s, n, n, 30);
  expect(listOf(s, 'floor.totals')).toMatchObject({ by: [], withheld: ['genere', 'municipio'] });
});
test('[FL1] totals are for those who lead only', () => {
  expect(floor.lists?.['floor.totals']?.roles).toEqual(['organiser', 'facilitator']);
});
test('[FL1] a pause is not spoken, and what goes on is not counted yet', () => {
  const s = hall().when(calling(1, 1), facilitator).when(pausing(1), facilitator).after(500_000);
  expect(listOf(s, 'floor.totals')).toMatchObject({ spoke: 0 });
  s.when(ending(1), facilitator);
  expect(listOf(s, 'floor.totals')).toMatchObject({ bands: [{ people: 8 }, { people: 1 }, {}, {}, {}], spoke: 1 });
});
