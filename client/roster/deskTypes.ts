/* What the desk is given and what it asks for. The shapes are those of the presence room's views and lists: rooms meet on the screen
   that holds the desk, so they are written out here and fit by themselves. Names are seen here and nowhere beyond; attributes never come. */
import type { Params } from '../../shared/kernel/room.ts';

export interface DeskPerson {
  readonly member: string;
  readonly seat: string;
  readonly name: string | null;
  /** Id of the live card, never its code. Null: the seat has passed to somebody else. */
  readonly card: string | null;
  readonly state: 'notYet' | 'here' | 'gone';
  /** Epoch ms: here since, or gone since. */
  readonly since: number | null;
  readonly phone: boolean | null;
}
export interface DeskReserve {
  readonly member: string;
  readonly rank: number;
  readonly name: string | null;
}
export interface DeskList {
  readonly members: readonly DeskPerson[];
  readonly reserves: readonly DeskReserve[];
}
export type VisitorKind = 'audience' | 'technician' | 'press' | 'companion';
export interface DeskView {
  readonly phase: 'none' | 'draft' | 'doors' | 'open' | 'over';
  readonly present: number;
  readonly of: number;
  readonly phones: number;
  readonly sheets: number;
  readonly visitors: Readonly<Record<VisitorKind | 'all', number>>;
  readonly desks: readonly number[];
  readonly desksConnected: number;
}
export interface DeskMine {
  readonly desk: number | null;
  readonly acts: readonly {
    readonly seq: number;
    readonly at: number;
    readonly kind: 'entered' | 'left' | 'phone' | 'visitorEntered' | 'visitorLeft';
    readonly seat: string | null;
    readonly as: VisitorKind | null;
    readonly phone: boolean | null;
    readonly may: { readonly undo: boolean };
    readonly undone: boolean;
  }[];
}
/** The desk's acts on cards and seats, from the roster room's `mine`. */
export interface CardActs {
  readonly acts: readonly {
    readonly seq: number;
    readonly at: number;
    readonly seat: string;
    readonly kind: 'card' | 'substitution';
    readonly undo: {
      readonly type: 'roster.undoSubstitution';
      readonly seat: string;
      readonly leaves: string;
      readonly enters: string;
    } | null;
  }[];
}
/** What the server knows of a typed code. */
export interface CodeFound {
  readonly member: string | null;
  readonly seat?: string | null;
  /** `unreachable`: the server did not answer, so nothing is known of the code. */
  readonly state: 'live' | 'replaced' | 'unknown' | 'unreachable';
  /** Epoch ms at which it was replaced. */
  readonly at?: number | null;
}
export interface NewCard {
  readonly seat: string;
  readonly code: string;
  /** What the QR leads to. */
  readonly url: string;
}
export interface DeskWork {
  readonly findByCode: (code: string) => Promise<CodeFound>;
  /** The card as it is now; null when the server cannot be reached. */
  readonly cardOf: (member: string) => Promise<NewCard | null>;
  /** A person on no list becomes a reserve: the name goes to the erasable table. */
  readonly addReserve: (
    name: string,
  ) => Promise<{ readonly ok: true; readonly member: string } | { readonly ok: false; readonly code: string; readonly params?: Params }>;
}
