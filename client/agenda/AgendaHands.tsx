// A decision taken by show of hands: the words, for, against, abstained, out of those present (AG8). A facilitator writes it down
// in the running block; the line of seats shows at once whether the count can be true. It never replaces a vote on a text.
// What has been written can be corrected with a reason; the earlier numbers stay beside it.
import { useState } from 'react';
import type { AgendaDriverView } from '../../shared/agenda/view.ts';
import { limits } from '../../shared/kernel/limits.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field, isTooLong } from '../ui/Field.tsx';
import { Rich } from '../ui/Rich.tsx';
import { PatternKey, SeatLine } from '../ui/SeatLine.tsx';
import { agendaTexts } from './agendaTexts.ts';
import { CountStepper } from './CountStepper.tsx';
import './console.css';

type Row = AgendaDriverView['hands'][number];
export interface AgendaHandsProps {
  view: AgendaDriverView;
  now: number;
  timeZone: string;
  send: Send;
  /** A written one, to be corrected; undefined: a new one. */
  correct?: Row | undefined;
  onClose: () => void;
}

const outcome = (yes: number, no: number): 'yes' | 'no' | 'tie' => (yes > no ? 'yes' : no > yes ? 'no' : 'tie');

/** Shown while it is mounted. It remembers the block in which it was opened: the room may move on while somebody counts. */
export function AgendaHands({ view, now, timeZone, send, correct, onClose }: AgendaHandsProps) {
  const t = useTexts(agendaTexts);
  const say = useRefusal({ agenda: agendaTexts });
  const [opened] = useState(() => ({
    at: correct?.at ?? now,
    block: correct?.block ?? view.running?.id ?? null,
    number: view.running?.number ?? null,
  }));
  const [words, setWords] = useState(correct?.words ?? '');
  const [yes, setYes] = useState(correct?.for ?? 0);
  const [no, setNo] = useState(correct?.against ?? 0);
  const [abstained, setAbstained] = useState(correct?.abstained ?? 0);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const present = correct?.present ?? view.present;
  const sum = yes + no + abstained;
  const tooMany = sum > present;
  const wordsWrong = words.trim() === '' || isTooLong(words, limits.reasonChars);
  const reasonWrong = correct !== undefined && (reason.trim() === '' || isTooLong(reason, limits.reasonChars));

  const write = async (): Promise<void> => {
    setAsked(true);
    if (tooMany || sum === 0 || wordsWrong || reasonWrong || opened.block === null) return;
    const counts = { words, for: yes, against: no, abstained };
    const reply = await send(
      correct === undefined
        ? { type: 'agenda.recordHands', block: opened.block, ...counts }
        : { type: 'agenda.correctHands', hands: correct.id, ...counts, reason },
    );
    if (reply.ok) onClose();
    else setRefused(say(reply));
  };
  const about = { hour: hour(opened.at, t.lang, timeZone), present };
  const off = tooMany ? t('hands.tooMany', { sum, present }) : sum === 0 ? t('hands.noneYet') : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(correct === undefined ? 'hands.title' : 'hands.correctTitle')}
      footer={
        <>
          <Button variant="primary" off={off} onPress={() => void write()}>
            {sum === 0 ? t('hands.write') : t(`hands.${outcome(yes, no)}`, { for: yes, against: no })}
          </Button>
          <Button onPress={onClose}>{t('hands.cancel')}</Button>
          <span className="meta grow">{t('hands.notAVote')}</span>
        </>
      }
    >
      <p className="meta">
        {opened.number === null || correct !== undefined
          ? t('hands.aboutBreak', about)
          : t('hands.about', { ...about, number: opened.number })}
      </p>
      <Field
        label={t('hands.words')}
        hint={t('hands.wordsHint')}
        value={words}
        onChange={setWords}
        max={limits.reasonChars}
        error={asked && wordsWrong ? t('hands.wordsMissing') : undefined}
        onEnter={() => void write()}
      />
      <div className="agenda-hands">
        <CountStepper
          label={t('hands.for')}
          mark={<PatternKey pattern="solid" />}
          value={yes}
          onChange={setYes}
          max={limits.seats}
          onEnter={() => void write()}
        />
        <CountStepper
          label={t('hands.against')}
          mark={<PatternKey pattern="hatched" />}
          value={no}
          onChange={setNo}
          max={limits.seats}
          onEnter={() => void write()}
        />
        <CountStepper
          label={t('hands.abstained')}
          mark={<PatternKey pattern="outlined" />}
          value={abstained}
          onChange={setAbstained}
          max={limits.seats}
          onEnter={() => void write()}
        />
      </div>
      <div>
        <SeatLine
          label=""
          segments={[
            { count: Math.min(yes, present), pattern: 'solid' },
            { count: Math.min(no, Math.max(0, present - yes)), pattern: 'hatched' },
            { count: Math.min(abstained, Math.max(0, present - yes - no)), pattern: 'outlined' },
            { count: Math.max(0, present - sum), pattern: 'base' },
          ]}
        />
        <p className={tooMany ? 'agenda-sum wrong' : 'agenda-sum'} role="status">
          <Rich text={t('hands.raised', { sum, present })} />{' '}
          {tooMany ? t('hands.tooMany', { sum, present }) : t('hands.limit', { present })}
        </p>
      </div>
      {correct === undefined ? null : (
        <Field
          label={t('hands.reason')}
          value={reason}
          onChange={setReason}
          max={limits.reasonChars}
          error={asked && reasonWrong ? t('hands.reasonMissing') : undefined}
          onEnter={() => void write()}
        />
      )}
      {refused === null ? null : <Band kind="error">{refused}</Band>}
    </Dialog>
  );
}

/** The last decision, over the acts of the console; "Correggi…" opens the dialog on it. */
export function AgendaLastHands({
  view,
  timeZone,
  onCorrect,
}: {
  view: AgendaDriverView;
  timeZone: string;
  onCorrect: (row: Row) => void;
}) {
  const t = useTexts(agendaTexts);
  const last = view.hands.at(-1);
  if (last === undefined) return null;
  return (
    <p className="agenda-last">
      <b>{hour(last.at, t.lang, timeZone)}</b>
      <span>
        {t('hands.last', { words: last.words })}, <b>{t(`hands.result.${outcome(last.for, last.against)}`)}</b>
        <span className="meta">
          {t('hands.numbers', { for: last.for, against: last.against, abstained: last.abstained, present: last.present })}
          {last.corrected ? `, ${t('hands.corrected')}` : ''}
        </span>
      </span>
      {view.may.hands ? (
        <Button variant="quiet" onPress={() => onCorrect(last)}>
          {t('hands.correct')}
        </Button>
      ) : null}
    </p>
  );
}
