/* The ruler of minutes: one tick a minute, tall every 5 (up to 30 minutes) or every 10; notices as ochre ticks; the bar is the time gone by.
   Never a ring, never a change of colour alone: past the end the bar is full, ochre, and `label` says by how much.
   It may show a part only (the last quarter of an hour of a group work, where its three notices live). Safe for phones. */
import type { CSSProperties } from 'react';

export interface RulerProps {
  /** The first and the last minute drawn, counted from the start of the block. */
  fromMin?: number | undefined;
  toMin: number;
  /** Minutes gone by since the start; fractions allowed. */
  elapsedMin: number;
  /** Minutes from the start at which a notice is given. */
  noticesMin?: readonly number[] | undefined;
  /** Said by screen readers: "Passati 6 minuti di 10". '' hides it where the words stand beside. */
  label: string;
}

export function Ruler({ fromMin = 0, toMin, elapsedMin, noticesMin = [], label }: RulerProps) {
  const minutes = Math.max(1, Math.ceil(toMin - fromMin));
  const step = minutes <= 30 ? 5 : 10;
  // More than four hours of ticks are a grey smear: then one tick each five minutes.
  const every = minutes > 240 ? 5 : 1;
  const ticks = Array.from({ length: Math.floor(minutes / every) + 1 }, (_, index) => fromMin + index * every);
  const style: CSSProperties & { '--at': number } = { '--at': Math.min(1, Math.max(0, (elapsedMin - fromMin) / minutes)) };
  const said = label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <div className={elapsedMin > toMin ? 'ruler over' : 'ruler'} style={style} {...said}>
      {ticks.map((minute) => (
        <i key={minute} className={noticesMin.includes(minute) ? 'notice' : minute % step === 0 ? 'tall' : ''} />
      ))}
      <b />
    </div>
  );
}
