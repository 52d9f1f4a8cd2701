// The wall follows the tables and their boards (SC8, GR6, BO2): everybody to the tables → the tables and their time; recalled → back to the
// programme; a table tells → its board with the time it has; a board sent to the walls → its themes; taken away → it leaves every wall, pins too.
// Silence is kept by the board's own view: a scene only points. What these rooms take back comes back here as well.
import type { BoardFact } from '../board/events.ts';
import type { GroupsFact } from '../groups/events.ts';
import type { BoardId, GroupId } from '../kernel/ids.ts';
import { caused, settle, uncause } from './caused.ts';
import type { KnownBoard, ScreenState, Tables } from './state.ts';
import { home, phaseOf, push, remove, top } from './trail.ts';

/** Recalled: an interruption and a question that people are still answering keep the wall; whatever else was on it gives way. */
const backToHall = (state: ScreenState, seq: number): ScreenState => {
  const now = top(state);
  const away = remove(state, (step) => step.scene.kind === 'groups');
  const stays =
    now === undefined ||
    now.kind === 'agenda' ||
    now.kind === 'rollCall' ||
    now.kind === 'suspended' ||
    now.kind === 'thanks' ||
    (now.kind === 'pollOpen' && phaseOf(state, now.poll, now.round) === 'open');
  return stays ? away : push(away, home(away), seq);
};

const seat = (state: ScreenState, change: Partial<Tables>): ScreenState => ({ ...state, tables: { ...state.tables, ...change } });

const tell = (state: ScreenState, group: GroupId, seq: number): ScreenState => {
  const reporting = settle(seat(state, { report: group }));
  const now = top(reporting);
  // The table's own board is in the report: when it has told, the wall is where it was before.
  const own = now?.kind === 'board' && reporting.boards.get(now.board)?.group === group ? reporting.trail.slice(0, -1) : reporting.trail;
  return push({ ...reporting, trail: own }, { kind: 'report', group }, seq);
};

const hearGroups = (state: ScreenState, fact: GroupsFact, seq: number): ScreenState => {
  switch (fact.type) {
    case 'groups.planned':
      return seat(state, { groups: fact.groups.map(({ id }) => id) });
    case 'groups.split':
      return push(seat(state, { atWork: true }), { kind: 'groups' }, seq);
    case 'groups.recalled': {
      const back = seat(state, { atWork: false });
      // Taken back at once: what was there returns.
      return fact.why === 'undo' ? remove(back, (step) => step.scene.kind === 'groups') : backToHall(back, seq);
    }
    case 'groups.reportQueued':
      return seat(state, { order: fact.order });
    case 'groups.reportStarted':
      return tell(state, fact.group, seq);
    case 'groups.reportEnded':
      return state.tables.report === fact.group ? settle(seat(state, { report: null })) : state;
    case 'groups.mixSet':
    case 'groups.choiceOpened':
    case 'groups.choiceClosed':
    case 'groups.assigned':
    case 'groups.moved':
    case 'groups.timeGiven':
    case 'groups.cardSet':
    case 'groups.helpCalled':
    case 'groups.helpEnded':
    case 'groups.spokespersonSet':
    case 'groups.undone':
      return state;
    default:
      return fact satisfies never;
  }
};

const know = (state: ScreenState, board: BoardId, known: KnownBoard | null): ScreenState => {
  const boards = new Map(state.boards);
  if (known === null) boards.delete(board);
  else boards.set(board, known);
  return { ...state, boards };
};

const hearBoard = (state: ScreenState, fact: BoardFact, seq: number): ScreenState => {
  switch (fact.type) {
    case 'board.opened': {
      const { id, group } = fact.plan;
      return know(state, id, { group, onWall: state.boards.get(id)?.onWall ?? false });
    }
    case 'board.removed':
      return state.boards.has(fact.board) ? settle(know(state, fact.board, null)) : state;
    case 'board.shown': {
      const group = state.boards.get(fact.board)?.group ?? null;
      const known = know(state, fact.board, { group, onWall: fact.on });
      if (!fact.on) return settle(known);
      const now = top(known);
      // The table that is telling has its board in the report already.
      if (now?.kind === 'report' && now.group === group) return { ...known, last: null };
      return push(known, { kind: 'board', board: fact.board, view: 'themes' }, seq);
    }
    case 'board.prepared':
    case 'board.silenced':
    case 'board.revealed':
    case 'board.stepped':
    case 'board.clockSet':
    case 'board.lockSet':
    case 'board.focused':
    case 'board.authorsHidden':
    case 'board.noteHidden':
    case 'board.dotsOpened':
    case 'board.dotsClosed':
    // Frozen or opened again, what is shown stays: the board's view says which it is.
    case 'board.frozen':
    case 'board.reopened':
    case 'board.notAdmitted':
    case 'board.undone':
      return state;
    default:
      return fact satisfies never;
  }
};

export const onGroups = (state: ScreenState, fact: GroupsFact, seq: number): ScreenState => {
  const { heard } = state;
  if (fact.type === 'groups.undone')
    return heard.groups?.seq === fact.seq
      ? settle({ ...uncause(state, heard.groups), tables: heard.groups.before.tables, heard: { ...heard, groups: null } })
      : state;
  const after = hearGroups(state, fact, seq);
  return after === state ? state : { ...after, heard: { ...heard, groups: caused(state, after, seq) } };
};

export const onBoard = (state: ScreenState, fact: BoardFact, seq: number): ScreenState => {
  const { heard } = state;
  if (fact.type === 'board.undone')
    return heard.board?.seq === fact.seq
      ? settle({ ...uncause(state, heard.board), boards: heard.board.before.boards, heard: { ...heard, board: null } })
      : state;
  const after = hearBoard(state, fact, seq);
  return after === state ? state : { ...after, heard: { ...heard, board: caused(state, after, seq) } };
};
