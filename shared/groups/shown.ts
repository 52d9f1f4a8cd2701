// What pages receive of the tables: types only, so that phones import no schema. view.ts makes them, built from nothing.
import type { BlockId, GroupId, MemberId, ThemeId } from '../kernel/ids.ts';
import type { Said, Text } from '../kernel/text.ts';
import type { How } from './events.ts';
import type { HelpReason } from './limits.ts';

export interface GroupCall {
  readonly about: HelpReason;
  readonly words: string;
  readonly at: number;
}
/** A table as those who lead see it in every push. Who sits there is the list `groups.seating`. */
export interface GroupRow {
  readonly group: GroupId;
  readonly number: number;
  /** Its own name, or its theme's; null: only its number. */
  readonly name: Said | null;
  /** Assigned to it, sitting at it, of these present, of these with a live phone. */
  readonly assigned: number;
  readonly seated: number;
  readonly present: number;
  readonly connected: number;
  readonly extraSec: number;
  readonly call: GroupCall | null;
  readonly spokesperson: string | null;
  /** Connected devices of its table facilitator. */
  readonly helpers: number;
  readonly video: string | null;
}
export interface GroupsReport {
  readonly order: readonly GroupId[];
  readonly sec: number;
  /** Who tells; its time is its turn's on the floor. */
  readonly now: GroupId | null;
  readonly done: readonly GroupId[];
}
export interface GroupsDriverView {
  readonly mode: 'plenary' | 'groups';
  /** The round that is assigned or running; the next one when the last is over. */
  readonly round: number;
  /** How many rounds are over. */
  readonly rounds: number;
  readonly block: BlockId | null;
  readonly splitAt: number | null;
  readonly groups: readonly GroupRow[];
  readonly themes: readonly { readonly id: ThemeId; readonly title: Said }[];
  readonly how: How | null;
  /** Present with no table, and assigned to one but not here. */
  readonly unplaced: number;
  readonly missing: number;
  readonly card: Text | null;
  readonly choice: { readonly open: boolean; readonly answered: number; readonly of: number } | null;
  readonly report: GroupsReport;
  /** Version of the lists `groups.seating` and `groups.plan`. */
  readonly list: string;
  readonly may: {
    readonly plan: boolean;
    readonly assign: boolean;
    readonly split: boolean;
    readonly recall: boolean;
    readonly choice: boolean;
    readonly report: boolean;
  };
}
/** List `groups.seating` (facilitators): everybody on the roll or present, where assigned, where they sit. */
export interface SeatingRow {
  readonly member: MemberId;
  readonly seat: string;
  readonly here: boolean;
  readonly assigned: GroupId | null;
  readonly group: GroupId | null;
  readonly why: 'assigned' | 'hand' | 'late' | 'table' | 'undo' | null;
  /** Theme preferences, when members were asked. */
  readonly first: ThemeId | null;
  readonly second: ThemeId | null;
}
/** List `groups.plan` (facilitators): for the editor, in all languages; and what earlier rounds of today looked like. */
export interface GroupsPlanRows {
  readonly themes: readonly { readonly id: ThemeId; readonly title: Text }[];
  readonly groups: readonly {
    readonly id: GroupId;
    readonly number: number;
    readonly name: Text | null;
    readonly theme: ThemeId | null;
    readonly question: Text | null;
    readonly video: string | null;
    readonly card: Text | null;
  }[];
  readonly mix: {
    readonly attributes: readonly string[];
    readonly neverAlone: readonly string[];
    readonly together: readonly (readonly [MemberId, MemberId])[];
    readonly apart: readonly (readonly [MemberId, MemberId])[];
  };
  readonly past: readonly (readonly (readonly MemberId[])[])[];
}
/** What a member, a table facilitator and a screen know of a table. */
export interface GroupAbout {
  readonly group: GroupId;
  readonly number: number;
  readonly name: Said | null;
  readonly question: Said | null;
  readonly video: string | null;
  readonly card: Said | null;
  readonly extraSec: number;
  /** A seat; on a member's phone only the own one. */
  readonly spokesperson: string | null;
}
export interface GroupsMemberView {
  readonly mode: 'plenary' | 'groups';
  /** The day has tables: the phone fetches their page beforehand. */
  readonly tables: boolean;
  /** Only while they can be chosen. */
  readonly themes: readonly { readonly id: ThemeId; readonly title: Said }[];
  readonly choice: { readonly round: number } | null;
}
export interface GroupsMemberMine {
  readonly about: GroupAbout | null;
  /** I tell the plenary for my table, and when: 0 it is my turn, 1 I am the next, 2 the one after; null while nobody is in line. */
  readonly speaks: boolean;
  readonly next: number | null;
  readonly choice: { readonly first: ThemeId; readonly second: ThemeId | null; readonly edit: number } | null;
  readonly may: { readonly choose: boolean };
}
export interface GroupsTableView {
  readonly mode: 'plenary' | 'groups';
}
export interface GroupsTableMine {
  readonly about: GroupAbout | null;
  /** Seats at this table; never a name. `member` is the opaque id for setSpokesperson and notes on paper. */
  readonly seats: readonly { readonly member: MemberId; readonly seat: string; readonly here: boolean; readonly connected: boolean }[];
  readonly call: GroupCall | null;
  readonly may: { readonly callHelp: boolean; readonly welcome: boolean; readonly spokesperson: boolean };
}
export interface GroupsScreenView {
  readonly mode: 'plenary' | 'groups';
  /** Epoch ms of the last recall, for the bell of the hall; null: none yet. */
  readonly recalledAt: number | null;
  readonly groups: readonly { readonly group: GroupId; readonly number: number; readonly name: Said | null; readonly present: number }[];
  readonly card: Said | null;
  readonly report: GroupsReport;
}
