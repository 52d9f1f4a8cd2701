// A show of hands for a question: the whole hall, or only those without a phone; never more hands than people (PO9).
// The same marks as everywhere, no frame: it decides nothing. The result says how many came by hands.
import { useState, type ReactNode } from 'react';
import { useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Rich } from '../ui/Rich.tsx';
import { SeatLine } from '../ui/SeatLine.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { pollTexts } from './consoleTexts.ts';
import { useAsk, type DriverRound } from './drive.ts';
import { Said } from './Said.tsx';

type Open = Extract<DriverRound, { phase: 'open' }>;
const toCount = (typed: string): number => (/^\d{1,4}$/u.test(typed.trim()) ? Number(typed.trim()) : 0);

export function PollHands({ open, onClose, round, send }: { open: boolean; onClose: () => void; round: Open; send: Send }) {
  const t = useTexts(pollTexts);
  const { ask, refused } = useAsk(send);
  const answered = round.answered - (round.hands?.raised ?? 0);
  const [mode, setMode] = useState<'whole' | 'withoutPhone'>(answered > 0 ? 'withoutPhone' : 'whole');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const rows: readonly { readonly id: string; readonly label: ReactNode; readonly said: string }[] = [
    ...(round.kind.kind === 'yesno'
      ? [
          { id: 'yes', label: t('yes'), said: t('yes') },
          { id: 'no', label: t('no'), said: t('no') },
        ]
      : round.options.map(({ id, text }) => ({ id, label: <Said of={text} />, said: text.s }))),
    { id: 'dontknow', label: t('dontKnow'), said: t('dontKnow') },
  ];
  const counts = Object.fromEntries(
    rows.flatMap(({ id }) => (toCount(typed[id] ?? '') > 0 ? [[id, toCount(typed[id] ?? '')] as const] : [])),
  );
  const sum = Object.values(counts).reduce((total, each) => total + each, 0);
  const room = round.handsRoom ?? 0;
  const write = async (what: Readonly<Record<string, number>>): Promise<void> => {
    if (await ask({ type: 'poll.hands', poll: round.poll, round: round.round, mode, counts: what })) onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('hands.title')}
      footer={
        <>
          <Button variant="primary" off={sum > room ? t('hands.over', { n: sum, m: room }) : undefined} onPress={() => void write(counts)}>
            {t('hands.save', { n: sum })}
          </Button>
          {round.hands === null ? null : <Button onPress={() => void write({})}>{t('hands.clear')}</Button>}
          <Button variant="quiet" onPress={onClose}>
            {t('act.back')}
          </Button>
        </>
      }
    >
      <p className="lead">
        <Said of={round.question} />
      </p>
      <Segmented
        legend={t('hands.mode')}
        value={mode}
        onChange={setMode}
        options={[
          { value: 'whole', label: t('hands.whole') },
          { value: 'withoutPhone', label: t('hands.withoutPhone') },
        ]}
      />
      {mode === 'whole' && answered > 0 ? (
        <Band kind="time" live={false}>
          {t('hands.notWhole')}
        </Band>
      ) : null}
      <div className="poll-hands">
        {rows.map(({ id, label, said }) => (
          <div key={id} className="between">
            <span aria-hidden="true">{label}</span>
            <Field
              className="poll-hands-n"
              hideLabel
              inputMode="numeric"
              label={t('hands.of', { option: said })}
              value={typed[id] ?? ''}
              onChange={(value) => setTyped({ ...typed, [id]: value })}
            />
          </div>
        ))}
      </div>
      <SeatLine
        label=""
        segments={[
          { count: Math.min(sum, room), pattern: 'hatched' },
          { count: Math.max(0, room - sum), pattern: 'waiting' },
        ]}
      />
      <p>{sum > room ? <b>{t('hands.over', { n: sum, m: room })}</b> : <Rich text={t('hands.sum', { n: sum, m: room })} />}</p>
      {refused === null ? null : (
        <Band kind="error" live={false}>
          {refused}
        </Band>
      )}
    </Dialog>
  );
}
