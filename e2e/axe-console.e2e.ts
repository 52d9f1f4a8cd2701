// The console in each of its states and with each of its dialogs open, light and dark, passes the automated check for WCAG 2.2 AA (IN2).
// Findings are told all together, state by state.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Findings, lookAtDialog } from './access.ts';
import { useHouse } from './house.ts';
import type { SeatCard } from './served.ts';
import { closeAll, openDriver, openPhones, type Driver, type Phone } from './phones.ts';
import { goTo } from './reading.ts';

const house = useHouse();
let driver: Driver;
let console_: Page;
let cards: readonly SeatCard[];
let phones: readonly Phone[] = [];
const found = new Findings();
const judge = (): void => {
  house.aside = true;
  expect(found.take()).toEqual([]);
};
const middle = () => console_.getByRole('main');
const button = (name: string | RegExp) => console_.getByRole('button', { name }).first();
const dialog = (page: Page, name: string | RegExp, state: string): Promise<void> => lookAtDialog(found, page, name, state);

beforeAll(async () => {
  const link = house.link('plenary');
  driver = await openDriver(house, link);
  cards = await house.cards(link);
  console_ = await house.laptop(link);
});
afterAll(() => {
  closeAll(phones);
  driver.close();
});

describe('a console that everybody can use', () => {
  it('[IN2] the console of a draft: room, programme, questions, test', async () => {
    await button('Apri le porte').waitFor();
    await found.look(console_, 'draft');
    await button('Programma').click();
    await console_
      .getByText('Punti del programma')
      .or(console_.getByRole('heading', { name: 'Programma' }))
      .first()
      .waitFor();
    await found.look(console_, 'programme');
    await button(/^Modelli/).click();
    await console_.getByRole('dialog').waitFor();
    await found.look(console_, 'templates');
    await console_.keyboard.press('Escape');
    await button('Domande').click();
    await button(/Domanda$/).waitFor();
    await found.look(console_, 'questions');
    await console_
      .getByRole('button', { name: /D’estate, che cosa manca/ })
      .first()
      .click();
    await console_.getByText('Anteprima: non la vede nessuno').waitFor();
    await found.look(console_, 'question edited');
    await button('Prova').click();
    await console_.getByRole('heading', { level: 1 }).first().waitFor();
    await found.look(console_, 'room test');
    await button('In sala').click();
    await dialog(console_, 'Seduta…', 'session menu');
    judge();
  });

  it('[IN2] the console at the doors and in the room, with its dialogs', async () => {
    await button('Apri le porte').click();
    await console_.getByText('Porte aperte, si entra').waitFor();
    await found.look(console_, 'doors');
    phones = await openPhones(
      house,
      cards.slice(0, 8).map(({ url }) => url),
    );
    await Promise.all(phones.map(({ connection }) => connection.send({ type: 'presence.enter', door: 'card' })));
    await button('Apri la seduta con 8 presenti').click();
    await goTo(console_, ['Accoglienza', 'Apertura dei lavori']);
    await found.look(console_, 'a block with a document');
    await button(/^Mostra.*Le cinque aree/).click();
    await button('Togli le pagine').waitFor();
    await found.look(console_, 'slides');
    await button('Togli le pagine').click();
    await button(/^Chi c’è/).click();
    await found.look(console_, 'who is here');
    await button(/^Chi c’è|chiudi/).click();
    await dialog(console_, /^Domanda rapida/, 'quick question');
    await dialog(console_, /^Alzata di mano/, 'hands');
    await dialog(console_, 'Mostra altro…', 'show');
    await dialog(console_, 'Schermi…', 'screens');
    await dialog(console_, 'Già pronte…', 'words ready');
    await dialog(console_, 'Posto per posto…', 'seat by seat');
    await console_.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
    await console_.keyboard.press('?');
    await console_.getByRole('dialog').waitFor();
    await found.look(console_, 'keys');
    await console_.keyboard.press('Escape');
    judge();
  });

  it('[IN2] the console with a question: open, closed, published, annulled; roll call; line lost; suspended; closed', async () => {
    await goTo(console_, ['Verbale precedente', 'Dove siamo adesso?']);
    await middle().getByRole('button', { name: 'Apri la domanda' }).first().click();
    await button('Chiudi le risposte').waitFor();
    await found.look(console_, 'question open');
    await Promise.all(phones.map((phone) => phone.answer(({ options }) => ({ kind: 'choice', picked: [options[0]?.id ?? ''] }))));
    await dialog(console_, 'Aggiungi fogli', 'paper');
    await button('Chiudi le risposte').click();
    await console_.getByText(/Domanda chiusa alle/).waitFor();
    await found.look(console_, 'question closed');
    await middle().getByRole('button', { name: 'Pubblica', exact: true }).click();
    await console_.getByText('Risultati pubblicati').waitFor();
    await found.look(console_, 'question published');
    await middle().getByRole('button', { name: 'Altro', exact: true }).click();
    await console_.getByRole('button', { name: 'Annulla la domanda…' }).click();
    await console_.getByRole('dialog', { name: 'Annullare la domanda?' }).waitFor();
    await found.look(console_, 'annulling');
    await console_.keyboard.press('Escape');
    await console_.keyboard.press('Escape');
    await middle()
      .getByRole('button', { name: /^Fai l’appello/ })
      .click();
    await middle().getByRole('list', { name: '8 silenziosi' }).waitFor();
    await found.look(console_, 'roll call');
    await middle()
      .getByRole('button', { name: /^Chiudi l’appello/ })
      .click();
    await house.offline(console_, true);
    await console_.getByText(/Questo portatile è scollegato/).waitFor();
    await found.look(console_, 'line lost');
    await house.offline(console_, false);
    await console_.getByText(/Questo portatile è scollegato/).waitFor({ state: 'detached' });
    await driver.give({ type: 'session.suspend', reason: 'Manca la corrente' });
    await console_.getByRole('heading', { name: 'Seduta sospesa' }).first().waitFor();
    await found.look(console_, 'suspended');
    await driver.give({ type: 'session.close' });
    await console_.getByRole('heading', { name: 'La seduta è chiusa' }).waitFor();
    await found.look(console_, 'closed');
    judge();
  });
});
