// Stories of the door: cards, desk, exits, roll call, visitors, slips taken back. The roster is read as the assembly would give it.
import { describe, expect, test } from 'vitest';
import { actorLabel } from '../kernel/audience.ts';
import type { Actor } from '../kernel/audience.ts';
import { cardIdSchema, deviceIdSchema, memberIdSchema } from '../kernel/ids.ts';
import type { AnyFact, AnyRoom, Connections, People } from '../kernel/room.ts';
import { italian } from '../kernel/text.ts';
import { scenario } from '../kernel/scenario.ts';
import type { Scenario } from '../kernel/scenario.ts';
import type { RosterReads } from '../roster/events.ts';
import { presence } from './room.ts';
import { presentAfter } from './events.ts';
import type { PresentNow } from './events.ts';

const who = (n: number) => memberIdSchema.parse(`member${String(n).padStart(4, '0')}`);
const device = (name: string) => deviceIdSchema.parse(name);
const phone = (n: number): Actor => ({ role: 'member', member: who(n), device: device(`phone${String(n).padStart(4, '0')}`) });
const facilitator: Actor = { role: 'facilitator', device: device('laptop1') };
const desk1: Actor = { role: 'desk', device: device('desk0001') };
const desk2: Actor = { role: 'desk', device: device('desk0002') };

const seats = (count: number, moved: Readonly<Record<string, number>> = {}): RosterReads => ({
  roster: {
    members: Array.from({ length: count }, (_, i) => ({
      member: who(moved[String(i + 1)] ?? i + 1),
      seat: String(i + 1),
      card: cardIdSchema.parse(`card${String(moved[String(i + 1)] ?? i + 1).padStart(6, '0')}`),
    })),
    reserves: [{ member: who(901), rank: 1 }],
  },
});
/** Facts carry the label of who acted, as the server writes it: undo asks whose act it was. */
const labelled = (rooms: readonly AnyRoom[]): readonly AnyRoom[] => {
  let by: string | null = null;
  return rooms.map((room): AnyRoom => {
    const decide: AnyRoom['decide'] = (command, state, ctx) => {
      by = actorLabel(ctx.actor);
      return room.decide(command, state, ctx);
    };
    const evolve: AnyRoom['evolve'] = (state, fact, meta) => {
      const next: unknown = room.evolve(state, fact, { ...meta, by: by ?? meta.by });
      return next;
    };
    return { ...room, decide, evolve };
  });
};
/** A fact that already happened. */
const past = (fact: AnyFact & Readonly<Record<string, unknown>>): AnyFact => fact;
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
const doors = { type: 'session.doorsOpened', v: 1 };
const opened = (count: number) => ({
  type: 'session.opened',
  v: 1,
  roll: Array.from({ length: count }, (_, i) => ({ member: who(i + 1), seat: String(i + 1) })),
});
const story = (count = 5, options: { people?: People; connections?: Connections; assembly?: RosterReads } = {}): Scenario =>
  scenario(labelled([presence]), { assembly: seats(count), ...options });
const atDoors = (count = 5, options: { people?: People; connections?: Connections; assembly?: RosterReads } = {}) =>
  story(count, options).given(created, doors);
const enter = { type: 'presence.enter', door: 'card' };
const letIn = (n: number, has = true) => ({ type: 'presence.letIn', member: who(n), phone: has });

/** What a view shows under this room's name, for reading by path. */
const at = (view: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined), view);
const listOf = (s: Scenario, list: string): unknown => {
  const state: unknown = s.states['presence'];
  const rooms: AnyRoom = presence;
  return rooms.lists?.[list]?.rows(state, s.viewContext(), '', { role: 'system' });
};

