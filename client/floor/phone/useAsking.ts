// A question from the first letter to the server's yes, on a phone that may sleep, lose its network or be closed (K3, K8). Three places,
// all on the phone: what is being typed, the outbox, and what was sent and not yet seen to have arrived: a question that the server does
// not take comes back as text. Its id is made here, once: sent again it is the same question. Safe for phones.
import { useEffect, useMemo, useRef, useState } from 'react';
import { floorLimits, type QuestionDoor } from '../../../shared/floor/limits.ts';
import type { OwnQuestion } from '../../../shared/floor/shown.ts';
import { useDraft } from '../../kernel/draft.ts';
import { useLang } from '../../kernel/i18n.ts';
import { newId } from '../../kernel/ids.ts';
import { useRefusal } from '../../kernel/refusal.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { isTooLong } from '../../ui/Field.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { floorRefusals } from './useFloorAct.ts';

/** A question that left the page. `refused`: why the server did not take it. */
export interface SentQuestion {
  readonly question: string;
  readonly text: string;
  readonly refused: string | null;
}
export interface Asking {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** What keeps it from being sent; said until something is typed or a question arrives. */
  readonly check: () => 'empty' | 'long' | null;
  /** `received`: said when the server has it. */
  readonly submit: (door: QuestionDoor, received: string) => void;
  /** The newest word on what is in the box: what was missing when it was sent, or that the last one has arrived and nothing was typed since. */
  readonly word: 'empty' | 'long' | 'received' | null;
  /** In the outbox without an answer; `slow`: it is worth a word; `offline`: which. */
  readonly waiting: readonly SentQuestion[];
  readonly slow: boolean;
  readonly offline: boolean;
  /** Sent, and not taken: their text is here. */
  readonly lost: readonly SentQuestion[];
  /** Takes a lost text into the box, after what is there. */
  readonly take: (question: string) => void;
  readonly forget: (question: string) => void;
}

/** After this long with a live line, what is neither in the outbox nor with the server did not arrive. */
const lostAfterMs = 4000;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const readSent = (stored: string): readonly SentQuestion[] => {
  let list: unknown = null;
  try {
    list = JSON.parse(stored);
  } catch {
    // Nothing was sent from here, or somebody else wrote there.
  }
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: unknown) => {
    const has = new Map<string, unknown>(typeof one === 'object' && one !== null ? Object.entries(one) : []);
    const question = textOf(has.get('question'));
    const text = textOf(has.get('text'));
    const refused = has.get('refused');
    return question === '' || text === '' ? [] : [{ question, text, refused: typeof refused === 'string' ? refused : null }];
  });
};

/** Where it is written: goes with it, so that one that waits for the network keeps its table and its block (GR3). */
interface SeenWhere {
  readonly group: string | null;
  readonly block: string | null;
}

export const useAsking = (
  own: readonly OwnQuestion[],
  send: Send,
  pending: readonly PendingWish[],
  online: boolean,
  seen: SeenWhere,
): Asking => {
  const [text, storeText] = useDraft('floor.ask', '');
  const [storedSent, storeSent] = useDraft('floor.sent', '');
  const [word, setWord] = useState<Asking['word']>(null);
  const say = useRefusal(floorRefusals);
  const lang = useLang();
  const sent = useMemo(() => readSent(storedSent), [storedSent]);
  const inOutbox = pending.filter(({ command }) => command.type === 'floor.ask');
  const outbox = new Set(inOutbox.map(({ command }) => textOf(command['question'])));
  // An answer may come much later than the tap: it must find what is there then.
  const latest = useRef(sent);
  useEffect(() => {
    latest.current = sent;
  });
  const keepSent = (next: readonly SentQuestion[]): void => {
    latest.current = next;
    storeSent(next.length === 0 ? '' : JSON.stringify(next));
  };

  // The page was closed before the yes: the server's own list says that it arrived.
  const arrived = sent.filter(({ question }) => !outbox.has(question) && own.some((one) => one.question === question));
  const arrivedKey = arrived.map(({ question }) => question).join(' ');
  useEffect(() => {
    if (arrivedKey === '') return;
    const gone = new Set(arrivedKey.split(' '));
    keepSent(latest.current.filter(({ question }) => !gone.has(question)));
    // What it writes is what it reads.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [arrivedKey]);

  const unheard = sent.filter((one) => one.refused === null && !outbox.has(one.question) && !arrived.includes(one));
  const unheardKey = unheard.map(({ question }) => question).join(' ');
  const [silentFor, setSilentFor] = useState('');
  useEffect(() => {
    if (unheardKey === '' || !online) return;
    const timer = setTimeout(() => setSilentFor(unheardKey), lostAfterMs);
    return () => clearTimeout(timer);
  }, [unheardKey, online]);
  const given = new Set(silentFor.split(' '));

  return {
    text,
    setText: (next) => {
      setWord(null);
      storeText(next);
    },
    check: () => {
      const why = text.trim() === '' ? 'empty' : isTooLong(text.trim(), floorLimits.questionChars) ? 'long' : null;
      setWord(why);
      return why;
    },
    submit: (door, words) => {
      const question = newId();
      const said = text.trim();
      keepSent([...latest.current, { question, text: said, refused: null }]);
      storeText('');
      void send({ type: 'floor.ask', question, text: said, lang, door, group: null, seen: { ...seen } }, { keep: true }).then((reply) => {
        if (reply.ok) {
          keepSent(latest.current.filter((one) => one.question !== question));
          setWord('received');
          return announce(words);
        }
        const why = say(reply);
        announce(why);
        keepSent(latest.current.map((one) => (one.question === question ? { ...one, refused: why } : one)));
      });
    },
    word: word === 'received' && text !== '' ? null : word,
    waiting: sent.filter(({ question }) => outbox.has(question)),
    offline: !online,
    slow: !online || inOutbox.some(({ tries }) => tries > 1),
    lost: sent.filter((one) => !outbox.has(one.question) && (one.refused !== null || given.has(one.question)) && !arrived.includes(one)),
    take: (question) => {
      const found = sent.find((one) => one.question === question);
      if (!found) return;
      setWord(null);
      storeText([text.trim(), found.text].filter(Boolean).join('\n'));
      keepSent(latest.current.filter((one) => one.question !== question));
    },
    forget: (question) => keepSent(latest.current.filter((one) => one.question !== question)),
  };
};
