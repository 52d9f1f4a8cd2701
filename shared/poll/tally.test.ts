// The count, told as the questions people ask of it: does it sum, is anybody counted twice, can anybody be found.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRounds } from './rounds.ts';
import { BY_GROUP, checkHands, count, fits, percentages } from './tally.ts';
import type { Answer, CountedAnswer, CountOptions, PollKind, Tally } from './tally.ts';

const options = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const single: PollKind = { kind: 'single' };
const multiple: PollKind = { kind: 'multiple', min: 1, max: 2 };
const scale: PollKind = {
  kind: 'scale',
  from: 1,
  to: 5,
  statements: [
    { id: 's1', text: { original: 'it', it: 'Chiaro' } },
    { id: 's2', text: { original: 'it', it: 'Utile' } },
  ],
};
const words: PollKind = { kind: 'words', maxEntries: 5 };
const bare: CountOptions = { base: 77 };

const phone = (answer: Answer, more: Partial<CountedAnswer> = {}): CountedAnswer => ({ answer, source: 'phone', ...more });
const pick = (...picked: string[]): Answer => ({ kind: 'choice', picked });
const unsure: Answer = { kind: 'dontknow' };
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
const counts = (tally: Tally) => tally.options.map(({ count: people }) => people);
const percents = (tally: Tally) => [...tally.options.map(({ percent }) => percent), tally.dontKnow.percent];
const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

const choice = fc.oneof(
  fc.constant(unsure),
  fc.subarray(['a', 'b', 'c'], { minLength: 1, maxLength: 2 }).map((picked) => pick(...picked)),
);
const scaled = fc
  .dictionary(fc.constantFrom('s1', 's2'), fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('dontknow' as const)), { minKeys: 1 })
  .map((values): Answer => ({ kind: 'scale', values }));
const written = fc
  .array(fc.constantFrom('verde', 'VERDE', "citta'", 'città', 'merda', 'acqua'), { minLength: 1, maxLength: 5 })
  .map((entries): Answer => ({ kind: 'words', entries }));
const text = fc.constantFrom('Sì', 'Bene', ' Bene ').map((line): Answer => ({ kind: 'text', text: line }));
const answerOf = (answer: fc.Arbitrary<Answer>) =>
  fc.record({
    answer,
    source: fc.constantFrom('phone' as const, 'paper' as const),
    order: fc.nat(9),
    person: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'),
    group: fc.constantFrom('t1', 't2'),
    attributes: fc.constantFrom({ g: 'x' }, { g: 'y' }),
  });
const polls: readonly (readonly [PollKind, fc.Arbitrary<Answer>])[] = [
  [single, choice],
  [{ kind: 'yesno' }, fc.constantFrom(pick('yes'), pick('no'), unsure)],
  [multiple, choice],
  [scale, scaled],
  [words, written],
  [{ kind: 'text', maxChars: 50 }, text],
];

describe('whatever the question', () => {
  for (const [kind, answer] of polls) {
    it(`[PO5] ${kind.kind}: the order in which answers are listed never changes the tally`, () => {
      const listed = fc
        .array(answerOf(answer), { maxLength: 30 })
        .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
      fc.assert(
        fc.property(listed, ([list, mixed]) => {
          const settings = { base: 77, splitBy: ['g', BY_GROUP] };
          expect(count(kind, options, mixed, settings)).toEqual(count(kind, options, list, settings));
        }),
      );
    });
    it(`[PO3] ${kind.kind}: a person is never counted twice`, () => {
      fc.assert(
        fc.property(fc.array(answerOf(answer), { maxLength: 30 }), (list) => {
          const tally = count(kind, options, list, bare);
          expect(tally.answered + tally.invalid).toBe(new Set(list.map(({ person }) => person)).size);
          expect(tally.sources.phone + tally.sources.paper).toBe(tally.answered);
          expect(count(kind, options, [...list, ...list], bare)).toEqual(tally);
        }),
      );
    });
  }
  it('[PO9] an answer on paper replaces the phone of the same seat, and is marked as paper', () => {
    const tally = count(
      single,
      options,
      [phone(pick('a'), { person: 'p1', order: 9 }), { answer: pick('b'), source: 'paper', person: 'p1', order: 1 }],
      bare,
    );
    expect(counts(tally)).toEqual([0, 1, 0]);
    expect(tally.sources).toEqual({ phone: 0, paper: 1, hands: 0 });
  });
  it('[PO3] what does not fit the question is told apart and not counted', () => {
    const tally = count(
      single,
      options,
      [phone(pick('a')), phone(pick('a', 'b')), phone(pick('z')), phone({ kind: 'text', text: 'a' }), phone(pick())],
      bare,
    );
    expect(tally).toMatchObject({ answered: 1, invalid: 4 });
  });
  it('[PO3] «Non so» fits every question', () => {
    for (const [kind] of polls) expect(fits(kind, options, unsure)).toBe(true);
  });
});

