/* The languages Plenaria speaks, and which way each is written. Apart from i18n.ts so that formatters and dictionaries can both
   know a language without knowing each other. A new language is added here, in format.ts (its locale) and as dictionaries. */
export type Lang = 'it' | 'en' | 'ar';
export type Dir = 'ltr' | 'rtl';
export const langs: readonly Lang[] = ['it', 'en', 'ar'];
export function dirOf(lang: Lang): Dir {
  return lang === 'ar' ? 'rtl' : 'ltr';
}
