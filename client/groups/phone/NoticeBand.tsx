// "Si torna in sala fra 5 minuti": the recall's notices at 10, 5 and 1 minute, the same second on every device, with nothing sent (GR4, K7).
// It stays as long as it is true; nothing is closed by it. Safe for phones.
import { noticeAt } from '../../../shared/groups/notices.ts';
import { hour, useTexts } from '../../kernel/i18n.ts';
import { Band } from '../../ui/Band.tsx';
import { groupsPhoneTexts } from './phoneTexts.ts';

export interface NoticeBandProps {
  /** Epoch ms at which the table is expected back; null: nobody said. */
  endsAt: number | null;
  now: number;
  timeZone: string;
  /** There is a board, and it stays as it is. */
  board: boolean;
}

export function NoticeBand({ endsAt, now, timeZone, board }: NoticeBandProps) {
  const t = useTexts(groupsPhoneTexts);
  const notice = endsAt === null ? null : noticeAt(endsAt, now);
  if (endsAt === null || notice === null) return null;
  const at = hour(endsAt, t.lang, timeZone);
  return (
    <Band key={notice} kind="time" icon="bell" title={notice === 'over' ? t('notice.over') : t('notice.in', { n: notice })}>
      {notice === 'over' ? t('notice.overWords') : board ? t('notice.board', { hour: at }) : t('notice.at', { hour: at })}
    </Band>
  );
}
