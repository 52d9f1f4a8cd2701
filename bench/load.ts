// The load generator: phones, a wall and a console as the server sees them, in a process of their own. Most phones are bare sockets that
// speak the wire's words, so that one machine can hold thousands; some run the page's own connection, so that the frames are proven real.
// Counts what each bare phone receives (engine messages: views, acknowledgements, keep-alive; bytes of their content, without framing).
import { io } from 'socket.io-client';
import { z } from 'zod';
import { connect } from '../client/kernel/connection.ts';
import { newId } from '../client/kernel/ids.ts';
import { socketTransport } from '../client/kernel/transport.ts';
import { PROTOCOL } from '../shared/kernel/protocol.ts';
import { serveAsHelper } from './helper.ts';

interface Phone {
  readonly real: boolean;
  /** Resolves with true when it was taken; rejects when no answer came. */
  readonly send: (command: { readonly type: string } & Readonly<Record<string, unknown>>, limitMs: number) => Promise<boolean>;
  readonly close: () => void;
  messages: number;
  bytes: number;
  /** Views that carried a common part. */
  views: number;
  /** "n answered" as it stands on this screen, and since when (performance clock, ms). */
  answered: number;
  answeredAt: number;
}

const countSchema = z.object({ answered: z.number() });
const commonSchema = z.object({
  common: z.object({ data: z.object({ poll: z.object({ now: countSchema.nullish(), rounds: z.array(countSchema).optional() }) }) }),
});
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
/** How many have answered, as a frame says it; null when it says nothing of it. */
const answeredIn = (frame: unknown): number | null => {
  if (!isObject(frame)) return null;
  const plain = countSchema.safeParse(frame);
  if (plain.success) return plain.data.answered;
  if (!('common' in frame)) return null;
  const read = commonSchema.safeParse(frame);
  if (!read.success) return null;
  const { now, rounds } = read.data.common.data.poll;
  return now?.answered ?? rounds?.[0]?.answered ?? null;
};
const take = (phone: Phone, frame: unknown): void => {
  const answered = answeredIn(frame);
  if (answered === null) return;
  phone.views += 1;
  phone.answered = answered;
  phone.answeredAt = performance.now();
};

const connectSchema = z.object({
  url: z.string(),
  role: z.enum(['audience', 'screen', 'facilitator', 'plain']),
  tokens: z.array(z.string()),
  real: z.number().int(),
});
type Role = z.infer<typeof connectSchema>['role'];

const bare = (url: string, role: Role, token: string): Promise<Phone> => {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    ...(role === 'plain'
      ? {}
      : {
          auth: { protocol: PROTOCOL, role, lang: 'it', session: null, have: null },
          extraHeaders: { cookie: `plenaria_${role}=${token}` },
        }),
  });
  const phone: Phone = {
    real: false,
    send: async (command, limitMs) => {
      const reply: unknown = await socket.timeout(limitMs).emitWithAck('do', { id: newId(), command });
      return isObject(reply) && 'ok' in reply && reply.ok === true;
    },
    close: () => void socket.close(),
    messages: 0,
    bytes: 0,
    views: 0,
    answered: 0,
    answeredAt: 0,
  };
  socket.io.engine.on('packet', ({ data }) => {
    phone.messages += 1;
    if (typeof data === 'string') phone.bytes += Buffer.byteLength(data);
  });
  return new Promise((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.on('view', (frame: unknown) => {
      take(phone, frame);
      resolve(phone);
    });
  });
};

const page = (url: string, token: string): Promise<Phone> =>
  new Promise((resolve) => {
    const connection = connect({
      transport: socketTransport({ url, headers: { cookie: `plenaria_audience=${token}` } }),
      role: 'audience',
      session: null,
      lang: 'it',
      onFrame: (frame) => take(phone, frame),
    });
    const phone: Phone = {
      real: true,
      send: async (command) => (await connection.send(command, { keep: true })).ok,
      close: connection.close,
      messages: 0,
      bytes: 0,
      views: 0,
      answered: 0,
      answeredAt: 0,
    };
    const stop = connection.store.subscribe(({ common, link }) => {
      if (common === null || link.kind !== 'live') return;
      stop();
      resolve(phone);
    });
  });

