// What pages receive of boards: types only, so that phones import no schema. view.ts makes the views; publish.ts makes the entries of
// the shared document, which the page reads through client/kernel/document.ts.
import type { AreaId, BlockId, BoardId, GroupId, NoteId, ThemeId } from '../kernel/ids.ts';
import type { Lang, Said, Text } from '../kernel/text.ts';
import type { BoardClock, BoardPlan, DotsRule, From, Place } from './events.ts';
import type { AuthorShown, BoardStep, NoteDoor, NoteKind } from './limits.ts';

/** Entry of the shared document's map `notes`, by note id. A field that is absent is at its ordinary value (in brackets). */
export interface NoteShown {
  readonly text: string;
  readonly kind: NoteKind;
  readonly lang: Lang;
  readonly area: AreaId;
  /** (null) */
  readonly theme?: ThemeId;
  readonly order: number;
  /** (null) */
  readonly place?: Place;
  /** (null) Lies under that one. */
  readonly into?: NoteId;
  /** (false) */
  readonly minority?: true;
  /** (false) */
  readonly late?: true;
  /** (phone or laptop) */
  readonly door?: 'paper' | 'dictated';
  /** (null) */
  readonly group?: GroupId;
  /** (null) Only where the board shows seats. */
  readonly seat?: string;
  /** (null) */
  readonly from?: From;
  /** (not counted) After the dots were closed. */
  readonly dots?: number;
  readonly rev: number;
}
/** Entry of the map `themes`. */
export interface ThemeShown {
  readonly title: string;
  readonly lang: Lang;
  readonly area: AreaId;
  readonly order: number;
  readonly from?: From;
  readonly dots?: number;
  readonly rev: number;
}
export interface AreaShown {
  readonly id: AreaId;
  readonly prompt: Said;
  readonly shape:
    | { readonly kind: 'column' | 'free' }
    | {
        readonly kind: 'matrix';
        readonly x: readonly [Said, Said];
        readonly y: readonly [Said, Said];
        readonly quarters: readonly [Said, Said, Said, Said] | null;
      };
}
/** What everybody who may read a board knows of it besides its document. */
export interface BoardAbout {
  readonly board: BoardId;
  readonly group: GroupId | null;
  readonly title: Said;
  readonly areas: readonly AreaShown[];
  readonly authors: AuthorShown;
  readonly kinds: readonly NoteKind[];
  readonly phase: 'open' | 'frozen';
  /** Number of the silence that goes on; null in the open. */
  readonly silence: number | null;
  readonly step: BoardStep;
  readonly clock: BoardClock | null;
  readonly locked: boolean;
  readonly focus: AreaId | null;
  readonly dots: BoardDots;
  /** Notes stored (silent ones too), of these in the open without a theme, themes, people who wrote, people who belong here now. */
  readonly notes: number;
  readonly loose: number;
  readonly themes: number;
  readonly writers: number;
  readonly people: number;
  readonly hidden: number;
  readonly waiting: number;
  /** Epoch ms of the last step on it: a note, a change, a theme, dots; null: nothing yet. */
  readonly lastAt: number | null;
  /** Version of the frozen copy; null: never frozen. */
  readonly frozen: number | null;
  readonly onWall: boolean;
}
export type BoardDots =
  | { readonly state: 'none'; readonly rule: DotsRule }
  | {
      readonly state: 'open';
      readonly rule: DotsRule;
      readonly round: number;
      readonly finished: number;
      readonly begun: number;
      readonly base: number;
    }
  | { readonly state: 'closed'; readonly rule: DotsRule; readonly round: number; readonly voters: number; readonly base: number };

