// Sessions from programmes, links that can be taken back, cards that come out the same each time, and letting go of what is personal.
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readTemplate, writeTemplate } from '../../shared/agenda/template.ts';
import { readyTemplates } from '../../shared/agenda/templates/ready.ts';
import { PROTOCOL } from '../../shared/kernel/protocol.ts';
import {
  accessSchema,
  addressSchema,
  cardsSchema,
  homeSchema,
  linksSchema,
  paperSchema,
  templatesSchema,
} from '../../shared/organiser/wire.ts';
import { newId } from '../kernel/random.ts';
import { furnish, openHouse, session as wanted, text } from './house-for-tests.ts';
import type { Browser, House } from './house-for-tests.ts';
import { agendaOf, pollsOf } from './states.ts';

let house: House;
let marta: Browser;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 22, 9);
  house = await openHouse({ clock: () => now });
  marta = await house.organiser();
});
afterEach(() => house.stop());

const hallOf = (session: string) => {
  const hall = house.app.registry.halls.get(session);
  if (!hall) throw new Error('no session');
  return hall;
};
const give = async (session: string, command: { readonly type: string } & Readonly<Record<string, unknown>>) => {
  const reply = await house.app.registry.submit(hallOf(session).ledger, command);
  if (!reply.ok) throw new Error(reply.code);
};
const home = async () => homeSchema.parse((await marta.get('/api/home')).data);

describe('a session from a programme', () => {
  test.each(readyTemplates.map(({ id, template }) => [id, template] as const))(
    '[AG5] the ready programme «%s» makes a whole session: its blocks, its hours, its questions',
    async (id, template) => {
      const { session } = await furnish(marta, { kind: 'ready', id });
      const { plan } = agendaOf(hallOf(session).ledger);
      expect(plan.blocks.map(({ plannedSec }) => plannedSec)).toEqual(template.blocks.map(({ plannedSec }) => plannedSec));
      expect(plan.startPlanned).toBe(Date.UTC(2026, 10, 28, 8));
      expect(pollsOf(hallOf(session).ledger).polls.size).toBe(template.polls.length);
      const [assembly] = (await home()).assemblies;
      expect(assembly?.sessions[0]).toMatchObject({
        id: session,
        phase: 'draft',
        polls: template.polls.length,
        startsAt: Date.UTC(2026, 10, 28, 8),
        keepUntil: '2028-11-28',
      });
    },
  );

  test('[AG5] saved from one session, taken as a file, brought in again: the same programme', async () => {
    const { assembly, session } = await furnish(marta, { kind: 'ready', id: 'presentation' });
    const saved = await marta.post('/api/templates', { session, title: { original: 'it', it: 'La nostra' } });
    const { saved: list } = templatesSchema.parse((await marta.get('/api/templates')).data);
    expect(list.map(({ title }) => title.it)).toEqual(['La nostra']);
    const file = (await marta.get(`/api/templates/${list[0]?.id ?? ''}/file`)).text;
    const again = await marta.post(`/api/assemblies/${assembly}/sessions`, wanted({ kind: 'file', text: file }));
    const copy = await marta.post(`/api/sessions/${session}/duplicate`, {
      title: { original: 'it', it: 'Ancora' },
      day: '2026-12-05',
      startsAt: '10:00',
    });
    const blocks = (id: string) => agendaOf(hallOf(id).ledger).plan.blocks.map(({ id: _, ...block }) => block);
    expect(blocks(text(again, 'session'))).toEqual(blocks(session));
    expect(blocks(text(copy, 'session'))).toEqual(blocks(session));
    expect(copy.data['missing']).toEqual([]);
    expect(saved.status).toBe(200);
    const own = readTemplate((await marta.get(`/api/sessions/${session}/session-file`)).text);
    expect(own.ok && own.template.blocks).toEqual(readyTemplates.find(({ id }) => id === 'presentation')?.template.blocks);
  });

  test('[AG5] a wrong file is told line by line and makes nothing', async () => {
    const { assembly } = await furnish(marta);
    const broken = writeTemplate(
      readyTemplates[0]?.template ?? {
        meta: { kind: 'plenaria-session', v: 1 },
        title: { original: 'it', it: '' },
        startsAt: '',
        blocks: [],
        polls: [],
      },
    ).replace('"plannedSec": ', '"plannedSec": -');
    const before = house.app.registry.halls.size;
    const refused = await marta.post(`/api/assemblies/${assembly}/sessions`, wanted({ kind: 'file', text: broken }));
    expect([refused.status, refused.data['code']]).toEqual([400, 'organiser.wrongFile']);
    expect((await marta.post('/api/templates/import', { text: broken })).data).toMatchObject({
      ok: false,
      problems: [{ code: 'tooLittle' }],
    });
    expect(house.app.registry.halls.size).toBe(before);
  });

  test('a time zone that does not exist, and a programme that is gone, are refused before anything is made', async () => {
    const { assembly } = await furnish(marta);
    const before = house.app.registry.halls.size;
    expect(
      (await marta.post(`/api/assemblies/${assembly}/sessions`, { ...wanted({ kind: 'empty' }), timeZone: 'Europe/Atlantide' })).status,
    ).toBe(400);
    expect((await marta.post(`/api/assemblies/${assembly}/sessions`, { ...wanted({ kind: 'empty' }), day: '2026-02-30' })).status).toBe(
      400,
    );
    expect((await marta.post(`/api/assemblies/${assembly}/sessions`, wanted({ kind: 'saved', id: newId() }))).data['code']).toBe(
      'organiser.templateGone',
    );
    expect(house.app.registry.halls.size).toBe(before);
  });

  test('a draft is deleted whole; what was once open stays', async () => {
    const { session } = await furnish(marta, { kind: 'ready', id: 'group' });
    expect((await marta.remove(`/api/sessions/${session}`)).status).toBe(200);
    expect(await house.app.store.read({ scope: 'session', id: session })).toEqual([]);
    const { session: open, assembly } = await furnish(marta);
    await give(open, { type: 'session.openDoors' });
    expect((await marta.remove(`/api/sessions/${open}`)).data['code']).toBe('organiser.notADraft');
    expect((await marta.remove(`/api/assemblies/${assembly}`)).data['code']).toBe('organiser.hasSessions');
  });
});

