// One line becomes a question; a form becomes a draft that the room takes, or says what is missing.
import { describe, expect, it, test } from 'vitest';
import { pollDraftSchema } from '../../shared/poll/draft.ts';
import { emptyForm, formOf, kindNames, lacking, noText, toDraft, type FormDraft } from './draftForm.ts';
import { quickDraft, readQuick } from './quick.ts';

let n = 0;
const newId = (): string => `id${String(++n).padStart(8, '0')}`;

describe('quick', () => {
  it('[PO11] the question, then choices after bars', () =>
    expect(readQuick('Quando facciamo la pausa? / Adesso / Alle 11')).toEqual({
      question: 'Quando facciamo la pausa?',
      options: ['Adesso', 'Alle 11'],
      fault: null,
    }));
  it('[PO11] without choices it is yes or no', () => {
    const draft = quickDraft(readQuick('Pausa di 10 minuti?'), null, 'it', newId);
    expect(pollDraftSchema.parse(draft)).toMatchObject({ kind: { kind: 'yesno' }, options: [], live: false, electorate: 'members' });
  });
  it('a bar inside a word is not a choice', () =>
    expect(readQuick('Sportello aperto 24/7 e/o su appuntamento?')).toMatchObject({ options: [], fault: null }));
  test.each([
    ['', 'empty'],
    [' / Sì', 'empty'],
    ['Pausa? / Adesso', 'one'],
    ['Pausa? / Adesso / adesso', 'twice'],
    [`Pausa? / ${'a'.repeat(81)} / b`, 'longOption'],
    ['a'.repeat(141), 'longQuestion'],
    [`Pausa? ${Array.from({ length: 13 }, (_, i) => `/ s${i}`).join(' ')}`, 'many'],
  ])('«%s» cannot be opened: %s', (line, fault) => expect(readQuick(line).fault).toBe(fault));
});

const written = (part: Partial<FormDraft>): FormDraft => {
  const form = emptyForm(null, newId);
  return {
    ...form,
    question: { ...noText, it: 'Che cosa manca?' },
    options: form.options.map((line, index) => ({ ...line, text: { ...noText, it: `scelta ${index}` } })),
    statements: form.statements.map((line) => ({ ...line, text: { ...noText, it: 'Ho capito' } })),
    max: 2,
    ...part,
  };
};
describe('the form', () => {
  test.each(kindNames)('[PO11] a whole form of kind %s is a draft that the room takes, and comes back the same', (kind) => {
    const whole = toDraft(written({ kind }));
    if (whole.kind !== 'whole') throw new Error(whole.what);
    const draft = pollDraftSchema.parse(whole.draft);
    expect(toDraft(formOf(draft, newId))).toEqual({ kind: 'whole', draft: whole.draft });
  });
  test.each<[string, Partial<FormDraft>]>([
    ['question', { question: noText }],
    ['options', { options: [] }],
    ['statements', { kind: 'scale', statements: [] }],
    ['max', { kind: 'multiple', max: 3 }],
    ['long', { question: { ...noText, it: 'a'.repeat(141) } }],
    ['twice', { options: [1, 2].map(() => ({ id: newId(), text: { ...noText, it: 'uguale' } })) }],
  ])('says what is missing: %s', (what, part) => expect(toDraft(written(part))).toEqual({ kind: 'missing', what }));
  it('[PO10] says what a begun translation lacks, and nothing of one that nobody began', () => {
    const form = written({});
    expect(lacking(form, 'ar')).toBeNull();
    expect(lacking({ ...form, question: { ...form.question, ar: 'سؤال' } }, 'ar')).toEqual({ question: false, lines: 2 });
  });
  it('changing the kind loses nothing that was written', () => {
    const form = written({});
    const there = toDraft({ ...form, kind: 'text' });
    expect(there).toMatchObject({ kind: 'whole', draft: { options: [] } });
    expect(toDraft({ ...form, kind: 'single' })).toMatchObject({ draft: { options: [{}, {}] } });
  });
});
