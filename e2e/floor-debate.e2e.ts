// A debate of twelve turns, by who has spoken least: hands from phones, the console that calls by a key, two phones that are told, a signal
// before the end, the wall that names nobody. One speaks in favour, one against, a point of order goes first; a speaker's phone is gone and
// the turn goes on; a turn is paused and given time; the totals are told in bands (FL1). Then a table's facilitator marks turns by a tap.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { until, useHouse } from './house.ts';
import { Keyboard } from './keyboard.ts';
import { closeAll, openDriver, openPhones, type Driver, type Phone } from './phones.ts';
import type { SeatCard } from './served.ts';

const house = useHouse();
let driver: Driver;
let console_: Page;
let keys: Keyboard;
let wall: Page;
let first: Page;
let second: Page;
let cards: readonly SeatCard[] = [];
let others: readonly Phone[] = [];
const button = (page: Page | Locator, name: string | RegExp): Locator => page.getByRole('button', { name });
const floor = (): Locator => console_.locator('.floor-now');
const raise = async (phone: Page, kind: string): Promise<void> => {
  await button(phone, 'Parola').click();
  await phone.getByRole('radio', { name: kind }).check();
  await button(phone, 'Chiedi la parola').click();
};
const hand = (phone: Phone | undefined, kind: string) => phone?.connection.send({ type: 'floor.raise', member: null, kind, on: true });
const speaking = z.object({ floor: z.object({ plenary: z.object({ now: z.object({ seat: z.string().nullable() }).nullable() }) }) });
const seatOf = (n: number): string => cards[n]?.seat ?? '';
/** Calls the next one by its key, and waits until the console says who it is. */
const next = async (): Promise<string> => {
  const words = await button(floor(), /^Chiama il prossimo: posto /).innerText();
  const seat = /posto (\S+)/.exec(words)?.[1] ?? '';
  await keys.key('c');
  await floor()
    .getByRole('heading', { name: `Parla il posto ${seat}`, exact: true })
    .waitFor();
  return seat;
};

beforeAll(async () => {
  const link = house.link('plenary');
  driver = await openDriver(house, link);
  cards = await house.cards(link);
  await driver.give({ type: 'session.openDoors' });
  const [one, two] = cards;
  if (!one || !two) throw new Error('no cards');
  others = await openPhones(
    house,
    cards.slice(2, 14).map(({ url }) => url),
  );
  await Promise.all(others.map(({ connection }) => connection.send({ type: 'presence.enter', door: 'card' })));
  [first, second, console_, wall] = await Promise.all([
    house.memberPhone(one),
    house.memberPhone(two),
    house.laptop(link),
    house.wall(await house.newLink(link, 'screen')),
  ]);
  keys = new Keyboard(console_);
  await console_.getByText('14 presenti di 90').waitFor();
  await driver.give({ type: 'session.open' });
  await driver.goTo('I gruppi raccontano');
});
afterAll(() => {
  closeAll(others);
  driver.close();
});

