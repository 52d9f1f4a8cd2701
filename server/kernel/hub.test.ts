// Who receives what, and when, with the clock in hand: counts are few pushes, a step of those who lead is one at once,
// nothing is sent twice, and nobody receives what is another's.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Told, ViewFrame } from '../../shared/kernel/protocol.ts';
import { deviceIdSchema, groupIdSchema } from '../../shared/kernel/ids.ts';
import { limits } from '../../shared/kernel/limits.ts';
import type { Lang } from '../../shared/kernel/text.ts';
import { openSqlite } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import {
  Clock,
  answer,
  ask,
  begin,
  desk,
  facilitator,
  found,
  listener,
  memberId,
  memberOf,
  must,
  openHall,
  options,
  organiser,
  screen,
} from '../session/hall-for-tests.ts';
import type { HallForTests, Person } from '../session/hall-for-tests.ts';
import { Hub } from './hub.ts';
import type { Device } from './hub.ts';

interface Phone extends Device {
  readonly frames: ViewFrame[];
  readonly told: Told[];
}

let store: Store;
let clock: Clock;
let hall: HallForTests;
let hub: Hub;
let phones: Phone[];
let errors: unknown[];
const poll = 'poll000001';

const openHub = () =>
  new Hub({
    ledger: hall.ledger,
    roll: hall.roll,
    clock: clock.read,
    assembly: () => hall.roll.reading(),
    people: () => new Map(),
    alarms: () => [],
    rehearsal: false,
    onError: (error) => errors.push(error),
    broadcast: (role, lang, frame) => {
      for (const phone of phones) if (phone.actor.role === role && phone.lang === lang) phone.frames.push(structuredClone(frame));
    },
  });
const join = (actor: Person, lang: Lang = 'it', have: Parameters<Hub['join']>[1] = null): Phone => {
  const frames: ViewFrame[] = [];
  const told: Told[] = [];
  const label = actor.role === 'member' ? actor.member : actor.role;
  const phone: Phone = {
    actor,
    lang,
    accessId: `access.${label}`,
    label: '',
    frames,
    told,
    mine: '',
    mineVersion: 0,
    send: (frame) => frames.push(structuredClone(frame)),
    tell: (one) => told.push(one),
  };
  phones.push(phone);
  hub.join(phone, have);
  return phone;
};
/** Milliseconds pass on every clock. */
const pass = async (ms: number) => {
  for (let left = ms; left > 0; left -= 50) {
    const stride = Math.min(50, left);
    clock.after(stride);
    await vi.advanceTimersByTimeAsync(stride);
  }
  await breath();
};
/** What waits for the next turn of the loop is let go. */
const breath = async () => {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
const commons = (phone: Phone) => phone.frames.flatMap(({ common }) => (common ? [common] : []));
const mines = (phone: Phone) => phone.frames.flatMap(({ mine }) => (mine ? [mine] : []));
const pollOf = (phone: Phone) => commons(phone).at(-1)?.data['poll'];

beforeEach(async () => {
  clock = new Clock();
  phones = [];
  errors = [];
  store = await openSqlite({ memory: true });
  hall = await openHall({ store, clock, onChange: (change) => hub.changed(change) });
  hub = openHub();
  await found(hall, 100);
  await begin(hall, 30);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], now: clock.now });
});
afterEach(async () => {
  vi.useRealTimers();
  hub.stop();
  await hall.stop();
  await store.close();
  expect(errors).toEqual([]);
});
const wish = (...args: Parameters<HallForTests['wish']>) => must(hall.wish(...args));

