// How a facilitator's sentence is set on the wall: two sizes at most, the first line large, the hour bold.
// "Pranzo, si riprende alle 14.05" written in one breath becomes "Pranzo" over "Si riprende alle 14.05": the last row reads one word first.
import type { Lang } from '../kernel/i18n.ts';

export interface SetWords {
  readonly head: string;
  readonly rest: readonly string[];
  /** Pixels of the 1080p wall. Never under 64: what must be understood at once. */
  readonly headSize: number;
  readonly restSize: number;
}

/** A short beginning closed by a comma, a colon, a full stop or a sign of exclamation; an hour (14.05) closes nothing. */
const opening = /^(.{1,24}?)(?:[,;:.،؛]|([!?؟]))\s+(\S.*)$/u;

/** Lines of `size` that a text needs on 1728 px; a letter of Titillium 600 is about .53 of its size wide. */
const linesOf = (text: string, size: number): number => Math.max(1, Math.ceil(([...text].length * size * 0.53) / 1728));

const sizes: readonly (readonly [number, number])[] = [
  [200, 100],
  [160, 100],
  [130, 80],
  [100, 72],
  [80, 64],
];
/** What lies between the head line and the foot line, less some air. */
const room = 720;

export function setWords(text: string, lang: Lang): SetWords {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  let head = lines[0] ?? '';
  let rest = lines.slice(1);
  const found = rest.length === 0 ? opening.exec(head) : null;
  if (found) {
    const [, first = '', sign = '', then = ''] = found;
    head = first + sign;
    rest = [then.charAt(0).toLocaleUpperCase(lang) + then.slice(1)];
  }
  const height = ([big, small]: readonly [number, number]): number =>
    linesOf(head, big) * big * 1.05 + rest.reduce((sum, line) => sum + linesOf(line, small) * small * 1.15 + 36, 0);
  // One word may not be broken: the longest must fit the width.
  const longest = Math.max(...head.split(/\s+/u).map((word) => [...word].length));
  const fits = sizes.find((pair) => height(pair) <= room && longest * pair[0] * 0.58 <= 1728 && linesOf(head, pair[0]) <= 3);
  const [headSize, restSize] = fits ?? [80, 64];
  return { head, rest, headSize, restSize };
}

/** The parts of a line, hours apart from the rest: 14.05, 9:30. */
export function hoursOf(line: string): readonly { readonly text: string; readonly hour: boolean }[] {
  return line
    .split(/(\b\d{1,2}[.:]\d{2}\b)/u)
    .map((text, index) => ({ text, hour: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
