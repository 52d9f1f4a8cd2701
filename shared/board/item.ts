// A note and a theme while they are being written: the items of a board's document. Everything that must not be seen by everybody
// (who wrote it, which silence it waits in, what it was before the last step) lies here and nowhere else; what devices receive is made
// from it by publish.ts, field by field.
import type { AreaId, BoardId, GroupId, NoteId, ThemeId } from '../kernel/ids.ts';
import type { Lang } from '../kernel/text.ts';
import type { From, Place } from './events.ts';
import type { NoteDoor, NoteKind } from './limits.ts';

/** The last step that changed an item: the wish, who made it (a key, never a member), and what the changed fields were, for undo (BO11). `size`: how many items the step changed; `undoes`: the wish it took back. `at`: when; absent in what was stored before hours were kept. */
export interface LastStep {
  readonly wish: string;
  readonly by: string;
  readonly size: number;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly undoes: string | null;
  readonly at?: number;
}
export interface Note {
  readonly t: 'note';
  readonly text: string;
  readonly kind: NoteKind;
  readonly lang: Lang;
  readonly area: AreaId;
  readonly theme: ThemeId | null;
  /** Place in its list, ascending; equals are ordered by id. */
  readonly order: number;
  readonly place: Place | null;
  /** "Detto da": lies under this one; keeps its own words. Never a chain: the one above has `into` null. */
  readonly into: NoteId | null;
  readonly minority: boolean;
  readonly withdrawn: boolean;
  /** The silence it was written in; it is published when that silence is over. Null: written in the open. */
  readonly silence: number | null;
  /** Came after the reveal of the silence it was written in. */
  readonly late: boolean;
  /** Came after the freeze: waits until the facilitator admits it (BO9). */
  readonly waiting: boolean;
  readonly door: NoteDoor;
  readonly group: GroupId | null;
  /** Key of the author (HMAC under the session's secret, gone when the session closes); of the seat's member when entered for a seat. */
  readonly author: string;
  /** Only where the board says that seats are shown. */
  readonly seat: string | null;
  readonly from: From | null;
  readonly at: number;
  readonly rev: number;
  readonly last: LastStep;
}
export interface BoardTheme {
  readonly t: 'theme';
  readonly title: string;
  readonly lang: Lang;
  readonly area: AreaId;
  readonly order: number;
  readonly removed: boolean;
  readonly from: From | null;
  readonly at: number;
  readonly rev: number;
  readonly last: LastStep;
}
export type BoardItem = Note | BoardTheme;
/** Items were made by this room's rule and parsed when they were read from the store: the tag is enough. */
export const isItem = (body: unknown): body is BoardItem =>
  typeof body === 'object' && body !== null && 't' in body && (body.t === 'note' || body.t === 'theme');
/** The document of a board is called by the board's id. */
export const documentOf = (board: BoardId): string => board;
