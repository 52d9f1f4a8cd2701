// What becomes of a question: given to an expert, answered (by whom, with its source), parked with an owner, disputed with a reason, or open
// again. An expert answers in writing what is asked of them, before, during and after the session, until it is sealed; what is parked or disputed
// stays so: only those who lead settle it, with an answer or without. A second answer stands beside the first in the record.
import { canonical } from '../kernel/canonical.ts';
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { Ctx, Done, Of } from './ask.ts';
import type { FloorFact } from './events.ts';
import { foundHead } from './gather.ts';
import { isAskedOf } from './gathered.ts';
import { floorLimits } from './limits.ts';
import { expertOf, isOver } from './state.ts';
import type { Answer, FloorState } from './state.ts';

export const setDoor = ({ members, audience }: Of<'floor.setDoor'>, state: FloorState): Done => {
  if (isOver(state)) return refuse('floor.over');
  const same = state.door.members === members && state.door.audience === audience;
  return same ? nothing : facts<FloorFact>({ type: 'floor.doorSet', v: 1, members, audience });
};
export const setExperts = ({ experts }: Of<'floor.setExperts'>, state: FloorState): Done => {
  if (state.phase === 'sealed') return refuse('floor.over');
  const ids = new Set(experts.map(({ id }) => id));
  if (ids.size !== experts.length) return refuse('floor.expertTwice');
  const gone = state.experts.find(
    ({ id }) =>
      !ids.has(id) && [...state.questions.values()].some(({ expert, answers }) => expert === id || answers.some((a) => a.expert === id)),
  );
  if (gone) return refuse('floor.expertInUse', { label: gone.label });
  return canonical(experts) === canonical(state.experts) ? nothing : facts<FloorFact>({ type: 'floor.expertsSet', v: 1, experts });
};

export const assign = ({ question: id, expert }: Of<'floor.assign'>, state: FloorState): Done => {
  if (state.phase === 'sealed') return refuse('floor.over');
  const question = foundHead(state, id);
  if ('kind' in question) return question;
  if (expert !== null && !expertOf(state, expert)) return refuse('floor.unknownExpert');
  return question.expert === expert ? nothing : facts<FloorFact>({ type: 'floor.assigned', v: 1, question: question.id, expert });
};

const sameAnswer = (one: Answer | undefined, { at: _, ...other }: Answer): boolean => {
  if (!one) return false;
  const { at: __, ...said } = one;
  return canonical(said) === canonical(other);
};
export const answer = ({ question: id, ...said }: Of<'floor.answer'>, state: FloorState, ctx: Ctx): Done => {
  const { actor } = ctx;
  if (state.phase === 'sealed') return refuse('floor.over');
  const question = foundHead(state, id);
  if ('kind' in question) return question;
  const { text, source, link } = said;
  const byExpert = actor.role === 'expert';
  const expert = byExpert ? actor.expert : said.expert;
  if (expert !== null && !expertOf(state, expert)) return refuse('floor.unknownExpert');
  if (byExpert && !isAskedOf(state.questions, question, actor.expert)) return refuse('floor.notAskedOfYou');
  // Somebody who leads may note that it was answered aloud; in writing there is nothing to read without a word.
  if (byExpert && text === '' && link === null) return refuse('floor.emptyAnswer');
  const next: Answer = { at: ctx.now, expert, who: byExpert ? '' : said.who, text, source, link };
  const { answers } = question;
  const keeps = byExpert && (question.standing === 'parked' || question.standing === 'disputed');
  if ((question.standing === 'answered' || keeps) && sameAnswer(answers.at(-1), next)) return nothing;
  if (answers.length >= floorLimits.answers) return refuse('floor.answersFull', { max: floorLimits.answers });
  const { at: _, ...written } = next;
  return facts<FloorFact>({ type: 'floor.answered', v: 1, question: question.id, ...written, ...(keeps ? { keeps } : {}) });
};

export const settle = ({ question: id, how, words: said }: Of<'floor.settle'>, state: FloorState): Done => {
  if (state.phase === 'sealed') return refuse('floor.over');
  const question = foundHead(state, id);
  if ('kind' in question) return question;
  const words = how === 'open' ? '' : said;
  if (how === 'parked' && words === '') return refuse('floor.sayOwner');
  if (how === 'disputed' && words === '') return refuse('floor.sayWhy');
  const same = question.standing === how && question.words === words;
  return same ? nothing : facts<FloorFact>({ type: 'floor.settled', v: 1, question: question.id, how, words });
};
