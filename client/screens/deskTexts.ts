/* The dictionaries whose refusals a desk can hear. */
import type { RefusalWords } from '../kernel/refusal.ts';
import { presenceTexts } from '../presence/presenceTexts.ts';
import { rosterTexts } from '../roster/rosterTexts.ts';

export const roomWords: RefusalWords = { presence: presenceTexts, roster: rosterTexts };
