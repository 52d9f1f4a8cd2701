/* The roll's words: desk, missing, cards, import, printed sheets. Italian and English; what is printed in further languages lies in print/otherLanguages.ts. */
import { defineTexts, type Translate } from '../kernel/i18n.ts';
import it from './roster.it.json';

export const rosterTexts = defineTexts({ it, en: () => import('./roster.en.json') });
export type RosterTranslate = Translate<typeof it>;
