// What happened to the walls: what was held fast, blanked, said, shown, turned, and how each screen looks.
// The only file of this room that others may open (the record reads from it what was shown when).
// What a wall shows by following others is not here: it is a reading of their facts.
import { z } from 'zod';
import { blockIdSchema, materialIdSchema, screenIdSchema } from '../kernel/ids.ts';
import { langSchema } from '../kernel/text.ts';
import { pageSchema, contentSchema, wordsSchema } from './scene.ts';

const v = z.literal(1);
/** Null: all screens. */
const screen = screenIdSchema.nullable();
export const themeSchema = z.enum(['dark', 'light']);

export const screenFacts = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('screen.pinned'), v, screen, scene: contentSchema }),
  z.strictObject({ type: z.literal('screen.unpinned'), v, screen }),
  z.strictObject({ type: z.literal('screen.blanked'), v, screen, on: z.boolean() }),
  z.strictObject({ type: z.literal('screen.joinStripSet'), v, on: z.boolean() }),
  z.strictObject({ type: z.literal('screen.said'), v, text: wordsSchema }),
  z.strictObject({ type: z.literal('screen.wordsRemoved'), v }),
  z.strictObject({
    type: z.literal('screen.slidesShown'),
    v,
    material: materialIdSchema,
    page: pageSchema,
    pages: pageSchema,
    block: blockIdSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('screen.pageTurned'), v, material: materialIdSchema, from: pageSchema, to: pageSchema }),
  z.strictObject({ type: z.literal('screen.slidesEnded'), v, material: materialIdSchema }),
  z.strictObject({ type: z.literal('screen.sceneShown'), v, scene: contentSchema }),
  /** The scene that had been asked for is put away: the wall follows again. */
  z.strictObject({ type: z.literal('screen.followed'), v }),
  z.strictObject({ type: z.literal('screen.lookSet'), v, screen: screenIdSchema, lang: langSchema, theme: themeSchema, label: z.string() }),
  z.strictObject({ type: z.literal('screen.bellSet'), v, on: z.boolean() }),
  /** Takes back the step at `seq`; `step` is what it was, so that the record can say it. What was there before comes back. */
  z.strictObject({ type: z.literal('screen.undone'), v, seq: z.int().min(1), step: z.string().max(40) }),
]);
export type ScreenFact = z.infer<typeof screenFacts>;
export type Theme = z.infer<typeof themeSchema>;