describe('few pushes', () => {
  it('[K5] counts go to console and screen at most 5 times a second, to phones every 2 seconds', async () => {
    await wish(facilitator, ask(poll, { live: true }));
    const console_ = join(facilitator);
    const wall = join(screen);
    const watching = join(memberOf(99));
    await pass(3000);
    for (const phone of phones) phone.frames.length = 0;
    for (let n = 0; n < 200; n += 1) {
      await wish(memberOf((n % 30) + 1), answer(poll, Math.floor(n / 30) + 1, options[n % 3] ?? ''));
      await pass(10);
    }
    await pass(2100);
    expect(commons(console_).length).toBeGreaterThan(5);
    expect(commons(console_).length).toBeLessThanOrEqual(11 + 1);
    expect(commons(wall).length).toBeLessThanOrEqual(11 + 1);
    expect(commons(watching).length).toBeGreaterThanOrEqual(1);
    expect(commons(watching).length).toBeLessThanOrEqual(3);
    for (const phone of [console_, wall]) expect(JSON.stringify(pollOf(phone))).toContain('"answered":30');
    expect(pollOf(watching)).toMatchObject({ now: { answered: 30, base: 30 } });
  });

  it('[K5] a facilitator’s step is seen by everybody at once', async () => {
    const all = [join(facilitator), join(screen), join(memberOf(1)), join(listener(1)), join(desk)];
    await pass(3000);
    await wish(facilitator, ask(poll));
    await breath();
    for (const phone of [all[0], all[1], all[2], all[4]])
      expect(commons(phone ?? join(desk)).at(-1)?.data['poll']).toMatchObject(phone?.actor.role === 'desk' ? { open: { poll } } : {});
    expect(pollOf(all[2] ?? join(desk))).toMatchObject({ now: { poll, phase: 'open' } });
    await wish(facilitator, { type: 'poll.close', poll, round: 1 });
    await breath();
    expect(pollOf(all[2] ?? join(desk))).toMatchObject({ now: { poll, phase: 'closed' } });
  });

  it('[K5] a hundred people checking in are a count, not a hundred pushes to everybody; each sees the own place at once', async () => {
    const watching = join(memberOf(1));
    const coming = join(memberOf(50));
    const wall = join(screen);
    await pass(3000);
    for (const phone of phones) phone.frames.length = 0;
    await wish(memberOf(50), { type: 'presence.enter', door: 'card' });
    await breath();
    expect(mines(coming).at(-1)?.data['presence']).toMatchObject({ present: { state: 'here' } });
    for (let n = 51; n <= 100; n += 1) {
      await wish(memberOf(n), { type: 'presence.enter', door: 'card' });
      await pass(20);
    }
    await pass(2100);
    expect(commons(watching).length).toBeLessThanOrEqual(3);
    expect(commons(wall).length).toBeLessThanOrEqual(8);
    expect(commons(watching).at(-1)?.data['presence']).toMatchObject({ present: 81 });
    expect(mines(watching)).toEqual([]);
  });

  it('[K5] a count is not held up by phones that come and go meanwhile', async () => {
    await wish(facilitator, ask(poll));
    const wall = join(facilitator);
    await pass(3000);
    wall.frames.length = 0;
    join(memberOf(40));
    await wish(memberOf(1), answer(poll, 1, options[0]));
    await pass(250);
    expect(JSON.stringify(pollOf(wall))).toContain('"answered":1');
  });

  it('[K7] the laptop’s clock set back an hour does not silence the screens', async () => {
    await wish(facilitator, ask(poll));
    const wall = join(screen);
    await pass(1000);
    clock.after(-3_600_000);
    wall.frames.length = 0;
    await wish(memberOf(1), answer(poll, 1, options[0]));
    await pass(300);
    expect(JSON.stringify(pollOf(wall))).toContain('"answered":1');
  });

  it('[K5] nothing is sent that has not changed', async () => {
    const wall = join(screen);
    const member = join(memberOf(1));
    await pass(3000);
    for (const phone of phones) phone.frames.length = 0;
    await wish(facilitator, { type: 'session.noteIncident', words: 'Rete caduta per un minuto' });
    await pass(3000);
    expect([wall.frames, member.frames]).toEqual([[], []]);
  });
});

