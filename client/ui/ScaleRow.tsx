/* One sentence of a scale, 1 to 5 or 0 to 10: the numbers in one box, "Non so" apart from them, because not knowing is not a number.
   What the ends mean is said once above, or here with `ends`. More than seven numbers stand in two lines: a finger needs 44 px. Safe for phones. */
import { useId, type CSSProperties, type ReactNode } from 'react';

export type ScaleValue = number | 'dontKnow' | null;
export interface ScaleRowProps {
  legend: ReactNode;
  from: number;
  to: number;
  value: ScaleValue;
  onChange: (value: ScaleValue) => void;
  /** The words of "Non so"; undefined: not offered. */
  dontKnow?: string | undefined;
  ends?: readonly [string, string] | undefined;
  /** A smaller heading or none: the legend can be for screen readers only. */
  hideLegend?: boolean | undefined;
}

export function ScaleRow({ legend, from, to, value, onChange, dontKnow, ends, hideLegend = false }: ScaleRowProps) {
  const name = useId();
  const points = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const style: CSSProperties & { '--per-row': number } = { '--per-row': points.length > 7 ? Math.ceil(points.length / 2) : points.length };
  return (
    <fieldset className="scale" role="radiogroup" aria-labelledby={`${name}l`}>
      <legend id={`${name}l`} className={hideLegend ? 'sr-only' : 'lead'}>
        {legend}
      </legend>
      {ends === undefined ? null : (
        <p className="ends">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </p>
      )}
      <div className="pts">
        <div className="nums" style={style}>
          {points.map((point) => (
            <label key={point} className={value === point ? 'on' : ''}>
              <input type="radio" name={name} value={point} checked={value === point} onChange={() => onChange(point)} />
              <span>{point}</span>
            </label>
          ))}
        </div>
        {dontKnow === undefined ? null : (
          <label className={value === 'dontKnow' ? 'ns on' : 'ns'}>
            <input type="radio" name={name} value="dontKnow" checked={value === 'dontKnow'} onChange={() => onChange('dontKnow')} />
            <span>{dontKnow}</span>
          </label>
        )}
      </div>
    </fieldset>
  );
}
