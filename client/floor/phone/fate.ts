// What became of one's own question: the first of these that is true is what one wants to know. 'settled': answered, parked or disputed.
import type { OwnQuestion, QuestionOpen } from '../../../shared/floor/shown.ts';

export type Fate = 'hidden' | 'settled' | 'merged' | 'wall' | 'waiting';

/** `row`: the question, or the one that stands for it, as the hall reads it, when it is there and the list has come. */
export const fateOf = (own: OwnQuestion, row: Pick<QuestionOpen, 'onWall'> | undefined): Fate => {
  if (own.hidden) return 'hidden';
  if (own.standing !== 'open') return 'settled';
  if (own.under !== null) return 'merged';
  return row?.onWall === true ? 'wall' : 'waiting';
};
