// What happened to the programme of a session: which blocks there are, which one runs, its time, what was done when it got late,
// what was decided by a show of hands. The only file of this room that others may open.
// A fact stands alone: it carries the title and the minutes it needs to be read years later without the state.
// `notes` of a block are the facilitators' own: whoever reads the log for members, audience, screens or exports leaves them out.
import { z } from 'zod';
import { blockIdSchema, idPattern, materialIdSchema } from '../kernel/ids.ts';
import { limits } from '../kernel/limits.ts';
import { block as paragraph, line, textSchema, titleSchema, wordsSchema } from '../kernel/text.ts';
import { activities } from './activities.ts';
import { agendaLimits } from './limits.ts';

export const handsIdSchema = z.string().regex(idPattern).brand<'hands'>();
export type HandsId = z.infer<typeof handsIdSchema>;

export const activitySchema = z.enum(activities);
export type Activity = z.infer<typeof activitySchema>;

export const secSchema = z.int().min(agendaLimits.minSec).max(agendaLimits.maxSec);
export const warnSchema = z.int().min(0).max(agendaLimits.warnMaxSec);
export const atSchema = z.int().min(0).max(8.64e15);
export const notesSchema = textSchema(limits.notesChars, paragraph);
/** http(s) only, so that no other scheme is ever followed; null when there is none. */
export const videoSchema = z
  .string()
  .max(agendaLimits.linkChars)
  .regex(/^https?:\/\/[^\s"'<>]+$/);

export const materialSchema = z.strictObject({
  id: materialIdSchema,
  name: line(limits.titleChars),
  kind: z.enum(['pdf', 'image']),
  /** Pages of a PDF; null for a picture. */
  pages: z.int().min(1).max(agendaLimits.materialPages).nullable(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Material = z.infer<typeof materialSchema>;

/** What a person writes of a block; times and state are not in it. */
export const blockFields = {
  title: titleSchema,
  description: wordsSchema.nullable(),
  instructions: notesSchema.nullable(),
  notes: notesSchema.nullable(),
  activity: activitySchema,
  plannedSec: secSchema,
  warnSec: warnSchema,
  video: videoSchema.nullable(),
};
export const blockSchema = z.strictObject({
  id: blockIdSchema,
  ...blockFields,
  materials: z.array(materialSchema).max(agendaLimits.materials),
});
export type BlockPlan = z.infer<typeof blockSchema>;
/** Only what changes. */
export const changesSchema = z.strictObject({
  title: z.exactOptional(blockFields.title),
  description: z.exactOptional(blockFields.description),
  instructions: z.exactOptional(blockFields.instructions),
  notes: z.exactOptional(blockFields.notes),
  activity: z.exactOptional(blockFields.activity),
  plannedSec: z.exactOptional(blockFields.plannedSec),
  warnSec: z.exactOptional(blockFields.warnSec),
  video: z.exactOptional(blockFields.video),
});
export type BlockChanges = z.infer<typeof changesSchema>;

/** Absolute end while it runs, seconds left while it waits: the same second on every device (AG2, K7). */
export const timerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('running'), endsAt: atSchema }),
  z.strictObject({ kind: z.literal('paused'), leftSec: z.int().min(-86_400).max(86_400) }),
]);
export type Timer = z.infer<typeof timerSchema>;

/** The ways out of a delay (AG3). `toSec`: what the block keeps. */
export const remedySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shorten'), block: blockIdSchema, toSec: secSchema }),
  z.strictObject({ kind: z.literal('proportion') }),
  z.strictObject({ kind: z.literal('skip'), block: blockIdSchema }),
  z.strictObject({ kind: z.literal('postpone'), block: blockIdSchema }),
  z.strictObject({ kind: z.literal('accept') }),
]);
export type Remedy = z.infer<typeof remedySchema>;

export const countSchema = z.int().min(0).max(limits.seats);
const counts = { words: z.string(), for: countSchema, against: countSchema, abstained: countSchema, present: countSchema };
const v = z.literal(1);
const block = blockIdSchema;
const title = titleSchema;
const reason = z.string();
export const stepTypes = [
  'startSet',
  'loaded',
  'added',
  'edited',
  'moved',
  'removed',
  'started',
  'ended',
  'skipped',
  'timerSet',
  'remedied',
] as const;

export const agendaFacts = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('agenda.startSet'), v, startPlanned: atSchema }),
  z.strictObject({
    type: z.literal('agenda.loaded'),
    v,
    mode: z.enum(['replace', 'append']),
    startPlanned: atSchema.nullable(),
    blocks: z.array(blockSchema).max(agendaLimits.blocks),
  }),
  /** `after`: the block it stands behind; null: at the top. */
  z.strictObject({ type: z.literal('agenda.added'), v, block: blockSchema, after: block.nullable() }),
  z.strictObject({ type: z.literal('agenda.edited'), v, block, title, changes: changesSchema }),
  z.strictObject({ type: z.literal('agenda.moved'), v, block, title, after: block.nullable() }),
  z.strictObject({ type: z.literal('agenda.removed'), v, block, title }),
  /** `from` ends at this moment. `number`: as people count the blocks, from 1; breaks are not counted (null). `plannedSec`: what it has now; `endsAt`: when its time is over. */
  z.strictObject({
    type: z.literal('agenda.started'),
    v,
    block,
    from: block.nullable(),
    title,
    number: z.int().min(1).nullable(),
    plannedSec: z.int(),
    endsAt: atSchema,
  }),
  z.strictObject({ type: z.literal('agenda.ended'), v, block, title }),
  z.strictObject({ type: z.literal('agenda.skipped'), v, block, title, reason }),
  /** `sec`: the whole time the block now has. */
  z.strictObject({
    type: z.literal('agenda.timerSet'),
    v,
    block,
    title,
    why: z.enum(['add', 'pause', 'resume', 'set']),
    timer: timerSchema,
    sec: z.int(),
  }),
  /** What was late by how much, what was chosen and why, what it changed, and the hour it gives. */
  z.strictObject({
    type: z.literal('agenda.remedied'),
    v,
    remedy: remedySchema,
    reason,
    driftSec: z.int(),
    end: atSchema,
    title: title.nullable(),
    changes: z.array(z.strictObject({ block, fromSec: z.int(), toSec: z.int() })).max(agendaLimits.blocks),
  }),
  /** Takes back the step of fact `seq`. `running`: what runs again now, with its title. */
  z.strictObject({
    type: z.literal('agenda.undone'),
    v,
    seq: z.int(),
    step: z.enum(stepTypes),
    running: z.strictObject({ block, title }).nullable(),
  }),
  z.strictObject({ type: z.literal('agenda.materialAttached'), v, block, title, material: materialSchema }),
  z.strictObject({ type: z.literal('agenda.materialDetached'), v, block, title, material: materialIdSchema, name: z.string() }),
  /** `present`: those present at that moment, frozen (AG8). */
  z.strictObject({ type: z.literal('agenda.handsRecorded'), v, hands: handsIdSchema, block, title, ...counts }),
  z.strictObject({ type: z.literal('agenda.handsCorrected'), v, hands: handsIdSchema, block, title, ...counts, reason }),
]);
export type AgendaFact = z.infer<typeof agendaFacts>;
