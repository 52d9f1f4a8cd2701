// Stories of people who do not sit where they were assigned: moved, taken in by a table, gone and back, come late.
import { describe, expect, test } from 'vitest';
import type { People } from '../kernel/room.ts';
import {
  T,
  assigned,
  at,
  atTables,
  desk,
  driverOf,
  facilitator,
  hall,
  letIn,
  letOut,
  listOf,
  moving,
  phone,
  seats,
  plan,
  recall,
  second,
  system,
  tableOf,
  undo,
  undoable,
  who,
} from './testing.testkit.ts';

describe('people who move', () => {
  test('[GR3] moved while tables work: where they were assigned and where they sit are both kept', () => {
    const s = atTables().when(moving(1, 1, 2), facilitator);
    s.then({ type: 'groups.moved', member: who(1), seat: '1', from: T(1), to: T(2), why: 'hand' });
    expect(listOf(s, 'groups.seating')).toContainEqual(
      expect.objectContaining({ member: who(1), seat: '1', assigned: T(1), group: T(2), why: 'hand', here: true }),
    );
    expect(driverOf(s)).toMatchObject({ groups: [{ assigned: 3, seated: 2 }, { assigned: 3, seated: 4 }, {}] });
    expect(at(s.mine(phone(1)), 'groups', 'about', 'number')).toBe(2);
  });
  test('[GR3] two facilitators who move the same person: the same way is once, another way is refused', () => {
    const s = atTables().when(moving(1, 1, 2), facilitator);
    s.when(moving(1, 1, 2), second).thenNothing();
    s.when(moving(1, 1, 3), second).refused('groups.movedMeanwhile', { seat: '1', number: 2 });
    s.when(moving(1, 2, 9), second).refused('groups.unknownTable');
    s.when(moving(77, null, 1), second).refused('groups.notOnRoll');
    s.when(moving(1, 2, null), second).then({ type: 'groups.moved', to: null });
    s.when(moving(1, 2, 3), facilitator).refused('groups.movedMeanwhile', { seat: '1' });
  });
  test('[K9] a move is taken back by a move, once, and the person is again where they were assigned', () => {
    const s = atTables().when(moving(1, 1, 2), facilitator);
    const seq = s.seq;
    expect(undoable(s)).toMatchObject({ code: 'groups.moved', params: { seat: '1' } });
    s.when(undo(seq), second).then({ type: 'groups.moved', from: T(2), to: T(1), why: 'undo' });
    expect(listOf(s, 'groups.seating')).toContainEqual(expect.objectContaining({ member: who(1), group: T(1), why: 'assigned' }));
    s.when(undo(seq), facilitator).thenNothing();
  });
  test('[GR3] a table takes in the person of a seat, whatever the case it is written in, and only at its own table', () => {
    const s = atTables().when({ type: 'groups.welcome', seat: ' 1 ' }, tableOf(3));
    s.then({ type: 'groups.moved', member: who(1), seat: '1', from: T(1), to: T(3), why: 'table' });
    s.when({ type: 'groups.welcome', seat: '1' }, tableOf(3)).thenNothing();
    s.when({ type: 'groups.welcome', seat: '99' }, tableOf(3)).refused('groups.unknownSeat', { seat: '99' });
    s.when({ type: 'groups.welcome', seat: '2' }, tableOf(8)).refused('groups.unknownTable');
    s.when({ type: 'groups.welcome', seat: '2' }, facilitator).refused('kernel.notYours');
    assigned().when({ type: 'groups.welcome', seat: '1' }, tableOf(3)).refused('groups.notAtTables');
  });
  test('[GR3] who leaves keeps the table and is not counted there until they come back', () => {
    const s = atTables().when(letOut(1), desk);
    expect(driverOf(s)).toMatchObject({ missing: 1, unplaced: 0, groups: [{ seated: 3, present: 2 }, {}, {}] });
    s.when(letIn(1), desk);
    expect(s.facts.map(({ type }) => type)).toEqual(['presence.entered']);
    expect(driverOf(s)).toMatchObject({ missing: 0, groups: [{ seated: 3, present: 3 }, {}, {}] });
  });
});

test('[GR2] who has left the roll for a substitute is neither missing nor shown at the table, and the substitute is placed', () => {
  const { roster } = seats(12);
  const passed = { members: (roster?.members ?? []).map((one) => (one.seat === '2' ? { ...one, member: who(90) } : one)), reserves: [] };
  const s = atTables({ assembly: { roster: passed } });
  s.when({ type: 'presence.letIn', member: who(90), phone: true }, desk);
  expect(s.log.slice(-3).map(({ type }) => type)).toEqual(['presence.left', 'presence.entered', 'groups.moved']);
  expect(driverOf(s)).toMatchObject({ missing: 0, unplaced: 0 });
  expect(JSON.stringify([driverOf(s), s.mine(tableOf(1)), listOf(s, 'groups.seating')])).not.toContain(who(2));
  s.when({ type: 'groups.welcome', seat: '2' }, tableOf(2)).then({ type: 'groups.moved', member: who(90), to: T(2) });
});

describe('late arrivals', () => {
  const people: People = new Map(
    Array.from({ length: 12 }, (_, i) => [
      who(i + 1),
      { name: 'Bianchi, Ada', attributes: { genere: i < 3 || i === 9 ? 'donna' : 'uomo' } },
    ]),
  );
  test('[GR2] who comes late is placed by itself, where they change least, and no attribute is in the fact', () => {
    const s = atTables({ people }).when(letOut(1), desk).when(letOut(2), desk).when(letIn(10), desk);
    const placed = s.log.at(-1);
    expect(placed).toEqual({ type: 'groups.moved', v: 1, member: who(10), seat: '10', from: null, to: T(1), why: 'late' });
    expect(at(s.mine(phone(10)), 'groups', 'about', 'number')).toBe(1);
    expect(listOf(s, 'groups.seating')).toContainEqual(
      expect.objectContaining({ member: who(10), assigned: null, group: T(1), why: 'late' }),
    );
  });
  test('[GR2] also before everybody goes to the tables, once somebody has said who sits where; not before that, nor for a round not yet assigned', () => {
    expect(assigned().when(letIn(10), desk).log.at(-1)).toMatchObject({ type: 'groups.moved', why: 'late' });
    const unsaid = hall(12, 9).when(plan(), facilitator).when(letIn(10), desk);
    expect(unsaid.log.at(-1)).toMatchObject({ type: 'presence.entered' });
    const between = atTables().when(recall(), facilitator).when(letIn(10), desk);
    expect(between.log.at(-1)).toMatchObject({ type: 'presence.entered' });
    expect(driverOf(between)).toMatchObject({ unplaced: 1 });
  });
  test('[GR2] who has a table, or is not here, is left alone; nobody may ask for it over a wire', () => {
    const s = atTables()
      .when({ type: 'groups.placeLate', member: who(1) }, system)
      .thenNothing();
    s.when({ type: 'groups.placeLate', member: who(12) }, system).thenNothing();
    s.when({ type: 'groups.placeLate', member: who(12) }, facilitator).refused('kernel.notYours');
  });
  test('[GR2] a whole late minibus is spread evenly', () => {
    const s = atTables({ people });
    for (const n of [10, 11, 12]) s.when(letIn(n), desk);
    expect(driverOf(s)).toMatchObject({ groups: [{ present: 4 }, { present: 4 }, { present: 4 }] });
  });
});
