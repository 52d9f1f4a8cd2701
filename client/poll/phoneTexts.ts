// What members and the audience read of the questions, in every language of a phone; the console's words are never loaded there. Safe for phones.
import { defineTexts } from '../kernel/i18n.ts';
import it from './phone.it.json';
import en from './phone.en.json';
import ar from './phone.ar.json';

export const pollPhoneTexts = defineTexts({ it, en, ar });
