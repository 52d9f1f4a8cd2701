// The wall's promises about a cloud: nothing jumps, nothing overlaps, the ten most frequent are there.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { groupWords, shown } from './cloud-words.ts';
import { layoutCloud, linesOf } from './cloud-layout.ts';
import type { CloudLayout, CloudWord, Measure, PlacedWord } from './cloud-layout.ts';

const AREA = { w: 1100, h: 740 };
const measure: Measure = (text, fontPx, bold) => ({ w: [...text].length * fontPx * (bold ? 0.55 : 0.52), h: fontPx * 1.05 });
const words = (...list: readonly (readonly [string, number])[]): CloudWord[] =>
  list.map(([label, count]) => ({ key: label, label, count })).sort((a, b) => b.count - a.count);
const centre = ({ x, y, w, h }: PlacedWord) => ({ cx: x + w / 2, cy: y + h / 2 });
const movedFar = (before: CloudLayout, after: CloudLayout): string[] =>
  after.words.flatMap((word) => {
    const old = before.words.find(({ key }) => key === word.key);
    if (!old) return [];
    const [a, b] = [centre(old), centre(word)];
    return Math.hypot(a.cx - b.cx, a.cy - b.cy) > 20 ? [word.key] : [];
  });
const overlaps = ({ words: all }: CloudLayout): boolean =>
  all.some((a, i) => all.slice(i + 1).some((b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h));
const outside = ({ words: all }: CloudLayout, area = AREA): boolean =>
  all.some(({ x, y, w, h }) => x < 0 || y < 0 || x + w > area.w || y + h > area.h);

const label = fc.string({ unit: fc.constantFrom('a', 'e', 'm', 'è', ' ', 't'), minLength: 1, maxLength: 40 });
const cloud = fc
  .uniqueArray(fc.record({ key: label, count: fc.integer({ min: 1, max: 60 }) }), { selector: ({ key }) => key, maxLength: 40 })
  .map((list) => list.map(({ key, count }) => ({ key, label: key, count })).sort((a, b) => b.count - a.count));

describe('sizes', () => {
  it('[PO7] grow with the square root of the count, in steps of 8 px, from 32 px', () => {
    const { words: placed, scale } = layoutCloud(null, words(['verde', 16], ['acqua', 4], ['tram', 1]), AREA, measure);
    const px = (key: string) => placed.find((word) => word.key === key)?.fontPx ?? 0;
    expect(px('verde') / px('acqua')).toBe(2);
    expect(placed.every(({ fontPx }) => fontPx % 8 === 0 && fontPx >= 32)).toBe(true);
    expect(scale.floorPx).toBe(32);
    expect(placed.map(({ bold }) => bold)).toEqual([true, false, false]);
  });
  it('[PO7] a phrase over twenty characters takes two lines and is never cut', () => {
    expect(linesOf('mobilità sostenibile')).toEqual(['mobilità sostenibile']);
    expect(linesOf('allargare alla città metropolitana')).toEqual(['allargare alla', 'città metropolitana']);
    expect(linesOf('a'.repeat(40))).toEqual(['a'.repeat(40)]);
  });
});

describe('places', () => {
  it('[PO7] nothing moves when nothing changes', () => {
    const some = words(['verde', 9], ['acqua', 4], ['scuola', 4], ['tram', 1]);
    const first = layoutCloud(null, some, AREA, measure);
    expect(layoutCloud(first, some, AREA, measure)).toEqual(first);
  });
  it('[PO7] a newcomer moves nobody, a grown word stays on its middle', () => {
    const first = layoutCloud(null, words(['verde', 4], ['acqua', 3], ['scuola', 2]), AREA, measure);
    const second = layoutCloud(first, words(['verde', 5], ['acqua', 3], ['scuola', 2], ['tram', 1]), AREA, measure);
    expect(movedFar(first, second)).toEqual([]);
    expect(second.words.length).toBe(4);
  });
  it('[PO7] never overlaps, never leaves the area, is the same twice, and keeps the first ten, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(cloud, { minLength: 1, maxLength: 4 }), (steps) => {
        let layout: CloudLayout | null = null;
        for (const step of steps) {
          const next: CloudLayout = layoutCloud(layout, step, AREA, measure);
          expect(layoutCloud(layout, step, AREA, measure)).toEqual(next);
          expect(overlaps(next)).toBe(false);
          expect(outside(next)).toBe(false);
          const there = new Set(next.words.map(({ key }) => key));
          expect(step.slice(0, 10).filter(({ key }) => !there.has(key))).toEqual([]);
          expect(new Set([...there, ...next.omitted]).size).toBe(step.length);
          const gone = new Set(
            step
              .slice(10)
              .filter(({ key }) => !there.has(key))
              .map(({ count }) => count),
          );
          expect(step.slice(10).filter(({ key, count }) => there.has(key) && gone.has(count))).toEqual([]);
          layout = next;
        }
      }),
      { numRuns: 12 },
    );
  });
  it('[PO7] on a wall too small everything shrinks and the ten are still there', () => {
    const ten = words(...Array.from({ length: 12 }, (_, i) => [`parola lunga numero ${i}`, 30 - i] as const));
    const small = { w: 320, h: 160 };
    const layout = layoutCloud(null, ten, small, measure);
    expect(layout.words.slice(0, 10).map(({ key }) => key)).toEqual(ten.slice(0, 10).map(({ key }) => key));
    expect(outside(layout, small)).toBe(false);
  });
  it('[PO7] over a whole evening, 600 entries five at a time, under 15 % of the words move at any update and no top word is missing', () => {
    const file = readFileSync(new URL('./testdata/word-entries-it.csv', import.meta.url), 'utf8').trim();
    const entries = Papa.parse<string[]>(file)
      .data.slice(1)
      .map(([person = '', text = ''], order) => ({ person, text, order }));
    expect(entries.length).toBe(600);
    let layout: CloudLayout | null = null;
    for (let upTo = 5; upTo <= entries.length; upTo += 5) {
      const now = shown(groupWords(entries.slice(0, upTo)).groups, 40).words.map(({ id, label: text, count }) => ({
        key: id,
        label: text,
        count,
      }));
      const next: CloudLayout = layoutCloud(layout, now, AREA, measure);
      const there = new Set(next.words.map(({ key }) => key));
      expect(now.slice(0, 10).filter(({ key }) => !there.has(key))).toEqual([]);
      expect(overlaps(next)).toBe(false);
      if (layout) {
        const old = new Set(layout.words.map(({ key }) => key));
        expect(movedFar(layout, next).length).toBeLessThan(0.15 * next.words.filter(({ key }) => old.has(key)).length);
      }
      layout = next;
    }
    expect(layout?.words.length).toBeGreaterThanOrEqual(30);
    expect(layout?.omitted).toEqual([]);
  });
});
