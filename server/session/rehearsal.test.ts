// The rehearsal: a whole session with invented people, in memory, and nothing of it left anywhere.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { furnish, openHouse, text } from '../organiser/house-for-tests.ts';
import type { Browser, House } from '../organiser/house-for-tests.ts';
import { openSqlite } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { idleMs } from './rehearsal.ts';
import type { SessionHall } from './registry.ts';

/** A crowd of one: it writes down what it was told, lets the first member and one of the audience in as phones do, and waits to be stopped. */
const crowdSource = (out: string): string => `
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const order = JSON.parse(Buffer.concat(chunks).toString());
const url = process.argv[2];
const enter = async (body) => (await fetch(url + '/api/enter', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json();
const member = await enter({ token: order.members[0] });
const audience = await enter({ code: order.audience.code });
const { writeFileSync, renameSync } = await import('node:fs');
writeFileSync(${JSON.stringify(out)} + '.part', JSON.stringify({ order, url, member, audience, pid: process.pid }));
renameSync(${JSON.stringify(out)} + '.part', ${JSON.stringify(out)});
setInterval(() => {}, 1000);
`;
const reportSchema = z.object({
  order: z.object({ members: z.array(z.string()), audience: z.object({ code: z.string(), count: z.number() }), pace: z.number() }),
  url: z.string(),
  member: z.object({ role: z.string(), session: z.string() }),
  audience: z.object({ role: z.string(), session: z.string() }),
  pid: z.number(),
});
const replySchema = z.object({
  rehearsal: z.object({ id: z.string(), of: z.string(), members: z.number(), audience: z.number(), crowd: z.string() }).nullable(),
});

let dir: string;
let store: Store;
let house: House;
let marta: Browser;
let session: string;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 21, 7, 0);
  dir = await mkdtemp(join(tmpdir(), 'rehearsal-'));
  await writeFile(join(dir, 'crowd.ts'), crowdSource(join(dir, 'report.json')));
  store = await openSqlite({ dir: join(dir, 'data') });
  house = await openHouse({ store: () => store, clock: () => now, crowd: join(dir, 'crowd.ts') });
  marta = await house.organiser();
  ({ session } = await furnish(marta));
});
afterEach(async () => {
  await house.stop();
  await rm(dir, { recursive: true });
});

