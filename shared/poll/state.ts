// What is known of every question, rebuilt from the facts alone: drafts, the round that is being asked, the rounds that were.
// No answer is in here: they lie in the box, and what is counted from them is frozen in the fact that closes the round.
// A question stands either as a draft (also between two rounds) or as asked; a round is open, closed, published or voided.
import type { MemberId, PollId } from '../kernel/ids.ts';
import type { BoxId } from '../kernel/box.ts';
import type { PresentNow } from '../presence/events.ts';
import type { Electorate, PollDraft } from './draft.ts';
import type { Closing } from './closing.ts';
import type { Curation } from './curation.ts';
import type { Hands as Raised } from './tally.ts';
import { nobodyPresent } from '../presence/events.ts';

/** A show of hands: the whole question, or those without a phone beside the phones (PO9). */
export type Hands = Raised & { readonly mode: 'whole' | 'withoutPhone' };
/** An act of curation with the number of its fact, by which it is taken back. */
export interface NumberedAct {
  readonly seq: number;
  readonly act: Curation;
}
interface RoundBase {
  readonly round: number;
  readonly asked: PollDraft;
  readonly openedAt: number;
  readonly acts: readonly NumberedAct[];
}
export type OpenRound = RoundBase & {
  readonly phase: 'open';
  readonly closesAt: number | null;
  readonly hands: Hands | null;
  /** Who went away while it was open: they stay in the base if they had answered. */
  readonly left: ReadonlySet<MemberId>;
};
export type ClosedRound = RoundBase & { readonly phase: 'closed'; readonly closedAt: number; readonly closing: Closing };
export type PublishedRound = RoundBase & {
  readonly phase: 'published';
  readonly closedAt: number;
  readonly publishedAt: number;
  readonly closing: Closing;
};
/** `closing` is null when it was voided before it closed. */
export type VoidedRound = RoundBase & {
  readonly phase: 'voided';
  readonly voidedAt: number;
  readonly reason: string;
  readonly closedAt: number | null;
  readonly closing: Closing | null;
};
export type Round = OpenRound | ClosedRound | PublishedRound | VoidedRound;
export type PastRound = Exclude<Round, OpenRound>;

export type Poll =
  /** To be asked: for the first time, or once more (then `past` is not empty, and form and words are frozen). */
  | { readonly phase: 'draft'; readonly poll: PollId; readonly draft: PollDraft; readonly past: readonly PastRound[] }
  | { readonly phase: 'asked'; readonly poll: PollId; readonly draft: PollDraft; readonly past: readonly PastRound[]; readonly now: Round };

/** The facilitator's last step that can still be taken back (K9). */
export type LastStep =
  | { readonly step: 'opened'; readonly seq: number; readonly poll: PollId; readonly round: number }
  | { readonly step: 'repeated'; readonly seq: number; readonly poll: PollId; readonly round: number }
  | { readonly step: 'removed'; readonly seq: number; readonly poll: PollId; readonly draft: PollDraft }
  | { readonly step: 'curated'; readonly seq: number; readonly poll: PollId; readonly round: number };

export interface PollState {
  /** In the order in which they were first written. */
  readonly polls: ReadonlyMap<PollId, Poll>;
  readonly present: PresentNow;
  readonly session: 'before' | 'running' | 'closed' | 'sealed';
  readonly last: LastStep | null;
  /** Questions that were asked, the last one opened, closed, published or voided first: what phones and wall show. */
  readonly recent: readonly PollId[];
  /** Grows with every fact of this room: the version of its lists. */
  readonly revision: number;
}
export const emptyPollState: PollState = {
  polls: new Map(),
  present: nobodyPresent,
  session: 'before',
  last: null,
  recent: [],
  revision: 0,
};

export const boxOf = (poll: PollId, round: number): BoxId => `poll.${poll}.${round}`;
/** The number of the round that a draft would open. */
export const nextRound = (poll: Poll): number => (poll.phase === 'asked' ? poll.now.round : (poll.past.at(-1)?.round ?? 0) + 1);
export const openRound = (poll: Poll | undefined): OpenRound | null =>
  poll?.phase === 'asked' && poll.now.phase === 'open' ? poll.now : null;
/** Every round that was ever opened and not withdrawn, oldest first. */
export const roundsOf = (poll: Poll): readonly Round[] => (poll.phase === 'asked' ? [...poll.past, poll.now] : poll.past);
export const roundOf = (poll: Poll | undefined, round: number): Round | undefined =>
  poll ? roundsOf(poll).find((one) => one.round === round) : undefined;
export const allOpen = (state: PollState): readonly { readonly poll: Poll; readonly round: OpenRound }[] =>
  [...state.polls.values()].flatMap((poll) => {
    const round = openRound(poll);
    return round ? [{ poll, round }] : [];
  });
/** The round that phones and wall show: the one being asked, or the last one that was. */
export const shownRound = (poll: Poll): Round | undefined => (poll.phase === 'asked' ? poll.now : poll.past.at(-1));
/** The question last asked of an electorate. */
export const latestOf = (state: PollState, electorate: Electorate): Poll | undefined => {
  for (const id of state.recent) {
    const poll = state.polls.get(id);
    if (poll?.draft.electorate === electorate) return poll;
  }
  return undefined;
};
