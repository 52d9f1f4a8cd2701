// The floor on a member's phone, as the page needs it: two buttons at the foot with one line on what goes on, the same as two quiet links
// where the foot is taken, and the page that one of them opens. Safe for phones.
import { useEffect } from 'react';
import type { FloorMemberMine, FloorMemberView } from '../../../shared/floor/shown.ts';
import { useTexts } from '../../kernel/i18n.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { Button } from '../../ui/Button.tsx';
import { AskPage } from './AskPage.tsx';
import { HandPage } from './HandPage.tsx';
import { NowLine } from './NowLine.tsx';
import { forgetSpoken } from './hasSpoken.ts';
import { floorPhoneTexts } from './phoneTexts.ts';
import '../../ui/moreSigns.ts';
import './phone.css';

export type FloorAside = 'ask' | 'hand';
export interface FloorFootProps {
  view: FloorMemberView;
  mine: FloorMemberMine;
  /** At work at the tables. */
  apart: boolean;
  onGo: (to: FloorAside) => void;
}

/** One can ask, or there is something to read: otherwise there is no button. */
const opensAsk = (view: FloorMemberView, mine: FloorMemberMine): boolean => mine.may.ask || view.questions > 0 || mine.own.length > 0;
const opensHand = (mine: FloorMemberMine): boolean => mine.may.raise || mine.hand !== null;

export function FloorFoot({ view, mine, apart, onGo }: FloorFootProps) {
  const t = useTexts(floorPhoneTexts);
  // Back on the day's page: what would be said of one's own turn is of before.
  useEffect(forgetSpoken, []);
  return (
    <>
      <NowLine view={view} apart={apart} hand={mine.hand} />
      {opensAsk(view, mine) ? (
        <Button thumb variant="primary" icon={mine.may.ask ? 'pen' : 'question'} onPress={() => onGo('ask')}>
          {t(mine.may.ask ? 'ask.button' : 'ask.read')}
        </Button>
      ) : null}
      <Button thumb icon="hand" off={opensHand(mine) ? undefined : t('hand.off')} onPress={() => onGo('hand')}>
        {t('hand.button')}
      </Button>
    </>
  );
}

/** Under a board, where the foot belongs to the notes. */
export function FloorLinks({ view, mine, apart, onGo }: FloorFootProps) {
  const t = useTexts(floorPhoneTexts);
  useEffect(forgetSpoken, []);
  return (
    <>
      {opensHand(mine) ? (
        <Button variant="quiet" icon="hand" onPress={() => onGo('hand')}>
          {t('hand.button')}
        </Button>
      ) : null}
      {opensAsk(view, mine) ? (
        <Button variant="quiet" icon="pen" onPress={() => onGo('ask')}>
          {t(mine.may.ask ? 'ask.button' : 'ask.read')}
        </Button>
      ) : null}
      {mine.hand === null ? null : <NowLine view={view} apart={apart} hand={mine.hand} />}
    </>
  );
}

export interface FloorPageProps {
  page: FloorAside;
  view: FloorMemberView;
  mine: FloorMemberMine;
  block: string | null;
  apart: boolean;
  send: Send;
  pending: readonly PendingWish[];
  online: boolean;
  onBack: () => void;
}
export function FloorPage({ page, ...props }: FloorPageProps) {
  switch (page) {
    case 'ask':
      return <AskPage {...props} />;
    case 'hand':
      return <HandPage {...props} />;
    default:
      return page satisfies never;
  }
}
