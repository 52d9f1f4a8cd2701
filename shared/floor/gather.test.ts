// Alike questions lie under one and keep their words and votes (never a chain); an insult is hidden; the last step is taken back.
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../kernel/scenario.ts';
import { boxOf } from './state.ts';
import {
  E,
  Q,
  answering,
  asking,
  at,
  calling,
  close,
  doors,
  driverOf,
  expert,
  experts,
  facilitator,
  giving,
  guest,
  hall,
  hiding,
  listOf,
  merging,
  numbersOf,
  parting,
  pausing,
  phone,
  queueSeats,
  queueing,
  raising,
  second,
  settling,
  speaks,
  stateOf,
  toWall,
  undo,
  undoable,
  versionOf,
  votesIn,
  voting,
} from './testing.testkit.ts';

const four = (): Scenario => {
  const s = hall();
  for (let n = 1; n <= 4; n += 1) s.when(asking(n), phone(n));
  return s;
};
const intoOf = (s: Scenario, n: number) => stateOf(s).questions.get(Q(n))?.into ?? null;

describe('put together', () => {
  test('[PO2] votes of what lies under another count each seat and device once; apart again each has its own', () => {
    const s = four();
    for (const n of [5, 6]) s.when(voting(1), phone(n));
    for (const n of [6, 7]) s.when(voting(2), phone(n));
    s.when(voting(2), guest(1)).when(merging(2, 1), facilitator);
    expect(votesIn(s, 1)).toEqual({ members: 3, audience: 1 });
    // A vote that was on its way for what lies under it counts for the one above.
    s.when(voting(2), phone(8)).thenAnswer({ box: boxOf(Q(2)) });
    expect(votesIn(s, 1)).toEqual({ members: 4, audience: 1 });
    s.when(parting(2), facilitator).then({ type: 'floor.parted', question: Q(2), from: Q(1) });
    expect([votesIn(s, 1), votesIn(s, 2)]).toEqual([
      { members: 2, audience: 0 },
      { members: 3, audience: 1 },
    ]);
  });
  test('[PO2] who takes the support back on the one above, takes it back for both; apart again, what was said of each counts', () => {
    const s = four().when(voting(2), phone(5)).when(merging(2, 1), facilitator);
    expect(votesIn(s, 1)).toEqual({ members: 1, audience: 0 });
    expect(at(s.mine(phone(5)), 'floor', 'votes')).toContainEqual({ question: Q(1), on: true, edit: 0 });
    s.when(voting(1, false, 1), phone(5));
    expect(votesIn(s, 1)).toEqual({ members: 0, audience: 0 });
    expect(at(s.mine(phone(5)), 'floor', 'votes')).toContainEqual({ question: Q(1), on: false, edit: 1 });
    s.when(parting(2), facilitator);
    expect(votesIn(s, 2)).toEqual({ members: 1, audience: 0 });
    // Taken back on one before they were put together, it still stands for the other.
    const t = four()
      .when(voting(1, true, 1), phone(5))
      .when(voting(2), phone(5))
      .when(voting(1, false, 2), phone(5));
    t.after(1000).when(merging(2, 1), facilitator);
    expect(votesIn(t, 1)).toEqual({ members: 1, audience: 0 });
  });
  test('[K3] never a chain: into what lies under another means its head, and what lay under goes along', () => {
    const s = four()
      .when(merging(2, 1), facilitator)
      .when(merging(3, 2), facilitator)
      .then({ question: Q(3), into: Q(1) });
    s.when(merging(1, 4), facilitator);
    expect([1, 2, 3].map((n) => intoOf(s, n))).toEqual([Q(4), Q(4), Q(4)]);
    s.when(merging(4, 2), facilitator).refused('floor.sameQuestion').when(merging(1, 1), facilitator).refused('floor.sameQuestion');
    s.when(merging(2, 4), second).thenNothing();
    s.when(parting(4), facilitator).thenNothing();
    expect(numbersOf(listOf(s, 'floor.questions'))).toEqual([4, 1, 2, 3]);
    expect(listOf(s, 'floor.open')).toMatchObject([{ question: Q(4), merged: 3 }]);
  });
  test('[PO12] a hidden or withdrawn one is no head; what lies under a hidden one stands by itself, with its own votes', () => {
    const s = four().when(voting(2), phone(5)).when(merging(2, 1), facilitator).when(merging(3, 1), facilitator);
    s.when(hiding(1), facilitator).when(merging(4, 1), facilitator).refused('floor.hiddenOne');
    expect(numbersOf(listOf(s, 'floor.open'))).toEqual([2, 3, 4]);
    expect(votesIn(s, 2)).toEqual({ members: 1, audience: 0 });
    s.when(merging(4, 3), facilitator).then({ type: 'floor.parted', question: Q(3), from: Q(1) }, { question: Q(4), into: Q(3) });
    s.when(hiding(1, false), facilitator);
    expect([2, 3, 4].map((n) => intoOf(s, n))).toEqual([Q(1), null, Q(3)]);
    const t = four()
      .when({ type: 'floor.withdraw', question: Q(4) }, phone(4))
      .when(merging(1, 4), facilitator);
    t.refused('floor.withdrawnOne');
  });
  test('[SC1] put under another while on the wall, the other is there in its place, once', () => {
    const s = four().when(toWall(1, 2), facilitator).when(merging(1, 3), facilitator);
    expect(at(driverOf(s), 'wall')).toEqual([Q(3), Q(2)]);
    s.when(merging(3, 2), facilitator);
    expect(at(driverOf(s), 'wall')).toEqual([Q(2)]);
    expect(at(s.view('screen'), 'floor', 'questions')).toMatchObject([{ question: Q(2), merged: 2 }]);
  });
  test('[PO2] after the close nothing is put together or apart any more: the votes are counted', () => {
    const s = four().when(merging(2, 1), facilitator).when(close, facilitator);
    s.when(merging(3, 1), facilitator).refused('floor.over').when(parting(2), facilitator).refused('floor.over');
    s.when(hiding(3), facilitator).then({ type: 'floor.hidden' });
  });
});

