// A board on the wall by its themes (BO2: only a board that was sent there). In silence only how many have written; without a theme the
// newest notes in words; then the themes, most first, by notes or by dots once these are closed. No author, ever (SC6).
// Draws the middle and the foot of the hall's frame.
import type { CSSProperties, ReactNode } from 'react';
import type { BoardOnWall } from '../../shared/board/shown.ts';
import { number, useTexts } from '../kernel/i18n.ts';
import { SeatLine } from '../ui/SeatLine.tsx';
import { ProjectorNotes } from './ProjectorNotes.tsx';
import { ProjectorRows } from './ProjectorRows.tsx';
import { FootWords, ProjectorTitle, type BoardTable } from './ProjectorSaid.tsx';
import { byDots, heaviestFirst, rowsOf, sumOf, unsent } from './wallFit.ts';
import { boardWallTexts } from './wallTexts.ts';
import './wall.css';

export interface ProjectorBoardProps {
  readonly board: BoardOnWall;
  /** Whose board it is; null: the plenary's. */
  readonly table: BoardTable | null;
  /** The end of the foot: the time a table has to tell. */
  readonly end?: ReactNode;
}
type T = ReturnType<typeof useTexts<typeof boardWallTexts.it>>;

export function ProjectorBoard({ board, table, end }: ProjectorBoardProps) {
  const t = useTexts(boardWallTexts);
  return (
    <>
      <div className="wall-main board-wall">
        <h1 className={table === null && [...board.title.s].length > 80 ? 'small' : undefined}>
          <ProjectorTitle table={table} title={board.title} />
        </h1>
        <Body board={board} />
      </div>
      <footer className="wall-foot">
        <Foot t={t} board={board} ends={end !== undefined} />
        <span>{end}</span>
      </footer>
    </>
  );
}

function Body({ board }: { board: BoardOnWall }) {
  const t = useTexts(boardWallTexts);
  if (board.silent !== null) return <Silent silent={board.silent} />;
  if (board.themes.length > 0) {
    const dots = byDots(board);
    return <ProjectorRows rows={heaviestFirst(rowsOf(board, dots, null))} dots={dots} unsent={unsent(board)} />;
  }
  return board.loose.length === 0 ? (
    <p className="board-wall-empty">{t('empty')}</p>
  ) : (
    <ProjectorNotes notes={board.loose} inAll={board.looseCount} />
  );
}

/** How many, of how many people: one mark is a person. */
function Silent({ silent }: { silent: NonNullable<BoardOnWall['silent']> }) {
  const t = useTexts(boardWallTexts);
  const { notes, writers, people } = silent;
  const style: CSSProperties & { '--people': number } = { '--people': Math.max(people, writers) };
  return (
    <div className="board-wall-silent">
      <p>
        <b className="num">{number(notes, t.lang)}</b> <span>{t('silent.notes', { n: notes })}</span>
      </p>
      <p className="who">{t('silent.writers', { n: writers, m: people })}</p>
      <SeatLine
        tall
        label=""
        style={style}
        segments={[
          { count: writers, pattern: 'solid' },
          { count: Math.max(0, people - writers), pattern: 'waiting' },
        ]}
      />
    </div>
  );
}

function Foot({ t, board, ends }: { t: T; board: BoardOnWall; ends: boolean }) {
  if (board.silent !== null) return <span>{t('silent.hint')}</span>;
  if (board.notes === 0) return <span />;
  const notes = t('foot.notes', { n: board.notes });
  if (board.themes.length === 0) return <FootWords counts={[notes]} then={[t('noTheme')]} />;
  const dots = byDots(board);
  const counts = [
    // Dots on notes without a theme are in no row: then no sum is said.
    ...(dots && unsent(board) === 0 && board.looseCount === 0 ? [t('foot.dots', { n: sumOf(rowsOf(board, true, null)) })] : []),
    notes,
    t('foot.themes', { n: board.themes.length + unsent(board) }),
    ...(board.looseCount > 0 ? [t('foot.loose', { n: board.looseCount })] : []),
  ];
  const minority = !dots && board.themes.some((theme) => theme.minority > 0);
  const then = [
    // With the time at the end of the line there is no room for both: the mark explains itself by the number beside it.
    ...(ends && counts.length > 2 ? [] : [dots ? t('foot.markDots') : t('foot.mark')]),
    ...(minority ? [t('foot.minority')] : []),
  ];
  return <FootWords counts={counts} then={board.dots === 'open' ? [t('foot.dotsOpen')] : then} />;
}
