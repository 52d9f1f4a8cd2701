/* One of few, in one line: real radios; the chosen one has a frame, a tick and weight, not only a colour. Arrows move, as in any radio group.
   For moving between pages use links, not this. Safe for phones. */
import { useId, type ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import './segmented.css';

export interface SegmentedProps<V extends string> {
  legend: ReactNode;
  hideLegend?: boolean | undefined;
  options: readonly {
    readonly value: V;
    readonly label: ReactNode;
    readonly icon?: IconName | undefined;
    readonly lang?: string | undefined;
  }[];
  value: V;
  onChange: (value: V) => void;
}

export function Segmented<V extends string>({ legend, hideLegend = false, options, value, onChange }: SegmentedProps<V>) {
  const name = useId();
  return (
    <fieldset className="fld" role="radiogroup" aria-labelledby={`${name}l`}>
      <legend id={`${name}l`} className={hideLegend ? 'sr-only' : 'lb'}>
        <span>{legend}</span>
      </legend>
      <div className="seg">
        {options.map((option) => (
          <label key={option.value} className={option.value === value ? 'on' : ''} lang={option.lang}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.value === value ? (
              <Icon name={option.icon ?? 'check'} />
            ) : option.icon === undefined ? null : (
              <Icon name={option.icon} />
            )}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
