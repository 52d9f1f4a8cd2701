// Leading a board: preparing and opening it, silence and reveal, steps and their time, lock, focus, hiding, dots, freezing. Whoever leads the
// session does all of it; a table facilitator what runs the own table (BO3, BO7). Wishes name what they act on, so that the second of two
// people who press together finds it done. A step or a board never ends by itself: the clock says how late it is, a person ends it.
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { Context, Outcome } from '../kernel/room.ts';
import { canonical } from '../kernel/canonical.ts';
import type { BoardId } from '../kernel/ids.ts';
import type { BoardCommand } from './commands.ts';
import { dotsClosed, targetsOf } from './dots.ts';
import type { BoardClock, BoardFact, BoardPlan } from './events.ts';
import { admit, freeze, freezeWithSession, revealed } from './freezing.ts';
import { documentOf, isItem } from './item.ts';
import { authorShown, boardLimits, boardSteps } from './limits.ts';
import type { BoardStep } from './limits.ts';
import { areaOf, isSilent, liveBoard, liveBoards } from './state.ts';
import type { BoardState, LiveBoard, OpenBoard } from './state.ts';
import { undoFact } from './takeBack.ts';
import { isOwn, keyOf, runs } from './who.ts';
import type { WritingCommand } from './write.ts';

type Of<Type extends BoardCommand['type']> = Extract<BoardCommand, { type: Type }>;
export type LeadCommand = Exclude<BoardCommand, WritingCommand | Of<'board.gather' | 'board.giveDots'>>;
type Done = Outcome<BoardFact>;
type Refused = ReturnType<typeof refuse>;
const v = 1 as const;
const done = (list: readonly BoardFact[]): Done => (list.length === 0 ? nothing : facts<BoardFact>(...list));

/** A board that was opened and that this person runs. */
const opened = (state: BoardState, ctx: Context, id: BoardId): LiveBoard | Refused => {
  const board = liveBoard(state, id);
  if (!board) return refuse(state.boards.has(id) ? 'board.notOpen' : 'board.unknown');
  return runs(board, ctx.actor) ? board : refuse('board.notYours');
};
const isRefused = (found: LiveBoard | Refused): found is Refused => 'kind' in found;

/** The time of a step as the board was prepared. */
const clockOf = (plan: BoardPlan, step: BoardStep, now: number): BoardClock | null => {
  const sec = plan.secs[boardSteps.indexOf(step)] ?? null;
  return sec === null ? null : { kind: 'running', endsAt: now + sec * 1000 };
};

export const decideLeading = (command: LeadCommand, state: BoardState, ctx: Context): Done => {
  switch (command.type) {
    case 'board.prepare':
      return prepare(command.plans, state);
    case 'board.remove': {
      const board = state.boards.get(command.board);
      if (!board) return nothing;
      return board.phase === 'prepared'
        ? facts<BoardFact>({ type: 'board.removed', v, board: command.board, title: board.plan.title })
        : refuse('board.alreadyOpen');
    }
    case 'board.open':
      return open(command.boards, state, ctx);
    case 'board.lock': {
      const list: BoardFact[] = [];
      for (const id of new Set(command.boards)) {
        const board = opened(state, ctx, id);
        if (isRefused(board)) return board;
        if (board.phase === 'open' && board.locked !== command.on) list.push({ type: 'board.lockSet', v, board: id, on: command.on });
      }
      return done(list);
    }
    case 'board.freeze':
      return freeze(command.boards, state, ctx);
    case 'board.freezeWithSession':
      return freezeWithSession(state, ctx);
    case 'board.undoFact':
      return undoFact(command.seq, state, ctx);
    case 'board.silence':
    case 'board.reveal':
    case 'board.step':
    case 'board.clock':
    case 'board.focus':
    case 'board.hideAuthors':
    case 'board.hide':
    case 'board.openDots':
    case 'board.closeDots':
    case 'board.reopen':
    case 'board.admit':
    case 'board.show': {
      const board = opened(state, ctx, command.board);
      return isRefused(board) ? board : onBoard(command, board, state, ctx);
    }
    default:
      return command satisfies never;
  }
};

