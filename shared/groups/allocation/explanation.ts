// Why people sit where they sit, as numbers that the console says in words (GR2: "and explained"). What could not be better is told apart
// from what could: `unavoidable` and `impossible` are said only when counting proves them (unavoidable.ts), never guessed.
import type { GroupId, MemberId } from '../../kernel/ids.ts';

export interface MixCell {
  readonly group: GroupId;
  readonly count: number;
  /** People of this value among those present × this table's size ÷ those present; floor and ceiling of that. */
  readonly expected: number;
  readonly floor: number;
  readonly ceiling: number;
  /** Never for an attribute flagged never-alone. */
  readonly outside: boolean;
  readonly unavoidable: boolean;
}
export interface MixValue {
  /** '' stands for "not written down". */
  readonly value: string;
  /** Of those present, and their share (0…1): what each table should look like. */
  readonly of: number;
  readonly share: number;
  /** In the order of the tables. */
  readonly cells: readonly MixCell[];
}
export interface MixOf {
  readonly attribute: string;
  readonly neverAlone: boolean;
  readonly values: readonly MixValue[];
}
export interface AloneAt {
  readonly group: GroupId;
  readonly member: MemberId;
  readonly attribute: string;
  readonly value: string;
  readonly unavoidable: boolean;
}
/**
 * contradiction: bound together and kept apart at once, over others too. tooMany: more people bound together than a table has chairs.
 * fixed: the two are kept where they are. tooFewTables: more people apart from each other than there are tables.
 */
export type PinProof = 'contradiction' | 'tooMany' | 'fixed' | 'tooFewTables';
export interface BrokenPin {
  readonly kind: 'together' | 'apart';
  readonly pair: readonly [MemberId, MemberId];
  readonly impossible: PinProof | null;
}
export interface TableSaid {
  readonly group: GroupId;
  readonly size: number;
  readonly pairs: number;
  readonly newPairs: number;
}
export interface Explanation {
  /** Those present, and those of them who sit at no table. */
  readonly people: number;
  readonly unseated: readonly MemberId[];
  readonly tables: readonly TableSaid[];
  /** even: no table has two people more than another. */
  readonly sizes: { readonly smallest: number; readonly largest: number; readonly even: boolean };
  readonly mix: readonly MixOf[];
  readonly outside: { readonly cells: number; readonly unavoidable: number };
  readonly alone: readonly AloneAt[];
  /** Pins whose two people are here; the others ask nothing today. */
  readonly pins: { readonly asked: number; readonly broken: readonly BrokenPin[] };
  /** Pairs at a table; had never met at one; had met today; had met in an earlier session only. */
  readonly pairs: number;
  readonly newPairs: number;
  readonly repeatedToday: number;
  readonly repeatedBefore: number;
  /** Of those here who said which theme they would rather: got the first, the second, neither. */
  readonly preferences: { readonly asked: number; readonly first: number; readonly second: number; readonly none: number } | null;
}
