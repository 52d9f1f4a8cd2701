// What is known of the floor as the facts leave it: every question with what became of it, the floors (the plenary's and each table's) with
// who speaks there, hands, what each has spoken, and the last step with what takes it back (K9).
// Who asked is kept by the label of who gave the wish and leaves this room to nobody. Ids and seats only; votes lie in the box.
import type { BoxId } from '../kernel/box.ts';
import type { BlockId, ExpertId, GroupId, MemberId, QuestionId, TurnId } from '../kernel/ids.ts';
import type { Params } from '../kernel/room.ts';
import type { Lang } from '../kernel/text.ts';
import { nobodySeated } from '../groups/events.ts';
import type { Seating } from '../groups/events.ts';
import { nobodyPresent } from '../presence/events.ts';
import type { PresentNow } from '../presence/events.ts';
import { floorLimits } from './limits.ts';
import type { AskedKind, Asker, QuestionDoor, QueueOrder, Standing, TurnKind } from './limits.ts';
import type { Expert } from './events.ts';
import type { Votes } from './shown.ts';

export interface Answer {
  readonly at: number;
  readonly expert: ExpertId | null;
  readonly who: string;
  readonly text: string;
  readonly source: string;
  readonly link: string | null;
}
export interface Question {
  readonly id: QuestionId;
  /** As people count them: 1 was asked first. */
  readonly n: number;
  readonly at: number;
  readonly text: string;
  readonly lang: Lang;
  readonly door: QuestionDoor;
  readonly from: Asker;
  readonly group: GroupId | null;
  readonly block: BlockId | null;
  /** Who asked (who.ts): one seat, one device of the audience, one table, or those who lead. */
  readonly by: string;
  /** Under which it lies, and since when; never a chain. */
  readonly into: QuestionId | null;
  readonly intoAt: number;
  readonly hidden: boolean;
  readonly withdrawn: boolean;
  readonly expert: ExpertId | null;
  readonly answers: readonly Answer[];
  readonly standing: Standing;
  readonly words: string;
  /** An expert has answered since it was parked or disputed: it stays so, and waits for nobody but those who lead. */
  readonly replied: boolean;
}
export type Questions = ReadonlyMap<QuestionId, Question>;

export interface Hand {
  readonly member: MemberId;
  readonly seat: string;
  readonly where: GroupId | null;
  readonly kind: AskedKind;
  readonly at: number;
}
export interface Turn {
  readonly turn: TurnId;
  readonly member: MemberId | null;
  readonly seat: string | null;
  readonly where: GroupId | null;
  readonly group: GroupId | null;
  readonly kind: TurnKind;
  readonly sec: number;
  readonly startedAt: number;
  /** What was spoken before the last pause, and since when it runs again (null while paused). */
  readonly spokenMs: number;
  readonly since: number | null;
  readonly endsAt: number | null;
  readonly leftMs: number | null;
  /** The hand that it took: raised again if the turn has not been. */
  readonly hand: Hand | null;
}
export interface Floor {
  readonly by: QueueOrder;
  readonly sec: number;
  readonly now: Turn | null;
  /** The turn that ended last. */
  readonly last: TurnId | null;
}
export const bareFloor: Floor = { by: 'asked', sec: floorLimits.turnSec, now: null, last: null };
export interface Spoken {
  readonly ms: number;
  readonly turns: number;
}
export const silent: Spoken = { ms: 0, turns: 0 };
/** Who tells the plenary, as the tables say it; `before`: what an undo of fact `seq` gives back. */
export interface Telling {
  readonly now: { readonly group: GroupId; readonly endsAt: number } | null;
  readonly before: { readonly seq: number; readonly now: Telling['now'] } | null;
}

export type StepType =
  | 'doorSet'
  | 'expertsSet'
  | 'merged'
  | 'parted'
  | 'hidden'
  | 'unhidden'
  | 'assigned'
  | 'answered'
  | 'settled'
  | 'wallSet'
  | 'queueSet'
  | 'turnStarted';
/** What a step touched, as it was before it. */
export type Back =
  | { readonly kind: 'door'; readonly door: FloorState['door'] }
  | { readonly kind: 'experts'; readonly experts: readonly Expert[] }
  | { readonly kind: 'questions'; readonly questions: readonly Question[]; readonly wall: readonly QuestionId[] }
  | { readonly kind: 'wall'; readonly wall: readonly QuestionId[] }
  | { readonly kind: 'queue'; readonly where: GroupId | null; readonly by: QueueOrder; readonly sec: number }
  | { readonly kind: 'turn'; readonly turn: TurnId };
export interface Step {
  readonly seq: number;
  readonly step: StepType;
  readonly params: Params;
  readonly back: Back;
}

