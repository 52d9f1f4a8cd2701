// The shape of what the record says of the floor: every question that was ever asked with what became of it (FL2), and how much was said,
// by block, table and kind. Of who asked only a kind; of who spoke only numbers of people: never a member, never a seat (IN4, FL1).
import type { Asker, QuestionDoor, Standing, TurnKind } from '../floor/limits.ts';
import type { Votes } from '../floor/shown.ts';
import type { QuestionId } from '../kernel/ids.ts';
import type { Lang, Text } from '../kernel/text.ts';

export interface AnswerRecord {
  readonly at: number;
  /** The expert's label, or in words; empty: nobody said who. */
  readonly who: string;
  /** Empty: it was said aloud. */
  readonly text: string;
  readonly source: string;
  readonly link: string | null;
}
/** Parked with an owner, disputed with a reason (`words`), or open again. `after`: how many answers were there already. */
export interface SettledRecord {
  readonly at: number;
  readonly how: Exclude<Standing, 'answered'>;
  readonly words: string;
  readonly after: number;
}
export interface QuestionRecord {
  readonly id: QuestionId;
  readonly at: number;
  readonly text: string;
  readonly lang: Lang;
  /** What was running, and the number of the table, when it was asked (GR3). */
  readonly block: Text | null;
  readonly table: number | null;
  readonly door: QuestionDoor;
  readonly from: Asker;
  /** As counted when the session closed; as they stand now, before. Two electorates, never added (PO2). */
  readonly votes: Votes;
  /** It lies under this one, with its own words and votes; what became of that one became of it. */
  readonly into: QuestionId | null;
  /** Whom it was given to. */
  readonly askedOf: string | null;
  /** All of them, the first first: each is later than the one before it, and takes its place on the pages. */
  readonly answers: readonly AnswerRecord[];
  /** All that was settled about it, the first first; `standing` and `words` are how it stood at the end. */
  readonly settled: readonly SettledRecord[];
  readonly standing: Standing;
  /** The owner of a parked one, the reason of a disputed one. */
  readonly words: string;
  /** When it was put on the wall. */
  readonly wall: readonly number[];
}
/** Each line has at least five different speakers: what fewer said is together in a line that is 'several'. Block null: outside the programme.
 *  Table null: in the plenary, where tables report too. A report whose end was taken back is one turn. */
export interface TurnsLine {
  readonly block: Text | 'several' | null;
  readonly table: number | 'several' | null;
  readonly kind: TurnKind | 'several';
  readonly turns: number;
  /** As counted: of a turn that nobody ended no more than a turn may be. */
  readonly sec: number;
}
/** People who spoke for at most so long in all, and longer than the band before; null: longer than all of them. */
export interface BandLine {
  readonly toSec: number | null;
  readonly people: number;
}
export interface FloorRecord {
  readonly questions: readonly QuestionRecord[];
  /** Insults and private facts: how many; their words are not here (PO12). */
  readonly hidden: number;
  /** Taken back by whoever asked, before anything was done with them. */
  readonly withdrawn: number;
  readonly turns: readonly TurnsLine[];
  /** Fewer than five people said what is in no line. */
  readonly turnsUnsaid: boolean;
  /** Turns that went on so long that not all of it counts. */
  readonly cut: number;
  /** Members who were in the hall, and of these who spoke. */
  readonly people: number;
  readonly spoke: number;
  /** Null: a band has one to four people, who would be recognised. */
  readonly bands: readonly BandLine[] | null;
}
