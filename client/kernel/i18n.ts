/* The languages of an assembly: which words a page says, in which direction, and how hours, numbers and shares are written.
   Italian is the source and always complete; what is missing elsewhere appears in Italian with its own `lang`, never as a key.
   Texts of the software live in <room>.it.json, .en.json, .ar.json; texts of people (`Text`) are never translated in silence.
   Italian comes with the page; another language is fetched whole when it is first wanted (a phone carries one, not three).
   No library and no zod: phones load this. Placeholders are {name}; a plural is an object of Intl.PluralRules categories, chosen by {n}. */
import { createContext, createElement, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
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

/** Undefined: the room has no such language, or its words are not here yet (`loadLang`). */
export interface Texts<D> {
  readonly it: D;
  readonly en: Like<D> | undefined;
  readonly ar: Like<D> | undefined;
}
/** The words themselves, or how to fetch them: `() => import('./poll.en.json')`. */
export type Words<W> = W | (() => Promise<{ readonly default: W }>);
const isLoad = <W>(words: Words<W>): words is () => Promise<{ readonly default: W }> => typeof words === 'function';

/** Dictionaries that were defined and not fetched yet. */
const waiting = new Set<{ readonly lang: Lang; readonly load: () => Promise<void> }>();
/** Languages of this page: a part that comes later brings its words in them. */
const wanted = new Set<Lang>();
const watchers = new Set<() => void>();
const watchWords = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** One dictionary of one room. `ar` only where members, the audience or the screen read it. */
export function defineTexts<const D>(dictionary: { it: D; en: Words<Like<D>>; ar?: Words<Like<D>> }): Texts<D> {
  const texts: { readonly it: D; en: Like<D> | undefined; ar: Like<D> | undefined } = { it: dictionary.it, en: undefined, ar: undefined };
  for (const lang of ['en', 'ar'] as const) {
    const words = dictionary[lang];
    if (words === undefined) continue;
    if (!isLoad(words)) texts[lang] = words;
    else {
      waiting.add({
        lang,
        load: async () => {
          texts[lang] = (await words()).default;
        },
      });
      if (wanted.has(lang)) void loadLang(lang).catch(() => undefined);
    }
  }
  return texts;
}

/** Fetches the words of a language of everything defined so far, and, from then on, of what is defined later.
    Rejects when a file did not come; what came is kept, and the next call asks for the rest. */
export async function loadLang(lang: Lang): Promise<void> {
  // At once: a part that is defined while the words are on their way must bring its own.
  wanted.add(lang);
  for (;;) {
    const due = [...waiting].filter((one) => one.lang === lang);
    if (due.length === 0) return;
    await Promise.all(
      due.map(async (one) => {
        await one.load();
        waiting.delete(one);
      }),
    );
    for (const watcher of watchers) watcher();
  }
}
const isLoaded = (lang: Lang): boolean => ![...waiting].some((one) => one.lang === lang);

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
export function translate<D>(texts: Texts<D>, asked: Lang): Translate<D> {
  const lang: Lang = texts[asked] === undefined ? 'it' : asked;
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
let lastChosen: Lang = 'it';
/** Fetches the words, then turns the page; at once when they are here. False: they did not come, and the page stays as it was.
    Of two choices made while waiting only the later one counts. */
export async function setLang(lang: Lang): Promise<boolean> {
  lastChosen = lang;
  if (!isLoaded(lang)) {
    try {
      await loadLang(lang);
    } catch {
      return false;
    }
    if (lastChosen !== lang) return true;
  }
  pageLang.set(lang);
  return true;
}
/** Told the new language at each change; returns what stops it. */
export function onLang(listener: (lang: Lang) => void): () => void {
  return pageLang.subscribe(() => listener(pageLang.get()));
}
const comeAgainMs = 3000;
/** Once, before the first render: the remembered language if the page offers it, else the first of the browser's that it offers, else Italian.
    Resolves when its words are here, or could not be fetched: then the page speaks Italian until they come. */
export async function startLang(offered: readonly Lang[] = langs): Promise<Lang> {
  const ofBrowser = (): Lang => {
    for (const tag of typeof navigator === 'undefined' ? [] : navigator.languages) {
      const known = offered.find((lang) => tag.toLowerCase().split('-')[0] === lang);
      if (known !== undefined) return known;
    }
    return 'it';
  };
  const kept = pageLang.start(ofBrowser);
  if (!offered.includes(kept)) pageLang.set('it');
  const lang = pageLang.get();
  const fetchWords = async (): Promise<void> => {
    try {
      await loadLang(lang);
    } catch {
      setTimeout(() => void fetchWords(), comeAgainMs);
    }
  };
  await fetchWords();
  return lang;
}
const Inside = createContext<Lang | undefined>(undefined);
/** A part of a page in another language (a preview, the wall): its words, its direction. Renders a div with `lang` and `dir`. */
export function InLang({ lang, className, children }: { lang: Lang; className?: string; children: ReactNode }) {
  useEffect(() => {
    // Without them this part speaks Italian, and says so.
    loadLang(lang).catch(() => undefined);
  }, [lang]);
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
  const words = useSyncExternalStore(watchWords, () => texts[lang]);
  // `words` is what `translate` finds in `texts` when it is called: another one, another translation.
  return useMemo(() => (words === undefined ? translate(texts, 'it') : translate(texts, lang)), [texts, lang, words]);
}
