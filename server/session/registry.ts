// All that this server holds open: assemblies with their rolls, their sessions, rehearsals. It opens their logs at the start,
// makes new ones, finds the one that a code, a card or a link leads to. What is closed to people stays readable here.
import { randomBytes } from 'node:crypto';
import type { Server } from 'socket.io';
import { z } from 'zod';
import type { Role } from '../../shared/kernel/audience.ts';
import { codeFrom, roomCodeLength } from '../../shared/kernel/codes.ts';
import type { CardId } from '../../shared/kernel/ids.ts';
import type { Reply, Told } from '../../shared/kernel/protocol.ts';
import type { AnyCommand, People, Person } from '../../shared/kernel/room.ts';
import { house } from '../../shared/kernel/session.ts';
import type { Text } from '../../shared/kernel/text.ts';
import { assemblyRooms, sessionRooms } from '../../shared/rooms.ts';
import type { CardStanding, RosterReads } from '../../shared/roster/events.ts';
import type { SessionReads } from '../../shared/session/events.ts';
import type { Identity } from '../kernel/access.ts';
import type { DocumentHall } from '../kernel/documentDoor.ts';
import { SharedDocuments } from '../kernel/documents.ts';
import { Hub } from '../kernel/hub.ts';
import { Ledger } from '../kernel/ledger.ts';
import { newId } from '../kernel/random.ts';
import { audienceRoom } from '../kernel/socket.ts';
import type { Store } from '../store/store.ts';
import { Alarms } from './alarms.ts';
import { Cards } from './cards.ts';

export interface AssemblyHouse {
  readonly id: string;
  readonly ledger: Ledger;
  readonly reads: () => RosterReads;
  people: ReadonlyMap<string, Person>;
  /** Cards that open something, as last told: whoever holds one that is no longer among them is told and let out (RO3). */
  live: ReadonlyMap<CardId, string>;
}
export interface SessionHall extends DocumentHall {
  readonly of: AssemblyHouse;
  readonly alarms: Alarms;
  readonly store: Store;
  readonly about: () => SessionReads;
}
export interface RegistryOptions {
  readonly store: Store;
  readonly clock: () => number;
  readonly secret: string;
  readonly onError: (error: unknown) => void;
}

/** A command as the server itself writes one; the room's own door checks it. */
export type Wishful = AnyCommand & Readonly<Record<string, unknown>>;
export const wish = (command: Wishful): AnyCommand => command;

const attributesSchema = z.record(z.string(), z.string());
const over = (hall: SessionHall): boolean => hall.about().phase === 'sealed';

export class Registry {
  readonly store: Store;
  readonly clock: () => number;
  readonly cards: Cards;
  readonly assemblies = new Map<string, AssemblyHouse>();
  readonly halls = new Map<string, SessionHall>();
  /** The invented assemblies of rehearsals: apart, so that no list of assemblies ever shows one. */
  private readonly rehearsed = new Map<string, AssemblyHouse>();
  io: Server | null = null;
  /** Whoever keeps access closes the devices of these members. */
  onVoid: (assembly: string, members: readonly string[]) => void = () => undefined;
  private readonly options: RegistryOptions;

  private constructor(options: RegistryOptions) {
    this.options = options;
    this.store = options.store;
    this.clock = options.clock;
    this.cards = new Cards(options.secret);
  }

  static async open(options: RegistryOptions): Promise<Registry> {
    const registry = new Registry(options);
    for (const { id } of await options.store.logs('assembly')) await registry.openAssembly(id, options.store);
    for (const { id } of await options.store.logs('session')) await registry.openSession(id, options.store, null);
    return registry;
  }

  private async openAssembly(id: string, store: Store, into = this.assemblies): Promise<AssemblyHouse> {
    const ledger = await Ledger.open({
      name: { scope: 'assembly', id },
      house: house(assemblyRooms),
      store,
      clock: this.clock,
      assembly: () => ledger.reading(),
      people: () => made.people,
      onChange: () => {
        this.voidCards(made);
        this.refresh(id);
      },
      onError: this.options.onError,
    });
    const made: AssemblyHouse = { id, ledger, people: new Map(), reads: () => ledger.reading(), live: liveCards(ledger.reading()) };
    into.set(id, made);
    await this.readPeople(made, store);
    return made;
  }

  /** A card became void (lost, seat passed on, person gone): its member's devices are not theirs any more. */
  private voidCards(assembly: AssemblyHouse): void {
    const now = liveCards(assembly.reads());
    const gone = [...assembly.live].filter(([card]) => !now.has(card)).map(([, member]) => member);
    assembly.live = now;
    if (gone.length > 0) this.onVoid(assembly.id, gone);
  }

