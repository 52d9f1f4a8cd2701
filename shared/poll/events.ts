// What happened to the questions put to the room. The only file of this room that others may open.
// Answers are not facts: they lie in the box `poll.<poll>.<round>`. A fact says that a round opened, closed with this tally and this base,
// was published, voided, curated. `poll.opened` carries the whole question, so that nothing edited later changes what was asked.
import { z } from 'zod';
import { pollIdSchema } from '../kernel/ids.ts';
import { limits } from '../kernel/limits.ts';
import { closingSchema } from './closing.ts';
import { curationSchema } from './curation.ts';
import { pollDraftSchema } from './draft.ts';

const v = z.literal(1);
const poll = pollIdSchema;
/** 1 for the first time a question is put, 2 when it is repeated (PO4). */
const round = z.number().int().min(1);

/** People per option id, 'yes', 'no' or 'dontknow'. */
export const handsCountsSchema = z
  .record(z.string().max(40), z.number().int().min(0).max(limits.seats))
  .refine((counts) => Object.keys(counts).length <= limits.options + 1);

export const pollFacts = z.discriminatedUnion('type', [
  /** A draft was made or replaced. */
  z.strictObject({ type: z.literal('poll.drafted'), v, poll, draft: pollDraftSchema }),
  z.strictObject({ type: z.literal('poll.removed'), v, poll }),
  /** `closesAt`: epoch ms, or null when a person closes it. */
  z.strictObject({ type: z.literal('poll.opened'), v, poll, round, asked: pollDraftSchema, closesAt: z.union([z.number(), z.null()]) }),
  /** Taken back before anybody answered: a draft again (K9). */
  z.strictObject({ type: z.literal('poll.withdrawn'), v, poll, round }),
  /** It was to close by itself; now a person closes it. */
  z.strictObject({ type: z.literal('poll.keptOpen'), v, poll, round }),
  /** A show of hands; a later one replaces it. `whole`: nobody answers by phone; `withoutPhone`: added to the phones (PO9). */
  z.strictObject({
    type: z.literal('poll.handsCounted'),
    v,
    poll,
    round,
    mode: z.enum(['whole', 'withoutPhone']),
    counts: handsCountsSchema,
  }),
  /** Final. Everything that was counted, frozen (PO1, PO4, PO6). */
  z.strictObject({ type: z.literal('poll.closed'), v, poll, round, ...closingSchema.shape }),
  z.strictObject({ type: z.literal('poll.published'), v, poll, round }),
  z.strictObject({ type: z.literal('poll.voided'), v, poll, round, reason: z.string() }),
  /** The same question will be asked again: `round` is the new one, not yet open. */
  z.strictObject({ type: z.literal('poll.repeated'), v, poll, round }),
  /** The preparation of a further round was taken back. */
  z.strictObject({ type: z.literal('poll.unrepeated'), v, poll, round }),
  /** What a person did with texts or words; `poll.uncurated` takes the act with that number back (PO7, PO12). */
  z.strictObject({ type: z.literal('poll.curated'), v, poll, round, act: curationSchema }),
  z.strictObject({ type: z.literal('poll.uncurated'), v, poll, round, act: z.number().int() }),
]);
export type PollFact = z.infer<typeof pollFacts>;
