// What the console reads from several rooms together: which board lies on a table, which ones wait to be opened with the tables.
import { expect, it } from 'vitest';
import type { BoardRow } from '../../shared/board/shown.ts';
import { blockIdSchema, boardIdSchema, groupIdSchema } from '../../shared/kernel/ids.ts';
import { anna, begun, driverOf } from '../agenda/fixture.testkit.ts';
import { agenda } from '../../shared/agenda/room.ts';
import { scenario } from '../../shared/kernel/scenario.ts';
import { session } from '../../shared/session/room.ts';
import { presence } from '../../shared/presence/room.ts';
import { readyOf, reportBoardsOf, timeOf, workOf } from './consoleGroups.ts';

const [opening, later] = ['opening', 'talkstalks'].map((id) => blockIdSchema.parse(id));
const table = (n: number) => groupIdSchema.parse(`table${String(n).padStart(4, '0')}`);
let made = 0;
const board = (n: number, change: Partial<BoardRow>): BoardRow => ({
  board: boardIdSchema.parse(`board${String((made += 1)).padStart(4, '0')}`),
  group: table(n),
  block: null,
  title: { s: '' },
  phase: 'prepared',
  silence: null,
  step: 'write',
  clock: null,
  locked: false,
  notes: 0,
  themes: 0,
  loose: 0,
  writers: 0,
  people: 0,
  waiting: 0,
  lastAt: null,
  dots: { state: 'none', finished: 0 },
  frozen: null,
  onWall: false,
  ...change,
});
const story = () => begun(scenario([session, presence, agenda]));
const hall = (boards: readonly BoardRow[]) => ({
  agenda: driverOf(story()),
  groups: {
    mode: 'plenary' as const,
    round: 1,
    rounds: 0,
    block: null,
    splitAt: null,
    groups: [1, 2].map((n) => ({
      group: table(n),
      number: n,
      name: null,
      assigned: 4,
      seated: 4,
      present: 4,
      connected: 4,
      extraSec: 0,
      call: null,
      spokesperson: null,
      helpers: 0,
      video: null,
    })),
    themes: [],
    how: null,
    unplaced: 0,
    missing: 0,
    card: null,
    choice: null,
    report: { order: [], sec: 0, now: null, done: [] },
    list: '',
    may: { plan: true, assign: true, split: true, recall: true, choice: true, report: true },
  },
  board: { boards, list: '', may: { prepare: true, open: true } },
});

it('[GR6] what is open lies on the table; a frozen board stays there until the next one is this block’s', () => {
  const [old, open, next] = [board(1, { phase: 'frozen', frozen: 1 }), board(1, { phase: 'open' }), board(1, { block: opening ?? null })];
  const on = (...boards: readonly BoardRow[]) => workOf(hall(boards)).get(table(1))?.board;
  expect(on(old, open, next)).toBe(open.board);
  expect(on(old, next)).toBe(next.board);
  expect(on(old, board(1, { block: later ?? null }))).toBe(old.board);
  expect(on(board(1, { group: null, phase: 'open' }))).toBeUndefined();
});
it('a board that is only prepared cannot be shown when its table tells', () => {
  expect(reportBoardsOf(hall([board(1, {}), board(2, { phase: 'frozen', frozen: 1 })])).has(table(1))).toBe(false);
});
it('[GR1] with the tables open the boards of this block, else those of none, else those of the first block to come; never another’s', () => {
  const [here, none, then] = [board(1, { block: opening ?? null }), board(1, {}), board(1, { block: later ?? null })];
  expect(readyOf(hall([then, none, here]))).toEqual([here.board]);
  expect(readyOf(hall([then, none]))).toEqual([none.board]);
  expect(readyOf(hall([then, board(2, { block: later ?? null, phase: 'open' })]))).toEqual([then.board]);
  expect(readyOf(hall([board(1, { group: null })]))).toEqual([]);
});
it('[GR4] the time of all tables is the running block’s; stopped, it promises no hour', () => {
  const told = story();
  const common = (view: ReturnType<typeof driverOf>) => ({ ...hall([]), agenda: view });
  const running = timeOf(common(driverOf(told)), told.now);
  expect(running).toMatchObject({ block: 'opening', totalMin: 15, endsAt: told.now + (running?.left ?? 0) * 1000, paused: false });
  expect(running?.left).toBeGreaterThan(890);
  told.when({ type: 'agenda.timer', block: 'opening', do: { kind: 'pause' } }, anna);
  const stopped = timeOf(common(driverOf(told)), told.now);
  expect(stopped).toMatchObject({ endsAt: null, paused: true });
  expect(timeOf(common(driverOf(told)), told.now + 60_000)?.left).toBe(stopped?.left);
});
