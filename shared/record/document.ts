// The record of a session as a document: the shape of record.json. It is what stands in the log, put in the order in which people ask
// for it, without a name, a seat or a member's id anywhere. Until there are minutes, this is what is kept, printed and handed on.
// Times are epoch milliseconds of the server, lengths are seconds; `meta.timeZone` is the hall's. Texts keep all their languages.
// Adding a field keeps `meta.v`; changing what one means makes it 2.
import type { Text } from '../kernel/text.ts';
import type { AttributeRows } from '../presence/composition.ts';
import type { PollRecord } from '../poll/record.ts';
import type { BoardRecord } from './boardsDocument.ts';
import type { FloorRecord } from './floorDocument.ts';
import type { GroupsRecord } from './groupsDocument.ts';

export const recordVersion = 1;

export interface SessionRecord {
  readonly meta: {
    readonly kind: 'plenaria-record';
    readonly v: typeof recordVersion;
    readonly times: 'epoch-ms';
    readonly timeZone: string;
    /** A record of a session that still runs is a reading of now; it is whole only when the session is closed. */
    readonly state: 'draft' | 'doors' | 'open' | 'suspended' | 'closed' | 'sealed';
    readonly demo: boolean;
  };
  readonly session: {
    readonly id: string;
    readonly assembly: string;
    readonly title: Text;
    /** YYYY-MM-DD. */
    readonly day: string;
    readonly place: string;
    /** Who was not in the hall could follow by a video link. */
    readonly video: boolean;
    readonly doorsAt: number | null;
    readonly opened: { readonly at: number; readonly present: number; readonly called: number } | null;
    /** `forgotten`: nobody closed it, the server did. */
    readonly closed: { readonly at: number; readonly present: number; readonly forgotten: boolean } | null;
  };
  readonly attendance: Attendance;
  readonly agenda: Agenda;
  readonly materials: readonly MaterialLine[];
  readonly decisions: readonly Decision[];
  readonly polls: { readonly value: 'notDeliberative'; readonly late: number | null; readonly asked: readonly PollRecord[] };
  readonly groups: GroupsRecord;
  readonly floor: FloorRecord;
  readonly boards: { readonly value: 'notDeliberative'; readonly list: readonly BoardRecord[] };
  readonly rollCalls: readonly RollCallLine[];
  readonly incidents: readonly Incident[];
  readonly screens: readonly ScreenLine[];
  readonly log: {
    readonly facts: number;
    /** Facts whose text was erased at somebody's request: the chain still holds. */
    readonly redacted: number;
    readonly lastHash: string;
  };
}

/** By the minute, so that a line of the list is not one person's clock. `present`: at the end of that minute. */
export interface Movement {
  readonly at: number;
  readonly entered: number;
  readonly left: number;
  readonly present: number;
}
export interface Attendance {
  /** Seats on the roll when the session opened. */
  readonly called: number;
  /** Members who were in the hall at some time. */
  readonly came: number;
  readonly most: number;
  readonly withoutPhone: number;
  readonly visitors: Readonly<Record<string, number>>;
  readonly movements: readonly Movement[];
  /** Who came, out of the roll; a cell that speaks of fewer than five people is null, and so is what would give it away. */
  readonly composition: readonly AttributeRows[];
  /** Seats that changed hands or were added that day, cards made again: how many, not whose. */
  readonly roll: { readonly substituted: number; readonly added: number; readonly removed: number; readonly cardsReplaced: number };
}

export interface PlannedLine {
  readonly number: number | null;
  readonly title: Text;
  readonly activity: string;
  readonly startAt: number | null;
  readonly sec: number;
}
export interface FollowedLine {
  readonly number: number | null;
  readonly title: Text;
  readonly activity: string;
  /** undone: this start was taken back, and `endAt` is when; what was done meanwhile (tables sent, a table that told) has its hour in it. */
  readonly state: 'ahead' | 'running' | 'done' | 'skipped' | 'postponed' | 'undone';
  readonly startAt: number | null;
  readonly endAt: number | null;
  readonly usedSec: number | null;
  readonly plannedAt: number | null;
  readonly plannedSec: number | null;
  /** Why it was skipped, where a reason was given. */
  readonly reason: string | null;
}
export interface RemedyLine {
  readonly at: number;
  readonly kind: 'shorten' | 'proportion' | 'skip' | 'postpone' | 'accept';
  readonly title: Text | null;
  readonly reason: string;
  readonly driftSec: number;
  /** The end that it gave. */
  readonly endAt: number;
  readonly changes: readonly { readonly title: Text; readonly fromSec: number; readonly toSec: number }[];
  /** Taken back a moment later. */
  readonly undone: boolean;
}
export interface Agenda {
  /** As it stood when the first block started; as it stands now if none has. */
  readonly planned: readonly PlannedLine[];
  readonly plannedEnd: number | null;
  /** Each block as it went; before it, each start of it that was taken back. */
  readonly followed: readonly FollowedLine[];
  readonly end: number | null;
  /** After the planned end; negative: earlier. */
  readonly driftSec: number | null;
  readonly remedies: readonly RemedyLine[];
}
export interface MaterialLine {
  readonly block: Text;
  readonly name: string;
  readonly kind: 'pdf' | 'image';
  readonly pages: number | null;
  readonly sha256: string;
  readonly shownAt: number | null;
}
interface Count {
  readonly words: string;
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
}
export interface Decision extends Count {
  readonly at: number;
  readonly block: Text;
  readonly present: number;
  readonly corrections: readonly { readonly at: number; readonly reason: string; readonly was: Count }[];
}
/** `silent`: asked, did not answer; they count as present until somebody saw them leave. */
export interface RollCallLine {
  readonly at: number;
  readonly closedAt: number | null;
  readonly asked: number;
  readonly here: number | null;
  readonly silent: number | null;
}
export type Incident =
  | { readonly at: number; readonly kind: 'noted'; readonly words: string }
  | { readonly at: number; readonly kind: 'suspended'; readonly words: string; readonly untilAt: number | null }
  | { readonly at: number; readonly kind: 'pollVoided'; readonly words: string; readonly question: Text; readonly round: number }
  | { readonly at: number; readonly kind: 'pollRepeated'; readonly question: Text; readonly round: number }
  | { readonly at: number; readonly kind: 'boardReopened'; readonly words: string; readonly board: Text; readonly table: number | null }
  /** Nobody had frozen them: the close of the session did. */
  | { readonly at: number; readonly kind: 'boardsFrozen'; readonly boards: number }
  | { readonly at: number; readonly kind: 'forgotten' };
/** `screen` null: all that held nothing of their own; otherwise its label, or its number in order of first appearance. */
export interface ScreenLine {
  readonly at: number;
  readonly screen: string | null;
  readonly scene: string;
  readonly text: Text | null;
  /** Number of the table whose board was shown, or that told the plenary. */
  readonly table: number | null;
  readonly page: number | null;
  readonly round: number | null;
}
