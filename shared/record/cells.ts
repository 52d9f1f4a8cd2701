// What a table of the record is made of: numbers, hours and texts, kept apart until they are written.

/** `at`: an instant; null: an empty cell; undefined text never occurs. */
export type Cell = string | number | null | { readonly at: number };
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
export const at = (ms: number | null): Cell => (ms === null ? null : { at: ms });
/** A hidden number: the sign that stands for it. */
export const hiddenSign = '·';
