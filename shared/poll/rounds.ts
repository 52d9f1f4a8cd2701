// The same question asked again: the difference, and how many moved where (PO4). Exact totals are always public, so flows are named only
// where nobody can be found in them, not even by working backwards from totals, flows and the number moved; else they are withheld.
import { DONT_KNOW, LEAST_CELL, onePerPerson, sum } from './tally.ts';
import type { CountedAnswer, Tally } from './tally.ts';

export interface Round {
  readonly tally: Tally;
  readonly answers: readonly CountedAnswer[];
}
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}
/** `matched`: people in both rounds. `moves` is withheld (null) when any form of it would let a small flow be worked out. */
export interface RoundComparison {
  /** Second round minus first, per option and 'dontknow'; exact totals. Points are differences of the percentages shown. */
  readonly options: readonly {
    readonly id: string;
    readonly first: number;
    readonly second: number;
    readonly difference: number;
    readonly points: number;
  }[];
  readonly matched: number;
  readonly moves: { readonly moved: number; readonly stayed: number; readonly flows: readonly Flow[]; readonly otherMoves: number } | null;
}

// Swaps of one person between two rows and two columns: they keep every row and column of a table of moves.
type Swap = { readonly cells: readonly (readonly [row: number, column: number, by: number])[]; readonly stay: number };
function swapsOf(size: number): readonly Swap[] {
  const pairs = Array.from({ length: size }, (_, i) => Array.from({ length: i }, (_, j) => [j, i] as const)).flat();
  return pairs.flatMap(([r, r2]) =>
    pairs.flatMap(([c, c2]) =>
      [1, -1].map((by) => {
        const cells = [
          [r, c, by],
          [r, c2, -by],
          [r2, c, -by],
          [r2, c2, by],
        ] as const;
        return { cells, stay: sum(cells.map(([row, column, each]) => (row === column ? each : 0))) };
      }),
    ),
  );
}

// Can the number in this hidden cell be other than it is, with all that is published still true? Looks for one swap
// or two that keep rows, columns and the number who stayed, and touch hidden cells only. Finding them proves that
// subtraction cannot give the cell; finding none means that we treat it as given away. Over 12 options pairs of swaps
// are too many to try: then fewer flows are shown than could be.
const MOST_FOR_PAIRS = 12;
function isVague(
  grid: readonly (readonly number[])[],
  swaps: readonly Swap[],
  hidden: (row: number, column: number) => boolean,
  row: number,
  column: number,
): boolean {
  const possible = (all: readonly Swap[]): boolean => {
    const net = new Map<string, { r: number; c: number; by: number }>();
    for (const [r, c, by] of all.flatMap(({ cells }) => cells)) net.set(`${r},${c}`, { r, c, by: (net.get(`${r},${c}`)?.by ?? 0) + by });
    return (
      (net.get(`${row},${column}`)?.by ?? 0) !== 0 &&
      [...net.values()].every(({ r, c, by }) => by === 0 || (hidden(r, c) && (grid[r]?.[c] ?? 0) + by >= 0))
    );
  };
  const touching = swaps.filter(({ cells }) => cells.some(([r, c]) => r === row && c === column));
  if (touching.some((swap) => swap.stay === 0 && possible([swap]))) return true;
  return grid.length <= MOST_FOR_PAIRS && touching.some((one) => swaps.some((two) => one.stay + two.stay === 0 && possible([one, two])));
}

/**
 * Two rounds of one question. Differences are between exact totals. For single choice and yes/no, people are
 * matched by key: how many stayed, how many moved, and the flows of at least 5; the rest is one number, `otherMoves`,
 * 0 or at least 5 when some flow is named. Flows are taken back, smallest first, until no cell of 1-4 people (moved or
 * stayed) can be worked out from totals, flows and the number who moved; if that is not enough nothing is said of moves.
 */
export function compareRounds(first: Round, second: Round): RoundComparison {
  const lines = (tally: Tally) => [...tally.options, { id: DONT_KNOW, ...tally.dontKnow }];
  const after = new Map(lines(second.tally).map((line) => [line.id, line]));
  const options = lines(first.tally).map(({ id, count: was, percent }) => {
    const now = after.get(id) ?? { count: 0, percent: 0 };
    return { id, first: was, second: now.count, difference: now.count - was, points: now.percent - percent };
  });
  const ids = options.map(({ id }) => id);
  const choices = (round: Round) =>
    new Map(
      onePerPerson(round.answers).flatMap(({ person, answer }) => {
        const id =
          answer.kind === 'dontknow' ? DONT_KNOW : answer.kind === 'choice' && answer.picked.length === 1 ? answer.picked[0] : undefined;
        return person === undefined || id === undefined || !ids.includes(id) ? [] : [[person, id] as const];
      }),
    );
  const single = first.tally.percentOf === 'all' && second.tally.percentOf === 'all';
  const [before, later] = [choices(first), choices(second)];
  const pairs = [...before].flatMap(([person, from]) => {
    const to = later.get(person);
    return to === undefined ? [] : [{ from, to }];
  });
  if (!single) {
    const people = new Set(first.answers.flatMap(({ person }) => (person === undefined ? [] : [person])));
    return {
      options,
      matched: new Set(second.answers.flatMap(({ person }) => (person !== undefined && people.has(person) ? [person] : []))).size,
      moves: null,
    };
  }
  const grid = ids.map((from) => ids.map((to) => pairs.filter((pair) => pair.from === from && pair.to === to).length));
  const cells = grid.flatMap((line, r) =>
    line.map((people, c) => ({ r, c, people, flow: { from: ids[r] ?? '', to: ids[c] ?? '', count: people } })),
  );
  const stayed = sum(cells.map(({ r, c, people }) => (r === c ? people : 0)));
  const moved = pairs.length - stayed;
  const named = cells
    .filter(({ r, c, people }) => r !== c && people >= LEAST_CELL)
    .sort((a, b) => b.people - a.people || a.r - b.r || a.c - b.c);
  const swaps = swapsOf(ids.length);
  for (;;) {
    const otherMoves = moved - sum(named.map(({ people }) => people));
    const hidden = (row: number, column: number) => !named.some(({ r, c }) => r === row && c === column);
    const lumped = otherMoves === 0 || otherMoves >= LEAST_CELL || named.length === 0;
    if (lumped && cells.every(({ r, c, people }) => people === 0 || people >= LEAST_CELL || isVague(grid, swaps, hidden, r, c)))
      return { options, matched: pairs.length, moves: { moved, stayed, flows: named.map(({ flow }) => flow), otherMoves } };
    if (named.pop() === undefined) return { options, matched: pairs.length, moves: null };
  }
}
