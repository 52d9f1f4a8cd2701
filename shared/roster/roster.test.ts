// Stories of the roll: a list comes in whole, cards are replaced, reserves take seats; and what is never in a fact.
import { describe, expect, test } from 'vitest';
import { actorLabel } from '../kernel/audience.ts';
import type { Actor } from '../kernel/audience.ts';
import { deviceIdSchema, memberIdSchema } from '../kernel/ids.ts';
import type { AnyRoom, People } from '../kernel/room.ts';
import { scenario } from '../kernel/scenario.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { italian } from '../kernel/text.ts';
import { roster } from './room.ts';
import { compareSeats } from './seats.ts';
import { readRoster } from './state.ts';
import type { RosterState } from './state.ts';

const who = (n: number) => memberIdSchema.parse(`member${String(n).padStart(4, '0')}`);
const organiser: Actor = { role: 'organiser', device: deviceIdSchema.parse('laptop1') };
const desk1: Actor = { role: 'desk', device: deviceIdSchema.parse('desk0001') };
const desk2: Actor = { role: 'desk', device: deviceIdSchema.parse('desk0002') };
const phone: Actor = { role: 'member', member: who(1), device: deviceIdSchema.parse('phone01') };
const row = (n: number, seat: string | null) => ({ member: who(n), seat, from: '2026-01-01', until: '2027-06-30', cohort: '2026' });
const list = (...members: readonly object[]) => ({ type: 'roster.import', source: 'membri-2026.csv', replaces: false, members });

/** Facts carry the label of who acted, as the server writes it. */
const labelled = (room: AnyRoom): AnyRoom => {
  let by: string | null = null;
  const decide: AnyRoom['decide'] = (command, state, ctx) => {
    by = actorLabel(ctx.actor);
    return room.decide(command, state, ctx);
  };
  const evolve: AnyRoom['evolve'] = (state, fact, meta) => {
    const next: unknown = room.evolve(state, fact, { ...meta, by: by ?? meta.by });
    return next;
  };
  return { ...room, decide, evolve };
};
const story = (people: People = new Map()): Scenario => scenario([labelled(roster)], { people });
const three = (people?: People) =>
  story(people).when(list(row(1, '41'), row(2, '42'), row(10, '9'), row(3, null), row(4, null)), organiser);
const isState = (value: unknown): value is RosterState => typeof value === 'object' && value !== null && 'cards' in value;
const reading = (s: Scenario) => {
  const state: unknown = s.states['roster'];
  if (!isState(state)) throw new Error('no roster state');
  return readRoster(state);
};
const cardOf = (s: Scenario, seat: string) => reading(s).members.find((one) => one.seat === seat)?.card ?? '';

describe('import', () => {
  test('[RO6] a list comes in whole, seats in the order people read them, reserves in the order of the list', () => {
    const s = three();
    expect(reading(s).members.map(({ seat }) => seat)).toEqual(['9', '41', '42']);
    expect(reading(s).reserves).toEqual([
      { member: who(3), rank: 1 },
      { member: who(4), rank: 2 },
    ]);
  });
  test('[RO6] one seat that is taken, or twice in the list, refuses the whole list', () => {
    const s = three()
      .when(list(row(20, '50'), row(21, '42')), organiser)
      .refused('roster.seatTaken', { seat: '42' });
    s.when(list(row(20, '50'), row(21, '50')), organiser).refused('roster.seatTaken', { seat: '50' });
    expect(reading(s).members).toHaveLength(3);
  });
  test('[RO1] an id is never used again, not even by who was removed', () => {
    three()
      .when({ type: 'roster.remove', member: who(1), reason: '' }, organiser)
      .when(list(row(1, '77')), organiser)
      .refused('roster.memberKnown');
  });
  test('[RO1] facts hold ids, seats, dates: the command has no place for a name or an attribute', () => {
    story()
      .when(list({ ...row(1, '41'), name: 'Rossi' }), organiser)
      .refused('kernel.malformed');
    const s = three(new Map([[who(1), { name: 'Rossi, Anna', attributes: { genere: 'donna' } }]]));
    expect(JSON.stringify(s.log)).not.toContain('Rossi');
    expect(Object.keys(s.log[0] ?? {})).toEqual(['type', 'v', 'source', 'replaces', 'members']);
  });
  test('a new list may replace the old one: its cards are void', () => {
    const s = three();
    const old = cardOf(s, '42');
    s.when({ ...list(row(30, '42')), replaces: true }, organiser);
    expect(reading(s).members).toMatchObject([{ member: who(30), seat: '42' }]);
    expect(reading(s).reserves).toEqual([]);
    expect([...reading(s).cards].find(([card]) => card === old)?.[1]).toMatchObject({ state: 'void', why: 'removed' });
  });
  test('a day that does not exist is refused at the door', () => {
    story()
      .when(list({ ...row(1, '41'), until: '2027-06-31' }), organiser)
      .refused('kernel.malformed');
  });
  test('the first fact names the assembly; a desk may not', () => {
    const name = { type: 'roster.nameAssembly', name: italian('Assemblea sul Clima'), demo: false };
    story()
      .when(name, desk1)
      .refused('kernel.notYours')
      .when(name, organiser)
      .then({ type: 'roster.assemblyNamed' })
      .when(name, organiser)
      .thenNothing();
  });
});

