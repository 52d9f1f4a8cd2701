// What may be wished of the programme: write it, move through it, keep its time, find a way out of a delay, record a show of hands.
// Organiser and facilitators only. Commands that move name what they leave and what they enter, so that two who press together move once.
// Ids of new blocks come from the client: a prepared poll can name its block before the server has answered.
import { z } from 'zod';
import { blockIdSchema, materialIdSchema } from '../kernel/ids.ts';
import { limits } from '../kernel/limits.ts';
import { line } from '../kernel/text.ts';
import { atSchema, blockSchema, changesSchema, countSchema, handsIdSchema, materialSchema, remedySchema, secSchema } from './events.ts';
import { agendaLimits } from './limits.ts';

const block = blockIdSchema;
const reason = line(limits.reasonChars);
const hands = { words: line(limits.reasonChars), for: countSchema, against: countSchema, abstained: countSchema };

export const agendaCommands = z.discriminatedUnion('type', [
  /** `startPlanned`: epoch ms of the day and hour the programme begins. */
  z.strictObject({ type: z.literal('agenda.setStart'), startPlanned: atSchema }),
  /** A whole programme at once: a template, a file. `replace` only while nothing has started. `startPlanned` null: leave the hour alone. */
  z.strictObject({
    type: z.literal('agenda.load'),
    mode: z.enum(['replace', 'append']),
    startPlanned: atSchema.nullable(),
    blocks: z.array(blockSchema).max(agendaLimits.blocks),
  }),
  z.strictObject({ type: z.literal('agenda.add'), block: blockSchema, after: block.nullable() }),
  z.strictObject({ type: z.literal('agenda.edit'), block, changes: changesSchema }),
  z.strictObject({ type: z.literal('agenda.move'), block, after: block.nullable() }),
  z.strictObject({ type: z.literal('agenda.remove'), block }),
  /** `from`: the block that runs as the person sees it, null when none does. */
  z.strictObject({ type: z.literal('agenda.start'), from: block.nullable(), to: block }),
  z.strictObject({ type: z.literal('agenda.end'), block }),
  z.strictObject({ type: z.literal('agenda.skip'), block, reason }),
  z.strictObject({
    type: z.literal('agenda.timer'),
    block,
    do: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('add'), seconds: z.int().min(-agendaLimits.addSec).max(agendaLimits.addSec) }),
      z.strictObject({ kind: z.literal('pause') }),
      z.strictObject({ kind: z.literal('resume') }),
      /** Seconds left from now. */
      z.strictObject({ kind: z.literal('set'), leftSec: secSchema }),
    ]),
  }),
  z.strictObject({ type: z.literal('agenda.remedy'), remedy: remedySchema, reason }),
  z.strictObject({ type: z.literal('agenda.undo'), seq: z.int().min(0) }),
  z.strictObject({ type: z.literal('agenda.attach'), block, material: materialSchema }),
  z.strictObject({ type: z.literal('agenda.detach'), block, material: materialIdSchema }),
  z.strictObject({ type: z.literal('agenda.recordHands'), block, ...hands }),
  z.strictObject({ type: z.literal('agenda.correctHands'), hands: handsIdSchema, ...hands, reason }),
]);
export type AgendaCommand = z.infer<typeof agendaCommands>;
