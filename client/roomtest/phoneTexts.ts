/* The words of the phone's own test: in every language that members and the audience read. Safe for phones. */
import { defineTexts } from '../kernel/i18n.ts';
import it from './phone.it.json';

export const phoneTestTexts = defineTexts({ it, en: () => import('./phone.en.json'), ar: () => import('./phone.ar.json') });
