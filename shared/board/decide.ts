// Where a wish goes: to leading, to writing, to gathering, to the box of dots; and what the session allows. Boards are prepared before the
// doors open and used while the session runs. After it closed nothing is written or admitted: what waited is in a fact, as not admitted; what must
// not be read is still hidden, and the wall goes on showing, until it is sealed.
import { refuse } from '../kernel/room.ts';
import type { Context, Outcome } from '../kernel/room.ts';
import type { BoardCommand } from './commands.ts';
import { giveDots } from './dots.ts';
import type { BoardFact } from './events.ts';
import { gather } from './gather.ts';
import { decideLeading } from './lead.ts';
import type { BoardState } from './state.ts';
import { decideWriting } from './write.ts';

const beforeTheDoors: ReadonlySet<BoardCommand['type']> = new Set(['board.prepare', 'board.remove', 'board.undoFact']);
const afterTheClose: ReadonlySet<BoardCommand['type']> = new Set([
  'board.freezeWithSession',
  'board.hide',
  'board.hideAuthors',
  'board.show',
  // Refused with the words for late, and counted.
  'board.giveDots',
]);

export const decide = (command: BoardCommand, state: BoardState, ctx: Context): Outcome<BoardFact> => {
  if (state.session === 'sealed') return refuse('board.over');
  if (state.session === 'closed' && !afterTheClose.has(command.type)) return refuse('board.over');
  if (state.session === 'before' && !beforeTheDoors.has(command.type)) return refuse('board.notRunning');
  switch (command.type) {
    case 'board.write':
    case 'board.edit':
    case 'board.withdraw':
    case 'board.place':
    case 'board.same':
    case 'board.part':
    case 'board.flag':
    case 'board.nameTheme':
    case 'board.placeTheme':
    case 'board.removeTheme':
    case 'board.undo':
      return decideWriting(command, state, ctx);
    case 'board.gather':
      return gather(command, state, ctx);
    case 'board.giveDots':
      return giveDots(command, state, ctx);
    case 'board.prepare':
    case 'board.remove':
    case 'board.open':
    case 'board.silence':
    case 'board.reveal':
    case 'board.step':
    case 'board.clock':
    case 'board.lock':
    case 'board.focus':
    case 'board.hideAuthors':
    case 'board.hide':
    case 'board.openDots':
    case 'board.closeDots':
    case 'board.freeze':
    case 'board.freezeWithSession':
    case 'board.reopen':
    case 'board.admit':
    case 'board.show':
    case 'board.undoFact':
      return decideLeading(command, state, ctx);
    default:
      return command satisfies never;
  }
};
