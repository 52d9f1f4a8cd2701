// From what people wrote to the words of a cloud: entries become groups by the spelling key, and every group
// counts people, not entries. What persons decide about words (merge, split, hide, release) comes in as a
// list of acts, applied in order; an undone act is simply left out, so nothing is ever lost.
// A word that may be an insult waits for a person; it is held, never deleted, and «pompa di calore» never waits.
// The ranked table has every word; the cloud has the ten most frequent and, beyond, whole classes of equals.
import { charCount, cleanLine, labelOf, spellingOf, suggestionFor, WORD_MAX_CHARS, wordKey } from './spelling.ts';
import type { SuggestionReason } from './spelling.ts';

/** One entry: `person` is an opaque key, one per answer; `order` is its arrival (lower is earlier, equal allowed). */
export interface WordEntry {
  readonly person: string;
  readonly order: number;
  readonly text: string;
}

/**
 * What a person did with words. `key`, `from`, `into` are ids of groups (`WordGroup.id`). A split takes the
 * named spellings (`WordGroup.spellings[].spelling`) out of a key into a word of their own. To undo an act,
 * leave it out of the list; an act that names what does not exist any more does nothing.
 */
export type WordAct =
  | { readonly kind: 'merge'; readonly from: string; readonly into: string }
  | { readonly kind: 'split'; readonly key: string; readonly spellings: readonly string[] }
  | { readonly kind: 'hide'; readonly key: string }
  | { readonly kind: 'unhide'; readonly key: string }
  | { readonly kind: 'release'; readonly key: string };

/** A word: `count` people wrote it, `firstOrder` is its first arrival, `keys` are the ids merged into it (itself included). */
export interface WordGroup {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly firstOrder: number;
  readonly keys: readonly string[];
  readonly spellings: readonly { readonly spelling: string; readonly label: string; readonly count: number }[];
}
/** `groups` is ranked. Hidden and held words are for facilitators only; everybody may know how many there are. */
export interface WordGroups {
  readonly groups: readonly WordGroup[];
  readonly people: number;
  readonly hidden: readonly WordGroup[];
  readonly held: readonly WordGroup[];
}

const TEN = 10;
// Joined emoji and marks count as one character for people; this bounds what they weigh (UTF-16 units, of the text and of its key).
const MAX_UNITS = 160;
// A control character: no key can contain it, because `cleanLine` removes it from every entry.
const PART = '\u001f';

// Whole entries only. Public lists of bad words would hold «pompa di calore», «pesce», «sega», «regina».
const held = new Set([
  'merda',
  'merde',
  'di merda',
  'stronzo',
  'stronza',
  'stronzi',
  'stronze',
  'cazzo',
  'cazzi',
  'testa di cazzo',
  'teste di cazzo',
  'vaffanculo',
  'fanculo',
  'affanculo',
  'coglione',
  'cogliona',
  'coglioni',
  'puttana',
  'puttane',
  'figlio di puttana',
  'figli di puttana',
  'troia',
  'troie',
  'zoccola',
  'mignotta',
  'minchia',
  'minchione',
  'bastardo',
  'bastarda',
  'bastardi',
  'pezzo di merda',
  'leccaculo',
  'rottinculo',
  'frocio',
  'froci',
  'ricchione',
  'ricchioni',
  'culattone',
  'negro',
  'negra',
  'negri',
  'terrone',
  'terroni',
  'mongoloide',
  'ritardato',
  'ritardata',
  'cretino',
  'cretina',
  'cretini',
  'idiota',
  'idioti',
  'deficiente',
  'deficienti',
  'imbecille',
  'imbecilli',
  'porco dio',
  'porcodio',
  'dio cane',
  'diocane',
  'dio porco',
  'porca madonna',
  'fuck',
  'fuck you',
  'fuck off',
  'shit',
  'bullshit',
  'asshole',
  'assholes',
  'bitch',
  'bitches',
  'cunt',
  'motherfucker',
  'bastard',
  'bastards',
  'nigger',
  'niggers',
  'faggot',
  'faggots',
  'retard',
  'idiot',
  'idiots',
  'moron',
  'whore',
  'wanker',
]);
// Never held, whatever the list above becomes.
const allowed = new Set([
  'pompa',
  'pompe',
  'pompa di calore',
  'pompe di calore',
  'pesce',
  'pesci',
  'sega',
  'seghe',
  'regina',
  'tirare',
  'finocchio',
  'cane',
  'porco',
]);