/** What one may do on this board now; the page never works out rights. */
export interface BoardMay {
  readonly write: boolean;
  /** Change, withdraw, place, merge: own notes only, or everybody's. */
  readonly change: 'none' | 'own' | 'all';
  readonly themes: boolean;
  readonly paper: boolean;
  readonly dots: boolean;
  /** Silence, reveal, step, clock, focus, dots. */
  readonly lead: boolean;
  readonly hide: boolean;
  readonly freeze: boolean;
  readonly reopen: boolean;
  readonly wall: boolean;
}
/** A note of mine, also while nobody else may read it. */
export interface OwnNote {
  readonly note: NoteId;
  readonly text: string;
  readonly kind: NoteKind;
  readonly area: AreaId;
  /** silent: stored, nobody reads it · open: on the board · late: came after the reveal · waiting: came after the freeze · hidden: put away by whoever leads. */
  readonly state: 'silent' | 'open' | 'late' | 'waiting' | 'hidden';
  readonly door: NoteDoor;
}
export interface BoardMemberMine {
  /** The board of my table while the tables work, or else the plenary's while it is open; null: none now. */
  readonly now: BoardAbout | null;
  readonly own: readonly OwnNote[];
  readonly dots: { readonly given: readonly (readonly [string, number])[]; readonly done: boolean; readonly edit: number } | null;
  /** Boards I may read back: the frozen ones of tables where I sat today, and the plenary's. */
  readonly earlier: readonly { readonly board: BoardId; readonly title: Said; readonly version: number }[];
  /** Own notes that wait beside a frozen board, other than `now`, until they are admitted (BO9). */
  readonly waiting: number;
  readonly may: BoardMay;
}
export interface BoardTableMine {
  readonly now: BoardAbout | null;
  /** What this table facilitator wrote, and what was entered on paper here. */
  readonly own: readonly OwnNote[];
  readonly earlier: readonly { readonly board: BoardId; readonly title: Said; readonly version: number }[];
  readonly may: BoardMay;
  /** People at the table who have not given their dots, by seat; who is still writing is only a number. */
  readonly dotsMissing: readonly string[];
}
/** A board as the console's rows show it. */
export interface BoardRow {
  readonly board: BoardId;
  readonly group: GroupId | null;
  readonly block: BlockId | null;
  readonly title: Said;
  readonly phase: 'prepared' | 'open' | 'frozen';
  readonly silence: number | null;
  readonly step: BoardStep;
  readonly clock: BoardClock | null;
  readonly locked: boolean;
  readonly notes: number;
  readonly themes: number;
  readonly loose: number;
  readonly writers: number;
  readonly people: number;
  readonly waiting: number;
  readonly lastAt: number | null;
  readonly dots: { readonly state: 'none' | 'open' | 'closed'; readonly finished: number };
  readonly frozen: number | null;
  readonly onWall: boolean;
}
export interface BoardDriverView {
  readonly boards: readonly BoardRow[];
  /** Version of the lists `board.about` (key: board → BoardAboutRows), `board.plans`, `board.frozen` (key: board). */
  readonly list: string;
  readonly may: { readonly prepare: boolean; readonly open: boolean };
}
/** List `board.about` (facilitators, key: a board's id). */
export interface BoardAboutRows {
  readonly about: BoardAbout | null;
  readonly may: BoardMay;
  /** What those who lead wrote on it, silent ones too. */
  readonly own: readonly OwnNote[];
  readonly hidden: readonly { readonly note: NoteId; readonly text: string; readonly reason: string }[];
  readonly waiting: readonly { readonly note: NoteId; readonly text: string; readonly kind: NoteKind }[];
}
/** List `board.plans` (facilitators): prepared boards, in all languages, for the editor. */
export type BoardPlanRows = readonly BoardPlan[];
/** Where a theme of the plenary came up from; `title`: of that board (BO13). */
export interface FromShown extends From {
  readonly title: Text | null;
}
/** List `board.frozen` (key: board): the copy that is cited, as those who may read that board see it. */
export interface BoardFrozenRows {
  readonly board: BoardId;
  readonly group: GroupId | null;
  /** Number of its table; null: the plenary's. */
  readonly table: number | null;
  readonly version: number;
  readonly title: Text;
  readonly areas: readonly AreaShown[];
  readonly themes: readonly {
    readonly id: ThemeId;
    readonly title: string;
    readonly lang: Lang;
    readonly area: AreaId;
    readonly notes: number;
    readonly voices: number;
    readonly dots: number | null;
    /** (null) */
    readonly from?: FromShown;
  }[];
  readonly notes: readonly {
    readonly id: NoteId;
    readonly text: string;
    readonly kind: NoteKind;
    readonly lang: Lang;
    readonly area: AreaId;
    readonly theme: ThemeId | null;
    readonly into: NoteId | null;
    readonly voices: number;
    readonly minority: boolean;
    readonly late: boolean;
    readonly door: NoteDoor;
    readonly seat: string | null;
    readonly dots: number | null;
    /** (null) Where it lies in a free or 2×2 area. */
    readonly place?: Place;
    /** (the board's) The table at which it was written, and its number. */
    readonly group?: GroupId;
    readonly table?: number;
    /** (null) */
    readonly from?: FromShown;
  }[];
}
export interface NoteOnWall {
  readonly id: NoteId;
  readonly text: string;
  readonly kind: NoteKind;
  readonly lang: Lang;
}
/** A board on the wall: its themes, most notes first; no author, ever. */
export interface BoardOnWall {
  readonly board: BoardId;
  readonly group: GroupId | null;
  readonly title: Said;
  readonly notes: number;
  readonly themes: readonly {
    readonly id: ThemeId;
    readonly title: string;
    readonly lang: Lang;
    readonly notes: number;
    readonly dots: number | null;
    readonly minority: number;
    /** The first few of its notes as they stand under it, as far as the view's weight allows; absent: read them from the board's document. */
    readonly texts?: readonly NoteOnWall[];
  }[];
  /** How many themes there are: not all of them are in the view. */
  readonly themesInAll: number;
  /** For the picture of the whole board; absent: the wall draws the areas that its notes name, without their prompts. */
  readonly areas?: readonly AreaShown[];
  /** Notes without a theme, when there is no theme yet: the wall shows the newest few. */
  readonly loose: readonly NoteOnWall[];
  readonly looseCount: number;
  /** While silence goes on: only how many. */
  readonly silent: { readonly notes: number; readonly writers: number; readonly people: number } | null;
  readonly dots: BoardDots['state'];
}
export interface BoardScreenView {
  readonly boards: readonly BoardOnWall[];
}
