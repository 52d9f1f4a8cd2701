// Ninety hands and two hundred supports in five seconds: how soon each is acknowledged, all on the disk; what a phone receives for it;
// and whether the queue is in the same order on every device.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { nothing, start } from './helper.ts';
import { must, percentile, told, words } from './stats.ts';
import type { Line } from './stats.ts';

const part = 'floor';
const people = 90;
const upvotes = 200;
const overMs = 5000;
const openedSchema = z.object({ base: z.string(), facilitator: z.string(), writers: z.array(z.object({ token: z.string() })) });
const playedSchema = z.object({
  acksMs: z.array(z.number()),
  spanMs: z.number(),
  settledMs: z.number(),
  pushes: z.array(z.number()),
  bytes: z.array(z.number()),
  hands: z.number(),
  orders: z.number(),
  votes: z.number(),
  refusals: z.array(z.string()),
});

export const benchFloor = async (): Promise<readonly Line[]> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'plenaria-bench-'));
  const server = start('boardServer.ts', [dataDir]);
  const load = start('floorLoad.ts');
  try {
    const { base, facilitator, writers } = await server.ask(openedSchema, 'open', { people, tables: 0 }, 60_000);
    await load.ask(z.number(), 'join', { base, facilitator, tokens: writers.map(({ token }) => token), questions: 12 }, 60_000);
    const before = await server.usage();
    const played = await load.ask(playedSchema, 'play', { overMs, upvotes }, 60_000);
    const after = await server.usage();
    await load.ask(nothing, 'close');
    const { acksMs, pushes, refusals } = played;
    const most = Math.max(...pushes);
    return [
      must(
        part,
        'hands and supports acknowledged, and there',
        refusals.length === 0 && played.hands === people && played.votes === upvotes,
        `${String(acksMs.length)} of ${String(people + upvotes)}; ${String(played.hands)} hands, ${String(played.votes)} supports${refusals.length === 0 ? '' : `: ${refusals.join('; ')}`}`,
        'every one',
      ),
      words(
        part,
        'acknowledged, p50 / p95 / p99',
        `${[0.5, 0.95, 0.99].map((of) => percentile(acksMs, of).toFixed(1)).join(' / ')} ms, in ${(played.spanMs / 1000).toFixed(1)} s`,
      ),
      must(part, 'the order of the hands on two consoles and ninety phones', played.orders === 1, `${String(played.orders)} order`, 'one'),
      told(part, 'pushes to a phone meanwhile, the most', most, '', `median ${String(percentile(pushes, 0.5))}; own ones included`),
      told(part, 'bytes to a phone for all of it, median', percentile(played.bytes, 0.5) / 1024, 'kB'),
      told(part, 'the last wish → every phone knows its place', played.settledMs / 1000, 's', 'phones hear of counts every 2 s'),
      told(part, 'processor of the server', (after.cpuMs - before.cpuMs) / acksMs.length, 'ms', 'a wish'),
    ];
  } finally {
    await load.stop();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};
