// What a published result says on a phone. Apart from the question's words, because results come after the first answer. Safe for phones.
import { defineTexts } from '../kernel/i18n.ts';
import it from './result.it.json';

export const pollResultTexts = defineTexts({ it, en: () => import('./result.en.json'), ar: () => import('./result.ar.json') });
