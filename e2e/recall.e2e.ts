// The recall: its notices at ten, five and one minute stand on the phones, at the table and on the wall from the same second; one table has
// more time, then all; everybody is called back and the boards are frozen, one of them while it is silent. A phone that was without network
// from the silence on comes back with two notes: they wait beside the frozen board until they are admitted in a new one (GR4, BO8, BO9).
// Nobody waits for the minutes: the facilitator sets the time that is left, as from the programme.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useHouse } from './house.ts';
import type { SeatCard } from './served.ts';
import { openDriver, type Driver } from './phones.ts';

const house = useHouse();
let driver: Driver;
let cards: readonly SeatCard[];
let seats: ReadonlyMap<number, readonly string[]>;
let console_: Page;
let lead: Page;
let wall: Page;
/** At table 1, where more time is given; at table 2, where it is not; at table 1, without network. */
let first: Page;
let second: Page;
let away: Page;

const late = ['Un orario del fresco per i cantieri', 'Meno rumore la notte'] as const;
const cardOf = (table: number, nth: number): SeatCard => {
  const found = cards.find(({ seat }) => seat === seats.get(table)?.[nth]);
  if (found === undefined) throw new Error(`nobody ${nth} at table ${table}`);
  return found;
};
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const middle = () => console_.getByRole('main');
const writeNote = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Il tuo biglietto' }).fill(text);
  await button(page, 'Aggiungi il biglietto').click();
};
const notice = (page: Page, words: string): Promise<void> => page.getByRole('status').getByText(words).waitFor();

beforeAll(async () => {
  const link = house.link('plenary');
  driver = await openDriver(house, link);
  [cards, seats] = await Promise.all([house.cards(link), driver.seats()]);
  await driver.give({ type: 'session.openDoors' });
  [first, second, away] = await Promise.all([
    house.memberPhone(cardOf(1, 0)),
    house.memberPhone(cardOf(2, 0)),
    house.memberPhone(cardOf(1, 1)),
  ]);
  const [screenLink, tableLink] = await Promise.all([house.newLink(link, 'screen'), house.newLink(link, 'table', driver.group(1))]);
  [console_, wall, lead] = await Promise.all([house.laptop(link), house.wall(screenLink), house.phone(tableLink)]);
  await console_.getByText('3 presenti di 90').waitFor();
  await driver.give({ type: 'session.open' });
  await driver.goTo('Lavori di gruppo');
  await driver.split();
  await Promise.all([first, second, away].map((phone, index) => button(phone, `Sono al tavolo ${index === 1 ? 2 : 1}`).click()));
});
afterAll(() => driver.close());

