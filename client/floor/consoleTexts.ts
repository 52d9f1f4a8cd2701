/* The words of the floor on the console, its refusals and the names of its steps: Italian and English. */
import { defineTexts } from '../kernel/i18n.ts';
import it from './console.it.json';

export const floorConsoleTexts = defineTexts({ it, en: () => import('./console.en.json') });
