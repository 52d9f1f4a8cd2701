/* A row for each table. The name is the button that chooses it (its number on the keyboard does the same); what can be done to it then
   stands on the row, in the place of what is only read. Rows never move by themselves: one finds a table where one left it. */
import type { ReactNode } from 'react';
import type { GroupRow, GroupsDriverView } from '../../shared/groups/shown.ts';
import type { BoardId, GroupId } from '../../shared/kernel/ids.ts';
import { useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { Asking } from './ask.ts';
import { groupsConsoleTexts } from './consoleTexts.ts';
import { Said } from './Said.tsx';
import { TableDrawing } from './TableDrawing.tsx';
import { placesOf, quietSince, workSteps, type TableWork, type Work } from './tables.ts';

export interface GroupsRowsProps {
  readonly view: GroupsDriverView;
  readonly work: Work;
  readonly now: number;
  readonly chosen: GroupId | null;
  readonly onChoose: (group: GroupId | null) => void;
  readonly onAnswer: (group: GroupId) => void;
  readonly onBoard: (board: BoardId) => void;
  readonly onCard: (row: GroupRow) => void;
  readonly ask: Asking['ask'];
}

export const minutesSince = (at: number, now: number): number => Math.max(0, Math.floor((now - at) / 60_000));

export function GroupsRows(props: GroupsRowsProps) {
  const { view } = props;
  const t = useTexts(groupsConsoleTexts);
  const atTables = view.mode === 'groups';
  return (
    <table className="groups-rows">
      <thead>
        <tr>
          <td className="place" />
          <th scope="col">{t('rows.table')}</th>
          {atTables ? (
            <>
              <th scope="col" className="step">
                {t('rows.step')}
              </th>
              <th scope="col" className="n">
                {t('rows.notes')}
              </th>
              <th scope="col" className="n">
                {t('rows.themes')}
              </th>
            </>
          ) : (
            <th scope="col">
              <span className="sr-only">{t('rows.acts')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {view.groups.map((row) => (
          <Row key={row.group} {...props} row={row} work={props.work.get(row.group)} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = Omit<GroupsRowsProps, 'work'> & { readonly row: GroupRow; readonly work: TableWork | undefined };

function Row(props: RowProps) {
  const { view, row, work, now, chosen, onChoose } = props;
  const t = useTexts(groupsConsoleTexts);
  const atTables = view.mode === 'groups';
  const quiet = atTables ? quietSince(work, view.splitAt, now) : null;
  const on = chosen === row.group;
  const name = t('rows.numbered', { number: row.number });
  return (
    <tr className={[row.call ? 'call' : quiet === null ? '' : 'quiet', on ? 'on' : ''].filter(Boolean).join(' ')}>
      <td className="drawing">
        <TableDrawing number={row.number} places={placesOf(row, work, view.mode)} />
      </td>
      <th scope="row">
        <button type="button" aria-pressed={on} data-table={row.number} onClick={() => onChoose(on ? null : row.group)}>
          <b>
            <span className={row.name === null ? '' : 'sr-only'}>{name} </span>
            {row.name === null ? null : <Said of={row.name} />}
          </b>
          <StateWords {...props} quiet={quiet} />
        </button>
      </th>
      {on && atTables ? (
        <td colSpan={3} className="acts">
          <Acts {...props} name={name} />
        </td>
      ) : (
        <>
          {atTables ? (
            <>
              <td className="step">
                <Step work={work} />
              </td>
              <td className="n">{work ? work.notes : ''}</td>
            </>
          ) : null}
          {row.call !== null || (quiet !== null && work) || !atTables ? (
            // In the place of the number that matters least: the names need the width.
            <td className="acts">
              <OneAct {...props} quiet={quiet} name={name} />
            </td>
          ) : (
            <td className="n">{work ? work.themes === 0 ? <None /> : work.themes : ''}</td>
          )}
        </>
      )}
    </tr>
  );
}
const None = () => <span className="soft">–</span>;

function StateWords({ view, row, work, now, quiet }: RowProps & { readonly quiet: number | null }): ReactNode {
  const t = useTexts(groupsConsoleTexts);
  if (row.call) return <span className="tag help">{callWords(row.call, now, t)}</span>;
  if (quiet !== null) return <span className="tag time">{t('rows.quiet', { n: minutesSince(quiet, now) })}</span>;
  const words =
    view.mode === 'plenary'
      ? t('rows.assigned', { n: row.assigned, present: row.present })
      : work === undefined || work.phase === 'prepared'
        ? t('rows.sitting', { present: row.present, of: row.seated })
        : t(writesNow(work) ? 'rows.writing' : 'rows.wrote', { writers: work.writers, of: work.people });
  return (
    <span className="meta">
      {words}
      {row.extraSec === 0 || view.mode === 'plenary' ? '' : `, ${t('rows.extra', { n: Math.round(row.extraSec / 60) })}`}
    </span>
  );
}

/** While dots are given, and once it stands still or is frozen, nobody writes on a board any more. */
const writesNow = ({ phase, locked, step }: TableWork): boolean => phase === 'open' && !locked && step !== 'dots' && step !== 'done';

type Words = ReturnType<typeof useTexts<typeof groupsConsoleTexts.it>>;
const callWords = (call: NonNullable<GroupRow['call']>, now: number, t: Words): string => {
  const n = minutesSince(call.at, now);
  if (n === 0) return t(call.about === 'time' ? 'rows.asksTimeNow' : 'rows.callsNow');
  return t(call.about === 'time' ? 'rows.asksTime' : 'rows.calls', { n });
};

function Step({ work }: { work: TableWork | undefined }) {
  const t = useTexts(groupsConsoleTexts);
  if (work === undefined) return <span className="meta">{t('rows.noBoard')}</span>;
  if (work.phase !== 'open') return <span className="meta">{t(work.phase === 'frozen' ? 'rows.frozen' : 'rows.ready')}</span>;
  const at = work.step === 'done' ? workSteps.length : workSteps.indexOf(work.step);
  return (
    <span className="groups-step">
      <span className="meta">
        {work.locked ? <Icon name="lock" label={t('rows.locked')} /> : null}
        {work.silent ? t('step.silent') : t(`step.${work.step}`)}
      </span>
      <span className="bar" aria-hidden="true">
        {workSteps.map((step, index) => (
          <i key={step} className={index < at ? 'past' : index === at ? 'now' : ''} />
        ))}
      </span>
    </span>
  );
}

/** The one act that a row asks for by itself. */
function OneAct({
  row,
  work,
  quiet,
  name,
  onAnswer,
  onBoard,
  onChoose,
}: RowProps & { readonly quiet: number | null; readonly name: string }) {
  const t = useTexts(groupsConsoleTexts);
  if (row.call)
    return (
      <Button variant="help" onPress={() => onAnswer(row.group)}>
        {t('rows.answer')}
        <span className="sr-only">{name}</span>
      </Button>
    );
  if (quiet !== null && work)
    return (
      <Button
        onPress={() => {
          onChoose(row.group);
          onBoard(work.board);
        }}
      >
        {t('rows.goThere')}
        <span className="sr-only">{name}</span>
      </Button>
    );
  return null;
}

function Acts({ row, work, name, onBoard, onCard, onAnswer, ask }: RowProps & { readonly name: string }) {
  const t = useTexts(groupsConsoleTexts);
  return (
    <span className="groups-row-acts">
      {row.call ? (
        <Button variant="help" onPress={() => onAnswer(row.group)}>
          {t('rows.answer')}
          <span className="sr-only">{name}</span>
        </Button>
      ) : null}
      <Button keyHint={row.call ? undefined : '+'} onPress={() => void ask({ type: 'groups.giveTime', group: row.group, sec: 300 })}>
        {t('rows.more')}
        <span className="sr-only">{name}</span>
      </Button>
      <Button onPress={() => onCard(row)}>
        {t('rows.write')}
        <span className="sr-only">{name}</span>
      </Button>
      <Button
        off={work === undefined ? t('rows.noBoard') : undefined}
        onPress={() => {
          if (work) onBoard(work.board);
        }}
      >
        {t('rows.board')}
        <span className="sr-only">{name}</span>
      </Button>
      {row.video === null ? null : (
        <a className="btn sq" href={row.video} target="_blank" rel="noreferrer" aria-label={t('rows.video', { table: name })}>
          <Icon name="video" />
        </a>
      )}
    </span>
  );
}
