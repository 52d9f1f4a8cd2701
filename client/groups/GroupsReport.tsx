/* The tables tell the plenary: in which order, how long each, who speaks. The wall follows by itself: it shows the table that tells and its
   clock; its board is a further act. One button names what it leaves and what it enters, so that two who press together go one step. */
import type { GroupRow, GroupsDriverView } from '../../shared/groups/shown.ts';
import type { BoardId, GroupId } from '../../shared/kernel/ids.ts';
import { useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Button } from '../ui/Button.tsx';
import { TimerText } from '../ui/ClockText.tsx';
import { useAsk } from './ask.ts';
import { groupsConsoleTexts } from './consoleTexts.ts';
import type { ReportTime } from './reportTime.ts';
import { Said } from './Said.tsx';
import './console.css';

export interface ReportBoard {
  readonly board: BoardId;
  readonly onWall: boolean;
}
export interface GroupsReportProps {
  readonly view: GroupsDriverView;
  /** What each table would show. */
  readonly boards: ReadonlyMap<GroupId, ReportBoard>;
  /** Of the table that tells. */
  readonly time: ReportTime | null;
  readonly send: Send;
  readonly onArrange: () => void;
}

const nextOf = ({ report }: GroupsDriverView): GroupId | null =>
  report.order.find((group) => group !== report.now && !report.done.includes(group)) ?? null;
/** True while there is something to tell or somebody tells. */
export const reporting = (view: GroupsDriverView): boolean => view.report.now !== null || nextOf(view) !== null;
/** They have worked, they are back, and nobody has told anything: it is time to say who does. */
export const reportsDue = (view: GroupsDriverView): boolean =>
  view.mode === 'plenary' && view.rounds > 0 && view.groups.length > 0 && view.report.done.length === 0 && !reporting(view);

/** The way to the reports after the recall, in the hall's own middle. */
export function GroupsReportOpen({ view, onArrange }: Pick<GroupsReportProps, 'view' | 'onArrange'>) {
  const t = useTexts(groupsConsoleTexts);
  return (
    <div className="groups-acts">
      <Button icon="list" off={view.may.report ? undefined : t('acts.notNow')} onPress={onArrange}>
        {t('report.open')}
      </Button>
    </div>
  );
}

export function GroupsReport({ view, boards, time, send, onArrange }: GroupsReportProps) {
  const t = useTexts(groupsConsoleTexts);
  const { ask, refused } = useAsk(send);
  const { report } = view;
  // Who was told of and is in line no more still counts among those who told.
  const line = [...report.done.filter((group) => !report.order.includes(group)), ...report.order];
  const row = (group: GroupId | null): GroupRow | undefined => view.groups.find((each) => each.group === group);
  const telling = row(report.now);
  const next = row(nextOf(view));
  const board = telling ? boards.get(telling.group) : undefined;
  const go = (): void => void ask({ type: 'groups.report', from: report.now, to: next?.group ?? null });
  return (
    <section className="groups-report" aria-labelledby="groups-report">
      <div className="between">
        <p className="meta">{t('report.place', { done: report.done.length, of: line.length })}</p>
        <Button variant="quiet" onPress={onArrange}>
          {t('report.arrange')}
        </Button>
      </div>
      <div className="groups-telling">
        <div>
          <h2 id="groups-report" className="title">
            {telling === undefined ? t('report.ready') : t('report.tells', { number: telling.number })}
          </h2>
          {telling === undefined ? null : (
            <p>
              {telling.name === null ? null : (
                <>
                  <Said of={telling.name} />.{' '}
                </>
              )}
              <span className="soft">
                {telling.spokesperson === null ? t('report.nobody') : t('report.speaks', { seat: telling.spokesperson })}
              </span>
            </p>
          )}
        </div>
        {report.now !== null && time === null ? (
          <p className="soft">{t('report.told')}</p>
        ) : (
          <div className={time?.late === true ? 'groups-left late' : 'groups-left'}>
            <TimerText sec={time?.left ?? report.sec} className="num" />
            {time?.paused === true ? <p className="meta">{t('head.paused')}</p> : null}
          </div>
        )}
      </div>
      <ol className="groups-report-order">
        {line.map((group) => {
          const each = row(group);
          if (each === undefined) return null;
          const state = group === report.now ? 'now' : report.done.includes(group) ? 'past' : '';
          return (
            <li key={group} className={state} aria-current={state === 'now' ? 'step' : undefined}>
              <b>{each.number}</b> {each.name === null ? t('rows.numbered', { number: each.number }) : <Said of={each.name} />}
              <span className="meta">{each.spokesperson === null ? '' : t('report.seat', { seat: each.spokesperson })}</span>
            </li>
          );
        })}
      </ol>
      <div className="groups-acts">
        <Button
          variant="primary"
          off={next === undefined && report.now === null ? t('report.over') : view.may.report ? undefined : t('acts.notNow')}
          onPress={go}
        >
          {next === undefined ? t('report.finish') : t(report.now === null ? 'report.start' : 'report.next', { number: next.number })}
        </Button>
        {telling === undefined ? null : (
          <Button
            icon="screen"
            pressed={board?.onWall ?? false}
            off={board === undefined ? t('report.noBoard') : undefined}
            onPress={() => {
              if (board) void ask({ type: 'board.show', board: board.board, on: !board.onWall });
            }}
          >
            {t(board?.onWall === true ? 'report.hideBoard' : 'report.showBoard')}
          </Button>
        )}
      </div>
      {refused === null ? null : <p className="why">{refused}</p>}
    </section>
  );
}
