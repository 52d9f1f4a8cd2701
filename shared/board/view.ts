// What each audience sees of the boards besides their documents (shown.ts), built from nothing. Everybody who may read a board: what it asks,
// where it stands, numbers. A member also the own notes, silent ones too, and the own dots. Those who lead: the rows of all boards; texts
// that are hidden or wait are in a list of theirs. The wall: only boards that were put on it, by their themes, never an author (BO2, BO4).
import type { Actor } from '../kernel/audience.ts';
import type { MemberId } from '../kernel/ids.ts';
import type { ViewContext } from '../kernel/room.ts';
import { say } from '../kernel/text.ts';
import type { Lang, Said } from '../kernel/text.ts';
import { countsOf, ownNote } from './counts.ts';
import type { Counts } from './counts.ts';
import type { ThemeCount } from './counts.ts';
import { dotsMissing, dotsProgress, givenOf } from './dots.ts';
import type { Area } from './events.ts';
import type { Note } from './item.ts';
import type {
  AreaShown,
  BoardAbout,
  BoardDots,
  BoardDriverView,
  BoardMemberMine,
  BoardOnWall,
  BoardRow,
  BoardScreenView,
  BoardTableMine,
} from './shown.ts';
import { boxOf, isSilent, isWaiting, liveBoards, newestOf, peopleOf, tableOf } from './state.ts';
import type { Board, BoardState, LiveBoard } from './state.ts';
import { keyOf, mayNothing, mayOn, memberMayRead } from './who.ts';

export const areasShown = (areas: readonly Area[], lang: Lang): readonly AreaShown[] =>
  areas.map(({ id, prompt, shape }) => {
    if (shape.kind !== 'matrix') return { id, prompt: say(prompt, lang), shape };
    const { x, y, quarters } = shape;
    const four: readonly [Said, Said, Said, Said] | null = quarters && [
      say(quarters[0], lang),
      say(quarters[1], lang),
      say(quarters[2], lang),
      say(quarters[3], lang),
    ];
    return {
      id,
      prompt: say(prompt, lang),
      shape: {
        kind: 'matrix',
        x: [say(x[0], lang), say(x[1], lang)],
        y: [say(y[0], lang), say(y[1], lang)],
        quarters: four,
      },
    };
  });

const dotsShown = (state: BoardState, board: LiveBoard, ctx: ViewContext): BoardDots => {
  const { dots, plan } = board;
  switch (dots.state) {
    case 'none':
      return { state: 'none', rule: plan.dots };
    case 'open': {
      const { begun, finished } = dotsProgress(board, ctx.box);
      return { state: 'open', rule: dots.rule, round: dots.round, finished, begun, base: peopleOf(state, plan.group) };
    }
    case 'closed':
      return { state: 'closed', rule: dots.rule, round: dots.round, voters: dots.voters, base: dots.base };
    default:
      return dots satisfies never;
  }
};

const writersKnown = new WeakMap<Counts, { readonly state: BoardState; readonly writers: number }>();
/** How many of those who belong to this board now have written on it: who wrote and was moved away is not among them, as they are not among `people`. */
const writersOf = (state: BoardState, board: LiveBoard, counts: Counts, ctx: ViewContext): number => {
  if (counts.writers !== null) return counts.writers;
  const known = writersKnown.get(counts);
  if (known?.state === state) return known.writers;
  const writers = writersAmong(state, board, counts, ctx, ({ from }) => from === null);
  writersKnown.set(counts, { state, writers });
  return writers;
};
const writersAmong = (
  state: BoardState,
  { plan }: LiveBoard,
  counts: Counts,
  { box }: ViewContext,
  counted: (note: Note) => boolean,
): number => {
  let writers = 0;
  for (const member of state.present.keys()) {
    if (plan.group !== null && tableOf(state, member) !== plan.group) continue;
    const key = box.keyOf(member);
    if (key !== undefined && (counts.by.get(key) ?? []).some(([, note]) => counted(note))) writers += 1;
  }
  return writers;
};

/** Giving dots is work too. */
const touchedAt = ({ plan, dots }: LiveBoard, { lastAt }: Counts, { box }: ViewContext): number | null => {
  const given = dots.state === 'none' ? undefined : box.rows(boxOf(plan.id, dots.round)).at(-1)?.at;
  return given === undefined ? lastAt : Math.max(lastAt ?? 0, given) || null;
};

export const aboutBoard = (state: BoardState, board: LiveBoard, ctx: ViewContext): BoardAbout => {
  const { plan } = board;
  const counts = countsOf(board, ctx.documents);
  return {
    board: plan.id,
    group: plan.group,
    title: say(plan.title, ctx.lang),
    areas: areasShown(plan.areas, ctx.lang),
    authors: board.authors,
    kinds: plan.kinds,
    phase: board.phase,
    silence: board.silence,
    step: board.step,
    clock: board.clock,
    locked: board.locked,
    focus: board.focus,
    dots: dotsShown(state, board, ctx),
    notes: counts.notes,
    loose: counts.loose.length,
    themes: counts.themes.length,
    writers: writersOf(state, board, counts, ctx),
    people: peopleOf(state, plan.group),
    hidden: counts.hiddenInAll,
    waiting: counts.waiting.length,
    lastAt: touchedAt(board, counts, ctx),
    frozen: board.frozen?.version ?? null,
    onWall: board.onWall,
  };
};

