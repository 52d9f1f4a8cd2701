// What the hall reads of questions and turns, in every language of a screen. Apart from the console's words: a wall never loads those.
import { defineTexts } from '../kernel/i18n.ts';
import it from './wall.it.json';

export const floorWallTexts = defineTexts({ it, en: () => import('./wall.en.json'), ar: () => import('./wall.ar.json') });
