// Who may write at all, and which rule a writing wish goes to (BO3). A member writes where they sit, a table facilitator on the table's own
// board, whoever leads the session on all. A locked or frozen board takes no write; only a note that comes late finds a place beside it, also
// from who sits elsewhere by now (BO9).
import { nothing, refuse } from '../kernel/room.ts';
import type { Context, Outcome } from '../kernel/room.ts';
import { arrange } from './arrange.ts';
import type { BoardCommand } from './commands.ts';
import { noteFor } from './desk.ts';
import type { Desk } from './desk.ts';
import type { BoardFact } from './events.ts';
import { documentOf } from './item.ts';
import { editNote, writeNote } from './notes.ts';
import { liveBoard } from './state.ts';
import type { BoardState } from './state.ts';
import { beginStep, settle } from './step.ts';
import { undo } from './undo.ts';
import { keyOf, mayAddTo, mayWriteOn } from './who.ts';

type Of<Type extends BoardCommand['type']> = Extract<BoardCommand, { type: Type }>;
export type WritingCommand = Of<
  | 'board.write'
  | 'board.edit'
  | 'board.withdraw'
  | 'board.place'
  | 'board.same'
  | 'board.part'
  | 'board.flag'
  | 'board.nameTheme'
  | 'board.placeTheme'
  | 'board.removeTheme'
  | 'board.undo'
>;
type Done = Outcome<BoardFact>;
export const decideWriting = (command: WritingCommand, state: BoardState, ctx: Context): Done => {
  const board = liveBoard(state, command.board);
  if (!board) return refuse(state.boards.has(command.board) ? 'board.notOpen' : 'board.unknown');
  const may = command.type === 'board.write' ? mayAddTo : mayWriteOn;
  if (!may(state, board, ctx.actor)) return refuse('board.notYours');
  const key = keyOf(ctx.actor, ctx.box);
  if (key === undefined) return refuse('board.over');
  const document = documentOf(command.board);
  const maker = { document, wish: ctx.wish, key, now: ctx.now, ...(command.type === 'board.undo' ? { undoes: command.wish } : {}) };
  const desk: Desk = { board, state, ctx, key, step: beginStep(ctx.documents.items(document), maker) };
  if (command.type === 'board.write') return writeNote(command, desk);
  if (board.phase === 'frozen') return refuse('board.frozen');
  if (board.locked) return refuse('board.locked');
  switch (command.type) {
    case 'board.edit':
      return editNote(command, desk);
    case 'board.withdraw': {
      const note = noteFor(desk, command.note);
      if (note.kind === 'refused') return note.code === 'board.gone' ? nothing : note;
      desk.step.put(command.note, { ...note.note, withdrawn: true, into: null });
      settle(desk.step, [command.note]);
      return desk.step.outcome();
    }
    case 'board.flag': {
      const note = noteFor(desk, command.note);
      if (note.kind === 'refused') return note;
      desk.step.put(command.note, { ...note.note, minority: command.on });
      return desk.step.outcome();
    }
    case 'board.undo':
      return undo(command.wish, desk);
    case 'board.place':
    case 'board.same':
    case 'board.part':
    case 'board.nameTheme':
    case 'board.placeTheme':
    case 'board.removeTheme':
      return arrange(command, desk);
    default:
      return command satisfies never;
  }
};
