// How a question comes in, is taken back by whoever asked it, and is supported (FL2, K3, PO2). Its id is made by who asks: sent again by the
// same one it is the same question and nothing happens, whatever has become of it since. A member's question carries the table at which they
// sit and the block that runs (GR3); one that waited for the network those of its writing, if they can be true. A vote is an answer for the
// question's own box.
import type { Actor } from '../kernel/audience.ts';
import type { GroupId } from '../kernel/ids.ts';
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { Context, Outcome, Refusal } from '../kernel/room.ts';
import type { FloorCommand } from './commands.ts';
import type { FloorFact } from './events.ts';
import { childrenOf } from './gathered.ts';
import { floorLimits } from './limits.ts';
import type { Asker, QuestionDoor } from './limits.ts';
import { boxOf, isOver, isRunning } from './state.ts';
import type { FloorState, Question } from './state.ts';
import { voteOf } from './votes.ts';
import type { VoteBody } from './votes.ts';
import { askerOf, leads } from './who.ts';

export type Ctx = Context;
export type Done = Outcome<FloorFact>;
export type Of<Type extends FloorCommand['type']> = Extract<FloorCommand, { type: Type }>;

/** Why a phone, a table or whoever leads cannot ask now; null: they can. Read by the views too. */
export const mayNotAsk = (state: FloorState, actor: Actor): Refusal | null => {
  switch (actor.role) {
    case 'organiser':
    case 'facilitator':
    case 'system':
      return state.phase === 'sealed' ? refuse('floor.over') : full(state);
    case 'table':
      if (!state.seating.groups.has(actor.group)) return refuse('floor.unknownTable');
      return notNow(state) ?? tableFull(state, actor) ?? full(state);
    case 'member':
      if (!state.door.members) return refuse('floor.closedForMembers');
      return notNow(state) ?? notHere(state, actor) ?? most(state, actor, floorLimits.questionsEach) ?? full(state);
    case 'audience':
      if (!state.door.audience) return refuse('floor.notForAudience');
      return notNow(state) ?? most(state, actor, floorLimits.audienceEach) ?? audienceFull(state) ?? full(state);
    case 'desk':
    case 'expert':
    case 'screen':
      return refuse('kernel.notYours');
    default:
      return actor satisfies never;
  }
};
const notNow = (state: FloorState): Refusal | null => {
  // With the hour: what was written before it, and came after it, must know why (decisions: late answers).
  if (isOver(state)) return state.closedAt === null ? refuse('floor.over') : refuse('floor.over', { closedAt: state.closedAt });
  return isRunning(state) ? null : refuse('floor.notRunning');
};
const notHere = (state: FloorState, actor: Actor): Refusal | null =>
  actor.role === 'member' && !state.present.has(actor.member) ? refuse('floor.notPresent') : null;
const howMany = (state: FloorState, is: (question: Question) => boolean): number => {
  let sum = 0;
  for (const question of state.questions.values()) if (is(question)) sum += 1;
  return sum;
};
const most = (state: FloorState, actor: Actor, max: number): Refusal | null => {
  const by = askerOf(actor);
  return howMany(state, (question) => question.by === by) >= max ? refuse('floor.tooMany', { max }) : null;
};
const isThere = ({ withdrawn }: Question): boolean => !withdrawn;
const tableFull = (state: FloorState, actor: Actor): Refusal | null => {
  const by = askerOf(actor);
  const [max, ever] = [floorLimits.questionsAtTable, floorLimits.questionsAtTableEver];
  if (howMany(state, (question) => question.by === by && isThere(question)) >= max) return refuse('floor.tooMany', { max });
  return howMany(state, (question) => question.by === by) >= ever ? refuse('floor.tooMany', { max: ever }) : null;
};
const audienceFull = (state: FloorState): Refusal | null => {
  const max = floorLimits.audienceInAll;
  return howMany(state, ({ from }) => from === 'audience') >= max ? refuse('floor.audienceFull', { max }) : null;
};
const full = (state: FloorState): Refusal | null => {
  const [max, ever] = [floorLimits.questions, floorLimits.questionsEver];
  const { size } = state.questions;
  // Those that were taken back take nobody's place, as long as they are not endless.
  if (size >= ever) return refuse('floor.full', { max: ever });
  return size >= max && howMany(state, isThere) >= max ? refuse('floor.full', { max }) : null;
};

