// How a record writes hours, days, numbers and texts: the same on every machine. Only the rules of time zones come from the system.
import { hourOf } from '../agenda/hours.ts';
import type { Text } from '../kernel/text.ts';
import { recordWords } from './words.ts';
import type { RecordLang } from './words.ts';

/** 9.52 in Italian, 9:52 in English. */
export const hourIn = (at: number, timeZone: string, lang: RecordLang): string => {
  const [hour = '0', minute = '00'] = hourOf(at, timeZone).split(':');
  return `${Number(hour)}${lang === 'it' ? '.' : ':'}${minute}`;
};
/** `day` is YYYY-MM-DD: "sabato 21 novembre 2026". */
export const dayIn = (day: string, lang: RecordLang): string => {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return day;
  const words = recordWords[lang];
  return `${words.days[new Date(Date.UTC(year, month - 1, date)).getUTCDay()] ?? ''} ${date} ${words.months[month - 1] ?? ''} ${year}`;
};
export const decimalIn = (value: number, lang: RecordLang): string => (lang === 'it' ? String(value).replace('.', ',') : String(value));
export const textIn = (text: Text, lang: RecordLang): string => text[lang] ?? text[text.original] ?? '';
/** Whole minutes, a half counts up. */
export const minutesOf = (sec: number): number => Math.round(sec / 60);

/** Text as text: nothing that somebody wrote becomes a heading, a link or markup of the document. */
export const plain = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~#]/gu, (sign) => `\\${sign}`)
    .replace(/^(\s*)(\d+)([.)])(?=\s)/gmu, '$1$2\\$3')
    .replace(/^(\s*)([-+=])/gmu, '$1\\$2')
    .replace(/\s*\n\s*/gu, ' / ');
