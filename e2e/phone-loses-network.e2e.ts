// A member's phone in a hall with bad network: the choice stays, the page says truly that it was not sent, and it goes by itself, once.
// Two tabs are one seat, a second device moves the seat, and an answer that comes too late is told with the hour (K3, K8, PO3, RO3).
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until, useHouse } from './house.ts';
import type { SeatCard } from './served.ts';
import { openDriver, type Driver } from './phones.ts';
import { rowsOf } from './reading.ts';

const house = useHouse();
let driver: Driver;
let cards: readonly SeatCard[];
let console_: Page;
let phone: Page;
let other: Page;

const card = (index: number): SeatCard => {
  const found = cards[index];
  if (found === undefined) throw new Error('too few cards');
  return found;
};
const question = 'Da che cosa si comincia?';
const choose = (page: Page, words: string): Promise<void> => page.getByRole('radio', { name: words }).check();
const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Invia la risposta' }).click();
const answered = async (): Promise<string> =>
  (await console_.getByRole('main').getByRole('region', { name: question }).innerText()).replace(/\s+/g, ' ');

beforeAll(async () => {
  driver = await openDriver(house, house.link('plenary'));
  cards = await house.cards(house.link('plenary'));
  await driver.give({ type: 'session.openDoors' });
  await driver.give({ type: 'session.open' });
  console_ = await house.laptop(house.link('plenary'));
  [phone, other] = await Promise.all([house.memberPhone(card(0)), house.memberPhone(card(1))]);
  await console_.getByText('2 presenti di 90').waitFor();
  await driver.ask(question, ['Alberi', 'Acqua', 'Case']);
});
afterAll(() => driver.close());

describe('a phone that loses its network', () => {
  it('[K8] keeps the choice, says that it is not sent yet, and sends it by itself when the network is back', async () => {
    await choose(phone, 'Acqua');
    await house.offline(phone, true);
    await phone.getByText(/Senza rete dalle/).waitFor();
    expect(await phone.getByRole('radio', { name: 'Acqua' }).isChecked()).toBe(true);
    await send(phone);
    await phone.getByText('Non ancora inviata').waitFor();
    await house.picture(phone, 'phone-offline');
    expect(await phone.getByText('Risposta ricevuta').count()).toBe(0);
    expect(await answered()).toContain('0 di 2 hanno risposto');

    await house.offline(phone, false);
    await phone.getByText('Risposta ricevuta').waitFor();
    await until(answered).toContain('1 di 2 hanno risposto');
  });

  it('[K8] [K3] an answer given without network survives a closed page: opened again, it goes by itself and counts once', async () => {
    await choose(other, 'Alberi');
    await house.offline(other, true);
    await send(other);
    await other.getByText('Non ancora inviata').waitFor();
    const device = other.context();
    await other.close();
    expect(await answered()).toContain('1 di 2 hanno risposto');
    await device.setOffline(false);
    other = await device.newPage();
    await other.goto(`${house.origin}/m`);
    await other.getByText('Risposta ricevuta').waitFor();
    await other.getByText('Alberi').waitFor();
    await until(answered).toContain('2 di 2 hanno risposto');
  });

  it('[PO3] two tabs of one phone are one seat: each shows what the other sent, and the last change stands', async () => {
    const tab = await phone.context().newPage();
    await tab.goto(`${house.origin}/m`);
    await tab.getByText('Risposta ricevuta').waitFor();
    await tab.getByRole('button', { name: 'Cambia risposta' }).click();
    await choose(tab, 'Case');
    await send(tab);
    await tab.getByText('Risposta ricevuta').waitFor();
    await phone.getByText('Case').waitFor();
    await phone.getByRole('button', { name: 'Cambia risposta' }).click();
    await choose(phone, 'Alberi');
    await send(phone);
    await tab.getByText('Alberi').waitFor();
    expect(await answered()).toContain('2 di 2 hanno risposto');
    await tab.close();
  });

  it('[RO3] the card opened on a second device moves the seat: the first is told, the second has the answer', async () => {
    const second = await house.memberPhone(card(0));
    await phone.getByText('Il tuo posto è su un altro telefono').waitFor();
    await second.getByText('Risposta ricevuta').waitFor();
    await second.getByText('Alberi').waitFor();
    await house.picture(phone, 'phone-moved');
    // Opened again, the old page still knows why, and its one way on is the front door.
    await phone.reload();
    await phone.getByText('Il tuo posto è su un altro telefono').waitFor();
    await phone.getByRole('button', { name: 'Scrivi il codice' }).click();
    await phone.getByLabel('Il tuo codice').waitFor();
    phone = second;
  });

  it('[K8] an answer that arrives after the close is not counted, and the phone says so with the hour and with what counts', async () => {
    await other.getByRole('button', { name: 'Cambia risposta' }).click();
    await choose(other, 'Case');
    await house.offline(other, true);
    await send(other);
    await other.getByText('Non ancora inviata').waitFor();
    await console_.getByRole('button', { name: 'Chiudi le risposte' }).click();
    const closed = await console_.getByText(/Domanda chiusa alle/).innerText();
    await house.offline(other, false);
    await other.getByText('La tua risposta non è stata contata').waitFor();
    const hour = /alle (\d+\.\d\d)/.exec(closed)?.[1] ?? '?';
    await other.getByText(`La domanda si è chiusa alle ${hour}.`).waitFor();
    await other.getByText('Vale la risposta che avevi inviato prima:').waitFor();
    await other.getByText('Alberi').waitFor();
    await house.picture(other, 'phone-late');
    await other.getByRole('button', { name: 'Ho capito' }).click();
    await other.getByText('Domanda chiusa').waitFor();
    const rows = await rowsOf(console_.getByRole('main').getByRole('table', { name: question }));
    expect(rows.map(([words, count]) => [words, count])).toEqual([
      ['Alberi', '2'],
      ['Acqua', '0'],
      ['Case', '0'],
      ['Non so', '0'],
    ]);
  });
});
