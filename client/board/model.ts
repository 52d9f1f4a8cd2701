// A board as its pages read it, from the two maps of its shared document: areas → themes → notes → what lies under a note.
// Pure of React. The tree holds ids only and keeps its parts as long as they stay the same, so that a note whose words change redraws
// that note, and one that moves redraws its area (BO10). Nothing is lost on the way: a note whose theme, area or upper note is not
// there (hidden, removed) stands where it can be read. Safe for phones.
import type { Place } from '../../shared/board/events.ts';
import type { AreaShown, NoteShown, ThemeShown } from '../../shared/board/shown.ts';
import type { AreaId, NoteId, ThemeId } from '../../shared/kernel/ids.ts';
import type { SharedDocument } from '../kernel/document.ts';

/** A note that stands by itself, and those merged under it, which keep their own words. */
export interface Head {
  readonly id: NoteId;
  readonly under: readonly NoteId[];
}
/** Notes under a theme; `theme` null: still without one, always last. */
export interface Column {
  readonly theme: ThemeId | null;
  readonly heads: readonly Head[];
  readonly notes: number;
}
export interface AreaTree {
  readonly area: AreaId;
  readonly columns: readonly Column[];
  readonly notes: number;
}
export interface BoardTree {
  readonly areas: readonly AreaTree[];
  readonly notes: number;
  readonly themes: number;
}
/** How many said it: the note and those merged under it. */
export const voicesOf = ({ under }: Head): number => 1 + under.length;

const isNoteId = (id: string): id is NoteId => id !== '';
const isThemeId = (id: string): id is ThemeId => id !== '';
// The server made the entries with the function whose type is named here; only their presence is looked at.
const isNote = (entry: unknown): entry is NoteShown => typeof entry === 'object' && entry !== null && 'text' in entry && 'area' in entry;
const isTheme = (entry: unknown): entry is ThemeShown => typeof entry === 'object' && entry !== null && 'title' in entry;

type Notes = ReadonlyMap<NoteId, NoteShown>;
type Themes = ReadonlyMap<ThemeId, ThemeShown>;
/** Place in a list: by order, then by id, so that two who chose the same place see the same list. */
const inOrder =
  <Id extends string>(orderOf: (id: Id) => number) =>
  (a: Id, b: Id): number =>
    orderOf(a) - orderOf(b) || (a < b ? -1 : a > b ? 1 : 0);

export const treeOf = (notes: Notes, themes: Themes, areas: readonly AreaShown[]): BoardTree => {
  const noteOrder = inOrder<NoteId>((id) => notes.get(id)?.order ?? 0);
  const themeOrder = inOrder<ThemeId>((id) => themes.get(id)?.order ?? 0);
  const known = new Set(areas.map(({ id }) => id));
  const first = areas[0]?.id;
  const areaOf = (area: AreaId): AreaId | undefined => (known.has(area) ? area : first);
  const upper = (note: NoteShown): NoteId | null => {
    const into = note.into === undefined ? undefined : notes.get(note.into);
    return note.into !== undefined && into !== undefined && into.into === undefined ? note.into : null;
  };
  const under = new Map<NoteId, NoteId[]>();
  const heads = new Map<string, NoteId[]>();
  const slot = (area: AreaId, theme: ThemeId | null): string => `${area} ${theme ?? ''}`;
  const push = <K>(map: Map<K, NoteId[]>, key: K, id: NoteId): void => {
    const list = map.get(key);
    if (list) list.push(id);
    else map.set(key, [id]);
  };
  for (const [id, note] of notes) {
    const into = upper(note);
    if (into !== null) {
      push(under, into, id);
      continue;
    }
    const area = areaOf(note.area);
    if (area === undefined) continue;
    const theme = note.theme !== undefined && areaOf(themes.get(note.theme)?.area ?? note.area) === area ? note.theme : null;
    push(heads, slot(area, theme !== null && themes.has(theme) ? theme : null), id);
  }
  for (const list of [...under.values(), ...heads.values()]) list.sort(noteOrder);
  const themesOf = new Map<AreaId, ThemeId[]>();
  for (const [id, theme] of themes) {
    const area = areaOf(theme.area);
    if (area === undefined) continue;
    const list = themesOf.get(area);
    if (list) list.push(id);
    else themesOf.set(area, [id]);
  }
  const column = (area: AreaId, theme: ThemeId | null): Column => {
    const list = (heads.get(slot(area, theme)) ?? []).map((id): Head => ({ id, under: under.get(id) ?? [] }));
    return { theme, heads: list, notes: list.reduce((sum, head) => sum + voicesOf(head), 0) };
  };
  const trees = areas.map(({ id }): AreaTree => {
    const named = (themesOf.get(id) ?? []).sort(themeOrder).map((theme) => column(id, theme));
    const loose = column(id, null);
    const columns = loose.notes > 0 || named.length === 0 ? [...named, loose] : named;
    return { area: id, columns, notes: columns.reduce((sum, each) => sum + each.notes, 0) };
  });
  return { areas: trees, notes: trees.reduce((sum, each) => sum + each.notes, 0), themes: themes.size };
};

/** Ids of all notes that stand by themselves, in the order in which they are read. */
export const readingOrder = (tree: BoardTree): readonly NoteId[] =>
  tree.areas.flatMap(({ columns }) => columns.flatMap(({ heads }) => heads.map(({ id }) => id)));
