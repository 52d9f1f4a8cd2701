// What may be wished of a session as a whole: name it, open its doors, open it, suspend, close, seal; its room code and the audience's door.
import { z } from 'zod';
import { assemblyIdSchema } from '../kernel/ids.ts';
import { limits } from '../kernel/limits.ts';
import { line, titleSchema } from '../kernel/text.ts';
import { codeAlphabet, roomCodeLength } from '../kernel/codes.ts';

export const roomCodeSchema = z
  .string()
  .length(roomCodeLength)
  .refine((code) => [...code].every((char) => codeAlphabet.includes(char)));
const realDay = (day: string): boolean => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return month >= 1 && month <= 12 && date >= 1 && date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
};
/** A day that exists, YYYY-MM-DD: pages make hours of it. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(realDay);
/** An IANA name as far as letters go ("Europe/Rome", "Etc/GMT+1"). */
export const timeZoneSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_+\-/]{1,39}$/);
const reason = line(limits.reasonChars);
/** A video link of the session: http(s) only, so that no other scheme is ever followed. */
export const linkSchema = z
  .string()
  .max(500)
  .regex(/^https?:\/\/[^\s"'<>]+$/);

export const createSchema = z.strictObject({
  type: z.literal('session.create'),
  assembly: assemblyIdSchema,
  assemblyName: line(limits.titleChars),
  title: titleSchema,
  day: daySchema,
  timeZone: timeZoneSchema,
  place: line(limits.titleChars, 0),
  code: roomCodeSchema,
  demo: z.boolean(),
});

export const sessionCommands = z.discriminatedUnion('type', [
  createSchema,
  z.strictObject({
    type: z.literal('session.edit'),
    title: titleSchema,
    day: daySchema,
    place: line(limits.titleChars, 0),
    video: z.union([linkSchema, z.literal('')]),
    wifi: line(limits.nameChars, 0),
  }),
  z.strictObject({ type: z.literal('session.openDoors') }),
  z.strictObject({ type: z.literal('session.open') }),
  z.strictObject({ type: z.literal('session.suspend'), reason }),
  z.strictObject({ type: z.literal('session.resume') }),
  z.strictObject({ type: z.literal('session.close') }),
  z.strictObject({ type: z.literal('session.closeForgotten') }),
  z.strictObject({ type: z.literal('session.seal') }),
  z.strictObject({ type: z.literal('session.renewCode'), code: roomCodeSchema }),
  z.strictObject({ type: z.literal('session.setAudienceDoor'), open: z.boolean() }),
  z.strictObject({ type: z.literal('session.noteIncident'), words: reason }),
]);
export type SessionCommand = z.infer<typeof sessionCommands>;
