// Hands and turns on one floor: the plenary's, or a table's while in groups (FL1, K1). A call names whom the floor leaves and whom it enters:
// two facilitators who press together go one step, never two, never over anybody's head. A table facilitator runs the own table's floor only.
// Time counts while it runs: a pause is not spoken. Nobody speaks before the session is open or in its pauses.
import type { Actor } from '../kernel/audience.ts';
import type { GroupId, MemberId } from '../kernel/ids.ts';
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { Refusal } from '../kernel/room.ts';
import type { Ctx, Done, Of } from './ask.ts';
import type { FloorFact } from './events.ts';
import { floorLimits } from './limits.ts';
import { floorOf, isFloor, isOver, msOf, numberOf, placeOf, turnOf } from './state.ts';
import type { FloorState, Turn } from './state.ts';
import { runs } from './who.ts';

type How = Extract<FloorFact, { readonly type: 'floor.turnEnded' }>['how'];
export const endOf = (turn: Turn, now: number, how: How): FloorFact => ({
  ...{ type: 'floor.turnEnded', v: 1, turn: turn.turn, ms: msOf(turn, now), how },
});

/** Why nobody can speak there now. */
export const noFloor = (state: FloorState, where: GroupId | null): Refusal | null => {
  if (isOver(state)) return refuse('floor.over');
  if (state.phase !== 'open') return refuse('floor.notRunning');
  if (isFloor(state, where)) return null;
  if (where === null) return refuse('floor.atTables');
  return state.seating.groups.has(where) ? refuse('floor.notAtTables') : refuse('floor.unknownTable');
};
/** Why this person cannot speak there; null: they can. */
const notThere = (state: FloorState, where: GroupId | null, member: MemberId): Refusal | null => {
  if (!state.present.has(member)) return refuse('floor.notPresent');
  return placeOf(state, member) === where ? null : refuse('floor.notAtThisTable', { number: numberOf(state, where) ?? 0 });
};

/** Why somebody cannot ask to speak; otherwise where. Read by the views too. */
export const mayRaise = (state: FloorState, member: MemberId): { readonly where: GroupId | null } | Refusal => {
  const where = placeOf(state, member);
  if (where === undefined) return state.present.has(member) ? refuse('floor.noTable') : refuse('floor.notPresent');
  const why = noFloor(state, where) ?? notThere(state, where, member);
  if (why) return why;
  return floorOf(state, where).now?.member === member ? refuse('floor.youSpeak') : { where };
};
export const raise = ({ member: named, kind, on, where: meant }: Of<'floor.raise'>, state: FloorState, ctx: Ctx): Done => {
  const { actor } = ctx;
  if (actor.role === 'member' && named !== null && named !== actor.member) return refuse('floor.notYours');
  const member = actor.role === 'member' ? actor.member : named;
  if (member === null) return refuse('floor.sayWho');
  if (actor.role === 'table' && state.seating.groupOf.get(member) !== actor.group) return refuse('floor.notYours');
  const hand = state.hands.get(member);
  if (!on) {
    const why = actor.role === 'member' ? 'self' : 'lead';
    return hand ? facts<FloorFact>({ type: 'floor.handLowered', v: 1, member, why }) : nothing;
  }
  // A hand that waited for the network is meant for the floor that the phone saw, and for no other.
  const elsewhere = meant === undefined ? null : (noFloor(state, meant) ?? notThere(state, meant, member));
  if (elsewhere) return elsewhere;
  const place = mayRaise(state, member);
  if ('kind' in place) return place;
  const { where } = place;
  if (hand?.kind === kind && hand.where === where) return nothing;
  const seat = state.present.get(member)?.seat ?? '';
  return facts<FloorFact>({ type: 'floor.handRaised', v: 1, member, seat, where, kind });
};
export const lowerAll = ({ where }: Of<'floor.lowerAll'>, state: FloorState, { actor }: Ctx): Done => {
  if (!runs(actor, where)) return refuse('floor.notYours');
  const some = [...state.hands.values()].some((hand) => hand.where === where);
  return some ? facts<FloorFact>({ type: 'floor.handsLowered', v: 1, where }) : nothing;
};
export const setQueue = ({ where, by, sec }: Of<'floor.setQueue'>, state: FloorState, { actor }: Ctx): Done => {
  if (!runs(actor, where)) return refuse('floor.notYours');
  if (isOver(state)) return refuse('floor.over');
  if (where !== null && !state.seating.groups.has(where)) return refuse('floor.unknownTable');
  const now = floorOf(state, where);
  return now.by === by && now.sec === sec ? nothing : facts<FloorFact>({ type: 'floor.queueSet', v: 1, where, by, sec });
};

