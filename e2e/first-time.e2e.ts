// The first time: from the line that the server prints to doors that open. An organiser makes an access, looks past the invented assembly,
// names a real one, brings the people in (a bad list is refused line by line, then a good one goes in), makes a session from a template,
// prints cards, makes the links, tests the room and a phone, rehearses with invented people, and opens the doors.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useHouse } from './house.ts';
import type { SeatCard } from './served.ts';

const house = useHouse();
let home: Page;
let console_: Page;
let wall: Page;
let cards: readonly SeatCard[];
let link = '';

/** A link or a button: which of the two is the page's business. */
const way = (name: string | RegExp): Locator => home.getByRole('link', { name }).or(home.getByRole('button', { name })).first();
const button = (name: string | RegExp): Locator => home.getByRole('button', { name }).first();
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const good = [
  'posto,nome,genere,municipio',
  ...Array.from({ length: 12 }, (_, index) => `${index + 1},,${index % 2 === 0 ? 'F' : 'M'},${(index % 3) + 1}`),
].join('\n');
const bad = ['posto,nome,genere,municipio', '1,,F,1', '1,,M,2', ',,F,3', '4,,M,1'].join('\n');

describe('the first time', () => {
  it('the set-up link makes the first access, once', async () => {
    home = await house.laptop(house.link('set-up'));
    await home.getByLabel('Il tuo nome').fill('Segreteria');
    await home.getByLabel('Frase segreta', { exact: true }).fill('breve');
    await button('Crea il mio accesso').click();
    await home
      .getByText(/La frase segreta è troppo corta/)
      .first()
      .waitFor();
    await home.getByLabel('Frase segreta', { exact: true }).fill('quattro parole messe a caso');
    await house.picture(home, 'organiser-first-access');
    await button('Crea il mio accesso').click();
    await home.getByText('Segreteria').first().waitFor();
    expect(new URL(home.url()).hash).not.toContain('setup');
    house.expectTrouble(/status of 4\d\d/);
    const again = await house.laptop(house.link('set-up'));
    await again
      .getByText(/Questo collegamento è già stato usato|Entra per organizzare/)
      .first()
      .waitFor();
    await again.context().close();
  });

  it('the invented assembly goes away in one tap, and three steps are left to do', async () => {
    await way(/Guarda una seduta finta|dimostrazione/).click();
    await button('Togli l’assemblea finta').click();
    await home.getByText('Qui non c’è ancora nessuna assemblea').waitFor();
    await house.picture(home, 'organiser-first-steps');
    await button('Crea l’assemblea').click();
    await home.getByRole('dialog').getByLabel('Nome').fill('Clima, 2026');
    await home.getByRole('dialog').getByRole('button', { name: 'Crea l’assemblea' }).click();
    await home.getByText('Clima, 2026').first().waitFor();
  });

  it('[RO6] a bad list is refused line by line and nobody is in; the corrected one goes in', async () => {
    await way('Carica l’elenco').click();
    await home.getByLabel('Scegli il file').setInputFiles(csv('elenco.csv', bad));
    await home.getByText('Non è entrato nessuno.').first().waitFor();
    const errors = (await home.getByRole('table').first().innerText()).replace(/\s+/g, ' ');
    for (const line of ['3', '4']) expect(errors).toContain(line);
    await house.picture(home, 'organiser-roll-refused');
    await home.locator('input[type=file]').setInputFiles(csv('elenco.csv', good));
    await home.getByRole('heading', { name: '12 membri pronti' }).waitFor();
    await button('Metti in elenco 12 membri').click();
    await home.getByText('12 membri in elenco.').waitFor();
  });

  it('[AG5] a session from a template', async () => {
    await home
      .getByRole('link', { name: /Clima, 2026|Assemblee/ })
      .first()
      .click();
    await way(/Prepara la seduta|Nuova seduta/).click();
    await home.getByRole('radio', { name: /Plenaria di una giornata/ }).check();
    await home.getByLabel('Giorno').fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
    await house.picture(home, 'organiser-new-session');
    await button('Crea la seduta').click();
    await home.getByText('Codice della sala').first().waitFor();
    await house.picture(home, 'organiser-session');
  });

  it('links are made and shown once: console and screen open with them', async () => {
    const make = async (role: string): Promise<string> => {
      await button(`Crea il collegamento: ${role}`).click();
      const dialog = home.getByRole('dialog');
      const address = await dialog.getByLabel('Indirizzo').inputValue();
      await dialog.getByRole('button', { name: 'Ho finito' }).click();
      return house.named(address);
    };
    link = await make('Chi conduce');
    console_ = await house.laptop(link);
    await console_.getByRole('button', { name: 'Apri le porte' }).waitFor();
    wall = await house.wall(await make('Schermo'));
    await wall.getByRole('main').waitFor();
    await console_.getByText('1 schermo collegato').waitFor();
  });

  it('[RO5] the cards are printed, one a seat, each with its code', async () => {
    const [print] = await Promise.all([
      console_.context().waitForEvent('page'),
      (async () => {
        await console_.getByRole('button', { name: 'Seduta…' }).click();
        await console_.getByRole('link', { name: 'Stampa cartoncini e fogli' }).click();
      })(),
    ]);
    await print.getByText('12 cartoncini').first().waitFor();
    await console_.keyboard.press('Escape');
    cards = await house.cards(link);
    const sheets = (await print.locator('body').innerText()).replace(/\s+/g, '');
    for (const { code } of cards) expect(sheets).toContain(code);
    await house.picture(print, 'print-cards');
    await print.close();
  });

  it('[K12] the room is tested: the screen shows the test picture, a member tries a phone', async () => {
    await console_.getByRole('button', { name: 'Prova', exact: true }).click();
    await console_.getByRole('heading', { name: 'Prova della sala' }).waitFor();
    await console_.getByRole('button', { name: 'Mostra la prova' }).click();
    await wall.getByText('Si legge?').waitFor();
    await console_.getByRole('button', { name: 'Sì, si legge' }).click();
    await house.picture(console_, 'console-room-test');
    const phone = await house.memberPhone(cards[0] ?? { member: '', seat: '', code: '', url: '' });
    await phone.getByRole('button', { name: 'Prova il telefono' }).click();
    await phone.getByRole('radio', { name: 'Mare' }).check();
    await phone.getByRole('button', { name: 'Invia la prova' }).click();
    await phone.getByLabel('Una parola qualsiasi').fill('ciao');
    await phone.getByRole('button', { name: 'Invia la prova' }).click();
    await phone.getByText('Il telefono è pronto').waitFor();
    await house.picture(phone, 'phone-test');
    await console_.getByRole('button', { name: 'Manda una prova' }).click();
    await console_.getByText(/1 su 1/).waitFor();
    await phone.getByRole('button', { name: 'Torna all’inizio' }).click();
  });

  it('[AG6] a rehearsal with invented people leaves no trace', async () => {
    await console_.getByRole('button', { name: 'Comincia la prova generale' }).click();
    await console_.getByRole('dialog').getByRole('radio', { name: 'Venti volte' }).check();
    await console_.getByRole('dialog').getByRole('button', { name: 'Comincia', exact: true }).click();
    await console_.getByText('Prova generale: non resta traccia').waitFor();
    await console_.getByRole('button', { name: 'In sala', exact: true }).click();
    await console_.getByRole('button', { name: 'Apri le porte' }).click();
    await console_
      .getByText(/[1-9]\d* presenti di \d+/)
      .first()
      .waitFor();
    await house.picture(console_, 'console-rehearsal');
    // The real wall and the real session have heard nothing of it.
    await wall.getByText('Si legge?').waitFor();
    await console_.getByRole('button', { name: 'Prova', exact: true }).click();
    await console_.getByRole('button', { name: 'Finisci la prova' }).click();
    // The page goes back by itself to the console of the session that was rehearsed.
    await console_.getByText('Prova generale: non resta traccia').waitFor({ state: 'detached' });
    await console_.getByText('0 presenti di 12').waitFor();
    await console_.getByRole('heading', { name: 'La seduta è una bozza' }).waitFor();
  });

  it('the doors open', async () => {
    await console_.getByRole('button', { name: 'Apri le porte' }).click();
    await wall.getByText('Entra con il tuo telefono').waitFor();
  });
});
