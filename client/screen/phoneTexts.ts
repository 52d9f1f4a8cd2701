// The one word a phone needs from this room. A file of its own, so that a phone does not carry the wall's. Safe for phones.
import { defineTexts } from '../kernel/i18n.ts';
import it from './phone.it.json';

export const phoneTexts = defineTexts({ it, en: () => import('./phone.en.json'), ar: () => import('./phone.ar.json') });
