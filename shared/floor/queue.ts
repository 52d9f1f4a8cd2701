// In which order hands speak: a point of order before everything else, then as they asked, or whoever has spoken least on this floor.
// A reading of the state, the same on every device: no position is stored.
import type { GroupId } from '../kernel/ids.ts';
import { floorOf, spokenOf } from './state.ts';
import type { FloorState, Hand } from './state.ts';

/** Seats as people count them: 9 before 10, letters after. */
export const bySeat = (a: { readonly seat: string }, b: { readonly seat: string }): number => {
  const [one, other] = [Number.parseInt(a.seat, 10), Number.parseInt(b.seat, 10)];
  if (!Number.isNaN(one) && !Number.isNaN(other) && one !== other) return one - other;
  if (Number.isNaN(one) !== Number.isNaN(other)) return Number.isNaN(one) ? 1 : -1;
  return a.seat < b.seat ? -1 : a.seat > b.seat ? 1 : 0;
};
const orderFirst = (a: Hand, b: Hand): number => Number(b.kind === 'order') - Number(a.kind === 'order');
const asAsked = (a: Hand, b: Hand): number => a.at - b.at || bySeat(a, b) || (a.member < b.member ? -1 : 1);

const kept = new WeakMap<FloorState, Map<GroupId | null, readonly Hand[]>>();
export const queueOf = (state: FloorState, where: GroupId | null): readonly Hand[] => {
  const known = kept.get(state) ?? new Map<GroupId | null, readonly Hand[]>();
  kept.set(state, known);
  const before = known.get(where);
  if (before) return before;
  const { by } = floorOf(state, where);
  const hands = [...state.hands.values()].filter((hand) => hand.where === where);
  const least = (a: Hand, b: Hand): number => {
    if (by === 'asked') return 0;
    const [one, other] = [spokenOf(state, where, a.member), spokenOf(state, where, b.member)];
    return one.ms - other.ms || one.turns - other.turns;
  };
  const queue = hands.sort((a, b) => orderFirst(a, b) || least(a, b) || asAsked(a, b));
  known.set(where, queue);
  return queue;
};
