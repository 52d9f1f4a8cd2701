// Who asks, as far as this room must know it: one seat whatever the phone, one device of the audience, one table whatever its laptop,
// those who lead together. Read from the actor of a wish and from the label of a fact, so that the same question sent again is known (K3).
import { actorLabel } from '../kernel/audience.ts';
import type { Actor } from '../kernel/audience.ts';
import type { GroupId } from '../kernel/ids.ts';

const lead = 'lead';
/** From the label that is kept with a fact. */
export const askerFrom = (label: string): string => {
  const [role, one = ''] = label.split(':');
  if (role === 'facilitator' || role === 'organiser') return lead;
  return role === 'table' ? `table:${one}` : label;
};
export const askerOf = (actor: Actor): string => askerFrom(actorLabel(actor));
export const leads = (actor: Actor): boolean => actor.role === 'organiser' || actor.role === 'facilitator' || actor.role === 'system';
export const isLead = (label: string): boolean => askerFrom(label) === lead;
/** Whoever runs this floor: its table facilitator, or those who lead the session. */
export const runs = (actor: Actor, where: GroupId | null): boolean => leads(actor) || (actor.role === 'table' && actor.group === where);
