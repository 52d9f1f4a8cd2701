// What is known of the boards of a session, rebuilt from the facts alone: which are prepared, which are open or frozen, what each one's
// silence, step, clock and dots are, which notes are hidden. No note is in here: they lie in the board's document (item.ts) until the
// frozen copy carries them. Who is present and who sits where is heard from upstream, for rights and bases.
import type { AreaId, GroupId, MemberId } from '../kernel/ids.ts';
import type { BoxId } from '../kernel/box.ts';
import { nobodySeated } from '../groups/events.ts';
import type { Seating } from '../groups/events.ts';
import { nobodyPresent } from '../presence/events.ts';
import type { PresentNow } from '../presence/events.ts';
import type { BoardClock, BoardPlan, DotsRule, Frozen, LeftNote } from './events.ts';
import type { Note } from './item.ts';
import type { AuthorShown, BoardStep } from './limits.ts';

export interface Counted {
  readonly dots: number;
  readonly people: number;
}
export type Dots =
  | { readonly state: 'none'; readonly round: 0 }
  | { readonly state: 'open'; readonly round: number; readonly rule: DotsRule; readonly targets: ReadonlySet<string> }
  | {
      readonly state: 'closed';
      readonly round: number;
      readonly rule: DotsRule;
      readonly voters: number;
      readonly base: number;
      readonly counts: ReadonlyMap<string, Counted>;
      readonly closedAt: number;
    };
export interface FrozenCopy {
  readonly version: number;
  readonly copy: Frozen;
  readonly ids: ReadonlySet<string>;
  /** Notes and themes of this copy and of all before it: what can be hidden though it is written no more (BO7). */
  readonly cited: ReadonlySet<string>;
}
interface Opened {
  readonly plan: BoardPlan;
  /** Its place in the order of opening: the newest board of a table is the one it works on. */
  readonly openedSeq: number;
  /** As in the plan, or less visible since (BO4). */
  readonly authors: AuthorShown;
  /** The silence that goes on, and how many there were. */
  readonly silence: number | null;
  readonly silences: number;
  readonly step: BoardStep;
  readonly clock: BoardClock | null;
  readonly locked: boolean;
  readonly focus: AreaId | null;
  readonly dots: Dots;
  /** Came after the freeze and was not admitted until the session closed. */
  readonly notAdmitted: readonly LeftNote[];
  /** Note, or theme of a copy → why it was hidden. */
  readonly hidden: ReadonlyMap<string, string>;
  readonly onWall: boolean;
}
export interface PreparedBoard {
  readonly phase: 'prepared';
  readonly plan: BoardPlan;
}
/** `frozen`: the newest copy when it was frozen before and reopened. */
export type OpenBoard = Opened & { readonly phase: 'open'; readonly frozen: FrozenCopy | null };
export type FrozenBoard = Opened & { readonly phase: 'frozen'; readonly frozen: FrozenCopy };
/** A board that was opened: it has a document. */
export type LiveBoard = OpenBoard | FrozenBoard;
export type Board = PreparedBoard | LiveBoard;

/** The last step of those who lead the session that can be taken back (K9): the boards as they were before it. One wish may be several facts, a board each. */
export interface LeadStep {
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly step: string;
  readonly before: ReadonlyMap<string, Board>;
}
export interface BoardState {
  /** By id, in the order in which they were prepared. */
  readonly boards: ReadonlyMap<string, Board>;
  readonly present: PresentNow;
  readonly seating: Seating;
  /** Board → who sat at its table while it was open and the tables worked: they read it when it is frozen, and what they wrote there may come late (GR6, BO9). */
  readonly sat: ReadonlyMap<string, ReadonlySet<MemberId>>;
  readonly session: 'before' | 'running' | 'closed' | 'sealed';
  readonly last: LeadStep | null;
  /** Grows with every change: the version of this room's lists. */
  readonly revision: number;
}
export const emptyBoards: BoardState = {
  boards: new Map(),
  present: nobodyPresent,
  seating: nobodySeated,
  sat: new Map(),
  session: 'before',
  last: null,
  revision: 0,
};

export const boxOf = (board: string, round: number): BoxId => `board.${board}.${round}`;
export const liveBoard = (state: BoardState, id: string): LiveBoard | undefined => {
  const board = state.boards.get(id);
  return board && board.phase !== 'prepared' ? board : undefined;
};
export const liveBoards = (state: BoardState): readonly LiveBoard[] =>
  [...state.boards.values()].flatMap((board) => (board.phase === 'prepared' ? [] : [board]));
export const areaOf = (board: LiveBoard, area: AreaId) => board.plan.areas.find(({ id }) => id === area);
export const tableOf = (state: BoardState, member: MemberId): GroupId | null => state.seating.groupOf.get(member) ?? null;
export const hasSatAt = (state: BoardState, { plan }: LiveBoard, member: MemberId): boolean => state.sat.get(plan.id)?.has(member) ?? false;

/** The newest opened board of a table (null: the plenary's): an open one before a frozen one. */
export const newestOf = (state: BoardState, group: GroupId | null): LiveBoard | undefined =>
  liveBoards(state)
    .filter(({ plan }) => plan.group === group)
    .sort((a, b) => (a.phase === b.phase ? b.openedSeq - a.openedSeq : a.phase === 'open' ? -1 : 1))[0];

/** Nobody but its author knows of it while its silence goes on (BO2). */
export const isSilent = (board: LiveBoard, note: Pick<Note, 'silence'>): boolean =>
  board.silence !== null && note.silence === board.silence;
/** Came after the freeze and is not in the newest copy: it waits (BO9). On a board that was opened again it is there, marked late. */
export const isWaiting = (board: LiveBoard, id: string, note: Note): boolean =>
  note.waiting && board.phase === 'frozen' && !board.frozen.ids.has(id);

/** People of a board who are present now: of its table, or of the plenary all. */
export const peopleOf = (state: BoardState, group: GroupId | null): number =>
  group === null ? state.present.size : (perTable(state).get(group) ?? 0);
const tables = new WeakMap<BoardState, ReadonlyMap<GroupId, number>>();
const perTable = (state: BoardState): ReadonlyMap<GroupId, number> => {
  const known = tables.get(state);
  if (known) return known;
  const made = new Map<GroupId, number>();
  for (const member of state.present.keys()) {
    const group = state.seating.groupOf.get(member);
    if (group !== undefined) made.set(group, (made.get(group) ?? 0) + 1);
  }
  tables.set(state, made);
  return made;
};
/** The same people, by id. */
export const membersOf = (state: BoardState, group: GroupId | null): readonly MemberId[] =>
  [...state.present.keys()].filter((member) => group === null || state.seating.groupOf.get(member) === group);