/** True when the whole entry, however spelled, is one to be looked at by a person before it is shown. */
export function isHeld(text: string): boolean {
  const key = wordKey(text);
  return held.has(key) && !allowed.has(key);
}

export type EntriesCheck =
  | { readonly ok: true; readonly entries: readonly string[] }
  | { readonly ok: false; readonly code: 'poll.noWords' | 'poll.tooManyWords' | 'poll.wordTooLong'; readonly index: number };

/** Cleans what a person sends: 1 to `maxEntries` entries of at most 40 characters. Empty lines are dropped, long ones refused, never cut. `index` is the line at fault. */
export function checkEntries(raw: readonly string[], maxEntries: number): EntriesCheck {
  const lines = raw.map((text, index) => ({ index, text: cleanLine(text) })).filter(({ text }) => text !== '' && wordKey(text) !== '');
  const tooLong = lines.find(({ text }) => charCount(text) > WORD_MAX_CHARS || text.length > MAX_UNITS || wordKey(text).length > MAX_UNITS);
  if (tooLong) return { ok: false, code: 'poll.wordTooLong', index: tooLong.index };
  const extra = lines[maxEntries];
  if (extra) return { ok: false, code: 'poll.tooManyWords', index: extra.index };
  return lines.length === 0 ? { ok: false, code: 'poll.noWords', index: 0 } : { ok: true, entries: lines.map(({ text }) => text) };
}

// Map.groupBy is younger than the browsers we support.
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** The one order of words: more people first, then first arrival, then id. */
export const byRank = (a: WordGroup, b: WordGroup): number => b.count - a.count || a.firstOrder - b.firstOrder || compare(a.id, b.id);