export interface FloorState {
  readonly phase: 'draft' | 'doors' | 'open' | 'suspended' | 'over' | 'sealed';
  /** Grows with whatever a list of questions would show differently; `turnsRevision` with hands and turns. */
  readonly revision: number;
  readonly turnsRevision: number;
  readonly present: PresentNow;
  readonly seating: Seating;
  /** The block that runs, and all that have run; where each has sat today while at the tables (GR3). */
  readonly block: BlockId | null;
  readonly ran: ReadonlySet<BlockId>;
  readonly sat: ReadonlyMap<MemberId, ReadonlySet<GroupId>>;
  readonly door: { readonly members: boolean; readonly audience: boolean };
  readonly experts: readonly Expert[];
  readonly questions: Questions;
  readonly wall: readonly QuestionId[];
  readonly floors: ReadonlyMap<GroupId | null, Floor>;
  readonly hands: ReadonlyMap<MemberId, Hand>;
  readonly spoken: ReadonlyMap<GroupId | null, ReadonlyMap<MemberId, Spoken>>;
  /** Turns that are over: a call that is sent again is none. */
  readonly ended: ReadonlySet<TurnId>;
  /** Who speaks for a table, and where people sat in the last round: a report is theirs. */
  readonly speakers: ReadonlyMap<GroupId, { readonly member: MemberId; readonly seat: string }>;
  readonly satAt: ReadonlyMap<MemberId, GroupId>;
  readonly telling: Telling;
  /** When the session closed; null before. */
  readonly closedAt: number | null;
  /** The votes as counted at the close; null before. */
  readonly closed: ReadonlyMap<QuestionId, Votes> | null;
  readonly last: Step | null;
  /** The step that was taken back last: pressing "undo" twice is once. */
  readonly undone: number | null;
}
export const emptyFloor: FloorState = {
  phase: 'draft',
  revision: 0,
  turnsRevision: 0,
  present: nobodyPresent,
  seating: nobodySeated,
  block: null,
  ran: new Set(),
  sat: new Map(),
  door: { members: true, audience: false },
  experts: [],
  questions: new Map(),
  wall: [],
  floors: new Map(),
  hands: new Map(),
  spoken: new Map(),
  ended: new Set(),
  speakers: new Map(),
  satAt: new Map(),
  telling: { now: null, before: null },
  closedAt: null,
  closed: null,
  last: null,
  undone: null,
};

export const boxOf = (question: QuestionId): BoxId => `floor.votes.${question}`;
export const boxesOf = (state: FloorState): readonly BoxId[] => [...state.questions.keys()].map(boxOf);
export const floorOf = (state: FloorState, where: GroupId | null): Floor => state.floors.get(where) ?? bareFloor;
export const turnOf = (state: FloorState, turn: TurnId): Turn | undefined => runningTurns(state).find((each) => each.turn === turn);
export const runningTurns = (state: FloorState): readonly Turn[] => [...state.floors.values()].flatMap(({ now }) => (now ? [now] : []));
export const spokenOf = (state: FloorState, where: GroupId | null, member: MemberId): Spoken =>
  state.spoken.get(where)?.get(member) ?? silent;
export const numberOf = (state: FloorState, group: GroupId | null): number | null =>
  group === null ? null : (state.seating.groups.get(group)?.number ?? null);
export const expertOf = (state: FloorState, expert: ExpertId | null): Expert | undefined => state.experts.find(({ id }) => id === expert);
/** The doors are open and the session is not over: also in a pause. */
export const isRunning = ({ phase }: FloorState): boolean => phase === 'doors' || phase === 'open' || phase === 'suspended';
export const isOver = ({ phase }: FloorState): boolean => phase === 'over' || phase === 'sealed';

/** The floor on which somebody would speak: the own table while in groups, else the plenary; undefined: at no table, so nowhere. */
export const placeOf = ({ seating }: FloorState, member: MemberId): GroupId | null | undefined =>
  seating.mode === 'plenary' ? null : seating.groupOf.get(member);
/** Whether there is such a floor now: tables while in groups, else the plenary. */
export const isFloor = ({ seating }: FloorState, where: GroupId | null): boolean =>
  where === null ? seating.mode === 'plenary' : seating.mode === 'groups' && seating.groups.has(where);
/** A turn goes on as long as its floor is there, and who speaks is of it. */
export const isInPlace = (state: FloorState, { where, member }: Turn): boolean =>
  isFloor(state, where) && (where === null || member === null || state.seating.groupOf.get(member) === where);
/** What was spoken until now, pauses left out. */
export const msOf = ({ spokenMs, since }: Turn, now: number): number => spokenMs + (since === null ? 0 : Math.max(0, now - since));
/** An expert has still to answer it. */
export const isWaiting = ({ standing, replied }: Question): boolean => standing !== 'answered' && !replied;
