// What is being written together and is not yet decided: a document of keyed items (the notes of a board).
// Everybody writes by wishes; the rule checks them and answers with items; the kernel stores the items before anybody is told, and
// publishes of each what its room lets be read. The items are the truth; what devices receive (a Yjs document) is a reading of them,
// made from nothing: what must not be seen (an author, a silent note, a hidden one) never enters it.

export type DocumentId = string;
/** What devices receive of an item: an entry of one map of the shared document. Absent fields are the ordinary case and cost nothing. */
export interface Published {
  readonly map: string;
  readonly fields: Readonly<Record<string, PublishedValue>>;
}
export type PublishedValue = string | number | boolean | null | readonly number[] | Readonly<Record<string, string | number>>;

/** An item that a wish leaves behind; `body: null` takes it away for good. */
export interface ItemChange {
  readonly id: string;
  readonly body: unknown;
}
export interface DocumentsReading {
  /** By id, in the order in which they came. */
  readonly items: (document: DocumentId) => ReadonlyMap<string, unknown>;
  /** Grows with every change of a document. */
  readonly revision: (document: DocumentId) => number;
}

const none: ReadonlyMap<string, unknown> = new Map();
export const noDocuments: DocumentsReading = { items: () => none, revision: () => 0 };

export interface Documents extends DocumentsReading {
  readonly put: (document: DocumentId, changes: readonly ItemChange[]) => void;
  readonly clear: (document: DocumentId) => void;
  readonly ids: () => readonly DocumentId[];
}
/** Documents in memory: on the server those that are stored, in stories and rehearsals simply those. */
export const createDocuments = (firstRevision = 0): Documents => {
  const held = new Map<DocumentId, { readonly items: Map<string, unknown>; revision: number }>();
  const open = (document: DocumentId) => {
    const known = held.get(document);
    if (known) return known;
    const made = { items: new Map<string, unknown>(), revision: firstRevision };
    held.set(document, made);
    return made;
  };
  return {
    items: (document) => held.get(document)?.items ?? none,
    revision: (document) => held.get(document)?.revision ?? 0,
    ids: () => [...held.keys()],
    put: (document, changes) => {
      const at = open(document);
      for (const { id, body } of changes)
        if (body === null) at.items.delete(id);
        else at.items.set(id, body);
      at.revision += 1;
    },
    clear: (document) => {
      const at = held.get(document);
      if (!at) return;
      at.items.clear();
      at.revision += 1;
    },
  };
};
