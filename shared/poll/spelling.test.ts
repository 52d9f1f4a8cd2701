// The table of word-keys.csv is the contract of the key: each row was a real confusion on a wall.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it, test } from 'vitest';
import { charCount, cleanLine, labelOf, spellingOf, suggestionFor, wordKey } from './spelling.ts';

const parsed = Papa.parse<string[]>(readFileSync(new URL('./testdata/word-keys.csv', import.meta.url), 'utf8').replace(/\n$/u, ''))
  .data.slice(1)
  .map(([a = '', b = '', verdict = '']) => [a, b, verdict] as const);

describe('the spelling key', () => {
  it('reads the whole table', () => expect(parsed.length).toBe(29));
  test.each(parsed)('[PO7] «%s» and «%s» are %s', (a, b, verdict) => {
    const [left, right] = [wordKey(a), wordKey(b)];
    expect(left === right).toBe(verdict === 'same');
    expect(suggestionFor(left, right) !== null).toBe(verdict === 'suggest');
    expect(suggestionFor(right, left)).toBe(suggestionFor(left, right));
  });
  it('[PO7] a sign keeps its meaning inside an entry and punctuation does not', () => {
    expect(wordKey('più bici - auto')).not.toBe(wordKey('più bici + auto'));
    expect(wordKey('−auto')).toBe(wordKey('- auto'));
    expect(wordKey('e-mail')).toBe(wordKey('e mail'));
    expect(wordKey('c#')).not.toBe(wordKey('c'));
    expect(wordKey('«verde»')).toBe('verde');
    expect(wordKey('#verde')).toBe('verde');
    expect(wordKey('100€')).not.toBe(wordKey('100'));
  });
  it('[PO7] a spelling that a person can split keeps its accents', () => {
    expect(wordKey('papà')).toBe(wordKey('papa'));
    expect(spellingOf('Papà!')).not.toBe(spellingOf('papa'));
    expect(spellingOf('Papà!')).toBe(spellingOf('papà'));
  });
  it('[PO7] is never empty for an entry that has something in it, and settles: the key of a key is itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const key = wordKey(text);
        if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(cleanLine(text))) expect(key).not.toBe('');
        expect(wordKey(key)).toBe(key);
      }),
    );
  });
  it('[PO7] digits are never a slip of the finger', () => {
    expect(suggestionFor(wordKey('velocità 30'), wordKey('velocità 50'))).toBeNull();
    expect(suggestionFor(wordKey('biodiversità'), wordKey('biodivesità'))).toBe('slip');
    expect(suggestionFor('sostenibile', 'insostenibile')).toBeNull();
  });
});

describe('the label', () => {
  const spell = (...texts: string[]) => texts.map((text, order) => ({ text, order }));
  it('[PO7] is the commonest spelling', () => expect(labelOf(spell('VERDE', 'verde!', 'verde'))).toBe('verde'));
  it('[PO7] is the accented one on ties', () => expect(labelOf(spell("citta'", 'città'))).toBe('città'));
  it('[PO7] is the first to arrive when nothing else tells', () => expect(labelOf(spell('Verde', 'verde'))).toBe('Verde'));
  it('[PO7] keeps a sign and an apostrophe', () => {
    expect(labelOf(spell('+ verde'))).toBe('+ verde');
    expect(labelOf(spell('- auto!'))).toBe('- auto');
    expect(labelOf(spell("un po'"))).toBe("un po'");
    expect(labelOf(spell('C++'))).toBe('C++');
    expect(labelOf(spell('...'))).toBe('...');
  });
});

describe('a line', () => {
  it('[PO7] loses what cannot be seen and nothing else', () => {
    expect(cleanLine('  a\u202eb\u0000c\u200f\n d ')).toBe('abc d');
    expect(cleanLine('va\ud800i')).toBe('vai');
    expect(cleanLine('👩‍🌾 orti')).toBe('👩‍🌾 orti');
  });
  it('[PO7] is counted as people count', () => {
    expect(charCount('città')).toBe(5);
    expect(charCount('citta\u0300')).toBe(5);
    expect(charCount('👩‍🌾')).toBe(1);
    expect(charCount('🌳️')).toBe(1);
    expect(charCount('हिन्दी')).toBe(3);
    expect(charCount('a' + '\u0335'.repeat(30))).toBeGreaterThan(25);
  });
});
