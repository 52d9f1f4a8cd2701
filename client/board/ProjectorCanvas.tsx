// A whole board on the wall as it lies on the table: sheets, themes, a piece of paper with its sign for each note. The notes come by the
// board's document, opened while this picture is shown; until they are here, in silence, or where it would not be legible, the board is
// shown by its themes. Draws the middle and the foot of the hall's frame. No author, ever: the document has none (SC6).
import { useEffect, useMemo, useSyncExternalStore, type CSSProperties } from 'react';
import type { BoardOnWall } from '../../shared/board/shown.ts';
import type { Said } from '../../shared/kernel/text.ts';
import type { SharedDocument } from '../kernel/document.ts';
import { dirOf, number, useLang, useTexts } from '../kernel/i18n.ts';
import { useSharedDocument } from '../kernel/openDocument.ts';
import { Icon } from '../ui/Icon.tsx';
import { createModel } from './model.ts';
import { ProjectorBoard } from './ProjectorBoard.tsx';
import { signOf } from './ProjectorNotes.tsx';
import { FootWords, ProjectorText, ProjectorTitle, type BoardTable } from './ProjectorSaid.tsx';
import { acrossOf, planOf, sheetsOf, type CanvasColumn, type CanvasMark, type CanvasPlan, type CanvasSheet } from './wallCanvas.ts';
import { unsent } from './wallFit.ts';
import { boardWallTexts } from './wallTexts.ts';
import './wall.css';

export interface ProjectorCanvasProps {
  readonly board: BoardOnWall;
  readonly table: BoardTable | null;
}
export function ProjectorCanvas({ board, table }: ProjectorCanvasProps) {
  const document = useSharedDocument(board.silent === null ? board.board : null);
  return document === null ? <ProjectorBoard board={board} table={table} /> : <Canvas board={board} table={table} document={document} />;
}

export function Canvas({ board, table, document }: ProjectorCanvasProps & { document: SharedDocument }) {
  const t = useTexts(boardWallTexts);
  const model = useMemo(() => createModel(document, []), [document]);
  useEffect(() => model.start(), [model]);
  const notes = useSyncExternalStore(model.onAny, model.notes);
  const themes = model.themes();
  const sheets = useMemo(() => sheetsOf(notes, themes, board.areas), [notes, themes, board.areas]);
  const plan = planOf(sheets);
  if (plan === null) return <ProjectorBoard board={board} table={table} />;
  const style: CSSProperties & { '--col': number; '--field': number } = { '--col': plan.column, '--field': plan.field };
  return (
    <>
      <div className="wall-main board-canvas" style={style}>
        <h1>
          <ProjectorTitle table={table} title={board.title} />
        </h1>
        <div className="board-canvas-sheets">
          {sheets.map((sheet) => (
            <Sheet key={sheet.key} sheet={sheet} plan={plan} />
          ))}
        </div>
      </div>
      <footer className="wall-foot">
        <FootWords
          counts={[t('foot.notes', { n: board.notes }), t('foot.themes', { n: board.themes.length + unsent(board) })]}
          then={plan.papers ? [t('canvas.paper')] : []}
        />
        <span />
      </footer>
    </>
  );
}

function Sheet({ sheet, plan }: { sheet: CanvasSheet; plan: CanvasPlan }) {
  const t = useTexts(boardWallTexts);
  const own = useLang();
  const { prompt, notes, shape, columns } = sheet;
  const style: CSSProperties & { '--across': number } = { '--across': acrossOf(sheet, plan) };
  return (
    <section className="board-canvas-sheet" style={style}>
      {prompt.s === '' ? null : (
        <h2>
          <span>
            <ProjectorText text={prompt.s} lang={prompt.lang ?? own} />
          </span>
          <span className="n">{number(notes, t.lang)}</span>
        </h2>
      )}
      {shape.kind === 'column' ? (
        <div className="board-canvas-columns">
          {columns.map((column) => (
            <ThemeColumn key={column.key} column={column} plan={plan} />
          ))}
        </div>
      ) : (
        <Field shape={shape} marks={columns.flatMap(({ marks }) => marks)} />
      )}
    </section>
  );
}

function ThemeColumn({ column, plan }: { column: CanvasColumn; plan: CanvasPlan }) {
  const t = useTexts(boardWallTexts);
  const { title, notes, marks } = column;
  return (
    <div className={title === null ? 'board-canvas-theme loose' : 'board-canvas-theme'}>
      <h3>
        <span>{title === null ? t('canvas.loose') : <ProjectorText text={title.text} lang={title.lang} />}</span>
        <b>{number(notes, t.lang)}</b>
      </h3>
      {plan.papers ? (
        <ul aria-hidden="true">
          {marks.map((mark) => (
            <Paper key={mark.key} mark={mark} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Paper({ mark, style }: { mark: CanvasMark; style?: CSSProperties | undefined }) {
  const classes = [`board-wall-${mark.kind}`, mark.minority ? 'minority' : '', mark.same ? 'same' : ''];
  return (
    <li className={classes.filter(Boolean).join(' ')} style={style}>
      <Icon name={signOf[mark.kind]} />
    </li>
  );
}

/** A 2×2 or a free field: each paper where it lies; what has no place yet stands in the middle. Axis words lie flat. */
function Field({ shape, marks }: { shape: Exclude<CanvasSheet['shape'], { kind: 'column' }>; marks: readonly CanvasMark[] }) {
  const own = useLang();
  const word = ({ s, lang = own }: Said) => (
    <span lang={lang} dir={dirOf(lang)}>
      {s}
    </span>
  );
  return (
    <div className={`board-canvas-field ${shape.kind}`}>
      {shape.kind === 'matrix' ? <p className="ends">{word(shape.y[1])}</p> : null}
      <ul aria-hidden="true">
        {marks.map((mark) => {
          const [x, y] = mark.place ?? [500, 500];
          const style: CSSProperties & { '--x': number; '--y': number } = { '--x': x / 1000, '--y': y / 1000 };
          return <Paper key={mark.key} mark={mark} style={style} />;
        })}
      </ul>
      {shape.kind === 'matrix' ? (
        <p className="ends">
          {word(shape.x[0])}
          {word(shape.y[0])}
          {word(shape.x[1])}
        </p>
      ) : null}
    </div>
  );
}
