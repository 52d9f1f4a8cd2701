/* A band: what happened, what it means, what to do. Text first, the sign beside. It stays as long as it is true: nothing disappears by itself.
   time = ochre, one can wait or hurry · error = red, a person or a machine needs help · info = blue · already = blue, somebody did it before.
   Errors are said at once by screen readers, the others politely. Safe for phones. */
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export type BandKind = 'time' | 'error' | 'info' | 'already';
const signs: Readonly<Record<BandKind, IconName>> = { time: 'clock', error: 'warn', info: 'info', already: 'people' };

export interface BandProps {
  kind: BandKind;
  /** What happened, in bold, with its full stop. */
  title?: ReactNode | undefined;
  /** What it means. */
  children?: ReactNode | undefined;
  /** What to do: buttons. */
  actions?: ReactNode | undefined;
  /** The code for who helps, small. */
  code?: string | undefined;
  icon?: IconName | undefined;
  /** False when the band was there from the start and must not be announced. */
  live?: boolean | undefined;
}

export function Band({ kind, title, children, actions, code, icon, live = true }: BandProps) {
  return (
    <div className={`band ${kind}`} role={live ? (kind === 'error' ? 'alert' : 'status') : undefined}>
      <Icon name={icon ?? signs[kind]} />
      <div>
        {title === undefined ? null : <b>{title}</b>} {children}
        {code === undefined ? null : <span className="small"> {code}</span>}
      </div>
      {actions === undefined ? null : <div className="acts">{actions}</div>}
    </div>
  );
}
