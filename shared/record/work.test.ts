// The stories of a morning at the tables, and what its record says of it: two tables with a board each, a plenary that gathers their themes.
// Played through the real rooms, so that the facts are those that really happen.
import { describe, expect, test } from 'vitest';
import type { Actor } from '../kernel/audience.ts';
import { deviceIdSchema, groupIdSchema } from '../kernel/ids.ts';
import { italian } from '../kernel/text.ts';
import { recordJson, recordOf } from '../record.ts';
import type { BoardRecord } from './boardsDocument.ts';
import { recordCsv } from './csv.ts';
import type { RoundRecord } from './groupsDocument.ts';
import { recordMarkdown } from './markdown.ts';
import type { Said } from './said.ts';
import { clock, desk, everything, facilitator, inputOf, memberId, morning, nine, phone } from './testing.testkit.ts';
import type { Day } from './testing.testkit.ts';

const [one, two] = ['zztable001', 'zztable002'];
const tableOf = (group: string): Actor => ({
  role: 'table',
  group: groupIdSchema.parse(group),
  device: deviceIdSchema.parse(`pad${group}`),
});
const minutes = (at: number | null | undefined): number | null =>
  at === null || at === undefined ? null : Math.floor((at - nine) / 60_000);

const column = { id: 'area000001', prompt: italian('Che cosa serve?'), shape: { kind: 'column' } };
const matrix = {
  id: 'area000002',
  prompt: italian('Quanto preme?'),
  shape: {
    kind: 'matrix',
    x: [italian('meno urgente'), italian('più urgente')],
    y: [italian('meno importante'), italian('più importante')],
    quarters: null,
  },
};
const boardPlan = (id: string, group: string | null, more: object = {}) => ({
  id,
  group,
  block: 'talk000001',
  title: { original: 'it', it: `Bacheca *${id}*`, en: `Board *${id}*` },
  areas: [column, matrix],
  authors: 'seat',
  silent: true,
  kinds: ['idea', 'against', 'question', 'condition'],
  dots: { each: 3, max: 2, on: 'themes' },
  secs: [null, null, null, null],
  ...more,
});
const tables = [
  {
    id: one,
    number: 1,
    name: null,
    theme: 'zztheme001',
    question: italian('Dove manca l’ombra?'),
    video: 'https://video.example.org/zqstanza',
  },
  { id: two, number: 2, name: italian('Il tavolo verde'), theme: null, question: null, video: null },
];
const seating = [
  { group: one, members: [1, 2, 3, 4, 5].map(memberId) },
  { group: two, members: [6, 7, 8, 9, 10].map(memberId) },
];
const balanced = {
  by: 'balanced',
  seed: 7,
  attributes: ['genere'],
  neverAlone: ['municipio'],
  outside: 0,
  alone: 1,
  pinsBroken: 0,
  pairs: 20,
  newPairs: 18,
};
const write = (board: string, note: string, text: string, more: object = {}) => ({
  type: 'board.write',
  board,
  note,
  area: 'area000001',
  theme: null,
  place: null,
  text,
  kind: 'idea',
  lang: 'it',
  silence: null,
  door: 'phone',
  seat: null,
  ...more,
});

