// The stories of a whole small day, and what its record says of it. The day is played through the real rooms.
import { describe, expect, test } from 'vitest';
import { createBox } from '../kernel/box.ts';
import type { BoxReading } from '../kernel/box.ts';
import { italian } from '../kernel/text.ts';
import { textIdOf } from '../poll/counting.ts';
import { recordOf } from '../record.ts';
import { recordCsv } from './csv.ts';
import { recordMarkdown } from './markdown.ts';
import type { Said } from './said.ts';
import { clock, desk, everything, facilitator, inputOf, memberId, morning, nine, people, phone, slides } from './testing.testkit.ts';
import type { Day } from './testing.testkit.ts';

const draft = (question: string, more: object) => ({
  block: null,
  question: { original: 'it', it: question, en: `${question} (en)` },
  kind: { kind: 'yesno' },
  options: [],
  electorate: 'members',
  live: false,
  splitBy: [],
  closeAfterSec: null,
  ...more,
});

/** A whole day, with everything that a record has a line for. */
const wholeDay = (): Day => {
  const day = morning();
  const { story } = day;
  clock(day, 4);
  story.when({ type: 'agenda.start', from: null, to: 'opening001' }, facilitator);
  clock(day, 10);
  story.when(
    { type: 'poll.draft', poll: 'poll000001', draft: draft('Ci vediamo la prossima volta?', { splitBy: ['genere', 'municipio'] }) },
    facilitator,
  );
  story.when({ type: 'poll.open', poll: 'poll000001', round: 1 }, facilitator);
  for (let n = 1; n <= people - 1; n += 1)
    if (n !== 3)
      story.when(
        { type: 'poll.answer', poll: 'poll000001', round: 1, edit: 1, answer: { kind: 'choice', picked: [n < 8 ? 'yes' : 'no'] } },
        phone(n),
      );
  story.when({ type: 'poll.close', poll: 'poll000001', round: 1 }, facilitator);
  story.when({ type: 'poll.publish', poll: 'poll000001', round: 1 }, facilitator);
  clock(day, 20);
  const words = draft('Che cosa manca?', { kind: { kind: 'text', maxChars: 280 } });
  story.when({ type: 'poll.quick', poll: 'poll000002', draft: words }, facilitator);
  ['più alberi', '=SUM(1;2)', '# un titolo | falso', 'insulto zqinsulto'].forEach((text, i) =>
    story.when({ type: 'poll.answer', poll: 'poll000002', round: 1, edit: 1, answer: { kind: 'text', text } }, phone(i + 4)),
  );
  story.when({ type: 'poll.close', poll: 'poll000002', round: 1 }, facilitator);
  story.when(
    { type: 'poll.hide', poll: 'poll000002', round: 1, what: { kind: 'text', text: textIdOf('insulto zqinsulto') }, hidden: true },
    facilitator,
  );
  clock(day, 30);
  story.when({ type: 'poll.quick', poll: 'poll000003', draft: draft('Domanda sbagliata?', {}) }, facilitator);
  story.when({ type: 'poll.answer', poll: 'poll000003', round: 1, edit: 1, answer: { kind: 'choice', picked: ['yes'] } }, phone(1));
  story.when({ type: 'poll.void', poll: 'poll000003', round: 1, reason: 'testo sbagliato' }, facilitator);
  clock(day, 31);
  story.when({ type: 'agenda.start', from: 'opening001', to: 'talk000001' }, facilitator);
  story.when({ type: 'screen.showSlides', material: 'slides0001', page: 1, pages: 12, block: 'talk000001' }, facilitator);
  story.when({ type: 'screen.page', material: 'slides0001', from: 1, to: 2 }, facilitator);
  story.when(
    { type: 'agenda.remedy', remedy: { kind: 'shorten', block: 'lunch00001', toSec: 1800 }, reason: 'ci siamo dilungati' },
    facilitator,
  );
  story.when(
    { type: 'agenda.recordHands', block: 'talk000001', words: 'Si pubblica il testo', for: 8, against: 2, abstained: 1 },
    facilitator,
  );
  const hands = story.facts[0];
  story.when(
    {
      type: 'agenda.correctHands',
      hands: hands && 'hands' in hands ? hands.hands : '',
      words: 'Si pubblica il testo',
      for: 7,
      against: 3,
      abstained: 1,
      reason: 'contata male una fila',
    },
    facilitator,
  );
  clock(day, 50);
  story.when({ type: 'presence.letOut', member: memberId(5), knownAt: null }, desk);
  story.when({ type: 'session.suspend', reason: 'manca la corrente' }, facilitator);
  clock(day, 60);
  story.when({ type: 'session.resume' }, facilitator);
  story.when({ type: 'session.noteIncident', words: 'rete caduta per tre minuti' }, facilitator);
  story.when({ type: 'screen.say', text: italian('Pranzo, si riprende alle 14.05') }, facilitator);
  clock(day, 65);
  story.when({ type: 'agenda.skip', block: 'goodbye001', reason: 'tempo finito' }, facilitator);
  story.when({ type: 'agenda.end', block: 'talk000001' }, facilitator);
  story.when({ type: 'session.close' }, facilitator);
  return day;
};
/** As the store gives a box back after the seal: no keys, no times, another order. */
const sealed = ({ story }: Day): BoxReading => {
  const box = createBox(() => undefined);
  for (const id of ['poll.poll000001.1', 'poll.poll000002.1', 'poll.poll000003.1'])
    [...story.box.rows(id)].reverse().forEach(({ body }, index) => box.put(id, { key: `sealed.${index}`, edit: 1, at: 0, body }));
  return box;
};

