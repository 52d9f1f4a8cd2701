// The shape of what the record says of boards: what was asked, when it was silent, revealed, counted, frozen and shown, and the frozen copies,
// the only thing that is ever cited (BO8). No author and no seat in it, also where the board showed seats; of hidden notes only how many and why.
import type { Area, From, FrozenNote, FrozenTheme, LeftNote } from '../board/events.ts';
import type { AuthorShown, BoardStep, NoteKind } from '../board/limits.ts';
import type { BoardId, GroupId } from '../kernel/ids.ts';
import type { Text } from '../kernel/text.ts';

/** `title`, `table`: of the board that it came up from. */
export interface RecordFrom extends From {
  readonly title: Text | null;
}
export interface RecordNote extends Omit<FrozenNote, 'seat' | 'from'> {
  /** Number of the table at which it was written; null: in the plenary. */
  readonly table: number | null;
  readonly from: RecordFrom | null;
}
export interface RecordTheme extends Omit<FrozenTheme, 'from'> {
  readonly from: RecordFrom | null;
}
/** What the board said, as it may be read now: what was hidden since is counted in `hidden` and its words are gone (BO7). */
export interface FrozenRecord {
  readonly version: number;
  readonly at: number;
  /** Nobody froze it: the close of the session did. */
  readonly withSession: boolean;
  /** People who wrote. */
  readonly writers: number;
  readonly hidden: number;
  readonly themes: readonly RecordTheme[];
  readonly notes: readonly RecordNote[];
}
/** A note that came after the freeze and was admitted by nobody until the session closed (BO9). */
export interface LeftLine extends LeftNote {
  readonly table: number | null;
}
/** `notes`, `writers`: how many notes of how many people came to light. */
export interface SilenceLine {
  readonly from: number;
  readonly revealedAt: number | null;
  readonly notes: number | null;
  readonly writers: number | null;
}
export interface SpanLine {
  readonly from: number;
  readonly until: number | null;
}
/** `voters` of `base` present gave dots; `late`: came after the close, not counted; null where nobody counts them. */
export interface DotsLine {
  readonly round: number;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly each: number;
  readonly max: number;
  readonly on: 'notes' | 'themes';
  readonly voters: number | null;
  readonly base: number | null;
  readonly late: number | null;
  readonly counts: readonly { readonly target: string; readonly dots: number; readonly people: number }[];
}
export interface BoardRecord {
  readonly id: BoardId;
  readonly title: Text;
  readonly group: GroupId | null;
  /** Number of its table; null: the plenary's. */
  readonly table: number | null;
  readonly block: Text | null;
  readonly areas: readonly Area[];
  readonly kinds: readonly NoteKind[];
  readonly authors: AuthorShown;
  readonly state: 'prepared' | 'open' | 'frozen';
  readonly openedAt: number | null;
  readonly silences: readonly SilenceLine[];
  readonly steps: readonly { readonly at: number; readonly step: BoardStep }[];
  readonly locks: readonly SpanLine[];
  readonly hidden: { readonly notes: number; readonly reasons: readonly string[] };
  readonly dots: readonly DotsLine[];
  /** By version, the first first; the last one is the one that is cited. */
  readonly frozen: readonly FrozenRecord[];
  /** In no copy; those that were hidden since are not among them. */
  readonly notAdmitted: readonly LeftLine[];
  readonly reopened: readonly { readonly at: number; readonly version: number; readonly reason: string }[];
  /** When it could be seen on the walls of the hall. */
  readonly wall: readonly SpanLine[];
}
