/* The design system's own few words (close, language, text size, counters), in the three languages. Safe for phones. */
import { defineTexts } from '../kernel/i18n.ts';
import it from './ui.it.json';

export const uiTexts = defineTexts({ it, en: () => import('./ui.en.json'), ar: () => import('./ui.ar.json') });
