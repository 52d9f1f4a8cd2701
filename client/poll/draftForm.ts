// A question while it is being written: everything that every kind could need is kept, so that changing the kind loses nothing.
// It becomes a draft for the server only when it is whole; until then the form says what is missing. Pure: ids come in.
import { limits } from '../../shared/kernel/limits.ts';
import type { Lang, Text } from '../../shared/kernel/text.ts';
import type { PollDraftRows } from '../../shared/poll/lists.ts';
import { langs } from '../kernel/i18n.ts';

export type Draft = PollDraftRows[number]['draft'];
export type Kind = Draft['kind']['kind'];
export const kindNames = ['single', 'multiple', 'yesno', 'scale', 'text', 'words'] as const satisfies readonly Kind[];

export type Texts = Readonly<Record<Lang, string>>;
export interface Line {
  readonly id: string;
  readonly text: Texts;
}
export interface FormDraft {
  readonly original: Lang;
  readonly block: string | null;
  readonly kind: Kind;
  readonly question: Texts;
  readonly options: readonly Line[];
  readonly statements: readonly Line[];
  readonly min: number;
  readonly max: number;
  readonly scale: 'five' | 'seven' | 'ten';
  readonly low: Texts;
  readonly high: Texts;
  readonly maxEntries: number;
  readonly maxChars: number;
  readonly electorate: 'members' | 'audience';
  readonly live: boolean;
  readonly splitBy: readonly string[];
  readonly closeAfterSec: number | null;
}
export const noText: Texts = { it: '', en: '', ar: '' };
export const scaleSteps = { five: { from: 1, to: 5 }, seven: { from: 1, to: 7 }, ten: { from: 0, to: 10 } } as const;

export const emptyForm = (block: string | null, newId: () => string): FormDraft => ({
  original: 'it',
  block,
  kind: 'single',
  question: noText,
  options: [
    { id: newId(), text: noText },
    { id: newId(), text: noText },
  ],
  statements: [{ id: newId(), text: noText }],
  min: 1,
  max: 3,
  scale: 'five',
  low: noText,
  high: noText,
  maxEntries: 3,
  maxChars: limits.answerChars,
  electorate: 'members',
  live: false,
  splitBy: [],
  closeAfterSec: null,
});

const textsOf = (text: Text | undefined): Texts => ({ it: text?.it ?? '', en: text?.en ?? '', ar: text?.ar ?? '' });
const lines = (list: readonly { readonly id: string; readonly text: Text }[]): readonly Line[] =>
  list.map(({ id, text }) => ({ id, text: textsOf(text) }));

export function formOf(draft: Draft, newId: () => string): FormDraft {
  const { kind } = draft;
  const empty = emptyForm(draft.block, newId);
  const scale = kind.kind === 'scale' ? kind : null;
  return {
    ...empty,
    original: draft.question.original,
    kind: kind.kind,
    question: textsOf(draft.question),
    options: draft.options.length === 0 ? empty.options : lines(draft.options),
    statements: scale === null ? empty.statements : lines(scale.statements),
    min: kind.kind === 'multiple' ? kind.min : empty.min,
    max: kind.kind === 'multiple' ? kind.max : empty.max,
    scale: scale === null ? 'five' : scale.to === 10 ? 'ten' : scale.to === 7 ? 'seven' : 'five',
    low: textsOf(scale?.ends?.low),
    high: textsOf(scale?.ends?.high),
    maxEntries: kind.kind === 'words' ? kind.maxEntries : empty.maxEntries,
    maxChars: kind.kind === 'text' ? kind.maxChars : empty.maxChars,
    electorate: draft.electorate,
    live: draft.live,
    splitBy: draft.splitBy,
    closeAfterSec: draft.closeAfterSec,
  };
}

const isEmpty = (text: Texts): boolean => langs.every((lang) => text[lang].trim() === '');
/** In its original if that is written, else in the first language that is. */
const toText = (text: Texts, original: Lang): Text => {
  const own = text[original].trim() === '' ? (langs.find((lang) => text[lang].trim() !== '') ?? original) : original;
  const parts = Object.fromEntries(langs.flatMap((lang) => (text[lang].trim() === '' ? [] : [[lang, text[lang].trim()] as const])));
  return { original: own, ...parts };
};