describe('coming in', () => {
  test('[RO2] a card opened at home in draft does not check in, and says that the doors are closed', () => {
    story().given(created).when(enter, phone(1)).refused('presence.doorsClosed');
  });
  test('[RO2] a card opened while the doors are open makes its member present, with seat and hour', () => {
    const s = atDoors()
      .when(enter, phone(2))
      .then({ type: 'presence.entered', member: who(2), seat: '2', door: 'card', phone: true });
    expect(at(s.mine(phone(2)), 'presence')).toMatchObject({ seat: '2', present: { state: 'here' }, may: { enter: false, leave: true } });
  });
  test('[RO2] the desk lets somebody in with one wish, also after the session opened', () => {
    atDoors()
      .given(opened(5))
      .when(letIn(3), desk1)
      .then({ type: 'presence.entered', member: who(3), seat: '3', door: 'desk' });
  });
  test('[RO2] leaving and coming back are facts with their time', () => {
    const s = atDoors().when(enter, phone(1)).after(60_000);
    const leftAt = s.now;
    s.when({ type: 'presence.leave' }, phone(1)).then({ type: 'presence.left', member: who(1), why: 'self', knownAt: leftAt });
    s.when({ type: 'presence.enter', door: 'self' }, phone(1)).then({ type: 'presence.entered', member: who(1), door: 'self' });
  });
  test('[RO2] the desk may say when somebody was seen leaving, but neither in the future nor before they came', () => {
    const s = atDoors().when(letIn(1), desk1);
    const came = s.now;
    s.after(600_000)
      .when({ type: 'presence.letOut', member: who(1), knownAt: came - 60_000 }, desk1)
      .refused('presence.timeImpossible');
    s.when({ type: 'presence.letOut', member: who(1), knownAt: s.now + 60_000 }, desk1).refused('presence.timeImpossible');
    s.when({ type: 'presence.letOut', member: who(1), knownAt: came + 60_000 }, desk1).then({
      type: 'presence.left',
      why: 'desk',
      knownAt: came + 60_000,
    });
  });
  test('[K3] letting in who is already in changes nothing', () => {
    atDoors().when(enter, phone(1)).when(letIn(1), desk1).thenNothing().when(enter, phone(1)).thenNothing();
  });
  test('somebody without a phone gets sheets, also when the phone was counted before', () => {
    const s = atDoors().when(letIn(1, false), desk1).when(enter, phone(2)).when(letIn(2, false), desk1);
    s.then({ type: 'presence.phoneSet', member: who(2), phone: false });
    expect(at(s.view('facilitator'), 'presence')).toMatchObject({ present: 2, of: 5, phones: 0, sheets: 2 });
  });
  test('nobody comes in after the close, and who is on no roll is told so', () => {
    atDoors().when(letIn(77), desk1).refused('presence.notOnRoll');
    atDoors()
      .given(opened(5), past({ type: 'session.closed', v: 1, by: 'person' }))
      .when(enter, phone(1))
      .refused('presence.over');
  });
  test('[K1] a member cannot do the desk’s acts, nor the desk a member’s', () => {
    atDoors().when(letIn(2), phone(1)).refused('kernel.notYours').when(enter, desk1).refused('kernel.notYours');
  });
});

describe('substitution', () => {
  test('[RO8] a reserve who has just taken a seat comes in on it, and who sat there is out: one seat, one person', () => {
    const s = story(3, { assembly: seats(3, { '2': 901 }) }).given(
      created,
      doors,
      past({ type: 'presence.entered', v: 1, member: who(2), seat: '2', door: 'card', phone: true }),
      opened(3),
    );
    s.when(letIn(901), desk1).then(
      { type: 'presence.left', member: who(2), why: 'desk' },
      { type: 'presence.entered', member: who(901), seat: '2' },
    );
    expect(at(s.view('facilitator'), 'presence')).toMatchObject({ present: 1, of: 3 });
    expect(listOf(s, 'presence.roll')).toMatchObject([{ seat: '1' }, { seat: '2', member: who(901), state: 'here' }, { seat: '3' }]);
    s.when(enter, phone(2)).refused('presence.notOnRoll');
  });
  test('who was called is in the fact that opened the session: a roll imported later changes nobody’s count', () => {
    const s = story(9).given(created, doors, opened(3));
    expect(at(s.view('member'), 'presence')).toMatchObject({ present: 0, of: 3 });
  });
});

