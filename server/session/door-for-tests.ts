// A real server on a free port for the tests of the doors: an assembly with seats, an open session, browsers that keep cookies,
// sockets that speak for one role. Its store lies in memory, its clock is set by hand, a wrong code's price is written down instead of paid.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { z } from 'zod';
import type { Role } from '../../shared/kernel/audience.ts';
import { PROTOCOL } from '../../shared/kernel/protocol.ts';
import type { ListReply, Reply, Told, ViewFrame } from '../../shared/kernel/protocol.ts';
import { openApp } from '../app.ts';
import type { App } from '../app.ts';
import { newId } from '../kernel/random.ts';
import { openSqlite } from '../store/sqlite.ts';
import { memberId } from './hall-for-tests.ts';
import type { AssemblyHouse, SessionHall, Wishful } from './registry.ts';

const coded = z.looseObject({ data: z.object({ code: z.string() }) });

export interface HttpAnswer {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>>;
}
export interface Browser {
  readonly jar: Map<string, string>;
  readonly cookie: () => string;
  readonly post: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<HttpAnswer>;
  readonly get: (path: string) => Promise<HttpAnswer>;
  readonly enter: (by: { readonly code: string } | { readonly token: string }) => Promise<HttpAnswer>;
  readonly line: (role: Role, hello?: Readonly<Record<string, unknown>>, headers?: Readonly<Record<string, string>>) => Promise<Line>;
}
/** One socket, or why it was not let in. */
export interface Line {
  readonly refused: string | null;
  readonly frames: ViewFrame[];
  readonly told: Told[];
  readonly connected: () => boolean;
  readonly ask: (event: string, ...payload: readonly unknown[]) => Promise<unknown>;
  readonly do: (command: unknown, id?: string) => Promise<Reply>;
  readonly list: (list: string, key?: string, have?: string | null) => Promise<ListReply>;
  readonly emit: (event: string, ...payload: readonly unknown[]) => void;
  readonly close: () => void;
}
export interface DoorForTests {
  readonly app: App;
  readonly base: string;
  readonly assembly: AssemblyHouse;
  readonly hall: SessionHall;
  readonly waits: number[];
  readonly errors: unknown[];
  now: number;
  readonly browser: () => Browser;
  /** A browser with a fresh link of this role opened in it. */
  readonly withLink: (role: Role) => Promise<Browser>;
  /** A browser with the link of a table's facilitator. */
  readonly withTable: (group: string) => Promise<Browser>;
  readonly withExpert: (expert: string) => Promise<Browser>;
  readonly cardOf: (seat: number) => { readonly code: string; readonly token: string; readonly id: string };
  readonly system: (command: Wishful) => Promise<Reply>;
  readonly stop: () => Promise<void>;
}

