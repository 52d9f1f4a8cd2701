/* A new session: from which programme, its title, day, hour and place. Everything can be changed afterwards. The hours at the end follow the
   hour of start as it is written. A copy of a session starts from its programme and questions, without answers. */
import { useEffect, useState } from 'react';
import { limits } from '../../shared/kernel/limits.ts';
import { madeSessionSchema, templatesSchema, type AssemblyRow, type SessionRow, type Templates } from '../../shared/organiser/wire.ts';
import { hour, pickText, useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Opening } from '../ui/Opening.tsx';
import { ask, type Failed } from './api.ts';
import { PageTitle } from './Frame.tsx';
import { organiserTexts } from './organiserTexts.ts';
import { Hours, ProgrammeChoice, type Chosen } from './ProgrammeChoice.tsx';
import { goTo, href } from './route.ts';
import { useSay } from './say.ts';
import { useAct } from './useHome.ts';

interface Props {
  readonly assembly: AssemblyRow;
  /** The session to copy; null for a new one. */
  readonly copy: SessionRow | null;
  readonly reload: () => Promise<void>;
}
const emptyTemplates: Templates = { ok: true, ready: [], saved: [] };

export function NewSession({ assembly, copy, reload }: Props) {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const [offered, setOffered] = useState<Templates | null>(copy === null ? null : emptyTemplates);
  const [failed, setFailed] = useState<Failed | null>(null);
  useEffect(() => {
    if (copy !== null) return;
    let here = true;
    void ask(templatesSchema, '/api/templates').then((read) => {
      if (!here) return;
      if (read.ok) setOffered(read.data);
      else setFailed(read);
    });
    return () => {
      here = false;
    };
  }, [copy]);
  if (failed)
    return (
      <Band kind="error" code={failed.code}>
        {say(failed)}
      </Band>
    );
  if (offered === null) return <Opening title={t('loading')} />;
  return <SessionForm key={copy?.id ?? 'new'} assembly={assembly} copy={copy} reload={reload} offered={offered} />;
}

