// Where a block of the programme may be moved, and the wish that moves it. What has started keeps its place (AG4).
import type { Status } from '../../shared/agenda/timeline.ts';

export interface Placed {
  readonly id: string;
  readonly status: { readonly kind: Status['kind'] };
}
const started = (row: Placed): boolean => row.status.kind === 'running' || row.status.kind === 'done';

/** The first place that nothing has passed yet. */
export const firstFree = (rows: readonly Placed[]): number => rows.reduce((free, row, index) => (started(row) ? index + 1 : free), 0);
export const movable = (row: Placed): boolean => !started(row);

/** The same rows with one at another place (`to` counts in the result). */
export const arranged = <Row extends Placed>(rows: readonly Row[], id: string, to: number): readonly Row[] => {
  const row = rows.find((one) => one.id === id);
  if (row === undefined) return rows;
  const rest = rows.filter((one) => one.id !== id);
  return [...rest.slice(0, to), row, ...rest.slice(to)];
};

/** Null when it may not go there, or is there already. */
export const moveWish = (
  rows: readonly Placed[],
  id: string,
  to: number,
): { type: 'agenda.move'; block: string; after: string | null } | null => {
  const from = rows.findIndex((row) => row.id === id);
  const row = rows[from];
  if (row === undefined || !movable(row) || to === from || to < firstFree(rows) || to >= rows.length) return null;
  return { type: 'agenda.move', block: id, after: arranged(rows, id, to)[to - 1]?.id ?? null };
};
