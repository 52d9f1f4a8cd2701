// What each audience gets of the walls, built from nothing. Screens get what to show, how to look, and no rights: they have no controls.
// Phones get the facilitator's own words and nothing else of this room. Scenes are pointers: no name, seat or choice is ever in here (SC6).
import type { Actor } from '../kernel/audience.ts';
import type { ScreenId } from '../kernel/ids.ts';
import type { ViewContext } from '../kernel/room.ts';
import { say } from '../kernel/text.ts';
import type { Lang, Said } from '../kernel/text.ts';
import { asked, resolve, uncovered, upcoming } from './resolve.ts';
import { sameScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { plainLook } from './state.ts';
import type { Look, ScreenState } from './state.ts';

/** A scene as a wall reads it: words in the wall's language. */
export type SaidScene = Exclude<Scene, { kind: 'words' }> | { readonly kind: 'words'; readonly words: Said };
const saidScene = (scene: Scene, lang: Lang): SaidScene =>
  scene.kind === 'words' ? { kind: 'words', words: say(scene.text, lang) } : scene;

const wordsOf = (state: ScreenState, ctx: ViewContext): Said | null =>
  state.controls.words ? say(state.controls.words.text, ctx.lang) : null;

const phone = (state: ScreenState, ctx: ViewContext) => ({ words: wordsOf(state, ctx) });

const wall = (state: ScreenState, ctx: ViewContext) => ({
  scene: saidScene(resolve(state, null), ctx.lang),
  strip: state.controls.strip,
  bell: state.controls.bell,
});

/** `own` is there when this screen shows something else than all the others. */
const wallMine = (state: ScreenState, ctx: ViewContext, actor: Actor) => {
  const screen = actor.role === 'screen' ? actor.screen : null;
  const look = (screen === null ? undefined : state.controls.looks.get(screen)) ?? plainLook;
  const scene = resolve(state, screen);
  return {
    own: sameScene(scene, resolve(state, null)) ? null : saidScene(scene, ctx.lang),
    lang: look.lang,
    theme: look.theme,
    label: look.label,
  };
};

/** Connected screens first, in the order in which they came; then those that have a look and are away. */
const screensOf = (state: ScreenState, ctx: ViewContext) => {
  const ids = new Set<string>([...ctx.connections.screens.keys(), ...state.controls.looks.keys()]);
  return [...ids].slice(0, 30).map((id) => {
    const known = [...state.controls.looks].find(([screen]) => screen === id);
    const look: Look = known?.[1] ?? plainLook;
    const connection = ctx.connections.screens.get(id);
    const screen: ScreenId | null = known?.[0] ?? null;
    return {
      screen: id,
      label: look.label === '' ? (connection?.label ?? '') : look.label,
      lang: look.lang,
      theme: look.theme,
      connected: (connection?.connected ?? 0) > 0,
      lastSeenAt: connection?.lastSeenAt ?? null,
      pinned: look.pin !== null,
      blank: look.blank,
      scene: saidScene(resolve(state, screen), ctx.lang),
    };
  });
};

/** Words are in the reader's language, so the version is too. */
const historyVersion = (state: ScreenState, ctx: ViewContext): string => `${state.history.length}.${ctx.lang}`;

const driver = (state: ScreenState, ctx: ViewContext) => {
  const { controls } = state;
  const slides = controls.shown?.scene.kind === 'slides' ? controls.shown.scene : null;
  const next = upcoming(state);
  const now = resolve(state, null);
  return {
    scene: saidScene(now, ctx.lang),
    /** Under the black: what comes back with the light. */
    under: saidScene(uncovered(state, null), ctx.lang),
    next: next === null ? null : saidScene(next, ctx.lang),
    blank: controls.blank,
    pinned: controls.pin !== null,
    strip: controls.strip,
    bell: controls.bell,
    /** In all its languages: the facilitator edits it. */
    words: controls.words?.text ?? null,
    /** `onWall`: false when something has happened since, so that the pages can be taken up again. */
    slides: slides === null ? null : { ...slides, onWall: asked(state)?.kind === 'slides' },
    shown: asked(state) !== null,
    /** How many questions of the hall are on the wall: with one, they can be shown again. */
    questions: state.questions.length,
    places: [...state.places].slice(-20).map(([material, page]) => ({ material, page })),
    published: state.polls
      .filter((each) => each.phase === 'published')
      .slice(-60)
      .map(({ poll, round }) => ({ poll, round })),
    screens: screensOf(state, ctx),
    /** Version of the list `screen.history`. */
    history: historyVersion(state, ctx),
    may: { drive: state.phase !== 'sealed' },
  };
};

export const screenViews = {
  organiser: driver,
  facilitator: driver,
  table: phone,
  expert: phone,
  member: phone,
  audience: phone,
  screen: wall,
};
export const screenMine = { screen: wallMine };
export const screenLists = {
  'screen.history': {
    roles: ['organiser', 'facilitator'] as const,
    version: historyVersion,
    rows: (state: ScreenState, ctx: ViewContext) =>
      state.history.map(({ at, screen, scene }) => ({ at, screen, scene: saidScene(scene, ctx.lang) })),
  },
};

export type ScreenDriverView = ReturnType<typeof driver>;
export type ScreenPhoneView = ReturnType<typeof phone>;
export type ScreenWallView = ReturnType<typeof wall>;
export type ScreenWallMine = ReturnType<typeof wallMine>;
export type ScreenHistoryRow = ReturnType<(typeof screenLists)['screen.history']['rows']>[number];
