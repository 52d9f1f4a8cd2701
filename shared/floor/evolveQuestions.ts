// How the facts about questions change them. Nothing ever deletes one (FL2): it is withdrawn, hidden, put under another, and still there.
import type { FactMeta } from '../kernel/room.ts';
import type { QuestionId } from '../kernel/ids.ts';
import type { FloorFact } from './events.ts';
import type { FloorState, Question } from './state.ts';
import { askerFrom } from './who.ts';

type QuestionFact = Extract<FloorFact, { readonly question: QuestionId }> | Extract<FloorFact, { readonly type: 'floor.wallSet' }>;
export const isQuestionFact = (fact: FloorFact): fact is QuestionFact => 'question' in fact || fact.type === 'floor.wallSet';

export const afterQuestion = (state: FloorState, fact: QuestionFact, { at, by }: FactMeta): FloorState => {
  switch (fact.type) {
    case 'floor.asked': {
      const { question: id, text, lang, door, from, group, block } = fact;
      const asked: Question = {
        ...{ id, n: state.questions.size + 1, at, text, lang, door, from, group, block, by: askerFrom(by) },
        ...{ into: null, intoAt: 0, hidden: false, withdrawn: false, expert: null, answers: [], standing: 'open', words: '' },
        replied: false,
      };
      return { ...state, questions: new Map(state.questions).set(id, asked) };
    }
    case 'floor.withdrawn':
      return { ...changed(state, fact.question, { withdrawn: true }), wall: without(state.wall, fact.question) };
    case 'floor.merged': {
      // What lay under it goes along: never a chain.
      const questions = new Map(state.questions);
      for (const one of state.questions.values())
        if (one.id === fact.question || one.into === fact.question) questions.set(one.id, { ...one, into: fact.into, intoAt: at });
      const wall = [...new Set(state.wall.map((id) => (id === fact.question ? fact.into : id)))];
      return { ...state, questions, wall };
    }
    case 'floor.parted':
      return changed(state, fact.question, { into: null });
    case 'floor.hidden':
      return { ...changed(state, fact.question, { hidden: true }), wall: without(state.wall, fact.question) };
    case 'floor.unhidden':
      return changed(state, fact.question, { hidden: false });
    case 'floor.assigned':
      return changed(state, fact.question, { expert: fact.expert });
    case 'floor.answered': {
      const { expert, who, text, source, link } = fact;
      const before = state.questions.get(fact.question)?.answers ?? [];
      const answers = [...before, { at, expert, who, text, source, link }];
      if (fact.keeps) return changed(state, fact.question, { answers, replied: true });
      return changed(state, fact.question, { answers, standing: 'answered', words: '', replied: false });
    }
    case 'floor.settled':
      return changed(state, fact.question, { standing: fact.how, words: fact.words, replied: false });
    case 'floor.wallSet':
      return { ...state, wall: fact.questions };
    default:
      return fact satisfies never;
  }
};

const without = (wall: readonly QuestionId[], question: QuestionId): readonly QuestionId[] => wall.filter((id) => id !== question);
const changed = (state: FloorState, id: QuestionId, change: Partial<Question>): FloorState => {
  const question = state.questions.get(id);
  return question ? { ...state, questions: new Map(state.questions).set(id, { ...question, ...change }) } : state;
};
