// The reading of a box: one row per person, the highest edit wins, whatever the order in which things arrive.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBox } from './box.ts';

const put = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd'),
  edit: fc.integer({ min: 1, max: 5 }),
  at: fc.integer({ min: 1, max: 9 }),
});

describe('the box', () => {
  it('[PO3] never two rows of one key, and the highest edit is what counts, in any order of arrival', () => {
    fc.assert(
      fc.property(fc.array(put, { maxLength: 40 }), (puts) => {
        const box = createBox();
        const best = new Map<string, number>();
        puts.forEach((one, index) => {
          const entered = box.put('x', { ...one, body: index });
          expect(entered).toBe(one.edit > (best.get(one.key) ?? 0));
          best.set(one.key, Math.max(one.edit, best.get(one.key) ?? 0));
        });
        expect(box.count('x')).toBe(best.size);
        expect(Object.fromEntries(box.rows('x').map(({ key, edit }) => [key, edit]))).toEqual(Object.fromEntries(best));
        for (const [key, edit] of best) expect(box.of('x', key)?.edit).toBe(edit);
      }),
    );
  });

  it('[K4] rows come in the same order however the entries came in, as after a restart', () => {
    fc.assert(
      fc.property(fc.uniqueArray(put, { selector: ({ key }) => key }), fc.infiniteStream(fc.nat()), (puts, dice) => {
        const one = createBox();
        const other = createBox();
        for (const entry of puts) one.put('x', { ...entry, body: 0 });
        for (const entry of puts.map((each) => ({ each, at: dice.next().value })).sort((a, b) => a.at - b.at))
          other.put('x', { ...entry.each, body: 0 });
        expect(other.rows('x')).toEqual(one.rows('x'));
      }),
    );
  });

  it('[K5] a revision grows with every change and never comes back, also over a clear: what is cached by it is never stale', () => {
    const box = createBox(undefined, 1000);
    const seen = new Set<number>();
    const grown = () => {
      const now = box.revision('x');
      expect(seen.has(now)).toBe(false);
      seen.add(now);
      expect(now).toBe(Math.max(...seen));
    };
    for (const edit of [1, 2, 3]) {
      box.put('x', { key: 'a', edit, at: edit, body: edit });
      grown();
    }
    box.clear('x');
    grown();
    box.put('x', { key: 'a', edit: 1, at: 1, body: 1 });
    grown();
    expect(box.put('x', { key: 'a', edit: 1, at: 1, body: 1 })).toBe(false);
    expect(seen.has(box.revision('x'))).toBe(true);
  });

  it('[PO4] without a key nobody is found', () => {
    const box = createBox(() => undefined);
    box.put('x', { key: 'a', edit: 1, at: 1, body: 1 });
    expect(box.of('x', 'a')).toBeUndefined();
    expect(box.count('x')).toBe(1);
  });
});
