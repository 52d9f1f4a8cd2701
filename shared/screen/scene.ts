// A scene: what a wall of the hall can show. A scene only points (at a block, a poll, a page, a board, the floor): what is told of the thing
// comes from the view of its own room, so a wall never knows more than that room shows to screens (SC6: no name beside a choice).
// Words are the exception: they are the facilitator's own sentence and lie in the scene itself.
import { z } from 'zod';
import { blockIdSchema, boardIdSchema, groupIdSchema, idPattern, materialIdSchema, pollIdSchema, themeIdSchema } from '../kernel/ids.ts';
import type { BlockId, BoardId, GroupId, MaterialId, PollId, ThemeId } from '../kernel/ids.ts';
import { block as paragraph, textSchema } from '../kernel/text.ts';
import type { Text } from '../kernel/text.ts';
import { limits } from '../kernel/limits.ts';

/** Own words must be read from the last row: as many as a title, on four lines at most. */
export const wordsLines = 4;
export const wordsSchema = textSchema(limits.titleChars, (max) =>
  paragraph(max, 1).refine((text) => text.split('\n').length <= wordsLines, { error: `at most ${wordsLines} lines` }),
);

/** A PDF of more pages is a book; the number also bounds what a wall may be asked for. */
export const maxPages = 500;
export const pageSchema = z.int().min(1).max(maxPages);
export const roundSchema = z.int().min(1).max(1000);
/** Who calls the roll gives it an id; this room only repeats it. */
export const rollCallIdSchema = z.string().regex(idPattern);

/** Written out, not inferred: pages import the type without the schema. */
export type Content =
  | { readonly kind: 'join' }
  /** `block` null: the session runs and no block has started; the programme is shown. */
  | { readonly kind: 'agenda'; readonly block: BlockId | null }
  | { readonly kind: 'pollOpen' | 'pollClosed' | 'pollResult'; readonly poll: PollId; readonly round: number }
  | { readonly kind: 'rollCall'; readonly rollCall: string }
  | { readonly kind: 'words'; readonly text: Text }
  /** `page` counts from 1. `block` is where the material hangs, if it hangs somewhere. */
  | {
      readonly kind: 'slides';
      readonly material: MaterialId;
      readonly page: number;
      readonly pages: number;
      readonly block: BlockId | null;
    }
  /** The tables: at work with the time that is left, or, before people move, which there are. Never who sits where. */
  | { readonly kind: 'groups' }
  /** A board by its themes, one mark a note. */
  | { readonly kind: 'board'; readonly board: BoardId; readonly view: 'themes' }
  /** One theme with some of its notes in words. */
  | { readonly kind: 'theme'; readonly board: BoardId; readonly theme: ThemeId }
  /** A board as it lies on the table: sheets, themes, signs. */
  | { readonly kind: 'canvas'; readonly board: BoardId }
  /** The themes of all the boards that are on the wall, together (BO13). */
  | { readonly kind: 'boards' }
  /** This table tells the plenary: its board, or its name, and the time it has. */
  | { readonly kind: 'report'; readonly group: GroupId }
  /** The questions of the hall that were put on the wall: one, or a short list. */
  | { readonly kind: 'questions' }
  /** Who has the floor in the plenary, by kind and time; never a name or a seat. */
  | { readonly kind: 'turn' }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'thanks' }
  /** The picture by which a hall is tried before the doors (K12). */
  | { readonly kind: 'test' };
/** What a wall shows in the end: some content, or nothing at all. */
export type Scene = Content | { readonly kind: 'blank' };

const poll = { poll: pollIdSchema, round: roundSchema };
export const contentSchema: z.ZodType<Content> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('join') }),
  z.strictObject({ kind: z.literal('agenda'), block: blockIdSchema.nullable() }),
  z.strictObject({ kind: z.literal('pollOpen'), ...poll }),
  z.strictObject({ kind: z.literal('pollClosed'), ...poll }),
  z.strictObject({ kind: z.literal('pollResult'), ...poll }),
  z.strictObject({ kind: z.literal('rollCall'), rollCall: rollCallIdSchema }),
  z.strictObject({ kind: z.literal('words'), text: wordsSchema }),
  z.strictObject({
    kind: z.literal('slides'),
    material: materialIdSchema,
    page: pageSchema,
    pages: pageSchema,
    block: blockIdSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('groups') }),
  z.strictObject({ kind: z.literal('board'), board: boardIdSchema, view: z.literal('themes') }),
  z.strictObject({ kind: z.literal('theme'), board: boardIdSchema, theme: themeIdSchema }),
  z.strictObject({ kind: z.literal('canvas'), board: boardIdSchema }),
  z.strictObject({ kind: z.literal('boards') }),
  z.strictObject({ kind: z.literal('report'), group: groupIdSchema }),
  z.strictObject({ kind: z.literal('questions') }),
  z.strictObject({ kind: z.literal('turn') }),
  z.strictObject({ kind: z.literal('suspended') }),
  z.strictObject({ kind: z.literal('thanks') }),
  z.strictObject({ kind: z.literal('test') }),
]);

const sameText = (one: Text, other: Text): boolean =>
  one.original === other.original && one.it === other.it && one.en === other.en && one.ar === other.ar;

/** Whether two scenes are the same picture. */
export const sameScene = (one: Scene, other: Scene): boolean => {
  switch (one.kind) {
    case 'join':
    case 'groups':
    case 'boards':
    case 'questions':
    case 'turn':
    case 'suspended':
    case 'thanks':
    case 'test':
    case 'blank':
      return other.kind === one.kind;
    case 'agenda':
      return other.kind === 'agenda' && other.block === one.block;
    case 'pollOpen':
    case 'pollClosed':
    case 'pollResult':
      return other.kind === one.kind && other.poll === one.poll && other.round === one.round;
    case 'rollCall':
      return other.kind === 'rollCall' && other.rollCall === one.rollCall;
    case 'words':
      return other.kind === 'words' && sameText(one.text, other.text);
    case 'slides':
      return other.kind === 'slides' && other.material === one.material && other.page === one.page;
    case 'board':
    case 'canvas':
      return other.kind === one.kind && other.board === one.board;
    case 'theme':
      return other.kind === 'theme' && other.board === one.board && other.theme === one.theme;
    case 'report':
      return other.kind === 'report' && other.group === one.group;
    default:
      return one satisfies never;
  }
};
