// Who is in the room and who acts. A role is what a link, a card or an account lets somebody be;
// every view is made for one of them from nothing, every command names those who may give it.
import type { DeviceId, ExpertId, GroupId, MemberId, ScreenId } from './ids.ts';

export const roles = ['organiser', 'facilitator', 'desk', 'table', 'expert', 'member', 'audience', 'screen'] as const;
export type Role = (typeof roles)[number];

/** `system` is the kernel itself: a timer that ran out, a fact that causes another. It never comes over a wire. */
export type Actor =
  | { readonly role: 'organiser'; readonly device: DeviceId }
  | { readonly role: 'facilitator'; readonly device: DeviceId }
  | { readonly role: 'desk'; readonly device: DeviceId }
  /** The facilitator of one table: acts on that table only. */
  | { readonly role: 'table'; readonly group: GroupId; readonly device: DeviceId }
  /** An expert or technician: answers what is asked of them, and nothing else. */
  | { readonly role: 'expert'; readonly expert: ExpertId; readonly device: DeviceId }
  | { readonly role: 'member'; readonly member: MemberId; readonly device: DeviceId }
  | { readonly role: 'audience'; readonly device: DeviceId }
  | { readonly role: 'screen'; readonly screen: ScreenId }
  | { readonly role: 'system' };

/** The label kept with a fact: a member's opaque id where a person acted for themselves, otherwise only the role and the device. */
export const actorLabel = (actor: Actor): string => {
  switch (actor.role) {
    case 'member':
      return `member:${actor.member}`;
    case 'screen':
      return `screen:${actor.screen}`;
    case 'system':
      return 'system';
    case 'table':
      return `table:${actor.group}:${actor.device}`;
    case 'expert':
      return `expert:${actor.expert}:${actor.device}`;
    case 'organiser':
    case 'facilitator':
    case 'desk':
    case 'audience':
      return `${actor.role}:${actor.device}`;
    default:
      return actor satisfies never;
  }
};
