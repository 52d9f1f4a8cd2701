// The dot vote (BO6): so many dots each, so many at most on one, on notes or on themes. Who gives what lies in the ballot box, not in the
// board's document; until the close nobody receives more than how many have finished. A note that is hidden or taken back after it got
// dots simply does not count, and whoever gave them may give them again. Members who are present and of that board only.
import type { BoxReading } from '../kernel/box.ts';
import type { MemberId } from '../kernel/ids.ts';
import { canonical } from '../kernel/canonical.ts';
import { nothing, refuse } from '../kernel/room.ts';
import type { Context, Outcome } from '../kernel/room.ts';
import type { BoardCommand } from './commands.ts';
import type { BoardFact } from './events.ts';
import { documentOf, isItem } from './item.ts';
import { boxOf, isSilent, isWaiting, liveBoard, membersOf } from './state.ts';
import type { BoardState, LiveBoard, OpenBoard } from './state.ts';
import { mayAddTo, mayWriteOn } from './who.ts';

/** What lies in the box. */
export interface Given {
  readonly given: readonly (readonly [string, number])[];
  readonly done: boolean;
}
const isGiven = (body: unknown): body is Given => typeof body === 'object' && body !== null && 'given' in body && 'done' in body;
/** The box holds what this room put in. */
export const givenOf = (body: unknown): Given => (isGiven(body) ? body : { given: [], done: false });

const inPlace = (board: LiveBoard, items: ReadonlyMap<string, unknown>, id: string): boolean => {
  const item = items.get(id);
  if (!isItem(item)) return false;
  if (item.t === 'theme') return !item.removed;
  return !item.withdrawn && !board.hidden.has(id) && !isSilent(board, item) && !isWaiting(board, id, item);
};
/** What may get dots: themes, or the notes that lie under no other, in the order in which they came. */
export const targetsOf = (board: LiveBoard, items: ReadonlyMap<string, unknown>): readonly string[] =>
  [...items].flatMap(([id, item]) => {
    if (!isItem(item) || !inPlace(board, items, id)) return [];
    if (item.t === 'theme') return board.plan.dots.on === 'themes' ? [id] : [];
    return board.plan.dots.on === 'notes' && (item.into === null || board.hidden.has(item.into)) ? [id] : [];
  });

type Giving = Extract<BoardCommand, { readonly type: 'board.giveDots' }>;
export const giveDots = (command: Giving, state: BoardState, ctx: Context): Outcome<BoardFact> => {
  const { actor } = ctx;
  if (actor.role !== 'member') return refuse('kernel.notYours');
  const board = liveBoard(state, command.board);
  if (!board) return refuse('board.unknown');
  const box = boxOf(command.board, command.round);
  const entry = ctx.box.of(box, actor.member);
  if (state.session !== 'running' || board.phase === 'frozen' || board.dots.state !== 'open' || board.dots.round !== command.round) {
    // Sent again because "received" was not heard: it was counted (K3).
    if (entry?.edit === command.edit) return nothing;
    // Who has no dots to give here is not among those that came late.
    if (!mayAddTo(state, board, actor)) return refuse('board.notYours');
    const closed = board.dots.state === 'closed' ? { closedAt: board.dots.closedAt } : undefined;
    return command.round <= board.dots.round && !(board.dots.state === 'open' && board.dots.round === command.round)
      ? { ...refuse('board.dotsOver', closed), late: { box, voter: actor.member } }
      : refuse('board.dotsNotOpen');
  }
  if (!mayWriteOn(state, board, actor)) return refuse('board.notYours');
  const { rule, targets } = board.dots;
  const items = ctx.documents.items(documentOf(command.board));
  if (new Set(command.given.map(([target]) => target)).size !== command.given.length) return refuse('board.unknownTarget');
  if (command.given.some(([target]) => !targets.has(target))) return refuse('board.unknownTarget');
  const given = command.given.filter(([target]) => inPlace(board, items, target));
  if (given.some(([, dots]) => dots > rule.max)) return refuse('board.dotsMax', { max: rule.max });
  if (given.reduce((sum, [, dots]) => sum + dots, 0) > rule.each) return refuse('board.dotsEach', { each: rule.each });
  const body: Given = { given, done: command.done };
  // The same number with other dots: two pages of one person, and the other was first. It is said, never passed over.
  if (entry?.edit === command.edit && canonical(givenOf(entry.body)) !== canonical(body)) return refuse('board.dotsElsewhere');
  if (entry && entry.edit >= command.edit) return nothing;
  return { kind: 'answer', box, voter: actor.member, edit: command.edit, body };
};

type DotsClosed = Extract<BoardFact, { readonly type: 'board.dotsClosed' }>;
/** The close counts what is committed; the base is those present on this board now and those who gave dots and went. */
export const dotsClosed = (state: BoardState, board: OpenBoard, ctx: Context): DotsClosed | null => {
  const { dots, plan } = board;
  if (dots.state !== 'open') return null;
  const items = ctx.documents.items(documentOf(plan.id));
  const sums = new Map([...dots.targets].flatMap((target) => (inPlace(board, items, target) ? [[target, { dots: 0, people: 0 }]] : [])));
  const people = membersOf(state, plan.group);
  const here = new Set(people.flatMap((member) => ctx.box.keyOf(member) ?? []));
  let [voters, gone] = [0, 0];
  for (const { key, body } of ctx.box.rows(boxOf(plan.id, dots.round))) {
    const { given } = givenOf(body);
    if (given.length === 0) continue;
    voters += 1;
    if (!here.has(key)) gone += 1;
    for (const [target, count] of given) {
      const sum = sums.get(target);
      if (sum) sums.set(target, { dots: sum.dots + count, people: sum.people + 1 });
    }
  }
  const counts = [...sums].map(([target, sum]) => ({ target, ...sum }));
  return { type: 'board.dotsClosed', v: 1, board: plan.id, round: dots.round, voters, base: people.length + gone, counts };
};

/** How many have begun and finished: all that anybody is told while the dots are open. */
export const dotsProgress = (board: LiveBoard, box: BoxReading): { readonly begun: number; readonly finished: number } => {
  let [begun, finished] = [0, 0];
  for (const { body } of box.rows(boxOf(board.plan.id, board.dots.round))) {
    const { given, done } = givenOf(body);
    if (given.length > 0 || done) begun += 1;
    if (done) finished += 1;
  }
  return { begun, finished };
};
/** People of the board who have not finished. */
export const dotsMissing = (state: BoardState, board: LiveBoard, box: BoxReading): readonly MemberId[] =>
  membersOf(state, board.plan.group).filter((member) => {
    const entry = box.of(boxOf(board.plan.id, board.dots.round), member);
    return entry === undefined || !givenOf(entry.body).done;
  });
