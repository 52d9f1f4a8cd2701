// The rehearsal (prova generale, AG6): the whole session tried out with invented people, in memory, leaving no trace. Organiser and
// facilitators start it; it is driven from the same console, marked as what it is. What is copied is what was prepared before the doors:
// the session's own facts up to their opening, and a roll of seats with new ids and no names. Its people, its answers, its codes, even the
// browsers that come in lie in a store of its own, which is thrown away: at the end, after two hours in which nothing happened, or with the server.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { italian } from '../../shared/kernel/text.ts';
import type { AnyFact } from '../../shared/kernel/room.ts';
import { rehearsalLimits } from '../../shared/roomtest/wire.ts';
import type { Rehearsal } from '../../shared/roomtest/wire.ts';
import { rosterFacts } from '../../shared/roster/events.ts';
import { sessionFacts } from '../../shared/session/events.ts';
import type { Access } from '../kernel/access.ts';
import { bodyOf, firstHash, hashOf, readBody } from '../kernel/chain.ts';
import { Refused } from '../kernel/http.ts';
import { newId } from '../kernel/random.ts';
import { rosterOf } from '../organiser/states.ts';
import { driverOf, idOf } from '../organiser/who.ts';
import type { Doors } from '../organiser/who.ts';
import { openSqlite } from '../store/sqlite.ts';
import type { FactRow, LogName, PersonRow, Store } from '../store/store.ts';
import type { Registry, SessionHall } from './registry.ts';

export const idleMs = 2 * 3600 * 1000;
const lookEveryMs = 60_000;
/** A crowd that does not stop when asked is stopped. */
const graceMs = 2000;
const crowdScript = fileURLToPath(new URL('../../client/simulated/crowd.ts', import.meta.url));

const startSchema = z.strictObject({
  members: z.int().min(1).max(rehearsalLimits.members),
  audience: z.int().min(0).max(rehearsalLimits.audience),
  /** 1: as people answer; 10: ten times as quickly. */
  speed: z.number().min(rehearsalLimits.slowest).max(rehearsalLimits.quickest),
});
type Start = z.infer<typeof startSchema>;

/** What the crowd reads as one JSON document on its standard input. `members`: card tokens, as printed in a QR; `pace`: `speed`. */
interface CrowdOrder {
  readonly members: readonly string[];
  readonly audience: { readonly code: string; readonly count: number };
  readonly pace: number;
}
interface Running extends Omit<Rehearsal, 'crowd'> {
  readonly hall: SessionHall;
  readonly store: Store;
  crowd: ChildProcess | null;
}

/** Facts as the first ones of a new log. `at` and `by` stay what they were. */
const chained = (facts: readonly { readonly fact: AnyFact; readonly at: number; readonly by: string }[]): readonly FactRow[] => {
  let before = firstHash;
  return facts.map(({ fact, at, by }, index) => {
    const row = { seq: index + 1, at, by, cause: null, session: null, body: bodyOf(fact) };
    before = hashOf(row, before);
    return { ...row, hash: before };
  });
};

/** What was prepared, under a new assembly and a new room code. Cut at the doors: what happened afterwards is not rehearsed. */
const preparedFacts = async (hall: SessionHall, assembly: string, code: string) => {
  const rows = await hall.store.read(hall.ledger.name);
  const facts = rows.flatMap(({ at, by, body }) => {
    const read = readBody(body);
    return read.kind === 'fact' ? [{ fact: read.fact, at, by }] : [];
  });
  const doors = facts.findIndex(({ fact }) => fact.type === 'session.doorsOpened');
  return (doors === -1 ? facts : facts.slice(0, doors)).map((one) => {
    const own = one.fact.type === 'session.created' || one.fact.type === 'session.codeRenewed' ? sessionFacts.parse(one.fact) : null;
    if (own?.type === 'session.created') return { ...one, fact: sessionFacts.parse({ ...own, assembly, code }) };
    if (own?.type === 'session.codeRenewed') return { ...one, fact: sessionFacts.parse({ ...own, code }) };
    return one;
  });
};

