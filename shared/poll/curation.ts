// What a person may do with texts and words of a question: hide one, merge words, split them, release a held one (PO7, PO12).
// Acts are facts, applied in order, and each can be taken back; nothing that was written is ever deleted by them.
import { z } from 'zod';

/** A text is named by the fingerprint of its words (equal texts have one), a word by its spelling key: both survive the seal of the box. */
export const textIdSchema = z.string().regex(/^t[0-9a-z]{4,20}$/);
/** A key is made from an entry of 40 characters; a split adds the spelling to it. */
export const wordKeySchema = z.string().min(1).max(400);
export const spellingsSchema = z.array(wordKeySchema).min(1).max(40);
const key = wordKeySchema;

export const curationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hideText'), text: textIdSchema }),
  z.strictObject({ kind: z.literal('unhideText'), text: textIdSchema }),
  z.strictObject({ kind: z.literal('hide'), key }),
  z.strictObject({ kind: z.literal('unhide'), key }),
  z.strictObject({ kind: z.literal('release'), key }),
  z.strictObject({ kind: z.literal('merge'), from: key, into: key }),
  z.strictObject({ kind: z.literal('split'), key, spellings: spellingsSchema }),
]);
export type Curation = z.infer<typeof curationSchema>;
