// How the facts about hands and turns change the floors. What was spoken is added up when a turn ends, from the number in the fact: once,
// and no more of it than a turn may be (time.ts).
import type { GroupId, MemberId } from '../kernel/ids.ts';
import type { FloorFact } from './events.ts';
import { floorOf, msOf, placeOf, spokenOf, turnOf } from './state.ts';
import type { Floor, FloorState, Hand, Turn } from './state.ts';
import { countedMs } from './time.ts';

const types = [
  'floor.queueSet',
  'floor.handRaised',
  'floor.handLowered',
  'floor.handsLowered',
  'floor.turnStarted',
  'floor.turnPaused',
  'floor.turnResumed',
  'floor.timeGiven',
  'floor.turnEnded',
] as const;
type TurnFact = Extract<FloorFact, { readonly type: (typeof types)[number] }>;
export const isTurnFact = (fact: FloorFact): fact is TurnFact => types.some((type) => type === fact.type);

export const afterTurn = (state: FloorState, fact: TurnFact, at: number): FloorState => {
  switch (fact.type) {
    case 'floor.queueSet':
      return onFloor(state, fact.where, { by: fact.by, sec: fact.sec });
    case 'floor.handRaised': {
      const { member, seat, where, kind } = fact;
      if (kind === 'report') return state;
      const before = state.hands.get(member);
      // Who only says it differently keeps the place in the order.
      const since = before?.where === where ? before.at : at;
      return { ...state, hands: new Map(state.hands).set(member, { member, seat, where, kind, at: since }) };
    }
    case 'floor.handLowered':
      return lowered(state, fact.member);
    case 'floor.handsLowered':
      return { ...state, hands: new Map([...state.hands].filter(([, { where }]) => where !== fact.where)) };
    case 'floor.turnStarted': {
      const { turn, member, seat, where, group, kind, sec, endsAt } = fact;
      const hand = (member === null ? undefined : state.hands.get(member)) ?? null;
      const now: Turn = {
        ...{ turn, member, seat, where, group, kind, sec, startedAt: at, spokenMs: 0, since: at, endsAt, leftMs: null },
        hand,
      };
      return onFloor(member === null ? state : lowered(state, member), where, { now });
    }
    case 'floor.turnPaused':
      return onTurn(state, fact, (now) => ({ ...now, spokenMs: msOf(now, at), since: null, endsAt: null, leftMs: fact.leftMs }));
    case 'floor.turnResumed':
      return onTurn(state, fact, (now) => ({ ...now, since: at, endsAt: fact.endsAt, leftMs: null }));
    case 'floor.timeGiven':
      return onTurn(state, fact, (now) => ({ ...now, sec: now.sec + fact.sec, endsAt: fact.endsAt, leftMs: fact.leftMs }));
    case 'floor.turnEnded':
      return ended(state, fact);
    default:
      return fact satisfies never;
  }
};

const onFloor = (state: FloorState, where: GroupId | null, change: Partial<Floor>): FloorState => ({
  ...state,
  floors: new Map(state.floors).set(where, { ...floorOf(state, where), ...change }),
});
const onTurn = (state: FloorState, fact: { readonly turn: Turn['turn'] }, change: (now: Turn) => Turn): FloorState => {
  const now = turnOf(state, fact.turn);
  return now ? onFloor(state, now.where, { now: change(now) }) : state;
};
const lowered = (state: FloorState, member: MemberId): FloorState => {
  if (!state.hands.has(member)) return state;
  const hands = new Map(state.hands);
  hands.delete(member);
  return { ...state, hands };
};
const ended = (state: FloorState, { turn, ms, how }: Extract<FloorFact, { readonly type: 'floor.turnEnded' }>): FloorState => {
  const now = turnOf(state, turn);
  if (!now) return state;
  const after = { ...onFloor(state, now.where, { now: null, last: turn }), ended: new Set(state.ended).add(turn) };
  if (how === 'undone') return now.hand ? raisedAgain(after, now.hand) : after;
  if (now.member === null) return after;
  const before = spokenOf(state, now.where, now.member);
  const people = new Map(state.spoken.get(now.where)).set(now.member, { ms: before.ms + countedMs(ms, now.sec), turns: before.turns + 1 });
  return { ...after, spoken: new Map(state.spoken).set(now.where, people) };
};
/** The turn has not been: the hand is where it was in the order, if who raised it is still there and has not raised it since. */
const raisedAgain = (state: FloorState, hand: Hand): FloorState => {
  const gone = !state.present.has(hand.member) || placeOf(state, hand.member) !== hand.where || state.hands.has(hand.member);
  return gone || state.phase === 'over' ? state : { ...state, hands: new Map(state.hands).set(hand.member, hand) };
};
