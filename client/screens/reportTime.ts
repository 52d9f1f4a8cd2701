/* A table tells the plenary: who and in which order is the groups', the time is that of its turn on the floor, which is given, stopped and
   ended there. One clock on console, wall and phone. Safe for phones. */
import type { FloorMemberView } from '../../shared/floor/shown.ts';
import { noticeOf, secondsLeft } from '../../shared/floor/time.ts';
import type { ReportTime } from '../groups/reportTime.ts';

/** `table`: the number of the table whose time is asked for. */
export const reportTime = (turn: FloorMemberView['turn'], table: number | null | undefined, now: number): ReportTime | null =>
  turn?.kind === 'report' && turn.table === table
    ? { left: secondsLeft(turn, now), paused: turn.endsAt === null, late: noticeOf(turn, now) !== 'none' }
    : null;
