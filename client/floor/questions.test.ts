// Looking through the questions of the hall: alike ones together, filters, words; what is hidden is found only where it is asked for.
import { expect, it } from 'vitest';
import { blockId, groupId, question, questionId } from './console.testkit.tsx';
import { alike, found, pilesOf, type Filter } from './questions.ts';

const all: Filter = { block: null, state: 'all', place: 'all', words: '' };
const numbers = (rows: readonly { readonly head: { readonly question: string } }[]): string =>
  rows.map(({ head }) => String(Number(head.question.slice(-4)))).join(' ');
const rows = [
  question(1, { block: blockId(1), from: 'table', door: 'table', group: groupId(3), table: 3 }),
  question(2, { into: questionId(1), text: 'Chi cura gli Àlberi nuovi?' }),
  question(3, { from: 'audience', standing: 'answered' }),
  question(4, { from: 'lead', door: 'paper' }),
  question(5, { hidden: true }),
  question(6, { into: questionId(5) }),
  question(7, { into: questionId(1), hidden: true }),
  question(8, { withdrawn: true }),
  question(9, { standing: 'parked', words: 'Ufficio Clima' }),
  question(10, { standing: 'disputed' }),
];
const piles = pilesOf(rows);

it('[FL2] every question is in exactly one pile; what lies under a hidden one stands for itself, what is hidden is found alone', () => {
  expect(piles.flatMap(({ head, under }) => [head, ...under])).toHaveLength(rows.length);
  expect(numbers(piles)).toBe('1 3 4 5 6 7 8 9 10');
  expect(piles[0]?.under.map((row) => row.question)).toEqual([questionId(2)]);
});
it('[PO12] hidden and withdrawn ones are only where one looks for them', () => {
  expect(numbers(found(piles, all))).toBe('1 3 4 6 9 10');
  expect(numbers(found(piles, { ...all, state: 'hidden' }))).toBe('5 7 8');
});
it('filters by what became of a question, where it was born, and who asked', () => {
  expect(numbers(found(piles, { ...all, state: 'open' }))).toBe('1 4 6');
  expect(numbers(found(piles, { ...all, state: 'parked' }))).toBe('9');
  expect(numbers(found(piles, { ...all, state: 'disputed' }))).toBe('10');
  expect(numbers(found(piles, { ...all, block: blockId(1) }))).toBe('1');
  expect(numbers(found(piles, { ...all, block: '' }))).toBe('3 4 6 9 10');
  expect(numbers(found(piles, { ...all, place: 'tables' }))).toBe('1');
  expect(numbers(found(piles, { ...all, place: 'audience' }))).toBe('3');
  expect(numbers(found(piles, { ...all, place: 'paper' }))).toBe('4');
  expect(numbers(found(piles, { ...all, place: 'hall' }))).toBe('6 9 10');
});
it('a search finds a pile by the words of any question in it, without accents and capitals', () => {
  expect(numbers(found(piles, { ...all, words: ' alberi ' }))).toBe('1');
  expect(numbers(found(piles, { ...all, words: 'pinguini' }))).toBe('');
});
it('likeness is long words in common, whatever their ending, and nothing more', () => {
  const trees = question(1, { text: 'Chi paga gli alberi nuovi?' });
  const others = [
    question(2, { text: 'Chi paga la scuola?' }),
    question(3, { text: 'Ogni albero quanto costa?' }),
    question(4, { text: 'Alberi nuovi: quando?' }),
  ];
  expect(alike(trees, others, 5).map((row) => row.question)).toEqual([questionId(4), questionId(3)]);
  expect(alike(trees, others, 1)).toHaveLength(1);
});
