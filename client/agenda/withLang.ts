// A text of people with one of its languages rewritten. Emptied translations go; an emptied original hands over to another language; nothing left is null.
import { langs, type Lang, type Text } from '../kernel/i18n.ts';

export const withLang = (text: Text | null, lang: Lang, value: string): Text | null => {
  const parts = new Map<Lang, string>();
  for (const one of langs) {
    const words = one === lang ? value : text?.[one];
    if (words !== undefined && words.trim() !== '') parts.set(one, words);
  }
  const first = [...parts.keys()][0];
  if (first === undefined) return null;
  const original = text !== null && parts.has(text.original) ? text.original : first;
  return { original, ...Object.fromEntries(parts) };
};
