/* Writing: the label above, help and counter below, never a placeholder as a label. The counter never cuts: what is too long stays,
   and is said to be too long, because a sentence that loses its end in silence is a falsified one. Length is counted as the server does
   (UTF-16 units). Near the end the screen reader is told; at every letter it would be noise. Safe for phones. */
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTexts } from '../kernel/i18n.ts';
import { Icon } from './Icon.tsx';
import { announce } from './LiveRegion.tsx';
import { uiTexts } from './texts.ts';

export interface FieldProps {
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode | undefined;
  error?: string | undefined;
  /** The most characters the server takes. Shown as "63 di 280"; going over is allowed to be seen, and refused at sending. */
  max?: number | undefined;
  /** Hide the label from sight (the question above says it). */
  hideLabel?: boolean | undefined;
  type?: 'text' | 'search' | 'password' | 'url' | 'number' | 'date' | 'time' | undefined;
  inputMode?: 'text' | 'numeric' | 'url' | 'search' | undefined;
  autoComplete?: string | undefined;
  autoCapitalize?: string | undefined;
  placeholder?: string | undefined;
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | 'auto' | undefined;
  required?: boolean | undefined;
  /** A code of a card or a room: spaced letters, always left to right, capitals, no corrections. */
  code?: boolean | undefined;
  /** Ready to be written as soon as its dialog opens. */
  autoFocus?: boolean | undefined;
  onEnter?: (() => void) | undefined;
  onBlur?: (() => void) | undefined;
  className?: string | undefined;
}

/** True when the server would refuse the text for its length. */
export function isTooLong(value: string, max: number): boolean {
  return value.length > max;
}

function useParts({ value, max, hint, error }: Pick<FieldProps, 'value' | 'max' | 'hint' | 'error'>) {
  const t = useTexts(uiTexts);
  const id = useId();
  const over = max !== undefined && isTooLong(value, max);
  const left = max === undefined ? Infinity : max - value.length;
  const told = useRef('');
  useEffect(() => {
    const step = left < 0 ? 'over' : left <= 20 ? 'near' : '';
    if (step !== told.current && step !== '') announce(left < 0 ? t('field.over', { n: -left }) : t('field.left', { n: left }));
    told.current = step;
  }, [left, t]);
  const describedBy = [hint === undefined ? '' : `${id}h`, error === undefined ? '' : `${id}e`, max === undefined ? '' : `${id}c`]
    .filter(Boolean)
    .join(' ');
  const below =
    hint === undefined && error === undefined && max === undefined ? null : (
      <div className="below">
        {error === undefined ? null : (
          <span className="error" id={`${id}e`} role="alert">
            <Icon name="warn" />
            {error}
          </span>
        )}
        {hint === undefined ? null : (
          <span className="hint" id={`${id}h`}>
            {hint}
          </span>
        )}
        {max === undefined ? null : (
          <span className={over ? 'counter over' : 'counter'} id={`${id}c`}>
            {over ? t('field.over', { n: -left }) : t('field.counter', { used: value.length, max })}
          </span>
        )}
      </div>
    );
  return {
    id,
    below,
    aria: {
      'aria-describedby': describedBy === '' ? undefined : describedBy,
      'aria-invalid': over || error !== undefined ? true : undefined,
    },
  };
}

export function Field(props: FieldProps) {
  const { id, below, aria } = useParts(props);
  return (
    <div className={['fld', props.className ?? ''].filter(Boolean).join(' ')}>
      <label className={props.hideLabel === true ? 'sr-only' : 'lb'} htmlFor={id}>
        <span>{props.label}</span>
      </label>
      <input
        className={props.code === true ? 'inp code' : 'inp'}
        id={id}
        data-autofocus={props.autoFocus === true ? '' : undefined}
        type={props.type ?? 'text'}
        value={props.value}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete ?? 'off'}
        autoCapitalize={props.code === true ? 'characters' : props.autoCapitalize}
        spellCheck={props.code === true ? false : undefined}
        placeholder={props.placeholder}
        lang={props.lang}
        dir={props.code === true ? 'ltr' : props.dir}
        required={props.required}
        {...aria}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onBlur={props.onBlur}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && props.onEnter !== undefined && !event.nativeEvent.isComposing) {
            event.preventDefault();
            props.onEnter();
          }
        }}
      />
      {below}
    </div>
  );
}

/** The same for more than one line. `dir="auto"` unless said: who writes Arabic on an Italian page sees it right. */
export function TextArea(props: Omit<FieldProps, 'type' | 'onEnter' | 'code'> & { rows?: number | undefined }) {
  const { id, below, aria } = useParts(props);
  return (
    <div className={['fld', props.className ?? ''].filter(Boolean).join(' ')}>
      <label className={props.hideLabel === true ? 'sr-only' : 'lb'} htmlFor={id}>
        <span>{props.label}</span>
      </label>
      <textarea
        className="inp"
        id={id}
        rows={props.rows ?? 4}
        value={props.value}
        placeholder={props.placeholder}
        lang={props.lang}
        dir={props.dir ?? 'auto'}
        required={props.required}
        {...aria}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onBlur={props.onBlur}
      />
      {below}
    </div>
  );
}
