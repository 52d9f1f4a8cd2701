// Seeded days at random: phones, tables, the audience, experts and those who lead wish things in any order. Whatever happens: no chain, votes are
// keys that are counted once, one turn a floor, time adds up to the intervals of the log, nothing that was asked is lost; read again, the
// same log gives the same state; and the last step, taken back at once, leaves everything as it was.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '../kernel/audience.ts';
import type { TurnId } from '../kernel/ids.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { floorFacts } from './events.ts';
import { turnKinds } from './limits.ts';
import { boxOf, runningTurns } from './state.ts';
import type { FloorState } from './state.ts';
import {
  E,
  Q,
  T,
  answering,
  asking,
  assigned,
  calling,
  desk,
  doors,
  driverOf,
  expert,
  experts,
  facilitator,
  giving,
  guest,
  hiding,
  letIn,
  letOut,
  listOf,
  merging,
  moving,
  parting,
  phone,
  queueing,
  raising,
  replayed,
  second,
  settling,
  stateOf,
  tableOf,
  toWall,
  turnId,
  undo,
  undoable,
  votesIn,
  voting,
  who,
} from './testing.testkit.ts';

type Act = (s: Scenario) => readonly [object, Actor];
const one = fc.integer({ min: 1, max: 9 });
const asked = fc.integer({ min: 1, max: 8 });
const table = fc.integer({ min: 1, max: 3 });
const leader = fc.constantFrom(facilitator, second);
const anybody = fc.oneof(
  one.map((n) => phone(n)),
  table.map((n) => guest(n)),
);
const isTables = (s: Scenario): boolean => stateOf(s).seating.mode === 'groups';
const whereNow = (s: Scenario, n: number): number | null => (isTables(s) ? n : null);
const speaking = (s: Scenario, where: number | null): TurnId | null =>
  stateOf(s).floors.get(where === null ? null : T(where))?.now?.turn ?? null;
const anyTurn = (s: Scenario): TurnId => runningTurns(stateOf(s))[0]?.turn ?? turnId(1);
const freshTurn = (s: Scenario): number => stateOf(s).ended.size * 10 + runningTurns(stateOf(s)).length + 1;
const knownTable = (s: Scenario, n: number): number => Number(stateOf(s).seating.groupOf.get(who(n))?.slice(-3) ?? '1');

/** What those who lead may wish, and can take back. */
const led: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(asked, asked, leader).map(([a, b, actor]): Act => () => [merging(a, b), actor]),
  fc.tuple(asked, leader).map(([a, actor]): Act => () => [parting(a), actor]),
  fc.tuple(asked, fc.boolean(), leader).map(([a, on, actor]): Act => () => [hiding(a, on), actor]),
  fc.tuple(asked, fc.option(fc.integer({ min: 1, max: 2 }))).map(([a, to]): Act => () => [giving(a, to), facilitator]),
  asked.map((a): Act => () => [answering(a), second]),
  fc.tuple(asked, fc.constantFrom('open', 'parked', 'disputed')).map(([a, how]): Act => () => [settling(a, how, 'perché'), facilitator]),
  fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { maxLength: 5 }).map((list): Act => () => [toWall(...list), facilitator]),
  fc.tuple(fc.boolean(), fc.boolean()).map(([members, audience]): Act => () => [doors(members, audience), facilitator]),
  fc.shuffledSubarray([1, 2, 3]).map((list): Act => () => [experts(...list), facilitator]),
  fc
    .tuple(fc.constantFrom('asked', 'least'), table, fc.constantFrom(60, 120))
    .map(([by, n, sec]): Act => (s) => [queueing(by, whereNow(s, n), sec), facilitator]),
  fc.tuple(one, fc.constantFrom(...turnKinds), leader).map(([n, kind, actor]): Act => (s) => {
    const where = whereNow(s, knownTable(s, n));
    return [{ ...calling(freshTurn(s), n, null, where, kind), from: speaking(s, where) }, actor];
  }),
);
const others: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(asked, anybody).map(([a, actor]): Act => () => [asking(a), actor]),
  fc.tuple(asked, table).map(([a, n]): Act => () => [asking(a), tableOf(n)]),
  fc
    .tuple(asked, anybody, fc.boolean(), fc.integer({ min: 1, max: 4 }))
    .map(([a, actor, on, edit]): Act => () => [voting(a, on, edit), actor]),
  fc.tuple(asked, anybody).map(([a, actor]): Act => () => [{ type: 'floor.withdraw', question: Q(a) }, actor]),
  fc.tuple(one, fc.constantFrom(...turnKinds), fc.boolean()).map(([n, kind, on]): Act => () => [raising(kind, on), phone(n)]),
  fc.tuple(one, one, leader).map(([n, from, actor]): Act => (s) => [calling(freshTurn(s), n, from, whereNow(s, 1)), actor]),
  fc.boolean().map((on): Act => (s) => [{ type: 'floor.pauseTurn', turn: anyTurn(s), on }, second]),
  fc.constant<Act>((s) => [{ type: 'floor.endTurn', turn: anyTurn(s) }, facilitator]),
  fc.integer({ min: -60, max: 60 }).map((sec): Act => (s) => [{ type: 'floor.giveTime', turn: anyTurn(s), sec }, facilitator]),
  table.map((n): Act => (s) => [{ type: 'floor.lowerAll', where: isTables(s) ? T(n) : null }, facilitator]),
  one.map((n): Act => () => [letOut(n), desk]),
  one.map((n): Act => () => [letIn(n), desk]),
  fc.tuple(one, table).map(([n, to]): Act => (s) => [moving(n, knownTable(s, n), to), facilitator]),
  fc.constant<Act>((s) => [{ type: 'groups.split', round: stateOf(s).telling.now ? 99 : roundOf(s), block: null }, facilitator]),
  fc.constant<Act>((s) => [{ type: 'groups.recall', round: roundOf(s) }, facilitator]),
  fc.shuffledSubarray([1, 2, 3]).map((list): Act => () => [{ type: 'groups.queueReports', order: list.map(T), sec: 90 }, facilitator]),
  fc.option(table).map((to): Act => (s) => {
    const from = stateOf(s).telling.now?.group ?? null;
    return [{ type: 'groups.report', from, to: to === null ? null : T(to) }, facilitator];
  }),
  fc.constant<Act>((s) => [{ type: 'groups.undo', seq: s.log.findLastIndex(({ type }) => type.startsWith('groups.')) + 1 }, second]),
  fc.tuple(fc.integer({ min: 1, max: 2 }), asked).map(([n, a]): Act => () => [answering(a, { text: `da ${n}` }), expert(n)]),
  fc
    .constantFrom('session.suspend', 'session.resume')
    .map((type): Act => () => [type === 'session.suspend' ? { type, reason: 'Pausa' } : { type }, facilitator]),
  fc.constant<Act>((s) => [undo(stateOf(s).last?.seq ?? 1), second]),
);
const roundOf = (s: Scenario): number =>
  s.log.filter((fact) => fact.type === 'groups.recalled' && 'why' in fact && fact.why === 'recall').length + 1;
