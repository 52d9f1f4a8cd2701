// Who came, who went, and when: the facts of the door. The only file of this room that others may open.
// Present is not connected: only a card, the desk, "Esco" or a roll call change it; a sleeping phone changes nothing.
// No names, no attributes: a member's id and the seat, so that the fact stands alone.
import { z } from 'zod';
import { idPattern, memberIdSchema } from '../kernel/ids.ts';
import type { MemberId } from '../kernel/ids.ts';

const v = z.literal(1);
/** Visitors and roll calls are named by random ids as everything else. */
export const visitorIdSchema = z.string().regex(idPattern).brand<'visitor'>();
export const rollCallIdSchema = z.string().regex(idPattern).brand<'rollCall'>();
export type VisitorId = z.infer<typeof visitorIdSchema>;
export type RollCallId = z.infer<typeof rollCallIdSchema>;
export const visitorKinds = ['audience', 'technician', 'press', 'companion'] as const;
export type VisitorKind = (typeof visitorKinds)[number];
/** The number of the fact that this one takes back; a reader that does not care may ignore it, who is present comes out right all the same. */
const undoes = z.exactOptional(z.number());

export const presenceFacts = z.discriminatedUnion('type', [
  /** `phone`: answers by phone; without one gets sheets. `self`: came back with the button on the own phone. */
  z.strictObject({
    type: z.literal('presence.entered'),
    v,
    member: memberIdSchema,
    seat: z.string(),
    door: z.enum(['card', 'desk', 'self']),
    phone: z.boolean(),
    undoes,
  }),
  /** `knownAt`: epoch ms at which the person was seen to be gone; the fact itself may be later. `undone`: the entry was a slip of the desk. */
  z.strictObject({
    type: z.literal('presence.left'),
    v,
    member: memberIdSchema,
    why: z.enum(['desk', 'self', 'rollCall', 'undone']),
    knownAt: z.number(),
    undoes,
  }),
  z.strictObject({ type: z.literal('presence.phoneSet'), v, member: memberIdSchema, phone: z.boolean(), undoes }),
  z.strictObject({ type: z.literal('presence.visitorEntered'), v, visitor: visitorIdSchema, as: z.enum(visitorKinds), undoes }),
  z.strictObject({ type: z.literal('presence.visitorLeft'), v, visitor: visitorIdSchema, undoes }),
  /** "Sei ancora qui?": `asked` is who was present at that moment. */
  z.strictObject({ type: z.literal('presence.rollCallOpened'), v, rollCall: rollCallIdSchema, asked: z.array(memberIdSchema) }),
  /** `silent`: asked, did not answer, and nobody saw them leave. They stay present until somebody says otherwise. */
  z.strictObject({
    type: z.literal('presence.rollCallClosed'),
    v,
    rollCall: rollCallIdSchema,
    here: z.number(),
    silent: z.array(memberIdSchema),
  }),
  /** Taken back before anybody answered (K9). */
  z.strictObject({ type: z.literal('presence.rollCallWithdrawn'), v, rollCall: rollCallIdSchema }),
]);
export type PresenceFact = z.infer<typeof presenceFacts>;

/** The one way to read who is present from the facts, for every room that needs a base: member → seat and phone. Returns the same map when nothing changes. */
export type PresentNow = ReadonlyMap<MemberId, { readonly seat: string; readonly phone: boolean }>;
export const presentAfter = (present: PresentNow, fact: { readonly type: string }): PresentNow => {
  if (!isPresenceFact(fact)) return present;
  if (last?.from === present && last.fact === fact) return last.to;
  const to = step(present, fact);
  last = { from: present, fact, to };
  return to;
};
/** Where every room begins: the same map, so that the rooms that follow who is present share each step of it. */
export const nobodyPresent: PresentNow = new Map();
/** The last step: several rooms of one log ask for the same one, one after the other. A memory, not a state: the answer is the same without it. */
let last: { readonly from: PresentNow; readonly fact: PresenceFact; readonly to: PresentNow } | null = null;
const step = (present: PresentNow, fact: PresenceFact): PresentNow => {
  switch (fact.type) {
    case 'presence.entered':
      return new Map(present).set(fact.member, { seat: fact.seat, phone: fact.phone });
    case 'presence.left': {
      if (!present.has(fact.member)) return present;
      const next = new Map(present);
      next.delete(fact.member);
      return next;
    }
    case 'presence.phoneSet': {
      const was = present.get(fact.member);
      return was ? new Map(present).set(fact.member, { ...was, phone: fact.phone }) : present;
    }
    case 'presence.visitorEntered':
    case 'presence.visitorLeft':
    case 'presence.rollCallOpened':
    case 'presence.rollCallClosed':
    case 'presence.rollCallWithdrawn':
      return present;
    default:
      return fact satisfies never;
  }
};
/** Facts in a log were parsed when they were written: the type is enough. */
export const isPresenceFact = (fact: { readonly type: string }): fact is PresenceFact => fact.type.startsWith('presence.');
