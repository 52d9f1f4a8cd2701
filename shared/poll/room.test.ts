// Stories of a question, from draft to published, told by law.
import { describe, expect, it, test } from 'vitest';
import { house, lastUndoable } from '../kernel/session.ts';
import { poll } from './room.ts';
import {
  P1,
  P2,
  answer,
  answering,
  asking,
  beforeTheDoors,
  closing,
  desk,
  dontKnow,
  draft,
  drafted,
  entered,
  facilitator,
  hall,
  kinds,
  left,
  listener,
  member,
  memberId,
  opened,
  optionId,
  pick,
  publishing,
  shade,
  system,
  trees,
  water,
  wordsOf,
  write,
} from './testing.testkit.ts';

describe('PO1: draft, open, closed, published', () => {
  it('[PO1] a draft is opened, closed and published, each by a step of its own', () => {
    const story = hall(3).when({ type: 'poll.draft', poll: P1, draft: draft() }, facilitator).then({ type: 'poll.drafted' });
    story
      .when({ type: 'poll.open', poll: P1, round: 1 }, facilitator)
      .then({ type: 'poll.opened', round: 1, asked: draft(), closesAt: null });
    story.when(publishing, facilitator).refused('poll.closeFirst');
    story.when(closing, facilitator).then({ type: 'poll.closed', by: 'person' });
    story.when(publishing, facilitator).then({ type: 'poll.published' });
    story.when(publishing, facilitator).thenNothing();
  });
  it('[PO1] the base is those present until the close, frozen in the fact', () => {
    const story = answering(asking(5), [pick(shade)])
      .given(entered(6), left(5))
      .when(closing, facilitator);
    story.then({ type: 'poll.closed', tally: { base: 5, answered: 1 } }).given(entered(7));
    expect(story.view('member')).toMatchObject({ poll: { now: { phase: 'closed', answered: 1, base: 5 } } });
  });
  it('[PO1] who goes away after answering stays in the base, who had not answered does not', () => {
    const story = answering(asking(3), [pick(shade), pick(water)]).given(left(1), left(3));
    expect(story.view('screen')).toMatchObject({ poll: { rounds: [{ answered: 2, base: 2 }] } });
    story.when(closing, facilitator).then({ tally: { answered: 2, base: 2 } });
  });
  it('[PO1] a question cannot be put before the doors are open', () => {
    beforeTheDoors().given(drafted(draft())).when({ type: 'poll.open', poll: P1, round: 1 }, facilitator).refused('poll.doorsFirst');
  });
  it('[PO1] live is part of the draft: once open it cannot be switched on', () => {
    asking(2)
      .when({ type: 'poll.draft', poll: P1, draft: draft(kinds.single, { live: true }) }, facilitator)
      .refused('poll.openNow');
  });
  it('a phone shows one question: a second one to the same people waits, one to the audience does not', () => {
    const story = asking(2).given(drafted(draft(), P2));
    story.when({ type: 'poll.open', poll: P2, round: 1 }, facilitator).refused('poll.anotherOpen');
    story
      .given(drafted(draft(kinds.single, { electorate: 'audience' }), P2))
      .when({ type: 'poll.open', poll: P2, round: 1 }, facilitator)
      .then({ type: 'poll.opened' });
  });
  it('closes by itself when it was set so, and the answer that comes at that very moment is late', () => {
    const story = hall(2).given(drafted(draft(kinds.single, { closeAfterSec: 60 })));
    const closesAt = story.now + 60_000;
    story.when({ type: 'poll.open', poll: P1, round: 1 }, facilitator).then({ closesAt });
    story.when({ type: 'poll.closeDue', poll: P1, round: 1 }, system).thenNothing();
    story.now = closesAt;
    story.when(answer(pick(shade)), member(1)).refused('poll.tooLate', { closedAt: closesAt });
    story.when({ type: 'poll.closeDue', poll: P1, round: 1 }, system).then({ type: 'poll.closed', by: 'time' });
  });
  it('a person may take the time limit away', () => {
    const story = hall(2)
      .given(drafted(draft(kinds.single, { closeAfterSec: 60 })))
      .when({ type: 'poll.open', poll: P1, round: 1 }, facilitator);
    story.when({ type: 'poll.keepOpen', poll: P1, round: 1 }, facilitator).then({ type: 'poll.keptOpen' }).after(90_000);
    story.when(answer(pick(shade)), member(1)).thenAnswer({ voter: memberId(1) });
  });
  it('the end of the session closes what is open, with what was answered until then', () => {
    const story = answering(asking(3), [pick(shade)])
      .when({ type: 'session.close' }, facilitator)
      .then({ type: 'session.closed' });
    expect(story.log.at(-1)).toMatchObject({ type: 'poll.closed', by: 'session', tally: { answered: 1, base: 3 } });
    story.when(answer(pick(water)), member(2)).refused('poll.tooLate');
    story.when({ type: 'poll.quick', poll: P2, draft: draft() }, facilitator).refused('poll.sessionOver');
  });
});

