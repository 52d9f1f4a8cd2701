// The bench's processes: server, baselines and load generator each run in one of their own, so that the processor time and the memory
// of each can be told apart. They are asked one thing at a time over the pipe that Node gives a child; every answer is checked.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export interface Helper {
  /** Asks for one thing and checks the answer; rejects when the helper says no, died, or took longer than `limitMs`. */
  readonly ask: <T>(shape: z.ZodType<T>, op: string, args?: Readonly<Record<string, unknown>>, limitMs?: number) => Promise<T>;
  readonly usage: (collect?: boolean) => Promise<Usage>;
  /** Ends it at once, as a power cut does. */
  readonly kill: () => Promise<void>;
  /** Asks it to end; after 5 s it is ended. */
  readonly stop: () => Promise<void>;
}

const usageSchema = z.object({ cpuMs: z.number(), rssBytes: z.number(), heapBytes: z.number() });
/** Processor time since the start (user and system), memory now. */
export type Usage = z.infer<typeof usageSchema>;
export const nothing = z.null();

const replySchema = z.object({ id: z.number(), ok: z.boolean(), value: z.unknown() });
const askedSchema = z.object({ id: z.number(), op: z.string(), args: z.record(z.string(), z.unknown()) });

/** Starts `bench/<file>`. Its own output goes to ours. */
export const start = (file: string, args: readonly string[] = []): Helper => {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [...args], {
    execArgv: [...process.execArgv, '--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>();
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  let next = 0;
  const rejectAll = (why: string) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file}: ${why}`));
    waiting.clear();
  };
  child.on('message', (raw) => {
    const { id, ok, value } = replySchema.parse(raw);
    const one = waiting.get(id);
    waiting.delete(id);
    if (ok) one?.resolve(value);
    else one?.reject(new Error(`${file}: ${String(value)}`));
  });
  child.on('error', ({ message }) => rejectAll(message));
  child.on('exit', () => rejectAll('has ended'));

  const ask = async <T>(shape: z.ZodType<T>, op: string, args: Readonly<Record<string, unknown>> = {}, limitMs = 60_000): Promise<T> => {
    if (child.exitCode !== null || !child.connected) throw new Error(`${file}: has ended`);
    const id = (next += 1);
    const value = await new Promise<unknown>((resolve, reject) => {
      const limit = setTimeout(() => {
        waiting.delete(id);
        reject(new Error(`${file}: ${op} took longer than ${String(limitMs)} ms`));
      }, limitMs);
      waiting.set(id, {
        resolve: (answer) => {
          clearTimeout(limit);
          resolve(answer);
        },
        reject: (error) => {
          clearTimeout(limit);
          reject(error);
        },
      });
      child.send({ id, op, args });
    });
    return shape.parse(value);
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  return {
    ask,
    usage: (collect = false) => ask(usageSchema, 'usage', { collect }),
    kill,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const late = setTimeout(() => child.kill('SIGKILL'), 5000);
      if (child.connected) child.send({ id: 0, op: 'stop', args: {} });
      await gone;
      clearTimeout(late);
    },
  };
};

type Op = (args: Readonly<Record<string, unknown>>) => unknown;
/** The other end: what this process can be asked. `stop` runs before it ends; a bench that is gone ends it too. */
export const serveAsHelper = (ops: Readonly<Record<string, Op>>, stop: () => unknown = () => undefined): void => {
  const end = async () => {
    await stop();
    process.exit(0);
  };
  const all: Readonly<Record<string, Op>> = {
    usage: ({ collect }) => {
      if (collect === true) globalThis.gc?.();
      const { user, system } = process.cpuUsage();
      const { rss, heapUsed, external } = process.memoryUsage();
      return { cpuMs: (user + system) / 1000, rssBytes: rss, heapBytes: heapUsed + external };
    },
    ...ops,
  };
  const answer = async (raw: unknown): Promise<void> => {
    const { id, op, args } = askedSchema.parse(raw);
    if (op === 'stop') return end();
    try {
      const run = all[op];
      if (!run) throw new Error(`nobody knows ${op}`);
      process.send?.({ id, ok: true, value: (await run(args)) ?? null });
    } catch (error) {
      process.send?.({ id, ok: false, value: error instanceof Error ? error.message : String(error) });
    }
  };
  process.on('message', (raw) => void answer(raw));
  process.on('disconnect', () => void end());
};
