// When tables are told that time is short, and when it is over (GR4: at 10, 5 and 1 minute).
// Every device works it out from absolute times, the same second everywhere, and nothing is sent while time passes (K7).
// Free of schemas on purpose: phones run this very file. Epoch ms throughout.

/** Minutes before the end at which a notice comes. */
export const noticeMinutes = [10, 5, 1] as const;
/** The notice in force: the last one that came. `null`: none yet. */
export type Notice = (typeof noticeMinutes)[number] | 'over';

/** A table ends when the block does, later by what it was given (`extraSec`). */
export const tableEnd = (blockEnd: number, extraSec: number): number => blockEnd + extraSec * 1000;

export const noticeTimes = (end: number): readonly { readonly minutes: (typeof noticeMinutes)[number]; readonly at: number }[] =>
  noticeMinutes.map((minutes) => ({ minutes, at: end - minutes * 60_000 }));

export const noticeAt = (end: number, now: number): Notice | null => {
  if (now >= end) return 'over';
  const came = noticeTimes(end).filter(({ at }) => now >= at);
  return came.at(-1)?.minutes ?? null;
};