describe('PO2: two electorates', () => {
  it('[PO2] the audience cannot answer a question to the members, nor a member one to the audience', () => {
    asking(2)
      .when(answer(pick(shade)), listener(1))
      .refused('poll.otherElectorate');
    asking(2, draft(kinds.single, { electorate: 'audience' }))
      .when(answer(pick(shade)), member(1))
      .refused('poll.otherElectorate');
  });
  it('[PO2] two tallies: each question counts only its own people, the audience has no base', () => {
    const toAudience = draft(kinds.yesno, { electorate: 'audience' });
    const story = asking(2).given(drafted(toAudience, P2), opened(toAudience, { poll: P2 }));
    story
      .when(answer(pick(shade)), member(1))
      .when(answer(pick('yes'), 1, 1, P2), listener(1))
      .when(answer(pick('no'), 1, 1, P2), listener(2));
    story.when({ ...closing, poll: P2 }, facilitator).then({
      tally: {
        base: null,
        answered: 2,
        options: [
          { id: 'yes', count: 1 },
          { id: 'no', count: 1 },
        ],
      },
    });
    story.when(closing, facilitator).then({ tally: { base: 2, answered: 1 } });
  });
  it('[PO2] members and audience each see their own question', () => {
    const toAudience = draft(kinds.yesno, { electorate: 'audience' });
    const story = asking(2).given(drafted(toAudience, P2), opened(toAudience, { poll: P2 }));
    expect(story.view('member')).toMatchObject({ poll: { now: { poll: P1 } } });
    expect(story.view('audience')).toMatchObject({ poll: { now: { poll: P2 } } });
  });
});