describe('a debate', () => {
  it('[FL1] hands go up from phones; a point of order stands first; each phone knows how many are before it and nothing of the others', async () => {
    await raise(first, 'A favore');
    await first.getByText('Tocca a te fra poco').waitFor();
    await floor().getByText('1 in coda').waitFor();
    await raise(second, 'Contro');
    await second.getByText('1 prima di te').waitFor();
    expect(await hand(others[0], 'order')).toMatchObject({ ok: true });
    await second.getByText('2 prima di te').waitFor();
    await button(floor(), `Chiama il prossimo: posto ${seatOf(2)}`).waitFor();
    await house.picture(second, 'phone-hand');
    const seen = await first.evaluate(() => document.body.innerText);
    expect(seen).not.toMatch(new RegExp(`posto ${seatOf(2)}\\b`, 'i'));
  });

  it('[K1] one calls by a key; the phone says so in big, the wall says the kind and the time and nobody’s seat', async () => {
    expect(await next()).toBe(seatOf(2));
    expect(await next()).toBe(seatOf(0));
    await first.getByRole('heading', { name: 'Hai la parola' }).waitFor();
    await wall.getByText(/Intervento a favore/).waitFor();
    expect(await wall.evaluate(() => document.body.innerText)).not.toMatch(/posto/i);
    await house.picture(first, 'phone-turn');
    await house.picture(console_, 'console-floor');
    await house.picture(wall, 'wall-turn');
  });

  it('[FL1] thirty seconds before the end phone and wall say so; time is given, the clock stops and goes on; who speaks ends it', async () => {
    const { turn } = z.object({ floor: z.object({ plenary: z.object({ now: z.object({ turn: z.string() }) }) }) }).parse(driver.common)
      .floor.plenary.now;
    await driver.give({ type: 'floor.giveTime', turn, sec: -88 });
    await first.getByText('Ultimi 30 secondi').waitFor();
    await wall.getByText('Ultimi 30 secondi').waitFor();
    await house.picture(first, 'phone-turn-last');
    await button(floor(), '+30 s').click();
    await first.getByText('Ultimi 30 secondi').waitFor({ state: 'detached' });
    await button(floor(), 'Ferma').click();
    await first.getByText('Chi conduce ha fermato il tempo.').waitFor();
    await button(floor(), 'Riprendi').click();
    await first.getByText('Chi conduce ha fermato il tempo.').waitFor({ state: 'detached' });
    await button(first, 'Ho finito').click();
    await first.getByRole('heading', { name: 'Hai la parola' }).waitFor({ state: 'detached' });
    await floor()
      .getByRole('heading', { name: /^Parla/ })
      .waitFor({ state: 'detached' });
  });

  it('[K8] a speaker’s phone is gone: the turn goes on, the console calls the next one all the same', async () => {
    expect(await next()).toBe(seatOf(1));
    await second.getByRole('heading', { name: 'Hai la parola' }).waitFor();
    await house.offline(second, true);
    expect(await hand(others[1], 'speech')).toMatchObject({ ok: true });
    expect(await next()).toBe(seatOf(3));
    await house.offline(second, false);
    await second.getByRole('heading', { name: 'Hai la parola' }).waitFor({ state: 'detached' });
  });

  it('[FL1] by who has spoken least: who has not spoken comes before who has; twelve turns in all, the totals in bands', async () => {
    await button(floor(), /^Altro/).click();
    await floor().getByRole('radio', { name: 'Prima chi ha parlato meno' }).click();
    // Who has spoken asks first, then those who have not: they come before.
    await raise(first, 'Intervento');
    for (const phone of others.slice(2, 9)) expect(await hand(phone, 'speech')).toMatchObject({ ok: true });
    await first.getByText('7 prima di te').waitFor();
    const called: string[] = [];
    for (let turn = 0; turn < 8; turn += 1) called.push(await next());
    expect(called).toEqual([...Array.from({ length: 7 }, (_, n) => seatOf(n + 4)), seatOf(0)]);
    await button(floor(), 'Basta così').click();
    await button(floor(), 'Quanto si è parlato…').click();
    const totals = console_.getByRole('dialog', { name: 'Quanto si è parlato oggi' });
    await totals.getByText('Hanno parlato 11 persone').waitFor();
    await house.picture(console_, 'console-totals');
    expect(await totals.innerText()).not.toMatch(/posto/i);
    await console_.keyboard.press('Escape');
    await until(() => speaking.parse(driver.common).floor.plenary.now).toBe(null);
  });
});

describe('at a table', () => {
  let lead: Page;
  it('[GR1] [FL1] a tap on the drawn table gives the floor, another ends it, and the facilitator sees who has not spoken yet', async () => {
    await driver.give({ type: 'groups.split', round: 1, block: null });
    const seats = await driver.seats();
    const here = cards.slice(0, 14).map(({ seat }) => seat);
    const table = [...seats].find(([, all]) => all.filter((seat) => here.includes(seat)).length >= 2)?.[0] ?? 1;
    const [one = '', two = ''] = (seats.get(table) ?? []).filter((seat) => here.includes(seat));
    lead = await house.phone(await house.newLink(house.link('plenary'), 'table', driver.group(table)));
    await button(lead, 'Parola').click();
    await lead.getByText('Non registra voci: conta solo i minuti.').waitFor();
    const seat = (which: string): Locator => button(lead, new RegExp(`^Posto ${which}:`));
    await seat(one).click();
    await button(lead, new RegExp(`^Posto ${one}: parla`)).waitFor();
    await seat(two).click();
    await button(lead, new RegExp(`^Posto ${two}: parla`)).waitFor();
    await button(lead, new RegExp(`^Posto ${one}: ha parlato 1 volta`)).waitFor();
    await house.picture(lead, 'phone-table-turns');
    await seat(two).click();
    await button(lead, new RegExp(`^Posto ${two}: ha parlato 1 volta`)).waitFor();
    const text = await lead.evaluate(() => document.body.innerText);
    expect(text).toMatch(/Hanno parlato tutti\.|Non h(a|anno) ancora parlato/);
  });
});