export const call = ({ where, from, turn, member, kind }: Of<'floor.call'>, state: FloorState, ctx: Ctx): Done => {
  if (!runs(ctx.actor, where)) return refuse('floor.notYours');
  const { now, sec, last } = floorOf(state, where);
  // It is done already: the same call sent again, or somebody else was first. Never a second step.
  if (state.ended.has(turn) || turnOf(state, turn)) return nothing;
  // Who was speaking has finished meanwhile and nobody else was called: that is the step that was meant.
  const finished = now === null && from !== null && from === last;
  if (((now?.turn ?? null) !== from && !finished) || (member !== null && now?.member === member)) return nothing;
  const why = noFloor(state, where) ?? (member === null ? null : notThere(state, where, member));
  if (why) return why;
  const seat = member === null ? null : (state.present.get(member)?.seat ?? null);
  const endsAt = ctx.now + sec * 1000;
  return facts<FloorFact>(...(now ? [endOf(now, ctx.now, 'next')] : []), {
    ...{ type: 'floor.turnStarted', v: 1, turn, member, seat, where, group: null, kind, sec, endsAt },
  });
};

/** A turn that goes on and that this actor runs. One that is over is no fault: somebody else was first. */
const running = (state: FloorState, turn: Turn['turn'], actor: Actor): Turn | Done => {
  const now = turnOf(state, turn);
  if (!now) return state.ended.has(turn) ? nothing : refuse('floor.unknownTurn');
  return runs(actor, now.where) ? now : refuse('floor.notYours');
};
export const pauseTurn = ({ turn, on }: Of<'floor.pauseTurn'>, state: FloorState, ctx: Ctx): Done => {
  const now = running(state, turn, ctx.actor);
  if (isDone(now)) return now;
  if (on === (now.since === null)) return nothing;
  if (on) return facts<FloorFact>({ type: 'floor.turnPaused', v: 1, turn, leftMs: (now.endsAt ?? ctx.now) - ctx.now });
  if (state.phase !== 'open') return refuse('floor.notRunning');
  return facts<FloorFact>({ type: 'floor.turnResumed', v: 1, turn, endsAt: ctx.now + (now.leftMs ?? 0) });
};
const isDone = (value: Turn | Done): value is Done => !('turn' in value);

/** Never less than the shortest turn nor more than the longest. */
export const giveTime = ({ turn, sec: asked }: Of<'floor.giveTime'>, state: FloorState, ctx: Ctx): Done => {
  const now = running(state, turn, ctx.actor);
  if (isDone(now)) return now;
  const to = Math.min(floorLimits.turnSecMax, Math.max(floorLimits.turnSecMin, now.sec + asked));
  const sec = to - now.sec;
  if (sec === 0) return asked > 0 ? refuse('floor.timeFull', { minutes: floorLimits.turnSecMax / 60 }) : nothing;
  const later = (value: number | null): number | null => (value === null ? null : value + sec * 1000);
  return facts<FloorFact>({ type: 'floor.timeGiven', v: 1, turn, sec, endsAt: later(now.endsAt), leftMs: later(now.leftMs) });
};
export const endTurn = ({ turn }: Of<'floor.endTurn'>, state: FloorState, ctx: Ctx): Done => {
  const { actor } = ctx;
  const own = actor.role === 'member' ? turnOf(state, turn) : undefined;
  if (own && actor.role === 'member' && own.member === actor.member) return facts(endOf(own, ctx.now, 'self'));
  const now = running(state, turn, actor);
  return isDone(now) ? now : facts(endOf(now, ctx.now, 'done'));
};
export const stopTurn = ({ turn, how }: Of<'floor.stopTurn'>, state: FloorState, ctx: Ctx): Done => {
  const now = turnOf(state, turn);
  return now ? facts(endOf(now, ctx.now, how)) : nothing;
};