describe('PO3: one answer per seat', () => {
  it('[PO3] a second answer of the same seat replaces the first', () => {
    const story = asking(3)
      .when(answer(pick(shade), 1), member(1))
      .when(answer(pick(water), 2), member(1))
      .when(closing, facilitator);
    story.then({
      tally: {
        answered: 1,
        options: [
          { id: shade, count: 0 },
          { id: water, count: 1 },
          { id: trees, count: 0 },
        ],
      },
    });
  });
  it('[PO3] a late resend of an older answer never wins', () => {
    const story = asking(3)
      .when(answer(pick(shade), 1), member(1))
      .when(answer(pick(water), 2), member(1));
    story.when(answer(pick(shade), 1), member(1)).thenNothing();
    expect(story.mine(member(1))).toMatchObject({ poll: { answer: pick(water), edit: 2 } });
  });
  it('[PO3] two pages of one seat that answer differently with the same number: the second is told', () => {
    const story = asking(3).when(answer(pick(shade), 1), member(1));
    story.when(answer(pick(shade), 1), member(1)).thenNothing();
    story.when(answer(pick(water), 1), member(1)).refused('poll.answeredElsewhere');
    expect(story.mine(member(1))).toMatchObject({ poll: { answer: pick(shade), edit: 1 } });
  });
  it('[K3] an answer that counted and is sent again after the close is not told that it was late', () => {
    const story = asking(3)
      .when(answer(pick(shade), 1), member(1))
      .when(closing, facilitator);
    story.when(answer(pick(shade), 1), member(1)).thenNothing();
    story.when(answer(pick(water), 2), member(1)).refused('poll.tooLate');
    expect(story.last).toMatchObject({ late: { voter: expect.any(String) } });
  });
  it('[PO3] after the close an answer is refused with the hour of the close', () => {
    const story = asking(3).when(closing, facilitator);
    const closedAt = story.now - 1000;
    story.when(answer(pick(shade)), member(1)).refused('poll.tooLate', { closedAt });
  });
  it('[PO3] choices freeze with the first answer', () => {
    const changed = draft(kinds.single, { options: draft().options.slice(0, 2) });
    const story = asking(3);
    story.when({ type: 'poll.draft', poll: P1, draft: changed }, facilitator).refused('poll.openNow');
    story
      .when(answer(pick(shade)), member(1))
      .when({ type: 'poll.draft', poll: P1, draft: changed }, facilitator)
      .refused('poll.answered');
  });
  test.each(Object.entries(kinds))('[PO3] «Non so» is an answer to a question of kind %s, and is counted', (_, kind) => {
    asking(3, draft(kind))
      .when(answer(dontKnow), member(1))
      .thenAnswer({ voter: memberId(1) })
      .when(closing, facilitator)
      .then({ tally: { answered: 1, dontKnow: { count: 1 } } });
  });
  it('[PO3] what does not fit the question is refused with a word for the person', () => {
    const time = optionId('time');
    asking(2).when(answer(pick()), member(1)).refused('poll.nothingChosen');
    asking(2)
      .when(answer(pick(shade, water)), member(1))
      .refused('poll.notOfThisQuestion');
    asking(2)
      .when(answer(pick('unknown1')), member(1))
      .refused('poll.notOfThisQuestion');
    asking(2, draft(kinds.multiple))
      .when(answer(pick(shade, water, trees)), member(1))
      .refused('poll.tooManyChosen', { max: 2 });
    asking(2, draft(kinds.scale))
      .when(answer({ kind: 'scale', values: { [time]: 6 } }), member(1))
      .refused('poll.notOfThisQuestion');
    asking(2, draft(kinds.scale))
      .when(answer({ kind: 'scale', values: { [time]: 5 } }), member(1))
      .thenAnswer({ edit: 1 });
    asking(2, draft(kinds.text))
      .when(answer(write('a'.repeat(283))), member(1))
      .refused('poll.textTooLong', { over: 3 });
    asking(2, draft(kinds.words))
      .when(answer(wordsOf('verde', 'b'.repeat(41))), member(1))
      .refused('poll.wordTooLong', { line: 2 });
  });
  it('[PO3] a member who is not present cannot answer, and is told so beforehand', () => {
    const story = asking(2);
    expect(story.mine(member(9))).toMatchObject({ poll: { may: { answer: false }, why: 'notPresent' } });
    story.when(answer(pick(shade)), member(9)).refused('poll.notPresent');
  });
});