/** Where a note stands; undefined when it lies under another one or is gone. */
export interface Spot {
  readonly area: AreaTree;
  readonly column: Column;
  readonly index: number;
  readonly head: Head;
}
export const spotOf = (tree: BoardTree, id: NoteId): Spot | undefined => {
  for (const area of tree.areas)
    for (const column of area.columns) {
      const index = column.heads.findIndex((head) => head.id === id);
      const head = column.heads[index];
      if (head) return { area, column, index, head };
    }
  return undefined;
};

const sameList = <Item>(a: readonly Item[], b: readonly Item[], same: (x: Item, y: Item) => boolean): boolean =>
  a.length === b.length &&
  a.every((item, index) => {
    const other = b[index];
    return other !== undefined && same(item, other);
  });
const sameHead = (a: Head, b: Head): boolean => a.id === b.id && sameList(a.under, b.under, (x, y) => x === y);
const sameColumn = (a: Column, b: Column): boolean => a.theme === b.theme && sameList(a.heads, b.heads, sameHead);
const sameArea = (a: AreaTree, b: AreaTree): boolean => a.area === b.area && sameList(a.columns, b.columns, sameColumn);
/** The new tree with the old one's parts where nothing moved. */
const kept = (before: BoardTree, now: BoardTree): BoardTree => {
  const areas = now.areas.map((area, index) => {
    const old = before.areas[index];
    return old && sameArea(old, area) ? old : area;
  });
  const same = areas.length === before.areas.length && areas.every((area, index) => area === before.areas[index]);
  return same && before.themes === now.themes ? before : { ...now, areas };
};

/** Where a note is going, before the server has said so. */
export interface Going {
  readonly area: AreaId;
  readonly theme: ThemeId | null;
  readonly order: number;
  readonly place: Place | null;
}
export interface BoardModel {
  readonly tree: () => BoardTree;
  readonly notes: () => Notes;
  readonly themes: () => Themes;
  readonly onTree: (listener: () => void) => () => void;
  /** After anything that changed, words too: for what is made of all notes together. */
  readonly onAny: (listener: () => void) => () => void;
  /** Shows a note where it was put down until the server's own word comes, or `stay` takes it back. */
  readonly go: (id: NoteId, going: Going) => void;
  readonly stay: (id: NoteId) => void;
  readonly setAreas: (areas: readonly AreaShown[]) => void;
  /** Listens to the document until the returned function is called. */
  readonly start: () => () => void;
}

const empty: BoardTree = { areas: [], notes: 0, themes: 0 };
export const createModel = (document: SharedDocument, firstAreas: readonly AreaShown[]): BoardModel => {
  let areas = firstAreas;
  let notes = new Map<NoteId, NoteShown>();
  let themes = new Map<ThemeId, ThemeShown>();
  let tree = empty;
  const going = new Map<NoteId, { readonly to: Going; readonly was: NoteShown | undefined }>();
  const [treeListeners, anyListeners] = [new Set<() => void>(), new Set<() => void>()];

  const read = (): void => {
    notes = new Map();
    themes = new Map();
    for (const id of document.ids('notes')) {
      const entry = document.entry('notes', id);
      if (!isNoteId(id) || !isNote(entry)) continue;
      const away = going.get(id);
      // Its own place came from the server: nothing to pretend any more.
      if (away && away.was !== undefined && away.was !== entry) going.delete(id);
      else if (away) {
        const { theme: _theme, place: _place, ...rest } = entry;
        const { area, order, theme, place } = away.to;
        notes.set(id, { ...rest, area, order, ...(theme === null ? {} : { theme }), ...(place === null ? {} : { place }) });
        continue;
      }
      notes.set(id, entry);
    }
    for (const id of document.ids('themes')) {
      const entry = document.entry('themes', id);
      if (isThemeId(id) && isTheme(entry)) themes.set(id, entry);
    }
    const next = kept(tree, treeOf(notes, themes, areas));
    const moved = next !== tree;
    tree = next;
    if (moved) for (const listener of treeListeners) listener();
    for (const listener of anyListeners) listener();
  };
  read();
  const on = (listeners: Set<() => void>) => (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    tree: () => tree,
    notes: () => notes,
    themes: () => themes,
    onTree: on(treeListeners),
    onAny: on(anyListeners),
    go: (id, to) => {
      const entry = document.entry('notes', id);
      going.set(id, { to, was: isNote(entry) ? entry : undefined });
      read();
    },
    stay: (id) => {
      if (going.delete(id)) read();
    },
    setAreas: (next) => {
      if (next === areas || JSON.stringify(next) === JSON.stringify(areas)) return;
      areas = next;
      read();
    },
    start: () => {
      read();
      const stops = [document.onMap('notes', read), document.onMap('themes', read)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
};

/** An order that lies before `before` (null: after everything) in a list, for what is shown until the server answers. */
export const orderBefore = (heads: readonly Head[], before: NoteId | null, moving: NoteId, notes: Notes): number => {
  const others = heads.filter(({ id }) => id !== moving);
  const at = before === null ? others.length : others.findIndex(({ id }) => id === before);
  const orderAt = (index: number): number | undefined => {
    const head = others[index];
    return head && notes.get(head.id)?.order;
  };
  const next = orderAt(at < 0 ? others.length : at);
  const previous = orderAt((at < 0 ? others.length : at) - 1);
  if (previous === undefined) return (next ?? 1) - 1;
  return next === undefined ? previous + 1 : (previous + next) / 2;
};
