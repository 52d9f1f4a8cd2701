/**
 * The tables of an assembly's memory, written once for both engines, and the migrations that make them.
 * They lie in two places. `main` keeps: logs, sealed boxes, access, files. `erasable` holds only what must be able to disappear
 * without a trace (open boxes, secrets, people): small, so that it can be rewritten whole in milliseconds. It is a second file
 * beside SQLite's first one, a schema in PostgreSQL. Nothing in `main` ever holds a box's keys, not even its write-ahead log.
 * JSON is text, flags are 0/1, times are integer milliseconds: the same on both.
 */
import type { ColumnType, Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Migration } from 'kysely/migration';

export type Tables = {
  log: { scope: string; id: string };
  fact: {
    scope: string;
    id: string;
    seq: number;
    at: number;
    by: string;
    cause: string | null;
    body: string;
    hash: string;
    session: string | null;
  };
  /** `ord` keeps the order of rows that were appended together. */
  outbox: { id: string; scope: 'assembly' | 'session'; log: string; body: string; at: number; ord: number };
  /** Every box ever answered or sealed. Written before its first answer. */
  box: { id: string; session: string; sealed: number };
  box_sealed: { box: string; n: number; body: string };
  access: {
    id: string;
    hash: string;
    kind: 'link' | 'device' | 'account';
    role: string;
    assembly: string | null;
    session: string | null;
    member: string | null;
    of: string | null;
    group: string | null;
    label: string | null;
    createdAt: number;
    lastSeenAt: number | null;
    revokedAt: number | null;
  };
  account: { id: string; name: string; passHash: string; createdAt: number };
  file: {
    id: string;
    session: string;
    name: string;
    mime: string;
    size: number;
    sha256: string;
    pages: number | null;
    createdAt: number;
    bytes: ColumnType<Uint8Array, Buffer, Buffer>;
  };
  doc: { kind: string; id: string; json: string };
  /** A scrub that was begun: still here at the next open means that it must be done again. */
  chore: { area: 'erasable' | 'facts'; what: string };
  pulse: { id: number; n: number };
  'erasable.box_open': { box: string; key: string; edit: number; at: number; body: string };
  'erasable.secret': { id: string; value: string };
  'erasable.person': { assembly: string; member: string; name: string | null; attributes: string };
  'erasable.item': { session: string; document: string; id: string; at: number; body: string };
  'erasable.pulse': { id: number; n: number };
};

export type Db = Kysely<Tables>;

/** What the engines call differently. */
export type Dialect = { readonly blob: 'blob' | 'bytea' };

/**
 * Made at every open and not by a migration: two files do not share one transaction for certain, and a copy of the first file
 * may come back alone.
 */
