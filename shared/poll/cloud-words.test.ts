// Words of a hall, told as stories: who wrote what, what a person decided, what the wall may show.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it, test } from 'vitest';
import { checkEntries, groupWords, isHeld, rank, shown, suggestMerges } from './cloud-words.ts';
import type { WordAct, WordEntry, WordGroup } from './cloud-words.ts';

const wrote = (...pairs: readonly (readonly [string, string])[]): WordEntry[] =>
  pairs.map(([person, text], order) => ({ person, text, order }));
const counts = (entries: readonly WordEntry[], acts: readonly WordAct[] = []) =>
  groupWords(entries, acts).groups.map(({ label, count }) => [label, count]);
const plain = (id: string, count: number, firstOrder: number): WordGroup => ({
  id,
  label: id,
  count,
  firstOrder,
  keys: [id],
  spellings: [],
});

const city = Papa.parse<string[]>(readFileSync(new URL('./testdata/word-entries-it.csv', import.meta.url), 'utf8').trim()).data.slice(1);
const entries: WordEntry[] = city.map(([person = '', text = ''], order) => ({ person, text, order }));

describe('groups', () => {
  it('[PO7] counts people, not entries', () =>
    expect(counts(wrote(['a', 'verde'], ['a', 'VERDE'], ['b', 'Verde!']))).toEqual([['verde', 2]]));
  it('[PO7] one person does not decide the label alone by repeating', () =>
    expect(counts(wrote(['a', 'VERDE'], ['a', 'VERDE'], ['b', 'verde'], ['c', 'verde']))).toEqual([['verde', 3]]));
  it('[PO7] a merge sums people once and is undone by leaving it out', () => {
    const some = wrote(['a', 'albero'], ['a', 'alberi'], ['b', 'alberi'], ['c', 'albero']);
    const merge: WordAct = { kind: 'merge', from: 'albero', into: 'alberi' };
    expect(counts(some, [merge])).toEqual([['albero', 3]]);
    expect(groupWords(some, [merge]).groups[0]).toMatchObject({ id: 'alberi', keys: ['alberi', 'albero'].sort() });
    expect(groupWords(some, [])).toEqual(groupWords(some));
    expect(counts(some)).toEqual([
      ['albero', 2],
      ['alberi', 2],
    ]);
  });
  it('[PO7] merges follow each other, and turning back does not loop', () => {
    const some = wrote(['a', 'bici'], ['b', 'bicicletta'], ['c', 'biciclette']);
    const acts: WordAct[] = [
      { kind: 'merge', from: 'bici', into: 'bicicletta' },
      { kind: 'merge', from: 'bicicletta', into: 'biciclette' },
      { kind: 'merge', from: 'biciclette', into: 'bici' },
    ];
    expect(groupWords(some, acts).groups.map(({ id, count }) => [id, count])).toEqual([['biciclette', 3]]);
    expect(groupWords(some, acts.slice(1)).groups.map(({ count }) => count)).toEqual([3]);
  });
  it('[PO7] a person splits what the key merged, also for later arrivals', () => {
    const some = wrote(['a', 'papà'], ['b', 'papa'], ['c', "papa'"], ['d', 'Papà!']);
    expect(counts(some)).toEqual([['papà', 4]]);
    const split: WordAct = { kind: 'split', key: 'papa', spellings: ['papà', "papa'"] };
    expect(counts(some, [split])).toEqual([
      ['papà', 3],
      ['papa', 1],
    ]);
    expect(counts([...some, { person: 'e', text: 'PAPÀ', order: 9 }], [split])).toEqual([
      ['papà', 4],
      ['papa', 1],
    ]);
  });
  it('[PO12] a hidden word leaves the table, stays counted, and stays hidden when merged or split', () => {
    const some = wrote(['a', 'Rossi ladro'], ['b', 'rossi ladro'], ['c', 'verde']);
    const hide: WordAct = { kind: 'hide', key: 'rossi ladro' };
    const result = groupWords(some, [hide]);
    expect(result.groups.map(({ label }) => label)).toEqual(['verde']);
    expect(result.hidden.map(({ count }) => count)).toEqual([2]);
    expect(counts(some, [hide, { kind: 'merge', from: 'rossi ladro', into: 'verde' }])).toEqual([['verde', 1]]);
    expect(counts(some, [hide, { kind: 'split', key: 'rossi ladro', spellings: ['rossi ladro'] }])).toEqual([['verde', 1]]);
    expect(counts(some, [hide, { kind: 'unhide', key: 'rossi ladro' }])).toEqual(counts(some));
  });
  it('[PO12] hiding a merged word hides all that is in it', () => {
    const some = wrote(['a', 'ladro'], ['b', 'ladri']);
    const acts: WordAct[] = [
      { kind: 'merge', from: 'ladro', into: 'ladri' },
      { kind: 'hide', key: 'ladri' },
    ];
    expect(counts(some, acts)).toEqual([]);
    expect(groupWords(some, acts).hidden.map(({ count }) => count)).toEqual([2]);
  });
  it('[PO7] gives the same groups in whatever order the entries are listed', () => {
    const before = groupWords(entries);
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (mixed) => {
        expect(groupWords(mixed)).toEqual(before);
      }),
      { numRuns: 10 },
    );
  });
  it('[PO7] counts a hall of 600 entries: every person of a word, each once', () => {
    const { groups } = groupWords(entries);
    expect(entries.length).toBe(600);
    expect(groups[0]).toMatchObject({ label: 'mobilità sostenibile' });
    const written = new Set(
      entries.filter(({ text }) => /^\W*mobilit(à|a'|à)\s+sostenibile\W*$/iu.test(text.normalize('NFC'))).map(({ person }) => person),
    );
    expect(groups[0]?.count).toBe(written.size);
  });
});

