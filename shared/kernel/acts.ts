// The acts of those who lead, in order, as far as they can be taken back one after the other (K9: "the last step"). Only the very last act is
// offered: what was done before it has been built on since, in whichever room. Taking it back makes the one before it the last again.
// An act is one wish with all its facts; what it caused elsewhere in the house belongs to it.
import type { AnyFact, FactMeta } from './room.ts';
import { roomOf } from './session.ts';
import type { House } from './session.ts';

/** The numbers of an act's first and last fact. */
export interface Act {
  readonly from: number;
  readonly to: number;
}
/** Longer than any hand goes back. */
const mostActs = 50;

const isLed = (by: string): boolean => by.startsWith('facilitator:') || by.startsWith('organiser:');
const takesBack = (of: House, fact: AnyFact): boolean =>
  fact.type.endsWith('.undone') || ('why' in fact && fact.why === 'undo') || (roomOf(of, fact.type)?.takesBack?.(fact) ?? false);

export interface Told {
  readonly fact: AnyFact;
  readonly meta: Pick<FactMeta, 'seq' | 'by'>;
}
/** With the wish that it came of. */
export interface Caused extends Told {
  readonly cause: string | null;
}

/** `said`: the facts of one wish, its own first; one that does not come from who leads changes nothing. */
export const actsAfter = (of: House, acts: readonly Act[], said: readonly Told[]): readonly Act[] => {
  const [first] = said;
  const last = said.at(-1);
  if (!first || !last || !isLed(first.meta.by)) return acts;
  if (said.some(({ fact, meta }) => isLed(meta.by) && takesBack(of, fact))) return acts.slice(0, -1);
  return [...acts, { from: first.meta.seq, to: last.meta.seq }].slice(-mostActs);
};
/** The same for a log that is read: wish by wish. */
export const actsIn = (of: House, acts: readonly Act[], log: readonly Caused[]): readonly Act[] => {
  let known = acts;
  for (let at = 0; at < log.length;) {
    const cause = log[at]?.cause ?? null;
    let end = at + 1;
    while (end < log.length && cause !== null && log[end]?.cause === cause) end += 1;
    known = actsAfter(of, known, log.slice(at, end));
    at = end;
  }
  return known;
};
