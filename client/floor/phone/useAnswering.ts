// An answer that an expert writes, question by question: kept on this device until the server has it, sent later when there is no network, back
// as text when it was not taken (K8). A link is looked at here, in words, before it leaves. Safe for phones.
import { useState } from 'react';
import { floorLimits } from '../../../shared/floor/limits.ts';
import type { AnswerShown } from '../../../shared/floor/shown.ts';
import type { QuestionId } from '../../../shared/kernel/ids.ts';
import { useDraft } from '../../kernel/draft.ts';
import { refusalOf, useRefusal } from '../../kernel/refusal.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { isTooLong } from '../../ui/Field.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { floorExpertTexts } from './expertTexts.ts';

export interface AnswerDraft {
  readonly text: string;
  readonly source: string;
  readonly link: string;
}
export type AnswerFault = 'empty' | 'long' | 'sourceLong' | 'linkLong' | 'linkWrong';

const rooms = { floor: refusalOf(floorExpertTexts) };
const empty: AnswerDraft = { text: '', source: '', link: '' };
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const readDraft = (stored: string): AnswerDraft => {
  try {
    const read: unknown = JSON.parse(stored);
    const has = new Map<string, unknown>(typeof read === 'object' && read !== null ? Object.entries(read) : []);
    return { text: textOf(has.get('text')), source: textOf(has.get('source')), link: textOf(has.get('link')) };
  } catch {
    return empty;
  }
};
const trimmed = ({ text, source, link }: AnswerDraft): AnswerDraft => ({ text: text.trim(), source: source.trim(), link: link.trim() });
const draftOf = (answer: AnswerShown | null): AnswerDraft =>
  answer === null ? empty : { text: answer.text, source: answer.source, link: answer.link ?? '' };

/** What the server would refuse, found before it is sent; the first of these. */
export const faultOf = (draft: AnswerDraft): AnswerFault | null => {
  const { text, source, link } = trimmed(draft);
  if (text === '' && link === '') return 'empty';
  if (isTooLong(text, floorLimits.answerChars)) return 'long';
  if (isTooLong(source, floorLimits.sourceChars)) return 'sourceLong';
  if (isTooLong(link, floorLimits.linkChars)) return 'linkLong';
  return link === '' || /^https?:\/\/[^\s"'<>]+$/u.test(link) ? null : 'linkWrong';
};

export interface Answering {
  readonly draft: AnswerDraft;
  readonly setDraft: (draft: AnswerDraft) => void;
  /** `received`: said when the server has it. True: it has. */
  readonly submit: (received: string) => Promise<boolean>;
  /** In the outbox: what was sent, and whether it is worth a word. */
  readonly waiting: { readonly answer: AnswerDraft; readonly slow: boolean } | null;
  readonly refused: string | null;
}

export const useAnswering = (
  question: QuestionId,
  answer: AnswerShown | null,
  send: Send,
  pending: readonly PendingWish[],
  online: boolean,
): Answering => {
  // What is already there is what one begins to change.
  const [stored, store, clear] = useDraft(`floor.answer.${question}`, '');
  const [refused, setRefused] = useState<string | null>(null);
  const say = useRefusal(rooms);
  const draft = stored === '' ? draftOf(answer) : readDraft(stored);
  const waits = pending.filter(({ command }) => command.type === 'floor.answer' && command['question'] === question).at(-1);
  const sent: AnswerDraft | null =
    waits === undefined
      ? null
      : { text: textOf(waits.command['text']), source: textOf(waits.command['source']), link: textOf(waits.command['link']) };
  return {
    draft,
    setDraft: (next) => {
      setRefused(null);
      store(JSON.stringify(next));
    },
    submit: async (received) => {
      const answered = trimmed(draft);
      // The very same is on its way already.
      if (sent !== null && JSON.stringify(sent) === JSON.stringify(answered)) return false;
      setRefused(null);
      const { text, source, link } = answered;
      const wish = { type: 'floor.answer', question, expert: null, who: '', text, source, link: link === '' ? null : link };
      const reply = await send(wish, { keep: true });
      if (reply.ok) {
        clear();
        announce(received);
        return true;
      }
      const words = say(reply);
      setRefused(words);
      announce(words);
      return false;
    },
    waiting: waits === undefined || sent === null ? null : { answer: sent, slow: !online || waits.tries > 1 },
    refused,
  };
};
