/* The words of the organiser's pages, Italian and English: on laptops only. */
import { defineTexts, type Translate } from '../kernel/i18n.ts';
import en from './organiser.en.json';
import it from './organiser.it.json';

export const organiserTexts = defineTexts({ it, en });
export type Words = Translate<typeof it>;
