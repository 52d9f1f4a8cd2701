// When it is late: the concrete ways out, each with the hour it gives (AG3). A person chooses one and says why; the rule records it.
// Pure and free of schemas, so that the console shows, second by second, exactly what the rule would do.
// Nothing is cut by itself; breaks are shortened only in proportion with the rest, and the closing is never skipped.
import type { Remedy } from './events.ts';
import { agendaLimits } from './limits.ts';
import { aheadOf, timeline } from './timeline.ts';
import type { Course, CourseRow } from './timeline.ts';

/** Less than this is not late: nobody re-plans a day for a minute. */
export const lateFromSec = 60;
/** No block is cut below half: what is left of it would not be what was announced. */
const keepOf = (sec: number): number => Math.min(sec, Math.max(agendaLimits.minSec, Math.ceil(sec / 2)));

export interface Cut {
  readonly block: string;
  readonly fromSec: number;
  readonly toSec: number;
}
/** A remedy with what it does. `end`: epoch ms at which the day would then end; `onTime`: whether that is the planned end or earlier. */
export interface Offer {
  readonly kind: Remedy['kind'];
  readonly block: string | null;
  readonly cuts: readonly Cut[];
  readonly end: number;
  readonly onTime: boolean;
}

/** Seconds to be won back: the delay that nobody has accepted yet; 0 when there is none. */
export const lateSec = (course: Course, now: number): number => {
  const drift = timeline(course, now).driftSec;
  return course.live && drift >= lateFromSec && drift >= course.acceptedSec + lateFromSec ? drift : 0;
};

/**
 * Cuts `needSec` out of the rows in proportion to their length, to the second, none below half.
 * Largest remainder: the cuts add up to `needSec` exactly whenever the halves leave that much.
 */
export const proportionalCuts = (rows: readonly { readonly id: string; readonly sec: number }[], needSec: number): readonly Cut[] => {
  const spare = rows.map((row) => row.sec - keepOf(row.sec));
  const total = spare.reduce((sum, sec) => sum + sec, 0);
  if (total === 0 || needSec <= 0) return [];
  const wanted = Math.min(needSec, total);
  const exact = spare.map((sec) => (sec * wanted) / total);
  const whole = exact.map(Math.floor);
  let rest = wanted - whole.reduce((sum, sec) => sum + sec, 0);
  const order = exact
    .map((value, index) => ({ index, part: value - Math.floor(value) }))
    .sort((a, b) => b.part - a.part || a.index - b.index);
  for (const { index } of order) {
    if (rest <= 0) break;
    if ((whole[index] ?? 0) < (spare[index] ?? 0)) {
      whole[index] = (whole[index] ?? 0) + 1;
      rest -= 1;
    }
  }
  return rows.flatMap((row, index) => {
    const cut = whole[index] ?? 0;
    return cut > 0 ? [{ block: row.id, fromSec: row.sec, toSec: row.sec - cut }] : [];
  });
};

const longest = (rows: readonly CourseRow[]): CourseRow | undefined =>
  rows.reduce<CourseRow | undefined>((best, row) => (best && best.sec >= row.sec ? best : row), undefined);

/** Which block alone could give back the time: the longest one ahead that is no break; with nothing ahead, the running one. */
const shorten = (course: Course, needSec: number, now: number): Cut | null => {
  const ahead = aheadOf(course.rows);
  const row = longest(ahead.filter((one) => one.activity !== 'break'));
  if (row) {
    const toSec = Math.max(keepOf(row.sec), row.sec - needSec);
    return toSec < row.sec ? { block: row.id, fromSec: row.sec, toSec } : null;
  }
  const running = course.rows.find((one) => one.status.kind === 'running');
  if (ahead.length > 0 || running?.status.kind !== 'running') return null;
  const spent = Math.ceil((now - running.status.startedAt) / 1000) + running.status.usedSec;
  const toSec = Math.max(spent + agendaLimits.minSec, running.sec - needSec);
  return toSec < running.sec ? { block: running.id, fromSec: running.sec, toSec } : null;
};

/** Which block could be left out: the shortest one that wins enough, otherwise the longest; never a break or the closing. */
const leaveOut = (rows: readonly CourseRow[], needSec: number): CourseRow | undefined => {
  const may = rows.filter((row) => row.activity !== 'break' && row.activity !== 'closing');
  const enough = may.filter((row) => row.sec >= needSec).sort((a, b) => a.sec - b.sec);
  return enough[0] ?? longest(may);
};

/** The ways out now, or none when it is not late. Each hour is what `timeline` says after it. */
export const remedies = (course: Course, now: number): readonly Offer[] => {
  const need = lateSec(course, now);
  if (need === 0 || course.plannedEnd === null) return [];
  const plannedEnd = course.plannedEnd;
  const ahead = aheadOf(course.rows);
  const offers: Offer[] = [];
  const offer = (kind: Remedy['kind'], block: string | null, cuts: readonly Cut[], after: Course): void => {
    const { end } = timeline(after, now);
    offers.push({ kind, block, cuts, end, onTime: end <= plannedEnd + 999 });
  };
  const one = shorten(course, need, now);
  if (one) offer('shorten', one.block, [one], withCuts(course, [one]));
  const all = proportionalCuts(ahead, need);
  if (all.length > 1) offer('proportion', null, all, withCuts(course, all));
  const out = leaveOut(ahead, need);
  if (out) {
    offer('skip', out.id, [], without(course, out.id, 'skipped'));
    offer('postpone', out.id, [], without(course, out.id, 'postponed'));
  }
  offer('accept', null, [], course);
  return offers;
};

/** The course with these blocks given their new length; a running one's timer moves with it. */
export const withCuts = (course: Course, cuts: readonly Cut[]): Course => ({
  ...course,
  rows: course.rows.map((row) => {
    const cut = cuts.find((one) => one.block === row.id);
    if (!cut) return row;
    const delta = cut.toSec - row.sec;
    if (row.status.kind !== 'running') return { ...row, sec: cut.toSec };
    const { timer } = row.status;
    const moved =
      timer.kind === 'running' ? { ...timer, endsAt: timer.endsAt + delta * 1000 } : { ...timer, leftSec: timer.leftSec + delta };
    return { ...row, sec: cut.toSec, status: { ...row.status, timer: moved } };
  }),
});
/** The course with a block left out. */
export const without = (course: Course, block: string, kind: 'skipped' | 'postponed'): Course => ({
  ...course,
  rows: course.rows.map((row) => (row.id === block ? { ...row, status: { kind } } : row)),
});
