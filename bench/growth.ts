// Does an answer cost more when more people watch? 100 answers among 100, 1,000 and 5,000 connected phones, on one server that grows.
// The push of the new count to every phone (every 2 s, as the hub is made) is told apart by time: the answers are given between two pushes,
// so that the processor time of that window is theirs alone, and the push that follows is measured by itself.
// The line's keep-alive questions are set far apart here; what they cost is no part of an answer.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { aboutSchema, questionSchema, roundSchema, tokensSchema } from './answers.ts';
import { start } from './helper.ts';
import type { Helper } from './helper.ts';
import { atMost, median, told } from './stats.ts';
import type { Line } from './stats.ts';

const part = 'growth';
const sizes = [100, 1000, 5000] as const;
const answers = 100;
const rounds = 3;
const mostTries = 5;
/** The hub tells phones at most every 2 s; the first answer after a silence is told at once. */
const everyMs = 2000;
const drainMs = 900;
const overMs = 700;

interface Cost {
  readonly perAnswerMs: number;
  readonly pushMs: number;
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Null when a push fell between the answers after all (a busy machine): that window says nothing. */
const once = async (server: Helper, load: Helper, seed: number): Promise<Cost | null> => {
  const question = await server.ask(questionSchema, 'question');
  await load.ask(z.boolean(), 'show', { answered: 0, limitMs: 20_000 });
  const edit = { ...question, settle: null, overMs: 0, seed, limitMs: 20_000 };
  await pause(everyMs);
  const begun = performance.now();
  // One answer opens the two seconds: it is told to all at once, and the next push comes two seconds later.
  await load.ask(roundSchema, 'round', { ...edit, from: 0, count: 1, edit: 1 });
  await pause(Math.max(0, begun + drainMs - performance.now()));
  const before = await server.usage();
  const round = await load.ask(roundSchema, 'round', { ...edit, from: 0, count: answers, overMs, edit: 2 });
  const after = await server.usage();
  const inTime = performance.now() - begun < everyMs && round.views === 0 && round.acksMs.length === answers;
  await load.ask(z.boolean(), 'show', { answered: answers, limitMs: 20_000 });
  await pause(300);
  const pushed = await server.usage();
  return inTime ? { perAnswerMs: (after.cpuMs - before.cpuMs) / answers, pushMs: pushed.cpuMs - after.cpuMs } : null;
};

/** Until the code runs as quickly as it will: else the smallest hall, which comes first, would pay for the others' speed. */
const warm = async (server: Helper, load: Helper): Promise<void> => {
  const question = await server.ask(questionSchema, 'question');
  for (let edit = 1; edit <= 30; edit += 1)
    await load.ask(roundSchema, 'round', {
      ...question,
      from: 0,
      count: answers,
      overMs: 100,
      seed: edit,
      limitMs: 20_000,
      edit,
      settle: null,
    });
};

export const benchGrowth = async (): Promise<readonly Line[]> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'plenaria-bench-'));
  const server = start('server.ts', [dataDir, 'quiet']);
  const load = start('load.ts');
  try {
    const { base } = await server.ask(aboutSchema, 'about');
    for (const role of ['screen', 'facilitator']) {
      const watching = await server.ask(tokensSchema, 'enter', { role, count: 1 });
      await load.ask(z.number(), 'connect', { url: base, role, tokens: watching, real: 0 });
    }
    const lines: Line[] = [];
    const costs: { readonly size: number; readonly perAnswerMs: number; readonly pushMs: number }[] = [];
    let connected = 0;
    const empty = await server.usage(true);
    for (const size of sizes) {
      const tokens = await server.ask(tokensSchema, 'enter', { role: 'audience', count: size - connected }, 180_000);
      const before = await server.usage(true);
      const joined = await load.ask(z.number(), 'connect', { url: base, role: 'audience', tokens, real: 0 }, 180_000);
      const after = await server.usage(true);
      const more = size - connected;
      connected = joined;
      lines.push(
        told(
          part,
          `server memory per phone, ${String(size)} connected`,
          (after.rssBytes - empty.rssBytes) / size / 1024,
          'kB',
          `of it live heap ${((after.heapBytes - empty.heapBytes) / size / 1024).toFixed(1)} kB`,
        ),
        told(part, `server processor time to let a phone in, up to ${String(size)}`, (after.cpuMs - before.cpuMs) / more, 'ms'),
      );
      if (costs.length === 0) await warm(server, load);
      const good: Cost[] = [];
      for (let turn = 1; turn <= mostTries && good.length < rounds; turn += 1) {
        const cost = await once(server, load, turn);
        if (cost) good.push(cost);
      }
      costs.push({
        size,
        perAnswerMs: median(good.map(({ perAnswerMs }) => perAnswerMs)),
        pushMs: median(good.map(({ pushMs }) => pushMs)),
      });
    }
    for (const { size, perAnswerMs, pushMs } of costs) {
      lines.push(told(part, `server processor time per answer, ${String(size)} watching`, perAnswerMs, 'ms', 'without the push'));
      lines.push(
        told(part, `one push to all, ${String(size)} watching`, pushMs, 'ms', `${((pushMs / size) * 1000).toFixed(0)} µs a phone`),
      );
    }
    costs.slice(1).forEach(({ size, perAnswerMs }, at) => {
      const less = costs[at];
      if (less)
        lines.push(atMost(part, `an answer among ${String(size)} / among ${String(less.size)}`, perAnswerMs / less.perAnswerMs, 1.5, '×'));
    });
    return lines;
  } finally {
    await load.stop();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};
