// A morning at the tables: the hall stands up at the tap of a key, each table writes in silence, reads, gathers, gives dots; the boards are
// frozen and their themes come up to the plenary's board and to the wall. Two laptops (the console, the whole board of a table), two real
// phones (a member who is moved while writing, the table facilitator), a wall, and forty members who are played (GR1-GR6, BO1-BO8, BO13).
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinCrowd, type Crowd } from '../client/simulated/crowd.ts';
import { until, useHouse } from './house.ts';
import type { SeatCard } from './served.ts';
import { openDriver, type Driver } from './phones.ts';
import { overhear } from './reading.ts';

const house = useHouse();
let driver: Driver;
let crowd: Crowd;
let console_: Page;
let wide: Page;
let lead: Page;
let member: Page;
let wall: Page;
let mine: SeatCard;
let neighbour: SeatCard;

let cards: readonly SeatCard[];
let seats: ReadonlyMap<number, readonly string[]>;

const eachTable = 8;
const mineFirst = 'Panchine al fresco lungo i viali';
const mineSecond = 'Corsie per le biciclette sulle vie larghe';
const onPaper = 'Corsie larghe per le biciclette, ma sicure';
/** Pages that hear nothing of a note but the count, while the silence lasts. */
const others = (): readonly (readonly [string, Page])[] => [
  ['lead', lead],
  ['wide', wide],
  ['console', console_],
  ['wall', wall],
];
const middle = () => console_.getByRole('main');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const number = async (page: Page, words: RegExp): Promise<number> =>
  Number(words.exec((await page.locator('body').innerText()).replace(/\s+/g, ' '))?.[1] ?? 'NaN');
/** Nobody of those who are played has anything left to do. */
const settled = () => until(() => crowd.people.filter(({ simulated }) => simulated.busy()).length, 30_000).toBe(0);
const done = (what: 'entered' | 'wrote' | 'dotted'): number => crowd.people.filter(({ simulated }) => simulated.counts[what] > 0).length;
/** The card of the nth person of a table, as they were assigned. */
const cardOf = (table: number, nth: number): SeatCard => {
  const found = cards.find(({ seat }) => seat === seats.get(table)?.[nth]);
  if (found === undefined) throw new Error(`nobody ${nth} at table ${table}`);
  return found;
};
const writeNote = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Il tuo biglietto' }).fill(text);
  await button(page, 'Aggiungi il biglietto').click();
};

beforeAll(async () => {
  const link = house.link('plenary');
  driver = await openDriver(house, link);
  [cards, seats] = await Promise.all([house.cards(link), driver.seats()]);
  const screenLink = await house.newLink(link, 'screen');
  [console_, wall] = await Promise.all([house.laptop(link), house.wall(screenLink)]);
});
afterAll(() => {
  crowd.stop();
  driver.close();
});

