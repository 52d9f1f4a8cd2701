// How often and how long somebody has spoken at this table, in words: for whoever leads it, for nobody else (FL1). Safe for phones.
import type { Translate } from '../../kernel/i18n.ts';
import type { floorTableTexts } from './tableTexts.ts';

export const spokenWords = (
  { turns, sec }: { readonly turns: number; readonly sec: number },
  t: Translate<typeof floorTableTexts.it>,
): string => {
  if (turns === 0) return t('spoken.never');
  const minutes = Math.round(sec / 60);
  return t('spoken.times', { n: turns, time: minutes === 0 ? t('spoken.under') : t('spoken.min', { n: minutes }) });
};
