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
/** As many rows as fit whole, in their order, at least one; for what does not fit, or lies elsewhere (`more`), one line is kept for its number. */
export function fitting<Row>(rows: readonly Row[], need: (row: Row) => number, more = false): Fitting<Row> {
  const upTo = (lines: number): number => {
    let used = 0;
    const at = rows.findIndex((row) => (used += need(row)) > lines);
    return at === -1 ? rows.length : Math.max(1, at);
  };
  const cut = !more && upTo(wallLinesMost) === rows.length ? rows.length : upTo(wallLinesMost - 1);
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
