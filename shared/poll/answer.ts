// An answer as it comes over the wire, and whether it fits its question. Shapes only are checked at the door;
// what does not fit the question is refused with a code that tells the person what to do, and nothing is ever cut (PO3, PO7).
// In the box an answer is kept with where it came from: a phone, or a sheet that the desk entered for a seat (PO9).
import { z } from 'zod';
import { limits } from '../kernel/limits.ts';
import { cleanBlock, lengthOf } from '../kernel/text.ts';
import { refuse } from '../kernel/room.ts';
import type { Refusal } from '../kernel/room.ts';
import { checkEntries } from './cloud-words.ts';
import type { PollDraft } from './draft.ts';
import { WORD_MAX_CHARS } from './spelling.ts';
import { fits } from './tally.ts';
import type { Answer } from './tally.ts';

const id = z.string().max(40);
// Longer than what is allowed by a factor, so that a person reads "12 too many" and not "malformed".
const wide = (max: number) => z.string().max(max * 10);
export const answerSchema: z.ZodType<Answer> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), picked: z.array(id).max(limits.options) }),
  z.strictObject({
    kind: z.literal('scale'),
    values: z
      .record(id, z.union([z.number().int().min(0).max(10), z.literal('dontknow')]))
      .refine((values) => Object.keys(values).length <= limits.statements),
  }),
  z.strictObject({ kind: z.literal('text'), text: wide(limits.answerChars) }),
  z.strictObject({ kind: z.literal('words'), entries: z.array(wide(WORD_MAX_CHARS)).max(20) }),
  z.strictObject({ kind: z.literal('dontknow') }),
]);

/** What lies in the box. `answer` is null when a sheet was entered on the wrong seat and taken out. `lift` is added to edit numbers, so that whatever a sheet replaced never comes back (PO9). */
const keptSchema = z.strictObject({
  answer: z.union([answerSchema, z.null()]),
  source: z.enum(['phone', 'paper']),
  lift: z.number().int().min(0),
});
export type Kept = z.infer<typeof keptSchema>;
/** A body of the box as an answer; parsed once per body. A body that is not ours is a bug of ours: it throws. */
export const keptOf = (body: unknown): Kept => {
  if (typeof body !== 'object' || body === null) return keptSchema.parse(body);
  const known = parsed.get(body);
  if (known) return known;
  const kept = keptSchema.parse(body);
  parsed.set(body, kept);
  return kept;
};
const parsed = new WeakMap<object, Kept>();

/** The answer cleaned, or why it is refused. */
export const checkAnswer = (asked: PollDraft, answer: Answer): { readonly kind: 'fits'; readonly answer: Answer } | Refusal => {
  if (answer.kind === 'text' && asked.kind.kind === 'text') {
    const text = cleanBlock(answer.text);
    const over = lengthOf(text) - asked.kind.maxChars;
    if (over > 0) return refuse('poll.textTooLong', { over, max: asked.kind.maxChars });
    return text === '' ? refuse('poll.nothingChosen') : { kind: 'fits', answer: { kind: 'text', text } };
  }
  if (answer.kind === 'words' && asked.kind.kind === 'words') {
    const checked = checkEntries(answer.entries, asked.kind.maxEntries);
    return checked.ok
      ? { kind: 'fits', answer: { kind: 'words', entries: checked.entries } }
      : refuse(checked.code, { line: checked.index + 1, max: asked.kind.maxEntries, chars: WORD_MAX_CHARS });
  }
  if (answer.kind === 'choice' && answer.picked.length === 0) return refuse('poll.nothingChosen');
  if (answer.kind === 'scale' && Object.keys(answer.values).length === 0) return refuse('poll.nothingChosen');
  if (answer.kind === 'choice' && asked.kind.kind === 'multiple' && answer.picked.length < asked.kind.min)
    return refuse('poll.tooFewChosen', { min: asked.kind.min });
  if (answer.kind === 'choice' && asked.kind.kind === 'multiple' && answer.picked.length > asked.kind.max)
    return refuse('poll.tooManyChosen', { max: asked.kind.max });
  return fits(asked.kind, asked.options, answer) ? { kind: 'fits', answer } : refuse('poll.notOfThisQuestion');
};
