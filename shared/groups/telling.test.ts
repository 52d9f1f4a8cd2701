// Stories of what a table says to the plenary: it calls for help, names who speaks, tells what it has found.
import { describe, expect, test } from 'vitest';
import {
  T,
  assign,
  assigned,
  at,
  atTables,
  driverOf,
  facilitator,
  moving,
  phone,
  plan,
  prepared,
  recall,
  second,
  split,
  tableOf,
  undo,
  undoable,
  who,
} from './testing.testkit.ts';

const help = (about: string, words = '') => ({ type: 'groups.callHelp', about, words });
const end = (table: number, how: string) => ({ type: 'groups.endHelp', group: T(table), how });
const speaks = (table: number, n: number | null) => ({
  type: 'groups.setSpokesperson',
  group: T(table),
  member: n === null ? null : who(n),
});
const line = (order: readonly number[], sec = 120) => ({ type: 'groups.queueReports', order: order.map(T), sec });
const tells = (from: number | null, to: number | null) => ({
  type: 'groups.report',
  from: from === null ? null : T(from),
  to: to === null ? null : T(to),
});

describe('help', () => {
  test('[GR5] a table calls with a reason or its own words; the console and the table see it, since when', () => {
    const s = atTables();
    const now = s.now;
    s.when(help('themes', 'Non troviamo i nomi ai temi'), tableOf(2)).then({ type: 'groups.helpCalled', group: T(2), about: 'themes' });
    const call = { about: 'themes', words: 'Non troviamo i nomi ai temi', at: now };
    expect(driverOf(s)).toMatchObject({ groups: [{ call: null }, { call }, { call: null }] });
    expect(at(s.mine(tableOf(2)), 'groups', 'call')).toEqual(call);
    expect(at(s.mine(tableOf(1)), 'groups', 'call')).toBeNull();
    expect(at(s.mine(phone(4)), 'groups')).not.toHaveProperty('call');
  });
  test('[GR5] one call a table: the newest takes the place of the one before, the same again is nothing to do', () => {
    const s = atTables().when(help('device'), tableOf(2)).when(help('device'), tableOf(2)).thenNothing();
    s.when(help('conflict'), tableOf(2)).then({ type: 'groups.helpCalled', about: 'conflict' });
    expect(driverOf(s)).toMatchObject({ groups: [{}, { call: { about: 'conflict' } }, {}] });
  });
  test('[GR5] whoever calls for something else says what', () => {
    atTables().when(help('other', '  '), tableOf(1)).refused('groups.sayWhat');
    atTables().when(help('other', 'Manca una sedia'), tableOf(1)).then({ words: 'Manca una sedia' });
  });
  test('[GR5] a table calls for itself only, and may before everybody is at the tables; nobody else calls', () => {
    assigned()
      .when(help('device'), tableOf(1))
      .then({ group: T(1) });
    prepared().when(plan(), facilitator).when(help('device'), tableOf(1)).refused('groups.notRunning');
    atTables().when(help('device'), tableOf(8)).refused('groups.unknownTable');
    atTables().when(help('device'), facilitator).refused('kernel.notYours');
    atTables().when(help('device'), phone(1)).refused('kernel.notYours');
  });
  test('[GR5] who leads answers; a table only withdraws its own; answered twice is once', () => {
    const s = atTables().when(help('device'), tableOf(1)).when(help('device'), tableOf(2));
    s.when(end(1, 'withdrawn'), tableOf(2)).refused('kernel.notYours');
    s.when(end(1, 'coming'), tableOf(1)).refused('kernel.notYours');
    s.when(end(1, 'withdrawn'), facilitator).refused('kernel.notYours');
    s.when(end(1, 'coming'), facilitator).then({ type: 'groups.helpEnded', group: T(1), how: 'coming', by: 'lead' });
    s.when(end(1, 'sent'), second).thenNothing();
    s.when(end(2, 'withdrawn'), tableOf(2)).then({ how: 'withdrawn', by: 'table' });
    expect(driverOf(s)).toMatchObject({ groups: [{ call: null }, { call: null }, {}] });
  });
  test('[GR4] a table that asks for time is given five minutes in the same step', () => {
    const s = atTables().when(help('time'), tableOf(3)).when(end(3, 'given'), facilitator);
    s.then(
      { type: 'groups.helpEnded', group: T(3), how: 'given', by: 'lead' },
      { type: 'groups.timeGiven', group: T(3), sec: 300, extraSec: 300 },
    );
    s.when(end(3, 'given'), second).thenNothing();
    expect(driverOf(s)).toMatchObject({ groups: [{}, {}, { extraSec: 300, call: null }] });
  });
  test('[GR5] minutes do not answer a call that has become another meanwhile, nor one in plenary, nor beyond the hour', () => {
    const s = atTables().when(help('time'), tableOf(3)).when(help('conflict'), tableOf(3));
    s.when(end(3, 'given'), facilitator).refused('groups.callChanged', { number: 3 });
    expect(driverOf(s)).toMatchObject({ groups: [{}, {}, { call: { about: 'conflict' } }] });
    assigned().when(help('time'), tableOf(3)).when(end(3, 'given'), facilitator).refused('groups.notAtTables');
    const full = atTables()
      .when({ type: 'groups.giveTime', group: T(3), sec: 3600 }, facilitator)
      .when(help('time'), tableOf(3));
    full.when(end(3, 'given'), facilitator).refused('groups.timeFull');
  });
});

