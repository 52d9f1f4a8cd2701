// Stories of the rounds: to the tables, more time, back to the hall, again; what stays, what is taken back, who presses together.
import { describe, expect, test } from 'vitest';
import { blockIdSchema } from '../kernel/ids.ts';
import { italian } from '../kernel/text.ts';
import {
  T,
  assign,
  assigned,
  at,
  atTables,
  desk,
  driverOf,
  facilitator,
  hall,
  letIn,
  letOut,
  listOf,
  moving,
  past,
  phone,
  plan,
  prepared,
  recall,
  second,
  seated,
  split,
  stateOf,
  system,
  tableOf,
  undo,
  undoable,
  who,
} from './testing.testkit.ts';

const help = { type: 'groups.callHelp', about: 'device', words: '' };
const time = (table: number, sec: number) => ({ type: 'groups.giveTime', group: T(table), sec });
const card = (words: string | null, table: number | null = null) => ({
  type: 'groups.setCard',
  group: table === null ? null : T(table),
  card: words === null ? null : italian(words),
});

describe('to the tables', () => {
  test('[GR1] one step takes everybody to the tables, for a block of the programme, and every page knows', () => {
    const block = blockIdSchema.parse('block0001');
    const s = assigned();
    const now = s.now;
    s.when({ ...split(), block }, facilitator).then({ type: 'groups.split', round: 1, block });
    expect(driverOf(s)).toMatchObject({ mode: 'groups', block, splitAt: now, round: 1, rounds: 0, may: { split: false, recall: true } });
    for (const role of ['member', 'table', 'screen'] as const) expect(at(s.view(role), 'groups', 'mode')).toBe('groups');
  });
  test('[GR1] not without tables, not with nobody at them, not before the doors nor while the session is suspended', () => {
    hall().when(split(), facilitator).refused('groups.noTables');
    hall().when(plan(), facilitator).when(split(), facilitator).refused('groups.nobodySeated');
    prepared()
      .when(plan(), facilitator)
      .when(assign(1, [1]), facilitator)
      .when(split(), facilitator)
      .refused('groups.notRunning');
    const s = assigned().when({ type: 'session.suspend', reason: 'pausa' }, facilitator);
    s.when(split(), facilitator).refused('groups.notRunning');
    expect(driverOf(s)).toMatchObject({ may: { split: false } });
  });
  test('[K3] two facilitators press together: one step to the tables, one step back, and a late press starts no further round', () => {
    const s = assigned().when(split(), facilitator).when(split(), second).thenNothing();
    s.when(recall(), second).then({ type: 'groups.recalled' });
    s.when(recall(), facilitator).thenNothing();
    s.when(split(1), facilitator).thenNothing();
    s.when(split(3), facilitator).refused('groups.otherRound', { round: 2 });
    s.when(recall(3), facilitator).refused('groups.otherRound', { round: 2 });
    expect(driverOf(s)).toMatchObject({ mode: 'plenary', round: 2 });
  });
});

describe('time', () => {
  test('[GR4] one table is given more time, and the console, the table and its people see it; the others have none', () => {
    const s = atTables()
      .when(time(1, 300), facilitator)
      .then({ type: 'groups.timeGiven', group: T(1), sec: 300, extraSec: 300 });
    s.when(time(1, 300), second).then({ sec: 300, extraSec: 600 });
    expect(driverOf(s)).toMatchObject({ groups: [{ extraSec: 600 }, { extraSec: 0 }, { extraSec: 0 }] });
    expect(at(s.mine(phone(1)), 'groups', 'about', 'extraSec')).toBe(600);
    expect(at(s.mine(tableOf(1)), 'groups', 'about', 'extraSec')).toBe(600);
    expect(at(s.mine(phone(4)), 'groups', 'about', 'extraSec')).toBe(0);
  });
  test('[GR4] never more than an hour nor less than nothing; the fact says what was really given', () => {
    const s = atTables().when(time(1, 3500), facilitator).when(time(1, 300), facilitator).then({ sec: 100, extraSec: 3600 });
    s.when(time(1, 300), facilitator).refused('groups.timeFull', { minutes: 60 });
    s.when(time(1, -3600), facilitator).then({ sec: -3600, extraSec: 0 });
    s.when(time(1, -60), facilitator).thenNothing();
    s.when(time(8, 60), facilitator).refused('groups.unknownTable');
  });
  test('[GR4] in plenary there is no table’s time', () => {
    assigned().when(time(1, 300), facilitator).refused('groups.notAtTables');
    assigned().when(time(1, 300), tableOf(1)).refused('kernel.notYours');
  });
});

