/* The list "Fatto da questo banco": what this desk did in both rooms, newest first, each with the wishes that take it back.
   A substitution is two facts in two logs (the seat passes, the person comes in): here it is one line, undone in the opposite order. Pure. */
import type { Send } from '../kernel/send.ts';
import type { CardActs, DeskMine, VisitorKind } from './deskTypes.ts';

type Command = Parameters<Send>[0];
export interface Act {
  readonly key: string;
  readonly at: number;
  readonly seat: string | null;
  readonly what: 'entered' | 'left' | 'sheets' | 'phone' | 'card' | 'substitution' | 'visitorEntered' | 'visitorLeft';
  readonly as: VisitorKind | null;
  readonly undone: boolean;
  /** Empty: cannot be taken back (any more). */
  readonly undo: readonly Command[];
}
/** The entry follows the substitution at once, sent by the same hand. */
const sameHandMs = 20_000;

export const actsOf = (mine: DeskMine, cards: CardActs | null): readonly Act[] => {
  const used = new Set<number>();
  const fromCards = (cards?.acts ?? []).map((act): Act => {
    if (act.kind === 'card') return { key: `c${act.seq}`, at: act.at, seat: act.seat, what: 'card', as: null, undone: false, undo: [] };
    const entry = mine.acts.find(
      (one) => one.kind === 'entered' && one.seat === act.seat && one.at >= act.at && one.at - act.at < sameHandMs,
    );
    const vacated = mine.acts.find(
      (one) => one.kind === 'left' && one.seat === act.seat && one.at >= act.at && one.at - act.at < sameHandMs,
    );
    if (entry) used.add(entry.seq);
    if (vacated) used.add(vacated.seq);
    const blocked = entry !== undefined && !entry.undone && !entry.may.undo;
    const undo: Command[] = [];
    if (act.undo && !blocked) {
      if (entry?.may.undo === true) undo.push({ type: 'presence.undo', seq: entry.seq });
      undo.push(act.undo);
    }
    return { key: `c${act.seq}`, at: act.at, seat: act.seat, what: 'substitution', as: null, undone: act.undo === null, undo };
  });
  const fromDoor = mine.acts.flatMap((act): Act[] => {
    if (used.has(act.seq)) return [];
    const what = act.kind === 'phone' ? (act.phone === true ? 'phone' : 'sheets') : act.kind;
    return [
      {
        key: `p${act.seq}`,
        at: act.at,
        seat: act.seat,
        what,
        as: act.as,
        undone: act.undone,
        undo: act.may.undo ? [{ type: 'presence.undo', seq: act.seq }] : [],
      },
    ];
  });
  return [...fromCards, ...fromDoor].sort((a, b) => b.at - a.at);
};
