// RO4: exact for the console; for anybody else no number about fewer than five people, neither told nor to be worked out.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memberIdSchema } from '../kernel/ids.ts';
import type { People } from '../kernel/room.ts';
import { composition } from './composition.ts';

const who = (n: number) => memberIdSchema.parse(`member${String(n).padStart(4, '0')}`);
const hall = (list: readonly (readonly [string, boolean])[]) => {
  const roll = list.map((_, i) => ({ member: who(i) }));
  const people: People = new Map(list.map(([value], i) => [who(i), { name: null, attributes: value === '' ? {} : { genere: value } }]));
  const present = new Set(list.flatMap(([, here], i) => (here ? [who(i)] : [])));
  return { roll, people, present };
};
const times = (count: number, value: string, here: boolean) => Array.from({ length: count }, () => [value, here] as const);

test('[RO4] the console counts every value exactly, against the whole roll', () => {
  const { roll, people, present } = hall([
    ...times(38, 'donna', true),
    ...times(8, 'donna', false),
    ...times(34, 'uomo', true),
    ...times(9, 'uomo', false),
    ...times(1, 'altro', true),
  ]);
  expect(composition(roll, present, people, { hideSmall: false })).toEqual([
    {
      attribute: 'genere',
      cells: [
        { value: 'altro', present: 1, of: 1 },
        { value: 'donna', present: 38, of: 46 },
        { value: 'uomo', present: 34, of: 43 },
      ],
    },
  ]);
});
test('[RO4] outside the console a value with one person is hidden, and another with it: totals would give it away', () => {
  const { roll, people, present } = hall([
    ...times(38, 'donna', true),
    ...times(8, 'donna', false),
    ...times(34, 'uomo', true),
    ...times(9, 'uomo', false),
    ...times(1, 'altro', true),
  ]);
  expect(composition(roll, present, people, { hideSmall: true })[0]?.cells).toEqual([
    { value: 'altro', present: null, of: null },
    { value: 'donna', present: 38, of: 46 },
    { value: 'uomo', present: null, of: null },
  ]);
});
test('[RO4] a value of which fewer than five are absent is as small as one of which fewer than five are here', () => {
  const { roll, people, present } = hall([
    ...times(40, 'donna', true),
    ...times(2, 'donna', false),
    ...times(20, 'uomo', true),
    ...times(20, 'uomo', false),
  ]);
  expect(composition(roll, present, people, { hideSmall: true })[0]?.cells.every((cell) => cell.present === null)).toBe(true);
});
test('[RO4] for any hall, what is shown and what can be subtracted never speaks of 1 to 4 people', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', ''), fc.boolean()), { maxLength: 120 }), (list) => {
      const { roll, people, present } = hall(list);
      const small = (count: number) => count > 0 && count < 5;
      for (const { cells } of composition(roll, present, people, { hideSmall: true })) {
        let of = roll.length;
        let here = present.size;
        let hidden = 0;
        for (const cell of cells) {
          if (cell.present === null || cell.of === null) {
            hidden += 1;
            continue;
          }
          expect(small(cell.present) || small(cell.of) || small(cell.of - cell.present)).toBe(false);
          of -= cell.of;
          here -= cell.present;
        }
        if (hidden === 0 || hidden === cells.length) continue;
        expect(hidden).toBeGreaterThan(1);
        expect(small(of) || small(here) || small(of - here)).toBe(false);
      }
    }),
  );
});
test('values read in order: bands and districts by number, what is not written down last', () => {
  const { roll, people, present } = hall([
    ['65 e più', true],
    ['16–24', true],
    ['', false],
    ['10', true],
    ['2', true],
  ]);
  expect(composition(roll, present, people, { hideSmall: false })[0]?.cells.map((cell) => cell.value)).toEqual([
    '2',
    '10',
    '16–24',
    '65 e più',
    '',
  ]);
});
