// What a balanced assignment costs and gives (GR2), beside what rooms do without it: a shuffle, and the sorted deck dealt round.
// Two days: 90 people at 11 tables for 4 rounds; 90 at 5 tables for 6 rounds with a fifth of them absent, others each time.
// The hall is drawn by a seed in the proportions of Milan's draw (gender, age, municipio, citizenship, education), each attribute by itself.
// Run: node bench/allocation.ts. Twenty halls with twenty seeds: the median and the worst are told, never the best.
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { allocate, explainSeating } from '../shared/groups/allocation.ts';
import type { AllocationWish, Explanation, Person } from '../shared/groups/allocation.ts';
import { chanceFrom } from '../shared/groups/allocation/chance.ts';
import type { Chance } from '../shared/groups/allocation/chance.ts';
import { groupIdSchema, memberIdSchema } from '../shared/kernel/ids.ts';
import type { MemberId } from '../shared/kernel/ids.ts';
import { atMost, median, must, shown, table, told, words } from './stats.ts';
import type { Line } from './stats.ts';

const HALLS = 20;
const shares: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  genere: [
    ['donna', 51],
    ['uomo', 49],
  ],
  eta: [
    ['16–24', 11],
    ['25–39', 23],
    ['40–54', 26],
    ['55–69', 22],
    ['70+', 18],
  ],
  municipio: [
    ['1', 7],
    ['2', 12],
    ['3', 10],
    ['4', 12],
    ['5', 9],
    ['6', 11],
    ['7', 13],
    ['8', 13],
    ['9', 13],
  ],
  cittadinanza: [
    ['italiana', 88],
    ['straniera', 12],
  ],
  titolo: [
    ['fino alla media', 36],
    ['diploma', 38],
    ['laurea', 26],
  ],
};
const attributes = ['genere', 'eta', 'municipio', 'titolo'];
const neverAlone = ['cittadinanza'];

