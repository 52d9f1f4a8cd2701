// The questions put to the room (sondaggi): they decide nothing, and everything that shows them says so.
// Facilitators prepare, open, close, publish, repeat, void and curate; members and the audience answer, each their own electorate's;
// the desk enters sheets. Polls limited to named tables come with the groups' room.
// PO1 hidden until published, live only if chosen before; base = present until the close · PO2 two electorates · PO3 one answer per seat or
// device and round, editable until the close · PO4 rounds, compared by keys that die with the session · PO5 one count · PO6 splits declared
// before opening · PO7 words: key, merges, splits, held · PO9 sheets and hands · PO10 languages · PO11 quick · PO12 hide, void, curate
// K3, K7, K9. The order of arrival of words breaks ties only while the session runs: the seal of the box forgets it.
import { defineRoom } from '../kernel/room.ts';
import type { PollCommand } from './commands.ts';
import { pollCommands } from './commands.ts';
import { decide } from './decide.ts';
import { pollFacts } from './events.ts';
import type { PollFact } from './events.ts';
import { evolve } from './evolve.ts';
import type { PollHears } from './evolve.ts';
import { pollLists } from './lists.ts';
import { allOpen, boxOf, emptyPollState, roundsOf } from './state.ts';
import type { PollState } from './state.ts';
import { pollMine, pollViews } from './view.ts';

const driver = ['organiser', 'facilitator'] as const;
const allBoxes = (state: PollState) =>
  [...state.polls.values()].flatMap((poll) => roundsOf(poll).map(({ round }) => boxOf(poll.poll, round)));

export const poll = defineRoom<PollState, PollCommand, PollFact, PollHears>({
  name: 'poll',
  scope: 'session',
  commands: pollCommands,
  facts: pollFacts,
  rights: {
    'poll.draft': driver,
    'poll.remove': driver,
    'poll.open': driver,
    'poll.quick': driver,
    'poll.keepOpen': driver,
    'poll.answer': ['member', 'audience'],
    'poll.answerOnPaper': [...driver, 'desk'],
    'poll.hands': driver,
    'poll.close': driver,
    'poll.closeDue': [],
    'poll.closeWithSession': [],
    'poll.publish': driver,
    'poll.repeat': driver,
    'poll.void': driver,
    'poll.hide': driver,
    'poll.merge': driver,
    'poll.split': driver,
    'poll.release': driver,
    'poll.uncurate': driver,
    'poll.undo': driver,
  },
  boxed: ['poll.answer', 'poll.answerOnPaper'],
  initial: emptyPollState,
  decide,
  evolve,
  due: (state) => {
    const timed = allOpen(state).flatMap(({ poll: { poll: id }, round }) =>
      round.closesAt === null ? [] : [{ at: round.closesAt, command: { type: 'poll.closeDue' as const, poll: id, round: round.round } }],
    );
    return timed.sort((a, b) => a.at - b.at)[0] ?? null;
  },
  // Nothing stays open behind a closed session: what was answered until then is counted.
  react: (fact, state) =>
    fact.type === 'session.closed'
      ? allOpen(state).map(({ poll: { poll: id }, round }) => ({ type: 'poll.closeWithSession' as const, poll: id, round: round.round }))
      : [],
  takesBack: ({ type }) => type === 'poll.withdrawn' || type === 'poll.unrepeated' || type === 'poll.uncurated',
  undoable: ({ last }, box) =>
    // Once somebody has answered, an opening can only be voided (K9): it is not offered.
    last && !(last.step === 'opened' && box.count(boxOf(last.poll, last.round)) > 0)
      ? { seq: last.seq, code: `poll.${last.step}`, command: { type: 'poll.undo', seq: last.seq } }
      : null,
  seals: (fact, state) => (fact.type === 'session.closed' ? allBoxes(state) : []),
  boxes: allBoxes,
  view: pollViews,
  mine: pollMine,
  lists: pollLists,
});
