// A step on the board from a phone: sent and kept until the server answers, refused in words beside what was pressed, and taken back
// by whoever made it (BO11): the wish's own id names it. Safe for phones.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { BoardId } from '../../../shared/kernel/ids.ts';
import { newId } from '../../kernel/ids.ts';
import { refusalOf, useRefusal } from '../../kernel/refusal.ts';
import type { Send } from '../../kernel/send.ts';
import { announce } from '../../ui/LiveRegion.tsx';
import { boardPhoneTexts } from './phoneTexts.ts';

export type Wish = Parameters<Send>[0];
export const boardRefusals = { board: refusalOf(boardPhoneTexts) };

export interface Acts {
  /** `done`: said when the server has it. `back`: the wish that takes it back, when it is not the writing of an item. True: granted. */
  readonly act: (wish: Wish, done?: string, back?: Wish) => Promise<boolean>;
  /** The last step, as long as it can be taken back from here. */
  readonly last: { readonly words: string; readonly undo: () => void } | null;
  readonly refused: string | null;
}

export function useActs(send: Send, board: BoardId): Acts {
  const say = useRefusal(boardRefusals);
  // The same function for as long as the board is the same: rows that hold it are not drawn anew.
  const saying = useRef(say);
  useEffect(() => {
    saying.current = say;
  });
  const [refused, setRefused] = useState<string | null>(null);
  const [last, setLast] = useState<{ readonly words: string; readonly wish: Wish } | null>(null);
  const ask = useCallback(
    async (wish: Wish, id: string): Promise<boolean> => {
      setRefused(null);
      setLast(null);
      const reply = await send(wish, { keep: true, id });
      if (reply.ok) return true;
      const words = saying.current(reply);
      setRefused(words);
      announce(words);
      return false;
    },
    [send],
  );
  const act = useCallback(
    async (wish: Wish, done?: string, back?: Wish): Promise<boolean> => {
      const id = newId();
      if (!(await ask(wish, id))) return false;
      if (done !== undefined) {
        announce(done);
        setLast({ words: done, wish: back ?? { type: 'board.undo', board, wish: id } });
      }
      return true;
    },
    [ask, board],
  );
  return {
    act,
    last: last === null ? null : { words: last.words, undo: () => void ask(last.wish, newId()) },
    refused,
  };
}
