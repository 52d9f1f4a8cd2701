// Who speaks: hands in an order that is the same for everybody, calls that go one step, time that is counted once.
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../kernel/scenario.ts';
import { floorLimits } from './limits.ts';
import {
  T,
  assigned,
  at,
  atTables,
  calling,
  close,
  desk,
  driverOf,
  ending,
  facilitator,
  factsOf,
  hall,
  letIn,
  letOut,
  mineOf,
  past,
  pausing,
  phone,
  prepared,
  queueSeats,
  queueing,
  raising,
  second,
  speaks,
  stateOf,
  tableOf,
  turnId,
  who,
} from './testing.testkit.ts';

const nowOf = (s: Scenario, where: number | null = null) => stateOf(s).floors.get(where === null ? null : T(where))?.now ?? null;
const msIn = (s: Scenario, n: number, where: number | null = null) =>
  stateOf(s)
    .spoken.get(where === null ? null : T(where))
    ?.get(who(n)) ?? { ms: 0, turns: 0 };

describe('hands', () => {
  test('[FL1] whoever is present asks to speak, once; said differently it keeps its place; lowered it is gone', () => {
    const s = hall(9, 5)
      .when(raising(), phone(1))
      .then({ type: 'floor.handRaised', member: who(1), seat: '1', where: null, kind: 'speech' });
    s.when(raising(), phone(1, 'b')).thenNothing().when(raising(), phone(2)).when(raising('against'), phone(1)).then({ kind: 'against' });
    expect(queueSeats(s)).toEqual(['1', '2']);
    s.when(raising(), phone(7))
      .refused('floor.notPresent')
      .when(raising('speech', true, 2), phone(1))
      .refused('floor.notYours');
    s.when(raising('speech', true, 3), facilitator)
      .then({ seat: '3' })
      .when(raising(), facilitator)
      .refused('floor.sayWho');
    s.when(raising('speech', false, 3), second).then({ type: 'floor.handLowered', why: 'lead' });
    s.when(raising('speech', false), phone(1)).then({ why: 'self' }).when(raising('speech', false), phone(1)).thenNothing();
    s.when({ type: 'floor.lowerAll', where: null }, facilitator).then({ type: 'floor.handsLowered', where: null });
    s.when({ type: 'floor.lowerAll', where: null }, second).thenNothing();
    expect(queueSeats(s)).toEqual([]);
  });
  test('[FL1] nobody speaks before the session is open, in its pauses or after it', () => {
    prepared()
      .given(past({ type: 'session.doorsOpened', v: 1 }))
      .when(letIn(1), desk)
      .when(raising(), phone(1))
      .refused('floor.notRunning');
    const s = hall()
      .given(past({ type: 'session.suspended', v: 1, reason: '' }))
      .when(raising(), phone(1))
      .refused('floor.notRunning');
    s.when(calling(1, 1), facilitator).refused('floor.notRunning');
    s.when(close, facilitator).when(raising(), phone(1)).refused('floor.over');
  });
  test('[FL1] the order: a point of order first; then as they asked, or whoever has spoken least', () => {
    const s = hall();
    for (const n of [3, 1, 2]) s.when(raising(), phone(n));
    s.when(raising('order'), phone(9));
    expect(queueSeats(s)).toEqual(['9', '3', '1', '2']);
    expect(mineOf(s, phone(2))).toMatchObject({ hand: { kind: 'speech', before: 3, table: false } });
    s.when(calling(1, 3), facilitator)
      .after(60_000)
      .when(calling(2, 1, 1), facilitator)
      .after(10_000)
      .when(ending(2), facilitator);
    for (const n of [3, 1]) s.when(raising(), phone(n));
    expect(queueSeats(s)).toEqual(['9', '2', '3', '1']);
    s.when(queueing('least'), facilitator).then({ type: 'floor.queueSet', by: 'least' }).when(queueing('least'), second).thenNothing();
    expect(queueSeats(s)).toEqual(['9', '2', '1', '3']);
  });
  test('[K1] ninety hands in ten seconds have one order, on every reading, whatever the way they came', () => {
    const order = (seed: number): readonly unknown[] => {
      const s = hall(90);
      const start = s.now;
      // Given in another order each time, at the same hour of each: three in the same moment.
      const list = Array.from({ length: 90 }, (_, i) => (((i * seed) % 97) % 90) + 1);
      for (const n of new Set([...list, ...Array.from({ length: 90 }, (_, i) => i + 1)])) {
        s.now = start + Math.floor(n / 3) * 333;
        s.when(raising(n % 10 === 0 ? 'order' : 'speech'), phone(n));
      }
      const first = queueSeats(s);
      expect(queueSeats(s)).toEqual(first);
      const hands = at(driverOf(s), 'plenary', 'hands');
      expect(at(driverOf(s), 'plenary', 'waiting')).toBe(90);
      expect(Array.isArray(hands) ? hands.map((hand) => at(hand, 'seat')) : null).toEqual(first.slice(0, floorLimits.handsShown));
      return first;
    };
    const one = order(7);
    expect(one).toHaveLength(90);
    expect(one.slice(0, 10)).toEqual(['10', '20', '30', '40', '50', '60', '70', '80', '90', '1']);
    expect(order(31)).toEqual(one);
  });
});

