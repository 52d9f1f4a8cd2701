/* A board opened on the console, over the whole page: the very page that tables have, with what leading adds. Escape goes back to the
   tables; looking at a board moves nobody (K9). */
import type { BoardAboutRows, BoardDriverView } from '../../shared/board/shown.ts';
import type { BoardId } from '../../shared/kernel/ids.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import { useSharedDocument } from '../kernel/openDocument.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Opening } from '../ui/Opening.tsx';
import { BoardPage } from './BoardPage.tsx';
import type { ExportKind } from './ConsoleBoards.tsx';
import { useCover } from './consoleCover.ts';
import { boardConsoleTexts } from './consoleTexts.ts';
import './console.css';

export interface ConsoleOpenBoardProps {
  readonly board: BoardId;
  readonly view: BoardDriverView;
  readonly send: Send;
  readonly onExport: (board: BoardId, kind: ExportKind) => void;
  readonly onClose: () => void;
}
export function ConsoleOpenBoard({ board, view, send, onExport, onClose }: ConsoleOpenBoardProps) {
  const t = useTexts(boardConsoleTexts);
  const { rows, state } = useList<BoardAboutRows>('board.about', board, view.list);
  const shared = useSharedDocument(board);
  const cover = useCover(onClose);
  const about = rows?.about ?? null;
  return (
    <div ref={cover} tabIndex={-1} className="boards-over board">
      {about === null || rows === null || shared === null ? (
        <main className="boards-over-wait">
          <Button icon="back" onPress={onClose}>
            {t('over.back')}
          </Button>
          {state === 'refused' || (rows !== null && about === null) ? <p>{t('over.notOpen')}</p> : <Opening />}
        </main>
      ) : (
        <BoardPage
          about={about}
          may={rows.may}
          own={rows.own}
          document={shared}
          send={send}
          onBack={onClose}
          hidden={rows.hidden}
          waiting={rows.waiting}
          onCsv={about.frozen === null ? undefined : () => onExport(board, 'csv')}
          onMarkdown={about.frozen === null ? undefined : () => onExport(board, 'markdown')}
        />
      )}
    </div>
  );
}
