// "Hai un testo che non è partito, del tavolo 3": words that lie on this phone for a board that is not in sight any more, because whoever
// wrote was moved, or everybody was called back (BO9, GR3). Sent all the same they go to their own board; copied, into the box at hand;
// thrown away in two taps. Safe for phones.
import { useReducer, useState } from 'react';
import { useLang, useTexts } from '../../kernel/i18n.ts';
import { newId } from '../../kernel/ids.ts';
import { useRefusal } from '../../kernel/refusal.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { Button } from '../../ui/Button.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { Status } from '../../ui/Status.tsx';
import { NoteSign } from './KindChoice.tsx';
import { boardPhoneTexts } from './phoneTexts.ts';
import { boardRefusals } from './useActs.ts';
import { notesIn, useSilent } from './useWriting.ts';
import { dropUnsent, keepUnsent, unsentTexts, type UnsentText } from './written.ts';
import '../../ui/moreSigns.ts';
import './phone.css';

export interface UnsentProps {
  /** Session and seat. */
  of: string;
  /** The board in sight: its own texts stand in its own page. */
  here: string | null;
  send: Send;
  pending: readonly PendingWish[];
  online: boolean;
  /** Into the box of the board in sight, where it can be written on. */
  onCopy?: ((one: UnsentText) => void) | undefined;
}

export function Unsent({ of, here, send, pending, online, onCopy }: UnsentProps) {
  const t = useTexts(boardPhoneTexts);
  const say = useRefusal(boardRefusals);
  const lang = useLang();
  const [, look] = useReducer((n: number) => n + 1, 0);
  const [sure, setSure] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const outbox = notesIn(pending);
  // What lies here is another page's doing, so it is read each time.
  const texts = unsentTexts(of, here);
  const unheard = texts.flatMap(({ note, refused }) => (note !== null && refused === null && !outbox.has(note) ? [note] : []));
  const silent = useSilent(unheard.join(' '), online);
  const shown = texts.filter(({ note, refused }) => note === null || refused !== null || outbox.has(note) || silent.has(note));
  const drop = (one: UnsentText): void => {
    dropUnsent(one);
    setSure(null);
    look();
  };
  const go = (one: UnsentText): void => {
    const note = one.note ?? newId();
    const { board, area, text, kind, whence } = one;
    keepUnsent(one, note, null);
    setLeft(false);
    look();
    const wish = { type: 'board.write', board, note, area, theme: null, place: null, text, kind, lang, silence: whence.silence };
    void send({ ...wish, door: 'phone', seat: null }, { keep: true }).then((reply) => {
      const words = reply.ok ? t('unsent.left') : say(reply);
      if (reply.ok) dropUnsent({ ...one, note });
      else keepUnsent({ ...one, note }, note, words);
      setLeft(reply.ok);
      announce(words);
      look();
    });
  };
  return (
    <>
      {left ? <Status>{t('unsent.left')}</Status> : null}
      {shown.map((one) => {
        const key = `${one.board} ${one.note ?? ''}`;
        const waits = one.note !== null && outbox.has(one.note);
        const { table } = one.whence;
        return (
          <div key={key} className="mine waiting bp-waiting bp-unsent">
            <p className="bp-waiting-why">
              <b>{table === null ? t('unsent.hall') : t('unsent.table', { number: table })}</b>
            </p>
            <p className="bp-waiting-text">
              <NoteSign kind={one.kind} /> <bdi>{one.text}</bdi>
            </p>
            {waits ? (
              <p className="bp-waiting-why">{online ? t('waiting.slow') : t('waiting.offline')}</p>
            ) : (
              <>
                {one.refused !== null ? (
                  <p className="bp-waiting-why">{t('lost.refused', { why: one.refused })}</p>
                ) : one.note === null ? null : (
                  <p className="bp-waiting-why">{t('unsent.unknown')}</p>
                )}
                <p className="bp-acts">
                  <Button onPress={() => go(one)}>{t('frozen.send')}</Button>
                  {onCopy === undefined ? null : (
                    <Button
                      onPress={() => {
                        onCopy(one);
                        drop(one);
                      }}
                    >
                      {t('unsent.copy')}
                    </Button>
                  )}
                  <Button variant="quiet" onPress={() => (sure === key ? drop(one) : setSure(key))}>
                    {sure === key ? t('unsent.sure') : t('unsent.drop')}
                  </Button>
                </p>
              </>
            )}
          </div>
        );
      })}
    </>
  );
}
