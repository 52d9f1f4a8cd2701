// Who is here against the whole roll, by gender, age, district… (RO4). One pure function for the console, which sees every number,
// and for everybody else, who never sees a number that concerns fewer than five people, nor one that could be worked out from the others.
// Disclosure rule: a cell is hidden when the people it speaks of (its base on the roll, or those of them who are here, or those who are not)
// are 1 to 4; and so are further cells, smallest first, until what the totals give away of the hidden ones together is not small either.
import type { People } from '../kernel/room.ts';
import type { MemberId } from '../kernel/ids.ts';

export const smallestShown = 5;

export interface Cell {
  /** '' stands for "not written down". */
  readonly value: string;
  /** null: hidden. */
  readonly present: number | null;
  readonly of: number | null;
}
export interface AttributeRows {
  readonly attribute: string;
  readonly cells: readonly Cell[];
}

const few = (count: number): boolean => count > 0 && count < smallestShown;

/** `attributes`: which and in what order; those nobody has are left out. Cells are sorted as they read: numbers by size, words by letters. */
export const composition = (
  roll: readonly { readonly member: MemberId }[],
  present: ReadonlySet<MemberId> | ReadonlyMap<MemberId, unknown>,
  people: People,
  options: { readonly hideSmall: boolean },
): readonly AttributeRows[] => {
  const attributes = new Map<string, Map<string, { present: number; of: number }>>();
  for (const { member } of roll)
    for (const name of Object.keys(people.get(member)?.attributes ?? {})) if (!attributes.has(name)) attributes.set(name, new Map());
  for (const { member } of roll) {
    const own = people.get(member)?.attributes ?? {};
    for (const [attribute, cells] of attributes) {
      const value = Object.hasOwn(own, attribute) ? (own[attribute] ?? '') : '';
      const cell = cells.get(value) ?? { present: 0, of: 0 };
      cell.of += 1;
      if (present.has(member)) cell.present += 1;
      cells.set(value, cell);
    }
  }
  return [...attributes].map(([attribute, cells]) => {
    const rows = [...cells].map(([value, count]) => ({ value, ...count })).sort((a, b) => inOrder(a.value, b.value));
    return { attribute, cells: options.hideSmall ? hideSmall(rows) : rows };
  });
};

const hideSmall = (rows: readonly { readonly value: string; readonly present: number; readonly of: number }[]): readonly Cell[] => {
  const small = (one: { readonly present: number; readonly of: number }): boolean =>
    few(one.of) || few(one.present) || few(one.of - one.present);
  const hidden = new Set(rows.filter(small).map(({ value }) => value));
  // Totals are always exact: what is hidden, taken together, is known to whoever subtracts. It too must not speak of few people,
  // and must be more than one cell; the next smallest goes with it until that holds.
  const spare = rows.filter(({ value }) => !hidden.has(value)).sort((a, b) => a.of - b.of || inOrder(a.value, b.value));
  const together = () => {
    const gone = rows.filter(({ value }) => hidden.has(value));
    return { present: gone.reduce((sum, row) => sum + row.present, 0), of: gone.reduce((sum, row) => sum + row.of, 0) };
  };
  while (hidden.size > 0 && (hidden.size === 1 || small(together()))) {
    const next = spare.shift();
    if (!next) break;
    hidden.add(next.value);
  }
  return rows.map(({ value, present, of }) => (hidden.has(value) ? { value, present: null, of: null } : { value, present, of }));
};

/** "16–24" before "25–44", "2" before "10"; what is not written down comes last. */
const inOrder = (a: string, b: string): number => {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  const x = /^\d+/u.exec(a)?.[0];
  const y = /^\d+/u.exec(b)?.[0];
  if (x !== undefined && y !== undefined && Number(x) !== Number(y)) return Number(x) - Number(y);
  if ((x === undefined) !== (y === undefined)) return x === undefined ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
};