describe('calls', () => {
  test('[K1] two who call the next one together go one step, never over anybody’s head', () => {
    const s = hall();
    for (const n of [1, 2, 3]) s.when(raising(), phone(n));
    s.when(calling(1, 1), facilitator).then({ type: 'floor.turnStarted', member: who(1), seat: '1', group: null, sec: 120 });
    s.when(calling(11, 1), second).thenNothing();
    s.when(calling(2, 2, 1), facilitator).then(
      { type: 'floor.turnEnded', turn: turnId(1), how: 'next' },
      { type: 'floor.turnStarted', seat: '2' },
    );
    s.when(calling(12, 2, 1), second)
      .thenNothing()
      .when(calling(13, 3, 1), second)
      .thenNothing();
    // Sent again, also when it is over.
    s.when(calling(2, 2, 1), facilitator)
      .thenNothing()
      .when(ending(2), facilitator)
      .when(calling(2, 2, null), facilitator)
      .thenNothing();
    expect([speaks(s), queueSeats(s), factsOf(s, 'floor.turnStarted')]).toEqual([null, ['3'], expect.objectContaining({ length: 2 })]);
  });
  test('[K1] whoever speaks finishes just as the next one is called: the call is granted, unless somebody else was called meanwhile', () => {
    const s = hall();
    for (const n of [2, 3]) s.when(raising(), phone(n));
    s.when(calling(1, 1), facilitator).when(ending(1), phone(1));
    s.when(calling(2, 2, 1), facilitator).then({ type: 'floor.turnStarted', seat: '2' });
    s.when(ending(2), phone(2))
      .when(calling(13, 3, 1), second)
      .thenNothing();
    s.when(calling(3, 3, 2), second).then({ type: 'floor.turnStarted', seat: '3' });
  });
  test('[FL1] somebody without a hand, or without a seat, can be called; who is not here cannot', () => {
    const s = hall(9, 5)
      .when(calling(1, 4), facilitator)
      .then({ seat: '4' })
      .when(calling(2, null, 1), facilitator);
    s.then({ type: 'floor.turnEnded' }, { type: 'floor.turnStarted', member: null, seat: null });
    s.when(calling(3, 8, 2), facilitator).refused('floor.notPresent');
    s.when(raising(), phone(4))
      .then({ seat: '4' })
      .when(calling(4, 4, 2), facilitator)
      .when(raising(), phone(4))
      .refused('floor.youSpeak');
    expect(mineOf(s, phone(4))).toMatchObject({ may: { raise: false }, turn: { turn: turnId(4), kind: 'speech' }, hand: null });
  });
  test('[FL1] a table’s floor is its own: members of it, run by its facilitator or by who leads', () => {
    const s = atTables()
      .when(raising(), phone(4))
      .then({ where: T(2) })
      .when(raising('speech', true, 5), tableOf(2))
      .then({ seat: '5' });
    s.when(raising('speech', true, 1), tableOf(2)).refused('floor.notYours');
    s.when(calling(1, 4, null, 2), tableOf(1))
      .refused('floor.notYours')
      .when(calling(1, 4), tableOf(2))
      .refused('floor.notYours');
    s.when(calling(1, 1, null, 2), tableOf(2)).refused('floor.notAtThisTable', { number: 2 });
    s.when(calling(1, 4, null, 2), tableOf(2)).then({ where: T(2), seat: '4' });
    s.when(calling(2, 1, null, 1), facilitator).then({ where: T(1) });
    expect([speaks(s, 1), speaks(s, 2), queueSeats(s, 2)]).toEqual(['1', '4', ['5']]);
    s.when(ending(2), tableOf(2)).refused('floor.notYours').when(pausing(2), tableOf(2)).refused('floor.notYours');
    s.when(queueing('least', 1), tableOf(2))
      .refused('floor.notYours')
      .when(queueing('least', 2, 60), tableOf(2))
      .then({ sec: 60 });
    s.when({ type: 'floor.lowerAll', where: T(1) }, tableOf(2)).refused('floor.notYours');
    s.when(calling(3, 1), facilitator)
      .refused('floor.atTables')
      .when(calling(3, null, null, 8), facilitator)
      .refused('floor.unknownTable');
    hall()
      .when(calling(1, 1, null, 1), facilitator)
      .refused('floor.unknownTable');
    assigned()
      .when(calling(1, 1, null, 1), tableOf(1))
      .refused('floor.notAtTables');
  });
  test('[FL1] at the tables whoever has none has no floor', () => {
    const s = hall(9, 4)
      .when({ type: 'groups.plan', themes: [], groups: [] }, facilitator)
      .given(
        past({
          type: 'groups.planned',
          v: 1,
          themes: [],
          groups: [{ id: T(1), number: 1, name: null, theme: null, question: null, video: null }],
        }),
        past({ type: 'groups.assigned', v: 1, round: 1, how: { by: 'hand' }, seating: [{ group: T(1), members: [who(1), who(2)] }] }),
        past({ type: 'groups.split', v: 1, round: 1, block: null }),
      );
    s.when(raising(), phone(3)).refused('floor.noTable');
    expect(mineOf(s, phone(3))).toMatchObject({ may: { raise: false } });
  });
});

