/* Yes or no to one thing: a real checkbox with its words, the whole line is the target. Off with a reason like a button. Safe for phones. */
import { useId, useState, type ReactNode } from 'react';
import { announce } from './LiveRegion.tsx';

export interface CheckProps {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: ReactNode | undefined;
  off?: string | undefined;
}

export function Check({ label, checked, onChange, hint, off }: CheckProps) {
  const id = useId();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <label className="ck">
        <input
          className="o"
          type="checkbox"
          checked={checked}
          aria-disabled={off === undefined ? undefined : true}
          aria-describedby={off === undefined ? undefined : id}
          onChange={() => {
            if (off === undefined) onChange(!checked);
          }}
          onClick={(event) => {
            if (off === undefined) return;
            event.preventDefault();
            setAsked(true);
            announce(off);
          }}
        />
        <span>
          {label}
          {hint === undefined ? null : <span className="meta"> {hint}</span>}
        </span>
      </label>
      {off === undefined ? null : (
        <span id={id} className={asked ? 'why' : 'sr-only'}>
          {off}
        </span>
      )}
    </>
  );
}
