// Who gives which wish is in room.ts; here each goes to its rule.
import { facts, nothing, refuse } from '../kernel/room.ts';
import { ask, upvote, withdraw } from './ask.ts';
import type { Ctx, Done, Of } from './ask.ts';
import { beginReport, closeWithSession, endReport } from './caused.ts';
import type { FloorCommand } from './commands.ts';
import type { FloorFact } from './events.ts';
import { hide, merge, part, toWall } from './gather.ts';
import { answer, assign, setDoor, setExperts, settle } from './settle.ts';
import { turnOf } from './state.ts';
import type { FloorState } from './state.ts';
import { call, endOf, endTurn, giveTime, lowerAll, pauseTurn, raise, setQueue, stopTurn } from './turns.ts';

export const decide = (command: FloorCommand, state: FloorState, ctx: Ctx): Done => {
  switch (command.type) {
    case 'floor.setDoor':
      return setDoor(command, state);
    case 'floor.setExperts':
      return setExperts(command, state);
    case 'floor.ask':
      return ask(command, state, ctx);
    case 'floor.withdraw':
      return withdraw(command, state, ctx);
    case 'floor.upvote':
      return upvote(command, state, ctx);
    case 'floor.merge':
      return merge(command, state);
    case 'floor.part':
      return part(command, state);
    case 'floor.hide':
      return hide(command, state);
    case 'floor.assign':
      return assign(command, state);
    case 'floor.answer':
      return answer(command, state, ctx);
    case 'floor.settle':
      return settle(command, state);
    case 'floor.toWall':
      return toWall(command, state);
    case 'floor.setQueue':
      return setQueue(command, state, ctx);
    case 'floor.raise':
      return raise(command, state, ctx);
    case 'floor.lowerAll':
      return lowerAll(command, state, ctx);
    case 'floor.call':
      return call(command, state, ctx);
    case 'floor.pauseTurn':
      return pauseTurn(command, state, ctx);
    case 'floor.giveTime':
      return giveTime(command, state, ctx);
    case 'floor.endTurn':
      return endTurn(command, state, ctx);
    case 'floor.undo':
      return undo(command, state, ctx);
    case 'floor.beginReport':
      return beginReport(command, state, ctx);
    case 'floor.endReport':
      return endReport(command, state, ctx);
    case 'floor.stopTurn':
      return stopTurn(command, state, ctx);
    case 'floor.closeWithSession':
      return closeWithSession(state, ctx);
    default:
      return command satisfies never;
  }
};

const undo = ({ seq }: Of<'floor.undo'>, state: FloorState, ctx: Ctx): Done => {
  if (state.undone === seq) return nothing;
  const { last } = state;
  if (last?.seq !== seq) return refuse('floor.notUndoable');
  const undone: FloorFact = { type: 'floor.undone', v: 1, seq, step: last.step };
  const turn = last.back.kind === 'turn' ? turnOf(state, last.back.turn) : undefined;
  // A turn that was begun has not been: its own fact says so. Everything else is as it was before.
  return turn ? facts(endOf(turn, ctx.now, 'undone'), undone) : facts(undone);
};
