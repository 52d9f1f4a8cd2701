// Driving a question from the console: close, publish after three seconds in which it can be taken back, prepare and open a further round.
// Every wish is answered in words beside the button that was pressed (K1); O and R do the same as their buttons.
import { useCallback, useEffect, useState } from 'react';
import type { PollDriverView } from '../../shared/poll/view.ts';
import { refusalOf, useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { announce } from '../ui/LiveRegion.tsx';
import { pollTexts } from './consoleTexts.ts';

export type DriverRound = PollDriverView['rounds'][number];
const rooms = { poll: refusalOf(pollTexts) };
const PUBLISH_MS = 3000;

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

export interface PollDrive {
  readonly ask: (wish: Parameters<Send>[0]) => Promise<boolean>;
  readonly refused: string | null;
  readonly close: () => void;
  readonly publish: () => void;
  readonly cancelPublish: () => void;
  /** Seconds left and the share of the three that is left (1 → 0), while publishing can still be taken back. */
  readonly publishing: { readonly sec: number; readonly left: number } | null;
  /** For the console's one table of single keys: a key that would do nothing is not there. */
  readonly keys: Readonly<Partial<Record<'o' | 'r', () => void>>>;
}

/** `round`: the question that the console shows; null when there is none. */
export function usePollDrive(round: DriverRound | null, send: Send): PollDrive {
  const { ask, refused } = useAsk(send);
  const id = round === null ? '' : `${round.poll}.${round.round}`;
  const [started, setStarted] = useState<{ readonly id: string; readonly at: number } | null>(null);
  const [at, setAt] = useState(0);
  const running = started?.id === id && round?.phase === 'closed' ? started : null;
  const poll = round?.poll ?? null;
  const number = round?.round ?? 0;
  useEffect(() => {
    if (running === null || poll === null) return;
    const shows = setInterval(() => setAt(performance.now()), 100);
    // One shot: whatever is drawn meanwhile, it is wished once.
    const publishes = setTimeout(
      () => {
        setStarted(null);
        void ask({ type: 'poll.publish', poll, round: number });
      },
      Math.max(0, PUBLISH_MS - (performance.now() - running.at)),
    );
    return () => {
      clearInterval(shows);
      clearTimeout(publishes);
    };
  }, [running, poll, number, ask]);

  const close = (): void => {
    if (round?.may.close === true) void ask({ type: 'poll.close', poll: round.poll, round: round.round });
  };
  const publish = (): void => {
    if (round?.may.publish !== true || running !== null) return;
    setAt(performance.now());
    setStarted({ id, at: performance.now() });
  };
  const leftMs = running === null ? 0 : Math.max(0, PUBLISH_MS - (at - running.at));
  return {
    ask,
    refused,
    close,
    publish,
    cancelPublish: () => setStarted(null),
    publishing: running === null ? null : { sec: Math.max(1, Math.ceil(leftMs / 1000)), left: leftMs / PUBLISH_MS },
    keys: { ...(round?.may.close === true ? { o: close } : {}), ...(round?.may.publish === true ? { r: publish } : {}) },
  };
}
