// What the facilitator of a table reads of the floor: Italian and English, as the console. Safe for phones.
import { defineTexts } from '../../kernel/i18n.ts';
import it from './table.it.json';

export const floorTableTexts = defineTexts({ it, en: () => import('./table.en.json') });
