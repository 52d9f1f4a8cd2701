// The desk at the door and the organiser's pages, in each of their states and with their dialogs open, light and dark, pass the automated
// check for WCAG 2.2 AA (IN2). Findings are told all together, state by state.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Findings, lookAtDialog } from './access.ts';
import { useHouse } from './house.ts';
import { openDriver, type Driver } from './phones.ts';

const house = useHouse();
let driver: Driver;
let desk: Page;
let home: Page;
const found = new Findings();
const judge = (): void => {
  house.aside = true;
  expect(found.take()).toEqual([]);
};
const dialog = (page: Page, name: string | RegExp, state: string): Promise<void> => lookAtDialog(found, page, name, state);

beforeAll(async () => {
  const link = house.link('plenary');
  driver = await openDriver(house, link);
  await driver.give({ type: 'session.openDoors' });
  desk = await house.laptop(await house.newLink(link, 'desk'));
});
afterAll(() => driver.close());

describe('a desk and an organiser’s pages that everybody can use', () => {
  it('[IN2] the desk: nobody found, somebody found, a new card, visitors, substitutes, who is missing, cards', async () => {
    const field = desk.getByLabel('Cerca chi hai davanti');
    await field.waitFor();
    await found.look(desk, 'desk');
    await field.fill('nessuno');
    await desk.getByText(/Nessuno con/).waitFor();
    await found.look(desk, 'desk, nobody found');
    await field.fill('2');
    await desk
      .getByText(/^Posto 2/)
      .first()
      .waitFor();
    await found.look(desk, 'desk, found');
    await field.fill('41');
    await desk
      .getByRole('button', { name: /Nuovo cartoncino/ })
      .first()
      .click();
    await desk.getByText('Cartoncino nuovo, posto 41').waitFor();
    await found.look(desk, 'desk, new card');
    await field.fill('42');
    await dialog(desk, /Viene un sostituto/, 'desk, substitute');
    await dialog(desk, 'È un visitatore', 'desk, visitor');
    await desk.getByRole('button', { name: 'Chi manca' }).click();
    await found.look(desk, 'desk, missing');
    await desk.getByRole('button', { name: 'Cartoncini' }).click();
    await found.look(desk, 'desk, cards');
    await driver.give({ type: 'session.close' });
    await desk.getByText('La seduta è finita. Da qui non entra più nessuno.').first().waitFor();
    await found.look(desk, 'desk, closed');
    judge();
  });

  it('[IN2] the organiser: the first access, assemblies, one assembly, people and accesses, this computer', async () => {
    home = await house.laptop(house.link('set-up'));
    await home.getByLabel('Il tuo nome').waitFor();
    await found.look(home, 'first access');
    await home.getByLabel('Il tuo nome').fill('Segreteria');
    await home.getByLabel('Frase segreta', { exact: true }).fill('quattro parole messe a caso');
    await home.getByRole('button', { name: 'Crea il mio accesso' }).click();
    await home
      .getByRole('link', { name: 'Persone e accessi' })
      .or(home.getByRole('button', { name: 'Persone e accessi' }))
      .first()
      .waitFor();
    await found.look(home, 'assemblies');
    await home
      .getByRole('link', { name: 'Persone e accessi' })
      .or(home.getByRole('button', { name: 'Persone e accessi' }))
      .first()
      .click();
    await home.getByRole('heading', { level: 1 }).first().waitFor();
    await found.look(home, 'people and accesses');
    await home
      .getByRole('link', { name: 'Questo computer' })
      .or(home.getByRole('button', { name: 'Questo computer' }))
      .first()
      .click();
    await home.getByRole('heading', { level: 1 }).first().waitFor();
    await found.look(home, 'this computer');
    judge();
  });
});