describe('the recall', () => {
  it('[BO9] a phone that loses its network in the silence keeps what is written on it', async () => {
    await writeNote(first, 'Alberi davanti alle scuole');
    await first.getByText('Hai scritto 1 biglietto.').waitFor();
    await house.offline(away, true);
    await away.getByText(/Senza rete dalle/).waitFor();
    for (const text of late) await writeNote(away, text);
    await away.getByText(late[1]).waitFor();
    expect(await away.getByText('Non ancora inviato. Parte appena torna la rete.').count()).toBe(2);
    await lead.getByText('biglietto, scritto da 1 su 2').waitFor();
    await house.picture(away, 'phone-notes-offline');
  });

  it('[GR4] ten minutes before the end, five, and one: the notice stands on every phone, at the table and on the wall', async () => {
    house.expectTrouble(/net::ERR_|WebSocket connection to .* failed|Failed to load resource/);
    for (const [sec, left, words, onWall] of [
      [600, /^9:[0-5]\d$/, 'entro 10 minuti', 'Mancano meno di 10 minuti'],
      [300, /^4:[0-5]\d$/, 'entro 5 minuti', 'Mancano meno di 5 minuti'],
      [60, /^0:[0-5]\d$/, 'entro 1 minuto', 'Ultimo minuto'],
    ] as const) {
      await driver.secondsLeft(sec);
      await Promise.all([
        ...[first, second, lead].map((page) => notice(page, `Si torna in sala ${words}.`)),
        wall.getByText(onWall).waitFor(),
        middle().getByText(left).first().waitFor(),
      ]);
      if (sec === 300) {
        await house.picture(first, 'phone-notice');
        await house.picture(wall, 'wall-notice');
      }
    }
    await house.picture(console_, 'console-last-minute');
  });

  it('[GR4] more time for one table is that table’s alone; for all it is the programme’s', async () => {
    house.expectTrouble(/net::ERR_|WebSocket connection to .* failed|Failed to load resource/);
    await button(console_, /^Tavolo 1/).click();
    await button(console_, /^\+5 min\s*Tavolo 1/).click();
    await notice(first, 'Si torna in sala entro 10 minuti.');
    await notice(lead, 'Si torna in sala entro 10 minuti.');
    await notice(second, 'Si torna in sala entro 1 minuto.');
    await button(console_, /^Tavolo 1/).click();
    await middle().getByText('+5 min', { exact: false }).first().waitFor();
    await button(console_, /^\+5 a tutti/).click();
    await notice(second, 'Si torna in sala entro 10 minuti.');
    await first.getByText(/Si torna in sala entro/).waitFor({ state: 'detached' });
    await driver.secondsLeft(60);
    await driver.addSeconds(-61);
    await notice(second, 'È ora di tornare in sala.');
    await wall.getByText('È ora: si torna in sala').waitFor();
    await notice(first, 'Si torna in sala entro 5 minuti.');
  });

  it('[GR4] [BO8] recalled: the question says that notes are still silent; they are revealed and frozen in one step', async () => {
    house.expectTrouble(/net::ERR_|WebSocket connection to .* failed|Failed to load resource/);
    await button(console_, /^Richiama ora…/).waitFor();
    await console_.keyboard.press('g');
    const dialog = console_.getByRole('dialog', { name: /^Richiami 3 persone da 5 tavoli\?$/ });
    await dialog.getByText('Su 5 bacheche si scrive ancora in silenzio: nessuno ha letto i biglietti.').waitFor();
    await house.picture(console_, 'console-recall-silent');
    await dialog.getByRole('button', { name: 'Richiama 3 persone e congela 5 bacheche' }).click();
    await dialog.waitFor({ state: 'detached' });
    await first.getByText('Lavori di gruppo').first().waitFor();
    await button(first, 'Le bacheche del tavolo').click();
    await first.getByText('Alberi davanti alle scuole').waitFor();
    await lead.getByText('La bacheca è ferma', { exact: true }).waitFor();
    await wall.getByText('Ai tavoli').waitFor({ state: 'detached' });
  });

  it('[BO9] what was written in the silence arrives after the freeze, waits, and enters a new copy when it is admitted', async () => {
    await house.offline(away, false);
    await away.getByText(/Senza rete dalle/).waitFor({ state: 'detached' });
    await button(console_, /^Tavoli$/).click();
    await middle().getByRole('radio', { name: 'Bacheche' }).check();
    const row = button(console_, /^Tavolo 1.*Congelata, copia 1/);
    await row.getByText('2 in attesa').waitFor();
    // Who wrote them is told, back in the hall.
    await away.getByText('2 tuoi biglietti sono arrivati a bacheca ferma', { exact: false }).waitFor();
    for (const text of late) expect(await first.getByText(text).count()).toBe(0);
    await house.picture(away, 'phone-notes-waiting');
    await row.click();
    await button(console_, 'Nascosti e in attesa').click();
    const dialog = console_.getByRole('dialog', { name: 'Nascosti e in attesa (Tavolo 1)' });
    await dialog.getByRole('heading', { name: '2 biglietti arrivati dopo il congelamento' }).waitFor();
    for (const text of late) await dialog.getByText(text).waitFor();
    await house.picture(console_, 'console-waiting');
    await dialog.getByRole('button', { name: 'Ammetti tutti e 2' }).click();
    await dialog.getByRole('heading', { name: '0 biglietti arrivati dopo il congelamento' }).waitFor();
    await dialog.getByRole('button', { name: 'Chiudi' }).last().click();
    await button(console_, /^Tavolo 1.*Congelata, copia 2/).waitFor();
    for (const text of late) await first.getByText(text).waitFor();
    await first.getByText('arrivato dopo').first().waitFor();
    await button(away, 'Le bacheche del tavolo').click();
    for (const text of late) await away.getByText(text).waitFor();
  });
});
