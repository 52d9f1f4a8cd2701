// One line on who has the floor in the plenary: that somebody speaks, never who (SC6), and how many wait. Nothing while nobody does, and nothing
// at the tables. For whoever has raised a hand: how many come before. Safe for phones.
import type { FloorMemberMine, FloorMemberView } from '../../../shared/floor/shown.ts';
import { useTexts } from '../../kernel/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import { floorPhoneTexts } from './phoneTexts.ts';

export interface NowLineProps {
  view: FloorMemberView;
  /** At work at the tables. */
  apart: boolean;
  /** Said too, where the page does not say it already. */
  hand?: FloorMemberMine['hand'] | undefined;
}

export function NowLine({ view, apart, hand = null }: NowLineProps) {
  const t = useTexts(floorPhoneTexts);
  const { turn, waiting } = view;
  const speaks = apart || turn === null ? null : turn.table === null ? t('now.speaks') : t('now.report', { number: turn.table });
  const queue = apart || waiting === 0 || hand !== null ? null : t('now.waiting', { n: waiting });
  const mine = hand === null ? null : hand.before === 0 ? t('hand.soon') : t('now.mine', { n: hand.before });
  const parts = [speaks, queue, mine].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return (
    <p className="fp-now wide" role="status">
      <Icon name="mic" /> <span>{parts.join(' · ')}</span>
    </p>
  );
}
