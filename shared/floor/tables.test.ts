// The floors of tables: to the tables and back, who moves, a table that tells the plenary, the drawn table of its facilitator.
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../kernel/scenario.ts';
import {
  Q,
  T,
  asking,
  assigned,
  assign,
  at,
  atTables,
  calling,
  desk,
  ending,
  facilitator,
  factsOf,
  letOut,
  listOf,
  mineOf,
  moving,
  phone,
  queueSeats,
  raising,
  recall,
  speaks,
  split,
  stateOf,
  system,
  tableOf,
  turnId,
  who,
} from './testing.testkit.ts';

const nowOf = (s: Scenario, where: number | null = null) => stateOf(s).floors.get(where === null ? null : T(where))?.now ?? null;
const msIn = (s: Scenario, n: number, where: number | null = null) =>
  stateOf(s)
    .spoken.get(where === null ? null : T(where))
    ?.get(who(n)) ?? { ms: 0, turns: 0 };

describe('to the tables and back', () => {
  test('[GR3] to the tables: the plenary’s turn ends and its hands go down; back, those of the tables', () => {
    const s = assigned().when(raising(), phone(2)).when(calling(1, 1), facilitator).when(split(), facilitator);
    expect([nowOf(s), stateOf(s).hands.size, factsOf(s, 'floor.turnEnded')]).toEqual([
      null,
      0,
      [expect.objectContaining({ how: 'moved' })],
    ]);
    s.when(raising(), phone(4))
      .when(calling(2, 5, null, 2), tableOf(2))
      .when(calling(3, 1, null, 1), tableOf(1))
      .when(recall(), facilitator);
    expect([nowOf(s, 1), nowOf(s, 2), stateOf(s).hands.size]).toEqual([null, null, 0]);
    expect(factsOf(s, 'floor.turnEnded')).toHaveLength(3);
    // What was said at a table stays said there.
    expect(msIn(s, 5, 2).turns).toBe(1);
  });
  test('[GR3] a split that is taken back ends what had begun at the tables', () => {
    const s = atTables()
      .when(calling(1, 4, null, 2), tableOf(2))
      .when(raising(), phone(5));
    s.when({ type: 'groups.undo', seq: s.log.findIndex(({ type }) => type === 'groups.split') + 1 }, facilitator);
    expect(factsOf(s, 'floor.turnEnded')).toMatchObject([{ turn: turnId(1), how: 'moved' }]);
    expect(stateOf(s).hands.size).toBe(0);
  });
  test('[GR3] who goes to another table loses hand and turn at the old one, others keep theirs', () => {
    const s = atTables()
      .when(raising(), phone(4))
      .when(raising(), phone(6))
      .when(calling(1, 5, null, 2), tableOf(2));
    s.when(moving(4, 2, 1), facilitator).when(moving(5, 2, 1), facilitator);
    expect([speaks(s, 2), queueSeats(s, 2), factsOf(s, 'floor.turnEnded')]).toEqual([
      null,
      ['6'],
      [expect.objectContaining({ how: 'moved' })],
    ]);
  });
  test('[GR3] mixed anew while at work, and a table that goes: turns and hands that are not there any more end', () => {
    const s = atTables()
      .when(raising(), phone(4))
      .when(calling(1, 5, null, 2), tableOf(2))
      .when(calling(2, 1, null, 1), tableOf(1));
    s.when(assign(1, [1, 5], [2, 4, 6], [3, 7, 8, 9]), facilitator).then({ reshuffled: true });
    expect([speaks(s, 1), speaks(s, 2), queueSeats(s, 2)]).toEqual(['1', null, ['4']]);
  });
});

