// One person's answer on its way: chosen → waiting → received, or too late, or refused in words (K8, PO3).
// "Received" is said only when the server shows it; until then the answer lies on the phone and in the outbox, and both survive a closed page.
// The draft belongs to the phone: nothing that the server pushes changes it. Safe for phones.
import { useEffect, useState } from 'react';
import type { PublicRound } from '../../shared/poll/public.ts';
import type { PollMine } from '../../shared/poll/view.ts';
import { useDraft } from '../kernel/draft.ts';
import { refusalOf, useRefusal } from '../kernel/refusal.ts';
import type { PendingWish, Send } from '../kernel/send.ts';
import { announce } from '../ui/LiveRegion.tsx';
import { answerOf, draftOf, DONT_KNOW, readDraft, writeDraft, type AnswerDraft } from './answerDraft.ts';
import { pollPhoneTexts } from './phoneTexts.ts';

const rooms = { poll: refusalOf(pollPhoneTexts) };

export type Stage =
  | { readonly kind: 'choosing'; readonly refused: string | null }
  /** In the outbox; `tries`: how often it was sent without an answer. */
  | { readonly kind: 'waiting'; readonly tries: number }
  | { readonly kind: 'received' }
  | { readonly kind: 'late' };
export interface PhoneAnswer {
  readonly stage: Stage;
  readonly draft: AnswerDraft;
  readonly setDraft: (draft: AnswerDraft) => void;
  /** What lies in the box, as a draft; what is being sent while it waits. */
  readonly shown: AnswerDraft;
  /** What the server holds; null when nothing. */
  readonly inBox: AnswerDraft | null;
  readonly submit: (draft: AnswerDraft) => void;
  readonly change: () => void;
  /** "Ho capito": the late answer is put away. */
  readonly dismiss: () => void;
}

/** `round`: the question on the phone now. Another question or round is another draft. */
export function usePhoneAnswer(round: PublicRound, mine: PollMine, send: Send, pending: readonly PendingWish[]): PhoneAnswer {
  const key = `poll.${round.poll}.${round.round}`;
  const [stored, store, clear] = useDraft(key, '');
  const [editing, setEditing] = useState<string | null>(null);
  const [refused, setRefused] = useState<{ readonly key: string; readonly words: string } | null>(null);
  /** The server has said yes to this edit; its view of it may come a little later. */
  const [acked, setAcked] = useState<{ readonly key: string; readonly edit: number; readonly draft: AnswerDraft } | null>(null);
  const say = useRefusal(rooms);
  const draft = readDraft(stored);
  const own = mine !== null && mine.poll === round.poll && mine.round === round.round ? mine : null;
  const waiting = pending.find(
    ({ command }) => command.type === 'poll.answer' && command['poll'] === round.poll && command['round'] === round.round,
  );
  const inBox = draftOf(own?.answer ?? null);
  const confirmed = acked?.key === key && own?.onPaper !== true && acked.edit > (own?.edit ?? 0) ? acked.draft : null;
  // Sent, no longer in the outbox, and the box does not have it: the server said no.
  const missed = waiting === undefined && confirmed === null && draft.sent > (own?.edit ?? 0) && own?.onPaper !== true;

  // The page was closed before the server's yes came: the box shows it. Forgotten here, so that a sealed box (which shows nothing of mine) is not read as a no.
  const arrived = draft.sent > 0 && own !== null && own.edit >= draft.sent && editing !== key;
  useEffect(() => {
    if (arrived) clear();
  }, [arrived, clear]);

  const stage = ((): Stage => {
    if (waiting !== undefined) return { kind: 'waiting', tries: waiting.tries };
    if (round.phase === 'closed' || round.phase === 'published') return missed ? { kind: 'late' } : { kind: 'received' };
    if (confirmed !== null && editing !== key) return { kind: 'received' };
    if (editing === key || own === null || own.answer === null)
      return { kind: 'choosing', refused: refused?.key === key ? refused.words : null };
    return { kind: 'received' };
  })();

  const submit = (chosen: AnswerDraft): void => {
    const answer = chosen.picked.includes(DONT_KNOW) ? ({ kind: 'dontknow' } as const) : answerOf(round, chosen);
    if (answer === null) return;
    const last = typeof waiting?.command['edit'] === 'number' ? waiting.command['edit'] : 0;
    const edit = Math.max(own?.edit ?? 0, draft.sent, last, acked?.key === key ? acked.edit : 0) + 1;
    store(writeDraft({ ...chosen, sent: edit }));
    setRefused(null);
    setEditing(null);
    void send({ type: 'poll.answer', poll: round.poll, round: round.round, edit, answer }, { keep: true }).then((reply) => {
      if (reply.ok) {
        setAcked({ key, edit, draft: chosen });
        return clear();
      }
      if (reply.code === 'poll.tooLate') return;
      const words = say(reply);
      store(writeDraft({ ...chosen, sent: 0 }));
      setRefused({ key, words });
      setEditing(key);
      announce(words);
    });
  };
  return {
    stage,
    draft,
    setDraft: (next) => {
      setRefused(null);
      store(writeDraft(next));
    },
    shown: waiting !== undefined ? draft : (confirmed ?? inBox),
    inBox: (own?.answer ?? null) === null ? null : inBox,
    submit,
    change: () => {
      store(writeDraft({ ...(confirmed ?? inBox), sent: 0 }));
      setEditing(key);
    },
    dismiss: clear,
  };
}
