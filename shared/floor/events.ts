// What was asked and who spoke: questions with what became of them, hands, turns. The only file of this room that others may open.
// A question's text is a fact: it must still be there at the end, answered or not (FL2). Members' ids and seats only, never an attribute;
// who asked is known from who gave the wish, and told to nobody. Upvotes lie in the box `floor.votes.{question}`.
import { z } from 'zod';
import { blockIdSchema, expertIdSchema, groupIdSchema, memberIdSchema, questionIdSchema, turnIdSchema } from '../kernel/ids.ts';
import { block as paragraph, langSchema, line } from '../kernel/text.ts';
import { askers, floorLimits, questionDoors, queueOrders, standings, turnKinds } from './limits.ts';

const v = z.literal(1);
const question = questionIdSchema;
const turn = turnIdSchema;
/** A table's floor; null: the plenary's. */
export const whereSchema = groupIdSchema.nullable();
export const questionTextSchema = paragraph(floorLimits.questionChars, 1);
/** http(s) only. */
export const linkSchema = z
  .string()
  .max(floorLimits.linkChars)
  .regex(/^https?:\/\/[^\s"'<>]+$/);
export const expertSchema = z.strictObject({
  id: expertIdSchema,
  /** As the hall calls them: "Tecnica della mobilità". */
  label: line(floorLimits.whoChars),
  about: line(floorLimits.whoChars, 0),
});
export type Expert = z.infer<typeof expertSchema>;
/** Who answered: one of the session's experts, or in words; text may be empty when it was said aloud. */
export const answerSchema = {
  expert: expertIdSchema.nullable(),
  who: line(floorLimits.whoChars, 0),
  text: paragraph(floorLimits.answerChars, 0),
  source: line(floorLimits.sourceChars, 0),
  link: linkSchema.nullable(),
};
export const secSchema = z.int().min(floorLimits.turnSecMin).max(floorLimits.turnSecMax);
export const orderSchema = z.enum(queueOrders);
export const kindSchema = z.enum([...turnKinds, 'report']);
const n = z.int().min(0);

export const floorFacts = z.discriminatedUnion('type', [
  /** Who may ask by phone. Facilitators and tables always may. */
  z.strictObject({ type: z.literal('floor.doorSet'), v, members: z.boolean(), audience: z.boolean() }),
  z.strictObject({ type: z.literal('floor.expertsSet'), v, experts: z.array(expertSchema).max(floorLimits.experts) }),
  /** `block`, `group`: where it was born (GR3). */
  z.strictObject({
    type: z.literal('floor.asked'),
    v,
    question,
    text: z.string(),
    lang: langSchema,
    door: z.enum(questionDoors),
    from: z.enum(askers),
    group: whereSchema,
    block: blockIdSchema.nullable(),
  }),
  /** By whoever asked, before anything was done with it. */
  z.strictObject({ type: z.literal('floor.withdrawn'), v, question }),
  /** Lies under `into` from now on and keeps its own words and votes; never a chain: what lay under it goes along. */
  z.strictObject({
    type: z.literal('floor.merged'),
    v,
    question,
    into: question,
    /** Under which hidden one `into` lay until the fact just before this one took it away: one step of two facts. */
    freed: z.exactOptional(question),
  }),
  z.strictObject({ type: z.literal('floor.parted'), v, question, from: question }),
  /** An insult or a private fact: gone from every page and wall, counted, kept for the record (PO12). */
  z.strictObject({ type: z.literal('floor.hidden'), v, question }),
  z.strictObject({ type: z.literal('floor.unhidden'), v, question }),
  z.strictObject({ type: z.literal('floor.assigned'), v, question, expert: expertIdSchema.nullable() }),
  /** A second answer stands beside the first in the record; pages show the last. `keeps`: an expert's, to one that is parked or disputed,
   *  which it stays. */
  z.strictObject({ type: z.literal('floor.answered'), v, question, ...answerSchema, keeps: z.exactOptional(z.literal(true)) }),
  /** Parked with an owner (`words`), disputed with a reason, or open again. */
  z.strictObject({
    type: z.literal('floor.settled'),
    v,
    question,
    how: z.enum(standings).exclude(['answered']),
    words: z.string(),
  }),
  /** The questions on the wall, in this order; none: taken off. */
  z.strictObject({ type: z.literal('floor.wallSet'), v, questions: z.array(question).max(floorLimits.onWall) }),

  z.strictObject({ type: z.literal('floor.queueSet'), v, where: whereSchema, by: orderSchema, sec: z.int() }),
  z.strictObject({
    type: z.literal('floor.handRaised'),
    v,
    member: memberIdSchema,
    seat: z.string(),
    where: whereSchema,
    kind: kindSchema,
  }),
  z.strictObject({ type: z.literal('floor.handLowered'), v, member: memberIdSchema, why: z.enum(['self', 'lead']) }),
  z.strictObject({ type: z.literal('floor.handsLowered'), v, where: whereSchema }),
  /** `member` null: somebody without a seat (an expert, a table that tells). `group`: for which table it is said, when it is a report. The hand of who begins is down. */
  z.strictObject({
    type: z.literal('floor.turnStarted'),
    v,
    turn,
    member: memberIdSchema.nullable(),
    seat: z.string().nullable(),
    where: whereSchema,
    group: groupIdSchema.nullable(),
    kind: kindSchema,
    sec: z.int(),
    endsAt: z.int(),
  }),
  /** `leftMs` may be negative: over time. */
  z.strictObject({ type: z.literal('floor.turnPaused'), v, turn, leftMs: z.int() }),
  z.strictObject({ type: z.literal('floor.turnResumed'), v, turn, endsAt: z.int() }),
  /** `endsAt` null while it is paused; `leftMs` is what is left then. */
  z.strictObject({ type: z.literal('floor.timeGiven'), v, turn, sec: z.int(), endsAt: z.int().nullable(), leftMs: z.int().nullable() }),
  /** `ms` that were really spoken, pauses left out. 'undone': it has not been, and counts nothing. */
  z.strictObject({
    type: z.literal('floor.turnEnded'),
    v,
    turn,
    ms: n,
    how: z.enum(['done', 'next', 'self', 'left', 'moved', 'closed', 'undone']),
  }),
  /** Takes back the step of fact `seq` (K9). */
  z.strictObject({ type: z.literal('floor.undone'), v, seq: z.int(), step: z.string().max(40) }),
  /** With the session: the votes that each question had, merged ones counted once per seat or device; their boxes are sealed after this. */
  z.strictObject({
    type: z.literal('floor.closed'),
    v,
    votes: z.array(z.strictObject({ question, members: n, audience: n })).max(floorLimits.questionsEver),
  }),
]);
export type FloorFact = z.infer<typeof floorFacts>;
export const isFloorFact = (fact: { readonly type: string }): fact is FloorFact => fact.type.startsWith('floor.');