/** To the tables: assigned, one moved before and one while they work, one late, cards, a call, more time, then everybody back and telling. */
const atTables = (day: Day): void => {
  const { story } = day;
  clock(day, 0);
  story.when({ type: 'groups.plan', themes: [{ id: 'zztheme001', title: italian('Ombra') }], groups: tables }, facilitator);
  story.when({ type: 'groups.setCard', group: null, card: italian('Prima scrivete in silenzio.') }, facilitator);
  story.when({ type: 'groups.assign', round: 1, how: balanced, seating }, facilitator).then({ type: 'groups.assigned' });
  story.when({ type: 'groups.move', member: memberId(11), from: null, to: one }, facilitator).then({ type: 'groups.moved' });
  story.when({ type: 'board.prepare', plans: [boardPlan('board00001', one), boardPlan('board00002', two)] }, facilitator);
  story.when({ type: 'agenda.start', from: null, to: 'talk000001' }, facilitator);
  clock(day, 10);
  story.when({ type: 'groups.split', round: 1, block: 'talk000001' }, facilitator).then({ type: 'groups.split' });
  story.when({ type: 'board.open', boards: ['board00001', 'board00002'] }, facilitator).then({}, {});
  clock(day, 12);
  story.when({ type: 'presence.letIn', member: memberId(12), phone: true }, desk);
  story.when({ type: 'groups.move', member: memberId(5), from: one, to: two }, facilitator).then({ type: 'groups.moved' });
  story.when({ type: 'groups.setSpokesperson', group: one, member: memberId(2) }, tableOf(one)).then({});
  story.when({ type: 'groups.callHelp', about: 'other', words: 'zqparole di aiuto' }, tableOf(one)).then({});
  clock(day, 15);
  story.when({ type: 'groups.endHelp', group: one, how: 'coming' }, facilitator).then({});
  story.when({ type: 'groups.giveTime', group: two, sec: 300 }, facilitator).then({});
  story.when({ type: 'groups.setCard', group: two, card: italian('Poi date un nome ai temi.') }, facilitator).then({});
};
/** Silence, reveal, themes, one note under another, a minority, a sheet, dots, a hidden note. */
const onBoard = (day: Day): void => {
  const { story } = day;
  const board = 'board00001';
  clock(day, 20);
  const silence = 1;
  story.when(write(board, 'note000001', '=SUM(1;2) alberi', { silence }), phone(1)).thenWritten();
  story.when(write(board, 'note000002', 'più alberi\n# non un titolo', { silence }), phone(2)).thenWritten();
  story.when(write(board, 'note000003', 'costa troppo | davvero', { silence, kind: 'against' }), phone(4)).thenWritten();
  story.when(write(board, 'note000004', 'insulto zqinsulto', { silence }), phone(4)).thenWritten();
  story
    .when(write(board, 'note000005', 'da un foglio', { silence, door: 'paper', seat: memberId(3), kind: 'condition' }), tableOf(one))
    .thenWritten();
  story
    .when(write(board, 'note000006', 'in alto a destra', { silence, area: 'area000002', place: [700, 100], kind: 'question' }), phone(1))
    .thenWritten();
  clock(day, 25);
  story.when({ type: 'board.reveal', board, silence }, tableOf(one)).then({ type: 'board.revealed', notes: 6, writers: 4 });
  story.when(write(board, 'note000007', 'arrivo tardi', { silence }), phone(2)).thenWritten();
  story.when({ type: 'board.hide', board, note: 'note000004', on: true, reason: 'offende una persona' }, facilitator).then({});
  story.when({ type: 'board.same', board, note: 'note000002', into: 'note000001' }, tableOf(one)).thenWritten();
  story.when({ type: 'board.flag', board, note: 'note000003', on: true }, tableOf(one)).thenWritten();
  story
    .when(
      {
        type: 'board.nameTheme',
        board,
        theme: 'theme00001',
        area: 'area000001',
        title: '-Verde_e_ombra',
        lang: 'it',
        notes: ['note000001', 'note000003'],
      },
      tableOf(one),
    )
    .thenWritten();
  story.when({ type: 'board.lock', boards: [board], on: true }, facilitator).then({});
  clock(day, 28);
  story.when({ type: 'board.lock', boards: [board], on: false }, facilitator).then({});
  story.when({ type: 'board.openDots', board }, tableOf(one)).then({});
  for (const n of [1, 2, 3])
    story.when({ type: 'board.giveDots', board, round: 1, edit: 1, given: [['theme00001', n === 1 ? 2 : 1]], done: true }, phone(n));
  clock(day, 30);
  story.when({ type: 'board.closeDots', board, round: 1 }, tableOf(one)).then({ type: 'board.dotsClosed', voters: 3 });
  clock(day, 32);
  story.when({ type: 'board.freeze', boards: [board] }, facilitator).then({ type: 'board.frozen', version: 1 });
};
const backInPlenary = (day: Day): void => {
  const { story } = day;
  clock(day, 40);
  story.when({ type: 'groups.recall', round: 1 }, facilitator).then({ type: 'groups.recalled' });
  story.when({ type: 'groups.queueReports', order: [two, one], sec: 90 }, facilitator).then({});
  story.when({ type: 'groups.report', from: null, to: two }, facilitator).then({});
  clock(day, 42);
  story.when({ type: 'groups.report', from: two, to: one }, facilitator).then({ type: 'groups.reportStarted' });
  clock(day, 44);
  story.when({ type: 'groups.report', from: one, to: null }, facilitator).then({});
  story.when({ type: 'board.show', board: 'board00001', on: true }, facilitator).then({});
  story.when({ type: 'screen.showScene', scene: { kind: 'theme', board: 'board00001', theme: 'theme00001' } }, facilitator);
  story.when({ type: 'board.prepare', plans: [boardPlan('board00003', null, { silent: false })] }, facilitator);
  story.when({ type: 'board.prepare', plans: [boardPlan('board00004', two)] }, facilitator);
  story.when({ type: 'board.open', boards: ['board00003'] }, facilitator);
  story.when({ type: 'board.gather', board: 'board00003', from: ['board00001'], area: 'area000001' }, facilitator).thenWritten();
  clock(day, 50);
};
const wholeMorning = (): Day => {
  const day = morning();
  atTables(day);
  onBoard(day);
  backInPlenary(day);
  day.story.when({ type: 'session.close' }, facilitator);
  return day;
};
const recordOfDay = (day: Day) => recordOf(inputOf(day));
const boardIn = (day: Day, id: string): BoardRecord => recordOfDay(day).boards.list.find((board) => board.id === id) ?? expect.fail();
const roundIn = (day: Day, round: number): RoundRecord =>
  recordOfDay(day).groups.rounds.find((line) => line.round === round) ?? expect.fail();
