/* What of tables and boards is a member's one thing at this moment, if any: the wish for a theme, one's turn to tell, the board, the table.
   Types only from the rooms: the parts themselves come later. Safe for phones. */
import type { MemberCommon, MemberMine } from './views.ts';

export type GroupsNow = 'choice' | 'turn' | 'board' | 'table';

export const groupsNow = ({ groups }: Pick<MemberCommon, 'groups'>, mine: Pick<MemberMine, 'groups' | 'board'>): GroupsNow | null => {
  if (mine.groups?.speaks === true && mine.groups.next === 0) return 'turn';
  if (groups.choice !== null && mine.groups?.may.choose === true) return 'choice';
  if ((mine.board?.now ?? null) !== null) return 'board';
  return groups.mode === 'groups' && mine.groups !== null ? 'table' : null;
};

/** What may want the phone, each empty while it does not: an open question, the tables or the hall, a board, dots, the choice of a theme, one's
 *  turn to tell, the end. When one becomes something new, a sub-page gives way to it (GR4, K8). */
export const wantsOf = (
  common: Pick<MemberCommon, 'groups' | 'poll' | 'session'>,
  mine: Pick<MemberMine, 'groups' | 'board'>,
): readonly string[] => {
  const asked = common.poll.now;
  const board = mine.board?.now ?? null;
  const part = groupsNow(common, mine);
  const phase = common.session?.phase;
  return [
    asked?.phase === 'open' ? `${asked.poll} ${asked.round}` : '',
    common.groups.mode === 'groups' ? `at ${mine.groups?.about?.group ?? '-'}` : 'hall',
    board?.board ?? '',
    board?.dots.state === 'open' ? `${board.board} ${board.dots.round}` : '',
    part === 'choice' ? `choice ${common.groups.choice?.round ?? '-'}` : part === 'turn' ? 'turn' : '',
    phase === 'closed' || phase === 'sealed' ? 'over' : '',
  ];
};
