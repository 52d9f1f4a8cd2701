// What may be done to the walls, and what it becomes. Only organiser and facilitators get here (rights in room.ts).
// Every wish is answered: done, already so, or refused with a reason (K1). A question's result is never asked to a wall before it is published (PO1).
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { Outcome, Refusal } from '../kernel/room.ts';
import type { ScreenId } from '../kernel/ids.ts';
import type { ScreenCommand } from './commands.ts';
import type { ScreenFact } from './events.ts';
import { asked, uncovered } from './resolve.ts';
import { sameScene } from './scene.ts';
import type { Content } from './scene.ts';
import { plainLook } from './state.ts';
import type { Look, ScreenState } from './state.ts';
import { phaseOf } from './trail.ts';

/** More screens than any hall has: a mistake, or somebody playing with the link. */
const maxScreens = 24;

/** Why this cannot be shown, or null. */
const refusal = (scene: Content, state: ScreenState): Refusal | null => {
  switch (scene.kind) {
    case 'pollOpen':
    case 'pollClosed':
    case 'pollResult': {
      const phase = phaseOf(state, scene.poll, scene.round);
      if (phase === undefined) return refuse('screen.unknownPoll');
      if (scene.kind === 'pollResult' && phase !== 'published') return refuse('screen.notPublished');
      return scene.kind === 'pollClosed' && phase === 'open' ? refuse('screen.stillOpen') : null;
    }
    case 'slides': {
      const pages = state.materials.get(scene.material);
      if (pages === undefined) return refuse('screen.unknownMaterial');
      return scene.page > pages || scene.pages !== pages ? refuse('screen.noPage', { pages }) : null;
    }
    case 'rollCall':
      return state.trail.some((step) => sameScene(step.scene, scene)) ? null : refuse('screen.noRollCall');
    case 'groups':
      return state.tables.groups.length > 0 ? null : refuse('screen.noTables');
    // A board goes on a wall only when somebody has sent it there: showing a scene of it is not that act (BO2).
    case 'board':
    case 'theme':
    case 'canvas':
      return state.boards.get(scene.board)?.onWall === true ? null : refuse('screen.boardNotShown');
    case 'boards':
      return [...state.boards.values()].some(({ onWall }) => onWall) ? null : refuse('screen.noBoards');
    case 'report':
      return state.tables.report === scene.group ? null : refuse('screen.noReport');
    case 'questions':
      return state.questions.length > 0 ? null : refuse('screen.noQuestions');
    // Also while nobody speaks: it then says that the floor is free.
    case 'turn':
    case 'join':
    case 'agenda':
    case 'words':
    case 'suspended':
    case 'thanks':
    case 'test':
      return null;
    default:
      return scene satisfies never;
  }
};

const lookOf = (state: ScreenState, screen: ScreenId): Look => state.controls.looks.get(screen) ?? plainLook;
const tooMany = (state: ScreenState, screen: ScreenId | null): boolean =>
  screen !== null && !state.controls.looks.has(screen) && state.controls.looks.size >= maxScreens;

export const decide = (command: ScreenCommand, state: ScreenState): Outcome<ScreenFact> => {
  if (state.phase === 'sealed') return refuse('screen.sealed');
  const { controls } = state;
  if ('screen' in command && tooMany(state, command.screen)) return refuse('screen.tooMany', { max: maxScreens });
  switch (command.type) {
    case 'screen.pin': {
      const scene = command.scene === 'current' ? uncovered(state, command.screen) : command.scene;
      const why = command.scene === 'current' ? null : refusal(scene, state);
      if (why) return why;
      const pin = command.screen === null ? controls.pin : lookOf(state, command.screen).pin;
      return pin && sameScene(pin, scene) ? nothing : facts<ScreenFact>({ type: 'screen.pinned', v: 1, screen: command.screen, scene });
    }
    case 'screen.unpin': {
      const pin = command.screen === null ? controls.pin : lookOf(state, command.screen).pin;
      return pin ? facts<ScreenFact>({ type: 'screen.unpinned', v: 1, screen: command.screen }) : nothing;
    }
    case 'screen.blank': {
      const blank = command.screen === null ? controls.blank : lookOf(state, command.screen).blank;
      return blank === command.on ? nothing : facts<ScreenFact>({ type: 'screen.blanked', v: 1, screen: command.screen, on: command.on });
    }
    case 'screen.joinStrip':
      return controls.strip === command.on ? nothing : facts<ScreenFact>({ type: 'screen.joinStripSet', v: 1, on: command.on });
    case 'screen.bell':
      return controls.bell === command.on ? nothing : facts<ScreenFact>({ type: 'screen.bellSet', v: 1, on: command.on });
    case 'screen.say': {
      if (command.text === null) return controls.words ? facts<ScreenFact>({ type: 'screen.wordsRemoved', v: 1 }) : nothing;
      const same = controls.words && sameScene({ kind: 'words', text: controls.words.text }, { kind: 'words', text: command.text });
      return same === true ? nothing : facts<ScreenFact>({ type: 'screen.said', v: 1, text: command.text });
    }
    case 'screen.showSlides': {
      const { type: _, ...slides } = command;
      const scene: Content = { kind: 'slides', ...slides };
      const why = refusal(scene, state);
      if (why) return why;
      const now = asked(state);
      return now && sameScene(now, scene) && over(state) ? nothing : facts<ScreenFact>({ type: 'screen.slidesShown', v: 1, ...slides });
    }
    case 'screen.page': {
      const slides = controls.shown?.scene;
      if (slides?.kind !== 'slides' || slides.material !== command.material) return refuse('screen.noSlides');
      if (command.to > slides.pages) return refuse('screen.noPage', { pages: slides.pages });
      // Two who press together turn one page: the second names a page that has already been left.
      if (slides.page !== command.from || command.from === command.to) return nothing;
      return facts<ScreenFact>({ type: 'screen.pageTurned', v: 1, material: command.material, from: command.from, to: command.to });
    }
    case 'screen.endSlides': {
      const slides = controls.shown?.scene;
      return slides?.kind === 'slides' && slides.material === command.material
        ? facts<ScreenFact>({ type: 'screen.slidesEnded', v: 1, material: command.material })
        : nothing;
    }
    case 'screen.showScene': {
      if (command.scene.kind === 'words') return decide({ type: 'screen.say', text: command.scene.text }, state);
      const why = refusal(command.scene, state);
      if (why) return why;
      const now = asked(state);
      return now && sameScene(now, command.scene) && over(state)
        ? nothing
        : facts<ScreenFact>({ type: 'screen.sceneShown', v: 1, scene: command.scene });
    }
    case 'screen.follow':
      return controls.shown ? facts<ScreenFact>({ type: 'screen.followed', v: 1 }) : nothing;
    case 'screen.setLook': {
      const look = lookOf(state, command.screen);
      const { type: _, ...wanted } = command;
      const same =
        controls.looks.has(command.screen) && look.lang === wanted.lang && look.theme === wanted.theme && look.label === wanted.label;
      return same ? nothing : facts<ScreenFact>({ type: 'screen.lookSet', v: 1, ...wanted });
    }
    case 'screen.undo':
      if (state.last?.seq === command.seq)
        return facts<ScreenFact>({ type: 'screen.undone', v: 1, seq: command.seq, step: state.last.code });
      return state.undone === command.seq ? nothing : refuse('screen.undoLate');
    default:
      return command satisfies never;
  }
};

/** What was asked for lies over the words, not under them. */
const over = (state: ScreenState): boolean => {
  const { words, shown } = state.controls;
  return !words || (shown !== null && shown.seq > words.seq);
};
