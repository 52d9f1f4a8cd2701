/* The words of boards on the console: preparing, leading all of them, reading them together. Italian and English. What the room refuses is
   said by boardTexts.ts, which every page of a board shares. */
import { defineTexts } from '../kernel/i18n.ts';
import it from './console.it.json';

export const boardConsoleTexts = defineTexts({ it, en: () => import('./console.en.json') });
