// Every state of the members' phones, in Italian and in Arabic, light and dark, is usable by everybody (IN2, IN1):
// an automated check finds nothing, nothing scrolls sideways at 320 px or with text at 200 %, every target is 44 px or more.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../client/kernel/ids.ts';
import { Findings } from './access.ts';
import { useHouse } from './house.ts';
import type { SeatCard } from './served.ts';
import { closeAll, openDriver, openPhones, type Driver, type Given, type Phone } from './phones.ts';

const house = useHouse();
let driver: Driver;
let cards: readonly SeatCard[];
let italian: Page;
let arabic: Page;
let others: readonly Phone[] = [];
const found = new Findings();

const words = {
  it: { go: 'Continua', send: /^Invia/, unsure: 'Non so', change: 'Cambia risposta' },
  ar: { go: 'متابعة', send: /^إرسال/, unsure: 'لا أعرف', change: 'تغيير الإجابة' },
} as const;
const phones = () =>
  [
    ['it', italian],
    ['ar', arabic],
  ] as const;
/** Both phones in one state. */
const look = async (state: string): Promise<void> => {
  for (const [lang, phone] of phones()) await found.lookAtPhone(phone, `${state}, ${lang}`);
};
/** Ends a test: the story goes on whatever was found. */
const judge = (): void => {
  house.aside = true;
  expect(found.take()).toEqual([]);
};

const three = (it: string, ar: string) => ({ original: 'it', it, ar });
const asks = {
  single: {
    kind: { kind: 'single' },
    question: three('Da che cosa si comincia nel tuo quartiere?', 'من أين نبدأ في حيّك؟'),
    options: ['Ombra e alberi', 'Acqua e fontanelle', 'Strade con meno traffico'],
  },
  multiple: {
    kind: { kind: 'multiple', min: 1, max: 2 },
    question: three('Che cosa manca di più?', 'ما أكثر ما ينقص؟'),
    options: ['Ombra', 'Acqua', 'Luoghi freschi aperti a tutti', 'Case più fresche'],
  },
  yesno: { kind: { kind: 'yesno' }, question: three('Si sente bene dal fondo?', 'هل تسمعون جيدا من الخلف؟'), options: [] },
  scale: {
    kind: {
      kind: 'scale',
      from: 1,
      to: 5,
      statements: [
        { id: 'statement1', text: three('Il problema', 'المشكلة') },
        { id: 'statement2', text: three('Che cosa decidiamo oggi', 'ما الذي نقرره اليوم') },
      ],
      ends: { low: three('per niente', 'إطلاقاً'), high: three('del tutto', 'تماماً') },
    },
    question: three('Quanto ti sono chiari gli interventi?', 'ما مدى وضوح المداخلات؟'),
    options: [],
  },
  text: {
    kind: { kind: 'text', maxChars: 280 },
    question: three('Che cosa cambieresti di questa giornata?', 'ما الذي تغيّره في هذا اليوم؟'),
    options: [],
  },
  words: {
    kind: { kind: 'words', maxEntries: 3 },
    question: three('Cosa ti piace di questa assemblea?', 'ما الذي يعجبك في المجلس؟'),
    options: [],
  },
} as const;
type Kind = keyof typeof asks;
const given: Readonly<
  Record<Kind, Given | { readonly kind: 'scale'; readonly values: object } | { readonly kind: 'text'; readonly text: string }>
> = {
  single: { kind: 'choice', picked: ['option1'] },
  multiple: { kind: 'choice', picked: ['option1', 'option2'] },
  yesno: { kind: 'choice', picked: ['yes'] },
  scale: { kind: 'scale', values: { statement1: 4, statement2: 2 } },
  text: { kind: 'text', text: 'Più tempo per le domande, e un microfono in più in fondo alla sala.' },
  words: { kind: 'words', entries: ['ascolto', 'trasparenza'] },
};
const draftOf = (kind: Kind) => ({
  block: null,
  question: asks[kind].question,
  kind: asks[kind].kind,
  options: asks[kind].options.map((each, index) => ({ id: `option${index + 1}`, text: { original: 'it', it: each } })),
  electorate: 'members',
  live: false,
  splitBy: [],
  closeAfterSec: null,
});
const open = async (kind: Kind): Promise<{ readonly poll: string; readonly round: 1 }> => {
  const { question } = asks[kind];
  const poll = newId();
  const draft = draftOf(kind);
  await driver.give({ type: 'poll.draft', poll, draft });
  await driver.give({ type: 'poll.open', poll, round: 1 });
  for (const [lang, phone] of phones()) await phone.getByRole('heading', { name: question[lang] }).waitFor();
  return { poll, round: 1 };
};
const give = async (kind: Kind): Promise<void> => {
  await Promise.all(
    others.map(async (phone) => {
      const asked = await phone.when((each) => each?.phase === 'open' && each.question.s === asks[kind].question.it);
      if (asked !== null)
        await phone.connection.send(
          { type: 'poll.answer', poll: asked.poll, round: asked.round, edit: 1, answer: given[kind] },
          { keep: true },
        );
    }),
  );
};
const card = (index: number): SeatCard => {
  const one = cards[index];
  if (one === undefined) throw new Error('too few cards');
  return one;
};

beforeAll(async () => {
  const link = house.link('plenary');
  driver = await openDriver(house, link);
  cards = await house.cards(link);
  await driver.give({ type: 'session.openDoors' });
});
afterAll(() => {
  closeAll(others);
  driver.close();
});

