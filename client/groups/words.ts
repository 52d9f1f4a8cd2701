// One language of a text of people, as a form edits it: the others stay as they were, and an empty original is no text at all.
import { langs, type Lang } from '../kernel/i18n.ts';
import type { Text } from '../../shared/kernel/text.ts';

export const wordsOf = (text: Text | null, lang: Lang): string => text?.[lang] ?? '';
export const withWords = (text: Text | null, lang: Lang, words: string): Text | null => {
  const before: Text = text ?? { original: lang };
  const { original, [lang]: _was, ...others } = before;
  const next: Readonly<Partial<Record<Lang, string>>> = words.trim() === '' ? others : { ...others, [lang]: words };
  const written = langs.filter((one) => (next[one] ?? '').trim() !== '');
  const first = written.includes(original) ? original : written[0];
  return first === undefined ? null : { ...next, original: first };
};
