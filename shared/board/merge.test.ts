// Two people in one note: what is kept of both, and when it is refused instead.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeText } from './merge.ts';

describe('two changes of one text', () => {
  test('[BO9] changes in different places are both kept', () => {
    expect(mergeText('Più alberi in città', 'Più alberi in tutta la città', 'Più alberi veri in città')).toBe(
      'Più alberi veri in tutta la città',
    );
    expect(mergeText('Più alberi in città', 'Molti più alberi in città', 'Più alberi in città, subito')).toBe(
      'Molti più alberi in città, subito',
    );
    expect(mergeText('uno due tre quattro', 'due tre quattro', 'uno due tre')).toBe('due tre');
  });
  test('[BO9] the same change twice is one', () => {
    expect(mergeText('Piu alberi', 'Più alberi', 'Più alberi')).toBe('Più alberi');
    expect(mergeText('Piu alberi in citta', 'Più alberi in citta', 'Più alberi in città')).toBe('Più alberi in città');
  });
  test('[BO9] the same words changed in two ways, or two insertions in one gap: nobody decides for them', () => {
    expect(mergeText('Più alberi', 'Più tigli', 'Più platani')).toBeNull();
    expect(mergeText('Più alberi', 'Più alberi veri', 'Più alberi subito')).toBeNull();
    expect(mergeText('Chiudere la strada alle auto', 'Più alberi', 'Chiudere la strada alle auto e ai camion')).toBeNull();
  });
  test('[BO9] a word is never put together out of two', () => {
    expect(mergeText('area', 'aree', 'arena')).toBeNull();
  });
});

// Every word is written once, so that each one can be followed.
const base = Array.from({ length: 8 }, (_, index) => `base${index}`);
type Act = { readonly at: number; readonly drop: boolean; readonly add: number };
const acts = fc.array(fc.record({ at: fc.nat({ max: 7 }), drop: fc.boolean(), add: fc.nat({ max: 2 }) }), { maxLength: 4 });
const changed = (who: string, list: readonly Act[]) => {
  const out: string[] = [];
  const [added, dropped] = [new Set<string>(), new Set<string>()];
  base.forEach((word, index) => {
    list.forEach((act, number) => {
      if (act.at !== index) return;
      for (let n = 0; n < act.add; n += 1) {
        const one = `${who}${index}x${number}x${n}`;
        added.add(one);
        out.push(one);
      }
      if (act.drop) dropped.add(word);
    });
    if (!dropped.has(word)) out.push(word);
  });
  return { text: out.join(' '), added, dropped };
};

describe('any two changes', () => {
  test('[BO9] a merge that succeeds has every word that either wrote, and none that either took out', () => {
    let merged = 0;
    fc.assert(
      fc.property(acts, acts, (one, other) => {
        const was = base.join(' ');
        const [theirs, mine] = [changed('a', one), changed('b', other)];
        const text = mergeText(was, theirs.text, mine.text);
        if (text === null) return;
        merged += 1;
        const words = text.split(/\s+/u).filter(Boolean);
        const gone = new Set([...theirs.dropped, ...mine.dropped]);
        expect(new Set(words)).toEqual(new Set([...base.filter((word) => !gone.has(word)), ...theirs.added, ...mine.added]));
        expect(words.filter((word) => word.startsWith('base'))).toEqual(base.filter((word) => !gone.has(word)));
      }),
      { numRuns: 400 },
    );
    expect(merged).toBeGreaterThan(50);
  });
  test('[BO9] one side alone is taken as it is, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (was, other) => {
        expect(mergeText(was, was, other)).toBe(other);
        expect(mergeText(was, other, was)).toBe(other);
        expect(mergeText(was, other, other)).toBe(other);
      }),
    );
  });
  test('[K6] the longest texts that the door lets in are merged in no time', () => {
    const [was, now, mine] = ['a '.repeat(560), `b ${'c '.repeat(140)}`, `d ${'e '.repeat(139)}`];
    const times = [1, 2, 3].map(() => {
      const begun = performance.now();
      mergeText(was, now, mine);
      return performance.now() - begun;
    });
    expect(Math.min(...times)).toBeLessThan(200);
  });
});
