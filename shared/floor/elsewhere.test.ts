// What was written or raised at one place and arrives at another, because it waited for the network (GR3, K3).
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../kernel/scenario.ts';
import {
  B,
  T,
  asking,
  assigned,
  at,
  atTables,
  facilitator,
  guest,
  doors,
  mineOf,
  moving,
  past,
  phone,
  queueSeats,
  raising,
  recall,
  split,
  stateOf,
  tableOf,
} from './testing.testkit.ts';

const begin = (s: Scenario, block: number, from: number | null = null): Scenario =>
  s.given(
    past({
      ...{ type: 'agenda.started', v: 1, block: B(block), from: from === null ? null : B(from), title: { original: 'it', it: 'x' } },
      ...{ number: 1, plannedSec: 60, endsAt: 0 },
    }),
  );
const seen = (table: number | null, block: number | null) => ({
  seen: { group: table === null ? null : T(table), block: block === null ? null : B(block) },
});
const hereOf = (s: Scenario, n: number) => at(mineOf(s, phone(n)), 'here');

describe('a question', () => {
  test('[GR3] written at a table without network and sent after the recall keeps its table and its block', () => {
    const s = begin(atTables(), 1);
    expect(hereOf(s, 4)).toEqual({ group: T(2), block: B(1) });
    expect(at(mineOf(s, tableOf(3)), 'here')).toEqual({ group: T(3), block: B(1) });
    begin(s.when(recall(), facilitator), 2, 1);
    expect(hereOf(s, 4)).toEqual({ group: null, block: B(2) });
    s.when(asking(1, 'a', seen(2, 1)), phone(4)).then({ group: T(2), block: B(1) });
    s.when(asking(2, 'b', seen(3, 1)), tableOf(3)).then({ group: T(3), block: B(1) });
    // An old page that does not say: where it arrives.
    s.when(asking(3), phone(4)).then({ group: null, block: B(2) });
  });
  test('[GR3] written in plenary and sent from the tables it is the plenary’s', () => {
    const s = begin(begin(assigned(), 1).when(split(), facilitator), 2, 1);
    s.when(asking(1, 'a', seen(null, 1)), phone(4)).then({ group: null, block: B(1) });
    s.when(doors(true, true), facilitator)
      .when(asking(2, 'b', seen(2, 1)), guest(1))
      .then({ group: null, block: B(1) });
  });
  test('[GR3] what cannot be true counts as not said: a table where one never sat, a block that never ran', () => {
    const s = begin(atTables(), 1)
      .when(moving(5, 2, 3), facilitator)
      .when(recall(), facilitator);
    s.when(asking(1, 'a', seen(1, 1)), phone(4)).then({ group: null, block: B(1) });
    s.when(asking(2, 'b', seen(2, 7)), phone(4)).then({ group: null, block: B(1) });
    // Of two tables at which one has sat, either.
    s.when(asking(3, 'c', seen(2, null)), phone(5)).then({ group: T(2), block: null });
    s.when(asking(4, 'd', seen(3, null)), phone(5)).then({ group: T(3) });
    s.when(asking(5, 'e', seen(9, 1)), phone(5)).then({ group: null });
    // Those who lead say themselves where a sheet is from.
    s.when(asking(6, 'f', { door: 'paper', group: T(1), ...seen(2, null) }), facilitator).then({ group: T(1), block: B(1) });
  });
  test('[GR3] who was only assigned to a table has not sat at it', () => {
    const s = begin(assigned(), 1)
      .when(asking(1, 'a', seen(2, 1)), phone(4))
      .then({ group: null });
    expect(stateOf(s).sat.size).toBe(0);
  });
});

describe('a hand', () => {
  const raisingAt = (table: number | null) => ({ ...raising(), where: table === null ? null : T(table) });
  test('[GR3] raised at a table and arriving in plenary does not go up in the plenary’s queue, and says why', () => {
    const s = atTables()
      .when(raisingAt(2), phone(4))
      .then({ where: T(2) });
    s.when(recall(), facilitator).when(raisingAt(2), phone(4)).refused('floor.notAtTables');
    expect(queueSeats(s)).toEqual([]);
    s.when(raisingAt(null), phone(4)).then({ where: null });
    s.when(raising(), phone(5)).then({ where: null });
    expect(queueSeats(s)).toEqual(['4', '5']);
  });
  test('[GR3] raised in plenary and arriving at the tables, or at a table that one has left, it does not go up either', () => {
    const s = atTables().when(raisingAt(null), phone(4)).refused('floor.atTables');
    s.when(moving(4, 2, 1), facilitator)
      .when(raisingAt(2), phone(4))
      .refused('floor.notAtThisTable', { number: 2 });
    s.when(raisingAt(1), phone(4)).then({ where: T(1) });
    // Taken down it is wherever it is.
    s.when({ ...raisingAt(2), on: false }, phone(4)).then({ type: 'floor.handLowered' });
  });
});