export const openDoorForTests = async ({
  seats = 12,
  publicUrl = null,
}: { readonly seats?: number; readonly publicUrl?: string | null } = {}): Promise<DoorForTests> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'door-'));
  const store = await openSqlite({ memory: true });
  const waits: number[] = [];
  const errors: unknown[] = [];
  const lines: (() => void)[] = [];
  const door = { now: Date.UTC(2026, 10, 21, 8, 0) };
  const app = await openApp({
    dataDir,
    store,
    publicUrl,
    clock: () => door.now,
    wait: (ms) => Promise.resolve(waits.push(ms)),
    onError: (error) => errors.push(error),
  });
  const base = `http://127.0.0.1:${String(await app.listen(0, '127.0.0.1'))}`;
  const { registry, access } = app;
  const assembly = await registry.createAssembly({ original: 'it', it: 'Assemblea' }, false);
  const members = Array.from({ length: seats }, (_, n) => ({
    member: memberId(n + 1),
    seat: String(n + 1),
    from: null,
    until: null,
    cohort: '',
  }));
  const ok = async (reply: Promise<Reply>): Promise<Reply> => {
    const given = await reply;
    if (!given.ok) throw new Error(given.code);
    return given;
  };
  await ok(registry.submit(assembly.ledger, { type: 'roster.import', source: 'prova.csv', replaces: true, members }));
  const title = { original: 'it', it: 'Prima plenaria' } as const;
  const hall = await registry.createSession(assembly, { title, day: '2026-11-21', timeZone: 'Europe/Rome', place: 'Sala', demo: false });
  const system = (command: Wishful) =>
    ok(
      command.type.startsWith('roster.')
        ? assembly.ledger.submit({ id: newId(), command }, { role: 'system' }, hall.id)
        : registry.submit(hall.ledger, command),
    );
  await system({ type: 'session.openDoors' });
  await system({ type: 'session.open' });

  const browser = (): Browser => {
    const jar = new Map<string, string>();
    const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const ask = async (
      method: string,
      path: string,
      body: string | null,
      headers: Readonly<Record<string, string>>,
    ): Promise<HttpAnswer> => {
      const response = await fetch(base + path, {
        method,
        redirect: 'manual',
        headers: { cookie: cookie(), 'content-type': 'application/json', ...headers },
        ...(body === null ? {} : { body }),
      });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const at = pair.indexOf('=');
        if (pair.slice(at + 1) === '') jar.delete(pair.slice(0, at));
        else jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const data: unknown = await response.json().catch(() => null);
      return { status: response.status, data: typeof data === 'object' && data !== null ? { ...data } : {} };
    };
    const post: Browser['post'] = (path, body, headers = {}) =>
      ask('POST', path, typeof body === 'string' ? body : JSON.stringify(body), headers);
    return {
      jar,
      cookie,
      post,
      get: (path) => ask('GET', path, null, {}),
      enter: (by) => post('/api/enter', by),
      line: async (role, hello = {}, headers = {}) => {
        const frames: ViewFrame[] = [];
        const told: Told[] = [];
        const socket = io(base, {
          transports: ['websocket'],
          forceNew: true,
          reconnection: false,
          auth: { protocol: PROTOCOL, role, lang: 'it', session: null, have: null, ...hello },
          extraHeaders: { cookie: cookie(), ...headers },
        });
        lines.push(() => socket.close());
        socket.on('view', (frame: ViewFrame) => frames.push(frame));
        socket.on('told', (one: Told) => told.push(one));
        const refused = await new Promise<string | null>((resolve) => {
          socket.on('view', () => resolve(null));
          socket.on('told', () => resolve(null));
          socket.on('connect_error', (error) => {
            resolve(coded.safeParse(error).data?.data.code ?? 'closed');
          });
        });
        const asking = socket.timeout(4000);
        return {
          refused,
          frames,
          told,
          connected: () => socket.connected,
          ask: async (event, ...payload): Promise<unknown> => asking.emitWithAck(event, ...payload),
          do: (command, id = newId()) => asking.emitWithAck('do', { id, command }),
          list: (list, key = '', have = null) => asking.emitWithAck('list', { list, key, have }),
          emit: (event, ...payload) => void socket.emit(event, ...payload),
          close: () => void socket.close(),
        };
      },
    };
  };
  const byLink = async (of: { readonly role: Role; readonly of?: string }): Promise<Browser> => {
    const one = browser();
    const { token } = await access.makeLink({ ...of, assembly: assembly.id, session: hall.id });
    const { data } = await one.enter({ token });
    if (data['ok'] !== true) throw new Error(JSON.stringify(data));
    return one;
  };
  return Object.assign(door, {
    app,
    base,
    assembly,
    hall,
    waits,
    errors,
    browser,
    system,
    withTable: (group: string) => byLink({ role: 'table', of: group }),
    withExpert: (expert: string) => byLink({ role: 'expert', of: expert }),
    withLink: (role: Role) => byLink({ role }),
    cardOf: (seat: number) => {
      const found = assembly.reads().roster?.members.find((one) => one.seat === String(seat));
      if (!found) throw new Error(`no seat ${String(seat)}`);
      return { ...registry.cards.keysOf(found.card), id: found.card };
    },
    stop: async () => {
      for (const close of lines) close();
      await app.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  });
};
