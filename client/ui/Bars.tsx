/* Published results: one row per answer, label at the start, marks of one width in every row, count large, share smaller.
   Counts of fewer people than may be shown appear as "meno di 5": no marks, no share. "Non so" is outlined and comes last (the room sorts).
   A second round lies over the outlined first one, with both numbers in words. A real table stands behind for screen readers.
   The base ("71 risposte su 77 presenti") is written by who uses it. Safe for phones. */
import type { CSSProperties, ReactNode } from 'react';
import { number, percentOfPermille, useLang, useTexts } from '../kernel/i18n.ts';
import { MOST_MARKS, SeatLine, type Pattern } from './SeatLine.tsx';
import { uiTexts } from './texts.ts';
import './bars.css';

export interface BarRow {
  readonly id: string;
  readonly label: ReactNode;
  /** How many people; `{under: 5}` when fewer than may be shown. */
  readonly count: number | { readonly under: number };
  /** Share in thousandths, as the tally gives it. Left out: no share column. */
  readonly permille?: number | undefined;
  readonly pattern?: Pattern | undefined;
  /** The same answer in the round before. */
  readonly previous?: number | undefined;
}
export interface BarsProps {
  rows: readonly BarRow[];
  /** The question, as the table's caption. */
  caption: ReactNode;
  /** Decimals of the share. */
  digits?: 0 | 1 | undefined;
  appear?: boolean | undefined;
}

type Lengths = CSSProperties & { '--share': number; '--count': number };
function lengths(count: number, most: number): Lengths {
  return { '--share': most === 0 ? 0 : count / most, '--count': count };
}

export function Bars({ rows, caption, digits = 0, appear = false }: BarsProps) {
  const lang = useLang();
  const t = useTexts(uiTexts);
  const most = Math.max(0, ...rows.map((row) => (typeof row.count === 'number' ? row.count : 0)), ...rows.map((row) => row.previous ?? 0));
  const people = Math.max(
    rows.reduce((sum, row) => sum + (typeof row.count === 'number' ? row.count : 0), 0),
    rows.reduce((sum, row) => sum + (row.previous ?? 0), 0),
  );
  // One decision for all rows: people beyond 120 are bars everywhere, or rows could not be compared.
  const bar = people > MOST_MARKS;
  const said = (row: BarRow): string => (typeof row.count === 'number' ? number(row.count, lang) : t('bars.under', { n: row.count.under }));
  const share = (row: BarRow): string =>
    row.permille === undefined || typeof row.count !== 'number' ? '' : percentOfPermille(row.permille, lang, digits);
  const shares = rows.some((row) => row.permille !== undefined);
  const rounds = rows.some((row) => row.previous !== undefined);
  return (
    <div>
      <ol className="bars" aria-hidden="true">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="l">{row.label}</span>
            <span className={row.previous === undefined ? 'b' : 'b two'}>
              {row.previous === undefined ? null : (
                <Marks count={row.previous} most={most} bar={bar} pattern="outlined" className="previous" appear={false} />
              )}
              {typeof row.count === 'number' ? (
                <Marks count={row.count} most={most} bar={bar} pattern={row.pattern ?? 'solid'} className="" appear={appear} />
              ) : null}
            </span>
            <span className={typeof row.count === 'number' ? 'n' : 'n few'}>
              {typeof row.count === 'number' ? number(row.count, lang) : `<${row.count.under}`}
            </span>
            <span className="p">{share(row)}</span>
            {row.previous === undefined || typeof row.count !== 'number' ? null : (
              <span className="then">{t('bars.then', { before: row.previous, now: row.count })}</span>
            )}
          </li>
        ))}
      </ol>
      {/* The box hides it: a table by itself does not obey a width of one pixel. */}
      <div className="sr-only">
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('bars.answer')}</th>
              <th scope="col">{t('bars.count')}</th>
              {shares ? <th scope="col">{t('bars.share')}</th> : null}
              {rounds ? <th scope="col">{t('bars.previous')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                <td>{said(row)}</td>
                {shares ? <td>{share(row)}</td> : null}
                {rounds ? <td>{row.previous === undefined ? '' : number(row.previous, lang)}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Marks({
  count,
  most,
  bar,
  pattern,
  className,
  appear,
}: {
  count: number;
  most: number;
  bar: boolean;
  pattern: Pattern;
  className: string;
  appear: boolean;
}) {
  if (count === 0) return null;
  const style = lengths(count, most);
  // Above 120 people in all, a row of 90 is a bar too: one segment, its length is its share of the longest.
  return bar ? (
    <div className={['seats solid-bar', appear ? 'appear' : '', className].filter(Boolean).join(' ')} style={style}>
      <i className={pattern} />
    </div>
  ) : (
    <SeatLine segments={[{ count, pattern }]} label="" className={className} style={style} appear={appear} />
  );
}
