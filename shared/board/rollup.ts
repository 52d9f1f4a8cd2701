// The tables' frozen boards side by side, for the console and the wall (BO13): each table's themes, most dots or notes first, how many notes
// have no theme; and all themes together, so that the plenary sees what came from more than one table. The way back is kept: board and theme.
import type { BoardId, GroupId, ThemeId } from '../kernel/ids.ts';
import type { Lang, Text } from '../kernel/text.ts';
import type { BoardFrozenRows } from './shown.ts';

export interface RolledTheme {
  readonly board: BoardId;
  readonly group: GroupId | null;
  readonly theme: ThemeId;
  readonly title: string;
  readonly lang: Lang;
  readonly voices: number;
  readonly dots: number | null;
  /** Notes in it that carry the flag of a minority. */
  readonly minority: number;
}
export interface RolledBoard {
  readonly board: BoardId;
  readonly group: GroupId | null;
  readonly title: Text;
  readonly themes: readonly RolledTheme[];
  /** Notes without a theme, and all notes. */
  readonly loose: number;
  readonly notes: number;
}
const most = (a: RolledTheme, b: RolledTheme): number =>
  (b.dots ?? 0) - (a.dots ?? 0) || b.voices - a.voices || (a.theme < b.theme ? -1 : 1);

export const rollUp = (
  boards: readonly Pick<BoardFrozenRows, 'board' | 'group' | 'title' | 'themes' | 'notes'>[],
): { readonly boards: readonly RolledBoard[]; readonly themes: readonly RolledTheme[] } => {
  const rolled = boards.map(({ board, group, title, themes, notes }): RolledBoard => {
    const flags = new Map<string, number>();
    for (const { theme, minority } of notes) if (theme !== null && minority) flags.set(theme, (flags.get(theme) ?? 0) + 1);
    const own = themes.map((theme): RolledTheme => ({
      board,
      group,
      theme: theme.id,
      title: theme.title,
      lang: theme.lang,
      voices: theme.voices,
      dots: theme.dots,
      minority: flags.get(theme.id) ?? 0,
    }));
    return { board, group, title, themes: own.sort(most), loose: notes.filter(({ theme }) => theme === null).length, notes: notes.length };
  });
  return { boards: rolled, themes: rolled.flatMap(({ themes }) => themes).sort(most) };
};