describe('PO9: sheets and hands', () => {
  const sheet = (n: number, given: object | null, edit = 1) => ({
    type: 'poll.answerOnPaper',
    poll: P1,
    round: 1,
    member: memberId(n),
    edit,
    answer: given,
  });
  it("[PO9] a sheet replaces that seat's phone, whose later answers are refused", () => {
    const story = asking(3)
      .when(answer(pick(shade), 4), member(1))
      .when(sheet(1, pick(water)), desk);
    story.when(answer(pick(trees), 5), member(1)).refused('poll.onPaper');
    expect(story.mine(member(1))).toMatchObject({ poll: { onPaper: true, why: 'onPaper', answer: pick(water) } });
    story.when(closing, facilitator).then({ tally: { answered: 1, sources: { phone: 0, paper: 1, hands: 0 } } });
  });
  it('[PO9] the same sheet again is nothing, another one for the seat is asked back, and may then replace it', () => {
    const story = asking(3).when(sheet(1, pick(shade)), desk);
    story.when(sheet(1, pick(shade)), desk).thenNothing();
    story.when(sheet(1, pick(water)), desk).refused('poll.paperAlready', { edit: 1 });
    story.when(sheet(1, pick(water), 2), desk).thenAnswer({ voter: memberId(1) });
  });
  it('[PO9] a sheet entered on the wrong seat is taken out, and the phone of that seat counts again', () => {
    const story = asking(3)
      .when(answer(pick(shade), 1), member(1))
      .when(sheet(1, pick(water)), desk)
      .when(sheet(1, null, 2), desk);
    expect(story.view('screen')).toMatchObject({ poll: { rounds: [{ answered: 0 }] } });
    story.when(answer(pick(trees), 2), member(1)).thenAnswer({ voter: memberId(1) });
    story
      .when(closing, facilitator)
      .then({ tally: { answered: 1, sources: { phone: 1, paper: 0 }, options: [{ count: 0 }, { count: 0 }, { count: 1 }] } });
  });
  it('[PO9] a show of hands beside the phones cannot exceed those who have not answered', () => {
    const story = answering(asking(10, draft(), 4), [pick(shade), pick(water)]);
    story
      .when({ type: 'poll.hands', poll: P1, round: 1, mode: 'withoutPhone', counts: { [shade]: 5, [water]: 4 } }, facilitator)
      .refused('poll.handsExceedPresent', { room: 8 });
    story
      .when({ type: 'poll.hands', poll: P1, round: 1, mode: 'withoutPhone', counts: { [shade]: 3, dontknow: 1 } }, facilitator)
      .then({ type: 'poll.handsCounted' });
    story.when(closing, facilitator).then({
      tally: {
        answered: 6,
        base: 10,
        sources: { phone: 2, paper: 0, hands: 4 },
        options: [{ count: 4 }, { count: 1 }, { count: 0 }],
        dontKnow: { count: 1 },
      },
    });
  });
  it('[PO9] a show of hands is the whole question only if no phone has answered, and then none can', () => {
    const hands = { type: 'poll.hands', poll: P1, round: 1, mode: 'whole', counts: { [shade]: 3 } };
    asking(3)
      .when(answer(pick(shade)), member(1))
      .when(hands, facilitator)
      .refused('poll.handsAfterPhones');
    const story = asking(3)
      .when({ ...hands, counts: { [shade]: 4 } }, facilitator)
      .refused('poll.handsExceedPresent')
      .when(hands, facilitator)
      .then({ mode: 'whole' });
    story.when(answer(pick(shade)), member(1)).refused('poll.byHands');
    story
      .when({ ...hands, counts: {} }, facilitator)
      .then({ type: 'poll.handsCounted' })
      .when(answer(pick(shade)), member(1))
      .thenAnswer({ edit: 1 });
  });
  it('[PO9] hands and phones together never exceed those present, whatever comes later', () => {
    const story = asking(3).when({ type: 'poll.hands', poll: P1, round: 1, mode: 'withoutPhone', counts: { [shade]: 2 } }, facilitator);
    story
      .when(answer(pick(water)), member(1))
      .thenAnswer({ edit: 1 })
      .when(answer(pick(water)), member(2))
      .refused('poll.handsFull');
    story.given(left(3)).when(closing, facilitator).refused('poll.handsOver', { hands: 2, room: 1 });
    story
      .when({ type: 'poll.hands', poll: P1, round: 1, mode: 'withoutPhone', counts: { [shade]: 1 } }, facilitator)
      .when(closing, facilitator)
      .then({ tally: { answered: 2, base: 2 } });
  });
  it('[PO9] hands are for questions with one choice', () => {
    asking(3, draft(kinds.multiple))
      .when({ type: 'poll.hands', poll: P1, round: 1, mode: 'whole', counts: { [shade]: 1 } }, facilitator)
      .refused('poll.handsNotForThisKind');
  });
});

