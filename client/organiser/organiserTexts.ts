/* The words of the organiser's pages, Italian and English: on laptops only. */
import { defineTexts, type Translate } from '../kernel/i18n.ts';
import it from './organiser.it.json';

export const organiserTexts = defineTexts({ it, en: () => import('./organiser.en.json') });
export type Words = Translate<typeof it>;
