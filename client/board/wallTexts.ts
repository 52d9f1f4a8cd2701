// What the hall reads of boards, in every language of a screen. Apart from the board's own words: a wall never loads those.
import { defineTexts } from '../kernel/i18n.ts';
import it from './wall.it.json';

export const boardWallTexts = defineTexts({ it, en: () => import('./wall.en.json'), ar: () => import('./wall.ar.json') });
