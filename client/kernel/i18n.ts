/* The languages of an assembly: which words a page says, in which direction, and how hours, numbers and shares are written.
   Italian is the source and always complete; what is missing elsewhere appears in Italian with its own `lang`, never as a key.
   Texts of the software live in <room>.it.json, .en.json, .ar.json; texts of people (`Text`) are never translated in silence.
   No library and no zod: phones load this. Placeholders are {name}; a plural is an object of Intl.PluralRules categories, chosen by {n}. */
import { createContext, createElement, useContext, useMemo, type ReactNode } from 'react';
import { setting } from './setting.ts';
import { number } from './format.ts';
import { dirOf, langs, type Dir, type Lang } from './lang.ts';

// One door for the rooms: languages and formatters are imported from here.
export type { Dir, Lang } from './lang.ts';
export { dirOf, langs } from './lang.ts';
export { dateLong, hour, number, percent, percentOfPermille, timer } from './format.ts';

/** A text written by people, in one original language and perhaps others. */
export interface Text {
  it?: string | undefined;
  en?: string | undefined;
  ar?: string | undefined;
  original: Lang;
}
export interface PickedText {
  text: string;
  lang: Lang;
  dir: Dir;
}
/** The text in the reader's language, or the original with its own language and direction. Empty translations do not count. */
export function pickText(text: Text, lang: Lang): PickedText {
  const wanted = text[lang];
  if (wanted !== undefined && wanted.trim() !== '') return { text: wanted, lang, dir: dirOf(lang) };
  const original = text[text.original];
  return { text: original ?? text.it ?? text.en ?? text.ar ?? '', lang: text.original, dir: dirOf(text.original) };
}

// ── dictionaries ─────────────────────────────────────────────
export type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
export type Plural = { readonly [C in PluralCategory]?: string | undefined } & { readonly other: string };
export interface Tree {
  readonly [key: string]: string | Tree;
}
/** A group is a plural when it has `other` and no key beyond the categories: {console, desk, other} is three texts. */
type IsPlural<V> = V extends { other: string } ? ([Exclude<keyof V, PluralCategory>] extends [never] ? true : false) : false;
/** What a translation must offer: the Italian keys; a plural may use other categories. */
export type Like<D> = { readonly [K in keyof D]: D[K] extends string ? string : IsPlural<D[K]> extends true ? Plural : Like<D[K]> };
/** Dotted paths to every text or plural of a dictionary: 'sent.title'. */
export type KeyOf<D> = {
  [K in keyof D & string]: D[K] extends string ? K : IsPlural<D[K]> extends true ? K : `${K}.${KeyOf<D[K]>}`;
}[keyof D & string];
export type Params = Readonly<Record<string, string | number>>;

export interface Texts<D> {
  readonly it: D;
  readonly en: Like<D>;
  readonly ar: Like<D> | undefined;
}
/** One dictionary of one room. `ar` only where members, the audience or the screen read it. */
export function defineTexts<const D>(dictionary: { it: D; en: Like<D>; ar?: Like<D> }): Texts<D> {
  return { it: dictionary.it, en: dictionary.en, ar: dictionary.ar };
}

export interface Translate<D> {
  (key: KeyOf<D>, params?: Params): string;
  /** The same with the language it really is in: for `<T of={t.piece('…')}/>` where a fallback may show. */
  piece(key: KeyOf<D>, params?: Params): PickedText;
  /** The language of this dictionary as read now: 'it' when the room has no words in the page's language. */
  readonly lang: Lang;
  readonly dir: Dir;
}

