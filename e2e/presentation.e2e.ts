// The public presentation with its four questions, from the first phone to the last result: one real phone types the code, another
// opens the QR's link, thirty more answer in the background. Console, wall and phones must say the same things at the same time.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until, useHouse } from './house.ts';
import { closeAll, openPhones, pick, write, type Given, type Phone } from './phones.ts';
import { goTo, linesOf, rowsOf, runsOnPhone } from './reading.ts';

const house = useHouse();
let console_: Page;
let wall: Page;
let typed: Page;
let scanned: Page;
let crowd: readonly Phone[] = [];

const questions = [
  'Se venissi sorteggiato/a parteciparesti all’Assemblea Permanente dei Cittadini sul Clima?',
  'Cosa ti piace di questa nuova Assemblea dei Cittadini?',
  'Quali criticità e ostacoli vedi in questa iniziativa?',
  'Hai delle proposte da portare per i futuri lavori dell’Assemblea?',
] as const;
const dontKnow: Given = { kind: 'dontknow' };
/** The question in the middle of the console; the wall's miniature says the same words elsewhere. */
const inConsole = (question: string): Locator => console_.getByRole('main').getByRole('region', { name: question });
const answeredOn = async (): Promise<readonly string[]> => {
  const words = [wall.getByRole('main'), inConsole(questions[0])];
  return Promise.all(words.map(async (each) => /(\d+) rispost/.exec((await each.innerText()).replace(/\s+/g, ' '))?.[1] ?? ''));
};
const openPrepared = (question: string): Promise<void> =>
  console_.getByRole('listitem').filter({ hasText: question }).getByRole('button', { name: 'Apri la domanda' }).click();
const publish = async (): Promise<void> => {
  await console_.getByRole('button', { name: 'Chiudi le risposte' }).click();
  await console_.getByRole('button', { name: 'Pubblica', exact: true }).click();
  await console_.getByText('Risultati pubblicati').waitFor();
};

beforeAll(async () => {
  [console_, wall] = await Promise.all([house.laptop(house.link('console')), house.wall(house.link('screen'))]);
});
afterAll(() => closeAll(crowd));

