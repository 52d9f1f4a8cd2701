// What makes one seating better than another, in one place. Only the order of magnitude matters: a pin outweighs everything, then being alone
// of one's kind, then the choice of a theme where there is one, floor and ceiling, companions met today, met before, and last how near the mix is.

export const costs = {
  pin: 40_000,
  alone: 4000,
  /** By theme: nothing for the first choice. Two second choices are better than one first and one neither. */
  second: 1000,
  neither: 3000,
  /** For each person below the floor or above the ceiling. */
  outside: 50,
  /** Met once today, earlier; the second time counts double, so that repetitions are shared out. */
  metToday: 10,
  metBefore: 3,
  /** For the squared distance from the expected number. */
  far: 2,
} as const;

export interface Rule {
  /** Floor and ceiling apply. */
  readonly bounded: boolean;
  /** One alone is to be avoided. */
  readonly paired: boolean;
}
/** `count` people of a value at a table of `size`, where `of` of `all` have it. */
export const costOfCell = (count: number, size: number, of: number, all: number, { bounded, paired }: Rule): number => {
  const expected = (of * size) / all;
  const far = count - expected;
  const below = Math.floor(expected) - count;
  const above = count - Math.ceil(expected);
  const outside = bounded ? Math.max(0, below, above) * costs.outside : 0;
  return far * far * costs.far + outside + (paired && count === 1 ? costs.alone : 0);
};

/** Two people who met `times` rounds: 1, 3, 6, 10… */
export const metWeight = (times: number): number => (times * (times + 1)) / 2;
