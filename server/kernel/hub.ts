// Who receives what, and when: one hub per session. It makes each audience's common view once per language, the mine part per device,
// sends only what changed, and turns many changes into few pushes (K5): a facilitator's step at once,
// counts on console and screens at most 5 times a second, on phones every 2 seconds.
import type { Actor, Role } from '../../shared/kernel/audience.ts';
import type { Told, ViewFrame } from '../../shared/kernel/protocol.ts';
import type { Connections, People, ViewContext } from '../../shared/kernel/room.ts';
import { commonView, mineView } from '../../shared/kernel/session.ts';
import type { Lang } from '../../shared/kernel/text.ts';
import type { Change, Ledger } from './ledger.ts';
import { newId } from './random.ts';

/** One connected device, as the hub sees it. The socket layer implements it; the play implements it over a virtual network. */
export interface Device {
  readonly actor: Actor & { readonly role: Role };
  readonly accessId: string;
  readonly label: string;
  lang: Lang;
  /** Sends to this device alone. */
  readonly send: (frame: ViewFrame) => void;
  readonly tell: (told: Told) => void;
  /** The text of the last mine part sent, to send it only when it changed. */
  mine: string;
  mineVersion: number;
}
/** A line on which a device reads a document. */
export interface Line extends Pick<Device, 'actor' | 'accessId'> {
  readonly close: (code: Told['code']) => void;
}
export interface HubOptions {
  readonly ledger: Ledger;
  /** The assembly's log: its rooms too show something to those who drive and to the desk. */
  readonly roll: Ledger;
  readonly clock: () => number;
  readonly assembly: () => unknown;
  readonly people: () => People;
  /** Sends one frame to every device of a role and language; the socket layer encodes it once for all. */
  readonly broadcast: (role: Role, lang: Lang, frame: ViewFrame) => void;
  /** What the house itself tells those who drive: store trouble, wrong codes, disk. Made fresh at each view. */
  readonly alarms: () => unknown;
  /** A throw-away copy: whoever drives must never take it for the session (AG6). */
  readonly rehearsal?: boolean;
  readonly onError: (error: unknown) => void;
}

interface Common {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly stamp: string;
}

const quick: ReadonlySet<Role> = new Set<Role>(['facilitator', 'organiser', 'desk', 'table', 'expert', 'screen']);
/** Who is shown something of what is being written. */
const write: ReadonlySet<Role> = new Set<Role>(['facilitator', 'organiser', 'table', 'member', 'screen']);
const countsMs = (role: Role): number => (quick.has(role) ? 200 : 2000);
const lastSeenKept = 5000;

export class Hub {
  readonly epoch = newId().slice(0, 10);
  private readonly devices = new Map<Role, Set<Device>>();
  private readonly lines = new Set<Line>();
  /** Grow with every change that a view may show; a common view made at the same stamps is used again. */
  private stamp = 0;
  private connectionStamp = 0;
  private readonly byVoter = new Map<string, Set<Device>>();
  private readonly commons = new Map<string, Common>();
  private readonly pushed = new Map<string, string>();
  private readonly lastPush = new Map<Role, number>();
  private readonly timers = new Map<Role, { readonly timer: NodeJS.Timeout; readonly at: number }>();
  /** Roles whose next push also looks at every device's own part. */
  private readonly mineDue = new Set<Role>();
  private stopped = false;
  private readonly soon = new Set<Role>();
  private soonArmed = false;
  private readonly lastSeen = new Map<string, number>();
  private readonly screens = new Map<string, { lastSeenAt: number; label: string }>();
  private connectionsCache: Connections | null = null;
  private readonly options: HubOptions;

  constructor(options: HubOptions) {
    this.options = options;
  }

  private all(): readonly Device[] {
    return [...this.devices.values()].flatMap((set) => [...set]);
  }

