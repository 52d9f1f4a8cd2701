// What the record says of a morning on which the hall asked and spoke: every question, what became of it, and nothing of anybody.
import { describe, expect, test } from 'vitest';
import { blockIdSchema, expertIdSchema, groupIdSchema, questionIdSchema, turnIdSchema } from '../kernel/ids.ts';
import { recordJson, recordOf } from '../record.ts';
import type { FloorFact } from '../floor/events.ts';
import type { QuestionId } from '../kernel/ids.ts';
import { recordCsv } from './csv.ts';
import { recordMarkdown } from './markdown.ts';
import { clock, everything, facilitator, inputOf, memberId, morning, nine, phone } from './testing.testkit.ts';
import type { Day } from './testing.testkit.ts';

const block = blockIdSchema.parse('talk000001');
const table = groupIdSchema.parse('zztable001');
const expert = expertIdSchema.parse('zzexpert01');
const [trees, shade, trams, insult, slip, sheet, silent] = [
  'trees00001',
  'shade00001',
  'trams00001',
  'insult0001',
  'slip000001',
  'sheet00001',
  'silent0001',
].map((id) => questionIdSchema.parse(id));

const asked = (question: QuestionId | undefined, text: string, more: Partial<Extract<FloorFact, { type: 'floor.asked' }>> = {}) => ({
  ...{ type: 'floor.asked', v: 1, question, text, lang: 'it', door: 'phone', from: 'member', group: null, block, ...more },
});
const answered = (question: QuestionId | undefined, more: object) => ({
  ...{ type: 'floor.answered', v: 1, question, expert: null, who: '', text: '', source: '', link: null, ...more },
});
const about = (what: string, question: QuestionId | undefined, more: object = {}) => ({ type: `floor.${what}`, v: 1, question, ...more });
let turns = 0;
/** A turn that begins now and ends after so many seconds. */
const turn = (
  day: Day,
  member: number | null,
  sec: number,
  { where = null, group = null, kind = 'speech', how = 'done' }: { where?: unknown; group?: unknown; kind?: string; how?: string } = {},
): void => {
  turns += 1;
  const id = turnIdSchema.parse(`turn${String(turns).padStart(8, '0')}`);
  const who = member === null ? { member: null, seat: null } : { member: memberId(member), seat: `ZQ${member}` };
  day.story.given({ ...{ type: 'floor.turnStarted', v: 1, turn: id, ...who }, ...{ where, group, kind, sec: 120, endsAt: 0 } });
  day.story.given({ type: 'floor.turnEnded', v: 1, turn: id, ms: sec * 1000, how });
};

