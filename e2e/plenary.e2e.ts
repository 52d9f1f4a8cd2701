// A plenary from the door to the record: people come in at the desk, with their card, as visitors, as a substitute; the session starts late
// and a remedy is chosen with its reason; slides turn on the wall; members and audience answer side by side; hands are counted, the roll is
// called, the session is closed, and the record says what happened and of nobody what.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '../client/kernel/ids.ts';
import { until, useHouse } from './house.ts';
import type { SeatCard } from './served.ts';
import { closeAll, openDriver, openPhones, type Driver, type Phone } from './phones.ts';
import { goTo, rowsOf, runsOnPhone } from './reading.ts';

const house = useHouse();
let driver: Driver;
let console_: Page;
let desk: Page;
let wall: Page;
let member: Page;
let listener: Page;
let cards: readonly SeatCard[];
let members: readonly Phone[] = [];
const minute = 60_000;

const card = (seat: string): SeatCard => {
  const found = cards.find((each) => each.seat === seat);
  if (found === undefined) throw new Error(`no seat ${seat}`);
  return found;
};
const middle = () => console_.getByRole('main');
const atDesk = (name: string | RegExp) => desk.getByRole('button', { name });
const search = (words: string): Promise<void> => desk.getByLabel('Cerca chi hai davanti').fill(words);

beforeAll(async () => {
  const link = house.link('plenary');
  driver = await openDriver(house, link);
  cards = await house.cards(link);
  const [screenLink, deskLink] = await Promise.all([house.newLink(link, 'screen'), house.newLink(link, 'desk')]);
  // Twenty minutes ago it should have begun.
  await driver.give({ type: 'agenda.setStart', startPlanned: Math.floor(Date.now() / minute) * minute - 20 * minute });
  [console_, desk, wall] = await Promise.all([house.laptop(link), house.laptop(deskLink), house.wall(screenLink)]);
});
afterAll(() => {
  closeAll(members);
  driver.close();
});

