/* The note in the hand: by pointer or by keyboard it is the same, one note, one place where it would lie, one sentence about it.
   Nobody else sees it until it is put down: then it is one wish. Safe for phones. */
import type { NoteId } from '../../shared/kernel/ids.ts';
import { sameTarget, type Target } from './target.ts';

export interface Held {
  readonly note: NoteId;
  readonly by: 'pointer' | 'keys';
  readonly target: Target | null;
}
export interface Hand {
  readonly held: () => Held | null;
  readonly on: (listener: () => void) => () => void;
  readonly take: (note: NoteId, by: Held['by'], target: Target | null) => void;
  readonly over: (target: Target | null) => void;
  /** Empties the hand and tells what was in it. */
  readonly open: () => Held | null;
}
export const createHand = (): Hand => {
  let held: Held | null = null;
  const listeners = new Set<() => void>();
  const put = (next: Held | null): void => {
    held = next;
    for (const listener of listeners) listener();
  };
  return {
    held: () => held,
    on: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    take: (note, by, target) => put({ note, by, target }),
    over: (target) => {
      if (held !== null && !sameTarget(held.target, target)) put({ ...held, target });
    },
    open: () => {
      const was = held;
      if (was !== null) put(null);
      return was;
    },
  };
};
