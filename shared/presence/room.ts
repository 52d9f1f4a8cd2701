// The door of a session (presenza): who came, who went, who is here. Members for themselves, the desk and facilitators for anybody.
// Laws: RO2 by card or by the desk in one wish; leaving and coming back are timed facts; a card opened before the doors does not check in
//       · RO4 who is here against the whole roll, by attribute for facilitators only · RO7 the roll call, the silent, who left and when it was known
//       · RO8 every act of the desk is one wish, and the same desk takes it back · K3 the second of two equal wishes does nothing
//       · K9 a roll call is taken back only before anybody answered; the close of the session closes it.
// Hidden: who answered the roll call is known to facilitators only (by its opposite: the silent); no other audience gets a list of people.
import { actorLabel } from '../kernel/audience.ts';
import { defineRoom, facts, nothing, refuse } from '../kernel/room.ts';
import type { Context, Outcome } from '../kernel/room.ts';
import type { MemberId } from '../kernel/ids.ts';
import type { RosterReads } from '../roster/events.ts';
import type { SessionFact } from '../session/events.ts';
import { presenceCommands } from './commands.ts';
import type { PresenceCommand } from './commands.ts';
import { presenceFacts, rollCallIdSchema, visitorIdSchema } from './events.ts';
import type { PresenceFact } from './events.ts';
import { evolvePresence } from './evolve.ts';
import { undo } from './undo.ts';
import { boxOf, emptyPresence, isHere, seatOf } from './state.ts';
import type { PresenceState } from './state.ts';
import { presenceLists, presenceMine, presenceViews } from './view.ts';

type Ctx = Context<RosterReads>;
type Result = Outcome<PresenceFact>;
const fact = (...list: readonly PresenceFact[]): Result => facts<PresenceFact>(...list);

const enter = (state: PresenceState, ctx: Ctx, member: MemberId, door: 'card' | 'desk' | 'self', phone: boolean): Result => {
  if (state.phase === 'none' || state.phase === 'draft') return refuse('presence.doorsClosed');
  if (state.phase === 'over') return refuse('presence.over');
  const seat = seatOf(state, ctx.assembly, member);
  if (seat === null) return refuse('presence.notOnRoll');
  const here = state.visits.get(member);
  if (here?.state === 'here')
    return door === 'desk' && !phone && here.phone ? fact({ type: 'presence.phoneSet', v: 1, member, phone: false }) : nothing;
  const entered = { type: 'presence.entered' as const, v: 1 as const, member, seat, door, phone };
  // One seat, one person: who sat here before a substitution is out when the other comes in.
  for (const [other, visit] of state.visits)
    if (other !== member && visit.seat === seat && visit.state === 'here')
      return fact({ type: 'presence.left', v: 1, member: other, why: 'desk', knownAt: ctx.now }, entered);
  return fact(entered);
};

/** Nobody is known to be gone before they came, nor in the future. */
const timeRefused = (state: PresenceState, ctx: Ctx, member: MemberId, knownAt: number): boolean =>
  knownAt > ctx.now || knownAt < (state.visits.get(member)?.since ?? 0);

const leave = (state: PresenceState, ctx: Ctx, member: MemberId, why: 'desk' | 'self' | 'rollCall', knownAt: number): Result => {
  if (state.phase === 'over') return refuse('presence.over');
  if (!isHere(state, member)) return nothing;
  if (timeRefused(state, ctx, member, knownAt)) return refuse('presence.timeImpossible');
  return fact({ type: 'presence.left', v: 1, member, why, knownAt });
};

const closeRollCall = (state: PresenceState, ctx: Ctx): Result => {
  if (state.rollCall.state !== 'open') return nothing;
  const { id, asked } = state.rollCall;
  const still = asked.filter((member) => isHere(state, member));
  const silent = still.filter((member) => ctx.box.of(boxOf(id), member) === undefined);
  return fact({ type: 'presence.rollCallClosed', v: 1, rollCall: id, here: still.length - silent.length, silent });
};

