// What may be wished of the roll: name the assembly, import a list, add or remove a person, replace a card, put a reserve on a seat.
// Ids of members come in from whoever has just put the person into the erasable table; ids of cards are made by the rule.
import { z } from 'zod';
import { cardIdSchema, memberIdSchema } from '../kernel/ids.ts';
import { limits } from '../kernel/limits.ts';
import { line, titleSchema } from '../kernel/text.ts';

/** A label as it is printed on the card: "42", "A7". */
export const seatSchema = line(limits.seatChars);
const realDay = (day: string): boolean => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return month >= 1 && month <= 12 && date >= 1 && date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
};
/** A day that exists, YYYY-MM-DD. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(realDay);
const mandate = { from: dateSchema.nullable(), until: dateSchema.nullable(), cohort: line(limits.attributeChars, 0) };
const person = z.strictObject({ member: memberIdSchema, seat: seatSchema.nullable(), ...mandate });

export const rosterCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('roster.nameAssembly'), name: titleSchema, demo: z.boolean() }),
  /** `seat: null` is a reserve; reserves are called in the order of the list. `source`: the file's name, for people. */
  z.strictObject({
    type: z.literal('roster.import'),
    source: line(120),
    replaces: z.boolean(),
    members: z.array(person).min(1).max(limits.seats),
  }),
  z.strictObject({ type: z.literal('roster.addSeat'), ...person.shape, seat: seatSchema }),
  z.strictObject({ type: z.literal('roster.addReserve'), member: memberIdSchema, ...mandate }),
  z.strictObject({ type: z.literal('roster.remove'), member: memberIdSchema, reason: line(limits.reasonChars, 0) }),
  /** `old` names the card that is replaced: a second press finds it gone and does nothing. */
  z.strictObject({ type: z.literal('roster.replaceCard'), member: memberIdSchema, old: cardIdSchema }),
  z.strictObject({ type: z.literal('roster.substitute'), seat: seatSchema, leaves: memberIdSchema, enters: memberIdSchema }),
  z.strictObject({ type: z.literal('roster.undoSubstitution'), seat: seatSchema, leaves: memberIdSchema, enters: memberIdSchema }),
]);
export type RosterCommand = z.infer<typeof rosterCommands>;
