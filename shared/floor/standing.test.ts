// What stays as it was settled, whoever answers, and what the door lets in: a dispute is ended by those who lead, a table's link has its own measure.
import { describe, expect, test } from 'vitest';
import { floorLimits } from './limits.ts';
import { isWaiting } from './state.ts';
import {
  Q,
  answering,
  asking,
  at,
  atTables,
  close,
  driverOf,
  expert,
  experts,
  facilitator,
  factsOf,
  giving,
  hall,
  hiding,
  listOf,
  merging,
  mineOf,
  organiser,
  phone,
  settling,
  stateOf,
  tableOf,
  undoable,
  voting,
} from './testing.testkit.ts';

const asked = (s: ReturnType<typeof hall>, n = 1) => stateOf(s).questions.get(Q(n));

describe('an expert and what was settled', () => {
  const given = () => hall().when(experts(1), facilitator).when(asking(1), phone(1)).when(giving(1, 1), facilitator);
  test('[FL2] an expert’s answer leaves a dispute and its reason, and a parked question its owner', () => {
    const s = given().when(answering(1), expert(1)).then({ type: 'floor.answered' });
    expect(asked(s)).toMatchObject({ standing: 'answered' });
    s.when(settling(1, 'disputed', 'I numeri non tornano'), facilitator).when(answering(1, { text: 'Confermo' }), expert(1));
    s.then({ type: 'floor.answered', keeps: true });
    expect(asked(s)).toMatchObject({ standing: 'disputed', words: 'I numeri non tornano', answers: { length: 2 } });
    expect(listOf(s, 'floor.open')).toMatchObject([{ standing: 'disputed', words: 'I numeri non tornano', answer: { text: 'Confermo' } }]);
    // Sent again it is the same answer.
    s.when(answering(1, { text: 'Confermo' }), expert(1)).thenNothing();
    s.when(settling(1, 'parked', 'Ufficio Clima'), facilitator).when(answering(1, { text: 'Intanto: sì' }), expert(1));
    expect(asked(s)).toMatchObject({ standing: 'parked', words: 'Ufficio Clima', answers: { length: 3 } });
  });
  test('[FL2] an answer of those who lead settles it as before', () => {
    const s = given()
      .when(settling(1, 'disputed', 'No'), facilitator)
      .when(answering(1), facilitator);
    expect(factsOf(s, 'floor.answered')[0]).not.toHaveProperty('keeps');
    expect(asked(s)).toMatchObject({ standing: 'answered', words: '' });
  });
  test('[FL2] it waits for the expert until they answer, and again when it is disputed; the expert reads the reason', () => {
    const s = given();
    const waiting = () => [
      at(mineOf(s, expert(1)), 'waiting'),
      at(driverOf(s), 'experts', 0, 'waiting'),
      at(listOf(s, 'floor.asked', expert(1)), 0, 'waiting'),
    ];
    expect(waiting()).toEqual([1, 1, true]);
    s.when(answering(1), expert(1));
    expect(waiting()).toEqual([0, 0, false]);
    s.when(settling(1, 'disputed', 'I numeri non tornano'), facilitator);
    expect(waiting()).toEqual([1, 1, true]);
    expect(listOf(s, 'floor.asked', expert(1))).toMatchObject([{ standing: 'disputed', words: 'I numeri non tornano' }]);
    s.when(answering(1, { text: 'Confermo' }), expert(1));
    expect(waiting()).toEqual([0, 0, false]);
    s.when(settling(1, 'disputed', 'Ancora no'), facilitator);
    expect(waiting()).toEqual([1, 1, true]);
    s.when(undoable(s)?.command, facilitator);
    expect(waiting()).toEqual([0, 0, false]);
    expect([...stateOf(s).questions.values()].filter(isWaiting)).toEqual([]);
  });
});

describe('late', () => {
  test('[PO2] [K1] support after the close is refused with the hour of it', () => {
    const s = hall().when(asking(1), phone(1));
    const closedAt = s.now;
    s.when(close, facilitator).when(voting(1), phone(2)).refused('floor.over', { closedAt });
    s.when(asking(2), phone(2)).refused('floor.over', { closedAt });
  });
});

describe('a table’s link', () => {
  const withdraw = (n: number) => ({ type: 'floor.withdraw', question: Q(n) });
  test('[K6] has a number of questions of its own, and taking back does not go round it for ever', () => {
    const { questionsAtTable: most, questionsAtTableEver: ever } = floorLimits;
    const s = atTables();
    for (let n = 1; n <= most; n += 1) s.when(asking(n), tableOf(1));
    s.when(asking(900), tableOf(1, 'b')).refused('floor.tooMany', { max: most });
    s.when(asking(901), tableOf(2)).then({ type: 'floor.asked' });
    s.when(withdraw(1), tableOf(1)).when(asking(902), tableOf(1)).then({ type: 'floor.asked' });
    for (let n = 2; n <= most; n += 1) s.when(withdraw(n), tableOf(1)).when(asking(n + 500), tableOf(1));
    expect([...stateOf(s).questions.values()].filter(({ by }) => by.startsWith('table:') && by.endsWith('001'))).toHaveLength(ever);
    s.when(withdraw(902), tableOf(1)).when(asking(903), tableOf(1)).refused('floor.tooMany', { max: ever });
    s.when(asking(904), phone(5)).then({ type: 'floor.asked' });
  });
  test('[K6] what was taken back takes nobody’s place, and is bounded all the same; the close counts them all', () => {
    const { questions, questionsEver, questionsEach } = floorLimits;
    const seats = 60;
    const s = hall(seats);
    for (let n = 0; n < questions; n += 1) s.when(asking(n + 1), facilitator);
    s.when(asking(3000), phone(1)).refused('floor.full', { max: questions });
    const t = hall(seats);
    for (let n = 0; n < questionsEver; n += 1) {
      const who = phone(1 + Math.floor(n / questionsEach));
      t.when(asking(n + 1), who)
        .when(voting(n + 1), who)
        .when(withdraw(n + 1), who)
        .then({ type: 'floor.withdrawn' });
    }
    t.when(asking(3000), facilitator).refused('floor.full', { max: questionsEver });
    t.when(close, organiser);
    expect(factsOf(t, 'floor.closed')).toMatchObject([{ votes: { length: questionsEver } }]);
  });
});

describe('taken back', () => {
  test('[K9] a merge that took a question from under a hidden one: the step goes back to before both', () => {
    const s = hall();
    for (const n of [1, 2, 3]) s.when(asking(n), phone(n));
    s.when(merging(2, 1), facilitator).when(hiding(1), facilitator).when(merging(3, 2), facilitator);
    s.then({ type: 'floor.parted', question: Q(2), from: Q(1) }, { type: 'floor.merged', question: Q(3), into: Q(2), freed: Q(1) });
    s.when(undoable(s)?.command, facilitator).when(hiding(1, false), facilitator);
    expect([1, 2, 3].map((n) => asked(s, n)?.into ?? null)).toEqual([null, Q(1), null]);
  });
});
