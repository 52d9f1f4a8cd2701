// What is said back about a list of members that somebody uploaded (RO6): which columns were read and how, and every fault with its line.
// Types only: the server reads the file, the organiser's page shows this.

export const rollProblemCodes = [
  'empty',
  'tooBig',
  'tooManyRows',
  'tooManyColumns',
  'headerTwice',
  'headerEmpty',
  'seatColumnMissing',
  'columnCount',
  'quotes',
  'seatMissing',
  'seatTwice',
  'seatTaken',
  'seatTooLong',
  'seatAndReserve',
  'reserveUnclear',
  'dateUnclear',
  'dateImpossible',
  'mandateReversed',
  'tooLong',
] as const;
export type RollProblemCode = (typeof rollProblemCodes)[number];

/** `line`: of the file, the header is 1. `column`: as it is called in the file, null for the whole line. `found`: what is there, cut at 80 characters. */
export interface RollProblem {
  readonly line: number;
  readonly column: string | null;
  readonly found: string;
  readonly code: RollProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
}
export type RollField = 'seat' | 'name' | 'from' | 'until' | 'cohort' | 'reserve' | 'attribute' | 'ignored';
export interface RollColumn {
  readonly header: string;
  readonly field: RollField;
  /** Key of the attribute, null for the other fields. */
  readonly attribute: string | null;
  /** Of attributes: the most frequent values, so that a person sees "10" among districts that go from 1 to 9. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
}
export interface RollSummary {
  readonly delimiter: ';' | ',' | 'tab';
  readonly encoding: 'utf-8' | 'utf-16' | 'latin1';
  readonly columns: readonly RollColumn[];
  /** Lines with somebody on them, and how many of those have no fault. */
  readonly rows: number;
  readonly good: number;
  readonly seats: number;
  readonly reserves: number;
}
/** What the server answers to an upload. */
export type RollReply =
  | { readonly ok: true; readonly summary: RollSummary }
  /** `more`: faults beyond the ones listed. */
  | { readonly ok: false; readonly problems: readonly RollProblem[]; readonly more: number; readonly summary: RollSummary | null };
