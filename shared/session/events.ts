// What happened to the session as a whole. The only file of this room that others may open.
import { z } from 'zod';
import { assemblyIdSchema, memberIdSchema } from '../kernel/ids.ts';
import { textSchema } from '../kernel/text.ts';
import type { Text } from '../kernel/text.ts';
import { limits } from '../kernel/limits.ts';

const v = z.literal(1);
const title = textSchema(limits.titleChars);
export const sessionFacts = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('session.created'),
    v,
    assembly: assemblyIdSchema,
    assemblyName: z.string(),
    title,
    day: z.string(),
    timeZone: z.string(),
    place: z.string(),
    code: z.string(),
    demo: z.boolean(),
  }),
  z.strictObject({ type: z.literal('session.edited'), v, title, day: z.string(), place: z.string(), video: z.string(), wifi: z.string() }),
  /** From here on a card or the desk makes somebody present. */
  z.strictObject({ type: z.literal('session.doorsOpened'), v }),
  /** The roll is written in: nothing that happens to the roster later changes who was called. */
  z.strictObject({ type: z.literal('session.opened'), v, roll: z.array(z.strictObject({ member: memberIdSchema, seat: z.string() })) }),
  z.strictObject({ type: z.literal('session.suspended'), v, reason: z.string() }),
  z.strictObject({ type: z.literal('session.resumed'), v }),
  z.strictObject({ type: z.literal('session.closed'), v, by: z.enum(['person', 'forgotten']) }),
  z.strictObject({ type: z.literal('session.sealed'), v }),
  z.strictObject({ type: z.literal('session.codeRenewed'), v, code: z.string() }),
  z.strictObject({ type: z.literal('session.audienceDoorSet'), v, open: z.boolean() }),
  z.strictObject({ type: z.literal('session.incidentNoted'), v, words: z.string() }),
]);
export type SessionFact = z.infer<typeof sessionFacts>;

/** What the server's doors may read of a session: where it stands and which code leads to it. */
export interface SessionReads {
  readonly phase: 'none' | 'draft' | 'doors' | 'open' | 'suspended' | 'closed' | 'sealed';
  readonly assembly: string;
  readonly assemblyName: string;
  readonly title: Text;
  readonly day: string;
  readonly timeZone: string;
  readonly place: string;
  readonly code: string;
  readonly demo: boolean;
  readonly audienceDoor: boolean;
  readonly openedAt: number | null;
  readonly closedAt: number | null;
}
