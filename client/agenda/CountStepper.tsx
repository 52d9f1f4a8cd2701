// A count that is typed or stepped: sixty-one hands are not sixty-one taps. Digits only; arrows step in the field.
import { useId, type ReactNode } from 'react';
import { useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { agendaTexts } from './agendaTexts.ts';

export interface CountStepperProps {
  label: string;
  mark: ReactNode;
  value: number;
  max: number;
  onChange: (value: number) => void;
  onEnter: () => void;
}
export function CountStepper({ label, mark, value, max, onChange, onEnter }: CountStepperProps) {
  const t = useTexts(agendaTexts);
  const id = useId();
  const set = (next: number): void => onChange(Math.min(max, Math.max(0, next)));
  return (
    <div className="fld">
      <label className="lb" htmlFor={id}>
        <span>
          {mark}
          {label}
        </span>
      </label>
      <span className="stepper agenda-stepper">
        <Button icon="minus" label={t('hands.less', { what: label })} onPress={() => set(value - 1)} />
        <input
          id={id}
          className="inp"
          inputMode="numeric"
          autoComplete="off"
          value={String(value)}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => set(Number(event.currentTarget.value.replace(/\D/gu, '').slice(0, 4)))}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onEnter();
            else if (event.key === 'ArrowUp') set(value + 1);
            else if (event.key === 'ArrowDown') set(value - 1);
            else return;
            event.preventDefault();
          }}
        />
        <Button icon="plus" label={t('hands.more', { what: label })} onPress={() => set(value + 1)} />
      </span>
    </div>
  );
}
