// The time of a step: large, with what changes it beside. It ends nothing by itself. Under it the hour at which everybody is back. Safe for phones.
import type { ReactNode } from 'react';
import type { BoardAbout } from '../../../shared/board/shown.ts';
import { hour, useTexts } from '../../kernel/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { TimerText } from '../../ui/ClockText.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { leftOf } from './BoardClock.tsx';
import { boardTableTexts } from './tableTexts.ts';
import type { Acts } from './useActs.ts';

export interface TableClockProps {
  about: BoardAbout;
  acts: Acts;
  mayLead: boolean;
  now: number;
  /** Epoch ms at which the table is expected back; null: nobody said. */
  backAt: number | null;
  timeZone: string;
  /** One line with a list under it: smaller, with these words beside the time. */
  beside?: ReactNode | undefined;
}

export function TableClock({ about, acts, mayLead, now, backAt, timeZone, beside }: TableClockProps) {
  const t = useTexts(boardTableTexts);
  const { clock, board } = about;
  const set = (wish: object): void => void acts.act({ type: 'board.clock', board, wish });
  const back = backAt === null ? null : t('backAt', { hour: hour(backAt, t.lang, timeZone) });
  return (
    <div className={beside === undefined ? 'bp-time' : 'bp-time small'}>
      {clock === null ? null : (
        <p className="bp-left">
          <span className="sr-only">{t('left')} </span>
          <b className={beside === undefined ? 'huge' : 'num'}>
            <TimerText sec={leftOf(clock, now)} />
          </b>
        </p>
      )}
      {beside === undefined ? null : <p className="soft bp-time-beside">{beside}</p>}
      {clock === null || !mayLead ? null : (
        <p className="bp-time-acts">
          <Button label={t('add', { n: 1 })} className="sq" onPress={() => set({ kind: 'add', sec: 60 })}>
            <span aria-hidden="true">+1</span>
          </Button>
          <Button label={t('add', { n: 5 })} className="sq" onPress={() => set({ kind: 'add', sec: 300 })}>
            <span aria-hidden="true">+5</span>
          </Button>
          <Button
            label={clock.kind === 'paused' ? t('resume') : t('pause')}
            className="sq"
            onPress={() => set({ kind: clock.kind === 'paused' ? 'resume' : 'pause' })}
          >
            <Icon name={clock.kind === 'paused' ? 'play' : 'pause'} />
          </Button>
        </p>
      )}
      {back === null || beside !== undefined ? null : <p className="soft bp-time-back">{back}</p>}
    </div>
  );
}