const section = (text: string, from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to));

describe('the same bytes', () => {
  test('[K4] the same log gives the same record of tables and boards, byte for byte, also read back from its stored text', () => {
    const day = wholeMorning();
    const stored: Said[] = JSON.parse(JSON.stringify(day.log));
    expect(everything(inputOf(day, { log: stored }))).toBe(everything(inputOf(day)));
  });
  test('[K4][BO8] everything comes from the log: with an empty box, no people and no document the boards and tables read the same', () => {
    const day = wholeMorning();
    const bare = recordOf(inputOf(morning(), { log: day.log, people: new Map() }));
    expect(bare.groups).toEqual(recordOfDay(day).groups);
    expect(bare.boards).toEqual(recordOfDay(day).boards);
  });
});

describe('what is not in it', () => {
  test('[IN4][BO4] no name, no seat, no id of a member or device, no word of a call for help, in no rendition, though the board showed seats', () => {
    const day = wholeMorning();
    const frozen = day.log.flatMap(({ fact }) => (fact.type === 'board.frozen' ? [JSON.stringify(fact)] : [])).join();
    // The facts carry what must not come through: otherwise this test proves nothing.
    expect(frozen).toContain('"seat":"ZQ1"');
    expect(JSON.stringify(day.log)).toContain('zqmember');
    const text = everything(inputOf(day));
    for (const secret of [
      'Zqcognome',
      'ZQ',
      'zqmember',
      'zqnota',
      'zqparole',
      'zqstanza',
      'laptop0001',
      'desk000001',
      'phone0001',
      'padzz',
    ])
      expect(text).not.toContain(secret);
    expect(text).not.toMatch(/"(seat|seating|member|members|author|spokespersons)":/u);
  });
  test('[BO7] a hidden note is counted with its reason and its words are nowhere, also when it was hidden after the freeze', () => {
    const day = wholeMorning();
    expect(boardIn(day, 'board00001').hidden).toEqual({ notes: 1, reasons: ['offende una persona'] });
    expect(everything(inputOf(day))).not.toContain('zqinsulto');
    day.story.when({ type: 'board.hide', board: 'board00001', note: 'note000005', on: true, reason: '' }, facilitator).then({});
    const board = boardIn(day, 'board00001');
    expect(board.hidden).toEqual({ notes: 2, reasons: ['offende una persona'] });
    expect(board.frozen[0]?.hidden).toBe(2);
    expect(everything(inputOf(day))).not.toContain('da un foglio');
  });
  test('[BO2] while silence goes on there is nothing of what was written', () => {
    const day = morning();
    atTables(day);
    day.story.when(write('board00001', 'note000001', 'zqsilenzio', { silence: 1 }), phone(1)).thenWritten();
    expect(boardIn(day, 'board00001').silences).toMatchObject([{ revealedAt: null, notes: null, writers: null }]);
    expect(everything(inputOf(day))).not.toContain('zqsilenzio');
    expect(recordMarkdown(recordOfDay(day), 'it')).toContain('Non ancora congelata: i biglietti non sono nel registro.');
  });
});