describe('held for review', () => {
  test.each(['pompa di calore', 'Pompa', 'pesce', 'SEGA', 'regina', 'tirare', 'finocchio', 'merenda', 'analisi'])(
    '[PO7] «%s» is never held',
    (text) => expect(isHeld(text)).toBe(false),
  );
  test.each(['MERDA!', 'vaffanculo', 'Figlio  di puttana', 'fuck you', 'idiòta'])('[PO7] «%s» waits for a person', (text) =>
    expect(isHeld(text)).toBe(true),
  );
  it('[PO7] a held word is not shown until released, and is never deleted', () => {
    const some = wrote(['a', 'merda'], ['b', 'verde']);
    expect(counts(some)).toEqual([['verde', 1]]);
    expect(groupWords(some).held.map(({ label }) => label)).toEqual(['merda']);
    expect(counts(some, [{ kind: 'release', key: 'merda' }])).toEqual([
      ['merda', 1],
      ['verde', 1],
    ]);
  });
  it('[PO7] nothing of a real hall is held', () => expect(groupWords(entries).held).toEqual([]));
});

describe('what a phone sends', () => {
  it('[PO7] forty characters pass, forty-one are refused, none is cut', () => {
    expect(checkEntries(['à'.repeat(40)], 5)).toEqual({ ok: true, entries: ['à'.repeat(40)] });
    expect(checkEntries(['verde', 'a'.repeat(41)], 5)).toEqual({ ok: false, code: 'poll.wordTooLong', index: 1 });
  });
  it('[PO7] a chain of joined emoji is not endless', () =>
    expect(checkEntries(['👩' + '\u200d🌾'.repeat(60)], 1)).toMatchObject({ code: 'poll.wordTooLong' }));
  it('[PO7] one to five entries, empty lines aside', () => {
    expect(checkEntries(['', ' '], 5)).toMatchObject({ code: 'poll.noWords' });
    expect(checkEntries(['a', '', 'b', 'c'], 2)).toEqual({ ok: false, code: 'poll.tooManyWords', index: 3 });
    expect(checkEntries([' a ', '', 'b'], 2)).toEqual({ ok: true, entries: ['a', 'b'] });
  });
  it('[PO7] a direction override never reaches the wall', () =>
    expect(checkEntries(['\u202everde\u0007'], 1)).toEqual({ ok: true, entries: ['verde'] }));
});

describe('what the cloud shows', () => {
  it('[PO7] whole classes of equal count, and says the floor', () => {
    const words = Array.from({ length: 30 }, (_, i) => plain(`w${i}`, i < 12 ? 20 - i : i < 18 ? 4 : 1, i));
    const result = shown(words, 20);
    expect(result).toMatchObject({ floor: 4, extra: 0 });
    expect(result.words.length).toBe(18);
  });
  it('[PO7] the ten most frequent are there even when their class is not whole, ties by first arrival', () => {
    const words = Array.from({ length: 50 }, (_, i) => plain(`w${i}`, 1, 50 - i));
    const result = shown(words, 20);
    expect(result).toMatchObject({ floor: null, extra: 10 });
    expect(result.words.map(({ firstOrder }) => firstOrder)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
  it('[PO7] holds for any counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (list, max) => {
        const words = list.map((count, i) => plain(`w${i}`, count + 1, i));
        const result = shown(words, max);
        const ids = new Set(result.words.map(({ id }) => id));
        const ranked = rank(words);
        expect(ranked.slice(0, 10).every(({ id }) => ids.has(id))).toBe(true);
        expect(result.words.length).toBeLessThanOrEqual(Math.max(10, max));
        for (const word of result.words.slice(10))
          expect(words.filter(({ count }) => count === word.count).every(({ id }) => ids.has(id))).toBe(true);
        const { floor } = result;
        if (floor !== null) expect(words.filter(({ count }) => count >= floor).every(({ id }) => ids.has(id))).toBe(true);
      }),
    );
  });
  it('[PO7] the ranked table has every word, equals share a place', () => {
    expect(rank([plain('a', 3, 0), plain('b', 1, 1), plain('c', 3, 2), plain('d', 1, 3)]).map(({ id, place }) => [id, place])).toEqual([
      ['a', 1],
      ['c', 1],
      ['b', 3],
      ['d', 3],
    ]);
  });
});

describe('suggestions', () => {
  it('[PO7] the rarer into the commoner, and only suggested', () => {
    const some = wrote(['a', 'alberi'], ['b', 'alberi'], ['c', 'albero'], ['d', 'mare'], ['e', 'male']);
    const { groups } = groupWords(some);
    expect(suggestMerges(groups)).toEqual([{ from: 'albero', into: 'alberi', reason: 'number' }]);
    expect(groups.length).toBe(4);
  });
  it('[PO7] what a person split is not suggested again', () => {
    const some = wrote(['a', 'papà'], ['b', 'papa']);
    expect(suggestMerges(groupWords(some, [{ kind: 'split', key: 'papa', spellings: ['papà'] }]).groups)).toEqual([]);
  });
});
