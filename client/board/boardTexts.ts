/* The words of a board on laptops and tablets, and of every refusal of the room, in three languages: members see it on tablets. Safe for phones. */
import { defineTexts } from '../kernel/i18n.ts';
import it from './board.it.json';

export const boardTexts = defineTexts({ it, en: () => import('./board.en.json'), ar: () => import('./board.ar.json') });
