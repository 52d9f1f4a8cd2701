// What is known of the tables as the facts leave it: the plan, who was assigned where and who sits where (GR3), the round, what each table
// has of its own, the line of those who tell the plenary, and the last step with what takes it back (K9).
// Ids and seats only: attributes are read where a late arrival is placed, and kept nowhere. Theme preferences lie in the box, not in here.
import type { BoxId } from '../kernel/box.ts';
import type { BlockId, GroupId, MemberId, ThemeId } from '../kernel/ids.ts';
import type { Params } from '../kernel/room.ts';
import type { Text } from '../kernel/text.ts';
import type { PresentNow } from '../presence/events.ts';
import { nobodyPresent } from '../presence/events.ts';
import type { RosterReads } from '../roster/events.ts';
import { nobodySeated } from './events.ts';
import type { GroupPlan, GroupsFact, How, Mix, Seating, SeatingRows, ThemePlan } from './events.ts';
import type { HelpReason } from './limits.ts';

/** Why somebody sits where they sit. */
export type Why = 'assigned' | 'hand' | 'late' | 'table' | 'undo';
/** A round that is over: who really sat where. */
export interface PastRound {
  readonly round: number;
  /** When everybody came back, epoch ms. */
  readonly at: number;
  readonly seating: SeatingRows;
}
/** All that a step about tables and seats changes, and so all that its undo brings back; who sits where is `seating`, read as other rooms read it. */
export interface Tables {
  readonly themes: readonly ThemePlan[];
  readonly groups: readonly GroupPlan[];
  /** The round that is assigned or running; the next one when the last is over. */
  readonly round: number;
  /** The round for which somebody has said who sits where, by an assignment or by sending everybody to the tables as they were. */
  readonly seatedFor: number | null;
  readonly how: How | null;
  readonly assigned: ReadonlyMap<MemberId, GroupId>;
  readonly why: ReadonlyMap<MemberId, Why>;
  readonly split: { readonly block: BlockId | null; readonly at: number } | null;
  readonly past: readonly PastRound[];
}
export interface Call {
  readonly about: HelpReason;
  readonly words: string;
  readonly at: number;
}
/** What one table has of its own. It survives the recall (GR6); only `extraSec` is the round's. */
export interface TableOwn {
  readonly extraSec: number;
  readonly card: Text | null;
  readonly call: Call | null;
  readonly spokesperson: { readonly member: MemberId; readonly seat: string } | null;
}
export const bareTable: TableOwn = { extraSec: 0, card: null, call: null, spokesperson: null };

export type Choice = { readonly round: number } & (
  { readonly state: 'open' } | { readonly state: 'closed'; readonly at: number; readonly answered: number; readonly base: number }
);
/** `round`: of whose tables; a new line of the same round keeps who has told already and is not in it. */
export interface Report {
  readonly round: number;
  readonly order: readonly GroupId[];
  readonly sec: number;
  readonly now: { readonly group: GroupId; readonly endsAt: number } | null;
  readonly done: readonly GroupId[];
}

export type StepType =
  | 'planned'
  | 'mixSet'
  | 'choiceOpened'
  | 'choiceClosed'
  | 'assigned'
  | 'moved'
  | 'split'
  | 'recalled'
  | 'timeGiven'
  | 'cardSet'
  | 'spokespersonSet'
  | 'reportQueued'
  | 'reportStarted'
  | 'reportEnded';
/** What takes a step back: a fact of its own, or what was there before it. */
export type Back =
  | { readonly kind: 'fact'; readonly fact: GroupsFact }
  | { readonly kind: 'tables'; readonly tables: Tables }
  | { readonly kind: 'choice'; readonly choice: Choice | null }
  | { readonly kind: 'report'; readonly report: Report };
export interface Step {
  readonly seq: number;
  readonly step: StepType;
  readonly params: Params;
  readonly back: Back;
}

