// A morning at the tables on everybody's page, in each of its states (IN2): the console that prepares and drives, the phone of a table's
// facilitator, members' phones and walls in Italian and in Arabic. The automated check finds nothing, in light and in dark; on phones nothing
// scrolls sideways at 320 px or with text at 200 %, and no target is smaller than 44 px. Boards on a laptop are in axe-boards.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Findings } from './access.ts';
import { useHouse } from './house.ts';
import { closeAll, openDriver, openPhones, type Driver, type Phone } from './phones.ts';

const house = useHouse();
let driver: Driver;
let console_: Page;
let lead: Page;
let italian: Page;
let arabic: Page;
let dark: Page;
let light: Page;
let others: readonly Phone[] = [];
const found = new Findings();
const judge = (): void => {
  house.aside = true;
  expect(found.take()).toEqual([]);
};
const words = {
  it: {
    go: 'Continua',
    arrived: 'Sono al tavolo 1',
    box: 'Il tuo biglietto',
    add: 'Aggiungi il biglietto',
    own: 'Rileggi i tuoi',
    noMore: 'Non ne ho altri',
    again: 'Scrivi ancora',
    edit: 'Modifica',
    leave: 'Lascia com’era',
    same: 'Uguale a…',
    move: 'Sposta in…',
    finished: 'Ho finito',
    frozen: 'La bacheca è ferma: si legge, non si scrive più.',
    turn: 'Tocca a te',
  },
  ar: {
    go: 'متابعة',
    arrived: 'أنا عند الطاولة 1',
    box: 'بطاقتك',
    add: 'أضف البطاقة',
    own: 'أعد قراءة بطاقاتك',
    noMore: 'ليس لدي المزيد',
    again: 'اكتب المزيد',
    edit: 'عدّل',
    leave: 'اتركها كما كانت',
    same: 'مثل…',
    move: 'انقل إلى…',
    finished: 'انتهيت',
    frozen: 'اللوحة مغلقة: تُقرأ ولا يُكتب عليها.',
    turn: 'حان دورك',
  },
} as const;
const notes = { it: 'Più ombra lungo i viali', ar: 'مزيد من الظل في الشوارع' } as const;
type Lang = keyof typeof words;
const members = () =>
  [
    ['it', italian],
    ['ar', arabic],
  ] as const;
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name }).first();
/** The same on both members' phones, then a look at each. */
const onPhones = async (state: string, reach: (phone: Page, lang: Lang) => Promise<unknown>): Promise<void> => {
  for (const [lang, phone] of members()) {
    await reach(phone, lang);
    await found.lookAtPhone(phone, `${state}, ${lang}`);
  }
};
const onWalls = async (state: string, shown: (wall: Page) => Promise<unknown>): Promise<void> => {
  for (const [name, wall] of [
    ['it dark', dark],
    ['ar light', light],
  ] as const) {
    await shown(wall);
    await found.look(wall, `wall, ${state}, ${name}`, { dark: false });
  }
};
const console = (state: string): Promise<void> => found.look(console_, `console, ${state}`);
const dialog = async (page: Page, by: Locator, state: string): Promise<void> => {
  await by.click();
  await page.getByRole('dialog').waitFor();
  await found.look(page, state, { within: 'dialog[open]' });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};
const part = (name: string): Promise<void> => console_.getByRole('main').getByRole('radio', { name, exact: true }).check();
const tab = (name: string): Promise<void> =>
  console_.getByRole('navigation', { name: 'Parti della console' }).getByRole('button', { name, exact: true }).click();
const board = () => driver.boardOf(1).board;

beforeAll(async () => {
  const link = house.link('plenary');
  driver = await openDriver(house, link);
  const [cards, seats] = await Promise.all([house.cards(link), driver.seats()]);
  const at = (table: number) => (seats.get(table) ?? []).flatMap((seat) => cards.filter((card) => card.seat === seat));
  const [one, two, ...rest] = at(1).map(({ url }) => url);
  if (one === undefined || two === undefined) throw new Error('nobody at table 1');
  await driver.give({ type: 'session.openDoors' });
  const screen = await house.newLink(link, 'screen');
  dark = await house.wall(screen);
  const main = await driver.screens(1);
  light = await house.wall(await house.newLink(link, 'screen'));
  const other = (await driver.screens(2)).find((id) => !main.includes(id));
  await driver.give({ type: 'screen.setLook', screen: other, lang: 'ar', theme: 'light', label: 'Atrio' });
  await light.waitForFunction(() => document.documentElement.lang === 'ar');
  [console_, lead, italian, arabic] = await Promise.all([
    house.laptop(link),
    house.phone(house.link('table')),
    house.phone(one),
    house.phone(two),
  ]);
  await arabic.getByRole('radio', { name: 'العربية' }).check();
  for (const [lang, phone] of members()) await button(phone, words[lang].go).click();
  others = await openPhones(house, [
    ...rest.slice(0, 4),
    ...at(2)
      .slice(0, 3)
      .map(({ url }) => url),
  ]);
  await Promise.all(others.map(({ connection }) => connection.send({ type: 'presence.enter', door: 'card' })));
});
afterAll(() => {
  closeAll(others);
  driver.close();
});

