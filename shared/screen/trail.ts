// The trail: what following asks for, step by step, and the few ways in which it changes. The last step is on the wall; what is taken back
// or is over leaves it, and what was before comes back. Pure helpers of the files that read other rooms' facts.
import type { PollId } from '../kernel/ids.ts';
import type { Content } from './scene.ts';
import type { Asked, Controls, KnownPoll, ScreenState } from './state.ts';

/** As many steps back as can matter: an undo reaches one, a roll call or a suspension lies over a few. */
const trailLength = 12;

/** A facilitator's earlier step can no longer be taken back once the room has gone on (K9: only the last one can). */
export const walk = (state: ScreenState, trail: readonly Asked[]): ScreenState => ({
  ...state,
  trail: trail.slice(-trailLength),
  last: null,
});
export const push = (state: ScreenState, scene: Content, seq: number): ScreenState => walk(state, [...state.trail, { scene, seq }]);
export const remove = (state: ScreenState, gone: (step: Asked) => boolean): ScreenState =>
  state.trail.some(gone)
    ? walk(
        state,
        state.trail.filter((step) => !gone(step)),
      )
    : state;
export const top = (state: ScreenState): Content | undefined => state.trail.at(-1)?.scene;

export const isPoll = (scene: Content): scene is Extract<Content, { poll: PollId }> =>
  scene.kind === 'pollOpen' || scene.kind === 'pollClosed' || scene.kind === 'pollResult';
export const ofPoll = (scene: Content, poll: PollId, round: number): boolean =>
  isPoll(scene) && scene.poll === poll && scene.round === round;

/** Where the wall goes when a thing is over and nothing else is there: to the tables while they work, otherwise to the programme. */
export const home = (state: ScreenState): Content => (state.tables.atWork ? { kind: 'groups' } : { kind: 'agenda', block: state.block });

export const phaseOf = (state: ScreenState, poll: PollId, round: number): KnownPoll['phase'] | undefined =>
  state.polls.find((each) => each.poll === poll && each.round === round)?.phase;

/** Takes from every wall what is no longer true: a voided question, a material that was taken away, a board that left the wall. */
export const drop = (controls: Controls, gone: (scene: Content) => boolean): Controls => {
  const held = (scene: Content | null): boolean => scene !== null && gone(scene);
  if (!held(controls.pin) && !held(controls.shown?.scene ?? null) && ![...controls.looks.values()].some((look) => held(look.pin)))
    return controls;
  return {
    ...controls,
    pin: held(controls.pin) ? null : controls.pin,
    shown: held(controls.shown?.scene ?? null) ? null : controls.shown,
    looks: new Map([...controls.looks].map(([screen, look]) => [screen, held(look.pin) ? { ...look, pin: null } : look])),
  };
};
