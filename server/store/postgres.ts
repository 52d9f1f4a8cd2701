/**
 * PostgreSQL, for where several servers share the sessions or an office already runs one. The same repository as the embedded
 * database; here is only what differs. Secrecy needs two settings of the server that its administrator must make, and `seal`
 * reports whether they are there: `wal_recycle = off` with the right to CHECKPOINT and to switch the write-ahead log, and no
 * archive, replica or slot that copies it. Backups made while a box is open hold its rows: make them after the session.
 */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import type { Engine } from './engine.ts';
import { storeOn } from './repository.ts';
import { StoreFailed } from './store.ts';
import type { Scrub, Store, StoreFailureCode } from './store.ts';
import { makeErasable, migrate } from './tables.ts';
import type { Db, Tables } from './tables.ts';

/** Any number that other programs on the same database do not use: one server at a time makes the tables. */
const MAKING_TABLES = 7_063_215;

const withCode = z.object({ code: z.string() });
const codeOf = (error: unknown): string | null => withCode.safeParse(error).data?.code ?? null;

/** What an error of PostgreSQL or of the way to it means; codes from the manual's appendix A. */
export function postgresFailure(error: unknown): StoreFailed | null {
  if (error instanceof StoreFailed) return error;
  const code = failureOf(codeOf(error), error instanceof Error ? error.message : '');
  return code === null ? null : new StoreFailed(code, String(error), error);
}

function failureOf(code: string | null, message: string): StoreFailureCode | null {
  if (code === '53100') return 'store.full';
  if (code !== null && /^(53300|40001|40P01|55P03|57014)$/.test(code)) return 'store.busy';
  // 08 connection, 57P0x shut down or starting, 58 system, 25006 read only, 53 resources, E… the network.
  if (code !== null && /^(08...|57P0.|58...|25006|53...|E[A-Z]+)$/.test(code)) return 'store.gone';
  // The driver's own errors carry no code.
  if (
    /connection terminated|client has encountered a connection error|timeout exceeded when trying to connect|query read timeout/i.test(
      message,
    )
  ) {
    return 'store.gone';
  }
  return null;
}

/** Times and counts are whole numbers below 2^53; the driver would hand them out as text. For our connections only. */
function integersAsNumbers(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  return types;
}

function postgresEngine(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // A commit that the server has not flushed is not an acknowledged fact, whatever the server's default says.
    options: '-c synchronous_commit=on',
    types: integersAsNumbers(),
  });
  // A connection that dies is replaced at the next use, and the query it was busy with rejects; without these listeners the event
  // itself would take the process down (the pool listens only to idle connections).
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    name: 'postgres',
    db,
    failure: postgresFailure,
    isTaken: (error) => codeOf(error) === '23505',
    keepOnly: async (table, keep) => {
      // A deleted row stays in its page, and VACUUM FULL copies rows that an old transaction could still see. TRUNCATE gives
      // table, indexes and long values new files and removes the old ones at the commit.
      const name = sql.table(`erasable.${table}`);
      await db.transaction().execute(async (trx) => {
        await sql`lock table ${name} in access exclusive mode`.execute(trx);
        await sql`create temp table kept on commit drop as select * from ${name} where ${keep}`.execute(trx);
        await sql`truncate ${name}`.execute(trx);
        await sql`insert into ${name} select * from kept`.execute(trx);
      });
    },
    scrub: async (area) => {
      if (area === 'facts') await sql`vacuum full fact`.execute(db);
      return emptyWriteAheadLog(db);
    },
    freeBytes: () => Promise.resolve(null),
    close: () => db.destroy(),
  };
}

/** Does what the account may do, and says what is left. */
async function emptyWriteAheadLog(db: Db): Promise<Scrub> {
  try {
    await sql`checkpoint`.execute(db);
    await sql`select pg_switch_wal()`.execute(db);
    await sql`checkpoint`.execute(db);
  } catch (error) {
    if (codeOf(error) === '42501') return { left: 'wal' };
    throw error;
  }
  const { rows } = await sql<{ copies: boolean }>`
    select current_setting('wal_recycle')::boolean or current_setting('archive_mode') <> 'off'
      or current_setting('wal_keep_size') <> '0'
      or exists (select 1 from pg_replication_slots) or exists (select 1 from pg_stat_replication) as copies`.execute(db);
  return { left: rows[0]?.copies === false ? 'clean' : 'wal' };
}

/** `url` as in DATABASE_URL. The account must be allowed to make tables, and a schema called `erasable`. */
export async function openPostgres(url: string): Promise<Store> {
  const engine = postgresEngine(url);
  return storeOn(engine, async () => {
    await engine.db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(MAKING_TABLES)})`.execute(trx);
      await sql`create schema if not exists erasable`.execute(trx);
      await makeErasable(trx);
    });
    await migrate(engine.db, { blob: 'bytea' });
  });
}
