/* The words of presence on the console: Italian and English. */
import { defineTexts } from '../kernel/i18n.ts';
import it from './console.it.json';

export const presenceConsoleTexts = defineTexts({ it, en: () => import('./console.en.json') });