const prepare = (plans: readonly BoardPlan[], state: BoardState): Done => {
  const ids = new Set(plans.map(({ id }) => id));
  if (ids.size !== plans.length) return refuse('board.idTaken');
  if (new Set([...state.boards.keys(), ...ids]).size > boardLimits.boards)
    return refuse('board.tooManyBoards', { max: boardLimits.boards });
  for (const plan of plans) {
    if (plan.group !== null && !state.seating.groups.has(plan.group)) return refuse('board.unknownGroup');
    if (new Set(plan.areas.map(({ id }) => id)).size !== plan.areas.length) return refuse('board.areaTwice');
    const known = state.boards.get(plan.id);
    if (known && known.phase !== 'prepared') return refuse('board.alreadyOpen');
  }
  const changed = plans.filter((plan) => {
    const known = state.boards.get(plan.id);
    return !known || canonical(known.plan) !== canonical(plan);
  });
  return done(changed.map((plan) => ({ type: 'board.prepared', v, plan })));
};

const open = (ids: readonly BoardId[], state: BoardState, ctx: Context): Done => {
  const list: BoardFact[] = [];
  for (const id of new Set(ids)) {
    const board = state.boards.get(id);
    if (!board) return refuse('board.unknown');
    if (board.phase !== 'prepared') continue;
    const { plan } = board;
    if (plan.group !== null && !state.seating.groups.has(plan.group)) return refuse('board.unknownGroup');
    list.push({ type: 'board.opened', v, plan, clock: clockOf(plan, 'write', ctx.now) });
  }
  return done(list);
};

/** What is done on one board that is open or frozen. */
type OneBoard = Exclude<
  LeadCommand,
  Of<'board.prepare' | 'board.remove' | 'board.open' | 'board.lock' | 'board.freeze' | 'board.freezeWithSession' | 'board.undoFact'>
>;
const onBoard = (command: OneBoard, board: LiveBoard, state: BoardState, ctx: Context): Done => {
  const id = command.board;
  switch (command.type) {
    case 'board.hide':
      return hide(command, board, ctx);
    case 'board.hideAuthors': {
      const [now, wanted] = [authorShown.indexOf(board.authors), authorShown.indexOf(command.authors)];
      if (wanted === now) return nothing;
      return wanted > now
        ? refuse('board.onlyLessVisible')
        : facts<BoardFact>({ type: 'board.authorsHidden', v, board: id, authors: command.authors });
    }
    case 'board.show': {
      if (board.onWall === command.on) return nothing;
      const full = command.on && liveBoards(state).filter(({ onWall }) => onWall).length >= boardLimits.onWall;
      return full
        ? refuse('board.wallFull', { max: boardLimits.onWall })
        : facts<BoardFact>({ type: 'board.shown', v, board: id, on: command.on });
    }
    case 'board.reopen':
      if (command.version !== board.frozen?.version) return refuse('board.otherVersion');
      return board.phase === 'open'
        ? nothing
        : facts<BoardFact>({ type: 'board.reopened', v, board: id, version: command.version, reason: command.reason });
    case 'board.admit':
      return admit(command.notes, board, ctx);
    case 'board.closeDots': {
      if (board.dots.round > command.round || (board.dots.round === command.round && board.dots.state === 'closed')) return nothing;
      const fact = board.phase === 'open' && board.dots.round === command.round ? dotsClosed(state, board, ctx) : null;
      return fact ? facts<BoardFact>(fact) : refuse('board.dotsNotOpen');
    }
    case 'board.silence':
    case 'board.reveal':
    case 'board.step':
    case 'board.clock':
    case 'board.focus':
    case 'board.openDots':
      return board.phase === 'open' ? onOpen(command, board, ctx) : refuse('board.frozen');
    default:
      return command satisfies never;
  }
};

