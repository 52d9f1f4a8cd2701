// What the stories of this room have in common: who is who, a hall with two tables of four and a board for each, wishes by name. For tests only.
import type { Actor } from '../kernel/audience.ts';
import {
  areaIdSchema,
  boardIdSchema,
  deviceIdSchema,
  groupIdSchema,
  memberIdSchema,
  noteIdSchema,
  screenIdSchema,
  themeIdSchema,
} from '../kernel/ids.ts';
import type { BoardId, MemberId, NoteId, ThemeId } from '../kernel/ids.ts';
import type { AnyFact } from '../kernel/room.ts';
import { scenario } from '../kernel/scenario.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { italian } from '../kernel/text.ts';
import { csvFile } from '../roster/csv.ts';
import { session } from '../session/room.ts';
import type { BoardPlan, Frozen } from './events.ts';
import { boardFacts } from './events.ts';
import { isItem } from './item.ts';
import type { BoardItem, Note } from './item.ts';
import { board } from './room.ts';
import { emptyBoards } from './state.ts';
import type { BoardState } from './state.ts';

const device = (name: string) => deviceIdSchema.parse(name);
export const facilitator: Actor = { role: 'facilitator', device: device('laptop0001') };
export const organiser: Actor = { role: 'organiser', device: device('laptop0002') };
export const desk: Actor = { role: 'desk', device: device('laptop0003') };
export const listener: Actor = { role: 'audience', device: device('guest0001') };
export const wall: Actor = { role: 'screen', screen: screenIdSchema.parse('screen0001') };
export const memberId = (n: number): MemberId => memberIdSchema.parse(`member${String(n).padStart(4, '0')}`);
export const member = (n: number): Actor => ({ role: 'member', member: memberId(n), device: device(`phone${String(n).padStart(4, '0')}`) });
export const [G1, G2] = [groupIdSchema.parse('table0001'), groupIdSchema.parse('table0002')];
export const table1: Actor = { role: 'table', group: G1, device: device('tablet0001') };
export const table2: Actor = { role: 'table', group: G2, device: device('tablet0002') };
export const [B1, B2, B3] = [boardIdSchema.parse('board0001'), boardIdSchema.parse('board0002'), boardIdSchema.parse('plenary001')];
export const [A1, A2, A3] = [areaIdSchema.parse('area0001'), areaIdSchema.parse('area0002'), areaIdSchema.parse('area0003')];
export const noteId = (name: string | number): NoteId => noteIdSchema.parse(`note${String(name).padStart(4, '0')}`);
export const themeId = (name: string | number): ThemeId => themeIdSchema.parse(`theme${String(name).padStart(4, '0')}`);

/** Two columns and a 2×2. */
export const plan = (id: BoardId = B1, more: Partial<BoardPlan> = {}): BoardPlan => ({
  id,
  group: id === B1 ? G1 : id === B2 ? G2 : null,
  block: null,
  title: { original: 'it', it: 'Che cosa viene prima?', en: 'What comes first?' },
  areas: [
    { id: A1, prompt: italian('Idee'), shape: { kind: 'column' } },
    { id: A2, prompt: italian('Dubbi'), shape: { kind: 'column' } },
    {
      id: A3,
      prompt: italian('Importante e urgente?'),
      shape: {
        kind: 'matrix',
        x: [italian('meno urgente'), italian('più urgente')],
        y: [italian('meno importante'), italian('più importante')],
        quarters: [italian('Da preparare'), italian('Subito'), italian('Più avanti'), italian('Cose rapide')],
      },
    },
  ],
  authors: 'hidden',
  silent: false,
  kinds: ['idea', 'against', 'question', 'condition'],
  dots: { each: 5, max: 2, on: 'notes' },
  secs: [300, 120, null, 60],
  ...more,
});

type Fact = AnyFact & Readonly<Record<string, unknown>>;
export const entered = (n: number): Fact => ({
  type: 'presence.entered',
  v: 1,
  member: memberId(n),
  seat: String(n),
  door: 'card',
  phone: true,
});
export const left = (n: number): Fact => ({ type: 'presence.left', v: 1, member: memberId(n), why: 'desk', knownAt: 0 });
export const moved = (n: number, from: typeof G1 | null, to: typeof G1 | null): Fact => ({
  type: 'groups.moved',
  v: 1,
  member: memberId(n),
  seat: String(n),
  from,
  to,
  why: 'hand',
});
const created: Fact = {
  type: 'session.created',
  v: 1,
  assembly: 'assembly01',
  assemblyName: 'Assemblea',
  title: italian('Seconda plenaria'),
  day: '2026-11-21',
  timeZone: 'Europe/Rome',
  place: '',
  code: 'K7M4QX',
  demo: false,
};
const doors: Fact = { type: 'session.doorsOpened', v: 1 };
const groupPlan = (id: typeof G1, number: number) => ({ id, number, name: null, theme: null, question: null, video: null });
const tables: readonly Fact[] = [
  { type: 'groups.planned', v: 1, themes: [], groups: [groupPlan(G1, 1), groupPlan(G2, 2)] },
  {
    type: 'groups.assigned',
    v: 1,
    round: 1,
    how: { by: 'hand' },
    seating: [
      { group: G1, members: [1, 2, 3, 4].map(memberId) },
      { group: G2, members: [5, 6, 7, 8].map(memberId) },
    ],
  },
  { type: 'groups.split', v: 1, round: 1, block: null },
];
export const recalled: Fact = { type: 'groups.recalled', v: 1, round: 1, seating: [], why: 'recall' };
/** Tables 1 and 2 change places; nobody has gone to them yet. */
export const nextRound: Fact = {
  type: 'groups.assigned',
  v: 1,
  round: 2,
  how: { by: 'hand' },
  seating: [
    { group: G1, members: [5, 6, 7, 8].map(memberId) },
    { group: G2, members: [1, 2, 3, 4].map(memberId) },
  ],
};
export const draftSession = (): Scenario => scenario([session, board]).given(created, ...tables.slice(0, 2));
/** Members 1–4 at table 1, 5–8 at table 2, 9 at none, all here; the tables are at work. */
export const hall = (): Scenario =>
  scenario([session, board]).given(created, doors, ...Array.from({ length: 9 }, (_, i) => entered(i + 1)), ...tables);