const row = (state: BoardState, board: Board, ctx: ViewContext): BoardRow => {
  const { id, group, block, title } = board.plan;
  const about = { board: id, group, block, title: say(title, ctx.lang), people: peopleOf(state, group) };
  if (board.phase === 'prepared')
    return {
      ...about,
      phase: 'prepared',
      silence: null,
      step: 'write',
      clock: null,
      locked: false,
      notes: 0,
      themes: 0,
      loose: 0,
      writers: 0,
      waiting: 0,
      lastAt: null,
      dots: { state: 'none', finished: 0 },
      frozen: null,
      onWall: false,
    };
  const counts = countsOf(board, ctx.documents);
  return {
    ...about,
    phase: board.phase,
    silence: board.silence,
    step: board.step,
    clock: board.clock,
    locked: board.locked,
    notes: counts.notes,
    themes: counts.themes.length,
    loose: counts.loose.length,
    writers: writersOf(state, board, counts, ctx),
    waiting: counts.waiting.length,
    lastAt: touchedAt(board, counts, ctx),
    dots: { state: board.dots.state, finished: board.dots.state === 'open' ? dotsProgress(board, ctx.box).finished : 0 },
    frozen: board.frozen?.version ?? null,
    onWall: board.onWall,
  };
};
/** Changes with every document and every box of dots, besides the state. */
export const versionOf = (state: BoardState, ctx: ViewContext, boards: readonly LiveBoard[]): string => {
  let [written, given] = [0, 0];
  for (const { plan, dots } of boards) {
    written += ctx.documents.revision(plan.id);
    if (dots.state === 'open') given += ctx.box.revision(boxOf(plan.id, dots.round));
  }
  return `${state.revision}.${written}.${given}.${ctx.lang}`;
};
const driverView = (state: BoardState, ctx: ViewContext): BoardDriverView => ({
  boards: [...state.boards.values()].map((board) => row(state, board, ctx)),
  list: versionOf(state, ctx, liveBoards(state)),
  may: { prepare: state.session === 'before' || state.session === 'running', open: state.session === 'running' },
});

/** The hall's board while it is open: frozen it is read back, and the phone goes on with the programme. */
const hallNow = (state: BoardState): LiveBoard | undefined => {
  const board = newestOf(state, null);
  return board?.phase === 'open' ? board : undefined;
};
/** While the tables work the own table's board, an open one before all; otherwise the hall's. */
const boardNow = (state: BoardState, member: MemberId): LiveBoard | undefined => {
  const [group, hall] = [tableOf(state, member), hallNow(state)];
  const own = group === null || state.seating.mode === 'plenary' ? undefined : newestOf(state, group);
  if (own?.phase === 'open') return own;
  return hall ?? (own && memberMayRead(state, own, member) ? own : undefined);
};
const earlierOf = (
  state: BoardState,
  now: LiveBoard | undefined,
  mine: (board: LiveBoard) => boolean,
  lang: Lang,
): BoardMemberMine['earlier'] =>
  liveBoards(state).flatMap((board) =>
    board.phase === 'frozen' && board !== now && mine(board)
      ? [{ board: board.plan.id, title: say(board.plan.title, lang), version: board.frozen.version }]
      : [],
  );

const memberMine = (state: BoardState, ctx: ViewContext, actor: Actor): BoardMemberMine | null => {
  if (actor.role !== 'member') return null;
  // Who is not here reads nothing: a board is the room's.
  if (!state.present.has(actor.member)) return { now: null, own: [], dots: null, earlier: [], waiting: 0, may: mayNothing };
  const now = boardNow(state, actor.member);
  const key = keyOf(actor, ctx.box);
  const own = now && key !== undefined ? (countsOf(now, ctx.documents).by.get(key) ?? []) : [];
  const asked = now && now.dots.state !== 'none';
  const entry = asked ? ctx.box.of(boxOf(now.plan.id, now.dots.round), actor.member) : undefined;
  return {
    now: now ? aboutBoard(state, now, ctx) : null,
    own: now ? own.map((note) => ownNote(now, note)) : [],
    dots: asked ? { ...givenOf(entry?.body), edit: entry?.edit ?? 0 } : null,
    earlier: earlierOf(state, now, (board) => memberMayRead(state, board, actor.member), ctx.lang),
    waiting: key === undefined ? 0 : waitingElsewhere(state, now, key, ctx),
    may: now ? mayOn(state, now, actor) : mayNothing,
  };
};
const waitingElsewhere = (state: BoardState, now: LiveBoard | undefined, key: string, ctx: ViewContext): number =>
  liveBoards(state)
    .filter((board) => board !== now && board.phase === 'frozen')
    .flatMap((board) => (countsOf(board, ctx.documents).by.get(key) ?? []).filter(([id, note]) => isWaiting(board, id, note))).length;

