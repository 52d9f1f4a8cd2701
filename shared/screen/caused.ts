// What a fact of another room changed on the walls, and how it goes again: what can no longer be shown leaves every wall, pins too, and what
// that room takes back comes back here as well. Pure helpers of the files that follow the tables, their boards and the floor.
import type { BoardId } from '../kernel/ids.ts';
import type { Content } from './scene.ts';
import type { Caused, ScreenState } from './state.ts';
import { drop, remove } from './trail.ts';

const isBoardScene = (scene: Content): scene is Extract<Content, { board: BoardId }> =>
  scene.kind === 'board' || scene.kind === 'theme' || scene.kind === 'canvas';

/** What can no longer be on a wall: a board that was taken from it, a table that has told, questions of which none is left. */
const isGone =
  ({ boards, tables, questions }: ScreenState) =>
  (scene: Content): boolean => {
    if (isBoardScene(scene)) return boards.get(scene.board)?.onWall !== true;
    if (scene.kind === 'boards') return ![...boards.values()].some(({ onWall }) => onWall);
    if (scene.kind === 'questions') return questions.length === 0;
    return scene.kind === 'report' && scene.group !== tables.report;
  };
export const settle = (state: ScreenState): ScreenState => {
  const gone = isGone(state);
  const after = remove(state, (step) => gone(step.scene));
  // What a facilitator did before cannot come back: it may hold what has just gone.
  return { ...after, controls: drop(after.controls, gone), last: null };
};

export const caused = (before: ScreenState, after: ScreenState, seq: number): Caused => ({
  seq,
  trail: after.trail,
  controls: after.controls,
  before: { tables: before.tables, boards: before.boards, questions: before.questions, trail: before.trail, controls: before.controls },
});
/** The walls as they were before the fact, if nothing else has happened to them; otherwise only its own step goes. */
export const uncause = (state: ScreenState, { seq, trail, controls, before }: Caused): ScreenState =>
  state.trail === trail && state.controls === controls
    ? { ...state, trail: before.trail, controls: before.controls, last: null }
    : remove(state, (step) => step.seq === seq);
