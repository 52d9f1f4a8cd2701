// A wish about the floor from a phone: its refusal in words beside what was pressed (K1). What may wait for the network is kept until the
// server answers; who calls the next speaker must not do so a minute later, and is told after ten seconds. Safe for phones.
import { useState } from 'react';
import { refusalOf, useRefusal } from '../../kernel/refusal.ts';
import type { Send } from '../../kernel/send.ts';
import { announce } from '../../ui/LiveRegion.tsx';
import { floorPhoneTexts } from './phoneTexts.ts';

export const floorRefusals = { floor: refusalOf(floorPhoneTexts) };

export interface FloorAct {
  /** True: granted. `done`: said when the server has it. */
  readonly act: (wish: Parameters<Send>[0], done?: string) => Promise<boolean>;
  readonly refused: string | null;
}
export const useFloorAct = (send: Send, { keep }: { readonly keep: boolean }): FloorAct => {
  const say = useRefusal(floorRefusals);
  const [refused, setRefused] = useState<string | null>(null);
  const act = async (wish: Parameters<Send>[0], done?: string): Promise<boolean> => {
    setRefused(null);
    const reply = await send(wish, { keep });
    if (reply.ok) {
      if (done !== undefined) announce(done);
      return true;
    }
    const words = say(reply);
    setRefused(words);
    announce(words);
    return false;
  };
  return { act, refused };
};
