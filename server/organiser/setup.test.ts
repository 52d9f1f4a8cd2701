// The way in: the link that is printed once, the passphrase that is slow to guess and never refused when right, the doors that stay shut.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { furnish, openHouse, passphrase, text, tokenIn } from './house-for-tests.ts';
import type { House } from './house-for-tests.ts';
import { SlowDown, hashPassphrase, isPassphrase } from './passphrase.ts';
import { makeOneTime, setupLink } from './setup.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.stop());

const link = async (): Promise<string> => {
  const url = await setupLink(house.app, { base: 'http://here' });
  if (url === null) throw new Error('no link');
  return url;
};

describe('the first account', () => {
  test('given an empty computer, when its link is opened, then it makes one account, once', async () => {
    const token = tokenIn(await link());
    const first = house.browser();
    expect((await first.post('/api/setup/read', { token })).data).toEqual({ ok: true, purpose: 'first', name: null });
    expect((await first.post('/api/setup', { token, name: '  Marta Riva ', passphrase })).data).toEqual({ ok: true, name: 'Marta Riva' });
    expect((await first.get('/api/home')).data['me']).toMatchObject({ name: 'Marta Riva' });

    const second = await house.browser().post('/api/setup', { token, name: 'Altri', passphrase });
    expect([second.status, second.data['code']]).toEqual([403, 'organiser.linkUsed']);
    expect(await setupLink(house.app, { base: 'http://here' })).toBeNull();
    expect(await house.app.store.accounts()).toHaveLength(1);
  });

  test('a double press makes one account', async () => {
    const token = tokenIn(await link());
    const both = await Promise.all(['Marta', 'Marta Riva'].map((name) => house.browser().post('/api/setup', { token, name, passphrase })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await house.app.store.accounts()).toHaveLength(1);
  });

  test('each start prints a new link; the one before is void', async () => {
    const older = tokenIn(await link());
    const newer = tokenIn(await link());
    expect((await house.browser().post('/api/setup/read', { token: older })).data['code']).toBe('organiser.linkUsed');
    expect((await house.browser().post('/api/setup/read', { token: newer })).status).toBe(200);
  });

  test('a short passphrase and an empty name are refused, and the link stays good', async () => {
    const token = tokenIn(await link());
    const browser = house.browser();
    expect((await browser.post('/api/setup', { token, name: 'Marta', passphrase: 'nove gatt' })).data['code']).toBe(
      'organiser.passphraseShort',
    );
    expect((await browser.post('/api/setup', { token, name: '   ', passphrase })).data['code']).toBe('organiser.nameMissing');
    expect((await browser.post('/api/setup', { token, name: 'Marta', passphrase })).status).toBe(200);
  });

  test('[K6] neither passphrase nor token lies readable in the store', async () => {
    const url = await link();
    await house.browser().post('/api/setup', { token: tokenIn(url), name: 'Marta', passphrase });
    const kept = JSON.stringify([await house.app.store.accounts(), await house.app.store.listAccess({ role: 'organiser' })]);
    expect(kept).toContain('scrypt:17:8:1:');
    expect(kept).not.toContain(passphrase);
    expect(kept).not.toContain(tokenIn(url));
  });
});

describe('logging in', () => {
  test('a right passphrase lets in, whatever the case of the name; a wrong one and an unknown name get the same answer', async () => {
    await house.register();
    expect((await house.browser().post('/api/login', { name: 'marta riva', passphrase })).status).toBe(200);
    const wrong = await house.browser().post('/api/login', { name: 'Marta Riva', passphrase: 'un’altra frase' });
    const unknown = await house.browser().post('/api/login', { name: 'Nessuno', passphrase });
    expect(wrong.data).toEqual({ ok: false, code: 'organiser.wrongPassphrase', params: {} });
    expect(unknown.data).toEqual(wrong.data);
  });

  test('[K6] each wrong passphrase of a name waits longer, up to a limit; a right one waits for nothing', async () => {
    const waits: number[] = [];
    let now = 0;
    const slow = new SlowDown(
      () => now,
      async (ms) => void waits.push(ms),
    );
    for (let time = 0; time < 7; time += 1) await slow.afterWrong('marta');
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
    await slow.afterWrong('altri');
    expect(waits.at(-1)).toBe(500);
    slow.afterRight('marta');
    await slow.afterWrong('marta');
    expect(waits.at(-1)).toBe(500);
    now = 3600_000;
    await slow.afterWrong('marta');
    expect(waits.at(-1)).toBe(500);
  });

  test('a hash says its own strength; another passphrase and no account are both false', async () => {
    const hash = await hashPassphrase(passphrase);
    expect(await isPassphrase(passphrase, hash)).toBe(true);
    expect(await isPassphrase(`${passphrase}!`, hash)).toBe(false);
    expect(await isPassphrase(passphrase, null)).toBe(false);
  });

  test('leaving closes the account on this browser', async () => {
    const marta = await house.register();
    await marta.post('/api/leave', { role: 'organiser' });
    expect((await marta.get('/api/home')).status).toBe(401);
  });
});

describe('colleagues and lost passphrases', () => {
  test('an organiser lets a colleague in by a link that works once', async () => {
    const marta = await house.register();
    const token = text(await marta.post('/api/invite'), 'token');
    expect((await house.browser().post('/api/setup', { token, name: 'MARTA RIVA', passphrase })).data['code']).toBe('organiser.nameTaken');
    expect((await house.browser().post('/api/setup', { token, name: 'Luca', passphrase })).status).toBe(200);
    expect((await house.browser().post('/api/setup', { token, name: 'Anna', passphrase })).data['code']).toBe('organiser.linkUsed');
    expect((await house.browser().post('/api/invite')).status).toBe(401);
  });

  test('the link of the reset command changes the passphrase and puts every other browser out', async () => {
    const marta = await house.register();
    const [account] = await house.app.store.accounts();
    const { token } = await makeOneTime(house.app.access, house.app.store, 'reset', account?.id);
    const back = house.browser();
    expect((await back.post('/api/setup/read', { token })).data).toEqual({ ok: true, purpose: 'reset', name: 'Marta Riva' });
    expect((await back.post('/api/setup', { token, name: '', passphrase: 'dieci cani in cortile' })).data).toEqual({
      ok: true,
      name: 'Marta Riva',
    });
    expect((await marta.get('/api/home')).status).toBe(401);
    expect((await house.browser().post('/api/login', { name: 'Marta Riva', passphrase: 'dieci cani in cortile' })).status).toBe(200);
  });
});

test('[K6] a facilitator, a desk and a stranger open none of the organiser’s doors', async () => {
  const marta = await house.organiser();
  const { assembly, session } = await furnish(marta);
  const facilitator = house.browser();
  await facilitator.open(text(await marta.post(`/api/sessions/${session}/links`, { role: 'facilitator', label: '' }), 'url'));
  const desk = house.browser();
  await desk.open(text(await marta.post(`/api/sessions/${session}/links`, { role: 'desk', label: '1' }), 'url'));
  const before = await house.app.store.read({ scope: 'assembly', id: assembly });
  for (const browser of [facilitator, desk, house.browser()]) {
    const tries = [
      await browser.get('/api/home'),
      await browser.get('/api/access'),
      await browser.get(`/api/assemblies/${assembly}/export`),
      await browser.post('/api/assemblies', { name: { original: 'it', it: 'Nostra' } }),
      await browser.post(`/api/assemblies/${assembly}/do`, {
        id: 'abcdef123456',
        command: { type: 'roster.nameAssembly', name: { original: 'it', it: 'Nostra' }, demo: false },
      }),
      await browser.post(`/api/assemblies/${assembly}/roll/seats`, { id: 'abcdef123457', from: 10, to: 20, replaces: true }),
      await browser.csv(`/api/assemblies/${assembly}/roll/import?replaces=1`, 'posto\n1\n'),
      await browser.post(`/api/assemblies/${assembly}/erase-people`, { members: 'all', count: 1 }),
      await browser.post(`/api/sessions/${session}/erase`),
      await browser.remove(`/api/sessions/${session}`),
      await browser.remove(`/api/assemblies/${assembly}`),
    ];
    expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 401));
  }
  // What is a driver's is not a desk's, and another session's driver is a stranger.
  expect((await desk.post(`/api/sessions/${session}/links`, { role: 'facilitator', label: '' })).status).toBe(401);
  const other = await furnish(marta);
  expect((await facilitator.get(`/api/sessions/${other.session}/links`)).status).toBe(403);
  expect((await facilitator.post('/api/cards', { session: other.session, members: 'all' })).status).toBe(403);
  expect(await house.app.store.read({ scope: 'assembly', id: assembly })).toEqual(before);
});