  async readPeople(assembly: AssemblyHouse, store: Store = this.store): Promise<void> {
    const rows = await store.people(assembly.id);
    assembly.people = new Map(
      rows.map(({ member, name, attributes }) => [member, { name, attributes: attributesSchema.parse(JSON.parse(attributes)) }]),
    );
    this.refresh(assembly.id);
  }

  private refresh(assembly: string): void {
    for (const hall of this.halls.values()) if (hall.of.id === assembly) hall.hub.refresh();
  }

  private async openSession(
    id: string,
    store: Store,
    rehearsal: { readonly of: string; readonly assembly: AssemblyHouse } | null,
    first?: AnyCommand,
  ): Promise<SessionHall | null> {
    const alarms = new Alarms(this.clock);
    let hub: Hub | null = null;
    let documents: SharedDocuments | null = null;
    let assembly: AssemblyHouse | null = rehearsal?.assembly ?? null;
    const reads = (): RosterReads => assembly?.reads() ?? {};
    const people = (): People => assembly?.people ?? new Map();
    const ledger = await Ledger.open({
      name: { scope: 'session', id },
      house: house(sessionRooms),
      store,
      clock: this.clock,
      assembly: reads,
      people,
      onChange: (change) => {
        hub?.changed(change);
        documents?.changed(change);
        if (change.kind !== 'facts') return;
        if (change.facts.some(({ fact }) => fact.type === 'session.sealed')) this.endLinks(id);
        if (change.facts.some(({ fact }) => fact.type === 'session.doorsOpened' || fact.type === 'session.opened')) this.callMembers(id);
      },
      onError: this.options.onError,
    });
    if (first) {
      const reply = await ledger.submit({ id: newId(), command: first }, { role: 'system' });
      if (!reply.ok) throw new Error(`a session could not be made: ${reply.code}`);
    }
    const about = (): SessionReads => readSession(ledger);
    assembly ??= this.assemblies.get(about().assembly) ?? null;
    if (!assembly) return null;
    hub = new Hub({
      ledger,
      roll: assembly.ledger,
      clock: this.clock,
      assembly: reads,
      people,
      broadcast: (role: Role, lang, frame) => this.io?.to(audienceRoom(id, role, lang)).emit('view', frame),
      alarms: () => alarms.list(),
      rehearsal: rehearsal !== null,
      onError: this.options.onError,
    });
    documents = new SharedDocuments({ ledger, assembly: reads, onError: this.options.onError });
    const shown = hub;
    alarms.onChange = () => shown.alarmed();
    const hall: SessionHall = {
      id,
      ledger,
      assembly: assembly.ledger,
      hub,
      documents,
      rehearsalOf: rehearsal?.of ?? null,
      of: assembly,
      alarms,
      store,
      about,
    };
    this.halls.set(id, hall);
    return hall;
  }

  /** A new assembly with its first fact. */
  async createAssembly(name: Text, demo: boolean): Promise<AssemblyHouse> {
    const assembly = await this.openAssembly(newId(), this.store);
    const reply = await assembly.ledger.submit(
      { id: newId(), command: wish({ type: 'roster.nameAssembly', name, demo }) },
      { role: 'system' },
    );
    if (!reply.ok) throw new Error(`an assembly could not be made: ${reply.code}`);
    return assembly;
  }

  /** A new draft session. `title`, `day` (YYYY-MM-DD) and `timeZone` (IANA) are checked by the session's own door. */
  async createSession(
    assembly: AssemblyHouse,
    of: { readonly title: Text; readonly day: string; readonly timeZone: string; readonly place: string; readonly demo: boolean },
  ): Promise<SessionHall> {
    const hall = await this.openSession(
      newId(),
      this.store,
      null,
      wish({
        type: 'session.create',
        assembly: assembly.id,
        assemblyName: assembly.reads().roster?.name ?? '',
        code: this.newRoomCode(),
        ...of,
      }),
    );
    if (!hall) throw new Error('a session without an assembly');
    return hall;
  }

  /** Opens a rehearsal from a store that already holds both its logs. The store stays the caller's: it closes it after `closeRehearsal`. */
  async openRehearsal({
    of,
    store,
    assembly,
    session,
  }: {
    readonly of: string;
    readonly store: Store;
    readonly assembly: string;
    readonly session: string;
  }): Promise<SessionHall> {
    const hall = await this.openSession(session, store, { of, assembly: await this.openAssembly(assembly, store, this.rehearsed) });
    if (!hall) throw new Error('a rehearsal without an assembly');
    return hall;
  }

