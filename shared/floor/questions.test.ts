// A question from the hall: who may ask, how much, where it was born, sent twice, taken back, supported.
import { describe, expect, test } from 'vitest';
import { floorLimits } from './limits.ts';
import { boxOf } from './state.ts';
import {
  B,
  E,
  Q,
  T,
  answering,
  asking,
  atTables,
  close,
  doors,
  expert,
  experts,
  facilitator,
  factsOf,
  giving,
  guest,
  hall,
  hiding,
  letOut,
  listOf,
  merging,
  mineOf,
  numbersOf,
  organiser,
  past,
  phone,
  prepared,
  recall,
  second,
  settling,
  stateOf,
  tableOf,
  toWall,
  votesIn,
  voting,
  who,
} from './testing.testkit.ts';

describe('who may ask, and when', () => {
  test('[FL2] a member asks while the session runs, in a pause too; not before the doors, not after the close', () => {
    prepared().when(asking(1), phone(1)).refused('floor.notRunning');
    const s = hall().when(asking(1, 'Chi paga?'), phone(1));
    s.then({ type: 'floor.asked', question: Q(1), text: 'Chi paga?', from: 'member', door: 'phone', group: null, block: null });
    s.given(past({ type: 'session.suspended', v: 1, reason: '' })).when(asking(2), phone(2));
    s.then({ type: 'floor.asked' });
    s.when(close, facilitator).when(asking(3), phone(1)).refused('floor.over');
  });
  test('[FL2] who leads enters sheets from the draft until the seal', () => {
    const s = prepared().when(asking(1, 'Da un foglio', { door: 'paper' }), facilitator);
    s.then({ type: 'floor.asked', from: 'lead', door: 'paper', group: null });
    const d = hall()
      .when(close, facilitator)
      .when(asking(1, 'Trovata dopo', { door: 'paper' }), facilitator)
      .then({ type: 'floor.asked' });
    d.when({ type: 'session.seal' }, organiser).when(asking(2), facilitator).refused('floor.over');
  });
  test('[FL2] who is not present does not ask, and the doors are the facilitator’s', () => {
    hall(9, 3).when(asking(1), phone(5)).refused('floor.notPresent');
    const s = hall().when(asking(1), guest(1)).refused('floor.notForAudience');
    s.when(doors(false, true), facilitator).when(asking(2), phone(1)).refused('floor.closedForMembers');
    s.when(asking(3), guest(1)).then({ type: 'floor.asked', from: 'audience', group: null });
    // Tables and paper always may.
    atTables().when(doors(false, false), facilitator).when(asking(1), tableOf(1)).then({ from: 'table' });
    expect(stateOf(s).questions.size).toBe(1);
  });
  test('[K1] each has a limit, said with its number; the audience has one of its own and one in all', () => {
    const s = hall();
    for (let n = 1; n <= floorLimits.questionsEach; n += 1) s.when(asking(n), phone(1));
    s.when(asking(99), phone(1, 'b')).refused('floor.tooMany', { max: floorLimits.questionsEach });
    s.when(asking(99), phone(2)).then({ type: 'floor.asked' });
    s.when(doors(true, true), facilitator);
    for (let g = 1; g <= 40; g += 1) for (let n = 1; n <= floorLimits.audienceEach; n += 1) s.when(asking(1000 + g * 10 + n), guest(g));
    s.when(asking(1999), guest(1)).refused('floor.tooMany', { max: floorLimits.audienceEach });
    s.when(asking(1999), guest(41)).refused('floor.audienceFull', { max: floorLimits.audienceInAll });
    for (let n = 0; stateOf(s).questions.size < floorLimits.questions; n += 1) s.when(asking(3000 + n), facilitator);
    s.when(asking(4999), phone(3)).refused('floor.full', { max: floorLimits.questions });
    s.when(asking(4999), facilitator).refused('floor.full');
  });
});

describe('where it was born', () => {
  test('[GR3] a member’s question carries the table where they sit while everybody is at the tables, and the block that runs', () => {
    const s = atTables().given(
      past({
        type: 'agenda.started',
        v: 1,
        block: B(1),
        from: null,
        title: { original: 'it', it: 'x' },
        number: 1,
        plannedSec: 60,
        endsAt: 0,
      }),
    );
    s.when(asking(1, 'a', { group: T(3), door: 'paper' }), phone(4)).then({ group: T(2), block: B(1), door: 'phone' });
    s.when(asking(2), tableOf(3)).then({ group: T(3), from: 'table', door: 'table' });
    s.when(asking(3, 'b', { door: 'table', group: T(1) }), facilitator).then({ group: T(1), from: 'table', door: 'table' });
    s.when(asking(4, 'c', { door: 'paper', group: T(9) }), facilitator).refused('floor.unknownTable');
    s.when(asking(4), tableOf(9)).refused('floor.unknownTable');
    s.when(recall(), facilitator).when(asking(5), phone(4)).then({ group: null });
    s.given(past({ type: 'agenda.ended', v: 1, block: B(1), title: { original: 'it', it: 'x' } })).when(asking(6), phone(4));
    s.then({ block: null });
  });
});

