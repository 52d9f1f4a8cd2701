// Stories of the tables: the plan and the assignment. Moves, rounds, what tables say and the choice of theme have files of their own.
import { describe, expect, test } from 'vitest';
import { italian } from '../kernel/text.ts';
import { seatingAfter, nobodySeated } from './events.ts';
import { stateOf } from './testing.testkit.ts';
import {
  T,
  assign,
  assigned,
  at,
  atTables,
  byHand,
  desk,
  driverOf,
  entered,
  facilitator,
  hall,
  letIn,
  listOf,
  moving,
  phone,
  plan,
  prepared,
  recall,
  second,
  seated,
  shade,
  split,
  tableOf,
  undo,
  undoable,
  versionOf,
  water,
  who,
} from './testing.testkit.ts';

describe('the plan', () => {
  test('[GR2] tables with their themes are planned before the doors open, and the same plan again is nothing to do', () => {
    const s = prepared()
      .when(plan(), facilitator)
      .then({ type: 'groups.planned', groups: [{ number: 1, theme: shade }, {}, {}] });
    s.when(plan(), second).thenNothing();
    expect(listOf(s, 'groups.plan')).toMatchObject({ themes: [{ id: shade }, { id: water }], groups: [{ id: T(1) }, {}, {}], past: [] });
  });
  test('[GR1] each table has its own question and video link, and is called by its own name or by its theme’s', () => {
    const { themes, groups } = plan(2);
    const own = [
      { ...groups[0], name: italian('Il tavolo verde'), video: 'https://video.example.org/verde' },
      { ...groups[1], video: null },
    ];
    const s = hall(2)
      .when({ type: 'groups.plan', themes, groups: own }, facilitator)
      .when(assign(1, [1], [2]), facilitator);
    expect(at(s.mine(phone(1)), 'groups', 'about')).toMatchObject({
      number: 1,
      name: { s: 'Il tavolo verde' },
      question: { s: 'Dove manca l’ombra?' },
      video: 'https://video.example.org/verde',
    });
    expect(at(s.mine(phone(2), 'en'), 'groups', 'about')).toMatchObject({ name: { s: 'Water' }, question: null, video: null });
  });
  test('a number stands on one table only, ids are told apart, and a table’s theme is one of the plan', () => {
    const { themes, groups } = plan(2);
    const changed = (change: object) => ({ type: 'groups.plan', themes, groups: [groups[0], { ...groups[1], ...change }] });
    hall()
      .when(changed({ number: 1 }), facilitator)
      .refused('groups.numberTwice', { number: 1 });
    hall()
      .when(changed({ id: T(1) }), facilitator)
      .refused('groups.idTwice');
    hall()
      .when(changed({ theme: 'themenowhere' }), facilitator)
      .refused('groups.unknownTheme');
  });
  test('[GR1] a table with people at it does not disappear while tables work; an empty one does', () => {
    const s = atTables().when(plan(2), facilitator).refused('groups.tableInUse', { number: 3 });
    for (const n of [7, 8, 9]) s.when(moving(n, 3, 1), facilitator);
    s.when(plan(2), facilitator).then({ type: 'groups.planned' });
  });
  test('in plenary a table may go: who was assigned to it has no table', () => {
    const s = assigned().when(plan(2), facilitator).then({ type: 'groups.planned' });
    expect(driverOf(s)).toMatchObject({ unplaced: 3, groups: [{ seated: 3 }, { seated: 3 }] });
    expect(at(s.mine(phone(7)), 'groups', 'about')).toBeNull();
  });
  test('[GR2] a pair cannot be kept together and apart, nor anybody apart from themselves', () => {
    const mix = (together: readonly (readonly [number, number])[], apart: readonly (readonly [number, number])[]) => ({
      type: 'groups.setMix',
      mix: {
        attributes: ['genere'],
        neverAlone: [],
        together: together.map(([a, b]) => [who(a), who(b)]),
        apart: apart.map(([a, b]) => [who(a), who(b)]),
      },
    });
    const s = hall()
      .when(mix([[1, 2]], [[2, 1]]), facilitator)
      .refused('groups.pinsOppose');
    s.when(mix([[1, 1]], []), facilitator).refused('groups.pinOneself');
    s.when(mix([[1, 2]], [[3, 4]]), facilitator).then({ type: 'groups.mixSet' });
    s.when(mix([[1, 2]], [[3, 4]]), second).thenNothing();
    s.when(undo(s.seq), facilitator).then({ type: 'groups.mixSet', mix: { together: [], apart: [] } }, { type: 'groups.undone' });
  });
});

