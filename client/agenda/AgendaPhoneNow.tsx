// One line over a question or the words on a phone: where the day is, and how much time is left. Member and audience alike.
// Past the end it hurries nobody: "Si chiude tra poco". Safe for phones.
import type { AgendaPhoneView } from '../../shared/agenda/view.ts';
import { useTexts } from '../kernel/i18n.ts';
import { TimerText } from '../ui/ClockText.tsx';
import { secondOf } from './clock.ts';
import { publicTexts } from './publicTexts.ts';
import { Saying } from './Saying.tsx';
import './agenda.css';

export function AgendaPhoneNow({ view, now }: { view: AgendaPhoneView; now: number }) {
  const t = useTexts(publicTexts);
  const { running } = view;
  if (running === null) return null;
  const { left, paused } = secondOf(running, now);
  return (
    <p className="agenda-phone-now">
      <span className="grow">
        <span className="sr-only">{t('now')}: </span>
        <Saying of={running.title} />
      </span>
      {paused ? (
        <span>{t('paused')}</span>
      ) : left <= 0 ? (
        <span>{t('over')}</span>
      ) : (
        <span>
          <span className="sr-only">{t('left')} </span>
          <TimerText sec={left} />
        </span>
      )}
    </p>
  );
}
