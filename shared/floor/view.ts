// What each audience reads of the floor, built from nothing. Who leads: counts, experts, the plenary's floor with its first hands, tables where
// somebody waits. A table facilitator: the own table's floor and seats. Members and audience: what they asked, supported, wait for; nobody
// else's seat. An expert: what is asked of them. Screens: what was put on the wall, and that somebody speaks, never who (SC6).
import type { Actor } from '../kernel/audience.ts';
import type { ViewContext } from '../kernel/room.ts';
import type { RosterReads } from '../roster/events.ts';
import { mayNotAsk, mayNotVote } from './ask.ts';
import { onWallOf, under } from './gathered.ts';
import { bySeat, queueOf } from './queue.ts';
import type {
  ExpertRow,
  FloorAudienceMine,
  FloorAudienceView,
  FloorDriverView,
  FloorExpertMine,
  FloorMemberMine,
  FloorMemberView,
  FloorScreenView,
  FloorTableMine,
} from './shown.ts';
import { askedOf, howManyShown, openVersion, ownQuestions, ownVotes, questionsVersion, screenQuestions } from './shownQuestions.ts';
import { floorShown, handsVersion, ownHand, ownTurn, turnOfAll } from './shownTurns.ts';
import { expertOf, isOver, isRunning, isWaiting, placeOf, spokenOf } from './state.ts';
import type { FloorState } from './state.ts';
import { mayRaise, noFloor } from './turns.ts';

type Ctx = ViewContext<RosterReads>;
const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
/** What may be variable in a push to those who lead (K5): words of experts, and tables where somebody waits. The rest is in lists. */
const most = { words: 900, tables: 1500 } as const;
const budget = (left: number) => {
  const take = (text: string): string => {
    left -= bytesOf(text);
    return left >= 0 ? text : '';
  };
  return take;
};

const expertsOf = (state: FloorState): readonly ExpertRow[] => {
  const take = budget(most.words);
  // Labels before anything else, whatever the order of the fields: an expert is called by it.
  const labels = state.experts.map(({ label }) => take(label));
  return state.experts.map(({ id, about }, at) => {
    const asked = askedOf(state, id);
    const waiting = asked.filter(isWaiting).length;
    return { expert: id, label: labels[at] ?? '', about: take(about), asked: asked.length, waiting };
  });
};
const countsOf = ({ questions }: FloorState): FloorDriverView['counts'] => {
  const counts = { open: 0, answered: 0, parked: 0, disputed: 0, merged: 0, hidden: 0, withdrawn: 0 };
  for (const question of questions.values()) {
    if (question.withdrawn) counts.withdrawn += 1;
    else if (question.hidden) counts.hidden += 1;
    else if (under(questions, question) !== null) counts.merged += 1;
    else counts[question.standing] += 1;
  }
  return counts;
};
const tablesOf = (state: FloorState): FloorDriverView['tables'] => {
  const rows = [...state.seating.groups.keys()].flatMap((group) => {
    const now = state.floors.get(group)?.now ?? null;
    const waiting = queueOf(state, group).length;
    return waiting === 0 && !now ? [] : [{ group, waiting, speaks: now ? (now.seat ?? '') : null }];
  });
  let left = most.tables;
  const fit = new Set([...rows].sort((a, b) => b.waiting - a.waiting).filter((row) => (left -= bytesOf(row) + 1) >= 0));
  return rows.filter((row) => fit.has(row));
};
const driver = (state: FloorState, ctx: Ctx): FloorDriverView => ({
  door: state.door,
  experts: expertsOf(state),
  counts: countsOf(state),
  list: questionsVersion(state, ctx),
  turns: handsVersion(state, ctx),
  wall: onWallOf(state.questions, state.wall),
  plenary: floorShown(state, ctx, null),
  tables: tablesOf(state),
  may: { ask: mayNotAsk(state, { role: 'system' }) === null, call: noFloor(state, null) === null, door: !isOver(state) },
});

const hall = (state: FloorState, ctx: Ctx, ask: boolean): FloorMemberView => ({
  ask: ask && isRunning(state),
  questions: howManyShown(state),
  list: openVersion(state),
  votes: questionsVersion(state, ctx),
  wall: onWallOf(state.questions, state.wall),
  turn: turnOfAll(state),
  waiting: queueOf(state, null).length,
});
const member = (state: FloorState, ctx: Ctx): FloorMemberView => hall(state, ctx, state.door.members);
const table = (state: FloorState, ctx: Ctx): FloorMemberView => hall(state, ctx, true);
const audience = (state: FloorState, ctx: Ctx): FloorAudienceView => ({
  ask: state.door.audience && isRunning(state),
  questions: howManyShown(state),
  list: openVersion(state),
  votes: questionsVersion(state, ctx),
});
const screen = (state: FloorState, ctx: Ctx): FloorScreenView => ({
  questions: screenQuestions(state, ctx),
  turn: turnOfAll(state),
  waiting: queueOf(state, null).length,
});

const memberMine = (state: FloorState, ctx: Ctx, actor: Actor): FloorMemberMine | null => {
  if (actor.role !== 'member') return null;
  return {
    own: ownQuestions(state, actor),
    votes: ownVotes(state, ctx, actor.member),
    hand: ownHand(state, actor.member),
    turn: ownTurn(state, actor.member),
    here: { group: placeOf(state, actor.member) ?? null, block: state.block },
    may: {
      ask: mayNotAsk(state, actor) === null,
      vote: mayNotVote(state, actor) === null,
      raise: 'where' in mayRaise(state, actor.member),
    },
  };
};
const audienceMine = (state: FloorState, ctx: Ctx, actor: Actor): FloorAudienceMine | null => {
  if (actor.role !== 'audience') return null;
  return {
    own: ownQuestions(state, actor),
    votes: ownVotes(state, ctx, actor.device),
    may: { ask: mayNotAsk(state, actor) === null, vote: mayNotVote(state, actor) === null },
  };
};

const tableMine = (state: FloorState, ctx: Ctx, actor: Actor): FloorTableMine | null => {
  if (actor.role !== 'table') return null;
  const { group } = actor;
  const roll = new Map((ctx.assembly.roster?.members ?? []).map(({ member: one, seat }) => [one, seat] as const));
  const seats = [...state.seating.groupOf].flatMap(([one, at]) => {
    const seat = at === group ? (state.present.get(one)?.seat ?? roll.get(one)) : undefined;
    if (seat === undefined) return [];
    const { ms, turns } = spokenOf(state, group, one);
    const hand = state.hands.get(one)?.where === group;
    return [{ member: one, seat, here: state.present.has(one), hand, turns, sec: Math.round(ms / 1000) }];
  });
  return {
    floor: floorShown(state, ctx, group),
    seats: seats.sort(bySeat),
    own: ownQuestions(state, actor),
    here: { group, block: state.block },
    may: { ask: mayNotAsk(state, actor) === null, call: noFloor(state, group) === null },
  };
};
const expertMine = (state: FloorState, ctx: Ctx, actor: Actor): FloorExpertMine | null => {
  if (actor.role !== 'expert') return null;
  const known = expertOf(state, actor.expert);
  const asked = askedOf(state, actor.expert);
  return {
    label: known?.label ?? '',
    about: known?.about ?? '',
    list: questionsVersion(state, ctx),
    asked: asked.length,
    waiting: asked.filter(isWaiting).length,
    may: { answer: known !== undefined && state.phase !== 'sealed' },
  };
};

export const floorViews = { organiser: driver, facilitator: driver, table, member, audience, screen };
export const floorMine = { table: tableMine, member: memberMine, audience: audienceMine, expert: expertMine };
