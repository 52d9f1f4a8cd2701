// How facts change what is known of the floor. Hears the session (it runs, pauses, is over), the door (who is present), the programme (which
// block runs) and the tables (who sits where, who tells the plenary). Who leaves or moves has no hand any more; their turn is ended by a fact
// (react.ts), so that its time is in the log.
import type { AgendaFact } from '../agenda/events.ts';
import { isGroupsFact, seatingAfter } from '../groups/events.ts';
import type { GroupsFact } from '../groups/events.ts';
import type { FactMeta } from '../kernel/room.ts';
import { isPresenceFact, presentAfter } from '../presence/events.ts';
import type { PresenceFact } from '../presence/events.ts';
import type { SessionFact } from '../session/events.ts';
import { isFloorFact } from './events.ts';
import type { FloorFact } from './events.ts';
import { afterQuestion, isQuestionFact } from './evolveQuestions.ts';
import { afterTurn, isTurnFact } from './evolveTurns.ts';
import { floorOf, placeOf } from './state.ts';
import type { FloorState, Telling } from './state.ts';
import { stepsAfter } from './steps.ts';

export type FloorHears = FloorFact | SessionFact | PresenceFact | AgendaFact | GroupsFact;
const isAgendaFact = (fact: { readonly type: string }): fact is AgendaFact => fact.type.startsWith('agenda.');

export const evolve = (state: FloorState, fact: FloorHears, meta: FactMeta): FloorState => {
  if (isFloorFact(fact)) return { ...afterFloor(state, fact, meta), ...stepsAfter(state, fact, meta) };
  if (isPresenceFact(fact)) return afterPresence(state, fact);
  if (isAgendaFact(fact)) return afterAgenda(state, fact);
  if (isGroupsFact(fact)) return afterGroups(state, fact, meta.seq);
  return afterSession(state, fact, meta.at);
};

const afterPresence = (state: FloorState, fact: PresenceFact): FloorState => {
  const present = presentAfter(state.present, fact);
  return present === state.present ? state : handsInPlace({ ...state, present, turnsRevision: state.turnsRevision + 1 });
};
/** Hands of whoever is here and still on the floor on which they raised it. */
const handsInPlace = (state: FloorState): FloorState => {
  const kept = [...state.hands].filter(([member, { where }]) => state.present.has(member) && placeOf(state, member) === where);
  return kept.length === state.hands.size ? state : { ...state, hands: new Map(kept), turnsRevision: state.turnsRevision + 1 };
};

const afterAgenda = (state: FloorState, fact: AgendaFact): FloorState => {
  if (fact.type === 'agenda.started') return { ...state, block: fact.block, ran: new Set(state.ran).add(fact.block) };
  if (fact.type === 'agenda.undone') return { ...state, block: fact.running?.block ?? null };
  const over = (fact.type === 'agenda.ended' || fact.type === 'agenda.skipped') && fact.block === state.block;
  return over ? { ...state, block: null } : state;
};