export type Missing = 'question' | 'options' | 'statements' | 'twice' | 'long' | 'max';
export type Whole = { readonly kind: 'whole'; readonly draft: FormedDraft } | { readonly kind: 'missing'; readonly what: Missing };
type FormedDraft = ReturnType<typeof made>;

const kindOf = (form: FormDraft, statements: readonly { readonly id: string; readonly text: Text }[]) => {
  switch (form.kind) {
    case 'single':
    case 'yesno':
      return { kind: form.kind };
    case 'multiple':
      return { kind: form.kind, min: form.min, max: form.max };
    case 'scale': {
      const ends =
        isEmpty(form.low) || isEmpty(form.high)
          ? {}
          : { ends: { low: toText(form.low, form.original), high: toText(form.high, form.original) } };
      return { kind: form.kind, ...scaleSteps[form.scale], statements, ...ends };
    }
    case 'text':
      return { kind: form.kind, maxChars: form.maxChars };
    case 'words':
      return { kind: form.kind, maxEntries: form.maxEntries };
    default:
      return form.kind satisfies never;
  }
};
const made = (form: FormDraft, options: readonly Line[], statements: readonly Line[]) => {
  const spoken = (list: readonly Line[]) => list.map(({ id, text }) => ({ id, text: toText(text, form.original) }));
  return {
    block: form.block,
    question: toText(form.question, form.original),
    kind: kindOf(form, spoken(statements)),
    options: hasOptions(form.kind) ? spoken(options) : [],
    electorate: form.electorate,
    live: form.live,
    splitBy: form.electorate === 'members' ? form.splitBy : [],
    closeAfterSec: form.closeAfterSec,
  };
};
export const hasOptions = (kind: Kind): boolean => kind === 'single' || kind === 'multiple';

const tooLong = (text: Texts, max: number): boolean => langs.some((lang) => [...text[lang].trim()].length > max);
const repeated = (list: readonly Line[]): boolean =>
  langs.some((lang) => {
    const words = list.map(({ text }) => text[lang].trim().toLocaleLowerCase()).filter((word) => word !== '');
    return new Set(words).size < words.length;
  });

/** Empty lines are left out; what the server would refuse is said before it is sent. */
export function toDraft(form: FormDraft): Whole {
  const options = hasOptions(form.kind) ? form.options.filter(({ text }) => !isEmpty(text)) : [];
  const statements = form.kind === 'scale' ? form.statements.filter(({ text }) => !isEmpty(text)) : [];
  const missing = ((): Missing | null => {
    if (isEmpty(form.question)) return 'question';
    if (hasOptions(form.kind) && options.length < 2) return 'options';
    if (form.kind === 'scale' && statements.length < 1) return 'statements';
    if (tooLong(form.question, limits.titleChars) || [...options, ...statements].some(({ text }) => tooLong(text, limits.optionChars)))
      return 'long';
    if (tooLong(form.low, limits.attributeChars) || tooLong(form.high, limits.attributeChars)) return 'long';
    if (repeated(options) || repeated(statements)) return 'twice';
    return form.kind === 'multiple' && (form.max > options.length || form.min > form.max) ? 'max' : null;
  })();
  return missing === null ? { kind: 'whole', draft: made(form, options, statements) } : { kind: 'missing', what: missing };
}

/** How much of a language is there: 'none' (nobody began), 'all', or how many texts lack, the question apart. */
export function lacking(form: FormDraft, lang: Lang): { readonly question: boolean; readonly lines: number } | null {
  const list = hasOptions(form.kind) ? form.options : form.kind === 'scale' ? form.statements : [];
  const written = list.filter(({ text }) => !isEmpty(text));
  const all = [form.question, ...written.map(({ text }) => text)];
  if (lang === form.original || all.every((text) => text[lang].trim() === '')) return null;
  const lack = { question: form.question[lang].trim() === '', lines: written.filter(({ text }) => text[lang].trim() === '').length };
  return lack.question || lack.lines > 0 ? lack : null;
}
