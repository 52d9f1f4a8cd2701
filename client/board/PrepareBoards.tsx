/* Boards before anybody writes (BO12): begin from a template, for all tables at once or for the plenary; change a set of equal boards
   together; open them together. Facilitators only. */
import { useState } from 'react';
import { boardTemplateNames, boardTemplates, type BoardTemplateName } from '../../shared/board/templates.ts';
import type { BoardDriverView, BoardPlanRows } from '../../shared/board/shown.ts';
import { say, type Lang } from '../../shared/kernel/text.ts';
import { useTexts } from '../kernel/i18n.ts';
import { newId } from '../kernel/ids.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { useAsk } from './consoleAsk.ts';
import { ConsoleSaid } from './ConsoleSaid.tsx';
import { tableOf, type BoardTable } from './consoleTables.ts';
import { boardConsoleTexts } from './consoleTexts.ts';
import { emptyForm, faultsOf, plansOf, setsOf, templateForm, type BoardFault, type BoardForm, type BoardSet } from './prepareForm.ts';
import { PrepareForm } from './PrepareForm.tsx';
import './console.css';

export interface PrepareBoardsProps {
  readonly view: BoardDriverView;
  /** The list `board.plans`; null while it comes. */
  readonly plans: BoardPlanRows | null;
  readonly tables: readonly BoardTable[];
  readonly blocks: readonly { readonly id: string; readonly title: string }[];
  readonly send: Send;
}
type For = 'tables' | 'plenary';
interface Work {
  readonly form: BoardForm;
  readonly for: For;
  /** Prepared before: saved over. */
  readonly set: BoardSet | null;
}
type Words = ReturnType<typeof useTexts<typeof boardConsoleTexts.it>>;
export const faultWords = (faults: readonly BoardFault[], t: Words): readonly string[] =>
  faults.map((fault) => ('area' in fault ? t(`fault.${fault.about}`, { n: fault.area + 1 }) : t(`fault.${fault.about}`)));

export function PrepareBoards({ view, plans, tables, blocks, send }: PrepareBoardsProps) {
  const t = useTexts(boardConsoleTexts);
  const { ask, refused } = useAsk(send);
  const [work, setWork] = useState<Work | null>(null);
  const [choosing, setChoosing] = useState(false);
  const sets = setsOf(plans ?? []);
  return (
    <section className="boards-ready" aria-labelledby="boards-ready">
      <div className="between">
        <h2 id="boards-ready">{t('ready.title')}</h2>
        <Button icon="plus" off={view.may.prepare ? undefined : t('notNow')} onPress={() => setChoosing(true)}>
          {t('ready.new')}
        </Button>
      </div>
      {plans !== null && sets.length === 0 ? <p className="soft">{t('ready.none')}</p> : null}
      {refused === null ? null : <Band kind="error">{refused}</Band>}
      <ul className="boards-sets">
        {sets.map((set) => (
          <SetRow
            key={set.plans[0]?.id}
            set={set}
            tables={tables}
            view={view}
            ask={ask}
            onEdit={() => setWork({ form: set.form, for: set.plans[0]?.group === null ? 'plenary' : 'tables', set })}
          />
        ))}
      </ul>
      {choosing ? (
        <Templates
          onClose={() => setChoosing(false)}
          onPick={(name) => {
            setChoosing(false);
            setWork({
              form: name === null ? emptyForm(t.lang, newId) : templateForm(boardTemplates[name], newId),
              for: tables.length > 0 ? 'tables' : 'plenary',
              set: null,
            });
          }}
        />
      ) : null}
      {work === null ? null : <Preparing work={work} tables={tables} blocks={blocks} send={send} onClose={() => setWork(null)} />}
    </section>
  );
}

