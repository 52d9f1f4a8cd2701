/* An hour somebody types ("15.02", "15:02", "1502") as a moment of the day of `around`, in the session's time zone. Pure; no library. */

const partsOf = (ms: number, timeZone: string): { readonly hour: number; readonly minute: number; readonly second: number } => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(ms);
  const part = (type: string): number => Number(parts.find((piece) => piece.type === type)?.value ?? 0);
  return { hour: part('hour'), minute: part('minute'), second: part('second') };
};

/** Epoch ms of the typed hour at or before `now` (yesterday's 23.50 when it is 0.10), or null when it is no hour. Seconds are dropped. */
export const momentOf = (typed: string, now: number, timeZone: string): number | null => {
  const read = /^\s*(\d{1,2})\s*[.:,h ]?\s*(\d{2})\s*$/u.exec(typed);
  if (!read) return null;
  const [hour, minute] = [Number(read[1]), Number(read[2])];
  if (hour > 23 || minute > 59) return null;
  const at = partsOf(now, timeZone);
  const back = (at.hour - hour) * 60 + (at.minute - minute);
  return now - (now % 1000) - at.second * 1000 - (back < 0 ? back + 24 * 60 : back) * 60_000;
};
