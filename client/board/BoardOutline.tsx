/* The board as a list: area → theme → notes, what a screen reader and a keyboard read best, and equal in function to the canvas (BO1): a row
   that is chosen carries the same acts, M takes it in the hand and the arrows move it. Sorted by dots once they are counted. Safe for phones. */
import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import type { NoteShown, ThemeShown } from '../../shared/board/shown.ts';
import type { AreaId, NoteId, ThemeId } from '../../shared/kernel/ids.ts';
import { kept } from '../kernel/kept.ts';
import { useEntry, useMapRevision, type SharedDocument } from '../kernel/document.ts';
import { dirOf } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { NoteActButtons, type NoteActs } from './BoardDock.tsx';
import { Dots } from './Dots.tsx';
import { Prompt } from './Prompt.tsx';
import type { Hand } from './hand.ts';
import { paperOf, signOf } from './kinds.ts';
import { voicesOf, type BoardModel, type Column, type Head } from './model.ts';
import type { Standing } from './rights.ts';
import { flag, type Surface } from './surface.ts';
import { step, type Direction, type Target } from './target.ts';
import { fromInWords, placeInWords, targetInWords, type BoardWords } from './words.ts';

interface OutlineProps {
  document: SharedDocument;
  model: BoardModel;
  surface: Surface;
  hand: Hand;
  standing: Standing;
  here: AreaId | null;
  onArea: (area: AreaId) => void;
  acts: NoteActs;
  put: (note: NoteId, target: Target) => void;
  onWrite: () => void;
  onTheme: (theme: ThemeId) => void;
  t: BoardWords;
}
const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'start', ArrowRight: 'end' };

