// A real server on a free port with its store in memory, and browsers that keep cookies: what the tests of the organiser's doors stand on.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../app.ts';
import type { App } from '../app.ts';
import { newId } from '../kernel/random.ts';
import { openSqlite } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { setupLink } from './setup.ts';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}
export interface Browser {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body?: unknown) => Promise<Answer>;
  readonly csv: (path: string, bytes: string) => Promise<Answer>;
  readonly remove: (path: string) => Promise<Answer>;
  /** Opens a link as its page does. */
  readonly open: (url: string) => Promise<Answer>;
  readonly cookie: () => string;
}
export interface House {
  readonly app: App;
  readonly base: string;
  readonly browser: () => Browser;
  /** A browser with an account in it, made without the slow passphrase. */
  readonly organiser: () => Promise<Browser>;
  /** The same by the printed link, with `passphrase`. */
  readonly register: () => Promise<Browser>;
  readonly stop: () => Promise<void>;
}

export const passphrase = 'nove gatti sul tetto';
export const tokenIn = (url: string): string => url.slice(url.lastIndexOf('=') + 1);
export const text = (answer: Answer, field: string): string => {
  const value = answer.data[field];
  if (typeof value !== 'string') throw new Error(`no ${field} in ${answer.text}`);
  return value;
};

export const openHouse = async (
  options: { readonly store?: (real: Store) => Store; readonly clock?: () => number; readonly crowd?: string } = {},
): Promise<House> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'organiser-'));
  const real = await openSqlite({ memory: true });
  const app = await openApp({
    dataDir,
    store: options.store?.(real) ?? real,
    ...(options.clock ? { clock: options.clock } : {}),
    ...(options.crowd === undefined ? {} : { crowd: options.crowd }),
  });
  const base = `http://127.0.0.1:${await app.listen(0, '127.0.0.1')}`;

  const browser = (held: readonly (readonly [string, string])[] = []): Browser => {
    const jar = new Map(held);
    const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const ask = async (method: string, path: string, type: string | null, body: string | null): Promise<Answer> => {
      const response = await fetch(base + path, {
        method,
        headers: { cookie: cookie(), ...(type === null ? {} : { 'content-type': type }) },
        ...(body === null ? {} : { body }),
      });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const at = pair.indexOf('=');
        jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const received = await response.text();
      const json = response.headers.get('content-type')?.includes('json') ?? false;
      const data: unknown = json ? JSON.parse(received) : {};
      return {
        status: response.status,
        type: response.headers.get('content-type') ?? '',
        text: received,
        data: typeof data === 'object' && data !== null ? { ...data } : {},
      };
    };
    return {
      get: (path) => ask('GET', path, null, null),
      post: (path, body = {}) => ask('POST', path, 'application/json', JSON.stringify(body)),
      csv: (path, bytes) => ask('POST', path, 'text/csv', bytes),
      remove: (path) => ask('DELETE', path, null, null),
      open: (url) => ask('POST', '/api/enter', 'application/json', JSON.stringify({ token: tokenIn(url) })),
      cookie,
    };
  };
  return {
    app,
    base,
    browser: () => browser(),
    organiser: async () => {
      const id = newId();
      await app.store.putAccount({ id, name: 'Marta Riva', passHash: 'closed', createdAt: 1 });
      const { token } = await app.access.makeDevice({ role: 'organiser', assembly: null, session: null, label: 'Marta Riva', from: id });
      return browser([['plenaria_organiser', token]]);
    },
    register: async () => {
      const one = browser();
      const link = await setupLink(app, { base });
      if (link === null) throw new Error('there is an account already');
      await one.post('/api/setup', { token: tokenIn(link), name: 'Marta Riva', passphrase });
      return one;
    },
    stop: async () => {
      await app.stop();
      await rm(dataDir, { recursive: true });
    },
  };
};

/** An assembly with its seats and one session, made over HTTP as the page does. */
export const furnish = async (
  organiser: Browser,
  template: unknown = { kind: 'empty' },
): Promise<{ readonly assembly: string; readonly session: string }> => {
  const assembly = text(await organiser.post('/api/assemblies', { name: { original: 'it', it: `Clima ${newId()}` } }), 'assembly');
  await organiser.post(`/api/assemblies/${assembly}/roll/seats`, { id: newId(), from: 1, to: 3, replaces: false });
  const made = await organiser.post(`/api/assemblies/${assembly}/sessions`, session(template));
  return { assembly, session: text(made, 'session') };
};
export const session = (template: unknown) => ({
  template,
  title: { original: 'it', it: 'Seconda plenaria' },
  day: '2026-11-28',
  startsAt: '09:00',
  timeZone: 'Europe/Rome',
  place: 'Sala grande',
});
