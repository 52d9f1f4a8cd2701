// What was decided about boards: which were prepared and opened, silence and reveal, lock, hidden notes, dots counted, the frozen copy.
// Notes themselves are not facts while they are written (they lie in the board's document, item.ts); the frozen copy is, and only it is
// ever cited (BO8). The only file of this room that others may open. No author is ever in a fact.
import { z } from 'zod';
import { areaIdSchema, blockIdSchema, boardIdSchema, groupIdSchema, idPattern, noteIdSchema, themeIdSchema } from '../kernel/ids.ts';
import { block as paragraph, langSchema, textSchema } from '../kernel/text.ts';
import { authorShown, boardLimits, boardSteps, noteDoors, noteKinds } from './limits.ts';

const v = z.literal(1);
const board = boardIdSchema;
const n = z.int().min(0);
export const authorSchema = z.enum(authorShown);
export const promptSchema = textSchema(boardLimits.promptChars, paragraph);
export const axisSchema = textSchema(boardLimits.axisChars);
const placed = z.int().min(0).max(boardLimits.place);
/** Where a note's top start corner lies in a free or 2×2 area, in thousandths of its width and height. */
export const placeSchema = z.tuple([placed, placed]);
export type Place = z.infer<typeof placeSchema>;

/** `column`: notes under themes. `matrix`: a 2×2, `x` and `y` name the ends of the axes (low, high), `quarters` the four fields from top start. `free`: anywhere. */
export const areaSchema = z.strictObject({
  id: areaIdSchema,
  prompt: promptSchema,
  shape: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('column') }),
    z.strictObject({
      kind: z.literal('matrix'),
      x: z.tuple([axisSchema, axisSchema]),
      y: z.tuple([axisSchema, axisSchema]),
      quarters: z.tuple([axisSchema, axisSchema, axisSchema, axisSchema]).nullable(),
    }),
    z.strictObject({ kind: z.literal('free') }),
  ]),
});
export type Area = z.infer<typeof areaSchema>;
export const dotsSchema = z.strictObject({
  each: z.int().min(1).max(boardLimits.dots),
  max: z.int().min(1).max(boardLimits.dots),
  on: z.enum(['notes', 'themes']),
});
export type DotsRule = z.infer<typeof dotsSchema>;
/** A board as it is prepared. `group` null: the plenary's. `silent`: opens in silence. */
export const boardPlanSchema = z.strictObject({
  id: board,
  group: groupIdSchema.nullable(),
  block: blockIdSchema.nullable(),
  title: promptSchema,
  areas: z.array(areaSchema).min(1).max(boardLimits.areas),
  authors: authorSchema,
  silent: z.boolean(),
  kinds: z.array(z.enum(noteKinds)).min(1).max(4),
  dots: dotsSchema,
  /** Seconds of the steps write, read, themes, dots; null: no clock. */
  secs: z.array(z.int().min(0).max(boardLimits.stepSecMax).nullable()).length(4),
});
export type BoardPlan = z.infer<typeof boardPlanSchema>;
export const clockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('running'), endsAt: z.int() }),
  z.strictObject({ kind: z.literal('paused'), leftSec: z.int() }),
]);
export type BoardClock = z.infer<typeof clockSchema>;
const silence = z.int().min(1);
const round = z.int().min(1).max(100);
const target = z.string().regex(idPattern);
const note = noteIdSchema;

