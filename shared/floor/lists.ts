// What is too long to be pushed and is fetched by version: the questions as the hall reads them and as those who lead do, all hands of a floor,
// how long was spoken in bands (FL1), the experts with all their words, and what is asked of one expert.
import type { Actor } from '../kernel/audience.ts';
import type { GroupId } from '../kernel/ids.ts';
import type { List, ViewContext } from '../kernel/room.ts';
import { queueOf } from './queue.ts';
import { askedRows, openRows, openVersion, questionRows, questionsVersion, votesRows } from './shownQuestions.ts';
import { handRow, handsVersion } from './shownTurns.ts';
import type { HandRow } from './shown.ts';
import type { FloorState } from './state.ts';
import { totalsOf } from './totals.ts';

const drivers = ['organiser', 'facilitator'] as const;
/** The floor that a key names; undefined: none that this one may read. A table's device reads its own, whatever the key says. */
const floorNamed = (state: FloorState, key: string, actor: Actor): GroupId | null | undefined => {
  if (actor.role === 'table') return key === '' || key === actor.group ? actor.group : undefined;
  return key === '' ? null : [...state.seating.groups.keys()].find((group) => group === key);
};
const handRows = (state: FloorState, ctx: ViewContext, key: string, actor: Actor): readonly HandRow[] => {
  const where = floorNamed(state, key, actor);
  return where === undefined ? [] : queueOf(state, where).map((hand) => handRow(state, ctx, hand));
};

export const floorLists = {
  'floor.open': { roles: [...drivers, 'table', 'member', 'audience'], version: openVersion, rows: openRows },
  'floor.votes': { roles: [...drivers, 'table', 'member', 'audience'], version: questionsVersion, rows: votesRows },
  'floor.questions': { roles: drivers, version: questionsVersion, rows: questionRows },
  'floor.experts': { roles: drivers, version: questionsVersion, rows: ({ experts }) => experts },
  'floor.hands': { roles: [...drivers, 'table'], version: handsVersion, rows: handRows },
  'floor.totals': {
    roles: drivers,
    version: (state, ctx) => `${state.turnsRevision}.${ctx.people.size}`,
    rows: (state, ctx) => totalsOf(state, ctx.people),
  },
  'floor.asked': { roles: ['expert'], version: questionsVersion, rows: (state, ctx, _key, actor) => askedRows(state, ctx, actor) },
} satisfies Readonly<Record<string, List<FloorState, unknown>>>;