const asking = (day: Day): void => {
  const { story } = day;
  story.when(
    { type: 'groups.plan', themes: [], groups: [{ id: table, number: 1, name: null, theme: null, question: null, video: null }] },
    facilitator,
  );
  clock(day, 0);
  story.when({ type: 'agenda.start', from: null, to: block }, facilitator);
  story.given({ type: 'floor.expertsSet', v: 1, experts: [{ id: expert, label: 'Ufficio clima', about: '' }] });
  clock(day, 5);
  story.given(asked(trees, '=SUM(1;2) Quanti alberi | veri?\n# non un titolo'));
  story.given(asked(shade, 'Dove manca l’ombra?', { from: 'audience' }));
  clock(day, 7);
  story.given(asked(trams, 'Quando passa il tram?', { from: 'table', door: 'table', group: table }));
  story.given(asked(insult, 'zqinsulto a qualcuno'));
  story.given(asked(slip, 'zqritirata'));
  story.given(asked(sheet, 'Chi paga?', { from: 'lead', door: 'paper', block: null }));
  story.given(asked(silent, 'E chi non è qui?', { from: 'member' }));
  clock(day, 10);
  story.given(about('merged', shade, { into: trees }), about('hidden', insult), about('withdrawn', slip));
  story.given({ type: 'floor.wallSet', v: 1, questions: [trees] });
  story.given(about('assigned', trees, { expert }));
  clock(day, 12);
  story.given(
    answered(trees, { expert, text: 'Circa *ottomila*.', source: 'Bilancio 2025.', link: 'https://www.example.org/alberi_2025' }),
  );
  clock(day, 14);
  story.given({ type: 'floor.wallSet', v: 1, questions: [trees, trams] });
  story.given(answered(trees, { who: 'Tecnico della mobilità' }));
  story.given(about('settled', trams, { how: 'parked', words: 'Ufficio tram.' }));
  story.given(answered(sheet, { who: 'Assessorato', text: 'Tutti.' }), about('settled', sheet, { how: 'disputed', words: 'Non è vero' }));
};
const speaking = (day: Day): void => {
  turn(day, 1, 90);
  turn(day, 1, 120, { kind: 'for' });
  turn(day, 2, 45);
  turn(day, 3, 400, { how: 'undone' });
  turn(day, 4, 30, { where: table });
  turn(day, 5, 1, { kind: 'order' });
  turn(day, null, 60, { kind: 'report', group: table });
};
const closing = (day: Day): void => {
  day.story.given({
    type: 'floor.closed',
    v: 1,
    votes: [
      { question: trees, members: 12, audience: 3 },
      { question: shade, members: 4, audience: 3 },
    ],
  });
};
const wholeDay = (): Day => {
  const day = morning();
  asking(day);
  speaking(day);
  closing(day);
  return day;
};
const floorIn = (day: Day) => recordOf(inputOf(day)).floor;
const one = (day: Day, id: QuestionId | undefined) => floorIn(day).questions.find((question) => question.id === id);
const textOf = (day: Day, lang: 'it' | 'en' = 'it'): string => recordMarkdown(recordOf(inputOf(day)), lang);
const cut = (text: string, from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from) + 1));

