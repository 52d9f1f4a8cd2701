/* What the desk does, without its looks: what is typed, which row is chosen, what is on its way, which card was just made.
   An act leaves the field empty and ready at once; what has not been answered yet stands among the things done, and a refusal stays there
   in words until somebody has seen it. So the next person never waits for the network (RO8). */
import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '../kernel/ids.ts';
import type { Send } from '../kernel/send.ts';
import type { Reply } from '../../shared/kernel/protocol.ts';
import { showCode } from '../../shared/kernel/codes.ts';
import type { Params } from '../../shared/kernel/room.ts';
import { cardCode } from './deskSearch.ts';
import type { CodeFound, DeskPerson, DeskWork, NewCard, VisitorKind } from './deskTypes.ts';

type Command = Parameters<Send>[0];
export interface Going {
  readonly id: string;
  readonly seat: string | null;
  readonly refused: { readonly code: string; readonly params?: Params } | null;
}
export type CardShown =
  | { readonly kind: 'none' }
  | { readonly kind: 'waiting'; readonly seat: string }
  | { readonly kind: 'failed'; readonly seat: string; readonly inside: boolean }
  | { readonly kind: 'shown'; readonly card: NewCard; readonly member: string; readonly inside: boolean };
export type Looked = { readonly code: string; readonly found: CodeFound } | null;
/** What the field is for: anybody; a code; whoever stands here with somebody else's card. */
export type Mode = 'search' | 'code' | 'wrongCard';

/** What has really happened, for who listens instead of looking. */
export interface Told {
  readonly kind: 'in' | 'undone' | 'card';
  readonly seat: string;
  readonly code: string;
}

/** `focus` brings the hands back to the field. */
export const useDesk = (send: Send, work: DeskWork, focus: () => void, tell: (told: Told) => void) => {
  const [typed, setTyped] = useState('');
  const [mode, setMode] = useState<Mode>('search');
  const [chosen, setChosen] = useState<number | null>(null);
  const [going, setGoing] = useState<readonly Going[]>([]);
  const [card, setCard] = useState<CardShown>({ kind: 'none' });
  const [looked, setLooked] = useState<Looked>(null);

  const ready = useCallback(() => {
    setTyped('');
    setMode('search');
    setChosen(null);
    setLooked(null);
    focus();
  }, [focus]);

  // A complete code is looked up by itself; an answer that comes after more was typed is thrown away.
  // The page around draws every second: only another code asks again.
  const lookup = useRef(work.findByCode);
  useEffect(() => {
    lookup.current = work.findByCode;
  });
  const code = cardCode(typed);
  useEffect(() => {
    if (code === null) return;
    let current = true;
    void lookup.current(code).then((found) => {
      if (current) setLooked({ code, found });
    });
    return () => {
      current = false;
    };
  }, [code]);

  const type = (text: string): void => {
    setTyped(text);
    setChosen(null);
    // Who types is at the next person: the card of the one before may go.
    if (text !== '') setCard({ kind: 'none' });
    if (looked && cardCode(text) !== looked.code) setLooked(null);
  };

  /** Several wishes in order; stops at the first refusal. */
  const run = async (seat: string | null, ...commands: readonly Command[]): Promise<boolean> => {
    const id = newId();
    setGoing((list) => [...list, { id, seat, refused: null }]);
    let reply: Reply = { ok: true, done: 'nothing', at: 0 };
    for (const command of commands) {
      reply = await send(command);
      if (!reply.ok) break;
    }
    const { ok } = reply;
    const refused = reply.ok ? null : { code: reply.code, ...(reply.params ? { params: reply.params } : {}) };
    setGoing((list) => (refused ? list.map((one) => (one.id === id ? { ...one, refused } : one)) : list.filter((one) => one.id !== id)));
    return ok;
  };
  const showCard = async (member: string, seat: string, inside: boolean): Promise<void> => {
    const made = await work.cardOf(member);
    if (made) tell({ kind: 'card', seat, code: showCode(made.code) });
    setCard(made ? { kind: 'shown', card: made, member, inside } : { kind: 'failed', seat, inside });
  };

  return {
    typed,
    type,
    mode,
    setMode: (next: Mode) => {
      ready();
      setMode(next);
    },
    chosen,
    setChosen,
    going,
    dismiss: (id: string) => setGoing((list) => list.filter((one) => one.id !== id)),
    card,
    looked: looked && looked.code === code ? looked : null,
    again: () => {
      setCard({ kind: 'none' });
      ready();
    },
    letIn: (person: { readonly member: string; readonly seat: string }, phone = true) => {
      setCard({ kind: 'none' });
      ready();
      void run(person.seat, { type: 'presence.letIn', member: person.member, phone }).then((done) => {
        if (done) tell({ kind: 'in', seat: person.seat, code: '' });
      });
    },
    letOut: (person: DeskPerson) => {
      ready();
      void run(person.seat, { type: 'presence.letOut', member: person.member, knownAt: null });
    },
    setPhone: (person: DeskPerson, phone: boolean) => {
      ready();
      void run(person.seat, { type: 'presence.setPhone', member: person.member, phone });
    },
    /** A new card; with `enter`, its owner comes in with the same act. */
    newCard: async (person: DeskPerson, enter: boolean): Promise<void> => {
      if (person.card === null) return;
      ready();
      setCard({ kind: 'waiting', seat: person.seat });
      const replace = { type: 'roster.replaceCard', member: person.member, old: person.card };
      const letIn = { type: 'presence.letIn', member: person.member, phone: person.phone ?? true };
      const done = await run(person.seat, ...(enter ? [replace, letIn] : [replace]));
      if (done) await showCard(person.member, person.seat, enter || person.state === 'here');
      else setCard({ kind: 'none' });
    },
    /** A reserve takes the seat and comes in: two wishes in order, of two logs. */
    substitute: async (person: DeskPerson, enters: string): Promise<void> => {
      ready();
      setCard({ kind: 'waiting', seat: person.seat });
      const done = await run(
        person.seat,
        { type: 'roster.substitute', seat: person.seat, leaves: person.member, enters },
        { type: 'presence.letIn', member: enters, phone: true },
      );
      if (done) await showCard(enters, person.seat, true);
      else setCard({ kind: 'none' });
    },
    /** The same for somebody on no list: first a reserve, then the seat. */
    substituteUnlisted: async (person: DeskPerson, name: string): Promise<void> => {
      ready();
      setCard({ kind: 'waiting', seat: person.seat });
      const added = await work.addReserve(name);
      if (!added.ok) {
        setCard({ kind: 'none' });
        setGoing((list) => [
          ...list,
          { id: newId(), seat: person.seat, refused: { code: added.code, ...(added.params ? { params: added.params } : {}) } },
        ]);
        return;
      }
      const done = await run(
        person.seat,
        { type: 'roster.substitute', seat: person.seat, leaves: person.member, enters: added.member },
        { type: 'presence.letIn', member: added.member, phone: true },
      );
      if (done) await showCard(added.member, person.seat, true);
      else setCard({ kind: 'none' });
    },
    visitor: (as: VisitorKind) => {
      ready();
      void run(null, { type: 'presence.letVisitorIn', as });
    },
    undo: (commands: readonly Command[], seat: string | null) => {
      focus();
      void run(seat, ...commands).then((done) => {
        if (done) tell({ kind: 'undone', seat: seat ?? '', code: '' });
      });
    },
  };
};
export type DeskHands = ReturnType<typeof useDesk>;
