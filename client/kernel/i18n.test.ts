/* The languages kernel: plurals of each language, the fall back to Italian, the direction, and the figures as the assembly writes them.
   And one law over all dictionaries of the client: every language has the same keys and placeholders. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  currentLang,
  dateLong,
  defineTexts,
  fill,
  hour,
  isPlural,
  loadLang,
  number,
  percent,
  percentOfPermille,
  pickText,
  setLang,
  timer,
  translate,
  type Lang,
} from './i18n.ts';

const texts = defineTexts({
  it: { hello: 'Ciao {name}', poll: { sent: { one: '{n} risposta su {all}', other: '{n} risposte su {all}' } } },
  en: { hello: 'Hello {name}', poll: { sent: { one: '{n} answer of {all}', other: '{n} answers of {all}' } } },
  ar: {
    hello: 'مرحبا {name}',
    poll: { sent: { zero: 'zero {n}', one: 'one {n}', two: 'two {n}', few: 'few {n}', many: 'many {n}', other: 'other {n}' } },
  },
});

describe('plurals', () => {
  it('[IN1] Arabic uses its six forms, Italian and English two', () => {
    const ar = translate(texts, 'ar');
    const forms = [0, 1, 2, 3, 10, 11, 99, 100, 103].map((n) => ar('poll.sent', { n }).split(' ')[0]);
    expect(forms).toEqual(['zero', 'one', 'two', 'few', 'few', 'many', 'many', 'other', 'few']);
    const it_ = translate(texts, 'it');
    expect([0, 1, 2].map((n) => it_('poll.sent', { n, all: 77 }))).toEqual(['0 risposte su 77', '1 risposta su 77', '2 risposte su 77']);
    expect(translate(texts, 'en')('poll.sent', { n: 1, all: 77 })).toBe('1 answer of 77');
  });

  it('a group with other keys beside `other` is three texts, not a plural', () => {
    const kinds = defineTexts({
      it: { link: { desk: 'Banco', screen: 'Schermo', other: 'Altro' } },
      en: { link: { desk: 'Desk', screen: 'Screen', other: 'Other' } },
    });
    expect(translate(kinds, 'en')('link.other')).toBe('Other');
  });

  it('a form that a language does not need falls to `other`', () => {
    const few = defineTexts({ it: { a: { other: '{n} cose' } }, en: { a: { other: '{n} things' } } });
    expect(translate(few, 'en')('a', { n: 1 })).toBe('1 things');
  });
});

describe('fall back', () => {
  it('[IN1] a room without Arabic words speaks Italian and says so', () => {
    const console_ = defineTexts({ it: { go: 'Avanti' }, en: { go: 'Next' } });
    const t = translate(console_, 'ar');
    expect([t('go'), t.lang, t.dir]).toEqual(['Avanti', 'it', 'ltr']);
  });

  it('[IN1] a key lost in one language appears in Italian with its own lang and dir, never as a key', () => {
    const lost: { go: string } = JSON.parse('{}');
    const t = translate(defineTexts({ it: { go: 'Avanti {n}' }, en: lost, ar: lost }), 'ar');
    expect(t.piece('go', { n: 3 })).toEqual({ text: 'Avanti 3', lang: 'it', dir: 'ltr' });
  });

  it('[IN1] a text of people is read in the page’s language or else in its original, with its direction', () => {
    const text = { it: 'Ombra', ar: ' ', original: 'it' } as const;
    expect(pickText(text, 'it')).toEqual({ text: 'Ombra', lang: 'it', dir: 'ltr' });
    expect(pickText(text, 'ar')).toEqual({ text: 'Ombra', lang: 'it', dir: 'ltr' });
    expect(pickText({ ar: 'ظل', original: 'ar' }, 'en')).toEqual({ text: 'ظل', lang: 'ar', dir: 'rtl' });
  });
});

describe('words that are fetched', () => {
  afterEach(() => setLang('it'));

  it('[IN1] a page turns to a language when its words are here, and what comes later brings them too', async () => {
    const page = defineTexts({ it: { go: 'Avanti' }, en: () => Promise.resolve({ default: { go: 'Next' } }) });
    expect([translate(page, 'en')('go'), translate(page, 'en').lang]).toEqual(['Avanti', 'it']);
    expect(await setLang('en')).toBe(true);
    expect([currentLang(), translate(page, 'en')('go')]).toEqual(['en', 'Next']);
    const later = defineTexts({ it: { stop: 'Fine' }, en: () => Promise.resolve({ default: { stop: 'End' } }) });
    await loadLang('en');
    expect(translate(later, 'en')('stop')).toBe('End');
  });

  it('[IN1] a part that comes while the words of the page are on their way brings its own', async () => {
    let come = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      come = resolve;
    });
    defineTexts({ it: { go: 'Avanti' }, en: { go: 'Next' }, ar: () => slow.then(() => ({ default: { go: 'التالي' } })) });
    const turning = setLang('ar');
    const later = defineTexts({ it: { stop: 'Fine' }, en: { stop: 'End' }, ar: () => Promise.resolve({ default: { stop: 'النهاية' } }) });
    come();
    await turning;
    expect([currentLang(), translate(later, 'ar')('stop')]).toEqual(['ar', 'النهاية']);
  });

  it('[IN1] words that do not come leave the page as it is, and are asked again at the next choice', async () => {
    let there = false;
    const page = defineTexts({
      it: { go: 'Avanti' },
      en: { go: 'Next' },
      ar: () => (there ? Promise.resolve({ default: { go: 'التالي' } }) : Promise.reject(new Error('no network'))),
    });
    expect([await setLang('ar'), currentLang(), translate(page, 'ar')('go')]).toEqual([false, 'it', 'Avanti']);
    there = true;
    expect([await setLang('ar'), currentLang(), translate(page, 'ar')('go')]).toEqual([true, 'ar', 'التالي']);
  });

  it('[IN1] of two choices made while the words are on their way the later one counts', async () => {
    let come = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      come = resolve;
    });
    defineTexts({ it: { go: 'Avanti' }, en: { go: 'Next' }, ar: () => slow.then(() => ({ default: { go: 'التالي' } })) });
    const first = setLang('ar');
    await setLang('it');
    come();
    await first;
    expect(currentLang()).toBe('it');
  });
});

describe('placeholders', () => {
  it('numbers are written as the language writes them; an unknown one stays visible', () => {
    expect(fill('{n} su {all}, {x}', { n: 1204, all: 77 }, 'it')).toBe('1.204 su 77, {x}');
    expect(fill('{n}', { n: 1204 }, 'ar')).toBe('1,204');
  });

  it('[IN1] a word of the other direction is isolated inside a sentence, one of the same is not', () => {
    expect(fill('Lingua: {name}', { name: 'العربية' }, 'it')).toBe('Lingua: \u2068العربية\u2069');
    expect(fill('Lingua: {name}', { name: 'Italiano' }, 'it')).toBe('Lingua: Italiano');
    expect(fill('اللغة: {name}', { name: 'Italiano' }, 'ar')).toBe('اللغة: \u2068Italiano\u2069');
  });
});

describe('figures', () => {
  const at = Date.UTC(2026, 10, 21, 8, 52, 31);
  const zone = 'Europe/Rome';
  it('hours: 9.52 in Italian, 9:52 elsewhere, midnight is 0.05', () => {
    expect([hour(at, 'it', zone), hour(at, 'en', zone), hour(at, 'ar', zone)]).toEqual(['9.52', '9:52', '9:52']);
    expect(hour(at, 'it', zone, { seconds: true })).toBe('9.52.31');
    expect(hour(Date.UTC(2026, 10, 20, 23, 5), 'it', zone)).toBe('0.05');
  });
  it('timers: 3:48, 1:02:03, past the end with a minus, never rounded up', () => {
    expect([228, 3723, 59.9, 0, -12, -0.4].map(timer)).toEqual(['3:48', '1:02:03', '0:59', '0:00', '\u22120:12', '\u22120:01']);
  });
  it('shares: 63,6 % with a space that does not break in Italian, 63.6% elsewhere, digits Western in Arabic', () => {
    expect(percent(0.636, 'it', 1)).toBe('63,6\u00a0%');
    expect(percent(0.636, 'it')).toBe('64\u00a0%');
    expect(percentOfPermille(636, 'en')).toBe('63.6%');
    expect(percentOfPermille(636, 'ar')).toBe('63.6%');
  });
  it('counts and days', () => {
    expect([number(1204, 'it'), number(1204, 'en'), number(2.5, 'it')]).toEqual(['1.204', '1,204', '2,5']);
    expect(dateLong(at, 'it', zone)).toBe('sabato 21 novembre 2026');
    expect(dateLong(at, 'ar', zone)).toMatch(/21 .* 2026/);
  });
});

// ── the law over all dictionaries ────────────────────────────
const client = join(import.meta.dirname, '..');
const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(it|en|ar)\.json$/.test(name));

/** key → the placeholders of that text; a plural counts as one text with the placeholders of all its forms. */
function keysOf(tree: unknown, at: string, found: Map<string, string>, wrong: string[]): Map<string, string> {
  const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  if (typeof tree === 'string') {
    if (tree.trim() === '') wrong.push(`${at}: empty`);
    found.set(at, [...new Set(placeholders(tree))].sort().join());
  } else if (isPlural(tree)) {
    const all = new Set(Object.values(tree).flatMap((form) => placeholders(form ?? '')));
    all.add('n'); // it chooses the form even where a form does not write it ("una risposta")
    found.set(at, [...all].sort().join());
  } else if (typeof tree === 'object' && tree !== null && !Array.isArray(tree)) {
    for (const [key, value] of Object.entries(tree)) keysOf(value, at === '' ? key : `${at}.${key}`, found, wrong);
  } else wrong.push(`${at}: neither a text nor a group`);
  return found;
}
function pluralsOf(tree: unknown, at = ''): [string, string[]][] {
  if (isPlural(tree)) return [[at, Object.keys(tree)]];
  return typeof tree === 'object' && tree !== null ? Object.entries(tree).flatMap(([key, value]) => pluralsOf(value, `${at}.${key}`)) : [];
}
function read(name: string): unknown {
  return JSON.parse(readFileSync(join(client, name), 'utf8'));
}

