// Hands and turns as each audience reads them: seats and times for whoever runs that floor, a kind and a clock for everybody else (FL1, SC6).
import type { GroupId, MemberId } from '../kernel/ids.ts';
import type { ViewContext } from '../kernel/room.ts';
import { floorLimits } from './limits.ts';
import { queueOf } from './queue.ts';
import type { FloorMemberMine, FloorMemberView, FloorShown, HandRow, TurnNow } from './shown.ts';
import { floorOf, numberOf, spokenOf } from './state.ts';
import type { FloorState, Hand, Turn } from './state.ts';

type Ctx = Pick<ViewContext, 'connections'>;
const isLive = (ctx: Ctx, member: MemberId): boolean => (ctx.connections.members.get(member)?.connected ?? 0) > 0;

/** Changes whenever a list of hands would: facts, and phones that come and go. */
export const handsVersion = (state: FloorState, ctx: Ctx): string => {
  let live = '';
  for (const member of state.hands.keys()) live += isLive(ctx, member) ? '1' : '0';
  return live === '' ? String(state.turnsRevision) : `${state.turnsRevision}.${BigInt(`0b1${live}`).toString(36)}`;
};
export const turnNow = (state: FloorState, now: Turn | null): TurnNow | null => {
  if (!now) return null;
  const { turn, member, seat, group, kind, sec, startedAt, endsAt, leftMs } = now;
  return { turn, member, seat, table: numberOf(state, group), kind, sec, startedAt, endsAt, leftMs };
};
/** For the wall and for everybody's phone: nobody's seat. */
export const turnOfAll = (state: FloorState): FloorMemberView['turn'] => {
  const { now } = floorOf(state, null);
  if (!now) return null;
  const { kind, group, sec, endsAt, leftMs } = now;
  return { kind, table: numberOf(state, group), sec, endsAt, leftMs };
};
export const handRow = (state: FloorState, ctx: Ctx, { member, seat, where, kind, at }: Hand): HandRow => {
  const { ms, turns } = spokenOf(state, where, member);
  return {
    member,
    seat,
    kind,
    at,
    turns,
    sec: Math.round(ms / 1000),
    phone: isLive(ctx, member) && (state.present.get(member)?.phone ?? false),
  };
};
export const floorShown = (state: FloorState, ctx: Ctx, where: GroupId | null): FloorShown => {
  const { by, sec, now } = floorOf(state, where);
  const queue = queueOf(state, where);
  const hands = queue.slice(0, floorLimits.handsShown).map((hand) => handRow(state, ctx, hand));
  return { where, by, sec, now: turnNow(state, now), hands, waiting: queue.length };
};
export const ownHand = (state: FloorState, member: MemberId): FloorMemberMine['hand'] => {
  const hand = state.hands.get(member);
  if (!hand) return null;
  return { kind: hand.kind, before: queueOf(state, hand.where).indexOf(hand), table: hand.where !== null };
};
export const ownTurn = (state: FloorState, member: MemberId): FloorMemberMine['turn'] => {
  for (const { now } of state.floors.values()) {
    if (now?.member !== member) continue;
    const { turn, group, kind, sec, startedAt, endsAt, leftMs } = now;
    return { turn, table: numberOf(state, group), kind, sec, startedAt, endsAt, leftMs };
  }
  return null;
};
