// The board as laptops have it, and where it is prepared: each of its states and each of its dialogs passes the automated check, in light and
// in dark (IN2). Tables, phones and walls are in axe-tables. Findings are told all together, state by state.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../client/kernel/ids.ts';
import { Findings } from './access.ts';
import { useHouse } from './house.ts';
import { openDriver, type Driver } from './phones.ts';

const house = useHouse();
let driver: Driver;
let page: Page;
const found = new Findings();
const judge = (): void => {
  house.aside = true;
  expect(found.take()).toEqual([]);
};
const board = (): Locator => page.locator('.board-page');
const note = (words: string): Locator => board().locator('[data-note]').filter({ hasText: words });
const act = (name: string | RegExp): Locator => board().getByRole('button', { name }).first();
const escape = async (): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};
/** The page under a dialog was looked at already. */
const lookAtDialog = async (state: string): Promise<void> => {
  await page.getByRole('dialog').waitFor();
  await found.look(page, state, { within: 'dialog[open]' });
};
const dialog = async (by: Locator, state: string): Promise<void> => {
  await by.click();
  await lookAtDialog(state);
  await escape();
};
/** A dialog of the board, by the single key that asks it. */
const dialogByKey = async (key: string, state: string): Promise<void> => {
  await page.keyboard.press(key);
  await lookAtDialog(state);
  await escape();
};
const part = (name: string): Promise<void> => page.getByRole('main').getByRole('radio', { name, exact: true }).check();
const openBoards = async (): Promise<void> => {
  await page.getByRole('navigation', { name: 'Parti della console' }).getByRole('button', { name: 'Tavoli', exact: true }).click();
  await part('Bacheche');
  await page.getByRole('heading', { name: 'Bacheche aperte e congelate' }).waitFor();
};
const open = async (title: string): Promise<void> => {
  await page.locator('.boards-name').filter({ hasText: title }).click();
  await page.getByRole('button', { name: 'Apri qui' }).click();
  await board().waitFor();
};
const back = async (): Promise<void> => {
  await act('Torna indietro').click();
  await board().waitFor({ state: 'detached' });
};
const plan = (title: string, silent: boolean, areas: readonly object[]) => ({
  id: newId(),
  group: null,
  block: null,
  title: { original: 'it', it: title },
  areas,
  authors: 'hidden',
  silent,
  kinds: ['idea', 'against', 'question', 'condition'],
  dots: { each: 3, max: 1, on: 'notes' },
  secs: [300, 300, 300, 300],
});
const axis = (it: string) => ({ original: 'it', it });
const empty = plan('Ancora vuota', false, [
  { id: newId(), prompt: axis('Idee in libertà'), shape: { kind: 'free' } },
  {
    id: newId(),
    prompt: axis('Importante e urgente?'),
    shape: {
      kind: 'matrix',
      x: [axis('meno urgente'), axis('più urgente')],
      y: [axis('meno importante'), axis('più importante')],
      quarters: null,
    },
  },
]);
const silent = plan('Adesso in silenzio', true, [{ id: newId(), prompt: axis('Scrivete'), shape: { kind: 'column' } }]);

beforeAll(async () => {
  const link = house.link('citizens');
  driver = await openDriver(house, link);
  page = await house.laptop(link);
});
afterAll(() => driver.close());

