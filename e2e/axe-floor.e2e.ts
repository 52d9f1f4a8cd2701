// Questions and turns on everybody's page, in each of their states (IN2): members' phones in Italian and in Arabic, the table's facilitator,
// the audience, an expert, the console with its page and dialogs, walls light and dark. The automated check finds nothing; on phones nothing
// scrolls sideways at 320 px or with text at 200 %, and no target is smaller than 44 px. And the console's page of questions by keyboard alone.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../client/kernel/ids.ts';
import { Findings } from './access.ts';
import { until, useHouse } from './house.ts';
import { Keyboard } from './keyboard.ts';
import { closeAll, openDriver, openPhones, type Driver, type Phone } from './phones.ts';

const house = useHouse();
const found = new Findings();
let driver: Driver;
let console_: Page;
let italian: Page;
let arabic: Page;
let audience: Page;
let lead: Page;
let expert: Page;
let dark: Page;
let light: Page;
let others: readonly Phone[] = [];
const judge = (): void => {
  house.aside = true;
  expect(found.take()).toEqual([]);
};
const button = (page: Page | Locator, name: string | RegExp): Locator => page.getByRole('button', { name }).first();
const tab = (name: string): Promise<void> =>
  console_.getByRole('navigation', { name: 'Parti della console' }).getByRole('button', { name, exact: true }).click();
const dialog = async (by: Locator, state: string): Promise<void> => {
  await by.click();
  await console_.getByRole('dialog').waitFor();
  await found.look(console_, state, { within: 'dialog[open]' });
  await console_.keyboard.press('Escape');
  await console_.getByRole('dialog').waitFor({ state: 'detached' });
};
/** The two great buttons at the foot of a phone's programme: what the second language calls them is not this test's matter. */
const foot = (phone: Page, which: number): Locator => phone.locator('footer.thumb-zone button').nth(which);

beforeAll(async () => {
  const link = house.link('plenary');
  driver = await openDriver(house, link);
  const cards = await house.cards(link);
  const [one, two, ...rest] = cards;
  if (!one || !two) throw new Error('no cards');
  await driver.give({ type: 'session.openDoors' });
  others = await openPhones(
    house,
    rest.slice(0, 8).map(({ url }) => url),
  );
  await Promise.all(others.map(({ connection }) => connection.send({ type: 'presence.enter', door: 'card' })));
  const screen = await house.newLink(link, 'screen');
  dark = await house.wall(screen);
  const main = await driver.screens(1);
  light = await house.wall(await house.newLink(link, 'screen'));
  const other = (await driver.screens(2)).find((id) => !main.includes(id));
  await driver.give({ type: 'screen.setLook', screen: other, lang: 'ar', theme: 'light', label: 'Atrio' });
  await light.waitForFunction(() => document.documentElement.lang === 'ar');
  [console_, italian, arabic, lead, expert] = await Promise.all([
    house.laptop(link),
    house.memberPhone(one),
    house.phone(two.url, { locale: 'ar' }),
    house.newLink(link, 'table', driver.group(1)).then((url) => house.phone(url)),
    house.laptop(house.link('expert')),
  ]);
  await button(arabic, 'متابعة').click();
  await console_.getByText('10 presenti di 90').waitFor();
  await driver.give({ type: 'session.open' });
  await driver.give({ type: 'floor.setDoor', members: true, audience: true });
  await driver.goTo('Ascolto degli esperti');
  const code = (await console_.locator('.console-door .code').innerText()).replace(/\s/g, '');
  audience = await house.phone(`${house.origin}/#c=${code}`);
});
afterAll(() => {
  closeAll(others);
  driver.close();
});

