// The themes of all the boards that are on the wall, together, heaviest first, each with its table (BO13). By dots only when every board
// has counted them: unlike things are not put in one order. A board in silence has no theme to show yet.
import type { BoardOnWall } from '../../shared/board/shown.ts';
import { useTexts } from '../kernel/i18n.ts';
import { ProjectorRows } from './ProjectorRows.tsx';
import { FootWords, type BoardTable } from './ProjectorSaid.tsx';
import { byDots, heaviestFirst, rowsOf, sumOf, unsent } from './wallFit.ts';
import { boardWallTexts } from './wallTexts.ts';
import './wall.css';

export interface ProjectorBoardsProps {
  readonly boards: readonly { readonly board: BoardOnWall; readonly table: BoardTable | null }[];
}

export function ProjectorBoards({ boards }: ProjectorBoardsProps) {
  const t = useTexts(boardWallTexts);
  // The tables' boards where there are any: the plenary's gathers their themes and would count them twice.
  const ofTables = boards.filter(({ board }) => board.group !== null);
  const told = (ofTables.length > 0 ? ofTables : boards).filter(({ board }) => board.silent === null && board.themes.length > 0);
  const dots = told.length > 0 && told.every(({ board }) => byDots(board));
  const rows = heaviestFirst(told.flatMap(({ board, table }) => rowsOf(board, dots, table?.number ?? null)));
  const away = told.reduce((sum, { board }) => sum + unsent(board), 0);
  const counts = [
    ...(away > 0 ? [] : [dots ? t('foot.dots', { n: sumOf(rows) }) : t('foot.notes', { n: sumOf(rows) })]),
    t('foot.themes', { n: rows.length + away }),
    t('foot.tables', { n: told.length }),
  ];
  const minority = rows.some((row) => row.minority > 0);
  return (
    <>
      <div className="wall-main board-wall">
        <h1>{t('together')}</h1>
        {rows.length === 0 ? (
          <p className="board-wall-empty">{t('noTheme')}</p>
        ) : (
          <ProjectorRows rows={rows} dots={dots} unsent={away} together />
        )}
      </div>
      <footer className="wall-foot">
        {rows.length === 0 ? (
          <span />
        ) : (
          <FootWords counts={counts} then={[dots ? t('foot.markDots') : t('foot.mark'), ...(minority ? [t('foot.minority')] : [])]} />
        )}
        <span />
      </footer>
    </>
  );
}
