// The words of who drives the questions, and of the desk that enters sheets: Italian and English. Refusals and names of undo steps are here too.
import { defineTexts } from '../kernel/i18n.ts';
import it from './poll.it.json';

export const pollTexts = defineTexts({ it, en: () => import('./poll.en.json') });
