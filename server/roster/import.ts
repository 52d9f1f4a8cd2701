// The list of members as a municipality sends it: a CSV of Italian Excel (semicolons, byte order mark, perhaps Latin-1) or of anybody else.
// RO6: every fault is said with its line, column and what is there; one fault and nobody comes in. Nothing here writes anything.
// Cells that look like formulas are text and stay so (`csvSafe` guards them on the way out). Attributes go to the erasable table, never to a fact.
import Papa from 'papaparse';
import { limits } from '../../shared/kernel/limits.ts';
import { cleanLine, lengthOf } from '../../shared/kernel/text.ts';
import type { RollColumn, RollProblem, RollProblemCode, RollSummary } from '../../shared/roster/reading.ts';
import { columnFor, fold, synonyms } from './headers.ts';
import type { Synonyms } from './headers.ts';
import { readDate } from './dates.ts';

export interface RollPerson {
  readonly seat: string | null;
  readonly name: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** YYYY-MM-DD or null. */
  readonly from: string | null;
  readonly until: string | null;
  readonly cohort: string;
}
/** Reserves come after the seats, in the order in which they are called. */
export type RollReading =
  | { readonly ok: true; readonly people: readonly RollPerson[]; readonly summary: RollSummary }
  | { readonly ok: false; readonly problems: readonly RollProblem[]; readonly more: number; readonly summary: RollSummary | null };

export interface ReadOptions {
  readonly synonyms?: Synonyms;
  /** Seats that somebody already has: the list adds to a roll instead of replacing it. */
  readonly taken?: ReadonlySet<string>;
}
/** As many faults as a person corrects in one go. */
const problemsShown = 200;
const foundChars = 80;

/** UTF-8, UTF-16 with its mark, otherwise Latin-1 as Windows means it (every byte is a letter there, so it comes last). */
export const decodeText = (bytes: Uint8Array): { readonly text: string; readonly encoding: RollSummary['encoding'] } => {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (utf16 !== null) return { text: new TextDecoder(utf16).decode(bytes), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'latin1' };
  }
};

/** What separates the first line, outside quotes; a semicolon when nothing does. */
const delimiterOf = (text: string): ';' | ',' | '\t' => {
  const counts = { ';': 0, ',': 0, '\t': 0 };
  let inside = false;
  for (const char of text) {
    if (char === '"') inside = !inside;
    else if (!inside && (char === '\n' || char === '\r')) break;
    else if (!inside && (char === ';' || char === ',' || char === '\t')) counts[char] += 1;
  }
  if (counts[';'] >= counts[','] && counts[';'] >= counts['\t']) return ';';
  return counts[','] >= counts['\t'] ? ',' : '\t';
};

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}
/** Rows with the line on which they begin: a quoted cell may run over several. A stray quote ends the reading: what follows cannot be told apart. */
const linesOf = (text: string, delimiter: string): { readonly lines: readonly Line[]; readonly broken: Line | null } => {
  const parsed = Papa.parse<string[]>(text, { delimiter, header: false, skipEmptyLines: false });
  const quote = parsed.errors.find((error) => error.type === 'Quotes');
  const lines: Line[] = [];
  let line = 1;
  for (const [index, raw] of parsed.data.entries()) {
    const row = { line, cells: raw.map(cleanLine) };
    if (quote && (quote.row ?? 0) <= index) return { lines, broken: row };
    line += 1 + raw.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/gu)?.length ?? 0), 0);
    if (row.cells.some((cell) => cell !== '')) lines.push(row);
  }
  return { lines, broken: null };
};

