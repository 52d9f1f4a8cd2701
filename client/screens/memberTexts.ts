/* The few words of a member's page that the audience's page does not need. Safe for phones. */
import { defineTexts } from '../kernel/i18n.ts';
import it from './member.it.json';

export const memberTexts = defineTexts({ it, en: () => import('./member.en.json'), ar: () => import('./member.ar.json') });
