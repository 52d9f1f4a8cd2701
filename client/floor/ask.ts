// A wish from the console's floor, and its refusal in words beside what was pressed (K1).
import { useCallback, useState } from 'react';
import { refusalOf, useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { announce } from '../ui/LiveRegion.tsx';
import { floorConsoleTexts } from './consoleTexts.ts';

const rooms = { floor: refusalOf(floorConsoleTexts) };
export type Wish = Parameters<Send>[0];
export interface Asking {
  /** Whether it was granted. */
  readonly ask: (wish: Wish) => Promise<boolean>;
  /** The last refusal in words, gone with the next wish. */
  readonly refused: string | null;
}
/** What the floor and the kernel refuse, in words. */
export const useFloorRefusal = () => useRefusal(rooms);

export function useAsk(send: Send): Asking {
  const say = useFloorRefusal();
  const [refused, setRefused] = useState<string | null>(null);
  const ask = useCallback(
    async (wish: Wish) => {
      setRefused(null);
      const reply = await send(wish);
      if (reply.ok) return true;
      const words = say(reply);
      setRefused(words);
      announce(words);
      return false;
    },
    [send, say],
  );
  return { ask, refused };
}
