/* The words of the console as a whole, and the dictionaries whose refusals and undo steps it can say. */
import { agendaTexts } from '../agenda/agendaTexts.ts';
import { boardTexts } from '../board/boardTexts.ts';
import { boardConsoleTexts } from '../board/consoleTexts.ts';
import { floorConsoleTexts } from '../floor/consoleTexts.ts';
import { groupsConsoleTexts } from '../groups/consoleTexts.ts';
import { defineTexts } from '../kernel/i18n.ts';
import type { RefusalWords } from '../kernel/refusal.ts';
import { pollTexts } from '../poll/consoleTexts.ts';
import { presenceTexts } from '../presence/presenceTexts.ts';
import { rosterTexts } from '../roster/rosterTexts.ts';
import { screenTexts } from '../screen/screenTexts.ts';
import { sessionTexts } from '../session/sessionTexts.ts';
import it from './console.it.json';

export const consoleTexts = defineTexts({ it, en: () => import('./console.en.json') });
/** What the room of boards refuses is said by the words of a board's page, its steps by the console's own. Read when asked: languages come later. */
const boardWords: RefusalWords[string] = {
  get it() {
    return { ...boardTexts.it, undo: boardConsoleTexts.it.undo };
  },
  get en() {
    return { ...boardTexts.en, undo: boardConsoleTexts.en?.undo };
  },
  ar: undefined,
};
export const roomWords: RefusalWords = {
  agenda: agendaTexts,
  board: boardWords,
  floor: floorConsoleTexts,
  groups: groupsConsoleTexts,
  poll: pollTexts,
  presence: presenceTexts,
  roster: rosterTexts,
  screen: screenTexts,
  session: sessionTexts,
};
