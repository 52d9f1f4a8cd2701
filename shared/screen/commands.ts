// What a facilitator may wish of the walls. A wish names what it leaves and enters where two people could press together (page),
// and the screen it is for: null is all of them. Screens themselves wish nothing: they have no controls.
import { z } from 'zod';
import { blockIdSchema, materialIdSchema, screenIdSchema } from '../kernel/ids.ts';
import { limits } from '../kernel/limits.ts';
import { langSchema, line } from '../kernel/text.ts';
import { themeSchema } from './events.ts';
import { pageSchema, contentSchema, wordsSchema } from './scene.ts';

const screen = screenIdSchema.nullable();

export const screenCommands = z.discriminatedUnion('type', [
  /** `current`: hold what is there now. */
  z.strictObject({ type: z.literal('screen.pin'), screen, scene: z.union([contentSchema, z.literal('current')]) }),
  z.strictObject({ type: z.literal('screen.unpin'), screen }),
  z.strictObject({ type: z.literal('screen.blank'), screen, on: z.boolean() }),
  z.strictObject({ type: z.literal('screen.joinStrip'), on: z.boolean() }),
  /** Null removes the words, from walls and phones. */
  z.strictObject({ type: z.literal('screen.say'), text: wordsSchema.nullable() }),
  z.strictObject({
    type: z.literal('screen.showSlides'),
    material: materialIdSchema,
    page: pageSchema,
    pages: pageSchema,
    block: blockIdSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('screen.page'), material: materialIdSchema, from: pageSchema, to: pageSchema }),
  z.strictObject({ type: z.literal('screen.endSlides'), material: materialIdSchema }),
  /** A past result, the programme, the way in: until the next thing happens in the room. */
  z.strictObject({ type: z.literal('screen.showScene'), scene: contentSchema }),
  /** Puts away slides or a shown scene. */
  z.strictObject({ type: z.literal('screen.follow') }),
  /** `label`: how people call this screen ("Laterale"); empty for none. */
  z.strictObject({
    type: z.literal('screen.setLook'),
    screen: screenIdSchema,
    lang: langSchema,
    theme: themeSchema,
    label: line(limits.attributeChars, 0),
  }),
  z.strictObject({ type: z.literal('screen.bell'), on: z.boolean() }),
  z.strictObject({ type: z.literal('screen.undo'), seq: z.int().min(1) }),
]);
export type ScreenCommand = z.infer<typeof screenCommands>;
