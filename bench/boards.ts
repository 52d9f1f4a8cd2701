// A hundred people on one board of five hundred notes, and ten tables of nine at once: what it costs our server, beside a plain
// y-protocols relay in the same run. People do the same on both: they type, add and drag. On the relay each stroke and each frame of a
// drag is an update, as its clients send them; on ours a sentence goes when it is done and a note when it is let go. Budget (house):
// processor ≤ 1.0 × that relay, though ours checks rights, acknowledges and stores; p95 from a write to the others' screens ≤ 120 ms.
// Told besides, and harder: the relay when its clients send no more than ours (the ends of sentences and drags).
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { nothing, start } from './helper.ts';
import { atMost, median, must, percentile, told, words } from './stats.ts';
import type { Line } from './stats.ts';

const openedSchema = z.object({
  base: z.string(),
  area: z.string(),
  facilitator: z.string(),
  writers: z.array(z.object({ token: z.string(), board: z.string() })),
});
const playedSchema = z.object({
  writes: z.number(),
  acksMs: z.array(z.number()),
  seenMs: z.array(z.number()),
  unseen: z.number(),
  messages: z.number(),
  bytes: z.number(),
  spanMs: z.number(),
  refusals: z.array(z.string()),
});
type Played = z.infer<typeof playedSchema> & { readonly cpuMs: number };

const part = 'boards';
const overMs = 12_000;
const rounds = 3;
const screensEach = 5;
const warmUpMs = 3000;

type Kind = 'ours' | 'relayEnds' | 'relayAll';
const measure = async (kind: Kind, people: number, tables: number, each: number): Promise<readonly Played[]> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'plenaria-bench-'));
  const server = kind === 'ours' ? start('boardServer.ts', [dataDir]) : start('relay.ts');
  const load = start('boardLoad.ts');
  try {
    const opened =
      kind === 'ours'
        ? await server.ask(openedSchema, 'open', { people, tables }, 60_000)
        : {
            ...(await server.ask(z.object({ base: z.string() }), 'about')),
            area: 'area000001',
            writers: Array.from({ length: people }, (_, at) => ({ token: '', board: `board${String(tables > 0 ? at % tables : 0)}` })),
          };
    await load.ask(z.number(), 'join', { base: opened.base, area: opened.area, kind, writers: opened.writers, screensEach }, 60_000);
    const filled = await load.ask(z.number(), 'fill', { each }, 120_000);
    if (filled !== people * each) throw new Error(`only ${String(filled)} of ${String(people * each)} notes were taken`);
    await load.ask(playedSchema, 'play', { overMs: warmUpMs, seed: 1, all: kind === 'relayAll' }, 60_000);
    const all: Played[] = [];
    for (let seed = 2; seed < 2 + rounds; seed += 1) {
      const before = await server.usage();
      const played = await load.ask(playedSchema, 'play', { overMs, seed, all: kind === 'relayAll' }, overMs + 60_000);
      const after = await server.usage();
      all.push({ ...played, cpuMs: after.cpuMs - before.cpuMs });
    }
    await load.ask(nothing, 'close');
    return all;
  } finally {
    await load.stop();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};

const perWrite = (all: readonly Played[]): number => median(all.map(({ cpuMs, writes }) => cpuMs / writes));
const cost = (all: readonly Played[]): string => all.map(({ cpuMs, writes }) => (cpuMs / writes).toFixed(2)).join(', ');
const share = (all: readonly Played[]): number => median(all.map(({ cpuMs, spanMs }) => (cpuMs / spanMs) * 100));
const seen = (all: readonly Played[], of: number): number => median(all.map(({ seenMs }) => percentile(seenMs, of)));
const rate = (all: readonly Played[], of: (one: Played) => number): number => median(all.map((one) => (of(one) / one.spanMs) * 1000));

const compare = (what: string, ours: readonly Played[], ends: readonly Played[], strokes: readonly Played[] | null): readonly Line[] => {
  const acks = ours.flatMap(({ acksMs }) => acksMs);
  const each = (name: string, all: readonly Played[]): readonly Line[] => [
    told(
      part,
      `${what}: processor of the server, ${name}`,
      share(all),
      '%',
      `${perWrite(all).toFixed(2)} ms a write, ${rate(all, ({ writes }) => writes).toFixed(0)} writes a second`,
    ),
    told(
      part,
      `${what}: messages out a second, ${name}`,
      rate(all, ({ messages }) => messages),
      '',
      `${(rate(all, ({ bytes }) => bytes) / 1024).toFixed(0)} kB/s`,
    ),
    told(part, `${what}: write → the others’ screens, ${name}, p50`, seen(all, 0.5), 'ms', `p95 ${seen(all, 0.95).toFixed(0)} ms`),
  ];
  const refused = ours.flatMap(({ refusals }) => refusals);
  return [
    must(
      part,
      `${what}: writes acknowledged (all on the disk), and seen on every screen`,
      refused.length === 0 && ours.every(({ writes, acksMs, unseen }) => acksMs.length === writes && unseen === 0),
      `${String(acks.length)} of ${String(ours.reduce((sum, { writes }) => sum + writes, 0))}, ${String(ours.reduce((sum, { unseen }) => sum + unseen, 0))} unseen${refused.length > 0 ? `: ${refused.join('; ')}` : ''}`,
      'every one',
    ),
    ...(strokes === null
      ? []
      : [
          atMost(
            part,
            `${what}: processor, ours / relay where each stroke and frame is an update`,
            perWrite(ours) / perWrite(strokes),
            1,
            '×',
            `each round ${cost(ours)} ms a write against ${cost(strokes)}`,
          ),
        ]),
    told(
      part,
      `${what}: processor, ours / relay that gets no more writes than ours`,
      perWrite(ours) / perWrite(ends),
      '×',
      `each round ${cost(ours)} ms a write against ${cost(ends)}`,
    ),
    atMost(part, `${what}: write → the others’ screens, ours, p95`, seen(ours, 0.95), 120, 'ms'),
    words(part, `${what}: acknowledged, p50 / p95`, `${percentile(acks, 0.5).toFixed(1)} / ${percentile(acks, 0.95).toFixed(1)} ms`),
    ...each('ours', ours),
    ...each('relay, same writes', ends),
    ...(strokes === null ? [] : each('relay, every stroke', strokes)),
  ];
};

export const benchBoards = async (): Promise<readonly Line[]> => [
  ...compare(
    '100 people, 500 notes',
    await measure('ours', 100, 0, 5),
    await measure('relayEnds', 100, 0, 5),
    await measure('relayAll', 100, 0, 5),
  ),
  ...compare('10 tables of 9', await measure('ours', 90, 10, 5), await measure('relayEnds', 90, 10, 5), null),
];
