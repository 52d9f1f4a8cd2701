// How much was said, without anybody who said it (FL1, RO4): turns by block, table and kind, each line of at least five different speakers. What
// fewer said goes together step by step: of several tables, of several kinds, of several blocks; what is still too little is not written.
// Bands of people only where each has nobody or at least five.
import type { FloorFact } from '../floor/events.ts';
import { bandsSec, smallestCell } from '../floor/limits.ts';
import type { GroupId, MemberId } from '../kernel/ids.ts';
import type { BandLine, TurnsLine } from './floorDocument.ts';

/** A turn that was held and is over. */
export interface Held {
  readonly begun: Extract<FloorFact, { type: 'floor.turnStarted' }>;
  readonly block: string | null;
  /** As counted. */
  readonly ms: number;
}
interface Place {
  /** 'several' is no block's id. */
  readonly block: string | null;
  readonly table: TurnsLine['table'];
  readonly kind: TurnsLine['kind'];
}
interface Cell extends Place {
  /** In the order of the day: as it first came. */
  readonly n: number;
  readonly speakers: ReadonlySet<string>;
  readonly turns: ReadonlySet<string>;
  readonly ms: number;
}

/** Whoever has no seat counts as one person, a table that tells without a speaker as another. */
const speakerOf = ({ member, kind, group }: Held['begun']): string => member ?? (kind === 'report' ? `of ${group ?? ''}` : 'nobody');
/** Begun again because its end was taken back, a report has the same end to come: it is the same one. */
const turnOf = ({ turn, kind, group, endsAt }: Held['begun']): string => (kind === 'report' ? `${group ?? ''} ${endsAt}` : turn);

const together = (cells: readonly Cell[], where: (cell: Cell) => Place): readonly Cell[] => {
  const made = new Map<string, Cell>();
  for (const cell of cells) {
    const place = where(cell);
    const key = `${place.block ?? ''} ${place.table ?? ''} ${place.kind}`;
    const before = made.get(key);
    made.set(
      key,
      before
        ? {
            ...before,
            speakers: new Set([...before.speakers, ...cell.speakers]),
            turns: new Set([...before.turns, ...cell.turns]),
            ms: before.ms + cell.ms,
          }
        : { ...cell, ...place },
    );
  }
  return [...made.values()];
};
/** Each step takes what is still too small; the last one leaves out what would be recognised. */
const steps: readonly ((cell: Cell) => Place)[] = [
  (cell) => cell,
  (cell) => ({ ...cell, table: cell.table === null ? null : 'several' }),
  (cell) => ({ ...cell, table: cell.table === null ? null : 'several', kind: 'several' }),
  (cell) => ({ block: 'several', table: cell.table === null ? null : 'several', kind: 'several' }),
];

interface Around {
  readonly blockOf: (block: string | null) => Exclude<TurnsLine['block'], 'several'>;
  readonly numberOf: (table: GroupId) => number | null;
}
export const linesOf = (
  held: readonly Held[],
  { blockOf, numberOf }: Around,
): { readonly turns: readonly TurnsLine[]; readonly turnsUnsaid: boolean } => {
  const kept: Cell[] = [];
  let small: readonly Cell[] = held.map(({ begun, block, ms }, n) => ({
    ...{ n, block, kind: begun.kind, ms },
    table: begun.where === null ? null : (numberOf(begun.where) ?? 'several'),
    ...{ speakers: new Set([speakerOf(begun)]), turns: new Set([turnOf(begun)]) },
  }));
  for (const step of steps) {
    const cells = together(small, step);
    kept.push(...cells.filter(({ speakers }) => speakers.size >= smallestCell));
    small = cells.filter(({ speakers }) => speakers.size < smallestCell);
  }
  const turns = kept
    .sort((a, b) => a.n - b.n)
    .map(({ block, table, kind, turns: all, ms }): TurnsLine => ({
      block: block === 'several' ? block : blockOf(block),
      table,
      kind,
      turns: all.size,
      sec: Math.round(ms / 1000),
    }));
  return { turns, turnsUnsaid: small.length > 0 };
};

export const bandsOf = (people: ReadonlySet<MemberId>, spoken: ReadonlyMap<MemberId, number>): readonly BandLine[] | null => {
  const ends: readonly (number | null)[] = [...bandsSec, null];
  // Whoever had the floor for less than a moment has spoken all the same.
  const bandOf = (ms: number | undefined): number =>
    ms === undefined ? 0 : ends.findIndex((end, at) => at > 0 && (end === null || ms <= end * 1000));
  const all = [...people].map((member) => bandOf(spoken.get(member)));
  const bands = ends.map((toSec, at) => ({ toSec, people: all.filter((band) => band === at).length }));
  return bands.every(({ people: some }) => some === 0 || some >= smallestCell) ? bands : null;
};
