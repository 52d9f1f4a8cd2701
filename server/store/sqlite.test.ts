/**
 * The contract on the embedded database, and what only it has: one process per data folder, a disk that fills up or goes away,
 * a power cut in the middle of a seal.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { answer, fact } from './contract-bench.ts';
import type { Place } from './contract-bench.ts';
import { storeContract } from './contract.ts';
import { openSqlite, sqliteEngine, storeOnSqlite } from './sqlite.ts';
import { StoreFailed } from './store.ts';
import type { LogName } from './store.ts';

const LOG: LogName = { scope: 'session', id: 's1' };

/** Read by another process: closing a file here would drop the locks that this process holds on it. */
const holds = (dir: string, text: string): boolean =>
  execFileSync(
    'cat',
    readdirSync(dir).map((name) => join(dir, name)),
    { maxBuffer: 2 ** 28 },
  ).includes(text);

function freshPlace(): Promise<Place> {
  const dir = mkdtempSync(join(tmpdir(), 'plenaria-store-'));
  return Promise.resolve({
    open: () => openSqlite({ dir }),
    secondServer: (first) => Promise.resolve(first),
    env: { DATA_DIR: dir, DATABASE_URL: '' },
    holds: (text) => Promise.resolve(holds(dir, text)),
    remove: () => rm(dir, { recursive: true, force: true }),
  });
}

storeContract('the embedded database', freshPlace);

describe('the embedded database', () => {
  const dirs: string[] = [];
  const freshDir = (): string => {
    const dir = mkdtempSync(join(tmpdir(), 'plenaria-store-'));
    dirs.push(dir);
    return dir;
  };
  afterEach(() => {
    for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
  });
  const refusal = async (work: Promise<unknown>): Promise<string> => {
    try {
      await work;
    } catch (error) {
      if (error instanceof StoreFailed) return error.code;
      throw error;
    }
    return 'done';
  };

  test('a second process on the same folder is told that it is taken', async () => {
    const dir = freshDir();
    const store = await openSqlite({ dir });
    expect(await refusal(openSqlite({ dir }))).toBe('store.locked');
    const script = new URL('./writer-for-tests.ts', import.meta.url).pathname;
    const second = spawnSync(process.execPath, [script], { env: { ...process.env, DATA_DIR: dir, DATABASE_URL: '' } });
    expect(second.status).not.toBe(0);
    expect(second.stderr.toString()).toContain('another Plenaria is running on');
    await store.append(LOG, [fact(1)], 0);
    await store.close();
    const next = await openSqlite({ dir });
    expect(await next.read(LOG)).toHaveLength(1);
    await next.close();
  });

  test('[K2] a full disk refuses with nothing half written, and the store recovers when there is room', async () => {
    const engine = sqliteEngine({ dir: freshDir() });
    const store = await storeOnSqlite(engine);
    const limit = async (schema: string, room: number): Promise<void> => {
      const { rows } = await sql<{ page_count: number }>`pragma ${sql.raw(schema)}.page_count`.execute(engine.db);
      await sql`pragma ${sql.raw(schema)}.max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + room)}`.execute(engine.db);
    };
    await store.append(LOG, [fact(1)], 0);
    await store.putAnswers([answer('seat1', 1, 'A')]);
    await limit('main', 3);
    await limit('erasable', 3);
    const long = 'x'.repeat(3000);
    const many = Array.from({ length: 40 }, (_, i) => fact(i + 2, { body: long }));
    const outbox = [{ id: 'o1', to: LOG, body: '{}', at: 1 }];
    expect(await refusal(store.append(LOG, many, 1, outbox))).toBe('store.full');
    expect(await refusal(store.putAnswers(many.map(({ seq }) => answer(`seat${seq}`, 1, long))))).toBe('store.full');
    expect(
      await refusal(
        store.putFile({
          id: 'f',
          session: 's1',
          name: 'n',
          mime: 'm',
          sha256: 'h',
          pages: null,
          createdAt: 1,
          bytes: new Uint8Array(99_000),
        }),
      ),
    ).toBe('store.full');
    expect(await store.read(LOG)).toEqual([fact(1)]);
    expect(await store.pendingOutbox()).toEqual([]);
    expect(await store.readBox('b1')).toMatchObject({ rows: [{ key: 'seat1' }] });
    await limit('main', 10_000);
    await limit('erasable', 10_000);
    await store.append(LOG, many, 1, outbox);
    await store.putAnswers(many.map(({ seq }) => answer(`seat${seq}`, 1, long)));
    expect(await store.read(LOG)).toHaveLength(41);
    await store.close();
  });

  test('[K2] a data folder that goes away is noticed before anything is acknowledged, and taken up again when it is back', async () => {
    const dir = freshDir();
    const away = `${dir}-away`;
    dirs.push(away);
    const store = await openSqlite({ dir });
    await store.append(LOG, [fact(1)], 0);
    renameSync(dir, away);
    expect(await refusal(store.append(LOG, [fact(2)], 1))).toBe('store.gone');
    expect(await refusal(store.putAnswers([answer('seat1', 1, 'A')]))).toBe('store.gone');
    expect(await store.health()).toMatchObject({ ok: false, code: 'store.gone' });
    renameSync(away, dir);
    expect(await store.health()).toEqual({ ok: true });
    await store.append(LOG, [fact(2)], 1);
    expect(await store.read(LOG)).toEqual([fact(1), fact(2)]);
    await store.close();
  });

  for (const step of ['keepOnly', 'scrub'] as const) {
    test(`[VO4] a process that dies during a seal, before its step ${step}, ends it at the next start`, async () => {
      const dir = freshDir();
      const engine = sqliteEngine({ dir });
      const store = await storeOnSqlite({ ...engine, [step]: () => Promise.reject(new Error('power cut')) });
      const seats = Array.from({ length: 100 }, (_, i) => answer(`secret-seat-${i}-`, 1, i % 2 ? 'yes' : 'no'));
      await store.putAnswers(seats);
      await expect(store.seal('s1', ['b1'])).rejects.toThrow('power cut');
      expect(await store.readBox('b1')).toMatchObject({ state: 'sealed', bodies: { length: 100 } });
      expect(holds(dir, 'secret-seat-')).toBe(true);
      await store.close();
      const next = await openSqlite({ dir });
      expect(holds(dir, 'secret-seat-')).toBe(false);
      expect(await next.readBox('b1')).toMatchObject({ state: 'sealed', bodies: { length: 100 } });
      await next.close();
    });
  }

  test('a store in memory (a rehearsal) seals and answers like the others', async () => {
    const store = await openSqlite({ memory: true });
    await store.append(LOG, [fact(1)], 0);
    await store.putAnswers([answer('seat1', 1, 'B'), answer('seat2', 1, 'A')]);
    expect(await store.seal('s1', ['b1'])).toEqual({ left: 'clean' });
    expect(await store.readBox('b1')).toEqual({ state: 'sealed', bodies: ['A', 'B'] });
    expect(await store.health()).toEqual({ ok: true });
    expect(await store.freeBytes()).toBeNull();
    await store.close();
  });

  test('the free space of the disk is known', async () => {
    const store = await openSqlite({ dir: freshDir() });
    expect(await store.freeBytes()).toBeGreaterThan(0);
    await store.close();
  });
});