// The state after the acts: which split took a spelling, which key each key was merged into, what is hidden or released.
// Hiding a word hides every key that is in it at that moment; merging a hidden key later does not bring it back.
function replay(acts: readonly WordAct[]) {
  const splits = new Map<string, Map<string, string>>();
  const parent = new Map<string, string>();
  const hidden = new Set<string>();
  const released = new Set<string>();
  const known = new Set<string>();
  const root = (key: string): string => {
    let at = key;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  const together = (key: string): string[] => [...new Set([...known, key])].filter((other) => root(other) === root(key));
  for (const act of acts) {
    switch (act.kind) {
      case 'merge':
        known.add(act.from).add(act.into);
        if (root(act.from) !== root(act.into)) parent.set(root(act.from), root(act.into));
        break;
      case 'split': {
        const first = act.spellings[0];
        if (first === undefined) break;
        const base = act.key.split(PART)[0] ?? act.key;
        const id = base + PART + first;
        const taken = splits.get(base) ?? new Map<string, string>();
        for (const spelling of act.spellings) taken.set(spelling, id);
        splits.set(base, taken);
        known.add(base).add(id);
        if (hidden.has(base)) hidden.add(id);
        if (released.has(base)) released.add(id);
        break;
      }
      case 'hide':
        for (const key of together(act.key)) hidden.add(key);
        break;
      case 'unhide':
        for (const key of together(act.key)) hidden.delete(key);
        break;
      case 'release':
        for (const key of together(act.key)) released.add(key);
        break;
      default:
        act satisfies never;
    }
  }
  return { splits, root, hidden, released };
}

interface Placed extends WordEntry {
  readonly key: string;
  readonly spelling: string;
}

function groupOf(id: string, entries: readonly Placed[]): WordGroup {
  const people = new Set(entries.map(({ person }) => person));
  const bySpelling = groupBy(entries, ({ spelling }) => spelling);
  return {
    id,
    label: labelOf(entries),
    count: people.size,
    firstOrder: entries.reduce((least, { order }) => Math.min(least, order), Infinity),
    keys: [...new Set([id, ...entries.map(({ key }) => key)])].sort(compare),
    spellings: [...bySpelling]
      .map(([spelling, some]) => ({ spelling, label: labelOf(some), count: new Set(some.map(({ person }) => person)).size }))
      .sort((a, b) => b.count - a.count || compare(a.spelling, b.spelling)),
  };
}

/** Groups entries after the acts. The order of `entries` in the list does not matter, only `order` does. `people` counts whoever has at least one word that is shown. */
export function groupWords(entries: readonly WordEntry[], acts: readonly WordAct[] = []): WordGroups {
  const { splits, root, hidden, released } = replay(acts);
  // One person's spellings of one word count once for the label: a person who writes VERDE three times has one say.
  const once = new Map<string, Placed>();
  for (const entry of entries) {
    const base = wordKey(entry.text);
    if (base === '') continue;
    const spelling = spellingOf(entry.text);
    const key = splits.get(base)?.get(spelling) ?? base;
    const same = `${key}${PART}${PART}${entry.person}${PART}${cleanLine(entry.text)}`;
    const was = once.get(same);
    if (!was || entry.order < was.order) once.set(same, { ...entry, key, spelling });
  }
  const sorted = [...once.values()].sort((a, b) => a.order - b.order || compare(a.text, b.text) || compare(a.person, b.person));
  const isHidden = ({ key }: Placed) => hidden.has(key);
  const waits = (entry: Placed) => !isHidden(entry) && !released.has(entry.key) && isHeld(entry.text);
  const ranked = (some: readonly Placed[]) =>
    [...groupBy(some, ({ key }) => root(key))].map(([id, group]) => groupOf(id, group)).sort(byRank);
  const open = sorted.filter((entry) => !isHidden(entry) && !waits(entry));
  return {
    groups: ranked(open),
    people: new Set(open.map(({ person }) => person)).size,
    hidden: ranked(sorted.filter(isHidden)),
    held: ranked(sorted.filter(waits)),
  };
}

/** One row of the ranked table: `place` is shared by words with the same count (1, 2, 2, 4). */
export interface RankedWord {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly place: number;
}
/** The table behind the cloud: every word, none left out. */
export function rank(groups: readonly WordGroup[]): readonly RankedWord[] {
  const sorted = [...groups].sort(byRank);
  return sorted.map(({ id, label, count }) => ({ id, label, count, place: 1 + sorted.findIndex((other) => other.count === count) }));
}

/** `floor`: every word written by at least `floor` people is here («scritte da almeno 4»); null when no whole class fits. `extra`: words of the first ten that lie under the floor. */
export interface ShownWords {
  readonly words: readonly WordGroup[];
  readonly floor: number | null;
  readonly extra: number;
}
/** What the cloud shows: the ten most frequent always (ties by first arrival); beyond them whole classes of equal count, at most `maxWords` in all. */
export function shown(groups: readonly WordGroup[], maxWords: number): ShownWords {
  const sorted = [...groups].sort(byRank);
  const room = Math.max(TEN, maxWords);
  const next = sorted[room];
  const whole = next ? sorted.filter(({ count }) => count > next.count) : sorted;
  const words = whole.length >= TEN ? whole : sorted.slice(0, TEN);
  return { words, floor: whole.at(-1)?.count ?? null, extra: words.length - whole.length };
}

export interface MergeSuggestion {
  readonly from: string;
  readonly into: string;
  readonly reason: SuggestionReason;
}
// Pairs are compared among the 400 commonest words: beyond that a person would not read the list anyway.
const COMPARED = 400;
/** Pairs that may be one word, the rarer into the commoner, commonest first. Nothing is merged until a person says so. */
export function suggestMerges(groups: readonly WordGroup[]): readonly MergeSuggestion[] {
  const sorted = [...groups].sort(byRank).slice(0, COMPARED);
  return sorted.flatMap((into, i) =>
    sorted.slice(i + 1).flatMap((from) => {
      const reason = from.id.includes(PART) || into.id.includes(PART) ? null : suggestionFor(from.id, into.id);
      return reason === null ? [] : [{ from: from.id, into: into.id, reason }];
    }),
  );
}
