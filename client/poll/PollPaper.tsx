// Sheets: who has no phone wrote on paper, and the desk or a facilitator enters it for the seat (PO9). One sheet after the other without
// leaving the keyboard: seat, answer, enter. A sheet replaces that seat's phone; a second one for a seat is asked back before it replaces.
import { useEffect, useId, useRef, useState } from 'react';
import type { Asked } from '../../shared/poll/public.ts';
import { useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { refusalOf, useRefusal } from '../kernel/refusal.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { answerOf, DONT_KNOW, emptyDraft, type AnswerDraft } from './answerDraft.ts';
import { pollTexts } from './consoleTexts.ts';
import { Said } from './Said.tsx';

/** From the view of presence: who sits where. */
export interface SeatOfMember {
  readonly member: string;
  readonly seat: string;
}
export type PaperRound = Asked & { readonly poll: string; readonly round: number };
export interface PollPaperProps {
  open: boolean;
  onClose: () => void;
  round: PaperRound;
  seats: readonly SeatOfMember[];
  send: Send;
}
const rooms = { poll: refusalOf(pollTexts) };
type Told =
  | { readonly kind: 'ok' | 'error'; readonly words: string }
  | { readonly kind: 'again'; readonly seat: SeatOfMember; readonly edit: number };

export function PollPaper(props: PollPaperProps) {
  const t = useTexts(pollTexts);
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('paper.title')}
      footer={<Button onPress={props.onClose}>{t('act.back')}</Button>}
    >
      <PaperForm {...props} />
    </Dialog>
  );
}

/** The form without its dialog, for the desk's page. */
export function PaperForm({ round, seats, send }: Omit<PollPaperProps, 'open' | 'onClose'>) {
  const t = useTexts(pollTexts);
  const say = useRefusal(rooms);
  const heading = useId();
  const box = useRef<HTMLDivElement>(null);
  const [seat, setSeat] = useState('');
  const [draft, setDraft] = useState<AnswerDraft>(emptyDraft);
  const [told, setTold] = useState<Told | null>(null);
  const [entered, setEntered] = useState(0);
  useEffect(() => {
    box.current?.querySelector('input')?.focus();
  }, []);
  const typed = seat.trim();
  const found = seats.find((one) => one.seat.toLocaleLowerCase() === typed.toLocaleLowerCase());
  const answer = draft.picked.includes(DONT_KNOW) ? ({ kind: 'dontknow' } as const) : answerOf(round, draft);
  const fail = (words: string): void => {
    setTold({ kind: 'error', words });
    announce(words);
  };
  const write = async (who: SeatOfMember, edit: number, what: typeof answer): Promise<void> => {
    const reply = await send({ type: 'poll.answerOnPaper', poll: round.poll, round: round.round, member: who.member, edit, answer: what });
    if (!reply.ok) {
      const last = reply.params?.['edit'];
      return reply.code === 'poll.paperAlready' && typeof last === 'number'
        ? setTold({ kind: 'again', seat: who, edit: last + 1 })
        : fail(say(reply));
    }
    const words = t(what === null ? 'paper.removed' : 'paper.saved', { seat: who.seat });
    setTold({ kind: 'ok', words });
    announce(words);
    setEntered(entered + (what === null ? 0 : 1));
    setSeat('');
    setDraft(emptyDraft);
    box.current?.querySelector('input')?.focus();
  };
  const press = (): void => {
    if (typed === '') return fail(t('paper.needSeat'));
    if (found === undefined) return fail(t('paper.unknown', { seat: typed }));
    if (answer === null) return fail(t('paper.needAnswer'));
    void write(found, 1, answer);
  };
  const writes = round.kind.kind === 'text' || round.kind.kind === 'words';
  return (
    <div className="poll-paper" ref={box}>
      <p className="lead" id={heading}>
        <Said of={round.question} />
      </p>
      <p className="meta">{t('paper.why')}</p>
      <Field
        className="poll-seat"
        label={t('paper.seat')}
        hint={t('paper.seatHint')}
        inputMode="numeric"
        value={seat}
        onChange={(value) => {
          setTold(null);
          setSeat(value);
        }}
        onEnter={press}
      />
      <AnswerForm asked={round} draft={draft} onChange={setDraft} labelledBy={heading} />
      {told === null ? null : told.kind === 'again' ? (
        <Band
          kind="time"
          title={t('paper.again', { seat: told.seat.seat })}
          actions={
            <>
              <Button variant="primary" onPress={() => void write(told.seat, told.edit, answer)}>
                {t('paper.replace', { seat: told.seat.seat })}
              </Button>
              <Button onPress={() => void write(told.seat, told.edit, null)}>{t('paper.remove', { seat: told.seat.seat })}</Button>
            </>
          }
        />
      ) : (
        <Band kind={told.kind === 'ok' ? 'info' : 'error'} live={false}>
          {told.words}
        </Band>
      )}
      <p className="row">
        <Button variant="primary" onPress={press}>
          {t('paper.save', { seat: typed === '' ? '…' : typed })}
        </Button>
        {writes ? (
          <Button
            onPress={() =>
              found === undefined
                ? fail(typed === '' ? t('paper.needSeat') : t('paper.unknown', { seat: typed }))
                : void write(found, 1, { kind: 'dontknow' })
            }
          >
            {t('dontKnow')}
          </Button>
        ) : null}
        {entered > 0 ? <span className="meta">{t('paper.count', { n: entered })}</span> : null}
      </p>
    </div>
  );
}
