// The door of the wire: a socket is let in by its role's cookie, its wishes are counted, parsed, answered; views go out.
// Whatever comes here that is malformed, too long, too often or not allowed is refused with a code, costs little and changes nothing (K6).
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import { z } from 'zod';
import { roles } from '../../shared/kernel/audience.ts';
import type { Role } from '../../shared/kernel/audience.ts';
import { idPattern } from '../../shared/kernel/ids.ts';
import { limits } from '../../shared/kernel/limits.ts';
import { PROTOCOL } from '../../shared/kernel/protocol.ts';
import type { Hello, ListReply, Reply, Told, ViewFrame, Wish } from '../../shared/kernel/protocol.ts';
import { roomOf } from '../../shared/kernel/session.ts';
import { isLang, langSchema } from '../../shared/kernel/text.ts';
import type { Lang } from '../../shared/kernel/text.ts';
import { cookieOf } from './access.ts';
import { sameHost } from './http.ts';
import type { Access, Identity } from './access.ts';
import type { Device, Hub } from './hub.ts';
import type { Ledger } from './ledger.ts';

/** A session with its people around it: what the door needs to know. */
export interface Hall {
  readonly id: string;
  readonly ledger: Ledger;
  readonly assembly: Ledger;
  readonly hub: Hub;
  /** Set on a rehearsal: the session it is a throw-away copy of, whose links open it too. */
  readonly rehearsalOf: string | null;
}
export interface Door {
  readonly access: Access;
  readonly hall: (id: string) => Hall | undefined;
  /** The session that a device of a whole assembly (an organiser) or of a person (a member) enters. */
  readonly hallFor: (identity: Identity, wanted: string | null) => Hall | null;
  readonly parseCookies: (header: string | undefined) => Readonly<Record<string, string | undefined>>;
  readonly clock: () => number;
  /** What people type; a proxy in front may give the server another host. */
  readonly publicUrl: string | null;
  readonly onError: (error: unknown) => void;
}

export const audienceRoom = (hall: string, role: Role, lang: Lang): string => `${hall} ${role} ${lang}`;

const burst = 40;
const perSecond = 10;
/** A device that goes on after this many refusals in a row is not a person: it is closed. */
const patience = 400;

const helloSchema = z.object({
  protocol: z.number(),
  role: z.enum(roles),
  lang: langSchema,
  session: z.string().regex(idPattern).nullable(),
  have: z.object({ epoch: z.string().max(40), common: z.number(), mine: z.number() }).nullable(),
});
const isWish = (raw: unknown): raw is Wish =>
  typeof raw === 'object' &&
  raw !== null &&
  'id' in raw &&
  typeof raw.id === 'string' &&
  idPattern.test(raw.id) &&
  'command' in raw &&
  typeof raw.command === 'object' &&
  raw.command !== null;

export const openDoor = (http: HttpServer, door: Door): Server => {
  const purseOf = makePurses();
  const io = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: limits.messageBytes,
    // A dead connection is noticed within 15 s (K8); socket.io's own default needs 45.
    pingInterval: 10_000,
    pingTimeout: 5_000,
    destroyUpgrade: false,
    // A recovered session would skip the identity check; ours is cheap, and the view is asked for by version.
    cors: { origin: false },
    // A page of another site must not speak with our cookies.
    allowRequest: (request, callback) => {
      const { origin, host } = request.headers;
      callback(null, origin === undefined || sameHost(origin, host, door.publicUrl));
    },
  });
  io.use((socket, next) => {
    void letIn(door, socket).then(
      (result) => {
        if (result.kind === 'in') {
          entered.set(socket, result);
          next();
        } else next(Object.assign(new Error(result.code), { data: { code: result.code } }));
      },
      (error: unknown) => {
        door.onError(error);
        next(Object.assign(new Error('kernel.bug'), { data: { code: 'kernel.bug' } }));
      },
    );
  });
  io.on('connection', (socket) => {
    const inside = entered.get(socket);
    if (!inside) return void socket.disconnect(true);
    try {
      serve(door, socket, inside, purseOf(inside.identity.row.id, door.clock()));
    } catch (error) {
      // A view that breaks must not take the other phones down.
      door.onError(error);
      socket.disconnect(true);
    }
  });
  return io;
};

