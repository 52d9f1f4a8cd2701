// Who has the floor in the plenary, for all to see: the kind of turn in words, or the table that tells, and the time that is left. Thirty
// seconds before the end the wall says so in words and with a drawn frame, then asks to conclude and counts on. Never a name or a seat (SC6).
// `ProjectorTurn` is a whole picture; `ProjectorTurnStrip` is a line on another one, between its middle and its foot.
import type { CSSProperties } from 'react';
import { floorLimits } from '../../shared/floor/limits.ts';
import type { FloorScreenView } from '../../shared/floor/shown.ts';
import { noticeOf, secondsLeft, type TurnNotice } from '../../shared/floor/time.ts';
import { timer, useTexts, type Translate } from '../kernel/i18n.ts';
import { TimerText } from '../ui/ClockText.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Rich } from '../ui/Rich.tsx';
import { floorWallTexts } from './wallTexts.ts';
import './wall.css';

type Turn = NonNullable<FloorScreenView['turn']>;
type Say = Translate<(typeof floorWallTexts)['it']>;
interface TurnProps {
  readonly turn: Turn;
  readonly waiting: number;
  /** Epoch ms of the server. */
  readonly now: number;
}

const nameOf = ({ kind, table }: Turn, t: Say): string => {
  if (kind !== 'report') return t(`kind.${kind}`);
  return table === null ? t('someReport') : t('report', { number: table });
};

/** Words in a frame, with their own sign: seen by whoever does not see the colour. */
function Signal({ notice, t }: { notice: TurnNotice; t: Say }) {
  if (notice === 'none') return null;
  return (
    <span className={notice === 'over' ? 'turn-wall-signal over' : 'turn-wall-signal'}>
      <Icon name={notice === 'over' ? 'stop' : 'clock'} />
      {notice === 'over' ? t('over') : t('last', { n: floorLimits.signalSec })}
    </span>
  );
}

export function ProjectorTurn({ turn, waiting, now }: Omit<TurnProps, 'turn'> & { readonly turn: Turn | null }) {
  const t = useTexts(floorWallTexts);
  return (
    <>
      <div className="wall-main turn-wall">
        {turn === null ? (
          <>
            <h1>{t('free')}</h1>
            <p className="turn-wall-ask">{t('ask')}</p>
          </>
        ) : (
          <Speaking turn={turn} now={now} t={t} />
        )}
      </div>
      <footer className="wall-foot">
        <span>{turn !== null && turn.endsAt === null ? t('paused') : null}</span>
        <span>{waiting === 0 ? null : <Rich text={t('queue', { n: waiting })} />}</span>
      </footer>
    </>
  );
}

function Speaking({ turn, now, t }: { turn: Turn; now: number; t: Say }) {
  const left = secondsLeft(turn, now);
  const notice = noticeOf(turn, now);
  // What the widest figure of that many signs leaves for the words beside it: 2:00, −0:12, −12:30.
  const style: CSSProperties & { '--size': number } = { '--size': timer(left).length <= 5 ? 400 : 320 };
  return (
    <>
      <h1>{nameOf(turn, t)}</h1>
      <p className={notice === 'none' ? 'turn-wall-time' : 'turn-wall-time late'} style={style}>
        <TimerText sec={left} />
        <Signal notice={notice} t={t} />
      </p>
    </>
  );
}

export function ProjectorTurnStrip({ turn, waiting, now }: TurnProps) {
  const t = useTexts(floorWallTexts);
  const left = secondsLeft(turn, now);
  const notice = noticeOf(turn, now);
  return (
    <p className="turn-strip">
      <Icon name="mic" />
      <span>{nameOf(turn, t)}</span>
      <b className={notice === 'none' ? undefined : 'late'}>
        <TimerText sec={left} />
      </b>
      {turn.endsAt === null ? <span className="turn-strip-soft">{t('paused')}</span> : <Signal notice={notice} t={t} />}
      {waiting === 0 ? null : (
        <span className="turn-strip-queue">
          <Rich text={t('queue', { n: waiting })} />
        </span>
      )}
    </p>
  );
}
