// How the ready templates are written: a line per block, minutes instead of seconds, Italian first.
// Titles and questions are in three languages, because members, the audience and the wall read them; the rest in Italian and English.
import type { Text } from '../../kernel/text.ts';
import type { Activity } from '../events.ts';
import { usualWarnSec } from '../limits.ts';
import type { Template } from '../template.ts';

type Two = readonly [it: string, en: string];
type Three = readonly [it: string, en: string, ar: string];
const two = (text: Two | null): Text | null => (text === null ? null : { original: 'it', it: text[0], en: text[1] });
export const three = (text: Three): Text => ({ original: 'it', it: text[0], en: text[1], ar: text[2] });

interface Written {
  readonly title: Three;
  readonly minutes: number;
  readonly activity: Activity;
  /** What happens, for everybody. */
  readonly about?: Two;
  /** What members do, on their phones while it runs. */
  readonly members?: Two;
  /** For those who lead, never shown to others. */
  readonly leaders?: Two;
}
export const block = ({ title, minutes, activity, about, members, leaders }: Written): Template['blocks'][number] => ({
  title: three(title),
  description: two(about ?? null),
  instructions: two(members ?? null),
  notes: two(leaders ?? null),
  activity,
  plannedSec: minutes * 60,
  warnSec: usualWarnSec(minutes * 60),
  video: null,
});

type Draft = Template['polls'][number]['draft'];
const asJson = (text: Text): Record<string, string> => Object.fromEntries(Object.entries(text));
interface Asked {
  readonly block: number;
  readonly question: Three;
  readonly of?: 'members' | 'audience';
  readonly kind:
    | { readonly kind: 'single'; readonly options: readonly Three[] }
    | { readonly kind: 'multiple'; readonly max: number; readonly options: readonly Three[] }
    | { readonly kind: 'yesno' }
    | { readonly kind: 'scale'; readonly to: number; readonly statements: readonly Three[]; readonly low: Three; readonly high: Three }
    | { readonly kind: 'text' }
    | { readonly kind: 'words'; readonly entries: number };
}
const listed = (texts: readonly Three[], prefix: string) =>
  texts.map((text, index) => ({ id: `${prefix}${index + 1}`, text: asJson(three(text)) }));
const kindOf = (kind: Asked['kind']): Draft => {
  switch (kind.kind) {
    case 'single':
    case 'yesno':
      return { kind: kind.kind };
    case 'multiple':
      return { kind: 'multiple', min: 1, max: kind.max };
    case 'scale':
      return {
        kind: 'scale',
        from: 1,
        to: kind.to,
        statements: listed(kind.statements, 'statement'),
        ends: { low: asJson(three(kind.low)), high: asJson(three(kind.high)) },
      };
    case 'text':
      return { kind: 'text', maxChars: 280 };
    case 'words':
      return { kind: 'words', maxEntries: kind.entries };
    default:
      return kind satisfies never;
  }
};
/** Hidden until published, closed by a person, not split: the careful choice (PO1); who prepares the session may change it. */
export const poll = ({ block: place, question, of = 'members', kind }: Asked): Template['polls'][number] => ({
  block: place,
  draft: {
    question: asJson(three(question)),
    kind: kindOf(kind),
    options: 'options' in kind ? listed(kind.options, 'option') : [],
    electorate: of,
    live: false,
    splitBy: [],
    closeAfterSec: null,
  },
});
