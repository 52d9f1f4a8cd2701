/* One assembly: its sessions, what is open first, each with where it stands and the one act that comes next; then its roll, its cards,
   its personal data. States by sign and word. Everything else of a session is behind its title. */
import { useState } from 'react';
import type { AssemblyRow, Due, SessionRow } from '../../shared/organiser/wire.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { T } from '../ui/T.tsx';
import { PageTitle } from './Frame.tsx';
import { NameDialog } from './NameDialog.tsx';
import { organiserTexts, type Words } from './organiserTexts.ts';
import { consoleOf, detailOf, phaseSign } from './phases.ts';
import { goTo, href } from './route.ts';
import { dayOf, month, sessionWhen, theDay } from './when.ts';

export function AssemblyPage({
  assembly,
  due,
  now,
  reload,
}: {
  assembly: AssemblyRow;
  due: readonly Due[];
  now: number;
  reload: () => Promise<void>;
}) {
  const t = useTexts(organiserTexts);
  const [naming, setNaming] = useState(false);
  const make = (
    <Button
      variant={assembly.sessions.some(({ phase }) => phase === 'open' || phase === 'suspended') ? 'plain' : 'primary'}
      icon="plus"
      onPress={() => goTo({ page: 'new', assembly: assembly.id, copy: null })}
    >
      {t('assembly.newSession')}
    </Button>
  );
  return (
    <>
      <div className="org-top">
        <div>
          <div className="org-named">
            <PageTitle>
              <T of={assembly.name} />
            </PageTitle>
            <Button variant="quiet" icon="pen" label={t('assembly.rename')} onPress={() => setNaming(true)} />
          </div>
          <p className="meta">{aboutOf(t, assembly)}</p>
        </div>
        {assembly.sessions.length === 0 ? null : make}
      </div>
      {due.length === 0 ? null : (
        <Band
          kind="time"
          title={t('assembly.due', { n: due.length })}
          live={false}
          actions={<Button onPress={() => goTo({ page: 'data', assembly: assembly.id })}>{t('assembly.dueOpen')}</Button>}
        >
          {t('assembly.dueHint')}
        </Band>
      )}
      {assembly.sessions.length === 0 ? (
        <div className="org-empty">
          <p>
            <b>{t('assembly.noSessions')}</b> {t('assembly.noSessionsHint')}
          </p>
          {make}
        </div>
      ) : (
        <Sessions sessions={assembly.sessions} now={now} t={t} />
      )}
      <Panels assembly={assembly} t={t} />
      <p className="meta org-life">
        <Icon name="info" />
        {t('assembly.life')}
      </p>
      {naming ? (
        <NameDialog
          of={assembly}
          onClose={() => setNaming(false)}
          onDone={() => {
            setNaming(false);
            void reload();
          }}
        />
      ) : null}
    </>
  );
}

const aboutOf = (t: Words, { members, reserves, from, until }: AssemblyRow): string => {
  if (members === 0) return t('assembly.noRoll');
  const parts = [t('assembly.members', { n: members })];
  if (reserves > 0) parts.push(t('assembly.reserves', { n: reserves }));
  if (until !== null)
    parts.push(
      from === null
        ? t('assembly.mandateUntil', { until: month(until, t.lang) })
        : t('assembly.mandate', { from: month(from, t.lang), until: month(until, t.lang) }),
    );
  return parts.join(', ');
};

function Sessions({ sessions, now, t }: { sessions: readonly SessionRow[]; now: number; t: Words }) {
  return (
    <div className="table-scroll">
      <table className="org-sessions">
        <thead>
          <tr>
            <th scope="col">{t('assembly.session')}</th>
            <th scope="col">{t('assembly.when')}</th>
            <th scope="col">{t('assembly.state')}</th>
            <th scope="col">
              <span className="sr-only">{t('assembly.what')}</span>
            </th>
            <th scope="col">
              <span className="sr-only">{t('assembly.act')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((one) => {
            const live = one.phase === 'open' || one.phase === 'suspended';
            const { sign, act } = phaseSign[one.phase];
            return (
              <tr key={one.id} className={live ? 'live' : ''}>
                <th scope="row">
                  <a href={href({ page: 'session', session: one.id })}>
                    <T of={one.title} />
                  </a>
                </th>
                <td>{sessionWhen(t, one, now)}</td>
                <td>
                  <span className="org-state">
                    <Icon name={sign} />
                    <b>{t(`phase.${one.phase}`)}</b>
                  </span>
                </td>
                <td className="meta">{detailOf(t, one)}</td>
                <td>
                  <a className={live ? 'btn primary' : 'btn quiet'} href={consoleOf(one.id)}>
                    {t(act)}
                  </a>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Panels({ assembly, t }: { assembly: AssemblyRow; t: Words }) {
  const { printed, members, importedAt, cardsReplaced, sessions } = assembly;
  const current = sessions[0];
  const words = [
    ...(printed === null
      ? [t('assembly.cardsNone')]
      : [t('assembly.cardsDone', { n: printed.cards, day: theDay(dayOf(printed.at), t.lang) })]),
    ...(printed !== null && cardsReplaced > 0 ? [t('assembly.cardsReplaced', { n: cardsReplaced })] : []),
  ];
  return (
    <div className="org-panels">
      <section>
        <h2>{t('assembly.roll')}</h2>
        <p className="soft">
          {members === 0
            ? t('assembly.rollEmpty')
            : [
                t('assembly.rollWords', { n: members }),
                ...(importedAt === null ? [] : [t('assembly.rollDated', { day: theDay(dayOf(importedAt), t.lang) })]),
              ].join(', ') + '.'}
        </p>
        <a className="btn quiet" href={href({ page: 'roll', assembly: assembly.id })}>
          {t(members === 0 ? 'assembly.rollBring' : 'assembly.rollOpen')}
        </a>
      </section>
      <section>
        <h2>{t('assembly.cards')}</h2>
        <p className="soft">
          {members === 0 ? t('assembly.cardsNoSeats') : current === undefined ? t('assembly.cardsNoSession') : words.join(' ')}
        </p>
        {printed !== null && printed.address !== assembly.base ? <p className="tag time">{t('assembly.cardsWrong')}</p> : null}
        {members === 0 || current === undefined ? null : (
          <a className="btn quiet" href={`/print?session=${current.id}&what=cards`}>
            {t(printed === null ? 'assembly.print' : 'assembly.printAgain')}
          </a>
        )}
      </section>
      <section>
        <h2>{t('assembly.data')}</h2>
        <p className="soft">
          {assembly.people === 0
            ? t('assembly.dataNone')
            : assembly.keepUntil === null
              ? t('assembly.dataNoDay')
              : t('assembly.dataWords', { day: theDay(assembly.keepUntil, t.lang) })}
        </p>
        <a className="btn quiet" href={href({ page: 'data', assembly: assembly.id })}>
          {t('assembly.dataOpen')}
        </a>
      </section>
    </div>
  );
}