describe('sent again, taken back', () => {
  test('[K3] the same question sent again is one, whatever has become of it; another’s id is refused', () => {
    const s = hall().when(asking(1), phone(1)).when(asking(2), phone(2));
    const again = () => s.when(asking(1), phone(1, 'b')).thenNothing();
    again();
    s.when(asking(1), phone(2)).refused('floor.idTaken');
    s.when(merging(1, 2), facilitator);
    again();
    s.when(hiding(1), facilitator);
    again();
    s.when(doors(false, false), facilitator).when(letOut(1), facilitator);
    again();
    s.when(close, facilitator);
    again();
    expect(factsOf(s, 'floor.asked')).toHaveLength(2);
  });
  test('[FL2] one’s own is taken back, from any phone of the seat, as long as nothing was done with it', () => {
    const withdraw = (n: number) => ({ type: 'floor.withdraw', question: Q(n) });
    const s = hall().when(experts(1), facilitator);
    for (let n = 1; n <= 7; n += 1) s.when(asking(n), phone(1));
    s.when(withdraw(1), phone(2)).refused('floor.notYours');
    s.when(withdraw(99), phone(1)).refused('floor.unknown');
    s.when(withdraw(1), phone(1, 'b')).then({ type: 'floor.withdrawn', question: Q(1) });
    s.when(withdraw(1), phone(1)).thenNothing();
    s.when(merging(2, 3), facilitator).when(giving(4, 1), facilitator).when(answering(5), facilitator).when(toWall(6), facilitator);
    for (const n of [2, 3, 4, 5, 6]) s.when(withdraw(n), phone(1)).refused('floor.tooLate');
    s.when(close, facilitator).when(withdraw(7), phone(1)).refused('floor.tooLate');
    // It is still there: nothing deletes one.
    expect(stateOf(s).questions.get(Q(1))).toMatchObject({ withdrawn: true, text: 'Domanda 1' });
    expect(numbersOf(listOf(s, 'floor.open'))).not.toContain(1);
    const t = atTables().when(asking(1), tableOf(1));
    t.when(withdraw(1), tableOf(2)).refused('floor.notYours').when(withdraw(1), tableOf(1, 'b')).then({ type: 'floor.withdrawn' });
  });
});

describe('support', () => {
  test('[PO2] one vote a seat and a device, two numbers, the higher edit wins; one’s own like others', () => {
    const s = hall().when(asking(1), phone(1));
    s.when(voting(1), phone(1)).thenAnswer({ box: boxOf(Q(1)), voter: who(1), edit: 1, body: { on: true, who: 'member' } });
    s.when(voting(1), phone(1, 'b')).thenNothing();
    s.when(voting(1), phone(2)).when(voting(1), guest(1)).when(voting(1), guest(2)).when(voting(1), guest(2));
    expect(votesIn(s, 1)).toEqual({ members: 2, audience: 2 });
    s.when(voting(1, false, 2), phone(2))
      .when(voting(1, true, 1), phone(2))
      .thenNothing();
    s.when(voting(1, true, 2), phone(2)).refused('floor.votedElsewhere');
    expect(votesIn(s, 1)).toEqual({ members: 1, audience: 2 });
    expect(mineOf(s, phone(2))).toMatchObject({ votes: [{ question: Q(1), on: false, edit: 2 }] });
  });
  test('[PO2] nobody supports what is not there, hidden or withdrawn, nor when not present, before the doors or after the close', () => {
    prepared().when(asking(1), facilitator).when(voting(1), phone(1)).refused('floor.notRunning');
    const s = hall(9, 3).when(asking(1), phone(1)).when(asking(2), phone(1)).when(asking(3), phone(1));
    s.when(voting(9), phone(1)).refused('floor.unknown').when(voting(1), phone(8)).refused('floor.notPresent');
    s.when(hiding(1), facilitator).when(voting(1), phone(2)).refused('floor.hiddenOne');
    s.when({ type: 'floor.withdraw', question: Q(2) }, phone(1))
      .when(voting(2), phone(2))
      .refused('floor.withdrawnOne');
    s.when(voting(3), phone(2)).when(close, facilitator).when(voting(3), phone(1)).refused('floor.over');
    s.when(voting(3), phone(2)).thenNothing();
  });
  test('[PO2] the close writes what each had; afterwards the numbers are those of the fact, whatever becomes of the boxes', () => {
    const s = hall().when(asking(1), phone(1)).when(asking(2), phone(2)).when(asking(3), phone(3));
    for (const n of [4, 5]) s.when(voting(1), phone(n)).when(voting(2), phone(n));
    s.when(voting(2), guest(1)).when(merging(2, 1), facilitator).when(close, facilitator);
    expect(factsOf(s, 'floor.closed')).toEqual([
      {
        type: 'floor.closed',
        v: 1,
        votes: [
          { question: Q(1), members: 2, audience: 1 },
          { question: Q(2), members: 2, audience: 1 },
        ],
      },
    ]);
    for (const n of [1, 2, 3]) s.box.clear(boxOf(Q(n)));
    expect([votesIn(s, 1), votesIn(s, 2), votesIn(s, 3)]).toEqual([
      { members: 2, audience: 1 },
      { members: 2, audience: 1 },
      { members: 0, audience: 0 },
    ]);
    expect(mineOf(s, phone(4))).toMatchObject({ votes: [], may: { vote: false, ask: false } });
  });
});

