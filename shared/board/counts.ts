// What a board counts, in one pass over its items, kept until the board or its document changes: ninety phones ask for it every two
// seconds. Numbers for everybody; and by author's key what each wrote, so that a phone finds its own notes at once. When the session has closed
// its notes are forgotten: then a frozen board is counted from its copy, as it may be read now (GR6).
import type { DocumentsReading } from '../kernel/document.ts';
import type { NoteId, ThemeId } from '../kernel/ids.ts';
import { noteIdSchema, themeIdSchema } from '../kernel/ids.ts';
import type { FrozenNote } from './events.ts';
import { readableCopy, titleShown } from './freeze.ts';
import { documentOf, isItem } from './item.ts';
import type { BoardTheme, Note } from './item.ts';
import { isShown } from './publish.ts';
import { isSilent, isWaiting } from './state.ts';
import type { FrozenBoard, LiveBoard } from './state.ts';
import type { OwnNote } from './shown.ts';
import { isOnPaper } from './who.ts';

export type NamedNote = readonly [NoteId, Note];
/** What is left of a note in a copy. */
export type ReadNote = readonly [NoteId, Pick<Note, 'text' | 'kind' | 'lang' | 'order' | 'silence'>];
export interface ThemeCount {
  readonly id: ThemeId;
  readonly theme: Pick<BoardTheme, 'title' | 'lang' | 'order'>;
  /** In the open and under no other. */
  readonly heads: ReadNote[];
  notes: number;
  minority: number;
  dots: number | null;
}
export interface Counts {
  /** Stored and neither taken back, hidden nor waiting; silent ones among them. */
  readonly notes: number;
  /** In the open, under no other, in no theme. */
  readonly loose: readonly ReadNote[];
  readonly themes: readonly ThemeCount[];
  readonly hidden: readonly ReadNote[];
  /** Those too whose words are in no copy. */
  readonly hiddenInAll: number;
  readonly waiting: readonly NamedNote[];
  /** Of the last step that changed anything on it. */
  readonly lastAt: number | null;
  /** Of the copy, when nobody can be found behind a note any more; null: they are counted among those who are here. */
  readonly writers: number | null;
  /** Of the silence that goes on. */
  readonly silentNotes: number;
  readonly by: ReadonlyMap<string, readonly NamedNote[]>;
  readonly onPaper: readonly NamedNote[];
}
interface Kept {
  readonly documents: DocumentsReading;
  readonly revision: number;
  readonly counts: Counts;
}
const kept = new WeakMap<LiveBoard, Kept>();

export const countsOf = (board: LiveBoard, documents: DocumentsReading): Counts => {
  const revision = documents.revision(documentOf(board.plan.id));
  const known = kept.get(board);
  if (known?.revision === revision && known.documents === documents) return known.counts;
  const items = documents.items(documentOf(board.plan.id));
  const counts = board.phase === 'frozen' && items.size === 0 ? countCopy(board) : count(board, items);
  kept.set(board, { documents, revision, counts });
  return counts;
};

/** An item never changes, it is replaced: its name is checked once in its life and not at every count of five hundred. */
const names = new WeakMap<Note, NamedNote>();
const namedOf = (id: string, note: Note): NamedNote => {
  const known = names.get(note);
  if (known?.[0] === id) return known;
  const named: NamedNote = [noteIdSchema.parse(id), note];
  names.set(note, named);
  return named;
};

const count = (board: LiveBoard, items: ReadonlyMap<string, unknown>): Counts => {
  const themes = new Map<string, ThemeCount>();
  const by = new Map<string, NamedNote[]>();
  const [loose, hidden, waiting, onPaper]: [NamedNote[], NamedNote[], NamedNote[], NamedNote[]] = [[], [], [], []];
  const shown: NamedNote[] = [];
  let [notes, silentNotes] = [0, 0];
  let lastAt: number | null = null;
  const dotsOf = (id: string): number | null => (board.dots.state === 'closed' ? (board.dots.counts.get(id)?.dots ?? null) : null);
  for (const [id, item] of items) {
    if (!isItem(item)) continue;
    lastAt = Math.max(lastAt ?? 0, item.at, item.last.at ?? 0);
    if (item.t === 'theme') {
      if (item.removed) continue;
      const theme = { title: titleShown(board, id, item), lang: item.lang, order: item.order };
      themes.set(id, { id: themeIdSchema.parse(id), theme, heads: [], notes: 0, minority: 0, dots: dotsOf(id) });
      continue;
    }
    if (item.withdrawn) continue;
    const named = namedOf(id, item);
    const own = by.get(item.author);
    if (own) own.push(named);
    else by.set(item.author, [named]);
    if (isOnPaper(item)) onPaper.push(named);
    if (board.hidden.has(id)) hidden.push(named);
    else if (isWaiting(board, id, item)) waiting.push(named);
    else {
      notes += 1;
      if (isSilent(board, item)) silentNotes += 1;
      if (isShown(board, id, item)) shown.push(named);
    }
  }
  const onThemes = board.dots.state === 'closed' && board.dots.rule.on === 'themes';
  for (const named of shown) {
    const [id, note] = named;
    const theme = note.theme === null ? undefined : themes.get(note.theme);
    if (theme) {
      theme.notes += 1;
      if (note.into === null || board.hidden.has(note.into)) theme.heads.push(named);
      if (note.minority) theme.minority += 1;
      const dots = onThemes ? null : dotsOf(id);
      if (dots !== null) theme.dots = (theme.dots ?? 0) + dots;
    } else if (note.into === null || board.hidden.has(note.into)) loose.push(named);
  }
  return {
    notes,
    loose,
    themes: [...themes.values()],
    hidden,
    hiddenInAll: hidden.length,
    waiting,
    lastAt,
    writers: null,
    silentNotes,
    by,
    onPaper,
  };
};

const countCopy = (board: FrozenBoard): Counts => {
  const { copy } = board.frozen;
  const { notes, themes, writers, hidden } = readableCopy(copy, board);
  const read = ({ id, text, kind, lang }: FrozenNote, order: number): ReadNote => [id, { text, kind, lang, order, silence: null }];
  // In the copy they stand in reading order.
  const heads = notes.filter(({ into }) => into === null);
  return {
    notes: notes.length,
    loose: heads.filter(({ theme }) => theme === null).map(read),
    themes: themes.map(({ id, title, lang, voices, dots }, order) => ({
      id,
      theme: { title, lang, order },
      heads: heads.filter(({ theme }) => theme === id).map(read),
      notes: voices,
      minority: notes.filter(({ theme, minority }) => theme === id && minority).length,
      dots,
    })),
    hidden: copy.notes.filter(({ id }) => board.hidden.has(id)).map(read),
    hiddenInAll: hidden,
    waiting: [],
    lastAt: null,
    writers,
    silentNotes: 0,
    by: new Map(),
    onPaper: [],
  };
};

/** A note as its author, or whoever entered it, has it: also while nobody else may read it. */
export const ownNote = (board: LiveBoard, [note, item]: NamedNote): OwnNote => {
  const { text, kind, area, door } = item;
  return { note, text, kind, area, state: standingOf(board, note, item), door };
};
const standingOf = (board: LiveBoard, id: NoteId, note: Note): OwnNote['state'] => {
  if (board.hidden.has(id)) return 'hidden';
  if (isWaiting(board, id, note)) return 'waiting';
  if (isSilent(board, note)) return 'silent';
  return note.late ? 'late' : 'open';
};
