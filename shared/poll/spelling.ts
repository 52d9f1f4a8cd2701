// What makes two entries of a word cloud the same word. Ninety people on phones write «città», «citta'»
// and «CITTÀ»: the wall must show one word, with the spelling most of them used. The key is a rule that
// anyone can check by reading it; what it merges wrongly (papà, papa) a person splits, and what it leaves
// apart but may belong together (albero, alberi) is only ever suggested. Nothing here decides for people.
// No Intl.Segmenter: Firefox has it only since 125, and phones count characters with this file.

/** Longest entry of a cloud, in characters as `charCount` counts them. A limit of the wall: two lines at 32 px. */
export const WORD_MAX_CHARS = 40;

const UNSEEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;
const BLANKS = /[\s\u0085]+/gu;

/** One line without control characters, direction overrides, soft hyphens or half characters; blanks folded, composed (NFC). Never cuts. */
export const cleanLine = (text: string): string => text.replace(UNSEEN, '').replace(BLANKS, ' ').trim().normalize('NFC');

/**
 * Characters as a person counts them: marks and joined emoji count with their base, but from the third
 * mark on one letter each counts (a tower of marks would climb over the wall's other words).
 */
export function charCount(text: string): number {
  const joined = text.normalize('NFC').replace(/\u200d\p{Extended_Pictographic}|[\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}\u200c\u200d]/gu, '');
  return [...joined.replace(/(\P{M}\p{M}{0,2})/gu, 'x')].length;
}

const ELIDED = /(^|[^\p{L}\p{N}])(l|un|dell|all|dall|nell|sull|coll|quell|quest|bell|sant|gl|d|c|s|m|t|v|n|qu|j)'(?=\p{L})/gu;
const LATIN = /\p{Script=Latin}\p{M}*/gu;

