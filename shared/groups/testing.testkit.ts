// What the stories of this room have in common: who is who, a hall with people in it, tables with themes. For tests only.
import type { Actor } from '../kernel/audience.ts';
import { cardIdSchema, deviceIdSchema, groupIdSchema, memberIdSchema, themeIdSchema } from '../kernel/ids.ts';
import type { GroupId, MemberId, ThemeId } from '../kernel/ids.ts';
import type { AnyFact, AnyRoom, Connections, People } from '../kernel/room.ts';
import { scenario } from '../kernel/scenario.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { italian } from '../kernel/text.ts';
import { presence } from '../presence/room.ts';
import type { RosterReads } from '../roster/events.ts';
import { session } from '../session/room.ts';
import { groups } from './room.ts';
import { emptyGroups } from './state.ts';
import type { GroupsState } from './state.ts';

const device = (name: string) => deviceIdSchema.parse(name);
export const facilitator: Actor = { role: 'facilitator', device: device('laptop1') };
export const second: Actor = { role: 'facilitator', device: device('laptop2') };
export const desk: Actor = { role: 'desk', device: device('desk0001') };
export const system: Actor = { role: 'system' };
export const who = (n: number): MemberId => memberIdSchema.parse(`member${String(n).padStart(4, '0')}`);
export const phone = (n: number): Actor => ({ role: 'member', member: who(n), device: device(`phone${String(n).padStart(4, '0')}`) });
export const T = (n: number): GroupId => groupIdSchema.parse(`table${String(n).padStart(3, '0')}`);
export const tableOf = (n: number): Actor => ({ role: 'table', group: T(n), device: device(`tablet${String(n).padStart(3, '0')}`) });
export const shade: ThemeId = themeIdSchema.parse('themeshade');
export const water: ThemeId = themeIdSchema.parse('themewater');

export const seats = (count: number): RosterReads => ({
  roster: {
    members: Array.from({ length: count }, (_, i) => ({
      member: who(i + 1),
      seat: String(i + 1),
      card: cardIdSchema.parse(`card${String(i + 1).padStart(6, '0')}`),
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

export interface HallOptions {
  readonly people?: People;
  readonly connections?: Connections;
  readonly assembly?: RosterReads;
}
const rooms: readonly AnyRoom[] = [session, presence, groups];
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

const themes = [
  { id: shade, title: italian('Ombra e alberi') },
  { id: water, title: { original: 'it' as const, it: 'Acqua', en: 'Water' } },
];
/** Tables 1…n; the first works on shade, the second on water, the others on nothing in particular. */
export const plan = (n = 3) => ({
  type: 'groups.plan',
  themes,
  groups: Array.from({ length: n }, (_, i) => ({
    id: T(i + 1),
    number: i + 1,
    name: null,
    theme: i === 0 ? shade : i === 1 ? water : null,
    question: i === 0 ? italian('Dove manca l’ombra?') : null,
    video: null,
  })),
});
export const byHand = { by: 'hand' };
/** Tables in order, each a list of numbers of seats. */
export const seated = (...tables: readonly (readonly number[])[]) =>
  tables.map((members, i) => ({ group: T(i + 1), members: members.map(who) }));
export const assign = (round: number, ...tables: readonly (readonly number[])[]) => ({
  type: 'groups.assign',
  round,
  how: byHand,
  seating: seated(...tables),
});
export const split = (round = 1) => ({ type: 'groups.split', round, block: null });
export const recall = (round = 1) => ({ type: 'groups.recall', round });
export const moving = (n: number, from: number | null, to: number | null) => ({
  type: 'groups.move',
  member: who(n),
  from: from === null ? null : T(from),
  to: to === null ? null : T(to),
});
export const undo = (seq: number) => ({ type: 'groups.undo', seq });
export const letIn = (n: number) => ({ type: 'presence.letIn', member: who(n), phone: true });
export const letOut = (n: number) => ({ type: 'presence.letOut', member: who(n), knownAt: null });

/** Three tables of three, assigned; nobody has gone to them yet. */
export const assigned = (options: HallOptions = {}): Scenario =>
  hall(12, 9, options)
    .when(plan(), facilitator)
    .when(assign(1, [1, 2, 3], [4, 5, 6], [7, 8, 9]), facilitator);
/** The same, at the tables. */
export const atTables = (options: HallOptions = {}): Scenario => assigned(options).when(split(), facilitator);

const isGroupsState = (value: unknown): value is GroupsState => typeof value === 'object' && value !== null && 'seating' in value;
/** What this room knows at this point of a story, with its type. */
export const stateOf = (story: Scenario): GroupsState => {
  const state = story.states['groups'];
  return isGroupsState(state) ? state : emptyGroups;
};
export const undoable = (story: Scenario) => groups.undoable?.(stateOf(story), story.box, story.documents) ?? null;
const anyRoom: AnyRoom = groups;
export const listOf = (story: Scenario, list: string): unknown =>
  anyRoom.lists?.[list]?.rows(stateOf(story), story.viewContext(), '', { role: 'system' });
export const versionOf = (story: Scenario, list: string): string =>
  anyRoom.lists?.[list]?.version(stateOf(story), story.viewContext(), '') ?? '';
/** What a view shows under this room's name, for reading by path. */
export const at = (view: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined), view);
export const driverOf = (story: Scenario): unknown => at(story.view('facilitator'), 'groups');
