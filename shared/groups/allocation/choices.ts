// By choice of theme: the seating with the fewest unmet choices that even sizes allow, exactly. As long as there is a round of tables along which
// one person each can go on to the next and the choices are better met together, they go (cancelling negative cycles, Klein 1967; found by
// Bellman-Ford over tables). The one chair more that some tables have goes round like a person who wants nothing.
// The annealing starts from here too cool to give a choice up for the mix, though not for a pin or for somebody who would be alone.
import type { Model } from './model.ts';

const emptyChair = -1;

/** `seats`: table of each person, sizes as the model has them. Returns a better one, or the same. */
export const bestChoices = (model: Model, seats: Int32Array): Int32Array => {
  const { people, groups, fixed, wanted, base, mayGrow } = model;
  const n = groups.length;
  const seat = Int32Array.from(seats);
  if (wanted === null || n < 2) return seat;
  const price = new Float64Array(n * n);
  const goes = new Int32Array(n * n);
  for (;;) {
    // The cheapest person to send from each table to each other.
    const size = new Int32Array(n);
    for (const table of seat) size[table] = (size[table] ?? 0) + 1;
    const grown = (table: number): boolean => (size[table] ?? 0) > (base[table] ?? 0);
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) {
        const chair = mayGrow[a] === 1 && mayGrow[b] === 1 && !grown(a) && grown(b);
        price[a * n + b] = chair ? 0 : Number.POSITIVE_INFINITY;
        goes[a * n + b] = emptyChair;
      }
    people.forEach((_, i) => {
      if (fixed[i] !== -1) return;
      const a = seat[i] ?? 0;
      for (let b = 0; b < n; b++) {
        const change = (wanted[i * n + b] ?? 0) - (wanted[i * n + a] ?? 0);
        if (change >= (price[a * n + b] ?? 0)) continue;
        price[a * n + b] = change;
        goes[a * n + b] = i;
      }
    });
    const round = negativeRound(price, n);
    if (round === null) return seat;
    round.forEach((from, at) => {
      const to = round[(at + 1) % round.length] ?? from;
      const who = goes[from * n + to] ?? emptyChair;
      if (who !== emptyChair) seat[who] = to;
    });
  }
};

/** Tables in the order in which people go on, the last to the first; null when no round costs less than nothing. Prices are whole numbers. */
const negativeRound = (price: Float64Array, n: number): readonly number[] | null => {
  const cost = new Float64Array(n);
  const from = new Int32Array(n).fill(-1);
  let last = -1;
  for (let pass = 0; pass < n; pass++) {
    last = -1;
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) {
        const through = (cost[a] ?? 0) + (price[a * n + b] ?? 0);
        if (a === b || through >= (cost[b] ?? 0)) continue;
        cost[b] = through;
        from[b] = a;
        last = b;
      }
    if (last === -1) return null;
  }
  // Still falling after as many passes as tables: going back as many steps ends inside a round.
  for (let back = 0; back < n; back++) last = from[last] ?? 0;
  const round = [last];
  for (let at = from[last] ?? 0; at !== last; at = from[at] ?? 0) round.push(at);
  return round.reverse();
};
