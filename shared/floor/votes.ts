// Votes for questions: one per seat and one per device, two electorates, never added (PO2). Of what lies under another each key counts once;
// who took the support back on the one that stands for both, after they were put together, has taken it back for both.
// Counted once per committed change and kept: ninety phones ask. After the close the numbers are those of the fact.
import type { BoxEntry, BoxReading } from '../kernel/box.ts';
import type { QuestionId } from '../kernel/ids.ts';
import { alsoOf, under } from './gathered.ts';
import type { Votes } from './shown.ts';
import { boxOf } from './state.ts';
import type { FloorState, Question, Questions } from './state.ts';

/** What lies in the box. */
export interface VoteBody {
  readonly on: boolean;
  readonly who: 'member' | 'audience';
}
const isVote = (body: unknown): body is VoteBody => typeof body === 'object' && body !== null && 'on' in body && 'who' in body;
export const voteOf = (body: unknown): VoteBody => (isVote(body) ? body : { on: false, who: 'audience' });
export const noVotes: Votes = { members: 0, audience: 0 };

export interface Cast {
  readonly question: QuestionId;
  readonly on: boolean;
  readonly edit: number;
}
export interface Counted {
  readonly votes: ReadonlyMap<QuestionId, Votes>;
  /** By key: what each has supported. */
  readonly by: ReadonlyMap<string, readonly Cast[]>;
}

/** The rows of a box are one list until they change. */
const read = new WeakMap<readonly BoxEntry[], ReadonlyMap<string, BoxEntry & VoteBody>>();
const castIn = (box: BoxReading, question: QuestionId): ReadonlyMap<string, BoxEntry & VoteBody> => {
  const rows = box.rows(boxOf(question));
  const known = read.get(rows);
  if (known) return known;
  const made = new Map(rows.map((row) => [row.key, { ...row, ...voteOf(row.body) }]));
  read.set(rows, made);
  return made;
};

/** Changes with every committed vote. */
export const votesRevision = (questions: Questions, box: BoxReading): number => {
  let sum = 0;
  for (const id of questions.keys()) sum += box.revision(boxOf(id));
  return sum;
};
interface Kept {
  readonly box: BoxReading;
  readonly revision: number;
  readonly counted: Counted;
}
const kept = new WeakMap<Questions, Kept>();
export const countedOf = ({ questions, closed }: FloorState, box: BoxReading): Counted => {
  if (closed) return { votes: closed, by: new Map() };
  const revision = votesRevision(questions, box);
  const known = kept.get(questions);
  if (known?.revision === revision && known.box === box) return known.counted;
  const counted = count(questions, box);
  kept.set(questions, { box, revision, counted });
  return counted;
};
export const votesOf = (state: FloorState, box: BoxReading, question: QuestionId): Votes =>
  countedOf(state, box).votes.get(question) ?? noVotes;

/** Everybody who supports a question or what lies under it. */
const voicesOf = (questions: Questions, question: Question, box: BoxReading): ReadonlyMap<string, VoteBody['who']> => {
  const own = castIn(box, question.id);
  const voices = new Map<string, VoteBody['who']>();
  for (const [key, { on, who }] of own) if (on) voices.set(key, who);
  for (const one of alsoOf(questions, question.id))
    for (const [key, { on, who }] of castIn(box, one.id)) {
      const said = own.get(key);
      const takenBack = said?.on === false && said.at >= one.intoAt;
      if (on && !takenBack) voices.set(key, who);
    }
  return voices;
};

const count = (questions: Questions, box: BoxReading): Counted => {
  const votes = new Map<QuestionId, Votes>();
  const by = new Map<string, Cast[]>();
  const note = (key: string, cast: Cast) => {
    const list = by.get(key);
    if (list) list.push(cast);
    else by.set(key, [cast]);
  };
  for (const question of questions.values()) {
    const own = castIn(box, question.id);
    const head = under(questions, question) === null;
    const voices = head ? voicesOf(questions, question, box) : new Map([...own].flatMap(([key, { on, who }]) => (on ? [[key, who]] : [])));
    let members = 0;
    for (const [key, who] of voices) {
      if (who === 'member') members += 1;
      if (!own.has(key)) note(key, { question: question.id, on: true, edit: 0 });
    }
    for (const [key, { edit }] of own) note(key, { question: question.id, on: voices.has(key), edit });
    if (voices.size > 0) votes.set(question.id, { members, audience: voices.size - members });
  }
  return { votes, by };
};
