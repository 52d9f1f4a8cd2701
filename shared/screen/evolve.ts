// A fact changes the walls: a step of a facilitator (kept with what was there before, so that it can be taken back), or a fact of another
// room that the wall follows. Whatever changes what somebody sees is written down with its hour (SC1: the history, for the record).
import type { ScreenId } from '../kernel/ids.ts';
import type { FactMeta } from '../kernel/room.ts';
import type { ScreenFact } from './events.ts';
import { follow } from './follow.ts';
import type { Followed } from './follow.ts';
import { resolve } from './resolve.ts';
import { sameScene } from './scene.ts';
import { plainLook } from './state.ts';
import type { Controls, Look, ScreenState, Shown } from './state.ts';

export type Heard = ScreenFact | Followed;

const setLook = (controls: Controls, screen: ScreenId, change: Partial<Look>): Controls => ({
  ...controls,
  looks: new Map(controls.looks).set(screen, { ...(controls.looks.get(screen) ?? plainLook), ...change }),
});

/** The code is what "Annulla: …" says; the client translates it. */
const step = (state: ScreenState, seq: number, code: string, controls: Controls, page: number | null = null): ScreenState => ({
  ...state,
  controls,
  last: { seq, code, page, before: state.controls },
});

const own = (state: ScreenState, fact: ScreenFact, seq: number): ScreenState => {
  const { controls } = state;
  switch (fact.type) {
    case 'screen.pinned':
      return step(
        state,
        seq,
        'pin',
        fact.screen === null ? { ...controls, pin: fact.scene } : setLook(controls, fact.screen, { pin: fact.scene }),
      );
    case 'screen.unpinned':
      return step(state, seq, 'unpin', fact.screen === null ? { ...controls, pin: null } : setLook(controls, fact.screen, { pin: null }));
    case 'screen.blanked': {
      const code = fact.on ? 'blank' : 'light';
      return step(
        state,
        seq,
        code,
        fact.screen === null ? { ...controls, blank: fact.on } : setLook(controls, fact.screen, { blank: fact.on }),
      );
    }
    case 'screen.joinStripSet':
      return step(state, seq, fact.on ? 'strip' : 'stripAway', { ...controls, strip: fact.on });
    case 'screen.bellSet':
      return step(state, seq, fact.on ? 'bell' : 'bellAway', { ...controls, bell: fact.on });
    case 'screen.said':
      return step(state, seq, 'say', { ...controls, words: { text: fact.text, seq } });
    case 'screen.wordsRemoved':
      return step(state, seq, 'wordsAway', { ...controls, words: null });
    case 'screen.slidesShown': {
      const { type: _, v: __, ...slides } = fact;
      const next = step(state, seq, 'slides', { ...controls, shown: { scene: { kind: 'slides', ...slides }, seq } });
      return { ...next, places: new Map(state.places).set(fact.material, fact.page) };
    }
    case 'screen.pageTurned': {
      const { shown } = controls;
      if (shown?.scene.kind !== 'slides') return state;
      const next = step(state, seq, 'page', { ...controls, shown: { ...shown, scene: { ...shown.scene, page: fact.to } } }, fact.to);
      return { ...next, places: new Map(state.places).set(fact.material, fact.to) };
    }
    case 'screen.slidesEnded':
      return step(state, seq, 'slidesAway', { ...controls, shown: null });
    case 'screen.sceneShown':
      return step(state, seq, 'scene', { ...controls, shown: { scene: fact.scene, seq } });
    case 'screen.followed':
      return step(state, seq, 'follow', { ...controls, shown: null });
    case 'screen.lookSet': {
      const { screen, lang, theme, label } = fact;
      return step(state, seq, 'look', setLook(controls, screen, { lang, theme, label }));
    }
    case 'screen.undone': {
      if (state.last?.seq !== fact.seq) return state;
      const { before } = state.last;
      const back = before.shown?.scene;
      const places = back?.kind === 'slides' ? new Map(state.places).set(back.material, back.page) : state.places;
      return { ...state, controls: before, places, last: null, undone: fact.seq };
    }
    default:
      return fact satisfies never;
  }
};

/** Screens that hold or blank something of their own have their own lines in the history; the others are told by the common one. */
const ownScreens = (state: ScreenState): ScreenId[] =>
  [...state.controls.looks].filter(([, look]) => look.pin !== null || look.blank).map(([screen]) => screen);

const remember = (before: ScreenState, after: ScreenState, meta: FactMeta): ScreenState => {
  const screens = [null, ...new Set([...ownScreens(before), ...ownScreens(after)])];
  const lines = screens.flatMap((screen): Shown[] => {
    const scene = resolve(after, screen);
    const same = sameScene(resolve(before, screen), scene) && (screen !== null || before.history.length > 0);
    return same ? [] : [{ at: meta.at, seq: meta.seq, screen, scene }];
  });
  return lines.length === 0 ? after : { ...after, history: [...after.history, ...lines] };
};

const isOwn = (fact: Heard): fact is ScreenFact => fact.type.startsWith('screen.');

export const evolve = (state: ScreenState, fact: Heard, meta: FactMeta): ScreenState => {
  const next = isOwn(fact) ? own(state, fact, meta.seq) : follow(state, fact, meta.seq);
  // Nothing is shown before the session exists; from its creation on, the history has a first line.
  return next === state && fact.type !== 'session.created' ? state : remember(state, next, meta);
};