describe('come back', () => {
  it('[K8] who has the present view receives only what is not there', async () => {
    const first = join(memberOf(1));
    const version = commons(first)[0]?.version ?? 0;
    const again = join(memberOf(1), 'it', { epoch: hub.epoch, common: version, mine: first.mineVersion });
    expect(commons(again)).toEqual([]);
    expect(mines(again)).toMatchObject([{ version: first.mineVersion + 1 }]);
  });

  it('[K8] after a restart versions start again: everything is sent, under another epoch', async () => {
    const first = join(memberOf(1));
    const before = hub.epoch;
    hub.stop();
    hub = openHub();
    phones = [];
    const again = join(memberOf(1), 'it', { epoch: before, common: commons(first)[0]?.version ?? 0, mine: 1 });
    expect(again.frames).toMatchObject([{ epoch: hub.epoch, common: { version: 1 }, mine: { version: 1 } }]);
    expect(hub.epoch).not.toBe(before);
  });

  it('[IN1] another language is another view, and says which it is', async () => {
    const phone = join(memberOf(1));
    hub.changeLang(phone, 'ar');
    expect(commons(phone).map(({ lang }) => lang)).toEqual(['it', 'ar']);
    await wish(facilitator, ask(poll, { question: { original: 'it', it: 'Che cosa?', ar: 'ماذا؟' } }));
    await breath();
    expect(pollOf(phone)).toMatchObject({ now: { question: { s: 'ماذا؟' } } });
  });

  it('[K8] who leaves is not sent to, and is seen as gone', async () => {
    const phone = join(memberOf(1));
    const lead = join(facilitator);
    expect(hub.connections().members.get(memberId(1))).toMatchObject({ connected: 1 });
    hub.leave(phone);
    phones = [lead];
    expect(hub.connections().members.get(memberId(1))).toMatchObject({ connected: 0, lastSeenAt: clock.now });
    hub.leave(phone);
    expect(hub.connections().members.get(memberId(1))).toMatchObject({ connected: 0 });
    const guest = join(listener(1));
    hub.leave(guest);
    expect([...hub.connections().members.keys()]).toEqual([memberId(1)]);
  });
});

