// How somebody gets in: a link or a card's QR (128 bits, in the fragment of the address, sent here once), a card's code, the room's code.
// A right code is never refused by a limit; wrong ones slow down per device and, gently, per session, and the console is told (decisions: codes).
// One seat is one device: a card opened on a second one moves the seat and tells the first (RO3). A device with a seat is not audience (PO2).
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { roles } from '../../shared/kernel/audience.ts';
import type { Role } from '../../shared/kernel/audience.ts';
import { readCode } from '../../shared/kernel/codes.ts';
import type { Access } from '../kernel/access.ts';
import { Refused, clearRoleCookie, roleCookie, setRoleCookie } from '../kernel/http.ts';
import { newId, tokenPattern } from '../kernel/random.ts';
import type { Registry, SessionHall } from './registry.ts';

const enterSchema = z.union([z.strictObject({ token: z.string().regex(tokenPattern) }), z.strictObject({ code: z.string().max(40) })]);
const leaveSchema = z.strictObject({ role: z.enum(roles) });

/** Where each role's page is. */
export const pathOf: Readonly<Record<Role, string>> = {
  organiser: '/home',
  facilitator: '/console',
  desk: '/desk',
  table: '/t',
  expert: '/e',
  member: '/m',
  audience: '/',
  screen: '/screen',
};

export interface Entered {
  readonly ok: true;
  readonly role: Role;
  readonly session: string;
  readonly path: string;
}
const doorCookie = 'plenaria_door';
const rememberedDevices = 10_000;

export interface EnterOptions {
  readonly registry: Registry;
  readonly access: Access;
  readonly publicUrl: string | null;
  readonly onError: (error: unknown) => void;
  /** How the price of a wrong code is paid, in ms; tests do not wait. */
  readonly wait?: ((ms: number) => Promise<unknown>) | undefined;
}

