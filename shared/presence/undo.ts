// A slip of the desk taken back (RO8): the same desk undoes what it did, one act at a time, as long as nothing happened to that person since.
// It is a fact of its own, never a deletion: the record says that seat 31 came in by mistake. A facilitator may undo for any desk.
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { Context, Outcome } from '../kernel/room.ts';
import type { PresenceFact } from './events.ts';
import type { PresenceState } from './state.ts';

export const undo = (state: PresenceState, ctx: Context, seq: number, by: string): Outcome<PresenceFact> => {
  const act = state.acts.find((one) => one.seq === seq);
  if (!act) return refuse('presence.nothingToUndo');
  if (act.undone) return nothing;
  if (state.phase === 'over') return refuse('presence.over');
  if (ctx.actor.role === 'desk' && act.by !== by) return refuse('presence.otherDesk');
  if ('visitor' in act) {
    if (act.kind === 'visitorLeft')
      return facts<PresenceFact>({ type: 'presence.visitorEntered', v: 1, visitor: act.visitor, as: act.as, undoes: seq });
    if (state.visitors.get(act.visitor)?.seq !== seq) return refuse('presence.changedSince', { seat: '' });
    return facts<PresenceFact>({ type: 'presence.visitorLeft', v: 1, visitor: act.visitor, undoes: seq });
  }
  const { member } = act;
  if (state.visits.get(member)?.seq !== seq) return refuse('presence.changedSince', { seat: act.seat });
  switch (act.kind) {
    case 'entered':
      return facts<PresenceFact>({ type: 'presence.left', v: 1, member, why: 'undone', knownAt: act.at, undoes: seq });
    case 'left':
      // Meanwhile a substitute may have come in for the seat: two people cannot sit on it.
      for (const [other, visit] of state.visits)
        if (other !== member && visit.seat === act.seat && visit.state === 'here')
          return refuse('presence.changedSince', { seat: act.seat });
      return facts<PresenceFact>({
        type: 'presence.entered',
        v: 1,
        member,
        seat: act.seat,
        door: act.before?.door ?? 'desk',
        phone: act.phone,
        undoes: seq,
      });
    case 'phone':
      return facts<PresenceFact>({ type: 'presence.phoneSet', v: 1, member, phone: !act.phone, undoes: seq });
    default:
      return act satisfies never;
  }
};
