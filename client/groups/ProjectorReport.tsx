// A table tells the plenary (GR6). Where its board is on the wall, the board is the picture and only the time is drawn here, for its foot;
// where it is not, the table's name and its time fill the wall. Never the name or the seat of who speaks (SC6).
import { useTexts } from '../kernel/i18n.ts';
import { TimerText } from '../ui/ClockText.tsx';
import { Rich } from '../ui/Rich.tsx';
import { ProjectorSaid, type TableName } from './ProjectorSaid.tsx';
import { groupsWallTexts } from './wallTexts.ts';
import './wall.css';

/** Ochre from here on: time to come to the point. */
const shortSec = 30;
const secondsTo = (endsAt: number, now: number): number => Math.ceil((endsAt - now) / 1000) + 0;

/** "Tempo per raccontare: 1:20" */
export function ProjectorReportTime({ endsAt, now }: { endsAt: number; now: number }) {
  const t = useTexts(groupsWallTexts);
  const left = secondsTo(endsAt, now);
  return (
    <span className={left <= shortSec ? 'report-wall-left late' : 'report-wall-left'}>
      {t('timeLeft')}{' '}
      <b>
        <TimerText sec={left} />
      </b>
    </span>
  );
}

export interface ProjectorReportProps {
  readonly table: TableName;
  /** Epoch ms; null: it does not tell yet (a preview). */
  readonly endsAt: number | null;
  readonly now: number;
  /** The table that comes after it. */
  readonly next: TableName | null;
}

export function ProjectorReport({ table, endsAt, now, next }: ProjectorReportProps) {
  const t = useTexts(groupsWallTexts);
  const left = endsAt === null ? null : secondsTo(endsAt, now);
  return (
    <>
      <div className="wall-main report-wall">
        <h1>{t('table', { number: table.number })}</h1>
        {table.name === null ? null : (
          <p className="report-wall-name">
            <ProjectorSaid of={table.name} />
          </p>
        )}
        {left === null ? null : (
          <p className={left <= shortSec ? 'report-wall-time late' : 'report-wall-time'}>
            <TimerText sec={left} />
          </p>
        )}
      </div>
      <footer className="wall-foot">
        <span>{left === null ? null : t('time')}</span>
        <span>{next === null ? null : <Rich text={t('then', { table: t('table', { number: next.number }) })} />}</span>
      </footer>
    </>
  );
}
