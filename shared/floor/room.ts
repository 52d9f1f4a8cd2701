// The floor: what is asked and who speaks, in the plenary and at the tables. Members ask and ask to speak by phone, the audience asks where
// it may, tables and paper ask through whoever runs them; facilitators gather, assign, settle and call; experts answer in writing.
// A turn is an interval: begun, paused, ended; what was spoken is counted once, pauses left out.
// Laws: FL1 totals of speaking time in bands, for facilitators only; by attribute only where every cell has five
//       · FL2 a question never answered stays as such: nothing deletes one · K3 the same question sent twice is one
//       · K9 the last step is taken back: a merge, a hide, a call · GR3 a question carries block and table from the moment of asking
//       · PO2 members' and audience's votes are two numbers · PO12 hide: gone everywhere, counted, kept for the record
//       · SC6 nobody's seat on the wall · K1 two who call the next one together go one step.
// Hidden: who asked a question is told to nobody; who spoke how long only to those who run that floor; attributes are read for FL1 in
//         the facilitators' list and kept nowhere; hidden questions only in the facilitators' list.
import { defineRoom } from '../kernel/room.ts';
import type { RosterReads } from '../roster/events.ts';
import { floorCommands } from './commands.ts';
import type { FloorCommand } from './commands.ts';
import { decide } from './decide.ts';
import { floorFacts } from './events.ts';
import type { FloorFact } from './events.ts';
import { evolve } from './evolve.ts';
import type { FloorHears } from './evolve.ts';
import { floorLists } from './lists.ts';
import { react } from './caused.ts';
import { boxesOf, emptyFloor } from './state.ts';
import type { FloorState } from './state.ts';
import { floorMine, floorViews } from './view.ts';

const driver = ['organiser', 'facilitator'] as const;
const runs = [...driver, 'table'] as const;

export const floor = defineRoom<FloorState, FloorCommand, FloorFact, FloorHears, RosterReads>({
  name: 'floor',
  scope: 'session',
  commands: floorCommands,
  facts: floorFacts,
  rights: {
    'floor.setDoor': driver,
    'floor.setExperts': driver,
    'floor.ask': [...runs, 'member', 'audience'],
    'floor.withdraw': ['table', 'member', 'audience'],
    'floor.upvote': ['member', 'audience'],
    'floor.merge': driver,
    'floor.part': driver,
    'floor.hide': driver,
    'floor.assign': driver,
    'floor.answer': [...driver, 'expert'],
    'floor.settle': driver,
    'floor.toWall': driver,
    'floor.setQueue': runs,
    'floor.raise': [...runs, 'member'],
    'floor.lowerAll': runs,
    'floor.call': runs,
    'floor.pauseTurn': runs,
    'floor.giveTime': runs,
    'floor.endTurn': [...runs, 'member'],
    'floor.undo': driver,
    'floor.beginReport': [],
    'floor.endReport': [],
    'floor.stopTurn': [],
    'floor.closeWithSession': [],
  },
  boxed: ['floor.upvote'],
  initial: emptyFloor,
  decide,
  evolve,
  react,
  undoable: ({ last, phase }) =>
    !last || phase === 'over'
      ? null
      : { seq: last.seq, code: `floor.${last.step}`, params: last.params, command: { type: 'floor.undo', seq: last.seq } },
  seals: (fact, state) => (fact.type === 'session.closed' ? boxesOf(state) : []),
  boxes: boxesOf,
  view: floorViews,
  mine: floorMine,
  lists: floorLists,
});
