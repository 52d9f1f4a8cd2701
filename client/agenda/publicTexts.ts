// The words of the programme that members, the audience and the wall read, in three languages. Safe for phones.
import { defineTexts } from '../kernel/i18n.ts';
import it from './public.it.json';

export const publicTexts = defineTexts({ it, en: () => import('./public.en.json'), ar: () => import('./public.ar.json') });
