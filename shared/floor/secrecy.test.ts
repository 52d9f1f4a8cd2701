// What must not be received: nobody's seat or id on a wall or on another's phone, who asked nowhere, hidden words nowhere but with those who
// lead, attributes in no fact and no view. And what a page says may be done is what is not refused.
import { describe, expect, test } from 'vitest';
import { roles } from '../kernel/audience.ts';
import type { Actor } from '../kernel/audience.ts';
import { nobody } from '../kernel/room.ts';
import type { Connections, People } from '../kernel/room.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { floorLimits } from './limits.ts';
import { floor } from './room.ts';
import {
  Q,
  T,
  answering,
  asking,
  at,
  atTables,
  calling,
  close,
  desk,
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
  mineOf,
  phone,
  raising,
  recall,
  second,
  settling,
  tableOf,
  toWall,
  voting,
  who,
} from './testing.testkit.ts';

const insult = 'Siete degli incapaci';
const people: People = new Map(
  Array.from({ length: 12 }, (_, i) => [
    who(i + 1),
    { name: `Persona Numero${i + 1}`, attributes: { genere: i % 2 === 0 ? 'donna' : 'uomo', municipio: `M${i}` } },
  ]),
);
/** A day on which everything has happened that a view might tell. `author`: of the first question; `voter`: who supports it. */
const full = (author = 4, voter = 5, table = true): Scenario => {
  const s = atTables({ people })
    .when(doors(true, true), facilitator)
    .when(experts(1, 2), facilitator)
    .when(asking(1, 'Chi paga?'), phone(author))
    .when(asking(2, insult), phone(6))
    .when(asking(3, 'E gli alberi?'), guest(1))
    .when(asking(4), tableOf(2))
    .when(asking(5, 'Quanto costa?'), phone(7))
    .when(voting(1), phone(voter))
    .when(voting(1), guest(1))
    .when(voting(5), phone(8))
    .when(merging(5, 1), facilitator)
    .when(hiding(2), facilitator)
    .when(giving(1, 1), facilitator)
    .when(answering(1), expert(1))
    .when(settling(3, 'parked', 'Ufficio Clima'), facilitator)
    .when(toWall(1, 3), facilitator)
    .when(raising(), phone(4))
    .when(calling(1, 5, null, 2), tableOf(2));
  if (table) return s;
  return s.when(recall(), facilitator).when(raising(), phone(1)).when(raising('order'), phone(2)).when(calling(2, 3), facilitator);
};
const ids = (value: unknown): readonly string[] => JSON.stringify(value ?? null).match(/member\d{4}|guest\d{4}|(phone|tablet)\d+/gu) ?? [];
const seatsIn = (node: unknown): readonly unknown[] =>
  Array.isArray(node)
    ? node.flatMap(seatsIn)
    : typeof node === 'object' && node !== null
      ? Object.entries(node).flatMap(([key, value]) => (key === 'seat' || key === 'speaks' ? [value] : seatsIn(value)))
      : [];
const lists = Object.keys(floor.lists ?? {});
const actors: Readonly<Record<string, Actor>> = {
  organiser: facilitator,
  facilitator: second,
  table: tableOf(1),
  expert: expert(1),
  member: phone(9),
  audience: guest(2),
};
/** Everything that somebody of a role receives: the common part, the own one, all lists they may ask for. */
const received = (s: Scenario, role: (typeof roles)[number], actor: Actor | undefined = actors[role]): unknown => [
  at(s.view(role), 'floor'),
  actor && mineOf(s, actor),
  actor ? lists.filter((list) => floor.lists?.[list]?.roles.includes(role)).map((list) => listOf(s, list, actor)) : [],
];