describe('percentages', () => {
  it('[PO5] of a single choice sum to 100, never a point from exact', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 12 }), (list) => {
        const shares = percentages(list);
        const all = total(list);
        expect(total(shares)).toBe(all === 0 ? 0 : 100);
        shares.forEach((share, i) => {
          if (all > 0) expect(Math.abs(share - (100 * (list[i] ?? 0)) / all)).toBeLessThan(1);
        });
      }),
    );
  });
  it('[PO5] three equal parts give the odd point to the first', () => expect(percentages([1, 1, 1])).toEqual([34, 33, 33]));
  it('[PO5] single choice: the base is who answered, «Non so» included, not who is present', () => {
    const tally = count(single, options, [...times(2, () => phone(pick('a'))), phone(pick('b')), phone(unsure)], bare);
    expect(percents(tally)).toEqual([50, 25, 0, 25]);
    expect(tally).toMatchObject({ answered: 4, base: 77, percentOf: 'all' });
  });
  it('[PO5] multiple choice: shares of people, which may pass 100, and the tally says so', () => {
    const tally = count(multiple, options, [phone(pick('a', 'b')), phone(pick('a', 'b')), phone(pick('a', 'c'))], bare);
    expect(percents(tally)).toEqual([100, 67, 33, 0]);
    expect(tally.percentOf).toBe('people');
  });
  it('[PO5] nobody answered: zeros, no division', () => expect(percents(count(single, options, [], bare))).toEqual([0, 0, 0, 0]));
});

describe('scales, texts, words', () => {
  it('[PO5] each statement has its own base, mean and median', () => {
    const values = (s1: number, s2?: number | 'dontknow'): CountedAnswer =>
      phone({ kind: 'scale', values: s2 === undefined ? { s1 } : { s1, s2 } });
    const tally = count(scale, [], [values(1, 5), values(2), values(4, 'dontknow'), phone(unsure)], bare);
    expect(tally).toMatchObject({ answered: 4, dontKnow: { count: 1 } });
    expect(tally.statements[0]).toMatchObject({ answered: 4, mean: 2.33, median: 2, dontKnow: { count: 1, percent: 25 } });
    expect(tally.statements[1]).toMatchObject({ answered: 3, mean: 5, median: 5, dontKnow: { count: 2 } });
    for (const { values: steps, dontKnow } of tally.statements)
      expect(total(steps.map(({ percent }) => percent)) + dontKnow.percent).toBe(100);
  });
  it('[PO5] a median between two steps is halfway', () =>
    expect(
      count(
        scale,
        [],
        [2, 3].map((s1) => phone({ kind: 'scale', values: { s1 } })),
        bare,
      ).statements[0]?.median,
    ).toBe(2.5));
  it('[PO12] a hidden text leaves the list and is counted', () => {
    const line = (written: string) => phone({ kind: 'text', text: written });
    const tally = count({ kind: 'text', maxChars: 99 }, [], [line('Bene'), line('Rossi è un ladro'), line('Bene')], {
      base: null,
      hiddenTexts: ['Rossi è un ladro'],
    });
    expect(tally).toMatchObject({ answered: 3, hidden: 1, texts: [{ text: 'Bene', count: 2 }] });
  });
  it('[PO5] the words of the tally are the words of the cloud: people, the curation applied', () => {
    const line = (order: number, ...entries: string[]) => phone({ kind: 'words', entries }, { order });
    const tally = count(words, [], [line(1, 'alberi', 'ALBERI'), line(0, 'albero'), line(2, 'ladri')], {
      base: null,
      wordActs: [
        { kind: 'merge', from: 'albero', into: 'alberi' },
        { kind: 'hide', key: 'ladri' },
      ],
    });
    expect(tally).toMatchObject({ hidden: 1, words: [{ id: 'alberi', count: 2 }] });
  });
});