describe('questions', () => {
  test('[FL2] every question that was asked is there with block, table and door, whatever became of it; hidden and withdrawn are counted', () => {
    const { questions, hidden, withdrawn } = floorIn(wholeDay());
    expect(questions.map(({ id, standing, into }) => [id, standing, into])).toEqual([
      [trees, 'answered', null],
      [shade, 'answered', trees],
      [trams, 'parked', null],
      [sheet, 'disputed', null],
      [silent, 'open', null],
    ]);
    expect([hidden, withdrawn]).toEqual([1, 1]);
    expect(questions[2]).toMatchObject({
      table: 1,
      block: { it: 'Punto talk000001' },
      door: 'table',
      from: 'table',
      words: 'Ufficio tram.',
    });
    expect(questions[3]).toMatchObject({ table: null, block: null, door: 'paper', from: 'lead' });
  });
  test('[FL2] the ones left without an answer stand once more by themselves, in words', () => {
    const left = cut(textOf(wholeDay()), '### Rimaste senza risposta', '## Interventi');
    expect(left).toContain('- E chi non è qui? (Da un membro, alle 9.07.)');
    expect(left).toContain('- Quando passa il tram? (Detta, al tavolo 1, alle 9.07.)');
    expect(left).toContain('Presa in carico: Ufficio tram.');
    expect(left).not.toContain('alberi');
    const day = wholeDay();
    for (const id of [trams, silent]) day.story.given(answered(id, { text: 'Sì.' }));
    expect(textOf(day)).toContain('Nessuna domanda è rimasta senza risposta.');
    // Opened again, it is open at the end.
    day.story.given(about('settled', trees, { how: 'open', words: '' }));
    expect(textOf(day)).toContain('- Riaperta dopo la risposta. Senza risposta.');
    expect(cut(textOf(day), '### Rimaste senza risposta', '## Interventi')).toContain('alberi');
  });
  test('all the answers, by whom, with source and link; what is only said aloud is said to be', () => {
    expect(one(wholeDay(), trees)).toMatchObject({
      askedOf: 'Ufficio clima',
      answers: [
        { who: 'Ufficio clima', text: 'Circa *ottomila*.', source: 'Bilancio 2025.', link: 'https://www.example.org/alberi_2025' },
        { who: 'Tecnico della mobilità', text: '' },
      ],
    });
    const text = textOf(wholeDay());
    expect(text).toContain(
      '- Risposta alle 9.12 di Ufficio clima: Circa \\*ottomila\\*. Fonte: Bilancio 2025. Collegamento: https://www.example.org/alberi\\_2025',
    );
    expect(text).toContain('- Risposta alle 9.14 di Tecnico della mobilità, a voce.');
    expect(text).toContain('- Contestata. Motivo: Non è vero');
  });
  test('an expert who was taken off the list keeps the label beside what was answered', () => {
    const day = wholeDay();
    day.story.given({ type: 'floor.expertsSet', v: 1, experts: [] });
    expect(one(day, trees)?.answers[0]?.who).toBe('Ufficio clima');
  });
  test('[PO2] supports of members and of the audience are two numbers, as counted at the close; of a merged one also its own', () => {
    expect(one(wholeDay(), trees)?.votes).toEqual({ members: 12, audience: 3 });
    expect(one(wholeDay(), shade)?.votes).toEqual({ members: 4, audience: 3 });
    expect(textOf(wholeDay())).toContain('Sostegni: 12 in sala, 3 dal pubblico.');
  });
  test('what was alike keeps its own words under the one it was joined to; a merge goes along, a part comes back', () => {
    const day = wholeDay();
    expect(textOf(day)).toContain('- Con le parole di altri: Dove manca l’ombra? (Dal pubblico, alle 9.05.');
    day.story.given(about('merged', trees, { into: trams }));
    expect([one(day, trees)?.into, one(day, shade)?.into]).toEqual([trams, trams]);
    expect(one(day, shade)).toMatchObject({ standing: 'parked', words: 'Ufficio tram.' });
    day.story.given(about('parted', shade, { from: trams }));
    expect(one(day, shade)?.into).toBeNull();
  });
  test('[FL2] what lay under a question that was hidden is not hidden with it', () => {
    const day = wholeDay();
    day.story.given(about('hidden', trees));
    expect(one(day, trees)).toBeUndefined();
    expect(one(day, shade)).toMatchObject({ into: trees, standing: 'open' });
    expect(textOf(day)).toContain('**Dove manca l’ombra?**');
    expect(textOf(day)).toContain('Nascoste perché offensive o personali: 2.');
  });
  test('[K9] what was taken back has not been', () => {
    for (const fact of [
      about('hidden', trams),
      about('merged', trams, { into: silent }),
      answered(silent, { text: 'zqprova' }),
      about('settled', silent, { how: 'parked', words: 'zqchi' }),
      about('assigned', silent, { expert }),
      { type: 'floor.wallSet', v: 1, questions: [silent] },
    ]) {
      const day = wholeDay();
      const before = floorIn(day);
      day.story.given(fact);
      expect(floorIn(day)).not.toEqual(before);
      day.story.given({ type: 'floor.undone', v: 1, seq: day.log.at(-1)?.meta.seq ?? 0, step: 'x' });
      expect(floorIn(day)).toEqual(before);
    }
  });
  test('[SC1] when each was put on the wall, once for each time', () => {
    expect(one(wholeDay(), trees)?.wall.map((at) => Math.floor((at - nine) / 60_000))).toEqual([10]);
    expect(one(wholeDay(), trams)?.wall.map((at) => Math.floor((at - nine) / 60_000))).toEqual([14]);
  });
});

