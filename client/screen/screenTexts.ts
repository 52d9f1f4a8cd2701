// The words of who drives the walls: console only, Italian and English. Refusals of this room and names of its undo steps are here too.
import { defineTexts } from '../kernel/i18n.ts';
import it from './screen.it.json';

export const screenTexts = defineTexts({ it, en: () => import('./screen.en.json') });
