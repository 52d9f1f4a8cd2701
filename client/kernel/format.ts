/* How an assembly writes hours, timers, counts, shares and dates. One place, so that the wall, the phone and the minutes say the same figure.
   Italian: hours 9.52, timers 3:48, decimals 63,6 %. English: 9:52, 63.6%. Arabic: Western digits, as most readers here use both.
   Times are epoch milliseconds; without a time zone the device's own is used, so pages pass the session's. */
import type { Lang } from './lang.ts';

// Arabic with Western digits: the count on the wall must be the same sign for everybody.
const locale: Readonly<Record<Lang, string>> = { it: 'it-IT', en: 'en-GB', ar: 'ar-u-nu-latn' };
const NBSP = '\u00a0';
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function numberFormat(lang: Lang, digits: number): Intl.NumberFormat {
  const key = `${lang}${digits}`;
  let format = numbers.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale[lang], { useGrouping: 'always', minimumFractionDigits: digits, maximumFractionDigits: digits });
    numbers.set(key, format);
  }
  return format;
}
function dateFormat(key: string, tag: string, options: Intl.DateTimeFormatOptions, timeZone: string | undefined): Intl.DateTimeFormat {
  const whole = `${key}|${tag}|${timeZone ?? ''}`;
  let format = dates.get(whole);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(tag, timeZone === undefined ? options : { ...options, timeZone });
    dates.set(whole, format);
  }
  return format;
}

/** A count: 1.204 in Italian, 1,204 in English. Fractions keep up to three digits. */
export function number(value: number, lang: Lang): string {
  if (Number.isInteger(value)) return numberFormat(lang, 0).format(value);
  const digits = Math.min(3, (String(value).split('.')[1] ?? '').length);
  return numberFormat(lang, digits).format(value);
}

/** An hour of the day, 24 hours, no leading zero: 9.52 in Italian, 9:52 elsewhere; with seconds 9.52.31. */
export function hour(ms: number, lang: Lang, timeZone?: string, options: { seconds?: boolean } = {}): string {
  const parts = dateFormat(
    'hour',
    'en-GB',
    { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
    timeZone,
  ).formatToParts(ms);
  const part = (type: string): string => parts.find((piece) => piece.type === type)?.value ?? '00';
  const dot = lang === 'it' ? '.' : ':';
  const short = `${Number(part('hour'))}${dot}${part('minute')}`;
  return options.seconds === true ? `${short}${dot}${part('second')}` : short;
}

/** Time left or gone by, in seconds: 3:48, 1:02:03; past its end −0:12. Never rounds up: 59.9 is 0:59. */
export function timer(sec: number): string {
  const whole = sec < 0 ? -Math.ceil(-sec) : Math.floor(sec);
  const left = Math.abs(whole);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(left / 3600);
  const minutes = Math.floor(left / 60) % 60;
  const text = hours > 0 ? `${hours}:${two(minutes)}:${two(left % 60)}` : `${minutes}:${two(left % 60)}`;
  return whole < 0 ? `\u2212${text}` : text;
}

/** A share, `fraction` from 0 to 1, with `digits` decimals: 63,6 % in Italian (no break before the sign), 63.6% elsewhere. */
export function percent(fraction: number, lang: Lang, digits = 0): string {
  const figure = numberFormat(lang, digits).format(fraction * 100);
  return lang === 'it' ? `${figure}${NBSP}%` : `${figure}%`;
}
/** A share in thousandths (as tallies keep it, so that rows add up to 1000): 636 → 63,6 %. `digits` 0 rounds to whole percent. */
export function percentOfPermille(permille: number, lang: Lang, digits: 0 | 1 = 1): string {
  return percent(permille / 1000, lang, digits);
}

/** A day in words: sabato 21 novembre 2026. */
export function dateLong(ms: number, lang: Lang, timeZone?: string): string {
  return dateFormat('long', locale[lang], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, timeZone).format(ms);
}
