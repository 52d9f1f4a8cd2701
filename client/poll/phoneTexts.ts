// What members and the audience read of the questions, in every language of a phone; the console's words are never loaded there. Safe for phones.
import { defineTexts } from '../kernel/i18n.ts';
import it from './phone.it.json';

export const pollPhoneTexts = defineTexts({ it, en: () => import('./phone.en.json'), ar: () => import('./phone.ar.json') });