describe('the same bytes', () => {
  test('[K4] the same log gives the same record, byte for byte, also read back from its stored text', () => {
    const day = wholeDay();
    const input = inputOf(day);
    const stored: Said[] = JSON.parse(JSON.stringify(day.log));
    expect(everything(inputOf(day, { log: stored }))).toBe(everything(input));
  });
  test('[K4] before and after the seal of the boxes the record reads the same', () => {
    const day = wholeDay();
    expect(everything(inputOf(day, { box: sealed(day) }))).toBe(everything(inputOf(day)));
  });
});

describe('what is not in it', () => {
  test('[IN4] no name, no seat, no id of a member, no private note, in no rendition', () => {
    const text = everything(inputOf(wholeDay()));
    for (const secret of ['Zqcognome', 'ZQ', 'zqmember', 'zqnota', 'laptop0001', 'desk000001', 'phone0001'])
      expect(text).not.toContain(secret);
  });
  test('[IN4] composition: a cell of fewer than five people is not written, nor one that would give it away', () => {
    const { attendance } = recordOf(inputOf(wholeDay()));
    expect(attendance.composition).toEqual([
      {
        attribute: 'genere',
        cells: [
          { value: 'donna', present: 6, of: 6 },
          { value: 'uomo', present: 5, of: 6 },
        ].map((cell) => (cell.of - cell.present > 0 ? { ...cell, present: null, of: null } : { ...cell, present: null, of: null })),
      },
      {
        attribute: 'municipio',
        cells: [
          { value: 'altri', present: null, of: null },
          { value: 'isolato', present: null, of: null },
        ],
      },
    ]);
  });
  test('[PO12] a hidden text is counted and not repeated', () => {
    const text = everything(inputOf(wholeDay()));
    expect(text).not.toContain('zqinsulto');
    expect(text).toContain('Nascoste perché offensive o personali: 1.');
  });
  test('a question that is still open and hidden shows how many answered, and nothing else', () => {
    const day = morning();
    day.story.when({ type: 'poll.quick', poll: 'poll000001', draft: draft('Ancora aperta?', {}) }, facilitator);
    day.story.when({ type: 'poll.answer', poll: 'poll000001', round: 1, edit: 1, answer: { kind: 'choice', picked: ['yes'] } }, phone(1));
    const [poll] = recordOf(inputOf(day)).polls.asked;
    expect(poll?.rounds).toMatchObject([{ state: 'open', answered: 1, base: 11, tally: null }]);
  });
});

