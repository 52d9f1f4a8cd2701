// Starting from a template (AG5): the list at the start, the hours it would give at the end, one button. A file of ours is a template too;
// a wrong file is told line by line and nothing of it enters. While the day runs, a template is only added at the end.
import { useEffect, useRef, useState } from 'react';
import type { AgendaDriverView } from '../../shared/agenda/view.ts';
import type { Problem, Template } from '../../shared/agenda/template.ts';
import { instantOf } from '../../shared/agenda/hours.ts';
import { hoursOf } from '../../shared/agenda/state.ts';
import { hour, useTexts, type Translate } from '../kernel/i18n.ts';
import { newId } from '../kernel/ids.ts';
import { useRefusal } from '../kernel/refusal.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { T } from '../ui/T.tsx';
import { agendaTexts } from './agendaTexts.ts';
import './console.css';

export interface Offered {
  readonly id: string;
  readonly template: Template;
}
export interface AgendaTemplatesProps {
  view: AgendaDriverView;
  day: string;
  timeZone: string;
  send: Send;
  /** What this organiser has saved. */
  own: readonly Offered[];
  /** The questions that came with it, with the ids of their blocks: the screen hands them to the poll room. */
  onDrafts: (drafts: readonly Readonly<Record<string, unknown>>[]) => void;
  onClose: () => void;
}
type Words = Translate<typeof agendaTexts.it>;

