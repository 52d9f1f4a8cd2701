// What is typed beside a printer becomes sheets: seats by name and range, questions as forms.
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../shared/organiser/wire.ts';
import { choicesOf, seatsNamed, sheetsOf, typed } from './printing.ts';

const say = (it: string) => ({ original: 'it' as const, it });
const poll = (form: Paper['polls'][number]['form']): Paper['polls'][number] => ({ id: 'p', question: say('Quanto?'), members: true, form });
const words = { yes: 'Sì', no: 'No' };

describe('answer sheets', () => {
  test('[RO5] seats by number, by range, by label; what is on no roll prints nothing', () => {
    const seats = ['1', '2', '3', '20', 'A7'];
    expect(seatsNamed('3, 1', seats)).toEqual(['1', '3']);
    expect(seatsNamed('2-20; A7', seats)).toEqual(['2', '3', '20', 'A7']);
    expect(seatsNamed('99, B1', seats)).toEqual([]);
  });
  test('[RO5] a scale from 1 to 5 is one sheet; another scale is a sheet a statement, with all its steps', () => {
    const scale = {
      kind: 'scale' as const,
      statements: [say('Bello'), say('Utile')],
      from: 1,
      to: 5,
      low: say('poco'),
      high: say('molto'),
    };
    expect(sheetsOf(poll(scale), 'it', words)).toMatchObject([
      { question: 'Quanto?', form: { kind: 'scale', statements: ['Bello', 'Utile'], low: 'poco', high: 'molto' } },
    ]);
    const long = sheetsOf(poll({ ...scale, from: 0, to: 10 }), 'it', words);
    expect(long.map(({ description }) => description)).toEqual(['Bello', 'Utile']);
    expect(long[0]?.form).toMatchObject({
      kind: 'choices',
      max: 1,
      choices: ['0 (poco)', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10 (molto)'],
    });
  });
  test('[RO5] yes and no can be counted by strokes, an open answer cannot', () => {
    expect(choicesOf(poll({ kind: 'yesno' }), 'it', words)).toEqual(['Sì', 'No']);
    expect(choicesOf(poll({ kind: 'text' }), 'it', words)).toEqual([]);
  });
  test('an address as people type it', () => {
    expect(typed('http://plenaria.local:8080')).toBe('plenaria.local:8080');
  });
});
