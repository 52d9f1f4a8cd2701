// Reveal and freeze (BO2, BO8, BO9): what was written in silence comes to light all at once, as a fact that says how many notes of how many
// people; a board that is frozen while its silence or its dots go on is revealed and counted first, in the same decision. A note that came
// after the freeze enters a new copy when those who lead admit it, and is kept as not admitted when nobody did until the session closes. Only the newest copy is cited; the earlier ones stay in the log.
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { Context, Outcome } from '../kernel/room.ts';
import { noteIdSchema } from '../kernel/ids.ts';
import type { BoardId, NoteId } from '../kernel/ids.ts';
import { dotsClosed } from './dots.ts';
import type { BoardClock, BoardFact } from './events.ts';
import { frozenCopy } from './freeze.ts';
import type { Freezing } from './freeze.ts';
import { documentOf, isItem } from './item.ts';
import { isWaiting, liveBoard, liveBoards } from './state.ts';
import type { BoardState, LiveBoard, OpenBoard } from './state.ts';
import { helpersOf } from './who.ts';

type Done = Outcome<BoardFact>;
const v = 1 as const;

export const revealed = (board: OpenBoard, silence: number, clock: BoardClock | null, ctx: Context): BoardFact => {
  const helpers = helpersOf(board, ctx.box);
  const writers = new Set<string>();
  let notes = 0;
  for (const item of ctx.documents.items(documentOf(board.plan.id)).values()) {
    if (!isItem(item) || item.t !== 'note' || item.withdrawn || item.silence !== silence) continue;
    notes += 1;
    if (!helpers.has(item.author)) writers.add(item.author);
  }
  return { type: 'board.revealed', v, board: board.plan.id, silence, notes, writers: writers.size, clock };
};

const frozen = (board: LiveBoard, dots: Freezing['dots'], enters: Freezing['enters'], ctx: Context): BoardFact => {
  const { id, group, title, areas } = board.plan;
  const copy = frozenCopy({ items: ctx.documents.items(documentOf(id)), board, dots, helpers: helpersOf(board, ctx.box), enters });
  return { type: 'board.frozen', v, board: id, version: (board.frozen?.version ?? 0) + 1, group, title, areas, copy };
};

/** Several at once ("Ferma le bacheche"); those that are frozen already stay as they are. */
export const freeze = (ids: readonly BoardId[], state: BoardState, ctx: Context): Done => {
  const list: BoardFact[] = [];
  for (const id of new Set(ids)) {
    const board = liveBoard(state, id);
    if (!board) return refuse(state.boards.has(id) ? 'board.notOpen' : 'board.unknown');
    if (board.phase === 'frozen') continue;
    if (board.silence !== null) list.push(revealed(board, board.silence, null, ctx));
    const closed = dotsClosed(state, board, ctx);
    if (closed) list.push(closed);
    const dots =
      closed && board.dots.state === 'open'
        ? { rule: board.dots.rule, counts: new Map(closed.counts.map(({ target, ...sum }) => [target, sum])) }
        : board.dots.state === 'closed'
          ? board.dots
          : null;
    list.push(frozen(board, dots, () => true, ctx));
  }
  return list.length === 0 ? nothing : facts<BoardFact>(...list);
};

/** What waits beside frozen boards when the session closes: after it nothing is written, and nobody can admit it any more (BO9). */
const notAdmitted = (board: LiveBoard, ctx: Context): BoardFact | null => {
  if (board.phase !== 'frozen' || board.notAdmitted.length > 0) return null;
  const notes = [...ctx.documents.items(documentOf(board.plan.id))].flatMap(([id, item]) => {
    if (!isItem(item) || item.t !== 'note' || item.withdrawn || board.hidden.has(id) || !isWaiting(board, id, item)) return [];
    const { text, kind, lang, group } = item;
    return [{ id: noteIdSchema.parse(id), text, kind, lang, group }];
  });
  return notes.length === 0 ? null : { type: 'board.notAdmitted', v, board: board.plan.id, notes };
};
export const freezeWithSession = (state: BoardState, ctx: Context): Done => {
  const boards = liveBoards(state);
  const frozenNow = freeze(
    boards.flatMap(({ phase, plan }) => (phase === 'open' ? [plan.id] : [])),
    state,
    ctx,
  );
  const list = [...(frozenNow.kind === 'facts' ? frozenNow.facts : []), ...boards.flatMap((board) => notAdmitted(board, ctx) ?? [])];
  return list.length === 0 ? nothing : facts<BoardFact>(...list);
};

export const admit = (notes: readonly NoteId[], board: LiveBoard, ctx: Context): Done => {
  if (board.phase !== 'frozen') return refuse('board.notFrozen');
  const items = ctx.documents.items(documentOf(board.plan.id));
  const admitted = new Set<string>();
  for (const id of notes) {
    const item = items.get(id);
    if (!isItem(item) || item.t !== 'note') return refuse('board.unknownNote');
    if (!item.withdrawn && isWaiting(board, id, item)) admitted.add(id);
  }
  if (admitted.size === 0) return nothing;
  const dots = board.dots.state === 'closed' ? board.dots : null;
  // The old copy knows no hidden note any more: what was in the open when it was made and is hidden stays counted.
  const enters: Freezing['enters'] = (id, note) => admitted.has(id) || !isWaiting(board, id, note);
  return facts<BoardFact>(frozen(board, dots, enters, ctx));
};
