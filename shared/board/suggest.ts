// Notes that may say the same (BO5): those that share their rare words. Only ever a suggestion: a person taps "Uguale a", nothing is merged
// by itself, and notes that somebody took apart again may be suggested again. Cheap enough for 500 notes at every opening of the list.
import type { NoteId } from '../kernel/ids.ts';

export interface SuggestedNote {
  readonly id: NoteId;
  readonly text: string;
  readonly into: NoteId | null;
}
export interface Suggestion {
  /** The one that came later, to put under the other. */
  readonly note: NoteId;
  readonly into: NoteId;
  /** The words they share, as the later one writes them. */
  readonly words: readonly string[];
}
// What holds sentences together, without accents: it says nothing about what a note is about. Italian and English.
const empty = new Set(
  (
    'ad agli ai al alla alle allo anche ancora avere ben bene che chi ci ciascun coi col come con contro cosa cose cui da dagli dai dal dalla ' +
    'dalle dallo dei degli del della delle dello dentro di dove due e ed essere fa fanno far fare fatto fino fra gia gli ha hanno ho i il in ' +
    'io la le lei li lo loro lui ma mai me meno mi mio molto ne negli nei nel nella nelle nello noi non nostra nostre nostri nostro o ogni ' +
    'oltre per perche piu poco poi possa possano possono potere prima proprio puo qualche quale quali quando quanto quelle quelli quello ' +
    'quella questa queste questi questo qui se sempre senza si sia siamo siano so solo sono sopra sotto sta stata state stati stato su sua ' +
    'subito sue sugli sui sul sulla sulle sullo suo suoi tra troppo tutta tutte tutti tutto un una uno va vi voi vanno ' +
    'about all and any are but can for from has have how into its more not one our out should some than that the their them there they ' +
    'this too was what when which who will with you your'
  ).split(' '),
);
const shortest = 3;
/** One word whatever its ending: albero, alberi; street, streets. */
const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:[aeiou]{1,2}|s)$/u, '') : word);
const wordsOf = (text: string): ReadonlyMap<string, string> => {
  const words = new Map<string, string>();
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');
  for (const word of plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
    if (word.length >= shortest && !empty.has(word) && !words.has(stem(word))) words.set(stem(word), word);
  return words;
};

/** A word that this many notes share is the subject of the board, not a likeness. */
const commonAt = 40;
const likeEnough = 0.45;

/** The likest first, at most `most`. Of two notes of one pile, or one that is under another already, nothing is said. */
export const suggestSame = (notes: readonly SuggestedNote[], most = 20): readonly Suggestion[] => {
  const heads = notes.filter(({ into }) => into === null).map((note) => ({ id: note.id, words: wordsOf(note.text) }));
  const holders = new Map<string, number[]>();
  heads.forEach(({ words }, index) => {
    for (const word of words.keys()) {
      const list = holders.get(word);
      if (list) list.push(index);
      else holders.set(word, [index]);
    }
  });
  const weight = (word: string): number => Math.log(1 + heads.length / (holders.get(word)?.length ?? 1));
  const total = heads.map(({ words }) => [...words.keys()].reduce((sum, word) => sum + weight(word), 0));
  const found: (Suggestion & { readonly likeness: number })[] = [];
  heads.forEach((later, index) => {
    const shared = new Map<number, string[]>();
    for (const word of later.words.keys()) {
      const list = holders.get(word) ?? [];
      if (list.length > commonAt) continue;
      for (const other of list) {
        if (other >= index) break;
        const words = shared.get(other);
        if (words) words.push(word);
        else shared.set(other, [word]);
      }
    }
    for (const [other, words] of shared) {
      const earlier = heads[other];
      if (!earlier) continue;
      const both = words.reduce((sum, word) => sum + weight(word), 0);
      const likeness = both / Math.sqrt((total[index] ?? 0) * (total[other] ?? 0));
      // One word in common is a likeness only where there is hardly another.
      if (likeness >= likeEnough && (words.length > 1 || Math.min(later.words.size, earlier.words.size) === 1))
        found.push({ note: later.id, into: earlier.id, words: words.map((word) => later.words.get(word) ?? word), likeness });
    }
  });
  return found
    .sort((a, b) => b.likeness - a.likeness || (a.note < b.note ? -1 : 1))
    .slice(0, most)
    .map(({ note, into, words }) => ({ note, into, words }));
};