const afterGroups = (state: FloorState, fact: GroupsFact, seq: number): FloorState => {
  const told = tellingAfter(state.telling, fact, seq);
  const seating = seatingAfter(state.seating, fact, seq);
  const after = spokenFor({ ...state, telling: told }, fact);
  if (seating === state.seating) return after;
  return handsInPlace({
    ...after,
    seating,
    sat: satAfter(state.sat, seating),
    revision: state.revision + 1,
    turnsRevision: state.turnsRevision + 1,
  });
};
/** Nobody sits anywhere before everybody goes to the tables. */
const satAfter = (sat: FloorState['sat'], { mode, groupOf }: FloorState['seating']): FloorState['sat'] => {
  const fresh = mode === 'groups' ? [...groupOf].filter(([member, group]) => sat.get(member)?.has(group) !== true) : [];
  if (fresh.length === 0) return sat;
  const next = new Map(sat);
  for (const [member, group] of fresh) next.set(member, new Set(next.get(member)).add(group));
  return next;
};
const spokenFor = (state: FloorState, fact: GroupsFact): FloorState => {
  if (fact.type === 'groups.recalled' && fact.seating.length > 0)
    return {
      ...state,
      satAt: new Map(fact.seating.flatMap(({ group, members }) => members.map((member) => [member, group] as const))),
    };
  if (fact.type !== 'groups.spokespersonSet') return state;
  const speakers = new Map(state.speakers);
  if (fact.member === null || fact.seat === null) speakers.delete(fact.group);
  else speakers.set(fact.group, { member: fact.member, seat: fact.seat });
  return { ...state, speakers };
};
const tellingAfter = (telling: Telling, fact: GroupsFact, seq: number): Telling => {
  const before = { seq, now: telling.now };
  if (fact.type === 'groups.reportStarted') return { now: { group: fact.group, endsAt: fact.endsAt }, before };
  if (fact.type === 'groups.reportEnded') return { now: null, before };
  if (fact.type !== 'groups.undone' || telling.before?.seq !== fact.seq) return telling;
  return { now: telling.before.now, before: null };
};

const afterSession = (state: FloorState, fact: SessionFact, at: number): FloorState => {
  switch (fact.type) {
    case 'session.doorsOpened':
      return { ...state, phase: 'doors' };
    case 'session.opened':
    case 'session.resumed':
      return { ...state, phase: 'open' };
    case 'session.suspended':
      return { ...state, phase: 'suspended' };
    case 'session.closed':
      // Nothing is taken back any more, and nobody waits to speak.
      return {
        ...state,
        phase: 'over',
        closedAt: at,
        hands: new Map(),
        last: null,
        telling: { now: null, before: null },
        turnsRevision: state.turnsRevision + 1,
      };
    case 'session.sealed':
      return { ...state, phase: 'sealed' };
    case 'session.created':
    case 'session.edited':
    case 'session.codeRenewed':
    case 'session.audienceDoorSet':
    case 'session.incidentNoted':
      return state;
    default:
      return state;
  }
};

const afterFloor = (state: FloorState, fact: FloorFact, meta: FactMeta): FloorState => {
  if (isQuestionFact(fact)) return { ...afterQuestion(state, fact, meta), revision: state.revision + 1 };
  if (isTurnFact(fact)) return { ...afterTurn(state, fact, meta.at), turnsRevision: state.turnsRevision + 1 };
  switch (fact.type) {
    case 'floor.doorSet':
      return { ...state, door: { members: fact.members, audience: fact.audience } };
    case 'floor.expertsSet':
      return { ...state, experts: fact.experts, revision: state.revision + 1 };
    case 'floor.closed':
      return {
        ...state,
        closed: new Map(fact.votes.map(({ question, members, audience }) => [question, { members, audience }])),
        revision: state.revision + 1,
      };
    case 'floor.undone':
      return state.last?.seq === fact.seq
        ? { ...takenBack(state), revision: state.revision + 1, turnsRevision: state.turnsRevision + 1 }
        : state;
    default:
      return fact satisfies never;
  }
};

/** As it was before the last step. A turn has been taken back by its own fact already. */
const takenBack = (state: FloorState): FloorState => {
  const back = state.last?.back;
  switch (back?.kind) {
    case 'door':
      return { ...state, door: back.door };
    case 'experts':
      return { ...state, experts: back.experts };
    case 'questions': {
      const questions = new Map(state.questions);
      for (const question of back.questions) questions.set(question.id, question);
      return { ...state, questions, wall: back.wall };
    }
    case 'wall':
      return { ...state, wall: back.wall };
    case 'queue': {
      const { where, by, sec } = back;
      const floor = floorOf(state, where);
      return { ...state, floors: new Map(state.floors).set(where, { ...floor, by, sec }) };
    }
    case 'turn':
    case undefined:
      return state;
    default:
      return back satisfies never;
  }
};