describe('time', () => {
  test('[FL1] what was spoken counts once: pauses left out, whoever ends it', () => {
    const s = hall().when(calling(1, 1), facilitator);
    const started = nowOf(s)?.startedAt ?? 0;
    s.now = started + 20_000;
    s.when(pausing(1), facilitator).then({ type: 'floor.turnPaused' }).when(pausing(1), second).thenNothing();
    s.after(300_000).when(pausing(1, false), second).then({ type: 'floor.turnResumed' });
    const resumed = nowOf(s)?.since ?? 0;
    s.now = resumed + 5_000;
    s.when(ending(1), phone(2))
      .refused('floor.notYours')
      .when(ending(1), phone(1))
      .then({ type: 'floor.turnEnded', ms: 25_000, how: 'self' });
    s.when(ending(1), facilitator)
      .thenNothing()
      .when(pausing(1), facilitator)
      .thenNothing()
      .when(ending(77), facilitator)
      .refused('floor.unknownTurn');
    expect(msIn(s, 1)).toEqual({ ms: 25_000, turns: 1 });
  });
  test('[FL1] a turn has an end that moves with the time that is given, and may be past', () => {
    const s = hall();
    const from = s.now;
    s.when(calling(1, 1), facilitator).then({ endsAt: from + 120_000 });
    const give = (sec: number) => ({ type: 'floor.giveTime', turn: turnId(1), sec });
    s.when(give(30), facilitator).then({ sec: 30, endsAt: from + 150_000, leftMs: null });
    s.now = from + 160_000;
    s.when(pausing(1), facilitator).then({ leftMs: -10_000 });
    s.when(give(60), facilitator).then({ sec: 60, endsAt: null, leftMs: 50_000 });
    expect(nowOf(s)).toMatchObject({ sec: 210, endsAt: null, leftMs: 50_000 });
    s.when(give(-600), facilitator)
      .then({ sec: floorLimits.turnSecMin - 210 })
      .when(give(-1), facilitator)
      .thenNothing();
    for (let n = 0; n < 3; n += 1) s.when(give(600), facilitator);
    s.when(give(1), facilitator).refused('floor.timeFull', { minutes: 30 });
  });
  test('[FL1] who leaves has no hand and no turn; a session that pauses pauses it, one that closes ends it', () => {
    const s = hall().when(raising(), phone(2)).when(calling(1, 1), facilitator).when(letOut(2), desk).when(letOut(1), desk);
    expect([speaks(s), queueSeats(s), factsOf(s, 'floor.turnEnded')]).toEqual([null, [], [expect.objectContaining({ how: 'left' })]]);
    s.when(calling(2, 3), facilitator).when({ type: 'session.suspend', reason: 'Pausa' }, facilitator);
    expect(nowOf(s)).toMatchObject({ since: null, endsAt: null });
    s.when(pausing(2, false), facilitator).refused('floor.notRunning').when({ type: 'session.resume' }, facilitator);
    s.when(pausing(2, false), facilitator).then({ type: 'floor.turnResumed' }).when(raising(), phone(5)).when(close, facilitator);
    expect(factsOf(s, 'floor.turnEnded').at(-1)).toMatchObject({ turn: turnId(2), how: 'closed' });
    expect([speaks(s), queueSeats(s), stateOf(s).phase]).toEqual([null, [], 'over']);
    expect(factsOf(s, 'floor.closed')).toHaveLength(1);
  });
});