const categories: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
export function isPlural(value: unknown): value is Plural {
  return isTree(value) && typeof value['other'] === 'string' && Object.keys(value).every((key) => categories.has(key));
}
const rules = new Map<Lang, Intl.PluralRules>();
function category(lang: Lang, n: number): PluralCategory {
  let rule = rules.get(lang);
  if (rule === undefined) {
    rule = new Intl.PluralRules(lang);
    rules.set(lang, rule);
  }
  return rule.select(n);
}
function find(tree: unknown, key: string): string | Plural | undefined {
  let node: unknown = tree;
  for (const part of key.split('.')) {
    if (!isTree(node)) return undefined;
    node = node[part];
  }
  return typeof node === 'string' || isPlural(node) ? node : undefined;
}
// A word in the other direction inside a sentence must not drag its neighbours along: it is isolated (U+2068 … U+2069).
const rtlLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const ltrLetters = /[A-Za-zÀ-ɏ]/;
function isolate(value: string, lang: Lang): string {
  const foreign = dirOf(lang) === 'rtl' ? ltrLetters.test(value) : rtlLetters.test(value);
  return foreign ? `\u2068${value}\u2069` : value;
}
/** Fills {name}; numbers are written as the language writes them. An unknown placeholder stays visible: better a brace than a lie. */
export function fill(pattern: string, params: Params, lang: Lang): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? number(value, lang) : isolate(value, lang);
  });
}
function say(found: string | Plural, params: Params, lang: Lang): string {
  if (typeof found === 'string') return fill(found, params, lang);
  const n = params['n'];
  return fill(found[category(lang, typeof n === 'number' ? n : Number(n ?? 0))] ?? found.other, params, lang);
}

/** The words of a dictionary in a language, without React. */
export function translate<D>(texts: Texts<D>, wanted: Lang): Translate<D> {
  const lang: Lang = texts[wanted] === undefined ? 'it' : wanted;
  const piece = (key: KeyOf<D>, params: Params = {}): PickedText => {
    const found = find(texts[lang], key);
    if (found !== undefined) return { text: say(found, params, lang), lang, dir: dirOf(lang) };
    const source = find(texts.it, key);
    return { text: source === undefined ? '' : say(source, params, 'it'), lang: 'it', dir: 'ltr' };
  };
  return Object.assign((key: KeyOf<D>, params?: Params) => piece(key, params).text, { piece, lang, dir: dirOf(lang) });
}

// ── the language of the page ─────────────────────────────────
const pageLang = setting<Lang>({
  key: 'lang',
  initial: 'it',
  allowed: langs,
  apply(lang) {
    if (typeof document === 'undefined') return;
    document.documentElement.lang = lang;
    document.documentElement.dir = dirOf(lang);
  },
});
export function currentLang(): Lang {
  return pageLang.get();
}
export function setLang(lang: Lang): void {
  pageLang.set(lang);
}
/** Told the new language at each change; returns what stops it. */
export function onLang(listener: (lang: Lang) => void): () => void {
  return pageLang.subscribe(() => listener(pageLang.get()));
}
/** Once, before the first render: the remembered language if the page offers it, else the first of the browser's that it offers, else Italian. */
export function startLang(offered: readonly Lang[] = langs): Lang {
  const wanted = (): Lang => {
    for (const tag of typeof navigator === 'undefined' ? [] : navigator.languages) {
      const known = offered.find((lang) => tag.toLowerCase().split('-')[0] === lang);
      if (known !== undefined) return known;
    }
    return 'it';
  };
  const kept = pageLang.start(wanted);
  if (!offered.includes(kept)) pageLang.set('it');
  return pageLang.get();
}
const Inside = createContext<Lang | undefined>(undefined);
/** A part of a page in another language (a preview, the wall): its words, its direction. Renders a div with `lang` and `dir`. */
export function InLang({ lang, className, children }: { lang: Lang; className?: string; children: ReactNode }) {
  return createElement(Inside.Provider, { value: lang }, createElement('div', { lang, dir: dirOf(lang), className }, children));
}
/** The language of this part of the page. */
export function useLang(): Lang {
  const page = pageLang.use();
  return useContext(Inside) ?? page;
}
/** `const t = useTexts(texts); t('sent.title', {n: 3})` */
export function useTexts<D>(texts: Texts<D>): Translate<D> {
  const lang = useLang();
  return useMemo(() => translate(texts, lang), [texts, lang]);
}