describe('the work at the tables', () => {
  test('[GR2] how the tables were made is said in numbers and words: seed, what was looked at, what came out', () => {
    const day = wholeMorning();
    expect(roundIn(day, 1).assignments).toMatchObject([{ how: balanced, placed: 10, reshuffled: false }]);
    const text = recordMarkdown(recordOfDay(day), 'it');
    expect(text).toContain(
      '10 persone mescolate ai tavoli, seme 7. Ogni tavolo doveva somigliare ai presenti per: genere. Mai da soli per',
    );
    expect(text).toContain('Coppie allo stesso tavolo che non si erano ancora incontrate: 18 su 20.');
  });
  test('[GR3] assigned and actual are both kept, as numbers; who was moved before, moved while they worked and came late is counted', () => {
    const round = roundIn(wholeMorning(), 1);
    expect([round.adjusted, round.moved, round.late]).toEqual([1, 1, 1]);
    expect(round.tables.map(({ number, assigned, sat }) => [number, assigned, sat])).toEqual([
      [1, 5, 5],
      [2, 5, 7],
    ]);
  });
  test('[GR4] when they went and came back, and which table had more time', () => {
    const round = roundIn(wholeMorning(), 1);
    expect([minutes(round.splitAt), minutes(round.recalledAt), round.block?.it]).toEqual([10, 40, 'Punto talk000001']);
    expect(round.tables.map(({ extraSec }) => extraSec)).toEqual([0, 300]);
  });
  test('[GR5] a call for help stands with its table, its reason and how long it waited', () => {
    const day = wholeMorning();
    const [call] = roundIn(day, 1).calls;
    expect(call).toMatchObject({ table: 1, about: 'other', how: 'coming' });
    expect([minutes(call?.at), minutes(call?.endedAt)]).toEqual([12, 15]);
    expect(recordCsv(recordOfDay(day), 'calls', 'en')).toContain('1;1;2026-11-21 09:12;something else;2.9;the facilitator went');
  });
  test('[GR5] a call that another one of the same table replaced, and one that nobody answered, are told apart', () => {
    const day = morning();
    atTables(day);
    day.story.when({ type: 'groups.callHelp', about: 'device', words: '' }, tableOf(two)).then({});
    day.story.when({ type: 'groups.callHelp', about: 'time', words: '' }, tableOf(two)).then({});
    expect(roundIn(day, 1).calls.map(({ table, about, how }) => [table, about, how])).toEqual([
      [1, 'other', 'coming'],
      [2, 'device', 'replaced'],
      [2, 'time', null],
    ]);
  });
  test('[GR1] instructions on the tables, each table’s question and theme, the order of telling with its times, whether somebody speaks', () => {
    const round = roundIn(wholeMorning(), 1);
    expect(round.cards.map(({ table, card }) => [table, card.it])).toEqual([
      [null, 'Prima scrivete in silenzio.'],
      [2, 'Poi date un nome ai temi.'],
    ]);
    expect(round.tables).toMatchObject([
      { theme: { it: 'Ombra' }, question: { it: 'Dove manca l’ombra?' }, video: true, spokesperson: true },
      { name: { it: 'Il tavolo verde' }, theme: null, video: false, spokesperson: false },
    ]);
    expect(round.reports).toMatchObject({ order: [2, 1], sec: 90 });
    expect(round.reports.told.map(({ table, at, endedAt }) => [table, minutes(at), minutes(endedAt)])).toEqual([
      [2, 40, 42],
      [1, 42, 44],
    ]);
  });
  test('[GR6] a second round leaves the first as it was, and says when the close of the session called everybody back', () => {
    const day = morning();
    atTables(day);
    onBoard(day);
    backInPlenary(day);
    const before = roundIn(day, 1);
    day.story.when({ type: 'groups.assign', round: 2, how: { by: 'hand' }, seating: [seating[1]] }, facilitator).then({});
    day.story.when({ type: 'groups.split', round: 2, block: null }, facilitator).then({ type: 'groups.split' });
    day.story.when({ type: 'session.close' }, facilitator);
    expect(roundIn(day, 1)).toEqual(before);
    expect(roundIn(day, 2)).toMatchObject({ recalledWithSession: true, block: null, adjusted: 0, moved: 0, late: 0, calls: [] });
    // Table 1 is empty now: its spokesperson of before does not speak for this round.
    expect(roundIn(day, 2).tables).toMatchObject([
      { assigned: 0, sat: 0, extraSec: 0, spokesperson: false },
      { assigned: 5, sat: 5 },
    ]);
  });
  test('[K9] what was taken back has not been: a split, a move, an assignment, a telling', () => {
    const day = morning();
    atTables(day);
    day.story.when({ type: 'groups.move', member: memberId(6), from: two, to: one }, facilitator).then({});
    const before = day.log.at(-1)?.meta.seq;
    day.story.when({ type: 'groups.undo', seq: before }, facilitator).then({ why: 'undo' });
    expect(roundIn(day, 1).moved).toBe(1);
    day.story.when({ type: 'groups.recall', round: 1 }, facilitator).then({});
    const told = roundIn(day, 1);
    day.story.when({ type: 'groups.split', round: 2, block: null }, facilitator).then({});
    day.story.when({ type: 'groups.undo', seq: day.log.at(-1)?.meta.seq }, facilitator).then({ type: 'groups.recalled', why: 'undo' });
    day.story.when({ type: 'groups.assign', round: 2, how: { by: 'hand' }, seating: [] }, facilitator).then({});
    day.story.when({ type: 'groups.undo', seq: day.log.at(-1)?.meta.seq }, facilitator).then({ type: 'groups.undone' });
    expect(recordOfDay(day).groups.rounds).toEqual([told]);
    day.story.when({ type: 'groups.queueReports', order: [one, two], sec: 60 }, facilitator).then({});
    day.story.when({ type: 'groups.report', from: null, to: one }, facilitator).then({});
    day.story.when({ type: 'groups.report', from: one, to: two }, facilitator).then({ type: 'groups.reportStarted' });
    // The floor hears of it too: its own facts come after.
    const started = day.log.findLast(({ fact }) => fact.type === 'groups.reportStarted');
    day.story.when({ type: 'groups.undo', seq: started?.meta.seq }, facilitator).then({ type: 'groups.undone' });
    expect(roundIn(day, 1).reports.told).toMatchObject([{ table: 1, endedAt: null }]);
  });
  test('[GR2] members’ choice of theme is a number of people, with those who came too late', () => {
    const day = morning();
    atTables(day);
    day.story.when({ type: 'groups.recall', round: 1 }, facilitator).then({});
    const themes = ['zztheme001', 'zztheme002'].map((id) => ({ id, title: italian(id) }));
    day.story.when({ type: 'groups.plan', themes, groups: tables }, facilitator).then({});
    day.story.when({ type: 'groups.openChoice', round: 2 }, facilitator).then({});
    for (const n of [1, 2]) {
      const choose = { type: 'groups.choose', round: 2, first: 'zztheme002', second: null, edit: 1 };
      day.story.when(choose, phone(n)).thenAnswer({ box: 'groups.choice.2' });
    }
    day.story.when({ type: 'groups.closeChoice', round: 2 }, facilitator).then({});
    const record = recordOf(inputOf(day, { late: (box) => (box === 'groups.choice.2' ? 3 : 0) }));
    expect(record.groups.rounds[1]).toMatchObject({ splitAt: null, choice: { answered: 2, base: 12, late: 3 } });
    expect(recordMarkdown(record, 'it')).toContain('Scelta del tema: hanno risposto 2 su 12 presenti. Scelte arrivate dopo');
  });
});