describe('a show of hands', () => {
  const hands = { counts: { yes: 20, no: 10, dontknow: 2 } };
  it('[PO9] is added and marked', () => {
    const tally = count({ kind: 'yesno' }, [], [phone(pick('yes'))], { base: 77, hands });
    expect(counts(tally)).toEqual([21, 10]);
    expect(tally).toMatchObject({ answered: 33, dontKnow: { count: 2 }, sources: { phone: 1, paper: 0, hands: 32 } });
    expect(total(percents(tally))).toBe(100);
  });
  it('[PO9] is refused when hands and answers exceed those present', () => {
    expect(checkHands({ kind: 'yesno' }, [], hands, 45, 77)).toBeNull();
    expect(checkHands({ kind: 'yesno' }, [], hands, 46, 77)).toBe('poll.handsExceedPresent');
  });
  it('[PO9] is refused where it cannot be counted', () => {
    expect(checkHands(multiple, options, { counts: { a: 1 } }, 0, 77)).toBe('poll.handsNotForThisKind');
    expect(checkHands(single, options, { counts: { a: -1 } }, 0, 77)).toBe('poll.handsNotANumber');
    expect(checkHands(single, options, { counts: { a: 1.5 } }, 0, 77)).toBe('poll.handsNotANumber');
    expect(checkHands(single, options, { counts: { z: 1 } }, 0, 77)).toBe('poll.handsUnknownOption');
    expect(checkHands(single, options, { counts: { a: 1 } }, 0, null)).toBe('poll.handsNeedPresent');
  });
});

