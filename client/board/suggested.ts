// Notes that may say the same as one, the likest first. It only orders a list: a person decides (BO5). Safe for phones.
import { suggestSame } from '../../shared/board/suggest.ts';
import type { NoteId } from '../../shared/kernel/ids.ts';
import type { BoardModel } from './model.ts';

export const suggested = (model: BoardModel, id: NoteId): readonly NoteId[] => {
  const notes = [...model.notes()].map(([each, { text, into }]) => ({ id: each, text, into: into ?? null }));
  return suggestSame(notes, notes.length).flatMap(({ note, into }) => (note === id ? [into] : into === id ? [note] : []));
};