/** What one device may still ask. It outlives the socket: closing and opening again gives nobody more. */
interface Purse {
  tokens: number;
  filledAt: number;
  refused: number;
}

interface Inside {
  readonly kind: 'in';
  readonly hall: Hall;
  readonly identity: Identity;
  readonly hello: Hello;
}
const entered = new WeakMap<Socket, Inside>();

const pursesKept = 20_000;
const makePurses = (): ((device: string, now: number) => Purse) => {
  const purses = new Map<string, Purse>();
  return (device, now) => {
    const known = purses.get(device);
    if (known) return known;
    const made: Purse = { tokens: burst, filledAt: now, refused: 0 };
    purses.set(device, made);
    if (purses.size > pursesKept)
      for (const oldest of purses.keys()) {
        purses.delete(oldest);
        break;
      }
    return made;
  };
};
/** Takes one token; false when there is none. A clock that was set back takes nothing away. */
const spendFrom = (purse: Purse, now: number): boolean => {
  purse.tokens = Math.min(burst, purse.tokens + (Math.max(0, now - purse.filledAt) / 1000) * perSecond);
  purse.filledAt = now;
  if (purse.tokens >= 1) {
    purse.tokens -= 1;
    purse.refused = 0;
    return true;
  }
  purse.refused += 1;
  return false;
};

const letIn = async (
  door: Door,
  socket: Socket,
): Promise<Inside | { readonly kind: 'out'; readonly code: Told['code'] | 'kernel.malformed' }> => {
  const read = helloSchema.safeParse(socket.handshake.auth);
  if (!read.success) return { kind: 'out', code: 'kernel.malformed' };
  const hello: Hello = read.data;
  if (hello.protocol !== PROTOCOL) return { kind: 'out', code: 'protocol.old' };
  const token = door.parseCookies(socket.handshake.headers.cookie)[cookieOf(hello.role)];
  const identity = await door.access.identify(hello.role, token);
  if (!identity) {
    const was = await door.access.revokedAs(hello.role, token);
    return { kind: 'out', code: was ? (was.role === 'member' ? 'seat.moved' : 'access.revoked') : 'access.none' };
  }
  const hall = door.hallFor(identity, hello.session);
  return hall ? { kind: 'in', hall, identity, hello } : { kind: 'out', code: 'access.none' };
};

const isAck = (value: unknown): value is (reply: unknown) => void => typeof value === 'function';
const events: ReadonlySet<unknown> = new Set(['do', 'list', 'lang', 'clock']);

