// The facilitator's left column: the clock, how late it is, the ways out of it with the hour each gives, and the programme with
// planned and true or estimated hours. Late is said in ochre and in words, beside the clock, never behind a badge (AG1, AG3).
// It only shows and asks: choosing a remedy opens a dialog that wants the reason. Looking ahead moves nobody (K9).
import type { AgendaDriverView } from '../../shared/agenda/view.ts';
import { lateSec, remedies, type Offer } from '../../shared/agenda/remedies.ts';
import { timeline, type Timeline } from '../../shared/agenda/timeline.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { ClockText } from '../ui/ClockText.tsx';
import { Rich } from '../ui/Rich.tsx';
import { agendaTexts } from './agendaTexts.ts';
import { minutesOf } from './clock.ts';
import { offerWords } from './offerWords.ts';
import { Saying } from './Saying.tsx';
import { useTitles } from './useTitles.ts';
import './agenda.css';
import './console.css';

export interface AgendaRunOfShowProps {
  view: AgendaDriverView;
  now: number;
  timeZone: string;
  /** Opens AgendaRemedies, with one way already chosen or none. The console binds the key T to the same. */
  onRemedies: (chosen: Offer['kind'] | null) => void;
}

/** With few blocks the ways out stand open; with many the hours need the room. */
const roomyRows = 9;

export function AgendaRunOfShow({ view, now, timeZone, onRemedies }: AgendaRunOfShowProps) {
  const t = useTexts(agendaTexts);
  const line = timeline(view.course, now);
  const late = lateSec(view.course, now);
  const roomy = line.rows.length <= roomyRows;
  return (
    <aside className="agenda-left" aria-label={t('run.label')} tabIndex={0}>
      <div className="agenda-clock">
        <ClockText ms={now} timeZone={timeZone} className="num" />
        <Drift view={view} line={line} now={now} timeZone={timeZone} />
      </div>
      {late === 0 || !view.may.remedy ? null : roomy ? (
        <Ways view={view} now={now} timeZone={timeZone} plannedEnd={line.plannedEnd} onRemedies={onRemedies} />
      ) : (
        <div className="agenda-recover">
          <Button onPress={() => onRemedies(null)} keyHint="T">
            {t('run.recover', { minutes: minutesOf(late) })}
          </Button>
        </div>
      )}
      <Programme view={view} line={line} timeZone={timeZone} wide={!roomy} />
    </aside>
  );
}

/** Once it is over nothing is projected any more: when the last point ended; null: none had begun. */
const endedAt = (line: Timeline): number | null => {
  const ends = line.rows.flatMap(({ kind, endAt }) => (kind === 'done' && endAt !== null ? [endAt] : []));
  return ends.length === 0 ? null : Math.max(...ends);
};

function Drift({ view, line, now, timeZone }: { view: AgendaDriverView; line: Timeline; now: number; timeZone: string }) {
  const t = useTexts(agendaTexts);
  const at = (ms: number): string => hour(ms, t.lang, timeZone);
  const { startPlanned } = view.course;
  if (view.over) {
    const ended = endedAt(line);
    return <p className="meta">{ended === null ? t('run.notBegun') : <Rich text={t('run.endedAt', { end: at(ended) })} />}</p>;
  }
  if (line.plannedEnd === null) return <p className="meta">{t('run.noHour')}</p>;
  if (!view.begun && startPlanned !== null && now < startPlanned) {
    return (
      <p className="meta">
        <Rich text={t('run.startAt', { start: at(startPlanned) })} />
      </p>
    );
  }
  const sec = line.driftSec;
  const off = Math.abs(sec) < 60 ? null : t(sec > 0 ? 'run.late' : 'run.early', { minutes: minutesOf(Math.abs(sec)) });
  return (
    <div>
      <p className={sec >= 60 && off !== null ? 'tag time' : 'tag'}>{off ?? t('run.onTime')}</p>
      <p className="meta">
        <Rich text={t('run.endAt', { end: at(line.end) })} />
        {off === null ? null : (
          <>
            <br />
            {t('run.insteadOf', { planned: at(line.plannedEnd) })}
          </>
        )}
      </p>
    </div>
  );
}

