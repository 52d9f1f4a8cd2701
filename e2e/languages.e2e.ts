// One question, three languages: each phone shows its own, right to left where it is written so, and the tally is one. The language can be
// changed on the phone at any time without losing what is being chosen, and a wall beside the main one speaks another language
// (PO10, IN1, SC8).
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useHouse } from './house.ts';
import type { SeatCard } from './served.ts';
import { openDriver, type Driver } from './phones.ts';
import { rowsOf } from './reading.ts';

const house = useHouse();
let driver: Driver;
let cards: readonly SeatCard[];
let italian: Page;
let arabic: Page;
let wall: Page;
let second: Page;

const question = { it: 'Da che cosa si comincia?', en: 'Where do we begin?', ar: 'من أين نبدأ؟' };
const trees = { it: 'Ombra e alberi', en: 'Shade and trees', ar: 'الظل والأشجار' };
const water = { it: 'Acqua e fontanelle', en: 'Water and drinking fountains', ar: 'الماء ونوافير الشرب' };
const onlyItalian = 'Si sente bene dal fondo?';
let asked: { readonly poll: string; readonly round: number };

const page = async (phone: Page): Promise<string> =>
  phone.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`);
const change = async (phone: Page, button: RegExp, language: string, done: string): Promise<void> => {
  await phone.getByRole('button', { name: button }).click();
  await phone.getByRole('dialog').getByRole('radio', { name: language }).check();
  await phone.getByRole('dialog').getByRole('button', { name: done, exact: true }).click();
};
const card = (index: number): SeatCard => {
  const found = cards[index];
  if (found === undefined) throw new Error('too few cards');
  return found;
};

beforeAll(async () => {
  const link = house.link('plenary');
  driver = await openDriver(house, link);
  cards = await house.cards(link);
  await driver.give({ type: 'session.openDoors' });
  await driver.give({ type: 'session.open' });
  const [one, two] = await Promise.all([house.newLink(link, 'screen'), house.newLink(link, 'screen')]);
  wall = await house.wall(one);
  const main = await driver.screens(1);
  second = await house.wall(two);
  const other = (await driver.screens(2)).find((id) => !main.includes(id));
  await driver.give({ type: 'screen.setLook', screen: other, lang: 'ar', theme: 'light', label: 'Laterale' });
});
afterAll(() => driver.close());

describe('one question in several languages', () => {
  it('[IN1] the first question of a phone is the language: chosen Arabic, the whole page turns', async () => {
    [italian, arabic] = await Promise.all([house.memberPhone(card(0)), house.phone(card(1).url)]);
    await arabic.getByRole('radio', { name: 'العربية' }).check();
    await arabic.getByRole('button', { name: 'متابعة' }).click();
    expect(await page(arabic)).toBe('ar rtl');
    await arabic.getByRole('banner').getByText('المقعد 2').waitFor();
    expect(await page(italian)).toBe('it ltr');
    await house.picture(arabic, 'phone-arabic');
  });

  it('[PO10] each phone shows the question in its own language, right to left where it is written so', async () => {
    asked = await driver.ask(question, [trees, water]);
    await italian.getByRole('heading', { name: question.it }).waitFor();
    await arabic.getByRole('heading', { name: question.ar }).waitFor();
    await arabic.getByRole('radio', { name: trees.ar }).waitFor();
    expect(await arabic.getByText(question.it).count()).toBe(0);
    // The choice's mark stands at the right of its words.
    const [mark, words] = await Promise.all([
      arabic.getByRole('radio', { name: trees.ar }).boundingBox(),
      arabic.getByText(trees.ar).boundingBox(),
    ]);
    expect((mark?.x ?? 0) > (words?.x ?? 0)).toBe(true);
    await house.picture(arabic, 'phone-arabic-question');
  });

  it('[SC8] a second wall speaks its own language', async () => {
    await wall.getByRole('heading', { name: question.it }).waitFor();
    await second.getByRole('heading', { name: question.ar }).waitFor();
    expect(await page(second)).toBe('ar rtl');
    await house.picture(second, 'wall-arabic');
  });

  it('[IN1] the language changes while somebody is choosing, and the choice stays', async () => {
    await arabic.getByRole('radio', { name: water.ar }).check();
    await change(arabic, /English|العربية/, 'English', 'Done');
    await arabic.getByRole('heading', { name: question.en }).waitFor();
    expect(await page(arabic)).toBe('en ltr');
    expect(await arabic.getByRole('radio', { name: water.en }).isChecked()).toBe(true);
    await change(arabic, /English/, 'العربية', 'تم');
    await arabic.getByRole('heading', { name: question.ar }).waitFor();
    expect(await arabic.getByRole('radio', { name: water.ar }).isChecked()).toBe(true);
    await arabic.getByRole('button', { name: 'إرسال الإجابة' }).click();
    await italian.getByRole('radio', { name: water.it }).check();
    await italian.getByRole('button', { name: 'Invia la risposta' }).click();
    await italian.getByText('Risposta ricevuta').waitFor();
    await arabic.getByRole('button', { name: 'تغيير الإجابة' }).waitFor();
  });

  it('[PO10] [PO5] the tally is one, said in each language', async () => {
    await driver.give({ type: 'poll.close', ...asked });
    await driver.give({ type: 'poll.publish', ...asked });
    const said = async (device: Page, caption: string): Promise<readonly string[]> => {
      const table = device.getByRole('table', { name: caption });
      await table.waitFor({ state: 'attached' });
      return (await rowsOf(table)).map(([words, count]) => `${words} ${count}`);
    };
    expect(await said(italian, question.it)).toEqual([`${trees.it} 0`, `${water.it} 2`, 'Non so 0']);
    expect((await said(arabic, question.ar)).slice(0, 2)).toEqual([`${trees.ar} 0`, `${water.ar} 2`]);
    expect((await said(wall, question.it))[1]).toBe(`${water.it} 2`);
    expect((await said(second, question.ar))[1]).toBe(`${water.ar} 2`);
    await house.picture(arabic, 'phone-arabic-result');
  });

  it('[PO10] where a text has no translation the original appears, marked as what it is', async () => {
    await driver.ask(onlyItalian, []);
    const words = arabic.getByRole('heading', { level: 1 }).getByText(onlyItalian);
    await words.waitFor();
    expect(
      await words.evaluate((element) => `${element.closest('[lang]')?.getAttribute('lang') ?? ''} ${getComputedStyle(element).direction}`),
    ).toBe('it ltr');
    await arabic.getByRole('radio', { name: 'نعم' }).waitFor();
  });

  it('[IN1] the language that was chosen is remembered on the phone', async () => {
    await arabic.reload();
    await arabic.getByRole('radio', { name: 'نعم' }).waitFor();
    expect(await page(arabic)).toBe('ar rtl');
  });
});
