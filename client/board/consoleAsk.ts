// A wish from the console about boards, and its refusal in words beside what was pressed (K1).
import { useCallback, useState } from 'react';
import { refusalOf, useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { announce } from '../ui/LiveRegion.tsx';
import { boardTexts } from './boardTexts.ts';

const rooms = { board: refusalOf(boardTexts) };
export interface Asking {
  readonly ask: (wish: Parameters<Send>[0]) => Promise<boolean>;
  /** The last refusal in words, gone with the next wish. */
  readonly refused: string | null;
}
export function useAsk(send: Send): Asking {
  const say = useRefusal(rooms);
  const [refused, setRefused] = useState<string | null>(null);
  const ask = useCallback(
    async (wish: Parameters<Send>[0]) => {
      const reply = await send(wish);
      const words = reply.ok ? null : say(reply);
      setRefused(words);
      if (words !== null) announce(words);
      return reply.ok;
    },
    [send, say],
  );
  return { ask, refused };
}