describe('the desk’s slips', () => {
  test('[RO8] each act is taken back by the desk that did it, and time since does not move', () => {
    const s = atDoors().when(letIn(1), desk1);
    const since = at(listOf(s, 'presence.roll'), '0', 'since');
    s.when({ type: 'presence.letOut', member: who(1), knownAt: null }, desk1);
    const out = s.seq;
    s.when({ type: 'presence.undo', seq: out }, desk1).then({ type: 'presence.entered', member: who(1), undoes: out });
    expect(listOf(s, 'presence.roll')).toMatchObject([{ state: 'here', since }, {}, {}, {}, {}]);
    s.when({ type: 'presence.undo', seq: out }, desk1).thenNothing();
  });
  test('[RO8] an entry by mistake leaves nobody marked as having left', () => {
    const s = atDoors().when(letIn(1), desk1);
    const seq = s.seq;
    s.when({ type: 'presence.undo', seq }, desk2).refused('presence.otherDesk');
    s.when({ type: 'presence.undo', seq }, desk1).then({ type: 'presence.left', why: 'undone', undoes: seq });
    expect(listOf(s, 'presence.roll')).toMatchObject([{ state: 'notYet', since: null }, {}, {}, {}, {}]);
    expect(at(s.mine(desk1), 'presence', 'acts', '0')).toMatchObject({ seat: '1', undone: true, may: { undo: false } });
  });
  test('[K9] nothing is taken back under somebody who has moved since', () => {
    const s = atDoors().when(letIn(1), desk1);
    const seq = s.seq;
    s.when({ type: 'presence.leave' }, phone(1))
      .when({ type: 'presence.undo', seq }, desk1)
      .refused('presence.changedSince', { seat: '1' });
  });
  test('[RO8] visitors come in with one wish, are counted apart, and a slip is taken back', () => {
    const s = atDoors().when({ type: 'presence.letVisitorIn', as: 'press' }, desk1).then({ type: 'presence.visitorEntered', as: 'press' });
    const seq = s.seq;
    expect(at(s.view('desk'), 'presence')).toMatchObject({ present: 0, visitors: { all: 1, press: 1, audience: 0 } });
    s.when({ type: 'presence.undo', seq }, desk1).then({ type: 'presence.visitorLeft', undoes: seq });
    expect(at(s.view('desk'), 'presence', 'visitors', 'all')).toBe(0);
  });
  test('[RO8] no phone at the desk is taken back to a phone', () => {
    const s = atDoors()
      .when(letIn(1), desk1)
      .when({ type: 'presence.setPhone', member: who(1), phone: false }, desk1);
    const seq = s.seq;
    s.when({ type: 'presence.undo', seq }, desk1).then({ type: 'presence.phoneSet', phone: true, undoes: seq });
    expect(at(s.view('facilitator'), 'presence')).toMatchObject({ phones: 1, sheets: 0 });
  });
  test('two desks are told apart', () => {
    const s = atDoors().when(letIn(1), desk1).when(letIn(2), desk2).when(letIn(3), desk2);
    expect(at(s.view('desk'), 'presence', 'desks')).toEqual([1, 2]);
    expect(at(s.mine(desk2), 'presence', 'desk')).toBe(1);
  });
});