export const enterRoutes = (
  app: FastifyInstance,
  { registry, access, publicUrl, onError, wait = (ms) => pause(ms, undefined, { ref: false }) }: EnterOptions,
): void => {
  const wrongByDevice = new Map<string, number>();
  /** Per member, the entering under way: two phones that open one card at once come in one after the other, and the second has the seat. */
  const entering = new Map<string, Promise<unknown>>();
  const inTurn = <T>(member: string, act: () => Promise<T>): Promise<T> => {
    const turn = (entering.get(member) ?? Promise.resolve()).then(act, act);
    entering.set(member, turn);
    const done = () => {
      if (entering.get(member) === turn) entering.delete(member);
    };
    turn.then(done, done);
    return turn;
  };

  const letOut = async (id: string, code: 'seat.moved' | 'card.replaced' | 'access.revoked'): Promise<void> => {
    await access.revoke(id);
    registry.tell(id, code);
  };
  registry.onVoid = (assembly, members) => {
    for (const member of members)
      void inTurn(member, async () => {
        for (const device of await access.devicesOf(assembly, member)) await letOut(device.id, 'card.replaced');
      }).catch(onError);
  };

  /** The price of a wrong code: half a second, doubled for each one of this device, at most 8 s; 50 ms more for each recent one in the session. */
  const wrong = async (
    request: FastifyRequest,
    reply: FastifyReply,
    code: string,
    params: Readonly<Record<string, string | number>> = {},
  ): Promise<never> => {
    const known = request.cookies[doorCookie];
    const device = known !== undefined && /^[a-z0-9]{20}$/.test(known) ? known : newId();
    if (device !== known) void reply.setCookie(doorCookie, device, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 3600 });
    const count = (wrongByDevice.get(device) ?? 0) + 1;
    wrongByDevice.set(device, count);
    if (wrongByDevice.size > rememberedDevices)
      for (const [oldest] of wrongByDevice) {
        wrongByDevice.delete(oldest);
        break;
      }
    let recent = 0;
    for (const hall of registry.halls.values()) {
      if (hall.rehearsalOf !== null || hall.about().phase === 'sealed') continue;
      hall.alarms.wrongCode(device);
      recent = Math.max(recent, hall.alarms.recentWrong());
    }
    await wait(Math.min(8000, 250 * 2 ** count) + Math.min(2000, 50 * recent));
    throw new Refused(code, 403, params);
  };

  const asMember = (request: FastifyRequest, reply: FastifyReply, hall: SessionHall, member: string, seat: string): Promise<Entered> =>
    inTurn(member, () => seated(request, reply, hall, member, seat));

  const seated = async (
    request: FastifyRequest,
    reply: FastifyReply,
    hall: SessionHall,
    member: string,
    seat: string,
  ): Promise<Entered> => {
    const here = await access.identify('member', roleCookie(request, 'member'));
    if (here?.row.assembly === hall.of.id && here.row.member === member) return { ok: true, role: 'member', session: hall.id, path: '/m' };
    const others = await access.devicesOf(hall.of.id, member);
    const made = await access.makeDevice({ role: 'member', assembly: hall.of.id, session: null, member, label: seat });
    setRoleCookie(reply, 'member', made.token, publicUrl);
    for (const other of others) await letOut(other.id, 'seat.moved');
    // The browser changes seats: the one it leaves has no device any more.
    if (here) await letOut(here.row.id, 'access.revoked');
    // One person, one electorate: the same phone's audience place in this session is given up.
    const audience = await access.identify('audience', roleCookie(request, 'audience'));
    if (audience?.row.session === hall.id) {
      await letOut(audience.row.id, 'access.revoked');
      clearRoleCookie(reply, 'audience');
    }
    return { ok: true, role: 'member', session: hall.id, path: '/m' };
  };

  const byCard = async (request: FastifyRequest, reply: FastifyReply, codeOrToken: string): Promise<Entered> => {
    const found = registry.card(codeOrToken);
    if (!found) return wrong(request, reply, 'enter.wrongCode');
    const { standing, assembly } = found;
    const hall = registry.currentSession(assembly.id);
    if (standing.state === 'void')
      throw new Refused('enter.cardReplaced', 403, {
        at: standing.at,
        seat: standing.seat,
        why: standing.why,
        timeZone: hall?.about().timeZone ?? 'UTC',
      });
    if (!hall) throw new Refused('enter.noSession', 404);
    return asMember(request, reply, hall, standing.member, standing.seat);
  };

  const byRoom = async (request: FastifyRequest, reply: FastifyReply, code: string): Promise<Entered> => {
    const hall = registry.byRoomCode(code);
    if (!hall) return wrong(request, reply, 'enter.wrongCode');
    return asAudience(request, reply, hall);
  };

  const asAudience = async (request: FastifyRequest, reply: FastifyReply, hall: SessionHall): Promise<Entered> => {
    const { phase, audienceDoor } = hall.about();
    if (phase === 'closed' || phase === 'sealed') throw new Refused('enter.over', 403);
    const seat = await access.identify('member', roleCookie(request, 'member'));
    if (seat?.row.assembly === hall.of.id) return { ok: true, role: 'member', session: hall.id, path: '/m' };
    const known = await access.identify('audience', roleCookie(request, 'audience'));
    if (known?.row.session === hall.id) return { ok: true, role: 'audience', session: hall.id, path: '/' };
    if (!audienceDoor) throw new Refused('enter.audienceDoorClosed', 403);
    const made = await access.makeDevice({ role: 'audience', assembly: hall.of.id, session: hall.id });
    setRoleCookie(reply, 'audience', made.token, publicUrl);
    return { ok: true, role: 'audience', session: hall.id, path: '/' };
  };

  const byLink = async (request: FastifyRequest, reply: FastifyReply, token: string): Promise<Entered> => {
    const link = await access.link(token);
    const role = roles.find((one) => one === link?.role);
    if (!link || !role || link.session === null) return byCard(request, reply, token);
    const hall = registry.halls.get(link.session);
    if (!hall || hall.about().phase === 'sealed') throw new Refused('enter.over', 403);
    // A link for the audience is the same door as the room's code: a phone with a seat stays its member's (PO2).
    if (role === 'audience') return asAudience(request, reply, hall);
    const known = await access.identify(role, roleCookie(request, role));
    // One browser holds one table at a time: the link of another table moves it there.
    if (known?.row.session !== link.session || known.row.of !== link.of) {
      const made = await access.makeDevice({
        role,
        assembly: link.assembly,
        session: link.session,
        from: link.id,
        ...(link.of === null ? {} : { of: link.of }),
        ...(link.label === null ? {} : { label: link.label }),
      });
      setRoleCookie(reply, role, made.token, publicUrl);
    }
    return { ok: true, role, session: link.session, path: pathOf[role] };
  };

  app.post('/api/enter', async (request, reply): Promise<Entered> => {
    const body = enterSchema.parse(request.body);
    if ('token' in body) return byLink(request, reply, body.token);
    const read = readCode(body.code);
    if (!read) return wrong(request, reply, 'enter.notACode');
    return read.kind === 'room' ? byRoom(request, reply, read.code) : byCard(request, reply, read.code);
  });

  /** "Esco da questo telefono": the shared tablet's clearing, and the second try with another card. */
  app.post('/api/leave', async (request, reply) => {
    const { role } = leaveSchema.parse(request.body);
    const identity = await access.identify(role, roleCookie(request, role));
    // Other tabs of this browser are out too: a shared tablet is cleared, not only left.
    if (identity) await letOut(identity.row.id, 'access.revoked');
    clearRoleCookie(reply, role);
    return { ok: true };
  });

  /** Which of this browser's cookies still open something: the front door goes on where one was. */
  app.get('/api/here', async (request) => {
    const here: Partial<Record<Role, string>> = {};
    for (const role of roles) {
      const identity = await access.identify(role, roleCookie(request, role));
      if (!identity) continue;
      const hall = registry.hallFor(identity, null);
      if (role === 'organiser' || hall) here[role] = hall?.id ?? '';
    }
    return { ok: true, here };
  });
};
