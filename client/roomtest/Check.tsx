/* One line of the test: its mark, what was looked at, what was measured, what to do. A mark is never alone: its word is said. */
import type { ReactNode } from 'react';
import { useTexts } from '../kernel/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { roomTestTexts } from './texts.ts';

/** ok: measured and good · look: only a person can say, or nobody has tried · fix: it would go wrong later · bad: it goes wrong now. */
export type CheckState = 'ok' | 'look' | 'fix' | 'bad';
const marks = { ok: 'ckm ok', look: 'ckm live', fix: 'ckm time', bad: 'ckm err' } as const;

export function CheckRow({
  state,
  title,
  children,
  acts,
}: {
  state: CheckState;
  title: string;
  children: ReactNode;
  acts?: ReactNode | undefined;
}) {
  const t = useTexts(roomTestTexts);
  return (
    <li>
      <span className={marks[state]} aria-hidden="true">
        {state === 'ok' ? <Icon name="check" /> : state === 'look' ? '?' : '!'}
      </span>
      <div className="roomtest-what">
        <h2>
          {title}
          <span className="sr-only"> ({t(`state.${state}`)})</span>
        </h2>
        {children}
      </div>
      {acts === undefined ? null : <div className="roomtest-acts">{acts}</div>}
    </li>
  );
}
