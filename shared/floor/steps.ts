// The last step of those who lead, with what was there before it (K9). It stands until something else happens to the same thing: somebody asks
// through the door that was opened, an expert answers what was assigned, the turn that was begun is paused or over. What happens to other
// questions and on other floors leaves it standing.
import type { GroupId, QuestionId } from '../kernel/ids.ts';
import type { FactMeta, Params } from '../kernel/room.ts';
import { lengthOf } from '../kernel/text.ts';
import type { FloorFact } from './events.ts';
import { childrenOf } from './gathered.ts';
import { floorOf } from './state.ts';
import type { Back, FloorState, Step, StepType } from './state.ts';
import { isLead } from './who.ts';

const wordsShown = 40;
/** The beginning of a question, for "Annulla: …". */
const textOf = (state: FloorState, id: QuestionId | undefined): Params => {
  const text = (id === undefined ? undefined : state.questions.get(id)?.text) ?? '';
  const first = text.replace(/\s+/gu, ' ');
  return { text: lengthOf(first) > wordsShown ? [...first].slice(0, wordsShown).join('') : first };
};

/** The step that can now be taken back, and the one that was. `state`: before the fact. */
export const stepsAfter = (state: FloorState, fact: FloorFact, meta: FactMeta): Pick<FloorState, 'last' | 'undone'> => {
  const { last, undone } = state;
  if (fact.type === 'floor.undone') return { last: null, undone: fact.seq };
  if (state.phase === 'over' || state.phase === 'sealed') return { last: null, undone };
  const made = isLead(meta.by) ? stepOf(state, fact) : null;
  if (made) return { last: { ...made, seq: meta.seq }, undone };
  return { last: last && !touches(fact, last) ? last : null, undone };
};

/** Something else happened to what the step changed. */
const touches = (fact: FloorFact, { back }: Step): boolean => {
  switch (back.kind) {
    case 'door':
      return fact.type === 'floor.doorSet' || (fact.type === 'floor.asked' && (fact.from === 'member' || fact.from === 'audience'));
    case 'experts':
      return fact.type === 'floor.expertsSet' || fact.type === 'floor.answered';
    case 'questions':
      return 'question' in fact && back.questions.some(({ id }) => id === fact.question);
    case 'wall':
      return fact.type === 'floor.wallSet';
    case 'queue':
      return fact.type === 'floor.queueSet' && fact.where === back.where;
    case 'turn':
      return 'turn' in fact && fact.turn === back.turn;
    default:
      return back satisfies never;
  }
};

const stepOf = (state: FloorState, fact: FloorFact): Omit<Step, 'seq'> | null => {
  const step = (name: StepType, back: Back, params: Params = {}): Omit<Step, 'seq'> => ({ step: name, params, back });
  const about = (name: StepType, ...ids: readonly QuestionId[]): Omit<Step, 'seq'> => {
    const questions = ids.flatMap((id) => state.questions.get(id) ?? []);
    return step(name, { kind: 'questions', questions, wall: state.wall }, textOf(state, ids[0]));
  };
  const merged = ({ question, into, freed }: Extract<FloorFact, { type: 'floor.merged' }>): Omit<Step, 'seq'> => {
    const made = about('merged', question, into, ...childrenOf(state.questions, question).map(({ id }) => id));
    if (freed === undefined || made.back.kind !== 'questions') return made;
    // The fact before this one took `into` from under a hidden question, in the same step: back is back to before both.
    const questions = made.back.questions.map((one) => (one.id === into ? { ...one, into: freed } : one));
    return { ...made, back: { ...made.back, questions } };
  };
  const queue = (where: GroupId | null): Back => {
    const { by, sec } = floorOf(state, where);
    return { kind: 'queue', where, by, sec };
  };
  switch (fact.type) {
    case 'floor.doorSet':
      return step('doorSet', { kind: 'door', door: state.door });
    case 'floor.expertsSet':
      return step('expertsSet', { kind: 'experts', experts: state.experts });
    case 'floor.merged':
      return merged(fact);
    case 'floor.parted':
      return about('parted', fact.question);
    case 'floor.hidden':
      return about('hidden', fact.question);
    case 'floor.unhidden':
      return about('unhidden', fact.question);
    case 'floor.assigned':
      return about('assigned', fact.question);
    case 'floor.answered':
      return about('answered', fact.question);
    case 'floor.settled':
      return about('settled', fact.question);
    case 'floor.wallSet':
      return step('wallSet', { kind: 'wall', wall: state.wall }, textOf(state, fact.questions[0] ?? state.wall[0]));
    case 'floor.queueSet':
      return step('queueSet', queue(fact.where));
    case 'floor.turnStarted':
      return step('turnStarted', { kind: 'turn', turn: fact.turn }, { seat: fact.seat ?? '–' });
    case 'floor.asked':
    case 'floor.withdrawn':
    case 'floor.handRaised':
    case 'floor.handLowered':
    case 'floor.handsLowered':
    case 'floor.turnPaused':
    case 'floor.turnResumed':
    case 'floor.timeGiven':
    case 'floor.turnEnded':
    case 'floor.undone':
    case 'floor.closed':
      return null;
    default:
      return fact satisfies never;
  }
};
