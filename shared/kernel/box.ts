// The box of answers, as it is read: who has answered is known only by a key, what was answered is the body.
// The store keeps the rows; this is the reading of the committed ones, the same on the server, in the tests and in a rehearsal.
// One row per key; the edit number decides, so that a late resend of an older answer never wins (PO3).

export type BoxId = string;
export interface BoxEntry {
  /** HMAC of the member or device under the session's own key; gone after the seal. */
  readonly key: string;
  readonly edit: number;
  readonly at: number;
  readonly body: unknown;
}
/** What a rule or a view may ask of a box. */
export interface BoxReading {
  readonly count: (box: BoxId) => number;
  /** Committed entries, in the order in which they arrived as they now are, then by key: the same after a restart (all order is lost at the seal). */
  readonly rows: (box: BoxId) => readonly BoxEntry[];
  readonly of: (box: BoxId, voter: string) => BoxEntry | undefined;
  /** The key under which a member or device answers; undefined once the session's key is destroyed. */
  readonly keyOf: (voter: string) => string | undefined;
  /** Grows with every committed change of a box: lets a view be cached. */
  readonly revision: (box: BoxId) => number;
}

export interface Box extends BoxReading {
  /** True when it entered (first, or a higher edit number). */
  readonly put: (box: BoxId, entry: BoxEntry) => boolean;
  readonly clear: (box: BoxId) => void;
}

const byArrival = (a: BoxEntry, b: BoxEntry): number => a.at - b.at || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** `firstRevision`: where revisions begin; a server that starts again begins above those that devices may still hold. */
export const createBox = (keyOf: (voter: string) => string | undefined = (voter) => voter, firstRevision = 0): Box => {
  const boxes = new Map<BoxId, { entries: Map<string, BoxEntry>; revision: number; list: readonly BoxEntry[] | undefined }>();
  const open = (box: BoxId) => {
    const known = boxes.get(box);
    if (known) return known;
    const made = { entries: new Map<string, BoxEntry>(), revision: firstRevision, list: undefined };
    boxes.set(box, made);
    return made;
  };
  return {
    keyOf,
    count: (box) => boxes.get(box)?.entries.size ?? 0,
    rows: (box) => {
      const found = boxes.get(box);
      if (!found) return [];
      found.list ??= [...found.entries.values()].sort(byArrival);
      return found.list;
    },
    of: (box, voter) => {
      const key = keyOf(voter);
      return key === undefined ? undefined : boxes.get(box)?.entries.get(key);
    },
    revision: (box) => boxes.get(box)?.revision ?? 0,
    put: (box, entry) => {
      const at = open(box);
      const before = at.entries.get(entry.key);
      if (before && before.edit >= entry.edit) return false;
      at.entries.set(entry.key, entry);
      at.revision += 1;
      at.list = undefined;
      return true;
    },
    clear: (box) => {
      const found = boxes.get(box);
      if (!found) return;
      found.entries.clear();
      found.list = undefined;
      found.revision += 1;
    },
  };
};
