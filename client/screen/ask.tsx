// A wish from the console's screen column, and its refusal in words beside the button that was pressed (K1). Silence is a defect.
import { useCallback, useState } from 'react';
import { refusalOf, useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { announce } from '../ui/LiveRegion.tsx';
import { screenTexts } from './screenTexts.ts';

const rooms = { screen: refusalOf(screenTexts) };

/** `ask` answers whether it was granted; `refused` is the last refusal in words, gone with the next wish. */
export function useAsk(send: Send): { readonly ask: (wish: Parameters<Send>[0]) => Promise<boolean>; readonly refused: string | null } {
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

export function Refused({ words }: { words: string | null }) {
  return words === null ? null : <p className="why">{words}</p>;
}
