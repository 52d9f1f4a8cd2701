// "Hai la parola": one's own turn takes the page, with the time that is left as large as it goes. Thirty seconds before the end it says so in
// words, with an ochre band and, where the phone can, by trembling; then it asks to conclude and counts on. Safe for phones.
import { useEffect, useRef } from 'react';
import { floorLimits } from '../../../shared/floor/limits.ts';
import type { FloorMemberMine } from '../../../shared/floor/shown.ts';
import { useTexts } from '../../kernel/i18n.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { Band } from '../../ui/Band.tsx';
import { Button } from '../../ui/Button.tsx';
import { TimerText } from '../../ui/ClockText.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { markSpoken } from './hasSpoken.ts';
import { floorPhoneTexts } from './phoneTexts.ts';
import { noticeOf, secondsLeft, type TurnTime } from '../../../shared/floor/time.ts';
import { useFloorAct } from './useFloorAct.ts';
import '../../ui/moreSigns.ts';
import './phone.css';

type MyTurn = NonNullable<FloorMemberMine['turn']>;
const tremble = (pattern: readonly number[]): void => {
  // Safari has none; a browser may refuse it.
  if ('vibrate' in navigator) navigator.vibrate([...pattern]);
};
const trembles = { none: [200], last: [200, 100, 200], over: [400, 100, 400] } as const;

/** The bands of a turn: the last seconds, the end, the time that stands still. Alone where a table tells the plenary. */
export function TurnSignal({ turn, now }: { turn: TurnTime; now: number }) {
  const t = useTexts(floorPhoneTexts);
  const notice = noticeOf(turn, now);
  const told = useRef<string | null>(null);
  useEffect(() => {
    // Its beginning, and each notice once; a pause that is over does not tremble again.
    if (told.current === notice) return;
    told.current = notice;
    tremble(trembles[notice]);
  }, [notice]);
  if (notice === 'over')
    return (
      <Band kind="time" title={t('turn.over')}>
        {t('turn.overWords')}
      </Band>
    );
  if (notice === 'last')
    return (
      <Band kind="time" title={t('turn.last', { sec: floorLimits.signalSec })}>
        {t('turn.lastWords')}
      </Band>
    );
  return null;
}

export interface TurnPageProps {
  turn: MyTurn;
  send: Send;
  pending: readonly PendingWish[];
  online: boolean;
  /** Epoch ms of the server. */
  now: number;
}

export function TurnPage({ turn, send, pending, online, now }: TurnPageProps) {
  const t = useTexts(floorPhoneTexts);
  const { act, refused } = useFloorAct(send, { keep: true });
  useEffect(markSpoken, []);
  const ends = pending.filter(({ command }) => command.type === 'floor.endTurn' && command['turn'] === turn.turn);
  const stuck = ends.some(({ tries }) => !online || tries > 1);
  return (
    <>
      <TurnSignal key={turn.turn} turn={turn} now={now} />
      <main>
        <div className="fp-middle">
          <div role="status">
            <h1 className="huge fp-turn">
              <Icon name="mic" /> {t('turn.title')}
            </h1>
            {turn.kind === 'report' ? null : <p className="lead soft">{t(`hand.kind.${turn.kind}`)}</p>}
          </div>
          <p className={noticeOf(turn, now) === 'none' ? 'fp-left' : 'fp-left late'}>
            <span className="lead">{t('turn.left')}</span>
            <TimerText sec={secondsLeft(turn, now)} />
          </p>
          {turn.endsAt === null ? (
            <p className="lead" role="status">
              <b>{t('turn.paused')}.</b> {t('turn.pausedWords')}
            </p>
          ) : null}
        </div>
      </main>
      <footer className="thumb-zone">
        {refused === null ? null : (
          <p className="why" role="alert">
            {refused}
          </p>
        )}
        {stuck ? <p className="fp-waiting-why">{t('turn.waiting')}</p> : null}
        <Button
          thumb
          variant="primary"
          className={stuck ? 'fp-unsent' : undefined}
          onPress={() => {
            if (ends.length === 0) void act({ type: 'floor.endTurn', turn: turn.turn });
          }}
        >
          {t('turn.end')}
        </Button>
      </footer>
    </>
  );
}
