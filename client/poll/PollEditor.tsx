// The tab "Domande": what is prepared, by item of the programme; the form; and on the dark, what phone and wall will show.
// Everything that is whole is saved by itself; what is missing is said, and stays on this page until it is there.
// Facilitators only: nobody else ever receives a draft.
import { useEffect, useRef, useState } from 'react';
import type { Lang } from '../../shared/kernel/text.ts';
import type { PollDraftRows } from '../../shared/poll/lists.ts';
import type { PollDriverView } from '../../shared/poll/view.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { newId } from '../kernel/ids.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Status } from '../ui/Status.tsx';
import { pollTexts } from './consoleTexts.ts';
import { useAsk } from './drive.ts';
import { emptyForm, formOf, toDraft, type FormDraft, type Whole } from './draftForm.ts';
import { PollEditorForm } from './PollEditorForm.tsx';
import type { AttributeNow, BlockName } from './PollEditorSettings.tsx';
import { PollEditorList } from './PollEditorList.tsx';
import { PollPreview, type PollPreviewProps } from './PollPreview.tsx';
import './console.css';

export type DraftRow = PollDraftRows[number];
export interface PollEditorProps {
  view: PollDriverView;
  /** The list `poll.drafts`; null while it comes. */
  rows: PollDraftRows | null;
  blocks: readonly BlockName[];
  attributes: readonly AttributeNow[];
  send: Send;
  /** Epoch ms of the server. */
  now: number;
  timeZone: string;
  /** The question to begin with ("Più scelte…" of a quick one). */
  first?: string | null | undefined;
  /** After opening: back to the hall. */
  onOpened?: (() => void) | undefined;
}
interface Work {
  readonly poll: string;
  readonly form: FormDraft;
}

export function PollEditor(props: PollEditorProps) {
  const { rows, send, blocks, first = null } = props;
  const t = useTexts(pollTexts);
  const { ask, refused } = useAsk(send);
  const [work, setWork] = useState<Work | null>(null);
  const [lang, setLang] = useState<Lang>('it');
  const [begun, setBegun] = useState(false);
  const pick = (row: DraftRow): void => {
    setWork({ poll: row.poll, form: formOf(row.draft, newId) });
    setLang(row.draft.question.original);
  };
  // The list has come: begin with the question that was asked for, once.
  if (!begun && rows !== null) {
    setBegun(true);
    const wanted = rows.find(({ poll }) => poll === first);
    if (wanted !== undefined) pick(wanted);
  }
  const row = rows?.find(({ poll }) => poll === work?.poll);
  const whole = work === null ? null : toDraft(work.form);
  const save = useSaving(work, whole, row, ask, props.now);
  const editable = row === undefined || row.may.edit;
  return (
    <div className="poll-editor">
      <PollEditorList
        rows={rows}
        blocks={blocks}
        chosen={work?.poll ?? null}
        onPick={pick}
        unsaved={work !== null && row === undefined ? work.form.question[work.form.original] : null}
        onAdd={() => setWork({ poll: newId(), form: emptyForm(null, newId) })}
        mayAdd={props.view.may.draft}
      />
      <main className="poll-editor-form">
        {work === null || whole === null ? (
          <p className="lead">{t(rows !== null && rows.length === 0 ? 'editor.none' : 'editor.pick')}</p>
        ) : (
          <>
            {editable ? (
              <PollEditorForm
                {...props}
                form={work.form}
                onChange={(form) => setWork({ ...work, form })}
                lang={lang}
                onLang={setLang}
                frozen={row?.frozen ?? false}
                newId={newId}
              />
            ) : (
              <Asked row={row} ask={ask} />
            )}
            {refused === null ? null : (
              <Band kind="error" live={false}>
                {refused}
              </Band>
            )}
            <div className="between">
              {editable ? <SaveLine whole={whole} save={save} timeZone={props.timeZone} /> : <span />}
              {row?.may.remove === true ? (
                <Button
                  variant="quiet"
                  icon="trash"
                  onPress={() => {
                    setWork(null);
                    void ask({ type: 'poll.remove', poll: work.poll });
                  }}
                >
                  {t('editor.remove')}
                </Button>
              ) : null}
            </div>
          </>
        )}
      </main>
      <aside className="poll-editor-side" data-theme="dark">
        <p className="poll-side-head">
          <Icon name="eyeoff" /> <b>{t('editor.preview')}</b>
        </p>
        {whole?.kind === 'whole' && row !== undefined ? <PollPreview {...preview(props, row, lang)} /> : null}
        {work !== null && whole?.kind === 'whole' && editable ? <OpenBar {...props} work={work} whole={whole} row={row} ask={ask} /> : null}
      </aside>
    </div>
  );
}
const preview = ({ view, now, timeZone }: PollEditorProps, row: DraftRow, lang: Lang): PollPreviewProps => ({
  poll: row.poll,
  draft: row.draft,
  lang,
  present: view.present,
  now,
  timeZone,
});

