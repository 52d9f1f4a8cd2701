// The one count of a poll: phone, wall, record and export all show what this file says, so that no two numbers
// differ. Pure and indifferent to the order of answers. People are the base: percentages are of those who
// answered, «Non so» included; how many were present stands beside them and is never a divisor here.
// Splits by attribute and flows between rounds are published only where nobody can be found in them, not even
// by subtraction from the totals, which are always exact. An informal poll decides nothing: no thresholds here.
import type { Text } from '../kernel/text.ts';
import { groupWords } from './cloud-words.ts';
import type { WordAct } from './cloud-words.ts';
import { cleanLine } from './spelling.ts';

/** `max` of choices, `from`…`to` of a scale, are included. A scale has at least one statement; a single one may be the question itself. */
export type PollKind =
  | { readonly kind: 'single' }
  | { readonly kind: 'multiple'; readonly min: number; readonly max: number }
  | { readonly kind: 'yesno' }
  | {
      readonly kind: 'scale';
      readonly from: number;
      readonly to: number;
      readonly statements: readonly { readonly id: string; readonly text: Text }[];
      readonly ends?: { readonly low: Text; readonly high: Text };
    }
  | { readonly kind: 'text'; readonly maxChars: number }
  | { readonly kind: 'words'; readonly maxEntries: number };
/** `picked` are option ids, or 'yes' | 'no'. A statement left out of `values` was skipped. */
export type Answer =
  | { readonly kind: 'choice'; readonly picked: readonly string[] }
  | { readonly kind: 'scale'; readonly values: Readonly<Record<string, number | 'dontknow'>> }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'words'; readonly entries: readonly string[] }
  | { readonly kind: 'dontknow' };
/** `person`: opaque key that matches two rounds; the same key twice is counted once. `order`: arrival, lower is earlier; only words use it, for ties. */
export interface CountedAnswer {
  readonly answer: Answer;
  readonly source: 'phone' | 'paper';
  readonly person?: string;
  readonly group?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly order?: number;
}
/** A show of hands: people per option id ('yes', 'no'), or 'dontknow'. */
export interface Hands {
  readonly counts: Readonly<Record<string, number>>;
}

export interface OptionCount {
  readonly id: string;
  readonly count: number;
  readonly percent: number;
}
export interface StatementCount {
  readonly id: string;
  /** People who gave a number or «Non so» on this statement: the base of its percentages, which sum to 100 with `dontKnow`. */
  readonly answered: number;
  readonly values: readonly { readonly value: number; readonly count: number; readonly percent: number }[];
  readonly dontKnow: Count;
  /** Of those who gave a number; mean rounded to hundredths, median halfway between the middle two. */
  readonly mean: number | null;
  readonly median: number | null;
}
export interface Count {
  readonly count: number;
  readonly percent: number;
}
/** `percentOf`: 'all' sums to 100 (largest remainder); 'people' are shares of people who answered, and may pass 100. */
export interface Tally {
  readonly kind: PollKind['kind'];
  readonly percentOf: 'all' | 'people';
  readonly answered: number;
  readonly dontKnow: Count;
  readonly base: number | null;
  /** Answers that do not fit the question: never counted, never silent. */
  readonly invalid: number;
  readonly sources: { readonly phone: number; readonly paper: number; readonly hands: number };
  readonly options: readonly OptionCount[];
  readonly statements: readonly StatementCount[];
  /** Sorted by their letters, not by arrival: the order of arrival could name who wrote. */
  readonly texts: readonly { readonly text: string; readonly count: number }[];
  readonly words: readonly { readonly id: string; readonly label: string; readonly count: number }[];
  /** How many texts or words were hidden by a person, or wait for one («n nascoste»). */
  readonly hidden: number;
  readonly held: number;
  readonly splits: readonly Split[];
}
/** Cells of one split. `facet`: 'choice', or an option id (multiple: cells 'yes'/'no'), or a statement id; `cells` as option id, value, 'dontknow' or 'skipped'. */
export type Split =
  | {
      readonly attribute: string;
      readonly shown: true;
      readonly rows: readonly { readonly value: string; readonly answered: number; readonly facets: readonly SplitFacet[] }[];
    }
  | { readonly attribute: string; readonly shown: false; readonly reason: SplitReason };
