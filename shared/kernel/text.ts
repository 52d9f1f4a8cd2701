// What people write and read: one line, a paragraph, a text in several languages.
// Every string that enters Plenaria passes here, so that no control character or direction override
// (a name that turns the rest of the line around, an invisible tail) ever reaches a screen or a file.
import { z } from 'zod';
import { limits } from './limits.ts';

export const langs = ['it', 'en', 'ar'] as const;
export type Lang = (typeof langs)[number];
export const langSchema = z.enum(langs);
export const isLang = (value: unknown): value is Lang => langs.some((lang) => lang === value);

/**
 * Control characters except tab and newline, direction marks, overrides and isolates, everything that takes no room and can hide in a
 * name or make an empty one (fillers, soft hyphens, tag letters), halves of a character. The two joiners stay: Arabic and emoji need them.
 */
const unwanted =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/gu;
const joinersOnly = /^[\u200c\u200d\s]*$/u;
const cleaned = (raw: string): string => {
  // First out, then joined: what stood between a letter and its accent must not keep them apart.
  const kept = raw.replace(unwanted, '').normalize('NFC');
  return joinersOnly.test(kept) ? '' : kept;
};

/** Keeps what can be read: removes unwanted characters, joins composed letters (NFC), trims. `line` also folds every white space into one space. */
export const cleanLine = (raw: string): string => cleaned(raw).replace(/\s+/gu, ' ').trim();
export const cleanBlock = (raw: string): string =>
  cleaned(raw.replace(/\r\n?|[\u2028\u2029]/gu, '\n'))
    .replace(/[ \t]+\n/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

/** Length as people count it: code points, not UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length;

const sized = (min: number, max: number) => (text: string) => lengthOf(text) >= min && lengthOf(text) <= max;
/** One line of `min`…`max` characters, cleaned. Never cut: too long is refused. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .max(max * 4)
    .transform(cleanLine)
    .refine(sized(min, max), { error: `between ${min} and ${max} characters` });
/** A paragraph (line breaks kept), cleaned. */
export const block = (max: number, min = 0) =>
  z
    .string()
    .max(max * 4)
    .transform(cleanBlock)
    .refine(sized(min, max), { error: `between ${min} and ${max} characters` });

/** A text in up to three languages, one of them the original, the others translations by a person. */
export interface Text {
  readonly original: Lang;
  readonly it?: string;
  readonly en?: string;
  readonly ar?: string;
}
export const textSchema = (max: number, one: (max: number) => z.ZodType<string, string> = line): z.ZodType<Text> =>
  z
    .strictObject({ original: langSchema, it: z.exactOptional(one(max)), en: z.exactOptional(one(max)), ar: z.exactOptional(one(max)) })
    .refine((text) => text[text.original] !== undefined, { error: 'the original language has no text' });
export const titleSchema = textSchema(limits.titleChars);
export const wordsSchema = textSchema(limits.descriptionChars, block);

/** A text as one audience reads it: `lang` is there only when it is not the language asked for. */
export interface Said {
  readonly s: string;
  readonly lang?: Lang;
}
export const say = (text: Text, lang: Lang): Said => {
  const own = text[lang];
  if (own !== undefined && own !== '') return { s: own };
  return { s: text[text.original] ?? '', lang: text.original };
};
export const italian = (it: string): Text => ({ original: 'it', it });
