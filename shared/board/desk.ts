// What a writing rule has in hand once it is clear that this person may write on this board at all, and which notes they may touch there:
// members their own, whoever runs the table all of it, and in silence nobody another's, because nobody knows it (BO2, BO3).
import { refuse } from '../kernel/room.ts';
import type { Context, Outcome } from '../kernel/room.ts';
import type { BoardFact } from './events.ts';
import type { Note } from './item.ts';
import { isSilent } from './state.ts';
import type { BoardState, LiveBoard } from './state.ts';
import type { Step } from './step.ts';
import { isOwn, runs } from './who.ts';

export interface Desk {
  readonly board: LiveBoard;
  readonly state: BoardState;
  readonly ctx: Context;
  readonly key: string;
  readonly step: Step;
}
/** A note that this person may change, as it now is. */
export const noteFor = (
  { board, ctx, key, step }: Desk,
  id: string,
): { readonly kind: 'note'; readonly note: Note } | ReturnType<typeof refuse> => {
  const note = step.note(id);
  if (!note) return refuse('board.unknownNote');
  if (!isOwn(note, ctx.actor, key)) {
    if (board.silence !== null) return refuse('board.silent');
    if (!runs(board, ctx.actor)) return refuse('board.notYours');
  }
  return note.withdrawn ? refuse('board.gone') : { kind: 'note', note };
};

/** In silence a step may change only what its maker knows: whatever else hangs on it is left as it is, and the step refused. */
const silenceKept = ({ board, ctx, key, step }: Desk): boolean =>
  board.silence === null || step.changed().every((note) => isOwn(note, ctx.actor, key));
/** Two notes are put together only when whoever does it knows both and the same people can read both. */
export const seenAlike = ({ board, ctx, key }: Desk, one: Note, other: Note): boolean =>
  board.silence === null || (isOwn(other, ctx.actor, key) && isSilent(board, one) === isSilent(board, other));
/** Ends a step that may reach further than the note it began with. */
export const finish = (desk: Desk): Outcome<BoardFact> => (silenceKept(desk) ? desk.step.outcome() : refuse('board.silent'));