describe('boards', () => {
  test('[BO8] the frozen copy stands with ids, words, themes, dots and table; voices, minority, sheet and late are kept', () => {
    const board = boardIn(wholeMorning(), 'board00001');
    expect(board).toMatchObject({ table: 1, state: 'frozen', authors: 'seat', block: { it: 'Punto talk000001' } });
    const [copy] = board.frozen;
    expect(copy).toMatchObject({ version: 1, withSession: false, writers: 4, hidden: 1 });
    expect(copy?.themes).toMatchObject([{ id: 'theme00001', title: '-Verde_e_ombra', notes: 2, voices: 3, dots: 4 }]);
    expect(copy?.notes.map(({ id }) => id)).toEqual(['note000001', 'note000002', 'note000003', 'note000005', 'note000007', 'note000006']);
    expect(copy?.notes).toMatchObject([
      { voices: 2, theme: 'theme00001', into: null, table: 1 },
      { into: 'note000001', text: 'più alberi\n# non un titolo' },
      { minority: true, kind: 'against' },
      { door: 'paper', theme: null },
      { late: true },
      { area: 'area000002', place: [700, 100] },
    ]);
  });
  test('[BO2][BO6][BO7] silence and reveal, steps, lock, dots with their rule and base, each with its hour', () => {
    const board = boardIn(wholeMorning(), 'board00001');
    expect(board.silences.map((line) => [minutes(line.from), minutes(line.revealedAt), line.notes, line.writers])).toEqual([
      [10, 25, 6, 4],
    ]);
    expect(board.steps.map(({ at, step }) => [minutes(at), step])).toEqual([
      [10, 'write'],
      [25, 'read'],
      [28, 'dots'],
    ]);
    expect(board.locks.map(({ from, until }) => [minutes(from), minutes(until)])).toEqual([[25, 28]]);
    expect(board.dots).toMatchObject([
      { round: 1, each: 3, max: 2, on: 'themes', voters: 3, base: 5, counts: [{ target: 'theme00001', dots: 4, people: 3 }] },
    ]);
    expect(minutes(board.wall[0]?.from)).toBe(44);
  });
  test('[BO13] what came up to the plenary keeps the way back: which board, which table, how much it had there', () => {
    const day = wholeMorning();
    const [copy] = boardIn(day, 'board00003').frozen;
    expect(copy?.notes).toMatchObject([
      { text: '-Verde_e_ombra', table: 1, from: { board: 'board00001', theme: 'theme00001', number: 1, notes: 3, dots: 4 } },
    ]);
    expect(recordMarkdown(recordOfDay(day), 'it')).toContain('(viene dal tavolo 1, «Bacheca \\*board00001\\*», biglietti 3');
  });
  test('[BO8][BO9] a board that was opened again has a copy by version, the reason among the incidents, and pages print the last copy', () => {
    const day = morning();
    atTables(day);
    onBoard(day);
    const reopen = { type: 'board.reopen', board: 'board00001', version: 1, reason: 'mancava un biglietto' };
    day.story.when(reopen, facilitator).then({ type: 'board.reopened' });
    day.story.when(write('board00001', 'note000008', 'aggiunto dopo'), phone(1)).thenWritten();
    day.story.when({ type: 'board.freeze', boards: ['board00001'] }, facilitator).then({ type: 'board.frozen', version: 2 });
    const record = recordOfDay(day);
    const board = boardIn(day, 'board00001');
    expect(board.frozen.map(({ version, notes }) => [version, notes.length])).toEqual([
      [1, 6],
      [2, 7],
    ]);
    expect(board.reopened).toMatchObject([{ version: 1, reason: 'mancava un biglietto' }]);
    expect(record.incidents).toMatchObject([{ kind: 'boardReopened', words: 'mancava un biglietto', table: 1 }]);
    const text = recordMarkdown(record, 'it');
    expect(text.split('aggiunto dopo')).toHaveLength(2);
    expect(text.split('da un foglio')).toHaveLength(2);
    expect(text).toContain('bacheca riaperta: «Tavolo 1: Bacheca \\*board00001\\*», mancava un biglietto');
  });
  test('[BO9][K2] what came after the freeze and nobody admitted is in the document, its data and its tables, until it is hidden', () => {
    const day = morning();
    atTables(day);
    onBoard(day);
    day.story.when(write('board00001', 'note000008', 'dopo il *congelamento*'), phone(2)).thenWritten();
    expect(boardIn(day, 'board00001').notAdmitted).toEqual([]);
    day.story.when({ type: 'session.close' }, facilitator);
    const [left] = boardIn(day, 'board00001').notAdmitted;
    expect(left).toEqual({ id: 'note000008', text: 'dopo il *congelamento*', kind: 'idea', lang: 'it', group: one, table: 1 });
    expect(recordMarkdown(recordOfDay(day), 'it')).toContain(
      '#### Arrivati dopo il congelamento, non ammessi\n\n- \\+ Idea: dopo il \\*congelamento\\*',
    );
    expect(recordCsv(recordOfDay(day), 'notes', 'it')).toContain(
      ';1;;;;;Idea;dopo il *congelamento*;;;"dopo il congelamento, non ammesso";;;;note000008;',
    );
    day.story.when({ type: 'board.hide', board: 'board00001', note: 'note000008', on: true, reason: '' }, facilitator).then({});
    expect(everything(inputOf(day))).not.toContain('dopo il *congelamento*');
    expect(boardIn(day, 'board00001').hidden.notes).toBe(2);
  });
  test('[BO7] a hidden title of a theme is in no rendition, and is not counted among the notes', () => {
    const day = morning();
    atTables(day);
    onBoard(day);
    day.story.when({ type: 'session.close' }, facilitator);
    day.story.when({ type: 'board.hide', board: 'board00001', note: 'theme00001', on: true, reason: '' }, facilitator).then({});
    expect(boardIn(day, 'board00001')).toMatchObject({ hidden: { notes: 1 }, frozen: [{ themes: [{ title: 'Tema nascosto', dots: 4 }] }] });
    expect(everything(inputOf(day))).not.toContain('-Verde_e_ombra');
  });
  test('[BO8] boards that nobody froze are frozen by the close, and the record says so; a prepared one is named and nothing else', () => {
    const day = wholeMorning();
    expect(boardIn(day, 'board00002').frozen).toMatchObject([{ withSession: true }]);
    expect(boardIn(day, 'board00004')).toMatchObject({ state: 'prepared', openedAt: null, frozen: [] });
    expect(recordOfDay(day).incidents).toMatchObject([{ kind: 'boardsFrozen', boards: 2 }]);
    expect(recordMarkdown(recordOfDay(day), 'it')).toContain('Preparate e non aperte: «Tavolo 2: Bacheca \\*board00004\\*».');
  });
  test('[K9] a step of several boards that was taken back leaves no line on any of them', () => {
    const day = morning();
    atTables(day);
    const before = recordOfDay(day).boards;
    day.story.when({ type: 'board.lock', boards: ['board00001', 'board00002'], on: true }, facilitator).then({}, {});
    const seq = day.log.at(-1)?.meta.seq;
    expect(boardIn(day, 'board00001').locks).toHaveLength(1);
    day.story.when({ type: 'board.undoFact', seq }, facilitator).then({ type: 'board.undone' });
    expect(recordOfDay(day).boards).toEqual(before);
  });
  test('what is taken back is only the last step: the one before it, of the same kind on the same board, stays', () => {
    const day = morning();
    atTables(day);
    const step = (from: string, to: string) => ({ type: 'board.step', board: 'board00001', from, to });
    day.story.when(step('write', 'read'), facilitator).then({});
    day.story.after(5000).when(step('read', 'themes'), facilitator).then({});
    day.story.when({ type: 'board.undoFact', seq: day.log.at(-1)?.meta.seq }, facilitator).then({});
    expect(boardIn(day, 'board00001').steps.map(({ step: name }) => name)).toEqual(['write', 'read']);
  });
  test('dots that came after the close are a number where somebody counts them, and not mentioned where nobody does', () => {
    const day = wholeMorning();
    const counted = recordOf(inputOf(day, { late: (box) => (box === 'board.board00001.1' ? 2 : 0) }));
    expect(recordMarkdown(counted, 'it')).toContain('Punti arrivati dopo la chiusura e non contati: 2.');
    expect(boardIn(day, 'board00001').dots[0]?.late).toBeNull();
    expect(recordMarkdown(recordOfDay(day), 'it')).not.toContain('non contati');
  });
});

