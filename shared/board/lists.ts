// What is too long to be pushed and is fetched by version, for those who lead: what a board is and which of its notes are hidden or wait,
// prepared boards in all languages; and the frozen copy, for whoever may read that board (publish.ts).
// In silence no list holds another's text, only what those who lead wrote themselves: what is hidden was in the open before, what waits came after the freeze.
import type { Actor } from '../kernel/audience.ts';
import type { List, ViewContext } from '../kernel/room.ts';
import { countsOf, ownNote } from './counts.ts';
import { readableCopy } from './freeze.ts';
import type { BoardAboutRows, BoardFrozenRows, BoardPlanRows } from './shown.ts';
import { isSilent, liveBoard } from './state.ts';
import type { BoardState, FrozenCopy, LiveBoard } from './state.ts';
import { mayRead } from './publish.ts';
import { aboutBoard, areasShown, versionOf } from './view.ts';
import { keyOf, mayOn } from './who.ts';
import { deviceIdSchema } from '../kernel/ids.ts';

const driver = ['organiser', 'facilitator'] as const;
/** Only its role matters: every facilitator may the same. */
const anyFacilitator = { role: 'facilitator', device: deviceIdSchema.parse('anyfacilitator') } as const;

const about = (state: BoardState, ctx: ViewContext, id: string): BoardAboutRows | null => {
  const board = liveBoard(state, id);
  if (!board) return null;
  const { hidden, waiting, by } = countsOf(board, ctx.documents);
  // Those who lead have one key together: what one of them wrote in silence the other may read, and nobody else.
  const key = keyOf(anyFacilitator, ctx.box);
  const written = key === undefined ? [] : (by.get(key) ?? []);
  return {
    about: aboutBoard(state, board, ctx),
    may: mayOn(state, board, anyFacilitator),
    own: written.map((note) => ownNote(board, note)),
    hidden: hidden.flatMap(([note, item]) =>
      isSilent(board, item) ? [] : [{ note, text: item.text, reason: board.hidden.get(note) ?? '' }],
    ),
    waiting: waiting.map(([note, { text, kind }]) => ({ note, text, kind })),
  };
};

const plans = (state: BoardState): BoardPlanRows =>
  [...state.boards.values()].flatMap((board) => (board.phase === 'prepared' ? [board.plan] : []));

export const frozenRows = (board: LiveBoard, { version, copy }: FrozenCopy, ctx: Pick<ViewContext, 'lang'>): BoardFrozenRows => {
  const { themes, notes } = readableCopy(copy, board);
  return {
    board: board.plan.id,
    group: board.plan.group,
    version,
    title: board.plan.title,
    areas: areasShown(board.plan.areas, ctx.lang),
    themes: themes.map(({ from: _, ...theme }) => theme),
    notes: notes.map(({ from: _, group: __, place, ...note }) => (place === null ? note : { ...note, place })),
  };
};
const frozen = (state: BoardState, ctx: ViewContext, key: string, actor: Actor): BoardFrozenRows | null => {
  const board = liveBoard(state, key);
  return board?.frozen && mayRead(state, key, actor) ? frozenRows(board, board.frozen, ctx) : null;
};

const version = (state: BoardState, ctx: ViewContext, key: string): string => {
  const board = liveBoard(state, key);
  return versionOf(state, ctx, board ? [board] : []);
};
export const boardLists = {
  'board.about': { roles: driver, version, rows: about },
  'board.plans': { roles: driver, version: (state) => `${state.revision}`, rows: plans },
  'board.frozen': { roles: [...driver, 'table', 'member'], version: (state, ctx) => `${state.revision}.${ctx.lang}`, rows: frozen },
} satisfies Readonly<Record<string, List<BoardState, unknown>>>;
