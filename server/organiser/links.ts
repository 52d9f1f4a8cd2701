// Links of a session for those who work in it: facilitators, desks, screens, one table each for table facilitators, one expert each for who answers. Whoever has the link has the role (decisions: rights),
// so a link is shown once, listed with its last use, and taken back in one tap, with every device that came in by it.
// And the organisers' own browsers, which can be shut out the same way.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { expertIdSchema, groupIdSchema, idPattern } from '../../shared/kernel/ids.ts';
import { line } from '../../shared/kernel/text.ts';
import type { AccessList, LinkRow } from '../../shared/organiser/wire.ts';
import { Refused } from '../kernel/http.ts';
import type { SessionHall } from '../session/registry.ts';
import type { AccessRow, Store } from '../store/store.ts';
import { baseOf } from './address.ts';
import type { Place } from './address.ts';
import { driverOf, hallOf, idOf, organiserOf } from './who.ts';
import type { Doors } from './who.ts';
import { expertsOf, tablesOf } from './states.ts';

const linkRoles = ['facilitator', 'desk', 'screen', 'table', 'expert'] as const;
type LinkRole = LinkRow['role'];
const isLinkRole = (role: string): role is LinkRole => linkRoles.some((one) => one === role);
const pathOf: Readonly<Record<LinkRole, string>> = {
  facilitator: '/console',
  desk: '/desk',
  screen: '/screen',
  table: '/t',
  expert: '/e',
};
const makeSchema = z.discriminatedUnion('role', [
  z.strictObject({ role: z.enum(['facilitator', 'desk', 'screen']), label: line(60, 0) }),
  z.strictObject({ role: z.literal('table'), group: groupIdSchema, label: line(60, 0) }),
  z.strictObject({ role: z.literal('expert'), expert: expertIdSchema, label: line(60, 0) }),
]);
const paramsSchema = z.object({ id: z.string().regex(idPattern), access: z.string().regex(idPattern) });

const linksOf = (rows: readonly AccessRow[]): LinkRow[] =>
  rows.flatMap((row) => {
    if (row.kind !== 'link' || !isLinkRole(row.role)) return [];
    const devices = rows.filter((device) => device.kind === 'device' && device.group === row.id && device.revokedAt === null);
    const lastSeenAt = Math.max(row.lastSeenAt ?? 0, ...devices.map((device) => device.lastSeenAt ?? device.createdAt));
    return [
      {
        id: row.id,
        role: row.role,
        of: row.of,
        label: row.label ?? '',
        createdAt: row.createdAt,
        lastSeenAt: lastSeenAt || null,
        revokedAt: row.revokedAt,
        devices: devices.length,
      },
    ];
  });

/** Takes back a link and its devices, or one device; those that are connected are told and closed at once. */
const takeBack = async ({ access, registry, store }: Doors & { readonly store: Store }, hall: SessionHall, id: string): Promise<void> => {
  const rows = await store.listAccess({ session: hall.id });
  const gone = rows.filter((row) => row.id === id || row.group === id).map((row) => row.id);
  if (!gone.includes(id)) throw new Refused('kernel.notFound', 404);
  for (const one of gone) await access.revoke(one);
  const out = new Set(gone);
  for (const each of registry.halls.values())
    if (each === hall || each.rehearsalOf === hall.id) each.hub.tell((device) => out.has(device.accessId), 'access.revoked');
};

export const linkRoutes = (http: FastifyInstance, doors: Doors & { readonly store: Store; readonly place: Place }): void => {
  const { access, registry, store, place } = doors;

  http.get('/api/sessions/:id/links', async (request) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    const session = hall.rehearsalOf ?? hall.id;
    return { ok: true, links: linksOf(await store.listAccess({ session })), base: await baseOf(place, store, session) };
  });

  http.post('/api/sessions/:id/links', async (request) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    const session = hallOf(doors, hall.rehearsalOf ?? hall.id);
    if (session.about().phase === 'sealed') throw new Refused('session.sealed', 403);
    const wish = makeSchema.parse(request.body);
    const { role, label } = wish;
    // A link for a table that is not there would open a page with nothing on it.
    if (wish.role === 'table' && !tablesOf(session.ledger).has(wish.group)) throw new Refused('groups.unknown', 404);
    if (wish.role === 'expert' && !expertsOf(session.ledger).has(wish.expert)) throw new Refused('floor.unknownExpert', 404);
    const { token, row } = await access.makeLink({
      role,
      assembly: session.of.id,
      session: session.id,
      label,
      ...(wish.role === 'table' ? { of: wish.group } : wish.role === 'expert' ? { of: wish.expert } : {}),
    });
    const [link] = linksOf([row]);
    return { ok: true, link, url: `${await baseOf(place, store, session.id)}${pathOf[role]}#t=${token}` };
  });

  http.delete('/api/sessions/:id/links/:access', async (request) => {
    const { id, access: link } = paramsSchema.parse(request.params);
    const { hall } = await driverOf(doors, request, id);
    await takeBack(doors, hallOf(doors, hall.rehearsalOf ?? hall.id), link);
    return { ok: true };
  });

  http.get('/api/access', async (request): Promise<AccessList> => {
    const me = await organiserOf(doors, request);
    const own = await store.listAccess({ role: 'organiser' });
    const accounts = (await store.accounts()).map(({ id, name, createdAt }) => ({
      id,
      name,
      createdAt,
      me: id === me.row.group,
      devices: own
        .filter((row) => row.kind === 'device' && row.group === id && row.revokedAt === null)
        .map((row) => ({ id: row.id, createdAt: row.createdAt, lastSeenAt: row.lastSeenAt, mine: row.id === me.row.id })),
    }));
    const sessions = [];
    for (const hall of registry.halls.values()) {
      const { title, day, phase } = hall.about();
      if (hall.rehearsalOf !== null || phase === 'none') continue;
      sessions.push({ id: hall.id, title, day, phase, links: linksOf(await store.listAccess({ session: hall.id })) });
    }
    const invitations = own
      .filter((row) => row.kind === 'link' && row.label === 'invite' && row.revokedAt === null)
      .map(({ id, createdAt }) => ({ id, createdAt }));
    return { ok: true, accounts, invitations, sessions: sessions.sort((a, b) => b.day.localeCompare(a.day)) };
  });

  /** An organiser's browser, or an invitation that nobody has used. */
  http.delete('/api/access/:id', async (request) => {
    await organiserOf(doors, request);
    const id = idOf(request);
    const row = (await store.listAccess({ role: 'organiser' })).find((one) => one.id === id);
    if (!row) throw new Refused('kernel.notFound', 404);
    await access.revoke(id);
    for (const hall of registry.halls.values()) hall.hub.tell((device) => device.accessId === id, 'access.revoked');
    return { ok: true };
  });
};
