// What a room is: a capability of the assembly (agenda, poll, screen…) as a pure rule.
// A wish comes in (command), the rule answers with facts, with an answer for the box, or with a refusal that has a code;
// facts change the state; each audience gets a view built from nothing. No I/O, no clock, no randomness in here (house rules 2, 3, 6, 7).
import type { z } from 'zod';
import type { Actor, Role } from './audience.ts';
import type { BoxId, BoxReading } from './box.ts';
import type { DocumentId, DocumentsReading, ItemChange, Published } from './document.ts';
import type { Lang } from './text.ts';

/** A wish. `type` is `room.verb`. */
export interface AnyCommand {
  readonly type: string;
}
/** A fact: what happened, with all it needs to stand alone (house rule 5). `v` is its version, for upcasters. */
export interface AnyFact {
  readonly type: string;
  readonly v: number;
}
/** Where a fact stands in its log. `at` is epoch ms of the server; `session` is set on an assembly's fact made during a session. */
export interface FactMeta {
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly session: string | null;
}
/** Values that make a refusal's sentence ("Non si può scrivere più di {present}"). */
export type Params = Readonly<Record<string, string | number>>;
/** Why a wish was not granted: `room.reason`, translated by the client (K1). */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: string;
  readonly params?: Params;
  /** Set when an answer came after the close: it is counted once per person, outside the log. */
  readonly late?: { readonly box: BoxId; readonly voter: string };
}
export type Outcome<Fact extends AnyFact = AnyFact> =
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** For the box, not the log. `voter` is a member's or a device's id; the kernel turns it into a key before anything is stored. */
  | { readonly kind: 'answer'; readonly box: BoxId; readonly voter: string; readonly edit: number; readonly body: unknown }
  /** For a document: what is being written and not yet decided. */
  | { readonly kind: 'writing'; readonly document: DocumentId; readonly changes: readonly ItemChange[] }
  | { readonly kind: 'nothing' }
  | Refusal;

export const refuse = (code: string, params?: Params): Refusal => (params ? { kind: 'refused', code, params } : { kind: 'refused', code });
export const nothing = { kind: 'nothing' } as const;
export const facts = <Fact extends AnyFact>(...list: readonly Fact[]): { readonly kind: 'facts'; readonly facts: readonly Fact[] } => ({
  kind: 'facts',
  facts: list,
});

/** A person's attributes live in an erasable table, never in a log (decisions: people, seats, devices). */
export interface Person {
  readonly name: string | null;
  readonly attributes: Readonly<Record<string, string>>;
}
export type People = ReadonlyMap<string, Person>;

/** Who is connected now: a reading of the sockets, never a fact. Present is not connected. */
export interface Connections {
  readonly members: ReadonlyMap<string, { readonly connected: number; readonly lastSeenAt: number }>;
  readonly audience: number;
  readonly screens: ReadonlyMap<string, { readonly connected: number; readonly lastSeenAt: number; readonly label: string }>;
  readonly facilitators: number;
  readonly desks: number;
  /** Devices of table facilitators, by table. */
  readonly tables: ReadonlyMap<string, number>;
}
export const nobody: Connections = { members: new Map(), audience: 0, screens: new Map(), facilitators: 0, desks: 0, tables: new Map() };

/** All that a rule may know besides its own state. `assembly` is what rooms of the assembly let others read, by room name. */
export interface Context<Reads = unknown> {
  readonly actor: Actor;
  readonly now: number;
  readonly newId: () => string;
  /** The session this happens in; null for a wish given to an assembly outside any session. */
  readonly session: string | null;
  readonly assembly: Reads;
  readonly people: People;
  readonly box: BoxReading;
  readonly documents: DocumentsReading;
  /** The id of the wish itself: the name of a step that its maker may take back. */
  readonly wish: string;
}
/** All that a view may know besides the room's state. */
export interface ViewContext<Reads = unknown> {
  readonly now: number;
  readonly lang: Lang;
  readonly assembly: Reads;
  readonly people: People;
  readonly box: BoxReading;
  readonly documents: DocumentsReading;
  readonly connections: Connections;
}

