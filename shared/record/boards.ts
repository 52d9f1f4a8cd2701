// Boards, read from the facts alone: each with its prompts, silences, steps, dots and frozen copies by version, and how it came to them.
// A step that was taken back has not been. Copies are read as they may be read now: what was hidden since is gone, seats and authors are never
// in them (BO7, BO8, IN4).
import type { BlockPlan } from '../agenda/events.ts';
import type { BoardFact, From, Frozen } from '../board/events.ts';
import { evolve } from '../board/evolve.ts';
import { readableCopy } from '../board/freeze.ts';
import type { BoardStep } from '../board/limits.ts';
import { boxOf, emptyBoards } from '../board/state.ts';
import type { Board, BoardState, LeadStep } from '../board/state.ts';
import type { SessionFact } from '../session/events.ts';
import type { BoardRecord, DotsLine, FrozenRecord, LeftLine, RecordFrom, SilenceLine, SpanLine } from './boardsDocument.ts';
import type { KnownTables } from './groups.ts';
import type { Said } from './said.ts';

type Heard = SessionFact | BoardFact;
const isBoard = (said: Said<Heard>): said is Said<BoardFact> => said.fact.type.startsWith('board.');

/** The same step of who leads, one board further ("Ferma le bacheche" is a fact a board). */
const goesOn = (before: LeadStep | null, after: LeadStep): boolean =>
  before !== null && before.step === after.step && [...before.before].every(([id, board]) => after.before.get(id) === board);

/** The boards at the end, and the facts of steps that were taken back. */
const walk = (log: readonly Said<Heard>[]): { readonly state: BoardState; readonly undone: ReadonlySet<number> } => {
  const undone = new Set<number>();
  let state = emptyBoards;
  let step: readonly number[] = [];
  for (const { fact, meta } of log) {
    const { last } = state;
    state = evolve(state, fact, meta);
    if (fact.type === 'board.undone' && last?.seq === fact.seq) for (const seq of step) undone.add(seq);
    if (state.last === null) step = [];
    else if (state.last !== last) step = goesOn(last, state.last) ? [...step, meta.seq] : [meta.seq];
  }
  return { state, undone };
};

const ofBoard = (fact: BoardFact, id: string): boolean =>
  fact.type === 'board.opened' || fact.type === 'board.prepared' ? fact.plan.id === id : 'board' in fact && fact.board === id;

interface Around {
  readonly blocks: ReadonlyMap<string, BlockPlan>;
  readonly tables: KnownTables;
  readonly state: BoardState;
  readonly closedSeq: number | null;
  readonly late: ((box: string) => number) | null;
}
const tableIn = ({ tables }: Around, group: string | null): number | null => (group === null ? null : (tables.get(group)?.number ?? null));

const copyOf = (copy: Frozen, around: Around): Pick<FrozenRecord, 'themes' | 'notes'> => {
  const fromOf = (from: From | null): RecordFrom | null => {
    if (from === null) return null;
    const { board, theme, group, number, notes, dots } = from;
    return { board, theme, group, number, notes, dots, title: around.state.boards.get(board)?.plan.title ?? null };
  };
  return {
    themes: copy.themes.map(({ id, title, lang, area, notes, voices, dots, from }) => ({
      id,
      title,
      lang,
      area,
      notes,
      voices,
      dots,
      from: fromOf(from),
    })),
    // Field by field: a seat is not among them.
    notes: copy.notes.map(({ id, text, kind, lang, area, theme, into, voices, place, group, door, minority, late, dots, from }) => ({
      id,
      text,
      kind,
      lang,
      area,
      theme,
      into,
      voices,
      place,
      group,
      table: tableIn(around, group),
      door,
      minority,
      late,
      dots,
      from: fromOf(from),
    })),
  };
};

