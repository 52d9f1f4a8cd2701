// A turn that nobody ended: it ends with its block, and no more of it counts than a turn may be (FL1).
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../kernel/scenario.ts';
import { floorLimits } from './limits.ts';
import {
  T,
  at,
  atTables,
  B,
  calling,
  ending,
  facilitator,
  factsOf,
  hall,
  listOf,
  past,
  queueing,
  queueSeats,
  raising,
  recall,
  phone,
  second,
  speaks,
  stateOf,
  tableOf,
  turnId,
  who,
} from './testing.testkit.ts';
import { countedMs } from './time.ts';

const blockOf = (id: string) => ({
  ...{ id, title: { original: 'it', it: id }, description: null, instructions: null, notes: null, activity: 'talk' },
  ...{ plannedSec: 600, warnSec: 60, video: null, materials: [] },
});
const load = { type: 'agenda.load', mode: 'replace', startPlanned: 0, blocks: [blockOf(B(1)), blockOf(B(2))] };
const start = (from: number | null, to: number) => ({ type: 'agenda.start', from: from === null ? null : B(from), to: B(to) });
const spoken = (s: Scenario, n: number) => stateOf(s).spoken.get(null)?.get(who(n));

describe('counted', () => {
  test('[FL1] its time and an overrun as long again, of at least five minutes; less is what it is', () => {
    expect(countedMs(95 * 60_000, 120)).toBe((120 + floorLimits.overrunSec) * 1000);
    expect(countedMs(95 * 60_000, 900)).toBe(1_800_000);
    expect(countedMs(200_000, 120)).toBe(200_000);
  });
  test('[FL1] the log keeps how long it went on; totals, queue and bands count what it may be, with what was given', () => {
    const s = hall()
      .when(calling(1, 1), facilitator)
      .when({ type: 'floor.giveTime', turn: turnId(1), sec: 60 }, facilitator);
    s.after(95 * 60_000).when(calling(2, 2, 1), facilitator);
    const most = (180 + floorLimits.overrunSec) * 1000;
    expect(at(factsOf(s, 'floor.turnEnded')[0], 'ms')).toBeGreaterThan(95 * 60_000);
    expect(spoken(s, 1)).toEqual({ ms: most, turns: 1 });
    // Nobody is behind for ever because a clock was forgotten.
    s.after(10 * 60_000)
      .when(ending(2), facilitator)
      .when(calling(3, 2), facilitator)
      .after(200_000)
      .when(ending(3), facilitator);
    s.when(raising(), phone(2)).when(raising(), phone(1)).when(queueing('least'), facilitator);
    expect(queueSeats(s)).toEqual(['1', '2']);
    expect(listOf(s, 'floor.totals')).toMatchObject({ bands: [{ people: 7 }, {}, {}, {}, { toSec: null, people: 2 }] });
  });
});

describe('with its block', () => {
  test('[FL1] a plenary’s turn ends when another block begins, and when its own ends', () => {
    const s = hall().when(load, facilitator).when(start(null, 1), facilitator).when(calling(1, 1), facilitator);
    s.after(60_000).when(start(1, 2), facilitator);
    expect([speaks(s), factsOf(s, 'floor.turnEnded')]).toEqual([null, [expect.objectContaining({ turn: turnId(1), how: 'moved' })]]);
    s.when(calling(2, 2), facilitator).when({ type: 'agenda.end', block: B(2) }, facilitator);
    expect(factsOf(s, 'floor.turnEnded')).toMatchObject([{ how: 'moved' }, { turn: turnId(2), how: 'moved' }]);
    // A call that was on its way names the turn that has just ended: it is granted.
    s.when(calling(3, 3, 2), second).then({ type: 'floor.turnStarted' });
  });
  test('[FL1] what is said at the tables goes on', () => {
    const s = atTables()
      .when(load, facilitator)
      .when(start(null, 1), facilitator)
      .when(calling(1, 4, null, 2), tableOf(2));
    s.when(start(1, 2), facilitator);
    expect(speaks(s, 2)).toBe('4');
  });
});

describe('a table that tells', () => {
  const report = (from: number | null, to: number | null) => ({
    ...{ type: 'groups.report', from: from === null ? null : T(from) },
    to: to === null ? null : T(to),
  });
  const line = (): Scenario =>
    atTables()
      .when(recall(), facilitator)
      .when({ type: 'groups.queueReports', order: [T(1), T(2)], sec: 90 }, facilitator)
      .when(report(null, 1), facilitator);
  const undo = (s: Scenario, type: string) => ({ type: 'groups.undo', seq: s.log.findLastIndex((fact) => fact.type === type) + 1 });
  const kinds = (s: Scenario) => factsOf(s, 'floor.turnStarted').map((fact) => at(fact, 'kind'));
  test('[K9] an end that is taken back gives the turn again, but not over the head of somebody who was called since', () => {
    const s = line().when(report(1, null), facilitator);
    s.when(undo(s, 'groups.reportEnded'), facilitator);
    expect(kinds(s)).toEqual(['report', 'report']);
    const t = line().when(report(1, null), facilitator).when(calling(5, 9), facilitator);
    t.when(undo(t, 'groups.reportEnded'), facilitator);
    expect([speaks(t), kinds(t)]).toEqual(['9', ['report', 'speech']]);
  });
  test('[K9] another step of the tables that is taken back begins nothing: a debate goes on', () => {
    const s = line();
    const turn = stateOf(s).floors.get(null)?.now?.turn ?? null;
    s.when({ ...calling(5, 9), from: turn }, facilitator).when(
      { type: 'groups.setCard', group: null, card: { original: 'it', it: 'x' } },
      facilitator,
    );
    s.when(undo(s, 'groups.cardSet'), facilitator).then({ type: 'groups.cardSet' }, { type: 'groups.undone' });
    expect([speaks(s), kinds(s)]).toEqual(['9', ['report', 'speech']]);
  });
});
// Given twice, a fact of the programme ends a turn once.
test('[K3] a turn that is over is not ended again', () => {
  const s = hall().when(load, facilitator).when(start(null, 1), facilitator).when(calling(1, 1), facilitator).when(ending(1), facilitator);
  s.when(start(1, 2), facilitator);
  expect(factsOf(s, 'floor.turnEnded')).toHaveLength(1);
  s.given(past({ type: 'agenda.ended', v: 1, block: B(2), title: { original: 'it', it: 'x' } }));
  expect(factsOf(s, 'floor.turnEnded')).toHaveLength(1);
});
