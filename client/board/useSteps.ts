/* What this person does on a board, one wish at a time: each has an id, so that the last can be taken back by it (BO11); each refusal is
   said in words beside what was pressed (K1). A new note stays in the outbox until the server has it: nothing typed is lost (BO9).
   Safe for phones. */
import { useCallback, useRef, useState } from 'react';
import type { Reply } from '../../shared/kernel/protocol.ts';
import { newId } from '../kernel/ids.ts';
import { refusalOf, useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { announce } from '../ui/LiveRegion.tsx';
import { boardTexts } from './boardTexts.ts';
import type { BoardWords } from './words.ts';

export type Wish = Parameters<Send>[0];
export interface Step {
  readonly wish: string;
  /** "spostare un biglietto" */
  readonly words: string;
  /** What it was about: an older step on the same thing cannot be taken back once a newer one was (an item remembers one step). */
  readonly on: readonly string[];
}
export interface Steps {
  /** `words`: names the step for whoever takes it back; null: it cannot be. */
  readonly act: (wish: Wish, words: string | null, keep?: boolean) => Promise<Reply>;
  readonly undo: () => void;
  /** The step that would be taken back now. */
  readonly last: Step | null;
  readonly refused: string | null;
  readonly forget: () => void;
  /** Notes written here that the server has not confirmed yet. */
  readonly waiting: number;
}
const rooms = { board: refusalOf(boardTexts) };
const mostSteps = 30;
const thingsOf = (wish: Wish): readonly string[] =>
  ['note', 'into', 'theme', 'before'].flatMap((field) => (typeof wish[field] === 'string' ? [wish[field]] : []));

export const useSteps = (board: string, send: Send, t: BoardWords): Steps => {
  const say = useRefusal(rooms);
  // Read when a key is pressed, not when the page was drawn: two quick presses take back two steps, never one twice.
  const steps = useRef<readonly Step[]>([]);
  const [last, setLast] = useState<Step | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(0);
  const keep = useCallback((list: readonly Step[]) => {
    steps.current = list.slice(-mostSteps);
    setLast(list.at(-1) ?? null);
  }, []);
  const tell = useCallback((words: string | null) => {
    setRefused(words);
    if (words !== null) announce(words);
  }, []);
  const act = useCallback(
    async (wish: Wish, words: string | null, kept = false): Promise<Reply> => {
      const id = newId();
      if (kept) setWaiting((many) => many + 1);
      const reply = await send(wish, kept ? { id, keep: true } : { id });
      if (kept) setWaiting((many) => many - 1);
      if (!reply.ok) tell(say(reply));
      else {
        tell(null);
        if (words !== null && reply.done === 'done') keep([...steps.current, { wish: id, words, on: thingsOf(wish) }]);
      }
      return reply;
    },
    [send, say, tell, keep],
  );
  const undo = useCallback(() => {
    const step = steps.current.at(-1);
    if (step === undefined) return announce(t('undo.nothing'));
    const older = steps.current.slice(0, -1).filter(({ on }) => !on.some((thing) => step.on.includes(thing)));
    keep(older);
    void send({ type: 'board.undo', board, wish: step.wish }, { id: newId() }).then((reply) => {
      if (reply.ok) {
        tell(null);
        return announce(t('undo.done', { step: step.words }));
      }
      // Only what never reached the server can be tried again.
      if (reply.code === 'kernel.offline') keep([...steps.current, step]);
      tell(say(reply));
    });
  }, [board, keep, say, send, t, tell]);
  const forget = useCallback(() => setRefused(null), []);
  return { act, undo, last, refused, forget, waiting };
};
