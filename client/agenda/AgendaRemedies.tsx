// Making up for a delay: one way is chosen, a reason is written, and both go into the record (AG3).
// The hours move while the dialog is open, because time passes; the choice stays. The rule computes again when it is applied.
import { useState } from 'react';
import type { AgendaDriverView } from '../../shared/agenda/view.ts';
import { lateSec, remedies, type Offer } from '../../shared/agenda/remedies.ts';
import { timeline } from '../../shared/agenda/timeline.ts';
import { limits } from '../../shared/kernel/limits.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { ClockText } from '../ui/ClockText.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field, isTooLong } from '../ui/Field.tsx';
import { agendaTexts } from './agendaTexts.ts';
import { minutesOf } from './clock.ts';
import { offerWords } from './offerWords.ts';
import { useTitles } from './useTitles.ts';
import './console.css';

export interface AgendaRemediesProps {
  view: AgendaDriverView;
  now: number;
  timeZone: string;
  send: Send;
  /** The way chosen before opening, or null. */
  first: Offer['kind'] | null;
  onClose: () => void;
}
const reasons = ['discussion', 'startedLate', 'technical', 'room'] as const;

/** Shown while it is mounted. */
export function AgendaRemedies({ view, now, timeZone, send, first, onClose }: AgendaRemediesProps) {
  const t = useTexts(agendaTexts);
  const say = useRefusal({ agenda: agendaTexts });
  const titleOf = useTitles(view.course.rows, view.rev);
  const [kind, setKind] = useState(first);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const offers = remedies(view.course, now);
  const chosen = offers.find((offer) => offer.kind === kind) ?? offers[0];
  const line = timeline(view.course, now);
  const at = (ms: number): string => hour(ms, t.lang, timeZone);

  const apply = async (): Promise<void> => {
    if (chosen === undefined || busy) return;
    if (reason.trim() === '' || isTooLong(reason, limits.reasonChars)) return setWrong(t('remedy.reasonMissing'));
    setBusy(true);
    const reply = await send({ type: 'agenda.remedy', remedy: remedyOf(chosen), reason });
    setBusy(false);
    if (reply.ok) onClose();
    else setRefused(say(reply));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('remedy.title', { minutes: minutesOf(Math.max(60, lateSec(view.course, now))) })}
      footer={
        <>
          {chosen === undefined ? null : (
            <Button variant="primary" onPress={() => void apply()}>
              {t('remedy.apply', { end: at(chosen.end) })}
            </Button>
          )}
          <Button onPress={onClose}>{t('remedy.cancel')}</Button>
        </>
      }
    >
      {chosen === undefined || line.plannedEnd === null ? (
        <p>{t('remedy.gone')}</p>
      ) : (
        <>
          <p className="soft">{t('remedy.late', { end: at(line.end), planned: at(line.plannedEnd) })}</p>
          <fieldset className="agenda-offers">
            <legend className="sr-only">{t('remedy.which')}</legend>
            {offers.map((offer) => (
              <label key={offer.kind} className={offer.kind === chosen.kind ? 'choice on' : 'choice'}>
                <input className="o" type="radio" name="remedy" checked={offer.kind === chosen.kind} onChange={() => setKind(offer.kind)} />
                <span>{offerWords(offer, titleOf, t)}</span>
                <b>
                  <span className="sr-only">{t('remedy.endsAt', { end: '' })}</span>
                  <ClockText ms={offer.end} timeZone={timeZone} />
                </b>
              </label>
            ))}
          </fieldset>
          <Field
            label={t('remedy.reason')}
            hint={t('remedy.reasonHint')}
            value={reason}
            onChange={(value) => {
              setReason(value);
              setWrong(undefined);
            }}
            max={limits.reasonChars}
            error={wrong}
            onEnter={() => void apply()}
          />
          <div className="row agenda-reasons" role="group" aria-label={t('remedy.usual')}>
            {reasons.map((key) => (
              <Button
                key={key}
                onPress={() => {
                  setReason(t(`remedy.reasons.${key}`));
                  setWrong(undefined);
                }}
              >
                {t(`remedy.reasons.${key}`)}
              </Button>
            ))}
          </div>
        </>
      )}
      {refused === null ? null : <Band kind="error">{refused}</Band>}
    </Dialog>
  );
}

const remedyOf = (offer: Offer): object => {
  switch (offer.kind) {
    case 'shorten':
      return { kind: 'shorten', block: offer.block, toSec: offer.cuts[0]?.toSec };
    case 'skip':
    case 'postpone':
      return { kind: offer.kind, block: offer.block };
    case 'proportion':
    case 'accept':
      return { kind: offer.kind };
    default:
      return offer.kind satisfies never;
  }
};
