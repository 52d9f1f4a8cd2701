// The second of the running block, for whoever draws it: what is left, how much has gone by, whether the warning is on. Safe for phones.
// Absolute times in, so that the same second stands on the console, on the wall and on every phone (AG2).
import type { Timer } from '../../shared/agenda/events.ts';
import { leftSec, noticeOf, type Notice } from '../../shared/agenda/timeline.ts';

export interface Second {
  readonly left: number;
  readonly elapsedMin: number;
  readonly totalMin: number;
  readonly warnMin: number;
  readonly notice: Notice;
  readonly paused: boolean;
}
/** `sec`: all the block has; `warnSec`: when the warning comes. Elapsed time is what has been used of it, so that ruler and figure agree. */
export const secondOf = (running: { readonly timer: Timer; readonly sec: number; readonly warnSec: number }, now: number): Second => {
  const left = leftSec(running.timer, now);
  return {
    left,
    elapsedMin: (running.sec - left) / 60,
    totalMin: running.sec / 60,
    warnMin: Math.round((running.sec - running.warnSec) / 60),
    notice: noticeOf(running.timer, running.warnSec, now),
    paused: running.timer.kind === 'paused',
  };
};
/** Whole minutes for people: a delay of 5 min 40 is said "6 min". */
export const minutesOf = (sec: number): number => Math.max(1, Math.round(sec / 60));