describe('what is in it', () => {
  test('the day: who was present at opening and close, when people came and went, without names', () => {
    const { session, attendance } = recordOf(inputOf(wholeDay()));
    expect(session.opened).toMatchObject({ present: 11, called: 12 });
    expect(session.closed).toMatchObject({ present: 10, forgotten: false });
    expect(attendance).toMatchObject({ called: 12, came: 11, most: 11, withoutPhone: 1 });
    expect(attendance.movements.at(-1)).toEqual({ at: nine + 50 * 60_000, entered: 0, left: 1, present: 10 });
  });
  test('a slip of the desk that was taken back leaves no line', () => {
    const day = morning();
    const before = recordOf(inputOf(day)).attendance;
    day.story.when({ type: 'presence.letIn', member: memberId(12), phone: true }, desk);
    const seq = day.log.at(-1)?.meta.seq ?? 0;
    day.story.given({ type: 'presence.left', v: 1, member: memberId(12), why: 'undone', knownAt: day.story.now, undoes: seq });
    expect(recordOf(inputOf(day)).attendance).toEqual(before);
  });
  test('[AG1] [K9] a start that was taken back is told with its hours: what was done meanwhile fits with the block’s', () => {
    const day = morning();
    const { story } = day;
    const seq = () => day.log.findLast(({ fact }) => fact.type === 'agenda.started')?.meta.seq;
    clock(day, 9);
    story.when({ type: 'agenda.start', from: null, to: 'opening001' }, facilitator);
    clock(day, 11);
    story.when({ type: 'agenda.undo', seq: seq() }, facilitator).then({ type: 'agenda.undone', step: 'started' });
    clock(day, 12);
    story.when({ type: 'agenda.start', from: null, to: 'opening001' }, facilitator);
    clock(day, 19);
    story.when({ type: 'agenda.end', block: 'opening001' }, facilitator);
    clock(day, 20);
    story.when({ type: 'agenda.start', from: null, to: 'talk000001' }, facilitator);
    clock(day, 22);
    story.when({ type: 'agenda.undo', seq: seq() }, facilitator).then({ type: 'agenda.undone' });
    const hour = (minutes: number) => nine + minutes * 60_000;
    const record = recordOf(inputOf(day));
    expect(record.agenda.followed.slice(0, 4)).toMatchObject([
      { title: { it: 'Punto opening001' }, state: 'undone', startAt: hour(9), endAt: hour(11), usedSec: null },
      { title: { it: 'Punto opening001' }, state: 'done', startAt: hour(12), endAt: hour(19) },
      { title: { it: 'Punto talk000001' }, state: 'undone', startAt: hour(20), endAt: hour(22) },
      { title: { it: 'Punto talk000001' }, state: 'ahead', startAt: null, endAt: null },
    ]);
    // The day ended with what was really held.
    expect(record.agenda.end).toBe(hour(19));
    const lines = recordMarkdown(record, 'it').split('\n');
    expect(lines.find((line) => line.includes('avvio annullato'))).toMatch(/Punto opening001.*9\.09.*9\.11/);
    expect(lines.find((line) => line.includes('svolto') && line.includes('opening001'))).toMatch(/9\.12.*9\.19/);
  });
  test('[AG3] the remedy that was chosen stands with its reason, its delay and the end it gave', () => {
    const { agenda } = recordOf(inputOf(wholeDay()));
    expect(agenda.remedies).toMatchObject([
      { kind: 'shorten', reason: 'ci siamo dilungati', undone: false, changes: [{ fromSec: 2700, toSec: 1800 }] },
    ]);
    expect(agenda.remedies[0]?.driftSec).toBeGreaterThan(0);
    expect(agenda.planned.map(({ number, startAt, sec }) => [number, startAt, sec])).toEqual([
      [1, nine, 900],
      [2, nine + 900_000, 1800],
      [null, nine + 2_700_000, 2700],
      [3, nine + 5_400_000, 1200],
    ]);
    expect(agenda.followed.map(({ state, reason }) => [state, reason])).toEqual([
      ['done', null],
      ['done', null],
      ['ahead', null],
      ['skipped', 'tempo finito'],
    ]);
  });
  test('[AG7] materials are listed with their fingerprint and when they were shown', () => {
    expect(recordOf(inputOf(wholeDay())).materials).toMatchObject([
      { name: slides.name, pages: 12, sha256: slides.sha256, block: { it: 'Punto talk000001' } },
    ]);
    expect(recordOf(inputOf(wholeDay())).materials[0]?.shownAt).toBeGreaterThan(nine);
  });
  test('[AG8] a decision by show of hands stands with its words, its numbers, those present, and what it said before it was corrected', () => {
    expect(recordOf(inputOf(wholeDay())).decisions).toMatchObject([
      {
        words: 'Si pubblica il testo',
        for: 7,
        against: 3,
        abstained: 1,
        present: 11,
        corrections: [{ reason: 'contata male una fila', was: { for: 8, against: 2, abstained: 1 } }],
      },
    ]);
  });
  test('[PO5] questions stand with base, sources and the tally of the fact that closed them, marked as deciding nothing', () => {
    const day = wholeDay();
    const { polls } = recordOf(inputOf(day));
    const closed = day.log.find(({ fact }) => fact.type === 'poll.closed')?.fact;
    expect(polls.value).toBe('notDeliberative');
    expect(polls.asked[0]?.rounds[0]).toMatchObject({
      state: 'published',
      base: 11,
      answered: 10,
      sources: { phone: 10, paper: 0, hands: 0 },
    });
    expect(polls.asked[0]?.rounds[0]?.tally).toEqual(closed && 'tally' in closed ? closed.tally : null);
    expect(polls.asked[2]?.rounds[0]?.voided).toMatchObject({ reason: 'testo sbagliato' });
    expect(recordMarkdown(recordOf(inputOf(day)), 'it')).toContain('Valore non deliberativo: le domande non decidono nulla.');
  });
  test('incidents, interruptions and what the walls showed', () => {
    const { incidents, screens } = recordOf(inputOf(wholeDay()));
    expect(incidents.map(({ kind }) => kind)).toEqual(['pollVoided', 'suspended', 'noted']);
    expect(incidents[1]).toMatchObject({ words: 'manca la corrente', untilAt: nine + 60 * 60_000 });
    expect(screens.map(({ scene, page }) => (page === null ? scene : `${scene} ${page}`))).toEqual([
      'join',
      'agenda',
      'agenda',
      'pollOpen',
      'pollClosed',
      'pollResult',
      'pollOpen',
      'pollClosed',
      'pollOpen',
      'agenda',
      'agenda',
      'slides 1',
      'slides 2',
      'suspended',
      'slides 2',
      'words',
    ]);
  });
  test('a session that nobody closed says that the program did', () => {
    const day = morning();
    day.story.given({ type: 'session.closed', v: 1, by: 'forgotten' });
    const record = recordOf(inputOf(day));
    expect(record.session.closed).toMatchObject({ forgotten: true, present: 11 });
    expect(recordMarkdown(record, 'it')).toContain('Nessuno l’ha chiusa');
  });
  test('late answers are a number where somebody counts them, and not mentioned where nobody does', () => {
    const day = wholeDay();
    expect(recordOf(inputOf(day)).polls.late).toBeNull();
    expect(recordMarkdown(recordOf(inputOf(day)), 'it')).not.toContain('dopo la chiusura e non contate');
    expect(recordMarkdown(recordOf(inputOf(day, { late: (box) => (box === 'poll.poll000001.1' ? 2 : 0) })), 'it')).toContain(
      'Risposte arrivate dopo la chiusura e non contate: 2.',
    );
  });
});

