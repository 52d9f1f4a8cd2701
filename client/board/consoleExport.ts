// The frozen copy of a board, asked for when somebody takes it away, as the export reads it.
import { useCallback } from 'react';
import { exportFrozen, type ExportBoard } from '../../shared/board/export.ts';
import type { BoardFrozenRows } from '../../shared/board/shown.ts';
import type { BoardId } from '../../shared/kernel/ids.ts';
import { useLang } from '../kernel/i18n.ts';
import { useConnection } from '../kernel/live.ts';

// The list's own function made it (shared/board/lists.ts).
const isFrozen = (rows: unknown): rows is BoardFrozenRows =>
  typeof rows === 'object' && rows !== null && 'version' in rows && 'areas' in rows;

/** Null: it is not frozen, or cannot be had now. */
export const useFrozen = (): ((board: BoardId) => Promise<ExportBoard | null>) => {
  const connection = useConnection();
  const lang = useLang();
  return useCallback(
    async (board) => {
      const reply = await connection?.list('board.frozen', board, null);
      return reply?.ok === true && isFrozen(reply.rows) ? exportFrozen(reply.rows, lang === 'en' ? 'en' : 'it') : null;
    },
    [connection, lang],
  );
};
