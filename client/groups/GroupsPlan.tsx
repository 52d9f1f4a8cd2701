/* The tables as they are prepared (GR1, GR2): themes first, then tables with number, name, theme, question and video link, and the card of
   instructions that lies on all of them. One saves the whole plan with one button: half a plan must not reach ninety phones. What somebody
   else saves meanwhile does not wipe what is typed here: it is said, and can be taken. */
import { useState } from 'react';
import { groupLimits } from '../../shared/groups/limits.ts';
import type { GroupsDriverView, GroupsPlanRows } from '../../shared/groups/shown.ts';
import { limits } from '../../shared/kernel/limits.ts';
import type { Lang } from '../../shared/kernel/text.ts';
import { dirOf, useTexts } from '../kernel/i18n.ts';
import { newId } from '../kernel/ids.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Status } from '../ui/Status.tsx';
import { Stepper } from '../ui/Stepper.tsx';
import { useAsk } from './ask.ts';
import { groupsConsoleTexts } from './consoleTexts.ts';
import { GroupsCard } from './GroupsCard.tsx';
import {
  faultsOf,
  formOf,
  moved,
  planWish,
  samePlan,
  withoutTheme,
  withTables,
  withTheme,
  type PlanFault,
  type PlanForm,
} from './planForm.ts';
import { withWords, wordsOf } from './words.ts';
import './console.css';

export interface GroupsPlanProps {
  readonly view: GroupsDriverView;
  /** The list `groups.plan`; null while it comes. */
  readonly plan: GroupsPlanRows | null;
  readonly send: Send;
}

export function GroupsPlan({ plan, ...props }: GroupsPlanProps) {
  const t = useTexts(groupsConsoleTexts);
  return plan === null ? <p className="soft">{t('loading')}</p> : <Editor {...props} stored={formOf(plan)} />;
}

const langNames = { it: 'Italiano', en: 'English', ar: 'العربية' } as const;