describe('cards', () => {
  test('[RO3] a replaced card is void at once, and it is known since when', () => {
    const s = three();
    const old = cardOf(s, '42');
    const now = s.now;
    s.when({ type: 'roster.replaceCard', member: who(2), old }, desk1).then({ type: 'roster.cardReplaced', member: who(2), old });
    expect([...reading(s).cards].find(([card]) => card === old)?.[1]).toEqual({
      state: 'void',
      why: 'replaced',
      member: who(2),
      seat: '42',
      at: now,
    });
    expect([...reading(s).cards].find(([card]) => card === cardOf(s, '42'))?.[1]).toEqual({ state: 'live', member: who(2), seat: '42' });
  });
  test('[K3] two desks replace the same card: one new card', () => {
    const s = three();
    const old = cardOf(s, '42');
    s.when({ type: 'roster.replaceCard', member: who(2), old }, desk1)
      .when({ type: 'roster.replaceCard', member: who(2), old }, desk2)
      .thenNothing();
  });
  test('[RO3] who has no seat has no card to replace', () => {
    three()
      .when({ type: 'roster.replaceCard', member: who(3), old: 'card000001' }, desk1)
      .refused('roster.noSeat');
  });
});

describe('substitution', () => {
  const substitute = { type: 'roster.substitute', seat: '42', leaves: who(2), enters: who(3) };
  test('[RO8] a reserve takes the seat with one wish: a new card, the old one void, everybody else untouched', () => {
    const s = three();
    const old = cardOf(s, '42');
    s.when(substitute, desk1).then({ type: 'roster.substituted', seat: '42', leaves: who(2), enters: who(3), old });
    expect(reading(s).members.map(({ member }) => member)).toEqual([who(10), who(1), who(3)]);
    expect(reading(s).reserves).toEqual([{ member: who(4), rank: 2 }]);
    expect([...reading(s).cards].find(([card]) => card === old)?.[1]).toMatchObject({ state: 'void', why: 'substituted' });
    s.when(substitute, desk2).thenNothing();
  });
  test('[RO8] two desks seat two reserves on one seat: the second is told that the seat has passed', () => {
    three()
      .when(substitute, desk1)
      .when({ ...substitute, enters: who(4) }, desk2)
      .refused('roster.seatMoved', { seat: '42' });
  });
  test('[RO8] somebody on no list becomes a reserve at the desk, then takes the seat', () => {
    const s = three()
      .when({ type: 'roster.addReserve', member: who(50), from: null, until: null, cohort: '' }, desk1)
      .then({ type: 'roster.seatAdded', standing: { kind: 'reserve', rank: 3 } });
    s.when({ ...substitute, enters: who(50) }, desk1).then({ type: 'roster.substituted', enters: who(50) });
  });
  test('[RO8] the desk that did it takes it back: both are what they were, the old card is good again', () => {
    const s = three();
    const old = cardOf(s, '42');
    s.when(substitute, desk1);
    const undo = { type: 'roster.undoSubstitution', seat: '42', leaves: who(2), enters: who(3) };
    s.when(undo, desk2).refused('roster.otherDesk');
    s.when(undo, desk1).then({ type: 'roster.substitutionUndone', old });
    expect(cardOf(s, '42')).toBe(old);
    expect(reading(s).reserves[0]).toEqual({ member: who(3), rank: 1 });
    s.when(undo, desk1).thenNothing();
  });
  test('[K1] a member may do none of this', () => {
    three()
      .when(substitute, phone)
      .refused('kernel.notYours')
      .when({ type: 'roster.replaceCard', member: who(1), old: 'card000001' }, phone)
      .refused('kernel.notYours');
  });
});

describe('what an audience must not receive', () => {
  test('[RO1] the desk’s part holds no attribute; members, audience and screens get nothing of this room', () => {
    const s = three(new Map([[who(1), { name: 'Rossi, Anna', attributes: { genere: 'donna' } }]]));
    expect(JSON.stringify([s.view('desk'), s.mine(desk1)])).not.toContain('donna');
    for (const role of ['member', 'audience', 'screen'] as const) expect(s.view(role)).toEqual({});
    expect(roster.lists?.['roster.members']?.roles).toEqual(['organiser', 'facilitator']);
  });
});

test('seats are ordered as people count', () => {
  expect(['A10', '10', 'A2', '9', 'A', '09'].sort(compareSeats)).toEqual(['09', '9', '10', 'A', 'A2', 'A10']);
});
