// The tab "Programma": the day as rows on the light side, the chosen block's words beside it. Used before the day and while it runs:
// what runs keeps running, and nothing typed here is overwritten by what comes from the room (K5).
import { useState, type ReactNode } from 'react';
import type { AgendaBlockRows, AgendaDriverView } from '../../shared/agenda/view.ts';
import { hourOf, instantOf } from '../../shared/agenda/hours.ts';
import { usualWarnSec } from '../../shared/agenda/limits.ts';
import { newId } from '../kernel/ids.ts';
import { useLang, useTexts } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import { useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { AgendaBlock, type AgendaUpload } from './AgendaBlock.tsx';
import { AgendaRows } from './AgendaRows.tsx';
import { agendaTexts } from './agendaTexts.ts';
import './console.css';

export type AgendaFullBlock = AgendaBlockRows[number];
export interface AgendaEditorProps {
  view: AgendaDriverView;
  now: number;
  /** yyyy-mm-dd of the session, for the hour of start. */
  day: string;
  timeZone: string;
  send: Send;
  onTemplates: () => void;
  /** Opens AgendaRemedies; without it the end of the list has no such button. */
  onRemedies?: (() => void) | undefined;
  /** Downloads the programme as a file; without it there is no such button. */
  onSave?: (() => void) | undefined;
  /** Stores a file and hangs it on the block; without it none can be added. */
  upload?: AgendaUpload | undefined;
  /** Shows a material on the wall; without it there is no such button. */
  onShow?: ((block: string, material: string) => void) | undefined;
  /** For pages without a server (previews, tests): the chosen block's words, instead of the list. */
  fullBlock?: ((id: string) => AgendaFullBlock | null) | undefined;
}

const lastAhead = (view: AgendaDriverView): string | null => view.course.rows.at(-1)?.id ?? null;

export function AgendaEditor(props: AgendaEditorProps) {
  const { view, now, day, timeZone, send, onTemplates, onSave } = props;
  const t = useTexts(agendaTexts);
  const say = useRefusal({ agenda: agendaTexts });
  const [selected, setSelected] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const there = view.course.rows.find(({ id }) => id === selected);
  const add = async (): Promise<void> => {
    const id = newId();
    const block = {
      id,
      title: { original: 'it', it: t('edit.newTitle') },
      description: null,
      instructions: null,
      notes: null,
      activity: 'talk',
      plannedSec: 600,
      warnSec: usualWarnSec(600),
      video: null,
      materials: [],
    };
    const after = there !== undefined && there.status.kind !== 'done' ? there.id : lastAhead(view);
    const reply = await send({ type: 'agenda.add', block, after });
    setRefused(reply.ok ? null : say(reply));
    if (reply.ok) setSelected(id);
  };
  return (
    <div className="agenda-edit">
      <section className="agenda-edit-list" aria-label={t('edit.list')}>
        <div className="agenda-edit-head">
          <h1>{t('edit.title')}</h1>
          <StartHour view={view} day={day} timeZone={timeZone} send={send} onRefused={setRefused} />
          {onSave === undefined ? null : (
            <Button icon="download" onPress={onSave}>
              {t('edit.save')}
            </Button>
          )}
          <Button icon="sheet" onPress={onTemplates}>
            {t('edit.templates')}
          </Button>
          {view.may.edit ? (
            <Button icon="plus" keyHint="I" onPress={() => void add()}>
              <span aria-hidden="true">{t('edit.add')}</span>
              <span className="sr-only">{t('edit.addLabel')}</span>
            </Button>
          ) : null}
        </div>
        {refused === null ? null : <Band kind="error">{refused}</Band>}
        {view.course.rows.length === 0 ? (
          <div className="agenda-empty">
            <p>
              <b>{t('edit.emptyTitle')}</b>
            </p>
            <p className="soft">{t('edit.empty')}</p>
            <Button variant="primary" icon="sheet" onPress={onTemplates}>
              {t('edit.templates')}
            </Button>
          </div>
        ) : (
          <AgendaRows
            view={view}
            now={now}
            timeZone={timeZone}
            send={send}
            selected={selected}
            onSelect={setSelected}
            onRemedies={props.onRemedies}
          />
        )}
      </section>
      <aside className="agenda-edit-panel">
        {there === undefined ? (
          <p className="soft">{t('edit.nothing')}</p>
        ) : props.fullBlock === undefined ? (
          <FromList {...props} id={there.id} onGone={() => setSelected(null)} onAdded={setSelected} />
        ) : (
          <Panel {...props} block={props.fullBlock(there.id)} onGone={() => setSelected(null)} onAdded={setSelected} />
        )}
      </aside>
    </div>
  );
}

type PanelProps = AgendaEditorProps & { onGone: () => void; onAdded: (id: string) => void };

function FromList(props: PanelProps & { id: string }): ReactNode {
  const lang = useLang();
  const { rows } = useList<AgendaBlockRows>('agenda.blocks', props.id, `${props.view.rev}-${lang}`);
  return <Panel {...props} block={rows?.[0] ?? null} />;
}

function Panel({ view, block, send, upload, onShow, onGone, onAdded }: PanelProps & { block: AgendaFullBlock | null }) {
  const t = useTexts(agendaTexts);
  const index = view.course.rows.findIndex(({ id }) => id === block?.id);
  const row = view.course.rows[index];
  if (block === null || row === undefined) return <p className="soft">{t('edit.loading')}</p>;
  const number = view.course.rows.slice(0, index + 1).filter(({ activity }) => activity !== 'break').length;
  return (
    <AgendaBlock
      key={block.id}
      block={block}
      sec={row.sec}
      number={row.activity === 'break' ? null : number}
      state={row.status.kind}
      may={view.may.edit}
      send={send}
      upload={upload}
      onShow={onShow}
      onGone={onGone}
      onAdded={onAdded}
    />
  );
}

/** The hour of the first block: it moves the whole plan, so only before the day has begun. */
function StartHour({
  view,
  day,
  timeZone,
  send,
  onRefused,
}: {
  view: AgendaDriverView;
  day: string;
  timeZone: string;
  send: Send;
  onRefused: (words: string | null) => void;
}) {
  const t = useTexts(agendaTexts);
  const say = useRefusal({ agenda: agendaTexts });
  const stored = view.course.startPlanned === null ? '' : hourOf(view.course.startPlanned, timeZone);
  const [typed, setTyped] = useState<string | null>(null);
  if (!view.may.setStart) return null;
  const keep = async (): Promise<void> => {
    if (typed === null || typed === stored || !/^\d{2}:\d{2}$/u.test(typed)) return;
    const reply = await send({ type: 'agenda.setStart', startPlanned: instantOf(day, typed, timeZone) });
    onRefused(reply.ok ? null : say(reply));
    setTyped(null);
  };
  return (
    <Field
      className="agenda-start"
      type="time"
      label={t('edit.startsAt')}
      value={typed ?? stored}
      onChange={setTyped}
      onBlur={() => void keep()}
      onEnter={() => void keep()}
    />
  );
}
