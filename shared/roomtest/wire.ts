// What the console hears about the test of the room (K12) and about a rehearsal (AG6): answers over HTTP, made for the moment, never stored.
// Times are epoch ms of the server; `ms` are milliseconds.
import { z } from 'zod';

export const roomTestSchema = z.object({
  ok: z.literal(true),
  /** In the QR of the test page: a phone that opens it is seen, and gets in nowhere. */
  trial: z.string(),
  /** The last phone that opened it: when, and how long the page took. */
  qr: z.object({ at: z.number(), ms: z.number() }).nullable(),
  probe: z
    .object({
      at: z.number(),
      asked: z.number(),
      answered: z.number(),
      slowestMs: z.number().nullable(),
      state: z.enum(['running', 'done']),
    })
    .nullable(),
  /** What a person said of the wall, from the last row. */
  readable: z.object({ yes: z.boolean(), at: z.number() }).nullable(),
});
export type RoomTestReply = z.infer<typeof roomTestSchema>;
export type Probe = NonNullable<RoomTestReply['probe']>;

/** Limits of a rehearsal: a hall of people, as quick as one wants to see the day go by. */
export const rehearsalLimits = { members: 200, audience: 300, slowest: 0.2, quickest: 50 } as const;
export const rehearsalSchema = z.object({
  id: z.string(),
  /** The session that is rehearsed. */
  of: z.string(),
  members: z.number(),
  audience: z.number(),
  /** 1: as people answer; 10: ten times as quickly. */
  speed: z.number(),
  startedAt: z.number(),
  /** Whether the invented people are still there. */
  crowd: z.enum(['running', 'stopped']),
});
export type Rehearsal = z.infer<typeof rehearsalSchema>;
export const rehearsalReplySchema = z.object({ ok: z.literal(true), rehearsal: rehearsalSchema.nullable() });
