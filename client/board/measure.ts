/* How many lines a text takes, without asking the page: words are measured once on a drawing surface and remembered.
   Where there is none (tests), a table of letter widths near Titillium Web answers. Safe for phones. */
import type { Measure } from './layout.ts';

const byTable = (text: string, px: number): number => {
  let width = 0;
  for (const char of text)
    width += /[iljtf' .,;:!|’]/u.test(char) ? 0.26 : /[mwMW@]/u.test(char) ? 0.82 : /\p{Lu}/u.test(char) ? 0.6 : 0.52;
  return width * px;
};

/** `rem`: the size of the text that the reader chose. */
export const createMeasure = (rem: number): Measure => {
  const drawing = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  const family = typeof getComputedStyle === 'function' ? getComputedStyle(document.body).fontFamily : 'sans-serif';
  const ruler = (weight: number, px: number) => {
    const known = new Map<string, number>();
    const font = `${weight} ${px}px ${family === '' ? 'sans-serif' : family}`;
    return (word: string): number => {
      const found = known.get(word);
      if (found !== undefined) return found;
      let width = byTable(word, px);
      if (drawing !== null) {
        drawing.font = font;
        width = drawing.measureText(word).width;
      }
      known.set(word, width);
      return width;
    };
  };
  const lines = (widthOf: (word: string) => number, text: string, width: number): number => {
    const space = widthOf(' ');
    let count = 0;
    for (const paragraph of text.split('\n')) {
      let left = -1;
      count += 1;
      for (const word of paragraph.split(/\s+/u)) {
        const needs = widthOf(word);
        if (left >= 0 && needs + space <= left) left -= needs + space;
        else {
          if (left >= 0) count += 1;
          // A word wider than the line is broken wherever it must.
          const rows = Math.max(1, Math.ceil(needs / width));
          count += rows - 1;
          left = rows * width - needs;
        }
      }
    }
    return count;
  };
  const [note, title] = [ruler(400, rem * 0.875), ruler(600, rem * 0.9375)];
  return {
    noteLines: (text, width) => lines(note, text, width),
    titleLines: (text, width) => lines(title, text, width),
  };
};
