// The life of a question: draft → open → closed → published, or voided with a reason; again as a further round; the last step taken back.
// Open and hidden means hidden from everybody; closing freezes base and tally; publishing and closing are final (PO1, K9).
// Commands name the round: the second press of two facilitators finds it done and does nothing.
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { Context, Outcome } from '../kernel/room.ts';
import type { PollId } from '../kernel/ids.ts';
import { limits } from '../kernel/limits.ts';
import { answerByPhone, answerOnPaper, countHands } from './answering.ts';
import type { Closing } from './closing.ts';
import type { PollCommand } from './commands.ts';
import { answeredInBox, baseOf, closingOf, handsOf } from './counting.ts';
import { curate } from './curating.ts';
import type { PollDraft } from './draft.ts';
import type { PollFact } from './events.ts';
import { allOpen, boxOf, nextRound, openRound, roundOf } from './state.ts';
import type { PollState } from './state.ts';

type Done = Outcome<PollFact>;

export const decide = (command: PollCommand, state: PollState, ctx: Context): Done => {
  if (state.session === 'sealed') return refuse('poll.sessionOver');
  switch (command.type) {
    case 'poll.draft':
      return writeDraft(command.poll, command.draft, state, ctx);
    case 'poll.remove': {
      const poll = state.polls.get(command.poll);
      if (!poll) return nothing;
      return poll.phase === 'draft' && poll.past.length === 0
        ? facts<PollFact>({ type: 'poll.removed', v: 1, poll: command.poll })
        : refuse('poll.alreadyAsked');
    }
    case 'poll.open': {
      const poll = state.polls.get(command.poll);
      if (!poll) return refuse('poll.unknown');
      if (roundOf(poll, command.round)) return nothing;
      if (poll.phase !== 'draft' || nextRound(poll) !== command.round) return refuse('poll.alreadyAsked');
      return open(command.poll, poll.draft, command.round, state, ctx);
    }
    case 'poll.quick': {
      if (state.polls.has(command.poll)) return nothing;
      const drafted = writeDraft(command.poll, command.draft, state, ctx);
      const opened = open(command.poll, command.draft, 1, state, ctx);
      return drafted.kind !== 'facts' ? drafted : opened.kind !== 'facts' ? opened : facts<PollFact>(...drafted.facts, ...opened.facts);
    }
    case 'poll.keepOpen': {
      const round = openRound(state.polls.get(command.poll));
      if (round?.round !== command.round) return refuse('poll.notOpen');
      return round.closesAt === null ? nothing : facts<PollFact>({ type: 'poll.keptOpen', v: 1, poll: command.poll, round: command.round });
    }
    case 'poll.answer':
      return answerByPhone(command, state, ctx);
    case 'poll.answerOnPaper':
      return answerOnPaper(command, state, ctx);
    case 'poll.hands':
      return countHands(command, state, ctx);
    case 'poll.close':
      return close(command, 'person', state, ctx);
    case 'poll.closeDue': {
      const round = openRound(state.polls.get(command.poll));
      return round?.round === command.round && round.closesAt !== null && ctx.now >= round.closesAt
        ? close(command, 'time', state, ctx)
        : nothing;
    }
    case 'poll.closeWithSession':
      return close(command, 'session', state, ctx);
    case 'poll.publish': {
      const round = roundOf(state.polls.get(command.poll), command.round);
      if (!round) return refuse('poll.notOpen');
      if (round.phase === 'open') return refuse('poll.closeFirst');
      if (round.phase === 'voided') return refuse('poll.voided');
      return round.phase === 'published'
        ? nothing
        : facts<PollFact>({ type: 'poll.published', v: 1, poll: command.poll, round: command.round });
    }
    case 'poll.repeat': {
      const poll = state.polls.get(command.poll);
      if (!poll) return refuse('poll.unknown');
      if (state.session === 'closed') return refuse('poll.sessionOver');
      if (poll.phase === 'draft') return nextRound(poll) === command.round && command.round > 1 ? nothing : refuse('poll.notAskedYet');
      if (poll.now.phase === 'open') return poll.now.round === command.round ? nothing : refuse('poll.closeFirst');
      return command.round === poll.now.round + 1
        ? facts<PollFact>({ type: 'poll.repeated', v: 1, poll: command.poll, round: command.round })
        : nothing;
    }
    case 'poll.void': {
      const round = roundOf(state.polls.get(command.poll), command.round);
      if (!round) return refuse('poll.notOpen');
      return round.phase === 'voided'
        ? nothing
        : facts<PollFact>({ type: 'poll.voided', v: 1, poll: command.poll, round: command.round, reason: command.reason });
    }
    case 'poll.hide':
    case 'poll.merge':
    case 'poll.split':
    case 'poll.release':
    case 'poll.uncurate':
      return curate(command, state, ctx);
    case 'poll.undo':
      return undo(command.seq, state, ctx);
    default:
      return command satisfies never;
  }
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const writeDraft = (id: PollId, draft: PollDraft, state: PollState, ctx: Context): Done => {
  if (state.session === 'closed') return refuse('poll.sessionOver');
  const poll = state.polls.get(id);
  if (!poll)
    return state.polls.size >= limits.polls
      ? refuse('poll.tooMany', { max: limits.polls })
      : facts<PollFact>({ type: 'poll.drafted', v: 1, poll: id, draft });
  const open = openRound(poll);
  // Choices freeze with the first answer (PO3); before it the question is taken back first, so that no text changes under a thumb.
  if (open) return answeredInBox(id, open.round, ctx.box) > 0 || open.hands ? refuse('poll.answered') : refuse('poll.openNow');
  if (poll.phase === 'asked') return refuse('poll.alreadyAsked');
  if (same(poll.draft, draft)) return nothing;
  // A further round asks the same of the same: otherwise the difference would compare nothing (PO4).
  const kept = (one: PollDraft) => [one.question[one.question.original], one.kind, one.options.map((option) => option.id), one.electorate];
  if (poll.past.length > 0 && !same(kept(poll.draft), kept(draft))) return refuse('poll.frozen');
  return facts<PollFact>({ type: 'poll.drafted', v: 1, poll: id, draft });
};

const open = (id: PollId, asked: PollDraft, round: number, state: PollState, ctx: Context): Done => {
  if (state.session === 'closed') return refuse('poll.sessionOver');
  if (state.session === 'before') return refuse('poll.doorsFirst');
  // A phone shows one question: a second one to the same people waits until the first is closed.
  if (allOpen(state).some((other) => other.round.asked.electorate === asked.electorate)) return refuse('poll.anotherOpen');
  const closesAt = asked.closeAfterSec === null ? null : ctx.now + asked.closeAfterSec * 1000;
  return facts<PollFact>({ type: 'poll.opened', v: 1, poll: id, round, asked, closesAt });
};

const close = (command: { readonly poll: PollId; readonly round: number }, by: Closing['by'], state: PollState, ctx: Context): Done => {
  const poll = state.polls.get(command.poll);
  const asked = roundOf(poll, command.round);
  if (!poll || !asked) return by === 'person' ? refuse('poll.notOpen') : nothing;
  if (asked.phase !== 'open') return nothing;
  const base = baseOf(state, command.poll, asked, ctx.box);
  const answered = answeredInBox(command.poll, command.round, ctx.box);
  const hands = handsOf(asked);
  // People went away after the hands were counted: a person puts the number right. When nobody is asked the sum is the base.
  if (by === 'person' && base !== null && answered + hands > base)
    return refuse('poll.handsOver', { hands, room: Math.max(0, base - answered), answered });
  const closing = closingOf(poll, asked, base === null ? null : Math.max(base, answered + hands), by, ctx.box, ctx.people);
  return facts<PollFact>({ type: 'poll.closed', v: 1, poll: command.poll, round: command.round, ...closing });
};

const undo = (seq: number, state: PollState, ctx: Context): Done => {
  const { last } = state;
  if (last?.seq !== seq) return refuse('poll.undoGone');
  switch (last.step) {
    case 'opened': {
      if (ctx.box.count(boxOf(last.poll, last.round)) > 0) return refuse('poll.answered');
      return facts<PollFact>({ type: 'poll.withdrawn', v: 1, poll: last.poll, round: last.round });
    }
    case 'repeated':
      return facts<PollFact>({ type: 'poll.unrepeated', v: 1, poll: last.poll, round: last.round });
    case 'removed':
      return facts<PollFact>({ type: 'poll.drafted', v: 1, poll: last.poll, draft: last.draft });
    case 'curated':
      return facts<PollFact>({ type: 'poll.uncurated', v: 1, poll: last.poll, round: last.round, act: last.seq });
    default:
      return last satisfies never;
  }
};