const decide = (command: PresenceCommand, state: PresenceState, ctx: Ctx): Result => {
  const { actor, now } = ctx;
  switch (command.type) {
    case 'presence.enter':
      return actor.role === 'member'
        ? enter(state, ctx, actor.member, command.door, state.visits.get(actor.member)?.phone ?? true)
        : refuse('kernel.notYours');
    case 'presence.leave':
      return actor.role === 'member' ? leave(state, ctx, actor.member, 'self', now) : refuse('kernel.notYours');
    case 'presence.letIn':
      return enter(state, ctx, command.member, 'desk', command.phone);
    case 'presence.letOut':
      return leave(state, ctx, command.member, 'desk', command.knownAt ?? now);
    case 'presence.setPhone': {
      if (state.phase === 'over') return refuse('presence.over');
      const visit = state.visits.get(command.member);
      if (visit?.state !== 'here') return refuse('presence.notPresent');
      return visit.phone === command.phone
        ? nothing
        : fact({ type: 'presence.phoneSet', v: 1, member: command.member, phone: command.phone });
    }
    case 'presence.letVisitorIn':
      if (state.phase === 'none' || state.phase === 'draft') return refuse('presence.doorsClosed');
      if (state.phase === 'over') return refuse('presence.over');
      return fact({ type: 'presence.visitorEntered', v: 1, visitor: visitorIdSchema.parse(ctx.newId()), as: command.as });
    case 'presence.letVisitorOut':
      return state.visitors.has(command.visitor) ? fact({ type: 'presence.visitorLeft', v: 1, visitor: command.visitor }) : nothing;
    case 'presence.undo':
      return undo(state, ctx, command.seq, actorLabel(actor));
    case 'presence.openRollCall': {
      if (state.rollCall.state === 'open') return nothing;
      if (state.phase === 'over') return refuse('presence.over');
      const asked = [...state.visits].flatMap(([member, visit]) => (visit.state === 'here' ? [member] : []));
      if (asked.length === 0) return refuse('presence.nobodyHere');
      return fact({ type: 'presence.rollCallOpened', v: 1, rollCall: rollCallIdSchema.parse(ctx.newId()), asked });
    }
    case 'presence.withdrawRollCall':
      if (state.rollCall.state !== 'open' || state.rollCall.id !== command.rollCall) return nothing;
      if (ctx.box.count(boxOf(command.rollCall)) > 0) return refuse('presence.rollCallAnswered');
      return fact({ type: 'presence.rollCallWithdrawn', v: 1, rollCall: command.rollCall });
    case 'presence.imHere':
    case 'presence.markHere': {
      const member = command.type === 'presence.markHere' ? command.member : actor.role === 'member' ? actor.member : null;
      if (member === null) return refuse('kernel.notYours');
      if (state.rollCall.state !== 'open' || state.rollCall.id !== command.rollCall) return refuse('presence.rollCallOver');
      if (!state.rollCall.asked.includes(member) || !isHere(state, member)) return refuse('presence.notPresent');
      if (ctx.box.of(boxOf(command.rollCall), member)) return nothing;
      return { kind: 'answer', box: boxOf(command.rollCall), voter: member, edit: 1, body: 'here' };
    }
    case 'presence.markLeft': {
      const { rollCall } = state;
      const asked = rollCall.state === 'open' ? rollCall.asked : rollCall.state === 'closed' ? rollCall.silent : [];
      if (rollCall.state === 'none' || rollCall.id !== command.rollCall || !asked.includes(command.member))
        return refuse('presence.rollCallOver');
      return leave(state, ctx, command.member, 'rollCall', command.knownAt);
    }
    case 'presence.closeRollCall':
      return state.rollCall.state === 'open' && state.rollCall.id === command.rollCall ? closeRollCall(state, ctx) : nothing;
    default:
      return command satisfies never;
  }
};

const atTheDoor = ['organiser', 'facilitator', 'desk'] as const;
const driver = ['organiser', 'facilitator'] as const;

export const presence = defineRoom<PresenceState, PresenceCommand, PresenceFact, PresenceFact | SessionFact, RosterReads>({
  name: 'presence',
  scope: 'session',
  commands: presenceCommands,
  facts: presenceFacts,
  rights: {
    'presence.enter': ['member'],
    'presence.leave': ['member'],
    'presence.letIn': atTheDoor,
    'presence.letOut': atTheDoor,
    'presence.setPhone': atTheDoor,
    'presence.letVisitorIn': atTheDoor,
    'presence.letVisitorOut': atTheDoor,
    'presence.undo': atTheDoor,
    'presence.openRollCall': driver,
    'presence.withdrawRollCall': driver,
    'presence.imHere': ['member'],
    'presence.markHere': atTheDoor,
    'presence.markLeft': atTheDoor,
    'presence.closeRollCall': driver,
  },
  boxed: ['presence.imHere', 'presence.markHere'],
  initial: emptyPresence,
  decide,
  evolve: evolvePresence,
  react: (heard, state) =>
    heard.type === 'session.closed' && state.rollCall.state === 'open'
      ? [{ type: 'presence.closeRollCall', rollCall: state.rollCall.id }]
      : [],
  takesBack: ({ type }) => type === 'presence.rollCallWithdrawn',
  undoable: ({ rollCall }) =>
    rollCall.state === 'open'
      ? { seq: rollCall.seq, code: 'presence.rollCallOpened', command: { type: 'presence.withdrawRollCall', rollCall: rollCall.id } }
      : null,
  // Once counted, who tapped is only in the list of the silent.
  seals: (heard) => (heard.type === 'presence.rollCallClosed' ? [boxOf(heard.rollCall)] : []),
  boxes: ({ rollCall }) => (rollCall.state === 'open' ? [boxOf(rollCall.id)] : []),
  view: presenceViews,
  mine: presenceMine,
  lists: presenceLists,
});
