// What became of a question, in words: with whom it is parked, why its answer is disputed. An open one has none. Safe for phones.
import type { Standing } from '../../../shared/floor/limits.ts';
import type { Translate } from '../../kernel/i18n.ts';
import type { floorPhoneTexts } from './phoneTexts.ts';

export const standingWords = (standing: Standing, words: string, t: Translate<typeof floorPhoneTexts.it>): string | null => {
  switch (standing) {
    case 'open':
      return null;
    case 'answered':
      return t('own.fate.answered');
    case 'parked':
      return words === '' ? t('own.fate.parkedPlain') : t('own.fate.parked', { words });
    case 'disputed':
      return words === '' ? t('own.fate.disputedPlain') : t('own.fate.disputed', { words });
    default:
      return standing satisfies never;
  }
};
