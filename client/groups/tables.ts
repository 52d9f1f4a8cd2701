// What the console's middle knows of the tables besides their own view: what lies on each (its board) and how much time there is.
// Other rooms' views are turned into these by client/screens: this folder knows only its own room.
import type { BoardId, GroupId } from '../../shared/kernel/ids.ts';
import type { Said } from '../../shared/kernel/text.ts';
import type { GroupRow, GroupsDriverView } from '../../shared/groups/shown.ts';

export const workSteps = ['write', 'read', 'themes', 'dots'] as const;
export interface TableWork {
  readonly board: BoardId;
  readonly phase: 'prepared' | 'open' | 'frozen';
  readonly step: (typeof workSteps)[number] | 'done';
  readonly silent: boolean;
  readonly locked: boolean;
  readonly notes: number;
  readonly themes: number;
  readonly writers: number;
  readonly people: number;
  readonly lastAt: number | null;
}
export type Work = ReadonlyMap<GroupId, TableWork>;
/** The block that runs, as its clock stands: seconds left, minutes of all and gone by, the hour of its end when nobody stops it. */
export interface TablesTime {
  readonly block: string;
  readonly title: Said;
  readonly number: number | null;
  readonly of: number;
  readonly left: number;
  readonly totalMin: number;
  readonly elapsedMin: number;
  readonly endsAt: number | null;
  readonly paused: boolean;
}

/** A table that has written nothing for this long is named, in ochre: somebody walks over and looks. */
export const quietAfterMs = 5 * 60_000;
/** Since when a table is quiet, or null. Dots are given without writing, and what is locked or frozen is quiet by itself. */
export const quietSince = (work: TableWork | undefined, splitAt: number | null, now: number): number | null => {
  if (work === undefined || work.phase !== 'open' || work.locked || work.step === 'dots' || work.step === 'done') return null;
  const last = Math.max(work.lastAt ?? 0, splitAt ?? 0);
  return last > 0 && now - last >= quietAfterMs ? last : null;
};

/** Places round the drawn table: filled has written, ring is present, speck is away. */
export const placesOf = (
  row: GroupRow,
  work: TableWork | undefined,
  mode: 'plenary' | 'groups',
): readonly ('wrote' | 'here' | 'away')[] => {
  const all = mode === 'groups' ? Math.max(row.seated, row.present) : row.assigned;
  const here = Math.min(all, row.present);
  const wrote = Math.min(here, work?.writers ?? 0);
  return Array.from({ length: all }, (_, place) => (place < wrote ? 'wrote' : place < here ? 'here' : 'away'));
};

/** Pressed one after the other, digits name a table of two figures: 1, then 1 again, is the eleventh when there is one. */
export const tableOfDigits = (
  numbers: readonly number[],
  before: string,
  digit: string,
): { readonly typed: string; readonly number: number | null } => {
  const long = `${before}${digit}`;
  const typed = before !== '' && numbers.some((number) => String(number).startsWith(long)) ? long : digit;
  return { typed, number: numbers.find((number) => String(number) === typed) ?? null };
};
const digitsTogetherMs = 900;
export interface TypedDigits {
  /** The number of the table that is meant now; null: there is none, or not yet. */
  readonly press: (numbers: readonly number[], digit: string) => number | null;
}
/** Remembers digits for a moment. */
export const typedDigits = (): TypedDigits => {
  let [typed, at] = ['', 0];
  return {
    press: (numbers, digit) => {
      const now = performance.now();
      const next = tableOfDigits(numbers, now - at < digitsTogetherMs ? typed : '', digit);
      [typed, at] = [next.typed, now];
      return next.number;
    },
  };
};

/** Who stands up: the people of the tables who are here; whoever did not come is said beside it. */
export const presentOf = (view: GroupsDriverView): number => view.groups.reduce((sum, { present }) => sum + present, 0);