describe('a morning at the tables', () => {
  it('people come in: eight of each table, one more with a phone, one without', async () => {
    const played = [...seats].flatMap(([table, at]) => at.slice(0, eachTable).map((_, nth) => cardOf(table, nth)));
    mine = cardOf(2, eachTable);
    neighbour = cardOf(1, eachTable);
    await driver.give({ type: 'session.openDoors' });
    await driver.give({ type: 'presence.letIn', member: neighbour.member, phone: false });
    const tokens = played.map(({ url }) => new URLSearchParams(new URL(url).hash.slice(1)).get('t') ?? '');
    crowd = joinCrowd(house.direct, { members: tokens, audience: { code: '', count: 0 }, pace: 15, seed: 44 });
    member = await house.memberPhone(mine);
    await member.getByText(`Sei dentro: posto ${mine.seat}.`).waitFor();
    await until(() => done('entered'), 30_000).toBe(played.length);
    await driver.give({ type: 'session.open' });
    await driver.goTo('Lavori di gruppo');
  });

  it('[GR1] [GR2] the link of a table is made on the console, and one key sends everybody to the tables with their boards', async () => {
    await console_.getByRole('navigation', { name: 'Parti della console' }).getByRole('button', { name: 'Tavoli' }).click();
    await middle().getByRole('radio', { name: 'Collegamenti' }).check();
    await middle().getByRole('button', { name: 'Fai il collegamento Tavolo 1', exact: true }).click();
    const address = house.named(await middle().getByRole('link', { name: /\/t#/ }).innerText());
    [lead, wide] = await Promise.all([house.phone(address), house.laptop(address)]);
    await middle().getByText('2 dispositivi aperti').waitFor();
    await button(console_, 'Torna in sala').click();
    await console_.getByText('manda tutti ai tavoli').waitFor();

    await console_.keyboard.press('g');
    const dialog = console_.getByRole('dialog', { name: 'Mandi 42 persone a 5 tavoli?' });
    await dialog.getByText('48 persone assegnate non sono in sala.').waitFor();
    expect(await dialog.getByRole('checkbox', { name: 'Apri anche le 5 bacheche pronte' }).isChecked()).toBe(true);
    await dialog.getByRole('button', { name: 'Manda 42 persone a 5 tavoli' }).click();
    await dialog.waitFor({ state: 'detached' });
    await member.getByRole('heading', { name: 'Vai al tavolo 2' }).waitFor();
    await wall.getByText('Si torna in sala alle').waitFor();
    await house.picture(wall, 'wall-tables');
    await house.picture(member, 'phone-go-to-table');
  });

  it('[BO2] [GR3] who is moved while writing reads where to go, and finds at the new table a new sheet', async () => {
    await button(member, 'Sono al tavolo 2').click();
    await writeNote(member, mineFirst);
    await member.getByText('Hai scritto 1 biglietto.').waitFor();

    await button(console_, /^Altro$/).click();
    await button(console_, 'Sposta persone').click();
    const dialog = console_.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Posto' }).fill(mine.seat);
    await dialog.getByLabel(`Tavolo del posto ${mine.seat}`).selectOption({ label: 'Tavolo 1 · Milano Sana e Inclusiva' });
    await dialog.getByText('assegnato al tavolo 2').waitFor();
    await dialog.getByRole('button', { name: 'Chiudi' }).last().click();
    await member.getByRole('heading', { name: 'Vai al tavolo 1' }).waitFor();
    await button(member, 'Sono al tavolo 1').click();
    await member.getByText('Non hai ancora scritto.').waitFor();
  });

  it('[GR5] a table calls for help, the console answers, and the call is over for both', async () => {
    await button(lead, 'Chiama aiuto').click();
    await lead.getByRole('radio', { name: 'C’è un conflitto' }).check();
    await button(lead, 'Chiama aiuto').click();
    await lead.getByRole('heading', { name: 'Avete chiamato aiuto' }).waitFor();
    await button(lead, 'Torna al tavolo').click();
    await button(lead, 'Aiuto chiamato').waitFor();
    const calls = console_.getByRole('region', { name: 'Tavoli che chiamano' });
    await calls.getByRole('heading', { name: 'Il tavolo 1 chiede aiuto' }).waitFor();
    await calls.getByText('Non riusciamo a parlarci').waitFor();
    await house.picture(console_, 'console-help');
    await calls.getByRole('button', { name: 'Ci penso io' }).click();
    await calls.waitFor({ state: 'detached' });
    await button(lead, 'Chiama aiuto').waitFor();
  });

  it('[BO2] [BO4] in silence the facilitator, the console and the wall receive counts, and never a word of a note', async () => {
    const ears = others().map(([name, page]) => [name, overhear(page)] as const);
    await Promise.all(others().map(([, page]) => page.reload()));
    await member.getByText('Nessuno legge fino a quando si scopre tutto.').waitFor();
    await writeNote(member, mineSecond);
    await member.getByText('Hai scritto 1 biglietto.').waitFor();

    await button(lead, 'scrivi un biglietto').click();
    await lead.getByLabel('Di chi è?').selectOption({ label: `Posto ${neighbour.seat}` });
    await lead.getByRole('radio', { name: 'Da foglio' }).check();
    await writeNote(lead, onPaper);
    await lead.getByText('Ne hai scritto 1 qui.').waitFor();
    await button(lead, 'Torna al tavolo').click();
    await lead.getByText('Nessuno legge ancora, nemmeno tu').waitFor();

    await until(() => done('wrote'), 30_000).toBe(crowd.people.length);
    await settled();
    const notes = await number(lead, /(\d+) bigliett[oi], scritt[oi] da 10 su 10/);
    expect(notes).toBeGreaterThanOrEqual(eachTable + 2);
    await until(() => number(wide, /(\d+) bigliett[oi], scritt[oi] da 10 su 10/)).toBe(notes);
    const row = console_.getByRole('row', { name: /Tavolo 1/ });
    await row.getByText('scrivono in 10 di 10').waitFor();
    await row.getByRole('cell', { name: String(notes), exact: true }).waitFor();
    await house.picture(lead, 'phone-table-silence');
    await house.picture(console_, 'console-tables');

    // The words are not hidden in these pages: they never came. The one who led knows what they entered themselves.
    const texts = ['Più alberi nelle strade', 'Contare il verde', 'Chi controlla che si faccia', mineFirst, mineSecond];
    for (const [name, page] of others())
      for (const text of name === 'lead' || name === 'wide' ? texts : [...texts, onPaper])
        expect(await page.content(), `${name} shows “${text}”`).not.toContain(text);
    for (const [name, ear] of ears) {
      expect(ear.frames(), name).toBeGreaterThan(0);
      for (const text of name === 'lead' || name === 'wide' ? texts : [...texts, onPaper])
        expect(ear.heard(text), `${name} was sent “${text}”`).toBe(false);
    }
    expect(await member.content()).not.toContain(onPaper);
  });

  it('[BO2] [BO3] revealed all at once to the table, after a question that says how many; the wall still shows none', async () => {
    const notes = await number(lead, /(\d+) bigliett[oi], scritt[oi] da/);
    await button(lead, 'Scopri i biglietti…').click();
    const dialog = lead.getByRole('dialog', { name: `Scopri i ${notes} biglietti al tavolo?` });
    await dialog.getByText('Li vedono tutte le 10 persone del tavolo, tutti insieme. Lo schermo della sala no.').waitFor();
    await house.picture(lead, 'phone-table-reveal');
    await dialog.getByRole('button', { name: `Scopri i ${notes} biglietti` }).click();
    await member.getByText(onPaper).waitFor();
    await member.getByText('da foglio').first().waitFor();
    await button(wide, new RegExp(onPaper)).first().waitFor();
    await lead.getByText(mineSecond).waitFor();
    expect(await wall.content()).not.toContain(mineSecond);
    // What was written at table 2 stayed there (GR3).
    expect(await lead.getByText(mineFirst).count()).toBe(0);
    await driver.give({ type: 'board.reveal', board: driver.boardOf(2).board, silence: 1 });
    await console_.getByRole('button', { name: 'Tavolo 2' }).first().click();
    await button(console_, /^Bacheca\s*Tavolo 2/).click();
    await button(console_, new RegExp(mineFirst)).first().waitFor();
    await console_.keyboard.press('Escape');
  });

  it('[BO5] two notes that say the same become one with two voices, and themes are named on the phone and on the laptop', async () => {
    await button(lead, 'Passa ai temi').click();
    await lead.getByRole('button', { name: new RegExp(mineSecond) }).click();
    await button(lead, 'Uguale a…').click();
    await lead.getByRole('radio', { name: new RegExp(`${onPaper}.*ha parole simili`) }).check();
    await button(lead, 'Sono uguali').click();
    await lead.getByRole('main').getByText('Biglietti uniti: le parole restano tutte').waitFor();
    await lead.getByText('detto da 2').first().waitFor();
    await member.getByText('detto da 2').first().waitFor();

    await button(lead, 'Nuovo tema').click();
    await lead.getByRole('textbox', { name: 'Nome del tema' }).fill('Muoversi senza paura');
    await lead.getByRole('checkbox', { name: new RegExp(onPaper) }).check();
    await button(lead, 'Crea il tema con 1 biglietto').click();
    await lead.getByRole('main').getByText('Tema creato: Muoversi senza paura').waitFor();
    await wide.getByText('Muoversi senza paura').first().waitFor();
    await button(wide, /^Tema$/).click();
    const dialog = wide.getByRole('dialog', { name: 'Dai un nome al tema' });
    await dialog.getByRole('textbox', { name: 'Nome del tema' }).fill('Ombra e acqua per strada');
    const loose = dialog.getByRole('group').getByRole('checkbox');
    await loose.nth(0).check();
    await dialog.getByRole('button', { name: 'Crea il tema con 1 biglietto' }).click();
    await member.getByText('Ombra e acqua per strada').waitFor();
    await house.picture(wide, 'laptop-board');
    await house.picture(member, 'phone-board');
    await house.picture(lead, 'phone-table-themes');
  });

  it('[BO6] dots: so many each, hidden from everybody until they are closed', async () => {
    await button(lead, 'Passa ai punti').click();
    await button(lead, 'Apri i punti').click();
    await member.getByText('Ti restano 5 punti di 5').waitFor();
    const more = button(member, `Dai un punto: ${onPaper}`);
    await more.click();
    await more.click();
    await member.getByText('Ti restano 3 punti di 5').waitFor();
    await house.picture(member, 'phone-dots');
    await button(member, 'Ho finito').click();
    await member.getByRole('heading', { name: 'Hai finito: guarda il tavolo' }).waitFor();
    await until(() => number(lead, /(\d+) hanno finito, su 10/)).toBe(eachTable + 1);
    // Whoever has no phone gives none: said by seat to who leads.
    await lead.getByText(`Manca il posto ${neighbour.seat}.`).waitFor();
    expect(await wide.getByText(/\d+ punti$/).count()).toBe(0);
    await button(lead, 'Chiudi i punti…').click();
    const dialog = lead.getByRole('dialog', { name: `Chiudi i punti di ${eachTable + 1} persone?` });
    await dialog.getByText('Una persona non ha ancora finito.').waitFor();
    await dialog.getByRole('button', { name: `Chiudi i punti di ${eachTable + 1} persone` }).click();
    await member.getByText(`Hanno dato punti ${eachTable + 1} persone su 10.`).waitFor();
    await lead
      .getByText(/\d+ punti/)
      .first()
      .waitFor();
  });

  it('[GR6] [BO8] recalled: five boards frozen in one step, and what the table made is one tap away on the phone', async () => {
    for (const table of [2, 3, 4, 5]) {
      const { board, silence } = driver.boardOf(table);
      if (silence !== null) await driver.give({ type: 'board.reveal', board, silence });
    }
    await driver.nameTheme(driver.boardOf(2).board, 'Autobus anche la sera');
    await driver.nameTheme(driver.boardOf(4).board, 'Parchi aperti di notte');
    await button(console_, /^Richiama ora…/).waitFor();
    await console_.keyboard.press('g');
    const dialog = console_.getByRole('dialog', { name: 'Richiami 42 persone da 5 tavoli?' });
    await dialog.getByText(/^Mancano ancora 1:1\d:\d\d\. Biglietti sulle bacheche aperte: \d+\.$/).waitFor();
    await house.picture(console_, 'console-recall');
    await dialog.getByRole('button', { name: 'Richiama 42 persone e congela 5 bacheche' }).click();
    await dialog.waitFor({ state: 'detached' });
    await lead.getByText('La bacheca è ferma', { exact: true }).waitFor();
    await lead.getByText('Quello che avete fatto è copiato e resta com’è.').waitFor();
    await wide.getByText('Bacheca congelata, copia 1.').waitFor();
    await button(member, 'Le bacheche del tavolo').click();
    // They wrote at two tables this morning.
    await button(member, 'Come ci si muove senza auto, anche la sera?').waitFor();
    await button(member, 'Che cosa serve perché tutti respirino meglio?').click();
    await member.getByRole('heading', { name: 'Muoversi senza paura' }).waitFor();
    await member.getByText('detto da 2').waitFor();
    await member.getByText(onPaper).waitFor();
    await house.picture(member, 'phone-frozen-board');
  });

  it('[BO13] [BO2] the tables’ themes are gathered on the board of the whole hall, each with its table, and only then seen on the wall', async () => {
    // The hall listens: nobody writes on its board.
    for (const { simulated } of crowd.people) simulated.stop();
    await button(console_, /^Tavoli$/).click();
    await middle().getByRole('radio', { name: 'Bacheche' }).check();
    await button(console_, 'Nuova bacheca…').click();
    await console_
      .getByRole('dialog')
      .getByRole('button', { name: /^Riflessioni sul lavoro fatto/ })
      .click();
    const prepare = console_.getByRole('dialog', { name: 'Prepara una bacheca' });
    await prepare.getByRole('radio', { name: 'Per tutta la sala' }).check();
    await prepare.getByRole('checkbox', { name: 'Si comincia in silenzio' }).uncheck();
    await prepare.getByRole('button', { name: 'Prepara la bacheca' }).click();
    await button(console_, 'Apri la bacheca').click();
    await button(console_, 'Raccogli i temi…').click();
    const gather = console_.getByRole('dialog', { name: 'Raccogli i temi dei tavoli' });
    await house.picture(console_, 'console-gather');
    await gather.getByRole('button', { name: 'Raccogli 4 temi da 5 tavoli' }).click();
    const board = console_.locator('.boards-over');
    for (const [theme, table] of [
      ['Muoversi senza paura', 1],
      ['Ombra e acqua per strada', 1],
      ['Autobus anche la sera', 2],
      ['Parchi aperti di notte', 4],
    ] as const)
      await board.getByRole('button', { name: new RegExp(`${theme}.*Tavolo ${table}`) }).waitFor();
    expect(await wall.content()).not.toContain('Muoversi senza paura');

    await button(console_, /^Tema$/).click();
    const name = console_.getByRole('dialog', { name: 'Dai un nome al tema' });
    await name.getByRole('textbox', { name: 'Nome del tema' }).fill('Una città che si attraversa');
    for (const theme of ['Muoversi senza paura', 'Autobus anche la sera']) await name.getByRole('checkbox', { name: theme }).check();
    await name.getByRole('button', { name: 'Crea il tema con 2 biglietti' }).click();
    await board.getByText('Una città che si attraversa').first().waitFor();
    await house.picture(console_, 'console-gathered');
    await button(console_, 'Manda sullo schermo').click();
    await wall.getByText('Una città che si attraversa').waitFor();
    await house.picture(wall, 'wall-gathered');
  });

  it('[GR6] [BO7] a table’s own board is one tap away from the wall: its themes, with the dots that they were given', async () => {
    await button(console_, 'Togli dallo schermo').click();
    await console_.keyboard.press('Escape');
    await button(console_, /^Tavolo 1/).click();
    await button(console_, 'Mostra sullo schermo').click();
    await wall.getByRole('heading', { name: /^Tavolo 1/ }).waitFor();
    await wall.getByText('Muoversi senza paura').waitFor();
    await house.picture(wall, 'wall-board');
    for (const { seat } of [mine, neighbour]) expect(await wall.getByText(`posto ${seat}`).count()).toBe(0);
  });
});
