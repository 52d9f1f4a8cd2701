/**
 * A throw-away PostgreSQL for the contract suite and for whole sessions in browsers: the one that DATABASE_URL_TEST names, or
 * one made from the programs installed on this machine, in a temporary folder, on a free port, gone when the tests end.
 * It is set up as the README asks for secrecy (`wal_recycle = off`), and without flushes: nobody cuts the power of a test.
 * Never used outside tests.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export type TestPostgres =
  | { readonly state: 'absent'; readonly reason: string }
  | {
      readonly state: 'running';
      /** Makes an empty database and returns its URL. */
      readonly freshDatabase: () => Promise<string>;
      /** The server's own files and its switch, where we made it; null for one that we were given. */
      readonly own: { readonly dataDir: string; readonly halt: () => void; readonly resume: () => void } | null;
      /** Drops what was made. */
      readonly stop: () => Promise<void>;
    };

const INSTALLED = '/usr/lib/postgresql';

export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env['DATABASE_URL_TEST'];
  if (given !== undefined && given !== '') return { ...databasesOf(given), own: null };
  const bin = newestInstalled();
  if (bin === null) return { state: 'absent', reason: 'PostgreSQL not installed here' };
  const account = serverAccount();
  if (account === null) return { state: 'absent', reason: 'PostgreSQL refuses to run as root and there is no user postgres here' };

  const home = mkdtempSync(join(tmpdir(), 'plenaria-pg-'));
  if (account !== 'self') chownSync(home, account.uid, account.gid);
  chmodSync(home, 0o700);
  const dataDir = join(home, 'data');
  const as = account === 'self' ? {} : account;
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(bin, program), args, { ...as, cwd: home, stdio: ['ignore', 'ignore', 'pipe'], env: { LC_ALL: 'C', PATH: bin } });
  const port = await freePort();
  const options = `-p ${port} -k ${home} -c listen_addresses=127.0.0.1 -c wal_recycle=off -c fsync=off -c max_connections=60`;
  const halt = () => void run('pg_ctl', '-D', dataDir, '-m', 'immediate', '-w', 'stop');
  const resume = () => void run('pg_ctl', '-D', dataDir, '-l', join(home, 'log'), '-o', options, '-w', 'start');
  try {
    run('initdb', '-D', dataDir, '-U', 'plenaria', '-A', 'trust', '-E', 'UTF8', '--no-sync');
    resume();
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
  const databases = databasesOf(`postgres://plenaria@127.0.0.1:${port}/postgres`);
  return {
    ...databases,
    own: { dataDir, halt, resume },
    stop: async () => {
      halt();
      rmSync(home, { recursive: true, force: true });
      await Promise.resolve();
    },
  };
}

function databasesOf(url: string) {
  const made: string[] = [];
  const ask = async (text: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  return {
    state: 'running' as const,
    freshDatabase: async () => {
      const name = `plenaria_test_${process.pid}_${made.length + 1}`;
      await ask(`create database ${name}`);
      made.push(name);
      const fresh = new URL(url);
      fresh.pathname = `/${name}`;
      return fresh.href;
    },
    stop: async () => {
      for (const name of made) await ask(`drop database if exists ${name} with (force)`);
    },
  };
}

function newestInstalled(): string | null {
  if (!existsSync(INSTALLED)) return null;
  const versions = readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a));
  const found = versions.map((version) => join(INSTALLED, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
  return found ?? null;
}

function serverAccount(): 'self' | { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return 'self';
  try {
    const id = (what: string) => Number(execFileSync('id', [what, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });
}
