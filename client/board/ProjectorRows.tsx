// Themes on the wall: one row each, one mark a note (or, once dots are counted, one round mark a dot), marks of one width in all rows,
// the number last. A minority's notes are hollow: they are seen beside the others, and not fewer. What does not fit is one more line.
import type { CSSProperties } from 'react';
import { number, useTexts } from '../kernel/i18n.ts';
import { SeatLine } from '../ui/SeatLine.tsx';
import { ProjectorText } from './ProjectorSaid.tsx';
import { fitting, linesOf, sumOf, type WallRow } from './wallFit.ts';
import { boardWallTexts } from './wallTexts.ts';

/** Pixels of a 1080p wall: the place of the marks, and the widest mark with its gap. */
const marksWidth = { alone: 580, together: 420 } as const;
const widest = 52;
/** Signs of a title on one line. */
const perLine = { alone: 42, together: 41 } as const;
/** More rows than this stand closer. */
const roomy = 5;

export interface ProjectorRowsProps {
  readonly rows: readonly WallRow[];
  readonly dots: boolean;
  /** Themes that are not among the rows: the view did not carry them. */
  readonly unsent: number;
  /** Several boards together: each row says its table. */
  readonly together?: boolean;
}

export function ProjectorRows({ rows, dots, unsent, together = false }: ProjectorRowsProps) {
  const t = useTexts(boardWallTexts);
  const way = together ? 'together' : 'alone';
  const lines = (row: WallRow): number => linesOf(row.title, perLine[way]);
  const { shown, rest } = fitting(rows, lines, unsent > 0);
  const more = rest.length + unsent;
  const used = shown.reduce((sum, row) => sum + lines(row), more === 0 ? 0 : 1);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  const slot = Math.min(widest, marksWidth[way] / most);
  const classes = ['board-wall-rows', way, together || used > roomy ? 'close' : '', dots ? 'dots' : ''];
  return (
    <ol className={classes.filter(Boolean).join(' ')}>
      {shown.map((row) => (
        <li key={row.key}>
          <span className="l">
            <ProjectorText text={row.title} lang={row.lang} />
          </span>
          {together ? <span className="t">{row.table === null ? null : t('table', { number: row.table })}</span> : null}
          <Marks count={row.count} minority={row.minority} slot={slot} />
          <b className="n">{number(row.count, t.lang)}</b>
        </li>
      ))}
      {more === 0 ? null : (
        <li className="more">
          <span className="l">{t('more', { n: more })}</span>
          {/* Of those that did not come only how many they are is known. */}
          {unsent > 0 ? null : <b className="n">{number(sumOf(rest), t.lang)}</b>}
        </li>
      )}
    </ol>
  );
}

function Marks({ count, minority, slot }: { count: number; minority: number; slot: number }) {
  const style: CSSProperties & { '--slot': number; '--count': number } = { '--slot': slot, '--count': count };
  return (
    <span className="b">
      {count === 0 ? null : (
        <SeatLine
          segments={[
            { count: count - minority, pattern: 'solid' },
            { count: minority, pattern: 'outlined' },
          ]}
          label=""
          style={style}
        />
      )}
    </span>
  );
}
