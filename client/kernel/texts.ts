/* The kernel's own words: how one gets in, how the line is, and every refusal that no room says. Safe for phones. */
import { defineTexts } from './i18n.ts';
import it from './kernel.it.json';

export const kernelTexts = defineTexts({ it, en: () => import('./kernel.en.json'), ar: () => import('./kernel.ar.json') });