type Common<State, Reads> = (state: State, ctx: ViewContext<Reads>) => unknown;
type Mine<State, Reads> = (state: State, ctx: ViewContext<Reads>, actor: Actor) => unknown;
/** A long list, fetched by version instead of pushed (K5). `version` must change whenever `rows` would. */
export interface List<State, Reads> {
  readonly roles: readonly Role[];
  readonly version: (state: State, ctx: ViewContext<Reads>, key: string) => string;
  /** `actor`: for lists that are not the same for everybody who may ask. */
  readonly rows: (state: State, ctx: ViewContext<Reads>, key: string, actor: Actor) => unknown;
}
/** The last step that may be taken back (K9): the command that does it, and a code for its words ("Annulla: {code}"). */
export interface Undoable {
  readonly seq: number;
  readonly code: string;
  readonly params?: Params;
  readonly command: AnyCommand;
}

/** The documents of a room: which there are, what devices receive of each item, who may read which. */
export interface RoomDocuments<State, Reads> {
  readonly ids: (state: State) => readonly DocumentId[];
  /** From nothing, field by field; null: nobody receives this item. Asked again for every item whenever the room's state changes. */
  readonly publish: (state: State, document: DocumentId, id: string, body: unknown) => Published | null;
  readonly mayRead: (state: State, document: DocumentId, actor: Actor, reads: Reads) => boolean;
}

export interface Room<
  State = unknown,
  Command extends AnyCommand = AnyCommand,
  Fact extends AnyFact = AnyFact,
  Heard extends AnyFact = AnyFact,
  Reads = unknown,
> {
  readonly name: string;
  readonly scope: 'assembly' | 'session';
  readonly commands: z.ZodType<Command>;
  readonly facts: z.ZodType<Fact>;
  /** Every command type of the room with those who may give it; what is not listed is refused (decisions: rights). `system` may always. */
  readonly rights: Readonly<Record<Command['type'], readonly Role[]>>;
  /** Command types whose outcome is an answer for the box: they are grouped in one commit, everything else waits for that commit first. */
  readonly boxed?: readonly Command['type'][];
  /** Command types whose outcome is written into a document: stored in groups like answers. */
  readonly written?: readonly Command['type'][];
  readonly documents?: RoomDocuments<State, Reads>;
  readonly initial: State;
  readonly decide: (command: Command, state: State, ctx: Context<Reads>) => Outcome<Fact>;
  /** Hears its own facts and those of rooms upstream in the same log. Unknown types leave the state alone. */
  readonly evolve: (state: State, fact: Heard, meta: FactMeta) => State;
  /** Old fact versions to the present one; pure. */
  readonly upcast?: (fact: AnyFact) => AnyFact;
  /** The next thing that is due by itself; the kernel arms one timer and fires it late after a restart. */
  readonly due?: (state: State) => { readonly at: number; readonly command: Command } | null;
  /** Wishes caused by a fact of the same log, in the same transaction. */
  readonly react?: (fact: Heard, state: State) => readonly Command[];
  /** `box`, `documents`: a step that somebody has answered to, or written on, is not offered any more. */
  readonly undoable?: (state: State, box: BoxReading, documents: DocumentsReading) => Undoable | null;
  /** Facts that take the last step back and are not called `….undone`. */
  readonly takesBack?: (fact: AnyFact) => boolean;
  /** Boxes that a fact seals for ever (rewritten sorted and unlinked). */
  readonly seals?: (fact: Heard, state: State) => readonly BoxId[];
  /** True for the fact after which nothing links a person to an answer any more: the session's key is destroyed (PO4). */
  readonly forgets?: (fact: AnyFact) => boolean;
  /** Boxes to read back at the start. */
  readonly boxes?: (state: State) => readonly BoxId[];
  /** What other logs' rooms may read of this one when they decide. */
  readonly reading?: (state: State) => unknown;
  readonly view: { readonly [R in Role]?: Common<State, Reads> };
  readonly mine?: { readonly [R in Role]?: Mine<State, Reads> };
  readonly lists?: Readonly<Record<string, List<State, Reads>>>;
}

// A list of rooms holds rooms of different states; inside the kernel each is used only with its own state, commands and facts
// (they were parsed by its own schemas), which TypeScript cannot express without naming every room here.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyRoom = Room<any, any, any, any, any>;

/** Gives a room its exact types; identity at run time. */
export const defineRoom = <State, Command extends AnyCommand, Fact extends AnyFact, Heard extends AnyFact = Fact, Reads = unknown>(
  room: Room<State, Command, Fact, Heard, Reads>,
): Room<State, Command, Fact, Heard, Reads> => room;
