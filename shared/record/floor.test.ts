// What the record says of a morning on which the hall asked and spoke: every question, what became of it, and nothing of anybody.
import { describe, expect, test } from 'vitest';
import type { QuestionId } from '../kernel/ids.ts';
import { recordJson, recordOf } from '../record.ts';
import { recordCsv } from './csv.ts';
import {
  about,
  answered,
  asked,
  block,
  cut,
  expert,
  floorIn,
  one,
  shade,
  sheet,
  silent,
  textOf,
  trams,
  trees,
  turn,
  wholeDay,
} from './floor.testkit.ts';
import { recordMarkdown } from './markdown.ts';
import { clock, everything, facilitator, inputOf, memberId, morning, nine, phone } from './testing.testkit.ts';

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
    expect(left).toContain('Presa in carico alle 9.14: Ufficio tram.');
    expect(left).not.toContain('alberi');
    const day = wholeDay();
    for (const id of [trams, silent]) day.story.given(answered(id, { text: 'Sì.' }));
    expect(textOf(day)).toContain('Nessuna domanda è rimasta senza risposta.');
    // Opened again, it is open at the end.
    day.story.given(about('settled', trees, { how: 'open', words: '' }));
    expect(textOf(day)).toContain('- Riaperta dopo la risposta, alle 9.14.\n- Senza risposta.');
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
    expect(text).toContain('- Risposta aggiornata alle 9.14 di Tecnico della mobilità, a voce.');
    expect(text).toContain('- Contestata alle 9.14. Motivo: Non è vero');
  });
  test('[FL2] every settling stays with its hour, among the answers; an answer that leaves a question disputed says that it stays so', () => {
    const day = wholeDay();
    clock(day, 20);
    day.story.given(about('settled', sheet, { how: 'parked', words: 'Segreteria' }));
    day.story.given(about('settled', sheet, { how: 'disputed', words: 'I numeri non tornano' }));
    clock(day, 25);
    day.story.given(answered(sheet, { expert, text: 'Tornano.', keeps: true }));
    expect(one(day, sheet)).toMatchObject({
      standing: 'disputed',
      words: 'I numeri non tornano',
      settled: [
        { how: 'disputed', words: 'Non è vero', after: 1 },
        { how: 'parked', words: 'Segreteria', after: 1 },
        { how: 'disputed', words: 'I numeri non tornano', after: 1 },
      ],
    });
    const lines = [
      '- Risposta alle 9.14 di Assessorato: Tutti.',
      '- Contestata alle 9.14. Motivo: Non è vero',
      '- Presa in carico alle 9.20: Segreteria.',
      '- Contestata alle 9.20. Motivo: I numeri non tornano',
      '- Risposta aggiornata alle 9.25 di Ufficio clima: Tornano.',
      '- Resta contestata.',
    ];
    expect(textOf(day)).toContain(lines.join('\n'));
    expect(recordCsv(recordOf(inputOf(day)), 'answers', 'it')).toContain(';sheet00001;sì\r\n');
    // Whoever leads settles it with an answer: what was before stays written.
    day.story.given(answered(sheet, { who: 'Assessorato', text: 'È vero, non tornavano.' }));
    expect(one(day, sheet)).toMatchObject({ standing: 'answered', words: '', settled: { length: 3 } });
    expect(textOf(day)).not.toContain('Resta contestata');
  });
  test('[FL2] the number of those left without an answer is the length of their list, those taken on among them', () => {
    const text = textOf(wholeDay());
    expect(text).toContain('Hanno avuto risposta 1, prese in carico 1, contestate 1, senza risposta 2.');
    expect(text).toContain('Di quelle senza risposta, 1 prese in carico o contestate.');
    expect(cut(text, '### Rimaste senza risposta', '## Interventi').match(/^- /gmu)).toHaveLength(2);
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
  test('[K9] a merge that took a question from under a hidden one, taken back: both its facts have not been', () => {
    const day = morning();
    day.story.given(asked(trees, 'Quanti alberi?'), asked(shade, 'Dove manca l’ombra?'), asked(trams, 'Quando passa?'));
    day.story.given(about('merged', shade, { into: trees }), about('hidden', trees));
    const before = floorIn(day);
    day.story.given(about('parted', shade, { from: trees }), about('merged', trams, { into: shade, freed: trees }));
    expect(one(day, trams)?.into).toBe(shade);
    day.story.given({ type: 'floor.undone', v: 1, seq: day.log.at(-1)?.meta.seq ?? 0, step: 'merged' });
    expect(floorIn(day)).toEqual(before);
    expect(one(day, shade)?.into).toBe(trees);
  });
  test('[SC1] when each was put on the wall, once for each time', () => {
    expect(one(wholeDay(), trees)?.wall.map((at) => Math.floor((at - nine) / 60_000))).toEqual([10]);
    expect(one(wholeDay(), trams)?.wall.map((at) => Math.floor((at - nine) / 60_000))).toEqual([14]);
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
  expect(after).toMatchObject({ spoke: 1, turns: [], turnsUnsaid: true });
  const text = textOf(day);
  expect(text).toContain('Fatte 3. Hanno avuto risposta 1, prese in carico 0, contestate 0, senza risposta 1.');
  expect(text).toContain('Con le parole di altri: Dove manca l’ombra?');
  expect(cut(text, '### Rimaste senza risposta', '## Interventi')).toContain('- E chi non è qui? (Da un foglio, alle 9.00.)');
  expect(everything(inputOf(day))).not.toMatch(/zqmember|ZQ\d/u);
});