/** Saves what is whole, a moment after the last letter. Returns when it was last saved, or that it is on its way. */
function useSaving(
  work: Work | null,
  whole: Whole | null,
  row: DraftRow | undefined,
  ask: ReturnType<typeof useAsk>['ask'],
  now: number,
): { readonly at: number | null; readonly busy: boolean } {
  const [at, setAt] = useState<{ readonly poll: string; readonly at: number } | null>(null);
  const json = whole?.kind === 'whole' ? JSON.stringify(whole.draft) : null;
  const known = row === undefined ? null : JSON.stringify(savedOf(row));
  const busy = json !== null && json !== known && (row === undefined || row.may.edit);
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  }, [now]);
  const poll = work?.poll ?? null;
  useEffect(() => {
    if (!busy || poll === null) return;
    const timer = setTimeout(() => {
      const draft: unknown = JSON.parse(json);
      void ask({ type: 'poll.draft', poll, draft }).then((ok) => ok && setAt({ poll, at: latest.current }));
    }, 700);
    return () => clearTimeout(timer);
  }, [busy, poll, json, ask]);
  return { at: at !== null && at.poll === poll ? at.at : null, busy };
}
/** The server's draft, written as the form writes it: only then are equal drafts equal texts. */
const savedOf = (row: DraftRow) => {
  const again = toDraft(formOf(row.draft, () => 'unused'));
  return again.kind === 'whole' ? again.draft : row.draft;
};

function SaveLine({
  whole,
  save,
  timeZone,
}: {
  whole: Whole;
  save: { readonly at: number | null; readonly busy: boolean };
  timeZone: string;
}) {
  const t = useTexts(pollTexts);
  if (whole.kind === 'missing')
    return (
      <Status kind="time" icon="clock" live>
        {t(`editor.missing.${whole.what}`)}
      </Status>
    );
  return save.busy ? (
    <Status icon="outbox">{t('editor.saving')}</Status>
  ) : (
    <Status>
      {t('editor.saved')} {save.at === null ? '' : hour(save.at, t.lang, timeZone, { seconds: true })}
    </Status>
  );
}

/** A question that was asked: it can be repeated, not changed. */
function Asked({ row, ask }: { row: DraftRow; ask: ReturnType<typeof useAsk>['ask'] }) {
  const t = useTexts(pollTexts);
  const last = row.rounds.at(-1);
  return (
    <Band
      kind="info"
      title={t('editor.asked')}
      live={false}
      actions={
        last === undefined || last.phase === 'open' ? undefined : (
          <Button onPress={() => void ask({ type: 'poll.repeat', poll: row.poll, round: last.round + 1 })}>{t('editor.repeat')}</Button>
        )
      }
    />
  );
}

interface OpenBarProps extends PollEditorProps {
  work: Work;
  whole: Extract<Whole, { kind: 'whole' }>;
  row: DraftRow | undefined;
  ask: ReturnType<typeof useAsk>['ask'];
}
function OpenBar({ view, work, whole, row, ask, onOpened }: OpenBarProps) {
  const t = useTexts(pollTexts);
  const members = whole.draft.electorate === 'members';
  const may = members ? view.may.openToMembers : view.may.openToAudience;
  const round = row?.nextRound ?? 1;
  const why = may ? undefined : view.rounds.some((one) => one.phase === 'open') ? t('editor.busy') : t('editor.doors');
  const open = async (): Promise<void> => {
    // What is on the page is what opens, saved or not yet; a draft that did not change is nothing to do.
    if (!(await ask({ type: 'poll.draft', poll: work.poll, draft: whole.draft }))) return;
    if (await ask({ type: 'poll.open', poll: work.poll, round })) onOpened?.();
  };
  const go = useRef(open);
  useEffect(() => {
    go.current = open;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey) || !may) return;
      event.preventDefault();
      void go.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [may]);
  return (
    <div className="poll-go">
      <Button variant="primary" icon="next" iconAtEnd keyHint={`Ctrl ${t('editor.keys.enter')}`} off={why} onPress={() => void open()}>
        {round > 1 ? t('editor.openRound', { n: round }) : members ? t('editor.open', { n: view.present }) : t('editor.openAudience')}
      </Button>
    </div>
  );
}
