// The hour on the wall made into an instant: a day, an hour and the session's time zone give epoch ms (K7: one instant for everybody).
// Pure: the rules of the time zone come with the language, no clock is read.

const offsetMs = (at: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(at / 1000) * 1000
  );
};

/** `day` yyyy-mm-dd, `hour` HH:MM. An hour that the clock change skips is read with the offset before it. */
export const instantOf = (day: string, hour: string, timeZone: string): number => {
  const wall = Date.parse(`${day}T${hour}:00Z`);
  const guess = wall - offsetMs(wall, timeZone);
  return wall - offsetMs(guess, timeZone);
};
/** HH:MM of an instant, as the file writes it. */
export const hourOf = (at: number, timeZone: string): string => new Date(at + offsetMs(at, timeZone)).toISOString().slice(11, 16);
