/* One area of the canvas: a white sheet with its prompt, and on it columns of themes, a 2×2, or free ground. It is drawn again when
   something moves in it, not when words change. Notes lie in the page in reading order, whatever their place (BO1). Safe for phones. */
import { useSyncExternalStore, type CSSProperties } from 'react';
import type { AreaShown, ThemeShown } from '../../shared/board/shown.ts';
import type { NoteId, ThemeId } from '../../shared/kernel/ids.ts';
import { kept } from '../kernel/kept.ts';
import { useEntry, type SharedDocument } from '../kernel/document.ts';
import { dirOf, useLang } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { BoardNote } from './BoardNote.tsx';
import { Dots } from './Dots.tsx';
import { Prompt } from './Prompt.tsx';
import type { AreaLayout, Rect } from './layout.ts';
import type { AreaTree, Column } from './model.ts';
import type { Surface } from './surface.ts';
import { fromInWords, type BoardWords } from './words.ts';

export interface BoardAreaProps {
  document: SharedDocument;
  surface: Surface;
  area: AreaShown;
  number: number;
  tree: AreaTree;
  inner: AreaLayout;
  x: number;
  y: number;
  t: BoardWords;
  /** Opens the composer here; undefined: nobody writes now. */
  onWrite: ((area: AreaShown['id']) => void) | undefined;
  onTheme: (theme: ThemeId) => void;
}
const px = (value: number): string => `${value}px`;
const at = ({ x, y, w, h }: Rect): CSSProperties => ({
  insetInlineStart: px(x),
  insetBlockStart: px(y),
  inlineSize: px(w),
  blockSize: px(h),
});

function One({ document, surface, area, number, tree, inner, x, y, t, onWrite, onTheme }: BoardAreaProps) {
  const mounted = useSyncExternalStore(surface.onMounted(area.id), () => surface.mounted(area.id));
  const shape = area.shape.kind;
  const placed = tree.columns.flatMap(({ heads }) => heads).length;
  const waits = inner.tray === null ? 0 : unplaced(tree, inner).length;
  const count =
    shape === 'column'
      ? t('count.notes', { n: tree.notes })
      : waits === 0
        ? t('count.placed', { n: placed })
        : t('count.toPlace', { n: waits });
  const style: CSSProperties = { ...at({ x, y, w: inner.w, h: inner.h }) };
  const notes = (column: Column) =>
    column.heads.map(({ id, under }) => {
      const rect = mounted.has(id) ? inner.notes.get(id) : undefined;
      return rect === undefined ? null : (
        <BoardNote key={id} document={document} surface={surface} id={id} under={under} x={rect.x} y={rect.y} h={rect.h} t={t} />
      );
    });
  return (
    <section className={`board-area ${shape}`} style={style} aria-labelledby={`area-${area.id}`} data-area={area.id}>
      <h2 id={`area-${area.id}`}>
        <b aria-hidden="true">{number}</b>
        <Prompt of={area.prompt} />
        <span className="board-count">
          <span className="board-sentence">{count}</span>
          <span className="board-number" aria-hidden="true">
            {tree.notes}
          </span>
        </span>
      </h2>
      {inner.field === null ? null : <Field area={area} field={inner.field} />}
      {inner.tray === null ? null : (
        <p className="board-tray" style={at({ ...inner.tray, h: 0 })}>
          {t('tray')}
        </p>
      )}
      {shape === 'column'
        ? tree.columns.map((column, index) => {
            const place = inner.columns[index];
            return place === undefined ? null : (
              <div key={column.theme ?? ''} role="group" aria-labelledby={`column-${area.id}-${column.theme ?? 'loose'}`}>
                <div className={column.theme === null ? 'board-column loose' : 'board-column'} style={at({ ...place, h: place.headH })}>
                  <ColumnHead document={document} area={area.id} column={column} t={t} onTheme={onTheme} />
                </div>
                {notes(column)}
              </div>
            );
          })
        : tree.columns.map((column) => <div key={column.theme ?? ''}>{notes(column)}</div>)}
      {tree.notes > 0 ? null : (
        <div className="board-empty" data-still="">
          <p>{t('empty.area')}</p>
          {onWrite === undefined ? null : (
            <Button icon="pen" onPress={() => onWrite(area.id)}>
              {t('empty.write')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
export const BoardArea = kept(One);

const unplaced = (tree: AreaTree, { tray, notes }: AreaLayout): readonly NoteId[] =>
  tree.columns.flatMap(({ heads }) => heads.map(({ id }) => id)).filter((id) => tray !== null && (notes.get(id)?.y ?? 0) >= tray.y);

interface HeadProps {
  document: SharedDocument;
  area: string;
  column: Column;
  t: BoardWords;
  onTheme: (theme: ThemeId) => void;
}
function ColumnHead({ document, area, column, t, onTheme }: HeadProps) {
  const theme = useEntry<ThemeShown>(document, 'themes', column.theme ?? '');
  const id = column.theme;
  const of = id === null ? null : theme;
  return (
    <h3 id={`column-${area}-${column.theme ?? 'loose'}`}>
      {of === null || of === undefined || id === null ? (
        <span>{t('loose')}</span>
      ) : (
        <button type="button" className="board-theme" onClick={() => onTheme(id)}>
          <span lang={of.lang} dir={dirOf(of.lang)}>
            {of.title}
          </span>
        </button>
      )}
      <span className="board-count" aria-label={t('count.notes', { n: column.notes })}>
        {column.notes}
      </span>
      {of?.from === undefined ? null : <span className="board-from">{fromInWords(t, of.from)}</span>}
      {of?.dots === undefined ? null : <Dots n={of.dots} t={t} />}
    </h3>
  );
}

/** Axis words lie flat, never turned (LANGUAGE.md 14); quarters are named in their corners. */
function Field({ area, field }: { area: AreaShown; field: Rect }) {
  const lang = useLang();
  const { shape } = area;
  if (shape.kind !== 'matrix') return <div className="board-field" style={at(field)} data-field={area.id} />;
  const words = (said: { readonly s: string; readonly lang?: 'it' | 'en' | 'ar' }) => (
    <bdi lang={said.lang ?? lang} dir={dirOf(said.lang ?? lang)}>
      {said.s}
    </bdi>
  );
  return (
    <div className="board-field crossed" style={at(field)} data-field={area.id}>
      <span className="board-axis top">
        <Icon name="up" />
        {words(shape.y[1])}
      </span>
      <span className="board-axis foot">{words(shape.y[0])}</span>
      <span className="board-axis start">{words(shape.x[0])}</span>
      <span className="board-axis finish">
        {words(shape.x[1])}
        <Icon name="next" />
      </span>
      {shape.quarters?.map((quarter, index) => (
        <span key={index} className={`board-quarter q${index}`}>
          {words(quarter)}
        </span>
      ))}
    </div>
  );
}