describe('the card of instructions', () => {
  test('[GR1] one for all tables, and one table may have its own', () => {
    const s = atTables().when(card('Date un nome ai temi'), facilitator).when(card('Leggete prima i biglietti', 2), facilitator);
    expect(at(s.mine(phone(1)), 'groups', 'about', 'card')).toEqual({ s: 'Date un nome ai temi' });
    expect(at(s.mine(tableOf(2)), 'groups', 'about', 'card')).toEqual({ s: 'Leggete prima i biglietti' });
    expect(at(s.view('screen'), 'groups', 'card')).toEqual({ s: 'Date un nome ai temi' });
    s.when(card('Date un nome ai temi'), second).thenNothing();
    s.when(card('x', 9), facilitator).refused('groups.unknownTable');
    s.when(card(null, 2), facilitator);
    expect(at(s.mine(tableOf(2)), 'groups', 'about', 'card')).toEqual({ s: 'Date un nome ai temi' });
    s.when(undo(s.seq), facilitator).then(
      { type: 'groups.cardSet', group: T(2), card: italian('Leggete prima i biglietti') },
      { type: 'groups.undone', step: 'cardSet' },
    );
    expect(undoable(s)).toBeNull();
  });
});

describe('back to the hall', () => {
  test('[GR4] the recall writes who really sat where: who never came did not, who left before it did', () => {
    const s = assigned()
      .when(letOut(1), desk)
      .when(split(), facilitator)
      .when(moving(4, 2, 1), facilitator);
    s.when(letOut(9), desk).when(letIn(10), desk);
    s.when(recall(), facilitator).then({ type: 'groups.recalled', round: 1, why: 'recall' });
    const rows = stateOf(s).tables.past.at(-1)?.seating ?? [];
    const late = stateOf(s).seating.groupOf.get(who(10));
    const there = (n: number, ...members: readonly number[]) => [...members, ...(late === T(n) ? [10] : [])].map(who).sort();
    expect(rows.map(({ members }) => [...members].sort())).toEqual([there(1, 2, 3, 4), there(2, 5, 6), there(3, 7, 8, 9)]);
    expect(at(listOf(s, 'groups.plan'), 'past')).toHaveLength(1);
  });
  test('[GR6] seats, calls, speakers and cards survive the recall, and a further round begins anew only its own time', () => {
    const s = atTables()
      .when({ type: 'groups.setSpokesperson', group: T(1), member: who(2) }, tableOf(1))
      .when(help, tableOf(2))
      .when(card('Leggete', 1), facilitator)
      .when(time(3, 300), facilitator)
      .when(recall(), facilitator);
    const kept = [{ seated: 3, spokesperson: '2' }, { seated: 3, call: { about: 'device' } }, { seated: 3 }];
    expect(driverOf(s)).toMatchObject({ mode: 'plenary', round: 2, rounds: 1, groups: kept });
    expect(driverOf(s)).toMatchObject({ groups: [{}, {}, { extraSec: 300 }] });
    s.when(split(2), facilitator).then({ type: 'groups.split', round: 2 });
    expect(driverOf(s)).toMatchObject({ mode: 'groups', groups: kept });
    expect(driverOf(s)).toMatchObject({ groups: [{}, {}, { extraSec: 0 }] });
    expect(at(s.mine(tableOf(1)), 'groups', 'about', 'card')).toEqual({ s: 'Leggete' });
  });
  test('[GR2] the next round is assigned while the plenary goes on, with the companions of the rounds before at hand', () => {
    const s = atTables().when(recall(), facilitator);
    s.when(assign(2, [1, 4, 7], [2, 5, 8], [3, 6, 9]), facilitator).then({ type: 'groups.assigned', round: 2 });
    expect(at(s.mine(phone(4)), 'groups', 'about', 'number')).toBe(1);
    expect(at(listOf(s, 'groups.plan'), 'past')).toEqual([seated([1, 2, 3], [4, 5, 6], [7, 8, 9]).map(({ members }) => members)]);
    s.when(assign(1, [1]), facilitator).refused('groups.otherRound', { round: 2 });
  });
  test('[GR4] the close of the session calls everybody back, once, and says so', () => {
    const s = atTables().when({ type: 'session.close' }, facilitator);
    expect(s.log.at(-1)).toMatchObject({ type: 'groups.recalled', round: 1, why: 'close', seating: [{}, {}, {}] });
    expect(at(s.view('member'), 'groups', 'mode')).toBe('plenary');
    s.when({ type: 'groups.recallWithSession' }, system).thenNothing();
    s.when({ type: 'groups.recallWithSession' }, facilitator).refused('kernel.notYours');
    const idle = assigned().when({ type: 'session.close' }, facilitator);
    expect(idle.log.at(-1)).toMatchObject({ type: 'session.closed' });
  });
});

