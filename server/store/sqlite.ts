/**
 * The embedded database: one laptop, one process, nothing to install. Two files in the data folder: `plenaria.db` keeps,
 * `erasable.db` forgets (see `tables.ts`). Write-ahead log with a flush at every commit: what was acknowledged survives a pulled
 * plug. The process owns both files exclusively: a second one is refused, and no reader can hold back the emptying of the
 * write-ahead log that a seal needs. Limit: do not open these files by other means in the same process (closing any
 * descriptor of a file drops the process's locks on it).
 */
import { mkdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type { Engine } from './engine.ts';
import { storeOn } from './repository.ts';
import { StoreFailed } from './store.ts';
import type { Store, StoreFailureCode } from './store.ts';
import { makeErasable, migrate } from './tables.ts';
import type { Db, Tables } from './tables.ts';

export type SqlitePlace = { readonly dir: string } | { readonly memory: true };

const MAIN = 'plenaria.db';
const ERASABLE = 'erasable.db';
/** A restarted server meets its dying predecessor for this long before it says that the folder is taken. */
const LOCK_PATIENCE_MS = 1500;

/** What an SQLite error means for the people in the room. */
export function sqliteFailure(error: unknown): StoreFailed | null {
  if (error instanceof StoreFailed) return error;
  if (!(error instanceof Database.SqliteError)) return null;
  const code = failureOf(error.code);
  return code === null ? null : new StoreFailed(code, `${error.code} ${error.message}`, error);
}

function failureOf(code: string): StoreFailureCode | null {
  if (code === 'SQLITE_FULL') return 'store.full';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'store.busy';
  if (/^SQLITE_(IOERR|READONLY|CANTOPEN|PERM|NOTADB|CORRUPT)/.test(code)) return 'store.gone';
  return null;
}

/** One connection that comes back by itself after the disk was away, and that keeps its compiled statements. */
class Connection implements SqliteDatabase {
  readonly #place: SqlitePlace;
  #handle: Database.Database | null = null;
  #statements = new Map<string, SqliteStatement>();
  #files: readonly string[] = [];
  #closed = false;

  constructor(place: SqlitePlace) {
    this.#place = place;
    this.#open(false);
  }

  prepare(text: string): SqliteStatement {
    const lost = this.#handle === null || (!this.#handle.inTransaction && this.#moved());
    if (text === 'rollback' && (this.#handle === null || !this.#handle.inTransaction)) return NOTHING;
    if (lost) {
      // A transaction that lost its connection must not go on in the next one: only `begin` and single statements reopen.
      if (text === 'commit') throw new StoreFailed('store.gone', 'the connection was lost before the commit');
      this.#drop();
      this.#open(true);
    }
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    const handle = this.#handle;
    if (handle === null) throw new StoreFailed('store.gone', 'closed');
    try {
      const statement = this.#watched(handle.prepare(text));
      this.#statements.set(text, statement);
      return statement;
    } catch (error) {
      this.#judge(error);
      throw error;
    }
  }

  close(): void {
    this.#closed = true;
    this.#drop();
  }

  #watched(statement: Database.Statement): SqliteStatement {
    const watch = <T>(work: () => T): T => {
      try {
        return work();
      } catch (error) {
        this.#judge(error);
        throw error;
      }
    };
    return {
      reader: statement.reader,
      all: (parameters) => watch(() => statement.all(parameters)),
      run: (parameters) => watch(() => statement.run(parameters)),
      iterate: (parameters) => statement.iterate(parameters),
    };
  }

  /** After an error of the disk the handle cannot be trusted: let it go, so that the next statement opens the files afresh. */
  #judge(error: unknown): void {
    if (sqliteFailure(error)?.code === 'store.gone') this.#drop();
  }

  #drop(): void {
    const handle = this.#handle;
    this.#handle = null;
    this.#statements = new Map();
    try {
      handle?.close();
    } catch {
      // The disk is away: there is nothing left to close.
    }
  }

  /** A file that was deleted or replaced would go on taking writes that nobody can ever read. */
  #moved(): boolean {
    const now = this.#identities();
    return this.#files.some((seen, i) => seen !== now[i]);
  }

  #identities(): readonly string[] {
    const place = this.#place;
    if ('memory' in place) return [];
    return [MAIN, ERASABLE].map((name) => {
      const found = statSync(join(place.dir, name), { throwIfNoEntry: false });
      return found === undefined ? 'none' : `${found.dev}:${found.ino}`;
    });
  }

  #open(again: boolean): void {
    if (this.#closed) throw new Error('the store is closed');
    const place = this.#place;
    if ('memory' in place) {
      this.#handle = new Database(':memory:');
      this.#handle.exec(`attach ':memory:' as erasable; pragma temp_store = memory`);
      return;
    }
    if (!again) mkdirSync(place.dir, { recursive: true, mode: 0o700 });
    else if (this.#identities().includes('none')) throw new StoreFailed('store.gone', `${place.dir} has no ${MAIN} and ${ERASABLE}`);
    const handle = new Database(join(place.dir, MAIN), { timeout: LOCK_PATIENCE_MS });
    try {
      handle.prepare('attach ? as erasable').run(join(place.dir, ERASABLE));
      handle.exec(`
        pragma locking_mode = exclusive;
        pragma main.journal_mode = wal; pragma erasable.journal_mode = wal;
        pragma main.synchronous = full; pragma erasable.synchronous = full;
        pragma main.secure_delete = on; pragma erasable.secure_delete = on;
        pragma temp_store = memory;
        begin exclusive; commit;`);
    } catch (error) {
      handle.close();
      if (sqliteFailure(error)?.code === 'store.busy') {
        throw new StoreFailed(
          'store.locked',
          `another Plenaria is running on ${place.dir}: stop it first, or choose another DATA_DIR`,
          error,
        );
      }
      throw error;
    }
    this.#handle = handle;
    this.#files = this.#identities();
  }
}

