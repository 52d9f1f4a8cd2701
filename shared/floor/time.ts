// How a turn stands at this second, the same on every device: what is left, and which notice is due (FL: 30 seconds before the end);
// and how much of it counts once it is over.
import { floorLimits } from './limits.ts';
import type { TurnNow } from './shown.ts';

export type TurnTime = Pick<TurnNow, 'sec' | 'endsAt' | 'leftMs'>;
export type TurnNotice = 'none' | 'last' | 'over';

/** Whole seconds that are left, never more than the turn has: a device's clock is known to a few hundredths only. Zero is the end, under it the
 *  turn is over its time. `now`: epoch ms of the server. */
export const secondsLeft = ({ sec, endsAt, leftMs }: TurnTime, now: number): number =>
  // The sum turns a minus zero into a zero.
  Math.min(sec, Math.ceil((endsAt === null ? (leftMs ?? 0) : endsAt - now) / 1000)) + 0;

/** A turn of half a minute has no last half minute. */
export const noticeOf = (turn: TurnTime, now: number): TurnNotice => {
  const left = secondsLeft(turn, now);
  if (left <= 0) return 'over';
  return left <= floorLimits.signalSec && turn.sec > floorLimits.signalSec ? 'last' : 'none';
};

/** Of `ms` that a turn went on, what counts in totals, queues, bands and the record: never more than its time (`sec`, with what was given) and
 *  an overrun as long again, of at least five minutes. A turn that nobody ended is nobody's speech; the log keeps how long it went on. */
export const countedMs = (ms: number, sec: number): number => Math.min(ms, (sec + Math.max(sec, floorLimits.overrunSec)) * 1000);
