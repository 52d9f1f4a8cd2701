/* The console's middle while the tables work (GR4, GR5): when everybody comes back, the clock, the last quarter of an hour with its three
   notices, and a row for each table: who writes, which step, how many notes and themes. A table that calls is red, one that has been quiet
   is ochre, the rest is white. What one does to one table stands on its row when it is chosen; what one does to all stands below. */
import { useState, type ReactNode } from 'react';
import type { GroupRow, GroupsDriverView } from '../../shared/groups/shown.ts';
import type { BoardId, GroupId } from '../../shared/kernel/ids.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { TimerText } from '../ui/ClockText.tsx';
import { Rich } from '../ui/Rich.tsx';
import { useAsk } from './ask.ts';
import { groupsConsoleTexts } from './consoleTexts.ts';
import { GroupsCard } from './GroupsCard.tsx';
import { GroupsRows } from './GroupsRows.tsx';
import { Said } from './Said.tsx';
import { presentOf, type TablesTime, type Work } from './tables.ts';
import { TablesRuler } from './TablesRuler.tsx';
import './console.css';

export interface GroupsConsoleProps {
  readonly view: GroupsDriverView;
  readonly work: Work;
  /** Null: no block runs, so there is no clock. */
  readonly time: TablesTime | null;
  readonly now: number;
  readonly timeZone: string;
  readonly send: Send;
  readonly chosen: GroupId | null;
  readonly onChoose: (group: GroupId | null) => void;
  readonly onBoard: (board: BoardId) => void;
  /** To the box of that table's call, on the dark. */
  readonly onAnswer: (group: GroupId) => void;
  readonly onSplit: () => void;
  readonly onRecall: () => void;
  readonly onMove: () => void;
  readonly onThemes: () => void;
  readonly onReport: () => void;
  /** To the page where tables are prepared. */
  readonly onPrepare: () => void;
  /** The switch between the two middles: it stands in the same corner in both. */
  readonly modes?: ReactNode;
  /** What else goes on at the tables: it stands under their rows. */
  readonly beside?: ReactNode;
}

/** Which wishes lock or unlock what lies open on the tables; null when nothing does. */
export const lockWish = (work: Work): { readonly on: boolean; readonly wish: Parameters<Send>[0] } | null => {
  const open = [...work.values()].filter(({ phase }) => phase === 'open');
  if (open.length === 0) return null;
  const on = open.some(({ locked }) => !locked);
  return { on, wish: { type: 'board.lock', boards: open.filter(({ locked }) => locked !== on).map(({ board }) => board), on } };
};
/** Five minutes for the chosen table, or for everybody: then it is the running block that has more. */
export const moreTimeWish = (chosen: GroupId | null, time: TablesTime | null): Parameters<Send>[0] | null => {
  if (chosen !== null) return { type: 'groups.giveTime', group: chosen, sec: 300 };
  return time === null ? null : { type: 'agenda.timer', block: time.block, do: { kind: 'add', seconds: 300 } };
};

