// A note from the first letter to the server's yes, on a phone that may sleep, lose its network or be closed at any moment (BO9, K8).
// Three places, all on the phone: what is being typed (no push touches it), the outbox (sent until answered), and a list of what was sent
// and not yet seen to have arrived: a note that the server refuses comes back as text, it is never lost. Safe for phones.
import { useEffect, useMemo, useRef, useState } from 'react';
import { boardLimits, type NoteDoor } from '../../../shared/board/limits.ts';
import type { BoardAbout, OwnNote } from '../../../shared/board/shown.ts';
import type { MemberId } from '../../../shared/kernel/ids.ts';
import { useLang } from '../../kernel/i18n.ts';
import { newId } from '../../kernel/ids.ts';
import { useDraft } from '../../kernel/draft.ts';
import { useRefusal } from '../../kernel/refusal.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { isTooLong } from '../../ui/Field.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { boardRefusals } from './useActs.ts';
import { draftKey, readDraft, readSent, sentKey, textOf, type NoteDraft, type SentNote, type Whence } from './written.ts';

export interface Writing {
  readonly draft: NoteDraft;
  readonly setDraft: (draft: NoteDraft) => void;
  readonly check: () => 'empty' | 'long' | null;
  /** `by`: for whose seat it is entered, from paper or by ear. */
  readonly submit: (by?: { readonly door: NoteDoor; readonly seat: MemberId | null }) => void;
  /** In the outbox, oldest first. */
  readonly waiting: readonly SentNote[];
  /** Sent, and not taken: their text is here. */
  readonly lost: readonly SentNote[];
  /** Takes a lost text into the box, after what is there. */
  readonly take: (note: string) => void;
  readonly forget: (note: string) => void;
}

/** After this long with a live line, what is neither in the outbox nor with the server did not arrive. */
const lostAfterMs = 4000;

/** Those of `key` (ids, one space between) once the line has been live so long and nothing was heard. */
export const useSilent = (key: string, online: boolean): ReadonlySet<string> => {
  const [silentFor, setSilentFor] = useState('');
  useEffect(() => {
    if (key === '' || !online) return;
    const timer = setTimeout(() => setSilentFor(key), lostAfterMs);
    return () => clearTimeout(timer);
  }, [key, online]);
  return new Set(silentFor === '' ? [] : silentFor.split(' '));
};
/** The notes that are in the outbox. */
export const notesIn = (pending: readonly PendingWish[]): ReadonlySet<string> =>
  new Set(pending.flatMap(({ command }) => (command.type === 'board.write' ? [textOf(command['note'])] : [])));

export function useWriting(
  about: BoardAbout,
  own: readonly OwnNote[],
  send: Send,
  pending: readonly PendingWish[],
  online: boolean,
  /** Another box of the same board (from a sheet) has a draft of its own. */
  box: 'note' | 'sheet' = 'note',
  /** Who writes, and at which table: kept with the words. */
  writer?: Pick<Whence, 'of' | 'table'>,
): Writing {
  const { board } = about;
  const [storedDraft, storeDraft] = useDraft(draftKey(box, board), '');
  const [storedSent, storeSent] = useDraft(sentKey(box, board), '');
  const say = useRefusal(boardRefusals);
  const lang = useLang();
  const draft = readDraft(storedDraft, about);
  const sent = useMemo(() => readSent(storedSent), [storedSent]);
  const outbox = useMemo(() => notesIn(pending), [pending]);
  const whence: Whence | null = writer === undefined ? null : { ...writer, silence: about.silence };
  // An answer may come much later than the tap: it must find what is there then.
  const latest = useRef({ draft, sent });
  useEffect(() => {
    latest.current = { draft, sent };
  });
  const keepDraft = (next: NoteDraft): void => {
    latest.current = { ...latest.current, draft: next };
    storeDraft(JSON.stringify({ ...next, whence }));
  };
  const keepSent = (next: readonly SentNote[]): void => {
    latest.current = { ...latest.current, sent: next };
    storeSent(next.length === 0 ? '' : JSON.stringify(next));
  };

  // The page was closed before the yes: the server's own list says that it arrived.
  const arrived = sent.filter(({ note }) => !outbox.has(note) && own.some((one) => one.note === note)).map(({ note }) => note);
  const arrivedKey = arrived.join(' ');
  useEffect(() => {
    if (arrivedKey === '') return;
    const gone = new Set(arrivedKey.split(' '));
    keepSent(latest.current.sent.filter(({ note }) => !gone.has(note)));
    // What it writes is what it reads.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [arrivedKey]);

  const open = sent.filter(({ note, refused }) => refused === null && !outbox.has(note) && !arrived.includes(note));
  const openKey = open.map(({ note }) => note).join(' ');
  const given = useSilent(openKey, online);

  return {
    draft,
    setDraft: keepDraft,
    check: () => (draft.text.trim() === '' ? 'empty' : isTooLong(draft.text, boardLimits.noteChars) ? 'long' : null),
    submit: ({ door, seat } = { door: 'phone', seat: null }) => {
      const note = newId();
      const text = draft.text.trim();
      const mine: SentNote = { ...draft, text, note, refused: null, whence };
      keepSent([...latest.current.sent, mine]);
      keepDraft({ ...draft, text: '' });
      const wish = {
        type: 'board.write',
        board,
        note,
        area: draft.area,
        theme: null,
        place: null,
        text,
        kind: draft.kind,
        lang,
        silence: about.silence,
        door,
        seat,
      };
      void send(wish, { keep: true }).then((reply) => {
        const { sent: now } = latest.current;
        if (reply.ok) return keepSent(now.filter((one) => one.note !== note));
        const words = say(reply);
        announce(words);
        keepSent(now.map((one) => (one.note === note ? { ...one, refused: words } : one)));
      });
    },
    waiting: sent.filter(({ note }) => outbox.has(note)),
    lost: sent.filter(({ note, refused }) => !outbox.has(note) && (refused !== null || given.has(note)) && !arrived.includes(note)),
    take: (note) => {
      const found = sent.find((one) => one.note === note);
      if (!found) return;
      keepDraft({ ...draft, kind: found.kind, text: [draft.text.trim(), found.text].filter(Boolean).join('\n') });
      keepSent(latest.current.sent.filter((one) => one.note !== note));
    },
    forget: (note) => keepSent(latest.current.sent.filter((one) => one.note !== note)),
  };
}