const boardOf = (board: Board, facts: readonly Said<BoardFact>[], around: Around): BoardRecord => {
  const { id, title, group, block, areas, kinds, authors } = board.plan;
  const hidden = board.phase === 'prepared' ? new Map<string, string>() : board.hidden;
  const titles = new Set<string>(
    facts.flatMap(({ fact }) => (fact.type === 'board.frozen' ? fact.copy.themes.map((theme) => theme.id) : [])),
  );
  let openedAt: number | null = null;
  const silences: SilenceLine[] = [];
  const steps: { at: number; step: BoardStep }[] = [];
  const locks: SpanLine[] = [];
  const wall: SpanLine[] = [];
  const dots: DotsLine[] = [];
  const frozen: FrozenRecord[] = [];
  const reopened: { at: number; version: number; reason: string }[] = [];
  let notAdmitted: readonly LeftLine[] = [];
  const enter = (at: number, step: BoardStep): void => {
    if (steps.at(-1)?.step !== step) steps.push({ at, step });
  };
  const turn = (spans: SpanLine[], at: number, on: boolean): void => {
    const last = spans.at(-1);
    if (on) spans.push({ from: at, until: null });
    else if (last?.until === null) spans[spans.length - 1] = { ...last, until: at };
  };
  for (const { fact, meta } of facts) {
    const { at } = meta;
    switch (fact.type) {
      case 'board.opened':
        openedAt = at;
        enter(at, 'write');
        if (fact.plan.silent) silences.push({ from: at, revealedAt: null, notes: null, writers: null });
        break;
      case 'board.silenced':
        enter(at, 'write');
        silences.push({ from: at, revealedAt: null, notes: null, writers: null });
        break;
      case 'board.revealed': {
        enter(at, 'read');
        const last = silences.pop();
        if (last) silences.push({ from: last.from, revealedAt: at, notes: fact.notes, writers: fact.writers });
        break;
      }
      case 'board.stepped':
        enter(at, fact.step);
        break;
      case 'board.lockSet':
        turn(locks, at, fact.on);
        break;
      case 'board.dotsOpened': {
        enter(at, 'dots');
        const { each, max, on } = fact.dots;
        const late = around.late === null ? null : around.late(boxOf(id, fact.round));
        dots.push({ round: fact.round, openedAt: at, closedAt: null, each, max, on, voters: null, base: null, late, counts: [] });
        break;
      }
      case 'board.dotsClosed': {
        const last = dots.pop();
        if (last) dots.push({ ...last, closedAt: at, voters: fact.voters, base: fact.base, counts: fact.counts });
        break;
      }
      case 'board.frozen': {
        const readable = readableCopy(fact.copy, { hidden, authors: 'hidden' });
        frozen.push({
          version: fact.version,
          at,
          withSession: around.closedSeq !== null && meta.seq > around.closedSeq && meta.by === 'system',
          writers: readable.writers,
          hidden: readable.hidden,
          ...copyOf(readable, around),
        });
        // Frozen, it is no longer held shut.
        turn(locks, at, false);
        break;
      }
      case 'board.notAdmitted':
        notAdmitted = fact.notes.flatMap((note) => (hidden.has(note.id) ? [] : [{ ...note, table: tableIn(around, note.group) }]));
        break;
      case 'board.reopened':
        reopened.push({ at, version: fact.version, reason: fact.reason });
        break;
      case 'board.shown':
        turn(wall, at, fact.on);
        break;
      case 'board.prepared':
      case 'board.removed':
      case 'board.clockSet':
      case 'board.focused':
      case 'board.authorsHidden':
      case 'board.noteHidden':
      case 'board.undone':
        break;
      default:
        fact satisfies never;
    }
  }
  return {
    id,
    title,
    group,
    table: tableIn(around, group),
    block: (block === null ? undefined : around.blocks.get(block)?.title) ?? null,
    areas,
    kinds,
    authors: board.phase === 'prepared' ? authors : board.authors,
    state: board.phase,
    openedAt,
    silences,
    steps,
    locks,
    // A theme whose title is hidden is no hidden note.
    hidden: {
      notes: [...hidden.keys()].filter((note) => !titles.has(note)).length,
      reasons: [...hidden.values()].filter((reason) => reason !== ''),
    },
    dots,
    frozen,
    notAdmitted,
    reopened,
    wall,
  };
};

/** In the order in which they were prepared. `late`: answers that came after a close, by box; null where nobody counts them. */
export const boardsOf = (
  log: readonly Said<Heard>[],
  blocks: ReadonlyMap<string, BlockPlan>,
  tables: KnownTables,
  late: ((box: string) => number) | null,
): readonly BoardRecord[] => {
  const { state, undone } = walk(log);
  const closedSeq = log.find(({ fact }) => fact.type === 'session.closed')?.meta.seq ?? null;
  const around: Around = { blocks, tables, state, closedSeq, late };
  const stands = log.filter(isBoard).filter(({ meta }) => !undone.has(meta.seq));
  return [...state.boards].map(([id, board]) =>
    boardOf(
      board,
      stands.filter(({ fact }) => ofBoard(fact, id)),
      around,
    ),
  );
};
