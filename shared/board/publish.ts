// What devices receive of a board: entries made from nothing, field by field, of what is in the open. Never in it: an author, what is
// written in silence, what was taken back or hidden, what waits beside a frozen board, dots before they are counted (BO2, BO4, BO6, BO7). A wall
// reads the same document: while a board stands on one, no seat is in it for anybody.
// And who may read a board at all: members their own table's and the plenary's, a table facilitator the same, those who lead all of them,
// a screen only what is on the wall. The audience and the desk read none.
import type { Actor } from '../kernel/audience.ts';
import type { Published, PublishedValue } from '../kernel/document.ts';
import type { From } from './events.ts';
import { titleShown } from './freeze.ts';
import { isItem } from './item.ts';
import type { BoardTheme, Note } from './item.ts';
import { isSilent, isWaiting, liveBoard, liveBoards } from './state.ts';
import type { BoardState, LiveBoard } from './state.ts';
import { memberMayRead } from './who.ts';

const origin = ({ board, theme, group, number, notes, dots }: From): PublishedValue => ({
  board,
  notes,
  dots,
  ...(theme === null ? {} : { theme }),
  ...(group === null ? {} : { group }),
  ...(number === null ? {} : { number }),
});
const countOf = ({ dots }: LiveBoard, id: string): number | undefined => (dots.state === 'closed' ? dots.counts.get(id)?.dots : undefined);

/** In the open: everybody who may read the board reads it. */
export const isShown = (board: LiveBoard, id: string, note: Note): boolean =>
  !note.withdrawn && !isSilent(board, note) && !board.hidden.has(id) && !isWaiting(board, id, note);

const noteFields = (board: LiveBoard, id: string, note: Note): Published['fields'] => {
  const fields: Record<string, PublishedValue> = {
    text: note.text,
    kind: note.kind,
    lang: note.lang,
    area: note.area,
    order: note.order,
    rev: note.rev,
  };
  if (note.theme !== null) fields['theme'] = note.theme;
  if (note.place !== null) fields['place'] = note.place;
  // What lies under a hidden note stands by itself: it was said by others.
  if (note.into !== null && !board.hidden.has(note.into)) fields['into'] = note.into;
  if (note.minority) fields['minority'] = true;
  if (note.late) fields['late'] = true;
  if (note.door === 'paper' || note.door === 'dictated') fields['door'] = note.door;
  if (note.group !== null) fields['group'] = note.group;
  if (note.seat !== null && board.authors !== 'hidden' && !board.onWall) fields['seat'] = note.seat;
  if (note.from !== null) fields['from'] = origin(note.from);
  const dots = countOf(board, id);
  if (dots !== undefined) fields['dots'] = dots;
  return fields;
};
const themeFields = (board: LiveBoard, id: string, theme: BoardTheme): Published['fields'] => {
  const fields: Record<string, PublishedValue> = {
    title: titleShown(board, id, theme),
    lang: theme.lang,
    area: theme.area,
    order: theme.order,
    rev: theme.rev,
  };
  if (theme.from !== null) fields['from'] = origin(theme.from);
  const dots = countOf(board, id);
  if (dots !== undefined) fields['dots'] = dots;
  return fields;
};

const publish = (state: BoardState, document: string, id: string, body: unknown): Published | null => {
  const board = liveBoard(state, document);
  if (!board || !isItem(body)) return null;
  if (body.t === 'theme') return body.removed ? null : { map: 'themes', fields: themeFields(board, id, body) };
  return isShown(board, id, body) ? { map: 'notes', fields: noteFields(board, id, body) } : null;
};

export const mayRead = (state: BoardState, document: string, actor: Actor): boolean => {
  const board = liveBoard(state, document);
  if (!board) return false;
  const { group } = board.plan;
  switch (actor.role) {
    case 'organiser':
    case 'facilitator':
    case 'system':
      return true;
    case 'table':
      return group === null || group === actor.group;
    case 'member':
      return memberMayRead(state, board, actor.member);
    case 'screen':
      return board.onWall;
    case 'desk':
    case 'expert':
    case 'audience':
      return false;
    default:
      return actor satisfies never;
  }
};

export const boardDocuments = {
  ids: (state: BoardState): readonly string[] => liveBoards(state).map(({ plan }) => plan.id),
  publish,
  mayRead,
};
