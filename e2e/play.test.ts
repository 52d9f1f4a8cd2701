// The whole house, played (house rule 12): seeded random sessions with two facilitators, a desk, a wall, members and audience,
// over a network that drops, delays and repeats, with a server that is killed and comes back and a disk that fails.
// Everything between the pages' own connection and the stored rows is the real thing; only the wire and the time are made up.
// When the network has calmed down, each screen must show what a fresh reading of the log shows, every acknowledged answer must be
// in the box, every count must be the count of the rows, and nothing hidden may be in anything that anybody ever received.
// One seed: PLAY_SEED=7; more of them: PLAY_SEEDS=40.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { connect } from '../client/kernel/connection.ts';
import type { Connection } from '../client/kernel/connection.ts';
import type { Transport, TransportEvents } from '../client/kernel/transport.ts';
import { dice } from '../client/simulated/crowd.ts';
import { simulate } from '../client/simulated/member.ts';
import type { Simulated } from '../client/simulated/member.ts';
import { Hub, voterOf } from '../server/kernel/hub.ts';
import type { Device } from '../server/kernel/hub.ts';
import {
  Clock,
  desk,
  facilitator,
  found,
  listener,
  memberOf,
  must,
  openHall,
  question,
  screen,
  secondFacilitator,
} from '../server/session/hall-for-tests.ts';
import type { HallForTests, Person } from '../server/session/hall-for-tests.ts';
import { openSqlite } from '../server/store/sqlite.ts';
import { StoreFailed } from '../server/store/store.ts';
import type { Store } from '../server/store/store.ts';
import type { Hello, Reply, ViewFrame, Wish } from '../shared/kernel/protocol.ts';
import { commonView, mineView } from '../shared/kernel/session.ts';

/** Asked anew each time: a process may die while it waits for the disk. */
const isDead = (fate: { readonly dead: boolean }): boolean => fate.dead;
const gone = () => new StoreFailed('store.gone', 'the play pulled the plug');
/** A store in the hands of one process: it dies with it, and fails when the play says so. */
const mortal = (store: Store, fate: { dead: boolean; failNext: 'before' | 'after' | null }): Store => {
  const lived =
    <Args extends readonly unknown[], Result>(act: (...args: Args) => Promise<Result>, mayFail = false) =>
    async (...args: Args): Promise<Result> => {
      const fail = mayFail ? fate.failNext : null;
      if (mayFail) fate.failNext = null;
      if (isDead(fate) || fail === 'before') throw gone();
      const result = await act(...args);
      if (isDead(fate) || fail === 'after') throw gone();
      return result;
    };
  return {
    ...store,
    append: lived(store.append, true),
    putAnswers: lived(store.putAnswers, true),
    read: lived(store.read),
    readBox: lived(store.readBox),
    seal: lived(store.seal),
    getSecret: lived(store.getSecret),
    putSecret: lived(store.putSecret),
    destroySecret: lived(store.destroySecret),
  };
};

class WorldClock extends Clock {
  override readonly read = (): number => Date.now();
}

/** One server process. */
interface Server {
  readonly hall: HallForTests;
  readonly hub: Hub;
  readonly fate: { dead: boolean; failNext: 'before' | 'after' | null };
}

class Play {
  readonly random: () => number;
  readonly counts = { drops: 0, repeats: 0, kills: 0, failures: 0, frames: 0, steps: 0, done: 0, refused: 0, checks: 0, compared: 0 };
  readonly phones: Phone[] = [];
  readonly seed: number;
  private readonly store: Store;
  private readonly clock = new WorldClock();
  /** The facts, once it is over. */
  log: readonly { readonly fact: unknown }[] = [];
  server: Server | null = null;
  /** While it is calm nothing is lost and nobody begins anything. */
  calm = true;
  readonly waiting: (() => void)[] = [];

  constructor(seed: number, store: Store) {
    this.seed = seed;
    this.random = dice(seed);
    this.store = store;
  }

