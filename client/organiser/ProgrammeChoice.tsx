/* From which programme a session starts: ours, one's own, a file, or none. The list at the start, its hours at the end (console-programma-modelli).
   A wrong file is told line by line and nothing of it enters. */
import { useRef, useState } from 'react';
import { readTemplateSchema, type FileProblem, type TemplateRow, type Templates } from '../../shared/organiser/wire.ts';
import { hour, useTexts, type Lang } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { T } from '../ui/T.tsx';
import { ask, type Failed } from './api.ts';
import { organiserTexts, type Words } from './organiserTexts.ts';
import { useSay } from './say.ts';

export type Chosen =
  | { readonly kind: 'ready' | 'saved'; readonly id: string; readonly row: TemplateRow }
  | { readonly kind: 'file'; readonly text: string; readonly name: string; readonly row: TemplateRow }
  | { readonly kind: 'empty' };

export const fileProblem = (t: Words, { line, path, code }: FileProblem): string => {
  const known = [
    'notJson',
    'tooDeep',
    'tooLarge',
    'otherFile',
    'otherVersion',
    'missing',
    'unknown',
    'wrongType',
    'wrongValue',
    'wrongFormat',
    'tooMuch',
    'tooLittle',
    'noSuchBlock',
  ] as const;
  const named = known.find((one) => one === code) ?? 'wrongValue';
  const field = [...path].reverse().find((part) => typeof part === 'string') ?? '';
  return t('new.fileLine', { line, what: t(`new.problem.${named}`, { field }) });
};

export const sizeOf = (t: Words, { blocks, polls }: TemplateRow): string => {
  const minutes = Math.round(blocks.reduce((sum, { plannedSec }) => sum + plannedSec, 0) / 60);
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  const length =
    h === 0 ? t('new.minutesOnly', { m }) : m === 0 ? t('new.hours', { h }) : t('new.hoursMinutes', { h, m: String(m).padStart(2, '0') });
  const count = t('detail.blocks', { n: blocks.filter(({ activity }) => activity !== 'break').length });
  return polls === 0
    ? t('new.size', { blocks: count, length })
    : t('new.sizePolls', { blocks: count, polls: t('detail.polls', { n: polls }), length });
};

export function ProgrammeChoice({ offered, chosen, onChoose }: { offered: Templates; chosen: Chosen; onChoose: (chosen: Chosen) => void }) {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<Extract<Chosen, { kind: 'file' }> | null>(chosen.kind === 'file' ? chosen : null);
  const [wrong, setWrong] = useState<{ readonly name: string; readonly problems: readonly FileProblem[] } | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const read = async (from: File): Promise<void> => {
    setWrong(null);
    setFailed(null);
    const text = await from.text();
    const reply = await ask(readTemplateSchema, '/api/templates/read', { body: { text } });
    if (!reply.ok) return setFailed(reply);
    if (!reply.data.ok) return setWrong({ name: from.name, problems: reply.data.problems });
    const found = { kind: 'file', text, name: from.name, row: reply.data.template } as const;
    setFile(found);
    onChoose(found);
  };
  const all: readonly Chosen[] = [
    ...(file === null ? [] : [file]),
    ...offered.ready.map((row) => ({ kind: 'ready', id: row.id, row }) as const),
    ...offered.saved.map((row) => ({ kind: 'saved', id: row.id, row }) as const),
    { kind: 'empty' },
  ];
  const same = (one: Chosen): boolean => one.kind === chosen.kind && (!('id' in one) || ('id' in chosen && one.id === chosen.id));
  return (
    <div className="org-choice">
      <fieldset>
        <legend>{t('new.choose')}</legend>
        {all.map((one) => (
          <label key={'id' in one ? one.id : one.kind} className={same(one) ? 'choice on' : 'choice'}>
            <input className="o" type="radio" name="programme" checked={same(one)} onChange={() => onChoose(one)} />
            <span>
              {one.kind === 'empty' ? t('new.empty') : <T of={one.row.title} />}
              {one.kind === 'file' ? <span className="meta"> {t('new.fromFile', { name: one.name })}</span> : null}
            </span>
            <span className="meta">{one.kind === 'empty' ? t('new.emptyHint') : sizeOf(t, one.row)}</span>
          </label>
        ))}
      </fieldset>
      {wrong === null ? null : (
        <Band kind="error" title={t('new.wrongFile', { name: wrong.name })}>
          <ul>
            {wrong.problems.map((problem, index) => (
              <li key={index}>{fileProblem(t, problem)}</li>
            ))}
          </ul>
        </Band>
      )}
      {failed === null ? null : (
        <Band kind="error" code={failed.code}>
          {say(failed)}
        </Band>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        accept="application/json,.json"
        onChange={(event) => {
          const from = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (from) void read(from);
        }}
      />
      <p>
        <Button icon="upload" onPress={() => picker.current?.click()}>
          {t('new.file')}
        </Button>
      </p>
    </div>
  );
}

/** The hours that a programme would give. `startsAt` HH:MM; what is not an hour yet shows minutes only. */
export function Hours({ chosen, startsAt }: { chosen: Chosen; startsAt: string }) {
  const t = useTexts(organiserTexts);
  const read = /^(\d{2}):(\d{2})$/.exec(startsAt);
  const start = read ? (Number(read[1]) * 60 + Number(read[2])) * 60_000 : null;
  if (chosen.kind === 'empty')
    return (
      <section className="org-hours">
        <h2>{t('new.empty')}</h2>
        <p className="soft">{t('new.nothing')}</p>
      </section>
    );
  const { blocks, polls, title } = chosen.row;
  const hours = blocks.map((_, place) =>
    start === null ? null : start + blocks.slice(0, place).reduce((sum, { plannedSec }) => sum + plannedSec * 1000, 0),
  );
  return (
    <section className="org-hours">
      <h2>
        <T of={title} />
      </h2>
      <p className="meta">{t('new.fromStart')}</p>
      <ol className="prog">
        {blocks.map((block, index) => (
          <li key={index}>
            <span className="h">{hourWords(hours[index] ?? null, t.lang)}</span>
            <span>
              <T of={block.title} />
            </span>
            <span className="d">{t('new.minutes', { n: Math.round(block.plannedSec / 60) })}</span>
          </li>
        ))}
      </ol>
      {polls === 0 ? null : <p className="meta">{t('new.brings', { n: polls })}</p>}
    </section>
  );
}

const hourWords = (at: number | null, lang: Lang): string => (at === null ? '' : hour(at, lang, 'UTC'));
