/* A shared document as a page reads it (the notes of a board): maps of entries that the server publishes and nobody here writes.
   Each entry has its own subscription, so that one note that changes draws one note (BO10). Knows no Yjs: the line behind it is
   yjsDocument.ts, fetched when a document is opened; tests and previews hold entries in memory. Safe for phones. */
import { useSyncExternalStore } from 'react';

/** loading: nothing yet · live: as the server has it · stale: as it was when the line broke, coming back by itself · refused: not for us (any more), `code` says why. */
export type DocumentState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'live' }
  | { readonly kind: 'stale'; readonly since: number }
  | { readonly kind: 'refused'; readonly code: string };

export interface SharedDocument {
  readonly state: () => DocumentState;
  /** The same array as long as no entry of the map comes or goes. */
  readonly ids: (map: string) => readonly string[];
  /** The same object as long as the entry does not change. */
  readonly entry: (map: string, id: string) => unknown;
  /** Grows with every change of anything in the map: for what is read from all entries together. */
  readonly revision: (map: string) => number;
  readonly onState: (listener: () => void) => () => void;
  readonly onIds: (map: string, listener: () => void) => () => void;
  readonly onEntry: (map: string, id: string, listener: () => void) => () => void;
  /** After any change of the map, once for many. */
  readonly onMap: (map: string, listener: () => void) => () => void;
  readonly close: () => void;
}

export const useDocumentState = (document: SharedDocument): DocumentState => useSyncExternalStore(document.onState, document.state);
/** The entry as the server's own publish function made it: the caller names its type. */
export const useEntry = <Entry>(document: SharedDocument, map: string, id: string): Entry | undefined => {
  const entry = useSyncExternalStore(
    (listener) => document.onEntry(map, id, listener),
    () => document.entry(map, id),
  );
  // The one place where the server's word is trusted.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  return entry as Entry | undefined;
};
export const useMapRevision = (document: SharedDocument, map: string): number =>
  useSyncExternalStore(
    (listener) => document.onMap(map, listener),
    () => document.revision(map),
  );

type Listeners = Set<() => void>;
const keyed = () => {
  const by = new Map<string, Listeners>();
  return {
    on: (key: string, listener: () => void) => {
      const set = by.get(key) ?? new Set();
      by.set(key, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && by.get(key) === set) by.delete(key);
      };
    },
    tell: (key: string) => {
      for (const listener of by.get(key) ?? []) listener();
    },
  };
};
const none: readonly string[] = [];

export interface HeldDocument extends SharedDocument {
  /** `fields: null` takes the entry away. One call is one change: each listener is told once. */
  readonly change: (list: readonly { readonly map: string; readonly id: string; readonly fields: unknown }[]) => void;
  readonly setState: (state: DocumentState) => void;
}
/** Entries in memory: what every line fills, and what tests and previews use. */
export const heldDocument = (close: () => void = () => undefined, first: DocumentState = { kind: 'loading' }): HeldDocument => {
  const maps = new Map<string, { readonly entries: Map<string, unknown>; ids: readonly string[]; revision: number }>();
  let state = first;
  const states: Listeners = new Set();
  const [ids, entries, wholes] = [keyed(), keyed(), keyed()];
  const open = (map: string) => {
    const known = maps.get(map);
    if (known) return known;
    const made = { entries: new Map<string, unknown>(), ids: none, revision: 0 };
    maps.set(map, made);
    return made;
  };
  return {
    state: () => state,
    ids: (map) => maps.get(map)?.ids ?? none,
    entry: (map, id) => maps.get(map)?.entries.get(id),
    revision: (map) => maps.get(map)?.revision ?? 0,
    onState: (listener) => {
      states.add(listener);
      return () => states.delete(listener);
    },
    onIds: (map, listener) => ids.on(map, listener),
    onEntry: (map, id, listener) => entries.on(`${map} ${id}`, listener),
    onMap: (map, listener) => wholes.on(map, listener),
    close,
    setState: (next) => {
      state = next;
      for (const listener of states) listener();
    },
    change: (list) => {
      const touched = new Set<string>();
      const moved = new Set<string>();
      for (const { map, id, fields } of list) {
        const at = open(map);
        const had = at.entries.has(id);
        if (fields === null) at.entries.delete(id);
        else at.entries.set(id, fields);
        if (had !== at.entries.has(id)) moved.add(map);
        touched.add(map);
      }
      for (const map of touched) open(map).revision += 1;
      for (const map of moved) open(map).ids = [...open(map).entries.keys()];
      for (const { map, id } of list) entries.tell(`${map} ${id}`);
      for (const map of moved) ids.tell(map);
      for (const map of touched) wholes.tell(map);
    },
  };
};