describe('phones that everybody can use', () => {
  it('[IN2] the door, a wrong code, the first questions', async () => {
    const door = await house.phone(`${house.origin}/`);
    await door.getByLabel('Il tuo codice').waitFor();
    await found.lookAtPhone(door, 'door');
    await door.getByRole('button', { name: 'Entra' }).click();
    await door.getByText('Scrivi il codice').first().waitFor();
    await found.lookAtPhone(door, 'door, nothing written');
    house.expectTrouble(/status of 403/);
    await door.getByLabel('Il tuo codice').fill('AAAAAA');
    await door.getByRole('button', { name: 'Entra' }).click();
    await door.getByText('Questo codice non esiste.').waitFor();
    await found.lookAtPhone(door, 'door, wrong code');
    await door.context().close();

    [italian, arabic] = await Promise.all([house.phone(card(0).url), house.phone(card(1).url)]);
    await italian.getByRole('button', { name: words.it.go }).waitFor();
    await arabic.getByRole('radio', { name: 'العربية' }).check();
    await arabic.getByRole('button', { name: words.ar.go }).waitFor();
    await look('first questions');
    for (const [lang, phone] of phones()) await phone.getByRole('button', { name: words[lang].go }).click();
    judge();
  });

  it('[IN2] inside, the dialogs of the bar, the programme, who leaves', async () => {
    await italian.getByText('Sei dentro').waitFor();
    await look('inside');
    await italian.getByRole('button', { name: /^Lingua/ }).click();
    await found.lookAtPhone(italian, 'language');
    await italian.keyboard.press('Escape');
    await italian.getByRole('button', { name: 'Grandezza del testo e colori' }).click();
    await found.lookAtPhone(italian, 'size and colours');
    await italian.keyboard.press('Escape');
    await driver.give({ type: 'session.open' });
    await italian.getByText('Oggi in assemblea').waitFor();
    await look('programme');
    await driver.give({ type: 'screen.say', text: { original: 'it', it: 'Pranzo, si riprende alle 14.05' } });
    await arabic.getByText('14.05').first().waitFor();
    await look('own words');
    await driver.give({ type: 'screen.say', text: null });
    await italian.getByRole('button', { name: 'Esco', exact: true }).click();
    await found.lookAtPhone(italian, 'leaving');
    await italian.getByRole('button', { name: 'Esco adesso' }).click();
    await italian.getByRole('button', { name: 'Sono tornato in sala' }).waitFor();
    await found.lookAtPhone(italian, 'left');
    await italian.getByRole('button', { name: 'Sono tornato in sala' }).click();
    await italian.getByText('Oggi in assemblea').waitFor();
    await driver.give({ type: 'session.suspend', reason: 'Manca la corrente' });
    await italian.getByText('Seduta sospesa').first().waitFor();
    await look('suspended');
    await driver.give({ type: 'session.resume' });
    judge();
  });

  for (const kind of ['single', 'multiple', 'yesno', 'scale', 'text', 'words'] as const)
    it(`[IN2] a question (${kind}): nothing chosen, something missing, closed, published`, async () => {
      if (others.length === 0) {
        others = await openPhones(
          house,
          cards.slice(2, 6).map(({ url }) => url),
        );
        await Promise.all(others.map(({ connection }) => connection.send({ type: 'presence.enter', door: 'card' })));
      }
      const asked = await open(kind);
      await look(`${kind} open`);
      for (const [lang, phone] of phones()) await phone.getByRole('button', { name: words[lang].send }).click();
      if (kind !== 'yesno' && kind !== 'multiple') await look(`${kind}, something missing`);
      await give(kind);
      await driver.give({ type: 'poll.close', ...asked });
      await italian.getByText('Domanda chiusa').waitFor();
      if (kind === 'single') await look(`${kind} closed`);
      await driver.give({ type: 'poll.publish', ...asked });
      await italian.getByText('Domanda chiusa').waitFor({ state: 'detached' });
      await arabic.getByText(/6/).first().waitFor();
      await look(`${kind} published`);
      judge();
    });

  it('[IN2] received, without network, late, annulled', async () => {
    const asked = await open('single');
    await italian.getByRole('radio').first().check();
    await italian.getByRole('button', { name: words.it.send }).click();
    await italian.getByText('Risposta ricevuta').waitFor();
    await found.lookAtPhone(italian, 'received, it');
    await arabic.getByRole('radio').first().check();
    await house.offline(arabic, true);
    await arabic.getByRole('button', { name: words.ar.send }).click();
    await italian.getByRole('button', { name: words.it.change }).click();
    await house.offline(italian, true);
    await italian.getByRole('button', { name: words.it.send }).click();
    await italian.getByText('Non ancora inviata').waitFor();
    await italian.getByText(/Senza rete dalle/).waitFor();
    await look('without network');
    await driver.give({ type: 'poll.close', ...asked });
    await house.offline(italian, false);
    await house.offline(arabic, false);
    await italian.getByText('La tua risposta non è stata contata').waitFor();
    await look('late');
    await driver.give({ type: 'poll.void', ...asked, reason: 'Mancava una scelta' });
    await italian.getByText('Domanda annullata').waitFor();
    await found.lookAtPhone(italian, 'annulled, it');
    judge();
  });

  it('[IN2] roll call, seat moved, the end', async () => {
    await driver.give({ type: 'presence.openRollCall' });
    await italian.getByRole('button', { name: 'Sono qui' }).waitFor();
    await look('roll call');
    await italian.getByRole('button', { name: 'Sono qui' }).click();
    await italian.getByText('Sei qui', { exact: true }).waitFor();
    await found.lookAtPhone(italian, 'roll call answered');
    const moved = await house.memberPhone(card(0));
    await italian.getByText('Il tuo posto è su un altro telefono').waitFor();
    await found.lookAtPhone(italian, 'seat moved');
    italian = moved;
    await driver.give({ type: 'session.close' });
    await italian.getByText('La seduta è finita').waitFor();
    await look('the end');
    judge();
  });
});