const NOTHING: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

/** Exported apart from `openSqlite` so that tests can make the disk small. */
export function sqliteEngine(place: SqlitePlace): Engine {
  const connection = openConnection(place);
  const db: Db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) });
  const inMemory = 'memory' in place;
  return {
    name: 'sqlite',
    db,
    failure: sqliteFailure,
    isTaken: (error) =>
      error instanceof Database.SqliteError && (error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || error.code === 'SQLITE_CONSTRAINT_UNIQUE'),
    keepOnly: async (table, keep) => {
      await sql`delete from ${sql.table(`erasable.${table}`)} where not ${keep}`.execute(db);
    },
    scrub: async (area) => {
      // Deleting zeroes the rows, but moved rows leave copies in the unused part of pages: only a rewrite is sure.
      const schema = sql.raw(area === 'erasable' ? 'erasable' : 'main');
      await sql`vacuum ${schema}`.execute(db);
      if (!inMemory) {
        const { rows } = await sql<{ busy: number }>`pragma ${schema}.wal_checkpoint(truncate)`.execute(db);
        if (rows[0]?.busy !== 0) throw new StoreFailed('store.busy', 'the write-ahead log could not be emptied');
      }
      return { left: 'clean' };
    },
    freeBytes: async () => {
      if ('memory' in place) return null;
      try {
        const { bavail, bsize } = await statfs(place.dir);
        return bavail * bsize;
      } catch {
        return null;
      }
    },
    close: async () => {
      await db.destroy();
      connection.close();
    },
  };
}

function openConnection(place: SqlitePlace): Connection {
  try {
    return new Connection(place);
  } catch (error) {
    throw sqliteFailure(error) ?? error;
  }
}

/** Opens or makes the two files. Throws StoreFailed 'store.locked' when another process has them. */
export async function openSqlite(place: SqlitePlace): Promise<Store> {
  return storeOnSqlite(sqliteEngine(place));
}

export function storeOnSqlite(engine: Engine): Promise<Store> {
  return storeOn(engine, async () => {
    await makeErasable(engine.db);
    await migrate(engine.db, { blob: 'blob' });
  });
}
