// A list comes in whole or not at all, and names are never half there.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../kernel/random.ts';
import { StoreFailed } from '../store/store.ts';
import type { Store } from '../store/store.ts';
import { furnish, openHouse, text } from './house-for-tests.ts';
import type { Browser, House } from './house-for-tests.ts';

let house: House;
let marta: Browser;
let assembly: string;
/** Set by a test to make the next append fail as a full disk does. */
let diskFull = false;
const smallDisk = (real: Store): Store => ({
  ...real,
  append: (...args) => (diskFull ? Promise.reject(new StoreFailed('store.full', 'test')) : real.append(...args)),
});
beforeEach(async () => {
  diskFull = false;
  house = await openHouse({ store: smallDisk });
  marta = await house.organiser();
  assembly = text(await marta.post('/api/assemblies', { name: { original: 'it', it: 'Clima' } }), 'assembly');
});
afterEach(() => house.stop());

const good = 'posto;nome;genere\r\n41;Prova, Uno;donna\r\n42;;uomo\r\n';
const seats = (): readonly string[] => (house.app.registry.assemblies.get(assembly)?.reads().roster?.members ?? []).map(({ seat }) => seat);
const people = () => house.app.store.people(assembly);
const url = (what: string, more = ''): string => `/api/assemblies/${assembly}/roll/${what}?replaces=0&source=membri.csv${more}`;

describe('a list', () => {
  test('[RO6] is read first: columns and how many, and nobody is in', async () => {
    const read = await marta.csv(url('read'), good);
    expect(read.data).toMatchObject({ ok: true, summary: { rows: 2, seats: 2, reserves: 0 } });
    expect(read.text).not.toContain('Prova');
    expect([seats(), await people()]).toEqual([[], []]);
  });

  test('[RO1] comes in with names beside the log, never in it', async () => {
    expect((await marta.csv(url('import'), good)).data).toEqual({ ok: true, members: 2 });
    expect(seats()).toEqual(['41', '42']);
    expect((await people()).map(({ name }) => name).sort()).toEqual(['Prova, Uno', null]);
    expect(JSON.stringify(await house.app.store.read({ scope: 'assembly', id: assembly }))).not.toContain('Prova');
  });

  test('[RO6] with one bad line leaves nothing: no seat, no person, no fact', async () => {
    const facts = await house.app.store.read({ scope: 'assembly', id: assembly });
    const refused = await marta.csv(url('import'), `${good}42;Prova, Due;donna\r\n`);
    expect(refused.data).toMatchObject({ ok: false, problems: [{ line: 4, code: 'seatTwice' }] });
    expect([seats(), await people()]).toEqual([[], []]);
    expect(await house.app.store.read({ scope: 'assembly', id: assembly })).toEqual(facts);
  });

  test('[RO6] whose fact cannot be stored leaves no name behind', async () => {
    diskFull = true;
    const refused = await marta.csv(url('import', `&id=${newId()}`), good);
    expect(refused.data).toMatchObject({ ok: false, code: 'store.full' });
    expect([seats(), await people()]).toEqual([[], []]);
    diskFull = false;
    expect((await marta.csv(url('import'), good)).data).toMatchObject({ ok: true, members: 2 });
  });

  test('[K3] sent twice comes in once', async () => {
    const id = newId();
    await marta.csv(url('import', `&id=${id}`), good);
    expect((await marta.csv(url('import', `&id=${id}`), good)).data).toEqual({ ok: true, members: 2 });
    expect(seats()).toEqual(['41', '42']);
    expect(await people()).toHaveLength(2);
  });

  test('[RO6] that adds to a roll says which seats are taken', async () => {
    await marta.csv(url('import'), good);
    expect((await marta.csv(url('read'), 'posto\n42\n43\n')).data).toMatchObject({ ok: false, problems: [{ line: 2, code: 'seatTaken' }] });
    expect((await marta.csv(url('read').replace('replaces=0', 'replaces=1'), 'posto\n42\n43\n')).data).toMatchObject({ ok: true });
  });
});

test('[RO1] numbers of seats are enough: no name, no attribute', async () => {
  expect((await marta.post(`/api/assemblies/${assembly}/roll/seats`, { id: newId(), from: 1, to: 90, replaces: false })).data).toEqual({
    ok: true,
    members: 90,
  });
  expect(seats()).toHaveLength(90);
  expect(await people()).toEqual([]);
  expect(
    (await marta.post(`/api/assemblies/${assembly}/roll/seats`, { id: newId(), from: 90, to: 91, replaces: false })).data,
  ).toMatchObject({ ok: false, code: 'roster.seatTaken' });
  expect((await marta.post(`/api/assemblies/${assembly}/roll/seats`, { id: newId(), from: 9, to: 1, replaces: false })).data['code']).toBe(
    'organiser.seatsReversed',
  );
});

test('[RO8] a desk makes a reserve of somebody on no list; sent twice it is one person', async () => {
  const { session, assembly: other } = await furnish(marta);
  const desk = house.browser();
  await desk.open(text(await marta.post(`/api/sessions/${session}/links`, { role: 'desk', label: '1' }), 'url'));
  const wish = { id: newId(), session, name: 'Prova, Tre' };
  const first = await desk.post('/api/desk/reserve', wish);
  expect(first.data).toMatchObject({ ok: true });
  expect((await desk.post('/api/desk/reserve', wish)).data).toEqual(first.data);
  expect(house.app.registry.assemblies.get(other)?.reads().roster?.reserves).toHaveLength(1);
  diskFull = true;
  expect((await desk.post('/api/desk/reserve', { ...wish, id: newId(), name: 'Prova, Quattro' })).data).toMatchObject({ ok: false });
  expect(JSON.stringify(await house.app.store.people(other))).not.toContain('Quattro');
});
