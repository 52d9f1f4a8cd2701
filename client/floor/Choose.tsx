/* One of several, where a row of radios would be too long: a list that opens, with its label above it. */
import { useId } from 'react';

export interface ChooseProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}
export function Choose<V extends string>({ label, value, options, onChange }: ChooseProps<V>) {
  const id = useId();
  return (
    <div className="fld">
      <label className="lb" htmlFor={id}>
        <span>{label}</span>
      </label>
      <select
        id={id}
        className="inp"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
