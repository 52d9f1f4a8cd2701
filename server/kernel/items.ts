// The documents of one log in memory, twice: as they are stored (what views and devices read) and as they will be once the writes that
// wait for their commit are in (what the next wish is decided on). They differ only while a commit is under way: never tell first.
import { createDocuments } from '../../shared/kernel/document.ts';
import type { DocumentsReading, ItemChange } from '../../shared/kernel/document.ts';
import type { ItemRow } from '../store/store.ts';

export interface Staged {
  readonly document: string;
  readonly changes: readonly ItemChange[];
}
export class Items {
  private readonly stored;
  private readonly working;
  private readonly cameAt = new Map<string, number>();
  private staged: Staged[] = [];

  constructor(firstRevision: number) {
    this.stored = createDocuments(firstRevision);
    this.working = createDocuments(firstRevision);
  }

  /** What is stored. */
  get reading(): DocumentsReading {
    return this.stored;
  }
  /** The same with what waits for its commit: for the rule that decides next. */
  get ahead(): DocumentsReading {
    return this.working;
  }
  ids(): readonly string[] {
    return this.stored.ids();
  }

  stage(staged: Staged): void {
    this.working.put(staged.document, staged.changes);
    this.staged.push(staged);
  }
  /** The rows of what waits, as the store takes them; an item keeps the hour at which it first came. */
  rows(now: number): readonly ItemRow[] {
    return this.staged.flatMap(({ document, changes }) =>
      changes.map(({ id, body }) => {
        const key = `${document} ${id}`;
        const at = this.cameAt.get(key) ?? now;
        this.cameAt.set(key, at);
        return { document, id, at, body: body === null ? null : JSON.stringify(body) };
      }),
    );
  }
  /** It is stored now; says which documents changed. */
  commit(): ReadonlySet<string> {
    const touched = new Set<string>();
    for (const { document, changes } of this.staged) {
      this.stored.put(document, changes);
      touched.add(document);
    }
    this.staged = [];
    return touched;
  }
  /** Everything as the store has it: at the start, and after a commit whose outcome is unknown. */
  fill(rows: readonly ItemRow[]): void {
    this.staged = [];
    for (const documents of [this.stored, this.working]) {
      for (const document of documents.ids()) documents.clear(document);
      const by = new Map<string, ItemChange[]>();
      for (const { document, id, body } of rows) {
        const change: ItemChange = { id, body: body === null ? null : JSON.parse(body) };
        const list = by.get(document);
        if (list) list.push(change);
        else by.set(document, [change]);
      }
      for (const [document, changes] of by) documents.put(document, changes);
    }
    this.cameAt.clear();
    for (const { document, id, at } of rows) this.cameAt.set(`${document} ${id}`, at);
  }
}