  join(device: Device, have: { readonly epoch: string; readonly common: number; readonly mine: number } | null): void {
    const peers = this.devices.get(device.actor.role);
    if (peers) peers.add(device);
    else this.devices.set(device.actor.role, new Set([device]));
    const voter = voterOf(device.actor);
    if (voter) (this.byVoter.get(voter) ?? this.byVoter.set(voter, new Set()).get(voter))?.add(device);
    if (device.actor.role === 'screen') this.screens.set(device.actor.screen, { lastSeenAt: this.options.clock(), label: device.label });
    this.connectionsChanged();
    const common = this.given(device.actor.role, device.lang);
    const mine = this.mineOf(device);
    const same = have !== null && have.epoch === this.epoch;
    device.mine = mine.text;
    device.mineVersion = same ? have.mine + 1 : 1;
    device.send({
      epoch: this.epoch,
      now: this.options.clock(),
      ...(same && have.common === common.version ? {} : { common: { version: common.version, lang: device.lang, data: common.data } }),
      ...this.wallFor(device.actor.role, device.lang),
      mine: { version: device.mineVersion, data: mine.data },
    });
  }

  leave(device: Device): void {
    const peers = this.devices.get(device.actor.role);
    if (!peers?.delete(device)) return;
    if (peers.size === 0) this.devices.delete(device.actor.role);
    const voter = voterOf(device.actor);
    if (voter) {
      const set = this.byVoter.get(voter);
      set?.delete(device);
      if (set?.size === 0) this.byVoter.delete(voter);
    }
    if (device.actor.role === 'member') {
      this.lastSeen.set(device.actor.member, this.options.clock());
      if (this.lastSeen.size > lastSeenKept)
        for (const [oldest] of this.lastSeen) {
          this.lastSeen.delete(oldest);
          break;
        }
    }
    if (device.actor.role === 'screen') this.screens.set(device.actor.screen, { lastSeenAt: this.options.clock(), label: device.label });
    this.connectionsChanged();
  }

  changeLang(device: Device, lang: Lang): void {
    device.lang = lang;
    const common = this.given(device.actor.role, lang);
    const mine = this.mineOf(device);
    device.mine = mine.text;
    device.mineVersion += 1;
    device.send({
      epoch: this.epoch,
      now: this.options.clock(),
      common: { version: common.version, lang, data: common.data },
      ...this.wallFor(device.actor.role, lang),
      mine: { version: device.mineVersion, data: mine.data },
    });
  }

  /** Tells every device of a seat, link or screen, which its door then closes; the lines on which it reads documents go with it. */
  tell(which: (device: Pick<Device, 'actor' | 'accessId'>) => boolean, code: Told['code']): void {
    for (const device of this.all()) if (which(device)) device.tell({ code, at: this.options.clock() });
    for (const line of [...this.lines]) if (which(line)) line.close(code);
  }

  /** A second line of a device that is let in: it is closed whenever its device is. */
  attach(line: Line): () => void {
    this.lines.add(line);
    return () => this.lines.delete(line);
  }

  changed(change: Change): void {
    this.stamp += 1;
    switch (change.kind) {
      case 'facts': {
        // A step of those who lead is seen at once. What many people do for themselves (a hundred checking in) is a count like answers are.
        const own = voterOf(change.actor);
        if (own === null) for (const role of this.rolesHere()) this.pushSoon(role);
        else {
          this.tellVoter(own);
          for (const role of this.rolesHere()) {
            this.mineDue.add(role);
            this.pushLater(role);
          }
        }
        return;
      }
      case 'answers':
        for (const voter of change.voters) this.tellVoter(voter);
        // A table facilitator has the progress of the table in their own part: no two tables share a view.
        this.mineDue.add('table');
        for (const role of this.rolesHere()) this.pushLater(role);
        return;
      case 'written':
        for (const voter of change.voters) this.tellVoter(voter);
        for (const role of this.rolesHere()) {
          if (!write.has(role)) continue;
          this.mineDue.add(role);
          this.pushLater(role);
        }
        return;
      case 'trouble':
        for (const role of this.rolesHere()) if (quick.has(role)) this.pushSoon(role);
        return;
      default:
        change satisfies never;
    }
  }

