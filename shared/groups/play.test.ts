// Seeded days at random: facilitators, tables and the desk wish things in any order. After every wish what other rooms read is what this room
// shows, nobody sits at two tables or at one that is not there; and the last step, taken back at once, leaves everything as it was.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '../kernel/audience.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { italian } from '../kernel/text.ts';
import { nobodySeated, seatingAfter } from './events.ts';
import {
  T,
  assign,
  assigned,
  desk,
  driverOf,
  facilitator,
  letIn,
  letOut,
  listOf,
  moving,
  plan,
  second,
  stateOf,
  tableOf,
  undo,
  undoable,
  who,
} from './testing.testkit.ts';

type Act = (s: Scenario) => readonly [object, Actor];
const one = fc.integer({ min: 1, max: 12 });
const table = fc.integer({ min: 1, max: 3 });
const maybeTable = fc.option(table);
const places = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 });
const here = (s: Scenario, n: number): number | null => {
  const at = stateOf(s).seating.groupOf.get(who(n));
  return at === undefined ? null : Number(at.slice(-3));
};
const telling = (s: Scenario) => stateOf(s).report.now?.group ?? null;
const who2 = fc.constantFrom(facilitator, second);

/** What who leads may wish, and can take back. */
const led: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 3 }), who2).map(([n, actor]): Act => () => [plan(n), actor]),
  fc.tuple(places, who2).map(([at, actor]): Act => (s) => {
    const rows = [1, 2, 3].map((n) => at.flatMap((place, i) => (place === n ? [i + 1] : [])));
    return [assign(stateOf(s).tables.round, ...rows.slice(0, stateOf(s).tables.groups.length)), actor];
  }),
  fc.tuple(one, maybeTable, who2).map(([n, to, actor]): Act => (s) => [moving(n, here(s, n), to), actor]),
  who2.map((actor): Act => (s) => [{ type: 'groups.split', round: stateOf(s).tables.round, block: null }, actor]),
  who2.map((actor): Act => (s) => [{ type: 'groups.recall', round: stateOf(s).tables.round }, actor]),
  fc
    .tuple(table, fc.constantFrom(-300, 60, 300))
    .map(([n, sec]): Act => () => [{ type: 'groups.giveTime', group: T(n), sec }, facilitator]),
  fc
    .tuple(maybeTable, fc.constantFrom('Leggete', 'Date un nome'))
    .map(([n, words]): Act => () => [{ type: 'groups.setCard', group: n === null ? null : T(n), card: italian(words) }, facilitator]),
  fc.tuple(table, one).map(([n, m]): Act => () => [{ type: 'groups.setSpokesperson', group: T(n), member: who(m) }, facilitator]),
  fc.shuffledSubarray([1, 2, 3]).map((order): Act => () => [{ type: 'groups.queueReports', order: order.map(T), sec: 90 }, facilitator]),
  maybeTable.map((to): Act => (s) => [{ type: 'groups.report', from: telling(s), to: to === null ? null : T(to) }, second]),
  fc.constant<Act>((s) => [{ type: 'groups.openChoice', round: stateOf(s).tables.round }, facilitator]),
  fc.constant<Act>((s) => [{ type: 'groups.closeChoice', round: stateOf(s).tables.round }, facilitator]),
);
const others: fc.Arbitrary<Act> = fc.oneof(
  one.map((n): Act => () => [letIn(n), desk]),
  one.map((n): Act => () => [letOut(n), desk]),
  fc.tuple(table, one).map(([n, seat]): Act => () => [{ type: 'groups.welcome', seat: String(seat) }, tableOf(n)]),
  table.map((n): Act => () => [{ type: 'groups.callHelp', about: 'time', words: '' }, tableOf(n)]),
  table.map((n): Act => () => [{ type: 'groups.endHelp', group: T(n), how: 'given' }, facilitator]),
  fc.constant<Act>((s) => [undo(stateOf(s).last?.seq ?? 1), second]),
);
const day = (least: number) => fc.array(fc.oneof({ arbitrary: led, weight: 2 }, others), { minLength: least, maxLength: 30 });
/** The day begins with three tables assigned; or also with the first of them telling the plenary. */
const play = (acts: readonly Act[], tellingFirst = false): Scenario => {
  const s = assigned();
  if (tellingFirst)
    s.when({ type: 'groups.queueReports', order: [T(1), T(2), T(3)], sec: 90 }, facilitator).when(
      { type: 'groups.report', from: null, to: T(1) },
      facilitator,
    );
  for (const act of acts) s.when(...act(s));
  return s;
};
/** All that who leads can see, but the version of lists and why somebody sits where they sit (an undo says that it is one). */
const seen = (s: Scenario): string =>
  JSON.stringify([driverOf(s), listOf(s, 'groups.seating'), listOf(s, 'groups.plan')], (key, value: unknown) =>
    key === 'list' || key === 'why' ? undefined : value,
  );

test('[GR3] [K4] in any day what other rooms read of who sits where is what this room knows, at tables that are there', () => {
  let moved = 0;
  fc.assert(
    fc.property(day(15), (acts) => {
      const s = play(acts);
      let seating = nobodySeated;
      s.log.forEach((fact, i) => {
        if (fact.type === 'groups.moved') moved += 1;
        seating = seatingAfter(seating, fact, i + 1);
      });
      const state = stateOf(s);
      expect(seating).toEqual(state.seating);
      const there = new Set(state.tables.groups.map(({ id }) => id));
      for (const group of [...state.seating.groupOf.values(), ...state.tables.assigned.values()]) expect(there.has(group)).toBe(true);
      for (const { extraSec } of state.own.values()) expect(extraSec).toBeGreaterThanOrEqual(0);
      expect(state.seating.mode === 'groups').toBe(state.tables.split !== null);
    }),
    { numRuns: 150, seed: 20261121 },
  );
  expect(moved).toBeGreaterThan(100);
});

test('[K9] in any day the last step, taken back at once, leaves everything as who leads saw it, and is taken back once', () => {
  const done = new Map<string, number>();
  fc.assert(
    fc.property(day(0), led, fc.boolean(), (acts, step, tellingFirst) => {
      const s = play(acts, tellingFirst);
      const before = seen(s);
      s.when(...step(s));
      const last = undoable(s);
      if (s.facts.length !== 1 || last?.seq !== s.seq) return;
      done.set(last.code, (done.get(last.code) ?? 0) + 1);
      s.when(last.command, second);
      expect(s.last).toMatchObject({ kind: 'facts' });
      expect([last.code, seen(s)]).toEqual([last.code, before]);
      s.when(last.command, facilitator).thenNothing();
      expect(undoable(s)).toBeNull();
    }),
    { numRuns: 1000, seed: 20261121 },
  );
  expect([...done.keys()].sort()).toEqual(
    [
      'assigned',
      'cardSet',
      'choiceClosed',
      'choiceOpened',
      'moved',
      'planned',
      'recalled',
      'reportEnded',
      'reportQueued',
      'reportStarted',
      'split',
      'spokespersonSet',
      'timeGiven',
    ].map((code) => `groups.${code}`),
  );
});
