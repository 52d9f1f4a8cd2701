// What an expert reads of what is asked of them: Italian and English. Safe for phones.
import { defineTexts } from '../../kernel/i18n.ts';
import it from './expert.it.json';

export const floorExpertTexts = defineTexts({ it, en: () => import('./expert.en.json') });
