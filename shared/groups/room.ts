// The tables of a session (tavoli): which there are, who sits where and why, to the tables and back, and what a table says to the plenary.
// Organiser and facilitators drive all of it; a table facilitator takes people in, calls for help and names a speaker at the own table only;
// a member says which theme they would rather. What is written at a table is the board's; the time of all tables is the agenda's.
// Laws: GR1 one session, two modes; each table with its own question, card, time, link · GR2 by hand, by chosen theme, or balanced: proposed on
//       the console, checked here, its numbers in the fact; who comes late goes where they change least, mixing anew is only on request
//       · GR3 people move while tables work; assigned and actual are both kept · GR4 recall, more time for one table (notices.ts: 10, 5, 1)
//       · GR5 a table calls for help, one call at a time, the newest · GR6 what a table made survives recall and further rounds
//       · K3 split, recall, reports name what they leave and enter: a second press does nothing · K9 the last step is taken back until
//       something is built on it (seats moved, a call after the split, an answer to the choice).
// Hidden: names and attributes are in no fact and no view; members and screens get no other's id or seat; a table only its own seats.
//         Theme preferences are an organisational wish, not a vote: facilitators may see them while they are asked; nobody else ever does,
//         and their boxes are sealed when the session closes.
import { defineRoom } from '../kernel/room.ts';
import type { RosterReads } from '../roster/events.ts';
import { groupsCommands } from './commands.ts';
import type { GroupsCommand } from './commands.ts';
import { decide } from './decide.ts';
import { groupsFacts } from './events.ts';
import type { GroupsFact } from './events.ts';
import { evolve } from './evolve.ts';
import type { GroupsHears } from './evolve.ts';
import { groupsLists } from './lists.ts';
import { boxOf, emptyGroups, groupOf } from './state.ts';
import type { GroupsState } from './state.ts';
import { placesLate } from './tables.ts';
import { groupsMine, groupsViews } from './view.ts';

const driver = ['organiser', 'facilitator'] as const;
const boxes = (state: GroupsState) => state.asked.map(boxOf);

/** Nothing stays open behind a closed session; who comes late has a table. */
const react = (fact: GroupsHears, state: GroupsState): readonly GroupsCommand[] => {
  switch (fact.type) {
    case 'session.closed':
      return [
        ...(state.choice?.state === 'open' ? [{ type: 'groups.closeChoice', round: state.choice.round } as const] : []),
        ...(state.seating.mode === 'groups' ? [{ type: 'groups.recallWithSession' } as const] : []),
      ];
    case 'presence.entered':
      return placesLate(state) && groupOf(state, fact.member) === null ? [{ type: 'groups.placeLate', member: fact.member }] : [];
    default:
      return [];
  }
};

export const groups = defineRoom<GroupsState, GroupsCommand, GroupsFact, GroupsHears, RosterReads>({
  name: 'groups',
  scope: 'session',
  commands: groupsCommands,
  facts: groupsFacts,
  rights: {
    'groups.plan': driver,
    'groups.setMix': driver,
    'groups.openChoice': driver,
    'groups.choose': ['member'],
    'groups.closeChoice': driver,
    'groups.assign': driver,
    'groups.move': driver,
    'groups.placeLate': [],
    'groups.welcome': ['table'],
    'groups.split': driver,
    'groups.recall': driver,
    'groups.recallWithSession': [],
    'groups.giveTime': driver,
    'groups.setCard': driver,
    'groups.callHelp': ['table'],
    'groups.endHelp': [...driver, 'table'],
    'groups.setSpokesperson': [...driver, 'table'],
    'groups.queueReports': driver,
    'groups.report': driver,
    'groups.undo': driver,
  },
  boxed: ['groups.choose'],
  initial: emptyGroups,
  decide,
  evolve,
  react,
  undoable: ({ last, choice, phase }, box) => {
    if (!last || phase === 'over') return null;
    // Once somebody has answered, the question cannot be as if it had not been asked (K9).
    if (last.step === 'choiceOpened' && choice && box.count(boxOf(choice.round)) > 0) return null;
    return { seq: last.seq, code: `groups.${last.step}`, params: last.params, command: { type: 'groups.undo', seq: last.seq } };
  },
  seals: (fact, state) => (fact.type === 'session.closed' ? boxes(state) : []),
  boxes,
  view: groupsViews,
  mine: groupsMine,
  lists: groupsLists,
});