type Running = Of<'board.silence' | 'board.reveal' | 'board.step' | 'board.clock' | 'board.focus' | 'board.openDots'>;
const onOpen = (command: Running, board: OpenBoard, ctx: Context): Done => {
  const id = command.board;
  switch (command.type) {
    case 'board.silence':
      if (board.silence !== null) return nothing;
      if (board.dots.state === 'open') return refuse('board.dotsOpen');
      return facts<BoardFact>({
        type: 'board.silenced',
        v,
        board: id,
        silence: board.silences + 1,
        clock: clockOf(board.plan, 'write', ctx.now),
      });
    case 'board.reveal':
      if (board.silence === null || board.silence !== command.silence)
        return command.silence <= board.silences ? nothing : refuse('board.noSilence');
      return facts<BoardFact>(revealed(board, board.silence, clockOf(board.plan, 'read', ctx.now), ctx));
    case 'board.step':
      if (board.step === command.to) return nothing;
      return board.step === command.from
        ? facts<BoardFact>({ type: 'board.stepped', v, board: id, step: command.to, clock: clockOf(board.plan, command.to, ctx.now) })
        : refuse('board.otherStep');
    case 'board.clock':
      return setClock(command.wish, board, ctx.now);
    case 'board.focus':
      if (command.area !== null && !areaOf(board, command.area)) return refuse('board.unknownArea');
      return board.focus === command.area ? nothing : facts<BoardFact>({ type: 'board.focused', v, board: id, area: command.area });
    case 'board.openDots': {
      if (board.dots.state === 'open') return nothing;
      if (board.silence !== null) return refuse('board.silent');
      const targets = targetsOf(board, ctx.documents.items(documentOf(id)));
      if (targets.length === 0) return refuse('board.nothingForDots');
      return facts<BoardFact>({
        type: 'board.dotsOpened',
        v,
        board: id,
        round: board.dots.round + 1,
        dots: board.plan.dots,
        targets: [...targets],
        clock: clockOf(board.plan, 'dots', ctx.now),
      });
    }
    default:
      return command satisfies never;
  }
};

const setClock = (wish: Of<'board.clock'>['wish'], { plan, clock }: OpenBoard, now: number): Done => {
  const set = (why: 'add' | 'pause' | 'resume', to: BoardClock): Done =>
    facts<BoardFact>({ type: 'board.clockSet', v, board: plan.id, why, clock: to });
  const within = (sec: number): number => Math.min(boardLimits.stepSecMax, Math.max(0, sec));
  switch (wish.kind) {
    case 'add': {
      if (clock?.kind === 'paused') return set('add', { kind: 'paused', leftSec: within(clock.leftSec + wish.sec) });
      // Time that ran out is over: more time counts from now.
      const from = clock ? Math.max(now, clock.endsAt) : now;
      return !clock && wish.sec <= 0
        ? refuse('board.noClock')
        : set('add', { kind: 'running', endsAt: now + Math.round(within((from - now) / 1000 + wish.sec) * 1000) });
    }
    case 'pause':
      if (!clock) return refuse('board.noClock');
      return clock.kind === 'paused' ? nothing : set('pause', { kind: 'paused', leftSec: within(Math.ceil((clock.endsAt - now) / 1000)) });
    case 'resume':
      if (!clock) return refuse('board.noClock');
      return clock.kind === 'running' ? nothing : set('resume', { kind: 'running', endsAt: now + clock.leftSec * 1000 });
    default:
      return wish satisfies never;
  }
};

/** By fact, with its reason, counted; on a frozen board too, and when only its copy is left, a theme's title as well (BO7). What nobody may know in silence cannot be hidden by anybody. */
const hide = (command: Of<'board.hide'>, board: LiveBoard, ctx: Context): Done => {
  const item = ctx.documents.items(documentOf(command.board)).get(command.note);
  const note = isItem(item) && item.t === 'note' && !item.withdrawn ? item : null;
  const cited = board.frozen?.cited.has(command.note) === true || board.notAdmitted.some(({ id }) => id === command.note);
  if (!note && !cited) return refuse('board.unknownNote');
  if (note && isSilent(board, note) && !isOwn(note, ctx.actor, keyOf(ctx.actor, ctx.box) ?? '')) return refuse('board.silent');
  return board.hidden.has(command.note) === command.on
    ? nothing
    : facts<BoardFact>({ type: 'board.noteHidden', v, board: command.board, note: command.note, on: command.on, reason: command.reason });
};
