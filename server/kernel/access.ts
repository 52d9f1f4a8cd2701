// Who may open which door. A link carries a 128-bit token in its fragment; it is exchanged once for a device's own token in an
// httpOnly cookie (one name per role, so that one browser may hold console, member, audience and screen side by side).
// Both are stored only as hashes, listed and revocable. Nothing here knows what a room is.
import type { Actor, Role } from '../../shared/kernel/audience.ts';
import { deviceIdSchema, expertIdSchema, groupIdSchema, memberIdSchema, screenIdSchema } from '../../shared/kernel/ids.ts';
import type { AccessRow, Store } from '../store/store.ts';
import { hashToken, newId, newToken, tokenPattern } from './random.ts';

export const cookieOf = (role: Role): string => `plenaria_${role}`;

/** A device that has been let in: its actor, and what it was let into. */
export interface Identity {
  readonly actor: Actor & { readonly role: Role };
  readonly row: AccessRow;
}
export interface NewAccess {
  readonly role: Role;
  readonly assembly: string | null;
  readonly session: string | null;
  readonly member?: string;
  /** What it is for: a table facilitator's table, the expert who answers. */
  readonly of?: string;
  readonly label?: string;
  /** What it came from: a device's link, an organiser's account. Revoking a link revokes its devices. Kept in the row's `group`. */
  readonly from?: string;
}

const actorOf = (row: AccessRow): (Actor & { readonly role: Role }) | null => {
  const device = deviceIdSchema.safeParse(row.id);
  if (!device.success) return null;
  switch (row.role) {
    case 'organiser':
    case 'facilitator':
    case 'desk':
    case 'audience':
      return { role: row.role, device: device.data };
    case 'screen':
      return { role: 'screen', screen: screenIdSchema.parse(row.id) };
    case 'table': {
      const group = groupIdSchema.safeParse(row.of);
      return group.success ? { role: 'table', group: group.data, device: device.data } : null;
    }
    case 'expert': {
      const expert = expertIdSchema.safeParse(row.of);
      return expert.success ? { role: 'expert', expert: expert.data, device: device.data } : null;
    }
    case 'member': {
      const member = memberIdSchema.safeParse(row.member);
      return member.success ? { role: 'member', member: member.data, device: device.data } : null;
    }
    default:
      return null;
  }
};

const revokedKept = 5000;

export class Access {
  private readonly store: Store;
  private readonly clock: () => number;
  /** Where the access of a throw-away session or assembly lies instead, by its id: a rehearsal leaves no row behind (AG6). */
  private readonly homes = new Map<string, Store>();
  private readonly revoked = new Set<string>();

  constructor(store: Store, clock: () => number) {
    this.store = store;
    this.clock = clock;
  }

  /** From now on the access of these ids is kept in `store`; it is forgotten with `moveOut`. */
  moveIn(ids: readonly string[], store: Store): void {
    for (const id of ids) this.homes.set(id, store);
  }
  moveOut(ids: readonly string[]): void {
    for (const id of ids) this.homes.delete(id);
  }
  private homeOf(session: string | null, assembly: string | null): Store {
    return this.homes.get(session ?? '') ?? this.homes.get(assembly ?? '') ?? this.store;
  }
  private everywhere(): readonly Store[] {
    return [this.store, ...new Set(this.homes.values())];
  }
  private async find(token: string): Promise<AccessRow | null> {
    const hash = hashToken(token);
    for (const store of this.everywhere()) {
      const row = await store.findAccess(hash);
      if (row) return row;
    }
    return null;
  }

  private async make(
    kind: AccessRow['kind'],
    of: NewAccess,
    token = newToken(),
  ): Promise<{ readonly token: string; readonly row: AccessRow }> {
    const row: AccessRow = {
      id: newId(),
      hash: hashToken(token),
      kind,
      role: of.role,
      assembly: of.assembly,
      session: of.session,
      member: of.member ?? null,
      of: of.of ?? null,
      group: of.from ?? null,
      label: of.label ?? null,
      createdAt: this.clock(),
      lastSeenAt: null,
      revokedAt: null,
    };
    await this.homeOf(row.session, row.assembly).putAccess(row);
    return { token, row };
  }

  makeLink(of: NewAccess): Promise<{ readonly token: string; readonly row: AccessRow }> {
    return this.make('link', of);
  }
  makeDevice(of: NewAccess): Promise<{ readonly token: string; readonly row: AccessRow }> {
    return this.make('device', of);
  }

  /** A live link's row, or why not. */
  async link(token: string): Promise<AccessRow | null> {
    if (!tokenPattern.test(token)) return null;
    const row = await this.find(token);
    return row && row.kind === 'link' && row.revokedAt === null ? row : null;
  }

  /** Who holds this cookie of this role; null when nobody (forged, revoked, of another role). */
  async identify(role: Role, token: string | undefined): Promise<Identity | null> {
    if (token === undefined || !tokenPattern.test(token)) return null;
    const row = await this.find(token);
    if (!row || row.kind === 'link' || row.role !== role || row.revokedAt !== null) return null;
    const actor = actorOf(row);
    if (!actor) return null;
    this.seen(row);
    return { actor, row };
  }

  /** When a door was last used: for those who lead only, and once a minute at most; phones would write all day. */
  private seen(row: AccessRow): void {
    if (row.role === 'member' || row.role === 'audience') return;
    const now = this.clock();
    if (row.lastSeenAt !== null && now - row.lastSeenAt < 60_000) return;
    // Only a hint for people: a store that fails says so elsewhere.
    this.homeOf(row.session, row.assembly)
      .touchAccess(row.id, now)
      .catch(() => undefined);
  }

  /** What a revoked cookie was revoked from, to say so in words. */
  async revokedAs(role: Role, token: string | undefined): Promise<AccessRow | null> {
    if (token === undefined || !tokenPattern.test(token)) return null;
    const row = await this.find(token);
    return row && row.role === role && row.revokedAt !== null ? row : null;
  }

  /** The devices on which a member's card is open: one, unless somebody opened it twice. */
  async devicesOf(assembly: string, member: string): Promise<readonly AccessRow[]> {
    const rows = await this.homeOf(null, assembly).listAccess({ assembly });
    return rows.filter((row) => row.kind === 'device' && row.member === member && row.revokedAt === null);
  }

  /** True for a device that was let out while it was coming in: it passed the door just before. */
  wasRevoked(id: string): boolean {
    return this.revoked.has(id);
  }

  async revoke(id: string): Promise<void> {
    this.revoked.add(id);
    if (this.revoked.size > revokedKept)
      for (const oldest of this.revoked) {
        this.revoked.delete(oldest);
        break;
      }
    for (const store of this.everywhere()) await store.revokeAccess(id, this.clock());
  }
}
