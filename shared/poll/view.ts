// What each audience sees of the questions. Nobody receives a draft but facilitators; nobody at all receives a count while a question is
// open and hidden (PO1); members and audience each receive their own electorate's question, and the wall the latest of both (PO2).
// `mine` is one person's: the answer that lies in the box, its edit number, whether a sheet replaced it, whether they may answer.
import type { Actor } from '../kernel/audience.ts';
import type { MemberId } from '../kernel/ids.ts';
import type { ViewContext } from '../kernel/room.ts';
import { say } from '../kernel/text.ts';
import { keptOf } from './answer.ts';
import { isReadable } from './curating.ts';
import { answeredInBox, answeredOf, baseOf, countNow, handsOf, missingOf, tallyOf } from './counting.ts';
import type { Electorate } from './draft.ts';
import { askedIn, publicRound } from './public.ts';
import type { Room } from './public.ts';
import { boxOf, latestOf, nextRound, openRound, shownRound } from './state.ts';
import type { Poll, PollState } from './state.ts';

const onPhone: Room = { words: 20, texts: 4 };
const onWall: Room = { words: 60, texts: 6 };

const shownOf = (state: PollState, electorate: Electorate, ctx: ViewContext, room: Room) => {
  const poll = latestOf(state, electorate);
  const round = poll && shownRound(poll);
  return poll && round ? publicRound(poll.poll, round, state, ctx, room) : null;
};
/** Earlier results that were published, newest first, for "le domande di oggi"; each is read as the list `poll.result`. */
const earlier = (state: PollState, electorate: Electorate, ctx: ViewContext) => {
  const now = latestOf(state, electorate);
  return state.recent
    .flatMap((id) => {
      const poll = state.polls.get(id);
      const round = poll && shownRound(poll);
      return poll && round?.phase === 'published' && poll !== now && poll.draft.electorate === electorate
        ? [{ poll: id, round: round.round, question: say(round.asked.question, ctx.lang) }]
        : [];
    })
    .slice(0, 12);
};
const phone = (electorate: Electorate) => (state: PollState, ctx: ViewContext) => ({
  now: shownOf(state, electorate, ctx, onPhone),
  earlier: earlier(state, electorate, ctx),
  listVersion: `${state.revision}.${ctx.lang}`,
});
const memberView = phone('members');
const audienceView = phone('audience');

/** Newest first, at most one of each electorate. */
const screenView = (state: PollState, ctx: ViewContext) => {
  const members = shownOf(state, 'members', ctx, onWall);
  const audience = shownOf(state, 'audience', ctx, onWall);
  const both = [members, audience].flatMap((one) => (one ? [one] : []));
  return {
    rounds: both.sort((a, b) => state.recent.indexOf(a.poll) - state.recent.indexOf(b.poll)),
    listVersion: `${state.revision}.${ctx.lang}`,
  };
};

const driverRound = (state: PollState, poll: Poll, ctx: ViewContext) => {
  const round = shownRound(poll);
  if (!round) return null;
  const about = {
    poll: poll.poll,
    round: round.round,
    ...askedIn(round.asked, ctx.lang),
    block: round.asked.block,
    openedAt: round.openedAt,
    nextRound: nextRound(poll),
    prepared: poll.phase === 'draft',
  };
  const version = `${state.revision}.${ctx.box.revision(boxOf(poll.poll, round.round))}.${ctx.lang}`;
  const running = state.session === 'running';
  const counted = (tally: ReturnType<typeof countNow>) => ({
    percentOf: tally.percentOf,
    options: tally.options,
    statements: tally.statements,
    dontKnow: tally.dontKnow,
    sources: tally.sources,
    invalid: tally.invalid,
    hidden: tally.hidden,
    held: tally.held,
    expressions: tally.words.length,
    texts: tally.texts.length,
    splits: tally.splits,
  });
  switch (round.phase) {
    case 'open': {
      const base = baseOf(state, poll.poll, round, ctx.box);
      const isConnected = (member: MemberId) => (ctx.connections.members.get(member)?.connected ?? 0) > 0;
      return {
        ...about,
        phase: 'open',
        answered: answeredOf(poll.poll, round, ctx.box),
        base,
        closesAt: round.closesAt,
        missing: round.asked.electorate === 'members' ? missingOf(state, poll.poll, round, ctx.box, isConnected) : null,
        audience: ctx.connections.audience,
        hands: round.hands ? { mode: round.hands.mode, raised: handsOf(round) } : null,
        handsRoom: base === null ? null : base - answeredInBox(poll.poll, round.round, ctx.box),
        result: round.asked.live ? counted(countNow(poll.poll, round, base, ctx.box)) : null,
        review: round.asked.live ? version : null,
        may: {
          close: true,
          publish: false,
          repeat: false,
          void: true,
          keepOpen: round.closesAt !== null,
          paper: round.asked.electorate === 'members',
          hands: handsKind(round.asked.kind.kind) && base !== null,
          curate: isReadable(round),
        },
      } as const;
    }
    case 'closed':
    case 'published': {
      const tally = tallyOf(poll.poll, round, round.closing, ctx.box);
      return {
        ...about,
        phase: round.phase,
        answered: tally.answered,
        base: tally.base,
        closedAt: round.closedAt,
        by: round.closing.by,
        result: counted(tally),
        comparedTo: round.closing.comparedTo,
        review: version,
        may: {
          close: false,
          publish: round.phase === 'closed',
          repeat: running && poll.phase === 'asked',
          void: true,
          keepOpen: false,
          paper: false,
          hands: false,
          curate: true,
        },
      } as const;
    }
    case 'voided':
      return {
        ...about,
        phase: 'voided',
        reason: round.reason,
        voidedAt: round.voidedAt,
        may: {
          close: false,
          publish: false,
          repeat: running && poll.phase === 'asked',
          void: false,
          keepOpen: false,
          paper: false,
          hands: false,
          curate: false,
        },
      } as const;
    default:
      return round satisfies never;
  }
};
const handsKind = (kind: string) => kind === 'single' || kind === 'yesno';

