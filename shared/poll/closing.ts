// What is frozen when a round closes: the tally with its base, where the answers came from, the declared splits, what moved since the round before.
// It must stand alone: afterwards the box is sealed and the keys that link a person's answers are destroyed (PO4).
// For texts and words the fact holds only how many: what was written stays in the box, and curation is applied when it is read (PO7, PO12).
import { z } from 'zod';
import type { RoundComparison } from './rounds.ts';
import type { Tally } from './tally.ts';

const n = z.number().int().min(0);
const id = z.string();
const count = z.strictObject({ count: n, percent: n });
const option = z.strictObject({ id, count: n, percent: n });
const facet = z.strictObject({ id, cells: z.array(z.strictObject({ id, count: n })) });
const split = z.discriminatedUnion('shown', [
  z.strictObject({
    attribute: z.string(),
    shown: z.literal(true),
    rows: z.array(z.strictObject({ value: z.string(), answered: n, facets: z.array(facet) })),
  }),
  z.strictObject({ attribute: z.string(), shown: z.literal(false), reason: z.enum(['smallCell', 'overlap', 'notForThisKind', 'nobody']) }),
]);
export const tallySchema: z.ZodType<Tally> = z.strictObject({
  kind: z.enum(['single', 'multiple', 'yesno', 'scale', 'text', 'words']),
  percentOf: z.enum(['all', 'people']),
  answered: n,
  dontKnow: count,
  base: z.union([n, z.null()]),
  invalid: n,
  sources: z.strictObject({ phone: n, paper: n, hands: n }),
  options: z.array(option),
  statements: z.array(
    z.strictObject({
      id,
      answered: n,
      values: z.array(z.strictObject({ value: z.number().int(), count: n, percent: n })),
      dontKnow: count,
      mean: z.union([z.number(), z.null()]),
      median: z.union([z.number(), z.null()]),
    }),
  ),
  texts: z.array(z.strictObject({ text: z.string(), count: n })),
  words: z.array(z.strictObject({ id, label: z.string(), count: n })),
  hidden: n,
  held: n,
  splits: z.array(split),
});
const comparison: z.ZodType<RoundComparison> = z.strictObject({
  options: z.array(z.strictObject({ id, first: n, second: n, difference: z.number().int(), points: z.number().int() })),
  matched: n,
  moves: z.union([
    z.strictObject({ moved: n, stayed: n, flows: z.array(z.strictObject({ from: z.string(), to: z.string(), count: n })), otherMoves: n }),
    z.null(),
  ]),
});

/** `comparedTo`: the last round before this one that was not voided. */
export const closingSchema = z.strictObject({
  by: z.enum(['person', 'time', 'session']),
  tally: tallySchema,
  comparedTo: z.union([z.strictObject({ round: z.number().int().min(1), comparison }), z.null()]),
});
export type Closing = z.infer<typeof closingSchema>;
