/* What lies over the console and belongs to tables and boards: a board opened whole, all themes side by side, gathering, a board on paper.
   Fetched when first wanted. While one of them covers the page, the console's own keys are dead: it has keys of its own. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { csvFile } from '../../shared/roster/csv.ts';
import { boardMarkdown, boardTable, type ExportBoard } from '../../shared/board/export.ts';
import type { BoardId } from '../../shared/kernel/ids.ts';
import { useFrozen } from '../board/consoleExport.ts';
import type { ExportKind } from '../board/ConsoleBoards.tsx';
import { ConsoleGather } from '../board/ConsoleGather.tsx';
import { ConsoleOpenBoard } from '../board/ConsoleOpenBoard.tsx';
import { ConsoleSheet } from '../board/ConsoleSheet.tsx';
import { ConsoleTogether } from '../board/ConsoleTogether.tsx';
import { boardConsoleTexts } from '../board/consoleTexts.ts';
import { useLang, useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { ConsoleCommon } from './views.ts';

export type Overlay =
  | { readonly kind: 'board'; readonly board: BoardId; readonly from: Overlay | null }
  | { readonly kind: 'together' }
  | { readonly kind: 'gather' }
  | { readonly kind: 'export'; readonly board: BoardId; readonly as: ExportKind; readonly from: Overlay | null };

const fileName = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 60) || 'board';
const download = (name: string, type: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/** A file, or a sheet for the printer; what could not be read is said, never an empty file. */
function Exported({ board, as, assembly, onDone }: { board: BoardId; as: ExportKind; assembly: string; onDone: () => void }) {
  const t = useTexts(boardConsoleTexts);
  const lang = useLang() === 'en' ? 'en' : 'it';
  const frozen = useFrozen();
  const [read, setRead] = useState<ExportBoard | 'failed' | null>(null);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    let here = true;
    void frozen(board).then((copy) => {
      if (!here) return;
      if (copy === null || as === 'print') return setRead(copy ?? 'failed');
      if (as === 'csv') download(`${fileName(copy.title)}.csv`, 'text/csv', csvFile(boardTable(copy, lang)));
      else download(`${fileName(copy.title)}.md`, 'text/markdown', boardMarkdown(copy, lang));
      done.current();
    });
    return () => {
      here = false;
    };
  }, [board, as, lang, frozen]);
  const close = useCallback(() => done.current(), []);
  if (read === null) return null;
  if (read !== 'failed') return <ConsoleSheet board={read} assembly={assembly} onDone={close} />;
  return <Dialog open onClose={close} title={t('sheet.failed')} footer={<Button onPress={close}>{t('close')}</Button>} />;
}

export function ConsoleOverlays({
  common,
  assembly,
  overlay,
  onOverlay,
  send,
}: {
  common: ConsoleCommon;
  assembly: string;
  overlay: Overlay;
  onOverlay: (overlay: Overlay | null) => void;
  send: Send;
}) {
  const { board, groups } = common;
  const close = useCallback(() => onOverlay(null), [onOverlay]);
  const open = (id: BoardId): void => onOverlay({ kind: 'board', board: id, from: overlay.kind === 'together' ? overlay : null });
  switch (overlay.kind) {
    case 'board':
      return (
        <ConsoleOpenBoard
          board={overlay.board}
          view={board}
          send={send}
          onExport={(id, as) => onOverlay({ kind: 'export', board: id, as, from: overlay })}
          onClose={() => onOverlay(overlay.from)}
        />
      );
    case 'together':
      return <ConsoleTogether view={board} tables={groups.groups} send={send} onOpen={open} onClose={close} />;
    case 'gather':
      return <ConsoleGather view={board} tables={groups.groups} send={send} onOpen={open} onClose={close} />;
    case 'export':
      return <Exported board={overlay.board} as={overlay.as} assembly={assembly} onDone={() => onOverlay(overlay.from)} />;
    default:
      return overlay satisfies never;
  }
}