describe('splits', () => {
  const people = (n: number, picked: string, attributes: Record<string, string>) => times(n, () => phone(pick(picked), { attributes }));
  it('[PO6] are shown when every cell has five people or more', () => {
    const tally = count(
      single,
      options,
      [...people(5, 'a', { g: 'f' }), ...people(9, 'b', { g: 'f' }), ...people(6, 'a', { g: 'm' }), ...people(5, 'b', { g: 'm' })],
      { base: 77, splitBy: ['g'] },
    );
    expect(tally.splits).toEqual([
      {
        attribute: 'g',
        shown: true,
        rows: [
          {
            value: 'f',
            answered: 14,
            facets: [
              {
                id: 'choice',
                cells: [
                  { id: 'a', count: 5 },
                  { id: 'b', count: 9 },
                ],
              },
            ],
          },
          {
            value: 'm',
            answered: 11,
            facets: [
              {
                id: 'choice',
                cells: [
                  { id: 'a', count: 6 },
                  { id: 'b', count: 5 },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });
  it('[PO6] one cell of four hides the whole split, so that no subtraction gives it back', () => {
    const tally = count(
      single,
      options,
      [...people(4, 'a', { g: 'f' }), ...people(9, 'b', { g: 'f' }), ...people(6, 'a', { g: 'm' }), ...people(5, 'b', { g: 'm' })],
      { base: 77, splitBy: ['g'] },
    );
    expect(tally.splits).toEqual([{ attribute: 'g', shown: false, reason: 'smallCell' }]);
    expect(JSON.stringify(tally)).not.toContain('"f"');
  });
  it('[PO6] an empty cell, a lone «Non so», a person without the attribute hide it too', () => {
    const enough = [...people(6, 'a', { g: 'f' }), ...people(6, 'a', { g: 'm' })];
    const reason = (more: readonly CountedAnswer[]) =>
      count(single, options, [...enough, ...more], { base: 77, splitBy: ['g'] }).splits.map(({ shown }) => shown);
    expect(reason([])).toEqual([true]);
    expect(reason(people(6, 'b', { g: 'm' }))).toEqual([false]);
    expect(reason([phone(unsure, { attributes: { g: 'f' } })])).toEqual([false]);
    expect(reason(people(1, 'a', {}))).toEqual([false]);
  });
  it('[PO6] multiple choice: who did not choose is a cell as well', () => {
    const list = [
      ...times(9, () => phone(pick('a'), { group: 't1' })),
      phone(pick('b'), { group: 't1' }),
      ...times(9, () => phone(pick('a'), { group: 't2' })),
      phone(pick('b'), { group: 't2' }),
    ];
    expect(count(multiple, options, list, { base: null, splitBy: [BY_GROUP] }).splits[0]).toMatchObject({ shown: false });
  });
  it('[PO6] two splits that give away three people together: only the first declared is shown', () => {
    const list = [
      ...people(10, 'a', { town: 'centro', area: 'in' }),
      ...people(3, 'a', { town: 'nord', area: 'in' }),
      ...people(10, 'a', { town: 'nord', area: 'out' }),
    ];
    const splits = (...splitBy: string[]) => count(single, options, list, { base: null, splitBy }).splits.map(({ shown }) => shown);
    expect(splits('town')).toEqual([true]);
    expect(splits('area')).toEqual([true]);
    expect(splits('town', 'area')).toEqual([true, false]);
  });
  it('[PO6] two attributes that have nothing to do with each other are both shown', () => {
    const list = times(40, (i) =>
      phone(pick(i % 2 ? 'a' : 'b'), { attributes: { g: i % 4 < 2 ? 'f' : 'm', age: i % 8 < 4 ? 'young' : 'old' } }),
    );
    expect(count(single, options, list, { base: null, splitBy: ['g', 'age'] }).splits.map(({ shown }) => shown)).toEqual([true, true]);
  });
  it('[RO4] no number under five is ever in a shown split', () => {
    const list = fc.array(
      fc.record({
        answer: fc.constantFrom(pick('a'), pick('b')),
        source: fc.constant('phone' as const),
        attributes: fc.record({ g: fc.constantFrom('x', 'y'), h: fc.constantFrom('x', 'y') }),
      }),
      { minLength: 20, maxLength: 60 },
    );
    let shown = 0;
    fc.assert(
      fc.property(list, (answers) => {
        for (const split of count(single, options, answers, { base: null, splitBy: ['g', 'h'] }).splits) {
          if (!split.shown) continue;
          shown++;
          for (const row of split.rows)
            for (const facet of row.facets) for (const cell of facet.cells) expect(cell.count).toBeGreaterThanOrEqual(5);
        }
      }),
      { seed: 7 },
    );
    expect(shown).toBeGreaterThan(10);
  });
  it('[PO6] texts and words are not split', () =>
    expect(count(words, [], [phone({ kind: 'words', entries: ['verde'] })], { base: null, splitBy: ['g'] }).splits[0]).toMatchObject({
      reason: 'notForThisKind',
    }));
});

describe('two rounds', () => {
  type Moves = Readonly<Record<string, number>>;
  const rounds = (moves: Moves) => {
    const pairs = Object.entries(moves).flatMap(([way, n]) => times(n, () => way.split('>')));
    const round = (side: 0 | 1) => {
      const answers = pairs.map((way, i) => phone(way[side] === '?' ? unsure : pick(way[side] ?? ''), { person: `p${i}` }));
      return { answers, tally: count(single, options, answers, bare) };
    };
    return compareRounds(round(0), round(1));
  };
  it('[PO4] shows the difference per option, in exact totals', () => {
    const result = rounds({ 'a>a': 10, 'a>b': 7, 'b>b': 17, '?>b': 6 });
    expect(result.options.map(({ id, first, second, difference }) => [id, first, second, difference])).toEqual([
      ['a', 17, 10, -7],
      ['b', 17, 30, 13],
      ['c', 0, 0, 0],
      ['dontknow', 6, 0, -6],
    ]);
  });
  it('[PO4] names the flows of five or more', () => {
    const { moves, matched } = rounds({ 'a>a': 20, 'a>b': 7, 'b>b': 20, 'b>a': 6 });
    expect(matched).toBe(53);
    expect(moves).toEqual({
      moved: 13,
      stayed: 40,
      flows: [
        { from: 'a', to: 'b', count: 7 },
        { from: 'b', to: 'a', count: 6 },
      ],
      otherMoves: 0,
    });
  });
  it('[PO4] a flow of two that totals would give back is not given: nothing is said of moves', () => {
    expect(rounds({ 'a>a': 20, 'a>b': 7, 'b>b': 20, 'b>a': 2 }).moves).toBeNull();
  });
  it('[PO4] flows below five are one number, and no flow is named beside a rest below five', () => {
    const { moves } = rounds({ 'a>a': 20, 'b>b': 20, 'c>c': 20, 'a>b': 9, 'b>a': 3, 'b>c': 3, 'c>b': 3, 'c>a': 3, 'a>c': 3 });
    expect(moves).toEqual({ moved: 24, stayed: 60, flows: [{ from: 'a', to: 'b', count: 9 }], otherMoves: 15 });
    expect(rounds({ 'a>a': 20, 'b>b': 20, 'c>c': 20, 'a>b': 9, 'b>c': 2, 'c>a': 2 }).moves?.flows ?? []).toEqual([]);
  });
  it('[PO4] who answered one round only is not matched', () => {
    const one = [phone(pick('a'), { person: 'p1' }), phone(pick('a'), { person: 'p2' }), phone(pick('a'))];
    const two = [phone(pick('a'), { person: 'p1' }), phone(pick('a'), { person: 'p3' }), phone(pick('a'))];
    expect(
      compareRounds({ answers: one, tally: count(single, options, one, bare) }, { answers: two, tally: count(single, options, two, bare) })
        .matched,
    ).toBe(1);
  });
  // The attacker: every table of moves that agrees with what is published. If all agree on a small cell, it leaks.
  it('[PO4] whoever tries every possibility never finds a flow of one to four people', () => {
    const ways = ['a>a', 'a>b', 'a>?', 'b>a', 'b>b', 'b>?', '?>a', '?>b', '?>?'];
    const two = [{ id: 'a' }, { id: 'b' }];
    let told = 0;
    const cell = fc.oneof({ weight: 3, arbitrary: fc.nat(4) }, { weight: 2, arbitrary: fc.integer({ min: 5, max: 8 }) });
    fc.assert(
      fc.property(fc.tuple(cell, cell, cell, cell, cell, cell, cell, cell, cell), (numbers) => {
        const pairs = ways.flatMap((way, i) => times(numbers[i] ?? 0, () => way.split('>')));
        const round = (side: 0 | 1) => {
          const answers = pairs.map((way, i) => phone(way[side] === '?' ? unsure : pick(way[side] ?? ''), { person: `p${i}` }));
          return { answers, tally: count(single, two, answers, bare) };
        };
        const { moves } = compareRounds(round(0), round(1));
        if (!moves) return;
        told++;
        const at = (i: number) => numbers[i] ?? 0;
        const rows = [0, 1, 2].map((r) => at(3 * r) + at(3 * r + 1) + at(3 * r + 2));
        const columns = [0, 1, 2].map((c) => at(c) + at(c + 3) + at(c + 6));
        const known = new Map(moves.flows.map(({ from, to, count: n }) => [`${from}>${to}`.replaceAll('dontknow', '?'), n]));
        const seen = ways.map(() => new Set<number>());
        const [ra = 0, rb = 0] = rows;
        const [ca = 0, cb = 0, cc = 0] = columns;
        for (let aa = 0; aa <= Math.min(ra, ca); aa++)
          for (let ab = 0; ab <= Math.min(ra - aa, cb); ab++)
            for (let ba = 0; ba <= Math.min(rb, ca - aa); ba++)
              for (let bb = 0; bb <= Math.min(rb - ba, cb - ab); bb++) {
                const an = ra - aa - ab;
                const bn = rb - ba - bb;
                const grid = [aa, ab, an, ba, bb, bn, ca - aa - ba, cb - ab - bb, cc - an - bn];
                if (grid.some((n) => n < 0) || aa + bb + (grid[8] ?? 0) !== moves.stayed) continue;
                if (ways.some((way, i) => known.has(way) && known.get(way) !== grid[i])) continue;
                grid.forEach((n, i) => seen[i]?.add(n));
              }
        numbers.forEach((n, i) => {
          if (n >= 1 && n < 5) expect(seen[i]?.size).toBeGreaterThan(1);
        });
      }),
      { seed: 11, numRuns: 60 },
    );
    expect(told).toBeGreaterThan(10);
  });
});
