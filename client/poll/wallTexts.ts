// What the hall reads of the questions, in every language of a screen.
import { defineTexts } from '../kernel/i18n.ts';
import it from './wall.it.json';

export const pollWallTexts = defineTexts({ it, en: () => import('./wall.en.json'), ar: () => import('./wall.ar.json') });