/** Equal boards in one row: for which tables, how they begin, and the acts on all of them. */
function SetRow({
  set,
  tables,
  view,
  ask,
  onEdit,
}: {
  set: BoardSet;
  tables: readonly BoardTable[];
  view: BoardDriverView;
  ask: ReturnType<typeof useAsk>['ask'];
  onEdit: () => void;
}) {
  const t = useTexts(boardConsoleTexts);
  const n = set.plans.length;
  const numbers = set.plans
    .flatMap(({ group }) => tableOf(tables, group)?.number ?? [])
    .sort((a, b) => a - b)
    .join(', ');
  return (
    <li>
      <span>
        <b>
          <ConsoleSaid of={say(set.form.title, t.lang)} />
        </b>
        <span className="meta">
          {set.plans[0]?.group === null ? t('ready.plenary') : t('ready.tables', { n, numbers })}
          {set.form.silent ? `, ${t('ready.silent')}` : ''}, {t(`authors.${set.form.authors}`)}
        </span>
      </span>
      <span className="boards-acts">
        <Button
          variant="primary"
          off={view.may.open ? undefined : t('ready.whenOpen')}
          onPress={() => void ask({ type: 'board.open', boards: set.plans.map(({ id }) => id) })}
        >
          {t('ready.open', { n })}
        </Button>
        <Button onPress={onEdit}>{t('ready.edit')}</Button>
        <Button
          icon="trash"
          label={t('ready.remove', { n, title: say(set.form.title, t.lang).s })}
          onPress={() => {
            void set.plans.reduce<Promise<boolean>>(
              async (before, { id }) => (await before) && ask({ type: 'board.remove', board: id }),
              Promise.resolve(true),
            );
          }}
        />
      </span>
    </li>
  );
}

/** What one begins from: the sheets that such rooms use, or an empty one. */
function Templates({ onPick, onClose }: { onPick: (name: BoardTemplateName | null) => void; onClose: () => void }) {
  const t = useTexts(boardConsoleTexts);
  return (
    <Dialog open onClose={onClose} title={t('templates.title')} wide footer={<Button onPress={onClose}>{t('cancel')}</Button>}>
      <ul className="boards-templates">
        {boardTemplateNames.map((name) => (
          <li key={name}>
            <button type="button" onClick={() => onPick(name)}>
              <b>
                <ConsoleSaid of={say(boardTemplates[name].title, t.lang)} />
              </b>
              <span className="meta">{boardTemplates[name].areas.map((area) => say(area.prompt, t.lang).s).join(' · ')}</span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" onClick={() => onPick(null)}>
            <b>{t('templates.empty')}</b>
            <span className="meta">{t('templates.emptyHint')}</span>
          </button>
        </li>
      </ul>
    </Dialog>
  );
}

function Preparing({
  work,
  tables,
  blocks,
  send,
  onClose,
}: {
  work: Work;
  tables: readonly BoardTable[];
  blocks: PrepareBoardsProps['blocks'];
  send: Send;
  onClose: () => void;
}) {
  const t = useTexts(boardConsoleTexts);
  const { ask, refused } = useAsk(send);
  const [form, setForm] = useState(work.form);
  const [whom, setWhom] = useState<For>(work.for);
  const [lang, setLang] = useState<Lang>(work.form.title.original);
  const [tried, setTried] = useState(false);
  const faults = faultsOf(form);
  const plans = plansOf(form, whom, tables, work.set, newId);
  const keep = async (): Promise<void> => {
    setTried(true);
    if (faults.length > 0) return;
    if (await ask({ type: 'board.prepare', plans })) onClose();
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t(work.set === null ? 'prepare.title' : 'prepare.change')}
      footer={
        <>
          <Button variant="primary" off={plans.length === 0 ? t('prepare.noTables') : undefined} onPress={() => void keep()}>
            {work.set === null ? t('prepare.go', { n: plans.length }) : t('prepare.save', { n: plans.length })}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
          {refused === null ? null : <p className="why">{refused}</p>}
          {tried && faults.length > 0 ? <p className="why">{faultWords(faults, t).join(' ')}</p> : null}
        </>
      }
    >
      {work.set === null ? (
        <Segmented<For>
          legend={t('prepare.whom')}
          value={whom}
          onChange={setWhom}
          options={[
            { value: 'tables', label: t('prepare.tables', { n: tables.length }) },
            { value: 'plenary', label: t('prepare.plenary') },
          ]}
        />
      ) : null}
      <PrepareForm form={form} onChange={setForm} lang={lang} onLang={setLang} blocks={blocks} faults={tried ? faults : []} />
    </Dialog>
  );
}
