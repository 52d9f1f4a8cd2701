/* The words of the door for phones and walls, in the three languages. The console's are apart: phones do not load them. Safe for phones. */
import { defineTexts } from '../kernel/i18n.ts';
import it from './presence.it.json';
import en from './presence.en.json';
import ar from './presence.ar.json';

export const presenceTexts = defineTexts({ it, en, ar });
