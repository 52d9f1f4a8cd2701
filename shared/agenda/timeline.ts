// When is what: planned, true and projected hours of every block, how late the day is, and the second on the timer.
// One reading for the rule, the console, the phones and the wall (AG1, AG2): it takes numbers, gives numbers, knows no clock.
// Free of schemas on purpose: phones run this very file. Nothing here ends a block; it only says what time does (K7).
import type { Activity, Timer } from './events.ts';

/** Epoch ms throughout. `firstAt`: the first start of a block that was taken up again; `usedSec`: what it had used before `startedAt`. */
export type Status =
  | { readonly kind: 'ahead' }
  | { readonly kind: 'running'; readonly firstAt: number; readonly startedAt: number; readonly usedSec: number; readonly timer: Timer }
  | { readonly kind: 'done'; readonly firstAt: number; readonly endedAt: number; readonly usedSec: number }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'postponed' };

export interface CourseRow {
  readonly id: string;
  readonly activity: Activity;
  /** What the block has now: the plan, changed by timer and remedies. */
  readonly sec: number;
  /** The plan as it stood when the first block started; null for what was added later or when no hour was set. */
  readonly planned: { readonly at: number; readonly sec: number } | null;
  readonly status: Status;
}
/** All that the hours depend on. A view carries exactly this, so that each device computes the same. */
export interface Course {
  /** False in a draft: an hour that has passed is then not a delay. */
  readonly live: boolean;
  readonly startPlanned: number | null;
  readonly plannedEnd: number | null;
  /** A delay that was accepted: remedies come back only beyond it. */
  readonly acceptedSec: number;
  readonly rows: readonly CourseRow[];
}

export interface TimelineRow {
  readonly id: string;
  readonly kind: Status['kind'];
  /** As people count blocks, from 1; breaks have none. */
  readonly number: number | null;
  readonly plannedAt: number | null;
  readonly plannedSec: number | null;
  /** True for what has started, projected for what is ahead; null for what will not be. */
  readonly startAt: number | null;
  readonly endAt: number | null;
  readonly sec: number;
}
export interface Timeline {
  readonly rows: readonly TimelineRow[];
  readonly running: TimelineRow | null;
  /** What comes when the running block is left; null at the end. */
  readonly next: TimelineRow | null;
  readonly numbered: number;
  readonly plannedEnd: number | null;
  readonly end: number;
  /** Seconds after the planned end; negative when early; 0 when no hour was planned. */
  readonly driftSec: number;
}

/** Seconds left, the last one counted whole; negative once the time is over. The same on every device that has the server's time. */
export const leftSec = (timer: Timer, now: number): number => {
  switch (timer.kind) {
    case 'paused':
      return timer.leftSec;
    case 'running':
      return Math.ceil((timer.endsAt - now) / 1000) + 0;
    default:
      return timer satisfies never;
  }
};
export type Notice = 'none' | 'warning' | 'over';
/** What the timer has to say now. A block with no seconds left is over its time, not ended. */
export const noticeOf = (timer: Timer, warnSec: number, now: number): Notice => {
  const left = leftSec(timer, now);
  return left <= 0 ? 'over' : left <= warnSec ? 'warning' : 'none';
};

/** What is still to come, in the order it will come: behind the running block first, then what was left behind before it. */
export const aheadOf = <Row extends { readonly status: { readonly kind: Status['kind'] } }>(rows: readonly Row[]): readonly Row[] => {
  const at = rows.findIndex((row) => row.status.kind === 'running');
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].filter((row) => row.status.kind === 'ahead');
};

/** Where each block gets its number. */
export const numbersOf = (rows: readonly { readonly id: string; readonly activity: Activity }[]): ReadonlyMap<string, number> =>
  new Map(rows.filter((row) => row.activity !== 'break').map((row, index) => [row.id, index + 1]));

const runningEnd = (status: Status & { kind: 'running' }, now: number): number =>
  status.timer.kind === 'paused' ? now + Math.max(0, status.timer.leftSec) * 1000 : Math.max(now, status.timer.endsAt);

export const timeline = (course: Course, now: number): Timeline => {
  const numbers = numbersOf(course.rows);
  const running = course.rows.find((row) => row.status.kind === 'running');
  const begun = course.rows.some((row) => row.status.kind === 'running' || row.status.kind === 'done');
  let cursor = now;
  if (running?.status.kind === 'running') cursor = runningEnd(running.status, now);
  else if (!begun && course.startPlanned !== null) cursor = course.live ? Math.max(now, course.startPlanned) : course.startPlanned;
  const ahead = aheadOf(course.rows);
  const starts = new Map<string, number>();
  for (const row of ahead) {
    starts.set(row.id, cursor);
    cursor += row.sec * 1000;
  }
  const rowOf = (row: CourseRow): TimelineRow => {
    const base = {
      id: row.id,
      kind: row.status.kind,
      number: numbers.get(row.id) ?? null,
      plannedAt: row.planned?.at ?? null,
      plannedSec: row.planned?.sec ?? null,
    };
    switch (row.status.kind) {
      case 'ahead': {
        const startAt = starts.get(row.id) ?? cursor;
        return { ...base, startAt, endAt: startAt + row.sec * 1000, sec: row.sec };
      }
      case 'running':
        return { ...base, startAt: row.status.firstAt, endAt: runningEnd(row.status, now), sec: row.sec };
      case 'done':
        return { ...base, startAt: row.status.firstAt, endAt: row.status.endedAt, sec: row.status.usedSec };
      case 'skipped':
      case 'postponed':
        return { ...base, startAt: null, endAt: null, sec: 0 };
      default:
        return row.status satisfies never;
    }
  };
  const rows = course.rows.map(rowOf);
  const lastEnd = rows.reduce(
    (last, row) => (row.kind === 'done' && row.endAt !== null ? Math.max(last, row.endAt) : last),
    Number.NEGATIVE_INFINITY,
  );
  const over = begun && !running && ahead.length === 0;
  const end = over ? lastEnd : cursor;
  const first = ahead[0];
  return {
    rows,
    running: rows.find((row) => row.kind === 'running') ?? null,
    next: first ? (rows.find((row) => row.id === first.id) ?? null) : null,
    numbered: numbers.size,
    plannedEnd: course.plannedEnd,
    end,
    driftSec: course.plannedEnd === null ? 0 : Math.round((end - course.plannedEnd) / 1000),
  };
};
