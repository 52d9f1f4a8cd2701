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