const bySeat = (a: string, b: string): number => (a.length === b.length ? (a < b ? -1 : 1) : a.length - b.length);
const tableMine = (state: BoardState, ctx: ViewContext, actor: Actor): BoardTableMine | null => {
  if (actor.role !== 'table') return null;
  const now = newestOf(state, actor.group) ?? hallNow(state);
  const key = keyOf(actor, ctx.box);
  const counts = now ? countsOf(now, ctx.documents) : undefined;
  const runsIt = now?.plan.group === actor.group;
  const typed = counts && key !== undefined ? (counts.by.get(key) ?? []) : [];
  // What was read to it is known to it; what is entered without a seat is among what it wrote.
  const own = [...typed, ...(runsIt ? (counts?.onPaper ?? []) : []).filter(([, note]) => note.author !== key)];
  const missing = now && runsIt && now.phase === 'open' && now.dots.state === 'open' ? dotsMissing(state, now, ctx.box) : [];
  return {
    now: now ? aboutBoard(state, now, ctx) : null,
    own: now ? own.map((note) => ownNote(now, note)) : [],
    earlier: earlierOf(state, now, ({ plan }) => plan.group === null || plan.group === actor.group, ctx.lang),
    may: now ? mayOn(state, now, actor) : mayNothing,
    dotsMissing: missing.flatMap((member) => state.present.get(member)?.seat ?? []).sort(bySeat),
  };
};

/** Themes that the wall shows in all: what is read from the last seat, and a view of at most 16 kB (K5). */
const themesOnWall = 40;
const looseOnWall = 6;
const textsOfTheme = 6;
/** What the words of themes may weigh on all walls together, in characters; what does not fit is read from the board's document. */
const textsChars = 5000;
/** The whole picture of a board is for one or two at a time. */
const areasOfBoards = 2;
interface Room {
  /** Themes of each board, and whether its areas are sent too. */
  readonly each: number;
  readonly areas: boolean;
  chars: number;
}
const textsOf = ({ heads }: ThemeCount, room: Room) => {
  const texts = [...heads]
    .sort(([a, one], [b, other]) => one.order - other.order || (a < b ? -1 : 1))
    .slice(0, textsOfTheme)
    .map(([id, { text, kind, lang }]) => ({ id, text, kind, lang }));
  const cost = texts.reduce((sum, { text }) => sum + text.length + 60, 0);
  if (cost > room.chars) return {};
  room.chars -= cost;
  return { texts };
};
const onWall = (state: BoardState, board: LiveBoard, room: Room, ctx: ViewContext): BoardOnWall => {
  const { plan, dots } = board;
  const counts = countsOf(board, ctx.documents);
  const silent = board.silence !== null;
  const most = [...counts.themes].sort((a, b) => b.notes - a.notes || a.theme.order - b.theme.order || (a.id < b.id ? -1 : 1));
  return {
    board: plan.id,
    group: plan.group,
    title: say(plan.title, ctx.lang),
    notes: counts.notes,
    themes: silent
      ? []
      : most.slice(0, room.each).map((one) => ({
          id: one.id,
          title: one.theme.title,
          lang: one.theme.lang,
          notes: one.notes,
          dots: one.dots,
          minority: one.minority,
          ...textsOf(one, room),
        })),
    themesInAll: silent ? 0 : most.length,
    ...(room.areas ? { areas: areasShown(plan.areas, ctx.lang) } : {}),
    loose:
      silent || counts.themes.length > 0
        ? []
        : counts.loose
            .slice(-Math.min(looseOnWall, room.each))
            .reverse()
            .map(([id, { text, kind, lang }]) => ({ id, text, kind, lang })),
    looseCount: silent ? 0 : counts.loose.length,
    silent: silent
      ? {
          notes: counts.silentNotes,
          writers: writersAmong(state, board, counts, ctx, (note) => isSilent(board, note)),
          people: peopleOf(state, plan.group),
        }
      : null,
    dots: dots.state,
  };
};
const screenView = (state: BoardState, ctx: ViewContext): BoardScreenView => {
  const shown = liveBoards(state).filter((board) => board.onWall);
  const each = Math.min(12, Math.max(3, Math.floor(themesOnWall / Math.max(1, shown.length))));
  const room: Room = { each, areas: shown.length <= areasOfBoards, chars: textsChars };
  return { boards: shown.map((board) => onWall(state, board, room, ctx)) };
};

export const boardViews = { organiser: driverView, facilitator: driverView, screen: screenView };
export const boardMine = { member: memberMine, table: tableMine };
