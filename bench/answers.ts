// A hall answers: 1,000 phones within 3 s, server and load generator on the same two cores; ours (every acknowledgement is on the disk)
// beside two in-memory socket.io servers. Rounds alternate, because the machine is never as quick twice: what counts is the ratio of a
// pair of rounds. At the end our server is killed in the middle of an answer round: what was acknowledged must be in the box.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openSqlite } from '../server/store/sqlite.ts';
import { nothing, start } from './helper.ts';
import type { Helper } from './helper.ts';
import { atMost, median, must, percentile, told, words } from './stats.ts';
import type { Line } from './stats.ts';

export const aboutSchema = z.object({ base: z.string(), session: z.string(), code: z.string(), links: z.record(z.string(), z.string()) });
export const questionSchema = z.object({ poll: z.string(), options: z.array(z.string()) });
export const tokensSchema = z.array(z.string());
export const roundSchema = z.object({
  acksMs: z.array(z.number()),
  refused: z.number(),
  lost: z.number(),
  spanMs: z.number(),
  screenMs: z.number().nullable(),
  allShow: z.boolean(),
  realShow: z.number(),
  messages: z.number(),
  bytes: z.number(),
  views: z.number(),
});
export type Round = z.infer<typeof roundSchema> & { readonly cpuMs: number };

const part = 'answers';
const people = 1000;
const realPages = 50;
const overMs = 3000;
const rounds = 5;
const loudLimitMs = 30_000;
const kB = (bytes: number) => bytes / 1024;

/** A server and the generator that loads it. */
interface Pair {
  readonly server: Helper;
  readonly load: Helper;
  /** Of the server, of all these lines, collected: resident memory and heap. */
  readonly rssPerPhone: number;
  readonly heapPerPhone: number;
}
const connected = async (server: Helper, load: Helper, join: () => Promise<unknown>): Promise<Pair> => {
  const before = await server.usage(true);
  await join();
  const after = await server.usage(true);
  return {
    server,
    load,
    rssPerPhone: (after.rssBytes - before.rssBytes) / people,
    heapPerPhone: (after.heapBytes - before.heapBytes) / people,
  };
};

/** One question to all. The wait for it to stand on every screen is not measured. */
const play = async ({ server, load }: Pair, seed: number, limitMs = 60_000): Promise<Round> => {
  const question = await server.ask(questionSchema, 'question');
  await load.ask(z.boolean(), 'show', { answered: 0, limitMs: 10_000 });
  const before = await server.usage();
  const settle = { answered: people, limitMs: 10_000 };
  const round = await load.ask(
    roundSchema,
    'round',
    { ...question, from: 0, count: people, overMs, seed, limitMs, edit: 1, settle },
    limitMs + 60_000,
  );
  const after = await server.usage();
  return { ...round, cpuMs: after.cpuMs - before.cpuMs };
};

const baseline = async (kind: 'all' | 'coalesced'): Promise<Pair> => {
  const server = start('baseline.ts', [kind]);
  const load = start('load.ts');
  const { base } = await server.ask(z.object({ base: z.string() }), 'about');
  return connected(server, load, async () => {
    await load.ask(nothing, 'watch', { url: base });
    await load.ask(z.number(), 'connect', { url: base, role: 'plain', tokens: Array.from({ length: people }, () => ''), real: 0 }, 120_000);
  });
};
const ourServer = async (dataDir: string): Promise<Pair & { readonly session: string }> => {
  const server = start('server.ts', [dataDir]);
  const load = start('load.ts');
  const { base, session } = await server.ask(aboutSchema, 'about');
  const tokens = await server.ask(tokensSchema, 'enter', { role: 'audience', count: people }, 120_000);
  const pair = await connected(server, load, async () => {
    for (const role of ['screen', 'facilitator']) {
      const watching = await server.ask(tokensSchema, 'enter', { role, count: 1 });
      await load.ask(z.number(), 'connect', { url: base, role, tokens: watching, real: 0 });
    }
    await load.ask(z.number(), 'connect', { url: base, role: 'audience', tokens, real: realPages }, 120_000);
  });
  return { ...pair, session };
};
const stop = async ({ server, load }: Pair): Promise<void> => {
  await load.stop();
  await server.stop();
};

/** The server is killed while people answer; what a phone was told is stored must be there when the files are opened again. */
const powerCut = async ({ server, load, session }: Pair & { readonly session: string }, dataDir: string): Promise<Line> => {
  const question = await server.ask(questionSchema, 'question');
  await load.ask(z.boolean(), 'show', { answered: 0, limitMs: 10_000 });
  const round = load.ask(
    roundSchema,
    'round',
    { ...question, from: realPages, count: people - realPages, overMs, seed: 99, limitMs: 20_000, edit: 1, settle: null },
    90_000,
  );
  await new Promise((resolve) => setTimeout(resolve, overMs / 2));
  await server.kill();
  const { acksMs } = await round;
  const store = await openSqlite({ dir: dataDir });
  const boxes = await store.boxesOf(session);
  await store.close();
  const kept = boxes.find(({ box }) => box.includes(question.poll))?.rows ?? 0;
  return must(
    part,
    'acknowledged answers found after the server was killed',
    acksMs.length > 0 && kept >= acksMs.length,
    `${String(kept)} kept, ${String(acksMs.length)} acknowledged`,
    'every one',
  );
};

