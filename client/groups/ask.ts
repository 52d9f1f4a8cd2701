// A wish from the console's tables, and its refusal in words beside what was pressed (K1).
import { useCallback, useState } from 'react';
import { refusalOf, useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { announce } from '../ui/LiveRegion.tsx';
import { groupsConsoleTexts } from './consoleTexts.ts';

const rooms = { groups: refusalOf(groupsConsoleTexts) };
export type Wish = Parameters<Send>[0];
export interface Asking {
  /** Whether it was granted. Several are sent one after the other; the first refusal stops them. */
  readonly ask: (...wishes: readonly Wish[]) => Promise<boolean>;
  /** The last refusal in words, gone with the next wish. */
  readonly refused: string | null;
}

export function useAsk(send: Send): Asking {
  const say = useRefusal(rooms);
  const [refused, setRefused] = useState<string | null>(null);
  const ask = useCallback(
    async (...wishes: readonly Wish[]) => {
      setRefused(null);
      for (const wish of wishes) {
        const reply = await send(wish);
        if (reply.ok) continue;
        const words = say(reply);
        setRefused(words);
        announce(words);
        return false;
      }
      return true;
    },
    [send, say],
  );
  return { ask, refused };
}
