// What must not be received: no name and no attribute in any view or fact, no other's id or seat on a phone or a wall, only the own table's
// seats on a table's device, no preference outside the console. And the common parts stay small with sixty tables.
import { describe, expect, test } from 'vitest';
import { roles } from '../kernel/audience.ts';
import type { Actor } from '../kernel/audience.ts';
import { deviceIdSchema, groupIdSchema, memberIdSchema } from '../kernel/ids.ts';
import type { Connections, People } from '../kernel/room.ts';
import { nobody } from '../kernel/room.ts';
import type { Scenario } from '../kernel/scenario.ts';
import { groupLimits } from './limits.ts';
import { groups } from './room.ts';
import {
  T,
  assign,
  at,
  atTables,
  desk,
  driverOf,
  facilitator,
  hall,
  letIn,
  listOf,
  phone,
  plan,
  recall,
  shade,
  split,
  tableOf,
  water,
  who,
} from './testing.testkit.ts';

const people: People = new Map(
  Array.from({ length: 12 }, (_, i) => [
    who(i + 1),
    { name: `Persona Numero${i + 1}`, attributes: { genere: i % 2 === 0 ? 'donna' : 'uomo', municipio: `M${i}` } },
  ]),
);
/** A day in which everything has happened that a view might tell: a choice, moves, a late arrival, calls, speakers, reports. */
const full = (): Scenario => {
  const s = hall(12, 9, { people })
    .when(plan(), facilitator)
    .when(
      { type: 'groups.setMix', mix: { attributes: ['genere'], neverAlone: ['municipio'], together: [[who(1), who(4)]], apart: [] } },
      facilitator,
    )
    .when({ type: 'groups.openChoice', round: 1 }, facilitator)
    .when({ type: 'groups.choose', round: 1, first: water, second: shade, edit: 1 }, phone(4))
    .when(assign(1, [1, 2, 3], [4, 5, 6], [7, 8, 9]), facilitator)
    .when(split(), facilitator)
    .when(letIn(10), desk)
    .when({ type: 'groups.callHelp', about: 'other', words: 'Litigano' }, tableOf(2))
    .when({ type: 'groups.setSpokesperson', group: T(2), member: who(5) }, tableOf(2))
    .when({ type: 'groups.setSpokesperson', group: T(1), member: who(1) }, tableOf(1));
  return s.when(recall(), facilitator).when({ type: 'groups.queueReports', order: [T(1), T(2)], sec: 120 }, facilitator);
};
const ids = (text: string): readonly string[] => text.match(/member\d{4}/gu) ?? [];
const seatsIn = (node: unknown): readonly unknown[] =>
  Array.isArray(node)
    ? node.flatMap(seatsIn)
    : typeof node === 'object' && node !== null
      ? Object.entries(node).flatMap(([key, value]) => (key === 'seat' || key === 'spokesperson' ? [value] : seatsIn(value)))
      : [];

describe('what an audience must not receive', () => {
  test('[GR2] a name or an attribute is in no view, list or fact of this room', () => {
    const s = full();
    const own = s.log.filter(({ type }) => type.startsWith('groups.') && type !== 'groups.mixSet');
    const all = [
      own,
      roles.map((role) => at(s.view(role), 'groups')),
      [phone(4), tableOf(2), desk].map((actor) => at(s.mine(actor), 'groups')),
      listOf(s, 'groups.seating'),
    ];
    for (const secret of ['Persona', 'donna', 'uomo', '"M3"', 'genere', 'municipio']) expect(JSON.stringify(all)).not.toContain(secret);
  });
  test('[GR3] members and screens get no id and no seat of anybody else, not even of who speaks for their table', () => {
    const s = full();
    for (const role of ['member', 'screen'] as const) {
      const view = at(s.view(role), 'groups');
      expect([role, ids(JSON.stringify(view)), seatsIn(view)]).toEqual([role, [], []]);
    }
    const mine = at(s.mine(phone(4)), 'groups');
    expect(at(mine, 'about')).toMatchObject({ number: 2, spokesperson: null });
    expect([ids(JSON.stringify(mine)), seatsIn(mine)]).toEqual([[], [null]]);
    expect(at(s.mine(phone(5)), 'groups')).toMatchObject({ speaks: true, about: { spokesperson: '5' } });
  });
  test('[GR3] a table’s device gets the seats of its own table, with who is here and connected, and of no other', () => {
    const connections: Connections = { ...nobody, members: new Map([[who(5), { connected: 1, lastSeenAt: 0 }]]) };
    const s = atTables({ people, connections }).when({ type: 'presence.letOut', member: who(6), knownAt: null }, desk);
    const mine = at(s.mine(tableOf(2)), 'groups');
    expect(at(mine, 'seats')).toEqual([
      { member: who(4), seat: '4', here: true, connected: false },
      { member: who(5), seat: '5', here: true, connected: true },
      { member: who(6), seat: '6', here: false, connected: false },
    ]);
    expect(ids(JSON.stringify(at(s.view('table'), 'groups')))).toEqual([]);
    expect(at(s.mine(tableOf(8)), 'groups')).toMatchObject({ about: null, seats: [], call: null, may: { callHelp: false } });
  });
  test('[GR5] a call is known to its table and to who leads; its words go nowhere else', () => {
    const s = full();
    for (const role of ['member', 'screen', 'table', 'desk', 'audience'] as const)
      expect(JSON.stringify(s.view(role))).not.toContain('Litigano');
    for (const actor of [phone(4), tableOf(1)]) expect(JSON.stringify(s.mine(actor))).not.toContain('Litigano');
    expect(JSON.stringify(s.mine(tableOf(2)))).toContain('Litigano');
  });
  test('[GR2] who would rather which theme is for who leads and for oneself; two halls that answered differently look the same to all others', () => {
    const asked = (first: string, second: string) =>
      hall(12, 9)
        .when(plan(), facilitator)
        .when({ type: 'groups.openChoice', round: 1 }, facilitator)
        .when({ type: 'groups.choose', round: 1, first, second, edit: 1 }, phone(4));
    const others = (s: Scenario) => [
      roles.map((role) => s.view(role)),
      [phone(1), tableOf(1), tableOf(2), desk].map((actor) => s.mine(actor)),
      s.log,
    ];
    expect(others(asked(shade, water))).toEqual(others(asked(water, shade)));
    expect(listOf(asked(shade, water), 'groups.seating')).not.toEqual(listOf(asked(water, shade), 'groups.seating'));
  });
  test('[GR2] lists are for who leads; desk and audience receive nothing of this room', () => {
    for (const list of Object.values(groups.lists ?? {})) expect(list.roles).toEqual(['organiser', 'facilitator']);
    const s = full();
    for (const role of ['desk', 'audience'] as const) expect(at(s.view(role), 'groups')).toBeUndefined();
  });
});

