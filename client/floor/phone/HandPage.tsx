// "Parola" on a member's phone: what one wants to say, the hand, and how many come before. At work at the tables it is the own table's
// queue, else the plenary's. Who comes before is never told, only how many (SC6). After one's own turn it says that it is over. Safe for phones.
import { useEffect, useState } from 'react';
import { turnKinds, type AskedKind } from '../../../shared/floor/limits.ts';
import type { FloorMemberMine, FloorMemberView } from '../../../shared/floor/shown.ts';
import { useTexts } from '../../kernel/i18n.ts';
import type { PendingWish, Send } from '../../kernel/send.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { announce } from '../../ui/LiveRegion.tsx';
import { NowLine } from './NowLine.tsx';
import { floorPhoneTexts } from './phoneTexts.ts';
import { forgetSpoken, hasSpoken } from './hasSpoken.ts';
import { useFloorAct } from './useFloorAct.ts';
import '../../ui/moreSigns.ts';
import './phone.css';

export interface HandPageProps {
  view: FloorMemberView;
  mine: FloorMemberMine;
  /** At work at the tables. */
  apart: boolean;
  send: Send;
  pending: readonly PendingWish[];
  online: boolean;
  onBack: () => void;
}

export function HandPage({ view, mine, apart, send, pending, online, onBack }: HandPageProps) {
  const t = useTexts(floorPhoneTexts);
  const { act, refused } = useFloorAct(send, { keep: true });
  const [kind, setKind] = useState<AskedKind | null>(null);
  const [missing, setMissing] = useState(false);
  const [spoke, setSpoke] = useState(hasSpoken);
  // For this page until it is left, or a hand is up again.
  useEffect(() => forgetSpoken, []);
  if (spoke && mine.hand !== null) setSpoke(false);
  const wishes = pending.filter(({ command }) => command.type === 'floor.raise');
  const last = wishes.at(-1);
  const stuck = last !== undefined && (!online || last.tries > 1);
  const raising = last?.command['on'] === true ? (turnKinds.find((one) => one === last.command['kind']) ?? null) : null;
  const back = (
    <Button thumb icon="back" onPress={onBack}>
      {t('back')}
    </Button>
  );
  const wrong =
    missing || refused !== null ? (
      <p className="why" role="alert">
        {missing ? t('hand.choose') : refused}
      </p>
    ) : null;
  const lower = (
    <Button
      thumb
      onPress={() =>
        void act({ type: 'floor.raise', member: null, kind: mine.hand?.kind ?? raising ?? 'speech', on: false }, t('hand.lowered'))
      }
    >
      {t('hand.lower')}
    </Button>
  );
  if (mine.hand !== null || raising !== null) {
    const { hand } = mine;
    const shown = hand?.kind ?? raising ?? 'speech';
    return (
      <>
        <main>
          <div className="fp-middle">
            {hand === null ? (
              <div className={stuck ? 'mine waiting fp-waiting' : 'mine'} role="status">
                <p>{t(`hand.kind.${shown}`)}</p>
                <p className={stuck ? 'fp-waiting-why' : 'meta'}>
                  {t('hand.waiting')}
                  {stuck ? `. ${t(online ? 'waiting.slow' : 'waiting.offline')}` : ''}
                </p>
              </div>
            ) : (
              <div role="status">
                <h1 className="big">
                  <Icon name="hand" /> {hand.before === 0 ? t('hand.soon') : t('hand.queue')}
                </h1>
                {hand.before === 0 ? null : <p className="title fp-before">{t('hand.before', { n: hand.before })}</p>}
                <p className="lead soft">{t(`hand.kind.${shown}`)}</p>
              </div>
            )}
            <p>{t((hand?.table ?? apart) ? 'hand.table' : 'hand.hall')}</p>
            <p className="soft">
              {t('hand.stay')} {t('hand.noPhone')}
            </p>
            {stuck && raising === null ? <p className="fp-waiting-why">{t('hand.loweringWaiting')}</p> : null}
            <NowLine view={view} apart={apart} />
          </div>
        </main>
        <footer className="thumb-zone">
          {wrong}
          {lower}
          {back}
        </footer>
      </>
    );
  }
  const press = (): void => {
    setMissing(kind === null);
    if (kind === null) return announce(t('hand.choose'));
    // Where it is meant for goes with it: one that waits for the network does not come up on another floor (GR3).
    void act({ type: 'floor.raise', member: null, kind, on: true, where: mine.here.group });
  };
  return (
    <>
      <main>
        <h1 className="title">{t('hand.title')}</h1>
        <p className="soft fp-hint">{t(apart ? 'hand.table' : 'hand.hall')}</p>
        {spoke ? (
          <p className="lead" role="status">
            {t('turn.ended')}
          </p>
        ) : null}
        <h2 className="fp-kinds" id="fp-kind">
          {t('hand.kindTitle')}
        </h2>
        <Choices
          kind="one"
          labelledBy="fp-kind"
          options={turnKinds.map((id) => ({ id, label: t(`hand.kind.${id}`), hint: id === 'order' ? t('hand.orderHint') : undefined }))}
          chosen={kind === null ? [] : [kind]}
          onChange={([id]) => {
            setMissing(false);
            setKind(turnKinds.find((one) => one === id) ?? null);
          }}
        />
        {/* Comes and goes with what others do: under the choices, so that none moves away under a finger (K5). */}
        <div className="fp-after">
          <NowLine view={view} apart={apart} />
        </div>
      </main>
      <footer className="thumb-zone">
        {wrong}
        <Button thumb variant="primary" icon="hand" off={mine.may.raise ? undefined : t('hand.off')} onPress={press}>
          {t('hand.raise')}
        </Button>
        {back}
      </footer>
    </>
  );
}
