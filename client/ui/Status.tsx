/* A line of state at the foot of a page: "Tutto salvato alle 9.52.31", "Tenuto su questo telefono". It stays; nothing pops up and vanishes.
   Polite for screen readers only if asked: a line that changes each second would never stop talking. Safe for phones. */
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export function Status({
  kind = 'plain',
  icon = 'check',
  live = false,
  children,
}: {
  kind?: 'plain' | 'time' | 'error' | undefined;
  icon?: IconName | undefined;
  live?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <span className={kind === 'plain' ? 'status' : `status ${kind}`} role={live ? 'status' : undefined}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}
