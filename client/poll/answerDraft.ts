// What a person is choosing, before it is sent: kept on the phone as text, so that it survives a sleep, a reload, a push (K5, K8, PO3).
// `sent` is the edit number under which it was last sent: until the server shows that number, it has not been counted.
// Safe for phones: no schema; what is read back is checked by hand, because anybody may write into a phone's storage.
import type { Asked } from '../../shared/poll/public.ts';
import type { Answer } from '../../shared/poll/tally.ts';

export const DONT_KNOW = 'dontknow' as const;

export interface AnswerDraft {
  /** Option ids, 'yes', 'no' or 'dontknow'. */
  readonly picked: readonly string[];
  readonly values: Readonly<Record<string, number | 'dontknow'>>;
  readonly text: string;
  /** Words already added, and the one in the field. */
  readonly entries: readonly string[];
  readonly typed: string;
  readonly sent: number;
}
export const emptyDraft: AnswerDraft = { picked: [], values: {}, text: '', entries: [], typed: '', sent: 0 };

const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
const values = (value: unknown): AnswerDraft['values'] =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).flatMap(([id, one]: [string, unknown]) =>
          typeof one === 'number' || one === DONT_KNOW ? [[id, one] as const] : [],
        ),
      )
    : {};

export function readDraft(stored: string): AnswerDraft {
  try {
    const value: unknown = JSON.parse(stored);
    if (typeof value !== 'object' || value === null) return emptyDraft;
    const has = new Map<string, unknown>(Object.entries(value));
    const text = has.get('text');
    const typed = has.get('typed');
    const sent = has.get('sent');
    return {
      picked: strings(has.get('picked')),
      values: values(has.get('values')),
      text: typeof text === 'string' ? text : '',
      entries: strings(has.get('entries')),
      typed: typeof typed === 'string' ? typed : '',
      sent: typeof sent === 'number' ? sent : 0,
    };
  } catch {
    return emptyDraft;
  }
}
export const writeDraft = (draft: AnswerDraft): string => JSON.stringify(draft);

/** An answer that lies in the box, as something to go on from. */
export function draftOf(answer: Answer | null): AnswerDraft {
  if (answer === null) return emptyDraft;
  switch (answer.kind) {
    case 'choice':
      return { ...emptyDraft, picked: answer.picked };
    case 'scale':
      return { ...emptyDraft, values: answer.values };
    case 'text':
      return { ...emptyDraft, text: answer.text };
    case 'words':
      return { ...emptyDraft, entries: answer.entries };
    case 'dontknow':
      return { ...emptyDraft, picked: [DONT_KNOW] };
    default:
      return answer satisfies never;
  }
}

/** The words as they would be sent: those added and the one being typed. */
export const entriesOf = (draft: AnswerDraft): readonly string[] =>
  [...draft.entries, draft.typed].map((word) => word.trim()).filter((word) => word !== '');

/** The draft as an answer, or null when there is nothing to send yet. What the question no longer offers is left out. */
export function answerOf(asked: Pick<Asked, 'kind' | 'options'>, draft: AnswerDraft): Answer | null {
  switch (asked.kind.kind) {
    case 'single':
    case 'multiple':
    case 'yesno': {
      if (draft.picked.includes(DONT_KNOW)) return { kind: 'dontknow' };
      const offered = asked.kind.kind === 'yesno' ? ['yes', 'no'] : asked.options.map(({ id }): string => id);
      const picked = draft.picked.filter((id) => offered.includes(id));
      return picked.length === 0 ? null : { kind: 'choice', picked };
    }
    case 'scale': {
      const given = asked.kind.statements.flatMap(({ id }) => (draft.values[id] === undefined ? [] : [[id, draft.values[id]] as const]));
      return given.length === 0 ? null : { kind: 'scale', values: Object.fromEntries(given) };
    }
    case 'text':
      return draft.text.trim() === '' ? null : { kind: 'text', text: draft.text.trim() };
    case 'words': {
      const entries = entriesOf(draft);
      return entries.length === 0 ? null : { kind: 'words', entries };
    }
    default:
      return asked.kind satisfies never;
  }
}
