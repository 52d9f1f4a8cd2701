// A table tells the plenary (GR6). Where its board is on the wall, the board is the picture and only the time is drawn here, for its foot;
// where it is not, the table's name and its time fill the wall. Never the name or the seat of who speaks (SC6).
import { useTexts } from '../kernel/i18n.ts';
import { TimerText } from '../ui/ClockText.tsx';
import { Rich } from '../ui/Rich.tsx';
import type { ReportTime } from './reportTime.ts';
import { ProjectorSaid, type TableName } from './ProjectorSaid.tsx';
import { groupsWallTexts } from './wallTexts.ts';
import './wall.css';

/** "Tempo per raccontare: 1:20" */
export function ProjectorReportTime({ time: { left, paused, late } }: { time: ReportTime }) {
  const t = useTexts(groupsWallTexts);
  return (
    <span className={late ? 'report-wall-left late' : 'report-wall-left'}>
      {t(paused ? 'paused' : 'timeLeft')}{' '}
      <b>
        <TimerText sec={left} />
      </b>
    </span>
  );
}

export interface ProjectorReportProps {
  readonly table: TableName;
  /** Null: it does not tell yet (a preview), or it has finished. */
  readonly time: ReportTime | null;
  /** The table that comes after it. */
  readonly next: TableName | null;
}

export function ProjectorReport({ table, time, next }: ProjectorReportProps) {
  const t = useTexts(groupsWallTexts);
  return (
    <>
      <div className="wall-main report-wall">
        <h1>{t('table', { number: table.number })}</h1>
        {table.name === null ? null : (
          <p className="report-wall-name">
            <ProjectorSaid of={table.name} />
          </p>
        )}
        {time === null ? null : (
          <p className={time.late ? 'report-wall-time late' : 'report-wall-time'}>
            <TimerText sec={time.left} />
          </p>
        )}
      </div>
      <footer className="wall-foot">
        <span>{time === null ? null : t(time.paused ? 'paused' : 'time')}</span>
        <span>{next === null ? null : <Rich text={t('then', { table: t('table', { number: next.number }) })} />}</span>
      </footer>
    </>
  );
}