function lower(text: string): string {
  return cleanLine(text)
    .normalize('NFKC')
    .toLocaleLowerCase('it')
    .normalize('NFKC')
    .replace(/[’‘‛ʼʹ`´′＇]/gu, "'")
    .replace(/[−–—‐‑‒﹣－]/gu, '-')
    .replace(/[\ufe0e\ufe0f]/gu, '')
    .replace(/(?<=^|\s|[\p{Script=Latin}])[\u200c\u200d]+|[\u200c\u200d]+(?=$|\s|\p{Script=Latin})/gu, '');
}

// A + or - that begins a word and a + or # that ends one belong to it: «+ verde» is the contrary of
// «- verde», «C++» is not «C». The same goes inside an entry («più bici - auto»). A sign standing alone
// between two words goes with the next one. Any other punctuation is a space.
function words(text: string): string {
  const signed = text.replace(/(^|\s)([+-]+)\s+(?=[\p{L}\p{N}])/gu, '$1$2');
  return signed
    .split(/\s+/u)
    .flatMap((token) => {
      const head = /^[\p{P}]*?([+-]+)(?=[\p{L}\p{N}])/u.exec(token);
      const tail = /(?<=[\p{L}\p{N}])([+#]+)\p{P}*$/u.exec(token);
      const from = head ? head[0].length : 0;
      const to = tail ? tail.index : token.length;
      const core = token
        .slice(from, to)
        .replace(/[\p{P}\p{Z}+]+/gu, ' ')
        .trim();
      return core === '' ? [] : [(head?.[1]?.at(-1) ?? '') + core + (tail?.[1] ?? '')];
    })
    .join(' ');
}

/**
 * The spelling key: entries with the same key are one word. Stable for ever for the same Unicode version.
 * NFKC, lower case, typographic apostrophes and dashes to one, elided articles split off, marks dropped on
 * Latin letters only (never ñ; in other scripts marks are letters), apostrophes dropped, punctuation to a space.
 * If nothing is left (an entry of dots) the cleaned original is the key.
 */
export function wordKey(text: string): string {
  const plain = lower(text)
    .replace(ELIDED, '$1$2 ')
    .replace(LATIN, (letter) => (letter.startsWith('ñ') ? 'ñ' : letter.normalize('NFKD').replace(/\p{M}/gu, '')))
    .replaceAll("'", '');
  const key = words(plain);
  return key === '' ? lower(text) : key;
}

/** The finer spelling that splits use: as the key, but accents and apostrophes stay («papà», «papa'» and «papa» are three). */
export function spellingOf(text: string): string {
  const fine = lower(text)
    .split(/\s+/u)
    .map((token) => token.replace(/^[^\p{L}\p{N}\p{S}\p{M}+-]+|[^\p{L}\p{N}\p{S}\p{M}'#]+$/gu, ''))
    .filter(Boolean)
    .join(' ');
  return fine === '' ? lower(text) : fine;
}

export interface Spelled {
  readonly text: string;
  readonly order: number;
}
const accents = (text: string): number => [...text.normalize('NFD').matchAll(/\p{Script=Latin}\p{M}/gu)].length;
const tidy = (text: string): string => {
  const line = cleanLine(text).replace(/’/gu, "'");
  const core = line.replace(/^[\p{P}\s]+(?=[\p{L}\p{N}])(?<![+\-−–]\s*)/u, '').replace(/(?<=[\p{L}\p{N}'])[!?.,;:…\s]+$/u, '');
  return core === '' ? line : core;
};

/**
 * The label of a word: its commonest spelling (outer punctuation aside), the accented one on ties, then the
 * one that arrived first. «verde», «verde» and «VERDE!» give «verde».
 */
export function labelOf(spellings: readonly Spelled[]): string {
  const seen = new Map<string, { count: number; order: number }>();
  for (const { text, order } of spellings) {
    const label = tidy(text);
    const was = seen.get(label);
    seen.set(label, was ? { count: was.count + 1, order: Math.min(was.order, order) } : { count: 1, order });
  }
  const ranked = [...seen].sort(([a, x], [b, y]) => y.count - x.count || accents(b) - accents(a) || x.order - y.order || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? '';
}

const ARTICLE = /^(?:il|lo|la|i|gli|le|l|un|uno|una|the|a|an) (?=\p{L}{2})/u;
const bare = (key: string): string => key.replace(ARTICLE, '');

// Italian plurals by ending, singular first; the letters before the ending must be the same and at least two.
const PLURALS: readonly (readonly [string, string])[] = [
  ['o', 'i'],
  ['a', 'e'],
  ['e', 'i'],
  ['a', 'i'],
  ['io', 'i'],
  ['co', 'chi'],
  ['go', 'ghi'],
  ['ca', 'che'],
  ['ga', 'ghe'],
  ['cia', 'ce'],
  ['gia', 'ge'],
  ['', 's'],
];
function plural(one: string, many: string): boolean {
  return PLURALS.some(([s, p]) => {
    const stem = one.slice(0, one.length - s.length);
    return stem.length >= (s === '' ? 4 : 2) && one === stem + s && many === stem + p;
  });
}
function sameButNumber(a: string, b: string): boolean {
  const left = a.split(' ');
  const right = b.split(' ');
  return (
    left.length === right.length &&
    left.every((word, i) => {
      const other = right[i] ?? '';
      return word === other || (word.length >= 4 && other.length >= 4 && (plural(word, other) || plural(other, word)));
    })
  );
}

// One slip of the finger: a letter more, less, other, or two swapped. Only in Latin words of eight letters
// or more that begin alike: in short ones a letter is a meaning (mare, male; casa, cosa; aria, area).
function oneSlip(a: string, b: string): boolean {
  const digits = (key: string) => key.replace(/[^\p{N}+#-]/gu, '');
  const latin = /^[\p{Script=Latin}\p{N} ]+$/u;
  if (
    Math.min(a.length, b.length) < 8 ||
    a[0] !== b[0] ||
    Math.abs(a.length - b.length) > 1 ||
    digits(a) !== digits(b) ||
    !latin.test(a) ||
    !latin.test(b)
  )
    return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const swapped = a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  return swapped || a.slice(i + 1) === b.slice(i + 1) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i);
}

export type SuggestionReason = 'number' | 'article' | 'slip';
/** Why two keys might be one word, or null. A suggestion only: a person applies it or not. */
export function suggestionFor(a: string, b: string): SuggestionReason | null {
  if (a === b) return null;
  const [x, y] = [bare(a), bare(b)];
  if (x === y) return 'article';
  if (sameButNumber(x, y)) return 'number';
  return oneSlip(x, y) ? 'slip' : null;
}