/** Shown while it is mounted. Templates and the reader of files are fetched only now. */
export function AgendaTemplates({ view, day, timeZone, send, own, onDrafts, onClose }: AgendaTemplatesProps) {
  const t = useTexts(agendaTexts);
  const say = useRefusal({ agenda: agendaTexts });
  const [ready, setReady] = useState<readonly Offered[] | null>(null);
  const [file, setFile] = useState<(Offered & { readonly name: string }) | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [wrong, setWrong] = useState<{ readonly name: string; readonly problems: readonly Problem[] } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    let here = true;
    void import('../../shared/agenda/templates/ready.ts').then(({ readyTemplates }) => {
      if (here) setReady(readyTemplates);
    });
    return () => {
      here = false;
    };
  }, []);
  const all = [...(file === null ? [] : [file]), ...(ready ?? []), ...own];
  const offered = all.find(({ id }) => id === chosen) ?? all[0];

  const read = async (from: File | undefined): Promise<void> => {
    if (from === undefined) return;
    const { readTemplate } = await import('../../shared/agenda/template.ts');
    const found = readTemplate(await from.text());
    setWrong(found.ok ? null : { name: from.name, problems: found.problems });
    if (!found.ok) return;
    setFile({ id: 'file', name: from.name, template: found.template });
    setChosen('file');
  };
  const use = async (): Promise<void> => {
    if (offered === undefined) return;
    const { applyTemplate } = await import('../../shared/agenda/template.ts');
    const fresh = view.may.load && view.course.startPlanned === null;
    const { load, drafts } = applyTemplate(offered.template, {
      mode: view.may.load ? 'replace' : 'append',
      startPlanned: fresh ? instantOf(day, offered.template.startsAt, timeZone) : null,
      newId,
    });
    const reply = await send({ ...load });
    if (!reply.ok) return setRefused(say(reply));
    if (drafts.length > 0) onDrafts(drafts);
    onClose();
  };
  const now = view.course.rows.length;
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('templates.title')}
      footer={
        <>
          <Button variant="primary" onPress={() => void use()} off={offered === undefined ? t('templates.loading') : undefined}>
            {t(view.may.load ? 'templates.use' : 'templates.append')}
          </Button>
          <Button onPress={onClose}>{t('templates.cancel')}</Button>
          <span className="grow meta">{own.length === 0 ? t('templates.noOwn') : ''}</span>
          <input
            ref={input}
            type="file"
            hidden
            accept="application/json,.json"
            onChange={(event) => {
              void read(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          <Button icon="upload" onPress={() => input.current?.click()}>
            {t('templates.file')}
          </Button>
        </>
      }
    >
      {wrong === null ? null : <Wrong name={wrong.name} problems={wrong.problems} t={t} />}
      {refused === null ? null : <Band kind="error">{refused}</Band>}
      <div className="agenda-templates">
        <fieldset>
          <legend className="sr-only">{t('templates.ready')}</legend>
          {all.map((one) => (
            <label key={one.id} className={one.id === offered?.id ? 'choice on' : 'choice'}>
              <input className="o" type="radio" name="template" checked={one.id === offered?.id} onChange={() => setChosen(one.id)} />
              <span>
                <T of={one.template.title} />
                {one.id === 'file' && file !== null ? <span className="meta"> {t('templates.fromFile', { name: file.name })}</span> : null}
              </span>
              <span className="meta">{sizeOf(one.template, t)}</span>
            </label>
          ))}
          {ready === null ? <p className="soft">{t('templates.loading')}</p> : null}
        </fieldset>
        {offered === undefined ? null : <Hours view={view} template={offered.template} day={day} timeZone={timeZone} t={t} />}
      </div>
      {now === 0 ? null : <p className="tag time">{view.may.load ? t('templates.replaces', { n: now }) : t('templates.underWay')}</p>}
    </Dialog>
  );
}

const sizeOf = ({ blocks, polls }: Template, t: Words): string => {
  const minutes = Math.round(blocks.reduce((sum, { plannedSec }) => sum + plannedSec, 0) / 60);
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  const length =
    h === 0
      ? t('templates.minutesOnly', { m })
      : m === 0
        ? t('templates.hours', { h })
        : t('templates.hoursMinutes', { h, m: String(m).padStart(2, '0') });
  const count = t('templates.blocks', { n: blocks.filter(({ activity }) => activity !== 'break').length });
  return polls.length === 0
    ? t('templates.size', { blocks: count, length })
    : t('templates.sizePolls', { blocks: count, polls: t('templates.polls', { n: polls.length }), length });
};

function Hours({
  view,
  template,
  day,
  timeZone,
  t,
}: {
  view: AgendaDriverView;
  template: Template;
  day: string;
  timeZone: string;
  t: Words;
}) {
  const { hours, end } = hoursOf(view.course.startPlanned ?? instantOf(day, template.startsAt, timeZone), template.blocks);
  return (
    <section className="agenda-template" tabIndex={0} aria-label={t('run.label')}>
      <h3>
        <T of={template.title} />
      </h3>
      <p className="meta">{t('templates.fromStart')}</p>
      <ol className="prog">
        {template.blocks.map((block, index) => (
          <li key={index}>
            <span className="h">{hour(hours[index]?.at ?? end, t.lang, timeZone)}</span>
            <span>
              <T of={block.title} />
            </span>
            <span className="d">{t('run.minutes', { n: Math.round(block.plannedSec / 60) })}</span>
          </li>
        ))}
      </ol>
      {template.polls.length === 0 ? null : <p className="meta">{t('templates.brings', { n: template.polls.length })}</p>}
    </section>
  );
}

function Wrong({ name, problems, t }: { name: string; problems: readonly Problem[]; t: Words }) {
  return (
    <Band kind="error" title={t('templates.wrong', { name })}>
      <ul className="agenda-problems">
        {problems.map((problem, index) => (
          <li key={index}>{wordsOf(problem, t)}</li>
        ))}
      </ul>
    </Band>
  );
}
/** "Riga 12, punto 3: «plannedSec» è troppo corto." The field is named as it is in the file: that is where it is looked for. */
const wordsOf = ({ line, path, code, what }: Problem, t: Words): string => {
  const [list, index] = path;
  const field = [...path].reverse().find((part) => typeof part === 'string') ?? '';
  const said = t(`templates.problem.${code}`, { field, what });
  if (typeof index !== 'number') return t('templates.where', { line, what: said });
  const place = list === 'polls' ? t('templates.placePoll', { number: index + 1 }) : t('templates.placeBlock', { number: index + 1 });
  return t('templates.whereIn', { line, place, what: said });
};
