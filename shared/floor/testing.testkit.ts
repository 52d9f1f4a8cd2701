// What the stories of this room have in common: who is who, a hall with people in it and tables, wishes as people give them. For tests only.
import { z } from 'zod';
import { agenda } from '../agenda/room.ts';
import { groups } from '../groups/room.ts';
import type { Actor } from '../kernel/audience.ts';
import {
  blockIdSchema,
  cardIdSchema,
  deviceIdSchema,
  expertIdSchema,
  groupIdSchema,
  memberIdSchema,
  questionIdSchema,
  turnIdSchema,
} from '../kernel/ids.ts';
import type { ExpertId, GroupId, MemberId, QuestionId, TurnId } from '../kernel/ids.ts';
import { nothing } from '../kernel/room.ts';
import type { AnyFact, AnyRoom, Connections, FactMeta, People } from '../kernel/room.ts';
import { scenario } from '../kernel/scenario.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { italian } from '../kernel/text.ts';
import { presence } from '../presence/room.ts';
import type { RosterReads } from '../roster/events.ts';
import { session } from '../session/room.ts';
import { floorFacts } from './events.ts';
import type { FloorFact } from './events.ts';
import { floor } from './room.ts';
import { emptyFloor } from './state.ts';
import type { FloorState } from './state.ts';

const padded = (name: string, n: number, length = 4): string => `${name}${String(n).padStart(length, '0')}`;
const device = (name: string) => deviceIdSchema.parse(name);
export const facilitator: Actor = { role: 'facilitator', device: device('laptop1') };
export const second: Actor = { role: 'facilitator', device: device('laptop2') };
export const organiser: Actor = { role: 'organiser', device: device('laptop3') };
export const desk: Actor = { role: 'desk', device: device('desk0001') };
export const system: Actor = { role: 'system' };
export const who = (n: number): MemberId => memberIdSchema.parse(padded('member', n));
export const phone = (n: number, other = ''): Actor => ({
  role: 'member',
  member: who(n),
  device: device(`${padded('phone', n)}${other}`),
});
export const guest = (n: number): Actor => ({ role: 'audience', device: device(padded('guest', n)) });
export const T = (n: number): GroupId => groupIdSchema.parse(padded('table', n, 3));
export const tableOf = (n: number, other = ''): Actor => ({
  role: 'table',
  group: T(n),
  device: device(`${padded('tablet', n, 3)}${other}`),
});
export const E = (n: number): ExpertId => expertIdSchema.parse(padded('expert', n));
export const expert = (n: number): Actor => ({ role: 'expert', expert: E(n), device: device(padded('tablet', 900 + n)) });
export const Q = (n: number): QuestionId => questionIdSchema.parse(padded('question', n));
export const turnId = (n: number): TurnId => turnIdSchema.parse(padded('turn', n));
export const B = (n: number) => blockIdSchema.parse(padded('block', n));

export interface HallOptions {
  readonly people?: People;
  readonly connections?: Connections;
  readonly assembly?: RosterReads;
}
export const seats = (count: number): RosterReads => ({
  roster: {
    members: Array.from({ length: count }, (_, i) => ({
      member: who(i + 1),
      seat: String(i + 1),
      card: cardIdSchema.parse(padded('card', i + 1, 6)),
    })),
    reserves: [],
  },
});
const created = {
  type: 'session.created',
  v: 1,
  assembly: 'assembly01',
  assemblyName: 'Clima',
  title: italian('Seconda plenaria'),
  day: '2026-11-21',
  timeZone: 'Europe/Rome',
  place: '',
  code: 'K7M4QX',
  demo: false,
};
/** A fact that already happened. */
export const past = (fact: AnyFact & Readonly<Record<string, unknown>>): AnyFact => fact;
export const entered = (n: number): AnyFact =>
  past({ type: 'presence.entered', v: 1, member: who(n), seat: String(n), door: 'card', phone: true });
export const opened = (count: number): AnyFact =>
  past({ type: 'session.opened', v: 1, roll: Array.from({ length: count }, (_, i) => ({ member: who(i + 1), seat: String(i + 1) })) });

