// Chance that can be had again: sfc32 (Chris Doty-Humphrey, PractRand), whole numbers of 32 bits only, so that every machine and every browser
// draws the same. Also the two things annealing wants of chance, without Math.exp, whose last digit differs from engine to engine.

export interface Chance {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  /** 0 … below - 1. */
  readonly below: (below: number) => number;
}

export const chanceFrom = (seed: number): Chance => {
  let a = seed >>> 0;
  let b = Math.floor(seed / 4_294_967_296) >>> 0;
  let c = 0x9e3779b9;
  let counter = 1;
  const draw = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  // Seeds that differ by one must not begin alike.
  for (let i = 0; i < 15; i++) draw();
  const next = (): number => draw() / 4_294_967_296;
  return { next, below: (below) => Math.floor(next() * below) };
};

/** e^-x near enough for accepting a worse step, by multiplication only: (1 - x/32)^32. */
export const fading = (x: number): number => {
  if (x >= 32) return 0;
  let y = 1 - x / 32;
  y *= y;
  y *= y;
  y *= y;
  y *= y;
  return y * y;
};