const day = (least: number, most = 45) =>
  fc.array(fc.oneof({ arbitrary: led, weight: 2 }, { arbitrary: others, weight: 3 }), { minLength: least, maxLength: most });
/** The day begins with questions, two of them put together, one hidden, two hands, and a line of tables that may tell. */
const play = (acts: readonly Act[]): Scenario => {
  const s = assigned().when(experts(1, 2), facilitator).when(doors(true, true), facilitator);
  for (const n of [1, 2, 3]) s.when(asking(n), phone(n));
  s.when(asking(4), guest(1)).when(merging(2, 1), facilitator).when(raising(), phone(5)).when(raising('order'), phone(6));
  s.when(asking(5), phone(4)).when(hiding(5), facilitator);
  s.when({ type: 'groups.queueReports', order: [T(1), T(2), T(3)], sec: 90 }, facilitator);
  for (const act of acts) s.after(700).when(...act(s));
  return s;
};

/** Of each visible head: who supports it or what lies under it, each key once, counted anew without the memory of the room. */
const expectedVotes = (s: Scenario, state: FloorState, id: number): { readonly members: number; readonly audience: number } => {
  const rows = (n: string) => s.box.rows(`floor.votes.${n}`);
  const isOn = (body: unknown): boolean => JSON.stringify(body).includes('"on":true');
  const head = Q(id);
  const voices = new Map<string, string>();
  for (const { key, body } of rows(head)) if (isOn(body)) voices.set(key, JSON.stringify(body));
  for (const one of state.questions.values()) {
    if (one.into !== head || one.hidden || state.questions.get(head)?.hidden === true) continue;
    for (const { key, body } of rows(one.id)) {
      const off = rows(head).find((row) => row.key === key);
      if (isOn(body) && !(off && !isOn(off.body) && off.at >= one.intoAt)) voices.set(key, JSON.stringify(body));
    }
  }
  const members = [...voices.values()].filter((body) => body.includes('"member"')).length;
  return { members, audience: voices.size - members };
};
const isHead = (state: FloorState, id: number): boolean => {
  const into = state.questions.get(Q(id))?.into ?? null;
  return into === null || state.questions.get(into)?.hidden === true;
};