/** The questions being asked (newest first, at most one of each electorate) and what may be done; drafts are the list `poll.drafts`. */
const driverView = (state: PollState, ctx: ViewContext) => {
  const polls = [latestOf(state, 'members'), latestOf(state, 'audience')].flatMap((poll) => (poll ? [poll] : []));
  const running = state.session === 'running';
  const free = (electorate: Electorate) =>
    running && ![...state.polls.values()].some((poll) => openRound(poll)?.asked.electorate === electorate);
  return {
    rounds: polls
      .sort((a, b) => state.recent.indexOf(a.poll) - state.recent.indexOf(b.poll))
      .flatMap((poll) => driverRound(state, poll, ctx) ?? []),
    count: state.polls.size,
    present: state.present.size,
    listVersion: `${state.revision}.${ctx.lang}`,
    may: { draft: state.session === 'before' || running, openToMembers: free('members'), openToAudience: free('audience') },
  };
};

/** The desk enters sheets: it needs the question that is open to the members, and nothing of what was answered. */
const deskView = (state: PollState, ctx: ViewContext) => {
  const poll = latestOf(state, 'members');
  const round = openRound(poll);
  return {
    open:
      poll && round
        ? { poll: poll.poll, round: round.round, ...askedIn(round.asked, ctx.lang), may: { paper: round.hands?.mode !== 'whole' } }
        : null,
  };
};

const mineOf = (poll: Poll, voter: string, ctx: ViewContext, present: boolean) => {
  const round = shownRound(poll);
  if (!round) return null;
  const entry = ctx.box.of(boxOf(poll.poll, round.round), voter);
  const kept = entry ? keptOf(entry.body) : undefined;
  const onPaper = kept?.source === 'paper' && kept.answer !== null;
  const byHands = round.phase === 'open' && round.hands?.mode === 'whole';
  const why = round.phase !== 'open' ? 'closed' : !present ? 'notPresent' : onPaper ? 'onPaper' : byHands ? 'byHands' : null;
  return {
    poll: poll.poll,
    round: round.round,
    answer: kept?.answer ?? null,
    /** The number of this answer; the next change carries a higher one. */
    edit: entry && kept?.answer ? entry.edit - kept.lift : 0,
    at: entry && kept?.answer ? entry.at : null,
    onPaper,
    may: { answer: why === null },
    why,
  } as const;
};
const memberMine = (state: PollState, ctx: ViewContext, actor: Actor) => {
  if (actor.role !== 'member') return null;
  const poll = latestOf(state, 'members');
  return poll ? mineOf(poll, actor.member, ctx, state.present.has(actor.member)) : null;
};
const audienceMine = (state: PollState, ctx: ViewContext, actor: Actor) => {
  if (actor.role !== 'audience') return null;
  const poll = latestOf(state, 'audience');
  return poll ? mineOf(poll, actor.device, ctx, true) : null;
};

export const pollViews = {
  organiser: driverView,
  facilitator: driverView,
  desk: deskView,
  member: memberView,
  audience: audienceView,
  screen: screenView,
};
export const pollMine = { member: memberMine, audience: audienceMine };
export type PollDriverView = ReturnType<typeof driverView>;
export type PollDeskView = ReturnType<typeof deskView>;
export type PollPhoneView = ReturnType<typeof memberView>;
export type PollScreenView = ReturnType<typeof screenView>;
export type PollMine = ReturnType<typeof memberMine>;