/** A theme that came up from a table's board: where it was, so that the way back is kept (BO13). */
export const fromSchema = z.strictObject({
  board,
  theme: themeIdSchema.nullable(),
  group: groupIdSchema.nullable(),
  number: n.nullable(),
  notes: n,
  dots: n,
});
export type From = z.infer<typeof fromSchema>;
/** A note as it is cited for ever. `voices`: how many said it (itself and those merged under it). */
export const frozenNoteSchema = z.strictObject({
  id: note,
  text: z.string(),
  kind: z.enum(noteKinds),
  lang: langSchema,
  area: areaIdSchema,
  theme: themeIdSchema.nullable(),
  into: note.nullable(),
  voices: n,
  place: placeSchema.nullable(),
  group: groupIdSchema.nullable(),
  seat: z.string().nullable(),
  door: z.enum(noteDoors),
  minority: z.boolean(),
  late: z.boolean(),
  dots: n.nullable(),
  from: fromSchema.nullable(),
});
export type FrozenNote = z.infer<typeof frozenNoteSchema>;
export const frozenThemeSchema = z.strictObject({
  id: themeIdSchema,
  title: z.string(),
  lang: langSchema,
  area: areaIdSchema,
  notes: n,
  voices: n,
  dots: n.nullable(),
  from: fromSchema.nullable(),
});
export type FrozenTheme = z.infer<typeof frozenThemeSchema>;
export const frozenSchema = z.strictObject({
  themes: z.array(frozenThemeSchema).max(boardLimits.themes),
  notes: z.array(frozenNoteSchema).max(boardLimits.notes),
  /** People who wrote, and notes that were hidden, withdrawn notes not among them. */
  writers: n,
  hidden: n,
});
export type Frozen = z.infer<typeof frozenSchema>;
/** A note that came after the freeze and was admitted by nobody: its words and its table, no author (BO9). */
export const leftNoteSchema = z.strictObject({
  id: note,
  text: z.string(),
  kind: z.enum(noteKinds),
  lang: langSchema,
  group: groupIdSchema.nullable(),
});
export type LeftNote = z.infer<typeof leftNoteSchema>;

export const boardFacts = z.discriminatedUnion('type', [
  /** Written or changed before it opens; `removed` takes a prepared one away. */
  z.strictObject({ type: z.literal('board.prepared'), v, plan: boardPlanSchema }),
  z.strictObject({ type: z.literal('board.removed'), v, board, title: promptSchema }),
  /** Stands alone: carries the whole plan. */
  z.strictObject({ type: z.literal('board.opened'), v, plan: boardPlanSchema, clock: clockSchema.nullable() }),
  /** A further silence on an open board: what is written from now on is seen at its reveal. */
  z.strictObject({ type: z.literal('board.silenced'), v, board, silence, clock: clockSchema.nullable() }),
  /** `notes`, `writers`: how many notes of how many people came to light. */
  z.strictObject({ type: z.literal('board.revealed'), v, board, silence, notes: n, writers: n, clock: clockSchema.nullable() }),
  z.strictObject({ type: z.literal('board.stepped'), v, board, step: z.enum(boardSteps), clock: clockSchema.nullable() }),
  z.strictObject({ type: z.literal('board.clockSet'), v, board, why: z.enum(['add', 'pause', 'resume']), clock: clockSchema }),
  z.strictObject({ type: z.literal('board.lockSet'), v, board, on: z.boolean() }),
  /** "Tutti qui": whoever has the board open is brought to this area; null lets them go. */
  z.strictObject({ type: z.literal('board.focused'), v, board, area: areaIdSchema.nullable() }),
  z.strictObject({ type: z.literal('board.authorsHidden'), v, board, authors: authorSchema }),
  z.strictObject({ type: z.literal('board.noteHidden'), v, board, note, on: z.boolean(), reason: z.string() }),
  z.strictObject({
    type: z.literal('board.dotsOpened'),
    v,
    board,
    round,
    dots: dotsSchema,
    targets: z.array(target).max(boardLimits.notes),
    clock: clockSchema.nullable(),
  }),
  /** `voters` of `base` present gave dots; `counts` in no order but the targets'. */
  z.strictObject({
    type: z.literal('board.dotsClosed'),
    v,
    board,
    round,
    voters: n,
    base: n,
    counts: z.array(z.strictObject({ target, dots: n, people: n })),
  }),
  /** `version` counts from 1; a later one replaces it for what is cited from then on, the earlier stays in the log. */
  z.strictObject({
    type: z.literal('board.frozen'),
    v,
    board,
    version: z.int().min(1),
    group: groupIdSchema.nullable(),
    title: promptSchema,
    areas: z.array(areaSchema),
    copy: frozenSchema,
  }),
  /** At the close of the session: what waited beside a frozen board and is kept so, since notes are forgotten with the session's key (BO9). */
  z.strictObject({ type: z.literal('board.notAdmitted'), v, board, notes: z.array(leftNoteSchema).min(1).max(boardLimits.notes) }),
  z.strictObject({ type: z.literal('board.reopened'), v, board, version: z.int().min(1), reason: z.string() }),
  /** On or off the walls of the hall: the further act (BO2). */
  z.strictObject({ type: z.literal('board.shown'), v, board, on: z.boolean() }),
  z.strictObject({ type: z.literal('board.undone'), v, seq: z.int(), step: z.string().max(40) }),
]);
export type BoardFact = z.infer<typeof boardFacts>;
