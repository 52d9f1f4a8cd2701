// The four kinds of note: always colour + drawn sign + word (LANGUAGE.md 2). The word is in the dictionary under `kind`. Safe for phones.
import type { NoteKind } from '../../shared/board/limits.ts';

export const paperOf: Readonly<Record<NoteKind, string>> = {
  idea: 'k-idea',
  against: 'k-contro',
  question: 'k-domanda',
  condition: 'k-condizione',
};
export const signOf: Readonly<Record<NoteKind, 'plus' | 'minus' | 'question' | 'branch'>> = {
  idea: 'plus',
  against: 'minus',
  question: 'question',
  condition: 'branch',
};
