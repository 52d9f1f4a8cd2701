/**
 * The contract on PostgreSQL, and what only it has: a server that goes down and comes back, several servers of ours on one
 * database, an account without the right to empty the write-ahead log. Skipped, and said so, where no PostgreSQL is installed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { answer, fact } from './contract-bench.ts';
import type { Place } from './contract-bench.ts';
import { storeContract } from './contract.ts';
import { startPostgres } from './postgres-for-tests.ts';
import { openPostgres, postgresFailure } from './postgres.ts';
import { StoreFailed } from './store.ts';
import type { LogName } from './store.ts';

const LOG: LogName = { scope: 'session', id: 's1' };
const server = await startPostgres();

/** Files come and go while the server runs: one that is gone holds nothing. */
function holds(dir: string, text: string): boolean {
  return readdirSync(dir, { recursive: true, withFileTypes: true }).some((entry) => {
    if (!entry.isFile()) return false;
    try {
      return readFileSync(join(entry.parentPath, entry.name)).includes(text);
    } catch {
      return false;
    }
  });
}

async function ask(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}

if (server.state === 'absent') {
  describe.skip(`store on PostgreSQL: ${server.reason}`, () => {
    test('the contract', () => {});
  });
} else {
  const { freshDatabase, own, stop } = server;
  afterAll(stop);

  const freshPlace = async (): Promise<Place> => {
    const url = await freshDatabase();
    return {
      open: () => openPostgres(url),
      secondServer: () => openPostgres(url),
      env: { DATABASE_URL: url, DATA_DIR: '' },
      holds: async (text) => {
        if (own === null) return null;
        await ask(url, 'checkpoint');
        return holds(own.dataDir, text);
      },
      remove: () => Promise.resolve(),
    };
  };

  storeContract('PostgreSQL', freshPlace);

  describe('PostgreSQL', () => {
    test('[K10] several servers that start together on an empty database share it', async () => {
      const url = await freshDatabase();
      const [first, second, third] = await Promise.all([openPostgres(url), openPostgres(url), openPostgres(url)]);
      await first.append(LOG, [fact(1)], 0);
      await second.append(LOG, [fact(2)], 1);
      expect(await third.read(LOG)).toEqual([fact(1), fact(2)]);
      for (const store of [first, second, third]) await store.close();
    });

    test.skipIf(own === null)('[VO4] a seal says so when the account may not empty the write-ahead log', async () => {
      const url = new URL(await freshDatabase());
      const name = `plain_${process.pid}`;
      const database = url.pathname.slice(1);
      await ask(url.href, `create role ${name} login; alter database ${database} owner to ${name}; alter schema public owner to ${name}`);
      url.username = name;
      const store = await openPostgres(url.href);
      await store.putAnswers([answer('seat1', 1, 'A')]);
      expect(await store.seal('s1', ['b1'])).toEqual({ left: 'wal' });
      expect(await store.readBox('b1')).toEqual({ state: 'sealed', bodies: ['A'] });
      await store.close();
    });

    test.skipIf(own === null)('[K2] a server that goes down is a typed failure, and the store goes on when it is back', async () => {
      const store = await openPostgres(await freshDatabase());
      await store.append(LOG, [fact(1)], 0);
      own?.halt();
      await expect(store.append(LOG, [fact(2)], 1)).rejects.toMatchObject({ code: 'store.gone' });
      expect(await store.health()).toMatchObject({ ok: false, code: 'store.gone' });
      own?.resume();
      expect(await store.health()).toEqual({ ok: true });
      await store.append(LOG, [fact(2)], 1);
      expect(await store.read(LOG)).toEqual([fact(1), fact(2)]);
      await store.close();
    });

    test('errors of the server become the four codes', () => {
      const code = (value: string) => postgresFailure(Object.assign(new Error('x'), { code: value }))?.code ?? null;
      expect(['53100', '53300', '40P01', '57P01', '08006', 'ECONNREFUSED', '23505', '42P01'].map(code)).toEqual([
        'store.full',
        'store.busy',
        'store.busy',
        'store.gone',
        'store.gone',
        'store.gone',
        null,
        null,
      ]);
      expect(postgresFailure(new Error('Connection terminated unexpectedly'))).toBeInstanceOf(StoreFailed);
    });
  });
}
