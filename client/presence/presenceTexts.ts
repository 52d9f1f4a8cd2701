/* The words of the door for phones and walls, in the three languages. The console's are apart: phones do not load them. Safe for phones. */
import { defineTexts } from '../kernel/i18n.ts';
import it from './presence.it.json';

export const presenceTexts = defineTexts({ it, en: () => import('./presence.en.json'), ar: () => import('./presence.ar.json') });
