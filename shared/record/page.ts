// The pen that writes the record's pages: tables and lists in Markdown, where what people wrote is text and never markup.
import { hiddenSign } from './cells.ts';
import type { Cell } from './cells.ts';
import type { SessionRecord } from './document.ts';
import { tableOf } from './tables.ts';
import type { TableName } from './tables.ts';
import type { RecordLang, RecordWords } from './words.ts';
import { decimalIn, plain } from './writing.ts';

export interface Pen {
  readonly record: SessionRecord;
  readonly lang: RecordLang;
  readonly words: RecordWords;
  readonly hour: (at: number | null) => string;
}
export type Block = string | null;

export const grid = (head: readonly string[], rows: readonly (readonly string[])[], numeric: readonly boolean[] = []): Block => {
  if (rows.length === 0) return null;
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => (cell === '' ? ' ' : cell)).join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (numeric[index] === true ? '--:' : '---'))), ...rows.map(line)].join('\n');
};
const cellIn = (pen: Pen, cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return decimalIn(cell, pen.lang);
  return typeof cell === 'string' ? (cell === hiddenSign ? cell : plain(cell)) : pen.hour(cell.at);
};
/** A whole table of the record, or the rows that are `wanted` without the columns that say which they are; columns that are empty from top to bottom are left out. */
export const printed = (
  pen: Pen,
  name: TableName,
  drop: readonly number[] = [],
  wanted: (row: readonly Cell[]) => boolean = () => true,
): Block => {
  const { head, rows: all } = tableOf(pen.record, name, pen.lang);
  const rows = all.filter(wanted);
  const kept = head
    .map((_, index) => index)
    .filter((index) => !drop.includes(index) && rows.some((row) => row[index] !== null && row[index] !== ''));
  return grid(
    kept.map((index) => head[index] ?? ''),
    rows.map((row) => kept.map((index) => cellIn(pen, row[index] ?? null))),
    kept.map((index) => rows.every((row) => typeof (row[index] ?? 0) === 'number')),
  );
};
export const list = (lines: readonly Block[]): Block => {
  const kept = lines.flatMap((line) => (line === null || line === '' ? [] : [`- ${line}`]));
  return kept.length === 0 ? null : kept.join('\n');
};

export const section = (title: string, body: Block, note: string | null = null): readonly Block[] =>
  body === null ? [] : [title, note, body];
