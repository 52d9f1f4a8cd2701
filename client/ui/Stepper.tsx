/* A small number with less and more: points, minutes, sheets. Two buttons and a spoken value; at a limit the button says why
   (`atLeast`, `atMost`) and keeps the focus. Safe for phones. */
import type { ReactNode } from 'react';
import { number, useLang, useTexts } from '../kernel/i18n.ts';
import { Button } from './Button.tsx';
import { uiTexts } from './texts.ts';

export interface StepperProps {
  /** What is counted, said by both buttons: "Meno: punti al biglietto 3". */
  label: string;
  value: number;
  onChange: (value: number) => void;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  /** Why it goes no lower, no higher. */
  atLeast?: string | undefined;
  atMost?: string | undefined;
  show?: ((value: number) => ReactNode) | undefined;
}

export function Stepper({ label, value, onChange, min = 0, max = Infinity, step = 1, atLeast, atMost, show }: StepperProps) {
  const t = useTexts(uiTexts);
  const lang = useLang();
  return (
    <span className="stepper" role="group" aria-label={label}>
      <Button
        icon="minus"
        label={t('stepper.less', { label })}
        off={value <= min ? (atLeast ?? number(min, lang)) : undefined}
        onPress={() => onChange(Math.max(min, value - step))}
      />
      <output aria-live="polite">{show === undefined ? number(value, lang) : show(value)}</output>
      <Button
        icon="plus"
        label={t('stepper.more', { label })}
        off={value >= max ? (atMost ?? number(max, lang)) : undefined}
        onPress={() => onChange(Math.min(max, value + step))}
      />
    </span>
  );
}