export function BoardOutline({
  document: shared,
  model,
  surface,
  hand,
  standing,
  here,
  onArea,
  acts,
  put,
  onWrite,
  onTheme,
  t,
}: OutlineProps) {
  const { areas, dots } = standing.about;
  const tree = useSyncExternalStore(model.onTree, model.tree);
  const revision = useMapRevision(shared, 'notes');
  const [sort, setSort] = useState<'order' | 'dots'>('order');
  const list = useRef<HTMLDivElement>(null);
  /** Which row the keyboard was on: from there the arrows go on when the note itself has gone. */
  const was = useRef(0);
  const area = areas.find(({ id }) => id === here) ?? areas[0];
  const own = tree.areas.find((each) => each.area === area?.id);
  const byDots = dots.state === 'closed' && sort === 'dots';
  const dotsOf = (id: NoteId): number => model.notes().get(id)?.dots ?? 0;
  const dotsOfTheme = ({ theme }: Column): number => (theme === null ? -1 : (model.themes().get(theme)?.dots ?? 0));
  const columns = byDots
    ? [...(own?.columns ?? [])]
        .sort((a, b) => dotsOfTheme(b) - dotsOfTheme(a))
        .map((column) => ({ ...column, heads: [...column.heads].sort((a, b) => dotsOf(b.id) - dotsOf(a.id)) }))
    : (own?.columns ?? []);
  const focusOn = (id: NoteId): void => {
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-row="${id}"] > button`)?.focus());
  };
  // A row that was moved keeps the focus.
  useEffect(
    () =>
      model.onTree(() => {
        surface.settle();
        const id = surface.chosen();
        if (id !== null && list.current?.querySelector(`[data-row="${id}"]`)?.contains(document.activeElement) === true)
          requestAnimationFrame(() => {
            if (document.activeElement === document.body) list.current?.querySelector<HTMLElement>(`[data-row="${id}"] > button`)?.focus();
          });
      }),
    [model, surface],
  );
  const keys = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const held = hand.held();
    const direction = arrows[event.key];
    if (held?.by === 'keys' && held.target !== null) {
      if (direction !== undefined) {
        const rtl = t.dir === 'rtl' && (direction === 'start' || direction === 'end');
        const target = step(held.target, rtl ? (direction === 'start' ? 'end' : 'start') : direction, held.note, model.tree(), areas);
        hand.over(target);
        if (target.kind !== 'same') onArea(target.area);
        announce(t('hand.now', { where: targetInWords(t, target, areas, model, held.note) }));
      } else if (event.key === 'Enter') {
        hand.open();
        put(held.note, held.target);
        focusOn(held.note);
      } else if (event.key === 'Escape') {
        hand.open();
        announce(t('hand.back'));
      } else return;
      event.preventDefault();
      return;
    }
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    if (row === null) {
      if (event.target !== list.current || (direction !== 'up' && direction !== 'down')) return;
      event.preventDefault();
      rows[Math.min(was.current, rows.length - 1)]?.querySelector<HTMLElement>('button')?.focus();
      return;
    }
    was.current = rows.indexOf(row);
    if (direction === 'up' || direction === 'down') {
      event.preventDefault();
      rows[was.current + (direction === 'up' ? -1 : 1)]?.querySelector<HTMLElement>('button')?.focus();
    } else if (event.key === 'Delete') {
      const id = surface.chosen();
      if (id !== null) acts.withdraw(id);
    }
  };
  return (
    <div className="board-list">
      <nav className="board-index" aria-label={t('list.areas')}>
        <ol>
          {areas.map((each, index) => (
            <li key={each.id}>
              <button
                type="button"
                className={each.id === area?.id ? 'on' : ''}
                aria-current={each.id === area?.id ? 'true' : undefined}
                onClick={() => onArea(each.id)}
              >
                <b aria-hidden="true">{index + 1}</b>
                <Prompt of={each.prompt} />
                <span className="meta" aria-label={t('count.notes', { n: tree.areas[index]?.notes ?? 0 })}>
                  {tree.areas[index]?.notes ?? 0}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <div
        className="board-rows"
        ref={list}
        role="group"
        aria-labelledby={area === undefined ? undefined : `list-${area.id}`}
        tabIndex={-1}
        onKeyDown={keys}
        data-revision={revision}
      >
        {area === undefined ? null : (
          <h2 id={`list-${area.id}`}>
            <Prompt of={area.prompt} />
          </h2>
        )}
        {dots.state === 'closed' ? (
          <Segmented
            legend={t('list.sort')}
            hideLegend
            value={sort}
            onChange={setSort}
            options={[
              { value: 'order', label: t('list.byOrder') },
              { value: 'dots', label: t('list.byDots') },
            ]}
          />
        ) : null}
        {own === undefined || own.notes > 0 ? null : (
          <div className="board-empty-list">
            <p>{t('empty.area')}</p>
            {standing.may.write ? (
              <Button icon="pen" onPress={onWrite}>
                {t('empty.write')}
              </Button>
            ) : null}
          </div>
        )}
        {columns.map((column) =>
          column.theme === null && column.heads.length === 0 ? null : (
            <section key={column.theme ?? ''} aria-labelledby={`list-${column.theme ?? 'loose'}`}>
              <ListHead document={shared} column={column} onTheme={standing.may.themes ? onTheme : undefined} t={t} />
              <ul>
                {column.heads.map((head) => (
                  <Row key={head.id} document={shared} surface={surface} head={head} standing={standing} acts={acts} t={t} />
                ))}
              </ul>
            </section>
          ),
        )}
      </div>
    </div>
  );
}

function ListHead({
  document: shared,
  column,
  onTheme,
  t,
}: {
  document: SharedDocument;
  column: Column;
  onTheme: ((theme: ThemeId) => void) | undefined;
  t: BoardWords;
}) {
  const theme = useEntry<ThemeShown>(shared, 'themes', column.theme ?? '');
  const id = column.theme;
  return (
    <h3 id={`list-${id ?? 'loose'}`} className={id === null ? 'loose' : ''}>
      {id === null || theme === undefined ? (
        <span>{t('loose')}</span>
      ) : onTheme === undefined ? (
        <span lang={theme.lang} dir={dirOf(theme.lang)}>
          {theme.title}
        </span>
      ) : (
        <button type="button" className="board-theme" onClick={() => onTheme(id)}>
          <span lang={theme.lang} dir={dirOf(theme.lang)}>
            {theme.title}
          </span>
        </button>
      )}
      {theme?.from === undefined || id === null ? null : <span className="board-from">{fromInWords(t, theme.from)}</span>}
      {theme?.dots === undefined || id === null ? null : <Dots n={theme.dots} t={t} />}
      <span className="board-count">{t('count.notes', { n: column.notes })}</span>
    </h3>
  );
}

interface RowProps {
  document: SharedDocument;
  surface: Surface;
  head: Head;
  standing: Standing;
  acts: NoteActs;
  t: BoardWords;
}
const Row = kept(function Row({ document: shared, surface, head, standing, acts, t }: RowProps) {
  const { id } = head;
  const note = useEntry<NoteShown>(shared, 'notes', id);
  const flags = useSyncExternalStore(surface.onFlags(id), () => surface.flags(id));
  if (note === undefined) return null;
  const chosen = (flags & flag.chosen) !== 0;
  const shape = standing.about.areas.find((area) => area.id === note.area)?.shape;
  const voices = voicesOf(head);
  const marks = [
    note.door === undefined ? null : t(`mark.${note.door}`),
    note.late ? t('mark.late') : null,
    note.seat === undefined ? null : t('mark.seat', { seat: note.seat }),
    note.from === undefined ? null : fromInWords(t, note.from),
    shape !== undefined && shape.kind !== 'column' && note.place !== undefined ? placeInWords(t, shape, note.place) : null,
    voices > 1 ? t('mark.voices', { n: voices }) : null,
  ].filter((mark) => mark !== null);
  return (
    <li data-row={id} className={`${paperOf[note.kind]}${chosen ? ' chosen' : ''}`}>
      <button type="button" aria-expanded={chosen} onFocus={() => surface.choose(id)} onClick={() => surface.choose(id)}>
        <span className="board-tag">
          <Icon name={signOf[note.kind]} />
          {t(`kind.${note.kind}`)}
        </span>
        <span className="board-words">
          <span lang={note.lang} dir={dirOf(note.lang)}>
            {note.text}
          </span>
          {note.minority ? (
            <b className="board-minority">
              <Icon name="flag" />
              {t('mark.minority')}
            </b>
          ) : null}
          {marks.length === 0 ? null : <span className="meta">{marks.join(' · ')}</span>}
          {note.dots === undefined ? null : <Dots n={note.dots} t={t} />}
        </span>
      </button>
      {chosen ? (
        <div className="board-row-acts" role="group" aria-label={t('dock.title')}>
          <NoteActButtons id={id} note={note} voices={voices} may={standing.may} acts={acts} t={t} />
        </div>
      ) : null}
    </li>
  );
});