describe('tables that everybody can use', () => {
  it('[IN2] [GR2] the console prepares: tables and themes, who goes where, the links', async () => {
    await tab('Tavoli');
    await console_
      .getByRole('main')
      .getByText('Consegna')
      .or(button(console_, /^Salva \d+ tavoli/))
      .first()
      .waitFor();
    await console('tables and themes');
    await part('Chi va dove');
    await button(console_, 'Mescola').click();
    await button(console_, /^Assegna \d+ persone/).waitFor();
    await console('a mix, explained');
    await part('Bacheche');
    await console_.getByRole('heading', { name: 'Bacheche pronte' }).waitFor();
    await console('boards');
    await part('Collegamenti');
    await button(console_, /^Fai il collegamento/).click();
    await console_.getByRole('link', { name: /\/t#/ }).first().waitFor();
    await console('links');
    judge();
  });

  it('[IN2] [GR1] everybody to the tables: console, wall, phones', async () => {
    await driver.give({ type: 'session.open' });
    await driver.goTo('Lavori di gruppo');
    await tab('In sala');
    await console_.getByText('manda tutti ai tavoli').waitFor();
    await console_.keyboard.press('g');
    await console_.getByRole('dialog').waitFor();
    await found.look(console_, 'console, sending', { within: 'dialog[open]' });
    await console_
      .getByRole('dialog')
      .getByRole('button', { name: /^Manda/ })
      .click();
    await console_.getByRole('dialog').waitFor({ state: 'detached' });
    await onPhones('where to go', (phone, lang) => button(phone, words[lang].arrived).waitFor());
    await onWalls('tables', (wall) =>
      wall
        .getByText(/Milano Sana|ميلانو صحية/)
        .first()
        .waitFor(),
    );
    judge();
  });

  it('[IN2] [BO2] silence: what is written and read again on phones, the table’s facilitator, the wall', async () => {
    await driver.give({ type: 'board.show', board: board(), on: true });
    await onPhones('silent', async (phone, lang) => {
      await button(phone, words[lang].arrived).click();
      await phone.getByRole('textbox', { name: words[lang].box }).fill(notes[lang]);
    });
    await onPhones('own notes', async (phone, lang) => {
      await button(phone, words[lang].add).click();
      await button(phone, words[lang].own).click();
      await phone.getByText(notes[lang]).click();
      await button(phone, words[lang].edit).waitFor();
    });
    await onPhones('an own note changed', async (phone, lang) => {
      await button(phone, words[lang].edit).click();
      await button(phone, words[lang].leave).waitFor();
    });
    await onPhones('at rest', async (phone, lang) => {
      await button(phone, words[lang].leave).click();
      await button(phone, words[lang].noMore).click();
      await button(phone, words[lang].again).waitFor();
    });
    await lead.getByText('Nessuno legge ancora, nemmeno tu').waitFor();
    await found.lookAtPhone(lead, 'table, silence');
    await dialog(lead, button(lead, /^Scopri i biglietti/), 'table, reveal');
    await button(lead, 'scrivi un biglietto').click();
    await found.lookAtPhone(lead, 'table, for somebody without a phone');
    await button(lead, 'Torna al tavolo').click();
    await button(lead, 'Il tavolo').click();
    await found.lookAtPhone(lead, 'table, its seats');
    await button(lead, 'Torna al tavolo').click();
    await onWalls('silence', (wall) =>
      wall
        .getByText(/in silenzio|في صمت/)
        .first()
        .waitFor(),
    );
    judge();
  });

  it('[IN2] [BO3] [BO5] revealed, then themes: members read and put together, the table’s facilitator names', async () => {
    const { silence } = driver.boardOf(1);
    await driver.give({ type: 'board.reveal', board: board(), silence });
    await onPhones('the board, read', (phone) => phone.getByText(notes.it).first().waitFor());
    await driver.give({ type: 'board.step', board: board(), from: 'read', to: 'themes' });
    await button(lead, 'Nuovo tema').waitFor();
    await found.lookAtPhone(lead, 'table, themes');
    await lead.getByRole('button', { name: new RegExp(notes.it) }).click();
    await button(lead, words.it.same).waitFor();
    await found.lookAtPhone(lead, 'table, a note');
    await button(lead, words.it.same).click();
    await button(lead, 'Indietro').waitFor();
    await found.lookAtPhone(lead, 'table, the same as another');
    await button(lead, 'Indietro').click();
    await button(lead, 'Nuovo tema').click();
    await lead.getByRole('textbox', { name: 'Nome del tema' }).fill('Ombra');
    await found.lookAtPhone(lead, 'table, a theme');
    await lead.getByRole('checkbox', { name: new RegExp(notes.it) }).check();
    await button(lead, /^Crea il tema/).click();
    await onPhones('themes', (phone) => phone.getByText('Ombra', { exact: true }).first().waitFor());
    await onWalls('themes', (wall) => wall.getByText('Ombra', { exact: true }).first().waitFor());
    judge();
  });

  it('[IN2] [BO6] [GR5] dots, and a call for help', async () => {
    await driver.give({ type: 'board.openDots', board: board() });
    await onPhones('dots', (phone, lang) => button(phone, words[lang].finished).waitFor());
    await button(lead, 'Chiudi i punti…').waitFor();
    await found.lookAtPhone(lead, 'table, dots');
    await dialog(lead, button(lead, 'Chiudi i punti…'), 'table, closing the dots');
    await onWalls('dots', (wall) => wall.getByText('Ombra', { exact: true }).first().waitFor());
    await driver.give({ type: 'board.closeDots', board: board(), round: 1 });
    await button(lead, 'Chiama aiuto').click();
    await found.lookAtPhone(lead, 'table, asking for help');
    await button(lead, 'Torna al tavolo').click();
    judge();
  });

  it('[IN2] [GR4] [GR6] [BO8] recalled and frozen; a table tells', async () => {
    const seats = await driver.seats();
    const [first = ''] = seats.get(1) ?? [];
    await driver.give({ type: 'groups.setSpokesperson', group: driver.group(1), member: await driver.memberAt(first) });
    await driver.give({ type: 'groups.recall', round: 1 });
    const boards = [1, 2, 3, 4, 5].map((table) => driver.boardOf(table)).filter(({ phase }) => phase === 'open');
    for (const { board: each, silence } of boards) if (silence !== null) await driver.give({ type: 'board.reveal', board: each, silence });
    await driver.give({ type: 'board.freeze', boards: boards.map((each) => each.board) });
    await lead.getByText('La bacheca è ferma', { exact: true }).waitFor();
    await found.lookAtPhone(lead, 'table, frozen');
    await onWalls('recalled', (wall) => wall.getByRole('heading', { name: /Si torna in sala|نعود إلى القاعة/ }).waitFor());
    await driver.give({ type: 'board.show', board: board(), on: false });
    await console_.getByText('I tavoli raccontano').first().waitFor();
    await console('recalled');
    await driver.give({ type: 'groups.queueReports', order: [driver.group(1), driver.group(2)], sec: 120 });
    await driver.give({ type: 'groups.report', from: null, to: driver.group(1) });
    await italian.getByRole('heading', { name: words.it.turn }).waitFor();
    await found.lookAtPhone(italian, 'it tells');
    await found.lookAtPhone(arabic, 'somebody tells, ar');
    await console_.getByRole('heading', { level: 2, name: 'Racconta il tavolo 1' }).waitFor();
    await console('a table tells');
    await onWalls('a table tells', (wall) =>
      wall
        .getByRole('heading', { name: /Tavolo 1|الطاولة 1/ })
        .first()
        .waitFor(),
    );
    judge();
  });

  it('[IN2] [BO13] the console gathers the themes of the tables', async () => {
    await tab('Tavoli');
    await part('Bacheche');
    await button(console_, 'Raccogli i temi…').waitFor();
    await console('boards, frozen');
    const asked = (name: string): Locator => console_.getByRole('dialog', { name });
    await button(console_, 'Nuova bacheca…').click();
    await console_
      .getByRole('dialog')
      .getByRole('button', { name: /^Riflessioni sul lavoro fatto/ })
      .waitFor();
    await found.look(console_, 'console, templates of boards', { within: 'dialog[open]' });
    await console_
      .getByRole('dialog')
      .getByRole('button', { name: /^Riflessioni sul lavoro fatto/ })
      .click();
    const prepare = asked('Prepara una bacheca');
    await prepare.getByRole('radio', { name: 'Per tutta la sala' }).check();
    await prepare.getByRole('checkbox', { name: 'Si comincia in silenzio' }).uncheck();
    await found.look(console_, 'console, a board prepared', { within: 'dialog[open]' });
    await prepare.getByRole('button', { name: 'Prepara la bacheca' }).click();
    await button(console_, 'Apri la bacheca').click();
    await button(console_, 'Raccogli i temi…').click();
    const gather = asked('Raccogli i temi dei tavoli');
    await gather.getByRole('button', { name: /^Raccogli 1 tema/ }).waitFor();
    await found.look(console_, 'console, gathering', { within: 'dialog[open]' });
    await gather.getByRole('button', { name: /^Raccogli 1 tema/ }).click();
    await console_
      .locator('.boards-over')
      .getByRole('button', { name: /Ombra.*Tavolo 1/ })
      .waitFor();
    await console('gathered');
    judge();
  });
});
