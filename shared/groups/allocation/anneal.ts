// Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) of a seating: people change places, a change for the worse is accepted less and less.
// A step is weighed by what it changes only: for each attribute two columns at two tables, and a running sum of what each person costs at each
// table with those who sit there. Sizes stay even by construction: people swap, or one goes to a table that may have one more.
// People bound together change places together, and so do two of a kind or all of a kind at a table, who could not part without somebody being
// alone on the way.
import type { Chance } from './chance.ts';
import { fading } from './chance.ts';
import type { Model } from './model.ts';
import { startSeats } from './start.ts';

/** How often those of a kind go together. */
const oneInPairs = 16;

export interface Annealer {
  /** So many steps at one temperature, in the unit of `costs`. */
  readonly run: (steps: number, temperature: number) => void;
  /** Table of each person, by index: the best so far. */
  readonly seats: () => Int32Array;
  /** What it costs, by cost.ts. */
  readonly cost: () => number;
}

/** Of each person, those with whom it matters to sit, and how much: most people have met few. */
const linksOf = (n: number, between: Int32Array | null) => {
  const begins = new Int32Array(n + 1);
  const linked: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n && between !== null; j++) if (between[i * n + j] !== 0) linked.push(i * n + j);
    begins[i + 1] = linked.length;
  }
  return {
    begins,
    linked: Int32Array.from(linked, (at) => at % n),
    weights: Int32Array.from(linked, (at) => between?.[at] ?? 0),
  };
};