/** The seats of the roll, then further ones; attributes as on the roll, names never. */
const inventedRoll = (hall: SessionHall, count: number) => {
  const real = hall.of.reads().roster?.members ?? [];
  const taken = new Set(real.map(({ seat }) => seat));
  // Twice as many numbers as can be needed: those that the roll has already are passed over.
  const more = Array.from({ length: count + real.length }, (_, index) => String(index + 1)).filter((seat) => !taken.has(seat));
  const seats = [...real.map(({ seat }) => seat), ...more].slice(0, count);
  const members = seats.map((seat) => ({
    member: newId(),
    standing: { kind: 'seat', seat, card: newId() },
    from: null,
    until: null,
    cohort: '',
  }));
  const people: PersonRow[] = members.map(({ member }, index) => ({
    member,
    name: null,
    attributes: JSON.stringify(hall.of.people.get(real[index]?.member ?? '')?.attributes ?? {}),
  }));
  return { members, people, cards: members.map(({ standing }) => standing.card) };
};

export class Rehearsals {
  private readonly running = new Map<string, Running>();
  private readonly starting = new Set<string>();
  private readonly registry: Registry;
  private readonly access: Access;
  private readonly clock: () => number;
  /** Where this server listens, for the invented people. */
  private readonly url: () => string;
  private readonly script: string;
  private readonly onError: (error: unknown) => void;
  private readonly timer: NodeJS.Timeout;

  constructor(options: {
    readonly registry: Registry;
    readonly access: Access;
    readonly clock: () => number;
    readonly url: () => string;
    readonly script?: string;
    readonly onError: (error: unknown) => void;
  }) {
    this.registry = options.registry;
    this.access = options.access;
    this.clock = options.clock;
    this.url = options.url;
    this.script = options.script ?? crowdScript;
    this.onError = options.onError;
    this.timer = setInterval(() => void this.endIdle(), lookEveryMs).unref();
  }

  of(session: string): Rehearsal | null {
    const found = this.running.get(session);
    if (!found) return null;
    const { id, of, members, audience, speed, startedAt, crowd } = found;
    return { id, of, members, audience, speed, startedAt, crowd: crowd === null ? 'stopped' : 'running' };
  }

  /** One at a time for a session: a second press finds the first. */
  async start(hall: SessionHall, order: Start): Promise<Rehearsal> {
    const before = this.of(hall.id);
    if (before) return before;
    if (this.starting.has(hall.id)) throw new Refused('store.busy', 409);
    this.starting.add(hall.id);
    try {
      return await this.open(hall, order);
    } finally {
      this.starting.delete(hall.id);
    }
  }

  private async open(hall: SessionHall, { members, audience, speed }: Start): Promise<Rehearsal> {
    const [assembly, id, code] = [newId(), newId(), this.registry.newRoomCode()];
    const store = await openSqlite({ memory: true });
    try {
      const roll = inventedRoll(hall, members);
      const { name, demo } = rosterOf(hall.of.ledger);
      const at = this.clock();
      const facts = [
        { type: 'roster.assemblyNamed', v: 1, name: name ?? italian('·'), demo },
        { type: 'roster.imported', v: 1, source: 'rehearsal', replaces: true, members: roll.members },
      ].map((fact) => ({ fact: rosterFacts.parse(fact), at, by: 'system' }));
      const logs: readonly (readonly [LogName, readonly FactRow[]])[] = [
        [{ scope: 'assembly', id: assembly }, chained(facts)],
        [{ scope: 'session', id }, chained(await preparedFacts(hall, assembly, code))],
      ];
      for (const [log, rows] of logs) await store.append(log, rows, 0);
      await store.putPeople(assembly, roll.people);
      this.access.moveIn([assembly, id], store);
      const copy = await this.registry.openRehearsal({ of: hall.id, store, assembly, session: id });
      const running: Running = { id, of: hall.id, members, audience, speed, startedAt: at, hall: copy, store, crowd: null };
      this.running.set(hall.id, running);
      const given = copy.of.reads().roster?.members ?? [];
      this.summon(running, {
        members: given.map(({ card }) => this.registry.cards.keysOf(card).token),
        audience: { code, count: audience },
        pace: speed,
      });
      return { id, of: hall.id, members, audience, speed, startedAt: at, crowd: 'running' };
    } catch (error) {
      this.access.moveOut([assembly, id]);
      await store.close();
      throw error;
    }
  }

