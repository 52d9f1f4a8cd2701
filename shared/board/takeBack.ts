// Taking back the last step of those who lead the session, while nobody has answered to it (K9): an opening until somebody writes, a silence
// until somebody writes in it, dots until somebody gives one. One rule for what is offered and for what is granted. Not after the close.
import type { BoxReading } from '../kernel/box.ts';
import type { DocumentsReading } from '../kernel/document.ts';
import { facts, refuse } from '../kernel/room.ts';
import type { Context, Outcome, Refusal, Undoable } from '../kernel/room.ts';
import type { BoardFact } from './events.ts';
import { documentOf, isItem } from './item.ts';
import { boxOf, liveBoard } from './state.ts';
import type { BoardState, LeadStep, LiveBoard } from './state.ts';

interface Reads {
  readonly box: BoxReading;
  readonly documents: Pick<DocumentsReading, 'items'>;
}
const isAnswered = ({ step }: LeadStep, { plan, silence, dots }: LiveBoard, { box, documents }: Reads): boolean => {
  const items = () => [...documents.items(documentOf(plan.id)).values()].filter(isItem);
  switch (step) {
    case 'board.opened':
      return items().length > 0;
    case 'board.silenced':
      return items().some((item) => item.t === 'note' && item.silence === silence);
    case 'board.dotsOpened':
      return box.count(boxOf(plan.id, dots.round)) > 0;
    default:
      return false;
  }
};
const lastStep = (state: BoardState, reads: Reads): { readonly kind: 'step'; readonly step: LeadStep } | Refusal => {
  const { last, session } = state;
  if (session === 'closed' || session === 'sealed') return refuse('board.over');
  if (!last) return refuse('board.undoGone');
  const boards = [...last.before.keys()].flatMap((id) => liveBoard(state, id) ?? []);
  return boards.some((board) => isAnswered(last, board, reads)) ? refuse('board.answered') : { kind: 'step', step: last };
};

export const undoFact = (seq: number, state: BoardState, ctx: Context): Outcome<BoardFact> => {
  if (state.last?.seq !== seq) return refuse('board.undoGone');
  const found = lastStep(state, ctx);
  return found.kind === 'refused' ? found : facts<BoardFact>({ type: 'board.undone', v: 1, seq, step: found.step.step });
};
export const undoable = (state: BoardState, box: BoxReading, documents: Reads['documents']): Undoable | null => {
  const found = lastStep(state, { box, documents });
  if (found.kind === 'refused') return null;
  const { seq, step, before } = found.step;
  const command = { type: 'board.undoFact', seq };
  return { seq, code: step, params: { boards: before.size }, command };
};
