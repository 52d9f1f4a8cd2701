// A board on the wall by its themes (BO2: only a board that was sent there). In silence only how many have written; without a theme the
// newest notes in words; then the themes, most first, by notes or by dots once these are closed, with those that lie outside of the themes
// (BO6). No author, ever (SC6).
// Draws the middle and the foot of the hall's frame.
import type { CSSProperties, ReactNode } from 'react';
import type { BoardOnWall } from '../../shared/board/shown.ts';
import type { SharedDocument } from '../kernel/document.ts';
import { number, useTexts } from '../kernel/i18n.ts';
import { useSharedDocument } from '../kernel/openDocument.ts';
import { SeatLine } from '../ui/SeatLine.tsx';
import { ProjectorNotes } from './ProjectorNotes.tsx';
import { ProjectorRows } from './ProjectorRows.tsx';
import { FootWords, ProjectorTitle, type BoardTable } from './ProjectorSaid.tsx';
import { byDots, footCounts, heaviestFirst, rowsOf, sumOf, unsent } from './wallFit.ts';
import { mayHaveLooseDots, useLooseDots } from './wallLoose.ts';
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
  const document = useSharedDocument(mayHaveLooseDots(board) ? board.board : null);
  return <BoardWithDots board={board} table={table} end={end} document={document} />;
}

/** The same with the document that was opened for it, if one was. */
export function BoardWithDots({ board, table, end, document }: ProjectorBoardProps & { readonly document: SharedDocument | null }) {
  const t = useTexts(boardWallTexts);
  const counted = useLooseDots(document);
  const loose = mayHaveLooseDots(board) ? counted : 0;
  return (
    <>
      <div className="wall-main board-wall">
        <h1 className={table === null && [...board.title.s].length > 80 ? 'small' : undefined}>
          <ProjectorTitle table={table} title={board.title} />
        </h1>
        <Body board={board} loose={loose} />
      </div>
      <footer className="wall-foot">
        <Foot t={t} board={board} loose={loose} ends={end !== undefined} />
        <span>{end}</span>
      </footer>
    </>
  );
}

function Body({ board, loose }: { board: BoardOnWall; loose: number | null }) {
  const t = useTexts(boardWallTexts);
  if (board.silent !== null) return <Silent silent={board.silent} />;
  if (board.themes.length > 0) {
    const dots = byDots(board);
    return <ProjectorRows rows={heaviestFirst(rowsOf(board, dots, null))} dots={dots} unsent={unsent(board)} loose={loose ?? 0} />;
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

function Foot({ t, board, loose, ends }: { t: T; board: BoardOnWall; loose: number | null; ends: boolean }) {
  if (board.silent !== null) return <span>{t('silent.hint')}</span>;
  if (board.notes === 0) return <span />;
  const notes = t('foot.notes', { n: board.notes });
  if (board.themes.length === 0) return <FootWords counts={[notes]} then={[t('noTheme')]} />;
  const dots = byDots(board);
  // Without the dots that lie outside of the themes, or on themes that did not come, no sum is said.
  const all = dots && unsent(board) === 0 && loose !== null ? sumOf(rowsOf(board, true, null)) + loose : null;
  const minority = !dots && board.themes.some((theme) => theme.minority > 0);
  const then = [
    dots ? t('foot.markDots') : t('foot.mark'),
    ...(minority ? [t('foot.minority')] : []),
    ...(board.dots === 'open' ? [t('foot.dotsOpen')] : []),
  ];
  const counts = [
    ...(all === null ? [] : [{ text: t('foot.dots', { n: all }), goes: 0 }]),
    { text: notes, goes: 0 },
    { text: t('foot.themes', { n: board.themes.length + unsent(board) }), goes: 2 },
    ...(board.looseCount > 0 ? [{ text: t('foot.loose', { n: board.looseCount }), goes: 1 }] : []),
  ];
  return <FootWords counts={footCounts(counts, then, ends)} then={then} />;
}