describe('boards on a laptop that everybody can use', () => {
  it('[IN2] [BO1] the canvas, near and whole; a note chosen, in the hand; a new one', async () => {
    await openBoards();
    await found.look(page, 'boards of the console');
    await open('Che cosa dite del Piano');
    await note('Più rastrelliere').waitFor();
    await found.look(page, 'canvas');
    await note('Far ripartire il Pedibus').click();
    await found.look(page, 'a note chosen');
    await page.keyboard.press('m');
    await board()
      .getByText(/^In mano: /)
      .first()
      .waitFor();
    await found.look(page, 'a note in the hand');
    await page.keyboard.press('Escape');
    await act('Tutto').click();
    await found.look(page, 'the whole board');
    await page.keyboard.press('n');
    await board().getByRole('form', { name: 'Biglietto nuovo' }).waitFor();
    await found.look(page, 'a new note');
    await page.keyboard.press('Escape');
    judge();
  });

  it('[IN2] [BO1] the list, a row opened', async () => {
    await act('Elenco').click();
    await board().locator('[data-row]').first().waitFor();
    await found.look(page, 'list');
    await board().locator('[data-row]').filter({ hasText: 'Pedibus' }).getByRole('button').first().click();
    await found.look(page, 'list, a row opened');
    await act('Tela').click();
    await note('Pedibus').click();
    judge();
  });

  it('[IN2] each dialog of a note, of a theme, of the board', async () => {
    await dialogByKey('Enter', 'edit');
    await dialogByKey('u', 'same');
    await dialogByKey('s', 'move');
    await dialogByKey('t', 'new theme');
    await dialogByKey('h', 'hide');
    await dialogByKey('?', 'keys');
    await note('Più rastrelliere').click();
    await dialog(act(/^Leggi tutti e/), 'voices');
    await dialog(act('Bici e scuola'), 'a theme');
    await dialog(act('Punti'), 'open the dots');
    await dialog(act('Altro'), 'more');
    await act('Altro').click();
    await page.getByRole('button', { name: /^Congela la bacheca/ }).click();
    await page.getByRole('dialog', { name: 'Congelare la bacheca?' }).waitFor();
    await lookAtDialog('freeze');
    await escape();
    judge();
  });

  it('[IN2] [BO7] everybody here, locked, dots open and closed, frozen', async () => {
    await act('Tutti qui').click();
    await act('Lascia liberi').waitFor();
    await act('Ferma').click();
    await board().getByText('La bacheca è ferma per un momento.').waitFor();
    await found.look(page, 'locked');
    await act('Riprendi').click();
    await act('Ferma').waitFor();
    await act('Punti').click();
    await page.getByRole('button', { name: /^Apri i punti per/ }).click();
    await board()
      .getByText(/^Punti aperti/)
      .waitFor();
    await found.look(page, 'dots open');
    await dialog(act('Punti'), 'close the dots');
    await act('Punti').click();
    await page.getByRole('button', { name: /^Chiudi: / }).click();
    await board()
      .getByText(/^Punti aperti/)
      .waitFor({ state: 'detached' });
    await act('Elenco').click();
    await board().getByRole('radio', { name: 'Per punti' }).check();
    await found.look(page, 'list by dots');
    await act('Altro').click();
    await page.getByRole('button', { name: /^Congela la bacheca/ }).click();
    await page.getByRole('button', { name: /^Congela \d+ biglietti/ }).click();
    await board()
      .getByText(/^Bacheca congelata/)
      .waitFor();
    await found.look(page, 'list, frozen');
    await act('Tela').click();
    await note('Più rastrelliere').click();
    await found.look(page, 'canvas, frozen');
    await dialog(act('Altro'), 'more, frozen');
    judge();
  });

  it('[IN2] [BO2] an empty board, a 2×2 and free ground; silence', async () => {
    await driver.give({ type: 'board.prepare', plans: [empty, silent] });
    await back();
    await found.look(page, 'boards prepared');
    await driver.give({ type: 'board.open', boards: [empty.id, silent.id] });
    await open('Ancora vuota');
    await act('Scrivi il primo').waitFor();
    await found.look(page, 'empty canvas');
    await act('Elenco').click();
    await found.look(page, 'empty list');
    await back();
    await open('Adesso in silenzio');
    await board().getByRole('heading', { name: 'Scrittura in silenzio' }).waitFor();
    await found.look(page, 'silent');
    await dialog(act(/^Scopri/), 'reveal');
    await back();
    judge();
  });

  it('[IN2] [BO12] a board is prepared: templates, the form and its faults', async () => {
    await page.getByRole('button', { name: /^Nuova bacheca/ }).click();
    await page.getByText('Da quale modello parti?').waitFor();
    await found.look(page, 'templates');
    await page.getByRole('button', { name: /^Che cosa viene prima/ }).click();
    await page.getByText('Prepara una bacheca').first().waitFor();
    await found.look(page, 'a board in the form');
    judge();
  });
});
