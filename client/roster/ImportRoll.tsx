/* The import of the roll (casa-importa, RO6): one file, read by the server; either every fault with its line and what to do, and nobody came in,
   or the columns as they were read, and a button that puts everybody on the roll at once. Only the organiser sees this page.
   Uploading writes nothing: the second step does. Both are props, so that the page can be tried without a server. */
import { useRef, useState } from 'react';
import { exampleRoll } from '../../shared/roster/csv.ts';
import type { RollReply, RollSummary } from '../../shared/roster/reading.ts';
import type { Params } from '../../shared/kernel/room.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Columns, errorsCsv, Problems } from './ImportTables.tsx';
import { rosterTexts, type RosterTranslate } from './rosterTexts.ts';
import './roster.css';

type Failed = { readonly code: string; readonly params?: Params };
export interface ImportRollProps {
  readonly assembly: string;
  /** Members on the roll now: 0 is a first import. */
  readonly members: number;
  /** Reads and judges; writes nothing. `replaces`: seats of today's roll do not count as taken. */
  readonly check: (file: File, replaces: boolean) => Promise<RollReply | Failed>;
  /** Puts everybody on the roll, or nobody. */
  readonly enter: (file: File, replaces: boolean) => Promise<{ readonly ok: true; readonly members: number } | RollReply | Failed>;
  readonly refusal: (refused: Failed) => string;
  readonly onDone?: (() => void) | undefined;
}
type Stage =
  | { readonly kind: 'start' }
  | { readonly kind: 'reading'; readonly file: File }
  | { readonly kind: 'judged'; readonly file: File; readonly reply: RollReply }
  | { readonly kind: 'entering'; readonly file: File; readonly summary: RollSummary }
  | { readonly kind: 'failed'; readonly why: Failed }
  | { readonly kind: 'done'; readonly members: number };

const isReply = (value: RollReply | Failed | { readonly ok: true; readonly members: number }): value is RollReply =>
  'ok' in value && (value.ok ? 'summary' in value : 'problems' in value);

