/* A raised hand in the queue, with what it takes to be fair: since when it is up, whether this person has spoken yet, and whether the phone
   will ring or the seat must be called aloud. */
import type { HandRow } from '../../shared/floor/shown.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { floorConsoleTexts } from './consoleTexts.ts';

/** Under a minute in seconds, then in whole minutes: nobody compares seconds of speech. */
export const useLength = (): ((sec: number) => string) => {
  const t = useTexts(floorConsoleTexts);
  return (sec) => (sec < 60 ? t('length.sec', { sec }) : t('length.min', { min: Math.round(sec / 60) }));
};

export interface FloorHandProps {
  readonly hand: HandRow;
  readonly now: number;
  readonly off: string | undefined;
  readonly onCall: () => void;
  readonly onLower: () => void;
}
export function FloorHand({ hand, now, off, onCall, onLower }: FloorHandProps) {
  const t = useTexts(floorConsoleTexts);
  const length = useLength();
  const waits = Math.max(0, Math.floor((now - hand.at) / 1000));
  return (
    <li>
      <b>
        <span className="meta">{t('hand.place')}</span> {hand.seat}
      </b>
      <span>
        {/* It goes before the others: a sign and weight say so. Ochre is for time. */}
        <span className={hand.kind === 'order' ? 'tag' : undefined}>
          {hand.kind === 'order' ? <Icon name="up" /> : null}
          {t(`kind.${hand.kind}`)}
        </span>
        <span className="meta">
          {[
            t('hand.since', { time: length(waits) }),
            hand.turns === 0 ? t('hand.notYet') : t('hand.spoken', { n: hand.turns, time: length(hand.sec) }),
          ].join(', ')}
        </span>
        {hand.phone ? null : <span className="tag time">{t('hand.aloud')}</span>}
      </span>
      <Button variant="quiet" icon="close" label={t('hand.lower', { seat: hand.seat })} off={off} onPress={onLower} />
      <Button off={off} onPress={onCall}>
        {t('hand.call')} <span className="sr-only">{t('hand.seat', { seat: hand.seat })}</span>
      </Button>
    </li>
  );
}
