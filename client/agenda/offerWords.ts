// A way out of a delay in one line: what it does, without the hour (which stands beside it).
import type { Said } from '../../shared/kernel/text.ts';
import type { Offer } from '../../shared/agenda/remedies.ts';
import type { Translate } from '../kernel/i18n.ts';
import type { agendaTexts } from './agendaTexts.ts';

export const offerWords = (offer: Offer, titleOf: (id: string) => Said, t: Translate<typeof agendaTexts.it>): string => {
  const title = offer.block === null ? '' : titleOf(offer.block).s;
  switch (offer.kind) {
    case 'shorten': {
      const [cut] = offer.cuts;
      return t('remedy.shorten', { title, to: Math.round((cut?.toSec ?? 0) / 60), from: Math.round((cut?.fromSec ?? 0) / 60) });
    }
    case 'proportion':
      return t('remedy.proportion');
    case 'skip':
      return t('remedy.skip', { title });
    case 'postpone':
      return t('remedy.postpone', { title });
    case 'accept':
      return t('remedy.accept');
    default:
      return offer.kind satisfies never;
  }
};
