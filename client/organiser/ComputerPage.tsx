/* This computer: which program, where the data lies, how much room is left, by which addresses others reach it; and the saved programmes,
   which belong to the computer and not to one assembly. */
import { useRef, useState } from 'react';
import {
  readTemplateSchema,
  doneSchema,
  templatesSchema,
  type FileProblem,
  type Home,
  type TemplateRow,
} from '../../shared/organiser/wire.ts';
import { hour, number, pickText, useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { T } from '../ui/T.tsx';
import { ask, type Failed } from './api.ts';
import { Confirm } from './Confirm.tsx';
import { PageTitle } from './Frame.tsx';
import { organiserTexts } from './organiserTexts.ts';
import { fileProblem, sizeOf } from './ProgrammeChoice.tsx';
import { useSay } from './say.ts';
import { useRead } from './useRead.ts';
import { dayLong, dayOf } from './when.ts';

const lowBytes = 2e9;

export function ComputerPage({ computer }: { computer: Home['computer'] }) {
  const t = useTexts(organiserTexts);
  const { version, engine, folder, freeBytes, startedAt, addresses } = computer;
  const low = freeBytes !== null && freeBytes < lowBytes;
  return (
    <main className="org-page">
      <PageTitle>{t('computer.title')}</PageTitle>
      <p className="soft org-lead">{t('computer.lead')}</p>
      <dl className="org-facts-list">
        <dt>{t('computer.version')}</dt>
        <dd>
          {version}{' '}
          <span className="meta">{t('computer.since', { hour: hour(startedAt, t.lang), day: dayLong(dayOf(startedAt), t.lang) })}</span>
        </dd>
        <dt>{t('computer.data')}</dt>
        <dd>
          {t(`computer.engine.${engine}`)} <code dir="ltr">{folder}</code>
        </dd>
        <dt>{t('computer.free')}</dt>
        <dd>
          {freeBytes === null
            ? t('computer.freeUnknown')
            : t('computer.freeWords', { gb: number(Math.floor(freeBytes / 1e8) / 10, t.lang) })}
          {low ? <span className="tag time">{t('computer.freeLow')}</span> : null}
        </dd>
        <dt>{t('computer.addresses')}</dt>
        <dd>
          <ul>
            {addresses.map((one) => (
              <li key={one.base}>
                <span dir="ltr">{one.base}</span> <span className="meta">{t(`session.kind.${one.kind}`, { network: one.network })}</span>
              </li>
            ))}
          </ul>
          <p className="meta">{t(addresses[0]?.kind === 'local' ? 'computer.local' : 'computer.addressesHint')}</p>
        </dd>
      </dl>
      <Saved />
    </main>
  );
}

function Saved() {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const picker = useRef<HTMLInputElement>(null);
  const { data, failed: unread, again: read } = useRead(templatesSchema, '/api/templates');
  const saved = data?.saved ?? [];
  const [refused, setRefused] = useState<Failed | null>(null);
  const failed = refused ?? unread;
  const [wrong, setWrong] = useState<{ readonly name: string; readonly problems: readonly FileProblem[] } | null>(null);
  const [entered, setEntered] = useState<string | null>(null);
  const [asked, setAsked] = useState<TemplateRow | null>(null);
  const bring = async (file: File): Promise<void> => {
    setWrong(null);
    setRefused(null);
    setEntered(null);
    const reply = await ask(readTemplateSchema, '/api/templates/import', { body: { text: await file.text() } });
    if (!reply.ok) return setRefused(reply);
    if (!reply.data.ok) return setWrong({ name: file.name, problems: reply.data.problems });
    setEntered(pickText(reply.data.template.title, t.lang).text);
    await read();
  };
  const titleOf = (row: TemplateRow): string => pickText(row.title, t.lang).text;
  return (
    <section>
      <h2>{t('computer.templates')}</h2>
      {saved.length === 0 ? <p className="soft">{t('computer.templatesNone')}</p> : null}
      <ul className="org-saved">
        {saved.map((row) => (
          <li key={row.id}>
            <span>
              <T of={row.title} />
              <span className="meta">{sizeOf(t, row)}</span>
            </span>
            <a
              className="btn quiet"
              href={`/api/templates/${row.id}/file`}
              download
              aria-label={t('computer.downloadLabel', { title: titleOf(row) })}
            >
              {t('computer.download')}
            </a>
            <Button variant="quiet" label={t('computer.removeLabel', { title: titleOf(row) })} onPress={() => setAsked(row)}>
              {t('computer.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {entered === null ? null : (
        <Band kind="info" icon="check">
          {t('computer.imported', { title: entered })}
        </Band>
      )}
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
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void bring(file);
        }}
      />
      <Button icon="upload" onPress={() => picker.current?.click()}>
        {t('computer.import')}
      </Button>
      {asked === null ? null : (
        <Confirm
          title={t('computer.removeTitle', { title: titleOf(asked) })}
          words={t('computer.removeWords')}
          go={t('computer.removeGo', { title: titleOf(asked) })}
          keep={t('computer.removeKeep')}
          path={`/api/templates/${asked.id}`}
          question={{ method: 'DELETE' }}
          schema={doneSchema}
          onDone={async () => {
            setAsked(null);
            await read();
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
