/* The roll call on the wall (RO7): the question, how to answer without a phone, how many have. Two sizes; a number, never who. */
import type { ReactNode } from 'react';
import type { PresenceScreenView } from '../../shared/presence/view.ts';
import { number, useTexts } from '../kernel/i18n.ts';
import { Rich } from '../ui/Rich.tsx';
import { SeatLine } from '../ui/SeatLine.tsx';
import { presenceTexts } from './presenceTexts.ts';
import './wall.css';

export interface RollCallProjectorProps {
  readonly rollCall: NonNullable<PresenceScreenView['rollCall']>;
  /** The end of the foot: address and room code, as the wall writes them. */
  readonly foot?: ReactNode;
}

export function RollCallProjector({ rollCall, foot }: RollCallProjectorProps) {
  const t = useTexts(presenceTexts);
  const { here, asked } = rollCall;
  return (
    <>
      <div className="wall-main roll-wall">
        <h1>{t('rollCall.question')}</h1>
        <p className="how">
          <Rich text={t('rollCall.wallHow')} />
        </p>
        <p className="numline">
          <b className="num">{number(here, t.lang)}</b> <span className="words">{t('rollCall.wallWords', { asked })}</span>
        </p>
        <SeatLine
          segments={[
            { count: here, pattern: 'solid' },
            { count: Math.max(0, asked - here), pattern: 'waiting' },
          ]}
          label={t('rollCall.count', { here, asked })}
        />
      </div>
      <footer className="wall-foot">
        <span>{t('rollCall.wallFoot')}</span>
        {foot === undefined ? null : <span>{foot}</span>}
      </footer>
    </>
  );
}
