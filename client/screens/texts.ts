/* The words of the phones' and walls' pages as wholes: what no single room says. Safe for phones. */
import { defineTexts } from '../kernel/i18n.ts';
import ar from './screens.ar.json';
import en from './screens.en.json';
import it from './screens.it.json';

export const screensTexts = defineTexts({ it, en, ar });