describe('who speaks for a table', () => {
  test('[GR6] the table, or who leads, names one of those who sit there; the person is told on their phone', () => {
    const s = atTables()
      .when(speaks(1, 2), tableOf(1))
      .then({ type: 'groups.spokespersonSet', group: T(1), member: who(2), seat: '2' });
    s.when(speaks(1, 2), facilitator).thenNothing();
    expect(at(s.mine(phone(2)), 'groups')).toMatchObject({ speaks: true, next: null });
    expect(at(s.mine(phone(1)), 'groups')).toMatchObject({ speaks: false });
    s.when(speaks(1, 4), tableOf(1)).refused('groups.notAtThisTable', { number: 1 });
    s.when(speaks(2, 4), tableOf(1)).refused('kernel.notYours');
    s.when(speaks(8, 4), facilitator).refused('groups.unknownTable');
    s.when(speaks(1, null), facilitator).then({ member: null, seat: null });
    expect(at(s.mine(phone(2)), 'groups', 'speaks')).toBe(false);
  });
  test('[GR3] who is moved to another table does not speak for the one they left', () => {
    const s = atTables()
      .when(speaks(1, 2), tableOf(1))
      .when(moving(2, 1, 3), facilitator);
    expect(driverOf(s)).toMatchObject({ groups: [{ spokesperson: null }, {}, {}] });
    expect(at(s.mine(phone(2)), 'groups', 'speaks')).toBe(false);
  });
  test('[GR6] after the recall they still speak for their table, also while the next round is already assigned', () => {
    const s = atTables()
      .when(speaks(1, 2), tableOf(1))
      .when(recall(), facilitator)
      .when(line([1, 2]), facilitator);
    s.when(assign(2, [1, 4, 7], [2, 5, 8], [3, 6, 9]), facilitator);
    expect(at(s.mine(phone(2)), 'groups')).toMatchObject({ about: { number: 2 }, speaks: true, next: 1 });
    expect(driverOf(s)).toMatchObject({ groups: [{ spokesperson: '2' }, { spokesperson: null }, {}] });
    s.when(split(2), facilitator);
    expect(driverOf(s)).toMatchObject({ groups: [{ spokesperson: null }, {}, {}] });
  });
});

