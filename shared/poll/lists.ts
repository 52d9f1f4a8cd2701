// What is too long to be pushed and is fetched by version: the drafts, what facilitators review, the whole of a result.
// A list gives nothing of a round that its readers may not see: open and hidden is hidden here too (PO1), and hidden words are only counted
// for the room (PO12). The key of a round is `<poll>.<round>`.
import { pollIdSchema } from '../kernel/ids.ts';
import type { PollId } from '../kernel/ids.ts';
import type { List, ViewContext } from '../kernel/room.ts';
import { groupWords, rank, suggestMerges } from './cloud-words.ts';
import type { WordGroup } from './cloud-words.ts';
import { countedRows, hiddenTextIds, textIdOf, wordActsOf } from './counting.ts';
import { isReadable } from './curating.ts';
import { publicRound } from './public.ts';
import { cleanLine } from './spelling.ts';
import { boxOf, nextRound, roundOf, roundsOf } from './state.ts';
import type { PollState, Round } from './state.ts';

const read = (state: PollState, key: string): { readonly poll: PollId; readonly round: Round } | null => {
  const dot = key.lastIndexOf('.');
  const poll = pollIdSchema.safeParse(key.slice(0, Math.max(0, dot)));
  const round = poll.success ? roundOf(state.polls.get(poll.data), Number(key.slice(dot + 1))) : undefined;
  return poll.success && round ? { poll: poll.data, round } : null;
};
const version = (state: PollState, ctx: ViewContext, key: string) => {
  const found = read(state, key);
  // A hidden round's answers change nothing in what is listed: its version must not tick with them either.
  const revision = found && isReadable(found.round) ? ctx.box.revision(boxOf(found.poll, found.round.round)) : 0;
  return `${state.revision}.${revision}.${ctx.lang}`;
};

/** Every question with its whole draft, for the editor. */
const drafts = (state: PollState) =>
  [...state.polls.values()].map((poll) => ({
    poll: poll.poll,
    phase: poll.phase === 'draft' ? ('draft' as const) : poll.now.phase,
    draft: poll.draft,
    nextRound: nextRound(poll),
    rounds: roundsOf(poll).map(({ round, phase }) => ({ round, phase })),
    /** A further round keeps its words and choices (PO4). */
    frozen: poll.past.length > 0 || poll.phase === 'asked',
    may: { edit: poll.phase === 'draft', remove: poll.phase === 'draft' && poll.past.length === 0, open: poll.phase === 'draft' },
  }));
export type PollDraftRows = ReturnType<typeof drafts>;

const word = ({ id, label, count, keys, spellings }: WordGroup) => ({ id, label, count, keys, spellings });
/** What a facilitator looks through: each text with its id, or the words with what waits, what is hidden and what could be merged. */
const review = (state: PollState, ctx: ViewContext, key: string) => {
  const found = read(state, key);
  if (!found || !isReadable(found.round)) return null;
  const answers = countedRows(ctx.box.rows(boxOf(found.poll, found.round.round)));
  const hidden = hiddenTextIds(found.round);
  const texts = new Map<string, { readonly id: string; readonly text: string; count: number; readonly hidden: boolean }>();
  for (const { answer } of answers) {
    if (answer.kind !== 'text') continue;
    const id = textIdOf(answer.text);
    const was = texts.get(id);
    if (was) was.count += 1;
    else texts.set(id, { id, text: cleanLine(answer.text), count: 1, hidden: hidden.has(id) });
  }
  const entries = answers.flatMap(({ answer, person = '', order = 0 }) =>
    answer.kind === 'words' ? answer.entries.map((text) => ({ person, order, text })) : [],
  );
  const words = groupWords(entries, wordActsOf(found.round));
  const labels = new Map(words.groups.map(({ id, label }) => [id, label]));
  return {
    texts: [...texts.values()].sort((a, b) => (a.text < b.text ? -1 : 1)),
    words: words.groups.map(word),
    hidden: words.hidden.map(word),
    held: words.held.map(word),
    suggestions: suggestMerges(words.groups)
      .slice(0, 30)
      .map(({ from, into, reason }) => ({ from, into, reason, fromLabel: labels.get(from) ?? from, intoLabel: labels.get(into) ?? into })),
    acts: found.round.acts,
  };
};
export type PollReviewRows = ReturnType<typeof review>;

/** A round as everybody may see it, with all texts and the whole ranked table; null while there is nothing to see. */
const result = (state: PollState, ctx: ViewContext, key: string) => {
  const found = read(state, key);
  if (!found) return null;
  const round = publicRound(found.poll, found.round, state, ctx, { words: Infinity, texts: Infinity });
  return {
    ...round,
    table: round.result?.words ? rank(round.result.words.words.map((one) => ({ ...one, firstOrder: 0, keys: [], spellings: [] }))) : null,
  };
};
export type PollResultRows = ReturnType<typeof result>;

const driver = ['organiser', 'facilitator'] as const;
export const pollLists = {
  'poll.drafts': { roles: driver, version: (state, ctx) => `${state.revision}.${ctx.lang}`, rows: drafts },
  'poll.review': { roles: driver, version, rows: review },
  'poll.result': { roles: [...driver, 'member', 'audience', 'screen'], version, rows: result },
} satisfies Readonly<Record<string, List<PollState, unknown>>>;