describe('turns', () => {
  test('[FL1] by block, table and kind: how many and how long; a turn that has not been counts nothing', () => {
    expect(floorIn(wholeDay()).turns).toEqual([
      { block: expect.objectContaining({ it: 'Punto talk000001' }), table: null, kind: 'speech', turns: 2, sec: 135 },
      { block: expect.anything(), table: null, kind: 'for', turns: 1, sec: 120 },
      { block: expect.anything(), table: 1, kind: 'speech', turns: 1, sec: 30 },
      { block: expect.anything(), table: null, kind: 'order', turns: 1, sec: 1 },
      { block: expect.anything(), table: 1, kind: 'report', turns: 1, sec: 60 },
    ]);
    const text = textOf(wholeDay());
    expect(text).toContain('| Punto talk000001 | plenaria | intervento | 2 | 2,3 |');
    expect(text).toContain('| Punto talk000001 | 1 | racconto di un tavolo | 1 | 1 |');
  });
  test('[FL1] bands of people over the whole day, who never spoke among them', () => {
    expect(floorIn(wholeDay())).toMatchObject({
      people: 11,
      spoke: 4,
      bands: [
        { toSec: 0, people: 7 },
        { toSec: 60, people: 3 },
        { toSec: 180, people: 0 },
        { toSec: 360, people: 1 },
        { toSec: null, people: 0 },
      ],
    });
    expect(textOf(wholeDay())).toContain('| mai | 7 |\n| fino a 1 min | 3 |\n| fino a 3 min | 0 |\n| fino a 6 min | 1 |');
  });
  test('[K9] a call that was taken back has not been; the turn that it ended has', () => {
    const day = morning();
    turn(day, 1, 30, { how: 'next' });
    const seq = (day.log.at(-1)?.meta.seq ?? 0) + 1;
    day.story.given({
      ...{ type: 'floor.turnStarted', v: 1, turn: 'turn99999999', member: memberId(2), seat: 'ZQ2' },
      ...{ where: null, group: null, kind: 'speech', sec: 120, endsAt: 0 },
    });
    day.story.given({ type: 'floor.turnEnded', v: 1, turn: 'turn99999999', ms: 0, how: 'undone' });
    day.story.given({ type: 'floor.undone', v: 1, seq, step: 'turnStarted' });
    expect(floorIn(day)).toMatchObject({ spoke: 1, turns: [{ turns: 1, sec: 30 }] });
  });
});

describe('the whole', () => {
  test('[FL1] [IN4] nothing personal in any rendition: no member, no seat, no attribute, nothing that was hidden or withdrawn', () => {
    const all = everything(inputOf(wholeDay()));
    for (const secret of ['zqmember', 'ZQ1', 'ZQ2', 'Zqcognome', 'zqinsulto', 'zqritirata']) expect(all).not.toContain(secret);
    expect(all).toContain('Quando passa il tram?');
  });
  test('nothing that was written becomes markup of a document or a formula of a sheet', () => {
    const record = recordOf(inputOf(wholeDay()));
    expect(recordMarkdown(record, 'it')).toContain('**\\=SUM(1;2) Quanti alberi \\| veri? / \\# non un titolo**');
    const questions = recordCsv(record, 'questions', 'it');
    expect(questions.startsWith('\ufeffora;punto;tavolo;domanda;da chi;da dove;sostegni in sala;sostegni del pubblico;')).toBe(true);
    expect(questions).toContain(`"'=SUM(1;2) Quanti alberi | veri?\n# non un titolo";membro;da telefono;12;3;ha avuto risposta;`);
    expect(recordCsv(record, 'answers', 'en')).toContain(
      'Ufficio clima;Circa *ottomila*.;Bilancio 2025.;https://www.example.org/alberi_2025;',
    );
    expect(recordCsv(record, 'turns', 'it')).toContain('Punto talk000001;plenaria;intervento;2;2,3\r\n');
    expect(recordCsv(record, 'speaking', 'en')).toContain('\r\nnever;7\r\nup to 1 min;3\r\n');
  });
  test('[K4] the same log gives the same bytes', () => {
    const day = wholeDay();
    expect(recordJson(recordOf(inputOf(day)))).toBe(recordJson(recordOf(inputOf(day))));
  });
  test('a day on which nobody asked or spoke has no part of it', () => {
    const day = morning();
    expect(floorIn(day)).toMatchObject({ questions: [], turns: [], hidden: 0, withdrawn: 0, spoke: 0 });
    expect(textOf(day)).not.toContain('Domande dalla sala');
    expect(textOf(day)).not.toContain('Interventi');
    expect(
      recordCsv(recordOf(inputOf(day)), 'speaking', 'it')
        .trim()
        .split('\r\n'),
    ).toHaveLength(1);
  });
  test('what only some of the hall did has its own part: turns without questions, questions without turns', () => {
    const spoken = morning();
    turn(spoken, 1, 30);
    expect(textOf(spoken, 'en')).toContain('## Turns to speak');
    expect(textOf(spoken, 'en')).not.toContain('## Questions from the hall');
    const wondered = morning();
    wondered.story.given(asked(silent, 'E poi?', { block: null }));
    expect(textOf(wondered)).toContain('### Fuori dai punti del programma\n\n**E poi?**');
    expect(textOf(wondered)).not.toContain('## Interventi');
  });
  test('[SC1] the wall’s questions and turns stand among what the walls showed', () => {
    const day = wholeDay();
    day.story.when({ type: 'screen.showScene', scene: { kind: 'turn' } }, facilitator);
    const text = textOf(day);
    expect(text).toContain('domande dalla sala');
    expect(text).toContain('chi parla');
  });
});

