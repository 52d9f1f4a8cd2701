// Questions as each audience reads them, built from nothing (shown.ts). For those who lead and for experts most votes of members first, then
// of the audience, then as asked; who asked is in none of them.
import type { Actor } from '../kernel/audience.ts';
import type { ViewContext } from '../kernel/room.ts';
import { isUntouched } from './ask.ts';
import { alsoOf, childrenOf, headOf, isAskedOf, isShown, onWallOf, under } from './gathered.ts';
import type { ExpertId } from '../kernel/ids.ts';
import type { AnswerShown, AskedRow, FloorMemberMine, FloorScreenView, OwnQuestion, QuestionOpen, QuestionRow, VotesRow } from './shown.ts';
import { expertOf, isWaiting, numberOf } from './state.ts';
import type { Answer, FloorState, Question } from './state.ts';
import { countedOf, noVotes, votesRevision } from './votes.ts';
import type { Counted } from './votes.ts';
import { askerOf } from './who.ts';

type Ctx = Pick<ViewContext, 'box'>;
type Numbers = Counted['votes'];

/** Changes with every step, and with no vote. */
export const openVersion = ({ revision }: FloorState): string => String(revision);
/** Changes whenever a list of questions with their numbers would. */
export const questionsVersion = (state: FloorState, { box }: Ctx): string => `${state.revision}.${votesRevision(state.questions, box)}`;

const answerOf = (state: FloorState, { at, expert, who, text, source, link }: Answer): AnswerShown => ({
  at,
  who: expertOf(state, expert)?.label ?? who,
  expert,
  text,
  source,
  link,
});
/** Pages show the last one; of a question that was put back among the open ones, none. */
const lastAnswer = (state: FloorState, { answers, standing }: Question): AnswerShown | null => {
  const last = answers.at(-1);
  return last && standing !== 'open' ? answerOf(state, last) : null;
};
const most =
  (votes: Numbers) =>
  (a: Question, b: Question): number => {
    const [one, other] = [votes.get(a.id) ?? noVotes, votes.get(b.id) ?? noVotes];
    return other.members - one.members || other.audience - one.audience || a.n - b.n;
  };

export const howManyShown = ({ questions }: FloorState): number => {
  let sum = 0;
  for (const question of questions.values()) if (isShown(questions, question)) sum += 1;
  return sum;
};
const openOf = (state: FloorState, question: Question, wall: ReadonlySet<string>): QuestionOpen => {
  const { id, text, lang, block, group, from, standing, words } = question;
  return {
    question: id,
    text,
    lang,
    block,
    table: numberOf(state, group),
    from,
    merged: alsoOf(state.questions, id).length,
    standing,
    words,
    answer: lastAnswer(state, question),
    onWall: wall.has(id),
  };
};
const wallOf = (state: FloorState): ReadonlySet<string> => new Set(onWallOf(state.questions, state.wall));
const kept = new WeakMap<FloorState, readonly QuestionOpen[]>();
/** What everybody in the hall may read, as asked; made once for all who ask. */
export const openRows = (state: FloorState): readonly QuestionOpen[] => {
  const known = kept.get(state);
  if (known) return known;
  const wall = wallOf(state);
  const rows = [...state.questions.values()]
    .filter((question) => isShown(state.questions, question))
    .map((question) => openOf(state, question, wall));
  kept.set(state, rows);
  return rows;
};
export const votesRows = (state: FloorState, ctx: Ctx): readonly VotesRow[] =>
  [...countedOf(state, ctx.box).votes].flatMap(([id, { members, audience }]): readonly VotesRow[] => {
    const question = state.questions.get(id);
    return question && isShown(state.questions, question) ? [[id, members, audience]] : [];
  });

/** All of them, for who leads; what lies under another comes right after it. */
export const questionRows = (state: FloorState, ctx: Ctx): readonly QuestionRow[] => {
  const { votes } = countedOf(state, ctx.box);
  const wall = wallOf(state);
  const row = (question: Question): QuestionRow => {
    const { answer: _, ...open } = openOf(state, question, wall);
    const { at, door, group, expert, answers, hidden, withdrawn } = question;
    return {
      ...open,
      votes: votes.get(question.id) ?? noVotes,
      at,
      door,
      group,
      into: under(state.questions, question),
      expert,
      answers: answers.map((each) => answerOf(state, each)),
      hidden,
      withdrawn,
    };
  };
  const order = most(votes);
  return [...state.questions.values()]
    .filter((question) => under(state.questions, question) === null)
    .sort(order)
    .flatMap((head) => [head, ...[...childrenOf(state.questions, head.id)].sort(order)])
    .map(row);
};

export const askedOf = (state: FloorState, expert: ExpertId): readonly Question[] =>
  [...state.questions.values()].filter((question) => isShown(state.questions, question) && isAskedOf(state.questions, question, expert));
export const askedRows = (state: FloorState, ctx: Ctx, actor: Actor): readonly AskedRow[] => {
  if (actor.role !== 'expert') return [];
  const { votes } = countedOf(state, ctx.box);
  return [...askedOf(state, actor.expert)].sort(most(votes)).map((question): AskedRow => {
    const { id, text, lang, block, group, standing, words } = question;
    return {
      question: id,
      text,
      lang,
      block,
      table: numberOf(state, group),
      votes: votes.get(id) ?? noVotes,
      also: alsoOf(state.questions, id).map((one) => ({ question: one.id, text: one.text, lang: one.lang })),
      standing,
      words,
      waiting: isWaiting(question),
      answer: lastAnswer(state, question),
    };
  });
};

export const screenQuestions = (state: FloorState, ctx: Ctx): FloorScreenView['questions'] => {
  const counted = countedOf(state, ctx.box).votes;
  return onWallOf(state.questions, state.wall).flatMap((id) => {
    const found = state.questions.get(id);
    if (!found) return [];
    const { text, lang, group, from, standing } = found;
    const votes = counted.get(id) ?? noVotes;
    return [{ question: id, text, lang, table: numberOf(state, group), from, votes, merged: alsoOf(state.questions, id).length, standing }];
  });
};

/** What answers may weigh in a phone's own part (K5): of more, the words are in the list. The newest questions keep theirs. */
const answerBytes = 4000;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
/** Of one's own: what became of it is what became of the one that stands for it. */
export const ownQuestions = (state: FloorState, actor: Actor): readonly OwnQuestion[] => {
  const by = askerOf(actor);
  let left = answerBytes;
  const own = [...state.questions.values()].filter((question) => question.by === by && !question.withdrawn);
  const rows = own.reverse().map((question): OwnQuestion => {
    const head = question.hidden ? question : headOf(state.questions, question);
    const answer = lastAnswer(state, head);
    if (answer) left -= bytesOf(answer.text);
    return {
      question: question.id,
      // Hidden: the words are nowhere any more but with those who lead.
      text: question.hidden ? '' : question.text,
      lang: question.lang,
      standing: head.standing,
      under: head === question ? null : head.id,
      hidden: question.hidden,
      answer: answer && left < 0 ? { ...answer, text: '' } : answer,
      open: isUntouched(state, question),
    };
  });
  return rows.reverse();
};
export const ownVotes = (state: FloorState, { box }: Ctx, voter: string): FloorMemberMine['votes'] => {
  const key = box.keyOf(voter);
  return key === undefined ? [] : (countedOf(state, box).by.get(key) ?? []);
};