/** The same, with boards that are open. */
export const working = (...plans: readonly BoardPlan[]): Scenario => {
  const all = plans.length === 0 ? [plan()] : plans;
  return hall()
    .when({ type: 'board.prepare', plans: all }, facilitator)
    .when({ type: 'board.open', boards: all.map(({ id }) => id) }, facilitator);
};

export const write = (note: NoteId, text: string, more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'board.write',
  board: B1,
  note,
  area: A1,
  theme: null,
  place: null,
  text,
  kind: 'idea',
  lang: 'it',
  silence: null,
  door: 'phone',
  seat: null,
  ...more,
});
export const edit = (note: NoteId, was: string, text: string, more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'board.edit',
  board: B1,
  note,
  was,
  text,
  kind: 'idea',
  ...more,
});
const on = (type: string) => (more: Readonly<Record<string, unknown>>) => ({ type: `board.${type}`, board: B1, ...more });
export const withdraw = (note: NoteId) => on('withdraw')({ note });
export const same = (note: NoteId, into: NoteId) => on('same')({ note, into });
export const part = (note: NoteId) => on('part')({ note });
export const flag = (note: NoteId, raised = true) => on('flag')({ note, on: raised });
export const place = (note: NoteId, before: NoteId | null, more: Readonly<Record<string, unknown>> = {}) =>
  on('place')({ note, area: A1, theme: null, before, place: null, ...more });
export const nameTheme = (theme: ThemeId, title: string, notes: readonly NoteId[] = [], area = A1) =>
  on('nameTheme')({ theme, area, title, lang: 'it', notes });
export const removeTheme = (theme: ThemeId) => on('removeTheme')({ theme });
export const undo = (wish: string) => on('undo')({ wish });
export const silence = on('silence')({});
export const reveal = (number = 1) => on('reveal')({ silence: number });
export const openDots = on('openDots')({});
export const closeDots = (round = 1) => on('closeDots')({ round });
export const give = (given: readonly (readonly [string, number])[], edit = 1, done = false, round = 1) =>
  on('giveDots')({ round, edit, given, done });
export const freeze = (...boards: readonly BoardId[]) => ({ type: 'board.freeze', boards: boards.length === 0 ? [B1] : boards });
export const lock = (raised: boolean, ...boards: readonly BoardId[]) => ({
  type: 'board.lock',
  boards: boards.length === 0 ? [B1] : boards,
  on: raised,
});
export const hide = (note: NoteId, hidden = true) => on('hide')({ note, on: hidden, reason: hidden ? 'insulto' : '' });
export const admit = (...notes: readonly NoteId[]) => on('admit')({ notes });
export const show = (shown = true, id = B1) => ({ type: 'board.show', board: id, on: shown });
export const closeSession = { type: 'session.close' };

export const bodyOf = (story: Scenario, id: string, of: BoardId = B1): BoardItem => {
  const body = story.documents.items(of).get(id);
  if (!isItem(body)) throw new Error(`no item ${id}`);
  return body;
};
export const noteOf = (story: Scenario, id: string, of: BoardId = B1): Note => {
  const body = bodyOf(story, id, of);
  if (body.t !== 'note') throw new Error(`${id} is no note`);
  return body;
};
type Entries = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
export const shownNotes = (story: Scenario, of: BoardId = B1): Entries => story.published(board, of)['notes'] ?? {};
export const shownThemes = (story: Scenario, of: BoardId = B1): Entries => story.published(board, of)['themes'] ?? {};
export const textsShown = (story: Scenario, of: BoardId = B1): readonly unknown[] =>
  Object.values(shownNotes(story, of)).map(({ text }) => text);

const isBoardState = (value: unknown): value is BoardState =>
  typeof value === 'object' && value !== null && 'boards' in value && 'seating' in value;
export const stateOf = (story: Scenario): BoardState => {
  const state = story.states['board'];
  return isBoardState(state) ? state : emptyBoards;
};
/** The copy of the last frozen fact of the last wish. */
export const lastCopy = (story: Scenario): Frozen => {
  const fact = boardFacts.parse(story.facts.findLast(({ type }) => type === 'board.frozen'));
  if (fact.type !== 'board.frozen') throw new Error('no copy');
  return fact.copy;
};
/** Rows as the file that a spreadsheet opens. */
export const spreadsheet = csvFile;
