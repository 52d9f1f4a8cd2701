// What must not be received: while a question is open and hidden, nobody's view, list or fact depends on what was answered, only on how many did.
// And every view stays within its 16 kB, however long the words are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../kernel/limits.ts';
import type { Role } from '../kernel/audience.ts';
import { roles } from '../kernel/audience.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { italian } from '../kernel/text.ts';
import type { Text } from '../kernel/text.ts';
import { pollLists } from './lists.ts';
import {
  P1,
  P2,
  answer,
  answering,
  asking,
  closing,
  dontKnow,
  draft,
  drafted,
  facilitator,
  hall,
  kinds,
  listener,
  member,
  memberId,
  opened,
  optionId,
  pick,
  publishing,
  shade,
  trees,
  water,
  wordsOf,
  write,
  pollStateOf,
} from './testing.testkit.ts';
import type { Answer, PollKind } from './tally.ts';

/** All that anybody can be sent, but what is one's own. */
const everything = (story: Scenario) => ({
  views: roles.map((role) => story.view(role)),
  english: roles.map((role) => story.view(role, 'en')),
  lists: Object.entries(pollLists).map(([name, list]) => [
    name,
    list.version(pollStateOf(story), story.viewContext(), `${P1}.1`),
    list.rows(pollStateOf(story), story.viewContext(), `${P1}.1`),
  ]),
  log: story.log,
  others: [member(90), listener(90)].map((actor) => story.mine(actor)),
});
const [time, clear] = [optionId('time'), optionId('clear')];
const given: Readonly<Record<keyof typeof kinds, fc.Arbitrary<Answer>>> = {
  single: fc.constantFrom(pick(shade), pick(water), pick(trees), dontKnow),
  multiple: fc.constantFrom(pick(shade), pick(water, trees), pick(shade, trees), dontKnow),
  yesno: fc.constantFrom(pick('yes'), pick('no'), dontKnow),
  scale: fc
    .record({ a: fc.integer({ min: 1, max: 5 }), b: fc.integer({ min: 1, max: 5 }) })
    .map(({ a, b }): Answer => ({ kind: 'scale', values: { [time]: a, [clear]: b } })),
  text: fc.string({ minLength: 1, maxLength: 40 }).map((text) => write(`a${text}`)),
  words: fc
    .array(fc.constantFrom('verde', 'città', 'merda', 'acqua'), { minLength: 1, maxLength: 3 })
    .map((entries) => wordsOf(...entries)),
};
const kindNames = ['single', 'multiple', 'yesno', 'scale', 'text', 'words'] as const;

describe('open and hidden', () => {
  it.each(kindNames)('[PO1] two halls that answered differently (%s), as many, look the same to everybody, console included', (name) => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 6 })
          .chain((n) =>
            fc.tuple(fc.array(given[name], { minLength: n, maxLength: n }), fc.array(given[name], { minLength: n, maxLength: n })),
          ),
        ([one, other]) => {
          const asked = draft(kinds[name], { splitBy: ['area'] });
          expect(everything(answering(asking(8, asked), one))).toEqual(everything(answering(asking(8, asked), other)));
        },
      ),
      { numRuns: 25 },
    );
  });
  it('[PO1] changing an answer changes nothing that others receive', () => {
    const story = asking(4).when(answer(pick(shade), 1), member(1));
    const before = everything(story);
    story.when(answer(pick(water), 2), member(1));
    expect(everything(story)).toEqual(before);
  });
  it('[PO1] closed and not published: facilitators see the numbers, nobody else', () => {
    const story = answering(asking(4), [pick(shade), pick(shade)]).when(closing, facilitator);
    expect(story.view('facilitator')).toMatchObject({
      poll: { rounds: [{ result: { options: [{ count: 2 }, { count: 0 }, { count: 0 }] } }] },
    });
    for (const role of ['member', 'audience', 'screen', 'desk'] as const)
      expect(JSON.stringify(story.view(role))).not.toMatch(/"options":\[\{"id":"\w+","count"/);
    expect(story.view('member')).toMatchObject({ poll: { now: { phase: 'closed', result: null } } });
    expect(pollLists['poll.result'].rows(pollStateOf(story), story.viewContext(), `${P1}.1`)).toMatchObject({ result: null });
  });
  it('[PO1] live, chosen before opening, shows the count to all while it is open', () => {
    const story = answering(asking(4, draft(kinds.single, { live: true })), [pick(shade)]);
    for (const role of ['member', 'screen'] as const) expect(JSON.stringify(story.view(role))).toContain('"count":1');
  });
  it('drafts are seen by facilitators only', () => {
    const story = hall(2).given(drafted(draft(kinds.single, { question: italian('Domanda segreta') })));
    for (const role of ['member', 'audience', 'screen', 'desk'] as const) expect(JSON.stringify(story.view(role))).not.toContain('segreta');
    expect(pollLists['poll.drafts'].roles).toEqual(['organiser', 'facilitator']);
    expect(pollLists['poll.review'].roles).toEqual(['organiser', 'facilitator']);
  });
  it('nobody is told who has not answered: numbers, never seats', () => {
    const connections = {
      members: new Map([[memberId(2), { connected: 1, lastSeenAt: 0 }]]),
      audience: 0,
      screens: new Map(),
      facilitators: 1,
      desks: 0,
      tables: new Map(),
    };
    const story = answering(asking(5, draft(), 1, { connections }), [pick(shade)]);
    expect(story.view('facilitator')).toMatchObject({
      poll: { rounds: [{ missing: { people: 4, connected: 1, withoutPhone: 1, asleep: 2 } }] },
    });
    expect(JSON.stringify(story.view('facilitator'))).not.toContain('member0');
  });
  it('mine is mine: my answer and its number, nobody else’s', () => {
    const story = answering(asking(3), [pick(shade), pick(water)]);
    expect(story.mine(member(1))).toMatchObject({ poll: { answer: pick(shade), edit: 1, may: { answer: true } } });
    expect(story.mine(member(3))).toMatchObject({ poll: { answer: null, edit: 0 } });
  });
});

