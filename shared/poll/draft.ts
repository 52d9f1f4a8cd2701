// A question as it is prepared: what is asked, in which languages, of whom, and how its results will be seen.
// A draft is plain JSON: the facilitator's form, the templates, the demo and an imported session file all speak it (PO11).
// What must be chosen before opening is in here: who answers (PO2), live or hidden (PO1), the splits (PO6), whether it closes by itself.
// "Non so" is never among the options: it is always there, last (PO3). Polls limited to named tables come with the groups' room.
import { z } from 'zod';
import { blockIdSchema, optionIdSchema } from '../kernel/ids.ts';
import { limits } from '../kernel/limits.ts';
import { line, textSchema } from '../kernel/text.ts';
import type { PollKind } from './tally.ts';

/** One option, or one statement of a scale. Several languages, one tally (PO10). */
const optionSchema = z.strictObject({ id: optionIdSchema, text: textSchema(limits.optionChars) });
const distinct = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id)).size === list.length;
const optionsSchema = (min: number, max: number) =>
  z.array(optionSchema).min(min).max(max).refine(distinct, { error: 'an id is used twice' });
const endSchema = textSchema(limits.attributeChars);

/** What kind of question. `min`, `max`: how many options one person may choose; a scale goes from `from` to `to`, both included, for each of its statements. */
export const pollKindSchema: z.ZodType<PollKind> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single') }),
  z
    .strictObject({ kind: z.literal('multiple'), min: z.number().int().min(1), max: z.number().int().min(1).max(limits.options) })
    .refine((kind) => kind.min <= kind.max),
  z.strictObject({ kind: z.literal('yesno') }),
  z
    .strictObject({
      kind: z.literal('scale'),
      from: z.number().int().min(0).max(1),
      to: z.number().int().min(2).max(10),
      statements: optionsSchema(1, limits.statements),
      ends: z.exactOptional(z.strictObject({ low: endSchema, high: endSchema })),
    })
    .refine((kind) => kind.to - kind.from >= 2, { error: 'at least three steps' }),
  z.strictObject({ kind: z.literal('text'), maxChars: z.number().int().min(20).max(limits.answerChars) }),
  z.strictObject({ kind: z.literal('words'), maxEntries: z.number().int().min(1).max(limits.entries) }),
]);

export const electorates = ['members', 'audience'] as const;
export type Electorate = (typeof electorates)[number];

const hasOptions = (kind: PollKind): boolean => kind.kind === 'single' || kind.kind === 'multiple';

/** `closeAfterSec`: null = the facilitator closes it. `splitBy`: names of the roll's attributes; only for members, whose roll has them. */
export const pollDraftSchema = z
  .strictObject({
    block: z.union([blockIdSchema, z.null()]),
    question: textSchema(limits.titleChars),
    kind: pollKindSchema,
    /** Only single and multiple choice have options. */
    options: optionsSchema(0, limits.options),
    electorate: z.enum(electorates),
    live: z.boolean(),
    splitBy: z.array(line(limits.attributeChars)).max(limits.attributes),
    closeAfterSec: z.union([z.number().int().min(10).max(7200), z.null()]),
  })
  .refine(({ kind, options }) => (hasOptions(kind) ? options.length >= 2 : options.length === 0), {
    error: 'two options or more, where the kind has them',
  })
  .refine(({ kind, options }) => kind.kind !== 'multiple' || kind.max <= options.length, { error: 'more to choose than there is' })
  .refine((draft) => draft.electorate === 'members' || draft.splitBy.length === 0, { error: 'the audience has no attributes' });
export type PollDraft = z.infer<typeof pollDraftSchema>;
