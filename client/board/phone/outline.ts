// The board as one list, for components: the very tree that the canvas draws (model.ts), kept as long as nothing moves. Safe for phones.
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { AreaShown, NoteShown, ThemeShown } from '../../../shared/board/shown.ts';
import type { SharedDocument } from '../../kernel/document.ts';
import { createModel, type BoardTree } from '../model.ts';

// The server's own publish function made them: one field tells which.
const isNote = (entry: unknown): entry is NoteShown => typeof entry === 'object' && entry !== null && 'text' in entry;
const isTheme = (entry: unknown): entry is ThemeShown => typeof entry === 'object' && entry !== null && 'title' in entry;
export const noteIn = (document: SharedDocument, id: string): NoteShown | null => {
  const entry = document.entry('notes', id);
  return isNote(entry) ? entry : null;
};
export const themeIn = (document: SharedDocument, id: string): ThemeShown | null => {
  const entry = document.entry('themes', id);
  return isTheme(entry) ? entry : null;
};

/** The same object as long as it says the same: views are new objects at every push. */
export const useStable = <Value>(value: Value): Value => {
  const [held, setHeld] = useState(value);
  if (held === value || JSON.stringify(held) === JSON.stringify(value)) return held;
  setHeld(value);
  return value;
};

export const useTree = (document: SharedDocument, areas: readonly AreaShown[]): BoardTree => {
  const model = useMemo(
    () => createModel(document, areas),
    // Other areas are told to the same model.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [document],
  );
  useEffect(() => model.setAreas(areas), [model, areas]);
  useEffect(() => model.start(), [model]);
  return useSyncExternalStore(model.onTree, model.tree);
};
/** Draws again after any change, words too. */
export const useAllNotes = (document: SharedDocument, areas: readonly AreaShown[]): BoardTree => {
  const tree = useTree(document, areas);
  useSyncExternalStore(
    (listener) => document.onMap('notes', listener),
    () => document.revision('notes'),
  );
  return tree;
};