describe('PO11: quick', () => {
  it('[PO11] a question is written and opened with one command, and a double press makes one', () => {
    const quick = { type: 'poll.quick', poll: P1, draft: draft(kinds.yesno) };
    const story = hall(3).when(quick, facilitator).then({ type: 'poll.drafted' }, { type: 'poll.opened', round: 1 });
    story.when(quick, facilitator).thenNothing();
    story.when(answer(pick('yes')), member(1)).thenAnswer({ edit: 1 });
  });
});

describe('K3, K9', () => {
  it('[K3] the second press of open, close and void finds it done', () => {
    const story = asking(2).when({ type: 'poll.open', poll: P1, round: 1 }, facilitator).thenNothing();
    story.when(closing, facilitator).when(closing, facilitator).thenNothing();
    story
      .when({ type: 'poll.void', poll: P1, round: 1, reason: 'Domanda sbagliata' }, facilitator)
      .when({ type: 'poll.void', poll: P1, round: 1, reason: 'altro' }, facilitator)
      .thenNothing();
  });
  it('[K9] an opening that somebody has answered to is not offered to be taken back', () => {
    const story = asking(2);
    const offered = () => lastUndoable(house([poll]), story.states, { box: story.box });
    expect(offered()).toMatchObject({ code: 'poll.opened' });
    story.when(answer(pick(shade), 1), member(1));
    expect(offered()).toBeNull();
  });
  it('[K9] an opening is taken back while nobody has answered, and is then a draft again that can be edited', () => {
    const story = asking(2);
    story.when({ type: 'poll.undo', seq: story.seq }, facilitator).then({ type: 'poll.withdrawn' });
    story.when({ type: 'poll.draft', poll: P1, draft: draft(kinds.yesno) }, facilitator).then({ type: 'poll.drafted' });
    expect(story.view('member')).toMatchObject({ poll: { now: null } });
  });
  it('[K9] an opening with answers can only be voided, with a reason', () => {
    const story = asking(2);
    const seq = story.seq;
    story
      .when(answer(pick(shade)), member(1))
      .when({ type: 'poll.undo', seq }, facilitator)
      .refused('poll.answered');
    story.when({ type: 'poll.void', poll: P1, round: 1, reason: ' ' }, facilitator).refused('kernel.malformed');
    story
      .when({ type: 'poll.void', poll: P1, round: 1, reason: 'Mancava una scelta' }, facilitator)
      .then({ type: 'poll.voided', reason: 'Mancava una scelta' });
    story.when(answer(pick(shade), 2), member(1)).refused('poll.voided');
  });
  it('[K9] closing and publishing cannot be taken back', () => {
    const story = asking(2).when(closing, facilitator);
    story.when({ type: 'poll.undo', seq: story.seq }, facilitator).refused('poll.undoGone');
    story.when(publishing, facilitator).when({ type: 'poll.undo', seq: story.seq }, facilitator).refused('poll.undoGone');
  });
  it('[K9] a removed draft comes back, an asked question cannot be removed', () => {
    const story = hall(2).given(drafted(draft())).when({ type: 'poll.remove', poll: P1 }, facilitator).then({ type: 'poll.removed' });
    story.when({ type: 'poll.undo', seq: story.seq }, facilitator).then({ type: 'poll.drafted', draft: draft() });
    asking(2).when({ type: 'poll.remove', poll: P1 }, facilitator).refused('poll.alreadyAsked');
  });
});
