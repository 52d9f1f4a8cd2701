// A crowd of simulated people over the real road: `node client/simulated/crowd.ts <url>` reads one JSON order on its standard input,
// opens each member's card and the audience's code as a phone would, and plays until it is stopped (a signal, or the end of the server).
// The server starts it as a process of its own for a rehearsal, so that a hundred invented phones cost it no more than real ones;
// the end-to-end tests and the bench use the same. On the standard output: one line of JSON with what everybody did, at the end.
// Order: {"members": [card tokens], "audience": {"code", "count"}, "pace": 1}. `seed` makes the same crowd again.
import { z } from 'zod';
import type { Role } from '../../shared/kernel/audience.ts';
import { connect } from '../kernel/connection.ts';
import type { Connection } from '../kernel/connection.ts';
import { heldDocument } from '../kernel/document.ts';
import type { SharedDocument } from '../kernel/document.ts';
import { socketTransport } from '../kernel/transport.ts';
import { openLine } from '../kernel/yjsDocument.ts';
import { counted, noCounts } from './counts.ts';
import { simulate } from './member.ts';
import type { Simulated } from './member.ts';

const orderSchema = z.strictObject({
  members: z.array(z.string()).max(5000),
  audience: z.strictObject({ code: z.string(), count: z.int().min(0).max(5000) }),
  pace: z.number().positive(),
  seed: z.optional(z.int()),
});
/** Phones come in over this long, at pace 1; nobody knocks in the same millisecond. */
const arriveOverMs = 15_000;
const leaveAfterMs = 5000;

/** Mulberry32: small, seeded, good enough to invent opinions. */
export const dice = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
const later = (ms: number, act: () => void): (() => void) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The cookie that a card or a code is exchanged for; null when the door says no. */
export const enterAs = async (url: string, by: { readonly token: string } | { readonly code: string }): Promise<string | null> => {
  const response = await fetch(`${url}/api/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(by),
  });
  await response.arrayBuffer();
  const role = 'token' in by ? 'member' : 'audience';
  return (
    response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0] ?? '')
      .find((pair) => pair.startsWith(`plenaria_${role}=`)) ?? null
  );
};

/** Node's own socket with the cookie that a browser would send by itself. */
const withCookie = (cookie: string): typeof WebSocket =>
  class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      // @ts-expect-error Node's WebSocket also takes headers.
      super(url, { headers: { cookie }, protocols });
    }
  };
/** A board's shared document, as a page opens it. */
const documentOpener =
  (url: string, role: Role, cookie: string) =>
  (document: string): SharedDocument => {
    const held = heldDocument();
    const line = openLine({
      url: url.replace(/^http/, 'ws'),
      role,
      session: null,
      document,
      held,
      maps: ['notes', 'themes'],
      WebSocketPolyfill: withCookie(cookie),
    });
    return { ...held, close: line.close };
  };

interface Person {
  readonly connection: Connection;
  readonly simulated: Simulated;
}
export interface Crowd {
  readonly people: readonly Person[];
  readonly stop: () => void;
}

export const joinCrowd = (url: string, order: z.infer<typeof orderSchema>): Crowd => {
  const people: Person[] = [];
  const seed = order.seed ?? Date.now();
  let stopped = false;
  const one = async (index: number, by: { readonly token: string } | { readonly code: string }): Promise<void> => {
    const random = dice(seed + index * 7919);
    await pause((random() * arriveOverMs) / order.pace);
    const cookie = stopped ? null : await enterAs(url, by);
    if (cookie === null || stopped) return;
    const role = 'token' in by ? 'member' : 'audience';
    const connection = connect({ transport: socketTransport({ url, headers: { cookie } }), role, session: null, lang: 'it' });
    const openDocument = documentOpener(url, role, cookie);
    people.push({ connection, simulated: simulate({ connection, random, later, pace: order.pace, openDocument }) });
  };
  const doors = [
    ...order.members.map((token) => ({ token })),
    ...Array.from({ length: order.audience.count }, () => ({ code: order.audience.code })),
  ];
  doors.forEach((by, index) => {
    one(index, by).catch((error: unknown) => {
      if (!stopped) console.error(`a simulated phone could not come in: ${String(error)}`);
    });
  });
  return {
    people,
    stop: () => {
      stopped = true;
      for (const { connection, simulated } of people) {
        simulated.stop();
        connection.close();
      }
    },
  };
};

const readOrder = async (): Promise<unknown> => {
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  return JSON.parse(text);
};
const run = async (url: string): Promise<void> => {
  const crowd = joinCrowd(url, orderSchema.parse(await readOrder()));
  const end = (): void => {
    const sum = noCounts();
    for (const { simulated } of crowd.people) for (const key of counted) sum[key] += simulated.counts[key];
    crowd.stop();
    process.stdout.write(`${JSON.stringify({ people: crowd.people.length, ...sum })}\n`, () => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  // When everybody has been let out the play is over.
  const watch = setInterval(() => {
    if (crowd.people.length > 0 && crowd.people.every(({ connection }) => connection.store.getState().link.kind === 'refused')) {
      clearInterval(watch);
      end();
    }
  }, leaveAfterMs);
};

const [, script, url] = process.argv;
if (import.meta.url === new URL(`file://${script ?? ''}`).href && url !== undefined) await run(url.replace(/\/+$/, ''));
