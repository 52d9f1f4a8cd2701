// Evidence in the plenary: an expert speaks, the hall asks. Questions come from phones, from a table, from paper and, once the door is open,
// from the audience; they are supported, put together and taken apart, put on the wall, answered in writing by the expert on their own page,
// hidden for an insult, parked; one is never answered, and the record says so (FL2). A phone without network keeps its question.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '../client/kernel/ids.ts';
import { useHouse } from './house.ts';
import { closeAll, openDriver, openPhones, type Driver, type Phone } from './phones.ts';

const house = useHouse();
let driver: Driver;
let console_: Page;
let wall: Page;
let first: Page;
let second: Page;
let expert: Page;
let audience: Page;
let others: readonly Phone[] = [];
const expertId = newId();
const when = 'Quando si piantano gli alberi?';
const trees = 'A che punto sono gli alberi promessi?';
const insult = 'Siete tutti dei buffoni';
const markup = '<b>=1+1</b> quanto costa?';
const left = 'Chi controlla i cantieri?';
const button = (page: Page | Locator, name: string | RegExp): Locator => page.getByRole('button', { name });
const tab = (name: string): Promise<void> =>
  console_.getByRole('navigation', { name: 'Parti della console' }).getByRole('button', { name, exact: true }).click();
const row = (text: string): Locator => console_.locator('li[data-question]').filter({ hasText: text });
/** One's own questions, and below them the hall's. */
const own = (phone: Page): Locator => phone.locator('ul.rows').first();
const hall = (phone: Page): Locator => phone.locator('ul.rows').last();
const openAsk = async (phone: Page): Promise<void> => {
  await button(phone, /^(Domanda|Domande)$/).click();
};
const write = async (phone: Page, text: string): Promise<void> => {
  await phone.getByRole('textbox', { name: 'La tua domanda' }).fill(text);
  await button(phone, 'Invia la domanda').click();
};
const asked = async (phone: Page, text: string): Promise<void> => {
  await write(phone, text);
  await own(phone).getByText(text).waitFor();
  await phone.getByRole('textbox', { name: 'La tua domanda' }).waitFor();
};
const dialog = (name: string | RegExp): Locator => console_.getByRole('dialog', { name });

beforeAll(async () => {
  const link = house.link('plenary');
  driver = await openDriver(house, link);
  const cards = await house.cards(link);
  await driver.give({ type: 'session.openDoors' });
  const known = z
    .object({ floor: z.object({ experts: z.array(z.object({ expert: z.string(), label: z.string(), about: z.string() })) }) })
    .parse(driver.common).floor.experts;
  await driver.give({
    type: 'floor.setExperts',
    experts: [
      ...known.map(({ expert: id, label, about }) => ({ id, label, about })),
      { id: expertId, label: 'Tecnica del verde', about: 'Alberi e piazze' },
    ],
  });
  others = await openPhones(
    house,
    cards.slice(2, 12).map(({ url }) => url),
  );
  await Promise.all(others.map(({ connection }) => connection.send({ type: 'presence.enter', door: 'card' })));
  const [one, two] = cards;
  if (!one || !two) throw new Error('no cards');
  [first, second, console_, wall, expert] = await Promise.all([
    house.memberPhone(one),
    house.memberPhone(two),
    house.laptop(link),
    house.wall(await house.newLink(link, 'screen')),
    house.laptop(await house.newLink(link, 'expert', expertId)),
  ]);
  await console_.getByText('12 presenti di 90').waitFor();
  await driver.give({ type: 'session.open' });
  await driver.goTo('Ascolto degli esperti');
  const code = (await console_.locator('.console-door .code').innerText()).replace(/\s/g, '');
  audience = await house.phone(`${house.origin}/#c=${code}`);
});
afterAll(() => {
  closeAll(others);
  driver.close();
});

