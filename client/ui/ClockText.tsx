/* An hour or a timer, written as the assembly writes them; figures keep their order in Arabic and do not jitter.
   They only write what they are given: the time comes from the session's clock, never from here. Safe for phones. */
import { hour, timer, useLang } from '../kernel/i18n.ts';

/** 9.52, or with seconds 9.52.31. `ms` is an epoch; `timeZone` the session's. */
export function ClockText({
  ms,
  timeZone,
  seconds = false,
  className,
}: {
  ms: number;
  timeZone?: string | undefined;
  seconds?: boolean | undefined;
  className?: string | undefined;
}) {
  const lang = useLang();
  return (
    <time className={['clock', className ?? ''].filter(Boolean).join(' ')} dateTime={new Date(ms).toISOString()}>
      {hour(ms, lang, timeZone, { seconds })}
    </time>
  );
}

/** 3:48, 1:02:03, −0:12. Not announced at every second: a notice is announced by who gives it. */
export function TimerText({ sec, className }: { sec: number; className?: string | undefined }) {
  return (
    <span className={['clock', className ?? ''].filter(Boolean).join(' ')} role="timer" aria-live="off">
      {timer(sec)}
    </span>
  );
}
