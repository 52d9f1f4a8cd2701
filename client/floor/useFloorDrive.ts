// Calling who speaks next in the plenary: by a row's button, by the big one, by C. A call names whose turn it leaves, so that two facilitators
// who press together go one step; and one hand that presses twice before the hall has moved sends one wish, not two (K1).
import { useRef } from 'react';
import type { AskedKind } from '../../shared/floor/limits.ts';
import type { FloorDriverView, HandRow } from '../../shared/floor/shown.ts';
import type { MemberId, TurnId } from '../../shared/kernel/ids.ts';
import { newId } from '../kernel/ids.ts';
import type { Send } from '../kernel/send.ts';
import { useAsk, type Asking } from './ask.ts';

/** After a granted call the view needs a moment to say so: until then the same step is not asked for again. */
const settleMs = 1500;

export interface FloorDrive extends Asking {
  /** `member` null: somebody without a seat. Answers whether it was granted. */
  readonly call: (member: MemberId | null, kind: AskedKind) => Promise<boolean>;
  /** Who would be called next; null when nobody waits. */
  readonly first: HandRow | null;
  /** For the console's one table of single keys: a key that would do nothing is not there. */
  readonly keys: Readonly<Partial<Record<'c', () => void>>>;
}

export function useFloorDrive({ plenary, may }: FloorDriverView, send: Send): FloorDrive {
  const { ask, refused } = useAsk(send);
  const from = plenary.now?.turn ?? null;
  const called = useRef<{ readonly from: TurnId | null; readonly until: number } | null>(null);
  const call = async (member: MemberId | null, kind: AskedKind): Promise<boolean> => {
    const before = called.current;
    if (before !== null && before.from === from && performance.now() < before.until) return false;
    called.current = { from, until: Infinity };
    const granted = await ask({ type: 'floor.call', where: null, from, turn: newId(), member, kind });
    called.current = granted ? { from, until: performance.now() + settleMs } : null;
    return granted;
  };
  const first = plenary.hands[0] ?? null;
  return {
    ask,
    refused,
    call,
    first,
    keys: may.call && first !== null ? { c: () => void call(first.member, first.kind) } : {},
  };
}