export function GroupsConsole(props: GroupsConsoleProps) {
  const { view, work, time, now, send, chosen, onChoose } = props;
  const t = useTexts(groupsConsoleTexts);
  const { ask, refused } = useAsk(send);
  const [more, setMore] = useState(false);
  const [card, setCard] = useState<GroupRow | 'all' | null>(null);
  const atTables = view.mode === 'groups';
  const lock = lockWish(work);
  const everybody = moreTimeWish(null, time);
  const people = view.groups.reduce((sum, row) => sum + (atTables ? row.seated : row.assigned), 0);
  return (
    <section className="groups-now" aria-labelledby="groups-title">
      <Head {...props} people={people} />
      {atTables && time !== null ? <TablesRuler time={time} /> : null}
      <GroupsRows
        view={view}
        work={work}
        now={now}
        chosen={chosen}
        onChoose={onChoose}
        onAnswer={props.onAnswer}
        onBoard={props.onBoard}
        onCard={setCard}
        ask={ask}
      />
      {props.beside}
      <div className="groups-dock">
        {refused === null ? null : <p className="why">{refused}</p>}
        <div className="groups-acts">
          {atTables ? (
            <>
              <Button variant="primary" keyHint="G" off={view.may.recall ? undefined : t('acts.notNow')} onPress={props.onRecall}>
                {t('acts.recall')}
              </Button>
              <Button
                keyHint={chosen === null && everybody !== null ? '+' : undefined}
                off={everybody === null ? t('acts.noBlock') : undefined}
                onPress={() => {
                  if (everybody !== null) void ask(everybody);
                }}
              >
                {t('acts.moreAll')}
              </Button>
              <span className="grow" />
              <Button
                variant="quiet"
                off={lock === null ? t('acts.noBoards') : undefined}
                onPress={() => {
                  if (lock !== null) void ask(lock.wish);
                }}
              >
                {t(lock?.on === false ? 'acts.unlock' : 'acts.lock')}
              </Button>
            </>
          ) : (
            <>
              <Button variant="primary" keyHint={people > 0 ? 'G' : undefined} off={splitOff(view, people, t)} onPress={props.onSplit}>
                {t('acts.split', { people: presentOf(view), n: view.groups.length })}
              </Button>
              <span className="grow" />
              <Button variant="quiet" onPress={props.onPrepare}>
                {t('acts.prepare')}
              </Button>
            </>
          )}
          <Button variant="quiet" expanded={more} controls="groups-more" onPress={() => setMore(!more)}>
            {t('acts.other')}
          </Button>
        </div>
        {more ? (
          <div className="groups-acts" id="groups-more" ref={intoView}>
            <Button icon="people" onPress={props.onMove}>
              {t('acts.move')}
            </Button>
            <Button icon="board" onPress={props.onThemes}>
              {t('acts.themes')}
            </Button>
            <Button icon="sheet" onPress={() => setCard('all')}>
              {t('acts.card')}
            </Button>
            <Button icon="list" off={reportOff(view, t)} onPress={props.onReport}>
              {t('acts.report')}
            </Button>
          </div>
        ) : null}
      </div>
      {card === null ? null : <GroupsCard of={card} view={view} send={send} onClose={() => setCard(null)} />}
    </section>
  );
}

/** What was asked for is in sight, also on a low screen. */
const intoView = (part: HTMLElement | null): void => part?.scrollIntoView({ block: 'nearest' });

type Words = ReturnType<typeof useTexts<typeof groupsConsoleTexts.it>>;
const splitOff = (view: GroupsDriverView, people: number, t: Words): string | undefined =>
  people === 0 ? t('acts.nobodyAssigned') : view.may.split ? undefined : t('acts.notNow');

const reportOff = (view: GroupsDriverView, t: Words): string | undefined =>
  view.may.report ? undefined : t(view.mode === 'groups' ? 'acts.recallFirst' : 'acts.notNow');

function Head({ view, time, timeZone, people, modes }: GroupsConsoleProps & { readonly people: number }) {
  const t = useTexts(groupsConsoleTexts);
  const atTables = view.mode === 'groups';
  if (!atTables)
    return (
      <header className="groups-head">
        <p className="meta">{t('head.round', { n: view.round })}</p>
        {modes}
        <h1 id="groups-title">{t('head.planned', { people, n: view.groups.length })}</h1>
        <p className="meta grow">
          {[
            view.unplaced > 0 ? t('head.unplaced', { n: view.unplaced }) : '',
            view.missing > 0 ? t('head.missing', { n: view.missing }) : '',
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      </header>
    );
  const place = time === null || time.number === null ? '' : t('head.place', { number: time.number, of: time.of });
  const back =
    time === null || time.endsAt === null
      ? time?.paused === true
        ? t('head.paused')
        : view.splitAt === null
          ? ''
          : t('head.since', { hour: hour(view.splitAt, t.lang, timeZone) })
      : t('head.back', { hour: hour(time.endsAt, t.lang, timeZone) });
  return (
    <header className="groups-head">
      <p className="meta">
        <Rich text={[place, back].filter(Boolean).join(' ')} />
      </p>
      {modes}
      <h1 id="groups-title">{time === null ? t('head.title') : <Said of={time.title} />}</h1>
      {time === null ? null : (
        <div className={time.left <= 60 && !time.paused ? 'groups-left late' : 'groups-left'}>
          <span className="sr-only">{t('head.left')} </span>
          <TimerText sec={time.left} className="num" />
        </div>
      )}
    </header>
  );
}
