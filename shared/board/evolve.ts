// How facts change what is known of the boards. Hears the session (it runs, it is over), the door (who is present) and the tables (who
// sits where). A fact that names a board which is not there, or not in the phase it needs, leaves everything as it was.
import type { GroupId, MemberId } from '../kernel/ids.ts';
import type { FactMeta } from '../kernel/room.ts';
import { isGroupsFact, seatingAfter } from '../groups/events.ts';
import type { GroupsFact } from '../groups/events.ts';
import { isPresenceFact, presentAfter } from '../presence/events.ts';
import type { PresenceFact } from '../presence/events.ts';
import type { SessionFact } from '../session/events.ts';
import type { BoardFact, BoardPlan } from './events.ts';
import type { Board, BoardState, FrozenCopy, LeadStep, LiveBoard, OpenBoard } from './state.ts';

export type BoardHears = BoardFact | SessionFact | PresenceFact | GroupsFact;

const isBoardFact = (fact: { readonly type: string }): fact is BoardFact => fact.type.startsWith('board.');

export const evolve = (state: BoardState, fact: BoardHears, meta: FactMeta): BoardState => {
  const next = step(state, fact, meta);
  return next === state ? state : { ...next, revision: state.revision + 1 };
};
const step = (state: BoardState, fact: BoardHears, meta: FactMeta): BoardState => {
  if (isBoardFact(fact)) return afterBoard(state, fact, meta);
  if (isPresenceFact(fact)) {
    const present = presentAfter(state.present, fact);
    return present === state.present ? state : { ...state, present };
  }
  if (isGroupsFact(fact)) {
    const seating = seatingAfter(state.seating, fact, meta.seq);
    return seating === state.seating ? state : withSitting({ ...state, seating });
  }
  return afterSession(state, fact);
};

const seatedAt = ({ seating }: BoardState, group: GroupId): readonly MemberId[] =>
  [...seating.groupOf].flatMap(([member, at]) => (at === group ? [member] : []));
const withSat = (state: BoardState, board: string, members: readonly MemberId[]): BoardState => {
  const known = state.sat.get(board);
  if (members.every((member) => known?.has(member))) return state;
  return { ...state, sat: new Map(state.sat).set(board, new Set([...(known ?? []), ...members])) };
};
/** Whoever sits at a table that works has sat at its open board; a round that is only planned seats nobody. */
const withSitting = (state: BoardState): BoardState => {
  if (state.seating.mode !== 'groups') return state;
  let next = state;
  for (const { phase, plan } of state.boards.values())
    if (phase === 'open' && plan.group !== null) next = withSat(next, plan.id, seatedAt(state, plan.group));
  return next;
};

const afterSession = (state: BoardState, fact: SessionFact): BoardState => {
  switch (fact.type) {
    case 'session.doorsOpened':
      return { ...state, session: 'running' };
    case 'session.closed':
      return { ...state, session: 'closed', last: null };
    case 'session.sealed':
      return { ...state, session: 'sealed' };
    case 'session.created':
    case 'session.edited':
    case 'session.opened':
    case 'session.suspended':
    case 'session.resumed':
    case 'session.codeRenewed':
    case 'session.audienceDoorSet':
    case 'session.incidentNoted':
      return state;
    default:
      return state;
  }
};

/** Steps that those who lead can take back: everything that is not final, and has no act of its own that takes it back. */
const reversible: ReadonlySet<BoardFact['type']> = new Set([
  'board.removed',
  'board.opened',
  'board.silenced',
  'board.stepped',
  'board.lockSet',
  'board.focused',
  'board.noteHidden',
  'board.dotsOpened',
  'board.shown',
]);
/** Facts of one wish follow one another at once. */
const together = 1000;
const isLeadLabel = (by: string): boolean => by.startsWith('facilitator:') || by.startsWith('organiser:');
const lastAfter = (state: BoardState, fact: BoardFact, id: string, meta: FactMeta): LeadStep | null => {
  const { last } = state;
  if (!isLeadLabel(meta.by)) return last?.before.has(id) ? null : last;
  const was = state.boards.get(id);
  if (!reversible.has(fact.type) || !was) return null;
  const goesOn = last?.step === fact.type && last.seq === meta.seq - 1 && last.by === meta.by && meta.at - last.at <= together;
  const before = new Map(goesOn ? last.before : []);
  if (!before.has(id)) before.set(id, was);
  return { seq: meta.seq, at: meta.at, by: meta.by, step: fact.type, before };
};

const planOf = (fact: BoardFact): BoardPlan | null => (fact.type === 'board.prepared' || fact.type === 'board.opened' ? fact.plan : null);

