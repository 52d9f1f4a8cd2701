// The console's words for the programme: those who lead read Italian or English. Refusals are in here for every reader of the console.
import { defineTexts } from '../kernel/i18n.ts';
import it from './agenda.it.json';

export const agendaTexts = defineTexts({ it, en: () => import('./agenda.en.json') });