function Editor({ view, stored, send }: { view: GroupsDriverView; stored: PlanForm; send: Send }) {
  const t = useTexts(groupsConsoleTexts);
  const { ask, refused } = useAsk(send);
  const [work, setWork] = useState<{ readonly began: PlanForm; readonly form: PlanForm } | null>(null);
  const [lang, setLang] = useState<Lang>(t.lang);
  const [count, setCount] = useState(5);
  const [open, setOpen] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [card, setCard] = useState(false);
  const form = work?.form ?? stored;
  const set = (next: PlanForm): void => setWork({ began: work?.began ?? stored, form: next });
  const dirty = work !== null && !samePlan(form, stored);
  const changedElsewhere = dirty && !samePlan(work.began, stored);
  const faults = faultsOf(form);
  const save = async (): Promise<void> => {
    setTried(true);
    const first = faults[0];
    if (first !== undefined) {
      if (first.about !== 'theme') setOpen(first.table);
      return;
    }
    if (await ask(planWish(form))) {
      setWork(null);
      setTried(false);
    }
  };
  const may = view.may.plan;
  const why = may ? undefined : t('plan.notNow');
  return (
    <div className="groups-plan">
      <section aria-labelledby="groups-themes">
        <div className="between">
          <h2 id="groups-themes">{t('plan.themes')}</h2>
          <Segmented<Lang>
            legend={t('plan.lang')}
            hideLegend
            value={lang}
            onChange={setLang}
            options={(['it', 'en', 'ar'] as const).map((value) => ({ value, label: langNames[value], lang: value }))}
          />
        </div>
        <p className="soft">{t('plan.themesHint')}</p>
        <ul className="groups-themes">
          {form.themes.map((theme, index) => {
            const label = t('plan.theme', { n: index + 1 });
            return (
              <li key={theme.id}>
                <Field
                  label={label}
                  lang={lang}
                  dir={dirOf(lang)}
                  max={groupLimits.nameChars}
                  value={wordsOf(theme.title, lang)}
                  error={
                    tried && faults.some((fault) => fault.about === 'theme' && fault.theme === theme.id && fault.why === 'empty')
                      ? t('plan.fault.empty')
                      : undefined
                  }
                  onChange={(words) =>
                    set({
                      ...form,
                      themes: form.themes.map((each) =>
                        each.id === theme.id ? { ...each, title: withWords(each.title, lang, words) } : each,
                      ),
                    })
                  }
                />
                <Button
                  icon="trash"
                  label={t('plan.removeTheme', { theme: label })}
                  off={why}
                  onPress={() => set(withoutTheme(form, theme.id))}
                />
              </li>
            );
          })}
        </ul>
        <Button
          icon="plus"
          off={form.themes.length >= groupLimits.themes ? t('plan.fullThemes', { n: groupLimits.themes }) : why}
          onPress={() => set(withTheme(form, null, newId))}
        >
          {t('plan.addTheme')}
        </Button>
      </section>
      <section aria-labelledby="groups-tables">
        <div className="between">
          <h2 id="groups-tables">{t('plan.tables', { n: form.tables.length })}</h2>
          <Button variant="quiet" icon="sheet" onPress={() => setCard(true)}>
            {t(view.card === null ? 'plan.card' : 'plan.cardChange')}
          </Button>
        </div>
        {form.tables.length === 0 ? <p className="soft">{t('plan.none')}</p> : null}
        <ol className="groups-tables">
          {form.tables.map((table, index) => (
            <TableRow
              key={table.id}
              form={form}
              index={index}
              lang={lang}
              open={open === table.id}
              onOpen={() => setOpen(open === table.id ? null : table.id)}
              faults={tried ? faults : []}
              why={why}
              set={set}
            />
          ))}
        </ol>
        <div className="row">
          <Stepper
            label={t('plan.howMany')}
            value={count}
            min={1}
            max={Math.max(1, groupLimits.groups - form.tables.length)}
            onChange={setCount}
          />
          <Button
            icon="plus"
            off={form.tables.length >= groupLimits.groups ? t('plan.full', { n: groupLimits.groups }) : why}
            onPress={() => set(withTables(form, count, newId))}
          >
            {t('plan.add', { n: count })}
          </Button>
        </div>
      </section>
      <footer className="groups-save">
        {changedElsewhere ? (
          <Band kind="already" title={t('plan.changed')} actions={<Button onPress={() => setWork(null)}>{t('plan.take')}</Button>}>
            {t('plan.changedHint')}
          </Band>
        ) : null}
        {tried && faults.length > 0 ? (
          <Band kind="error" title={t('plan.faults', { n: faultWords(faults, form, t).length })}>
            {faultWords(faults, form, t).join(' ')}
          </Band>
        ) : null}
        {refused === null ? null : <Band kind="error">{refused}</Band>}
        <div className="row">
          <Button variant="primary" off={dirty ? why : t('plan.same')} onPress={() => void save()}>
            {t('plan.save', { n: form.tables.length })}
          </Button>
          {dirty ? (
            <>
              <Button
                onPress={() => {
                  setWork(null);
                  setTried(false);
                }}
              >
                {t('plan.discard')}
              </Button>
              <Status kind="time" icon="clock">
                {t('plan.unsaved')}
              </Status>
            </>
          ) : null}
        </div>
      </footer>
      {card ? <GroupsCard of="all" view={view} send={send} onClose={() => setCard(false)} /> : null}
    </div>
  );
}

type Words = ReturnType<typeof useTexts<typeof groupsConsoleTexts.it>>;
/** Each fault in a sentence that names the table by the number written on it, or by its place when that is what is wrong. */
export const faultWords = (faults: readonly PlanFault[], form: PlanForm, t: Words): readonly string[] => [
  ...new Set(
    faults.map((fault) => {
      if (fault.about === 'theme')
        return t(fault.why === 'empty' ? 'plan.fault.themeEmpty' : 'plan.fault.themeLong', {
          n: form.themes.findIndex(({ id }) => id === fault.theme) + 1,
        });
      const at = form.tables.findIndex(({ id }) => id === fault.table);
      const number = form.tables[at]?.number ?? '';
      switch (fault.why) {
        case 'number':
          return t('plan.fault.number', { n: at + 1 });
        case 'twice':
          return t('plan.fault.twice', { number });
        case 'link':
          return t('plan.fault.link', { number });
        case 'long':
          return t(fault.about === 'question' ? 'plan.fault.questionLong' : 'plan.fault.nameLong', { number });
        default:
          return fault satisfies never;
      }
    }),
  ),
];

