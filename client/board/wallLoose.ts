// Dots on notes without a theme, for a wall that shows themes with their dots: without them what the rows say is less than what was given
// (BO6). They are in no view: they stand on the notes of the board's document, which a screen may read once the board is on the wall.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { BoardOnWall, NoteShown, ThemeShown } from '../../shared/board/shown.ts';
import type { SharedDocument } from '../kernel/document.ts';
import { createModel } from './model.ts';
import { byDots } from './wallFit.ts';

/** There are notes outside of the themes, and dots have been counted: the document is worth its line. */
export const mayHaveLooseDots = (board: BoardOnWall): boolean => byDots(board) && board.silent === null && board.looseCount > 0;

interface DotsShown {
  readonly notes: ReadonlyMap<string, NoteShown>;
  readonly themes: ReadonlyMap<string, ThemeShown>;
}
const looseDotsOf = ({ notes, themes }: DotsShown): number =>
  [...notes.values()].filter(({ theme }) => theme === undefined || !themes.has(theme)).reduce((sum, { dots }) => sum + (dots ?? 0), 0);

const nobody = () => () => undefined;
/** Null: not known, or not yet. */
export const useLooseDots = (document: SharedDocument | null): number | null => {
  const model = useMemo(() => (document === null ? null : createModel(document, [])), [document]);
  useEffect(() => model?.start(), [model]);
  return useSyncExternalStore(model?.onAny ?? nobody, () =>
    model === null || model.notes().size === 0 ? null : looseDotsOf({ notes: model.notes(), themes: model.themes() }),
  );
};