describe('the last step', () => {
  test('[K9] going to the tables is taken back while nobody has done anything: the round is still to come, its companions are not counted', () => {
    const s = atTables();
    const seq = s.seq;
    expect(undoable(s)).toMatchObject({ seq, code: 'groups.split' });
    s.when(undo(seq), second).then({ type: 'groups.recalled', round: 1, seating: [], why: 'undo' });
    expect(driverOf(s)).toMatchObject({ mode: 'plenary', round: 1, rounds: 0, splitAt: null });
    expect(at(listOf(s, 'groups.plan'), 'past')).toEqual([]);
    s.when(undo(seq), facilitator).thenNothing();
    s.when(split(1), facilitator).then({ type: 'groups.split', round: 1 });
  });
  test('[K9] not once a table has called, time was given, or anybody has moved', () => {
    for (const [wish, actor] of [
      [help, tableOf(2)],
      [time(1, 300), facilitator],
      [moving(1, 1, 2), facilitator],
      [{ type: 'groups.welcome', seat: '1' }, tableOf(2)],
      [letIn(10), desk],
      [{ type: 'groups.setSpokesperson', group: T(1), member: who(1) }, tableOf(1)],
    ] as const) {
      const s = atTables();
      const seq = s.seq;
      s.when(wish, actor);
      expect([wish.type, s.facts.length]).toEqual([wish.type, 1]);
      expect([wish.type, undoable(s)?.code]).not.toEqual([wish.type, 'groups.split']);
      s.when(undo(seq), facilitator).refused('groups.notUndoable');
    }
  });
  test('[K9] somebody who only leaves or comes back is not an act of a table', () => {
    const s = atTables();
    const seq = s.seq;
    s.when(letOut(1), desk).when(letIn(1), desk);
    expect(undoable(s)).toMatchObject({ seq, code: 'groups.split' });
  });
  test('[K9] a recall by mistake is taken back: everybody is at the tables as before, in the same round, with the time that was given', () => {
    const s = atTables()
      .when(moving(1, 1, 2), facilitator)
      .when(time(2, 300), facilitator)
      .when(recall(), facilitator);
    s.when(undo(s.seq), facilitator).then({ type: 'groups.undone', step: 'recalled' });
    expect(driverOf(s)).toMatchObject({ mode: 'groups', round: 1, rounds: 0, groups: [{ seated: 2 }, { seated: 4, extraSec: 300 }, {}] });
    s.when(recall(), facilitator).then({ type: 'groups.recalled', round: 1, why: 'recall' });
    expect(at(s.facts[0], 'seating')).toHaveLength(3);
  });
  test('[K9] time is taken back by the same time, and undoing twice is once', () => {
    const s = atTables().when(time(1, 300), facilitator).when(time(1, 60), facilitator);
    const seq = s.seq;
    expect(undoable(s)).toMatchObject({ code: 'groups.timeGiven', params: { number: 1, minutes: 1 } });
    s.when(undo(seq), facilitator).then(
      { type: 'groups.timeGiven', group: T(1), sec: -60, extraSec: 300 },
      { type: 'groups.undone', seq, step: 'timeGiven' },
    );
    s.when(undo(seq), second).thenNothing();
    expect(undoable(s)).toBeNull();
  });
  test('[K9] a call that comes meanwhile does not take away the undo of a card', () => {
    const s = atTables().when(card('Leggete'), facilitator);
    const seq = s.seq;
    s.when(help, tableOf(1)).when(undo(seq), facilitator).then({ type: 'groups.cardSet', card: null }, { type: 'groups.undone', seq });
    expect(driverOf(s)).toMatchObject({ groups: [{ call: { about: 'device' } }, {}, {}] });
  });
  test('[K9] nothing can be taken back after the close', () => {
    const s = atTables().when(time(1, 60), facilitator);
    s.given(past({ type: 'session.closed', v: 1, by: 'person' }));
    expect(undoable(s)).toBeNull();
  });
});
