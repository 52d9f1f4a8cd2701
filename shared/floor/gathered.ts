// Which question stands for itself and which lies under another, read from the questions alone. What lies under a hidden one stands by itself
// again: it was said by others. Read by rules, votes and views, so that all three mean the same.
import type { ExpertId, QuestionId } from '../kernel/ids.ts';
import type { Question, Questions } from './state.ts';

/** The one that a question lies under, as pages see it; null: it stands for itself. */
export const under = (questions: Questions, { into }: Question): QuestionId | null => {
  const head = into === null ? undefined : questions.get(into);
  return head && !head.hidden ? head.id : null;
};
/** The one that stands for a question: itself, or the one it lies under. */
export const headOf = (questions: Questions, question: Question): Question => {
  const head = under(questions, question);
  return (head === null ? undefined : questions.get(head)) ?? question;
};
/** Everybody in the hall may read it. */
export const isShown = (questions: Questions, question: Question): boolean =>
  !question.hidden && !question.withdrawn && under(questions, question) === null;

const families = new WeakMap<Questions, ReadonlyMap<QuestionId, readonly Question[]>>();
/** Head → what lies under it, hidden ones too. */
export const familiesOf = (questions: Questions): ReadonlyMap<QuestionId, readonly Question[]> => {
  const known = families.get(questions);
  if (known) return known;
  const made = new Map<QuestionId, Question[]>();
  for (const question of questions.values()) {
    const head = under(questions, question);
    if (head === null) continue;
    const family = made.get(head);
    if (family) family.push(question);
    else made.set(head, [question]);
  }
  families.set(questions, made);
  return made;
};
export const childrenOf = (questions: Questions, id: QuestionId): readonly Question[] => familiesOf(questions).get(id) ?? [];
/** The same in other words, as far as it may be read. */
export const alsoOf = (questions: Questions, id: QuestionId): readonly Question[] =>
  childrenOf(questions, id).filter(({ hidden }) => !hidden);
/** Asked of this expert: itself, or what lies under it was. */
export const isAskedOf = (questions: Questions, question: Question, expert: ExpertId): boolean =>
  question.expert === expert || alsoOf(questions, question.id).some((one) => one.expert === expert);
/** What is on the wall, each once, by what stands for it. */
export const onWallOf = (questions: Questions, wall: readonly QuestionId[]): readonly QuestionId[] => {
  const heads = wall.flatMap((id) => {
    const question = questions.get(id);
    const head = question ? headOf(questions, question) : undefined;
    return head && isShown(questions, head) ? [head.id] : [];
  });
  return [...new Set(heads)];
};