export type SplitReason = 'smallCell' | 'overlap' | 'notForThisKind' | 'nobody';
export interface SplitFacet {
  readonly id: string;
  readonly cells: readonly { readonly id: string; readonly count: number }[];
}

export interface CountOptions {
  /** People present until the close; null when the electorate has no roll (an audience). */
  readonly base: number | null;
  readonly hands?: Hands;
  /** Attribute names declared before opening; `BY_GROUP` splits by table. */
  readonly splitBy?: readonly string[];
  /** What a person did with the words of a cloud. */
  readonly wordActs?: readonly WordAct[];
  /** Open texts hidden by a person, as the tally spells them. */
  readonly hiddenTexts?: readonly string[];
}

/** A number about fewer people than this is not published when it is split by attribute, group or flow (RO4). */
export const LEAST_CELL = 5;
export const BY_GROUP = 'group';
export const DONT_KNOW = 'dontknow';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, each) => total + each, 0);
const share = (count: number, of: number): number => (of === 0 ? 0 : Math.floor((200 * count + of) / (2 * of)));

/** Whole percentages that sum to 100 (Hamilton, largest remainder; ties to the larger count, then to the first). All 0 when there is nothing to share. */
export function percentages(counts: readonly number[]): readonly number[] {
  const total = sum(counts);
  if (total === 0) return counts.map(() => 0);
  const parts = counts.map((count, at) => ({ at, count, floor: Math.floor((100 * count) / total), rest: (100 * count) % total }));
  const left = 100 - sum(parts.map(({ floor }) => floor));
  const up = new Set(
    [...parts]
      .sort((a, b) => b.rest - a.rest || b.count - a.count || a.at - b.at)
      .slice(0, left)
      .map(({ at }) => at),
  );
  return parts.map(({ at, floor }) => floor + (up.has(at) ? 1 : 0));
}

/** Option ids of a question, without «Non so», which is always there and always last. */
const optionIds = (kind: PollKind, options: readonly { readonly id: string }[]): readonly string[] => {
  switch (kind.kind) {
    case 'single':
    case 'multiple':
      return options.map(({ id }) => id);
    case 'yesno':
      return ['yes', 'no'];
    case 'scale':
    case 'text':
    case 'words':
      return [];
    default:
      return kind satisfies never;
  }
};

/** Whether an answer is one that this question can have. What does not fit is refused at the door and, if it came in, not counted. */
export function fits(kind: PollKind, options: readonly { readonly id: string }[], answer: Answer): boolean {
  if (answer.kind === 'dontknow') return true;
  switch (kind.kind) {
    case 'single':
    case 'multiple':
    case 'yesno': {
      if (answer.kind !== 'choice') return false;
      const ids = new Set(optionIds(kind, options));
      const [min, max] = kind.kind === 'multiple' ? [Math.max(1, kind.min), kind.max] : [1, 1];
      return (
        answer.picked.length >= min &&
        answer.picked.length <= max &&
        new Set(answer.picked).size === answer.picked.length &&
        answer.picked.every((id) => ids.has(id))
      );
    }
    case 'scale': {
      if (answer.kind !== 'scale') return false;
      const values = Object.entries(answer.values);
      const ids = new Set(kind.statements.map(({ id }) => id));
      return (
        values.length > 0 &&
        values.every(
          ([id, value]) => ids.has(id) && (value === DONT_KNOW || (Number.isInteger(value) && value >= kind.from && value <= kind.to)),
        )
      );
    }
    case 'text':
      return answer.kind === 'text' && answer.text.trim() !== '' && [...answer.text].length <= kind.maxChars;
    case 'words':
      return answer.kind === 'words' && answer.entries.length >= 1 && answer.entries.length <= kind.maxEntries;
    default:
      return kind satisfies never;
  }
}