export const readRoll = (input: Uint8Array | string, options: ReadOptions = {}): RollReading => {
  const problems: RollProblem[] = [];
  let more = 0;
  const report = (line: number, column: string | null, found: string, code: RollProblemCode, params?: RollProblem['params']): void => {
    if (problems.length >= problemsShown) more += 1;
    else problems.push({ line, column, found: [...found].slice(0, foundChars).join(''), code, ...(params ? { params } : {}) });
  };
  const size = typeof input === 'string' ? Buffer.byteLength(input) : input.byteLength;
  if (size > limits.csvBytes) {
    report(1, null, '', 'tooBig', { most: limits.csvBytes / 1024 / 1024 });
    return { ok: false, problems, more, summary: null };
  }
  const { text: decoded, encoding } = typeof input === 'string' ? { text: input, encoding: 'utf-8' as const } : decodeText(input);
  const text = decoded.replace(/^\ufeff/u, '');
  const delimiter = delimiterOf(text);
  const { lines, broken } = linesOf(text, delimiter);
  const [header, ...rows] = lines;
  if (broken) report(broken.line, null, broken.cells.join(delimiter), 'quotes');
  if (!header) {
    if (!broken) report(1, null, '', 'empty');
    return { ok: false, problems, more, summary: null };
  }
  if (rows.length === 0 && !broken) report(header.line, null, '', 'empty');

  const { columns, width } = readHeader(header, rows, options.synonyms ?? synonyms, report);
  const people: (RollPerson & { readonly rank: number | null })[] = [];
  const seats = new Map<string, number>();
  if (rows.length > limits.seats) report(rows[limits.seats]?.line ?? header.line, null, '', 'tooManyRows', { most: limits.seats });
  const bad = new Set<number>();
  for (const row of rows.slice(0, limits.seats)) {
    const fault: typeof report = (...what) => {
      bad.add(row.line);
      report(...what);
    };
    const extra = row.cells.slice(width).some((cell) => cell !== '');
    if (row.cells.length < width || extra) {
      fault(row.line, null, row.cells.join(delimiter), 'columnCount', { is: row.cells.length, must: width });
      continue;
    }
    people.push(readRow(row, columns, seats, options.taken ?? new Set(), fault));
  }
  const summary: RollSummary = {
    delimiter: delimiter === '\t' ? 'tab' : delimiter,
    encoding,
    columns: columns.map((column, place) => ({
      ...column,
      values: column.field === 'attribute' ? frequent(rows.map((row) => row.cells[place] ?? '')) : [],
    })),
    rows: rows.length,
    good: Math.max(0, Math.min(rows.length, limits.seats) - bad.size),
    seats: people.filter(({ seat }) => seat !== null).length,
    reserves: people.filter(({ seat }) => seat === null).length,
  };
  if (problems.length > 0) return { ok: false, problems: problems.sort((a, b) => a.line - b.line), more, summary };
  const inOrder = [
    ...people.filter(({ rank }) => rank === null),
    ...people.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)),
  ];
  return { ok: true, people: inOrder.map(({ rank: _, ...person }) => person), summary };
};

type Report = (line: number, column: string | null, found: string, code: RollProblemCode, params?: RollProblem['params']) => void;

const readHeader = (header: Line, rows: readonly Line[], own: Synonyms, report: Report) => {
  // Excel leaves empty columns at the end; they count only when something is written under them.
  let width = header.cells.length;
  while (width > 1 && header.cells[width - 1] === '' && rows.every((row) => (row.cells[width - 1] ?? '') === '')) width -= 1;
  const seen = new Set<string>();
  const columns = header.cells.slice(0, width).map((name, place): Omit<RollColumn, 'values'> => {
    if (name === '') {
      if (rows.some((row) => (row.cells[place] ?? '') !== '')) report(header.line, null, '', 'headerEmpty', { place: place + 1 });
      return { header: name, field: 'ignored', attribute: null };
    }
    const column = columnFor(name, own);
    const key = column.attribute === null ? column.field : fold(column.attribute);
    if (seen.has(key)) report(header.line, name, name, 'headerTwice');
    seen.add(key);
    if (lengthOf(name) > limits.attributeChars) report(header.line, name, name, 'tooLong', { most: limits.attributeChars });
    return { header: name, ...column };
  });
  if (!seen.has('seat')) report(header.line, null, header.cells.join(' '), 'seatColumnMissing');
  const attributes = columns.filter(({ field }) => field === 'attribute').length;
  if (attributes > limits.attributes) report(header.line, null, '', 'tooManyColumns', { is: attributes, most: limits.attributes });
  return { columns, width };
};

