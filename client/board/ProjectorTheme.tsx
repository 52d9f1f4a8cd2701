// One theme on the wall with up to six of its notes in words, whole. Where a table comes from stands in the foot. No author, ever (SC6).
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { BoardOnWall, NoteOnWall } from '../../shared/board/shown.ts';
import type { SharedDocument } from '../kernel/document.ts';
import { useTexts } from '../kernel/i18n.ts';
import { useSharedDocument } from '../kernel/openDocument.ts';
import { createModel } from './model.ts';
import { ProjectorNotes } from './ProjectorNotes.tsx';
import { FootWords, ProjectorText, ProjectorTitle, type BoardTable } from './ProjectorSaid.tsx';
import { byDots } from './wallFit.ts';
import { boardWallTexts } from './wallTexts.ts';
import './wall.css';

export interface ProjectorThemeProps {
  readonly board: BoardOnWall;
  readonly theme: BoardOnWall['themes'][number];
  readonly table: BoardTable | null;
}

/** Its notes in words: those of the view, or, where they were too many to be sent with it, those of the board's document. */
export function ProjectorTheme({ board, theme, table }: ProjectorThemeProps) {
  const document = useSharedDocument(theme.texts === undefined ? board.board : null);
  if (theme.texts !== undefined) return <Theme board={board} theme={theme} table={table} notes={theme.texts} />;
  return document === null ? (
    <Theme board={board} theme={theme} table={table} notes={null} />
  ) : (
    <Read board={board} theme={theme} table={table} document={document} />
  );
}

function Read({ document, ...props }: ProjectorThemeProps & { document: SharedDocument }) {
  const model = useMemo(() => createModel(document, []), [document]);
  useEffect(() => model.start(), [model]);
  const all = useSyncExternalStore(model.onAny, model.notes);
  const notes = [...all]
    .filter(([, note]) => note.theme === props.theme.id && note.into === undefined)
    .sort(([a, one], [b, other]) => one.order - other.order || (a < b ? -1 : 1))
    .map(([id, { text, kind, lang }]): NoteOnWall => ({ id, text, kind, lang }));
  return <Theme {...props} notes={notes.length === 0 ? null : notes} />;
}

/** `notes` null: not here yet. */
function Theme({ board, theme, table, notes }: ProjectorThemeProps & { notes: readonly NoteOnWall[] | null }) {
  const t = useTexts(boardWallTexts);
  const counts = [
    ...(byDots(board) && theme.dots !== null ? [t('foot.dots', { n: theme.dots })] : []),
    t('foot.notes', { n: theme.notes }),
  ];
  return (
    <>
      <div className="wall-main board-wall">
        <h1 className={[...theme.title].length > 60 ? 'small' : undefined}>
          <ProjectorText text={theme.title} lang={theme.lang} />
        </h1>
        {notes === null ? <p className="board-wall-empty">{t('allElsewhere')}</p> : <ProjectorNotes notes={notes} inAll={theme.notes} />}
      </div>
      <footer className="wall-foot">
        <span>
          <ProjectorTitle table={table} title={board.title} />
        </span>
        <FootWords counts={counts} then={[]} />
      </footer>
    </>
  );
}
