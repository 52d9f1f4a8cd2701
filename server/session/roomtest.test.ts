// The test of the room, from the server's side: real phones on real sockets, one of them asleep.
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PROTOCOL } from '../../shared/kernel/protocol.ts';
import { furnish, openHouse, text } from '../organiser/house-for-tests.ts';
import type { Browser, House } from '../organiser/house-for-tests.ts';

let house: House;
let marta: Browser;
let session: string;
let now: number;
const sockets: ReturnType<typeof io>[] = [];
beforeEach(async () => {
  now = Date.UTC(2026, 10, 21, 7, 24);
  house = await openHouse({ clock: () => now });
  marta = await house.organiser();
  ({ session } = await furnish(marta));
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await house.stop();
});

const connected = async (who: Browser, role: string, answers = true): Promise<void> => {
  const socket = io(house.base, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie: who.cookie() },
    auth: { protocol: PROTOCOL, role, lang: 'it', session: role === 'organiser' ? session : null, have: null },
  });
  sockets.push(socket);
  if (answers) socket.on('probe', (alive: () => void) => alive());
  await new Promise<void>((resolve, reject) => {
    socket.on('view', () => resolve());
    socket.on('connect_error', reject);
  });
};
const listener = async (): Promise<Browser> => {
  const someone = house.browser();
  await someone.post('/api/enter', { code: house.app.registry.halls.get(session)?.about().code });
  return someone;
};
const member = async (): Promise<Browser> => {
  const card = house.app.registry.halls.get(session)?.of.reads().roster?.members[0]?.card;
  const someone = house.browser();
  await someone.post('/api/enter', { token: card === undefined ? '' : house.app.registry.cards.keysOf(card).token });
  return someone;
};
const state = () => marta.get(`/api/sessions/${session}/roomtest`);
const facts = () => house.app.store.read({ scope: 'session', id: session });

describe('phones answer a probe', () => {
  test('[K12] every connected phone is asked once, members and audience; consoles and screens are not; the slowest is told', async () => {
    await connected(await member(), 'member');
    await connected(await listener(), 'audience');
    await connected(await listener(), 'audience');
    await connected(marta, 'organiser');
    const before = await facts();
    expect((await marta.post(`/api/sessions/${session}/roomtest/probe`)).data).toMatchObject({ probe: { asked: 3, state: 'running' } });
    await expect.poll(async () => (await state()).data).toMatchObject({ probe: { at: now, asked: 3, answered: 3, state: 'done' } });
    expect((await state()).text).toMatch(/"slowestMs":\d+/u);
    // Never stored: it counts for nothing.
    expect(await facts()).toEqual(before);
  });
  test('[K12] a phone that does not answer is missing in the number, and nobody waits for it', async () => {
    await connected(await listener(), 'audience');
    await connected(await listener(), 'audience', false);
    await marta.post(`/api/sessions/${session}/roomtest/probe`);
    await expect.poll(async () => (await state()).data).toMatchObject({ probe: { asked: 2, answered: 1 } });
  });
  test('with no phone in the room the answer is there at once', async () => {
    expect((await marta.post(`/api/sessions/${session}/roomtest/probe`)).data).toMatchObject({
      probe: { asked: 0, answered: 0, slowestMs: null, state: 'done' },
    });
  });
  test('only who drives the session asks', async () => {
    for (const who of [house.browser(), await listener(), await member()])
      expect((await who.post(`/api/sessions/${session}/roomtest/probe`)).status).toBe(401);
  });
});

describe('the QR tried from a phone', () => {
  test('[K12] a phone that opens it is seen, with the hour and how long it took, and gets in nowhere', async () => {
    const trial = text(await state(), 'trial');
    const phone = house.browser();
    expect((await phone.get(`/api/hello?p=${trial}&ms=612`)).data).toEqual({ ok: true, at: now });
    expect((await state()).data).toMatchObject({ qr: { at: now, ms: 612 } });
    expect(phone.cookie()).toBe('');
    expect((await marta.remove(`/api/sessions/${session}/roomtest/qr`)).data).toMatchObject({ qr: null });
  });
  test('somebody who makes up a key is answered the same, and is not seen', async () => {
    expect((await house.browser().get('/api/hello?p=abcdefghij&ms=5')).data).toEqual({ ok: true, at: now });
    expect((await state()).data).toMatchObject({ qr: null });
  });
});

describe('a phone tries itself', () => {
  test('[K12] it is answered, what it writes comes back, from anywhere and with no way in; nothing is kept', async () => {
    const phone = house.browser();
    const before = await facts();
    expect((await phone.get('/api/hello')).data).toEqual({ ok: true, at: now });
    expect((await phone.post('/api/hello', { text: 'pesca' })).data).toEqual({ ok: true, at: now, text: 'pesca' });
    expect(await facts()).toEqual(before);
    expect(phone.cookie()).toBe('');
  });
  test('[K6] what is too long or not a word is refused', async () => {
    expect((await house.browser().post('/api/hello', { text: 'a'.repeat(200) })).status).toBe(400);
    expect((await house.browser().post('/api/hello', { text: 'a'.repeat(5000) })).status).toBe(413);
    expect((await house.browser().get('/api/hello?ms=x')).status).toBe(400);
  });
});

test('[K12] that the wall can be read is said by a person, with the hour', async () => {
  expect((await marta.post(`/api/sessions/${session}/roomtest/readable`, { yes: true })).data).toMatchObject({
    readable: { yes: true, at: now },
  });
  expect((await house.browser().post(`/api/sessions/${session}/roomtest/readable`, { yes: true })).status).toBe(401);
});
