// What of a board fits on the wall: seven lines between title and foot (SC3), rows and notes whole, the rest as a number. A title that
// needs two lines counts for two. Pure: the same numbers for the hall, the console's miniature and the tests.
import type { BoardOnWall } from '../../shared/board/shown.ts';

/** Between title and foot; the line that says how many more there are is one of them. */
const wallLinesMost = 7;
/** Lines that a text needs when `perLine` signs fit on one. */
export const linesOf = (text: string, perLine: number): number => Math.max(1, Math.ceil([...text].length / perLine));

export interface Fitting<Row> {
  readonly shown: readonly Row[];
  /** Rows that did not fit. */
  readonly rest: readonly Row[];
}
/** As many rows as fit whole, in their order, at least one; for what does not fit, or lies elsewhere (`more`), one line is kept for its number.
 *  `kept`: lines that stand under them in any case. */
export function fitting<Row>(
  rows: readonly Row[],
  need: (row: Row) => number,
  { more = false, kept = 0 }: { readonly more?: boolean; readonly kept?: number } = {},
): Fitting<Row> {
  const most = wallLinesMost - kept;
  const upTo = (lines: number): number => {
    let used = 0;
    const at = rows.findIndex((row) => (used += need(row)) > lines);
    return at === -1 ? rows.length : Math.max(1, at);
  };
  const cut = !more && upTo(most) === rows.length ? rows.length : upTo(most - 1);
  return { shown: rows.slice(0, cut), rest: rows.slice(cut) };
}

export interface WallRow {
  readonly key: string;
  readonly title: string;
  readonly lang: BoardOnWall['themes'][number]['lang'];
  /** Marks: notes, or dots once they are counted; `minority` of them are a minority's. */
  readonly count: number;
  readonly minority: number;
  /** The table it comes from, where several stand together. */
  readonly table: number | null;
}
/** Dots are what counts when they were given to themes and are closed. */
export const byDots = (board: BoardOnWall): boolean => board.dots === 'closed' && board.themes.some(({ dots }) => dots !== null);

export function rowsOf(board: BoardOnWall, dots: boolean, table: number | null): readonly WallRow[] {
  return board.themes.map((theme) => ({
    key: `${board.board} ${theme.id}`,
    title: theme.title,
    lang: theme.lang,
    count: dots ? (theme.dots ?? 0) : theme.notes,
    minority: dots ? 0 : Math.min(theme.minority, theme.notes),
    table,
  }));
}
/** Most first; equals keep their order. */
export const heaviestFirst = (rows: readonly WallRow[]): readonly WallRow[] => [...rows].sort((a, b) => b.count - a.count);
/** Themes that are not in the view. */
export const unsent = (board: BoardOnWall): number => Math.max(0, board.themesInAll - board.themes.length);
export const sumOf = (rows: readonly WallRow[]): number => rows.reduce((sum, { count }) => sum + count, 0);

/** Signs on the foot's one line at 40 u, and what the time of a table that tells takes of them with the space before it. */
const footSigns = { line: 101, end: 31 } as const;
const signsOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + [...text.replaceAll('**', '')].length + 2, 0);
interface FootCount {
  readonly text: string;
  /** Where there is no room for all, the highest goes first; 0 stays. */
  readonly goes: number;
}
/** The foot says before all what a mark means: of the numbers goes what leaves no room for that on its one line. */
export function footCounts(counts: readonly FootCount[], then: readonly string[], ends: boolean): readonly string[] {
  const room = footSigns.line - (ends ? footSigns.end : 0) - signsOf(then);
  let shown = counts;
  while (shown.some(({ goes }) => goes > 0) && signsOf(shown.map(({ text }) => text)) > room) {
    const most = Math.max(...shown.map(({ goes }) => goes));
    shown = shown.filter(({ goes }) => goes < most);
  }
  return shown.map(({ text }) => text);
}
