// The shape of what the record says of the work at the tables: numbers of people, hours, the room's own words; never who (IN4).
import type { How } from '../groups/events.ts';
import type { HelpReason } from '../groups/limits.ts';
import type { GroupId } from '../kernel/ids.ts';
import type { Text } from '../kernel/text.ts';

export interface TableLine {
  readonly group: GroupId;
  readonly number: number;
  readonly name: Text | null;
  readonly theme: Text | null;
  readonly question: Text | null;
  readonly video: boolean;
}
/** A table in one round. `assigned`: people meant to sit there; null: nobody made an assignment. `sat`: who really did (GR3); null: they did not go. */
export interface SeatedTable extends TableLine {
  readonly assigned: number | null;
  readonly sat: number | null;
  /** Given to this table beyond the time of the block. */
  readonly extraSec: number;
  /** Somebody was named to tell the plenary; not who. */
  readonly spokesperson: boolean;
}
export interface AssignmentLine {
  readonly at: number;
  readonly how: How;
  readonly placed: number;
  /** They were at the tables already and were mixed anew. */
  readonly reshuffled: boolean;
}
/** Members said which theme they would rather. `late`: after the close, not counted; null where nobody counts them. */
export interface ChoiceLine {
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly answered: number | null;
  readonly base: number | null;
  readonly late: number | null;
}
/** `how` replaced: the table called again, for something else, before anybody answered. Null: nobody has answered. What it wrote is left out: it may name somebody. */
export interface HelpLine {
  readonly table: number;
  readonly at: number;
  readonly about: HelpReason;
  readonly endedAt: number | null;
  readonly how: 'coming' | 'sent' | 'given' | 'withdrawn' | 'replaced' | null;
}
/** Instructions that lay on the tables in this round; `table` null: on all. */
export interface CardLine {
  readonly table: number | null;
  readonly at: number;
  readonly card: Text;
}
export interface ToldLine {
  readonly table: number;
  readonly at: number;
  readonly endedAt: number | null;
}
export interface RoundRecord {
  readonly round: number;
  readonly block: Text | null;
  readonly choice: ChoiceLine | null;
  readonly assignments: readonly AssignmentLine[];
  /** Null: they did not go to the tables, or not yet. */
  readonly splitAt: number | null;
  readonly recalledAt: number | null;
  /** The session closed while they were at the tables. */
  readonly recalledWithSession: boolean;
  /** By hand, before they went to the tables. */
  readonly adjusted: number;
  /** While they were there: by hand, or taken in by another table. */
  readonly moved: number;
  /** Came after the assignment, and were put where it changed least. */
  readonly late: number;
  readonly tables: readonly SeatedTable[];
  readonly calls: readonly HelpLine[];
  readonly cards: readonly CardLine[];
  /** In which order they were to tell the plenary and how long each; `told` is how it went. */
  readonly reports: { readonly order: readonly number[]; readonly sec: number; readonly told: readonly ToldLine[] };
}
export interface GroupsRecord {
  /** As they stand at the end. */
  readonly tables: readonly TableLine[];
  readonly rounds: readonly RoundRecord[];
}
