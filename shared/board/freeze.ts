// The frozen copy (BO8): what a board said, with ids, texts, themes, dots and table, as it is cited for ever. It is read from the items and
// the facts at one moment; authors never enter it, a seat only where the board shows seats, hidden notes only as a number. Merged notes keep
// their own words and are counted in the voices of the one on top; the flag of a minority stays on the note that carries it.
import type { NoteId, ThemeId } from '../kernel/ids.ts';
import type { Lang } from '../kernel/text.ts';
import { noteIdSchema, themeIdSchema } from '../kernel/ids.ts';
import type { DotsRule, Frozen, FrozenNote, FrozenTheme } from './events.ts';
import { isItem } from './item.ts';
import type { BoardTheme, Note } from './item.ts';
import type { Counted, LiveBoard } from './state.ts';

export interface Freezing {
  readonly items: ReadonlyMap<string, unknown>;
  readonly board: LiveBoard;
  /** Of the dots that were counted last; null: none were. */
  readonly dots: { readonly rule: DotsRule; readonly counts: ReadonlyMap<string, Counted> } | null;
  /** Keys that are nobody at the table. */
  readonly helpers: ReadonlySet<string>;
  /** Which notes enter: all, or on a board that is frozen already those of the old copy and those admitted. */
  readonly enters: (id: string, note: Note) => boolean;
}
/** What stands where a theme's title was hidden: its notes and dots stay under it (BO7). */
const hiddenTitle: Readonly<Record<Lang, string>> = { it: 'Tema nascosto', en: 'Hidden theme', ar: 'موضوع مخفي' };
export const titleShown = (
  { hidden }: Pick<LiveBoard, 'hidden'>,
  id: string,
  { title, lang }: { readonly title: string; readonly lang: Lang },
): string => (hidden.has(id) ? hiddenTitle[lang] : title);
const byOrder = (a: { readonly id: string; readonly order: number }, b: { readonly id: string; readonly order: number }): number =>
  a.order - b.order || (a.id < b.id ? -1 : 1);

export const frozenCopy = ({ items, board, dots, helpers, enters }: Freezing): Frozen => {
  const notes = new Map<string, Note & { readonly id: NoteId }>();
  const themes: (BoardTheme & { readonly id: ThemeId })[] = [];
  const authors = new Set<string>();
  let hidden = 0;
  for (const [id, item] of items) {
    if (!isItem(item)) continue;
    if (item.t === 'theme') {
      if (!item.removed) themes.push({ ...item, id: themeIdSchema.parse(id) });
    } else if (!item.withdrawn && enters(id, item)) {
      if (board.hidden.has(id)) hidden += 1;
      else notes.set(id, { ...item, id: noteIdSchema.parse(id) });
      if (item.from === null && !helpers.has(item.author)) authors.add(item.author);
    }
  }
  const areas = new Map<string, number>(board.plan.areas.map(({ id }, index) => [id, index]));
  const inAreas = (a: BoardTheme | Note, b: BoardTheme | Note) => (areas.get(a.area) ?? 0) - (areas.get(b.area) ?? 0);
  themes.sort((a, b) => inAreas(a, b) || byOrder(a, b));
  const places = new Map<string, number>(themes.map(({ id }, index) => [id, index]));
  const topOf = (note: Note): NoteId | null => (note.into !== null && notes.has(note.into) ? note.into : null);
  const under = new Map<string, number>();
  for (const note of notes.values()) {
    const top = topOf(note);
    if (top !== null) under.set(top, (under.get(top) ?? 0) + 1);
  }
  const themePlace = (note: Note) => (note.theme === null ? themes.length : (places.get(note.theme) ?? themes.length));
  // Area by area, theme by theme, and under each note those that say the same.
  const sorted = [...notes.values()].sort((a, b) => {
    const [one, other] = [notes.get(topOf(a) ?? a.id) ?? a, notes.get(topOf(b) ?? b.id) ?? b];
    if (one.id !== other.id) return inAreas(one, other) || themePlace(one) - themePlace(other) || byOrder(one, other);
    return a.id === one.id ? -1 : b.id === one.id ? 1 : byOrder(a, b);
  });
  const given = (id: string): number | null => dots?.counts.get(id)?.dots ?? null;
  const frozenNotes = sorted.map((note): FrozenNote => ({
    id: note.id,
    text: note.text,
    kind: note.kind,
    lang: note.lang,
    area: note.area,
    theme: note.theme !== null && places.has(note.theme) ? note.theme : null,
    into: topOf(note),
    voices: 1 + (under.get(note.id) ?? 0),
    place: note.place,
    group: note.group,
    seat: board.authors === 'hidden' ? null : note.seat,
    door: note.door,
    minority: note.minority,
    late: note.late,
    dots: given(note.id),
    from: note.from,
  }));
  return {
    themes: themes.map((theme) =>
      frozenTheme(
        { ...theme, title: titleShown(board, theme.id, theme) },
        frozenNotes,
        dots?.rule.on === 'themes' ? given(theme.id) : undefined,
      ),
    ),
    notes: frozenNotes,
    writers: authors.size,
    hidden,
  };
};

/** Notes that stand by themselves in it, all voices, dots: the theme's own, or those of its notes together. */
const frozenTheme = (
  { id, title, lang, area, from }: BoardTheme & { readonly id: ThemeId },
  all: readonly FrozenNote[],
  own: number | null | undefined,
): FrozenTheme => {
  const notes = all.filter((note) => note.theme === id);
  return { id, title, lang, area, ...totals(notes), dots: own === undefined ? dotsOf(notes) : own, from };
};
type Summed = Pick<FrozenNote, 'into' | 'dots'>;
const totals = (notes: readonly Summed[]) => ({ notes: notes.filter(({ into }) => into === null).length, voices: notes.length });
const dotsOf = (notes: readonly Summed[]): number | null =>
  notes.some(({ dots }) => dots !== null) ? notes.reduce((sum, { dots }) => sum + (dots ?? 0), 0) : null;

/** The copy as it may be read now: what was hidden since is gone from it everywhere at once (BO7), and so are seats that were made less visible (BO4). */
export const readableCopy = (copy: Frozen, board: Pick<LiveBoard, 'hidden' | 'authors'>): Frozen => {
  const gone = copy.notes.filter(({ id }) => board.hidden.has(id));
  const seats = board.authors !== 'hidden';
  const titled = copy.themes.every(({ id }) => !board.hidden.has(id));
  if (gone.length === 0 && titled && (seats || copy.notes.every(({ seat }) => seat === null))) return copy;
  const ids = new Set<string>(gone.map(({ id }) => id));
  const left = copy.notes.filter(({ id }) => !ids.has(id));
  const under = new Map<string, number>();
  for (const { into } of left) if (into !== null) under.set(into, (under.get(into) ?? 0) + 1);
  const notes = left.map((note) => ({
    ...note,
    into: note.into !== null && ids.has(note.into) ? null : note.into,
    voices: 1 + (under.get(note.id) ?? 0),
    seat: seats ? note.seat : null,
  }));
  const themes = copy.themes.map((theme) => {
    const had = copy.notes.filter((note) => note.theme === theme.id);
    const has = notes.filter((note) => note.theme === theme.id);
    // Dots that were given to the theme itself stay; those of its notes go with the notes.
    const dots = theme.dots === null || dotsOf(had) === null ? theme.dots : dotsOf(has);
    return { ...theme, title: titleShown(board, theme.id, theme), ...totals(has), dots };
  });
  return { ...copy, themes, notes, hidden: copy.hidden + gone.length };
};
