// What is asked of an assignment of people to tables (GR2): who is here, which tables there are, what to look at, who sat with whom before.
// Types and a key only; attributes stay where this runs (console, server) and never enter a fact.
import type { GroupId, MemberId, ThemeId } from '../../kernel/ids.ts';

export interface Person {
  readonly member: MemberId;
  readonly attributes: Readonly<Record<string, string>>;
}
export interface Criteria {
  /** Mixed: each table as those present, within floor and ceiling of the expected number at its size. */
  readonly attributes: readonly string[];
  /** Of each written value a table holds none or at least two; spread as well, but floor and ceiling do not apply. */
  readonly neverAlone: readonly string[];
  readonly together: readonly (readonly [MemberId, MemberId])[];
  readonly apart: readonly (readonly [MemberId, MemberId])[];
}
/** Rounds, each a list of tables, each the members who sat there. */
export type Rounds = readonly (readonly (readonly MemberId[])[])[];
export type Preferences = ReadonlyMap<MemberId, { readonly first: ThemeId; readonly second: ThemeId | null }>;

export interface AllocationWish {
  readonly people: readonly Person[];
  readonly tables: readonly { readonly group: GroupId; readonly theme: ThemeId | null }[];
  readonly criteria: Criteria;
  /** This session's earlier rounds: companions that are avoided first. */
  readonly past: Rounds;
  /** Rounds of earlier sessions, when known: they weigh less. */
  readonly olderPast: Rounds;
  /** Not null: by choice of theme; the choice comes before the mix. */
  readonly preferences: Preferences | null;
  /** Kept where they are; only the others are placed. */
  readonly fixed: ReadonlyMap<MemberId, GroupId>;
  /** The same wish with the same seed gives the same tables, on every machine and in whatever order people are listed. */
  readonly seed: number;
}

/** One key for two people, whichever comes first. */
export const pairKey = (a: MemberId, b: MemberId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** '' is "not written down": a value of its own in the mix, nobody's kind for never-alone. */
export const valueOf = ({ attributes }: Person, attribute: string): string =>
  Object.hasOwn(attributes, attribute) ? (attributes[attribute] ?? '') : '';

/** Everything that is looked at, once each. */
export const lookedAt = ({ attributes, neverAlone }: Criteria): readonly string[] => [...new Set([...attributes, ...neverAlone])];
