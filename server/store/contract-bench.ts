/**
 * What the two halves of the contract suite share: a place, a store in it, sample rows, and the search for bytes that must be gone.
 */
import { afterEach, beforeEach, expect } from 'vitest';
import type { AnswerRow, FactRow, Store } from './store.ts';

/** An empty place to store things, made for one test. */
export type Place = {
  readonly open: () => Promise<Store>;
  /** What a second server on the same data would hold; with the embedded database that is the same store. */
  readonly secondServer: (first: Store) => Promise<Store>;
  /** DATA_DIR or DATABASE_URL of this place, for another process. */
  readonly env: Readonly<Record<string, string>>;
  /** Do the raw files hold these bytes anywhere? null where they are out of reach. */
  readonly holds: (text: string) => Promise<boolean | null>;
  readonly remove: () => Promise<void>;
};

/** What a test of the contract works with: made anew for each one; `store` changes at `reopen`. */
export type Bench = {
  readonly place: () => Place;
  readonly store: () => Store;
  readonly secondServer: () => Promise<Store>;
  readonly reopen: () => Promise<void>;
};

export const fact = (seq: number, more: Partial<FactRow> = {}): FactRow => ({
  seq,
  at: 1_700_000_000_000 + seq,
  by: 'facilitator:f1',
  cause: `cause-${seq}`,
  body: `{"type":"agenda.started","v":1,"n":${seq}}`,
  hash: `hash-${seq}`,
  session: null,
  ...more,
});

export const answer = (key: string, edit: number, body: string, box = 'b1'): AnswerRow => ({
  box,
  session: 's1',
  key,
  edit,
  at: 1_700_000_000_000 + edit,
  body,
});

/** Asserts that bytes are gone which `before` proved to be findable: a search that never finds anything proves nothing. */
export async function expectGone(place: Place, before: boolean | null, text: string): Promise<void> {
  if (before === null) return;
  expect(before).toBe(true);
  expect(await place.holds(text)).toBe(false);
}

export function benchOn(freshPlace: () => Promise<Place>): Bench {
  let place: Place;
  let store: Store;
  const others: Store[] = [];
  beforeEach(async () => {
    place = await freshPlace();
    store = await place.open();
  });
  afterEach(async () => {
    for (const other of others.splice(0)) await other.close();
    await store.close();
    await place.remove();
  });
  return {
    place: () => place,
    store: () => store,
    secondServer: async () => {
      const second = await place.secondServer(store);
      if (second !== store) others.push(second);
      return second;
    },
    reopen: async () => {
      await store.close();
      store = await place.open();
    },
  };
}
