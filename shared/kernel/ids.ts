// Names of things: random, opaque, never reused, safe in a URL and in a file name.
// Branded, so that a member's id can never be passed where a poll's is asked.
import { z } from 'zod';

/** Twelve to forty lower-case letters and digits; clients and servers make them from 100 or more random bits. */
export const idPattern = /^[a-z0-9]{6,40}$/;
const id = () => z.string().regex(idPattern);

export const assemblyIdSchema = id().brand<'assembly'>();
export const memberIdSchema = id().brand<'member'>();
export const cardIdSchema = id().brand<'card'>();
export const blockIdSchema = id().brand<'block'>();
export const pollIdSchema = id().brand<'poll'>();
export const optionIdSchema = id().brand<'option'>();
export const screenIdSchema = id().brand<'screen'>();
export const materialIdSchema = id().brand<'material'>();
export const deviceIdSchema = id().brand<'device'>();
export const groupIdSchema = id().brand<'group'>();
export const themeIdSchema = id().brand<'theme'>();
export const boardIdSchema = id().brand<'board'>();
export const areaIdSchema = id().brand<'area'>();
export const noteIdSchema = id().brand<'note'>();
export const questionIdSchema = id().brand<'question'>();
export const turnIdSchema = id().brand<'turn'>();
export const expertIdSchema = id().brand<'expert'>();

export type MemberId = z.infer<typeof memberIdSchema>;
export type CardId = z.infer<typeof cardIdSchema>;
export type BlockId = z.infer<typeof blockIdSchema>;
export type PollId = z.infer<typeof pollIdSchema>;
export type ScreenId = z.infer<typeof screenIdSchema>;
export type MaterialId = z.infer<typeof materialIdSchema>;
export type DeviceId = z.infer<typeof deviceIdSchema>;
export type GroupId = z.infer<typeof groupIdSchema>;
/** A theme of tables, or a theme of a board: a title that gathers things. */
export type ThemeId = z.infer<typeof themeIdSchema>;
export type BoardId = z.infer<typeof boardIdSchema>;
export type AreaId = z.infer<typeof areaIdSchema>;
export type NoteId = z.infer<typeof noteIdSchema>;
/** Something asked from the floor; a poll's question is a poll. */
export type QuestionId = z.infer<typeof questionIdSchema>;
export type TurnId = z.infer<typeof turnIdSchema>;
/** An expert or a technician of the session: a link of their own, never a seat. */
export type ExpertId = z.infer<typeof expertIdSchema>;
