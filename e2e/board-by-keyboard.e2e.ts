// A board driven without a mouse (BO1, IN2): found, read, written, gathered, taken back, as a canvas and as a list, on the console and on a
// table's laptop; keys are dead while somebody types and can be switched off; and whatever is done, the focus stays where it makes sense.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until, useHouse } from './house.ts';
import { Keyboard } from './keyboard.ts';
import { closeAll, openDriver, openPhones, type Driver, type Phone } from './phones.ts';

const house = useHouse();
let page: Page;
let keys: Keyboard;
const board = (): Locator => page.locator('.board-page');
const note = (words: string): Locator => board().locator('[data-note]').filter({ hasText: words });
const row = (words: string): Locator => board().locator('[data-row]').filter({ hasText: words });
/** A theme with its notes, on the canvas. */
const theme = (title: string): Locator =>
  board()
    .getByRole('group')
    .filter({ has: page.getByRole('button', { name: title, exact: true }) });
const dialog = (name: string | RegExp): Locator => page.getByRole('dialog', { name });
const composer = (): Locator => board().getByRole('form', { name: 'Biglietto nuovo' });
const inHand = (): Locator => board().getByText(/^In mano: /);
const gone = (what: Locator): Promise<void> => what.waitFor({ state: 'detached' });
const focusIs = async (name: RegExp): Promise<void> => {
  await until(() => keys.focused()).toMatch(name);
};
const onNote = (): Promise<boolean> => page.evaluate(() => document.activeElement?.hasAttribute('data-note') === true);
const toNotes = async (): Promise<void> => {
  for (let tabs = 0; tabs < 60 && !(await onNote()); tabs += 1) await keys.key('Tab');
  expect(await onNote()).toBe(true);
  // What has the focus is chosen a blink later: only then the keys are the note's.
  await board().getByRole('toolbar').getByText('1 biglietto scelto').waitFor();
};
const letGo = (): Promise<void> =>
  page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
/** From note to note by arrows, one way and another, until that one has the focus. */
const arrowTo = async (name: RegExp): Promise<void> => {
  for (const arrow of ['ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowRight'])
    for (let more = 0; more < 10; more += 1) {
      if (name.test(await keys.focused())) return;
      await keys.key(arrow);
    }
  await focusIs(name);
};
/** A theme with its rows, in the list. */
const list = (title: string): Locator => board().getByRole('region', { name: new RegExp(`^${title}`) });
const onBoard = async (): Promise<void> => {
  await until(() => board().evaluate((element) => element.contains(document.activeElement))).toBe(true);
};
/** Z, once the step that it takes back is the last one. */
const undo = async (step: string): Promise<void> => {
  await board()
    .getByRole('button', { name: `Annulla ${step}` })
    .waitFor();
  await keys.key('z');
};

beforeAll(async () => {
  page = await house.laptop(house.link('citizens'));
  keys = new Keyboard(page);
});