  /** The invented people are a process of their own: ninety phones must not slow the server that is being tried. */
  private summon(running: Running, order: CrowdOrder): void {
    const crowd = spawn(
      process.execPath,
      [...process.execArgv.filter((flag) => flag === '--experimental-strip-types'), this.script, this.url()],
      { stdio: ['pipe', 'ignore', 'inherit'] },
    );
    running.crowd = crowd;
    const gone = (): void => {
      if (running.crowd === crowd) running.crowd = null;
    };
    crowd.on('exit', gone);
    crowd.on('error', (error) => {
      gone();
      this.onError(error);
    });
    // It may die before it has read its order.
    crowd.stdin.on('error', () => undefined);
    crowd.stdin.end(JSON.stringify(order));
  }

  /** `session`: the one that is rehearsed. */
  async end(session: string): Promise<boolean> {
    const found = this.running.get(session);
    if (!found) return false;
    this.running.delete(session);
    await dismiss(found.crowd);
    await this.registry.closeRehearsal(found.id);
    this.access.moveOut([found.hall.of.id, found.id]);
    await found.store.close();
    return true;
  }

  async endIdle(): Promise<void> {
    for (const { of, hall } of [...this.running.values()]) {
      const last = Math.max(hall.ledger.lastStoredAt, hall.of.ledger.lastStoredAt);
      if (this.clock() - last >= idleMs) await this.end(of).catch(this.onError);
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    for (const session of [...this.running.keys()]) await this.end(session);
  }
}

const dismiss = (crowd: ChildProcess | null): Promise<void> =>
  new Promise((resolve) => {
    if (crowd === null || crowd.exitCode !== null || crowd.signalCode !== null) return resolve();
    const timer = setTimeout(() => crowd.kill('SIGKILL'), graceMs);
    crowd.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    crowd.kill('SIGTERM');
  });

/** Where a process on this machine reaches the server. */
export const ownUrl = (http: FastifyInstance): string => {
  const at = http.server.address();
  if (typeof at !== 'object' || at === null) return 'http://127.0.0.1';
  const everywhere = at.address === '0.0.0.0' || at.address === '::';
  const host = everywhere ? '127.0.0.1' : at.family === 'IPv6' ? `[${at.address}]` : at.address;
  return `http://${host}:${at.port}`;
};

export const rehearsalRoutes = (
  http: FastifyInstance,
  doors: Doors & { readonly clock: () => number; readonly onError: (error: unknown) => void; readonly crowd?: string | undefined },
): Rehearsals => {
  const rehearsals = new Rehearsals({ ...doors, url: () => ownUrl(http), ...(doors.crowd === undefined ? {} : { script: doors.crowd }) });
  http.get('/api/sessions/:id/rehearsal', async (request) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    return { ok: true, rehearsal: rehearsals.of(hall.rehearsalOf ?? hall.id) };
  });
  http.post('/api/sessions/:id/rehearsal', async (request) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    if (hall.rehearsalOf !== null) throw new Refused('rehearsal.insideOne', 409);
    return { ok: true, rehearsal: await rehearsals.start(hall, startSchema.parse(request.body)) };
  });
  /** From either side: the session that is rehearsed, or the rehearsal itself. */
  http.delete('/api/sessions/:id/rehearsal', async (request) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    const of = hall.rehearsalOf ?? hall.id;
    return { ok: true, ended: await rehearsals.end(of), session: of };
  });
  http.addHook('onClose', () => rehearsals.stop());
  return rehearsals;
};
