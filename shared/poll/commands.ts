// What may be wished of the questions: prepare, open, answer, close, publish, repeat, void, curate.
// Facilitators do all but answering; the desk enters sheets; members and the audience answer, each their own electorate's.
// Commands name the round they mean, so that a second press, or a press that arrives late, does nothing or is told why.
import { z } from 'zod';
import { memberIdSchema, pollIdSchema } from '../kernel/ids.ts';
import { limits } from '../kernel/limits.ts';
import { line } from '../kernel/text.ts';
import { answerSchema } from './answer.ts';
import { spellingsSchema, textIdSchema, wordKeySchema } from './curation.ts';
import { pollDraftSchema } from './draft.ts';
import { handsCountsSchema } from './events.ts';

/** A question is repeated a few times in a day; a thousand is a mistake. */
const round = z.number().int().min(1).max(1000);
/** Grows with each change of one person's answer; bounded so that a sheet's number always lies above a phone's. */
export const maxEdit = 1_000_000;
const edit = z.number().int().min(1).max(maxEdit);
const poll = pollIdSchema;
const seq = z.number().int().min(0);

export const pollCommands = z.discriminatedUnion('type', [
  /** Makes a draft or replaces it whole; the id is the client's. */
  z.strictObject({ type: z.literal('poll.draft'), poll, draft: pollDraftSchema }),
  z.strictObject({ type: z.literal('poll.remove'), poll }),
  z.strictObject({ type: z.literal('poll.open'), poll, round }),
  /** Written and opened at once (PO11). */
  z.strictObject({ type: z.literal('poll.quick'), poll, draft: pollDraftSchema }),
  z.strictObject({ type: z.literal('poll.keepOpen'), poll, round }),
  z.strictObject({ type: z.literal('poll.answer'), poll, round, edit, answer: answerSchema }),
  /** A sheet, for the member of a seat. `answer: null`: it was entered on the wrong seat and is taken out. */
  z.strictObject({
    type: z.literal('poll.answerOnPaper'),
    poll,
    round,
    member: memberIdSchema,
    edit,
    answer: z.union([answerSchema, z.null()]),
  }),
  z.strictObject({ type: z.literal('poll.hands'), poll, round, mode: z.enum(['whole', 'withoutPhone']), counts: handsCountsSchema }),
  z.strictObject({ type: z.literal('poll.close'), poll, round }),
  /** By the kernel only: the time set before opening is over; the session ends. */
  z.strictObject({ type: z.literal('poll.closeDue'), poll, round }),
  z.strictObject({ type: z.literal('poll.closeWithSession'), poll, round }),
  z.strictObject({ type: z.literal('poll.publish'), poll, round }),
  /** Prepares the next round, which is `round`. */
  z.strictObject({ type: z.literal('poll.repeat'), poll, round }),
  z.strictObject({ type: z.literal('poll.void'), poll, round, reason: line(limits.reasonChars) }),
  /** `what`: the id of a text, or the key of a word. */
  z.strictObject({
    type: z.literal('poll.hide'),
    poll,
    round,
    what: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('text'), text: textIdSchema }),
      z.strictObject({ kind: z.literal('word'), key: wordKeySchema }),
    ]),
    hidden: z.boolean(),
  }),
  z.strictObject({ type: z.literal('poll.merge'), poll, round, from: wordKeySchema, into: wordKeySchema }),
  z.strictObject({ type: z.literal('poll.split'), poll, round, key: wordKeySchema, spellings: spellingsSchema }),
  z.strictObject({ type: z.literal('poll.release'), poll, round, key: wordKeySchema }),
  /** Takes back one act of curation, named by its number. */
  z.strictObject({ type: z.literal('poll.uncurate'), poll, round, act: seq }),
  /** Takes back the facilitator's last step, named by its number (K9). */
  z.strictObject({ type: z.literal('poll.undo'), seq }),
]);
export type PollCommand = z.infer<typeof pollCommands>;