describe('roll call', () => {
  const running = () => {
    const s = atDoors()
      .when(letIn(1), desk1)
      .when(letIn(2), desk1)
      .when(letIn(3), desk1)
      .given(opened(5))
      .when({ type: 'presence.openRollCall' }, facilitator);
    const rollCall = at(s.facts[0], 'rollCall');
    return { s, rollCall };
  };
  test('[RO7] it asks who is present, one tap answers, and the count excludes who was seen leaving', () => {
    const { s, rollCall } = running();
    s.then({ type: 'presence.rollCallOpened', asked: [who(1), who(2), who(3)] });
    s.when({ type: 'presence.imHere', rollCall, edit: 1 }, phone(1)).thenAnswer({ voter: who(1), box: `rollcall.${String(rollCall)}` });
    expect(at(s.view('screen'), 'presence', 'rollCall')).toMatchObject({ asked: 3, here: 1 });
    const knownAt = s.now - 1000;
    s.when({ type: 'presence.markLeft', rollCall, member: who(2), knownAt }, facilitator).then({
      type: 'presence.left',
      member: who(2),
      why: 'rollCall',
      knownAt,
    });
    expect(at(s.view('screen'), 'presence', 'rollCall')).toMatchObject({ asked: 2, here: 1 });
    expect(listOf(s, 'presence.silent')).toMatchObject([{ member: who(3), seat: '3' }]);
    s.when({ type: 'presence.closeRollCall', rollCall }, facilitator).then({ type: 'presence.rollCallClosed', here: 1, silent: [who(3)] });
  });
  test('[RO7] who was silent stays present until somebody says otherwise, also after the close, with the time it is known', () => {
    const { s, rollCall } = running();
    s.when({ type: 'presence.closeRollCall', rollCall }, facilitator);
    expect(at(s.view('facilitator'), 'presence')).toMatchObject({ present: 3, rollCall: { state: 'closed', here: 0, silent: 3 } });
    s.when({ type: 'presence.markLeft', rollCall, member: who(3), knownAt: s.now - 500 }, facilitator).then({
      type: 'presence.left',
      why: 'rollCall',
    });
    expect(at(s.view('facilitator'), 'presence')).toMatchObject({ present: 2, rollCall: { silent: 2 } });
  });
  test('[RO7] a raised hand is marked by the desk, and the same person’s tap afterwards changes nothing', () => {
    const { s, rollCall } = running();
    s.when({ type: 'presence.markHere', rollCall, member: who(2) }, desk1).thenAnswer({ voter: who(2) });
    s.when({ type: 'presence.imHere', rollCall, edit: 1 }, phone(2)).thenNothing();
    expect(at(s.view('member'), 'presence', 'rollCall')).toMatchObject({ here: 1, asked: 3 });
  });
  test('[K9] it is taken back only before anybody answered', () => {
    const { s, rollCall } = running();
    s.when({ type: 'presence.imHere', rollCall, edit: 1 }, phone(1))
      .when({ type: 'presence.withdrawRollCall', rollCall }, facilitator)
      .refused('presence.rollCallAnswered');
    const other = running();
    other.s.when({ type: 'presence.withdrawRollCall', rollCall: other.rollCall }, facilitator).then({ type: 'presence.rollCallWithdrawn' });
    expect(at(other.s.view('member'), 'presence', 'rollCall')).toBeNull();
  });
  test('[RO7] the close of the session closes an open roll call', () => {
    const { s, rollCall } = running();
    s.when({ type: 'presence.imHere', rollCall, edit: 1 }, phone(1));
    const closed = past({ type: 'session.closed', v: 1, by: 'person' });
    s.given(closed);
    const room: AnyRoom = presence;
    const caused = room.react?.(closed, s.states['presence']) ?? [];
    expect(caused).toEqual([{ type: 'presence.closeRollCall', rollCall }]);
    s.when(caused[0], { role: 'system' }).then({ type: 'presence.rollCallClosed', here: 1, silent: [who(2), who(3)] });
  });
  test('[RO7] a late tap, a stranger and who came in after the question are refused in words', () => {
    const { s, rollCall } = running();
    s.when(letIn(4), desk1).when({ type: 'presence.imHere', rollCall, edit: 1 }, phone(4)).refused('presence.notPresent');
    s.when({ type: 'presence.closeRollCall', rollCall }, facilitator)
      .when({ type: 'presence.imHere', rollCall, edit: 1 }, phone(1))
      .refused('presence.rollCallOver');
  });
  test('[K3] two facilitators open and close one roll call', () => {
    const { s, rollCall } = running();
    s.when({ type: 'presence.openRollCall' }, facilitator).thenNothing();
    s.when({ type: 'presence.closeRollCall', rollCall }, facilitator)
      .when({ type: 'presence.closeRollCall', rollCall }, facilitator)
      .thenNothing();
  });
});

