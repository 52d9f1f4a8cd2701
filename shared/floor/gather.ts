// What those who lead do with questions: alike ones lie under one, with their own words and votes; an insult is hidden (PO12); one, or a few,
// go to the wall. Whatever names a question that lies under another means the one that stands for it. Nothing makes a chain.
import type { QuestionId } from '../kernel/ids.ts';
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { Refusal } from '../kernel/room.ts';
import type { Done, Of } from './ask.ts';
import type { FloorFact } from './events.ts';
import { headOf, onWallOf } from './gathered.ts';
import { isOver } from './state.ts';
import type { FloorState, Question } from './state.ts';

/** A question that can still be worked with, or why not. */
export const found = (state: FloorState, id: QuestionId): Question | Refusal => {
  const question = state.questions.get(id);
  if (!question) return refuse('floor.unknown');
  if (question.withdrawn) return refuse('floor.withdrawnOne');
  return question.hidden ? refuse('floor.hiddenOne') : question;
};
/** The one that stands for it. */
export const foundHead = (state: FloorState, id: QuestionId): Question | Refusal => {
  const question = found(state, id);
  return 'kind' in question ? question : headOf(state.questions, question);
};

export const merge = ({ question: id, into }: Of<'floor.merge'>, state: FloorState): Done => {
  // The votes have been counted.
  if (isOver(state)) return refuse('floor.over');
  if (id === into) return refuse('floor.sameQuestion');
  const question = found(state, id);
  if ('kind' in question) return question;
  const head = foundHead(state, into);
  if ('kind' in head) return head;
  if (question.into === head.id) return nothing;
  if (head.id === id) return refuse('floor.sameQuestion');
  // What stood by itself because the one above it is hidden leaves it for good: it is now above others.
  if (head.into === null) return facts<FloorFact>({ type: 'floor.merged', v: 1, question: id, into: head.id });
  return facts<FloorFact>(
    { type: 'floor.parted', v: 1, question: head.id, from: head.into },
    { type: 'floor.merged', v: 1, question: id, into: head.id, freed: head.into },
  );
};
export const part = ({ question: id }: Of<'floor.part'>, state: FloorState): Done => {
  if (isOver(state)) return refuse('floor.over');
  const question = state.questions.get(id);
  if (!question) return refuse('floor.unknown');
  return question.into === null ? nothing : facts<FloorFact>({ type: 'floor.parted', v: 1, question: id, from: question.into });
};

/** Also when the session is over: an insult must go from the pages whenever it is seen. */
export const hide = ({ question: id, on }: Of<'floor.hide'>, state: FloorState): Done => {
  if (state.phase === 'sealed') return refuse('floor.over');
  const question = state.questions.get(id);
  if (!question) return refuse('floor.unknown');
  if (question.withdrawn) return refuse('floor.withdrawnOne');
  if (question.hidden === on) return nothing;
  return facts<FloorFact>({ type: on ? 'floor.hidden' : 'floor.unhidden', v: 1, question: id });
};

export const toWall = ({ questions }: Of<'floor.toWall'>, state: FloorState): Done => {
  if (isOver(state)) return refuse('floor.over');
  const heads: QuestionId[] = [];
  for (const id of questions) {
    const head = foundHead(state, id);
    if ('kind' in head) return head;
    if (!heads.includes(head.id)) heads.push(head.id);
  }
  return onWallOf(state.questions, state.wall).join() === heads.join()
    ? nothing
    : facts<FloorFact>({ type: 'floor.wallSet', v: 1, questions: heads });
};