// The same person twice is an error of the caller, but must not be counted twice: paper replaces the phone (PO9),
// then the later one, then the one whose letters come last, so that the order of the list never matters.
export function onePerPerson(answers: readonly CountedAnswer[]): readonly CountedAnswer[] {
  const alone: CountedAnswer[] = [];
  const kept = new Map<string, CountedAnswer>();
  const sorted = (record: Readonly<Record<string, unknown>> = {}) => Object.entries(record).sort(([a], [b]) => compare(a, b));
  const spelled = ({ answer, group, attributes }: CountedAnswer) =>
    JSON.stringify([answer.kind === 'scale' ? sorted(answer.values) : answer, group ?? '', sorted(attributes)]);
  const wins = (a: CountedAnswer, b: CountedAnswer) =>
    a.source !== b.source
      ? a.source === 'paper'
      : (a.order ?? 0) !== (b.order ?? 0)
        ? (a.order ?? 0) > (b.order ?? 0)
        : spelled(a) > spelled(b);
  for (const each of answers) {
    if (each.person === undefined) {
      alone.push(each);
      continue;
    }
    const was = kept.get(each.person);
    if (!was || wins(each, was)) kept.set(each.person, each);
  }
  return [...alone, ...kept.values()];
}

export type HandsRefusal =
  'poll.handsNotForThisKind' | 'poll.handsNotANumber' | 'poll.handsUnknownOption' | 'poll.handsNeedPresent' | 'poll.handsExceedPresent';
/**
 * Whether a show of hands may be added to what was counted. Null means yes. Only where one person raises a hand
 * once (single, yes/no): several choices by hand would not say how many people answered. `counted` is
 * `Tally.answered` without hands: 0 when the hands are the whole question.
 */
export function checkHands(
  kind: PollKind,
  options: readonly { readonly id: string }[],
  hands: Hands,
  counted: number,
  base: number | null,
): HandsRefusal | null {
  if (kind.kind !== 'single' && kind.kind !== 'yesno') return 'poll.handsNotForThisKind';
  const counts = Object.entries(hands.counts);
  if (counts.some(([, count]) => !Number.isInteger(count) || count < 0)) return 'poll.handsNotANumber';
  const ids = new Set([...optionIds(kind, options), DONT_KNOW]);
  if (counts.some(([id]) => !ids.has(id))) return 'poll.handsUnknownOption';
  if (base === null) return 'poll.handsNeedPresent';
  return sum(counts.map(([, count]) => count)) + counted > base ? 'poll.handsExceedPresent' : null;
}

const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

function countStatement(kind: Extract<PollKind, { kind: 'scale' }>, id: string, answers: readonly CountedAnswer[]): StatementCount {
  const given = answers.flatMap(({ answer }) => {
    const value =
      answer.kind === 'dontknow' ? DONT_KNOW : answer.kind === 'scale' && Object.hasOwn(answer.values, id) ? answer.values[id] : undefined;
    return value === undefined ? [] : [value];
  });
  const numbers = given.filter((value) => value !== DONT_KNOW);
  const steps = Array.from({ length: kind.to - kind.from + 1 }, (_, i) => kind.from + i);
  const counts = steps.map((step) => numbers.filter((value) => value === step).length);
  const unsure = given.length - numbers.length;
  const percents = percentages([...counts, unsure]);
  return {
    id,
    answered: given.length,
    values: steps.map((value, i) => ({ value, count: counts[i] ?? 0, percent: percents[i] ?? 0 })),
    dontKnow: { count: unsure, percent: percents.at(-1) ?? 0 },
    mean: numbers.length === 0 ? null : Math.round((100 * sum(numbers)) / numbers.length) / 100,
    median: median(numbers),
  };
}

const isUnsure = ({ answer }: CountedAnswer): boolean =>
  answer.kind === 'dontknow' || (answer.kind === 'scale' && Object.values(answer.values).every((value) => value === DONT_KNOW));

/**
 * Counts a poll. Any permutation of `answers` gives the identical tally. Hands must have passed `checkHands`.
 * Splits are declared before opening and counted with the rest: see `splitAll` for what is shown.
 */
