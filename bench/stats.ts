// Numbers as the bench says them: percentiles, a line per thing measured, and whether it keeps its budget (house, "Budgets").
// Pure, so that it can be tested: nothing is measured here. A missed budget is said as such and nothing is rounded in its favour.

/** Nearest rank: the smallest value that `share` (0…1) of all values do not pass. NaN of nothing. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
};
/** The lower of the two in the middle when there is no middle one. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** One line of the table. `holds` is null where there is no budget: the number is there to be read. */
export interface Line {
  readonly part: string;
  readonly what: string;
  /** The value that the budget is about, unrounded; null when it is only words. */
  readonly value: number | null;
  readonly measured: string;
  readonly budget: string;
  readonly holds: boolean | null;
}

const digitsFor = (value: number): number => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
export const shown = (value: number, unit: string): string =>
  !Number.isFinite(value) ? 'not in time' : `${value.toFixed(digitsFor(value))}${unit === '' ? '' : ` ${unit}`}`;

/** A number with a ceiling. What could not be measured (NaN, Infinity) does not hold. */
export const atMost = (part: string, what: string, value: number, most: number, unit: string, note = ''): Line => ({
  part,
  what,
  value,
  measured: `${shown(value, unit)}${note === '' ? '' : ` (${note})`}`,
  budget: `≤ ${String(most)}${unit === '' ? '' : ` ${unit}`}`,
  holds: value <= most,
});
/** A number to be read beside the others; it has no budget. */
export const told = (part: string, what: string, value: number, unit: string, note = ''): Line => ({
  part,
  what,
  value,
  measured: `${shown(value, unit)}${note === '' ? '' : ` (${note})`}`,
  budget: '',
  holds: null,
});
/** Something that is so or is not. */
export const must = (part: string, what: string, holds: boolean, measured: string, budget: string): Line => ({
  part,
  what,
  value: null,
  measured,
  budget,
  holds,
});
export const words = (part: string, what: string, measured: string): Line => ({
  part,
  what,
  value: null,
  measured,
  budget: '',
  holds: null,
});

const verdict = ({ holds }: Line): string => (holds === null ? '' : holds ? 'holds' : 'MISSED');
const wide = (text: string): number => [...text].length;

/** The table as text, one group of lines a part, columns as wide as their widest cell. */
export const table = (lines: readonly Line[]): string => {
  const rows = lines.map((line) => [line.what, line.measured, line.budget, verdict(line)]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => wide(row[column] ?? ''))));
  const parts = [...new Set(lines.map(({ part }) => part))];
  return parts
    .map((part) => {
      const own = rows.filter((_, at) => lines[at]?.part === part);
      const said = own.map((row) =>
        `  ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - wide(cell))).join('  ')}`.trimEnd(),
      );
      return [part, ...said].join('\n');
    })
    .join('\n\n');
};

/** The last line: how many budgets hold, and which do not. */
export const summary = (lines: readonly Line[]): string => {
  const budgets = lines.filter(({ holds }) => holds !== null);
  const missed = budgets.filter(({ holds }) => holds === false);
  return missed.length === 0
    ? `All ${String(budgets.length)} budgets hold.`
    : `${String(budgets.length - missed.length)} of ${String(budgets.length)} budgets hold. MISSED: ${missed.map(({ part, what }) => `${part}: ${what}`).join('; ')}`;
};
