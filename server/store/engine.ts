/**
 * The seam between the repository (one code) and the two engines: what SQLite and PostgreSQL really do differently.
 * Everything else about storing an assembly is written once in `logs.ts`, `boxes.ts` and `records.ts`.
 */
import { CompiledQuery, sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from './tables.ts';
import type { Scrub, StoreFailed } from './store.ts';

export type ErasableTable = 'box_open' | 'secret' | 'person' | 'item';

export type Engine = {
  readonly name: 'sqlite' | 'postgres';
  readonly db: Db;
  /** The typed failure behind an engine's error, or null when it is not a failure of the store (our own bug). */
  failure(error: unknown): StoreFailed | null;
  /** Was it refused because the key is taken? */
  isTaken(error: unknown): boolean;
  /** Leaves in `erasable.<table>` only the rows for which `keep` holds, so that a scrub can get rid of the others' bytes. */
  keepOnly(table: ErasableTable, keep: RawBuilder<unknown>): Promise<void>;
  /** Rewrites what lies there, so that no deleted byte is left in tables, free pages and write-ahead files. */
  scrub(area: 'erasable' | 'facts'): Promise<Scrub>;
  freeBytes(): Promise<number | null>;
  close(): Promise<void>;
};

/** Runs store work and turns the engine's errors into typed ones. */
export async function guarded<T>(engine: Engine, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw engine.failure(error) ?? error;
  }
}

/** Sorts are made here and not by the engines, which do not agree on the order of letters. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Rows of one insert: under every engine's limit of parameters, and where the gain per row has flattened out. */
export const ROWS_PER_INSERT = 100;

/**
 * An insert of many rows whose SQL is built once per number of rows: building it anew costs more than running it.
 * `before` is everything up to `values`, `after` what follows. Returns the rows of a `returning`.
 */
export function bulkInsert<R>(width: number, before: RawBuilder<unknown>, after: RawBuilder<unknown>) {
  const texts = new Map<number, string>();
  const textFor = (db: Db, rows: number): string => {
    const known = texts.get(rows);
    if (known !== undefined) return known;
    const row = sql`(${sql.join(Array.from({ length: width }, () => sql`${0}`))})`;
    const text = sql`${before} values ${sql.join(Array.from({ length: rows }, () => row))} ${after}`.compile(db).sql;
    texts.set(rows, text);
    return text;
  };
  return async (trx: Db, values: readonly (readonly unknown[])[]): Promise<R[]> => {
    const out: R[] = [];
    for (let start = 0; start < values.length; start += ROWS_PER_INSERT) {
      const part = values.slice(start, start + ROWS_PER_INSERT);
      const query: CompiledQuery<R> = CompiledQuery.raw(textFor(trx, part.length), part.flat());
      const done = await trx.executeQuery(query);
      for (const row of done.rows) out.push(row);
    }
    return out;
  };
}

/**
 * Something to be scrubbed, noted in the transaction that makes it necessary (or before it) and struck off when done: a process
 * that dies midway does it at its next open. `what` tells apart those that run at the same time.
 */
export type Chore = { readonly area: 'erasable' | 'facts'; readonly what: string };

export async function noteChores(db: Db, chores: readonly Chore[]): Promise<void> {
  await db
    .insertInto('chore')
    .values(chores)
    .onConflict((c) => c.doNothing())
    .execute();
}

export async function scrubAndStrike(engine: Engine, area: Chore['area'], chores: readonly Chore[]): Promise<Scrub> {
  const scrub = await engine.scrub(area);
  for (const { what } of chores) {
    await engine.db.deleteFrom('chore').where('area', '=', area).where('what', '=', what).execute();
  }
  return scrub;
}