export function count(
  kind: PollKind,
  options: readonly { readonly id: string }[],
  answers: readonly CountedAnswer[],
  settings: CountOptions,
): Tally {
  const people = onePerPerson(answers);
  const valid = people.filter(({ answer }) => fits(kind, options, answer));
  const raised = new Map(Object.entries(settings.hands?.counts ?? {}));
  const ids = optionIds(kind, options);
  const counts = ids.map(
    (id) => valid.filter(({ answer }) => answer.kind === 'choice' && answer.picked.includes(id)).length + (raised.get(id) ?? 0),
  );
  const unsure = valid.filter(isUnsure).length + (raised.get(DONT_KNOW) ?? 0);
  const hands = sum([...ids, DONT_KNOW].map((id) => raised.get(id) ?? 0));
  const answered = valid.length + hands;
  const adds = kind.kind === 'single' || kind.kind === 'yesno';
  const percents = adds ? percentages([...counts, unsure]) : [...counts, unsure].map((each) => share(each, answered));

  const written = new Map<string, number>();
  for (const { answer } of valid)
    if (answer.kind === 'text') written.set(cleanLine(answer.text), (written.get(cleanLine(answer.text)) ?? 0) + 1);
  const away = new Set(settings.hiddenTexts);
  const entries = valid.flatMap(({ answer, order = 0 }, person) =>
    answer.kind === 'words' ? answer.entries.map((text) => ({ person: String(person), order, text })) : [],
  );
  const words = groupWords(entries, settings.wordActs);
  return {
    kind: kind.kind,
    percentOf: adds ? 'all' : 'people',
    answered,
    dontKnow: { count: unsure, percent: percents.at(-1) ?? 0 },
    base: settings.base,
    invalid: people.length - valid.length,
    sources: {
      phone: valid.filter(({ source }) => source === 'phone').length,
      paper: valid.filter(({ source }) => source === 'paper').length,
      hands,
    },
    options: ids.map((id, i) => ({ id, count: counts[i] ?? 0, percent: percents[i] ?? 0 })),
    statements: kind.kind === 'scale' ? kind.statements.map(({ id }) => countStatement(kind, id, valid)) : [],
    texts: [...written]
      .filter(([text]) => !away.has(text))
      .map(([text, times]) => ({ text, count: times }))
      .sort((a, b) => compare(a.text, b.text)),
    words: words.groups.map(({ id, label, count: times }) => ({ id, label, count: times })),
    hidden: words.hidden.length + sum([...written].map(([text, times]) => (away.has(text) ? times : 0))),
    held: words.held.length,
    splits: splitAll(kind, ids, valid, settings.splitBy ?? []),
  };
}

// What a split divides: for each facet, the one cell where a person stands. Cells partition the people, so that
// «did not choose» and «skipped» are cells too: whoever hides there is as findable as whoever chose.
type Facet = { readonly id: string; readonly cellOf: (each: CountedAnswer) => string };
function facetsOf(kind: PollKind, ids: readonly string[]): readonly Facet[] {
  const picked = ({ answer }: CountedAnswer) => (answer.kind === 'choice' ? answer.picked : []);
  switch (kind.kind) {
    case 'single':
    case 'yesno':
      return [{ id: 'choice', cellOf: (each) => picked(each)[0] ?? DONT_KNOW }];
    case 'multiple':
      return [
        ...ids.map((id) => ({ id, cellOf: (each: CountedAnswer) => (picked(each).includes(id) ? 'yes' : 'no') })),
        { id: DONT_KNOW, cellOf: (each) => (isUnsure(each) ? 'yes' : 'no') },
      ];
    case 'scale':
      return kind.statements.map(({ id }) => ({
        id,
        cellOf: ({ answer }) =>
          answer.kind === 'dontknow'
            ? DONT_KNOW
            : answer.kind === 'scale' && Object.hasOwn(answer.values, id)
              ? String(answer.values[id])
              : 'skipped',
      }));
    case 'text':
    case 'words':
      return [];
    default:
      return kind satisfies never;
  }
}

const valueOf = ({ group, attributes }: CountedAnswer, attribute: string): string =>
  (attribute === BY_GROUP ? group : attributes && Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined) ?? '';
