// What simulated people did, counted: of each person, and of a crowd at the end.
/** What is counted of each person, and of a crowd at the end. */
export const counted = [
  'entered',
  'answered',
  'changed',
  'here',
  'refused',
  'wrote',
  'dotted',
  'chose',
  'asked',
  'supported',
  'raised',
  'spoke',
] as const;
export type SimulatedCounts = Record<(typeof counted)[number], number>;
export const noCounts = (): SimulatedCounts => ({
  entered: 0,
  answered: 0,
  changed: 0,
  here: 0,
  refused: 0,
  wrote: 0,
  dotted: 0,
  chose: 0,
  asked: 0,
  supported: 0,
  raised: 0,
  spoke: 0,
});
