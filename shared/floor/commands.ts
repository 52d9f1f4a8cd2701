// What may be wished of the floor. Members and the audience ask, support and ask to speak; a table facilitator runs the own table's
// turns and asks for the table; an expert answers what is asked of them; facilitators do all of it.
import { z } from 'zod';
import { blockIdSchema, expertIdSchema, groupIdSchema, memberIdSchema, questionIdSchema, turnIdSchema } from '../kernel/ids.ts';
import { langSchema, line } from '../kernel/text.ts';
import { answerSchema, expertSchema, orderSchema, questionTextSchema, secSchema, whereSchema } from './events.ts';
import { floorLimits, questionDoors, standings, turnKinds } from './limits.ts';

const question = questionIdSchema;
const turn = turnIdSchema;
const edit = z.number().int().min(1).max(1_000_000);

export const floorCommands = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('floor.setDoor'), members: z.boolean(), audience: z.boolean() }),
  /** The whole list; one of whom something is asked, or who answered, stays on it. */
  z.strictObject({ type: z.literal('floor.setExperts'), experts: z.array(expertSchema).max(floorLimits.experts) }),
  /** `question` is made by who asks: sent again it is the same question (K3). `group` counts only from those who lead; a member's table is known.
   *  `seen`: where a phone or a table was when it was written, for one that waited for the network (GR3); it counts if it can be true. */
  z.strictObject({
    type: z.literal('floor.ask'),
    question,
    text: questionTextSchema,
    lang: langSchema,
    door: z.enum(questionDoors),
    group: whereSchema,
    seen: z.exactOptional(z.strictObject({ group: whereSchema, block: blockIdSchema.nullable() })),
  }),
  z.strictObject({ type: z.literal('floor.withdraw'), question }),
  z.strictObject({ type: z.literal('floor.upvote'), question, on: z.boolean(), edit }),
  z.strictObject({ type: z.literal('floor.merge'), question, into: question }),
  z.strictObject({ type: z.literal('floor.part'), question }),
  z.strictObject({ type: z.literal('floor.hide'), question, on: z.boolean() }),
  z.strictObject({ type: z.literal('floor.assign'), question, expert: expertIdSchema.nullable() }),
  /** From an expert only `text`, `source` and `link` count. */
  z.strictObject({ type: z.literal('floor.answer'), question, ...answerSchema }),
  z.strictObject({
    type: z.literal('floor.settle'),
    question,
    how: z.enum(standings).exclude(['answered']),
    words: line(floorLimits.wordsChars, 0),
  }),
  z.strictObject({ type: z.literal('floor.toWall'), questions: z.array(question).max(floorLimits.onWall) }),

  z.strictObject({ type: z.literal('floor.setQueue'), where: whereSchema, by: orderSchema, sec: secSchema }),
  /** `member` null: oneself. Named by those who run the floor, for somebody without a phone. Where: the own table while in groups, else the
   *  plenary. `where`: the floor that the phone saw; a hand that was meant for another one than this does not go up (GR3). */
  z.strictObject({
    type: z.literal('floor.raise'),
    member: memberIdSchema.nullable(),
    kind: z.enum(turnKinds),
    on: z.boolean(),
    where: z.exactOptional(whereSchema),
  }),
  z.strictObject({ type: z.literal('floor.lowerAll'), where: whereSchema }),
  /** Names whom it leaves (`from`) and whom it enters, so that two who call together go one step (decisions). `turn` is the new one's id. `member` null: somebody without a seat. */
  z.strictObject({
    type: z.literal('floor.call'),
    where: whereSchema,
    from: turn.nullable(),
    turn,
    member: memberIdSchema.nullable(),
    kind: z.enum(turnKinds),
  }),
  z.strictObject({ type: z.literal('floor.pauseTurn'), turn, on: z.boolean() }),
  z.strictObject({
    type: z.literal('floor.giveTime'),
    turn,
    sec: z.int().min(-floorLimits.extraSecMax).max(floorLimits.extraSecMax),
  }),
  z.strictObject({ type: z.literal('floor.endTurn'), turn }),
  z.strictObject({ type: z.literal('floor.undo'), seq: z.int().min(1) }),
  /** The kernel's own: a table begins and stops telling the plenary; somebody who was speaking left, or everybody moved; the session closed or paused. */
  z.strictObject({ type: z.literal('floor.beginReport'), group: groupIdSchema, endsAt: z.int() }),
  z.strictObject({ type: z.literal('floor.endReport'), group: groupIdSchema, undone: z.boolean() }),
  z.strictObject({ type: z.literal('floor.stopTurn'), turn, how: z.enum(['left', 'moved', 'closed']) }),
  z.strictObject({ type: z.literal('floor.closeWithSession') }),
]);
export type FloorCommand = z.infer<typeof floorCommands>;