export interface GroupsState {
  readonly phase: 'draft' | 'live' | 'suspended' | 'over';
  /** Grows with whatever a list of this room would show differently. */
  readonly revision: number;
  /** Who was called, from the fact that opened the session; null before. */
  readonly called: ReadonlyMap<MemberId, string> | null;
  readonly present: PresentNow;
  readonly seating: Seating;
  readonly tables: Tables;
  /** Who was present at any moment since everybody went to the tables: they sat there, also if they left before the recall. */
  readonly came: ReadonlySet<MemberId>;
  readonly mix: Mix;
  readonly own: ReadonlyMap<GroupId, TableOwn>;
  /** The card of instructions of all tables. */
  readonly card: Text | null;
  readonly choice: Choice | null;
  /** Rounds for which members were asked: their boxes. */
  readonly asked: readonly number[];
  readonly report: Report;
  readonly last: Step | null;
  /** The step that was taken back last: pressing "undo" twice is once. */
  readonly undone: number | null;
}
export const emptyGroups: GroupsState = {
  phase: 'draft',
  revision: 0,
  called: null,
  present: nobodyPresent,
  seating: nobodySeated,
  tables: {
    themes: [],
    groups: [],
    round: 1,
    seatedFor: null,
    how: null,
    assigned: new Map(),
    why: new Map(),
    split: null,
    past: [],
  },
  came: new Set(),
  mix: { attributes: [], neverAlone: [], together: [], apart: [] },
  own: new Map(),
  card: null,
  choice: null,
  asked: [],
  report: { round: 1, order: [], sec: 120, now: null, done: [] },
  last: null,
  undone: null,
};

export const boxOf = (round: number): BoxId => `groups.choice.${round}`;
export const ownOf = (state: GroupsState, group: GroupId): TableOwn => state.own.get(group) ?? bareTable;
export const tableOf = (state: GroupsState, group: GroupId): GroupPlan | undefined => state.tables.groups.find(({ id }) => id === group);
export const numberOf = (state: GroupsState, group: GroupId): number => tableOf(state, group)?.number ?? 0;
export const themeOf = (state: GroupsState, theme: ThemeId | null): ThemePlan | undefined =>
  state.tables.themes.find(({ id }) => id === theme);
export const groupOf = (state: GroupsState, member: MemberId): GroupId | null => state.seating.groupOf.get(member) ?? null;

/** Everybody on the roll or present, with their seat, in the order of the roll. The roster outranks who was called: a seat may have passed on. */
export const peopleOf = (state: GroupsState, reads: RosterReads): ReadonlyMap<MemberId, string> => {
  const people = new Map<MemberId, string>(
    reads.roster ? reads.roster.members.map(({ member, seat }) => [member, seat] as const) : state.called,
  );
  for (const [member, { seat }] of state.present) people.set(member, seat);
  return people;
};
/** Who sits at a table now, present or not. */
export const seatedAt = (state: GroupsState, group: GroupId): readonly MemberId[] =>
  [...state.seating.groupOf].flatMap(([member, at]) => (at === group ? [member] : []));

/** Sits there now; in plenary also who sat there in the round that has just ended, though the next one may be assigned already (GR6). */
export const belongsTo = (state: GroupsState, group: GroupId, member: MemberId): boolean =>
  groupOf(state, member) === group ||
  (state.seating.mode === 'plenary' &&
    (state.tables.past.at(-1)?.seating.some((row) => row.group === group && row.members.includes(member)) ?? false));
/** Who tells the plenary for a table, as long as they belong to it. */
export const speakerOf = (state: GroupsState, group: GroupId): TableOwn['spokesperson'] => {
  const { spokesperson } = ownOf(state, group);
  return spokesperson && belongsTo(state, group, spokesperson.member) ? spokesperson : null;
};
/** Who sits where, table by table in the order of the plan; nobody is in it who was not there. */
export const whoSatWhere = (state: GroupsState): SeatingRows =>
  state.tables.groups.flatMap(({ id }) => {
    const members = seatedAt(state, id).filter((member) => state.came.has(member));
    return members.length === 0 ? [] : [{ group: id, members }];
  });
/** Tables still to tell the plenary, in line. */
export const waitingToTell = ({ tables, report }: GroupsState): readonly GroupId[] =>
  report.order.filter(
    (group) => group !== report.now?.group && !report.done.includes(group) && tables.groups.some(({ id }) => id === group),
  );
/** The round whose tables tell the plenary: the one at work, or the last that was. */
export const tellingRound = ({ seating, tables }: GroupsState): number =>
  seating.mode === 'groups' ? tables.round : (tables.past.at(-1)?.round ?? tables.round);