describe('what becomes of it', () => {
  test('[FL2] answered by whom with its source; again the same is nothing; a second stands beside the first; open again it is unanswered', () => {
    const s = hall().when(experts(1), facilitator).when(asking(1), phone(1)).when(answering(1), facilitator);
    s.then({ type: 'floor.answered', who: 'Ufficio Clima' }).when(answering(1), second).thenNothing();
    s.when(answering(1, { expert: E(1), who: '', text: '' }), facilitator).then({ expert: E(1), text: '' });
    expect(listOf(s, 'floor.open')).toMatchObject([{ standing: 'answered', answer: { who: 'Esperta 1' } }]);
    expect(listOf(s, 'floor.questions')).toMatchObject([{ answers: [{ who: 'Ufficio Clima' }, { who: 'Esperta 1' }] }]);
    s.when(settling(1, 'open'), facilitator).then({ type: 'floor.settled', how: 'open', words: '' });
    expect(listOf(s, 'floor.open')).toMatchObject([{ standing: 'open', answer: null }]);
    s.when(answering(1, { expert: E(7) }), facilitator).refused('floor.unknownExpert');
  });
  test('[FL2] parked wants an owner, disputed a reason', () => {
    const s = hall().when(asking(1), phone(1));
    s.when(settling(1, 'parked'), facilitator).refused('floor.sayOwner').when(settling(1, 'disputed'), facilitator).refused('floor.sayWhy');
    s.when(settling(1, 'parked', 'Ufficio Clima'), facilitator).then({ how: 'parked' });
    s.when(settling(1, 'parked', 'Ufficio Clima'), second).thenNothing();
    s.when(settling(1, 'disputed', 'I dati sono vecchi'), facilitator).then({ how: 'disputed' });
  });
  test('[FL2] an expert answers what is asked of them, from the draft until the seal, the close in between, and nothing else', () => {
    const s = prepared().when(experts(1, 2), facilitator).when(asking(1), facilitator).when(asking(2), facilitator);
    s.when(giving(1, 1), facilitator).when(answering(2), expert(1)).refused('floor.notAskedOfYou');
    s.when(answering(1, { expert: E(2), who: 'un altro' }), expert(1)).then({ expert: E(1), who: '' });
    s.when(answering(1, { text: '' }), expert(1)).refused('floor.emptyAnswer');
    expect(listOf(s, 'floor.asked', expert(1))).toMatchObject([{ question: Q(1), answer: { who: 'Esperta 1' } }]);
    expect(listOf(s, 'floor.asked', expert(2))).toEqual([]);
    s.when(experts(2), facilitator).refused('floor.expertInUse', { label: 'Esperta 1' });
    const d = hall().when(experts(1), facilitator).when(asking(1), phone(1)).when(giving(1, 1), facilitator).when(close, facilitator);
    d.when(answering(1), expert(1)).then({ type: 'floor.answered' });
    d.when({ type: 'session.seal' }, organiser)
      .when(answering(1, { text: 'tardi' }), expert(1))
      .refused('floor.over');
    expect(mineOf(d, expert(1))).toMatchObject({ may: { answer: false } });
  });
  test('[FL2] what is asked of an expert stays asked when it comes to lie under another', () => {
    const s = hall().when(experts(1), facilitator).when(asking(1, 'Una'), phone(1)).when(asking(2, 'Due'), phone(2));
    s.when(giving(1, 1), facilitator).when(merging(1, 2), facilitator);
    expect(listOf(s, 'floor.asked', expert(1))).toMatchObject([{ question: Q(2), also: [{ text: 'Una' }] }]);
    s.when(answering(1), expert(1)).then({ question: Q(2), expert: E(1) });
    expect(mineOf(s, phone(1))).toMatchObject({
      own: [{ question: Q(1), under: Q(2), standing: 'answered', answer: { who: 'Esperta 1' } }],
    });
  });
  test('[SC1] at most five go to the wall, each once, by what stands for them; none takes them off', () => {
    const s = hall();
    for (let n = 1; n <= 6; n += 1) s.when(asking(n), phone(n));
    s.when(toWall(1, 2, 3, 4, 5, 6), facilitator).refused('kernel.malformed');
    s.when(merging(2, 1), facilitator)
      .when(toWall(2, 1, 3), facilitator)
      .then({ type: 'floor.wallSet', questions: [Q(1), Q(3)] });
    s.when(toWall(1, 3), second).thenNothing();
    s.when(hiding(4), facilitator).when(toWall(4), facilitator).refused('floor.hiddenOne');
    s.when(toWall(), facilitator).then({ questions: [] });
  });
});
