// What a wall shows, worked out from all that was asked: black, then held, then own words and what was asked for, then following.
// One pure function for every screen, for the console's miniature and for the record: they cannot disagree.
// Laws: SC1 now and next · SC2 follow, pin, blank · SC8 pinned and blank outrank all; each screen may hold something else.
import type { GroupId, ScreenId } from '../kernel/ids.ts';
import type { Asked, ScreenState } from './state.ts';
import type { Content, Scene } from './scene.ts';

const followed = (state: ScreenState): Asked => state.trail.at(-1) ?? { scene: { kind: 'join' }, seq: 0 };

/** The slides or scene that were asked for, unless something has happened in the room since (SC8: next, and it is replaced). */
export const asked = (state: ScreenState): Content | null => {
  const { shown } = state.controls;
  return shown && shown.seq > followed(state).seq ? shown.scene : null;
};

/** Under black and pin. Own words stay until they are removed; only what was asked for after them lies over them. */
const unheld = (state: ScreenState): Content => {
  const { words, shown } = state.controls;
  const over = asked(state);
  if (words && !(over && shown && shown.seq > words.seq)) return { kind: 'words', text: words.text };
  return over ?? followed(state).scene;
};

/** What would be there without black: what "hold" holds. */
export const uncovered = (state: ScreenState, screen: ScreenId | null): Content =>
  (screen === null ? null : state.controls.looks.get(screen)?.pin) ?? state.controls.pin ?? unheld(state);

/** What this screen shows now; null stands for all screens that hold nothing of their own. */
export const resolve = (state: ScreenState, screen: ScreenId | null): Scene => {
  const look = screen === null ? undefined : state.controls.looks.get(screen);
  return state.controls.blank || look?.blank === true ? { kind: 'blank' } : uncovered(state, screen);
};

const without = (state: ScreenState, change: Partial<ScreenState['controls']>): ScreenState => ({
  ...state,
  controls: { ...state.controls, ...change },
});
const nextBlock = (state: ScreenState): Content => {
  const block = state.blocks[state.block === null ? 0 : state.blocks.indexOf(state.block) + 1];
  if (block !== undefined) return { kind: 'agenda', block };
  return state.block === null ? { kind: 'agenda', block: null } : { kind: 'thanks' };
};

const nextReport = (state: ScreenState, group: GroupId): Content | null => {
  const { order } = state.tables;
  const next = order[order.indexOf(group) + 1];
  return order.includes(group) && next !== undefined ? { kind: 'report', group: next } : null;
};

/** What the wall will show at the next step of whoever drives, so that it can be looked at before (SC1); null when nothing follows. */
export const upcoming = (state: ScreenState): Scene | null => {
  const { controls } = state;
  if (controls.blank) return uncovered(state, null);
  if (controls.pin) return resolve(without(state, { pin: null }), null);
  const now = unheld(state);
  switch (now.kind) {
    case 'words':
      return resolve(without(state, { words: null }), null);
    case 'slides':
      return now.page < now.pages ? { ...now, page: now.page + 1 } : resolve(without(state, { shown: null }), null);
    case 'pollOpen':
      return { ...now, kind: 'pollClosed' };
    case 'pollClosed':
      return { ...now, kind: 'pollResult' };
    case 'rollCall':
    case 'suspended': {
      const under = state.trail.at(-2)?.scene;
      return under ?? nextBlock(state);
    }
    // From the tables one comes back to the block that runs.
    case 'groups':
      if (controls.shown && asked(state)) return followed(state).scene;
      return state.tables.atWork ? { kind: 'agenda', block: state.block } : nextBlock(state);
    case 'report':
      return nextReport(state, now.group) ?? state.trail.findLast(({ scene }) => scene.kind !== 'report')?.scene ?? nextBlock(state);
    // Taken from the wall, they give back what was there.
    case 'questions':
      if (controls.shown && asked(state)) return followed(state).scene;
      return state.trail.findLast(({ scene }) => scene.kind !== 'questions')?.scene ?? nextBlock(state);
    case 'join':
    case 'agenda':
    case 'turn':
    case 'board':
    case 'theme':
    case 'canvas':
    case 'boards':
    case 'pollResult':
      return controls.shown && asked(state) ? followed(state).scene : nextBlock(state);
    case 'test':
      return followed(state).scene;
    case 'thanks':
      return null;
    default:
      return now satisfies never;
  }
};
