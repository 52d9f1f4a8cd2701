/* The words of the console as a whole, and the dictionaries whose refusals and undo steps it can say. */
import { agendaTexts } from '../agenda/agendaTexts.ts';
import { defineTexts } from '../kernel/i18n.ts';
import type { RefusalWords } from '../kernel/refusal.ts';
import { pollTexts } from '../poll/consoleTexts.ts';
import { presenceTexts } from '../presence/presenceTexts.ts';
import { rosterTexts } from '../roster/rosterTexts.ts';
import { screenTexts } from '../screen/screenTexts.ts';
import { sessionTexts } from '../session/sessionTexts.ts';
import it from './console.it.json';

export const consoleTexts = defineTexts({ it, en: () => import('./console.en.json') });
export const roomWords: RefusalWords = {
  agenda: agendaTexts,
  poll: pollTexts,
  presence: presenceTexts,
  roster: rosterTexts,
  screen: screenTexts,
  session: sessionTexts,
};