function TableRow({
  form,
  index,
  lang,
  open,
  onOpen,
  faults,
  why,
  set,
}: {
  form: PlanForm;
  index: number;
  lang: Lang;
  open: boolean;
  onOpen: () => void;
  faults: readonly PlanFault[];
  why: string | undefined;
  set: (form: PlanForm) => void;
}) {
  const t = useTexts(groupsConsoleTexts);
  const table = form.tables[index];
  if (table === undefined) return null;
  const name = t('rows.numbered', { number: table.number });
  const change = (part: Partial<typeof table>): void =>
    set({ ...form, tables: form.tables.map((each) => (each.id === table.id ? { ...each, ...part } : each)) });
  const fault = (about: 'number' | 'name' | 'question' | 'video'): string | undefined => {
    const own = faults.filter((each) => each.about === about && each.table === table.id);
    return own.length === 0 ? undefined : faultWords(own, form, t)[0];
  };
  return (
    <li className={open ? 'on' : ''}>
      <div className="groups-table-line">
        <Field
          className="groups-number"
          label={t('plan.number')}
          inputMode="numeric"
          value={table.number}
          error={fault('number')}
          onChange={(number) => change({ number })}
        />
        <Field
          label={t('plan.name')}
          lang={lang}
          dir={dirOf(lang)}
          placeholder={wordsOf(form.themes.find(({ id }) => id === table.theme)?.title ?? null, lang)}
          value={wordsOf(table.name, lang)}
          error={fault('name')}
          onChange={(words) => change({ name: withWords(table.name, lang, words) })}
        />
        <label className="fld">
          <span className="lb">
            <span>{t('plan.itsTheme')}</span>
          </span>
          <select className="inp" value={table.theme ?? ''} onChange={(event) => change({ theme: event.currentTarget.value || null })}>
            <option value="">{t('plan.noTheme')}</option>
            {form.themes.map((theme, place) => (
              <option key={theme.id} value={theme.id}>
                {wordsOf(theme.title, lang) || wordsOf(theme.title, theme.title?.original ?? lang) || t('plan.theme', { n: place + 1 })}
              </option>
            ))}
          </select>
        </label>
        <span className="groups-table-acts">
          <Button
            icon="up"
            label={t('plan.up', { table: name })}
            off={index === 0 ? t('plan.first') : undefined}
            onPress={() => set(moved(form, index, index - 1))}
          />
          <Button
            icon="downward"
            label={t('plan.down', { table: name })}
            off={index === form.tables.length - 1 ? t('plan.last') : undefined}
            onPress={() => set(moved(form, index, index + 1))}
          />
          <Button icon="down" label={t('plan.more', { table: name })} expanded={open} onPress={onOpen} />
        </span>
      </div>
      {open ? (
        <div className="groups-table-more">
          <Field
            label={t('plan.question')}
            hint={t('plan.questionHint')}
            lang={lang}
            dir={dirOf(lang)}
            max={limits.titleChars}
            value={wordsOf(table.question, lang)}
            error={fault('question')}
            onChange={(words) => change({ question: withWords(table.question, lang, words) })}
          />
          <Field
            label={t('plan.video')}
            hint={t('plan.videoHint')}
            type="url"
            inputMode="url"
            value={table.video}
            error={fault('video')}
            onChange={(video) => change({ video })}
          />
          <Button icon="trash" off={why} onPress={() => set({ ...form, tables: form.tables.filter(({ id }) => id !== table.id) })}>
            {t('plan.remove', { table: name })}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
