// How facts change what is known of the questions. Hears the session (it runs, it is over) and the door (who is present: the base, PO1).
import type { FactMeta } from '../kernel/room.ts';
import { isPresenceFact, presentAfter } from '../presence/events.ts';
import type { PresenceFact } from '../presence/events.ts';
import type { SessionFact } from '../session/events.ts';
import type { PollFact } from './events.ts';
import { openRound } from './state.ts';
import type { LastStep, OpenRound, PastRound, Poll, PollState, Round } from './state.ts';

export type PollHears = PollFact | SessionFact | PresenceFact;

const isPollFact = (fact: { readonly type: string }): fact is PollFact => fact.type.startsWith('poll.');

export const evolve = (state: PollState, fact: PollHears, meta: FactMeta): PollState => {
  if (isPollFact(fact)) return afterPoll(state, fact, meta);
  if (isPresenceFact(fact)) return afterPresence(state, fact);
  return afterSession(state, fact);
};

const afterSession = (state: PollState, fact: SessionFact): PollState => {
  switch (fact.type) {
    case 'session.doorsOpened':
      return { ...state, session: 'running' };
    case 'session.closed':
      return { ...state, session: 'closed', last: null };
    case 'session.sealed':
      return { ...state, session: 'sealed' };
    case 'session.created':
    case 'session.edited':
    case 'session.opened':
    case 'session.suspended':
    case 'session.resumed':
    case 'session.codeRenewed':
    case 'session.audienceDoorSet':
    case 'session.incidentNoted':
      return state;
    default:
      return state;
  }
};

const afterPresence = (state: PollState, fact: PresenceFact): PollState => {
  const present = presentAfter(state.present, fact);
  if (present === state.present) return state;
  if (fact.type !== 'presence.left') return { ...state, present };
  // Who leaves while a question is open stays in its base if they had answered: remember them until it closes.
  const polls = new Map(state.polls);
  for (const [id, poll] of polls) {
    const open = openRound(poll);
    if (poll.phase === 'asked' && open && open.asked.electorate === 'members')
      polls.set(id, { ...poll, now: { ...open, left: new Set(open.left).add(fact.member) } });
  }
  return { ...state, present, polls };
};

const put = (state: PollState, poll: Poll, last: LastStep | null = null): PollState => ({
  ...state,
  polls: new Map(state.polls).set(poll.poll, poll),
  last,
  revision: state.revision + 1,
});
/** The same, and this question is now the one that phones and wall show. */
const show = (state: PollState, poll: Poll, last: LastStep | null = null): PollState => ({
  ...put(state, poll, last),
  recent: [poll.poll, ...state.recent.filter((id) => id !== poll.poll)],
});

const changeRound = (poll: Poll, round: number, change: (one: Round) => Round): Poll => {
  if (poll.phase === 'asked' && poll.now.round === round) return { ...poll, now: change(poll.now) };
  return { ...poll, past: poll.past.map((one) => (one.round === round ? past(change(one), one) : one)) };
};
/** A past round never becomes open again. */
const past = (changed: Round, before: PastRound): PastRound => (changed.phase === 'open' ? before : changed);
const openOr = (poll: Poll, round: number): OpenRound | null => {
  const open = openRound(poll);
  return open?.round === round ? open : null;
};

const afterPoll = (state: PollState, fact: PollFact, meta: FactMeta): PollState => {
  if (fact.type === 'poll.drafted') {
    const known = state.polls.get(fact.poll);
    return put(state, { phase: 'draft', poll: fact.poll, draft: fact.draft, past: known?.past ?? [] });
  }
  const poll = state.polls.get(fact.poll);
  if (!poll) return state;
  switch (fact.type) {
    case 'poll.removed': {
      const polls = new Map(state.polls);
      polls.delete(fact.poll);
      return {
        ...state,
        polls,
        last: { step: 'removed', seq: meta.seq, poll: fact.poll, draft: poll.draft },
        revision: state.revision + 1,
      };
    }
    case 'poll.opened': {
      const now: OpenRound = {
        phase: 'open',
        round: fact.round,
        asked: fact.asked,
        openedAt: meta.at,
        acts: [],
        closesAt: fact.closesAt,
        hands: null,
        left: new Set(),
      };
      return show(
        state,
        { phase: 'asked', poll: fact.poll, draft: fact.asked, past: poll.past, now },
        { step: 'opened', seq: meta.seq, poll: fact.poll, round: fact.round },
      );
    }
    case 'poll.withdrawn': {
      const back = put(state, { phase: 'draft', poll: fact.poll, draft: poll.draft, past: poll.past });
      return poll.past.length > 0 ? back : { ...back, recent: state.recent.filter((id) => id !== fact.poll) };
    }
    case 'poll.keptOpen': {
      const open = openOr(poll, fact.round);
      return open && poll.phase === 'asked' ? put(state, { ...poll, now: { ...open, closesAt: null } }, state.last) : state;
    }
    case 'poll.handsCounted': {
      // No hand at all takes the show of hands back.
      const raised = Object.values(fact.counts).reduce((sum, count) => sum + count, 0);
      const open = openOr(poll, fact.round);
      return open && poll.phase === 'asked'
        ? put(state, { ...poll, now: { ...open, hands: raised > 0 ? { mode: fact.mode, counts: fact.counts } : null } })
        : state;
    }
    case 'poll.closed': {
      const open = openOr(poll, fact.round);
      if (!open || poll.phase !== 'asked') return state;
      const { type: _, v: __, poll: ___, round, ...closing } = fact;
      return show(state, {
        ...poll,
        now: { phase: 'closed', round, asked: open.asked, openedAt: open.openedAt, acts: open.acts, closedAt: meta.at, closing },
      });
    }
    case 'poll.published':
      return show(
        state,
        changeRound(poll, fact.round, (one) => (one.phase === 'closed' ? { ...one, phase: 'published', publishedAt: meta.at } : one)),
      );
    case 'poll.voided':
      return show(
        state,
        changeRound(poll, fact.round, (one) => ({
          phase: 'voided',
          round: one.round,
          asked: one.asked,
          openedAt: one.openedAt,
          acts: one.acts,
          voidedAt: meta.at,
          reason: fact.reason,
          closedAt: one.phase === 'open' ? null : one.closedAt,
          closing: one.phase === 'open' ? null : one.closing,
        })),
      );
    case 'poll.repeated': {
      if (poll.phase !== 'asked' || poll.now.phase === 'open') return state;
      return put(
        state,
        { phase: 'draft', poll: fact.poll, draft: poll.draft, past: [...poll.past, poll.now] },
        { step: 'repeated', seq: meta.seq, poll: fact.poll, round: fact.round },
      );
    }
    case 'poll.unrepeated': {
      const before = poll.past.at(-1);
      return poll.phase === 'draft' && before
        ? put(state, { phase: 'asked', poll: fact.poll, draft: before.asked, past: poll.past.slice(0, -1), now: before })
        : state;
    }
    case 'poll.curated':
      return put(
        state,
        changeRound(poll, fact.round, (one) => ({ ...one, acts: [...one.acts, { seq: meta.seq, act: fact.act }] })),
        { step: 'curated', seq: meta.seq, poll: fact.poll, round: fact.round },
      );
    case 'poll.uncurated':
      return put(
        state,
        changeRound(poll, fact.round, (one) => ({ ...one, acts: one.acts.filter(({ seq }) => seq !== fact.act) })),
      );
    default:
      return fact satisfies never;
  }
};