  chance(of: number): boolean {
    return !this.calm && this.random() < of;
  }
  oneOf<Item>(list: readonly Item[]): Item {
    const item = list[Math.floor(this.random() * list.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }

  async boot(): Promise<void> {
    const fate: Server['fate'] = { dead: false, failNext: null };
    let hub: Hub | null = null;
    const hall = await openHall({ store: mortal(this.store, fate), clock: this.clock, onChange: (change) => hub?.changed(change) });
    hub = new Hub({
      ledger: hall.ledger,
      roll: hall.roll,
      clock: () => Date.now(),
      assembly: () => hall.roll.reading(),
      people: () => new Map(),
      alarms: () => [],
      rehearsal: false,
      onError: (error) => {
        throw error;
      },
      broadcast: (role, lang, frame) => {
        for (const phone of this.phones)
          if (phone.device && phone.device.actor.role === role && phone.device.lang === lang && phone.server?.hub === hub)
            phone.device.send(frame);
      },
    });
    this.server = { hall, hub, fate };
  }
  /** As a power cut: what was not stored is gone, every line is dead. */
  kill(): void {
    const { server } = this;
    if (!server) return;
    this.counts.kills += 1;
    server.fate.dead = true;
    this.server = null;
    server.hub.stop();
    for (const phone of this.phones) phone.cut();
    void server.hall.stop();
  }
  fail(): void {
    if (!this.server) return;
    this.counts.failures += 1;
    this.server.fate.failNext = this.random() < 0.5 ? 'before' : 'after';
  }

  /** Time passes, in strides short enough that what waits for a real turn of the loop gets it. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 50) {
      await vi.advanceTimersByTimeAsync(50);
      for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** A fresh reading of what is stored, and every screen beside it. */
  async check(): Promise<void> {
    this.calm = true;
    if (!this.server) await this.boot();
    const server = this.server;
    if (!server) throw new Error('no server');
    server.fate.failNext = null;
    await this.pass(16_000);
    // A question may close by itself at this very moment: what happens is let arrive.
    for (let seq = -1; seq !== server.hall.ledger.seq;) {
      seq = server.hall.ledger.seq;
      await this.pass(2500);
    }
    this.counts.checks += 1;
    const where = `seed ${String(this.seed)}, check ${String(this.counts.checks)}`;
    const again = await openHall({ store: this.store, clock: this.clock });
    expect(again.ledger.states, where).toEqual(server.hall.ledger.states);
    expect(again.ledger.seq, where).toBe(server.hall.ledger.seq);
    for (const phone of this.phones) {
      const { link, common, mine, pending } = phone.connection.store.getState();
      expect({ who: phone.name, link: link.kind, pending: pending.length }, where).toEqual({ who: phone.name, link: 'live', pending: 0 });
      const { role } = phone.actor;
      const ctx = { ...server.hub.viewContext('it'), box: again.ledger.box, assembly: again.roll.reading() };
      const fresh = {
        ...commonView(again.roll.house, again.roll.states, role, ctx),
        ...commonView(again.ledger.house, again.ledger.states, role, ctx),
      };
      const own = {
        ...mineView(again.roll.house, again.roll.states, phone.actor, ctx),
        ...mineView(again.ledger.house, again.ledger.states, phone.actor, ctx),
      };
      expect(plain(common), `${where}, ${phone.name}`).toEqual(plain(fresh));
      expect(plain(mine), `${where}, ${phone.name}, its own`).toEqual(plain(own));
      this.counts.compared += 1;
    }
    await this.checkBoxes(again, where);
    await again.stop();
  }

  private async checkBoxes(again: HallForTests, where: string): Promise<void> {
    const sealed = again.ledger.keyOf('x') === undefined;
    // Acknowledged means stored, whatever died in between; a later one of the same hand may have replaced it.
    for (const phone of this.phones)
      for (const [key, { edit, answer }] of phone.simulated?.acknowledged ?? []) {
        if (sealed) continue;
        const entry = again.ledger.box.of(`poll.${key}`, voterOf(phone.actor) ?? '');
        expect({ phone: phone.name, key, there: entry !== undefined }, where).toEqual({ phone: phone.name, key, there: true });
        expect(entry?.edit ?? 0, where).toBeGreaterThanOrEqual(edit);
        if (entry?.edit === edit) expect(kept.parse(entry.body).answer, where).toEqual(answerAsKept(answer));
      }
    for (const { fact } of await this.facts()) {
      const closed = closedFact.safeParse(fact);
      if (!closed.success) continue;
      const { poll, round, tally } = closed.data;
      const contents = await this.store.readBox(`poll.${poll}.${String(round)}`);
      const rows = contents.state === 'sealed' ? contents.bodies : contents.rows.map(({ body }) => body);
      if (contents.state === 'open') expect(new Set(contents.rows.map(({ key }) => key)).size, where).toBe(rows.length);
      const answers = rows.map((body) => kept.parse(JSON.parse(body)).answer);
      expect({ poll, answered: tally.answered }, where).toEqual({ poll, answered: answers.length });
      // Who says it of every row of a scale says it too.
      if (tally.kind !== 'scale') expect(tally.dontKnow.count, where).toBe(answers.filter(({ kind }) => kind === 'dontknow').length);
      for (const option of tally.options)
        expect({ poll, option: option.id, count: option.count }, where).toEqual({
          poll,
          option: option.id,
          count: answers.filter((one) => one.picked?.includes(option.id) ?? false).length,
        });
    }
  }

  async facts(): Promise<readonly { readonly fact: unknown }[]> {
    const rows = await this.store.read({ scope: 'session', id: 'session001' });
    return rows.map(({ body }) => z.object({ fact: z.unknown() }).parse(JSON.parse(body)));
  }
}

const kept = z.object({ answer: z.looseObject({ kind: z.string(), picked: z.optional(z.array(z.string())) }) });
const answerAsKept = (answer: { readonly kind: string }): unknown => answer;
const closedFact = z.object({
  type: z.literal('poll.closed'),
  poll: z.string(),
  round: z.number(),
  tally: z.object({
    kind: z.string(),
    answered: z.number(),
    dontKnow: z.object({ count: z.number() }),
    options: z.array(z.object({ id: z.string(), count: z.number() })),
  }),
});
/** Without what belongs to one process (what is connected, how often a box has changed) and the device's own name. */
const plain = (view: unknown): unknown =>
  JSON.parse(
    JSON.stringify(view ?? null, (key, value: unknown) =>
      ['house', 'access', 'review', 'connected', 'missing', 'roll', 'list', 'lastSeenAt', 'screens', 'audience', 'desksConnected'].includes(
        key,
      )
        ? undefined
        : value,
    ),
  );

/** Hidden is hidden: no number of an open, hidden question and nothing that anybody wrote is in what all receive. */
const hiddenRound = z.looseObject({ phase: z.string(), live: z.boolean(), result: z.unknown() });
const secretsIn = (frame: ViewFrame, drives: boolean): string | null => {
  const room = frame.common?.data['poll'];
  const rounds: unknown[] = [];
  if (typeof room === 'object' && room !== null) {
    if ('now' in room) rounds.push(room.now);
    if ('rounds' in room && Array.isArray(room.rounds)) rounds.push(...z.array(z.unknown()).parse(room.rounds));
  }
  for (const raw of rounds) {
    const read = hiddenRound.safeParse(raw);
    if (!read.success) continue;
    const hidden = (read.data.phase === 'open' && !read.data.live) || (read.data.phase === 'closed' && !drives);
    if (!hidden) continue;
    const text = JSON.stringify(raw);
    if (read.data.result !== null) return `a result in ${text}`;
    if (/"(count|percent|picked|entries|texts|words)":/.test(text)) return `numbers or words in ${text}`;
  }
  return /"picked":/.test(JSON.stringify(frame.common ?? {})) ? 'somebody’s answer in what all receive' : null;
};

/** A device with the pages' own connection over a wire of the play. */
class Phone {
  readonly actor: Person;
  readonly name: string;
  readonly connection: Connection;
  simulated: Simulated | null = null;
  device: Device | null = null;
  server: Server | null = null;
  leak: string | null = null;
  private readonly play: Play;
  private hello: () => Hello = () => {
    throw new Error('not opened');
  };
  private events: TransportEvents | null = null;
  private generation = 0;
  private readonly lost = new Set<(error: Error) => void>();
  /** Both directions keep their order while a line stands, as a real one does. */
  private upAt = 0;
  private downAt = 0;

  constructor(play: Play, actor: Person) {
    this.play = play;
    this.actor = actor;
    this.name = actor.role === 'member' ? actor.member : actor.role === 'screen' ? 'wall' : `${actor.role} ${actor.device}`;
    play.phones.push(this);
    this.connection = connect({
      transport: this.transport(),
      role: actor.role,
      session: null,
      lang: 'it',
      now: () => Date.now(),
      onFrame: (frame) => this.read(frame),
    });
  }

  private read(frame: ViewFrame): void {
    this.play.counts.frames += 1;
    this.leak ??= secretsIn(frame, this.actor.role === 'facilitator');
  }
  private delay(): number {
    return this.play.calm ? 20 : 10 + Math.floor(this.play.random() ** 3 * 2500);
  }
  private up(act: () => void): void {
    const { generation } = this;
    this.upAt = Math.max(this.upAt, Date.now() + this.delay());
    setTimeout(() => {
      if (generation === this.generation) act();
    }, this.upAt - Date.now());
  }
  private down(act: () => void): void {
    const { generation } = this;
    this.downAt = Math.max(this.downAt, Date.now() + this.delay());
    setTimeout(() => {
      if (generation === this.generation) act();
    }, this.downAt - Date.now());
  }
  /** The line is dead, at both ends. */
  cut(): void {
    this.generation += 1;
    if (this.device && this.server) this.server.hub.leave(this.device);
    this.device = null;
    this.server = null;
    for (const fail of this.lost) fail(new Error('lost'));
    this.lost.clear();
    this.events?.onClose();
    this.tryAgain();
  }
  private tryAgain(): void {
    const { generation } = this;
    setTimeout(
      () => {
        if (generation !== this.generation || this.device) return;
        if (!this.play.server) return this.tryAgain();
        this.joined(this.play.server);
      },
      this.play.calm ? 200 : 200 + Math.floor(this.play.random() * 3000),
    );
  }
  private joined(server: Server): void {
    const hello: unknown = structuredClone(this.hello());
    const { have } = z.object({ have: z.object({ epoch: z.string(), common: z.number(), mine: z.number() }).nullable() }).parse(hello);
    this.generation += 1;
    this.upAt = 0;
    this.downAt = 0;
    this.server = server;
    const { generation } = this;
    this.device = {
      actor: this.actor,
      accessId: `access.${this.name}`,
      label: '',
      lang: 'it',
      mine: '',
      mineVersion: 0,
      send: (frame) => {
        if (generation !== this.generation) return;
        const sent = structuredClone(frame);
        this.down(() => this.events?.onView(sent));
      },
      tell: () => undefined,
    };
    this.events?.onOpen();
    server.hub.join(this.device, have);
  }
  private transport(): Transport {
    return {
      open: (hello, events) => {
        this.hello = hello;
        this.events = events;
        this.tryAgain();
      },
      reopen: () => this.cut(),
      close: () => {
        this.generation += 1;
      },
      tell: () => undefined,
      ask: (event, payload, timeoutMs) =>
        new Promise((resolve, reject) => {
          if (!this.device || !this.server) return reject(new Error('offline'));
          const fail = (error: Error) => {
            this.lost.delete(fail);
            reject(error);
          };
          this.lost.add(fail);
          setTimeout(() => fail(new Error('no answer in time')), timeoutMs);
          const { server } = this;
          const answer = (reply: unknown) =>
            this.down(() => {
              this.lost.delete(fail);
              resolve(structuredClone(reply));
            });
          if (this.play.chance(0.04)) {
            this.play.counts.drops += 1;
            // Sometimes it arrived and only the answer is lost, sometimes it never left.
            if (event === 'do' && this.play.random() < 0.5) void server.hall.ledger.submit(wishOf(payload), this.actor);
            return setTimeout(() => this.cut(), 1);
          }
          this.up(() => {
            if (event === 'clock') return answer(Date.now());
            if (event !== 'do') return answer({ ok: false, code: 'kernel.unknownList', at: 0 });
            const wish = wishOf(payload);
            const first = server.hall.ledger.submit(wish, this.actor);
            void first.then(answer);
            if (this.play.chance(0.15)) {
              this.play.counts.repeats += 1;
              void this.repeat(server, wish, first);
            }
          });
        }),
    };
  }
  /** The same frame twice: answered like the first time. */
  private async repeat(server: Server, wish: Wish, first: Promise<Reply>): Promise<void> {
    const one = await first;
    const other = await server.hall.ledger.submit(wish, this.actor);
    const passing = (reply: Reply) => !reply.ok && /^(store\.|kernel\.(stopping|bug))/.test(reply.code);
    if (!passing(one) && !passing(other) && JSON.stringify(one) !== JSON.stringify(other))
      this.leak ??= `answered ${JSON.stringify(one)} then ${JSON.stringify(other)} to ${JSON.stringify(wish)}`;
  }
}
const wishOf = (payload: unknown): Wish => {
  const { id, command } = z.object({ id: z.string(), command: z.looseObject({ type: z.string() }) }).parse(structuredClone(payload));
  return { id, command };
};

// ── what those who lead may think of ─────────────────────────
const scaleOf = {
  kind: 'scale',
  from: 1,
  to: 5,
  statements: ['timeok0001', 'clear00001'].map((id) => ({ id, text: { original: 'it', it: id } })),
};
const kinds = [
  { kind: 'single' },
  { kind: 'multiple', min: 1, max: 2 },
  { kind: 'yesno' },
  scaleOf,
  { kind: 'text', maxChars: 200 },
  { kind: 'words', maxEntries: 3 },
];
const withOptions = (kind: { readonly kind: string }) => kind.kind === 'single' || kind.kind === 'multiple';
const rounds = z.object({ poll: z.object({ rounds: z.array(z.object({ poll: z.string(), round: z.number(), phase: z.string() })) }) });
const undoable = z.object({ house: z.object({ undo: z.object({ command: z.looseObject({ type: z.string() }) }).nullable() }) });
const rollCalls = z.object({ presence: z.object({ rollCall: z.object({ id: z.string() }).nullable() }) });

let made = 0;
const step = (play: Play, lead: Phone): void => {
  const { common } = lead.connection.store.getState();
  const shown = rounds.safeParse(common);
  const live = shown.success ? shown.data.poll.rounds : [];
  const named = () => {
    made += 1;
    return `made${String(play.seed).padStart(4, '0')}x${String(made).padStart(4, '0')}`;
  };
  const kind = play.oneOf(kinds);
  const quick = () => ({
    type: 'poll.quick',
    poll: named(),
    draft: question({
      kind,
      ...(withOptions(kind) ? {} : { options: [] }),
      electorate: play.random() < 0.7 ? 'members' : 'audience',
      live: play.random() < 0.3,
      closeAfterSec: play.random() < 0.2 ? 20 : null,
    }),
  });
  const onRound = (type: string) => () => {
    const one = live[0];
    return one ? { type, poll: one.poll, round: one.round } : quick();
  };
  const member = () => `member${String(1 + Math.floor(play.random() * 8)).padStart(4, '0')}`;
  const block = named();
  const text = (it: string) => ({ original: 'it', it });
  const blockOf = {
    id: block,
    title: text('Punto'),
    description: null,
    instructions: null,
    notes: text('privato'),
    activity: 'talk',
    plannedSec: 600,
    warnSec: 60,
    video: null,
    materials: [],
  };
  const call = rollCalls.safeParse(common);
  const undo = undoable.safeParse(common);
  const thoughts: (() => { readonly type: string } & Readonly<Record<string, unknown>>)[] = [
    quick,
    quick,
    onRound('poll.close'),
    onRound('poll.close'),
    onRound('poll.publish'),
    () => {
      const one = live[0];
      return one ? { type: 'poll.repeat', poll: one.poll, round: one.round + 1 } : quick();
    },
    () => {
      const one = live[0];
      return one ? { type: 'poll.open', poll: one.poll, round: one.round + 1 } : quick();
    },
    () => ({ ...onRound('poll.void')(), ...(live[0] ? { reason: 'Domanda sbagliata' } : {}) }),
    () => ({ type: 'agenda.add', block: blockOf, after: null }),
    () => ({ type: 'presence.letOut', member: member(), knownAt: null }),
    () => ({ type: 'presence.letIn', member: member(), phone: true }),
    () => ({ type: 'presence.openRollCall' }),
    () =>
      call.success && call.data.presence.rollCall
        ? { type: 'presence.closeRollCall', rollCall: call.data.presence.rollCall.id }
        : { type: 'presence.openRollCall' },
    () => ({ type: 'screen.say', text: play.random() < 0.5 ? text('Pausa fino alle 11') : null }),
    () => ({ type: 'screen.blank', screen: null, on: play.random() < 0.5 }),
    () => (play.random() < 0.5 ? { type: 'session.suspend', reason: 'Pausa' } : { type: 'session.resume' }),
    () => (undo.success && undo.data.house.undo ? undo.data.house.undo.command : { type: 'screen.follow' }),
  ];
  play.counts.steps += 1;
  void lead.connection.send(play.oneOf(thoughts)()).then((reply) => {
    if (reply.ok) play.counts.done += 1;
    else play.counts.refused += 1;
  });
};

const playOnce = async (seed: number): Promise<Play> => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2026, 10, 21, 8, 0) });
  const store = await openSqlite({ memory: true });
  const play = new Play(seed, store);
  await play.boot();
  const hall = play.server?.hall;
  if (!hall) throw new Error('no hall');
  await found(hall, 8);
  await must(hall.wish(facilitator, { type: 'session.openDoors' }));
  await must(hall.wish(facilitator, { type: 'session.open' }));
  const leads = [new Phone(play, facilitator), new Phone(play, secondFacilitator)];
  for (const actor of [desk, screen]) new Phone(play, actor);
  const later = (ms: number, act: () => void) => {
    let off = false;
    const fire = () => {
      if (off) return;
      if (play.calm) play.waiting.push(fire);
      else act();
    };
    const timer = setTimeout(fire, ms);
    return () => {
      off = true;
      clearTimeout(timer);
    };
  };
  for (const actor of [1, 2, 3, 4, 5, 6, 7, 8].map(memberOf).concat([1, 2, 3].map(listener))) {
    const phone = new Phone(play, actor);
    phone.simulated = simulate({ connection: phone.connection, random: dice(seed * 1000 + play.phones.length), later, pace: 4 });
  }
  for (let act = 0; act < 8; act += 1) {
    play.calm = false;
    for (const go of play.waiting.splice(0)) go();
    const moves = 6 + Math.floor(play.random() * 8);
    for (let move = 0; move < moves; move += 1) {
      step(play, play.oneOf(leads));
      if (play.chance(0.15)) step(play, play.oneOf(leads));
      if (play.chance(0.25)) play.fail();
      if (play.chance(0.3)) {
        play.counts.drops += 1;
        play.oneOf(play.phones).cut();
      }
      if (play.chance(0.07)) play.kill();
      await play.pass(200 + Math.floor(play.random() * 3000));
      if (!play.server) await play.boot();
    }
    await play.check();
  }
  const [lead] = leads;
  for (const type of ['session.close', 'session.close']) {
    void lead?.connection.send({ type });
    await play.check();
  }
  expect(play.server?.hall.ledger.keyOf('member0001')).toBeUndefined();
  for (const phone of play.phones) {
    expect({ seed, phone: phone.name, leak: phone.leak }).toEqual({ seed, phone: phone.name, leak: null });
    phone.simulated?.stop();
    phone.connection.close();
  }
  play.server?.hub.stop();
  await play.server?.hall.stop();
  play.log = await play.facts();
  await store.close();
  return play;
};

