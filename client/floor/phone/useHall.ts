// What the hall asks, with how many support it: two lists, since the numbers change all the time and the words are long (K5). Most votes of
// members first, then of the audience, then as asked. Safe for phones.
import type { FloorAudienceView, QuestionOpen, Votes, VotesRow } from '../../../shared/floor/shown.ts';
import { useList, type ListState } from '../../kernel/list.ts';

export interface HallQuestion extends QuestionOpen {
  readonly votes: Votes;
}
const none: Votes = { members: 0, audience: 0 };
/** The rows with their numbers, in the order of the hall. */
export const ranked = (rows: readonly QuestionOpen[], votes: readonly VotesRow[]): readonly HallQuestion[] => {
  const numbers = new Map<string, Votes>(votes.map(([question, members, audience]) => [question, { members, audience }]));
  return rows
    .map((row) => ({ ...row, votes: numbers.get(row.question) ?? none }))
    .sort((a, b) => b.votes.members - a.votes.members || b.votes.audience - a.votes.audience);
};

export const useHall = (view: Pick<FloorAudienceView, 'list' | 'votes'>): ListState<readonly HallQuestion[]> => {
  const open = useList<readonly QuestionOpen[]>('floor.open', '', view.list);
  const votes = useList<readonly VotesRow[]>('floor.votes', '', view.votes);
  // The order is taken once, when it is first seen: it waits for the numbers, and goes without them where they do not come.
  if (open.rows === null || votes.state === 'loading') return { ...open, rows: null };
  return { ...open, rows: ranked(open.rows, votes.rows ?? []) };
};