const p = (round: Round, share: number) => percentile(round.acksMs, share);
const acks = (who: string, all: readonly Round[]): Line =>
  words(
    part,
    `ack p50 / p95 / p99, ${who}`,
    `${[0.5, 0.95, 0.99].map((share) => median(all.map((round) => p(round, share))).toFixed(1)).join(' / ')} ms (p95 of each round: ${all.map((round) => p(round, 0.95).toFixed(0)).join(', ')})`,
  );
const cost = (who: string, all: readonly Round[], { rssPerPhone, heapPerPhone }: Pair): readonly Line[] => [
  told(part, `messages out per phone, ${who}`, median(all.map(({ messages }) => messages)), ''),
  told(part, `bytes out per phone, ${who}`, kB(median(all.map(({ bytes }) => bytes))), 'kB'),
  told(part, `server processor time per phone, ${who}`, median(all.map(({ cpuMs }) => cpuMs)) / people, 'ms'),
  told(part, `server memory per phone, ${who}`, kB(rssPerPhone), 'kB', `of it live heap ${kB(heapPerPhone).toFixed(1)} kB`),
];

export const benchAnswers = async (): Promise<readonly Line[]> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'plenaria-bench-'));
  const open: Pair[] = [];
  try {
    const mine = await ourServer(dataDir);
    open.push(mine);
    const theirs = await baseline('coalesced');
    open.push(theirs);
    await play(theirs, 0);
    await play(mine, 0);
    const ours: Round[] = [];
    const coalesced: Round[] = [];
    for (let seed = 1; seed <= rounds; seed += 1) {
      coalesced.push(await play(theirs, seed));
      ours.push(await play(mine, seed));
    }
    await stop(theirs);
    const safe = await powerCut(mine, dataDir);
    await stop(mine);
    const loud = await baseline('all');
    open.push(loud);
    const drowned = await play(loud, 1, loudLimitMs);
    // Who was not answered in time waited at least as long.
    const everyTime = [{ ...drowned, acksMs: [...drowned.acksMs, ...Array.from({ length: drowned.lost }, () => loudLimitMs)] }];
    await loud.server.kill();
    const taken = ours.reduce((sum, { acksMs }) => sum + acksMs.length, 0);
    const screens = ours.map(({ screenMs }) => screenMs ?? Infinity);
    return [
      must(
        part,
        'answers acknowledged, all rounds',
        taken === people * rounds,
        `${String(taken)} of ${String(people * rounds)}`,
        'every one',
      ),
      safe,
      acks('ours (on the disk)', ours),
      acks('in memory, coalesced at 200 ms', coalesced),
      acks('in memory, to all at every answer', everyTime),
      words(part, 'not acknowledged within 30 s, to all', `${String(drowned.lost)} of ${String(people)}`),
      atMost(
        part,
        'ack p95, ours / in memory coalesced',
        median(ours.map((round, at) => p(round, 0.95) / percentile(coalesced[at]?.acksMs ?? [], 0.95))),
        3,
        '×',
        `each pair of rounds: ${ours.map((round, at) => (p(round, 0.95) / percentile(coalesced[at]?.acksMs ?? [], 0.95)).toFixed(2)).join(', ')}`,
      ),
      told(
        part,
        'the same, the quietest round of each',
        Math.min(...ours.map((round) => p(round, 0.95))) / Math.min(...coalesced.map((round) => p(round, 0.95))),
        '×',
        'what other work on this machine disturbs least',
      ),
      atMost(
        part,
        'last answer → screen, ours',
        median(screens),
        300,
        'ms',
        `each round: ${screens.map((ms) => ms.toFixed(0)).join(', ')}`,
      ),
      told(part, 'last answer → screen, coalesced', median(coalesced.map(({ screenMs }) => screenMs ?? Infinity)), 'ms'),
      told(part, 'last answer → screen, to all', everyTime[0]?.screenMs ?? Infinity, 'ms'),
      atMost(part, 'messages out per phone, ours', Math.max(...ours.map(({ messages }) => messages)), 20, '', 'the worst round'),
      must(
        part,
        'real page connections that end on the same count',
        ours.every(({ realShow }) => realShow === realPages),
        ours.map(({ realShow }) => `${String(realShow)} of ${String(realPages)}`).join(', '),
        'every one',
      ),
      ...cost('ours', ours, mine).slice(1),
      ...cost('coalesced', coalesced, theirs),
      ...cost('to all', everyTime, loud),
    ];
  } finally {
    for (const pair of open) await stop(pair);
    await rm(dataDir, { recursive: true, force: true });
  }
};