export const annealer = (model: Model, chance: Chance): Annealer => {
  const { people, groups, fixed, base, mayGrow, attributes, column, columns, prices, sizeAt, offset, paired, between, wanted } = model;
  const [n, tables] = [people.length, groups.length];
  const width = Math.max(0, ...base) + 1;
  const seat = new Int32Array(n).fill(-1);
  /** Who sits at a table, in no order: list[table * width + place]. */
  const list = new Int32Array(tables * width);
  const place = new Int32Array(n);
  const size = new Int32Array(tables);
  const grown = new Uint8Array(tables);
  const counts = new Int32Array(tables * columns);
  /** What a person would cost at a table with those who sit there: ties[table * people + person]. */
  const ties = new Int32Array(between === null ? 0 : tables * n);
  const { begins, linked, weights } = linksOf(n, between);
  const movable = Int32Array.from(people.flatMap((_, i) => (fixed[i] === -1 ? [i] : [])));
  const growable = Int32Array.from(groups.flatMap((_, t) => (mayGrow[t] === 1 ? [t] : [])));

  const tie = (person: number, table: number, sign: 1 | -1): void => {
    if (ties.length === 0) return;
    const row = table * n;
    const end = begins[person + 1] ?? 0;
    for (let at = begins[person] ?? 0; at < end; at++) {
      const other = row + (linked[at] ?? 0);
      ties[other] = (ties[other] ?? 0) + sign * (weights[at] ?? 0);
    }
  };
  const count = (person: number, table: number, by: 1 | -1): void => {
    for (let a = 0; a < attributes; a++) {
      const at = table * columns + (column[person * attributes + a] ?? 0);
      counts[at] = (counts[at] ?? 0) + by;
    }
    tie(person, table, by);
  };
  const sit = (person: number, table: number): void => {
    const at = size[table] ?? 0;
    list[table * width + at] = person;
    place[person] = at;
    size[table] = at + 1;
    seat[person] = table;
    count(person, table, 1);
  };
  const rise = (person: number): void => {
    const table = seat[person] ?? 0;
    const last = (size[table] ?? 1) - 1;
    const mover = list[table * width + last] ?? 0;
    list[table * width + (place[person] ?? 0)] = mover;
    place[mover] = place[person] ?? 0;
    size[table] = last;
    count(person, table, -1);
  };

  const tiesOf = (i: number, from: number, to: number): number =>
    (between === null ? 0 : (ties[to * n + i] ?? 0) - (ties[from * n + i] ?? 0)) +
    (wanted === null ? 0 : (wanted[i * tables + to] ?? 0) - (wanted[i * tables + from] ?? 0));
  const weighSwap = (i: number, j: number): number => {
    const a = seat[i] ?? 0;
    const b = seat[j] ?? 0;
    let cost = tiesOf(i, a, b) + tiesOf(j, b, a);
    // Each is told the other's table as it was, with the other still there.
    if (between !== null) cost -= 2 * (between[i * n + j] ?? 0);
    const atA = sizeAt[a * 2 + (grown[a] ?? 0)] ?? 0;
    const atB = sizeAt[b * 2 + (grown[b] ?? 0)] ?? 0;
    for (let k = 0; k < attributes; k++) {
      const u = column[i * attributes + k] ?? 0;
      const v = column[j * attributes + k] ?? 0;
      if (u === v) continue;
      const au = atA + (offset[u] ?? 0) + (counts[a * columns + u] ?? 0);
      const av = atA + (offset[v] ?? 0) + (counts[a * columns + v] ?? 0);
      const bu = atB + (offset[u] ?? 0) + (counts[b * columns + u] ?? 0);
      const bv = atB + (offset[v] ?? 0) + (counts[b * columns + v] ?? 0);
      cost += (prices[au - 1] ?? 0) - (prices[au] ?? 0) + (prices[av + 1] ?? 0) - (prices[av] ?? 0);
      cost += (prices[bu + 1] ?? 0) - (prices[bu] ?? 0) + (prices[bv - 1] ?? 0) - (prices[bv] ?? 0);
    }
    return cost;
  };
  const swap = (i: number, j: number): void => {
    const a = seat[i] ?? 0;
    const b = seat[j] ?? 0;
    const at = place[i] ?? 0;
    const to = place[j] ?? 0;
    list[a * width + at] = j;
    list[b * width + to] = i;
    seat[i] = b;
    seat[j] = a;
    place[i] = to;
    place[j] = at;
    count(i, a, -1);
    count(j, b, -1);
    count(i, b, 1);
    count(j, a, 1);
  };
  const rowCost = (table: number, one: 0 | 1): number => {
    const at = sizeAt[table * 2 + one] ?? 0;
    let cost = 0;
    for (let v = 0; v < columns; v++) cost += prices[at + (offset[v] ?? 0) + (counts[table * columns + v] ?? 0)] ?? 0;
    return cost;
  };
  /** From a table that has one more to one that may: the one more goes with the person. */
  const shift = (i: number, to: number): number => {
    const from = seat[i] ?? 0;
    const before = rowCost(from, 1) + rowCost(to, 0);
    const tied = tiesOf(i, from, to);
    rise(i);
    sit(i, to);
    grown[from] = 0;
    grown[to] = 1;
    return tied + rowCost(from, 0) + rowCost(to, 1) - before;
  };

  if (tables > 0) {
    startSeats(model, chance).forEach((table, i) => sit(i, table));
    for (const table of growable) grown[table] = (size[table] ?? 0) > (base[table] ?? 0) ? 1 : 0;
  }

  // Who changes places with whom in one step: mine[k] with theirs[k].
  const mine = new Int32Array(n);
  const theirs = new Int32Array(n);
  const movesWith = (other: number, i: number): boolean => other !== i && seat[other] === seat[i] && fixed[other] === -1;
  /** i, with those bound to them here, or now and then with one or with all of the same never-alone kind here. */
  const gather = (i: number): number => {
    mine[0] = i;
    let many = 1;
    const block = model.blocks[model.blockOf[i] ?? -1];
    if (block !== undefined) {
      for (const other of block) if (movesWith(other, i)) mine[many++] = other;
    } else if (paired.length > 0 && chance.below(oneInPairs) === 0) {
      const k = paired[chance.below(paired.length)] ?? 0;
      const kind = column[i * attributes + k];
      const table = seat[i] ?? 0;
      const all = size[table] ?? 1;
      const begin = chance.below(all);
      // Three of a kind at a table of four leave nobody behind only when they go as one.
      const most = chance.below(2) === 0 ? 2 : all;
      for (let at = 0; at < all && many < most; at++) {
        const other = list[table * width + ((begin + at) % all)] ?? 0;
        if (column[other * attributes + k] === kind && movesWith(other, i) && model.blockOf[other] === -1) mine[many++] = other;
      }
    }
    return many;
  };
  /** j, with those bound to them, then whoever sits there, until they are as many. */
  const partners = (j: number, many: number): boolean => {
    theirs[0] = j;
    let found = 1;
    for (const other of model.blocks[model.blockOf[j] ?? -1] ?? []) if (found < many && movesWith(other, j)) theirs[found++] = other;
    const table = seat[j] ?? 0;
    const all = size[table] ?? 1;
    const begin = chance.below(all);
    for (let at = 0; at < all && found < many; at++) {
      const other = list[table * width + ((begin + at) % all)] ?? 0;
      if (movesWith(other, j) && !theirs.subarray(0, found).includes(other)) theirs[found++] = other;
    }
    return found === many;
  };

  const accepts = (cost: number, temperature: number): boolean =>
    cost <= 0 || (temperature > 0 && chance.next() < fading(cost / temperature));
  const costAtStart = (): number => {
    let cost = 0;
    groups.forEach((_, t) => (cost += rowCost(t, grown[t] === 1 ? 1 : 0)));
    // A pair is told by both of its people.
    seat.forEach((t, i) => (cost += (ties[t * n + i] ?? 0) / 2 + (wanted?.[i * tables + t] ?? 0)));
    return cost;
  };
  // The best seating that was met on the way.
  const best = Int32Array.from(seat);
  let now = costAtStart();
  let least = now;
  const settle = (cost: number): void => {
    now += cost;
    if (now > least - 1e-6) return;
    least = now;
    best.set(seat);
  };
  const tryShift = (i: number, temperature: number): void => {
    const from = seat[i] ?? 0;
    const to = growable[chance.below(growable.length)] ?? 0;
    if (grown[from] !== 1 || grown[to] === 1 || to === from) return;
    const cost = shift(i, to);
    if (accepts(cost, temperature)) settle(cost);
    else shift(i, from);
  };
  const step = (temperature: number): void => {
    const i = movable[chance.below(movable.length)] ?? 0;
    const j = movable[chance.below(movable.length)] ?? 0;
    if (seat[i] === seat[j]) return tryShift(i, temperature);
    const many = gather(i);
    let cost = 0;
    if (many === 1) {
      cost = weighSwap(i, j);
      if (!accepts(cost, temperature)) return;
      swap(i, j);
      return settle(cost);
    }
    if (!partners(j, many)) return;
    for (let k = 0; k < many; k++) {
      cost += weighSwap(mine[k] ?? 0, theirs[k] ?? 0);
      swap(mine[k] ?? 0, theirs[k] ?? 0);
    }
    if (accepts(cost, temperature)) return settle(cost);
    for (let k = 0; k < many; k++) swap(theirs[k] ?? 0, mine[k] ?? 0);
  };
  return {
    run: (steps, temperature) => {
      if (tables < 2 || movable.length === 0) return;
      for (let k = 0; k < steps; k++) step(temperature);
    },
    seats: () => best,
    cost: () => least,
  };
};
