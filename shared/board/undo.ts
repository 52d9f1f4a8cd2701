// Taking back one's own last step by its inverse (BO11). The wish that made it names it; every item that it changed must still be as that
// wish left it, otherwise somebody has changed the thing since and it is refused with a word. What was made is taken away again, softly.
import { nothing, refuse } from '../kernel/room.ts';
import type { Outcome } from '../kernel/room.ts';
import { finish } from './desk.ts';
import type { Desk } from './desk.ts';
import type { BoardFact } from './events.ts';
import type { BoardItem } from './item.ts';
import { settle } from './step.ts';

const restored = (item: BoardItem): BoardItem => {
  const { before } = item.last;
  if (before !== null) return { ...item, ...before };
  return item.t === 'note' ? { ...item, withdrawn: true, into: null } : { ...item, removed: true };
};

export const undo = (wish: string, desk: Desk): Outcome<BoardFact> => {
  const { step, key } = desk;
  const made: (readonly [string, BoardItem])[] = [];
  const takenBack: string[] = [];
  step.each((id, item) => {
    if (item.last.wish === wish) made.push([id, item]);
    if (item.last.undoes === wish && item.last.by === key) takenBack.push(id);
  });
  const first = made[0];
  if (!first) return takenBack.length > 0 ? nothing : refuse('board.changedSince');
  if (made.some(([, item]) => item.last.by !== key)) return refuse('board.notYours');
  if (made.length !== first[1].last.size) return refuse('board.changedSince');
  for (const [id, item] of made) step.put(id, restored(item));
  settle(
    step,
    made.map(([id]) => id),
  );
  return finish(desk);
};
