/**
 * The plain tables: who may come in (links, devices, organisers' accounts), the materials shown in the room, and small
 * documents such as an organiser's templates. Tokens and passphrases arrive here already hashed.
 */
import { byCodeUnits, guarded } from './engine.ts';
import type { Engine } from './engine.ts';
import type { AccessRow, AccountRow, FileRow, Store } from './store.ts';

type Records = Pick<
  Store,
  | 'putAccess'
  | 'findAccess'
  | 'listAccess'
  | 'revokeAccess'
  | 'touchAccess'
  | 'putAccount'
  | 'findAccount'
  | 'accounts'
  | 'putFile'
  | 'getFile'
  | 'listFiles'
  | 'deleteFile'
  | 'putDoc'
  | 'getDoc'
  | 'listDocs'
  | 'deleteDoc'
>;

const FILE_INFO = ['id', 'session', 'name', 'mime', 'size', 'sha256', 'pages', 'createdAt'] as const;

export function recordsOn(engine: Engine): Records {
  const { db } = engine;
  return {
    putAccess: (row: AccessRow) =>
      guarded(engine, async () => {
        const { id, ...rest } = row;
        await db
          .insertInto('access')
          .values({ id, ...rest })
          .onConflict((c) => c.column('id').doUpdateSet(rest))
          .execute();
      }),
    findAccess: (hash: string) =>
      guarded(engine, async () => {
        const row = await db.selectFrom('access').selectAll().where('hash', '=', hash).executeTakeFirst();
        return row ?? null;
      }),
    listAccess: (where) =>
      guarded(engine, () => {
        const rows = db.selectFrom('access').selectAll().orderBy('createdAt').orderBy('id');
        if ('session' in where) return rows.where('session', '=', where.session).execute();
        if ('role' in where) return rows.where('role', '=', where.role).execute();
        return rows.where('assembly', '=', where.assembly).execute();
      }),
    revokeAccess: (id: string, at: number) =>
      guarded(engine, async () => {
        await db.updateTable('access').set({ revokedAt: at }).where('id', '=', id).where('revokedAt', 'is', null).execute();
      }),
    touchAccess: (id: string, at: number) =>
      guarded(engine, async () => {
        await db.updateTable('access').set({ lastSeenAt: at }).where('id', '=', id).execute();
      }),

    putAccount: (row: AccountRow) =>
      guarded(engine, async () => {
        const { id, ...rest } = row;
        await db
          .insertInto('account')
          .values({ id, ...rest })
          .onConflict((c) => c.column('id').doUpdateSet(rest))
          .execute();
      }),
    findAccount: (name: string) =>
      guarded(engine, async () => {
        const row = await db.selectFrom('account').selectAll().where('name', '=', name).executeTakeFirst();
        return row ?? null;
      }),
    accounts: () => guarded(engine, () => db.selectFrom('account').selectAll().orderBy('createdAt').orderBy('id').execute()),

    putFile: (row: FileRow) =>
      guarded(engine, async () => {
        const { id, bytes, ...rest } = row;
        const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        const values = { ...rest, size: bytes.byteLength, bytes: buffer };
        await db
          .insertInto('file')
          .values({ id, ...values })
          .onConflict((c) => c.column('id').doUpdateSet(values))
          .execute();
      }),
    getFile: (id: string) =>
      guarded(engine, async () => {
        const row = await db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst();
        if (row === undefined) return null;
        const { size: _size, bytes, ...rest } = row;
        return { ...rest, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
      }),
    listFiles: (session: string) =>
      guarded(engine, () =>
        db.selectFrom('file').select(FILE_INFO).where('session', '=', session).orderBy('createdAt').orderBy('id').execute(),
      ),
    deleteFile: (id: string) =>
      guarded(engine, async () => {
        await db.deleteFrom('file').where('id', '=', id).execute();
      }),

    putDoc: (kind: string, id: string, json: string) =>
      guarded(engine, async () => {
        await db
          .insertInto('doc')
          .values({ kind, id, json })
          .onConflict((c) => c.columns(['kind', 'id']).doUpdateSet({ json }))
          .execute();
      }),
    getDoc: (kind: string, id: string) =>
      guarded(engine, async () => {
        const row = await db.selectFrom('doc').select('json').where('kind', '=', kind).where('id', '=', id).executeTakeFirst();
        return row?.json ?? null;
      }),
    listDocs: (kind: string) =>
      guarded(engine, async () => {
        const rows = await db.selectFrom('doc').select(['id', 'json']).where('kind', '=', kind).execute();
        return rows.sort((a, b) => byCodeUnits(a.id, b.id));
      }),
    deleteDoc: (kind: string, id: string) =>
      guarded(engine, async () => {
        await db.deleteFrom('doc').where('kind', '=', kind).where('id', '=', id).execute();
      }),
  };
}