describe('the assignment', () => {
  test('[GR2] who is on the roll may be assigned before they come; the numbers of a balanced one are in the fact', () => {
    const how = {
      by: 'balanced',
      seed: 7,
      attributes: ['genere'],
      neverAlone: [],
      outside: 0,
      alone: 0,
      pinsBroken: 0,
      pairs: 9,
      newPairs: 9,
    };
    const s = prepared(4)
      .when(plan(2), facilitator)
      .when({ ...assign(1, [1, 2], [3, 4]), how }, facilitator)
      .then({ type: 'groups.assigned', round: 1, how, seating: seated([1, 2], [3, 4]) });
    expect(s.facts[0]).not.toHaveProperty('reshuffled');
    expect(driverOf(s)).toMatchObject({ how, missing: 4, unplaced: 0, groups: [{ assigned: 2, seated: 2, present: 0 }, {}] });
  });
  test('[GR2] only known tables and people, nobody at two tables, and only for the round that comes', () => {
    const s = hall(4, 4).when(plan(2), facilitator);
    s.when(assign(1, [1], [2], [3]), facilitator).refused('groups.unknownTable');
    s.when(assign(1, [1, 77]), facilitator).refused('groups.notOnRoll');
    s.when(assign(1, [1], [2, 1]), facilitator).refused('groups.seatTwice', { seat: '1' });
    s.when({ ...assign(1), seating: [...seated([1]), ...seated([2])] }, facilitator).refused('groups.tableTwice', { number: 1 });
    s.when(assign(2, [1], [2]), facilitator).refused('groups.otherRound', { round: 1 });
    s.when(assign(1, [1], [2]), facilitator).then({ type: 'groups.assigned' });
    expect(driverOf(s)).toMatchObject({ unplaced: 2 });
  });
  test('[K3] two facilitators who assign the same people to the same tables do it once', () => {
    const s = assigned()
      .when(assign(1, [3, 2, 1], [4, 5, 6], [9, 8, 7]), second)
      .thenNothing();
    s.when(assign(1, [1, 2, 4], [3, 5, 6], [7, 8, 9]), second).then({ type: 'groups.assigned' });
  });
  test('[GR2] mixing anew while tables work is only ever asked for, and the fact says that people were at the tables', () => {
    const s = atTables().when(assign(1, [1, 4, 7], [2, 5, 8], [3, 6, 9]), facilitator);
    s.then({ type: 'groups.assigned', reshuffled: true });
    expect(at(s.mine(phone(4)), 'groups', 'about', 'number')).toBe(1);
    expect(at(s.view('member'), 'groups', 'mode')).toBe('groups');
  });
  test('[K9] an assignment is taken back to the seats before it, until anybody has moved', () => {
    const s = assigned().when(assign(1, [1, 4, 7], [2, 5, 8], [3, 6, 9]), facilitator);
    const seq = s.seq;
    expect(undoable(s)).toMatchObject({ seq, code: 'groups.assigned', command: undo(seq) });
    s.when(undo(seq), second).then({ type: 'groups.undone', seq, step: 'assigned' });
    expect(at(s.mine(phone(4)), 'groups', 'about', 'number')).toBe(2);
    expect(listOf(s, 'groups.seating')).toContainEqual(
      expect.objectContaining({ member: who(4), assigned: T(2), group: T(2), why: 'assigned' }),
    );
    s.when(undo(seq), facilitator).thenNothing();
    expect(undoable(s)).toBeNull();

    const built = assigned();
    const first = built.seq;
    built
      .when(moving(1, 1, 2), facilitator)
      .when(undo(first), facilitator)
      .refused('groups.notUndoable');
  });
  test('[K9] a late arrival, who is nobody’s step, is something built on the assignment too', () => {
    const s = assigned();
    const seq = s.seq;
    s.when(letIn(10), desk).when(undo(seq), facilitator).refused('groups.notUndoable');
    expect(undoable(s)).toBeNull();
  });
  test('[K9] a plan is taken back with the seats that it had emptied', () => {
    const s = assigned().when(plan(2), facilitator);
    s.when(undo(s.seq), facilitator).then({ type: 'groups.undone', step: 'planned' });
    expect(driverOf(s)).toMatchObject({ unplaced: 0, groups: [{}, {}, { seated: 3, assigned: 3 }] });
  });
});

test('[K4] what other rooms read of who sits where is what this room shows, through moves, rounds and undo', () => {
  const s = atTables()
    .when(moving(1, 1, 2), facilitator)
    .when(letIn(10), desk)
    .when(recall(), facilitator);
  s.when(assign(2, [1, 4, 7], [2, 5, 8], [3, 6, 9]), facilitator).when(undo(s.seq), facilitator);
  let seating = nobodySeated;
  s.log.forEach((fact, i) => {
    seating = seatingAfter(seating, fact, i + 1);
  });
  expect(seating).toEqual(stateOf(s).seating);
  expect(seating.groupOf.get(who(1))).toBe(T(2));
  expect(seating.mode).toBe('plenary');
});

test('[K5] a list’s version changes with what its rows would show, and not with a call', () => {
  const s = atTables();
  const before = versionOf(s, 'groups.seating');
  s.when(moving(1, 1, 2), facilitator);
  const moved = versionOf(s, 'groups.seating');
  expect(moved).not.toBe(before);
  s.when({ type: 'groups.callHelp', about: 'device', words: '' }, tableOf(1));
  expect(versionOf(s, 'groups.seating')).toBe(moved);
  s.given(entered(10));
  expect(versionOf(s, 'groups.seating')).not.toBe(moved);
});

test('[K1] nothing moves any more when the session is over', () => {
  const s = assigned().when({ type: 'session.close' }, facilitator);
  for (const wish of [plan(2), assign(1, [1]), moving(1, 1, 2), split(), undo(1)]) s.when(wish, facilitator).refused('groups.over');
  s.when({ type: 'groups.callHelp', about: 'device', words: '' }, tableOf(1)).refused('groups.over');
  s.when({ type: 'groups.assign', round: 1, how: byHand, seating: [] }, phone(1)).refused('kernel.notYours');
  expect(driverOf(s)).toMatchObject({ may: { plan: false, assign: false, split: false, recall: false, choice: false, report: false } });
});
