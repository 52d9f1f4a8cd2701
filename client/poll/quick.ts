// One line becomes a question: "Quando facciamo la pausa? / Adesso / Alle 11". Without choices it is yes or no (PO11).
// Pure; ids come in, so that a test gives the same draft twice.
import { limits } from '../../shared/kernel/limits.ts';
import type { Lang, Text } from '../../shared/kernel/text.ts';

export type QuickFault = 'empty' | 'one' | 'many' | 'longQuestion' | 'longOption' | 'twice';
export interface QuickQuestion {
  readonly question: string;
  readonly options: readonly string[];
  /** Why it cannot be opened yet; null when it can. */
  readonly fault: QuickFault | null;
}
const long = (text: string, max: number): boolean => [...text].length > max;

/** Reads the line. A bar divides only where a blank or an end stands beside it: "24/7" and "e/o" are words. */
export function readQuick(line: string): QuickQuestion {
  const [first = '', ...rest] = line.split(/\s\/\s*|\s*\/\s|\/$/u).map((part) => part.trim());
  const options = rest.filter((option) => option !== '');
  const fault = ((): QuickFault | null => {
    if (first === '') return 'empty';
    if (long(first, limits.titleChars)) return 'longQuestion';
    if (options.length === 1) return 'one';
    if (options.length > limits.options) return 'many';
    if (options.some((option) => long(option, limits.optionChars))) return 'longOption';
    return new Set(options.map((option) => option.toLocaleLowerCase())).size < options.length ? 'twice' : null;
  })();
  return { question: first, options, fault };
}

/** The text in the one language it was written in. */
export const inOneLang = (text: string, lang: Lang): Text =>
  lang === 'it' ? { original: lang, it: text } : lang === 'en' ? { original: lang, en: text } : { original: lang, ar: text };

/** The draft for `poll.quick`: members, hidden, closed by a person. */
export const quickDraft = ({ question, options }: QuickQuestion, block: string | null, lang: Lang, newId: () => string) => ({
  block,
  question: inOneLang(question, lang),
  kind: options.length === 0 ? { kind: 'yesno' as const } : { kind: 'single' as const },
  options: options.map((option) => ({ id: newId(), text: inOneLang(option, lang) })),
  electorate: 'members' as const,
  live: false,
  splitBy: [],
  closeAfterSec: null,
});
