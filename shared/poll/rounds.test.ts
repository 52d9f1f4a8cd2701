// Stories of rounds, splits and the record: what is frozen at the close, because afterwards nobody can ask for more.
import { describe, expect, it } from 'vitest';
import type { People } from '../kernel/room.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { recordPolls } from './record.ts';
import { poll } from './room.ts';
import {
  P1,
  answer,
  answering,
  asking,
  closing,
  desk,
  draft,
  facilitator,
  kinds,
  left,
  member,
  memberId,
  pick,
  publishing,
  shade,
  trees,
  water,
  wordsOf,
  pollStateOf,
} from './testing.testkit.ts';

const times = (n: number, option: string) => Array.from({ length: n }, () => pick(option));
const again = (story: Scenario): Scenario =>
  story
    .when({ type: 'poll.repeat', poll: P1, round: 2 }, facilitator)
    .then({ type: 'poll.repeated', round: 2 })
    .when({ type: 'poll.open', poll: P1, round: 2 }, facilitator)
    .then({ type: 'poll.opened', round: 2 });

describe('PO4: rounds', () => {
  const firstRound = () =>
    answering(asking(20), [...times(14, shade), ...times(6, water)])
      .when(closing, facilitator)
      .when(publishing, facilitator);
  it('[PO4] the same question again: who moved is counted within the session, and nobody is named', () => {
    const story = again(firstRound());
    answering(story, [...times(8, shade), ...times(6, trees), ...times(6, water)], 2);
    story.when({ ...closing, round: 2 }, facilitator).then({
      comparedTo: {
        round: 1,
        comparison: {
          matched: 20,
          options: [
            { id: shade, first: 14, second: 8 },
            { id: water, first: 6, second: 6 },
            { id: trees, first: 0, second: 6 },
            { id: 'dontknow' },
          ],
          moves: { moved: 6, stayed: 14, flows: [{ from: shade, to: trees, count: 6 }] },
        },
      },
    });
    expect(JSON.stringify(story.facts)).not.toContain('member');
  });
  it('[PO4] flows below five are lumped', () => {
    const story = again(firstRound());
    answering(story, [...times(12, shade), pick(trees), pick(trees), ...times(6, water)], 2);
    story.when({ ...closing, round: 2 }, facilitator);
    const found = JSON.stringify(story.facts);
    expect(found).not.toContain('"count":2,"from"');
    expect(found).toMatch(/"flows":\[\]|"moves":null/);
  });
  it('[PO4] a further round keeps its choices; when and how it is asked may change', () => {
    const story = firstRound().when({ type: 'poll.repeat', poll: P1, round: 2 }, facilitator);
    story.when({ type: 'poll.draft', poll: P1, draft: draft(kinds.yesno) }, facilitator).refused('poll.frozen');
    story.when({ type: 'poll.draft', poll: P1, draft: draft(kinds.single, { live: true }) }, facilitator).then({ type: 'poll.drafted' });
    expect(story.view('member')).toMatchObject({ poll: { now: { round: 1, phase: 'published' } } });
  });
  it('[PO4] two presses of «Ripeti» prepare one round; it can be taken back', () => {
    const story = firstRound().when({ type: 'poll.repeat', poll: P1, round: 2 }, facilitator);
    const seq = story.seq;
    story.when({ type: 'poll.repeat', poll: P1, round: 2 }, facilitator).thenNothing();
    story.when({ type: 'poll.undo', seq }, facilitator).then({ type: 'poll.unrepeated' });
    expect(story.view('facilitator')).toMatchObject({ poll: { rounds: [{ round: 1, prepared: false }] } });
  });
  it('[PO4] a voided round is not what the next one is compared to', () => {
    const story = firstRound().when({ type: 'poll.void', poll: P1, round: 1, reason: 'Domanda letta male' }, facilitator);
    again(story)
      .when(answer(pick(shade), 1, 2), member(1))
      .when({ ...closing, round: 2 }, facilitator)
      .then({ comparedTo: null });
  });
  it('an answer meant for the first round never enters the second', () => {
    again(firstRound())
      .when(answer(pick(shade), 3, 1), member(1))
      .refused('poll.tooLate');
  });
});

