// What goes over the wire between a device and the server, in both directions. Types only but for the number:
// phones import it without a schema. `PROTOCOL` grows whenever a command, a fact or a frame changes shape;
// shared/protocol.test.ts keeps a hash of all schemas and fails when one changes without a line here.
import type { Role } from './audience.ts';
import type { AnyCommand, Params } from './room.ts';
import type { Lang } from './text.ts';

/** One line for every change of a shape, oldest first; `shapes` is the fingerprint that shared/protocol.test.ts makes of all schemas. */
export const protocolHistory = [
  { protocol: 1, shapes: 'a97111cdf40c7b31', since: 'November 2026', what: 'the first whole session' },
  { protocol: 2, shapes: '88ba6ce379c0d967', since: 'November 2026', what: 'tables and their facilitators, boards' },
  { protocol: 3, shapes: 'e647a356c26667b3', since: 'November 2026', what: 'questions from the hall, who speaks, experts' },
] as const;
export const PROTOCOL = 3;

/** Sent with the connection. Who one is comes from the httpOnly cookie of the role, never from here. */
export interface Hello {
  readonly protocol: number;
  readonly role: Role;
  readonly lang: Lang;
  /** What the device still has on its screen, in the language it now asks for: nothing is sent again that it has (K5, K8). */
  readonly have: { readonly epoch: string; readonly common: number; readonly mine: number } | null;
  /** Console and desk name the session they want; cards and room codes are already bound to one. */
  readonly session: string | null;
}
/** A wish with the id that makes it happen once (K3). */
export interface Wish {
  readonly id: string;
  readonly command: AnyCommand;
}
/** The answer to every wish (K1). `at` is the server's time of what it did. */
export type Reply =
  | { readonly ok: true; readonly done: 'done' | 'nothing'; readonly at: number }
  | { readonly ok: false; readonly code: string; readonly params?: Params; readonly at: number };

/** A view: each part is there only when it changed. `epoch` changes when the server restarts: versions start again. */
export interface ViewFrame<Common = Readonly<Record<string, unknown>>, Mine = Readonly<Record<string, unknown>>> {
  readonly epoch: string;
  readonly now: number;
  /** Versions are counted for each language apart. */
  readonly common?: { readonly version: number; readonly lang: Lang; readonly data: Common };
  readonly mine?: { readonly version: number; readonly data: Mine };
  /** What the screens receive, for the miniatures of the console. */
  readonly wall?: { readonly version: number; readonly lang: Lang; readonly data: Readonly<Record<string, unknown>> };
}
/** Said to one device, after which the server closes it: the seat moved, the link was revoked, the page is old. `session.elsewhere`: come in again, another session of the assembly is running. */
export interface Told {
  readonly code:
    | 'seat.moved'
    | 'access.revoked'
    | 'access.none'
    | 'protocol.old'
    | 'session.sealed'
    | 'card.replaced'
    | 'rehearsal.over'
    | 'session.elsewhere';
  readonly at: number;
}
export type ListReply =
  | { readonly ok: true; readonly version: string; readonly rows?: unknown }
  | { readonly ok: false; readonly code: string; readonly at: number };
