// The wall between one thing and the next: the block that runs, what to do, the time in figures one reads from the last row,
// the ruler, and what comes. At most seven lines; nothing under 40 px of a 1080p picture; past the end the figure turns ochre and counts on.
// Draws the middle and the foot of the hall's frame; the head line is the screen's. Safe beside any room.
import type { CSSProperties } from 'react';
import type { AgendaScreenView } from '../../shared/agenda/view.ts';
import { timeline, type Timeline } from '../../shared/agenda/timeline.ts';
import { hour, timer, useLang, useTexts } from '../kernel/i18n.ts';
import { ClockText, TimerText } from '../ui/ClockText.tsx';
import { Rich } from '../ui/Rich.tsx';
import { Ruler } from '../ui/Ruler.tsx';
import { secondOf } from './clock.ts';
import { publicTexts } from './publicTexts.ts';
import { pieceOf, Saying } from './Saying.tsx';
import './wall.css';

export interface AgendaProjectorProps {
  view: AgendaScreenView;
  /** Epoch ms of the server. */
  now: number;
  timeZone: string;
  /** A line stands under it: who speaks. The time is as much smaller. */
  low?: boolean | undefined;
}

/** Two lines on the wall, three for a long one; a longer instruction is for the phones, where it can be read. */
const wallChars = 110;

/** "Punto 4 di 9" for the head line; null for a break or when nothing runs. */
export function AgendaPlace({ view }: { view: AgendaScreenView }) {
  const t = useTexts(publicTexts);
  const { running } = view;
  if (running === null) return null;
  return <>{running.number === null ? t('break') : t('place', { number: running.number, of: running.numbered })}</>;
}

export function AgendaProjector({ view, now, timeZone, low = false }: AgendaProjectorProps) {
  const line = timeline(view.course, now);
  const rows = <Rows view={view} line={line} timeZone={timeZone} />;
  return (
    <>
      {view.running === null ? (
        <div className="wall-main agenda-wall agenda-wall-list">
          <Idle view={view} line={line} timeZone={timeZone} />
          {rows}
        </div>
      ) : (
        <div className="wall-main agenda-wall">
          <Running running={view.running} now={now} low={low} />
          {rows}
        </div>
      )}
      <Foot view={view} line={line} now={now} timeZone={timeZone} />
    </>
  );
}

/** Nothing runs: before the start, or after the end. */
function Idle({ view, line, timeZone }: { view: AgendaScreenView; line: Timeline; timeZone: string }) {
  const t = useTexts(publicTexts);
  const first = line.next;
  return (
    <div className="agenda-wall-now">
      <h1>{first === null || view.over ? t('finished') : t('programme')}</h1>
      {first === null || view.over || first.startAt === null ? null : (
        <p className="agenda-wall-do">{t('notYet', { start: hour(first.startAt, t.lang, timeZone) })}</p>
      )}
    </div>
  );
}

function Running({ running, now, low }: { running: NonNullable<AgendaScreenView['running']>; now: number; low: boolean }) {
  const t = useTexts(publicTexts);
  const lang = useLang();
  const { left, elapsedMin, totalMin, warnMin, notice, paused } = secondOf(running, now);
  const title = pieceOf(running.title, lang);
  const words = [running.instructions, running.description].find((said) => said !== null && [...said.s].length <= wallChars) ?? null;
  const long = [...title.text].length > 34 || (words !== null && [...words.s].length > 60);
  const signs = timer(left).length;
  // What the widest figure of that many signs needs of 1060 px: 24:10, −12:30, 1:20:00.
  const widest = signs <= 5 ? 400 : signs === 6 ? 360 : 330;
  const style: CSSProperties & { '--size': number } = { '--size': widest * (long ? 0.8 : 1) * (low ? 0.68 : 1) };
  return (
    <div className={long ? 'agenda-wall-now long' : 'agenda-wall-now'} style={style}>
      <h1>
        <Saying of={running.title} />
      </h1>
      {words === null ? null : (
        <p className="agenda-wall-do">
          <Saying of={words} />
        </p>
      )}
      <p className={notice === 'none' || paused ? 'agenda-wall-time' : 'agenda-wall-time late'}>
        <TimerText sec={left} />
        {paused ? <span className="agenda-wall-paused">{t('paused')}</span> : null}
      </p>
      <Ruler
        toMin={totalMin}
        elapsedMin={elapsedMin}
        noticesMin={[warnMin]}
        label={t('elapsed', { elapsed: Math.max(0, Math.floor(elapsedMin)), total: Math.round(totalMin) })}
      />
    </div>
  );
}

function Rows({ view, line, timeZone }: { view: AgendaScreenView; line: Timeline; timeZone: string }) {
  const shown = line.rows.filter((row) => row.startAt !== null).slice(0, 5);
  return (
    <ol className="agenda-wall-rows">
      {shown.map((row) => {
        const said = view.course.rows.find(({ id }) => id === row.id)?.title;
        return (
          <li
            key={row.id}
            className={row.kind === 'running' ? 'now' : row.kind === 'done' ? 'past' : ''}
            aria-current={row.kind === 'running' ? 'step' : undefined}
          >
            <b>{row.startAt === null ? null : <ClockText ms={row.startAt} timeZone={timeZone} />}</b>
            <span>{said === undefined ? null : <Saying of={said} />}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Foot({ view, line, now, timeZone }: { view: AgendaScreenView; line: Timeline; now: number; timeZone: string }) {
  const t = useTexts(publicTexts);
  const { running } = view;
  const next = line.next;
  const said = next === null ? undefined : view.course.rows.find(({ id }) => id === next.id)?.title;
  const short = said !== undefined && [...said.s].length <= 34;
  return (
    <footer className="wall-foot">
      <span>
        {running !== null && secondOf(running, now).notice === 'over'
          ? t('over')
          : running !== null && running.warnSec > 0 && running.warnSec < running.sec
            ? t('warns', { n: Math.max(1, Math.round(running.warnSec / 60)) })
            : null}
      </span>
      {running !== null && next !== null && next.startAt !== null && short ? (
        <span>
          <Rich text={t('next', { start: hour(next.startAt, t.lang, timeZone), title: said.s })} />
        </span>
      ) : line.rows.length > 0 && running !== null && next === null ? (
        <span>
          <Rich text={t('endsAt', { end: hour(line.end, t.lang, timeZone) })} />
        </span>
      ) : null}
    </footer>
  );
}
