/* A session's phase as a list shows it: a sign and a word, what is worth knowing in it, the act that comes next. */
import type { Phase, SessionRow } from '../../shared/organiser/wire.ts';
import { hour } from '../kernel/i18n.ts';
import type { IconName } from '../ui/Icon.tsx';
import type { Words } from './organiserTexts.ts';

export const phaseSign: Readonly<
  Record<Phase, { readonly sign: IconName; readonly act: 'assembly.goIn' | 'assembly.prepare' | 'assembly.open' }>
> = {
  draft: { sign: 'pen', act: 'assembly.prepare' },
  doors: { sign: 'people', act: 'assembly.goIn' },
  open: { sign: 'play', act: 'assembly.goIn' },
  suspended: { sign: 'pause', act: 'assembly.goIn' },
  closed: { sign: 'check', act: 'assembly.open' },
  sealed: { sign: 'lock', act: 'assembly.open' },
};
/** The console of a session; an organiser's account opens any, so the address names it. */
export const consoleOf = (session: string): string => `/console?session=${session}`;

export const programmeOf = (t: Words, { blocks, polls }: Pick<SessionRow, 'blocks' | 'polls'>): string => {
  if (blocks === 0 && polls === 0) return t('detail.empty');
  const parts = t('detail.blocks', { n: blocks });
  return polls === 0 ? parts : t('detail.programme', { blocks: parts, polls: t('detail.polls', { n: polls }) });
};

export const detailOf = (t: Words, row: SessionRow): string => {
  const present = t('detail.present', { n: row.present, of: row.seats });
  switch (row.phase) {
    case 'draft':
      return programmeOf(t, row);
    case 'doors':
      return t('detail.inside', { present: row.present, of: row.seats });
    case 'open':
    case 'suspended':
      return row.running === null ? present : t('detail.presentAt', { present, at: row.running, blocks: row.blocks });
    case 'closed':
      return row.closedAt === null ? '' : t('detail.closedAt', { hour: hour(row.closedAt, t.lang, row.timeZone) });
    case 'sealed':
      return t('detail.sealed');
    default:
      return row.phase satisfies never;
  }
};