describe('telling the plenary', () => {
  const back = () =>
    atTables()
      .when(speaks(2, 4), tableOf(2))
      .when(recall(), facilitator)
      .when(line([1, 2, 3]), facilitator);
  test('[GR6] tables tell one after the other, each with its end, and who has told is remembered', () => {
    const s = back().when(tells(null, 1), facilitator);
    const endsAt = s.now - 1000 + 120_000;
    s.then({ type: 'groups.reportStarted', group: T(1), endsAt });
    expect(at(s.view('screen'), 'groups', 'report')).toMatchObject({ now: T(1), done: [] });
    expect(at(s.mine(phone(4)), 'groups')).toMatchObject({ speaks: true, next: 1 });
    s.when(tells(1, 2), facilitator).then({ type: 'groups.reportStarted', group: T(2) });
    expect(driverOf(s)).toMatchObject({ report: { now: T(2), done: [T(1)] } });
    expect(at(s.mine(phone(4)), 'groups', 'next')).toBe(0);
    s.when(tells(2, null), facilitator).then({ type: 'groups.reportEnded', group: T(2) });
    expect(at(s.view('screen'), 'groups', 'report')).toEqual({ order: [T(1), T(2), T(3)], sec: 120, now: null, done: [T(1), T(2)] });
    expect(at(s.mine(phone(4)), 'groups', 'next')).toBeNull();
  });
  test('[K3] two facilitators who press "next" together go one table on', () => {
    const s = back().when(tells(null, 1), facilitator).when(tells(null, 1), second).thenNothing();
    s.when(tells(1, 2), facilitator).when(tells(1, 2), second).thenNothing();
    s.when(tells(1, 3), second).refused('groups.reportElsewhere', { number: 2 });
    s.when(tells(2, null), facilitator).when(tells(2, null), second).thenNothing();
  });
  test('[GR6] only tables in line, only in plenary; a new order of the same round keeps who has told', () => {
    const s = back()
      .when(line([1, 2]), facilitator)
      .when(tells(null, 3), facilitator)
      .refused('groups.notInLine', { number: 3 });
    s.when(tells(null, 8), facilitator).refused('groups.unknownTable');
    s.when(line([1, 1]), facilitator).refused('groups.tableTwice', { number: 1 });
    s.when(line([8]), facilitator).refused('groups.unknownTable');
    s.when(line([1, 2]), second).thenNothing();
    s.when(tells(null, 1), facilitator)
      .when(line([3, 2], 60), facilitator)
      .when(tells(1, 3), facilitator);
    expect(driverOf(s)).toMatchObject({ report: { sec: 60, done: [T(1)], now: T(3) } });
    atTables()
      .when(line([1]), facilitator)
      .when(tells(null, 1), facilitator)
      .refused('groups.recallFirst');
  });
  test('[GR6] going to the tables again ends who is telling; the line of the next round begins anew', () => {
    const s = back().when(tells(null, 1), facilitator).when(split(2), facilitator);
    s.then({ type: 'groups.reportEnded', group: T(1) }, { type: 'groups.split', round: 2 });
    expect(driverOf(s)).toMatchObject({ report: { done: [T(1)], now: null } });
    s.when(recall(2), facilitator)
      .when(line([1, 2, 3]), facilitator)
      .then({ type: 'groups.reportQueued' });
    expect(driverOf(s)).toMatchObject({ report: { done: [] } });
  });
  test('[GR6] a table passed over by a double press, put in line again, is the next to tell; those left out have told', () => {
    const s = back().when(tells(null, 1), facilitator).when(tells(1, 2), facilitator).when(tells(2, 3), second);
    expect(driverOf(s)).toMatchObject({ report: { now: T(3), done: [T(1), T(2)] } });
    s.when(line([2, 3]), facilitator).then({ type: 'groups.reportQueued' });
    expect(driverOf(s)).toMatchObject({ report: { order: [T(2), T(3)], now: T(3), done: [T(1)] } });
    expect(at(s.mine(phone(4)), 'groups')).toMatchObject({ speaks: true, next: 1 });
    s.when(line([2, 3]), second).thenNothing();
    s.when(tells(3, 2), facilitator).then({ type: 'groups.reportStarted', group: T(2) });
    expect(driverOf(s)).toMatchObject({ report: { now: T(2), done: [T(1), T(3)] } });
  });
  test('[GR6] when all have told, the same line once more is a new line', () => {
    const s = back()
      .when(line([1]), facilitator)
      .when(tells(null, 1), facilitator)
      .when(tells(1, null), facilitator);
    s.when(line([1]), facilitator).then({ type: 'groups.reportQueued' });
    expect(driverOf(s)).toMatchObject({ report: { now: null, done: [] } });
    s.when(undo(s.seq), facilitator);
    expect(driverOf(s)).toMatchObject({ report: { now: null, done: [T(1)] } });
  });
  test('[K9] "next" pressed by mistake brings back the table that was telling, with its end', () => {
    const s = back().when(tells(null, 1), facilitator);
    const before = at(driverOf(s), 'report');
    s.when(tells(1, 2), facilitator);
    expect(undoable(s)).toMatchObject({ code: 'groups.reportStarted', params: { number: 2 } });
    s.when(undo(s.seq), facilitator).then({ type: 'groups.undone', step: 'reportStarted' });
    expect(at(driverOf(s), 'report')).toEqual(before);
  });
  test('[GR6] the close of the session ends who is telling', () => {
    const s = back().when(tells(null, 1), facilitator).when({ type: 'session.close' }, facilitator);
    expect(at(s.view('screen'), 'groups', 'report')).toMatchObject({ now: null, done: [T(1)] });
  });
});
