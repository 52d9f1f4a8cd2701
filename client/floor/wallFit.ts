// How questions are set on the wall: one as large as it can be, a short list by its beginnings; never more than seven lines (SC3), never under
// 40 px of a 1080p picture. Room is kept for the line that says who speaks, so that a turn that begins moves nothing. Pure: the same
// numbers for the hall, the console's miniature and the tests.
import type { FloorScreenView } from '../../shared/floor/shown.ts';

export type QuestionOnWall = FloorScreenView['questions'][number];

/** What a letter of Titillium 600 needs, in parts of its size; those of Arabic need less. Rather too much than a line that does not fit. */
const wide = /[mwMW@%&—…]/u;
const narrow = /[ijltfrI.,;:!|'’()[\]]/u;
const capital = /[\p{Lu}\p{Nd}]/u;
/** Scripts and signs that are as wide as they are high. */
const square = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|\p{Extended_Pictographic}/u;
const widthOf = (letter: string): number => {
  if (letter === ' ') return 0.24;
  if (square.test(letter)) return 1.1;
  if (wide.test(letter)) return 0.84;
  if (narrow.test(letter)) return 0.34;
  return capital.test(letter) ? 0.64 : 0.54;
};
const sum = (text: string): number => [...text].reduce((all, letter) => all + widthOf(letter), 0);

/** Lines that a text takes at this size when words are kept whole, as a page breaks them; a word that is wider than a line is broken. */
export const linesAt = (text: string, size: number, width: number): number => {
  const room = width / size;
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const needs = sum(word);
    const gap = used === 0 ? 0 : widthOf(' ');
    if (used > 0 && used + gap + needs > room) {
      lines += 1;
      used = 0;
    } else used += gap;
    const broken = Math.max(0, Math.ceil(needs / room) - 1);
    lines += broken;
    used += needs - broken * room;
  }
  return lines;
};

const whole = 1728;
/** Where it was born and who supports it are a line each: five are left for its words. */
const oneLines = 5;
/** Pixels between those two lines. */
const oneRoom = 400;
const oneSizes = [120, 108, 100, 92, 84, 76, 68, 60, 56, 52, 48, 44, 40] as const;
const lineHeight = (lang: string): number => (lang === 'ar' ? 1.35 : 1.12);

export interface OneFit {
  readonly size: number;
  /** Shown at most; only writing of a kind that nobody foresaw is cut. */
  readonly lines: number;
}
export const fitOne = ({ text, lang }: Pick<QuestionOnWall, 'text' | 'lang'>): OneFit => {
  const fits = oneSizes.find((size) => {
    const lines = linesAt(text, size, whole);
    return lines <= oneLines && lines * size * lineHeight(lang) <= oneRoom;
  });
  return { size: fits ?? 40, lines: oneLines };
};

/** A heading is the seventh. */
const listLines = 6;
const listRoom = 520;
const listSizes = [60, 56, 52, 48] as const;
/** Above and under each row, with its rule. */
const rowAir = 31;

export interface ListFit {
  readonly size: number;
  /** Of each question, in their order. */
  readonly lines: readonly number[];
  /** Not all of the words are on the wall. */
  readonly cut: boolean;
}
/** `width`: pixels that the words of a row have. */
export const fitList = (questions: readonly Pick<QuestionOnWall, 'text' | 'lang'>[], width: number): ListFit => {
  const needs = (size: number): readonly number[] => questions.map(({ text }) => linesAt(text, size, width));
  const arabic = questions.some(({ lang }) => lang === 'ar') ? 1.2 : 1;
  for (const size of listSizes) {
    const lines = needs(size);
    const all = lines.reduce((total, each) => total + each, 0);
    if (all <= listLines && all * size * 1.15 * arabic + questions.length * rowAir <= listRoom) return { size, lines, cut: false };
  }
  const size = listSizes.at(-1) ?? 48;
  const wanted = needs(size);
  const lines = wanted.map(() => 1);
  // A line at a time to who needs one more, from the top: the first question is the one that is spoken of.
  let spare = listLines - questions.length;
  while (spare > 0) {
    const before = spare;
    for (const [at, want] of wanted.entries()) {
      const has = lines[at] ?? want;
      if (spare > 0 && has < want) {
        lines[at] = has + 1;
        spare -= 1;
      }
    }
    if (before === spare) break;
  }
  return { size, lines, cut: wanted.some((want, at) => want > (lines[at] ?? want)) };
};
