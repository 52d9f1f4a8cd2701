// What a phone keeps of notes until the server has them (BO9, K8): what is being typed and what was sent, for each board, with where and by
// whom it was written. So that a text of a board that one does not see any more is found wherever one is. Safe for phones.
import { noteKinds, type NoteKind } from '../../../shared/board/limits.ts';
import type { BoardAbout } from '../../../shared/board/shown.ts';

export interface NoteDraft {
  readonly text: string;
  readonly kind: NoteKind;
  readonly area: string;
}
/** Kept beside the words. `of`: session and seat, so that nobody else's text is shown; `table` null: the board of the hall. */
export interface Whence {
  readonly of: string;
  readonly table: number | null;
  readonly silence: number | null;
}
/** A note that left the page. `refused`: why the server did not take it. */
export interface SentNote extends NoteDraft {
  readonly note: string;
  readonly refused: string | null;
  readonly whence: Whence | null;
}
/** A text of a board other than the one in sight. `note` null: it was never sent. */
export interface UnsentText extends NoteDraft {
  readonly board: string;
  readonly note: string | null;
  readonly refused: string | null;
  readonly whence: Whence;
}

const kindOf = (value: unknown): NoteKind | null => noteKinds.find((kind) => kind === value) ?? null;
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
type Fields = ReadonlyMap<string, unknown>;
const fieldsOf = (value: unknown): Fields =>
  new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
const parsed = (stored: string): unknown => {
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
};
const whenceOf = (value: unknown): Whence | null => {
  const has = fieldsOf(value);
  const [of, table, silence] = [textOf(has.get('of')), has.get('table'), has.get('silence')];
  if (of === '') return null;
  return { of, table: typeof table === 'number' ? table : null, silence: typeof silence === 'number' ? silence : null };
};
export const readDraft = (stored: string, about: BoardAbout): NoteDraft => {
  const has = fieldsOf(parsed(stored));
  const kind = kindOf(has.get('kind'));
  const area = textOf(has.get('area'));
  return {
    text: textOf(has.get('text')),
    kind: kind !== null && about.kinds.includes(kind) ? kind : (about.kinds[0] ?? 'idea'),
    area: about.areas.some(({ id }) => id === area) ? area : (about.focus ?? about.areas[0]?.id ?? ''),
  };
};
export const readSent = (stored: string): readonly SentNote[] => {
  const list = parsed(stored);
  if (!Array.isArray(list)) return [];
  return list.map(fieldsOf).flatMap((has) => {
    const note = textOf(has.get('note'));
    const text = textOf(has.get('text'));
    const refused = has.get('refused');
    return note === '' || text === ''
      ? []
      : [
          {
            note,
            text,
            kind: kindOf(has.get('kind')) ?? 'idea',
            area: textOf(has.get('area')),
            refused: typeof refused === 'string' ? refused : null,
            whence: whenceOf(has.get('whence')),
          },
        ];
  });
};
export const draftKey = (box: 'note' | 'sheet', board: string): string => `board.${box}.${board}`;
export const sentKey = (box: 'note' | 'sheet', board: string): string => `board.sent.${box}.${board}`;

/** Where kernel/draft.ts keeps them: a board that is not in sight has no component to ask. */
const shelf = (key: string): string => `plenaria.draft.${key}`;
const load = (key: string): string => {
  try {
    return localStorage.getItem(shelf(key)) ?? '';
  } catch {
    return '';
  }
};
const save = (key: string, value: string): void => {
  try {
    if (value === '') localStorage.removeItem(shelf(key));
    else localStorage.setItem(shelf(key), value);
  } catch {
    // Forbidden or full: nothing of another board lies here.
  }
};
const boardsKept = (): readonly string[] => {
  try {
    const found = Object.keys(localStorage).flatMap((key) => /^plenaria\.draft\.board\.(?:sent\.)?note\.(.+)$/u.exec(key)?.[1] ?? []);
    return [...new Set(found)].sort();
  } catch {
    return [];
  }
};
/** What this person wrote in this session on other boards and nobody has: sent ones first. */
export const unsentTexts = (of: string, here: string | null): readonly UnsentText[] =>
  boardsKept()
    .filter((board) => board !== here)
    .flatMap((board) => {
      const stored = fieldsOf(parsed(load(draftKey('note', board))));
      const [text, whence] = [textOf(stored.get('text')).trim(), whenceOf(stored.get('whence'))];
      const kind = kindOf(stored.get('kind')) ?? 'idea';
      const draft = { board, note: null, refused: null, text, kind, area: textOf(stored.get('area')), whence };
      return [...readSent(load(sentKey('note', board))).map((one) => ({ ...one, board })), ...(text === '' ? [] : [draft])].flatMap(
        (one) => (one.whence?.of === of ? [{ ...one, whence: one.whence }] : []),
      );
    });
const saveSent = (board: string, list: readonly SentNote[]): void =>
  save(sentKey('note', board), list.length === 0 ? '' : JSON.stringify(list));
export const dropUnsent = ({ board, note }: UnsentText): void => {
  if (note === null) save(draftKey('note', board), '');
  else
    saveSent(
      board,
      readSent(load(sentKey('note', board))).filter((one) => one.note !== note),
    );
};
/** What is sent now, or was not taken, under its id: a draft becomes a note, in one step. */
export const keepUnsent = (one: UnsentText, note: string, refused: string | null): void => {
  const { board, text, kind, area, whence } = one;
  const others = readSent(load(sentKey('note', board))).filter((each) => each.note !== note);
  saveSent(board, [...others, { note, text, kind, area, refused, whence }]);
  if (one.note === null) save(draftKey('note', board), '');
};
