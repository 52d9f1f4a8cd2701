// How the facts of the door, and those of the session that it hears, change who is in the hall.
// A fact that takes another back restores what was before it: since when somebody is here does not move because of a slip of the desk.
import type { FactMeta } from '../kernel/room.ts';
import type { SessionFact } from '../session/events.ts';
import type { PresenceFact } from './events.ts';
import { actsKept } from './state.ts';
import type { DeskAct, PresenceState, Visit } from './state.ts';

type Draft = DeskAct extends infer Act ? (Act extends DeskAct ? Omit<Act, 'seq' | 'at' | 'by' | 'undone'> : never) : never;

/** Only what was done for somebody else is kept to be taken back: a member takes nothing back, they leave or come in again. */
const acted = (state: PresenceState, meta: FactMeta, act: Draft, undoes: number | undefined): readonly DeskAct[] => {
  if (undoes !== undefined) return state.acts.map((one) => (one.seq === undoes ? { ...one, undone: true } : one));
  if (meta.by === 'system' || meta.by.startsWith('member')) return state.acts;
  return [...state.acts, { seq: meta.seq, at: meta.at, by: meta.by, undone: false, ...act }].slice(-actsKept);
};
const beforeOf = (state: PresenceState, undoes: number | undefined): DeskAct | undefined =>
  undoes === undefined ? undefined : state.acts.find((act) => act.seq === undoes);

const moved = (
  state: PresenceState,
  fact: Extract<PresenceFact, { type: 'presence.entered' | 'presence.left' | 'presence.phoneSet' }>,
  meta: FactMeta,
): PresenceState => {
  const was = state.visits.get(fact.member) ?? null;
  const undone = beforeOf(state, fact.undoes);
  const visits = new Map(state.visits);
  const next = { ...state, visits, revision: state.revision + 1 };
  if (undone && 'member' in undone) {
    if (undone.before) visits.set(fact.member, { ...undone.before, seq: meta.seq });
    else visits.delete(fact.member);
    return {
      ...next,
      acts: acted(state, meta, { kind: 'entered', member: fact.member, seat: undone.seat, phone: undone.phone, before: was }, fact.undoes),
    };
  }
  if (fact.type === 'presence.entered') {
    const { seat, door, phone } = fact;
    visits.set(fact.member, { seat, door, phone, state: 'here', since: meta.at, seq: meta.seq });
    return { ...next, acts: acted(state, meta, { kind: 'entered', member: fact.member, seat, phone, before: was }, fact.undoes) };
  }
  if (!was) return state;
  const visit: Visit =
    fact.type === 'presence.left'
      ? { ...was, state: 'gone', since: fact.knownAt, seq: meta.seq }
      : { ...was, phone: fact.phone, seq: meta.seq };
  visits.set(fact.member, visit);
  const kind = fact.type === 'presence.left' ? 'left' : 'phone';
  return { ...next, acts: acted(state, meta, { kind, member: fact.member, seat: was.seat, phone: visit.phone, before: was }, fact.undoes) };
};

export const evolvePresence = (state: PresenceState, fact: PresenceFact | SessionFact, meta: FactMeta): PresenceState => {
  switch (fact.type) {
    case 'session.created':
      return { ...state, phase: 'draft' };
    case 'session.doorsOpened':
      return { ...state, phase: 'doors', revision: state.revision + 1 };
    case 'session.opened':
      return { ...state, phase: 'open', called: fact.roll, revision: state.revision + 1 };
    case 'session.closed':
      return { ...state, phase: 'over', revision: state.revision + 1 };
    case 'presence.entered':
    case 'presence.left':
    case 'presence.phoneSet':
      return moved(state, fact, meta);
    case 'presence.visitorEntered': {
      const undone = beforeOf(state, fact.undoes);
      const since = undone && 'visitor' in undone && undone.before ? undone.before.since : meta.at;
      const visitors = new Map(state.visitors).set(fact.visitor, { as: fact.as, since, seq: meta.seq });
      return {
        ...state,
        visitors,
        revision: state.revision + 1,
        acts: acted(state, meta, { kind: 'visitorEntered', visitor: fact.visitor, as: fact.as, before: null }, fact.undoes),
      };
    }
    case 'presence.visitorLeft': {
      const was = state.visitors.get(fact.visitor);
      if (!was) return state;
      const visitors = new Map(state.visitors);
      visitors.delete(fact.visitor);
      return {
        ...state,
        visitors,
        revision: state.revision + 1,
        acts: acted(state, meta, { kind: 'visitorLeft', visitor: fact.visitor, as: was.as, before: was }, fact.undoes),
      };
    }
    case 'presence.rollCallOpened':
      return {
        ...state,
        revision: state.revision + 1,
        rollCall: { state: 'open', id: fact.rollCall, seq: meta.seq, openedAt: meta.at, asked: fact.asked },
      };
    case 'presence.rollCallClosed': {
      if (state.rollCall.state !== 'open') return state;
      const { id, openedAt, asked } = state.rollCall;
      return {
        ...state,
        revision: state.revision + 1,
        rollCall: { state: 'closed', id, openedAt, closedAt: meta.at, asked: asked.length, here: fact.here, silent: fact.silent },
      };
    }
    case 'presence.rollCallWithdrawn':
      return { ...state, revision: state.revision + 1, rollCall: { state: 'none' } };
    default:
      return state;
  }
};
