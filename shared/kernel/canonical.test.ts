// The bytes that are hashed: if two machines wrote one fact differently, no chain would hold (K4).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';

const json = fc.jsonValue({ maxDepth: 4 });
/** The same value with every object's keys put in another order. */
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, shuffled(item)]),
  );
};

describe('canonical text of a fact', () => {
  it('[K4] says what JSON says, and reading it gives the value back', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('[K4] the order in which keys were written does not matter', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(shuffled(value))).toBe(canonical(value));
      }),
    );
  });

  it('[K4] two different values never have the same text', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        const same = JSON.stringify(shuffled(JSON.parse(canonical(one)))) === JSON.stringify(shuffled(JSON.parse(canonical(other))));
        expect(canonical(one) === canonical(other)).toBe(same);
      }),
    );
  });

  it('sorts keys by code unit, leaves undefined out, writes minus zero as zero', () => {
    expect(canonical({ b: 1, a: -0, Z: undefined, é: [undefined, null], '10': true, '9': false })).toBe(
      '{"10":true,"9":false,"a":0,"b":1,"é":[null,null]}',
    );
  });

  it.each([[NaN], [Infinity], [10n], [() => 1], [Symbol('x')], [new Map([['a', 1]])], [new Date(0)], [new Set()]])(
    'throws on what no fact may hold (%s) instead of losing it',
    (value) => {
      expect(() => canonical({ value: [value] })).toThrow();
    },
  );
});
