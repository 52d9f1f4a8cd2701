/* Days and hours as a list of sessions writes them: oggi, 8.45 · sab 30 gennaio 2027. The year only when it is not this one. */
import { hour, type Lang } from '../kernel/i18n.ts';
import type { Words } from './organiserTexts.ts';

const locale: Readonly<Record<Lang, string>> = { it: 'it-IT', en: 'en-GB', ar: 'ar-u-nu-latn' };
/** Days are kept as YYYY-MM-DD; noon in UTC is the same day everywhere that matters. */
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const format = (ms: number, lang: Lang, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale[lang], { timeZone: 'UTC', ...options }).format(ms);

/** 30 gennaio 2027. */
export const dayLong = (day: string, lang: Lang): string => format(noon(day), lang, { day: 'numeric', month: 'long', year: 'numeric' });
/** The same with its article, as a sentence takes it up: il 30 gennaio, l’8 giugno, il 1º maggio; English needs none. */
export const theDay = (day: string, lang: Lang): string => {
  const said = dayLong(day, lang);
  if (lang !== 'it') return said;
  const date = Number(day.slice(8));
  return date === 8 || date === 11 ? `l’${said}` : `il ${date === 1 ? said.replace(/^1 /, '1º ') : said}`;
};
/** giugno 2027. */
export const month = (day: string, lang: Lang): string => format(noon(day), lang, { month: 'long', year: 'numeric' });
/** sab 30 gennaio, with the year when it is another one than today's. */
export const dayShort = (day: string, lang: Lang, today: string): string =>
  format(noon(day), lang, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  });
/** The day it is at an instant, in a time zone. */
export const dayOf = (ms: number, timeZone?: string): string =>
  new Intl.DateTimeFormat('sv-SE', timeZone === undefined ? {} : { timeZone }).format(ms);

/** When a session is: today and tomorrow by their names, with the hour while it is known. */
export const sessionWhen = (
  t: Words,
  { day, startsAt, timeZone }: { readonly day: string; readonly startsAt: number | null; readonly timeZone: string },
  now: number,
): string => {
  const today = dayOf(now, timeZone);
  const begins = startsAt === null ? null : hour(startsAt, t.lang, timeZone);
  if (day === today) return begins === null ? t('when.todayOnly') : t('when.today', { hour: begins });
  if (day === dayOf(now + 86_400_000, timeZone)) return begins === null ? t('when.tomorrowOnly') : t('when.tomorrow', { hour: begins });
  return dayShort(day, t.lang, today);
};
/** An instant in the past: oggi, 8.45 · gio 19 novembre, 8.45. */
export const momentWhen = (t: Words, at: number, now: number): string => {
  const day = dayOf(at);
  const said = hour(at, t.lang);
  return day === dayOf(now) ? t('when.today', { hour: said }) : t('when.day', { day: dayShort(day, t.lang, dayOf(now)), hour: said });
};
