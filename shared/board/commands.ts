// What may be wished of boards. Members write, change and withdraw their own; a table facilitator all of the table's; nobody else (BO3).
// Ids of notes and themes are made by whoever writes: sent again, the same note is the same note (K3). Limits: limits.ts.
import { z } from 'zod';
import { areaIdSchema, boardIdSchema, idPattern, memberIdSchema, noteIdSchema, themeIdSchema } from '../kernel/ids.ts';
import { block as paragraph, langSchema, line } from '../kernel/text.ts';
import { boardPlanSchema, placeSchema } from './events.ts';
import { authorChoices, boardLimits, boardSteps, noteDoors, noteKinds } from './limits.ts';

const board = boardIdSchema;
const note = noteIdSchema;
const boards = z.array(board).min(1).max(boardLimits.boards);
const text = paragraph(boardLimits.noteChars, 1);
const edit = z.number().int().min(1).max(1_000_000);
const reason = line(boardLimits.reasonChars, 1);
const authors = z.enum(authorChoices);
const plan = boardPlanSchema.extend({ authors });

export const boardCommands = z.discriminatedUnion('type', [
  // Leading
  z.strictObject({ type: z.literal('board.prepare'), plans: z.array(plan).min(1).max(boardLimits.boards) }),
  z.strictObject({ type: z.literal('board.remove'), board }),
  z.strictObject({ type: z.literal('board.open'), boards }),
  z.strictObject({ type: z.literal('board.silence'), board }),
  z.strictObject({ type: z.literal('board.reveal'), board, silence: z.int().min(1) }),
  z.strictObject({ type: z.literal('board.step'), board, from: z.enum(boardSteps), to: z.enum(boardSteps) }),
  z.strictObject({
    type: z.literal('board.clock'),
    board,
    wish: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('add'), sec: z.int().min(-3600).max(3600) }),
      z.strictObject({ kind: z.literal('pause') }),
      z.strictObject({ kind: z.literal('resume') }),
    ]),
  }),
  z.strictObject({ type: z.literal('board.lock'), boards, on: z.boolean() }),
  z.strictObject({ type: z.literal('board.focus'), board, area: areaIdSchema.nullable() }),
  /** Only towards less visible (BO4). */
  z.strictObject({ type: z.literal('board.hideAuthors'), board, authors }),
  z.strictObject({ type: z.literal('board.hide'), board, note, on: z.boolean(), reason: line(boardLimits.reasonChars, 0) }),
  z.strictObject({ type: z.literal('board.openDots'), board }),
  z.strictObject({ type: z.literal('board.closeDots'), board, round: z.int().min(1) }),
  z.strictObject({ type: z.literal('board.freeze'), boards }),
  z.strictObject({ type: z.literal('board.freezeWithSession') }),
  z.strictObject({ type: z.literal('board.reopen'), board, version: z.int().min(1), reason }),
  /** A note that came after the freeze enters a new frozen copy. */
  z.strictObject({ type: z.literal('board.admit'), board, notes: z.array(note).min(1).max(boardLimits.notesEach) }),
  z.strictObject({ type: z.literal('board.show'), board, on: z.boolean() }),
  /** The plenary's board takes the themes of frozen boards as notes, with the way back (BO13). */
  z.strictObject({ type: z.literal('board.gather'), board, from: boards, area: areaIdSchema }),
  z.strictObject({ type: z.literal('board.undoFact'), seq: z.int().min(1) }),
  // Writing (they go to the document, not to the log)
  /** `silence`: the one the writer was in; null in the open. `seat`: entered for this member from paper or by ear (table facilitator only). */
  z.strictObject({
    type: z.literal('board.write'),
    board,
    note,
    area: areaIdSchema,
    theme: themeIdSchema.nullable(),
    place: placeSchema.nullable(),
    text,
    kind: z.enum(noteKinds),
    lang: langSchema,
    silence: z.int().min(1).nullable(),
    door: z.enum(noteDoors),
    seat: memberIdSchema.nullable(),
  }),
  /** `was`: the text from which the writer began; two people in one note are merged where they do not touch (BO9). */
  z.strictObject({
    type: z.literal('board.edit'),
    board,
    note,
    was: z.string().max(boardLimits.noteChars * 4),
    text,
    kind: z.enum(noteKinds),
  }),
  z.strictObject({ type: z.literal('board.withdraw'), board, note }),
  /** `before`: the note or theme it stands before; null: at the end. */
  z.strictObject({
    type: z.literal('board.place'),
    board,
    note,
    area: areaIdSchema,
    theme: themeIdSchema.nullable(),
    before: note.nullable(),
    place: placeSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('board.same'), board, note, into: note }),
  z.strictObject({ type: z.literal('board.part'), board, note }),
  z.strictObject({ type: z.literal('board.flag'), board, note, on: z.boolean() }),
  /** Makes it or gives it another name. */
  z.strictObject({
    type: z.literal('board.nameTheme'),
    board,
    theme: themeIdSchema,
    area: areaIdSchema,
    title: line(boardLimits.themeChars),
    lang: langSchema,
    notes: z.array(note).max(boardLimits.notesEach),
  }),
  z.strictObject({
    type: z.literal('board.placeTheme'),
    board,
    theme: themeIdSchema,
    area: areaIdSchema,
    before: themeIdSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('board.removeTheme'), board, theme: themeIdSchema }),
  /** Takes back one's own step by the id of the wish that made it (BO11). */
  z.strictObject({ type: z.literal('board.undo'), board, wish: z.string().regex(idPattern) }),
  // For the box: who gives how many dots to what; the whole of it each time. `done`: "Ho finito".
  z.strictObject({
    type: z.literal('board.giveDots'),
    board,
    round: z.int().min(1),
    edit,
    given: z.array(z.tuple([z.string().regex(idPattern), z.int().min(1).max(boardLimits.dots)])).max(boardLimits.dots),
    done: z.boolean(),
  }),
]);
export type BoardCommand = z.infer<typeof boardCommands>;
