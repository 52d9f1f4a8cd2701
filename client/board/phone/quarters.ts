// The four fields of a 2×2, by name instead of by dragging: where a note of each lies, and in which field one that was dragged lies.
// Named by the board, or by the two ends of its axes that meet there. From the top start corner, as people read. Safe for phones.
import type { AreaShown } from '../../../shared/board/shown.ts';
import type { Place } from '../../../shared/board/events.ts';
import type { Said } from '../../../shared/kernel/text.ts';

/** Inside the field with room for the next ones, in thousandths. */
const places: readonly [Place, Place, Place, Place] = [
  [160, 160],
  [660, 160],
  [160, 660],
  [660, 660],
];
export const placeOfQuarter = (quarter: number): Place => places[quarter] ?? places[0];

/** The names of the four; null where the area is not a 2×2. An axis grows to the end and upwards. */
export const quartersOf = ({ shape }: AreaShown): readonly (readonly Said[])[] | null => {
  if (shape.kind !== 'matrix') return null;
  if (shape.quarters !== null) return shape.quarters.map((name) => [name]);
  const { x, y } = shape;
  return [
    [y[1], x[0]],
    [y[1], x[1]],
    [y[0], x[0]],
    [y[0], x[1]],
  ];
};
