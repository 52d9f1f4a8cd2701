// The shared boards (bacheche): what tables and plenary write on notes, read together, put in order, weigh with dots and freeze.
// Members write and change their own; a table facilitator runs the table's board; those who lead the session all of them. Notes lie in a
// document (item.ts) whose published part is all that a device receives; facts say only what was decided.
// BO1 one prompt and one list on a phone, everything by keyboard (client) · BO2 silence: nobody receives another's notes, the reveal is a
// fact, the wall a further act · BO3 own notes, or the table's; everyone by commands; locked and frozen take no write · BO4 authors hidden,
// seat or shown: only ever less visible · BO5 same as, themes, suggestions that stay suggestions · BO6 dots hidden until counted · BO7 lock,
// all here, time, hide, freeze · BO8 the frozen copy is what is cited · BO9 nothing typed is lost: late, waiting, merged · BO10 500 notes
// (bench) · BO11 one's own last step, by its inverse · BO12 templates and exports · BO13 boards side by side, themes gathered, way back kept.
// GR3, K3, K9. Hidden: authors always (a key in the item, nothing elsewhere), silent notes, hidden notes, dots before the close.
import { defineRoom } from '../kernel/room.ts';
import { boardCommands } from './commands.ts';
import type { BoardCommand } from './commands.ts';
import { decide } from './decide.ts';
import { boardFacts } from './events.ts';
import type { BoardFact } from './events.ts';
import { evolve } from './evolve.ts';
import type { BoardHears } from './evolve.ts';
import { boardLists } from './lists.ts';
import { boardDocuments } from './publish.ts';
import { boxOf, emptyBoards, liveBoards } from './state.ts';
import type { BoardState } from './state.ts';
import { undoable } from './takeBack.ts';
import { boardMine, boardViews } from './view.ts';

const driver = ['organiser', 'facilitator'] as const;
const runs = [...driver, 'table'] as const;
const writes = [...runs, 'member'] as const;
const dotBoxes = (state: BoardState): readonly string[] =>
  liveBoards(state).flatMap(({ plan, dots }) => Array.from({ length: dots.round }, (_, index) => boxOf(plan.id, index + 1)));

export const board = defineRoom<BoardState, BoardCommand, BoardFact, BoardHears>({
  name: 'board',
  scope: 'session',
  commands: boardCommands,
  facts: boardFacts,
  rights: {
    'board.prepare': driver,
    'board.remove': driver,
    'board.open': driver,
    'board.silence': runs,
    'board.reveal': runs,
    'board.step': runs,
    'board.clock': runs,
    'board.lock': runs,
    'board.focus': runs,
    'board.hideAuthors': runs,
    'board.hide': driver,
    'board.openDots': runs,
    'board.closeDots': runs,
    'board.freeze': driver,
    'board.freezeWithSession': [],
    'board.reopen': driver,
    'board.admit': driver,
    'board.show': driver,
    'board.gather': driver,
    'board.undoFact': driver,
    'board.write': writes,
    'board.edit': writes,
    'board.withdraw': writes,
    'board.place': writes,
    'board.same': writes,
    'board.part': writes,
    'board.flag': writes,
    'board.nameTheme': runs,
    'board.placeTheme': runs,
    'board.removeTheme': runs,
    'board.undo': writes,
    'board.giveDots': ['member'],
  },
  boxed: ['board.giveDots'],
  written: [
    'board.write',
    'board.edit',
    'board.withdraw',
    'board.place',
    'board.same',
    'board.part',
    'board.flag',
    'board.nameTheme',
    'board.placeTheme',
    'board.removeTheme',
    'board.undo',
    'board.gather',
  ],
  documents: boardDocuments,
  initial: emptyBoards,
  decide,
  evolve,
  // Nothing stays open behind a closed session, and nothing that waits is lost: what was written until then is what is cited, or kept as not admitted.
  react: (fact, state) => (fact.type === 'session.closed' && liveBoards(state).length > 0 ? [{ type: 'board.freezeWithSession' }] : []),
  undoable,
  boxes: dotBoxes,
  seals: (fact, state) => (fact.type === 'session.closed' ? dotBoxes(state) : []),
  view: boardViews,
  mine: boardMine,
  lists: boardLists,
});
