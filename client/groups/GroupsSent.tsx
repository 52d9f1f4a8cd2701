/* On the dark, while the tables work: who has written, in marks of one person each, beside who is here. */
import type { CSSProperties } from 'react';
import type { GroupsDriverView } from '../../shared/groups/shown.ts';
import { useTexts } from '../kernel/i18n.ts';
import { SeatLine } from '../ui/SeatLine.tsx';
import { groupsConsoleTexts } from './consoleTexts.ts';
import type { Work } from './tables.ts';

export interface GroupsSentProps {
  readonly view: GroupsDriverView;
  readonly work: Work;
  /** How many marks the line above has, of those who are here and those who are not: in both a mark has one width. */
  readonly marks: number;
}
export function GroupsSent({ view, work, marks }: GroupsSentProps) {
  const t = useTexts(groupsConsoleTexts);
  if (view.mode !== 'groups') return null;
  const boards = view.groups.flatMap(({ group }) => work.get(group) ?? []).filter(({ phase }) => phase !== 'prepared');
  if (boards.length === 0) return null;
  const here = view.groups.reduce((sum, { present }) => sum + present, 0);
  const wrote = Math.min(
    here,
    boards.reduce((sum, { writers }) => sum + writers, 0),
  );
  const style: CSSProperties & { '--share': number } = { '--share': Math.min(1, here / Math.max(1, marks)) };
  return (
    <div className="groups-sent">
      <SeatLine
        style={style}
        segments={[
          { count: wrote, pattern: 'solid' },
          { count: here - wrote, pattern: 'outlined' },
        ]}
        label=""
      />
      <p className="meta">{t('sent', { wrote, not: here - wrote })}</p>
    </div>
  );
}
