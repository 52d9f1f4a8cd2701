/* The words of the test of the room: the console speaks Italian and English. */
import { defineTexts } from '../kernel/i18n.ts';
import en from './roomtest.en.json';
import it from './roomtest.it.json';

export const roomTestTexts = defineTexts({ it, en });
