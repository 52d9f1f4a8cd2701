/* Everything of a session that is not the room itself: its links, the address of its phones, its paper, its programme as a model or a file,
   another day of the same, the end of a draft. */
import { useState } from 'react';
import { showCode } from '../../shared/kernel/codes.ts';
import { doneSchema, type AssemblyRow, type SessionRow } from '../../shared/organiser/wire.ts';
import { pickText, useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { T } from '../ui/T.tsx';
import { AddressChoice } from './AddressChoice.tsx';
import { ask } from './api.ts';
import { Confirm } from './Confirm.tsx';
import { PageTitle } from './Frame.tsx';
import { Links } from './Links.tsx';
import { organiserTexts } from './organiserTexts.ts';
import { consoleOf, detailOf, phaseSign, programmeOf } from './phases.ts';
import { goTo, href } from './route.ts';
import { useSay } from './say.ts';
import { useAct } from './useHome.ts';
import { sessionWhen } from './when.ts';

const paper = ['cards', 'join', 'answers', 'planb'] as const;

export function SessionPage({
  assembly,
  row,
  now,
  reload,
}: {
  assembly: AssemblyRow;
  row: SessionRow;
  now: number;
  reload: () => Promise<void>;
}) {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const [saved, setSaved] = useState(false);
  const [asked, setAsked] = useState(false);
  const { busy, failed, act } = useAct();
  const { sign, act: next } = phaseSign[row.phase];
  const running = row.phase === 'open' || row.phase === 'suspended' || row.phase === 'doors';
  return (
    <>
      <div className="org-top">
        <div>
          <PageTitle crumb={<a href={href({ page: 'assemblies', assembly: assembly.id })}>{pickText(assembly.name, t.lang).text}</a>}>
            <T of={row.title} />
          </PageTitle>
          <p className="meta org-facts">
            <span>{[sessionWhen(t, row, now), ...(row.place === '' ? [] : [row.place])].join(', ')}</span>
            <span className="org-state">
              <Icon name={sign} />
              {t(`phase.${row.phase}`)}
            </span>
            <span>{detailOf(t, row)}</span>
          </p>
        </div>
        <p className="org-code">
          <span className="meta">{t('session.code')}</span> <b className="code">{showCode(row.code)}</b>
        </p>
        <a className="btn primary" href={consoleOf(row.id)}>
          {t(running ? 'session.goIn' : next === 'assembly.prepare' ? 'session.prepare' : 'session.open')}
        </a>
      </div>
      <div className="org-session">
        <div className="stack">
          <Links session={row.id} sealed={row.phase === 'sealed'} now={now} />
          <section>
            <h2>{t('session.programme')}</h2>
            <p className="soft">{programmeOf(t, row)}</p>
            <div className="org-acts">
              <Button
                variant="quiet"
                off={busy ? t('saving') : undefined}
                onPress={() =>
                  act(
                    () => ask(doneSchema, '/api/templates', { body: { session: row.id } }),
                    () => setSaved(true),
                  )
                }
              >
                {t('session.saveTemplate')}
              </Button>
              <a className="btn quiet" href={`/api/sessions/${row.id}/session-file`} download>
                {t('session.file')}
              </a>
              <Button variant="quiet" onPress={() => goTo({ page: 'new', assembly: assembly.id, copy: row.id })}>
                {t('session.again')}
              </Button>
              {row.phase === 'draft' ? (
                <Button variant="quiet" onPress={() => setAsked(true)}>
                  {t('session.delete')}
                </Button>
              ) : null}
            </div>
            {saved ? (
              <Band kind="info" icon="check">
                {t('session.savedTemplate')}
              </Band>
            ) : null}
            {failed && !asked ? (
              <Band kind="error" code={failed.code}>
                {say(failed)}
              </Band>
            ) : null}
          </section>
        </div>
        <div className="stack">
          <section>
            <h2>{t('session.paper')}</h2>
            <p className="soft">{t('session.paperHint')}</p>
            <ul className="org-paper">
              {paper.map((what) => (
                <li key={what}>
                  <a href={`/print?session=${row.id}&what=${what}`}>
                    <Icon name="print" />
                    {t(`session.${what}`)}
                  </a>
                </li>
              ))}
            </ul>
          </section>
          <AddressChoice session={row.id} />
        </div>
      </div>
      {asked ? <DeleteDraft assembly={assembly} row={row} reload={reload} onClose={() => setAsked(false)} /> : null}
    </>
  );
}

function DeleteDraft({
  assembly,
  row,
  reload,
  onClose,
}: {
  assembly: AssemblyRow;
  row: SessionRow;
  reload: () => Promise<void>;
  onClose: () => void;
}) {
  const t = useTexts(organiserTexts);
  const title = pickText(row.title, t.lang).text;
  return (
    <Confirm
      title={t('session.deleteTitle', { title })}
      words={t('session.deleteWords', { blocks: t('detail.blocks', { n: row.blocks }), polls: t('detail.polls', { n: row.polls }) })}
      go={t('session.deleteGo', { title })}
      keep={t('session.deleteKeep')}
      path={`/api/sessions/${row.id}`}
      question={{ method: 'DELETE' }}
      schema={doneSchema}
      onDone={async () => {
        goTo({ page: 'assemblies', assembly: assembly.id });
        await reload();
      }}
      onClose={onClose}
    />
  );
}