describe('the public presentation', () => {
  it('at the doors the wall says how to get in: one phone types the code, another opens the link of the QR, thirty more come', async () => {
    await console_.getByRole('button', { name: 'Apri le porte' }).click();
    await wall.getByText('Entra con il tuo telefono').waitFor();
    const shown = (
      await wall
        .getByText(/^[A-Z0-9]{3}.[A-Z0-9]{3}$/)
        .first()
        .innerText()
    ).trim();
    expect(shown.replace(/\s/g, '')).toBe(house.roomCode);

    typed = await house.phone(`${house.origin}/`);
    await house.picture(typed, 'phone-code');
    await typed.getByLabel('Il tuo codice').fill(shown.toLowerCase());
    await typed.getByRole('button', { name: 'Entra' }).click();
    await typed.getByText('Sei dentro.').waitFor();

    scanned = await house.phone(house.link('audience'));
    await scanned.getByText('Sei dentro.').waitFor();
    expect(new URL(scanned.url()).hash).toBe('');

    crowd = await openPhones(
      house,
      Array.from({ length: 30 }, () => house.roomCode),
    );
    await console_.getByText('32 telefoni del pubblico').waitFor();
    await house.picture(wall, 'wall-join');
    await house.picture(console_, 'console-doors');
  });

  it('[SC8] the wall follows: a block starts and its title stands there, on the phones too', async () => {
    await console_.getByRole('button', { name: /^Apri la seduta/ }).click();
    for (const title of ['Benvenuti', 'Che cos’è l’assemblea', 'La parola a voi']) {
      await goTo(console_, [title]);
      await wall.getByRole('heading', { name: title }).waitFor();
      await runsOnPhone(typed, title).waitFor();
    }
    await house.picture(wall, 'wall-block');
    await house.picture(typed, 'phone-programme');
  });

  it('[SC8] [PO1] the question opens on wall and phones, and while it is open nobody sees more than how many have answered', async () => {
    const [first] = questions;
    await console_.getByRole('button', { name: 'Apri la domanda' }).first().click();
    await wall.getByRole('heading', { name: first }).waitFor();
    await typed.getByRole('radio', { name: 'Sì' }).check();
    await typed.getByRole('button', { name: 'Invia la risposta' }).click();
    await typed.getByText('Risposta ricevuta').waitFor();
    await scanned.getByRole('radio', { name: 'Dipende dal tempo che chiede' }).check();
    await house.picture(scanned, 'phone-question');
    await scanned.getByRole('button', { name: 'Invia la risposta' }).click();
    await scanned.getByText('Risposta ricevuta').waitFor();

    const choices = [...Array<string>(18).fill('Sì'), ...Array<string>(6).fill('No'), ...Array<string>(4).fill('Dipende')];
    const replies = await Promise.all(
      crowd.map((phone, index) => phone.answer((asked) => (choices[index] === undefined ? dontKnow : pick(choices[index])(asked)))),
    );
    expect(replies.filter(({ ok }) => !ok)).toEqual([]);
    await until(answeredOn).toEqual(['32', '32']);
    // Of the counts per choice there is no trace on any screen.
    for (const page of [wall, console_, typed]) expect(await page.getByRole('table', { name: first }).count()).toBe(0);
    await house.picture(wall, 'wall-question');
    await house.picture(console_, 'console-question');
  });

  it('[SC8] [PO1] closed, the wall says so and only the console sees the result', async () => {
    const [first] = questions;
    await console_.getByRole('button', { name: 'Chiudi le risposte' }).click();
    await wall.getByText('Chiusa', { exact: true }).waitFor();
    await typed.getByText('Domanda chiusa').waitFor();
    await inConsole(first).getByRole('table', { name: first }).waitFor();
    expect(await wall.getByRole('table').count()).toBe(0);
    expect(await typed.getByRole('table').count()).toBe(0);
  });

  it('publishing can be taken back for three seconds', async () => {
    await console_.getByRole('button', { name: 'Pubblica', exact: true }).click();
    await console_.getByText(/Pubblico tra/).waitFor();
    await console_.getByRole('button', { name: 'Annulla', exact: true }).click();
    await console_.getByRole('button', { name: 'Pubblica', exact: true }).waitFor();
    expect(await wall.getByRole('table').count()).toBe(0);
  });

  it('[SC8] [PO5] published, wall, console and phones show the same numbers, and percentages make a hundred', async () => {
    const [first] = questions;
    await console_.getByRole('button', { name: 'Pubblica', exact: true }).click();
    const expected = [
      ['Sì', '19', '59 %'],
      ['No', '6', '19 %'],
      ['Dipende dal tempo che chiede', '5', '16 %'],
      ['Non so', '2', '6 %'],
    ];
    const tables = [
      wall.getByRole('table', { name: first }),
      inConsole(first).getByRole('table', { name: first }),
      ...[typed, scanned].map((page) => page.getByRole('table', { name: first })),
    ];
    for (const table of tables) {
      await table.waitFor({ state: 'attached' });
      expect((await rowsOf(table)).map((row) => row.map((cell) => cell.replace(/\s/g, ' ')))).toEqual(expected);
    }
    await typed.getByText('La tua risposta').waitFor();
    await house.picture(wall, 'wall-result');
    await house.picture(console_, 'console-result');
    await house.picture(typed, 'phone-result');
  });

  it('[PO7] the words of the hall: one spelling each, the same counts on wall and phone', async () => {
    const [, second] = questions;
    await openPrepared(second);
    await wall.getByRole('heading', { name: second }).waitFor();

    await typed.getByLabel('La prima').fill('Ascolto');
    await typed.getByRole('button', { name: 'Aggiungine un’altra' }).click();
    await typed.getByLabel('La seconda').fill('trasparenza');
    await house.picture(typed, 'phone-words');
    await typed.getByRole('button', { name: 'Invia', exact: true }).click();
    await typed.getByText('Risposta ricevuta').waitFor();
    await scanned.getByLabel('La prima').fill('pompa di calore');
    await scanned.getByRole('button', { name: 'Invia', exact: true }).click();
    await scanned.getByText('Risposta ricevuta').waitFor();

    const others = ['giovani', 'futuro', 'quartiere', 'alberi', 'confronto', 'coraggio', 'sorteggio', 'competenza', 'città', 'speranza'];
    const replies = await Promise.all(
      crowd.map((phone, index) => {
        const words = [
          index < 12 ? (index < 7 ? 'partecipazione' : 'Partecipazione!') : (others[index % others.length] ?? ''),
          ...(index % 4 === 0 ? ['ascolto'] : []),
          ...(index % 6 === 0 ? ['Trasparenza'] : []),
        ];
        return phone.answer(write(...words));
      }),
    );
    expect(replies.filter(({ ok }) => !ok)).toEqual([]);
    await publish();
    const ranked = wall.getByRole('list', { name: 'Le più scritte' });
    await ranked.waitFor();
    const onWall = await linesOf(ranked);
    expect(onWall.slice(0, 3).map((line) => line.toLowerCase())).toEqual(['partecipazione 12', 'ascolto 9', 'trasparenza 6']);
    const onPhone = () => linesOf(typed.getByRole('main').getByRole('list').first());
    await until(async () => (await onPhone()).slice(0, onWall.length)).toEqual(onWall);
    expect((await onPhone()).some((line) => line.startsWith('pompa di calore'))).toBe(true);
    await house.picture(wall, 'wall-words');
  });

  it('[SC2] [SC8] black outranks what happens; lit again, the wall is where the room is', async () => {
    await console_.getByRole('button', { name: 'Nero' }).click();
    await wall.getByRole('heading', { name: questions[1] }).waitFor({ state: 'detached' });
    await openPrepared(questions[2]);
    await typed.getByRole('heading', { name: questions[2] }).waitFor();
    expect(await wall.getByRole('heading', { name: questions[2] }).count()).toBe(0);
    await console_.getByRole('button', { name: 'Riaccendi' }).click();
    await wall.getByRole('heading', { name: questions[2] }).waitFor();
    await Promise.all(crowd.map((phone) => phone.answer(write('tempo'))));
    await publish();
    await wall.getByRole('list', { name: 'Le più scritte' }).waitFor();
  });

  it('[SC2] a wall that is held on the open question keeps it when the result is out, and shows the result when let go', async () => {
    await openPrepared(questions[3]);
    await wall.getByRole('heading', { name: questions[3] }).waitFor();
    await console_.getByRole('button', { name: 'Tieni fermo' }).click();
    const replies = await Promise.all(
      crowd.slice(0, 10).map(async (phone) => {
        await phone.when((asked) => asked?.phase === 'open' && asked.question.s === questions[3]);
        return phone.answer(write('più alberi', 'meno auto'));
      }),
    );
    expect(replies.filter(({ ok }) => !ok)).toEqual([]);
    await publish();
    await typed.getByText('più alberi').waitFor();
    expect(await wall.getByText('più alberi').count()).toBe(0);
    await wall.getByRole('heading', { name: questions[3] }).waitFor();
    await console_.getByRole('button', { name: 'Lascia andare' }).click();
    await wall.getByText('più alberi').first().waitFor();
  });

  it('[SC8] the next block takes the wall and the phones', async () => {
    await goTo(console_, ['Domande dalla sala']);
    await wall.getByRole('heading', { name: 'Domande dalla sala' }).waitFor();
    await runsOnPhone(typed, 'Domande dalla sala').waitFor();
  });

  it('[SC1] the result of the first question can be shown again', async () => {
    await console_.getByRole('button', { name: 'Mostra altro…' }).click();
    await console_.getByRole('dialog').getByRole('button', { name: questions[0] }).click();
    await wall.getByRole('table', { name: questions[0] }).waitFor({ state: 'attached' });
  });
});