describe('a board by keyboard alone, as a canvas', () => {
  it('[BO1] [IN2] it is found and opened from the console; arrows go from note to note', async () => {
    await page.getByRole('button', { name: 'Tavoli', exact: true }).waitFor();
    await keys.key('5');
    await page.getByRole('heading', { name: 'Tavoli', level: 1 }).waitFor();
    await keys.tabTo(/^Tavoli e temi/);
    await keys.key('ArrowRight', 'ArrowRight');
    await page.getByRole('heading', { name: 'Bacheche aperte e congelate' }).waitFor();
    await keys.press(/Che cosa dite del Piano/);
    await keys.press(/^Apri qui$/);
    await note('Più rastrelliere').waitFor();
    await focusIs(/^Che cosa dite del Piano/);
    await toNotes();
    await focusIs(/Più rastrelliere/);
    await keys.key('ArrowDown');
    await focusIs(/Far ripartire il Pedibus/);
    await board().getByRole('toolbar').getByText('1 biglietto scelto').waitFor();
    await keys.key('ArrowRight');
    await until(() => keys.focused()).not.toMatch(/Pedibus/);
    expect(await onNote()).toBe(true);
    await keys.key('ArrowLeft');
    await until(onNote).toBe(true);
  });

  it('[BO1] [IN2] N writes, and no key acts while one types; Escape goes back to the note', async () => {
    await arrowTo(/Più rastrelliere/);
    await keys.key('n');
    await focusIs(/^Che cosa dice/);
    await keys.type('Mense: nuovi mezzi, stop e tasse? Zuppa');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await keys.key('Control+Enter');
    await theme('Bici e scuola').locator('[data-note]').filter({ hasText: 'stop e tasse? Zuppa' }).waitFor();
    await focusIs(/^Che cosa dice/);
    expect(await composer().getByRole('textbox').inputValue()).toBe('');
    await keys.key('Escape');
    await gone(composer());
    await focusIs(/Più rastrelliere/);
  });

  it('[BO1] Enter changes the words of the chosen note', async () => {
    await keys.key('ArrowDown');
    await focusIs(/Pedibus/);
    await keys.key('Enter');
    await dialog('Modifica il biglietto').waitFor();
    await keys.tabTo(/^Che cosa dice/);
    await keys.key('Control+End');
    await keys.type(', e alle medie');
    await keys.key('Control+Enter');
    await gone(page.getByRole('dialog'));
    await focusIs(/Pedibus alle elementari, e alle medie/);
  });

  it('[BO5] [BO11] U says that two are the same, both stay to be read, Z parts them', async () => {
    await keys.key('u');
    await focusIs(/^Cerca fra \d+ biglietti/);
    await keys.type('zuppa');
    await dialog('Uguale a quale biglietto?').getByRole('radio').first().waitFor();
    await keys.key('ArrowDown', 'Enter');
    await gone(page.getByRole('dialog'));
    await focusIs(/Zuppa.*detto da 2|2 uguali.*Zuppa/s);
    await keys.press(/^Leggi tutti e 2$/);
    await dialog('Detto da 2').getByText('Pedibus').waitFor();
    await keys.key('Escape');
    await gone(page.getByRole('dialog'));
    await focusIs(/^Leggi tutti e 2$/);
    await undo('due biglietti uniti');
    await note('Pedibus').waitFor();
    await onBoard();
  });

  it('[BO1] S sends a note to another theme by a digit', async () => {
    await toNotes();
    await arrowTo(/Pedibus/);
    await keys.key('s');
    await dialog('Sposta dove?').waitFor();
    await keys.key('2', 'Enter');
    await gone(page.getByRole('dialog'));
    await theme('Regole e chi lavora').locator('[data-note]').filter({ hasText: 'Pedibus' }).waitFor();
    await focusIs(/Pedibus/);
    await undo('lo spostamento di un biglietto');
    await theme('Bici e scuola').locator('[data-note]').filter({ hasText: 'Pedibus' }).waitFor();
    await focusIs(/Pedibus/);
  });

  it('[BO1] M takes a note in the hand: arrows carry it, Escape puts it back, Enter leaves it', async () => {
    await keys.key('m');
    await inHand().first().waitFor();
    const before = await inHand().first().innerText();
    await keys.key('ArrowRight');
    await until(() => inHand().first().innerText()).not.toBe(before);
    await keys.key('Escape');
    await gone(inHand());
    await focusIs(/Pedibus/);
    await theme('Bici e scuola').locator('[data-note]').filter({ hasText: 'Pedibus' }).waitFor();
    await keys.tabTo(/^Modifica$/);
    // Also from the tools beside it: the arrows are the note's at once.
    await keys.key('m');
    await inHand().first().waitFor();
    await focusIs(/Pedibus/);
    await keys.key('ArrowRight', 'Enter');
    await gone(inHand());
    await theme('Bici e scuola').locator('[data-note]').filter({ hasText: 'Pedibus' }).waitFor({ state: 'detached' });
    await focusIs(/Pedibus/);
    await undo('lo spostamento di un biglietto');
    await theme('Bici e scuola').locator('[data-note]').filter({ hasText: 'Pedibus' }).waitFor();
  });

  it('[BO5] T names a theme, which is renamed and taken away; F marks a minority, Z takes it back', async () => {
    await keys.key('t');
    await focusIs(/^Nome del tema/);
    await keys.type('A piedi a scuola');
    await keys.key('Enter');
    await theme('A piedi a scuola').locator('[data-note]').filter({ hasText: 'Pedibus' }).waitFor();
    await focusIs(/Pedibus/);
    await keys.press(/^A piedi a scuola$/, 'Shift+Tab');
    await dialog('A piedi a scuola').waitFor();
    await keys.press(/^Cambia il nome del tema$/);
    await focusIs(/^Nome del tema/);
    await keys.key('Control+a');
    await keys.type('A scuola a piedi');
    await keys.key('Enter');
    await board().getByRole('button', { name: 'A scuola a piedi', exact: true }).waitFor();
    await onBoard();
    await undo('il nome di un tema');
    await board().getByRole('button', { name: 'A piedi a scuola', exact: true }).waitFor();
    await keys.press(/^A piedi a scuola$/, 'Shift+Tab');
    await keys.press(/^Togli il tema: 1 biglietto resta senza tema$/);
    await gone(board().getByRole('button', { name: 'A piedi a scuola', exact: true }));
    await onBoard();
    await toNotes();
    await arrowTo(/Pedibus/);
    await keys.key('s', '1', 'Enter');
    await theme('Bici e scuola').locator('[data-note]').filter({ hasText: 'Pedibus' }).waitFor();
    await focusIs(/Pedibus/);
    await keys.key('f');
    await focusIs(/Minoranza.*Pedibus/);
    await undo('un segno di minoranza');
    await until(() => keys.focused()).not.toMatch(/Minoranza/);
  });

  it('[BO3] [BO7] [BO11] Delete withdraws and Z brings back; H puts away with a reason; the arrows go on from there', async () => {
    await keys.key('Delete');
    await gone(note('Pedibus'));
    await focusIs(/^Tela: /);
    await keys.key('ArrowDown');
    await until(onNote).toBe(true);
    await undo('il ritiro di un biglietto');
    await note('Pedibus').waitFor();
    await until(onNote).toBe(true);
    await arrowTo(/Zuppa/);
    await keys.key('h');
    await focusIs(/^Perché/);
    await keys.type('Prova');
    await keys.key('Enter');
    await gone(note('Zuppa'));
    await focusIs(/^Tela: /);
    await board().getByText('1 nascosto.').waitFor();
  });

  it('[BO7] G brings everybody to an area and lets them go; nearer, further, all by Tab', async () => {
    await keys.key('g');
    await board().getByRole('button', { name: 'Lascia liberi' }).waitFor();
    await keys.key('g');
    await board().getByRole('button', { name: 'Tutti qui' }).waitFor();
    const zoom = board().getByRole('group', { name: 'Quanto da vicino' }).locator('output');
    const before = await zoom.innerText();
    await keys.press(/^Più lontano$/);
    await until(() => zoom.innerText()).not.toBe(before);
    await keys.press(/^Tutto$/);
    await focusIs(/^Tutto$/);
  });
});

