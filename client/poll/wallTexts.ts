// What the hall reads of the questions, in every language of a screen.
import { defineTexts } from '../kernel/i18n.ts';
import it from './wall.it.json';
import en from './wall.en.json';
import ar from './wall.ar.json';

export const pollWallTexts = defineTexts({ it, en, ar });
