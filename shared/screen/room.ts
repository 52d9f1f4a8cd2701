// The walls of the hall: what the projector shows is its own object, driven from the console without showing the console.
// It follows the session by itself; organiser and facilitators hold, blank, say, show; every audience reads, nobody else writes.
// Laws: SC1 now, next, history · SC2 follows, pin, blank, join strip · SC6 no name beside a choice (scenes are only pointers)
//       · SC7 own words on wall and phones until removed, hall bell off by default · SC8 what follows what, per-screen pin and language
//       · K9 the last step can be taken back · AG7 slides page by page · BO2 only a board that was sent to the walls · GR6 a table tells
//       · FL1 who has the floor is a kind and a time, never a person.
import { defineRoom } from '../kernel/room.ts';
import { screenCommands } from './commands.ts';
import type { ScreenCommand } from './commands.ts';
import { decide } from './decide.ts';
import { screenFacts } from './events.ts';
import type { ScreenFact } from './events.ts';
import { evolve } from './evolve.ts';
import type { Heard } from './evolve.ts';
import { initialScreen } from './state.ts';
import type { ScreenState } from './state.ts';
import { screenLists, screenMine, screenViews } from './view.ts';

const driver = ['organiser', 'facilitator'] as const;

export const screen = defineRoom<ScreenState, ScreenCommand, ScreenFact, Heard>({
  name: 'screen',
  scope: 'session',
  commands: screenCommands,
  facts: screenFacts,
  rights: {
    'screen.pin': driver,
    'screen.unpin': driver,
    'screen.blank': driver,
    'screen.joinStrip': driver,
    'screen.say': driver,
    'screen.showSlides': driver,
    'screen.page': driver,
    'screen.endSlides': driver,
    'screen.showScene': driver,
    'screen.follow': driver,
    'screen.setLook': driver,
    'screen.bell': driver,
    'screen.undo': driver,
  },
  initial: initialScreen,
  decide,
  evolve,
  undoable: ({ last }) =>
    last && {
      seq: last.seq,
      code: `screen.${last.code}`,
      ...(last.page === null ? {} : { params: { page: last.page } }),
      command: { type: 'screen.undo', seq: last.seq },
    },
  view: screenViews,
  mine: screenMine,
  lists: screenLists,
});