describe('hidden', () => {
  test('[PO12] gone from the lists and the wall, counted, kept; shown again it is as before', () => {
    const s = four().when(voting(1), phone(5)).when(toWall(1), facilitator).when(hiding(1), facilitator);
    s.when(hiding(1), second).thenNothing();
    expect(at(driverOf(s), 'counts')).toMatchObject({ open: 3, hidden: 1 });
    expect([at(driverOf(s), 'wall'), numbersOf(listOf(s, 'floor.open'))]).toEqual([[], [2, 3, 4]]);
    expect(listOf(s, 'floor.questions')).toContainEqual(expect.objectContaining({ question: Q(1), text: 'Domanda 1', hidden: true }));
    for (const wish of [merging(1, 2), answering(1), settling(1, 'parked', 'x'), giving(1, null)])
      s.when(wish, facilitator).refused('floor.hiddenOne');
    s.when(hiding(1, false), facilitator);
    expect(numbersOf(listOf(s, 'floor.open'))).toEqual([1, 2, 3, 4]);
  });
  test('[PO12] what is hidden gives no votes to the one it lies under', () => {
    const s = four().when(voting(2), phone(5)).when(merging(2, 1), facilitator).when(hiding(2), facilitator);
    expect([votesIn(s, 1), at(listOf(s, 'floor.open'), 0, 'merged')]).toEqual([{ members: 0, audience: 0 }, 0]);
  });
});