const serve = (door: Door, socket: Socket, { hall, identity, hello }: Inside, purse: Purse): void => {
  const { actor } = identity;
  const send = (frame: ViewFrame) => socket.emit('view', frame);
  const device: Device = {
    actor,
    accessId: identity.row.id,
    label: identity.row.label ?? '',
    lang: hello.lang,
    send,
    tell: (told) => {
      socket.emit('told', told);
      socket.disconnect(true);
    },
    mine: '',
    mineVersion: 0,
  };
  if (door.access.wasRevoked(device.accessId))
    return device.tell({ code: actor.role === 'member' ? 'seat.moved' : 'access.revoked', at: door.clock() });
  void socket.join(audienceRoom(hall.id, actor.role, device.lang));
  hall.hub.join(device, hello.have);
  socket.on('disconnect', () => hall.hub.leave(device));

  const spend = (): boolean => {
    const paid = spendFrom(purse, door.clock());
    if (purse.refused > patience) socket.disconnect(true);
    return paid;
  };
  const no = (code: string): Reply => ({ ok: false, code, at: door.clock() });

  // What this door does not know costs as much as what it knows, and is answered.
  socket.use(([event, ...rest]: unknown[], next) => {
    if (events.has(event)) return next();
    const ack = rest.at(-1);
    const code = spend() ? 'kernel.malformed' : 'kernel.slowDown';
    if (isAck(ack)) ack(no(code));
  });

  socket.on('do', (raw: unknown, ack: unknown) => {
    const answer = (reply: Reply) => {
      if (isAck(ack)) ack(reply);
      else socket.emit('refused', reply);
    };
    if (!spend()) return answer(no('kernel.slowDown'));
    if (!isWish(raw)) return answer(no('kernel.malformed'));
    const type = 'type' in raw.command && typeof raw.command.type === 'string' ? raw.command.type : '';
    if (roomOf(hall.assembly.house, type)) void hall.assembly.submit(raw, actor, hall.id).then(answer);
    else void hall.ledger.submit(raw, actor).then(answer);
  });

  socket.on('list', (raw: unknown, ack: unknown) => {
    if (!isAck(ack)) return;
    const answer = (reply: ListReply) => ack(reply);
    if (!spend()) return answer({ ok: false, code: 'kernel.slowDown', at: door.clock() });
    try {
      answer(readList(hall, device, raw, door.clock()));
    } catch (error) {
      door.onError(error);
      answer({ ok: false, code: 'kernel.bug', at: door.clock() });
    }
  });

  socket.on('lang', (raw: unknown) => {
    if (!spend() || !isLang(raw) || raw === device.lang) return;
    void socket.leave(audienceRoom(hall.id, actor.role, device.lang));
    void socket.join(audienceRoom(hall.id, actor.role, raw));
    try {
      hall.hub.changeLang(device, raw);
    } catch (error) {
      door.onError(error);
      socket.disconnect(true);
    }
  });

  socket.on('clock', (ack: unknown) => {
    if (isAck(ack) && spend()) ack(door.clock());
  });
};

/** Asks every phone in the hall for a sign of life (K12): volatile, counted by whoever asked, kept nowhere. Resolves `done` when all have answered or the wait is over. */
export const askPhones = (
  io: Server,
  hall: string,
  waitMs: number,
  onAnswer: (ms: number) => void,
): { readonly asked: number; readonly done: Promise<void> } => {
  const phones = [...io.sockets.sockets.values()].filter((socket) => {
    const inside = entered.get(socket);
    return inside?.hall.id === hall && (inside.identity.actor.role === 'member' || inside.identity.actor.role === 'audience');
  });
  const from = performance.now();
  const each = phones.map(
    (socket) =>
      new Promise<void>((resolve) => {
        socket.timeout(waitMs).emit('probe', (error: Error | null) => {
          if (error === null) onAnswer(Math.round(performance.now() - from));
          resolve();
        });
      }),
  );
  return { asked: phones.length, done: Promise.all(each).then(() => undefined) };
};

/** `room.name` with a key; the room says who may read it, and by which version it is known. */
export const readList = (
  hall: Pick<Hall, 'ledger' | 'assembly' | 'hub'>,
  device: Pick<Device, 'actor' | 'lang'>,
  raw: unknown,
  at: number,
): ListReply => {
  const malformed: ListReply = { ok: false, code: 'kernel.malformed', at };
  if (typeof raw !== 'object' || raw === null || !('list' in raw) || !('key' in raw) || !('have' in raw)) return malformed;
  const { list, key, have } = raw;
  if (
    typeof list !== 'string' ||
    typeof key !== 'string' ||
    list.length > 60 ||
    key.length > 100 ||
    (have !== null && typeof have !== 'string')
  )
    return malformed;
  const ledger = roomOf(hall.assembly.house, list) ? hall.assembly : hall.ledger;
  const room = roomOf(ledger.house, list);
  const found = room?.lists && Object.hasOwn(room.lists, list) ? room.lists[list] : undefined;
  if (!room || !found) return { ok: false, code: 'kernel.unknownList', at };
  if (!found.roles.includes(device.actor.role)) return { ok: false, code: 'kernel.notYours', at };
  const ctx = hall.hub.viewContext(device.lang);
  const version = found.version(ledger.states[room.name], ctx, key);
  return have === version
    ? { ok: true, version }
    : { ok: true, version, rows: found.rows(ledger.states[room.name], ctx, key, device.actor) };
};
