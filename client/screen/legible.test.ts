// The wall is read from 30 m: no text under 40 px of 1080p, ever (SC3). This test reads the style sheets of every room's wall as they are shipped.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hoursOf, setWords } from './words.ts';

const read = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8').replace(/\/\*[\s\S]*?\*\//gu, '');
/** selector + declarations of every rule, also of those inside @media. */
const rules = (css: string) =>
  [...css.matchAll(/([^{};]+)\{([^{}]*)\}/gu)].map(([, selector = '', body = '']) => ({ selector: selector.trim(), body }));
const sizes = (body: string): string[] => [...body.matchAll(/font-size:\s*([^;]+)/gu)].map(([, size = '']) => size.trim());
const tokens = new Map(
  rules(read('../ui/tokens.hall.css'))
    .filter(({ selector }) => selector === '.hall')
    .flatMap(({ body }) =>
      [...body.matchAll(/(--t-[a-z]+):\s*calc\(([\d.]+) \* var\(--u\)\)/gu)].map(([, name = '', px = '']): [string, number] => [
        name,
        Number(px),
      ]),
    ),
);
/** Pixels of the 1080p wall; NaN for what cannot be told, which then fails. */
const pixels = (size: string): number => {
  const token = /^var\((--t-[a-z]+)\)$/u.exec(size);
  if (token) return tokens.get(token[1] ?? '') ?? NaN;
  const own = /^calc\(([\d.]+) \* var\(--u\)\)$/u.exec(size);
  return own ? Number(own[1]) : NaN;
};

describe('legible from the back of a hall', () => {
  it('[SC3] every size of type of the hall is at least 40 px at 1080p', () => {
    expect(tokens.size).toBe(7);
    expect(Math.min(...tokens.values())).toBeGreaterThanOrEqual(40);
    expect(tokens.get('--t-title')).toBeGreaterThanOrEqual(80);
  });
  it.each([
    ['wall.css', 15],
    ['../groups/wall.css', 12],
    ['../board/wall.css', 14],
    ['../floor/wall.css', 14],
  ])('[SC3] every size that a scene of %s uses is at least 40 px at 1080p', (path, least) => {
    const used = rules(read(path)).flatMap(({ selector, body }) => sizes(body).map((size) => ({ selector, size })));
    expect(used.length).toBeGreaterThan(least);
    // Own words set their own two sizes, which another test reads; the figure of the time is never under 198 (ProjectorGroups.tsx),
    // and questions are set by wallFit.ts of their room, which its own test reads.
    const fixed = used.filter(({ size }) => !/var\(--(head|rest|size)\)/u.test(size));
    for (const { selector, size } of fixed)
      expect({ selector, size, px: pixels(size) }).toMatchObject({ px: expect.closeTo(Math.max(40, pixels(size)), 5) });
  });
  it('[SC3] sizes that the shared shapes use on the wall are at least 40 px at 1080p', () => {
    const used = ['../ui/base.hall.css', '../ui/components.hall.css']
      .flatMap((path) => rules(read(path)))
      .filter(({ selector }) => selector.split(',').some((one) => one.includes('.hall') || one.includes('.wall')))
      .flatMap(({ selector, body }) => sizes(body).map((size) => ({ selector, px: pixels(size) })));
    expect(used.length).toBeGreaterThan(3);
    // The root's own size and inherited ones (em, body) cannot be told here: only what is told in pixels of the wall.
    for (const { selector, px } of used.filter(({ px: told }) => !Number.isNaN(told)))
      expect({ selector, px: Math.max(40, px) }).toEqual({ selector, px });
  });
  it('[SC3] own words have at most two sizes, both large, and seven lines at most', () => {
    for (const text of [
      'Pranzo',
      'Pranzo, si riprende alle 14.05',
      'a'.repeat(140),
      'uno\ndue\ntre\nquattro',
      `${'parola '.repeat(19)}fine`,
    ]) {
      const { headSize, restSize, head, rest } = setWords(text, 'it');
      expect(Math.min(headSize, restSize)).toBeGreaterThanOrEqual(64);
      const lines =
        Math.ceil(([...head].length * headSize * 0.53) / 1728) +
        rest.reduce((sum, line) => sum + Math.ceil(([...line].length * restSize * 0.53) / 1728), 0);
      expect(lines).toBeLessThanOrEqual(7);
    }
  });
});

describe('how own words are set', () => {
  it('[SC7] a short beginning becomes the large line; an hour closes nothing and stands out', () => {
    expect(setWords('Pranzo, si riprende alle 14.05, ai tavoli', 'it')).toMatchObject({
      head: 'Pranzo',
      rest: ['Si riprende alle 14.05, ai tavoli'],
      headSize: 200,
      restSize: 100,
    });
    expect(setWords('Si riprende alle 14.05 ai tavoli', 'it')).toMatchObject({ head: 'Si riprende alle 14.05 ai tavoli', rest: [] });
    expect(setWords('Silenzio! Si vota', 'it')).toMatchObject({ head: 'Silenzio!', rest: ['Si vota'] });
    expect(hoursOf('Si riprende alle 14.05, ai tavoli')).toEqual([
      { text: 'Si riprende alle ', hour: false },
      { text: '14.05', hour: true },
      { text: ', ai tavoli', hour: false },
    ]);
  });
  it('[SC7] lines that were written as lines stay lines', () => {
    expect(setWords('Pranzo, oggi\nAl bar', 'it')).toMatchObject({ head: 'Pranzo, oggi', rest: ['Al bar'] });
  });
  it('[SC3] a long sentence gets smaller, a long word is not broken', () => {
    expect(setWords(`${'parola '.repeat(19)}fine`, 'it').headSize).toBeLessThan(200);
    expect(setWords('Precipitevolissimevolmente', 'it').headSize * 26 * 0.58).toBeLessThanOrEqual(1728);
  });
});
