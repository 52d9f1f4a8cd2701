// The whole server, over real sockets, as phones and laptops meet it: the same story on the embedded database and on PostgreSQL,
// killed rooms read back, and what happens to an answer while the disk is full.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { connect } from '../client/kernel/connection.ts';
import type { Connection } from '../client/kernel/connection.ts';
import { socketTransport } from '../client/kernel/transport.ts';
import type { Role } from '../shared/kernel/audience.ts';
import { openApp } from '../server/app.ts';
import type { App } from '../server/app.ts';
import { openDemo } from '../server/demo/demo.ts';
import type { DemoLinks } from '../server/demo/demo.ts';
import { startPostgres } from '../server/store/postgres-for-tests.ts';
import { openSqlite } from '../server/store/sqlite.ts';
import { StoreFailed } from '../server/store/store.ts';
import type { Store } from '../server/store/store.ts';

const postgres = await startPostgres();
afterAll(async () => {
  if (postgres.state === 'running') await postgres.stop();
});

const opened: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});
const folder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'plenaria-app-'));
  opened.push(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
};
interface Running {
  readonly app: App;
  readonly base: string;
  readonly links: DemoLinks;
}
const serve = async (options: Parameters<typeof openApp>[0]): Promise<Running> => {
  const app = await openApp(options);
  opened.push(() => app.stop());
  const base = `http://127.0.0.1:${String(await app.listen(0, '127.0.0.1'))}`;
  const links = await openDemo(app, { base });
  if (!links) throw new Error('the demo is not there');
  return { app, base, links };
};
const until = (connection: Connection, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return;
      stop();
      resolve();
    };
    const stop = connection.store.subscribe(look);
    look();
  });
/** In by a printed link, exactly as a browser: the token by POST, then the cookie. */
const enter = async (base: string, link: string, role: Role): Promise<Connection> => {
  const fragment = new URLSearchParams(new URL(link).hash.slice(1));
  const body = fragment.has('t') ? { token: fragment.get('t') } : { code: fragment.get('c') };
  const reply = await fetch(`${base}/api/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const cookie = reply.headers.getSetCookie().map((one) => one.split(';')[0]).join('; '); // prettier-ignore
  const connection = connect({ transport: socketTransport({ url: base, headers: { cookie } }), role, session: null, lang: 'it' });
  opened.push(() => connection.close());
  await until(connection, () => connection.store.getState().common !== null);
  return connection;
};
const read = (connection: Connection, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
    connection.store.getState().common,
  );
const option = (id: string, it: string) => ({ id, text: { original: 'it', it } });
const question = {
  block: null,
  question: { original: 'it', it: 'Dove ci vediamo?' },
  kind: { kind: 'single' },
  options: [option('hall000001', 'In sala'), option('garden0001', 'In giardino')],
  electorate: 'audience',
  live: false,
  splitBy: [],
  closeAfterSec: null,
};
const answer = (poll: string, picked: string) => ({
  type: 'poll.answer',
  poll,
  round: 1,
  edit: 1,
  answer: { kind: 'choice', picked: [picked] },
});

const engines = [
  { name: 'the embedded database', url: undefined },
  ...(postgres.state === 'running' ? [{ name: 'PostgreSQL', url: await postgres.freshDatabase() }] : []),
];
describe.each(engines)('a session on $name', ({ url }) => {
  it('[K10] [K4] is run, stopped and read back the same', async () => {
    const dataDir = folder();
    const first = await serve({ dataDir, databaseUrl: url });
    const console = await enter(first.base, first.links.console, 'facilitator');
    const phones = await Promise.all([1, 2, 3].map(() => enter(first.base, first.links.audience, 'audience')));
    for (const type of ['session.openDoors', 'session.open']) expect(await console.send({ type })).toMatchObject({ ok: true });
    expect(await console.send({ type: 'poll.quick', poll: 'quick00001', draft: question })).toMatchObject({ ok: true });
    const replies = await Promise.all(
      phones.map((phone, index) => phone.send(answer('quick00001', index === 0 ? 'garden0001' : 'hall000001'), { keep: true })),
    );
    expect(replies.every(({ ok }) => ok)).toBe(true);
    expect(await console.send({ type: 'poll.close', poll: 'quick00001', round: 1 })).toMatchObject({ ok: true });
    await until(console, () => read(console, 'poll', 'rounds', 0, 'phase') === 'closed');
    const counted = (from: Connection) =>
      ['phase', 'answered', 'base', 'closedAt', 'result'].map((field) => read(from, 'poll', 'rounds', 0, field));
    const before = counted(console);
    expect(read(console, 'poll', 'rounds', 0, 'answered')).toBe(3);
    await opened.pop()?.();
    for (const close of opened.splice(1).reverse()) await close();

    const again = await serve({ dataDir, databaseUrl: url });
    const after = await enter(again.base, again.links.console, 'facilitator');
    expect(counted(after)).toEqual(before);
    expect(before).not.toContain(undefined);
  });
});
describe('two sessions of one assembly', () => {
  it('[K8] a member’s phone that waits in one comes by itself to the other, when that opens its doors', async () => {
    const { base, links } = await serve({ dataDir: folder() });
    const member = await enter(base, links.member, 'member');
    const plenary = await enter(base, links.plenary, 'facilitator');
    expect(read(member, 'session', 'title')).not.toEqual(read(plenary, 'session', 'title'));
    await plenary.send({ type: 'session.openDoors' });
    await until(member, () => read(member, 'session', 'phase') === 'doors');
    expect(read(member, 'session', 'title')).toEqual(read(plenary, 'session', 'title'));
    expect(await member.send({ type: 'presence.enter', door: 'card' })).toMatchObject({ ok: true, done: 'done' });
  });
});
if (postgres.state === 'absent') it.skip(`[K10] the same on PostgreSQL: ${postgres.reason}`, () => undefined);

describe('a disk that is full', () => {
  it('[K2] [K8] nothing is acknowledged that is not stored: the console is told, the phone keeps its answer and sends it when there is room', async () => {
    const real = await openSqlite({ memory: true });
    const disk = { full: false };
    const guarded = <Args extends readonly unknown[], Result>(act: (...args: Args) => Promise<Result>) => (...args: Args): Promise<Result> =>
      disk.full ? Promise.reject(new StoreFailed('store.full', 'no room')) : act(...args); // prettier-ignore
    const store: Store = { ...real, append: guarded(real.append.bind(real)), putAnswers: guarded(real.putAnswers.bind(real)) };
    const { base, links } = await serve({ dataDir: folder(), store });
    const console = await enter(base, links.console, 'facilitator');
    const phone = await enter(base, links.audience, 'audience');
    for (const type of ['session.openDoors', 'session.open']) await console.send({ type });
    await console.send({ type: 'poll.quick', poll: 'quick00001', draft: question });

    disk.full = true;
    const sent = phone.send(answer('quick00001', 'hall000001'), { keep: true });
    await until(console, () => read(console, 'house', 'trouble', 'code') === 'store.full');
    expect(phone.store.getState().pending).toHaveLength(1);
    expect(read(console, 'poll', 'rounds', 0, 'answered')).toBe(0);
    expect(await console.send({ type: 'poll.close', poll: 'quick00001', round: 1 })).toMatchObject({ ok: false, code: 'store.full' });

    disk.full = false;
    expect(await sent).toMatchObject({ ok: true, done: 'done' });
    await until(console, () => read(console, 'house', 'trouble') === null && read(console, 'poll', 'rounds', 0, 'answered') === 1);
    expect(phone.store.getState().pending).toHaveLength(0);
  });
});
