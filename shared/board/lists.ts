// What is too long to be pushed and is fetched by version, for those who lead: what a board is and which of its notes are hidden or wait,
// prepared boards in all languages; and the frozen copy, for whoever may read that board (publish.ts).
// In silence no list holds another's text, only what those who lead wrote themselves: what is hidden was in the open before, what waits came after the freeze.
import type { Actor } from '../kernel/audience.ts';
import type { List, ViewContext } from '../kernel/room.ts';
import { countsOf, ownNote } from './counts.ts';
import { readableCopy } from './freeze.ts';
import type { From } from './events.ts';
import type { BoardAboutRows, BoardFrozenRows, BoardPlanRows, FromShown } from './shown.ts';
import { isSilent, liveBoard } from './state.ts';
import type { BoardState, FrozenCopy, LiveBoard } from './state.ts';
import { mayRead } from './publish.ts';
import { aboutBoard, areasShown, versionOf } from './view.ts';
import { keyOf, mayOn } from './who.ts';
import { deviceIdSchema } from '../kernel/ids.ts';
import type { GroupId } from '../kernel/ids.ts';

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

const frozenRows = (
  state: BoardState,
  board: LiveBoard,
  { version, copy }: FrozenCopy,
  ctx: Pick<ViewContext, 'lang'>,
): BoardFrozenRows => {
  const { themes, notes } = readableCopy(copy, board);
  const own = board.plan.group;
  const numberOf = (group: GroupId | null): number | null => (group === null ? null : (state.seating.groups.get(group)?.number ?? null));
  const fromOf = (from: From | null): { readonly from?: FromShown } =>
    from === null ? {} : { from: { ...from, title: state.boards.get(from.board)?.plan.title ?? null } };
  const tableOf = (group: GroupId | null): { readonly group?: GroupId; readonly table?: number } => {
    if (group === null || group === own) return {};
    const table = numberOf(group);
    return table === null ? { group } : { group, table };
  };
  return {
    board: board.plan.id,
    group: own,
    table: numberOf(own),
    version,
    title: board.plan.title,
    areas: areasShown(board.plan.areas, ctx.lang),
    themes: themes.map(({ from, ...theme }) => ({ ...theme, ...fromOf(from) })),
    notes: notes.map(({ from, group, place, ...note }) => ({
      ...note,
      ...(place === null ? {} : { place }),
      ...tableOf(group),
      ...fromOf(from),
    })),
  };
};
const frozen = (state: BoardState, ctx: ViewContext, key: string, actor: Actor): BoardFrozenRows | null => {
  const board = liveBoard(state, key);
  return board?.frozen && mayRead(state, key, actor) ? frozenRows(state, board, board.frozen, ctx) : null;
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
