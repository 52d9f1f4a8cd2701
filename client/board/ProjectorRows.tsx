// Themes on the wall: one row each, one mark a note (or, once dots are counted, one round mark a dot), marks of one width in all rows,
// the number last. A minority's notes are hollow: they are seen beside the others, and not fewer. What does not fit is one more line.
import type { CSSProperties } from 'react';
import { number, useTexts } from '../kernel/i18n.ts';
import { SeatLine } from '../ui/SeatLine.tsx';
import { ProjectorText } from './ProjectorSaid.tsx';
import { fitting, linesOf, sumOf, type WallRow } from './wallFit.ts';
import { boardWallTexts } from './wallTexts.ts';

/** Pixels of a 1080p wall: the place of the marks, and the widest mark with its gap. */
const marksWidth = { alone: 580, together: 420, few: 540 } as const;
const widest = 52;
/** Signs of a title on one line; of few rows, which are larger. */
const perLine = { alone: 42, together: 41, few: 32 } as const;
/** More rows than this stand closer; up to `few` are larger. */
const roomy = 5;
const few = 3;

export interface ProjectorRowsProps {
  readonly rows: readonly WallRow[];
  readonly dots: boolean;
  /** Themes that are not among the rows: the view did not carry them. */
  readonly unsent: number;
  /** Dots outside of the themes: a line of their own under them. 0: there are none. */
  readonly loose?: number;
  /** Several boards together: each row says its table. */
  readonly together?: boolean;
}

export function ProjectorRows({ rows, dots, unsent, loose = 0, together = false }: ProjectorRowsProps) {
  const t = useTexts(boardWallTexts);
  const way = together ? 'together' : 'alone';
  const last = loose > 0 ? 1 : 0;
  const large = !together && rows.length + (unsent > 0 ? 1 : 0) + last <= few;
  const lines = (row: WallRow): number => linesOf(row.title, perLine[large ? 'few' : way]);
  const { shown, rest } = fitting(rows, lines, { more: unsent > 0, kept: last });
  const more = rest.length + unsent;
  const used = shown.reduce((sum, row) => sum + lines(row), last + (more === 0 ? 0 : 1));
  const most = Math.max(1, loose, ...shown.map(({ count }) => count));
  const slot = Math.min(widest, marksWidth[large ? 'few' : way] / most);
  const size = large ? 'few' : together || used > roomy ? 'close' : '';
  const classes = ['board-wall-rows', way, size, dots ? 'dots' : ''];
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
      {loose === 0 ? null : (
        <li className="loose">
          <span className="l">{t('looseRow')}</span>
          <Marks count={loose} minority={0} slot={slot} />
          <b className="n">{number(loose, t.lang)}</b>
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