/** Waits for a state of the world that another process makes. */
const until = async <Value>(look: () => Promise<Value | null>): Promise<Value> => {
  for (;;) {
    const value = await look();
    if (value !== null) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const report = () =>
  until(() =>
    readFile(join(dir, 'report.json'), 'utf8').then(
      (json) => reportSchema.parse(JSON.parse(json)),
      () => null,
    ),
  );
const start = async (more: object = {}) =>
  replySchema.parse((await marta.post(`/api/sessions/${session}/rehearsal`, { members: 90, audience: 40, speed: 5, ...more })).data)
    .rehearsal ?? expect.fail();
const hallOf = (id: string): SessionHall => house.app.registry.halls.get(id) ?? expect.fail('no such session');
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
/** Every table of the data folder, as text. The copy is made by another process: opening these files in this one would drop its locks. */
const dump = (): string => {
  const copy = join(dir, 'copy');
  execFileSync('cp', ['-r', join(dir, 'data'), copy]);
  const lines: string[] = [];
  for (const name of ['plenaria.db', 'erasable.db']) {
    const db = new Database(join(copy, name));
    const tables = z
      .array(z.object({ name: z.string() }))
      .parse(db.prepare("select name from sqlite_master where type = 'table' order by name").all());
    for (const table of tables)
      lines.push(
        name,
        table.name,
        ...db
          .prepare(`select * from "${table.name}"`)
          .all()
          .map((row) => JSON.stringify(row))
          .sort(),
      );
    db.close();
  }
  execFileSync('rm', ['-r', copy]);
  return lines.join('\n');
};

describe('a rehearsal', () => {
  test('[AG6] leaves no trace: people came in, it was opened, written in and ended, and the store is what it was, byte for byte', async () => {
    await marta.get(`/api/sessions/${session}/rehearsal`);
    const before = dump();
    const { id } = await start();
    const { member, audience } = await report();
    expect([member, audience].map((one) => one.session)).toEqual([id, id]);
    const hall = hallOf(id);
    await house.app.registry.submit(hall.ledger, { type: 'session.openDoors' });
    await house.app.registry.submit(hall.ledger, { type: 'session.open' });
    await house.app.registry.submit(hall.ledger, { type: 'session.noteIncident', words: 'una prova' });
    expect(hall.about().phase).toBe('open');
    expect(dump()).toBe(before);
    expect((await marta.remove(`/api/sessions/${session}/rehearsal`)).data).toMatchObject({ ok: true, ended: true, session });
    expect(dump()).toBe(before);
    expect(house.app.registry.halls.has(id)).toBe(false);
    expect(hallOf(session).about().phase).toBe('draft');
  });

  test('[AG6] is a copy of what was prepared: the same programme, the real seats and invented ones, no names, its own code', async () => {
    const block = {
      id: 'block000001',
      title: { original: 'it', it: 'Relazione' },
      description: null,
      instructions: null,
      notes: null,
      activity: 'talk',
      plannedSec: 900,
      warnSec: 60,
      video: null,
      materials: [],
    };
    const real = hallOf(session);
    await house.app.registry.submit(real.ledger, { type: 'agenda.add', block, after: null });
    const first = real.of.reads().roster?.members[0]?.member ?? '';
    await store.putPeople(real.of.id, [{ member: first, name: 'Prova, Uno', attributes: '{"genere":"donna"}' }]);
    await house.app.registry.readPeople(real.of);
    const { id } = await start({ members: 5 });
    const copy = hallOf(id);
    expect(copy.ledger.states['agenda']).toEqual(real.ledger.states['agenda']);
    expect(copy.about()).toMatchObject({ phase: 'draft', title: real.about().title, day: real.about().day });
    expect(copy.about().code).not.toBe(real.about().code);
    const members = copy.of.reads().roster?.members ?? [];
    expect(members.map(({ seat }) => seat)).toEqual(['1', '2', '3', '4', '5']);
    expect(members.map(({ member }) => member)).not.toContain(first);
    expect([...copy.of.people.values()].map(({ name }) => name)).toEqual([null, null, null, null, null]);
    expect(copy.of.people.get(members[0]?.member ?? '')?.attributes).toEqual({ genere: 'donna' });
  });

  test('[AG6] its people are told where to go and how fast, by their cards and the room’s code', async () => {
    const { id, crowd } = await start({ members: 3, audience: 7, speed: 2 });
    const { order, url } = await report();
    expect(crowd).toBe('running');
    expect(url).toBe(house.base);
    expect(order).toMatchObject({ audience: { code: hallOf(id).about().code, count: 7 }, pace: 2 });
    expect(order.members).toHaveLength(3);
    expect(new Set(order.members.map((token) => house.app.registry.card(token)?.assembly.id))).toEqual(new Set([hallOf(id).of.id]));
  });

  test('a real card and a real code never lead into it', async () => {
    const { id } = await start();
    await report();
    const card = hallOf(session).of.reads().roster?.members[0]?.card;
    const someone = house.browser();
    const entered = await someone.post('/api/enter', { token: card === undefined ? '' : house.app.registry.cards.keysOf(card).token });
    expect(text(entered, 'session')).toBe(session);
    expect(text(await house.browser().post('/api/enter', { code: hallOf(session).about().code }), 'session')).toBe(session);
    expect(hallOf(id).hub).toBeDefined();
  });

  test('a second press finds the first one; there is none inside another', async () => {
    const { id } = await start();
    expect((await start({ members: 4 })).id).toBe(id);
    expect((await marta.post(`/api/sessions/${id}/rehearsal`, { members: 4, audience: 0, speed: 1 })).status).toBe(409);
  });

  test('its people stop with it', async () => {
    await start();
    const { pid } = await report();
    expect(alive(pid)).toBe(true);
    await marta.remove(`/api/sessions/${session}/rehearsal`);
    expect(alive(pid)).toBe(false);
  });

  test('ends by itself when nothing has happened in it for two hours, not before', async () => {
    const { id } = await start();
    await report();
    now += idleMs - 60_000;
    await house.app.rehearsals.endIdle();
    expect(house.app.registry.halls.has(id)).toBe(true);
    now += 60_000;
    await house.app.rehearsals.endIdle();
    expect(house.app.registry.halls.has(id)).toBe(false);
    expect((await marta.get(`/api/sessions/${session}/rehearsal`)).data).toMatchObject({ rehearsal: null });
  });

  test('only who drives the session starts or ends one, and within limits', async () => {
    expect((await house.browser().post(`/api/sessions/${session}/rehearsal`, { members: 1, audience: 0, speed: 1 })).status).toBe(401);
    for (const wrong of [{ members: 0 }, { members: 201 }, { audience: 301 }, { speed: 0 }])
      expect((await marta.post(`/api/sessions/${session}/rehearsal`, { members: 90, audience: 40, speed: 5, ...wrong })).status).toBe(400);
    expect((await house.browser().remove(`/api/sessions/${session}/rehearsal`)).status).toBe(401);
  });
});