interface Heard {
  readonly fact: AnyFact;
  readonly meta: FactMeta;
}
/** Hears every fact with its meta, so that a story can be read again from its log. */
const ear: AnyRoom = {
  name: 'ear',
  scope: 'session',
  commands: z.never(),
  facts: z.custom<AnyFact>(),
  rights: {},
  initial: [],
  decide: () => nothing,
  evolve: (heard: readonly Heard[], fact: AnyFact, meta: FactMeta): readonly Heard[] => [...heard, { fact, meta }],
  view: {},
};
export const rooms: readonly AnyRoom[] = [session, presence, agenda, groups, floor, ear];
const isHeard = (value: unknown): value is readonly Heard[] => Array.isArray(value);
/** The state of this room, read again from the facts alone. */
export const replayed = (story: Scenario): FloorState => {
  const heard = story.states['ear'];
  const all: AnyRoom = floor;
  let state: unknown = all.initial;
  for (const { fact, meta } of isHeard(heard) ? heard : []) state = all.evolve(state, fact, meta);
  return isFloorState(state) ? state : emptyFloor;
};

/** A session that is still being prepared, with `count` on the roll. */
export const prepared = (count = 9, options: HallOptions = {}): Scenario =>
  scenario(rooms, { assembly: seats(count), ...options }).given(created);
/** An open session with `count` on the roll, of whom the first `here` are in the hall. */
export const hall = (count = 9, here = count, options: HallOptions = {}): Scenario =>
  prepared(count, options).given(
    past({ type: 'session.doorsOpened', v: 1 }),
    ...Array.from({ length: here }, (_, i) => entered(i + 1)),
    opened(count),
  );
/** Tables 1…n are planned. */
export const plan = (n = 3) => ({
  type: 'groups.plan',
  themes: [],
  groups: Array.from({ length: n }, (_, i) => ({ id: T(i + 1), number: i + 1, name: null, theme: null, question: null, video: null })),
});
export const assign = (round: number, ...tables: readonly (readonly number[])[]) => ({
  type: 'groups.assign',
  round,
  how: { by: 'hand' },
  seating: tables.map((members, i) => ({ group: T(i + 1), members: members.map(who) })),
});
export const split = (round = 1) => ({ type: 'groups.split', round, block: null });
export const recall = (round = 1) => ({ type: 'groups.recall', round });
export const moving = (n: number, from: number, to: number) => ({ type: 'groups.move', member: who(n), from: T(from), to: T(to) });
export const letOut = (n: number) => ({ type: 'presence.letOut', member: who(n), knownAt: null });
export const letIn = (n: number) => ({ type: 'presence.letIn', member: who(n), phone: true });
/** Three tables of three, assigned; nobody has gone to them yet. */
export const assigned = (options: HallOptions = {}): Scenario =>
  hall(12, 9, options)
    .when(plan(), facilitator)
    .when(assign(1, [1, 2, 3], [4, 5, 6], [7, 8, 9]), facilitator);
export const atTables = (options: HallOptions = {}): Scenario => assigned(options).when(split(), facilitator);

