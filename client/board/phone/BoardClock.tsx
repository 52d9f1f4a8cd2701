// What is left of a step's time, on every device the same second (K7). Past the end it hurries nobody. Safe for phones.
import type { BoardClock as Clock } from '../../../shared/board/events.ts';
import { useTexts } from '../../kernel/i18n.ts';
import { TimerText } from '../../ui/ClockText.tsx';
import { boardPhoneTexts } from './phoneTexts.ts';

/** Seconds left; 0 when it is over. */
export const leftOf = (clock: Clock, now: number): number =>
  clock.kind === 'paused' ? clock.leftSec : Math.max(0, Math.ceil((clock.endsAt - now) / 1000));

export function BoardClock({ clock, now }: { clock: Clock | null; now: number }) {
  const t = useTexts(boardPhoneTexts);
  if (clock === null) return null;
  const left = leftOf(clock, now);
  if (left === 0) return <span>{t('clock.over')}</span>;
  return (
    <b className="nb">
      <span className="sr-only">{t('clock.left')} </span>
      <TimerText sec={left} />
      {clock.kind === 'paused' ? <span className="meta"> {t('clock.paused')}</span> : null}
    </b>
  );
}