describe('what an audience must not receive', () => {
  const people: People = new Map([
    [who(1), { name: 'Rossi, Anna', attributes: { genere: 'donna', fascia_eta: '16–24' } }],
    [who(2), { name: 'Haddad, Samir', attributes: { genere: 'uomo', fascia_eta: '25–44' } }],
  ]);
  const full = () => {
    const s = atDoors(5, { people })
      .when(letIn(1), desk1)
      .when(letIn(2), desk1)
      .given(opened(5))
      .when({ type: 'presence.openRollCall' }, facilitator);
    return s.when({ type: 'presence.imHere', rollCall: at(s.facts[0], 'rollCall'), edit: 1 }, phone(1));
  };
  test('[RO1] members, audience and screens get counts: no name, no attribute, no list, nobody else’s id', () => {
    const s = full();
    for (const role of ['member', 'audience', 'screen'] as const) {
      const text = JSON.stringify([s.view(role), s.mine(phone(2))]);
      for (const secret of ['Rossi', 'Haddad', 'donna', '16–24', who(1), 'asked":[']) expect(text).not.toContain(secret);
    }
    expect(at(s.view('audience'), 'presence')).toEqual({ present: 2, of: 5 });
    const rooms: AnyRoom = presence;
    for (const [name, list] of Object.entries(rooms.lists ?? {}))
      for (const role of ['member', 'audience', 'screen'] as const) expect([name, list.roles.includes(role)]).toEqual([name, false]);
  });
  test('[RO4] the desk gets seats and names, never an attribute nor the composition', () => {
    const s = full();
    const text = JSON.stringify([s.view('desk'), s.mine(desk1), listOf(s, 'presence.desk'), listOf(s, 'presence.silent')]);
    expect(text).toContain('Rossi, Anna');
    for (const secret of ['donna', 'uomo', '16–24', 'genere']) expect(text).not.toContain(secret);
    expect(presence.lists?.['presence.composition']?.roles).not.toContain('desk');
  });
  test('[RO4] the console sees every number, however small', () => {
    expect(listOf(full(), 'presence.composition')).toMatchObject([
      {
        attribute: 'genere',
        cells: [
          { value: 'donna', present: 1, of: 1 },
          { value: 'uomo', present: 1, of: 1 },
          { value: '', present: 0, of: 3 },
        ],
      },
      { attribute: 'fascia_eta' },
    ]);
  });
  test('[K5] the common parts stay small with 1,500 seats', () => {
    const s = story(1500).given(created, doors, opened(1500));
    s.given(
      ...Array.from({ length: 1500 }, (_, i) => ({
        type: 'presence.entered',
        v: 1,
        member: who(i + 1),
        seat: String(i + 1),
        door: 'card',
        phone: true,
      })),
    );
    s.when({ type: 'presence.openRollCall' }, facilitator);
    for (const role of ['facilitator', 'desk', 'member', 'audience', 'screen'] as const)
      expect(JSON.stringify(s.view(role)).length).toBeLessThan(16 * 1024);
  });
});

test('[K4] presentAfter and the room agree on who is present, also after undo', () => {
  const s = atDoors().when(letIn(1), desk1).when(letIn(2), desk1).when(letIn(3), desk1);
  const seq = s.seq;
  s.when({ type: 'presence.undo', seq }, desk1).when({ type: 'presence.leave' }, phone(2));
  let present: PresentNow = new Map();
  for (const fact of s.log) present = presentAfter(present, fact);
  expect([...present.keys()]).toEqual([who(1)]);
  expect(at(s.view('member'), 'presence', 'present')).toBe(1);
});
