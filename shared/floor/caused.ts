// What other rooms cause on the floor. A table that tells the plenary has a turn there, with the time that the tables gave it; a turn ends when
// who speaks leaves, when everybody goes to the tables or back, in plenary when another block begins or its own ends (one that nobody ended does
// not go on through lunch), when the session closes; it waits while the session is suspended.
// Each may come twice, or late, and happens once: what is done already is nothing.
import type { GroupId, MemberId } from '../kernel/ids.ts';
import { turnIdSchema } from '../kernel/ids.ts';
import { facts, nothing } from '../kernel/room.ts';
import type { Ctx, Done, Of } from './ask.ts';
import type { FloorCommand } from './commands.ts';
import type { FloorFact } from './events.ts';
import type { FloorHears } from './evolve.ts';
import { floorOf, isInPlace, runningTurns } from './state.ts';
import type { FloorState, Turn } from './state.ts';
import { endOf } from './turns.ts';
import { countedOf } from './votes.ts';

const reportNow = (state: FloorState): Turn | null => {
  const { now } = floorOf(state, null);
  return now?.kind === 'report' ? now : null;
};
/** Who speaks for a table, if they are here and of it: of this round, or of the one that has just ended. */
const speakerOf = (state: FloorState, group: GroupId): { readonly member: MemberId; readonly seat: string } | null => {
  const speaker = state.speakers.get(group);
  if (!speaker || !state.present.has(speaker.member)) return null;
  const ofIt = state.seating.groupOf.get(speaker.member) === group || state.satAt.get(speaker.member) === group;
  return ofIt ? speaker : null;
};
export const beginReport = ({ group, endsAt }: Of<'floor.beginReport'>, state: FloorState, ctx: Ctx): Done => {
  const { now } = floorOf(state, null);
  if (state.phase !== 'open' || state.telling.now?.group !== group || reportNow(state)?.group === group) return nothing;
  const speaker = speakerOf(state, group);
  return facts<FloorFact>(...(now ? [endOf(now, ctx.now, 'next')] : []), {
    type: 'floor.turnStarted',
    v: 1,
    turn: turnIdSchema.parse(ctx.newId()),
    member: speaker?.member ?? null,
    seat: speaker?.seat ?? null,
    where: null,
    group,
    kind: 'report',
    sec: Math.max(0, Math.round((endsAt - ctx.now) / 1000)),
    endsAt,
  });
};
export const endReport = ({ group, undone }: Of<'floor.endReport'>, state: FloorState, ctx: Ctx): Done => {
  const now = reportNow(state);
  return now?.group === group ? facts(endOf(now, ctx.now, undone ? 'undone' : 'done')) : nothing;
};

export const closeWithSession = (state: FloorState, ctx: Ctx): Done => {
  if (state.closed) return nothing;
  const { votes } = countedOf(state, ctx.box);
  const counted = [...state.questions.keys()].flatMap((question) => {
    const sums = votes.get(question);
    return sums ? [{ question, ...sums }] : [];
  });
  return facts<FloorFact>(...runningTurns(state).map((turn) => endOf(turn, ctx.now, 'closed')), {
    type: 'floor.closed',
    v: 1,
    votes: counted,
  });
};

const stop = ({ turn }: Turn, how: 'left' | 'moved') => ({ type: 'floor.stopTurn', turn, how }) as const;
const displaced = (state: FloorState): readonly FloorCommand[] =>
  runningTurns(state).flatMap((turn) => (isInPlace(state, turn) ? [] : [stop(turn, 'moved')]));
/** The block is over in which the plenary's turn was given. */
const outlived = (state: FloorState): readonly FloorCommand[] =>
  runningTurns(state).flatMap((turn) => (turn.where === null ? [stop(turn, 'moved')] : []));
/** The turn that the tables' line asks for now: the one before it ends with it. */
const telling = (state: FloorState): readonly FloorCommand[] =>
  state.telling.now ? [{ type: 'floor.beginReport', ...state.telling.now }] : [];

export const react = (fact: FloorHears, state: FloorState): readonly FloorCommand[] => {
  switch (fact.type) {
    case 'session.suspended':
      return runningTurns(state).flatMap(({ turn, since }) =>
        since === null ? [] : [{ type: 'floor.pauseTurn', turn, on: true } as const],
      );
    case 'session.closed':
      return [{ type: 'floor.closeWithSession' }];
    case 'agenda.started':
    case 'agenda.ended':
      return state.phase === 'over' ? [] : outlived(state);
    case 'presence.left':
      return runningTurns(state).flatMap((turn) => (turn.member === fact.member ? [stop(turn, 'left')] : []));
    case 'groups.planned':
    case 'groups.assigned':
    case 'groups.moved':
    case 'groups.split':
    case 'groups.recalled':
      // A closed session ends them all itself, and says so.
      return state.phase === 'over' ? [] : displaced(state);
    case 'groups.reportStarted':
      return telling(state);
    case 'groups.reportEnded':
      return [{ type: 'floor.endReport', group: fact.group, undone: false }];
    case 'groups.undone': {
      const now = reportNow(state);
      const over = now?.group && now.group !== state.telling.now?.group ? now.group : null;
      // Only a step of the line gives a table its turn again, and never over the head of somebody who was called since.
      const again = (fact.step === 'reportStarted' || fact.step === 'reportEnded') && (over !== null || floorOf(state, null).now === null);
      return [
        ...displaced(state),
        ...(over === null ? [] : [{ type: 'floor.endReport', group: over, undone: fact.step === 'reportStarted' } as const]),
        ...(again ? telling(state) : []),
      ];
    }
    default:
      return [];
  }
};