describe('files that other programs open', () => {
  test('a text that somebody wrote is text in the document: no heading, no column, no emphasis', () => {
    const text = recordMarkdown(recordOf(inputOf(wholeDay())), 'it');
    expect(text).toContain('\\# un titolo \\| falso');
    expect(text).toContain('Assemblea \\*dei\\* cittadini');
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1);
  });
  test('a table opens in Italian Excel: byte order mark, semicolons, hours as it reads them, and no cell is a formula', () => {
    const record = recordOf(inputOf(wholeDay()));
    const texts = recordCsv(record, 'texts', 'it');
    expect(texts.startsWith('\ufeffdomanda;giro;testo;volte\r\n')).toBe(true);
    expect(texts).toContain(`"'=SUM(1;2)"`);
    expect(recordCsv(record, 'attendance', 'it').split('\r\n').at(-2)).toBe('21/11/2026 09:50;0;1;10');
    expect(recordCsv(record, 'materials', 'en')).toContain(`'=Slide *del* mattino.pdf`);
  });
  test('hours are the hall’s and written as each language writes them', () => {
    const record = recordOf(inputOf(wholeDay()));
    expect(recordMarkdown(record, 'it')).toContain('sabato 21 novembre 2026');
    expect(recordMarkdown(record, 'it')).toContain('Fine prevista: 10.50.');
    expect(recordMarkdown(record, 'en')).toContain('Planned end: 10:50.');
  });
});