function Ways({
  view,
  now,
  timeZone,
  plannedEnd,
  onRemedies,
}: {
  view: AgendaDriverView;
  now: number;
  timeZone: string;
  plannedEnd: number | null;
  onRemedies: AgendaRunOfShowProps['onRemedies'];
}) {
  const t = useTexts(agendaTexts);
  const titleOf = useTitles(view.course.rows, view.rev);
  return (
    <section className="agenda-ways">
      <h2>{t('run.toEndAt', { planned: hour(plannedEnd ?? now, t.lang, timeZone) })}</h2>
      <ul>
        {remedies(view.course, now).map((offer) => (
          <li key={offer.kind}>
            <button type="button" onClick={() => onRemedies(offer.kind)}>
              <span>{offerWords(offer, titleOf, t)}</span>
              <b>
                <ClockText ms={offer.end} timeZone={timeZone} />
              </b>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Programme({ view, line, timeZone, wide }: { view: AgendaDriverView; line: Timeline; timeZone: string; wide: boolean }) {
  const t = useTexts(agendaTexts);
  const titleOf = useTitles(view.course.rows, view.rev);
  const at = (ms: number | null): string => (ms === null ? '' : hour(ms, t.lang, timeZone));
  if (line.rows.length === 0) return <p className="soft">{t('run.empty')}</p>;
  return (
    <ol className={wide ? 'prog agenda-run two' : 'prog agenda-run'}>
      {wide ? (
        <li className="agenda-run-head" aria-hidden="true">
          <span>{t('run.planned')}</span>
          <span>{t('run.estimated')}</span>
          <span />
        </li>
      ) : null}
      {line.rows.map((row) => {
        const runs = row.kind === 'running';
        const missed = view.over && row.kind === 'ahead';
        const out = missed || row.kind === 'skipped' || row.kind === 'postponed';
        const moved = row.plannedAt !== null && row.startAt !== null && Math.abs(row.startAt - row.plannedAt) >= 60_000;
        const words = missed ? t('run.missed') : row.kind === 'skipped' || row.kind === 'postponed' ? t(`run.${row.kind}`) : null;
        return (
          <li
            key={row.id}
            className={runs ? 'now' : row.kind === 'ahead' && !missed ? '' : 'past'}
            aria-current={runs ? 'step' : undefined}
          >
            {wide ? (
              <span className="agenda-was">
                <span className="sr-only">{t('run.planned')} </span>
                {at(row.plannedAt)}
              </span>
            ) : null}
            <span className="h">{out ? '–' : at(row.startAt)}</span>
            <span className="agenda-cell">
              <span className={out ? 't agenda-out' : 't'}>
                <Saying of={titleOf(row.id)} />
              </span>
              {words === null ? null : <span className="meta"> {words}</span>}
              {runs && !wide ? (
                <span className="meta agenda-detail">
                  {moved ? `${t('run.plannedWas', { planned: at(row.plannedAt) })}, ` : ''}
                  {t('run.until', { end: at(row.endAt) })}
                </span>
              ) : null}
            </span>
            {wide ? null : (
              <span className="d">
                <span aria-hidden="true">{t('run.minutes', { n: Math.round(row.sec / 60) })}</span>
                <span className="sr-only">{t('run.minutesSaid', { n: Math.round(row.sec / 60) })}</span>
              </span>
            )}
          </li>
        );
      })}
      <li className="agenda-end">
        {wide ? <span className="agenda-was">{at(line.plannedEnd)}</span> : null}
        <span className={line.driftSec >= 60 && !view.over ? 'h late' : 'h'}>{at(view.over ? endedAt(line) : line.end)}</span>
        <span>{t('run.end')}</span>
      </li>
    </ol>
  );
}