const save = (name: string, text: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
export function ImportRoll({ assembly, members, check, enter, refusal, onDone }: ImportRollProps) {
  const t = useTexts(rosterTexts);
  const [stage, setStage] = useState<Stage>({ kind: 'start' });
  const [replaces, setReplaces] = useState(false);
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);

  const read = async (file: File, replacing: boolean): Promise<void> => {
    setStage({ kind: 'reading', file });
    const reply = await check(file, replacing);
    setStage(isReply(reply) ? { kind: 'judged', file, reply } : { kind: 'failed', why: reply });
  };
  const confirm = async (file: File, summary: RollSummary): Promise<void> => {
    setStage({ kind: 'entering', file, summary });
    const reply = await enter(file, replaces);
    if (isReply(reply)) setStage({ kind: 'judged', file, reply });
    else if ('ok' in reply) {
      setStage({ kind: 'done', members: reply.members });
      onDone?.();
    } else setStage({ kind: 'failed', why: reply });
  };
  const choose = (
    <>
      <input
        ref={picker}
        className="sr-only"
        type="file"
        accept=".csv,text/csv,text/plain"
        tabIndex={-1}
        aria-label={t('import.choose')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file, corrected, must be choosable again.
          event.currentTarget.value = '';
          if (file) void read(file, replaces);
        }}
      />
      <Button
        variant={stage.kind === 'judged' && stage.reply.ok ? 'plain' : 'primary'}
        icon="upload"
        onPress={() => picker.current?.click()}
      >
        {t(stage.kind !== 'judged' ? 'import.choose' : stage.reply.ok ? 'import.chooseOther' : 'import.chooseAgain')}
      </Button>
    </>
  );
  const example = (
    <Button variant="quiet" onPress={() => save(t('import.exampleFile'), exampleRoll)}>
      {t('import.example')}
    </Button>
  );
  const file = 'file' in stage ? stage.file : null;
  return (
    <section
      className="roll-import"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer.files[0];
        if (dropped) void read(dropped, replaces);
      }}
    >
      <div>
        <p className="meta">
          {assembly} / {t('import.crumb')}
        </p>
        <h1>{titleOf(t, stage)}</h1>
      </div>
      {stage.kind === 'start' || stage.kind === 'failed' ? (
        <>
          {stage.kind === 'failed' ? (
            <Band kind="error" title={t('import.failed')} code={stage.why.code}>
              {refusal(stage.why)}
            </Band>
          ) : null}
          <p>{t('import.start')}</p>
          <p className="soft">{t('import.privacy')}</p>
          <div className={over ? 'drop over' : 'drop'}>
            {choose}
            <span className="soft">{t('import.drop')}</span>
          </div>
          <div className="row">{example}</div>
        </>
      ) : null}
      {stage.kind === 'reading' ? <p role="status">{t('import.reading', { file: stage.file.name })}</p> : null}
      {stage.kind === 'done' ? (
        <Band kind="info" title={t('import.done', { n: stage.members })} icon="check">
          {t('import.doneNext')}
        </Band>
      ) : null}
      {stage.kind === 'judged' && !stage.reply.ok ? (
        <>
          <Band kind="error" title={t('import.nobodyIn')}>
            {stage.reply.summary
              ? t('import.nobodyWords', { file: stage.file.name, n: stage.reply.summary.rows, good: stage.reply.summary.good })
              : t('import.nobodyFile', { file: stage.file.name })}
          </Band>
          <Problems t={t} problems={stage.reply.problems} more={stage.reply.more} />
          {stage.reply.summary ? <Columns t={t} summary={stage.reply.summary} values={false} /> : null}
          <div className="row">
            {choose}
            <Button onPress={() => save(t('import.errorsFile'), errorsCsv(t, stage.reply))}>{t('import.errorsCsv')}</Button>
            {example}
          </div>
        </>
      ) : null}
      {(stage.kind === 'judged' && stage.reply.ok) || stage.kind === 'entering' ? (
        <Ready t={t} summary={stage.kind === 'entering' ? stage.summary : (stage.reply.summary ?? null)} />
      ) : null}
      {members > 0 && (stage.kind === 'start' || (stage.kind === 'judged' && file)) ? (
        <Check
          label={t('import.replaces', { n: members })}
          hint={t('import.replacesHint')}
          checked={replaces}
          onChange={(next) => {
            setReplaces(next);
            if (file) void read(file, next);
          }}
        />
      ) : null}
      {stage.kind === 'judged' && stage.reply.ok ? (
        <div className="row">
          <Confirm
            t={t}
            summary={stage.reply.summary}
            replaced={replaces ? members : 0}
            onPress={(summary) => void confirm(stage.file, summary)}
          />
          {choose}
        </div>
      ) : null}
      {stage.kind === 'entering' ? <p role="status">{t('import.entering')}</p> : null}
    </section>
  );
}

const titleOf = (t: RosterTranslate, stage: Stage): string => {
  if (stage.kind === 'entering') return t('import.titleGood', { n: stage.summary.seats + stage.summary.reserves });
  if (stage.kind !== 'judged') return t('import.titleStart');
  if (stage.reply.ok) return t('import.titleGood', { n: stage.reply.summary.seats + stage.reply.summary.reserves });
  return t('import.titleErrors', { n: stage.reply.problems.length + stage.reply.more });
};

function Confirm({
  t,
  summary,
  replaced,
  onPress,
}: {
  t: RosterTranslate;
  summary: RollSummary;
  replaced: number;
  onPress: (summary: RollSummary) => void;
}) {
  const n = summary.seats + summary.reserves;
  return (
    <Button variant="primary" onPress={() => onPress(summary)}>
      {replaced > 0 ? t('import.enterReplacing', { n, old: replaced }) : t('import.enter', { n })}
    </Button>
  );
}

function Ready({ t, summary }: { t: RosterTranslate; summary: RollSummary | null }) {
  if (!summary) return null;
  return (
    <>
      <p>{t('import.goodWords', { seats: summary.seats, reserves: summary.reserves })}</p>
      <Columns t={t} summary={summary} values />
    </>
  );
}