  /** People of the roll changed (import, erase), or an alarm of the house. */
  refresh(): void {
    this.stamp += 1;
    for (const role of this.rolesHere()) this.pushSoon(role);
  }

  /** An alarm of the house, for those who lead; phones hear nothing of it. */
  alarmed(): void {
    this.connectionsChanged();
  }

  connections(): Connections {
    if (this.connectionsCache) return this.connectionsCache;
    const members = new Map<string, { connected: number; lastSeenAt: number }>();
    for (const [voter, at] of this.lastSeen) members.set(voter, { connected: 0, lastSeenAt: at });
    const screens = new Map([...this.screens].map(([id, at]) => [id, { ...at, connected: 0 }]));
    const tables = new Map<string, number>();
    const count = { audience: 0, facilitators: 0, desks: 0 };
    for (const { actor } of this.all()) {
      if (actor.role === 'member') members.set(actor.member, { connected: (members.get(actor.member)?.connected ?? 0) + 1, lastSeenAt: 0 });
      else if (actor.role === 'screen') {
        const known = screens.get(actor.screen);
        if (known) screens.set(actor.screen, { ...known, connected: known.connected + 1 });
      } else if (actor.role === 'audience') count.audience += 1;
      else if (actor.role === 'desk') count.desks += 1;
      else if (actor.role === 'table') tables.set(actor.group, (tables.get(actor.group) ?? 0) + 1);
      else if (actor.role === 'facilitator' || actor.role === 'organiser') count.facilitators += 1;
    }
    this.connectionsCache = { members, screens, tables, ...count };
    return this.connectionsCache;
  }

  viewContext(lang: Lang): ViewContext {
    const { ledger, clock, assembly, people } = this.options;
    const connections = () => this.connections();
    return {
      now: clock(),
      lang,
      assembly: assembly(),
      people: people(),
      box: ledger.box,
      documents: ledger.items.reading,
      // Read only by the views that show it: five thousand phones joining must not count each other.
      get connections() {
        return connections();
      },
    };
  }