test('[FL2] [FL1] with the rooms as they are: asked, supported, joined, answered and spoken, before and after the close', () => {
  const day = morning();
  const { story } = day;
  const give = (command: Readonly<Record<string, unknown>>, actor = facilitator): void => {
    story.when(command, actor);
    expect({ command, last: story.last }).toMatchObject({ last: { kind: expect.stringMatching(/^(facts|answer)$/u) } });
  };
  const wonder = { ...{ type: 'floor.ask', lang: 'it', door: 'phone', group: null } };
  const upvote = (question: QuestionId | undefined) => ({ type: 'floor.upvote', question, on: true, edit: 1 });
  clock(day, 0);
  give({ type: 'agenda.start', from: null, to: block });
  give({ type: 'floor.setExperts', experts: [{ id: expert, label: 'Ufficio clima', about: '' }] });
  give({ ...wonder, question: trees, text: 'Quanti alberi?' }, phone(1));
  give({ ...wonder, question: shade, text: 'Dove manca l’ombra?' }, phone(2));
  give({ ...wonder, question: silent, text: 'E chi non è qui?', door: 'paper' });
  give(upvote(trees), phone(4));
  give(upvote(shade), phone(4));
  give(upvote(shade), phone(5));
  expect([one(day, trees)?.votes.members, one(day, shade)?.votes.members]).toEqual([1, 2]);
  give({ type: 'floor.merge', question: shade, into: trees });
  // Each seat once.
  expect([one(day, trees)?.votes.members, one(day, shade)?.votes.members]).toEqual([2, 2]);
  give({ type: 'floor.assign', question: trees, expert });
  give({ ...{ type: 'floor.answer', question: trees, expert, who: '' }, ...{ text: 'Molti.', source: '', link: null } });
  give({ type: 'floor.call', where: null, from: null, turn: 'turn55555555', member: memberId(4), kind: 'speech' });
  clock(day, 2);
  const before = floorIn(day);
  give({ type: 'session.close' });
  const after = floorIn(day);
  expect(after.questions).toEqual(before.questions);
  expect(before).toMatchObject({ spoke: 0, turns: [] });
  expect(after).toMatchObject({ spoke: 1, turns: [{ kind: 'speech', turns: 1, table: null }] });
  const text = textOf(day);
  expect(text).toContain('Fatte 3. Hanno avuto risposta 1, prese in carico 0, contestate 0, senza risposta 1.');
  expect(text).toContain('Con le parole di altri: Dove manca l’ombra?');
  expect(cut(text, '### Rimaste senza risposta', '## Interventi')).toContain('- E chi non è qui? (Da un foglio, alle 9.00.)');
  expect(everything(inputOf(day))).not.toMatch(/zqmember|ZQ\d/u);
});
