/* A member's phone while nothing is asked: where the session stands, that I am in and at which seat, how many have arrived (RO2).
   A card opened before the doors says so and checks nobody in. What is known of others is a number. Safe for phones. */
import type { ReactNode } from 'react';
import type { PresenceMemberMine, PresenceMemberView } from '../../shared/presence/view.ts';
import type { Send } from '../kernel/send.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Rich } from '../ui/Rich.tsx';
import { SeatLine } from '../ui/SeatLine.tsx';
import { presenceTexts } from './presenceTexts.ts';
import './presence.css';

export interface ArrivalMemberProps {
  readonly view: PresenceMemberView;
  readonly mine: PresenceMemberMine;
  /** Where the session stands, told by the session's own view. */
  readonly phase: 'draft' | 'doors' | 'open' | 'suspended';
  /** Planned start, epoch ms; null when none is written. */
  readonly startsAt: number | null;
  readonly timeZone: string;
  readonly send: Send;
  /** A wish to come in that has not been answered yet. */
  readonly pending: boolean;
  /** Further ways on: the programme, the test of the phone. */
  readonly actions?: ReactNode;
}

export function ArrivalMember({ view, mine, phase, startsAt, timeZone, send, pending, actions }: ArrivalMemberProps) {
  const t = useTexts(presenceTexts);
  const seat = { seat: mine.seat ?? '' };
  if (!mine.onRoll)
    return (
      <main>
        <div className="push">
          <h1 className="big">{t('arrival.lost')}</h1>
          <p className="lead soft arrival-words">{t('arrival.lostWords')}</p>
        </div>
      </main>
    );
  const here = mine.present?.state === 'here';
  const gone = mine.present?.state === 'gone' ? mine.present.since : null;
  const title =
    phase === 'draft'
      ? t('arrival.closedTitle')
      : phase !== 'doors'
        ? t('arrival.running')
        : startsAt === null
          ? t('arrival.startsSoon')
          : t('arrival.startsAt', { hour: hour(startsAt, t.lang, timeZone) });
  const words = here
    ? t('arrival.inside', seat)
    : phase === 'draft'
      ? t('arrival.closedWords', seat)
      : gone === null
        ? t('arrival.atDoor', seat)
        : t('arrival.left', { ...seat, hour: hour(gone, t.lang, timeZone) });
  return (
    <>
      <main>
        <div className="arrival">
          <h1 className="big">{title}</h1>
          <p className="lead soft arrival-words">
            <Rich text={words} />
          </p>
          {phase === 'draft' ? null : (
            <div className="arrival-count">
              <p>
                <Rich text={t('arrival.arrived', { n: view.present, of: view.of })} />
              </p>
              <SeatLine
                segments={[
                  { count: view.present, pattern: 'solid' },
                  { count: Math.max(0, view.of - view.present), pattern: 'waiting' },
                ]}
                label={t('arrival.line', { n: view.present, of: view.of })}
              />
            </div>
          )}
        </div>
      </main>
      <footer className="thumb-zone two">
        {mine.may.enter ? (
          <div className="wide">
            <Button
              thumb
              variant="primary"
              off={pending ? t('arrival.waiting') : undefined}
              onPress={() => void send({ type: 'presence.enter', door: gone === null ? 'card' : 'self' }, { keep: true })}
            >
              {t(gone === null ? 'arrival.enter' : 'arrival.back')}
            </Button>
          </div>
        ) : null}
        {actions}
      </footer>
    </>
  );
}
