// A wish about tables from a phone: kept until the server answers, its refusal in words beside what was pressed (K1). Safe for phones.
import { useState } from 'react';
import { refusalOf, useRefusal } from '../../kernel/refusal.ts';
import type { Send } from '../../kernel/send.ts';
import { announce } from '../../ui/LiveRegion.tsx';
import { groupsPhoneTexts } from './phoneTexts.ts';

const rooms = { groups: refusalOf(groupsPhoneTexts) };

export const useAsk = (send: Send) => {
  const say = useRefusal(rooms);
  const [refused, setRefused] = useState<string | null>(null);
  const ask = async (wish: Parameters<Send>[0]): Promise<boolean> => {
    setRefused(null);
    const reply = await send(wish, { keep: true });
    if (reply.ok) return true;
    const words = say(reply);
    setRefused(words);
    announce(words);
    return false;
  };
  return { ask, refused };
};