export async function makeErasable(db: Db): Promise<void> {
  const schema = db.schema;
  await schema
    .createTable('erasable.box_open')
    .ifNotExists()
    .addColumn('box', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('edit', 'bigint', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('box_open_key', ['box', 'key'])
    .execute();
  await schema
    .createTable('erasable.secret')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('erasable.person')
    .ifNotExists()
    .addColumn('assembly', 'text', (c) => c.notNull())
    .addColumn('member', 'text', (c) => c.notNull())
    .addColumn('name', 'text')
    .addColumn('attributes', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('person_key', ['assembly', 'member'])
    .execute();
  await schema
    .createTable('erasable.item')
    .ifNotExists()
    .addColumn('session', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('item_key', ['session', 'document', 'id'])
    .execute();
  await schema
    .createTable('erasable.pulse')
    .ifNotExists()
    .addColumn('id', 'integer', (c) => c.notNull().primaryKey())
    .addColumn('n', 'bigint', (c) => c.notNull())
    .execute();
}

function first(dialect: Dialect): Migration {
  return {
    async up(db) {
      const { schema } = db;
      await schema
        .createTable('log')
        .addColumn('scope', 'text', (c) => c.notNull())
        .addColumn('id', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('log_key', ['scope', 'id'])
        .execute();
      await schema
        .createTable('fact')
        .addColumn('scope', 'text', (c) => c.notNull())
        .addColumn('id', 'text', (c) => c.notNull())
        .addColumn('seq', 'bigint', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('by', 'text', (c) => c.notNull())
        .addColumn('cause', 'text')
        .addColumn('body', 'text', (c) => c.notNull())
        .addColumn('hash', 'text', (c) => c.notNull())
        .addColumn('session', 'text')
        .addPrimaryKeyConstraint('fact_key', ['scope', 'id', 'seq'])
        .execute();
      await schema
        .createTable('outbox')
        .addColumn('id', 'text', (c) => c.notNull().primaryKey())
        .addColumn('scope', 'text', (c) => c.notNull())
        .addColumn('log', 'text', (c) => c.notNull())
        .addColumn('body', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('ord', 'integer', (c) => c.notNull())
        .execute();
      await schema
        .createTable('box')
        .addColumn('id', 'text', (c) => c.notNull().primaryKey())
        .addColumn('session', 'text', (c) => c.notNull())
        .addColumn('sealed', 'integer', (c) => c.notNull())
        .execute();
      await schema.createIndex('box_session').on('box').column('session').execute();
      await schema
        .createTable('box_sealed')
        .addColumn('box', 'text', (c) => c.notNull())
        .addColumn('n', 'integer', (c) => c.notNull())
        .addColumn('body', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('box_sealed_key', ['box', 'n'])
        .execute();
      await schema
        .createTable('access')
        .addColumn('id', 'text', (c) => c.notNull().primaryKey())
        .addColumn('hash', 'text', (c) => c.notNull().unique())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('assembly', 'text')
        .addColumn('session', 'text')
        .addColumn('member', 'text')
        .addColumn('group', 'text')
        .addColumn('label', 'text')
        .addColumn('createdAt', 'bigint', (c) => c.notNull())
        .addColumn('lastSeenAt', 'bigint')
        .addColumn('revokedAt', 'bigint')
        .execute();
      await schema.createIndex('access_session').on('access').column('session').execute();
      await schema.createIndex('access_assembly').on('access').column('assembly').execute();
      await schema
        .createTable('account')
        .addColumn('id', 'text', (c) => c.notNull().primaryKey())
        .addColumn('name', 'text', (c) => c.notNull().unique())
        .addColumn('passHash', 'text', (c) => c.notNull())
        .addColumn('createdAt', 'bigint', (c) => c.notNull())
        .execute();
      await schema
        .createTable('file')
        .addColumn('id', 'text', (c) => c.notNull().primaryKey())
        .addColumn('session', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('mime', 'text', (c) => c.notNull())
        .addColumn('size', 'bigint', (c) => c.notNull())
        .addColumn('sha256', 'text', (c) => c.notNull())
        .addColumn('pages', 'integer')
        .addColumn('createdAt', 'bigint', (c) => c.notNull())
        .addColumn('bytes', dialect.blob, (c) => c.notNull())
        .execute();
      await schema.createIndex('file_session').on('file').column('session').execute();
      await schema
        .createTable('doc')
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('id', 'text', (c) => c.notNull())
        .addColumn('json', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('doc_key', ['kind', 'id'])
        .execute();
      await schema
        .createTable('chore')
        .addColumn('area', 'text', (c) => c.notNull())
        .addColumn('what', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('chore_key', ['area', 'what'])
        .execute();
      await schema
        .createTable('pulse')
        .addColumn('id', 'integer', (c) => c.notNull().primaryKey())
        .addColumn('n', 'bigint', (c) => c.notNull())
        .execute();
    },
  };
}

/** A table facilitator's link is for one table. */
const tables: Migration = {
  async up(db) {
    await db.schema.alterTable('access').addColumn('table', 'text').execute();
  },
};

/** An expert's link is for one expert: the column is called by what it is. */
const experts: Migration = {
  async up(db) {
    await db.schema.alterTable('access').renameColumn('table', 'of').execute();
  },
};

/** Brings the tables to the newest shape; with PostgreSQL one server does it while the others wait. Throws what went wrong. */
export async function migrate(db: Db, dialect: Dialect): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: () =>
        Promise.resolve({ '2026-11-first': first(dialect), '2026-11-tables': tables, '2026-11-tables-experts': experts }),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error) throw error;
  if (error !== undefined) throw new Error('the tables could not be made', { cause: error });
}