describe('PO6: splits', () => {
  const people = (n: number, north: number): People =>
    new Map(Array.from({ length: n }, (_, i) => [memberId(i + 1), { name: null, attributes: { area: i < north ? 'nord' : 'sud' } }]));
  const split = draft(kinds.yesno, { splitBy: ['area'] });
  it('[PO6] a split declared before opening is counted into the closing fact', () => {
    const story = answering(asking(20, split, 0, { people: people(20, 10) }), [
      ...times(5, 'yes'),
      ...times(5, 'no'),
      ...times(5, 'yes'),
      ...times(5, 'no'),
    ]);
    story.when(closing, facilitator).then({
      tally: {
        splits: [
          {
            attribute: 'area',
            shown: true,
            rows: [
              { value: 'nord', answered: 10 },
              { value: 'sud', answered: 10 },
            ],
          },
        ],
      },
    });
  });
  it('[PO6] with one cell below five nothing of it is counted, in no fact and no view', () => {
    const story = answering(asking(20, split, 0, { people: people(20, 10) }), [
      ...times(6, 'yes'),
      ...times(4, 'no'),
      ...times(5, 'yes'),
      ...times(5, 'no'),
    ]);
    story.when(closing, facilitator).then({ tally: { splits: [{ attribute: 'area', shown: false, reason: 'smallCell' }] } });
    expect(JSON.stringify(story.log)).not.toContain('nord');
  });
  it('[PO6] none can be asked for afterwards: an undeclared attribute is nowhere', () => {
    const story = answering(asking(20, draft(kinds.yesno), 0, { people: people(20, 10) }), times(20, 'yes'))
      .when(closing, facilitator)
      .when(publishing, facilitator);
    expect(story.view('screen')).toMatchObject({ poll: { rounds: [{ result: { splits: [] } }] } });
    story
      .when({ type: 'poll.draft', poll: P1, draft: draft(kinds.yesno, { splitBy: ['area'] }) }, facilitator)
      .refused('poll.alreadyAsked');
  });
});

describe('the record', () => {
  it('[PO5] the record, the wall and the phone show the same numbers', () => {
    const story = answering(asking(9, draft(), 2), [pick(shade), pick(shade), pick(water)]);
    story
      .when({ type: 'poll.answerOnPaper', poll: P1, round: 1, member: memberId(8), edit: 1, answer: pick(trees) }, desk)
      .when(closing, facilitator)
      .when(publishing, facilitator);
    const record = recordPolls(pollStateOf(story), story.box, () => 2);
    expect(record).toMatchObject({
      value: 'notDeliberative',
      polls: [{ poll: P1, rounds: [{ state: 'published', base: 9, answered: 4, sources: { phone: 3, paper: 1, hands: 0 }, late: 2 }] }],
    });
    const options = record.polls[0]?.rounds[0]?.tally?.options;
    expect(options?.map(({ percent }) => percent)).toEqual([50, 25, 25]);
    expect(story.view('member')).toMatchObject({ poll: { now: { result: { options } } } });
    expect(story.view('screen')).toMatchObject({ poll: { rounds: [{ result: { options } }] } });
    expect(story.view('facilitator')).toMatchObject({ poll: { rounds: [{ result: { options } }] } });
  });
  it('[PO12] what was hidden is counted and not repeated; a voided round stands with its reason', () => {
    const story = answering(asking(3, draft(kinds.words)), [wordsOf('verde'), wordsOf('cattiveria')])
      .when(closing, facilitator)
      .when(publishing, facilitator);
    story.when({ type: 'poll.hide', poll: P1, round: 1, what: { kind: 'word', key: 'cattiveria' }, hidden: true }, facilitator);
    const read = recordPolls(pollStateOf(story), story.box, () => 0);
    expect(read).toMatchObject({ polls: [{ rounds: [{ curated: 1, tally: { hidden: 1, words: [{ label: 'verde' }] } }] }] });
    expect(JSON.stringify(read)).not.toContain('cattiveria');
    story.when({ type: 'poll.void', poll: P1, round: 1, reason: 'Ripetuta' }, facilitator);
    expect(recordPolls(pollStateOf(story), story.box, () => 0)).toMatchObject({
      polls: [{ rounds: [{ state: 'voided', voided: { reason: 'Ripetuta' }, tally: { answered: 2 } }] }],
    });
  });
  it('[PO4] the boxes of all rounds are sealed when the session closes, and read back at a start', () => {
    const story = again(answering(asking(3), times(3, shade)).when(closing, facilitator));
    const boxes = [`poll.${P1}.1`, `poll.${P1}.2`];
    expect(poll.boxes?.(pollStateOf(story))).toEqual(boxes);
    expect(poll.seals?.({ type: 'session.closed', v: 1, by: 'person' }, pollStateOf(story))).toEqual(boxes);
    expect(poll.seals?.({ type: 'session.suspended', v: 1, reason: '' }, pollStateOf(story))).toEqual([]);
  });
  it('[PO4] after the seal the result is still there and no answer is anybody’s', () => {
    const story = answering(asking(3), times(3, shade)).when(closing, facilitator).when(publishing, facilitator).given(left(3));
    const sealed = { ...story.viewContext(), box: { ...story.box, of: () => undefined, keyOf: () => undefined } };
    expect(poll.view.member?.(pollStateOf(story), sealed)).toMatchObject({ now: { result: { answered: 3 } } });
    expect(poll.mine?.member?.(pollStateOf(story), sealed, member(1))).toMatchObject({ answer: null });
  });
});