afterEach(() => {
  vi.useRealTimers();
});

const one = process.env['PLAY_SEED'];
const many = Number(process.env['PLAY_SEEDS'] ?? '8');
const seeds = one === undefined ? Array.from({ length: many }, (_, n) => n + 1) : [Number(one)];

describe('the whole house, played', () => {
  const total = { answered: 0, changed: 0, here: 0, entered: 0, closed: 0 };
  const sums: Play['counts'][] = [];

  it.each(seeds)(
    '[K2] [K3] [K4] [PO1] [PO3] seed %i: every screen shows what is stored, nothing acknowledged is lost, nothing is counted twice, nothing hidden is sent',
    { timeout: 120_000 },
    async (seed) => {
      const play = await playOnce(seed);
      sums.push(play.counts);
      for (const { simulated } of play.phones)
        for (const key of ['answered', 'changed', 'here', 'entered'] as const) total[key] += simulated?.counts[key] ?? 0;
      for (const { fact } of play.log) if (closedFact.safeParse(fact).success) total.closed += 1;
      expect(play.counts.compared).toBeGreaterThan(100);
    },
  );

  it('the play did something: people came, answered, changed their minds; lines broke, servers died, disks failed', () => {
    const sum = (key: keyof Play['counts']) => sums.reduce((all, counts) => all + counts[key], 0);
    expect(total.entered).toBeGreaterThan(6 * seeds.length);
    expect(total.answered).toBeGreaterThan(15 * seeds.length);
    expect(total.closed).toBeGreaterThan(2 * seeds.length);
    if (seeds.length < 3) return;
    expect(total.changed).toBeGreaterThan(0);
    expect(total.here).toBeGreaterThan(0);
    for (const key of ['drops', 'repeats', 'kills', 'failures', 'done', 'refused'] as const)
      expect({ key, many: sum(key) > seeds.length }).toEqual({ key, many: true });
  });
});
