export { startLang, setLang } from '../kernel/i18n.ts';
export const isLang = (x: string): x is 'it' | 'en' | 'ar' => ['it', 'en', 'ar'].includes(x);