describe('questions and turns that everybody can use', () => {
  it('[IN2] phones: the programme with its two buttons, asking, one’s own questions, the hall’s; the audience; an expert', async () => {
    for (const [name, phone] of [
      ['it', italian],
      ['ar', arabic],
    ] as const) {
      await foot(phone, 1).waitFor();
      await found.lookAtPhone(phone, `programme, ${name}`);
      await foot(phone, 0).click();
      await phone.getByRole('textbox').fill(name === 'it' ? 'Quando arrivano gli alberi?' : 'متى تُزرع الأشجار؟');
      await phone.locator('main button.primary').first().click();
      await phone.locator('ul.rows').nth(1).waitFor();
      await found.lookAtPhone(phone, `questions, ${name}`);
    }
    await button(audience, 'Fai una domanda').click();
    await audience.getByRole('textbox').waitFor();
    await found.lookAtPhone(audience, 'audience, questions');
    await expert.getByRole('heading', { name: 'Domande per te' }).waitFor();
    await found.look(expert, 'expert, asked');
    await button(expert, 'Rispondi').click();
    await expert.getByRole('textbox', { name: 'La risposta' }).waitFor();
    await found.look(expert, 'expert, answering');
    judge();
  });

  it('[IN2] the console: the page of questions, its dialogs, experts and their links', async () => {
    await tab('Dalla sala');
    await console_.locator('li[data-question]').first().waitFor();
    await found.look(console_, 'console, questions');
    const row = console_.locator('li[data-question]').filter({ hasText: 'Quando arrivano gli alberi?' });
    await button(row, /^Altro/).click();
    await button(row, 'Uguale a…').waitFor();
    await found.look(console_, 'console, a question with all its acts');
    for (const name of ['Risposta…', 'Assegna a…', 'Uguale a…', 'Parcheggia…', 'Contesta…'])
      await dialog(button(row, name), `console, ${name}`);
    await dialog(button(console_, 'Aggiungi da un foglio…'), 'console, paper');
    await console_.getByRole('radio', { name: 'Esperti' }).click();
    await console_.getByRole('heading', { name: 'Tecnica della mobilità' }).waitFor();
    await found.look(console_, 'console, experts');
    judge();
  });

  it('[IN2] questions on the wall, one and three; a turn, its signal, the queue', async () => {
    await console_.getByRole('radio', { name: 'Domande', exact: true }).click();
    const rows = console_.locator('li[data-question]');
    await button(rows.first(), 'Sullo schermo').click();
    for (const wall of [dark, light]) {
      await wall.locator('[class*=floor]').first().waitFor();
      await found.look(wall, 'wall, one question', { dark: false });
    }
    for (const at of [0, 1, 2]) await rows.nth(at).getByRole('checkbox').click();
    await button(console_, 'Mostra le 3 scelte').click();
    await until(() => dark.locator('main li').count()).toBe(3);
    for (const wall of [dark, light]) await found.look(wall, 'wall, three questions', { dark: false });
    await tab('In sala');
    for (const [, phone] of [
      ['it', italian],
      ['ar', arabic],
    ] as const) {
      await phone.locator('footer.thumb-zone button').first().click();
      await foot(phone, 1).click();
      await phone.getByRole('radio').first().check();
      await found.lookAtPhone(phone, 'asking to speak');
      await phone.locator('button.primary').first().click();
    }
    for (const phone of others.slice(0, 5)) await phone.connection.send({ type: 'floor.raise', member: null, kind: 'speech', on: true });
    await console_.locator('.floor-hands li').nth(4).waitFor();
    await found.look(console_, 'console, the queue');
    await found.lookAtPhone(arabic, 'waiting to speak, ar');
    await console_.keyboard.press('c');
    await italian.getByRole('heading', { name: 'Hai la parola' }).waitFor();
    await found.lookAtPhone(italian, 'my turn');
    await found.look(console_, 'console, somebody speaks');
    await dialog(button(console_.locator('.floor-now'), 'Dai la parola a…'), 'console, give the floor');
    await button(console_.locator('.floor-now'), /^Altro/).click();
    await dialog(button(console_.locator('.floor-now'), 'Quanto si è parlato…'), 'console, totals');
    for (const wall of [dark, light]) await found.look(wall, 'wall, a turn', { dark: false });
    judge();
  });

  it('[IN2] the drawn table of a table’s facilitator', async () => {
    await driver.give({ type: 'groups.split', round: 1, block: null });
    await button(lead, 'Parola').click();
    await lead.getByText('Non registra voci: conta solo i minuti.').waitFor();
    await found.lookAtPhone(lead, 'the drawn table');
    judge();
  });
});

describe('the page of questions by keyboard alone', () => {
  it('[IN2] found, read, assigned, parked, hidden and taken back without a mouse; the focus stays where it makes sense', async () => {
    const keys = new Keyboard(console_);
    await driver.give({ type: 'floor.ask', question: newId(), text: 'Una domanda da tastiera', lang: 'it', door: 'paper', group: null });
    await console_.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
    await keys.key('m');
    await keys.tabTo(/^Dalla sala$/);
    await keys.key('Enter');
    const row = console_.locator('li[data-question]').filter({ hasText: 'Una domanda da tastiera' });
    await row.waitFor();
    // The list that opens is called by its choices: all of them, so that what becomes of a question does not take it out of sight.
    await keys.tabTo(/^Senza risposta/);
    await keys.type('Tutte');
    const onRow = (): Promise<boolean> => row.evaluate((element) => element === document.activeElement);
    for (let tabs = 0; tabs < 90 && !(await onRow()); tabs += 1) await keys.key('Tab');
    expect(await onRow()).toBe(true);
    await keys.press(/^Altro/);
    await keys.press(/^Parcheggia…$/);
    await console_.getByRole('dialog').waitFor();
    await keys.tabTo(/^Chi la prende in carico/);
    await keys.type('Ufficio clima');
    await keys.press(/^Parcheggia la domanda$/);
    await console_.getByRole('dialog').waitFor({ state: 'detached' });
    await row.getByText('Ufficio clima').waitFor();
    await row.focus();
    await keys.key('x');
    await row.waitFor({ state: 'detached' });
    await button(console_, /Annulla: nascosta/).waitFor();
    await keys.key('z');
    await row.waitFor();
  });
});