type Joint = ReadonlyMap<string, ReadonlyMap<string, number>>;
function table(people: readonly CountedAnswer[], row: (each: CountedAnswer) => string, column: (each: CountedAnswer) => string): Joint {
  const cells = new Map<string, Map<string, number>>();
  for (const each of people) {
    const line = cells.get(row(each)) ?? new Map<string, number>();
    line.set(column(each), (line.get(column(each)) ?? 0) + 1);
    cells.set(row(each), line);
  }
  return cells;
}

// Two splits each safe can give away a third: if a table is «the centre and three more people», subtracting one
// split's row from the other's shows those three. True when some union of values of one attribute lies within a
// union of values of the other and differs from it by 1-4 people. Every subset of the shorter side is tried; over 12 values it counts as unsafe.
const MOST_VALUES = 12;
function givesAway(people: readonly CountedAnswer[], one: string, other: string): boolean {
  const values = (attribute: string) => new Set(people.map((each) => valueOf(each, attribute))).size;
  const [few, many] = values(one) <= values(other) ? [one, other] : [other, one];
  if (values(few) > MOST_VALUES) return true;
  const names = [...new Set(people.map((each) => valueOf(each, few)))];
  const lines = [
    ...table(
      people,
      (each) => valueOf(each, many),
      (each) => valueOf(each, few),
    ).values(),
  ].map((line) => names.map((name) => line.get(name) ?? 0));
  for (let set = 1; set < 2 ** names.length - 1; set++) {
    const mixed = lines
      .map((line) => ({ inside: sum(line.filter((_, i) => (set >> i) & 1)), all: sum(line) }))
      .filter(({ inside, all }) => inside > 0 && inside < all);
    // The largest union of rows inside this set misses `inner` of its people; the smallest around it adds `outer`.
    const [inner, outer] = [sum(mixed.map(({ inside }) => inside)), sum(mixed.map(({ inside, all }) => all - inside))];
    if ((inner > 0 && inner < LEAST_CELL) || (outer > 0 && outer < LEAST_CELL)) return true;
  }
  return false;
}

/**
 * A split is shown whole or not at all: hiding one cell would leave it to subtraction from the exact total.
 * Rule: every value of the attribute («not stated», '', included) × every cell that anybody is in has at least 5
 * people; a cell that is empty for one value but not for all counts as fewer than 5 (it says that none of them chose
 * it). Of two splits that give away a small group together only the first declared is shown.
 * Limit: three splits combined, and who is present but did not answer, are not examined. Hands have no attributes.
 */
function splitAll(kind: PollKind, ids: readonly string[], valid: readonly CountedAnswer[], splitBy: readonly string[]): readonly Split[] {
  const facets = facetsOf(kind, ids);
  const shown: string[] = [];
  return [...new Set(splitBy)].map((attribute): Split => {
    const hide = (reason: SplitReason): Split => ({ attribute, shown: false, reason });
    if (facets.length === 0) return hide('notForThisKind');
    if (valid.length === 0) return hide('nobody');
    const values = [...new Set(valid.map((each) => valueOf(each, attribute)))].sort(compare);
    const tables = facets.map(({ id, cellOf }) => ({
      id,
      cells: [...new Set(valid.map(cellOf))].sort(compare),
      joint: table(valid, (each) => valueOf(each, attribute), cellOf),
    }));
    const small = tables.some(({ cells, joint }) =>
      values.some((value) => cells.some((cell) => (joint.get(value)?.get(cell) ?? 0) < LEAST_CELL)),
    );
    if (small) return hide('smallCell');
    const populations = facets.flatMap(({ cellOf }) =>
      [...new Set(valid.map(cellOf))].map((cell) => valid.filter((each) => cellOf(each) === cell)),
    );
    if (shown.some((other) => [valid, ...populations].some((people) => givesAway(people, other, attribute)))) return hide('overlap');
    shown.push(attribute);
    const rows = values.map((value) => ({
      value,
      answered: sum(tables[0]?.joint.get(value)?.values() ?? []),
      facets: tables.map(({ id, cells, joint }) => ({
        id,
        cells: cells.map((cell) => ({ id: cell, count: joint.get(value)?.get(cell) ?? 0 })),
      })),
    }));
    return { attribute, shown: true, rows };
  });
}