describe('what is one’s own', () => {
  it('[K5] an answer comes back only to its voter, on every device of theirs', async () => {
    await wish(facilitator, ask(poll));
    const mineA = join(memberOf(1));
    const mineB = join(memberOf(1));
    const other = join(memberOf(2));
    await pass(3000);
    for (const phone of phones) phone.frames.length = 0;
    await wish(memberOf(1), answer(poll, 1, options[1]));
    await pass(3000);
    for (const phone of [mineA, mineB])
      expect(mines(phone)).toMatchObject([{ data: { poll: { answer: { picked: [options[1]] }, edit: 1 } } }]);
    expect(mines(other)).toEqual([]);
    for (const phone of [other, join(facilitator), join(screen), join(listener(1)), join(desk)])
      expect(JSON.stringify(phone.frames)).not.toContain('picked');
  });

  it('[BO6] dots that members give are a count for the facilitator of their table, in that table’s own part', async () => {
    const [group, board, area, note] = ['group00001', 'board00001', 'area000001', 'note000001'];
    const named = (it: string) => ({ original: 'it', it });
    const table = { id: group, number: 1, name: null, theme: null, question: null, video: null };
    await wish(facilitator, { type: 'groups.plan', themes: [], groups: [table] });
    const seating = [{ group, members: [memberId(1), memberId(2)] }];
    await wish(facilitator, { type: 'groups.assign', round: 1, how: { by: 'hand' }, seating });
    await wish(facilitator, { type: 'groups.split', round: 1, block: null });
    const plan = {
      id: board,
      group,
      block: null,
      title: named('Che cosa serve?'),
      areas: [{ id: area, prompt: named('Idee'), shape: { kind: 'column' } }],
      authors: 'hidden',
      silent: false,
      kinds: ['idea'],
      dots: { each: 3, max: 3, on: 'notes' },
      secs: [null, null, null, null],
    };
    await wish(facilitator, { type: 'board.prepare', plans: [plan] });
    await wish(facilitator, { type: 'board.open', boards: [board] });
    const written = { theme: null, place: null, text: 'Ombra', kind: 'idea', lang: 'it', silence: null, door: 'phone', seat: null };
    await wish(memberOf(1), { type: 'board.write', board, note, area, ...written });
    await wish(facilitator, { type: 'board.openDots', board });
    const leads = join({ role: 'table', device: deviceIdSchema.parse('tablet0001'), group: groupIdSchema.parse(group) });
    await pass(3000);
    leads.frames.length = 0;
    await wish(memberOf(2), { type: 'board.giveDots', board, round: 1, edit: 1, given: [[note, 2]], done: true });
    await pass(200);
    expect(mines(leads)).toMatchObject([{ data: { board: { now: { dots: { begun: 1, finished: 1 } }, dotsMissing: ['1'] } } }]);
  });

  it('[PO1] open and hidden: the count is all that anybody receives, console included', async () => {
    await wish(facilitator, ask(poll));
    const all = [join(facilitator), join(organiser), join(screen), join(memberOf(9)), join(listener(1)), join(desk)];
    for (let n = 1; n <= 8; n += 1) await wish(memberOf(n), answer(poll, 1, options[0]));
    await pass(3000);
    for (const phone of all) {
      const seen = commons(phone).map(({ data }) => JSON.stringify(data['poll']));
      expect(seen.join('')).not.toMatch(/"percent"|"points"|"dontKnow"/);
      expect(phone.frames.length).toBeGreaterThan(0);
    }
    expect(JSON.stringify(pollOf(all[0] ?? join(facilitator)))).toContain('"answered":8');
  });

  it('[RO3] who is told is the device that is meant, and no other', () => {
    const one = join(memberOf(1));
    const two = join(memberOf(2));
    hub.tell((device) => device.accessId === one.accessId, 'seat.moved');
    expect([one.told, two.told]).toEqual([[{ code: 'seat.moved', at: clock.now }], []]);
  });
});

