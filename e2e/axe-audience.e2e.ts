// The audience's phones, the lightest page of all, in Italian and in Arabic, light and dark: waiting, the programme, a question, received,
// published. An automated check finds nothing, nothing scrolls sideways, every target is 44 px or more (IN2, IN1, IN5).
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../client/kernel/ids.ts';
import { Findings } from './access.ts';
import { useHouse } from './house.ts';
import { openDriver, type Driver } from './phones.ts';

const house = useHouse();
const found = new Findings();
let driver: Driver;
let phones: readonly (readonly ['it' | 'ar', Page])[] = [];
const both = async (state: string, shown: (phone: Page) => Promise<unknown>): Promise<void> => {
  for (const [lang, phone] of phones) {
    await shown(phone);
    await found.lookAtPhone(phone, `${state}, ${lang}`);
  }
};

beforeAll(async () => {
  driver = await openDriver(house, house.link('console'));
  await driver.give({ type: 'session.openDoors' });
  const link = house.link('audience');
  const [italian, arabic] = await Promise.all([house.phone(link), house.phone(link, { locale: 'ar' })]);
  phones = [
    ['it', italian],
    ['ar', arabic],
  ];
});
afterAll(() => driver.close());

describe('phones of the audience that everybody can use', () => {
  it('[IN2] waiting, the programme, a question, received, published', async () => {
    await both('waiting', (phone) => phone.getByText(/Sei dentro|أنت في الداخل/).waitFor());
    await driver.give({ type: 'session.open' });
    await both('programme', (phone) => phone.getByText(/Sei dentro|أنت في الداخل/).waitFor({ state: 'detached' }));
    const poll = newId();
    const draft = {
      block: null,
      question: { original: 'it', it: 'Si sente bene dal fondo?', ar: 'هل تسمعون جيدا من الخلف؟' },
      kind: { kind: 'yesno' },
      options: [],
      electorate: 'audience',
      live: false,
      splitBy: [],
      closeAfterSec: null,
    };
    await driver.give({ type: 'poll.draft', poll, draft });
    await driver.give({ type: 'poll.open', poll, round: 1 });
    await both('question', (phone) => phone.getByRole('radio').first().waitFor());
    for (const [lang, phone] of phones) {
      await phone.getByRole('radio').first().check();
      await phone.getByRole('button', { name: lang === 'it' ? 'Invia la risposta' : 'إرسال الإجابة' }).click();
    }
    await both('received', (phone) => phone.getByRole('button', { name: /Cambia risposta|تغيير الإجابة/ }).waitFor());
    await driver.give({ type: 'poll.close', poll, round: 1 });
    await driver.give({ type: 'poll.publish', poll, round: 1 });
    await both('published', (phone) => phone.getByRole('table').waitFor({ state: 'attached' }));
    expect(found.take()).toEqual([]);
  });
});
