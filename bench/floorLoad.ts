// A hall that asks to speak and supports questions, in a process of its own: every phone is a line of its own, as is each console. What
// comes is counted by phone; in the end every device says in which order it sees the hands.
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { z } from 'zod';
import { newId } from '../client/kernel/ids.ts';
import { PROTOCOL } from '../shared/kernel/protocol.ts';
import { serveAsHelper } from './helper.ts';

interface Line {
  readonly socket: Socket;
  pushes: number;
  bytes: number;
  common: Record<string, unknown>;
  mine: Record<string, unknown>;
}
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const partOf = (frame: unknown, name: string): Record<string, unknown> | null => {
  const part = isRecord(frame) ? frame[name] : undefined;
  const data = isRecord(part) ? part['data'] : undefined;
  return isRecord(data) ? data : null;
};
const join = async (base: string, role: 'member' | 'facilitator', token: string): Promise<Line> => {
  const socket = io(base, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { protocol: PROTOCOL, role, lang: 'it', session: null, have: null },
    extraHeaders: { cookie: `plenaria_${role}=${token}` },
  });
  const line: Line = { socket, pushes: 0, bytes: 0, common: {}, mine: {} };
  const here = new Promise<void>((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.on('view', (frame: unknown) => {
      line.pushes += 1;
      line.bytes += Buffer.byteLength(JSON.stringify(frame));
      line.common = partOf(frame, 'common') ?? line.common;
      line.mine = partOf(frame, 'mine') ?? line.mine;
      resolve();
    });
  });
  await here;
  return line;
};
const refusals: string[] = [];
const wish = async ({ socket }: Line, command: object): Promise<number> => {
  const begun = performance.now();
  const reply: unknown = await socket.timeout(20_000).emitWithAck('do', { id: newId(), command });
  if (!isRecord(reply) || reply['ok'] !== true) refusals.push(JSON.stringify(reply));
  return performance.now() - begun;
};
const listOf = async ({ socket }: Line, list: string): Promise<readonly Record<string, unknown>[]> => {
  const reply: unknown = await socket.timeout(20_000).emitWithAck('list', { list, key: '', have: null });
  const rows = isRecord(reply) ? reply['rows'] : undefined;
  return Array.isArray(rows) ? rows.filter(isRecord) : [];
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

const phones: Line[] = [];
const consoles: Line[] = [];
const questions: string[] = [];
const handOf = ({ mine }: Line): number | null => {
  const floor = mine['floor'];
  const hand = isRecord(floor) ? floor['hand'] : undefined;
  const before = isRecord(hand) ? hand['before'] : undefined;
  return typeof before === 'number' ? before : null;
};
const waitingOf = ({ common }: Line): unknown => (isRecord(common['floor']) ? common['floor']['waiting'] : undefined);

const joinSchema = z.object({ base: z.string(), tokens: z.array(z.string()), facilitator: z.string(), questions: z.int() });
const playSchema = z.object({ overMs: z.number(), upvotes: z.int() });
serveAsHelper({
  join: async (raw) => {
    const { base, tokens, facilitator, questions: many } = joinSchema.parse(raw);
    for (let at = 0; at < tokens.length; at += 20)
      phones.push(...(await Promise.all(tokens.slice(at, at + 20).map((token) => join(base, 'member', token)))));
    consoles.push(...(await Promise.all([0, 1].map(() => join(base, 'facilitator', facilitator)))));
    for (const phone of phones.slice(0, many)) {
      const question = newId();
      questions.push(question);
      await wish(phone, {
        type: 'floor.ask',
        question,
        text: `Quando arrivano gli alberi? ${question}`,
        lang: 'it',
        door: 'phone',
        group: null,
      });
    }
    return phones.length;
  },
  /** Every hand and so many supports, spread over the time; then until every device has what there is. */
  play: async (raw) => {
    const { overMs, upvotes } = playSchema.parse(raw);
    for (const line of [...phones, ...consoles]) [line.pushes, line.bytes] = [0, 0];
    refusals.length = 0;
    const all: { readonly at: number; readonly act: () => Promise<number> }[] = [];
    phones.forEach((phone, n) =>
      all.push({
        at: (n / phones.length) * overMs,
        act: () => wish(phone, { type: 'floor.raise', member: null, kind: 'speech', on: true }),
      }),
    );
    for (let n = 0; n < upvotes; n += 1) {
      const phone = phones[n % phones.length];
      const question = questions[Math.floor(n / phones.length + n) % questions.length];
      if (phone) all.push({ at: (n / upvotes) * overMs, act: () => wish(phone, { type: 'floor.upvote', question, on: true, edit: 1 }) });
    }
    const begun = performance.now();
    const acksMs = await Promise.all(all.map(async ({ at, act }) => pause(at - (performance.now() - begun)).then(act)));
    const spanMs = performance.now() - begun;
    const pushes = phones.map((line) => line.pushes);
    const limit = performance.now() + 15_000;
    const settled = () => phones.every((line) => handOf(line) !== null && waitingOf(line) === phones.length);
    while (!settled() && performance.now() < limit) await pause(50);
    const settledMs = performance.now() - begun - spanMs;
    const lists = await Promise.all(consoles.map((line) => listOf(line, 'floor.hands')));
    const orders = lists.map((rows) => rows.map((row) => String(row['seat'])).join(' '));
    const seatOf = (line: Line): string => {
      const presence = line.mine['presence'];
      return isRecord(presence) ? String(presence['seat']) : '';
    };
    const byPhones = [...phones]
      .sort((a, b) => (handOf(a) ?? -1) - (handOf(b) ?? -1))
      .map(seatOf)
      .join(' ');
    const [first] = consoles;
    const rows = first ? await listOf(first, 'floor.questions') : [];
    const votes = rows.reduce((sum, row) => sum + (isRecord(row['votes']) ? Number(row['votes']['members']) : 0), 0);
    return {
      acksMs,
      spanMs,
      settledMs,
      pushes,
      bytes: phones.map((line) => line.bytes),
      hands: lists[0]?.length ?? 0,
      orders: new Set([...orders, byPhones]).size,
      votes,
      refusals: [...new Set(refusals)],
    };
  },
  close: () => {
    for (const { socket } of [...phones, ...consoles]) socket.close();
  },
});
