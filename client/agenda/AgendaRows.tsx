// The programme as it is edited: planned and true or estimated hours side by side on every row; what is over is struck and followed
// by the truth. A row is moved in three ways that do the same: its own buttons, Alt with the arrows, the handle for mouse and touch (AG4).
// The order shown is the wished one until the server has answered; then it is the server's.
import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { closestCenter, DndContext, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import type { AgendaDriverView } from '../../shared/agenda/view.ts';
import { lateSec } from '../../shared/agenda/remedies.ts';
import { timeline, type Timeline, type TimelineRow } from '../../shared/agenda/timeline.ts';
import { hour, useTexts, type Translate } from '../kernel/i18n.ts';
import { useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { agendaTexts } from './agendaTexts.ts';
import { minutesOf } from './clock.ts';
import { arranged, firstFree, movable, moveWish } from './order.ts';
import { Saying } from './Saying.tsx';
import { useTitles } from './useTitles.ts';
import './console.css';

type Row = AgendaDriverView['course']['rows'][number];
type Words = Translate<typeof agendaTexts.it>;
export interface AgendaRowsProps {
  view: AgendaDriverView;
  now: number;
  timeZone: string;
  send: Send;
  selected: string | null;
  onSelect: (block: string) => void;
  onRemedies?: (() => void) | undefined;
}

// dnd-kit speaks English by itself; our own words are announced after the move, and the handle is not on the keyboard.
const silent = {
  announcements: { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined },
  screenReaderInstructions: { draggable: '' },
};

export function AgendaRows({ view, now, timeZone, send, selected, onSelect, onRemedies }: AgendaRowsProps) {
  const t = useTexts(agendaTexts);
  const say = useRefusal({ agenda: agendaTexts });
  const titleOf = useTitles(view.course.rows, view.rev);
  const [wished, setWished] = useState<{ readonly rev: number; readonly id: string; readonly to: number } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const focus = useRef<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const rows: readonly Row[] =
    wished !== null && wished.rev === view.rev ? arranged(view.course.rows, wished.id, wished.to) : view.course.rows;
  const line = timeline({ ...view.course, rows }, now);
  const shape = rows.map(({ id }) => id).join();

  // A row that moves in the page loses the focus: it is given back, so that Alt and arrow can be pressed again.
  useEffect(() => {
    if (focus.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-open="${focus.current}"]`)?.focus();
    focus.current = null;
  }, [shape]);

  const move = async (id: string, to: number, keepFocus: boolean): Promise<void> => {
    const wish = view.may.edit ? moveWish(rows, id, to) : null;
    if (wish === null) return;
    if (keepFocus) focus.current = id;
    setWished({ rev: view.rev, id, to });
    announce(t('edit.moved', { title: titleOf(id).s, place: to + 1, of: rows.length }));
    const reply = await send({ ...wish });
    setRefused(reply.ok ? null : say(reply));
    if (!reply.ok) setWished(null);
  };
  const keys = (event: KeyboardEvent, index: number): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const row = rows[index];
    if (step === 0 || row === undefined) return;
    event.preventDefault();
    if (event.altKey) return void move(row.id, index + step, true);
    const next = rows[index + step];
    if (next !== undefined) list.current?.querySelector<HTMLElement>(`[data-open="${next.id}"]`)?.focus();
  };

  return (
    <>
      {refused === null ? null : <Band kind="error">{refused}</Band>}
      <div className="agenda-rows-head" aria-hidden="true">
        <span>{t('edit.block')}</span>
        <span>{t('edit.minutes')}</span>
        <span>{t('edit.planned')}</span>
        <span>{t('edit.actual')}</span>
      </div>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        accessibility={silent}
        onDragEnd={({ active, over }) => {
          const to = rows.findIndex(({ id }) => id === over?.id);
          if (to >= 0) void move(String(active.id), Math.max(to, firstFree(rows)), false);
        }}
      >
        <SortableContext items={rows.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol className="agenda-rows" ref={list} aria-label={t('edit.list')}>
            {rows.map((row, index) => {
              const hours = line.rows[index];
              return hours === undefined ? null : (
                <EditRow
                  key={row.id}
                  row={row}
                  hours={hours}
                  title={titleOf(row.id)}
                  open={row.id === selected}
                  may={view.may.edit}
                  timeZone={timeZone}
                  canUp={moveWish(rows, row.id, index - 1) !== null}
                  canDown={moveWish(rows, row.id, index + 1) !== null}
                  onOpen={() => onSelect(row.id)}
                  onMove={(step) => void move(row.id, index + step, false)}
                  onKey={(event) => keys(event, index)}
                  t={t}
                />
              );
            })}
          </ol>
        </SortableContext>
      </DndContext>
      {rows.length === 0 ? null : (
        <End line={line} late={lateSec(view.course, now)} timeZone={timeZone} t={t} onRemedies={view.may.remedy ? onRemedies : undefined} />
      )}
    </>
  );
}

interface EditRowProps {
  row: Row;
  hours: TimelineRow;
  title: Parameters<typeof Saying>[0]['of'];
  open: boolean;
  may: boolean;
  timeZone: string;
  canUp: boolean;
  canDown: boolean;
  onOpen: () => void;
  onMove: (step: -1 | 1) => void;
  onKey: (event: KeyboardEvent) => void;
  t: Words;
}

function EditRow({ row, hours, title, open, may, timeZone, canUp, canDown, onOpen, onMove, onKey, t }: EditRowProps) {
  const drags = may && movable(row);
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id: row.id, disabled: !drags });
  const style: CSSProperties =
    transform === null ? {} : { transform: `translateY(${Math.round(transform.y)}px)`, transition: transition ?? 'none' };
  const { kind } = row.status;
  const state = kind === 'done' ? 'past' : kind === 'running' ? 'now' : kind === 'ahead' ? '' : 'past out';
  const at = (ms: number | null): string => (ms === null ? '–' : hour(ms, t.lang, timeZone));
  const minutes = Math.round(hours.sec / 60);
  const was = hours.plannedSec === null ? null : Math.round(hours.plannedSec / 60);
  const activity = t(`activity.${row.activity}`);
  const details = [
    activity === title.s ? '' : activity,
    row.materials > 0 ? t('edit.materials', { n: row.materials }) : '',
    kind === 'skipped' || kind === 'postponed' ? t(`edit.state.${kind}`) : '',
  ];
  return (
    <li ref={setNodeRef} style={style} className={[state, open ? 'open' : '', isDragging ? 'held' : ''].filter(Boolean).join(' ')}>
      <span className="agenda-row-sign">
        {drags ? (
          <span className="agenda-handle" aria-hidden="true" {...listeners}>
            <Icon name="handle" />
          </span>
        ) : (
          <Icon name={kind === 'running' ? 'play' : kind === 'done' ? 'check' : 'dot'} label={t(`edit.state.${kind}`)} />
        )}
      </span>
      <span className="agenda-row-number">{hours.number}</span>
      <button
        type="button"
        className="agenda-row-open"
        data-open={row.id}
        aria-pressed={open}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onClick={onOpen}
        onKeyDown={onKey}
      >
        <b>
          <Saying of={title} />
        </b>
        <span className="meta">{details.filter(Boolean).join(', ')}</span>
      </button>
      <span className="agenda-row-moves">
        {open && drags ? (
          <>
            <Button icon="up" label={t('edit.up', { title: title.s })} off={canUp ? undefined : t('edit.top')} onPress={() => onMove(-1)} />
            <Button
              icon="downward"
              label={t('edit.down', { title: title.s })}
              off={canDown ? undefined : t('edit.bottom')}
              onPress={() => onMove(1)}
            />
          </>
        ) : null}
      </span>
      <span className="agenda-row-minutes">
        <span className="sr-only">{t('edit.minutes')} </span>
        {was !== null && was !== minutes ? <s>{was}</s> : null} {kind === 'skipped' || kind === 'postponed' ? '–' : minutes}
      </span>
      <span className="agenda-row-planned">
        <span className="sr-only">{t('edit.planned')} </span>
        {at(hours.plannedAt)}
      </span>
      <span className="agenda-row-actual">
        <span className="sr-only">{t('edit.actual')} </span>
        {at(hours.startAt)}
      </span>
    </li>
  );
}

function End({
  line,
  late,
  timeZone,
  t,
  onRemedies,
}: {
  line: Timeline;
  late: number;
  timeZone: string;
  t: Words;
  onRemedies: (() => void) | undefined;
}) {
  return (
    <p className="agenda-rows-end">
      <b>
        {t('edit.end')}
        {late === 0 || onRemedies === undefined ? null : (
          <Button variant="quiet" onPress={onRemedies}>
            {t('run.recover', { minutes: minutesOf(late) })}
          </Button>
        )}
      </b>
      <span className="agenda-row-planned">{line.plannedEnd === null ? '–' : hour(line.plannedEnd, t.lang, timeZone)}</span>
      <span className={line.driftSec >= 60 ? 'agenda-row-actual late' : 'agenda-row-actual'}>{hour(line.end, t.lang, timeZone)}</span>
    </p>
  );
}