describe('evidence, and what the hall asks', () => {
  it('[K8] two phones ask; one of them without network: it is kept, said to be waiting, and arrives once', async () => {
    await openAsk(first);
    await asked(first, when);
    await openAsk(second);
    await house.offline(second, true);
    await write(second, trees);
    await second.getByText('Non ancora inviata. Parte appena torna la rete.').waitFor();
    await house.picture(second, 'phone-question-offline');
    await house.offline(second, false);
    await own(second).getByText('In attesa').waitFor();
    await asked(second, insult);
    await asked(second, markup);
    await tab('Dalla sala');
    await console_.getByRole('combobox', { name: 'Quali' }).selectOption('all');
    await row(when).waitFor();
    expect(await row(trees).count()).toBe(1);
  });

  it('[GR3] a question from paper and one for a table carry where they were born', async () => {
    await button(console_, 'Aggiungi da un foglio…').click();
    await dialog('Domanda da un foglio').getByRole('textbox', { name: 'La domanda, come è scritta' }).fill(left);
    await button(dialog('Domanda da un foglio'), 'Aggiungi la domanda').click();
    await dialog('Domanda da un foglio').getByText('Aggiunta 1 domanda. Scrivi la prossima.').waitFor();
    await console_.keyboard.press('Escape');
    await row(left)
      .getByText(/da un foglio/)
      .waitFor();
    await row(left)
      .getByText(/Ascolto degli esperti/)
      .waitFor();
  });

  it('[PO2] the hall supports; the audience only where the door is open, and its numbers stand apart', async () => {
    await button(hall(first), `Sostieni: ${trees}`).click();
    await button(hall(first), `Sostenuta: ${trees}`).waitFor();
    const ids = z.object({ question: z.string(), text: z.string() });
    for (const phone of others.slice(0, 4)) {
      const reply = await phone.connection.list('floor.open', '', null);
      const rows = z.array(ids).parse(reply.ok ? reply.rows : null);
      for (const { question, text } of rows)
        if (text === when || text === trees)
          expect(await phone.connection.send({ type: 'floor.upvote', question, on: true, edit: 1 })).toMatchObject({ ok: true });
    }
    await row(trees).getByText('5 sostegni in sala').waitFor();
    await row(when).getByText('4 sostegni in sala').waitFor();
    expect(await button(audience, 'Invia la domanda').count()).toBe(0);
    await console_.getByRole('checkbox', { name: 'Pubblico' }).click();
    await button(audience, 'Fai una domanda').click();
    await asked(audience, 'E per chi guarda da casa?');
    await button(audience, `Sostieni: ${when}`).click();
    await row(when).getByText('+1 pubblico').waitFor();
    await house.picture(first, 'phone-questions');
  });

  it('[K9] [FL2] two alike ones are put together, taken apart by undo, put together again: words and supporters kept, nobody counted twice', async () => {
    const together = async (): Promise<void> => {
      const same = button(row(when), 'Uguale a…');
      if (!(await same.isVisible())) await button(row(when), /^Altro/).click();
      await same.click();
      const ask = dialog('A quale domanda è uguale?');
      await ask.getByRole('radio', { name: new RegExp(trees.slice(0, 20)) }).check();
      await button(ask, 'Mettile insieme').click();
      await row(trees).getByText('1 domanda uguale').waitFor();
    };
    await together();
    await row(trees).getByText('5 sostegni in sala').waitFor();
    await button(console_, /Annulla: messa insieme/).click();
    await row(when).getByText('4 sostegni in sala').waitFor();
    await together();
    await first.getByText('Unita a un’altra simile: le tue parole restano').waitFor();
    await house.picture(console_, 'console-questions');
  });

  it('[PO12] an insult is hidden by one key: gone everywhere, counted, said to whoever wrote it', async () => {
    await row(insult).focus();
    await console_.keyboard.press('x');
    await row(insult).waitFor({ state: 'detached' });
    await second.getByText('Nascosta da chi conduce').waitFor();
    await hall(first).getByText(insult).waitFor({ state: 'detached' });
  });

  it('[SC1] [SC8] a question goes on the wall in big, then three as a list, and markup is only words', async () => {
    await button(row(trees), 'Sullo schermo').click();
    await wall.getByText(trees).waitFor();
    await wall.getByText('e un’altra simile').waitFor();
    await house.picture(wall, 'wall-question-hall');
    for (const text of [trees, markup, left]) await row(text).getByRole('checkbox').check();
    await button(console_, 'Mostra le 3 scelte').click();
    await wall.getByText(markup).waitFor();
    await wall.getByText(left).waitFor();
    expect(await wall.locator('main b', { hasText: '=1+1' }).count()).toBe(0);
    await house.picture(wall, 'wall-questions');
  });

  it('[FL2] the expert has what is asked of them at once, with the alike one, and answers in writing; the phone that asked reads it', async () => {
    await button(row(trees), 'Assegna a…').click();
    const assign = dialog('A chi assegni la domanda?');
    await assign.getByRole('combobox', { name: 'Chi risponde' }).selectOption({ label: 'Tecnica del verde' });
    await button(assign, 'Assegna la domanda').click();
    await expert.getByText(trees).waitFor();
    await expert.getByText(when).waitFor();
    await button(expert, 'Rispondi').click();
    await expert.getByRole('textbox', { name: 'La risposta' }).fill('Da novembre a marzo, quartiere per quartiere.');
    await expert.getByRole('textbox', { name: /^Collegamento/ }).fill('javascript:alert(1)');
    await button(expert, 'Invia la risposta').click();
    await expert
      .getByRole('alert')
      .getByText('Il collegamento deve cominciare con https:// oppure http:// ed essere senza spazi.')
      .waitFor();
    await expert.getByRole('textbox', { name: /^Collegamento/ }).fill('https://www.example.org/alberi');
    await house.picture(expert, 'laptop-expert');
    await button(expert, 'Invia la risposta').click();
    await second.getByText('Da novembre a marzo, quartiere per quartiere.').first().waitFor();
    await second.getByText('Risponde Tecnica del verde').first().waitFor();
    await row(trees).getByText('Da novembre a marzo, quartiere per quartiere.').waitFor();
  });

  it('[FL2] one is parked with an owner, one is never answered: the record has each with what became of it, and says which was not', async () => {
    await button(row(markup), /^Altro/).click();
    await button(row(markup), 'Parcheggia…').click();
    await dialog('Chi si occupa della domanda?').getByRole('textbox').first().fill('Ufficio bilancio');
    await button(dialog('Chi si occupa della domanda?'), 'Parcheggia la domanda').click();
    await row(markup).getByText('Ufficio bilancio').waitFor();
    const { cookie, session } = await house.enter(house.link('plenary'));
    const read = async (format: string): Promise<string> =>
      (await fetch(`${house.direct}/api/sessions/${session}/record.${format}`, { headers: { cookie } })).text();
    const [page, json] = await Promise.all([read('md'), read('json')]);
    for (const text of [when, trees, left]) expect(page).toContain(text);
    expect(page).toContain('Ufficio bilancio');
    expect(page).toContain('https://www.example.org/alberi');
    expect(page.lastIndexOf(left)).toBeGreaterThan(page.search(/senza risposta/i));
    expect(json).toContain('"Chi controlla i cantieri?"');
    expect(page).not.toContain(insult);
  });
});