const shuffled = <T>(some: readonly T[], chance: Chance): T[] =>
  some
    .map((one) => ({ one, at: chance.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
const drawnFrom = (values: readonly (readonly [string, number])[], chance: Chance): string => {
  let left = chance.next() * values.reduce((sum, [, share]) => sum + share, 0);
  for (const [value, share] of values) {
    left -= share;
    if (left < 0) return value;
  }
  return values[0]?.[0] ?? '';
};
const hallOf = (count: number, chance: Chance): readonly Person[] =>
  Array.from({ length: count }, (_, i) => ({
    member: memberIdSchema.parse(`member${String(i).padStart(4, '0')}`),
    attributes: Object.fromEntries(Object.entries(shares).map(([name, values]) => [name, drawnFrom(values, chance)])),
  }));

type Seating = readonly { readonly group: AllocationWish['tables'][number]['group']; readonly members: readonly MemberId[] }[];
type Way = (wish: AllocationWish, chance: Chance) => Seating;
const dealt = (deck: readonly Person[], tables: AllocationWish['tables']): Seating =>
  tables.map(({ group }, t) => ({ group, members: deck.filter((_, i) => i % tables.length === t).map(({ member }) => member) }));
const ways: Readonly<Record<'ours' | 'deck' | 'shuffle', Way>> = {
  ours: (wish) => allocate(wish).seating,
  /** Sorted by each attribute in turn and dealt one to a table; who ties is shuffled, so that rounds differ. */
  deck: ({ people, tables }, chance) => {
    const key = ({ attributes: own }: Person) => [...neverAlone, ...attributes].map((name) => own[name]).join(' ');
    return dealt(
      shuffled(people, chance).sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)),
      tables,
    );
  },
  shuffle: ({ people, tables }, chance) => dealt(shuffled(people, chance), tables),
};

interface Day {
  /** Cells outside floor and ceiling, people alone of their kind, rounds with uneven tables: over all rounds of the day. */
  readonly violations: number;
  /** Those of them that counting does not prove unavoidable. */
  readonly avoidable: number;
  readonly newShare: number;
  readonly ms: number;
}
const violationsIn = ({ outside, alone, sizes }: Explanation): { readonly all: number; readonly excused: number } => ({
  all: outside.cells + alone.length + (sizes.even ? 0 : 1),
  excused: outside.unavoidable + alone.filter(({ unavoidable }) => unavoidable).length,
});

interface Programme {
  readonly tables: number;
  readonly rounds: number;
  readonly absent: number;
}
const dayOf = (way: Way, seed: number, programme: Programme): Day => {
  const chance = chanceFrom(seed);
  const hall = hallOf(90, chance);
  const tables = Array.from({ length: programme.tables }, (_, t) => ({
    group: groupIdSchema.parse(`table${String(t).padStart(3, '0')}`),
    theme: null,
  }));
  const criteria = { attributes, neverAlone, together: [], apart: [] };
  const past: (readonly (readonly MemberId[])[])[] = [];
  let [violations, avoidable, pairs, newPairs, ms] = [0, 0, 0, 0, 0];
  for (let round = 1; round <= programme.rounds; round++) {
    const people = shuffled(hall, chance).slice(0, Math.round(hall.length * (1 - programme.absent)));
    const wish = {
      people,
      tables,
      criteria,
      past: [...past],
      olderPast: [],
      preferences: null,
      fixed: new Map(),
      seed: seed * 100 + round,
    };
    const begun = performance.now();
    const seating = way(wish, chanceFrom(wish.seed));
    ms += performance.now() - begun;
    const said = explainSeating(people, seating, criteria, past);
    const { all, excused } = violationsIn(said);
    violations += all;
    avoidable += all - excused;
    pairs += said.pairs;
    newPairs += said.newPairs;
    past.push(seating.map(({ members }) => members));
  }
  return { violations, avoidable, newShare: newPairs / pairs, ms };
};

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
/** Budgets, where there are any: new pairs, and milliseconds for all its rounds. */
const linesOf = (programme: Programme, leastNew: number | null, mostMs: number | null): readonly Line[] => {
  const part = 'allocation';
  const { tables, rounds, absent } = programme;
  const name = `90 people, ${String(tables)} tables, ${String(rounds)} rounds${absent === 0 ? '' : `, ${String(absent * 100)} % absent`}`;
  const days = (way: Way): readonly Day[] => Array.from({ length: HALLS }, (_, hall) => dayOf(way, hall + 1, programme));
  const column = (of: readonly Day[], what: keyof Day) => {
    const values = of.map((day) => day[what]);
    return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
  };
  const ours = days(ways.ours);
  const [avoidable, violations, fresh, ms] = [
    column(ours, 'avoidable'),
    column(ours, 'violations'),
    column(ours, 'newShare'),
    column(ours, 'ms'),
  ];
  const beside = (what: string, way: Way): readonly Line[] => {
    const theirs = days(way);
    const [cells, pairs] = [column(theirs, 'violations'), column(theirs, 'newShare')];
    return [
      words(
        part,
        `  ${what}`,
        `${String(cells.median)} violations, worst ${String(cells.most)}; new pairs ${percent(pairs.median)}, worst ${percent(pairs.least)}`,
      ),
    ];
  };
  const slowest = `slowest ${shown(ms.most, 'ms')}`;
  const pairsSaid = `${percent(fresh.median)}, worst ${percent(fresh.least)}`;
  return [
    must(
      part,
      `${name}: violations, worst of ${String(HALLS)} halls`,
      avoidable.most === 0,
      `${String(avoidable.most)} avoidable, ${String(violations.most)} in all`,
      'none avoidable',
    ),
    leastNew === null
      ? words(part, '  new pairs', pairsSaid)
      : must(part, '  new pairs', fresh.least >= leastNew, pairsSaid, `≥ ${percent(leastNew)} in the worst`),
    mostMs === null
      ? told(part, '  all rounds together', ms.median, 'ms', slowest)
      : atMost(part, '  all rounds together', ms.median, mostMs, 'ms', slowest),
    ...beside('the sorted deck dealt round', ways.deck),
    ...beside('a shuffle', ways.shuffle),
  ];
};

export const benchAllocation = (): readonly Line[] => [
  ...linesOf({ tables: 11, rounds: 4, absent: 0 }, 0.94, 1000),
  ...linesOf({ tables: 5, rounds: 6, absent: 0.2 }, null, null),
];

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(table(benchAllocation()));