function SessionForm({ assembly, copy, reload, offered }: Props & { readonly offered: Templates }) {
  const t = useTexts(organiserTexts);
  const say = useSay();
  const first = offered.ready[0];
  const [chosen, setChosen] = useState<Chosen>(first ? { kind: 'ready', id: first.id, row: first } : { kind: 'empty' });
  /** As long as nobody wrote here, title and hour are the programme's. */
  const [own, setOwn] = useState<{ readonly title: string | null; readonly start: string | null }>({
    title: copy ? pickText(copy.title, t.lang).text : null,
    start: null,
  });
  const [day, setDay] = useState(copy === null ? '' : copy.day);
  const [place, setPlace] = useState(copy?.place ?? assembly.sessions[0]?.place ?? '');
  const [zone, setZone] = useState(copy?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [otherZone, setOtherZone] = useState(false);
  const [tried, setTried] = useState(false);
  const [half, setHalf] = useState<{ readonly session: string; readonly missing: readonly string[] } | null>(null);
  const { busy, failed, act } = useAct();

  const title = own.title ?? (chosen.kind === 'empty' ? '' : pickText(chosen.row.title, t.lang).text);
  const start =
    own.start ??
    (copy !== null && copy.startsAt !== null
      ? hourField(copy.startsAt, copy.timeZone)
      : chosen.kind === 'empty'
        ? '09:00'
        : chosen.row.startsAt);
  const missing = {
    title: title.trim() === '' ? t('new.missingTitle') : undefined,
    day: day === '' ? t('new.missingDay') : undefined,
    start: /^\d{2}:\d{2}$/.test(start) ? undefined : t('new.missingStart'),
  };

  const go = (): void => {
    setTried(true);
    if (Object.values(missing).some((one) => one !== undefined)) return;
    // A title nobody touched keeps the programme's translations: phones and wall read them.
    const said =
      own.title === null && chosen.kind !== 'empty'
        ? chosen.row.title
        : copy !== null && title === pickText(copy.title, t.lang).text
          ? copy.title
          : t.lang === 'en'
            ? { original: 'en', en: title }
            : { original: 'it', it: title };
    const common = { title: said, day, startsAt: start };
    const template =
      chosen.kind === 'empty'
        ? { kind: 'empty' }
        : chosen.kind === 'file'
          ? { kind: 'file', text: chosen.text }
          : { kind: chosen.kind, id: chosen.id };
    act(
      () =>
        copy === null
          ? ask(madeSessionSchema, `/api/assemblies/${assembly.id}/sessions`, { body: { ...common, template, timeZone: zone, place } })
          : ask(madeSessionSchema, `/api/sessions/${copy.id}/duplicate`, { body: common }),
      async (made) => {
        await reload();
        if (made.missing.length > 0) setHalf(made);
        else goTo({ page: 'session', session: made.session });
      },
    );
  };
  if (half)
    return (
      <Band
        kind="time"
        title={t('new.half', { n: half.missing.length })}
        actions={<Button onPress={() => goTo({ page: 'session', session: half.session })}>{t('new.go')}</Button>}
      >
        {t('new.halfHint', { which: half.missing.join('; ') })}
      </Band>
    );
  return (
    <form
      className="org-new"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <PageTitle crumb={<a href={href({ page: 'assemblies', assembly: assembly.id })}>{pickText(assembly.name, t.lang).text}</a>}>
        {copy === null ? t('new.title') : t('new.titleCopy', { title: pickText(copy.title, t.lang).text })}
      </PageTitle>
      <div className="org-new-fields">
        <Field
          className="wide"
          label={t('new.name')}
          value={title}
          onChange={(value) => setOwn((was) => ({ ...was, title: value }))}
          max={limits.titleChars}
          error={tried ? missing.title : undefined}
        />
        <Field label={t('new.day')} value={day} onChange={setDay} type="date" error={tried ? missing.day : undefined} />
        <Field
          label={t('new.start')}
          value={start}
          onChange={(value) => setOwn((was) => ({ ...was, start: value }))}
          type="time"
          error={tried ? missing.start : undefined}
        />
        {copy !== null ? null : (
          <Field
            className="wide"
            label={t('new.place')}
            hint={t('new.placeHint')}
            value={place}
            onChange={setPlace}
            max={limits.titleChars}
          />
        )}
        {otherZone ? <ZoneField value={zone} onChange={setZone} /> : null}
      </div>
      {copy !== null ? null : (
        <div className="org-new-programme">
          <ProgrammeChoice offered={offered} chosen={chosen} onChoose={setChosen} />
          <Hours chosen={chosen} startsAt={start} />
        </div>
      )}
      {failed ? (
        <Band kind="error" code={failed.code}>
          {say(failed)}
        </Band>
      ) : null}
      <div className="row org-foot">
        <Button variant="primary" type="submit" off={busy ? t('saving') : undefined}>
          {t('new.make')}
        </Button>
        <Button
          onPress={() =>
            copy === null ? goTo({ page: 'assemblies', assembly: assembly.id }) : goTo({ page: 'session', session: copy.id })
          }
        >
          {t('cancel')}
        </Button>
        <span className="soft grow">{missing.day === undefined ? dayWords(day, start, zone, t.lang) : ''}</span>
        {copy !== null || otherZone ? null : (
          <Button variant="quiet" icon="clock" onPress={() => setOtherZone(true)}>
            {t('new.zoneMore', { zone })}
          </Button>
        )}
      </div>
    </form>
  );
}

const hourField = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
/** What was written, read back in words: a day typed wrong is seen here. */
const dayWords = (day: string, start: string, zone: string, lang: 'it' | 'en' | 'ar'): string => {
  const at = Date.parse(`${day}T${/^\d{2}:\d{2}$/.test(start) ? start : '12:00'}:00Z`);
  if (Number.isNaN(at)) return '';
  const said = new Intl.DateTimeFormat(lang === 'it' ? 'it-IT' : 'en-GB', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
  return `${said}, ${hour(at, lang, 'UTC')}${zone === dayZone() ? '' : ` (${zone})`}`;
};
const dayZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

function ZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const t = useTexts(organiserTexts);
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    <label className="fld">
      <span className="lb">
        <span>{t('new.zone')}</span>
      </span>
      <select className="inp" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {(zones.includes(value) ? zones : [value, ...zones]).map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </select>
    </label>
  );
}