describe('a plenary', () => {
  it('[RO2] [RO8] people come in by their card, at the desk by seat and by code, as visitors and as a substitute', async () => {
    await console_.getByRole('button', { name: 'Apri le porte' }).click();
    member = await house.memberPhone(card('1'));
    await member.getByText('Sei dentro: posto 1.').waitFor();
    await house.picture(member, 'phone-inside');
    members = await openPhones(
      house,
      cards.slice(1, 20).map(({ url }) => url),
    );
    const replies = await Promise.all(members.map(({ connection }) => connection.send({ type: 'presence.enter', door: 'card' })));
    expect(replies.filter(({ ok }) => !ok)).toEqual([]);

    await search('31');
    await desk.getByText('Posto 31').first().waitFor();
    await desk.getByLabel('Cerca chi hai davanti').press('Enter');
    await desk
      .getByText('21 dentro di 90')
      .or(desk.getByText(/^21\s+dentro, di 90/))
      .first()
      .waitFor();
    await search(card('32').code);
    await desk.getByText('Posto 32').first().waitFor();
    await desk.getByLabel('Cerca chi hai davanti').press('Enter');
    await search('33');
    await desk.getByText('Posto 33').first().waitFor();
    await atDesk(/Senza telefono/).click();
    await atDesk(/^È un visitatore/).click();
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /Stampa/ })
      .click();
    await search('34');
    await desk.getByText('Posto 34').first().waitFor();
    await atDesk(/Viene un sostituto/).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Aggiungi e fai entrare al 34' }).click();
    await desk.getByText('Cartoncino nuovo, posto 34').waitFor();
    await house.picture(desk, 'desk');
    await console_.getByText('24 presenti di 90').waitFor();
    await console_.getByText(/1 visitatore/).waitFor();
  });

  it('[RO3] the old card of a seat that was passed on opens nothing any more', async () => {
    house.expectTrouble(/status of 403/);
    const old = await house.phone(card('34').url);
    await old.getByText('Questo cartoncino è stato sostituito.').first().waitFor();
    await old.context().close();
  });

  it('[AG1] [AG3] it starts late: the drift is in view, a remedy is chosen and its reason kept', async () => {
    await console_.getByRole('button', { name: 'Apri la seduta con 24 presenti' }).click();
    await goTo(console_, ['Accoglienza']);
    await console_.getByText(/2\d min di ritardo/).waitFor();
    await house.picture(console_, 'console-late');
    await console_.getByRole('button', { name: /^Recupera 2\d minuti/ }).click();
    const dialog = console_.getByRole('dialog');
    await dialog.getByRole('radio', { name: /Accorcia tutto in proporzione/ }).check();
    await dialog.getByRole('button', { name: /^Applica/ }).click();
    await dialog.getByText('Scrivi il perché: finisce nel verbale.').waitFor();
    await dialog.getByRole('button', { name: 'Abbiamo cominciato in ritardo' }).click();
    await house.picture(console_, 'console-remedy');
    await dialog.getByRole('button', { name: /^Applica/ }).click();
    await dialog.waitFor({ state: 'detached' });
    await console_.getByText(/2\d min di ritardo/).waitFor({ state: 'detached' });
  });

  it('[AG7] slides on the wall, page by page from the console; members find the document on their phone', async () => {
    await goTo(console_, ['Apertura dei lavori']);
    await runsOnPhone(member, 'Apertura dei lavori').waitFor();
    await member
      .getByRole('link', { name: /Le cinque aree del Piano/ })
      .first()
      .waitFor();
    await console_.getByRole('button', { name: /^Mostra.*Le cinque aree/ }).click();
    await wall.getByRole('img', { name: 'Pagina 1 di 3: Le cinque aree del Piano' }).waitFor();
    await middle().getByRole('button', { name: 'Togli le pagine' }).waitFor();
    await console_.keyboard.press('ArrowRight');
    await wall.getByRole('img', { name: 'Pagina 2 di 3: Le cinque aree del Piano' }).waitFor();
    await house.picture(wall, 'wall-slides');
    await middle().getByRole('button', { name: 'Togli le pagine' }).click();
    await wall.getByRole('heading', { name: 'Apertura dei lavori' }).waitFor();
  });

  it('[AG8] a decision by show of hands is written down in its block, and never more hands than people', async () => {
    await goTo(console_, ['Verbale precedente']);
    await middle()
      .getByRole('button', { name: /Alzata di mano…/ })
      .first()
      .click();
    const dialog = console_.getByRole('dialog');
    await dialog.getByLabel('Che cosa si è deciso').fill('Il verbale della seduta precedente è approvato');
    await dialog.getByLabel('Sì', { exact: true }).fill('20');
    await dialog.getByLabel('No', { exact: true }).fill('6');
    await dialog.getByText('26 mani e 24 presenti: ricontate.').first().waitFor();
    await dialog.getByLabel('No', { exact: true }).fill('3');
    await dialog.getByLabel('Astenuti', { exact: true }).fill('1');
    await dialog.getByRole('button', { name: 'Scrivi: sì, 20 a 3' }).click();
    await dialog.waitFor({ state: 'detached' });
    await middle().getByText('20 sì, 3 no, 1 astenuti, 24 presenti').waitFor();
  });

  it('[PO2] members and audience answer side by side, and their answers never meet', async () => {
    const asked = 'Dove siamo adesso?';
    await goTo(console_, [asked]);
    const code = (await console_.locator('.console-door .code').innerText()).replace(/\s/g, '');
    listener = await house.phone(`${house.origin}/#c=${code}`);
    await listener.getByText(asked).first().waitFor();
    await middle().getByRole('button', { name: 'Apri la domanda' }).first().click();
    const question = 'D’estate, che cosa manca di più nel tuo quartiere per vivere bene?';
    await member.getByRole('heading', { name: question }).waitFor();
    const poll = newId();
    await driver.give({
      type: 'poll.draft',
      poll,
      draft: {
        block: null,
        question: { original: 'it', it: 'Si sente bene dal fondo?' },
        kind: { kind: 'yesno' },
        options: [],
        electorate: 'audience',
        live: false,
        splitBy: [],
        closeAfterSec: null,
      },
    });
    await driver.give({ type: 'poll.open', poll, round: 1 });
    await listener.getByRole('radio', { name: 'Sì' }).check();
    await listener.getByRole('button', { name: 'Invia la risposta' }).click();
    await listener.getByText('Risposta ricevuta').waitFor();
    expect(await listener.getByText(question).count()).toBe(0);
    expect(await member.getByText('Si sente bene dal fondo?').count()).toBe(0);

    await member.getByRole('radio', { name: 'Ombra e alberi' }).check();
    await member.getByRole('button', { name: 'Invia la risposta' }).click();
    await member.getByText('Risposta ricevuta').waitFor();
    await Promise.all(
      members.map((phone, index) => phone.answer(({ options }) => ({ kind: 'choice', picked: [options[index % 3]?.id ?? ''] }))),
    );
    // Four came in without a phone that answers: three at the desk, one substitute.
    await middle().getByRole('radio', { name: 'Membri' }).check();
    await middle().getByText('di 24 hanno risposto').waitFor();
    await until(async () => (await middle().innerText()).replace(/\s+/g, ' ')).toContain('20 di 24 hanno risposto');
    await middle().getByRole('button', { name: 'Chiudi le risposte' }).click();
    await middle().getByRole('button', { name: 'Pubblica', exact: true }).click();
    const table = member.getByRole('table', { name: question });
    await table.waitFor({ state: 'attached' });
    const rows = await rowsOf(table);
    expect(rows.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(20);
    expect(rows[0]?.slice(0, 2)).toEqual(['Ombra e alberi', '8']);
    await middle().getByRole('radio', { name: 'Pubblico' }).check();
    await middle()
      .getByText(/1\s*risposta/)
      .first()
      .waitFor();
    await middle().getByRole('button', { name: 'Chiudi le risposte' }).click();
  });

  it('[RO7] roll call: one tap on the phone, the silent are listed, and who left is written with the hour', async () => {
    await middle()
      .getByRole('button', { name: /^Fai l’appello/ })
      .click();
    await member.getByRole('heading', { name: 'Sei ancora qui?' }).waitFor();
    await house.picture(member, 'phone-roll-call');
    await member.getByRole('button', { name: 'Sono qui' }).click();
    await member.getByText('Sei qui', { exact: true }).waitFor();
    await Promise.all(members.slice(0, 17).map((phone) => phone.imHere()));
    await middle().getByText('di 24 hanno detto «Sono qui»').waitFor();
    await middle().getByRole('list', { name: '6 silenziosi' }).waitFor();
    await house.picture(console_, 'console-roll-call');
    await middle()
      .getByRole('button', { name: /^È qui/ })
      .first()
      .click();
    await middle().getByRole('list', { name: '5 silenziosi' }).waitFor();
    await middle()
      .getByRole('button', { name: /^È uscito…/ })
      .first()
      .click();
    await console_
      .getByRole('dialog')
      .getByRole('button', { name: /^Adesso/ })
      .click();
    await console_.getByRole('dialog').waitFor({ state: 'detached' });
    await console_.getByText('23 presenti di 90').waitFor();
    await middle()
      .getByRole('button', { name: /^Chiudi l’appello/ })
      .click();
  });

  it('[RO2] who goes out says so on the phone, and comes back with a tap', async () => {
    await goTo(console_, ['Ascolto degli esperti']);
    await member.getByRole('button', { name: 'Esco', exact: true }).click();
    await member.getByRole('button', { name: 'Esco adesso' }).click();
    await console_.getByText('22 presenti di 90').waitFor();
    await member.getByRole('button', { name: 'Sono tornato in sala' }).click();
    await console_.getByText('23 presenti di 90').waitFor();
  });

  it('[AG1] [AG3] [AG8] [PO5] closed, and the record says what happened, without a name or a seat', async () => {
    await console_.getByRole('button', { name: 'Seduta…' }).click();
    await console_.getByRole('dialog').getByRole('button', { name: 'Chiudi la seduta…' }).click();
    await console_.getByRole('dialog').getByRole('button', { name: 'Chiudi la seduta con 23 presenti' }).click();
    await console_.getByRole('heading', { name: 'La seduta è chiusa' }).waitFor();
    await member.getByText('La seduta è finita').waitFor();
    await wall.getByText('Grazie').first().waitFor();
    await house.picture(wall, 'wall-thanks');

    const fetchRecord = async (name: string): Promise<string> => {
      const [download] = await Promise.all([console_.waitForEvent('download'), middle().getByRole('link', { name }).click()]);
      return readFile(await download.path(), 'utf8');
    };
    const markdown = await fetchRecord('Scarica il resoconto');
    for (const words of [
      'Il verbale della seduta precedente è approvato',
      'Abbiamo cominciato in ritardo',
      'Le cinque aree del Piano',
      'Si sente bene dal fondo?',
    ])
      expect(markdown).toContain(words);
    const json = z
      .looseObject({ meta: z.looseObject({ kind: z.literal('plenaria-record') }), decisions: z.array(z.unknown()).length(1) })
      .parse(JSON.parse(await fetchRecord('Dati (JSON)')));
    expect(JSON.stringify(json)).toContain('"present":24');
    // Members' ids are in no record.
    for (const { member: id } of cards) expect(JSON.stringify(json)).not.toContain(id);
  });

  it('the audience’s phone says that it is over too, and never that an answer which was given was not', async () => {
    house.aside = true;
    await listener.getByText('La seduta è finita').waitFor();
    expect(await listener.getByText('Non hai risposto').count()).toBe(0);
  });
});
