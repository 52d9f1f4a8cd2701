// What members and the audience read of the floor on their phones, in every language of a phone. Safe for phones.
import { defineTexts } from '../../kernel/i18n.ts';
import it from './phone.it.json';

export const floorPhoneTexts = defineTexts({ it, en: () => import('./phone.en.json'), ar: () => import('./phone.ar.json') });
