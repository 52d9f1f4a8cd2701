// What stands on the projector, in each of its pictures, in Italian on the dark wall and in Arabic on a light one, passes the automated
// check, never scrolls, and has no text smaller than 40 px at 1080p that is meant to be read from the hall (IN2, SC3, SC5).
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../client/kernel/ids.ts';
import { Findings } from './access.ts';
import { useHouse } from './house.ts';
import { closeAll, openDriver, openPhones, pick, write, type Driver, type Phone } from './phones.ts';

const house = useHouse();
let driver: Driver;
let dark: Page;
let light: Page;
let phones: readonly Phone[] = [];
const found = new Findings();
const judge = (): void => {
  house.aside = true;
  expect(found.take()).toEqual([]);
};

/** Text that is smaller than what the last row can read; the bottom line of signs and marks is `aria-hidden` or a picture. */
const tooSmall = (wall: Page): Promise<readonly string[]> =>
  wall.evaluate(() => {
    const texts: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { currentNode } = walk;
      const parent = currentNode.parentElement;
      const words = currentNode.textContent?.trim() ?? '';
      if (parent === null || words === '' || !parent.checkVisibility() || parent.closest('.sr-only, [aria-hidden=true]') !== null) continue;
      const px = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (px < 39.5) texts.push(`${Math.round(px)} px: ${words.slice(0, 60)}`);
    }
    return [...new Set(texts)];
  });
const look = async (state: string, shown: (wall: Page) => Promise<unknown>): Promise<void> => {
  for (const [name, wall] of [
    ['it dark', dark],
    ['ar light', light],
  ] as const) {
    await shown(wall);
    await found.look(wall, `${state}, ${name}`, { dark: false });
    found.note(
      `${state}, ${name}`,
      (await tooSmall(wall)).map((words) => `too small: ${words}`),
    );
    const scrolls = await wall.evaluate(
      () => document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth,
    );
    if (scrolls) found.note(`${state}, ${name}`, ['the wall scrolls']);
  }
};

beforeAll(async () => {
  const link = house.link('console');
  driver = await openDriver(house, link);
  dark = await house.wall(house.link('screen'));
  const main = await driver.screens(1);
  light = await house.wall(await house.newLink(link, 'screen'));
  const other = (await driver.screens(2)).find((id) => !main.includes(id));
  await driver.give({ type: 'screen.setLook', screen: other, lang: 'ar', theme: 'light', label: 'Atrio' });
  await light.waitForFunction(() => document.documentElement.lang === 'ar');
  phones = await openPhones(
    house,
    Array.from({ length: 12 }, () => house.roomCode),
  );
});
afterAll(() => {
  closeAll(phones);
  driver.close();
});

describe('walls that can be read from the last row', () => {
  it('[IN2] [SC3] before and around: how to enter, the test picture, the programme, own words, suspended', async () => {
    await driver.give({ type: 'session.openDoors' });
    await look('join', (wall) => wall.getByText(house.roomCode.slice(0, 3)).first().waitFor());
    await driver.give({ type: 'screen.showScene', scene: { kind: 'test' } });
    await look('test', (wall) => wall.getByRole('heading').first().waitFor());
    await driver.give({ type: 'session.open' });
    await driver.give({ type: 'screen.showScene', scene: { kind: 'agenda', block: null } });
    await look('programme', (wall) => wall.getByRole('list').first().waitFor());
    await driver.give({ type: 'screen.joinStrip', on: true });
    await look('strip', (wall) => wall.getByText(house.roomCode.slice(0, 3)).first().waitFor());
    await driver.give({ type: 'screen.joinStrip', on: false });
    await driver.give({
      type: 'screen.say',
      text: { original: 'it', it: 'Pranzo, si riprende alle 14.05', ar: 'استراحة الغداء حتى 14.05' },
    });
    await look('own words', (wall) => wall.getByText('14.05').first().waitFor());
    await driver.give({ type: 'screen.say', text: null });
    await driver.give({ type: 'session.suspend', reason: 'Manca la corrente' });
    await look('suspended', (wall) => wall.getByText('Manca la corrente').first().waitFor());
    await driver.give({ type: 'session.resume' });
    judge();
  });

  it('[IN2] [SC3] a choice: open, closed, published', async () => {
    const poll = newId();
    const options = [
      'Ombra e alberi',
      'Acqua e fontanelle',
      'Luoghi freschi aperti a tutti',
      'Strade con meno traffico',
      'Case più fresche',
    ];
    const draft = {
      block: null,
      question: { original: 'it', it: 'Da che cosa si comincia nel tuo quartiere?', ar: 'من أين نبدأ في حيّك؟' },
      kind: { kind: 'single' },
      options: options.map((it, index) => ({ id: `option${index + 1}`, text: { original: 'it', it } })),
      electorate: 'audience',
      live: false,
      splitBy: [],
      closeAfterSec: null,
    };
    await driver.give({ type: 'poll.draft', poll, draft });
    await driver.give({ type: 'poll.open', poll, round: 1 });
    await look('choice open', (wall) => wall.getByText('Ombra e alberi').first().waitFor());
    await Promise.all(phones.map((phone, index) => phone.answer(pick(options[index % 3] ?? ''))));
    await driver.give({ type: 'poll.close', poll, round: 1 });
    await look('choice closed', (wall) => wall.getByText('Ombra e alberi').waitFor({ state: 'detached' }));
    await driver.give({ type: 'poll.publish', poll, round: 1 });
    await look('choice published', (wall) => wall.getByRole('table').waitFor({ state: 'attached' }));
    judge();
  });

  it('[IN2] [SC3] a cloud of words', async () => {
    const poll = newId();
    const draft = {
      block: null,
      question: { original: 'it', it: 'Cosa ti piace?', ar: 'ما الذي يعجبك؟' },
      kind: { kind: 'words', maxEntries: 3 },
      options: [],
      electorate: 'audience',
      live: false,
      splitBy: [],
      closeAfterSec: null,
    };
    await driver.give({ type: 'poll.draft', poll, draft });
    await driver.give({ type: 'poll.open', poll, round: 1 });
    const all = ['ascolto', 'alberi', 'acqua', 'fiducia', 'ombra', 'trasparenza', 'futuro'];
    await Promise.all(
      phones.map(async (phone, index) => {
        await phone.when((asked) => asked?.phase === 'open' && asked.kind.kind === 'words');
        return phone.answer(write(all[index % all.length] ?? '', all[(index + 1) % 3] ?? ''));
      }),
    );
    await driver.give({ type: 'poll.close', poll, round: 1 });
    await driver.give({ type: 'poll.publish', poll, round: 1 });
    await look('words published', (wall) => wall.getByText('ascolto').first().waitFor());
    judge();
  });

  it('[IN2] [SC4] the line lost, and the thanks at the end', async () => {
    await house.offline(dark, true);
    await house.offline(light, true);
    await look('line lost', (wall) => wall.getByText(/Schermo fermo alle|توقّفت الشاشة عند/).waitFor());
    await house.offline(dark, false);
    await house.offline(light, false);
    await dark.getByText(/Schermo fermo alle/).waitFor({ state: 'detached' });
    await driver.give({ type: 'session.close' });
    await look('thanks', (wall) =>
      wall
        .getByText(/Grazie|شكر/)
        .first()
        .waitFor(),
    );
    judge();
  });
});