interface Origin {
  readonly from: Asker;
  readonly door: QuestionDoor;
  readonly group: GroupId | null;
}
/** Where it was born: only those who lead say so themselves, for a sheet or a table that has no laptop. */
const originOf = ({ door, group }: Of<'floor.ask'>, { seating }: FloorState, actor: Actor): Origin => {
  switch (actor.role) {
    case 'member':
      return { from: 'member', door: 'phone', group: seating.mode === 'groups' ? (seating.groupOf.get(actor.member) ?? null) : null };
    case 'audience':
      return { from: 'audience', door: 'phone', group: null };
    case 'table':
      return { from: 'table', door: door === 'paper' ? 'paper' : 'table', group: actor.group };
    case 'organiser':
    case 'facilitator':
    case 'system':
    case 'desk':
    case 'expert':
    case 'screen':
      return { from: door === 'table' ? 'table' : 'lead', door: door === 'table' ? 'table' : 'paper', group };
    default:
      return actor satisfies never;
  }
};
/** Where and when it was written, as the phone or the table saw it: only a table at which one has sat today, only a block that has run. */
const bornIn = ({ seen }: Of<'floor.ask'>, state: FloorState, actor: Actor, group: GroupId | null): Pick<Question, 'group' | 'block'> => {
  const now = { group, block: state.block };
  if (seen === undefined || leads(actor) || (seen.block !== null && !state.ran.has(seen.block))) return now;
  if (actor.role !== 'member') return { group, block: seen.block };
  const sat = seen.group === null || (state.seating.groups.has(seen.group) && state.sat.get(actor.member)?.has(seen.group) === true);
  return sat ? seen : now;
};

export const ask = (command: Of<'floor.ask'>, state: FloorState, ctx: Ctx): Done => {
  const { question, text, lang } = command;
  const known = state.questions.get(question);
  if (known) return known.by === askerOf(ctx.actor) ? nothing : refuse('floor.idTaken');
  const why = mayNotAsk(state, ctx.actor);
  if (why) return why;
  const origin = originOf(command, state, ctx.actor);
  if (origin.group !== null && !state.seating.groups.has(origin.group)) return refuse('floor.unknownTable');
  return facts<FloorFact>({
    type: 'floor.asked',
    v: 1,
    question,
    text,
    lang,
    ...origin,
    ...bornIn(command, state, ctx.actor, origin.group),
  });
};

/** Nothing was done with it yet. */
export const isUntouched = (state: FloorState, question: Question): boolean =>
  question.standing === 'open' &&
  question.answers.length === 0 &&
  question.into === null &&
  !question.hidden &&
  question.expert === null &&
  !state.wall.includes(question.id) &&
  childrenOf(state.questions, question.id).length === 0 &&
  !isOver(state);
export const withdraw = ({ question: id }: Of<'floor.withdraw'>, state: FloorState, ctx: Ctx): Done => {
  const question = state.questions.get(id);
  if (!question) return refuse('floor.unknown');
  if (question.by !== askerOf(ctx.actor)) return refuse('floor.notYours');
  if (question.withdrawn) return nothing;
  return isUntouched(state, question) ? facts<FloorFact>({ type: 'floor.withdrawn', v: 1, question: id }) : refuse('floor.tooLate');
};

/** Who is not there, or too early or late, supports nothing. */
export const mayNotVote = (state: FloorState, actor: Actor): Refusal | null => notNow(state) ?? notHere(state, actor);
export const upvote = ({ question: id, on, edit }: Of<'floor.upvote'>, state: FloorState, ctx: Ctx): Done => {
  const { actor } = ctx;
  if (actor.role !== 'member' && actor.role !== 'audience') return refuse('kernel.notYours');
  const question = state.questions.get(id);
  if (!question) return refuse('floor.unknown');
  const voter = actor.role === 'member' ? actor.member : actor.device;
  const box = boxOf(id);
  const entry = ctx.box.of(box, voter);
  const said = entry ? voteOf(entry.body) : null;
  // Sent again because "received" was not heard: it is in the box (K3).
  if (entry?.edit === edit && said?.on === on) return nothing;
  const why = mayNotVote(state, actor);
  if (why) return why;
  if (question.withdrawn) return refuse('floor.withdrawnOne');
  if (question.hidden) return refuse('floor.hiddenOne');
  // The same number with the contrary: two pages of one person, and the other was first. It is said, never passed over.
  if (entry?.edit === edit) return refuse('floor.votedElsewhere');
  if (entry && entry.edit > edit) return nothing;
  const body: VoteBody = { on, who: actor.role };
  return { kind: 'answer', box, voter, edit, body };
};
