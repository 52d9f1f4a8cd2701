/* Who has the floor in the plenary, and who asked for it: how long is left, who comes next and whether they have spoken yet, who must be
   called aloud. What one does fifty times a day is one big button and one key. Nothing about a single person is here but what makes the
   queue fair (FL1); the wall shows a kind and a time, never a seat (SC6). */
import { useState } from 'react';
import { floorLimits, queueOrders, type QueueOrder } from '../../shared/floor/limits.ts';
import type { FloorDriverView, HandRow, TurnNow } from '../../shared/floor/shown.ts';
import { noticeOf, secondsLeft } from '../../shared/floor/time.ts';
import { timer, useTexts } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import { Button } from '../ui/Button.tsx';
import { TimerText } from '../ui/ClockText.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Stepper } from '../ui/Stepper.tsx';
import { floorConsoleTexts } from './consoleTexts.ts';
import { FloorHand } from './FloorHand.tsx';
import type { FloorDrive } from './useFloorDrive.ts';
import './console.css';

/** A queue of ninety must not push the rest of the day away: the first, and the rest when asked for. */
const shownAtOnce = 5;
const secStep = 30;

export interface FloorNowProps {
  readonly view: FloorDriverView;
  readonly drive: FloorDrive;
  readonly now: number;
  readonly onGive: () => void;
  readonly onTotals: () => void;
}
export function FloorNow({ view, drive, now, onGive, onTotals }: FloorNowProps) {
  const t = useTexts(floorConsoleTexts);
  const { plenary, may } = view;
  const [all, setAll] = useState(false);
  const [settings, setSettings] = useState(false);
  const { first, ask, call } = drive;
  const beyond = plenary.waiting > plenary.hands.length;
  const list = useList<readonly HandRow[]>('floor.hands', '', all && beyond ? view.turns : null);
  const hands = all ? (beyond ? (list.rows ?? plenary.hands) : plenary.hands) : plenary.hands.slice(0, shownAtOnce);
  const off = may.call ? undefined : t('notNow');
  const set = (by: QueueOrder, sec: number): void => void ask({ type: 'floor.setQueue', where: null, by, sec });
  return (
    <section className="floor-now" aria-labelledby="floor-now">
      <div className="between">
        <h2 id="floor-now" className="title">
          {t('now.title')}
        </h2>
        <p className="meta">{t('now.waiting', { n: plenary.waiting })}</p>
      </div>
      {plenary.now === null ? null : <Speaking turn={plenary.now} now={now} off={off} drive={drive} />}
      <div className="floor-acts">
        <Button
          variant="primary"
          icon="mic"
          keyHint={first === null || off !== undefined ? undefined : 'C'}
          off={first === null ? t('now.nobody') : off}
          onPress={() => {
            if (first !== null) void call(first.member, first.kind);
          }}
        >
          {first === null ? t('now.next') : t('now.nextSeat', { seat: first.seat })}
        </Button>
        <Button off={off} onPress={onGive}>
          {t('give.open')}
        </Button>
        <span className="grow" />
        <Button variant="quiet" expanded={settings} controls="floor-settings" onPress={() => setSettings(!settings)}>
          {t('now.more')}
        </Button>
      </div>
      {settings ? (
        <div className="floor-acts floor-settings" id="floor-settings">
          <Segmented<QueueOrder>
            legend={t('order.label')}
            hideLegend
            value={plenary.by}
            onChange={(by) => set(by, plenary.sec)}
            options={queueOrders.map((value) => ({ value, label: t(`order.${value}`) }))}
          />
          <span className="row">
            <span className="meta">{t('now.sec')}</span>
            <Stepper
              label={t('now.sec')}
              value={plenary.sec}
              min={secStep}
              max={floorLimits.turnSecMax}
              step={secStep}
              show={(sec) => timer(sec)}
              onChange={(sec) => set(plenary.by, sec)}
            />
          </span>
          <Button icon="people" onPress={onTotals}>
            {t('totals.open')}
          </Button>
          <Button off={plenary.waiting === 0 ? t('now.nobody') : off} onPress={() => void ask({ type: 'floor.lowerAll', where: null })}>
            {t('now.lowerAll', { n: plenary.waiting })}
          </Button>
        </div>
      ) : null}
      {drive.refused === null ? null : <p className="why">{drive.refused}</p>}
      {hands.length === 0 ? (
        <p className="soft">{t('now.empty')}</p>
      ) : (
        <ol className="floor-hands">
          {hands.map((hand) => (
            <FloorHand
              key={hand.member}
              hand={hand}
              now={now}
              off={off}
              onCall={() => void call(hand.member, hand.kind)}
              onLower={() => void ask({ type: 'floor.raise', member: hand.member, kind: hand.kind, on: false })}
            />
          ))}
        </ol>
      )}
      {plenary.waiting > shownAtOnce ? (
        <Button variant="quiet" expanded={all} onPress={() => setAll(!all)}>
          {all ? t('now.fewer') : t('now.all', { n: plenary.waiting })}
        </Button>
      ) : null}
    </section>
  );
}

function Speaking({ turn, now, off, drive }: { turn: TurnNow; now: number; off: string | undefined; drive: FloorDrive }) {
  const t = useTexts(floorConsoleTexts);
  const { ask } = drive;
  const paused = turn.endsAt === null;
  const left = secondsLeft(turn, now);
  const notice = paused ? 'none' : noticeOf(turn, now);
  const late = notice !== 'none';
  return (
    <div className="floor-speaking">
      <div>
        <h3>
          {turn.kind === 'report'
            ? turn.table === null
              ? t('speaks.someReport')
              : t('speaks.report', { number: turn.table })
            : turn.seat === null
              ? t('speaks.noSeat')
              : t('speaks.seat', { seat: turn.seat })}
        </h3>
        <p className={late ? 'tag time' : 'meta'}>
          {[
            turn.kind === 'report' ? '' : t(`kind.${turn.kind}`),
            paused ? t('speaks.paused') : notice === 'none' ? '' : t(`speaks.${notice}`),
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
        {/* A table that tells has its own section, and its own clock. */}
        {turn.kind === 'report' ? null : (
          <div className="floor-acts">
            <Button
              icon={paused ? 'play' : 'pause'}
              off={off}
              onPress={() => void ask({ type: 'floor.pauseTurn', turn: turn.turn, on: !paused })}
            >
              {t(paused ? 'speaks.resume' : 'speaks.pause')}
            </Button>
            <Button off={off} onPress={() => void ask({ type: 'floor.giveTime', turn: turn.turn, sec: 30 })}>
              {t('speaks.more')}
            </Button>
            <Button icon="stop" off={off} onPress={() => void ask({ type: 'floor.endTurn', turn: turn.turn })}>
              {t('speaks.end')}
            </Button>
          </div>
        )}
      </div>
      {turn.kind === 'report' ? null : (
        <div className={late ? 'floor-left late' : 'floor-left'}>
          <span className="sr-only">{t('speaks.left')} </span>
          <TimerText sec={left} className="num" />
        </div>
      )}
    </div>
  );
}
