// The questions in the session's record: what was asked, in which words, with which numbers, and what was done to them. A reading, never stored.
// The same count as phone and wall (PO5); what was hidden is counted and not repeated (PO12); what is still open or only closed is said so.
// Nothing in here decides anything, and the section says it.
import type { BoxReading } from '../kernel/box.ts';
import type { Text } from '../kernel/text.ts';
import type { Closing } from './closing.ts';
import { answeredOf, baseOf, tallyOf } from './counting.ts';
import { boxOf, roundsOf } from './state.ts';
import type { Poll, PollState, Round } from './state.ts';
import type { PollKind, Tally } from './tally.ts';

/** Times in epoch ms; counts in people. `late`: answers that came after the close, once per voter, from the kernel's counter. */
export interface PollRecordRound {
  readonly round: number;
  readonly state: Round['phase'];
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly closedBy: Closing['by'] | null;
  readonly publishedAt: number | null;
  readonly voided: { readonly at: number; readonly reason: string } | null;
  /** Who could answer: people present until the close; null for the audience. */
  readonly base: number | null;
  readonly answered: number;
  /** Where the answers came from; marked as such wherever they are printed (PO9). */
  readonly sources: Tally['sources'] | null;
  readonly late: number;
  /** Null while open, and for a round that was voided before it closed. */
  readonly tally: Tally | null;
  readonly comparedTo: Closing['comparedTo'];
  /** How many acts of hiding, merging, splitting and releasing stand. */
  readonly curated: number;
}
export interface PollRecord {
  readonly poll: string;
  readonly block: string | null;
  readonly electorate: 'members' | 'audience';
  readonly question: Text;
  readonly kind: PollKind;
  readonly options: readonly { readonly id: string; readonly text: Text }[];
  readonly live: boolean;
  readonly rounds: readonly PollRecordRound[];
}
export interface PollSection {
  /** A code, worded by who prints it: "valore non deliberativo". */
  readonly value: 'notDeliberative';
  readonly polls: readonly PollRecord[];
}

const roundRecord = (poll: Poll, round: Round, state: PollState, box: BoxReading, late: (box: string) => number): PollRecordRound => {
  const closing = round.phase === 'open' ? null : round.closing;
  const tally = closing ? tallyOf(poll.poll, round, closing, box) : null;
  return {
    round: round.round,
    state: round.phase,
    openedAt: round.openedAt,
    closedAt: round.phase === 'open' ? null : round.closedAt,
    closedBy: closing?.by ?? null,
    publishedAt: round.phase === 'published' ? round.publishedAt : null,
    voided: round.phase === 'voided' ? { at: round.voidedAt, reason: round.reason } : null,
    base: tally ? tally.base : round.phase === 'open' ? baseOf(state, poll.poll, round, box) : null,
    answered: tally ? tally.answered : round.phase === 'open' ? answeredOf(poll.poll, round, box) : 0,
    sources: tally ? tally.sources : null,
    late: late(boxOf(poll.poll, round.round)),
    tally,
    comparedTo: closing?.comparedTo ?? null,
    curated: round.acts.length,
  };
};

/** Every question that was asked, in the order of its first opening. Drafts that were never opened are not in the record. */
export const recordPolls = (state: PollState, box: BoxReading, late: (box: string) => number): PollSection => ({
  value: 'notDeliberative',
  polls: [...state.polls.values()]
    .filter((poll) => roundsOf(poll).length > 0)
    .sort((a, b) => (roundsOf(a)[0]?.openedAt ?? 0) - (roundsOf(b)[0]?.openedAt ?? 0))
    .map((poll) => {
      const asked = roundsOf(poll)[0]?.asked ?? poll.draft;
      return {
        poll: poll.poll,
        block: asked.block,
        electorate: asked.electorate,
        question: asked.question,
        kind: asked.kind,
        options: asked.options,
        live: asked.live,
        rounds: roundsOf(poll).map((round) => roundRecord(poll, round, state, box, late)),
      };
    }),
});
