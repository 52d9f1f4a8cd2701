// What pages receive of the floor: types only, so that phones import no schema. view.ts makes them, built from nothing.
// Nobody ever receives who asked a question, and only those who run a floor who has spoken how long (FL1).
import type { BlockId, ExpertId, GroupId, MemberId, QuestionId, TurnId } from '../kernel/ids.ts';
import type { Lang } from '../kernel/text.ts';
import type { Asker, AskedKind, QuestionDoor, QueueOrder, Standing, TurnKind } from './limits.ts';

/** One per seat and one per device; two electorates, never added (PO2). Of merged questions each seat and device once. */
export interface Votes {
  readonly members: number;
  readonly audience: number;
}
export interface AnswerShown {
  readonly at: number;
  /** The expert's label, or who in words; empty: nobody said who. */
  readonly who: string;
  readonly expert: ExpertId | null;
  readonly text: string;
  readonly source: string;
  readonly link: string | null;
}
/** A question as everybody in the hall may read it: list `floor.open` (member, audience, table), as asked. Never a hidden, withdrawn or merged
 *  one. How many support it is a list of its own: it changes all the time, and the words are long. */
export interface QuestionOpen {
  readonly question: QuestionId;
  readonly text: string;
  /** The language it was written in. */
  readonly lang: Lang;
  readonly block: BlockId | null;
  /** The number of the table where it was born. */
  readonly table: number | null;
  readonly from: Asker;
  /** How many others lie under it. */
  readonly merged: number;
  readonly standing: Standing;
  /** The owner of a parked one, the reason of a disputed one. */
  readonly words: string;
  readonly answer: AnswerShown | null;
  readonly onWall: boolean;
}
/** List `floor.votes` (the same): questions that somebody supports, as members' and the audience's numbers. */
export type VotesRow = readonly [question: QuestionId, members: number, audience: number];
/** List `floor.questions` (organiser, facilitator): all of them, most votes of members first, then of the audience, then as asked; what lies
 *  under another comes right after it. */
export interface QuestionRow extends Omit<QuestionOpen, 'answer'> {
  readonly votes: Votes;
  readonly at: number;
  readonly door: QuestionDoor;
  readonly group: GroupId | null;
  readonly into: QuestionId | null;
  readonly expert: ExpertId | null;
  readonly answers: readonly AnswerShown[];
  readonly hidden: boolean;
  readonly withdrawn: boolean;
}
/** With more words than fit in a push, `about` and then `label` of the last ones are empty here; list `floor.experts` (organiser, facilitator; key '') has all, as Expert[]. */
export interface ExpertRow {
  readonly expert: ExpertId;
  readonly label: string;
  readonly about: string;
  /** Asked of them, and of these not answered yet. */
  readonly asked: number;
  readonly waiting: number;
}
/** Who speaks now. `endsAt` (epoch ms) while the time runs, `leftMs` while it is paused; either may be past. */
export interface TurnNow {
  readonly turn: TurnId;
  readonly member: MemberId | null;
  readonly seat: string | null;
  /** The number of the table that tells, when it is a report. */
  readonly table: number | null;
  readonly kind: TurnKind;
  readonly sec: number;
  readonly startedAt: number;
  readonly endsAt: number | null;
  readonly leftMs: number | null;
}
/** A hand, with what those who run the floor need to be fair; never on a phone but theirs. */
export interface HandRow {
  readonly member: MemberId;
  readonly seat: string;
  readonly kind: AskedKind;
  readonly at: number;
  /** On this floor, today: turns that are over, and seconds spoken. */
  readonly turns: number;
  readonly sec: number;
  /** False: no live phone, must be called aloud. */
  readonly phone: boolean;
}
/** One floor: the plenary's, or a table's. `hands` in the order in which they speak, at most `handsShown`; `waiting` is all of them. */
export interface FloorShown {
  readonly where: GroupId | null;
  readonly by: QueueOrder;
  readonly sec: number;
  readonly now: TurnNow | null;
  readonly hands: readonly HandRow[];
  readonly waiting: number;
}
export interface FloorDriverView {
  readonly door: { readonly members: boolean; readonly audience: boolean };
  readonly experts: readonly ExpertRow[];
  readonly counts: {
    readonly open: number;
    readonly answered: number;
    readonly parked: number;
    readonly disputed: number;
    readonly merged: number;
    readonly hidden: number;
    readonly withdrawn: number;
  };
  /** Version of the lists `floor.questions` and `floor.experts`. */
  readonly list: string;
  /** Version of the lists `floor.hands` (key: '' or a table; all hands as HandRow[]) and `floor.totals`. */
  readonly turns: string;
  readonly wall: readonly QuestionId[];
  readonly plenary: FloorShown;
  /** Floors of tables where somebody waits or speaks; of more than fit in a push, those where most wait. `speaks`: a seat, empty when it is nobody's. */
  readonly tables: readonly { readonly group: GroupId; readonly waiting: number; readonly speaks: string | null }[];
  /** `door`: who may write from a phone is still a question. */
  readonly may: { readonly ask: boolean; readonly call: boolean; readonly door: boolean };
}
/** List `floor.totals` (organiser, facilitator), FL1: how many of those present spoke how long today, plenary and tables together. */
export interface TotalsRows {
  /** One a band, and one above the last (`toSec` null). */
  readonly bands: readonly { readonly toSec: number | null; readonly people: number }[];
  readonly people: number;
  readonly spoke: number;
  /** Only attributes of which every value has at least five people here and five who spoke; shares in percent of all that was said. */
  readonly by: readonly {
    readonly attribute: string;
    readonly rows: readonly {
      readonly value: string;
      readonly people: number;
      readonly spoke: number;
      readonly timePercent: number;
    }[];
  }[];
  /** Attributes that are not told because a cell is too small. */
  readonly withheld: readonly string[];
}

