// What happened to the roll of an assembly. The only file of this room that others may open.
// Names and attributes are never in here: they lie in an erasable table that the server keeps (decisions: people, seats, devices),
// filled by the import before the fact is written. A member's id is random and never used again (RO1).
import { z } from 'zod';
import { cardIdSchema, memberIdSchema } from '../kernel/ids.ts';
import type { CardId, MemberId } from '../kernel/ids.ts';
import { textSchema } from '../kernel/text.ts';
import { limits } from '../kernel/limits.ts';

const v = z.literal(1);
/** Who sits has a seat and a card; a reserve waits in line (1 is called first) and has no card until seated. */
const standing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('seat'), seat: z.string(), card: cardIdSchema }),
  z.strictObject({ kind: z.literal('reserve'), rank: z.number() }),
]);
/** `from` and `until`: first and last day of the mandate, YYYY-MM-DD, or null when not written down. */
const enrolled = z.strictObject({
  member: memberIdSchema,
  standing,
  from: z.string().nullable(),
  until: z.string().nullable(),
  cohort: z.string(),
});

export const rosterFacts = z.discriminatedUnion('type', [
  /** First fact of an assembly's log. */
  z.strictObject({ type: z.literal('roster.assemblyNamed'), v, name: textSchema(limits.titleChars), demo: z.boolean() }),
  /** A whole list at once (RO6). With `replaces` everybody who was on the roll before leaves it, and their cards are void. */
  z.strictObject({ type: z.literal('roster.imported'), v, source: z.string(), replaces: z.boolean(), members: z.array(enrolled) }),
  z.strictObject({ type: z.literal('roster.seatAdded'), v, ...enrolled.shape }),
  z.strictObject({ type: z.literal('roster.removed'), v, member: memberIdSchema, reason: z.string() }),
  /** RO3: from here on `old` is void. */
  z.strictObject({ type: z.literal('roster.cardReplaced'), v, member: memberIdSchema, card: cardIdSchema, old: cardIdSchema }),
  /** A reserve takes the seat with a new card; the card of who leaves is void. */
  z.strictObject({
    type: z.literal('roster.substituted'),
    v,
    seat: z.string(),
    leaves: memberIdSchema,
    enters: memberIdSchema,
    card: cardIdSchema,
    old: cardIdSchema,
  }),
  /** A substitution taken back by the same desk: both are again what they were; the card printed for the reserve is void. */
  z.strictObject({
    type: z.literal('roster.substitutionUndone'),
    v,
    seat: z.string(),
    leaves: memberIdSchema,
    enters: memberIdSchema,
    card: cardIdSchema,
    old: cardIdSchema,
    rank: z.number(),
  }),
]);
export type RosterFact = z.infer<typeof rosterFacts>;

/** What a card is now: good, or void since `at` (epoch ms) because another one took its place or the seat passed on. */
export type CardStanding =
  | { readonly state: 'live'; readonly member: MemberId; readonly seat: string }
  | {
      readonly state: 'void';
      readonly why: 'replaced' | 'substituted' | 'removed';
      readonly member: MemberId;
      readonly seat: string;
      readonly at: number;
    };

/** What rooms of a session and the server's access may read of the roll. */
export interface RosterReads {
  readonly roster?: {
    /** Who sits now, in seat order; reserves have no seat yet. */
    readonly members: readonly { readonly member: MemberId; readonly seat: string; readonly card: CardId }[];
    /** In the order in which they are called. */
    readonly reserves: readonly { readonly member: MemberId; readonly rank: number }[];
    /** Every card ever given, live and void: a void one is answered with when it was replaced (RO3). */
    readonly cards?: ReadonlyMap<CardId, CardStanding>;
    readonly name?: string;
    readonly demo?: boolean;
  };
}