export const asking = (n: number, text = `Domanda ${n}`, more: object = {}) => ({
  type: 'floor.ask',
  question: Q(n),
  text,
  lang: 'it',
  door: 'phone',
  group: null,
  ...more,
});
export const voting = (n: number, on = true, edit = 1) => ({ type: 'floor.upvote', question: Q(n), on, edit });
export const merging = (n: number, into: number) => ({ type: 'floor.merge', question: Q(n), into: Q(into) });
export const parting = (n: number) => ({ type: 'floor.part', question: Q(n) });
export const hiding = (n: number, on = true) => ({ type: 'floor.hide', question: Q(n), on });
export const giving = (n: number, to: number | null) => ({ type: 'floor.assign', question: Q(n), expert: to === null ? null : E(to) });
export const answering = (n: number, more: object = {}) => ({
  type: 'floor.answer',
  question: Q(n),
  expert: null,
  who: 'Ufficio Clima',
  text: 'Entro maggio',
  source: 'Piano aria e clima',
  link: null,
  ...more,
});
export const settling = (n: number, how: string, words = '') => ({ type: 'floor.settle', question: Q(n), how, words });
export const toWall = (...list: readonly number[]) => ({ type: 'floor.toWall', questions: list.map(Q) });
export const doors = (members: boolean, audience: boolean) => ({ type: 'floor.setDoor', members, audience });
export const experts = (...list: readonly number[]) => ({
  type: 'floor.setExperts',
  experts: list.map((n) => ({ id: E(n), label: `Esperta ${n}`, about: '' })),
});
export const raising = (kind = 'speech', on = true, n: number | null = null) => ({
  type: 'floor.raise',
  member: n === null ? null : who(n),
  kind,
  on,
});
export const calling = (turn: number, n: number | null, from: number | null = null, where: number | null = null, kind = 'speech') => ({
  type: 'floor.call',
  where: where === null ? null : T(where),
  from: from === null ? null : turnId(from),
  turn: turnId(turn),
  member: n === null ? null : who(n),
  kind,
});
export const ending = (turn: number) => ({ type: 'floor.endTurn', turn: turnId(turn) });
export const pausing = (turn: number, on = true) => ({ type: 'floor.pauseTurn', turn: turnId(turn), on });
export const queueing = (by: string, where: number | null = null, sec = 120) => ({
  type: 'floor.setQueue',
  where: where === null ? null : T(where),
  by,
  sec,
});
export const undo = (seq: number) => ({ type: 'floor.undo', seq });
export const close = { type: 'session.close' };

const isFloorState = (value: unknown): value is FloorState => typeof value === 'object' && value !== null && 'questions' in value;
/** What this room knows at this point of a story, with its type. */
export const stateOf = (story: Scenario): FloorState => {
  const state = story.states['floor'];
  return isFloorState(state) ? state : emptyFloor;
};
export const undoable = (story: Scenario) => floor.undoable?.(stateOf(story), story.box, story.documents) ?? null;
const anyRoom: AnyRoom = floor;
export const listOf = (story: Scenario, list: string, actor: Actor = facilitator, key = ''): unknown =>
  anyRoom.lists?.[list]?.rows(stateOf(story), story.viewContext(), key, actor);
export const versionOf = (story: Scenario, list: string): string =>
  anyRoom.lists?.[list]?.version(stateOf(story), story.viewContext(), '') ?? '';
/** Something in a view, by path. */
export const at = (view: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined), view);
export const driverOf = (story: Scenario): unknown => at(story.view('facilitator'), 'floor');
export const mineOf = (story: Scenario, actor: Actor): unknown => at(story.mine(actor), 'floor');
/** This room's facts of a kind, in order. */
export const factsOf = (story: Scenario, type: FloorFact['type']): readonly FloorFact[] =>
  story.log.flatMap((fact) => (fact.type === type ? [floorFacts.parse(fact)] : []));
/** Seats of the hands of a floor, in the order in which they speak. */
export const queueSeats = (story: Scenario, where: number | null = null): readonly unknown[] => {
  const rows = listOf(story, 'floor.hands', facilitator, where === null ? '' : T(where));
  return Array.isArray(rows) ? rows.map((row) => at(row, 'seat')) : [];
};
/** The one who speaks on a floor: a seat; null: nobody. */
export const speaks = (story: Scenario, where: number | null = null): string | null =>
  stateOf(story).floors.get(where === null ? null : T(where))?.now?.seat ?? null;
/** Questions of a list, each by its number. */
export const numbersOf = (rows: unknown): readonly number[] =>
  Array.isArray(rows) ? rows.map((row) => Number(String(at(row, 'question')).replace('question', ''))) : [];
export const votesIn = (story: Scenario, n: number): unknown => {
  const rows = listOf(story, 'floor.questions');
  return Array.isArray(rows)
    ? at(
        rows.find((row) => at(row, 'question') === Q(n)),
        'votes',
      )
    : undefined;
};