describe('taken back', () => {
  /** What those who lead read, versions of lists apart. */
  const seen = (s: Scenario): string =>
    JSON.stringify([driverOf(s), listOf(s, 'floor.questions'), listOf(s, 'floor.hands')], (key, value: unknown) =>
      key === 'list' || key === 'turns' ? undefined : value,
    );
  const start = (): Scenario =>
    four()
      .when(experts(1, 2), facilitator)
      .when(voting(1), phone(5))
      .when(merging(2, 1), facilitator)
      .when(toWall(1, 3), facilitator)
      .when(giving(3, 1), facilitator)
      .when(settling(4, 'parked', 'Ufficio Clima'), facilitator)
      .when(raising(), phone(6))
      .when(raising(), phone(7));
  test.each([
    ['doorSet', doors(false, true), {}],
    ['expertsSet', experts(1, 2, 3), {}],
    ['merged', merging(1, 3), { text: 'Domanda 1' }],
    ['parted', parting(2), { text: 'Domanda 2' }],
    ['hidden', hiding(1), { text: 'Domanda 1' }],
    ['assigned', giving(3, 2), { text: 'Domanda 3' }],
    ['answered', answering(4), { text: 'Domanda 4' }],
    ['settled', settling(4, 'disputed', 'No'), { text: 'Domanda 4' }],
    ['wallSet', toWall(), { text: 'Domanda 1' }],
    ['queueSet', queueing('least', null, 60), {}],
    ['turnStarted', calling(1, 7), { seat: '7' }],
  ] as const)('[K9] %s: everything is as it was; a second press does nothing', (step, wish, params) => {
    const s = start();
    const before = seen(s);
    s.when(wish, facilitator);
    expect(seen(s)).not.toBe(before);
    const last = undoable(s);
    expect(last).toMatchObject({ code: `floor.${step}`, params, seq: s.seq });
    s.when(last?.command, second);
    expect(s.last).toMatchObject({ kind: 'facts' });
    expect(seen(s)).toBe(before);
    s.when(last?.command, facilitator).thenNothing();
    expect(undoable(s)).toBeNull();
  });
  test('[K9] unhidden: hidden again', () => {
    const s = start().when(hiding(3), facilitator);
    const before = seen(s);
    s.when(hiding(3, false), facilitator);
    s.when(undoable(s)?.command, second);
    expect(seen(s)).toBe(before);
  });
  test('[K9] the words are the beginning of the question', () => {
    const s = hall()
      .when(asking(1, `${'a'.repeat(50)}\nfine`), phone(1))
      .when(hiding(1), facilitator);
    expect(undoable(s)?.params).toEqual({ text: 'a'.repeat(40) });
  });
  test('[K9] a step stands while other things happen, and goes when something happens to the same thing', () => {
    const s = start().when(giving(3, 2), facilitator);
    s.when(asking(9), phone(1)).when(raising(), phone(8)).when(voting(3), phone(1));
    expect(undoable(s)?.code).toBe('floor.assigned');
    s.when(answering(3), expert(2));
    expect(undoable(s)).toBeNull();
    s.when(doors(true, true), facilitator).when(asking(10), guest(1));
    expect(undoable(s)).toBeNull();
    s.when(calling(1, 7), facilitator).when(pausing(1), facilitator);
    expect(undoable(s)).toBeNull();
    s.when(undo(3), facilitator).refused('floor.notUndoable');
  });
  test('[K9] a call taken back: the turn has not been, the one before it stays ended, the hand is where it was', () => {
    const s = start()
      .when(calling(1, 6), facilitator)
      .after(30_000)
      .when(calling(2, 7, 1), second)
      .when(raising(), phone(8));
    s.when(undoable(s)?.command, facilitator).then(
      { type: 'floor.turnEnded', how: 'undone' },
      { type: 'floor.undone', step: 'turnStarted' },
    );
    expect([speaks(s), queueSeats(s)]).toEqual([null, ['7', '8']]);
    expect(stateOf(s).spoken.get(null)?.size).toBe(1);
    expect(stateOf(s).ended.size).toBe(2);
  });
  test('[K9] nothing is taken back once the session is over', () => {
    const s = start().when(close, facilitator);
    expect(undoable(s)).toBeNull();
    s.when(hiding(3), facilitator);
    expect(undoable(s)).toBeNull();
  });
  test('[K5] versions of lists grow with every step and every vote, and with an undo', () => {
    const s = four();
    const versions = new Set<string>();
    const look = () => versions.add(versionOf(s, 'floor.questions'));
    look();
    s.when(voting(1), phone(1));
    look();
    s.when(hiding(1), facilitator);
    look();
    s.when(undoable(s)?.command, facilitator);
    look();
    s.when({ type: 'floor.setExperts', experts: [{ id: E(1), label: 'Altro nome', about: '' }] }, facilitator);
    look();
    expect(versions.size).toBe(5);
  });
  test('[K5] a vote brings the numbers again, and no words', () => {
    const s = four();
    const words = versionOf(s, 'floor.open');
    const numbers = versionOf(s, 'floor.votes');
    s.when(voting(2), phone(1)).when(hiding(1), facilitator).when(voting(3), phone(2));
    const hidden = versionOf(s, 'floor.open');
    expect(hidden).not.toBe(words);
    s.when(voting(3), phone(3));
    expect(versionOf(s, 'floor.open')).toBe(hidden);
    expect(versionOf(s, 'floor.votes')).not.toBe(numbers);
    expect(listOf(s, 'floor.votes')).toEqual([
      [Q(2), 1, 0],
      [Q(3), 2, 0],
    ]);
  });
});