/** One's own question. `text` is empty once it is hidden; of many with long answers, the oldest answers' words are only in `floor.open`. */
export interface OwnQuestion {
  readonly question: QuestionId;
  readonly text: string;
  readonly lang: Lang;
  readonly standing: Standing;
  /** The one that it was put together with. */
  readonly under: QuestionId | null;
  readonly hidden: boolean;
  readonly answer: AnswerShown | null;
  /** Nothing was done with it yet: it can be taken back. */
  readonly open: boolean;
}
/** The same for all members, and for table facilitators. */
export interface FloorMemberView {
  readonly ask: boolean;
  /** Questions that can be read (list `floor.open`), its version, and that of `floor.votes`. */
  readonly questions: number;
  readonly list: string;
  readonly votes: string;
  readonly wall: readonly QuestionId[];
  /** The plenary's turn, without anybody's seat. */
  readonly turn: Pick<TurnNow, 'kind' | 'table' | 'sec' | 'endsAt' | 'leftMs'> | null;
  readonly waiting: number;
}
export interface FloorMemberMine {
  readonly own: readonly OwnQuestion[];
  /** What one has supported, with the number of the last edit: the next one is higher. */
  readonly votes: readonly { readonly question: QuestionId; readonly on: boolean; readonly edit: number }[];
  /** One's own hand, and how many are before it. `table`: at one's table, not in the plenary. */
  readonly hand: { readonly kind: AskedKind; readonly before: number; readonly table: boolean } | null;
  /** It is my turn. */
  readonly turn: Omit<TurnNow, 'member' | 'seat'> | null;
  /** Where one would ask and speak now, and what runs: goes with a question (`seen`) and a hand (`where`), so that one that waits for the network
   *  keeps where it was meant for (GR3). */
  readonly here: { readonly group: GroupId | null; readonly block: BlockId | null };
  readonly may: { readonly ask: boolean; readonly vote: boolean; readonly raise: boolean };
}
export type FloorAudienceView = Pick<FloorMemberView, 'ask' | 'questions' | 'list' | 'votes'>;
export type FloorAudienceMine = Pick<FloorMemberMine, 'own' | 'votes'> & {
  readonly may: { readonly ask: boolean; readonly vote: boolean };
};
/** `seats`: everybody at the table, for the drawn table: who speaks, who waits, who has not spoken yet. */
export interface FloorTableMine {
  readonly floor: FloorShown;
  readonly seats: readonly {
    readonly member: MemberId;
    readonly seat: string;
    readonly here: boolean;
    readonly hand: boolean;
    readonly turns: number;
    readonly sec: number;
  }[];
  readonly own: readonly OwnQuestion[];
  readonly here: FloorMemberMine['here'];
  readonly may: { readonly ask: boolean; readonly call: boolean };
}
/** List `floor.asked` (expert): what is asked of this expert. */
export interface AskedRow {
  readonly question: QuestionId;
  readonly text: string;
  readonly lang: Lang;
  readonly block: BlockId | null;
  readonly table: number | null;
  readonly votes: Votes;
  /** The words of what lies under it: the same in other words. */
  readonly also: readonly { readonly question: QuestionId; readonly text: string; readonly lang: Lang }[];
  readonly standing: Standing;
  /** The owner of a parked one, the reason of a disputed one: that is what the next answer is about. */
  readonly words: string;
  /** No answer yet, or none since it was parked or disputed. */
  readonly waiting: boolean;
  readonly answer: AnswerShown | null;
}
export interface FloorExpertMine {
  readonly label: string;
  readonly about: string;
  readonly list: string;
  readonly asked: number;
  readonly waiting: number;
  readonly may: { readonly answer: boolean };
}
export interface FloorScreenView {
  /** What was put on the wall, in order. */
  readonly questions: readonly Pick<QuestionRow, 'question' | 'text' | 'lang' | 'table' | 'from' | 'votes' | 'merged' | 'standing'>[];
  readonly turn: Pick<TurnNow, 'kind' | 'table' | 'sec' | 'endsAt' | 'leftMs'> | null;
  readonly waiting: number;
}