describe('a board by keyboard alone, as a list', () => {
  it('[BO1] E turns the canvas into a list and back: the note that was chosen has the focus in both', async () => {
    await toNotes();
    await arrowTo(/Pedibus/);
    await keys.key('e');
    await row('Pedibus').waitFor();
    await focusIs(/Pedibus/);
    await keys.key('ArrowUp');
    await focusIs(/rastrelliere/);
    await keys.key('e');
    await note('rastrelliere').waitFor();
    await focusIs(/rastrelliere/);
    await keys.key('e');
    await row('rastrelliere').waitFor();
    await focusIs(/rastrelliere/);
    await keys.key('ArrowDown');
    await focusIs(/Pedibus/);
  });

  it('[BO1] [BO5] in the list one writes, changes, joins, moves, carries, names and takes back as on the canvas', async () => {
    await keys.key('n');
    await focusIs(/^Che cosa dice/);
    await keys.type('Un nonno vigile per via');
    await keys.key('Control+Enter');
    await row('Un nonno vigile').waitFor();
    await keys.key('Escape');
    await focusIs(/Pedibus/);
    await keys.press(/^Modifica$/);
    await dialog('Modifica il biglietto').waitFor();
    await keys.tabTo(/^Che cosa dice/);
    await keys.key('Control+End');
    await keys.type(' e superiori');
    await keys.key('Control+Enter');
    await row('medie e superiori').waitFor();
    await focusIs(/^Modifica$/);
    await keys.key('u');
    await focusIs(/^Cerca fra/);
    await keys.type('nonno');
    await keys.key('ArrowDown', 'Enter');
    await gone(row('medie e superiori'));
    await focusIs(/nonno/);
    await undo('due biglietti uniti');
    await row('medie e superiori').waitFor();
    await focusIs(/nonno/);
    await keys.key('s', '2', 'Enter');
    await gone(page.getByRole('dialog'));
    await list('Regole e chi lavora').filter({ hasText: 'nonno' }).waitFor();
    await focusIs(/nonno/);
    await keys.key('m');
    await inHand().first().waitFor();
    await keys.key('ArrowLeft', 'Enter');
    await list('Bici e scuola').filter({ hasText: 'nonno' }).waitFor();
    await focusIs(/nonno/);
    await keys.key('m', 'ArrowRight', 'Escape');
    await gone(inHand());
    await focusIs(/nonno/);
    await keys.key('t');
    await focusIs(/^Nome del tema/);
    await keys.type('Per strada');
    await keys.key('Enter');
    await list('Per strada').filter({ hasText: 'nonno' }).waitFor();
    await focusIs(/nonno/);
    await undo('un tema nuovo');
    await list('Bici e scuola').filter({ hasText: 'nonno' }).waitFor();
    await focusIs(/nonno/);
    await keys.key('Delete');
    await gone(row('nonno'));
    await focusIs(/Milano Sana e Inclusiva/);
    await keys.key('ArrowUp');
    await until(() => page.evaluate(() => document.activeElement?.closest('[data-row]') !== null)).toBe(true);
  });

  it('[BO1] a note is carried into another area of the list, and areas are gone to by Tab', async () => {
    await keys.press(/Milano Connessa/, 'Shift+Tab');
    await row('Nel piano manca la riapertura dei Navigli').waitFor();
    await keys.tabTo(/Navigli/);
    await keys.key('m', 'ArrowRight', 'Enter');
    await board().getByRole('heading', { name: 'Milano a Energia Positiva' }).waitFor();
    await row('Navigli').waitFor();
    await focusIs(/Navigli/);
    await undo('lo spostamento di un biglietto');
    await gone(row('Navigli'));
    await onBoard();
  });

  it('[IN2] single keys can be switched off, and on again; arrows and Enter stay', async () => {
    await keys.press(/^Tela$/, 'Shift+Tab');
    await note('Più rastrelliere').waitFor();
    await keys.key('?');
    await dialog('I tasti della bacheca').waitFor();
    await keys.tabTo(/^Tasti accesi/);
    await keys.key('Space');
    await keys.key('Escape');
    await gone(page.getByRole('dialog'));
    await toNotes();
    await keys.key('n', 't', 'e', 'g', 'm');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await composer().count()).toBe(0);
    expect(await inHand().count()).toBe(0);
    await board().getByRole('button', { name: 'Tutti qui' }).waitFor();
    await keys.key('Enter');
    await dialog('Modifica il biglietto').waitFor();
    await keys.key('Escape');
    await gone(page.getByRole('dialog'));
    await keys.press(/^Tutti i tasti$/);
    await page.getByRole('dialog').waitFor();
    await keys.tabTo(/^Tasti accesi/);
    await keys.key('Space');
    await keys.key('Escape');
    await gone(page.getByRole('dialog'));
    await keys.key('n');
    await focusIs(/^Che cosa dice/);
    await keys.key('Escape');
    await gone(composer());
  });

  it('[K9] the keys of the console are dead under the board; Escape goes back to where it was opened', async () => {
    await keys.key('1', '2');
    await board().waitFor();
    await letGo();
    await keys.key('Escape');
    await gone(board());
    await focusIs(/^Apri qui$/);
    await page.getByRole('heading', { name: 'Bacheche aperte e congelate' }).waitFor();
  });
});

