/* The kernel's own words: how one gets in, how the line is, and every refusal that no room says. Safe for phones. */
import ar from './kernel.ar.json';
import en from './kernel.en.json';
import { defineTexts } from './i18n.ts';
import it from './kernel.it.json';

export const kernelTexts = defineTexts({ it, en, ar });
