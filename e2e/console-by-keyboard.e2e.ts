// A whole session driven from the console without a mouse: single keys where the console has them, Tab and Enter for the rest.
// Keys are dead while somebody types and under a dialog, and they can be switched off and on again (IN2, WCAG 2.1.1, 2.1.4).
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until, useHouse } from './house.ts';
import { Keyboard } from './keyboard.ts';
import { closeAll, openPhones, type Phone } from './phones.ts';
import { rowsOf } from './reading.ts';

const house = useHouse();
let console_: Page;
let wall: Page;
let members: readonly Phone[] = [];
let keys: Keyboard;
const key = (...each: string[]): Promise<void> => keys.key(...each);
const press = (name: RegExp): Promise<void> => keys.press(name);
const letGo = (): Promise<void> => keys.letGo();
const title = (words: string): Promise<void> => console_.getByRole('main').getByRole('heading', { level: 1, name: words }).waitFor();
const hall = () => console_.getByRole('region', { name: 'La sala' });

beforeAll(async () => {
  const link = await house.newLink(house.link('plenary'), 'screen');
  [console_, wall] = await Promise.all([house.laptop(house.link('plenary')), house.wall(link)]);
  keys = new Keyboard(console_);
});
afterAll(() => closeAll(members));

describe('the console by keyboard alone', () => {
  it('[IN2] doors and opening', async () => {
    await press(/^Apri le porte/);
    await console_.getByText('Porte aperte, si entra').waitFor();
    const cards = await house.cards(house.link('plenary'));
    members = await openPhones(
      house,
      cards.slice(0, 12).map(({ url }) => url),
    );
    const replies = await Promise.all(members.map(({ connection }) => connection.send({ type: 'presence.enter', door: 'card' })));
    expect(replies.filter(({ ok }) => !ok)).toEqual([]);
    await press(/^Apri la seduta con 12 presenti/);
    await console_.getByText('Non è ancora cominciato nessun punto').waitFor();
  });

  it('[IN2] N goes on, P goes back, the space bar stops the time and lets it run', async () => {
    await letGo();
    await key('n');
    await title('Accoglienza');
    await key('n');
    await title('Apertura dei lavori');
    await wall.getByRole('heading', { name: 'Apertura dei lavori' }).waitFor();
    await key('p');
    await title('Accoglienza');
    await wall.getByRole('heading', { name: 'Accoglienza' }).waitFor();
    await key('Space');
    await console_.getByRole('main').getByText('Tempo fermo').waitFor();
    await key('Space');
    await console_.getByRole('main').getByText('Tempo fermo').waitFor({ state: 'detached' });
  });

  it('[PO11] a quick question is written, opened, answered, closed and published by keys', async () => {
    await key('/');
    await console_.getByRole('dialog', { name: 'Domanda rapida' }).waitFor();
    await keys.tabTo(/Scrivi la domanda/);
    await console_.keyboard.type('Pausa adesso? / Subito / Tra poco');
    await key('Enter');
    await console_.getByRole('dialog').waitFor({ state: 'detached' });
    await wall.getByRole('heading', { name: 'Pausa adesso?' }).waitFor();
    const replies = await Promise.all(
      members.map((phone, index) => phone.answer(({ options }) => ({ kind: 'choice', picked: [options[index < 9 ? 0 : 1]?.id ?? ''] }))),
    );
    expect(replies.filter(({ ok }) => !ok)).toEqual([]);
    await console_.getByRole('main').getByText('Hanno risposto tutti.').waitFor();
    await key('o');
    await wall.getByText('Chiusa', { exact: true }).waitFor();
    await console_.getByText(/Domanda chiusa alle/).waitFor();
    await key('r');
    const table = wall.getByRole('table', { name: 'Pausa adesso?' });
    await table.waitFor({ state: 'attached' });
    expect((await rowsOf(table)).map(([words, count]) => `${words} ${count}`)).toEqual(['Subito 9', 'Tra poco 3', 'Non so 0']);
  });

  it('[SC2] B makes the wall black and lights it again, J shows and hides the way in', async () => {
    await letGo();
    await key('b');
    await hall().getByRole('button', { name: 'Riaccendi' }).waitFor();
    await wall.getByRole('heading', { name: 'Pausa adesso?' }).waitFor({ state: 'detached' });
    await key('b');
    await wall.getByRole('heading', { name: 'Pausa adesso?' }).waitFor();
    await key('j');
    await wall.getByText('Per entrare').waitFor();
    await hall().getByRole('button', { name: 'Togli il codice' }).waitFor();
    await key('j');
    await wall.getByText('Per entrare').waitFor({ state: 'detached' });
  });

  it('[SC7] [IN2] W goes to the own words; while they are typed no key acts; Enter sends them to wall and phones', async () => {
    await letGo();
    await key('w');
    await console_.keyboard.type('Non bere o parlare /?');
    await title('Accoglienza');
    expect(await console_.getByRole('dialog').count()).toBe(0);
    await hall().getByRole('button', { name: 'Nero' }).waitFor();
    await key('Enter');
    await wall.getByText('Non bere o parlare /?').waitFor();
    await press(/^Togli$/);
    await wall.getByText('Non bere o parlare /?').waitFor({ state: 'detached' });
  });

  it('[AG8] H writes down a show of hands', async () => {
    await letGo();
    await key('h');
    await console_.getByRole('dialog', { name: 'Alzata di mano' }).waitFor();
    await keys.tabTo(/^Che cosa si è deciso/);
    await console_.keyboard.type('Si finisce un quarto d’ora prima');
    for (const number of ['8', '3', '1']) {
      // Past "one less" and "one more" to the next field.
      do await console_.keyboard.press('Tab');
      while (await console_.evaluate(() => document.activeElement?.tagName !== 'INPUT'));
      await console_.keyboard.type(number);
    }
    await console_.getByText('12 di 12').waitFor();
    await key('Enter');
    await console_.getByRole('dialog').waitFor({ state: 'detached' });
    await console_.getByText('8 sì, 3 no, 1 astenuti, 12 presenti').waitFor();
  });

  it('publishing by R is taken back by Escape', async () => {
    house.aside = true;
    await letGo();
    await key('/');
    await keys.tabTo(/Scrivi la domanda/);
    await console_.keyboard.type('Ancora una?');
    await key('Enter');
    await console_.getByRole('dialog').waitFor({ state: 'detached' });
    await console_.getByRole('button', { name: 'Chiudi le risposte' }).waitFor();
    await key('o');
    await wall.getByText('Chiusa', { exact: true }).waitFor();
    await console_.getByText(/Domanda chiusa alle/).waitFor();
    await key('r');
    await console_.getByText(/Pubblico tra/).waitFor();
    await key('Escape');
    await console_.getByRole('button', { name: 'Pubblica', exact: true }).waitFor();
    expect(await wall.getByText('Nessuno ha risposto.').count()).toBe(0);
  });

  it('[RO7] the roll call is opened, answered and closed with O', async () => {
    await press(/^Fai l’appello/);
    await wall.getByText('Sei ancora qui?').waitFor();
    await Promise.all(members.slice(0, 9).map((phone) => phone.imHere()));
    await console_.getByText('9 di 12 hanno detto «Sono qui»').waitFor();
    await console_.getByRole('list', { name: '3 silenziosi' }).waitFor();
    await letGo();
    await key('o');
    await console_.getByText(/^Appello delle .*, chiuso alle/).waitFor();
  });

  it('[K9] Z takes the last step back', async () => {
    await letGo();
    const shown = await wall.getByRole('heading', { level: 1 }).innerText();
    const next = (await console_.getByRole('button', { name: /^Avanti: / }).innerText()).replace(/^.*Avanti: /s, '').trim();
    await key('n');
    await title(next);
    await console_.getByRole('button', { name: `Annulla: cominciato «${next}»` }).waitFor();
    await key('z');
    await title('Accoglienza');
    await wall.getByRole('heading', { name: shown }).waitFor();
  });

  it('1 to 4 turn the pages of the console, and away from the room the keys that drive are dead', async () => {
    await key('2');
    await console_.getByRole('button', { name: 'Programma', exact: true }).and(console_.locator('[aria-current=page]')).waitFor();
    await key('n', 'b');
    await key('3');
    await console_
      .getByRole('heading', { name: 'Domande preparate' })
      .or(console_.getByText('Scegli una domanda dall’elenco'))
      .first()
      .waitFor();
    await key('1');
    await title('Accoglienza');
    await hall().getByRole('button', { name: 'Nero' }).waitFor();
  });

  it('A opens and closes who is here', async () => {
    await letGo();
    await key('a');
    await console_.getByRole('region', { name: 'In sala' }).getByText('Municipio').first().waitFor();
    await key('a');
    await console_.getByRole('region', { name: 'In sala' }).getByText('Municipio').first().waitFor({ state: 'detached' });
  });

  it('[IN2] single keys can be switched off, and on again', async () => {
    house.aside = true;
    await key('?');
    await console_.getByRole('dialog', { name: 'Tutti i tasti' }).waitFor();
    await key('n');
    await keys.tabTo(/^Usa i tasti singoli/);
    await key('Space');
    await key('Escape');
    await console_.getByRole('dialog').waitFor({ state: 'detached' });
    await letGo();
    await key('b', 'n', '/');
    await title('Accoglienza');
    expect(await console_.getByRole('dialog').count()).toBe(0);
    await hall().getByRole('button', { name: 'Nero' }).waitFor();
    await press(/tasti/i);
    await console_.getByRole('dialog', { name: 'Tutti i tasti' }).waitFor();
    await keys.tabTo(/^Usa i tasti singoli/);
    await key('Space');
    await key('Escape');
    await letGo();
    await key('n');
    await until(() => console_.getByRole('main').getByRole('heading', { level: 1 }).innerText()).not.toBe('Accoglienza');
  });
});
