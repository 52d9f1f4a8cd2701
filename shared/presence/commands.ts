// What may be wished at the door: come in, go out, come back, by the person or by the desk; visitors; the roll call; taking back a slip.
import { z } from 'zod';
import { memberIdSchema } from '../kernel/ids.ts';
import { rollCallIdSchema, visitorIdSchema, visitorKinds } from './events.ts';

/** Epoch ms; checked against the clock and the entry by the rule. */
const moment = z.number().int().min(0);
/** Answers carry an edit number; saying twice that one is here changes nothing. */
const edit = z.number().int().min(0).max(1_000_000);

export const presenceCommands = z.discriminatedUnion('type', [
  /** A member for themselves: `card` when the card was opened in the hall, `self` when coming back with the button. */
  z.strictObject({ type: z.literal('presence.enter'), door: z.enum(['card', 'self']) }),
  z.strictObject({ type: z.literal('presence.leave') }),
  /** The desk for somebody. `phone: false` gets sheets. */
  z.strictObject({ type: z.literal('presence.letIn'), member: memberIdSchema, phone: z.boolean() }),
  /** `knownAt: null` is now. */
  z.strictObject({ type: z.literal('presence.letOut'), member: memberIdSchema, knownAt: moment.nullable() }),
  z.strictObject({ type: z.literal('presence.setPhone'), member: memberIdSchema, phone: z.boolean() }),
  z.strictObject({ type: z.literal('presence.letVisitorIn'), as: z.enum(visitorKinds) }),
  z.strictObject({ type: z.literal('presence.letVisitorOut'), visitor: visitorIdSchema }),
  /** Takes back an act of the same desk, by the number of its fact. */
  z.strictObject({ type: z.literal('presence.undo'), seq: z.number().int().min(1) }),
  z.strictObject({ type: z.literal('presence.openRollCall') }),
  z.strictObject({ type: z.literal('presence.withdrawRollCall'), rollCall: rollCallIdSchema }),
  z.strictObject({ type: z.literal('presence.imHere'), rollCall: rollCallIdSchema, edit }),
  z.strictObject({ type: z.literal('presence.markHere'), rollCall: rollCallIdSchema, member: memberIdSchema }),
  z.strictObject({ type: z.literal('presence.markLeft'), rollCall: rollCallIdSchema, member: memberIdSchema, knownAt: moment }),
  z.strictObject({ type: z.literal('presence.closeRollCall'), rollCall: rollCallIdSchema }),
]);
export type PresenceCommand = z.infer<typeof presenceCommands>;