/** A browser's socket, as far as its first view or its refusal. */
const connect = (browser: Browser, role: string) => {
  const socket = io(house.base, {
    transports: ['websocket'],
    extraHeaders: { cookie: browser.cookie() },
    auth: { protocol: PROTOCOL, role, lang: 'it', session: null, have: null },
    reconnection: false,
  });
  const first = new Promise<string>((resolve) => {
    socket.once('view', () => resolve('in'));
    socket.once('connect_error', (error) => resolve(error.message));
  });
  const told = new Promise<string>((resolve) => socket.once('told', ({ code }: { readonly code: string }) => resolve(code)));
  return { socket, first, told };
};

describe('links', () => {
  test('a link taken back closes its devices at once and lets nobody in again; another link’s device stays', async () => {
    const { session } = await furnish(marta);
    const make = async (label: string) => text(await marta.post(`/api/sessions/${session}/links`, { role: 'facilitator', label }), 'url');
    const [url, other] = [await make('Chi conduce'), await make('Aiuto')];
    const [anna, luca] = [house.browser(), house.browser()];
    await anna.open(url);
    await luca.open(other);
    const line = connect(anna, 'facilitator');
    expect(await line.first).toBe('in');

    const { links } = linksSchema.parse((await marta.get(`/api/sessions/${session}/links`)).data);
    expect(links.map(({ label, devices }) => [label, devices]).sort()).toEqual([
      ['Aiuto', 1],
      ['Chi conduce', 1],
    ]);
    const first = links.find(({ label }) => label === 'Chi conduce');
    expect((await marta.remove(`/api/sessions/${session}/links/${first?.id ?? ''}`)).status).toBe(200);

    expect(await line.told).toBe('access.revoked');
    const again = connect(anna, 'facilitator');
    expect(await again.first).toBe('access.revoked');
    expect((await anna.get(`/api/sessions/${session}/links`)).status).toBe(401);
    expect((await house.browser().open(url)).status).toBe(403);
    expect((await luca.get(`/api/sessions/${session}/links`)).status).toBe(200);
    for (const { socket } of [line, again]) socket.close();
  });

  test('a token is said once; the list holds none, but says when each was last used', async () => {
    const { session } = await furnish(marta);
    const url = text(await marta.post(`/api/sessions/${session}/links`, { role: 'screen', label: 'Sala' }), 'url');
    expect(url).toMatch(/^http:\/\/[^#]+\/screen#t=[a-z2-7]{26}$/);
    await house.browser().open(url);
    const list = await marta.get('/api/access');
    expect(list.text).not.toContain(url.slice(-26));
    expect(accessSchema.parse(list.data).sessions[0]?.links[0]).toMatchObject({ role: 'screen', devices: 1, lastSeenAt: now });
  });

  test('an organiser shuts another browser of the account out', async () => {
    const [account] = await house.app.store.accounts();
    const { token } = await house.app.access.makeDevice({ role: 'organiser', assembly: null, session: null, from: account?.id ?? '' });
    const { accounts } = accessSchema.parse((await marta.get('/api/access')).data);
    const other = accounts[0]?.devices.find(({ mine }) => !mine);
    await marta.remove(`/api/access/${other?.id ?? ''}`);
    expect(await house.app.access.identify('organiser', token)).toBeNull();
    expect((await marta.get('/api/home')).status).toBe(200);
  });
});

describe('cards and paper', () => {
  test('[RO5] cards come out the same at every printing, and what they carry opens the seat', async () => {
    const { session, assembly } = await furnish(marta);
    const first = cardsSchema.parse((await marta.post('/api/cards', { session, members: 'all' })).data);
    const second = cardsSchema.parse((await marta.post('/api/cards', { assembly, members: 'all' })).data);
    expect(second).toEqual(first);
    expect(first.cards.map(({ seat }) => seat)).toEqual(['1', '2', '3']);
    const [card] = first.cards;
    const phone = house.browser();
    expect((await phone.open(card?.url ?? '')).data).toMatchObject({ ok: true, role: 'member', path: '/m' });
    expect((await house.browser().post('/api/enter', { code: card?.code })).data).toMatchObject({ ok: true, role: 'member' });
    const one = cardsSchema.parse((await marta.post('/api/cards', { session, members: [card?.member] })).data);
    expect(one.cards).toEqual([card]);
  });

  test('[RO3] the desk reads whose card it is, and since when a replaced one is void', async () => {
    const { session, assembly } = await furnish(marta);
    const { cards } = cardsSchema.parse((await marta.post('/api/cards', { session, members: 'all' })).data);
    const code = cards[1]?.code ?? '';
    expect((await marta.post('/api/desk/code', { session, code: code.toLowerCase() })).data).toMatchObject({
      state: 'live',
      seat: '2',
      member: cards[1]?.member,
    });
    const old = house.app.registry.assemblies.get(assembly)?.reads().roster?.members[1]?.card;
    const wish = { id: newId(), command: { type: 'roster.replaceCard', member: cards[1]?.member, old } };
    expect((await marta.post(`/api/assemblies/${assembly}/do`, wish)).data).toMatchObject({ ok: true, done: 'done' });
    expect((await marta.post('/api/desk/code', { session, code })).data).toMatchObject({ state: 'replaced', seat: '2', at: now });
    expect((await marta.post('/api/desk/code', { session, code: 'AAAA AAAA' })).data).toMatchObject({ state: 'unknown', member: null });
  });

  test('[K12] the address chosen for a session is what its cards carry; what was printed is remembered', async () => {
    const { session } = await furnish(marta);
    const before = addressSchema.parse((await marta.get(`/api/sessions/${session}/address`)).data);
    expect([before.chosen, before.printed]).toEqual([null, null]);
    await marta.post(`/api/sessions/${session}/address`, { base: 'http://plenaria.local:8080/qui?x#y' });
    const { base, cards } = cardsSchema.parse((await marta.post('/api/cards', { session, members: 'all' })).data);
    expect([base, cards[0]?.url.startsWith('http://plenaria.local:8080/m#t=')]).toEqual(['http://plenaria.local:8080', true]);
    await marta.post(`/api/sessions/${session}/printed`, { address: base, cards: 3 });
    await marta.post(`/api/sessions/${session}/address`, { base: null });
    const after = addressSchema.parse((await marta.get(`/api/sessions/${session}/address`)).data);
    expect(after).toMatchObject({ chosen: null, base: before.base, printed: { address: 'http://plenaria.local:8080', cards: 3, at: now } });
    expect((await marta.post(`/api/sessions/${session}/address`, { base: 'javascript:alert(1)' })).status).toBe(400);
  });

  test('[RO5] paper carries programme, questions and seats, and no name', async () => {
    const { session, assembly } = await furnish(marta, { kind: 'ready', id: 'presentation' });
    await marta.csv(`/api/assemblies/${assembly}/roll/import?replaces=1`, 'posto;nome\n7;Prova, Uno\n');
    const answer = await marta.get(`/api/sessions/${session}/print`);
    const paper = paperSchema.parse(answer.data);
    expect([paper.seats, paper.polls.length, paper.blocks[0]?.startsAt]).toEqual([['7'], 4, Date.UTC(2026, 10, 28, 8)]);
    expect(answer.text).not.toContain('Prova');
  });
});

describe('letting go', () => {
  const withPeople = async () => {
    const made = await furnish(marta, { kind: 'ready', id: 'group' });
    await marta.csv(
      `/api/assemblies/${made.assembly}/roll/import?replaces=1`,
      'posto;nome;genere\n1;Prova, Uno;donna\n2;Prova, Due;uomo\n',
    );
    return made;
  };

  test('[IN4] erasing people takes names and attributes away; seats, cards and the log stay', async () => {
    const { assembly, session } = await withPeople();
    const facts = await house.app.store.read({ scope: 'assembly', id: assembly });
    expect((await marta.post(`/api/assemblies/${assembly}/erase-people`, { members: 'all', count: 9 })).data).toMatchObject({
      code: 'organiser.numberChanged',
      params: { now: 2 },
    });
    expect((await marta.post(`/api/assemblies/${assembly}/erase-people`, { members: 'all', count: 2 })).data).toMatchObject({
      ok: true,
      people: 2,
      left: 'clean',
    });
    expect(await house.app.store.people(assembly)).toEqual([]);
    expect(house.app.registry.assemblies.get(assembly)?.people.size).toBe(0);
    expect((await marta.get(`/api/assemblies/${assembly}/export`)).text).not.toContain('Prova');
    expect(await house.app.store.read({ scope: 'assembly', id: assembly })).toEqual(facts);
    expect(cardsSchema.parse((await marta.post('/api/cards', { session, members: 'all' })).data).cards).toHaveLength(2);
  });

  test('[IN4] in the middle of a session one person may be erased, all of them not', async () => {
    const { assembly, session } = await withPeople();
    await give(session, { type: 'session.openDoors' });
    expect((await marta.post(`/api/assemblies/${assembly}/erase-people`, { members: 'all', count: 2 })).data['code']).toBe(
      'organiser.sessionRunning',
    );
    const [first] = await house.app.store.people(assembly);
    await marta.post(`/api/assemblies/${assembly}/erase-people`, { members: [first?.member], count: 1 });
    expect((await house.app.store.people(assembly)).map(({ member }) => member)).not.toContain(first?.member);
    expect(await house.app.store.people(assembly)).toHaveLength(1);
  });

  test('[IN4] a session’s day comes: it is on the list of what is due, and its materials and devices go', async () => {
    const { session } = await withPeople();
    const link = text(await marta.post(`/api/sessions/${session}/links`, { role: 'facilitator', label: '' }), 'url');
    await house.app.store.putFile({
      id: newId(),
      session,
      name: 'piano.pdf',
      mime: 'application/pdf',
      sha256: 'a',
      pages: 1,
      createdAt: 1,
      bytes: new Uint8Array([1]),
    });
    expect((await marta.post(`/api/sessions/${session}/erase`)).data['code']).toBe('organiser.closeFirst');
    await give(session, { type: 'session.openDoors' });
    await give(session, { type: 'session.close' });
    await marta.post(`/api/sessions/${session}/retention`, { until: '2026-11-22' });
    expect((await home()).due.map(({ kind, count }) => [kind, count])).toEqual([
      ['people', 2],
      ['session', 1],
    ]);
    const facts = await house.app.store.read({ scope: 'session', id: session });
    expect((await marta.post(`/api/sessions/${session}/erase`)).data).toMatchObject({ ok: true, files: 1, accesses: 1 });
    expect(await house.app.store.listFiles(session)).toEqual([]);
    expect((await house.browser().open(link)).status).toBe(403);
    expect((await home()).due.map(({ kind }) => kind)).toEqual(['people']);
    expect(await house.app.store.read({ scope: 'session', id: session })).toEqual(facts);
  });

  test('[IN4] everything that is kept comes out in one file, without tokens and without the keys of answers', async () => {
    const { assembly, session } = await withPeople();
    await house.app.store.putAnswers([{ box: 'poll.b', session, key: 'secret-key', edit: 1, at: 1, body: '{"words":["acqua"]}' }]);
    const answer = await marta.get(`/api/assemblies/${assembly}/export`);
    const file: {
      readonly assembly?: { readonly facts?: readonly unknown[] };
      readonly people?: readonly unknown[];
      readonly sessions?: readonly { readonly answers?: readonly unknown[] }[];
    } = JSON.parse(answer.text);
    expect(file.people).toHaveLength(2);
    expect(file.assembly?.facts).toHaveLength((await house.app.store.read({ scope: 'assembly', id: assembly })).length);
    expect(file.sessions?.[0]?.answers).toEqual([{ box: 'poll.b', state: 'open', answers: [{ words: ['acqua'] }] }]);
    expect(answer.text).not.toContain('secret-key');
  });

  test('[IN4] the invented assembly goes whole: logs, seats, sessions, links', async () => {
    const demo = await house.app.registry.createAssembly({ original: 'it', it: 'Finta' }, true);
    const show = await house.app.registry.createSession(demo, {
      title: { original: 'it', it: 'Finta' },
      day: '2026-11-22',
      timeZone: 'Europe/Rome',
      place: '',
      demo: true,
    });
    await give(show.id, { type: 'session.openDoors' });
    const kept = await furnish(marta);
    expect((await marta.remove(`/api/assemblies/${demo.id}`)).status).toBe(200);
    expect((await home()).assemblies.map(({ id }) => id)).toEqual([kept.assembly]);
    expect(await house.app.store.logs('assembly')).toEqual([{ scope: 'assembly', id: kept.assembly }]);
    expect(await house.app.store.logs('session')).toEqual([{ scope: 'session', id: kept.session }]);
    expect(await house.app.store.getSecret(`box.${show.id}`)).toBeNull();
  });
});