describe('the wall', () => {
  test('[GR6] tables, boards, themes and who tells stand among what the walls showed, in words', () => {
    const { screens } = recordOfDay(wholeMorning());
    expect(screens.map(({ scene, table, text }) => [scene, table, text?.it ?? null])).toEqual(
      expect.arrayContaining([
        ['groups', null, null],
        ['report', 2, 'Il tavolo verde'],
        ['report', 1, 'Ombra'],
        ['board', 1, 'Bacheca *board00001*'],
        ['theme', 1, '-Verde_e_ombra'],
      ]),
    );
    const text = recordMarkdown(recordOfDay(wholeMorning()), 'en');
    expect(text).toContain('a table tells the plenary, table 2: Il tavolo verde');
    expect(text).toContain('board by its themes, table 1: Board \\*board00001\\*');
  });
});

describe('files that other programs open', () => {
  test('[BO12] a board in the document: themes with their notes, sign and word, who said the same under it; nothing written becomes markup', () => {
    const text = recordMarkdown(recordOfDay(wholeMorning()), 'it');
    const board = section(text, '### Tavolo 1: Bacheca', '### Tavolo 2: Bacheca');
    expect(board).toContain('**\\-Verde\\_e\\_ombra** (biglietti 3, uniti a un altro 1, punti 4)');
    expect(board).toContain(
      [
        '- \\+ Idea: \\=SUM(1;2) alberi (detto da 2)',
        '  - \\+ Idea: più alberi / \\# non un titolo',
        '- − Contro: costa troppo \\| davvero (Minoranza)',
      ].join('\n'),
    );
    expect(board).toContain('**Senza tema**\n\n- ⑂ A patto che: da un foglio (da foglio)\n- \\+ Idea: arrivo tardi (arrivato dopo)');
    expect(board).toContain('#### Quanto preme?\n\n**più importante, più urgente**\n\n- ? Domanda: in alto a destra');
    expect(board).toContain('Biglietti nascosti: 1. Motivi: offende una persona.');
    expect(board).toContain('| tema | punti | persone |\n| --- | --: | --: |\n| \\-Verde\\_e\\_ombra | 4 | 3 |');
    expect(text).toContain('**Valore non deliberativo: biglietti e punti raccolgono idee, non decidono nulla.**');
  });
  test('[BO12] the tables open in Italian Excel: byte order mark, semicolons, decimal comma, no cell is a formula', () => {
    const record = recordOfDay(wholeMorning());
    const notes = recordCsv(record, 'notes', 'it');
    expect(notes.startsWith('\ufeffbacheca;tavolo;copia;area;tema;riquadro;tipo;testo;voci;')).toBe(true);
    expect(notes).toContain(`"'=SUM(1;2) alberi";2;`);
    expect(notes).toContain(`'-Verde_e_ombra`);
    expect(notes).toContain('"più alberi\n# non un titolo";;');
    expect(recordCsv(record, 'themes', 'it')).toContain(`;'-Verde_e_ombra;3;1;4;;theme00001`);
    expect(recordCsv(record, 'dots', 'it')).toContain(`;1;tema;'-Verde_e_ombra;4;3;3;5;theme00001`);
    expect(recordCsv(record, 'boards', 'en').split('\r\n')[1]).toContain('Board *board00001*;1;2026-11-21 09:10;2026-11-21 09:25;');
    expect(recordCsv(record, 'groups', 'it').split('\r\n').slice(1, 3)).toEqual([
      '1;1;;Ombra;Dove manca l’ombra?;5;5;;scelto;21/11/2026 09:42;2',
      '1;2;Il tavolo verde;;;5;7;5;;21/11/2026 09:40;2',
    ]);
  });
  test('a day without tables and boards has no section of theirs', () => {
    const day = morning();
    expect(recordOfDay(day)).toMatchObject({ groups: { tables: [], rounds: [] }, boards: { list: [] } });
    const text = recordMarkdown(recordOfDay(day), 'it');
    expect(text).not.toContain('Lavoro ai tavoli');
    expect(text).not.toContain('Bacheche');
  });
  test('tables that were prepared and never used are named', () => {
    const day = morning();
    day.story.when({ type: 'groups.plan', themes: [], groups: [tables[1]] }, facilitator).then({});
    expect(recordMarkdown(recordOfDay(day), 'it')).toContain('## Lavoro ai tavoli\n\nTavoli preparati\n\n- Tavolo 2, Il tavolo verde');
    expect(recordJson(recordOfDay(day))).toContain('"Il tavolo verde"');
  });
});