const readRow = (
  row: Line,
  columns: readonly Omit<RollColumn, 'values'>[],
  seats: Map<string, number>,
  taken: ReadonlySet<string>,
  report: Report,
): RollPerson & { readonly rank: number | null } => {
  const cell = (field: RollColumn['field']) => {
    const place = columns.findIndex((column) => column.field === field);
    return { header: columns[place]?.header ?? null, value: place < 0 ? '' : (row.cells[place] ?? '') };
  };
  const sized = (header: string | null, value: string, most: number): string => {
    if (lengthOf(value) > most) report(row.line, header, value, 'tooLong', { most });
    return value;
  };
  const seat = cell('seat');
  const reserve = cell('reserve');
  const rank = reserveRank(reserve.value);
  if (reserve.value !== '' && rank === 'unclear') report(row.line, reserve.header, reserve.value, 'reserveUnclear');
  if (seat.value === '' && rank === null) report(row.line, seat.header, '', 'seatMissing');
  if (seat.value !== '' && typeof rank === 'number') report(row.line, seat.header, seat.value, 'seatAndReserve');
  if (seat.value !== '') {
    if (lengthOf(seat.value) > limits.seatChars) report(row.line, seat.header, seat.value, 'seatTooLong', { most: limits.seatChars });
    const before = seats.get(seat.value);
    if (before !== undefined) report(row.line, seat.header, seat.value, 'seatTwice', { line: before });
    else if (taken.has(seat.value)) report(row.line, seat.header, seat.value, 'seatTaken');
    else seats.set(seat.value, row.line);
  }
  const day = (field: 'from' | 'until'): string | null => {
    const { header, value } = cell(field);
    if (value === '') return null;
    const read = readDate(value);
    if (read.kind === 'day') return read.day;
    report(
      row.line,
      header,
      value,
      read.kind === 'impossible' ? 'dateImpossible' : 'dateUnclear',
      read.kind === 'impossible' ? { month: read.month, days: read.days } : undefined,
    );
    return null;
  };
  const from = day('from');
  const until = day('until');
  if (from !== null && until !== null && until < from) report(row.line, cell('until').header, cell('until').value, 'mandateReversed');
  const name = cell('name');
  const cohort = cell('cohort');
  // No prototype: a column may be called "constructor".
  const attributes = new Map<string, string>();
  for (const [place, column] of columns.entries()) {
    const value = row.cells[place] ?? '';
    if (column.attribute !== null && value !== '') attributes.set(column.attribute, sized(column.header, value, limits.attributeChars));
  }
  return {
    seat: seat.value === '' ? null : seat.value,
    name: name.value === '' ? null : sized(name.header, name.value, limits.nameChars),
    attributes: Object.fromEntries(attributes),
    from,
    until,
    cohort: sized(cohort.header, cohort.value, limits.attributeChars),
    rank: typeof rank === 'number' ? rank : null,
  };
};

/** "2" is the second reserve; "sì" or "x" is a reserve in the order of the list; "no" or nothing is none. */
const reserveRank = (value: string): number | null | 'unclear' => {
  const said = fold(value);
  if (['', 'no', 'n', '0', 'false', 'falso'].includes(said)) return null;
  if (['si', 's', 'x', 'yes', 'y', 'true', 'vero', 'riserva', 'reserve'].includes(said)) return 1e6;
  const ordinal = /^(?:r ?)?(\d{1,4})$/u.exec(said);
  return ordinal ? Number(ordinal[1]) : 'unclear';
};

const frequent = (values: readonly string[]): RollColumn['values'] => {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, 12);
};