const afterBoard = (state: BoardState, fact: BoardFact, meta: FactMeta): BoardState => {
  if (fact.type === 'board.undone') {
    if (state.last?.seq !== fact.seq) return state;
    const boards = new Map(state.boards);
    for (const [id, board] of state.last.before) boards.set(id, board);
    return { ...state, boards, last: null };
  }
  const plan = planOf(fact);
  const id = plan ? plan.id : 'board' in fact ? fact.board : '';
  const boards = new Map(state.boards);
  const was = boards.get(id);
  if (fact.type === 'board.prepared') {
    if (was && was.phase !== 'prepared') return state;
    boards.set(id, { phase: 'prepared', plan: planIn(fact.plan) });
  } else if (fact.type === 'board.removed') {
    if (was?.phase !== 'prepared') return state;
    boards.delete(id);
  } else if (fact.type === 'board.opened') {
    if (was && was.phase !== 'prepared') return state;
    boards.set(id, openedAs(planIn(fact.plan), fact.clock, meta.seq));
  } else {
    if (!was || was.phase === 'prepared') return state;
    const board = afterLive(was, fact, meta);
    if (board === was) return state;
    boards.set(id, board);
  }
  const next = { ...state, boards, last: lastAfter(state, fact, id, meta) };
  // A board that was frozen though its table never went to work is read by those who were to sit there.
  if (fact.type === 'board.frozen' && fact.group !== null && !state.sat.has(id)) return withSat(next, id, seatedAt(state, fact.group));
  return fact.type === 'board.opened' || fact.type === 'board.reopened' ? withSitting(next) : next;
};
/** An older log may say that names were shown: they never were. */
const authorsIn = ({ authors }: Pick<BoardPlan, 'authors'>): BoardPlan['authors'] => (authors === 'shown' ? 'seat' : authors);
const planIn = (plan: BoardPlan): BoardPlan => ({ ...plan, authors: authorsIn(plan) });
const openedAs = (plan: BoardPlan, clock: OpenBoard['clock'], openedSeq: number): OpenBoard => ({
  phase: 'open',
  plan,
  openedSeq,
  authors: plan.authors,
  silence: plan.silent ? 1 : null,
  silences: plan.silent ? 1 : 0,
  step: 'write',
  clock,
  locked: false,
  focus: null,
  dots: { state: 'none', round: 0 },
  notAdmitted: [],
  hidden: new Map(),
  onWall: false,
  frozen: null,
});

type LiveFact = Exclude<BoardFact, { readonly type: 'board.prepared' | 'board.removed' | 'board.opened' | 'board.undone' }>;
const afterLive = (board: LiveBoard, fact: LiveFact, meta: FactMeta): Board => {
  switch (fact.type) {
    // Silence is for writing, a reveal for reading, dots for dots: the step goes with them, the page need not ask twice.
    case 'board.silenced':
      return { ...board, silence: fact.silence, silences: fact.silence, step: 'write', clock: fact.clock };
    case 'board.revealed':
      return { ...board, silence: null, step: 'read', clock: fact.clock };
    case 'board.stepped':
      return { ...board, step: fact.step, clock: fact.clock };
    case 'board.clockSet':
      return { ...board, clock: fact.clock };
    case 'board.lockSet':
      return { ...board, locked: fact.on };
    case 'board.focused':
      return { ...board, focus: fact.area };
    case 'board.authorsHidden':
      return { ...board, authors: authorsIn(fact) };
    case 'board.noteHidden': {
      const hidden = new Map(board.hidden);
      if (fact.on) hidden.set(fact.note, fact.reason);
      else hidden.delete(fact.note);
      return { ...board, hidden };
    }
    case 'board.dotsOpened':
      return {
        ...board,
        step: 'dots',
        clock: fact.clock,
        dots: { state: 'open', round: fact.round, rule: fact.dots, targets: new Set(fact.targets) },
      };
    case 'board.dotsClosed': {
      if (board.dots.state !== 'open') return board;
      const counts = new Map(fact.counts.map(({ target, dots, people }) => [target, { dots, people }]));
      const { voters, base, round } = fact;
      return { ...board, dots: { state: 'closed', round, rule: board.dots.rule, voters, base, counts, closedAt: meta.at } };
    }
    case 'board.frozen': {
      const { version, copy } = fact;
      const ids = new Set<string>(copy.notes.map((note) => note.id));
      const cited = new Set<string>([...(board.frozen?.cited ?? []), ...ids, ...copy.themes.map((theme) => theme.id)]);
      const frozen: FrozenCopy = { version, copy, ids, cited };
      return { ...board, phase: 'frozen', frozen, clock: null, focus: null, locked: false };
    }
    case 'board.notAdmitted':
      return { ...board, notAdmitted: fact.notes };
    case 'board.reopened':
      return { ...board, phase: 'open' };
    case 'board.shown':
      return { ...board, onWall: fact.on };
    default:
      return fact satisfies never;
  }
};
