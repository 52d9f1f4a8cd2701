/* Where the tables, their boards, the programme and the roll meet for the console: what lies on each table, how much time there is, which
   boards are ready to be opened with the tables, and who sat with whom before. */
import { useEffect, useState } from 'react';
import { leftSec } from '../../shared/agenda/timeline.ts';
import type { BoardRow } from '../../shared/board/shown.ts';
import type { BoardId, GroupId, MemberId } from '../../shared/kernel/ids.ts';
import type { ReportBoard } from '../groups/GroupsReport.tsx';
import type { TablesTime, TableWork, Work } from '../groups/tables.ts';
import { asked } from '../kernel/sessionLinks.ts';
import type { ConsoleCommon } from './views.ts';

type Common = Pick<ConsoleCommon, 'groups' | 'board' | 'agenda'>;

/** What lies on the table now: what is open, else what is ready for this block, else what was last frozen. */
const worth = ({ phase, block }: BoardRow, running: string | null): number =>
  phase === 'open' ? 4 : phase === 'frozen' ? 2 : block !== null && block === running ? 3 : 1;
const onTables = ({ board, agenda }: Common): ReadonlyMap<GroupId, BoardRow> => {
  const running = agenda.running?.id ?? null;
  const found = new Map<GroupId, BoardRow>();
  for (const row of board.boards) {
    if (row.group === null) continue;
    const other = found.get(row.group);
    if (other === undefined || worth(row, running) >= worth(other, running)) found.set(row.group, row);
  }
  return found;
};
export const workOf = (common: Common): Work =>
  new Map(
    [...onTables(common)].map(([group, row]): [GroupId, TableWork] => {
      const { board, phase, step, silence, locked, notes, themes, writers, people, lastAt } = row;
      return [group, { board, phase, step, silent: silence !== null, locked, notes, themes, writers, people, lastAt }];
    }),
  );
export const reportBoardsOf = (common: Common): ReadonlyMap<GroupId, ReportBoard> =>
  new Map(
    [...onTables(common)].flatMap(([group, { phase, board, onWall }]): [GroupId, ReportBoard][] =>
      phase === 'prepared' ? [] : [[group, { board, onWall }]],
    ),
  );
/** Boards that wait for the tables, one for each: those of the block that runs, else of no block, else of the first block to come. */
export const readyOf = ({ groups, board, agenda }: Common): readonly BoardId[] => {
  const { rows } = agenda.course;
  const at = rows.findIndex(({ id }) => id === agenda.running?.id);
  const ready = board.boards.filter(({ phase, group }) => phase === 'prepared' && groups.groups.some((row) => row.group === group));
  const places = [...rows.slice(Math.max(0, at), at < 0 ? 0 : at + 1).map(({ id }) => id), null, ...rows.slice(at + 1).map(({ id }) => id)];
  const place = places.find((each) => ready.some(({ block }) => block === each));
  return groups.groups.flatMap(({ group }) => ready.find((row) => row.group === group && row.block === place)?.board ?? []);
};

export const timeOf = ({ agenda }: Common, now: number): TablesTime | null => {
  const { running } = agenda;
  if (running === null) return null;
  const left = leftSec(running.timer, now);
  return {
    block: running.id,
    title: running.title,
    number: running.number,
    of: running.numbered,
    left,
    totalMin: running.sec / 60,
    elapsedMin: (running.sec - left) / 60,
    endsAt: running.timer.kind === 'running' ? running.timer.endsAt : null,
    paused: running.timer.kind === 'paused',
  };
};

type Rounds = readonly (readonly (readonly MemberId[])[])[];
const isMembers = (table: unknown): table is readonly MemberId[] =>
  Array.isArray(table) && table.every((member) => typeof member === 'string');
const isRounds = (rounds: unknown): rounds is Rounds =>
  Array.isArray(rounds) && rounds.every((round) => Array.isArray(round) && round.every(isMembers));
const none: Rounds = [];
/** Who sat with whom in earlier sessions; nobody when it cannot be had. */
export const useCompanions = (session: string): Rounds => {
  const [rounds, setRounds] = useState(none);
  useEffect(() => {
    let here = true;
    void asked(`/api/sessions/${session}/companions`).then((data) => {
      if (here && isRounds(data['rounds'])) setRounds(data['rounds']);
    });
    return () => {
      here = false;
    };
  }, [session]);
  return rounds;
};