describe('dictionaries', () => {
  it('[IN1] every language has the same keys and placeholders', () => {
    const wrong: string[] = [];
    const sources = files.filter((name) => name.endsWith('.it.json'));
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) {
      const want = keysOf(read(source), '', new Map(), wrong);
      for (const lang of ['en', 'ar']) {
        const name = source.replace(/\.it\.json$/, `.${lang}.json`);
        // English everywhere; Arabic where the room has decided that members, the audience or the screen read it.
        if (!files.includes(name)) {
          if (lang === 'en') wrong.push(`${name} is missing`);
          continue;
        }
        const have = keysOf(read(name), '', new Map(), wrong);
        for (const [key, placeholders] of want) {
          const there = have.get(key);
          if (there === undefined) wrong.push(`${name}: ${key} is missing`);
          else if (there !== placeholders) wrong.push(`${name}: ${key} has {${there}}, Italian has {${placeholders}}`);
        }
        for (const key of have.keys()) if (!want.has(key)) wrong.push(`${name}: ${key} is not in Italian`);
      }
    }
    for (const name of files)
      if (!files.includes(name.replace(/\.(en|ar)\.json$/, '.it.json'))) wrong.push(`${name} has no Italian source`);
    expect(wrong).toEqual([]);
  });

  it('[IN1] every plural has all the forms of its language', () => {
    // Forms that whole numbers can ask for: people are counted, not measured (Italian and Spanish have a "many" for millions).
    const needed: Record<Lang, string[]> = {
      it: ['one', 'other'],
      en: ['one', 'other'],
      ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
    };
    const wrong: string[] = [];
    for (const name of files) {
      const lang = name.endsWith('.ar.json') ? 'ar' : name.endsWith('.en.json') ? 'en' : 'it';
      for (const [key, forms] of pluralsOf(read(name)))
        for (const form of needed[lang]) if (!forms.includes(form)) wrong.push(`${name}: ${key} lacks "${form}"`);
    }
    expect(wrong).toEqual([]);
  });
});
