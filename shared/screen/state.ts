// What the room of the walls remembers: what following asks for (a short trail), what a facilitator decided over it (controls),
// how each screen looks, and everything that was shown with its hour, for the record (SC1).
// Kept apart from room.ts so that the views read it without a circle.
import type { BlockId, BoardId, GroupId, MaterialId, PollId, QuestionId, ScreenId } from '../kernel/ids.ts';
import type { Lang, Text } from '../kernel/text.ts';
import type { Theme } from './events.ts';
import type { Content, Scene } from './scene.ts';

/** A scene and the number of the fact that asked for it: between two, the later one is on the wall. */
export interface Asked {
  readonly scene: Content;
  readonly seq: number;
}
export interface Look {
  readonly pin: Content | null;
  readonly blank: boolean;
  readonly lang: Lang;
  readonly theme: Theme;
  readonly label: string;
}
/** Italian on the dark: what a screen is until somebody says otherwise. */
export const plainLook: Look = { pin: null, blank: false, lang: 'it', theme: 'dark', label: '' };

/** Everything that one step of a facilitator changes, and so everything that an undo brings back (K9). */
export interface Controls {
  readonly blank: boolean;
  readonly pin: Content | null;
  readonly strip: boolean;
  readonly bell: boolean;
  readonly words: { readonly text: Text; readonly seq: number } | null;
  /** Slides, a past result…: asked for once, until the next thing happens in the room. */
  readonly shown: Asked | null;
  /** A map, not a record: an id may well be the word "constructor". */
  readonly looks: ReadonlyMap<ScreenId, Look>;
}
export interface KnownPoll {
  readonly poll: PollId;
  readonly round: number;
  readonly phase: 'open' | 'closed' | 'published';
}
/** A board that was opened: whose it is, and whether it was sent to the walls (BO2: the further act). */
export interface KnownBoard {
  readonly group: GroupId | null;
  readonly onWall: boolean;
}
export interface Tables {
  readonly groups: readonly GroupId[];
  readonly atWork: boolean;
  /** The order in which they tell the plenary, and which does now. */
  readonly order: readonly GroupId[];
  readonly report: GroupId | null;
}
/** What a fact of another room changed here: it comes back when that room takes the fact back. `trail` and `controls` are those after it: if they are still the same, nothing else has happened to the walls. */
export interface Caused {
  readonly seq: number;
  readonly trail: readonly Asked[];
  readonly controls: Controls;
  readonly before: Pick<ScreenState, 'tables' | 'boards' | 'questions' | 'trail' | 'controls'>;
}
/** What was on the wall from `at` (epoch ms) on; `screen` null: on all that do not hold something else. */
export interface Shown {
  readonly at: number;
  readonly seq: number;
  readonly screen: ScreenId | null;
  readonly scene: Scene;
}
export interface LastStep {
  readonly seq: number;
  readonly code: string;
  readonly page: number | null;
  readonly before: Controls;
}
export interface ScreenState {
  readonly phase: 'before' | 'running' | 'over' | 'sealed';
  readonly block: BlockId | null;
  /** The programme's order without what is skipped, as heard: for the preview of what comes next. */
  readonly blocks: readonly BlockId[];
  /** The order before the last change of it (of fact `seq`), should that be taken back. */
  readonly blocksBefore: { readonly seq: number; readonly blocks: readonly BlockId[] } | null;
  /** What hangs on the programme and can be shown page by page (AG7): how many pages each has; a picture has one. */
  readonly materials: ReadonlyMap<MaterialId, number>;
  readonly polls: readonly KnownPoll[];
  readonly tables: Tables;
  readonly boards: ReadonlyMap<BoardId, KnownBoard>;
  /** The questions of the hall that are on the wall: as long as there is one, they can be shown. */
  readonly questions: readonly QuestionId[];
  /** The last fact of each of these rooms that mattered here, should it be taken back. */
  readonly heard: { readonly groups: Caused | null; readonly floor: Caused | null; readonly board: Caused | null };
  /** What following asks for; the last one counts, the ones before come back when it is taken away (a roll call ends, an opening is undone). */
  readonly trail: readonly Asked[];
  readonly controls: Controls;
  /** Where each material was left, so that showing it again goes on from there. */
  readonly places: ReadonlyMap<MaterialId, number>;
  readonly history: readonly Shown[];
  readonly last: LastStep | null;
  /** The step that was taken back last: pressing "undo" twice is once. */
  readonly undone: number | null;
}
export const initialScreen: ScreenState = {
  phase: 'before',
  block: null,
  blocks: [],
  blocksBefore: null,
  materials: new Map(),
  polls: [],
  tables: { groups: [], atWork: false, order: [], report: null },
  boards: new Map(),
  questions: [],
  heard: { groups: null, floor: null, board: null },
  trail: [],
  controls: { blank: false, pin: null, strip: false, bell: false, words: null, shown: null, looks: new Map() },
  places: new Map(),
  history: [],
  last: null,
  undone: null,
};