  /** Everybody inside is told; nothing of it is known here afterwards. */
  async closeRehearsal(id: string): Promise<void> {
    const hall = this.halls.get(id);
    if (!hall || hall.rehearsalOf === null) return;
    hall.hub.tell(() => true, 'rehearsal.over');
    this.halls.delete(id);
    this.rehearsed.delete(hall.of.id);
    hall.hub.stop();
    hall.documents.stop();
    await Promise.all([hall.ledger.stop(), hall.of.ledger.stop()]);
  }

  newRoomCode(): string {
    for (;;) {
      const code = codeFrom(randomBytes(32), roomCodeLength);
      if (code !== null && this.byRoomCode(code) === null) return code;
    }
  }

  byRoomCode(code: string): SessionHall | null {
    const found = [...this.halls.values()].filter((hall) => !over(hall) && hall.about().code === code);
    return found.find((hall) => hall.rehearsalOf === null) ?? found[0] ?? null;
  }

  /** The card with this code or token, in any assembly. */
  card(codeOrToken: string): { readonly assembly: AssemblyHouse; readonly card: CardId; readonly standing: CardStanding } | null {
    for (const assembly of [...this.assemblies.values(), ...this.rehearsed.values()]) {
      const found = this.cards.find(codeOrToken, assembly.reads());
      if (found) return { assembly, ...found };
    }
    return null;
  }

  /** Where a member's card leads now: the running session of the assembly, else the next one, else the last one. */
  currentSession(assembly: string): SessionHall | null {
    const rank = { open: 0, suspended: 1, doors: 2, draft: 3, closed: 4, sealed: 9, none: 9 } as const;
    // A rehearsal of this assembly has a copy of it with the same id: a real card never leads there.
    const real = this.assemblies.get(assembly);
    const mine = [...this.halls.values()].filter((hall) => (real ? hall.of === real : hall.of.id === assembly) && !over(hall));
    mine.sort((a, b) => rank[a.about().phase] - rank[b.about().phase] || a.about().day.localeCompare(b.about().day));
    return mine[0] ?? null;
  }

  /** A session opens its doors: phones of its members that wait in another one come over by themselves. */
  private callMembers(id: string): void {
    const running = this.halls.get(id);
    if (!running || this.currentSession(running.of.id) !== running) return;
    for (const hall of this.halls.values())
      if (hall !== running && hall.of.id === running.of.id) hall.hub.tell(({ actor }) => actor.role === 'member', 'session.elsewhere');
  }

  hallFor(identity: Identity, wanted: string | null): SessionHall | null {
    const { row, actor } = identity;
    if (actor.role === 'member') return row.assembly === null ? null : this.currentSession(row.assembly);
    if (actor.role === 'organiser') return wanted === null ? null : (this.halls.get(wanted) ?? null);
    const own = row.session === null ? undefined : this.halls.get(row.session);
    if (!own) return null;
    const hall = wanted === null || wanted === own.id ? own : this.halls.get(wanted);
    if (!hall || (hall !== own && hall.rehearsalOf !== own.id)) return null;
    return over(hall) ? null : hall;
  }

  /** Tells every device that came in with this access, wherever it is connected; it is then closed. */
  tell(accessId: string, code: Told['code']): void {
    for (const hall of this.halls.values()) hall.hub.tell((device) => device.accessId === accessId, code);
  }

  /** Links end at the seal (decisions: a session's life): once the last view is out, those who are still here are told. */
  private endLinks(id: string): void {
    setImmediate(() => this.halls.get(id)?.hub.tell((device) => device.actor.role !== 'organiser', 'session.sealed'));
  }

  /** The server's own wish (demo, rehearsal, a template's agenda). */
  submit(ledger: Ledger, command: Wishful): Promise<Reply> {
    return ledger.submit({ id: newId(), command }, { role: 'system' });
  }

  async stop(): Promise<void> {
    for (const hall of this.halls.values()) {
      hall.hub.stop();
      hall.documents.stop();
    }
    await Promise.all([...this.halls.values(), ...this.assemblies.values(), ...this.rehearsed.values()].map(({ ledger }) => ledger.stop()));
  }
}

const liveCards = (reads: RosterReads): ReadonlyMap<CardId, string> =>
  new Map(
    [...(reads.roster?.cards ?? [])].flatMap(([card, standing]) => (standing.state === 'live' ? [[card, standing.member] as const] : [])),
  );

const readSession = (ledger: Ledger): SessionReads => {
  const { session } = ledger.reading();
  if (isSessionReads(session)) return session;
  throw new Error('the session room gives no reading');
};
const isSessionReads = (value: unknown): value is SessionReads =>
  typeof value === 'object' && value !== null && 'phase' in value && 'code' in value;