describe('a table that tells the plenary', () => {
  const line = (): Scenario =>
    atTables()
      .when({ type: 'groups.setSpokesperson', group: T(1), member: who(2) }, tableOf(1))
      .when(recall(), facilitator)
      .when({ type: 'groups.queueReports', order: [T(1), T(2)], sec: 90 }, facilitator);
  const report = (from: number | null, to: number | null) => ({
    type: 'groups.report',
    from: from === null ? null : T(from),
    to: to === null ? null : T(to),
  });
  test('[FL1] is a turn, of its spokesperson, with the tables’ own time; it ends with the next or when it has told', () => {
    const s = line().when(calling(1, 9), facilitator).when(report(null, 1), facilitator);
    expect(nowOf(s)).toMatchObject({ kind: 'report', group: T(1), member: who(2), seat: '2', where: null });
    const endsAt = stateOf(s).telling.now?.endsAt ?? 0;
    expect(nowOf(s)?.endsAt).toBe(endsAt);
    expect(factsOf(s, 'floor.turnEnded')).toMatchObject([{ turn: turnId(1), how: 'next' }]);
    s.when(report(1, 2), facilitator);
    expect(nowOf(s)).toMatchObject({ kind: 'report', group: T(2), member: null });
    expect(at(s.view('screen'), 'floor', 'turn')).toMatchObject({ kind: 'report', table: 2 });
    s.when(report(2, null), facilitator);
    expect(nowOf(s)).toBeNull();
    expect(factsOf(s, 'floor.turnEnded').map((fact) => at(fact, 'how'))).toEqual(['next', 'next', 'done']);
    s.when({ type: 'floor.beginReport', group: T(1), endsAt }, system).thenNothing();
    s.when({ type: 'floor.endReport', group: T(1), undone: false }, system).thenNothing();
  });
  test('[K9] taken back: the turn has not been; the one before it tells again; an end that is taken back goes on', () => {
    const s = line().when(report(null, 1), facilitator);
    const lastUndo = () => {
      const seq = s.log.findLastIndex(({ type }) => type.startsWith('groups.report')) + 1;
      return { type: 'groups.undo', seq };
    };
    s.when(lastUndo(), facilitator);
    expect([nowOf(s), factsOf(s, 'floor.turnEnded').at(-1)]).toEqual([null, expect.objectContaining({ how: 'undone' })]);
    expect(msIn(s, 2)).toEqual({ ms: 0, turns: 0 });
    s.when(report(null, 1), facilitator).when(report(1, 2), facilitator).when(lastUndo(), facilitator);
    expect(nowOf(s)).toMatchObject({ kind: 'report', group: T(1) });
    s.when(report(1, null), facilitator).when(lastUndo(), facilitator);
    expect(nowOf(s)).toMatchObject({ kind: 'report', group: T(1) });
  });
  test('[FL1] a report ended by a call does not come back by itself, and to the tables ends it', () => {
    const s = line().when(report(null, 1), facilitator);
    const turn = nowOf(s)?.turn ?? null;
    s.when({ ...calling(5, 9), from: turn }, facilitator);
    expect(speaks(s)).toBe('9');
    s.when(report(1, null), facilitator);
    expect(speaks(s)).toBe('9');
    const t = line().when(report(null, 1), facilitator).when(split(2), facilitator);
    expect([nowOf(t), factsOf(t, 'floor.turnEnded')]).toEqual([null, [expect.objectContaining({ how: 'done' })]]);
  });
});

describe('the drawn table', () => {
  test('[FL1] its facilitator sees who speaks, who waits, who has not spoken yet at this table', () => {
    const s = atTables()
      .when(calling(1, 4, null, 2), tableOf(2))
      .after(29_000)
      .when(ending(1), tableOf(2))
      .when(raising(), phone(5));
    s.when(letOut(6), desk).when(asking(1), tableOf(2));
    expect(mineOf(s, tableOf(2))).toMatchObject({
      floor: { where: T(2), now: null, waiting: 1, hands: [{ seat: '5', turns: 0, sec: 0 }] },
      seats: [
        { seat: '4', here: true, hand: false, turns: 1, sec: 30 },
        { seat: '5', here: true, hand: true, turns: 0, sec: 0 },
        { seat: '6', here: false, hand: false, turns: 0, sec: 0 },
      ],
      own: [{ question: Q(1) }],
      may: { ask: true, call: true },
    });
    expect(listOf(s, 'floor.hands', tableOf(2), T(1))).toEqual([]);
    expect(listOf(s, 'floor.hands', tableOf(2), '')).toMatchObject([{ seat: '5' }]);
  });
});
