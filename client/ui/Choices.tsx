/* Choosing: ruled rows from edge to edge, each a real radio or checkbox, so that keyboard and screen readers need nothing special.
   At the maximum the rest goes grey and says how to change ("togline una"); nothing is taken off by itself.
   An `alone` option ("Non so") is chosen alone: it clears the others, and they clear it. The draft belongs to who uses this. Safe for phones. */
import { useId, type ReactNode } from 'react';
import { announce } from './LiveRegion.tsx';
import { PatternKey, type Pattern } from './SeatLine.tsx';

export interface Option {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode | undefined;
  readonly end?: ReactNode | undefined;
  readonly alone?: boolean | undefined;
  /** On a ballot: the mark that this choice will be in the result. */
  readonly pattern?: Pattern | undefined;
  readonly lang?: string | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
}
export interface ChoicesProps {
  kind: 'one' | 'many';
  options: readonly Option[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
  /** The group's name for screen readers: the question. Or `labelledBy`: the id of the heading that says it. */
  legend?: string | undefined;
  labelledBy?: string | undefined;
  /** At most this many (kind 'many'), and what is said then: "Hai scelto 3 su 3. Per cambiare, togline una." */
  max?: number | undefined;
  maxWords?: string | undefined;
  /** Boxes in a grid, for few short options (languages, sizes). */
  boxed?: boolean | undefined;
  describedBy?: string | undefined;
}

export function Choices({ kind, options, chosen, onChange, legend, labelledBy, max, maxWords, boxed = false, describedBy }: ChoicesProps) {
  const name = useId();
  const full = kind === 'many' && max !== undefined && chosen.length >= max;
  const aloneIds = options.filter((option) => option.alone === true).map((option) => option.id);
  const toggle = (option: Option): void => {
    if (kind === 'one') return onChange([option.id]);
    if (chosen.includes(option.id)) return onChange(chosen.filter((id) => id !== option.id));
    if (option.alone === true) return onChange([option.id]);
    const others = chosen.filter((id) => !aloneIds.includes(id));
    if (max !== undefined && others.length >= max) return;
    // In the order of the options, not of the taps: the draft of two people who chose the same is the same.
    onChange(options.filter((other) => other.id === option.id || others.includes(other.id)).map((other) => other.id));
  };
  const rowClass = (option: Option, on: boolean, refused: boolean): string =>
    ['choice', boxed ? 'box' : '', option.pattern === undefined ? '' : 'pattern-choice', on ? 'on' : '', refused ? 'full' : '']
      .filter(Boolean)
      .join(' ');
  return (
    <fieldset role={kind === 'one' ? 'radiogroup' : undefined} aria-labelledby={labelledBy ?? `${name}l`} aria-describedby={describedBy}>
      {legend === undefined ? null : (
        <legend className="sr-only" id={`${name}l`}>
          {legend}
        </legend>
      )}
      {full && maxWords !== undefined ? (
        <p className="choices-note" role="status">
          {maxWords}
        </p>
      ) : null}
      <div className={boxed ? 'choice-grid' : 'choices'}>
        {options.map((option) => {
          const on = chosen.includes(option.id);
          const refused = full && !on && option.alone !== true && !chosen.some((id) => aloneIds.includes(id));
          return (
            <label key={option.id} className={rowClass(option, on, refused)} lang={option.lang} dir={option.dir}>
              {option.pattern === undefined ? null : <PatternKey pattern={option.pattern} />}
              <input
                className="o"
                type={kind === 'one' ? 'radio' : 'checkbox'}
                name={name}
                value={option.id}
                checked={on}
                aria-disabled={refused ? true : undefined}
                onChange={() => toggle(option)}
                onClick={(event) => {
                  if (!refused) return;
                  // Stopped here and not in onChange, so that the box never ticks for a moment.
                  event.preventDefault();
                  if (maxWords !== undefined) announce(maxWords);
                }}
              />
              <span>
                {option.label}
                {option.hint === undefined ? null : <span className="hint">{option.hint}</span>}
              </span>
              {option.end}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
