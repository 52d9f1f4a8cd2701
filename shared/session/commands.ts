// What may be wished of a session as a whole: name it, open its doors, open it, suspend, close, seal; its room code and the audience's door.
import { z } from 'zod'
import { assemblyIdSchema } from '../kernel/ids.ts'
import { limits } from '../kernel/limits.ts'
import { line, titleSchema } from '../kernel/text.ts'
import { codeAlphabet, roomCodeLength } from '../kernel/codes.ts'

export const roomCodeSchema = z
  .string()
  .length(roomCodeLength)
  .refine((code) => [...code].every((char) => codeAlphabet.includes(char)))
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const reason = line(limits.reasonChars)
/** A video link of the session: http(s) only, so that no other scheme is ever followed. */
export const linkSchema = z.string().max(500).regex(/^https?:\/\/[^\s"'<>]+$/)

export const createSchema = z.strictObject({
  type: z.literal('session.create'),
  assembly: assemblyIdSchema,
  assemblyName: line(limits.titleChars),
  title: titleSchema,
  day: daySchema,
  timeZone: z.string().max(40),
  place: line(limits.titleChars, 0),
  code: roomCodeSchema,
  demo: z.boolean(),
})

export const sessionCommands = z.discriminatedUnion('type', [
  createSchema,
  z.strictObject({ type: z.literal('session.edit'), title: titleSchema, day: daySchema, place: line(limits.titleChars, 0), video: z.union([linkSchema, z.literal('')]) }),
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
])
export type SessionCommand = z.infer<typeof sessionCommands>