test('[FL2] [PO2] [K1] [K4] in any day: no chain, votes once, one turn a floor, time adds up, nothing lost, and the log read again is the same', () => {
  const seen = { merged: 0, turns: 0, votes: 0, moved: 0, reports: 0, hidden: 0 };
  fc.assert(
    fc.property(day(20), (acts) => {
      const s = play(acts);
      const state = stateOf(s);
      const own = s.log.flatMap((fact) => {
        const parsed = floorFacts.safeParse(fact);
        return parsed.success ? [parsed.data] : [];
      });
      const running = new Map<string, string>();
      const spoken = new Map<string, number>();
      const people = new Map<string, string | null>();
      const asked = new Set<string>();
      for (const fact of own) {
        if (fact.type === 'floor.asked') {
          expect(asked.has(fact.question)).toBe(false);
          asked.add(fact.question);
        }
        if (fact.type === 'floor.merged') seen.merged += 1;
        if (fact.type === 'floor.hidden') seen.hidden += 1;
        if (fact.type === 'floor.turnStarted') {
          seen.turns += 1;
          if (fact.kind === 'report') seen.reports += 1;
          expect(running.has(String(fact.where))).toBe(false);
          running.set(String(fact.where), fact.turn);
          people.set(fact.turn, fact.member);
        }
        if (fact.type === 'floor.turnEnded') {
          const [where] = [...running].find(([, turn]) => turn === fact.turn) ?? [];
          expect(where).toBeDefined();
          if (where !== undefined) running.delete(where);
          if (fact.how === 'moved') seen.moved += 1;
          const member = people.get(fact.turn) ?? null;
          if (member !== null && fact.how !== 'undone') spoken.set(member, (spoken.get(member) ?? 0) + fact.ms);
        }
      }
      // At most one turn a floor, and the state agrees with the log on who speaks.
      expect(new Set(running.values())).toEqual(new Set(runningTurns(state).map(({ turn }) => turn)));
      const sums = new Map<string, number>();
      for (const floor of state.spoken.values()) for (const [member, { ms }] of floor) sums.set(member, (sums.get(member) ?? 0) + ms);
      expect(sums).toEqual(spoken);
      // Nothing that was asked is lost, and nothing lies under what lies under something.
      expect(new Set([...state.questions.keys()].map(String))).toEqual(asked);
      const chains = [...state.questions.values()].filter(({ into }) => into !== null && state.questions.get(into)?.into !== null);
      expect(chains).toEqual([]);
      for (let n = 1; n <= 8; n += 1) {
        if (!state.questions.has(Q(n)) || !isHead(state, n)) continue;
        const votes = expectedVotes(s, state, n);
        seen.votes += votes.members + votes.audience;
        expect([n, votesIn(s, n)]).toEqual([n, votes]);
      }
      // Hands are of people who are here, on the floor where they would speak.
      for (const [member, { where }] of state.hands) {
        expect(state.present.has(member)).toBe(true);
        expect(where).toBe(isTables(s) ? state.seating.groupOf.get(member) : null);
      }
      expect(replayed(s)).toEqual(state);
      // The close counts the same, and ends whatever goes on.
      const before = [1, 2, 3, 4].map((n) => votesIn(s, n));
      s.when({ type: 'session.close' }, facilitator);
      expect([1, 2, 3, 4].map((n) => votesIn(s, n))).toEqual(before);
      expect(runningTurns(stateOf(s))).toEqual([]);
      expect(replayed(s)).toEqual(stateOf(s));
    }),
    { numRuns: 300, seed: 20261121 },
  );
  expect(Object.entries(seen).filter(([, count]) => count < 30)).toEqual([]);
});

/** All that those who lead can see, but the versions of lists. */
const seenBy = (s: Scenario): string =>
  JSON.stringify(
    [
      driverOf(s),
      ...['floor.questions', 'floor.experts', 'floor.totals'].map((list) => listOf(s, list)),
      ...[null, 1, 2, 3].map((n) => listOf(s, 'floor.hands', facilitator, n === null ? '' : T(n))),
    ],
    (key, value: unknown) => (key === 'list' || key === 'turns' ? undefined : value),
  );
test('[K9] in any day the last step, taken back at once, leaves everything as those who lead saw it, and is taken back once', () => {
  const done = new Map<string, number>();
  fc.assert(
    fc.property(day(0, 25), led, (acts, step) => {
      const s = play(acts);
      const before = seenBy(s);
      const stands = runningTurns(stateOf(s)).length;
      s.when(...step(s));
      const last = undoable(s);
      if (s.facts.length !== 1 || last?.seq !== s.seq || s.facts[0]?.type === 'floor.turnEnded') return;
      done.set(last.code, (done.get(last.code) ?? 0) + 1);
      s.when(last.command, second);
      expect(s.last).toMatchObject({ kind: 'facts' });
      expect([last.code, seenBy(s)]).toEqual([last.code, before]);
      expect(runningTurns(stateOf(s))).toHaveLength(stands);
      s.when(last.command, facilitator).thenNothing();
      expect(undoable(s)).toBeNull();
      expect(replayed(s)).toEqual(stateOf(s));
    }),
    { numRuns: 900, seed: 20261121 },
  );
  expect([...done.keys()].sort()).toEqual(
    [
      'answered',
      'assigned',
      'doorSet',
      'expertsSet',
      'hidden',
      'merged',
      'parted',
      'queueSet',
      'settled',
      'turnStarted',
      'unhidden',
      'wallSet',
    ].map((code) => `floor.${code}`),
  );
});
test('[K3] a question of the play is asked once, whoever sends it how often', () => {
  const s = play([]);
  for (const n of [1, 1, 2]) s.when(asking(n), phone(n)).thenNothing();
  expect(s.box.rows(boxOf(Q(1)))).toEqual([]);
  expect(stateOf(s).experts.map(({ id }) => id)).toEqual([E(1), E(2)]);
});
