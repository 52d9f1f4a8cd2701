// Who has the floor at a table, as the first row of its queue: seat, the time that is left, and what can be done with it. Safe for phones.
import { floorLimits } from '../../../shared/floor/limits.ts';
import type { TurnNow } from '../../../shared/floor/shown.ts';
import { timer, useTexts } from '../../kernel/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { floorTableTexts } from './tableTexts.ts';
import { noticeOf, secondsLeft } from '../../../shared/floor/time.ts';
import type { FloorAct } from './useFloorAct.ts';

/** As long as the signal before the end: one more thought. */
const moreSec = floorLimits.signalSec;

export function TableNow({ turn, now, act }: { turn: TurnNow; now: number; act: FloorAct['act'] }) {
  const t = useTexts(floorTableTexts);
  const left = secondsLeft(turn, now);
  const paused = turn.endsAt === null;
  return (
    <li className="on">
      <span className="num">{turn.seat ?? <Icon name="mic" />}</span>
      <span>
        <b>{turn.seat === null ? t('now.noSeat') : t('now.speaks')}</b>
        <br />
        <span className={noticeOf(turn, now) === 'none' ? 'meta' : 'meta late'}>
          {paused
            ? t('now.paused', { time: timer(left) })
            : left < 0
              ? t('now.over', { time: timer(-left) })
              : t('now.left', { time: timer(left) })}
        </span>
      </span>
      <span className="fp-acts">
        <Button label={t('moreSay', { sec: moreSec })} onPress={() => void act({ type: 'floor.giveTime', turn: turn.turn, sec: moreSec })}>
          {t('more', { sec: moreSec })}
        </Button>
        <Button
          icon={paused ? 'play' : 'pause'}
          label={t(paused ? 'resume' : 'pause')}
          onPress={() => void act({ type: 'floor.pauseTurn', turn: turn.turn, on: !paused })}
        />
        <Button onPress={() => void act({ type: 'floor.endTurn', turn: turn.turn })}>{t('enough')}</Button>
      </span>
    </li>
  );
}
