// Who may do what on a board (BO3). A member writes where they sit: on the board of their actual table, or on the plenary's; what they
// wrote at a table before they were moved may still come late (BO9), and they read that table's frozen board (GR6). A table
// facilitator on the table's own; whoever leads the session on all of them, so that a table whose laptop dies is taken over at once.
// Who wrote is kept only as a key under the session's secret; a table and those who lead have one key each, not one per device.
import type { Actor } from '../kernel/audience.ts';
import type { BoxReading } from '../kernel/box.ts';
import type { MemberId } from '../kernel/ids.ts';
import type { LiveBoard, BoardState } from './state.ts';
import { hasSatAt, tableOf } from './state.ts';
import type { Note } from './item.ts';
import type { BoardMay } from './shown.ts';

export const leads = (actor: Actor): boolean => actor.role === 'organiser' || actor.role === 'facilitator' || actor.role === 'system';

/** Undefined once the session's secret is destroyed, and for those who never write. */
export const keyOf = (actor: Actor, box: BoxReading): string | undefined => {
  switch (actor.role) {
    case 'member':
      return box.keyOf(actor.member);
    case 'table':
      return box.keyOf(`table:${actor.group}`);
    case 'organiser':
    case 'facilitator':
      return box.keyOf('lead');
    case 'desk':
    case 'expert':
    case 'audience':
    case 'screen':
    case 'system':
      return undefined;
    default:
      return actor satisfies never;
  }
};
/** Keys that are not a person at the table: what they write is no voice of the room. */
export const helpersOf = (board: LiveBoard, box: BoxReading): ReadonlySet<string> =>
  new Set([box.keyOf('lead'), box.keyOf(`table:${board.plan.group ?? ''}`)].flatMap((key) => (key === undefined ? [] : [key])));

export const mayWriteOn = (state: BoardState, { plan }: LiveBoard, actor: Actor): boolean => {
  if (actor.role === 'member')
    return state.present.has(actor.member) && (plan.group === null || plan.group === tableOf(state, actor.member));
  return actor.role === 'table' ? plan.group === actor.group : leads(actor);
};
/** A new note only: also by whoever sat at the board's table when they wrote it. */
export const mayAddTo = (state: BoardState, board: LiveBoard, actor: Actor): boolean =>
  mayWriteOn(state, board, actor) || (actor.role === 'member' && state.present.has(actor.member) && hasSatAt(state, board, actor.member));
/** An open board is read by who sits at its table now, a frozen one by who sat there while it was written; who is not here reads nothing. */
export const memberMayRead = (state: BoardState, board: LiveBoard, member: MemberId): boolean => {
  const { group } = board.plan;
  if (!state.present.has(member)) return false;
  return group === null || (board.phase === 'frozen' ? hasSatAt(state, board, member) : tableOf(state, member) === group);
};
/** Whoever runs this board: its table facilitator, or those who lead the session. */
export const runs = ({ plan }: LiveBoard, actor: Actor): boolean => leads(actor) || (actor.role === 'table' && plan.group === actor.group);

export const isOnPaper = (note: Note): boolean => note.door === 'paper' || note.door === 'dictated';
/** Known to them even in silence: what they wrote, and for whoever runs the table what was read to them. */
export const isOwn = (note: Note, actor: Actor, key: string): boolean =>
  note.author === key || (actor.role !== 'member' && isOnPaper(note));

const none: BoardMay = {
  write: false,
  change: 'none',
  themes: false,
  paper: false,
  dots: false,
  lead: false,
  hide: false,
  freeze: false,
  reopen: false,
  wall: false,
};
export const mayNothing = none;
export const mayOn = (state: BoardState, board: LiveBoard, actor: Actor): BoardMay => {
  const all = leads(actor);
  if (state.session !== 'running') return all && state.session === 'closed' ? { ...none, hide: true, wall: true } : none;
  if (!mayWriteOn(state, board, actor)) return none;
  const writable = board.phase === 'open' && !board.locked;
  if (actor.role === 'member')
    return { ...none, write: writable, change: writable ? 'own' : 'none', dots: board.phase === 'open' && board.dots.state === 'open' };
  return {
    write: writable,
    change: writable ? 'all' : 'none',
    themes: writable,
    paper: writable,
    dots: false,
    lead: board.phase === 'open',
    hide: all,
    freeze: all && board.phase === 'open',
    reopen: all && board.phase === 'frozen',
    wall: all,
  };
};
