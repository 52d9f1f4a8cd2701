/* The words of the session's own console: doors, opening, closing, what belongs to the whole of it. */
import { defineTexts } from '../kernel/i18n.ts';
import it from './session.it.json';

export const sessionTexts = defineTexts({ it, en: () => import('./session.en.json') });