  stop(): void {
    this.stopped = true;
    for (const { timer } of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private rolesHere(): ReadonlySet<Role> {
    return new Set(this.devices.keys());
  }

  private connectionsChanged(): void {
    this.connectionsCache = null;
    this.connectionStamp += 1;
    for (const role of this.rolesHere()) if (quick.has(role)) this.pushLater(role, 1000);
  }

  private tellVoter(voter: string): void {
    for (const device of this.byVoter.get(voter) ?? []) this.guarded(() => this.sendMine(device));
  }

  /** A view that breaks is our bug: it is reported, and nobody else's push waits for it (K6). */
  private guarded(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.options.onError(error);
    }
  }

  private pushSoon(role: Role): void {
    this.soon.add(role);
    if (this.soonArmed) return;
    this.soonArmed = true;
    setImmediate(() => {
      this.soonArmed = false;
      const roles = [...this.soon];
      this.soon.clear();
      for (const due of roles) this.push(due, true);
    });
  }

  private pushLater(role: Role, everyMs = countsMs(role)): void {
    if (this.stopped) return;
    const now = this.options.clock();
    // Never longer than the interval itself: the laptop's clock may be set back in the middle of a session.
    const wait = Math.min(everyMs, Math.max(0, (this.lastPush.get(role) ?? 0) + everyMs - now));
    const armed = this.timers.get(role);
    if (armed && armed.at <= now + wait) return;
    if (armed) clearTimeout(armed.timer);
    this.timers.set(role, { at: now + wait, timer: setTimeout(() => this.push(role, this.mineDue.has(role)), wait) });
  }

  private push(role: Role, withMine: boolean): void {
    const armed = this.timers.get(role);
    if (armed) clearTimeout(armed.timer);
    this.timers.delete(role);
    if (this.stopped) return;
    this.lastPush.set(role, this.options.clock());
    const here = [...(this.devices.get(role) ?? [])];
    for (const lang of new Set(here.map((device) => device.lang)))
      this.guarded(() => {
        const common = this.common(role, lang);
        const wall = this.wallFor(role, lang);
        const key = `${role} ${lang}`;
        const stands = standing(common, wall);
        if (this.pushed.get(key) === stands) return;
        this.pushed.set(key, stands);
        this.options.broadcast(role, lang, {
          epoch: this.epoch,
          now: this.options.clock(),
          common: { version: common.version, lang, data: common.data },
          ...wall,
        });
      });
    if (!withMine) return;
    this.mineDue.delete(role);
    for (const device of here) this.guarded(() => this.sendMine(device));
  }

  /** Those who drive see the wall in small on their console: what every screen receives, as a part of its own. */
  private wallFor(role: Role, lang: Lang): Pick<ViewFrame, 'wall'> {
    if (role !== 'facilitator' && role !== 'organiser') return {};
    const { version, data } = this.common('screen', lang);
    return { wall: { version, lang, data } };
  }

  /** The view for one who comes in. Everybody of this role and language then has it, or a newer one: it is not broadcast again. */
  private given(role: Role, lang: Lang): Common {
    const common = this.common(role, lang);
    const key = `${role} ${lang}`;
    if (!this.pushed.has(key)) this.pushed.set(key, standing(common, this.wallFor(role, lang)));
    return common;
  }

  private sendMine(device: Device): void {
    const mine = this.mineOf(device);
    if (mine.text === device.mine) return;
    device.mine = mine.text;
    device.mineVersion += 1;
    device.send({ epoch: this.epoch, now: this.options.clock(), mine: { version: device.mineVersion, data: mine.data } });
  }

  private common(role: Role, lang: Lang): Common {
    const key = `${role} ${lang}`;
    const stamp = quick.has(role) ? `${this.stamp} ${this.connectionStamp}` : `${this.stamp}`;
    const known = this.commons.get(key);
    if (known?.stamp === stamp) return known;
    const { ledger, roll } = this.options;
    const ctx = this.viewContext(lang);
    const view = { ...commonView(roll.house, roll.states, role, ctx), ...commonView(ledger.house, ledger.states, role, ctx) };
    const drives = role === 'facilitator' || role === 'organiser';
    const data = drives || role === 'desk' ? { ...view, house: this.houseView(drives) } : view;
    const text = JSON.stringify(data);
    const next = { text, data, stamp, version: known?.text === text ? known.version : (known?.version ?? 0) + 1 };
    this.commons.set(key, next);
    return next;
  }

  /** The kernel's own word to those who drive: the step that can be taken back, what is stored, who is connected, alarms. */
  private houseView(drives: boolean): unknown {
    const { ledger, alarms, rehearsal } = this.options;
    const step = drives ? ledger.undoable() : null;
    const { audience, facilitators, desks, screens } = this.connections();
    return {
      session: ledger.name.id,
      undo: step && { code: step.code, params: step.params ?? {}, command: step.command },
      trouble: ledger.trouble,
      savedAt: ledger.lastStoredAt,
      audience,
      facilitators,
      desks,
      screens: [...screens.values()].filter(({ connected }) => connected > 0).length,
      alarms: alarms(),
      rehearsal: rehearsal ?? false,
    };
  }

  private mineOf(device: Device): { readonly data: Readonly<Record<string, unknown>>; readonly text: string } {
    const { ledger, roll } = this.options;
    const ctx = this.viewContext(device.lang);
    const mine = { ...mineView(roll.house, roll.states, device.actor, ctx), ...mineView(ledger.house, ledger.states, device.actor, ctx) };
    const data = { ...mine, access: device.accessId };
    return { data, text: JSON.stringify(data) };
  }
}

/** What a role and language have on their screens, in short. */
const standing = (common: Common, { wall }: Pick<ViewFrame, 'wall'>): string => `${common.version} ${wall?.version ?? 0}`;

/** Under which name a device answers: a seat is a member, an audience phone is itself. */
export const voterOf = (actor: Actor): string | null =>
  actor.role === 'member' ? actor.member : actor.role === 'audience' ? actor.device : null;
