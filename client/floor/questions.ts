// The questions of the hall as whoever leads looks through them: those alike together, filtered by where in the day they were born, by what
// became of them, by who asked, and by words. Pure: the page only draws what this returns.
import type { QuestionRow } from '../../shared/floor/shown.ts';
import type { QuestionId } from '../../shared/kernel/ids.ts';

/** One question with those that lie under it. */
export interface Pile {
  readonly head: QuestionRow;
  readonly under: readonly QuestionRow[];
}
export const states = ['open', 'assigned', 'answered', 'parked', 'disputed', 'all', 'hidden'] as const;
export type State = (typeof states)[number];
export const places = ['all', 'hall', 'audience', 'tables', 'paper'] as const;
export type Place = (typeof places)[number];
export interface Filter {
  /** Null: of the whole day. '': asked outside of any point. */
  readonly block: string | null;
  readonly state: State;
  readonly place: Place;
  readonly words: string;
}

export const isGone = ({ hidden, withdrawn }: QuestionRow): boolean => hidden || withdrawn;
/** In the order of the list. What lies under a question that is hidden or not there stands for itself, and so does what is hidden: it must be found to be shown again. */
export const pilesOf = (rows: readonly QuestionRow[]): readonly Pile[] => {
  const standing = new Set(rows.flatMap((row) => (isGone(row) ? [] : [row.question])));
  const headOf = (row: QuestionRow): QuestionId | null => (row.into !== null && !isGone(row) && standing.has(row.into) ? row.into : null);
  const under = new Map<QuestionId, QuestionRow[]>();
  for (const row of rows) {
    const head = headOf(row);
    if (head !== null) under.set(head, [...(under.get(head) ?? []), row]);
  }
  return rows.flatMap((head) => (headOf(head) === null ? [{ head, under: under.get(head.question) ?? [] }] : []));
};

/** Accents and capitals count for nothing in a search. */
export const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const hasState = (row: QuestionRow, state: State): boolean => {
  if (state === 'hidden') return isGone(row);
  if (isGone(row)) return false;
  switch (state) {
    case 'all':
      return true;
    case 'assigned':
      return row.standing === 'open' && row.expert !== null;
    case 'open':
    case 'answered':
    case 'parked':
    case 'disputed':
      return row.standing === state;
    default:
      return state satisfies never;
  }
};
const hasPlace = (row: QuestionRow, place: Place): boolean => {
  switch (place) {
    case 'all':
      return true;
    case 'paper':
      return row.door === 'paper';
    case 'audience':
      return row.from === 'audience';
    case 'tables':
      return row.from === 'table' && row.door !== 'paper';
    case 'hall':
      return (row.from === 'member' || row.from === 'lead') && row.door !== 'paper';
    default:
      return place satisfies never;
  }
};
/** A pile is found by the words of any of its questions; everything else is asked of the one on top. */
export const found = (piles: readonly Pile[], { block, state, place, words }: Filter): readonly Pile[] => {
  const wanted = plain(words.trim());
  return piles.filter(
    ({ head, under }) =>
      (block === null || (head.block ?? '') === block) &&
      hasState(head, state) &&
      hasPlace(head, place) &&
      (wanted === '' || [head, ...under].some(({ text }) => plain(text).includes(wanted))),
  );
};

const shortest = 5;
/** Long words without their ending: alberi and albero are one. */
const stems = (text: string): ReadonlySet<string> =>
  new Set((plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= shortest).map((word) => word.slice(0, -1)));
/** Those that share most long words with this one first. Only ever a suggestion: a person says that two are the same. */
export const alike = (question: QuestionRow, others: readonly QuestionRow[], most: number): readonly QuestionRow[] => {
  const own = stems(question.text);
  return others
    .map((row) => ({ row, shared: [...stems(row.text)].filter((word) => own.has(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, most)
    .map(({ row }) => row);
};