describe('how much', () => {
  it('[K5] the common part of every audience stays under 16 kB on a long day: 24 points, two live questions with long words', async () => {
    const long = (chars: number) => ({ original: 'it', it: 'è'.repeat(chars), en: 'w'.repeat(chars), ar: 'ع'.repeat(chars) });
    const blocks = Array.from({ length: 24 }, (_, n) => ({
      id: `block${String(n).padStart(5, '0')}`,
      title: long(60),
      description: long(200),
      instructions: long(200),
      notes: long(400),
      activity: 'discussion',
      plannedSec: 600,
      warnSec: 60,
      video: null,
      materials: [],
    }));
    await wish(facilitator, { type: 'agenda.load', mode: 'replace', startPlanned: clock.now, blocks });
    await wish(facilitator, { type: 'agenda.start', from: null, to: 'block00006' });
    const statements = Array.from({ length: 5 }, (_, n) => ({ id: `statement${String(n)}`, text: long(60) }));
    const rich = Array.from({ length: limits.options }, (_, n) => ({ id: `option000${String(n)}`, text: long(limits.optionChars) }));
    const multiple = { question: long(limits.titleChars), kind: { kind: 'multiple', min: 1, max: 12 }, options: rich, live: true };
    const scale = {
      question: long(limits.titleChars),
      kind: { kind: 'scale', from: 1, to: 5, statements },
      options: [],
      live: true,
      electorate: 'audience',
    };
    await wish(facilitator, ask('poll000001', multiple));
    await wish(facilitator, ask('poll000002', scale));
    const all = { kind: 'choice', picked: rich.map(({ id }) => id) };
    for (let n = 1; n <= 30; n += 1) await wish(memberOf(n), { type: 'poll.answer', poll: 'poll000001', round: 1, edit: 1, answer: all });
    const sizes: { readonly who: string; readonly lang: string; readonly bytes: number }[] = [];
    for (const lang of ['it', 'ar'] as const)
      for (const who of [facilitator, organiser, desk, memberOf(1), listener(1), screen]) {
        const bytes = Buffer.byteLength(JSON.stringify(commons(join(who, lang)).at(-1)?.data));
        sizes.push({ who: who.role, lang, bytes });
      }
    expect(sizes.filter(({ bytes }) => bytes > limits.viewBytes)).toEqual([]);
  });

  it('[K5] so it does with eleven tables at their boards, all of them calling for help', async () => {
    const long = (chars: number) => ({ original: 'it', it: 'è'.repeat(chars), ar: 'ع'.repeat(chars) });
    const blocks = Array.from({ length: 16 }, (_, n) => ({
      id: `block${String(n).padStart(5, '0')}`,
      title: long(40),
      description: long(100),
      instructions: long(200),
      notes: long(200),
      activity: 'groups',
      plannedSec: 600,
      warnSec: 60,
      video: null,
      materials: [],
    }));
    await wish(facilitator, { type: 'agenda.load', mode: 'replace', startPlanned: clock.now, blocks });
    await wish(facilitator, { type: 'agenda.start', from: null, to: 'block00006' });
    const groups = Array.from({ length: 11 }, (_, n) => ({
      id: `group${String(n).padStart(5, '0')}`,
      number: n + 1,
      name: long(30),
      theme: null,
      question: long(80),
      video: null,
    }));
    await wish(facilitator, { type: 'groups.plan', themes: [], groups });
    const seating = groups.map(({ id }, n) => ({ group: id, members: [n + 1, n + 12].map(memberId) }));
    await wish(facilitator, { type: 'groups.assign', round: 1, how: { by: 'hand' }, seating });
    await wish(facilitator, { type: 'groups.split', round: 1, block: 'block00006' });
    const plans = [...groups.map(({ id }) => id), null].map((group, n) => ({
      id: `board${String(n).padStart(5, '0')}`,
      group,
      block: 'block00006',
      title: long(60),
      areas: [{ id: 'area000001', prompt: long(60), shape: { kind: 'column' } }],
      authors: 'hidden',
      silent: true,
      kinds: ['idea'],
      dots: { each: 5, max: 2, on: 'notes' },
      secs: [600, 600, 600, 600],
    }));
    await wish(facilitator, { type: 'board.prepare', plans });
    await wish(facilitator, { type: 'board.open', boards: plans.map(({ id }) => id) });
    for (const { id } of groups)
      await wish(
        { role: 'table', group: groupIdSchema.parse(id), device: deviceIdSchema.parse('tablet0001') },
        { type: 'groups.callHelp', about: 'other', words: 'ع'.repeat(60) },
      );
    const sizes: { readonly who: string; readonly lang: string; readonly bytes: number }[] = [];
    for (const lang of ['it', 'ar'] as const)
      for (const who of [facilitator, memberOf(1), screen]) {
        const frames = join(who, lang);
        sizes.push({ who: who.role, lang, bytes: Buffer.byteLength(JSON.stringify(commons(frames).at(-1)?.data)) });
      }
    expect(sizes.filter(({ bytes }) => bytes > limits.viewBytes)).toEqual([]);
  });
});

it('[K6] a view that breaks is reported; the others receive theirs', async () => {
  const good = join(memberOf(1));
  const bad = join(memberOf(2));
  await pass(3000);
  good.frames.length = 0;
  const broken = { ...bad, send: () => { throw new Error('a socket of ours'); } }; // prettier-ignore
  hub.leave(bad);
  hub.leave(good);
  expect(() => hub.join(broken, null)).toThrow();
  hub.join(good, null);
  await wish(facilitator, { type: 'presence.letOut', member: memberId(2), knownAt: null });
  await wish(facilitator, { type: 'presence.letOut', member: memberId(1), knownAt: null });
  await breath();
  expect(mines(good).at(-1)?.data['presence']).toMatchObject({ present: { state: 'gone' } });
  expect(errors.length).toBeGreaterThan(0);
  errors.length = 0;
});