describe('what an audience must not receive', () => {
  test.each([true, false])('[SC6] members, audience, experts and screens get nobody’s seat or id (at the tables: %s)', (table) => {
    const s = full(4, 5, table);
    for (const role of ['member', 'audience', 'expert', 'screen'] as const) {
      const all = received(s, role);
      expect([role, ids(all), seatsIn(all)]).toEqual([role, [], []]);
    }
    expect(seatsIn(received(s, 'facilitator'))).not.toEqual([]);
  });
  test('[SC6] who speaks has their own turn, with no seat in it; others only see that somebody speaks', () => {
    const s = full(4, 5, false);
    const mine = mineOf(s, phone(3));
    expect(at(mine, 'turn')).toMatchObject({ kind: 'speech' });
    expect([ids(mine), seatsIn(mine), at(mineOf(s, phone(9)), 'turn')]).toEqual([[], [], null]);
  });
  test('[FL1] a table’s device gets seats and hands of its own table only', () => {
    const s = full();
    expect(new Set(ids(received(s, 'table')))).toEqual(new Set([who(1), who(2), who(3)]));
    expect(new Set(ids(received(s, 'table', tableOf(2))))).toEqual(new Set([who(4), who(5), who(6)]));
    for (const actor of [tableOf(1), tableOf(2)])
      expect(listOf(s, 'floor.hands', actor, actor.role === 'table' && actor.group === T(1) ? T(2) : T(1))).toEqual([]);
    expect(mineOf(s, tableOf(9))).toMatchObject({ seats: [], floor: { now: null, waiting: 0 }, may: { ask: false, call: false } });
  });
  test('[FL2] who asked is told to nobody: two halls in which somebody else asked look the same to all others', () => {
    const others = (s: Scenario) => [
      roles.map((role) => received(s, role)),
      [tableOf(2), phone(1), guest(1), expert(2)].map((actor) => mineOf(s, actor)),
    ];
    expect(others(full(5))).toEqual(others(full(4)));
    expect(mineOf(full(4), phone(4))).not.toEqual(mineOf(full(5), phone(4)));
  });
  test('[PO2] who supports what is told to nobody: two halls in which somebody else did look the same to all others', () => {
    const others = (s: Scenario) => [
      roles.map((role) => received(s, role)),
      [tableOf(2), phone(1), guest(2)].map((actor) => mineOf(s, actor)),
      s.log,
    ];
    expect(others(full(4, 6))).toEqual(others(full(4, 5)));
  });
  test('[PO12] hidden words are with those who lead and in the log, and nowhere else, not even with whoever wrote them', () => {
    const s = full();
    for (const role of ['table', 'member', 'audience', 'expert', 'screen'] as const)
      expect([role, JSON.stringify(received(s, role)).includes(insult)]).toEqual([role, false]);
    for (const role of ['organiser', 'facilitator'] as const) expect(JSON.stringify(at(s.view(role), 'floor'))).not.toContain(insult);
    expect(JSON.stringify(mineOf(s, phone(6)))).not.toContain(insult);
    expect(mineOf(s, phone(6))).toMatchObject({ own: [{ question: Q(2), hidden: true }] });
    const holders = lists.filter((list) => JSON.stringify(listOf(s, list)).includes(insult));
    expect(holders).toEqual(['floor.questions']);
    s.when(hiding(2, false), facilitator);
    expect(JSON.stringify(received(s, 'audience'))).toContain(insult);
  });
  test('[FL1] a name or an attribute is in no view, list or fact; values only in the totals of those who lead', () => {
    const s = full();
    const all = [
      s.log.filter(({ type }) => type.startsWith('floor.')),
      roles.map((role) => at(s.view(role), 'floor')),
      Object.values(actors).map((actor) => mineOf(s, actor)),
      lists.filter((list) => list !== 'floor.totals').map((list) => listOf(s, list)),
    ];
    for (const secret of ['Persona', 'donna', 'uomo', '"M3"', 'genere', 'municipio']) expect(JSON.stringify(all)).not.toContain(secret);
    expect(listOf(s, 'floor.totals')).toMatchObject({ by: [], withheld: ['genere', 'municipio'] });
  });
  test('[FL1] how long somebody spoke is with whoever runs that floor', () => {
    for (const list of lists) {
      const roles = floor.lists?.[list]?.roles ?? [];
      if (['floor.totals', 'floor.questions', 'floor.experts'].includes(list)) expect(roles).toEqual(['organiser', 'facilitator']);
      if (list === 'floor.hands') expect(roles).toEqual(['organiser', 'facilitator', 'table']);
      if (list === 'floor.asked') expect(roles).toEqual(['expert']);
    }
    expect(at(full().view('desk'), 'floor')).toBeUndefined();
  });
  test('[K6] markup, formulas and text from right to left arrive as they were written; what turns a line around does not', () => {
    const s = hall().when(asking(1, '<b>Quanto?</b>\n=SUM(A1)'), phone(1)).when(asking(2, 'كم\u202e ثمنه؟'), phone(2));
    expect(listOf(s, 'floor.open')).toMatchObject([{ text: '<b>Quanto?</b>\n=SUM(A1)' }, { text: 'كم ثمنه؟' }]);
    s.when(asking(3, '\u200b \u202e'), phone(3)).refused('kernel.malformed');
    s.when(asking(3, 'x'.repeat(floorLimits.questionChars + 1)), phone(3)).refused('kernel.malformed');
    s.when(answering(1, { link: 'javascript:alert(1)' }), facilitator).refused('kernel.malformed');
  });
});

describe('what may be wished', () => {
  test('[K1] what a page says may be done is not refused, what it says may not be is', () => {
    const s = hall(9, 8);
    expect(mineOf(s, phone(1))).toMatchObject({ may: { ask: true, vote: true, raise: true } });
    expect(mineOf(s, phone(9))).toMatchObject({ may: { ask: false, vote: false, raise: false } });
    expect(mineOf(s, guest(1))).toMatchObject({ may: { ask: false, vote: true } });
    expect(at(s.view('audience'), 'floor')).toEqual({ ask: false, questions: 0, list: '0', votes: '0.0' });
    s.when(doors(false, true), facilitator);
    expect([at(mineOf(s, phone(1)), 'may', 'ask'), at(mineOf(s, guest(1)), 'may', 'ask')]).toEqual([false, true]);
    expect([at(s.view('member'), 'floor', 'ask'), at(s.view('table'), 'floor', 'ask')]).toEqual([false, true]);
    expect(at(driverOf(s), 'may')).toEqual({ ask: true, call: true, door: true });
    s.when(close, facilitator);
    expect(mineOf(s, phone(1))).toMatchObject({ may: { ask: false, vote: false, raise: false } });
    expect(at(driverOf(s), 'may')).toEqual({ ask: true, call: false, door: false });
  });
  test('[FL1] a hand tells whether it has a live phone', () => {
    const connections: Connections = { ...nobody, members: new Map([[who(1), { connected: 1, lastSeenAt: 0 }]]) };
    const s = hall(9, 9, { connections }).when(raising(), phone(1)).when(raising(), phone(2));
    expect(listOf(s, 'floor.hands')).toMatchObject([{ phone: true }, { phone: false }]);
    s.when({ type: 'presence.setPhone', member: who(1), phone: false }, desk);
    expect(listOf(s, 'floor.hands')).toMatchObject([{ phone: false }, { phone: false }]);
  });
});