describe('what who leads sees', () => {
  test('[GR5] each table: people present and connected, devices of its facilitator, its call', () => {
    const connections: Connections = {
      ...nobody,
      members: new Map([
        [who(1), { connected: 2, lastSeenAt: 0 }],
        [who(2), { connected: 0, lastSeenAt: 0 }],
      ]),
      tables: new Map([[T(1), 1]]),
    };
    expect(driverOf(atTables({ connections }))).toMatchObject({
      groups: [
        { present: 3, connected: 1, helpers: 1 },
        { present: 3, connected: 0, helpers: 0 },
        { present: 3, connected: 0 },
      ],
    });
  });
  test('[GR3] everybody on the roll or present is in the list, in the order of the roll, with or without a table', () => {
    const rows = listOf(full(), 'groups.seating');
    expect(rows).toHaveLength(12);
    expect(at(rows, '9')).toMatchObject({ seat: '10', assigned: null, why: 'late', here: true });
    expect(at(rows, '11')).toEqual({
      member: who(12),
      seat: '12',
      here: false,
      assigned: null,
      group: null,
      why: null,
      first: null,
      second: null,
    });
  });
});

describe('how much is sent', () => {
  const bytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
  const ofSize = (tables: number, perTable: number, chars: number, link: string | null) => {
    const group = (n: number) => groupIdSchema.parse(`g${String(n).padStart(19, '0')}`);
    const one = (n: number) => memberIdSchema.parse(`member${String(n).padStart(4, '0')}`);
    const s = hall(tables * perTable)
      .when(
        {
          type: 'groups.plan',
          themes: [],
          groups: Array.from({ length: tables }, (_, i) => ({
            id: group(i),
            number: i + 1,
            name: { original: 'ar', ar: 'ع'.repeat(chars) },
            theme: null,
            question: null,
            video: link,
          })),
        },
        facilitator,
      )
      .when(
        {
          type: 'groups.assign',
          round: 1,
          how: { by: 'hand' },
          seating: Array.from({ length: tables }, (_, i) => ({
            group: group(i),
            members: Array.from({ length: perTable }, (_each, j) => one(i * perTable + j + 1)),
          })),
        },
        facilitator,
      )
      .when(split(), facilitator);
    return s;
  };
  test('[K5] eleven tables with long names and links weigh little, and nothing is left out', () => {
    const s = ofSize(11, 8, 30, 'https://video.example.org/assemblea/tavolo-con-un-nome-lungo');
    const view = driverOf(s);
    expect(bytes(view)).toBeLessThan(4_200);
    expect(JSON.stringify(at(view, 'groups'))).not.toMatch(/"(name|video)":null/u);
  });
  test('[K5] sixty tables with the longest names and links, every third calling: texts give way, numbers never do', () => {
    const s = ofSize(groupLimits.groups, 5, groupLimits.nameChars, `https://video.example.org/${'x'.repeat(360)}`);
    for (let n = 0; n < groupLimits.groups; n += 3) {
      const actor: Actor = {
        role: 'table',
        group: groupIdSchema.parse(`g${String(n).padStart(19, '0')}`),
        device: deviceIdSchema.parse('tablet001'),
      };
      s.when({ type: 'groups.callHelp', about: 'other', words: 'ع'.repeat(groupLimits.helpChars) }, actor);
    }
    // Twelve fields of sixty tables are 11 kB of the 16 that a console's common part may weigh; all that is text is held within 3 kB.
    const most = { facilitator: 16_000, screen: 6_500, member: 200, table: 200 } as const;
    for (const role of ['facilitator', 'screen', 'member', 'table'] as const) {
      const size = bytes(at(s.view(role), 'groups'));
      expect([role, size, size <= most[role]]).toEqual([role, size, true]);
    }
    expect(at(driverOf(s), 'groups', '0', 'call', 'words')).not.toBe('');
    expect(at(driverOf(s), 'groups', '57', 'call')).toMatchObject({ about: 'other', words: '' });
    expect(at(driverOf(s), 'groups', '0', 'name')).not.toBeNull();
    expect(at(driverOf(s), 'groups', '59')).toMatchObject({ number: 60, name: null, seated: 5, present: 5 });
    expect(JSON.stringify(listOf(s, 'groups.plan'))).toContain('ع'.repeat(groupLimits.nameChars));
  });
});
