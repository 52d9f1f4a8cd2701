// The test of the room (K12), on the server's side: the QR tried from a phone, a sign of life asked of every phone, "it can be read" said by
// a person. Nothing of it is stored and nothing enters a log: it is forgotten when the server stops. The address that phones use and what was
// printed have their own doors (organiser/address.ts); whether the server can store says /health.
// `/api/hello` answers anybody: it is what a phone tries from home, before it has any way in. It tells nothing and counts for nothing.
import type { FastifyInstance } from 'fastify';
import type { Server } from 'socket.io';
import { z } from 'zod';
import { limits } from '../../shared/kernel/limits.ts';
import { line } from '../../shared/kernel/text.ts';
import type { RoomTestReply } from '../../shared/roomtest/wire.ts';
import { Refused } from '../kernel/http.ts';
import { newToken } from '../kernel/random.ts';
import { askPhones } from '../kernel/socket.ts';
import { driverOf, idOf } from '../organiser/who.ts';
import type { Doors } from '../organiser/who.ts';

/** A phone that needs longer than this would be late for every question. */
const probeWaitMs = 5000;
/** Two facilitators press together, or one presses again: the first is still out. */
const probeEveryMs = 1000;

interface Test {
  readonly trial: string;
  qr: { readonly at: number; readonly ms: number } | null;
  probe: { readonly at: number; readonly asked: number; answered: number; slowestMs: number | null; open: boolean } | null;
  readable: { readonly yes: boolean; readonly at: number } | null;
}

const helloQuery = z.object({
  p: z.exactOptional(z.string().max(40)),
  /** How long the phone took to open the page, in ms, by its own clock. */
  ms: z.exactOptional(z.coerce.number().int().min(0).max(600_000)),
});
const helloBody = z.strictObject({ text: line(limits.entryChars) });
const readableBody = z.strictObject({ yes: z.boolean() });

export const roomTestRoutes = (
  http: FastifyInstance,
  doors: Doors & { readonly clock: () => number; readonly io: () => Server | null; readonly waitMs?: number },
): void => {
  const { clock, io } = doors;
  const tests = new Map<string, Test>();
  const testOf = (session: string): Test => {
    const known = tests.get(session);
    if (known) return known;
    const made: Test = { trial: newToken().slice(0, 10), qr: null, probe: null, readable: null };
    tests.set(session, made);
    return made;
  };
  const told = ({ trial, qr, probe, readable }: Test): RoomTestReply => ({
    ok: true,
    trial,
    qr,
    probe: probe && {
      at: probe.at,
      asked: probe.asked,
      answered: probe.answered,
      slowestMs: probe.slowestMs,
      state: probe.open ? 'running' : 'done',
    },
    readable,
  });

  http.get('/api/sessions/:id/roomtest', async (request, reply) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    void reply.header('cache-control', 'no-store');
    return told(testOf(hall.id));
  });
  http.post('/api/sessions/:id/roomtest/probe', async (request) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    const test = testOf(hall.id);
    const server = io();
    if (!server) throw new Refused('kernel.stopping', 503);
    const at = clock();
    if (test.probe && test.probe.open && at - test.probe.at < probeEveryMs) return told(test);
    const answers: number[] = [];
    const { asked, done } = askPhones(server, hall.id, doors.waitMs ?? probeWaitMs, (ms) => {
      answers.push(ms);
      probe.answered = answers.length;
      probe.slowestMs = Math.max(probe.slowestMs ?? 0, ms);
    });
    const probe: NonNullable<Test['probe']> = { at, asked, answered: 0, slowestMs: null, open: asked > 0 };
    test.probe = probe;
    void done.then(() => {
      probe.open = false;
    });
    return told(test);
  });
  /** Only a person can say that the last row reads the smallest line. */
  http.post('/api/sessions/:id/roomtest/readable', async (request) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    const test = testOf(hall.id);
    test.readable = { yes: readableBody.parse(request.body).yes, at: clock() };
    return told(test);
  });
  /** "Riprova": the next phone that opens the QR counts. */
  http.delete('/api/sessions/:id/roomtest/qr', async (request) => {
    const { hall } = await driverOf(doors, request, idOf(request));
    const test = testOf(hall.id);
    test.qr = null;
    return told(test);
  });

  http.get('/api/hello', async (request, reply) => {
    const { p, ms } = helloQuery.parse(request.query);
    void reply.header('cache-control', 'no-store');
    // Said the same to everybody: a wrong key learns nothing.
    if (p !== undefined && ms !== undefined) for (const test of tests.values()) if (test.trial === p) test.qr = { at: clock(), ms };
    return { ok: true, at: clock() };
  });
  /** A tap and a word, sent back as they came and kept nowhere. */
  http.post('/api/hello', { bodyLimit: 2048 }, async (request) => ({ ok: true, at: clock(), text: helloBody.parse(request.body).text }));
};
