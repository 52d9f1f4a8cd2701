/* Personal data of an assembly (IN4): until when, what there is, take it all away, erase it. Minutes and logs stay: they hold no name.
   Every act repeats its object and its number. */
import { useState } from 'react';
import { doneSchema, erasedSchema, type AssemblyRow, type Erased, type SessionRow } from '../../shared/organiser/wire.ts';
import { pickText, useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { T } from '../ui/T.tsx';
import { ask } from './api.ts';
import { Confirm } from './Confirm.tsx';
import { PageTitle } from './Frame.tsx';
import { organiserTexts, type Words } from './organiserTexts.ts';
import { goTo, href } from './route.ts';
import { useSay } from './say.ts';
import { useAct } from './useHome.ts';
import { dayLong, dayOf, theDay } from './when.ts';

type Asked =
  | { readonly kind: 'people'; readonly count: number }
  | { readonly kind: 'session'; readonly row: SessionRow }
  | { readonly kind: 'assembly' };

export function DataPage({ assembly, now, reload }: { assembly: AssemblyRow; now: number; reload: () => Promise<void> }) {
  const t = useTexts(organiserTexts);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<{ readonly words: string; readonly left: Erased['left'] } | null>(null);
  const name = pickText(assembly.name, t.lang).text;
  const finished = async (words: string, left: Erased['left']): Promise<void> => {
    setAsked(null);
    setDone({ words, left });
    await reload();
  };
  const drafts = assembly.sessions.every(({ phase }) => phase === 'draft');
  return (
    <>
      <PageTitle crumb={<a href={href({ page: 'assemblies', assembly: assembly.id })}>{name}</a>}>{t('data.title')}</PageTitle>
      <p className="soft org-lead">{t('data.lead')}</p>
      {done === null ? null : (
        <Band kind={done.left === 'clean' ? 'info' : 'time'} icon="check" title={done.words}>
          {done.left === 'clean' ? null : t('data.left')}
        </Band>
      )}
      <div className="org-panels">
        <section>
          <h2>{t('data.people')}</h2>
          <p className="soft">{assembly.people === 0 ? t('data.peopleNone') : t('data.peopleWords', { n: assembly.people })}</p>
          {assembly.people === 0 ? null : (
            <Button variant="quiet" onPress={() => setAsked({ kind: 'people', count: assembly.people })}>
              {t('data.erasePeople')}
            </Button>
          )}
        </section>
        <section>
          <h2>{t('data.export')}</h2>
          <p className="soft">{t('data.exportWords')}</p>
          <a className="btn quiet" href={`/api/assemblies/${assembly.id}/export`} download>
            {t('data.exportGo')}
          </a>
        </section>
        {drafts && !assembly.demo ? (
          <section>
            <h2>{t('data.remove')}</h2>
            <p className="soft">{t('data.removeWords')}</p>
            <Button variant="quiet" onPress={() => setAsked({ kind: 'assembly' })}>
              {`${t('data.remove')}…`}
            </Button>
          </section>
        ) : null}
      </div>
      {assembly.sessions.length === 0 ? null : (
        <section className="org-data">
          <h2>{t('data.sessions')}</h2>
          <div className="table-scroll">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('data.session')}</th>
                  <th scope="col">{t('data.what')}</th>
                  <th scope="col">{t('data.until')}</th>
                  <th scope="col">
                    <span className="sr-only">{t('data.act')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {assembly.sessions.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">
                      <T of={row.title} />
                      <span className="meta">{dayLong(row.day, t.lang)}</span>
                    </th>
                    <td>
                      {row.erasedAt === null
                        ? row.materials === 0
                          ? t('data.materialsNone')
                          : t('data.materials', { n: row.materials })
                        : t('data.erasedAt', { day: theDay(dayOf(row.erasedAt), t.lang) })}
                    </td>
                    <td>
                      <Until row={row} now={now} t={t} reload={reload} />
                    </td>
                    <td>
                      <Button
                        variant="quiet"
                        label={t('data.eraseSessionLabel', { title: pickText(row.title, t.lang).text })}
                        off={row.phase === 'closed' || row.phase === 'sealed' ? undefined : t('data.notClosed')}
                        onPress={() => setAsked({ kind: 'session', row })}
                      >
                        {t('data.eraseSession')}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      {asked?.kind === 'people' ? (
        <Confirm
          title={t('data.erasePeopleTitle', { n: asked.count })}
          words={t('data.erasePeopleWords', { name })}
          go={t('data.erasePeopleGo', { n: asked.count })}
          keep={t('data.keep')}
          path={`/api/assemblies/${assembly.id}/erase-people`}
          question={{ body: { members: 'all', count: asked.count } }}
          schema={erasedSchema}
          onDone={({ people, left }) => finished(t('data.erasedPeople', { n: people }), left)}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked?.kind === 'session' ? <EraseSession row={asked.row} t={t} onDone={finished} onClose={() => setAsked(null)} /> : null}
      {asked?.kind === 'assembly' ? (
        <Confirm
          title={t('data.removeTitle', { name })}
          words={t('data.removeDialog', { n: assembly.sessions.length })}
          go={t('data.removeGo', { name })}
          keep={t('data.removeKeep')}
          path={`/api/assemblies/${assembly.id}`}
          question={{ method: 'DELETE' }}
          schema={doneSchema}
          onDone={async () => {
            goTo({ page: 'assemblies', assembly: null });
            await reload();
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}

function EraseSession({
  row,
  t,
  onDone,
  onClose,
}: {
  row: SessionRow;
  t: Words;
  onDone: (words: string, left: Erased['left']) => Promise<void>;
  onClose: () => void;
}) {
  const title = pickText(row.title, t.lang).text;
  const n = row.materials;
  return (
    <Confirm
      title={n === 0 ? t('data.eraseSessionTitleNone', { title }) : t('data.eraseSessionTitle', { n, title })}
      words={t('data.eraseSessionWords')}
      go={n === 0 ? t('data.eraseSessionGoNone') : t('data.eraseSessionGo', { n })}
      keep={t('data.keep')}
      path={`/api/sessions/${row.id}/erase`}
      question={{ body: {} }}
      schema={erasedSchema}
      onDone={({ left }) => onDone(t('data.erasedSession', { title }), left)}
      onClose={onClose}
    />
  );
}

/** The day, changed where it stands; kept when the field is left. */
function Until({ row, now, t, reload }: { row: SessionRow; now: number; t: Words; reload: () => Promise<void> }) {
  const say = useSay();
  const [day, setDay] = useState(row.keepUntil ?? '');
  const { failed, act } = useAct();
  const keep = (): void => {
    if (day === (row.keepUntil ?? '')) return;
    act(() => ask(doneSchema, `/api/sessions/${row.id}/retention`, { body: { until: day === '' ? null : day } }), reload);
  };
  const due = row.keepUntil !== null && row.erasedAt === null && row.keepUntil <= dayOf(now);
  return (
    <span className="org-until">
      <Field
        label={t('data.untilLabel', { title: pickText(row.title, t.lang).text })}
        hideLabel
        type="date"
        value={day}
        onChange={setDay}
        onBlur={keep}
        onEnter={keep}
        error={failed ? say(failed) : undefined}
      />
      {due ? (
        <span className="tag time">
          <Icon name="clock" />
          {t('data.due')}
        </span>
      ) : null}
    </span>
  );
}
