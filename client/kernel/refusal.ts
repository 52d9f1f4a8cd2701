/* A refusal in words (K1): every code that the server sends has a sentence. The kernel knows its own; a screen adds those of its rooms. Safe for phones. */
import type { Params } from '../../shared/kernel/room.ts';
import { useTexts } from './i18n.ts';
import type { Lang, Texts } from './i18n.ts';
import { kernelTexts } from './texts.ts';

interface Words {
  readonly it: unknown;
  readonly en: unknown;
  readonly ar: unknown;
}
const find = (tree: unknown, path: readonly string[]): string | null => {
  let node: unknown = tree;
  for (const key of path) node = typeof node === 'object' && node !== null && Object.hasOwn(node, key) ? Reflect.get(node, key) : undefined;
  return typeof node === 'string' ? node : null;
};
const fill = (sentence: string, params: Params): string =>
  sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole));

/** Room name → its dictionary, whose `refusal` says its codes. A dictionary has whatever shape its room needs: only that branch is read. */
export type RefusalWords = Readonly<Record<string, Words>>;
export const refusalOf = <D>(texts: Texts<D>): Words => texts;

/** code → sentence, in the page's language, in Italian where it is missing, never the bare code alone. */
export const sayRefusal = (lang: Lang, code: string, params: Params, rooms: RefusalWords): string => {
  const [room = '', reason = ''] = code.split('.');
  for (const each of [lang, 'it'] as const) {
    const own = rooms[room] ? find(rooms[room][each], ['refusal', reason]) : null;
    const sentence = own ?? find(kernelTexts[each], ['refusal', room, reason]);
    if (sentence !== null) return fill(sentence, params);
  }
  return fill(find(kernelTexts[lang], ['refusal', 'other']) ?? find(kernelTexts.it, ['refusal', 'other']) ?? '{code}', { code });
};
export const useRefusal = (rooms: RefusalWords = {}): ((refused: { readonly code: string; readonly params?: Params }) => string) => {
  const t = useTexts(kernelTexts);
  return ({ code, params = {} }) => sayRefusal(t.lang, code, params, rooms);
};

/** The words of a step that can be taken back ("pagina 7"): each room says its own under `undo`. */
export const useStepWords = (rooms: RefusalWords): ((step: { readonly code: string; readonly params: Params }) => string) => {
  const { lang } = useTexts(kernelTexts);
  return ({ code, params }) => {
    const [room = '', reason = ''] = code.split('.');
    return fill(find(rooms[room]?.[lang], ['undo', reason]) ?? find(rooms[room]?.it, ['undo', reason]) ?? code, params);
  };
};
