// What may be wished of the tables. Facilitators drive all of it; a table facilitator acts on the own table only (its id is in the actor,
// never believed from the wish); a member says which theme they would rather.
import { z } from 'zod';
import { blockIdSchema, groupIdSchema, memberIdSchema, themeIdSchema } from '../kernel/ids.ts';
import { line } from '../kernel/text.ts';
import { cardSchema, groupPlanSchema, howSchema, mixSchema, roundSchema, seatingSchema, themePlanSchema } from './events.ts';
import { groupLimits, helpReasons } from './limits.ts';

const group = groupIdSchema;
const edit = z.number().int().min(1).max(1_000_000);

export const groupsCommands = z.discriminatedUnion('type', [
  /** The whole plan: a table with people at it, or with a board that has notes, cannot be left out while the tables are at work. */
  z.strictObject({
    type: z.literal('groups.plan'),
    themes: z.array(themePlanSchema).max(groupLimits.themes),
    groups: z.array(groupPlanSchema).max(groupLimits.groups),
  }),
  z.strictObject({ type: z.literal('groups.setMix'), mix: mixSchema }),
  z.strictObject({ type: z.literal('groups.openChoice'), round: roundSchema }),
  z.strictObject({ type: z.literal('groups.choose'), round: roundSchema, first: themeIdSchema, second: themeIdSchema.nullable(), edit }),
  z.strictObject({ type: z.literal('groups.closeChoice'), round: roundSchema }),
  /** Proposed on the console (allocation.ts, from attributes that it may see), checked here: every table known, nobody twice. */
  z.strictObject({ type: z.literal('groups.assign'), round: roundSchema, how: howSchema, seating: seatingSchema }),
  z.strictObject({ type: z.literal('groups.move'), member: memberIdSchema, from: group.nullable(), to: group.nullable() }),
  /** The kernel's own: somebody came while the tables are at work. */
  z.strictObject({ type: z.literal('groups.placeLate'), member: memberIdSchema }),
  /** The table facilitator takes in the person of this seat, who sits here and not where they were assigned. */
  z.strictObject({ type: z.literal('groups.welcome'), seat: z.string().min(1).max(8) }),
  z.strictObject({ type: z.literal('groups.split'), round: roundSchema, block: blockIdSchema.nullable() }),
  z.strictObject({ type: z.literal('groups.recall'), round: roundSchema }),
  z.strictObject({ type: z.literal('groups.recallWithSession') }),
  z.strictObject({ type: z.literal('groups.giveTime'), group, sec: z.int().min(-groupLimits.extraSecMax).max(groupLimits.extraSecMax) }),
  z.strictObject({ type: z.literal('groups.setCard'), group: group.nullable(), card: cardSchema.nullable() }),
  z.strictObject({ type: z.literal('groups.callHelp'), about: z.enum(helpReasons), words: line(groupLimits.helpChars, 0) }),
  /** `given`: the minutes that a table asked for. A table may only withdraw its own call. */
  z.strictObject({ type: z.literal('groups.endHelp'), group, how: z.enum(['coming', 'sent', 'given', 'withdrawn']) }),
  z.strictObject({ type: z.literal('groups.setSpokesperson'), group, member: memberIdSchema.nullable() }),
  z.strictObject({
    type: z.literal('groups.queueReports'),
    order: z.array(group).max(groupLimits.groups),
    sec: z.int().min(groupLimits.reportSecMin).max(groupLimits.reportSecMax),
  }),
  /** Names what it leaves and enters, so that two facilitators who press together go one step (decisions: a session's life). */
  z.strictObject({ type: z.literal('groups.report'), from: group.nullable(), to: group.nullable() }),
  z.strictObject({ type: z.literal('groups.undo'), seq: z.int().min(1) }),
]);
export type GroupsCommand = z.infer<typeof groupsCommands>;