const phones: Phone[] = [];
/** Walls and consoles: they watch and do not answer. */
const watchers: Phone[] = [];

/** Always the same numbers (mulberry32): two runs have the same arrivals. */
const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const until = async (there: () => boolean, limitMs: number): Promise<boolean> => {
  const begun = performance.now();
  while (!there()) {
    if (performance.now() - begun > limitMs) return false;
    await pause(20);
  }
  return true;
};

const roundSchema = z.object({
  poll: z.string(),
  options: z.array(z.string()),
  /** Phones `from`… answer, this many, at random moments of `overMs`. */
  from: z.number().int(),
  count: z.number().int(),
  overMs: z.number(),
  seed: z.number().int(),
  /** How long a phone waits for its acknowledgement. */
  limitMs: z.number(),
  edit: z.number().int(),
  /** Wait until everybody shows this many, at most so long (ms); null: do not wait. */
  settle: z.object({ answered: z.number(), limitMs: z.number() }).nullable(),
});

const round = async (raw: unknown) => {
  const { poll, options, from, count, overMs, seed, limitMs, edit, settle } = roundSchema.parse(raw);
  const random = seeded(seed);
  const answering = phones.slice(from, from + count);
  const acksMs: number[] = [];
  let refused = 0;
  let lost = 0;
  let lastSentAt = 0;
  const bareOnes = phones.filter(({ real }) => !real);
  const sum = (of: (phone: Phone) => number) => bareOnes.reduce((total, phone) => total + of(phone), 0);
  const before = { messages: sum(({ messages }) => messages), bytes: sum(({ bytes }) => bytes), views: sum(({ views }) => views) };
  const begun = performance.now();
  await Promise.all(
    answering.map(async (phone) => {
      await pause(random() * overMs);
      const answer = { kind: 'choice', picked: [options[Math.floor(random() * options.length)] ?? ''] };
      const sentAt = performance.now();
      lastSentAt = sentAt;
      try {
        const taken = await phone.send({ type: 'poll.answer', poll, round: 1, edit, answer }, limitMs);
        if (taken) acksMs.push(performance.now() - sentAt);
        else refused += 1;
      } catch {
        lost += 1;
      }
    }),
  );
  const ackedAt = performance.now();
  const [screen] = watchers;
  let phonesThere = true;
  if (settle) {
    const shows = (phone: Phone) => phone.answered === settle.answered;
    await until(() => screen === undefined || shows(screen), settle.limitMs);
    phonesThere = await until(() => phones.every(shows), settle.limitMs);
  }
  return {
    acksMs,
    refused,
    lost,
    spanMs: ackedAt - begun,
    screenMs: settle && screen?.answered === settle.answered ? screen.answeredAt - lastSentAt : null,
    allShow: phonesThere,
    realShow: settle ? phones.filter(({ real, answered }) => real && answered === settle.answered).length : 0,
    messages: (sum(({ messages }) => messages) - before.messages) / Math.max(1, bareOnes.length),
    bytes: (sum(({ bytes }) => bytes) - before.bytes) / Math.max(1, bareOnes.length),
    views: (sum(({ views }) => views) - before.views) / Math.max(1, bareOnes.length),
  };
};

serveAsHelper({
  connect: async (raw) => {
    const { url, role, tokens, real } = connectSchema.parse(raw);
    const into = role === 'audience' || role === 'plain' ? phones : watchers;
    for (let at = 0; at < tokens.length; at += 50)
      into.push(
        ...(await Promise.all(
          tokens.slice(at, at + 50).map((token, place) => (at + place < real ? page(url, token) : bare(url, role, token))),
        )),
      );
    return phones.length;
  },
  /** A phone of the baseline that only watches. */
  watch: async (raw) => {
    const { url } = z.object({ url: z.string() }).parse(raw);
    watchers.push(await bare(url, 'plain', ''));
  },
  /** Waits until everybody shows this many. */
  show: async (raw) => {
    const { answered, limitMs } = z.object({ answered: z.number(), limitMs: z.number() }).parse(raw);
    return until(() => [...phones, ...watchers].every((phone) => phone.answered === answered), limitMs);
  },
  round,
  close: () => {
    for (const phone of [...phones.splice(0), ...watchers.splice(0)]) phone.close();
  },
});
