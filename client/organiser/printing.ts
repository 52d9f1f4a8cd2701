/* From what the server says of a session to what the sheets need: seats that somebody typed, questions as forms, an address as people type it. */
import type { Paper } from '../../shared/organiser/wire.ts';
import { pickText, type Lang } from '../kernel/i18n.ts';

/** http://plenaria.local:8080 → plenaria.local:8080; https is not typed either. */
export const typed = (base: string): string => base.replace(/^https?:\/\//, '');

/** "1, 7, 20-24" → the seats of the roll that it names, in the roll's order. */
export const seatsNamed = (written: string, seats: readonly string[]): readonly string[] => {
  const wanted = new Set<string>();
  for (const part of written.split(/[,;\s]+/).filter(Boolean)) {
    const range = /^(\d+)[-–](\d+)$/.exec(part);
    if (range === null) wanted.add(part);
    else
      for (const seat of seats)
        if (/^\d+$/.test(seat) && Number(seat) >= Number(range[1]) && Number(seat) <= Number(range[2])) wanted.add(seat);
  }
  return seats.filter((seat) => wanted.has(seat));
};

type Form =
  | { readonly kind: 'choices'; readonly choices: readonly string[]; readonly min: number; readonly max: number }
  | { readonly kind: 'scale'; readonly statements: readonly string[]; readonly low: string; readonly high: string }
  | { readonly kind: 'words'; readonly entries: number }
  | { readonly kind: 'text' };
export interface Sheet {
  readonly question: string;
  readonly description: string;
  readonly form: Form;
}
/** The sheets of one question. A scale that does not go from 1 to 5 becomes one sheet a statement, with its numbers to tick. */
export const sheetsOf = (
  { question, form }: Paper['polls'][number],
  lang: Lang,
  words: { readonly yes: string; readonly no: string },
): readonly Sheet[] => {
  const say = (text: Parameters<typeof pickText>[0]): string => pickText(text, lang).text;
  const base = { question: say(question), description: '' };
  switch (form.kind) {
    case 'choices':
      return [{ ...base, form: { ...form, choices: form.choices.map(say) } }];
    case 'yesno':
      return [{ ...base, form: { kind: 'choices', choices: [words.yes, words.no], min: 1, max: 1 } }];
    case 'scale': {
      const low = form.low === null ? String(form.from) : say(form.low);
      const high = form.high === null ? String(form.to) : say(form.high);
      if (form.from === 1 && form.to === 5) return [{ ...base, form: { kind: 'scale', statements: form.statements.map(say), low, high } }];
      const steps = Array.from({ length: form.to - form.from + 1 }, (_, step) => form.from + step);
      const choices = steps.map((step) =>
        step === form.from && low !== String(step)
          ? `${step} (${low})`
          : step === form.to && high !== String(step)
            ? `${step} (${high})`
            : String(step),
      );
      return form.statements.map((statement) => ({
        ...base,
        description: say(statement),
        form: { kind: 'choices', choices, min: 1, max: 1 },
      }));
    }
    case 'words':
    case 'text':
      return [{ ...base, form }];
    default:
      return form satisfies never;
  }
};
/** What can be counted by strokes on paper; an open question has none. */
export const choicesOf = (
  poll: Paper['polls'][number],
  lang: Lang,
  words: { readonly yes: string; readonly no: string },
): readonly string[] => {
  const [first] = sheetsOf(poll, lang, words);
  return first?.form.kind === 'choices' ? first.form.choices : [];
};
