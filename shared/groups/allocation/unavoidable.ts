// Simple counting: what no seating could do better, at tables of these sizes with those who were kept where they are.
// For one attribute alone floor and ceiling can always be kept (a table of counts can be rounded with both its margins), so only people kept
// where they are, and people bound together, prove anything here. What several criteria forbid between them is not proven, and not claimed.

export interface CountedTable {
  readonly floor: number;
  readonly ceiling: number;
  readonly count: number;
  /** Kept here: of this value, and chairs left for those who are placed. */
  readonly kept: number;
  readonly chairs: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/**
 * One value at all tables: which tables are outside floor and ceiling for a reason that nothing can change.
 * `free`: people of this value who are placed, not kept. `bound`: the most of this value who are bound together.
 */
export const unavoidableCells = (tables: readonly CountedTable[], free: number, bound: number): readonly boolean[] => {
  const missing = sum(tables.map(({ floor, count }) => Math.max(0, floor - count)));
  const excess = sum(tables.map(({ ceiling, count }) => Math.max(0, count - ceiling)));
  // At least so many are missing (too many) somewhere, wherever the free ones go.
  const wanted = sum(tables.map(({ floor, kept, chairs }) => Math.min(chairs, Math.max(0, floor - kept))));
  const neverThere = sum(tables.map(({ floor, kept, chairs }) => Math.max(0, floor - kept - chairs)));
  const mustMiss = neverThere + Math.max(0, wanted - free);
  const welcome = sum(tables.map(({ ceiling, kept, chairs }) => Math.min(chairs, Math.max(0, ceiling - kept))));
  const mustExceed = sum(tables.map(({ ceiling, kept }) => Math.max(0, kept - ceiling))) + Math.max(0, free - welcome);
  const allChairs = sum(tables.map(({ chairs }) => chairs));
  const highest = Math.max(0, ...tables.map(({ ceiling }) => ceiling));
  return tables.map(({ floor, ceiling, count, kept, chairs }) => {
    if (count < floor) return missing <= mustMiss || kept + Math.min(chairs, free) < floor;
    if (count <= ceiling) return false;
    // Those for whom the other tables have no chair left sit here.
    const leastHere = kept + Math.max(0, free - (allChairs - chairs));
    return excess <= mustExceed || leastHere > ceiling || (bound > highest && count >= bound);
  });
};

export interface ShapedTable {
  readonly size: number;
  /** Kept here of this value; chairs left for those who are placed. */
  readonly kept: number;
  readonly chairs: number;
}
/**
 * The fewest people who are alone of their kind when `free` people of one value are shared out, whatever else is wished: table by table, for
 * every number of them seated so far. `andOther`: the only one who is not of this value is alone too, which holds when everybody's is written.
 */
export const fewestAlone = (tables: readonly ShapedTable[], free: number, andOther: boolean): number => {
  let fewest: readonly number[] = [0];
  for (const { size, kept, chairs } of tables) {
    const next: number[] = [];
    fewest.forEach((alone, seated) => {
      for (let more = 0; more <= Math.min(chairs, free - seated); more++) {
        const count = kept + more;
        const here = alone + (count === 1 ? 1 : 0) + (andOther && size - count === 1 ? 1 : 0);
        next[seated + more] = Math.min(next[seated + more] ?? Number.POSITIVE_INFINITY, here);
      }
    });
    fewest = next;
  }
  // All of them sit: fewer would be a seating that leaves somebody out. Nothing is proven when they do not.
  return fewest[free] ?? 0;
};

export interface FilledTable {
  /** Kept here, kind by kind; chairs left for those who are placed. */
  readonly kept: readonly number[];
  readonly chairs: number;
}
/** More ways than this to share the kinds out are not counted: a moment on a console. */
const waysMost = 600;
/**
 * The fewest people who are alone when all kinds of one attribute are shared out at once (three of a kind at a table of four leave one chair,
 * and whoever takes it is alone): exact for this attribute; 0, which claims nothing, when there are too many ways. `free`: people of each kind
 * who are placed; `written`: the kinds of which nobody should be alone.
 */
export const fewestAloneOfAll = (tables: readonly FilledTable[], free: readonly number[], written: readonly boolean[]): number => {
  // The largest kind takes what chairs the others leave: only these are counted.
  const largest = free.indexOf(Math.max(0, ...free));
  const counted = free.map((_, kind) => kind).filter((kind) => kind !== largest && free[kind] !== 0);
  const ways = counted.reduce((product, kind) => product * ((free[kind] ?? 0) + 1), 1);
  if (largest === -1 || ways > waysMost) return 0;
  const unit = counted.map((_, at) => counted.slice(0, at).reduce((product, kind) => product * ((free[kind] ?? 0) + 1), 1));
  const none = Number.POSITIVE_INFINITY;
  let fewest: readonly number[] = [0, ...Array.from({ length: ways - 1 }, () => none)];
  for (const { kept, chairs } of tables) {
    const next = Array.from({ length: ways }, () => none);
    const lonely = (kind: number, more: number): number => (written[kind] === true && (kept[kind] ?? 0) + more === 1 ? 1 : 0);
    const rest = free.reduce((sum, all, kind) => sum + (kind !== largest && all === 0 ? lonely(kind, 0) : 0), 0);
    const seat = (at: number, seated: number, left: number, alone: number): void => {
      const kind = counted[at];
      if (kind === undefined) {
        next[seated] = Math.min(next[seated] ?? none, alone + lonely(largest, left));
        return;
      }
      const one = unit[at] ?? 0;
      const all = free[kind] ?? 0;
      const before = Math.floor(seated / one) % (all + 1);
      for (let more = 0; more <= Math.min(left, all - before); more++)
        seat(at + 1, seated + more * one, left - more, alone + lonely(kind, more));
    };
    fewest.forEach((alone, seated) => {
      if (alone !== none) seat(0, seated, chairs, alone + rest);
    });
    fewest = next;
  }
  // Only where everybody has a chair, no more and no fewer.
  const least = fewest[ways - 1] ?? none;
  return least === none ? 0 : least;
};

/** Somebody else of the same kind: the table where they are kept, null when placed. */
export interface Kin {
  readonly at: string | null;
  readonly apart: boolean;
}
/** Nobody could have joined: there is no other; each other one is kept elsewhere, or must be apart, or finds no chair. */
export const nobodyCanJoin = (at: string | null, chairs: (at: string) => number, others: readonly Kin[]): boolean =>
  !others.some((other) => {
    if (other.apart) return false;
    if (at === null) return other.at === null || chairs(other.at) > 0;
    return other.at === at || (other.at === null && chairs(at) > 0);
  });
