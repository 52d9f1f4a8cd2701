/* The words of the phones' and walls' pages as wholes: what no single room says. Safe for phones. */
import { defineTexts } from '../kernel/i18n.ts';
import it from './screens.it.json';

export const screensTexts = defineTexts({ it, en: () => import('./screens.en.json'), ar: () => import('./screens.ar.json') });
