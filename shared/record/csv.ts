// A table of the record as a file that Italian Excel opens by a double click: byte order mark, semicolons, decimal comma, day and hour as it reads them.
// A cell that a person wrote never becomes a formula; numbers stay numbers.
import { hourOf } from '../agenda/hours.ts';
import { csvSafe } from '../roster/csv.ts';
import type { SessionRecord } from './document.ts';
import type { Cell } from './cells.ts';
import { tableOf } from './tables.ts';
import type { TableName } from './tables.ts';
import type { RecordLang } from './words.ts';
import { decimalIn } from './writing.ts';

const quoted = (cell: string): string => (/[";,\t\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The day in the hall at that instant, YYYY-MM-DD: hours past midnight belong to the next one. */
const dayAt = (at: number, timeZone: string): string => {
  const [hour = 0, minute = 0] = hourOf(at, timeZone).split(':').map(Number);
  const utc = new Date(at);
  const shift = hour * 60 + minute - (utc.getUTCHours() * 60 + utc.getUTCMinutes());
  const around = shift > 720 ? shift - 1440 : shift < -720 ? shift + 1440 : shift;
  return new Date(at + around * 60_000).toISOString().slice(0, 10);
};
const written = (cell: Cell, timeZone: string, lang: RecordLang): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return decimalIn(cell, lang);
  if (typeof cell === 'string') return quoted(csvSafe(cell));
  const day = dayAt(cell.at, timeZone);
  const hour = hourOf(cell.at, timeZone);
  return lang === 'it' ? `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)} ${hour}` : `${day} ${hour}`;
};

export const recordCsv = (record: SessionRecord, name: TableName, lang: RecordLang): string => {
  const { head, rows } = tableOf(record, name, lang);
  const lines = [head, ...rows].map((row) => row.map((cell) => written(cell, record.meta.timeZone, lang)).join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
};
