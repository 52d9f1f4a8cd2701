// A question as the room sees it: the same for phones, wall and audience, in the reader's language (PO10), built from nothing.
// While it is open and hidden there is no number in here but "n di m" (PO1); closed says only that; published brings the count (PO5).
// Long results are cut to what a screen can hold, and say how many there are in all; the rest is the list `poll.result`.
import type { PollId } from '../kernel/ids.ts';
import { say } from '../kernel/text.ts';
import type { Lang, Text } from '../kernel/text.ts';
import type { ViewContext } from '../kernel/room.ts';
import { groupWords, shown } from './cloud-words.ts';
import type { Closing } from './closing.ts';
import { answeredOf, baseOf, countNow, countedRows, tallyOf, wordActsOf } from './counting.ts';
import type { PollDraft } from './draft.ts';
import { boxOf } from './state.ts';
import type { PollState, Round } from './state.ts';
import type { PollKind, Tally } from './tally.ts';

const spoken = (list: readonly { readonly id: string; readonly text: Text }[], lang: Lang) =>
  list.map(({ id, text }) => ({ id, text: say(text, lang) }));
const kindIn = (kind: PollKind, lang: Lang) => {
  switch (kind.kind) {
    case 'single':
    case 'yesno':
      return { kind: kind.kind } as const;
    case 'multiple':
      return { kind: kind.kind, min: kind.min, max: kind.max } as const;
    case 'scale':
      return {
        kind: kind.kind,
        from: kind.from,
        to: kind.to,
        statements: spoken(kind.statements, lang),
        ends: kind.ends ? { low: say(kind.ends.low, lang), high: say(kind.ends.high, lang) } : null,
      } as const;
    case 'text':
      return { kind: kind.kind, maxChars: kind.maxChars } as const;
    case 'words':
      return { kind: kind.kind, maxEntries: kind.maxEntries } as const;
    default:
      return kind satisfies never;
  }
};
/** What is asked, without who made it or how it was prepared. */
export const askedIn = (asked: PollDraft, lang: Lang) => ({
  question: say(asked.question, lang),
  kind: kindIn(asked.kind, lang),
  options: spoken(asked.options, lang),
  electorate: asked.electorate,
  live: asked.live,
  /** Said before answering: the results will also be seen by these. */
  splitBy: asked.splitBy,
});
export type Asked = ReturnType<typeof askedIn>;

/** How much of texts and words goes into a view. The wall takes sixty words and seven lines of text; a phone less. */
export interface Room {
  readonly words: number;
  readonly texts: number;
}

const numbers = (tally: Tally) => ({
  kind: tally.kind,
  percentOf: tally.percentOf,
  answered: tally.answered,
  base: tally.base,
  dontKnow: tally.dontKnow,
  sources: tally.sources,
  options: tally.options,
  statements: tally.statements,
  hidden: tally.hidden,
  held: tally.held,
});
const wordsIn = (poll: PollId, round: Round, ctx: ViewContext, most: number) => {
  if (round.asked.kind.kind !== 'words') return null;
  const entries = countedRows(ctx.box.rows(boxOf(poll, round.round))).flatMap(({ answer, person = '', order = 0 }) =>
    answer.kind === 'words' ? answer.entries.map((text) => ({ person, order, text })) : [],
  );
  const all = groupWords(entries, wordActsOf(round));
  const seen = shown(all.groups, most);
  return {
    words: seen.words.map(({ id, label, count }) => ({ id, label, count })),
    floor: seen.floor,
    extra: seen.extra,
    groups: all.groups.length,
    people: all.people,
    hidden: all.hidden.length,
    held: all.held.length,
  };
};
/** The result as all may see it: counts, declared splits, what moved since the round before. */
const resultIn = (poll: PollId, round: Round, tally: Tally, closing: Closing | null, ctx: ViewContext, room: Room) => ({
  ...numbers(tally),
  texts: tally.texts.slice(0, room.texts),
  /** How many different texts there are in all. */
  textsInAll: tally.texts.length,
  words: wordsIn(poll, round, ctx, room.words),
  splits: tally.splits,
  comparedTo: closing?.comparedTo ?? null,
});
export type Result = ReturnType<typeof resultIn>;

/** One round for everybody in the room. `answered` and `base` are "n di m"; `result` is there when published, or while open if live. */
export const publicRound = (poll: PollId, round: Round, state: PollState, ctx: ViewContext, room: Room) => {
  const about = { poll, round: round.round, ...askedIn(round.asked, ctx.lang), openedAt: round.openedAt };
  switch (round.phase) {
    case 'open': {
      const base = baseOf(state, poll, round, ctx.box);
      const result = round.asked.live ? resultIn(poll, round, countNow(poll, round, base, ctx.box), null, ctx, room) : null;
      return {
        ...about,
        phase: 'open',
        answered: answeredOf(poll, round, ctx.box),
        base,
        closesAt: round.closesAt,
        byHands: round.hands?.mode === 'whole',
        result,
      } as const;
    }
    case 'closed': {
      const { answered, base } = round.closing.tally;
      return { ...about, phase: 'closed', answered, base, closedAt: round.closedAt, result: null } as const;
    }
    case 'published': {
      const tally = tallyOf(poll, round, round.closing, ctx.box);
      return {
        ...about,
        phase: 'published',
        answered: tally.answered,
        base: tally.base,
        closedAt: round.closedAt,
        result: resultIn(poll, round, tally, round.closing, ctx, room),
      } as const;
    }
    case 'voided':
      return {
        ...about,
        phase: 'voided',
        answered: null,
        base: null,
        closedAt: round.closedAt,
        reason: round.reason,
        result: null,
      } as const;
    default:
      return round satisfies never;
  }
};
export type PublicRound = ReturnType<typeof publicRound>;