describe('the board of a table by keyboard alone', () => {
  let driver: Driver;
  let phones: readonly Phone[] = [];
  beforeAll(async () => {
    const link = house.link('plenary');
    driver = await openDriver(house, link);
    await driver.give({ type: 'session.openDoors' });
    phones = await openPhones(
      house,
      (await house.cards(link)).slice(0, 12).map(({ url }) => url),
    );
    await Promise.all(phones.map(({ connection }) => connection.send({ type: 'presence.enter', door: 'card' })));
    await driver.give({ type: 'session.open' });
    page = await house.laptop(house.link('table'));
    keys = new Keyboard(page);
    await driver.give({ type: 'groups.split', round: 1, block: null });
    await driver.give({ type: 'board.open', boards: [driver.boardOf(1).board] });
  });
  afterAll(() => {
    closeAll(phones);
    driver.close();
  });

  it('[BO1] [BO2] in silence: one writes, changes and withdraws one’s own, and reveals', async () => {
    await board().getByRole('heading', { name: 'Scrittura in silenzio' }).waitFor();
    await keys.key('n');
    await focusIs(/^Che cosa dice/);
    await keys.type('Alberi lungo i viali');
    await keys.key('Control+Enter');
    await board().getByRole('listitem').filter({ hasText: 'Alberi lungo i viali' }).waitFor();
    await keys.type('Da togliere');
    await keys.key('Control+Enter');
    await board().getByRole('listitem').filter({ hasText: 'Da togliere' }).waitFor();
    await keys.key('Escape');
    await gone(composer());
    await onBoard();
    await keys.press(/^Modifica$/);
    await dialog('Modifica il biglietto').waitFor();
    await keys.tabTo(/^Che cosa dice/);
    await keys.key('Control+End');
    await keys.type(' e nelle piazze');
    await keys.key('Control+Enter');
    await board().getByText('Alberi lungo i viali e nelle piazze').waitFor();
    await focusIs(/^Modifica$/);
    await keys.tabTo(/^Ritira$/);
    await keys.key('Tab');
    await keys.press(/^Ritira$/);
    await gone(board().getByRole('listitem').filter({ hasText: 'Da togliere' }));
    await onBoard();
    await keys.press(/^Scopri i biglietti…$/);
    await dialog('Scopri il biglietto al tavolo?').waitFor();
    await keys.press(/^Scopri il biglietto$/);
    await note('Alberi lungo i viali').waitFor();
    // The button has gone on to the next step, and keeps the focus.
    await until(() => keys.focused()).not.toBe('');
    await toNotes();
    await focusIs(/Alberi lungo i viali e nelle piazze/);
  });

  it('[BO1] revealed: the same keys as on the console', async () => {
    // Into the next area, where it is seen and still has the focus.
    await keys.key('m', 'ArrowRight', 'Enter');
    await gone(inHand());
    await board()
      .getByRole('region', { name: /^Contro/ })
      .locator('[data-note]')
      .filter({ hasText: 'Alberi' })
      .waitFor();
    await focusIs(/Alberi/);
    await undo('lo spostamento di un biglietto');
    await keys.key('t');
    await focusIs(/^Nome del tema/);
    await keys.type('Verde');
    await keys.key('Enter');
    await board().getByRole('button', { name: 'Verde', exact: true }).waitFor();
    await focusIs(/Alberi/);
    await keys.key('e');
    await row('Alberi').waitFor();
    await focusIs(/Alberi/);
  });
});
