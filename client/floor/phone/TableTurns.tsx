// Who speaks at one table, for whoever leads it (tel-35): the drawn table, who has the floor with the time that is left, the queue with who
// has spoken how often, in which order it runs. Nothing is recorded but minutes, and it is said. A call names whom the floor leaves and whom
// it enters, so that this phone and another one go one step (K1). Safe for phones.
import { useState, type ReactNode } from 'react';
import { queueOrders, type TurnKind } from '../../../shared/floor/limits.ts';
import type { FloorTableMine } from '../../../shared/floor/shown.ts';
import type { MemberId } from '../../../shared/kernel/ids.ts';
import { timer, useTexts } from '../../kernel/i18n.ts';
import { newId } from '../../kernel/ids.ts';
import type { Send } from '../../kernel/send.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { DrawnTable } from './DrawnTable.tsx';
import { spokenWords } from './spoken.ts';
import { TableNow } from './TableNow.tsx';
import { floorTableTexts } from './tableTexts.ts';
import { useFloorAct } from './useFloorAct.ts';
import '../../ui/moreSigns.ts';
import './phone.css';

export interface TableTurnsProps {
  mine: FloorTableMine;
  send: Send;
  /** Epoch ms of the server. */
  now: number;
  /** Over the page: the recall's notice. */
  notice?: ReactNode | undefined;
  /** Call for help, in its place. */
  help: ReactNode;
  onAsk: () => void;
  onBack: () => void;
}
/** What a table gives itself; another time that was set elsewhere is offered too. */
const usualSec: readonly number[] = [60, 120, 180, 300];

export function TableTurns({ mine, send, now, notice, help, onAsk, onBack }: TableTurnsProps) {
  const t = useTexts(floorTableTexts);
  const { act, refused } = useFloorAct(send, { keep: false });
  const [calling, setCalling] = useState(false);
  const { floor, seats, may } = mine;
  const { where } = floor;
  const speaks = floor.now?.member ?? null;
  const call = (member: MemberId, kind: TurnKind): void => {
    // The second tap of an impatient finger is not a second call.
    if (calling) return;
    setCalling(true);
    void act({ type: 'floor.call', where, from: floor.now?.turn ?? null, turn: newId(), member, kind }).then(() => setCalling(false));
  };
  const secs = [...new Set([...usualSec, floor.sec])].sort((a, b) => a - b);
  const rest = floor.waiting - floor.hands.length;
  return (
    <>
      {notice}
      <main className="fp-table">
        <h1 className="title">{t('title')}</h1>
        {may.call ? (
          <DrawnTable
            seats={seats}
            speaks={speaks}
            onTap={({ member }) => {
              const turn = floor.now;
              if (turn !== null && turn.member === member) void act({ type: 'floor.endTurn', turn: turn.turn });
              else call(member, floor.hands.find((hand) => hand.member === member)?.kind ?? 'speech');
            }}
          />
        ) : (
          <p className="soft">{t('notNow')}</p>
        )}
        {refused === null ? null : (
          <p className="why" role="alert">
            {refused}
          </p>
        )}
        <ol className="rows fp-queue">
          {floor.now === null ? null : <TableNow turn={floor.now} now={now} act={act} />}
          {floor.hands.map((hand) => (
            <li key={hand.member}>
              <span className="num">{hand.seat}</span>
              <span>
                {t(`kind.${hand.kind}`)}
                <br />
                <span className="meta">{spokenWords(hand, t)}</span>
              </span>
              <span className="fp-acts">
                <Button variant="quiet" onPress={() => void act({ type: 'floor.raise', member: hand.member, kind: hand.kind, on: false })}>
                  {t('lower')}
                </Button>
                <Button
                  variant="quiet"
                  label={t('giveTo', { seat: hand.seat })}
                  off={may.call ? undefined : t('notNow')}
                  onPress={() => call(hand.member, hand.kind)}
                >
                  {t('give')}
                </Button>
              </span>
            </li>
          ))}
        </ol>
        {floor.waiting === 0 ? <p className="soft">{t('none')}</p> : null}
        {rest > 0 ? <p className="soft">{t('rest', { n: rest })}</p> : null}
        <div className="fp-set">
          <Segmented
            legend={t('by.title')}
            value={floor.by}
            options={queueOrders.map((value) => ({ value, label: t(`by.${value}`) }))}
            onChange={(by) => void act({ type: 'floor.setQueue', where, by, sec: floor.sec })}
          />
          <Segmented
            legend={t('sec')}
            value={String(floor.sec)}
            options={secs.map((sec) => ({ value: String(sec), label: timer(sec) }))}
            onChange={(sec) => void act({ type: 'floor.setQueue', where, by: floor.by, sec: Number(sec) })}
          />
        </div>
        <p className="soft">
          {t('private')} {t('unrecorded')}
        </p>
      </main>
      <footer className="thumb-zone ruled">
        <div className="fp-help">
          {help}
          <Button thumb onPress={onAsk}>
            {t('ask.button')}
          </Button>
        </div>
        <Button thumb variant="primary" onPress={onBack}>
          {t('back')}
        </Button>
      </footer>
    </>
  );
}
