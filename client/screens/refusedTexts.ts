/* The words of what was refused after the page was loaded anew. Safe for phones. */
import { defineTexts } from '../kernel/i18n.ts';
import it from './refused.it.json';

export const refusedTexts = defineTexts({ it, en: () => import('./refused.en.json'), ar: () => import('./refused.ar.json') });