describe('PO10: languages', () => {
  it('[PO10] each phone reads its own language, what is missing falls back and says so, the tally is one', () => {
    const story = answering(asking(3), [pick(water)]);
    expect(story.view('member', 'en')).toMatchObject({
      poll: {
        now: { question: { s: 'What is missing most?' }, options: [{ text: { s: 'Ombra', lang: 'it' } }, { text: { s: 'Water' } }, {}] },
      },
    });
    expect(story.view('member', 'it')).toMatchObject({ poll: { now: { question: { s: 'Che cosa manca di più?' } } } });
  });
});

describe('how much is sent', () => {
  const long = (n: number): string => 'ع'.repeat(n);
  const text = (n: number): Text => ({ original: 'ar', ar: long(n) });
  const option = (i: number, n: number) => ({ id: optionId(`option${i}`), text: text(n) });
  const full: Readonly<Record<string, { readonly kind: PollKind; readonly options: number }>> = {
    multiple: { kind: { kind: 'multiple', min: 1, max: 12 }, options: limits.options },
    scale: {
      kind: {
        kind: 'scale',
        from: 0,
        to: 10,
        statements: Array.from({ length: limits.statements }, (_, i) => option(i, limits.optionChars)),
        ends: { low: text(40), high: text(40) },
      },
      options: 0,
    },
    text: { kind: { kind: 'text', maxChars: 280 }, options: 0 },
    words: { kind: { kind: 'words', maxEntries: 5 }, options: 0 },
  };
  it.each(Object.entries(full))(
    '[K5] the largest question of kind %s fits every common view, for members and audience together',
    (name, { kind, options }) => {
      const make = (electorate: 'members' | 'audience') =>
        draft(kind, {
          question: text(limits.titleChars),
          options: Array.from({ length: options }, (_, i) => option(i, limits.optionChars)),
          electorate,
          live: true,
        });
      const story = hall(40).given(
        drafted(make('members')),
        opened(make('members')),
        drafted(make('audience'), P2),
        opened(make('audience'), { poll: P2 }),
      );
      const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';
      const say = (i: number): Answer =>
        name === 'text'
          ? write(`${i} ${long(276)}`)
          : name === 'words'
            ? wordsOf(...[0, 1, 2, 3, 4].map((j) => `${letters[i % 28]}${letters[Math.floor(i / 28) * 5 + j]}${long(37)}`))
            : name === 'scale'
              ? {
                  kind: 'scale',
                  values: Object.fromEntries(
                    full['scale']?.kind.kind === 'scale' ? full['scale'].kind.statements.map(({ id }) => [id, 10]) : [],
                  ),
                }
              : pick(optionId(`option${i % 12}`));
      for (let i = 0; i < 40; i++) story.when(answer(say(i)), member(i + 1)).when(answer(say(i), 1, 1, P2), listener(i + 1));
      story
        .when(closing, facilitator)
        .when({ ...closing, poll: P2 }, facilitator)
        .when(publishing, facilitator)
        .when({ ...publishing, poll: P2 }, facilitator);
      const sizes = roles.map((role: Role): [Role, number] => [
        role,
        new TextEncoder().encode(JSON.stringify(story.view(role, 'ar')['poll'] ?? null)).length,
      ]);
      for (const [role, bytes] of sizes) expect([role, bytes <= limits.viewBytes - 2048, bytes]).toEqual([role, true, bytes]);
    },
  );
});
