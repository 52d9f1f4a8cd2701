// The server as it is started: reads the environment, opens the app, makes the demo in an empty folder, prints one link a line.
// PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL. A signal stops it in order: nothing that was acknowledged is lost either way.
import { renderUnicodeCompact } from 'uqr';
import { z } from 'zod';
import { lanAddresses, openApp } from './app.ts';
import type { App } from './app.ts';
import { openDemo } from './demo/demo.ts';
import type { DemoLinks } from './demo/demo.ts';
import { setupLink } from './organiser/setup.ts';
import { StoreFailed } from './store/store.ts';

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z.string().optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
});

const fail = (words: string): never => {
  console.error(words);
  process.exit(1);
};

const read = environment.safeParse(process.env);
if (!read.success)
  fail(`The environment is not right: ${read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`);
const env = environment.parse(process.env);

const start = async (): Promise<App> => {
  try {
    return await openApp({ dataDir: env.DATA_DIR, databaseUrl: env.DATABASE_URL, publicUrl: env.PUBLIC_URL ?? null });
  } catch (error) {
    if (error instanceof StoreFailed && error.code === 'store.locked')
      return fail(`Another Plenaria is running on ${env.DATA_DIR}: stop it, or choose another DATA_DIR.`);
    if (error instanceof StoreFailed) return fail(`The database cannot be opened (${error.code}): ${error.message}`);
    throw error;
  }
};

const app = await start();
let port = env.PORT;
try {
  port = await app.listen(env.PORT, env.HOST);
} catch (error) {
  await app.stop();
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  fail(
    taken
      ? `Port ${env.PORT} is taken: set PORT to another number, for example PORT=${env.PORT + 1} npm start`
      : `Cannot listen on ${env.HOST}:${env.PORT}: ${String(error)}`,
  );
}

const lan = lanAddresses()[0]?.address;
const local = env.HOST === '127.0.0.1' || env.HOST === 'localhost';
const base = env.PUBLIC_URL ?? `http://${local || lan === undefined ? 'localhost' : lan}:${port}`;
const demo: DemoLinks | null = await openDemo(app, { base });
const setup = await setupLink(app, { base });

const lines = [
  `Plenaria is at ${base}`,
  ...(demo
    ? [
        `console ${demo.console}`,
        `member ${demo.member}`,
        `audience ${demo.audience}`,
        `screen ${demo.screen}`,
        `desk ${demo.desk}`,
        `plenary ${demo.plenary}`,
        `table ${demo.table}`,
        `expert ${demo.expert}`,
        `citizens ${demo.citizens}`,
        `citizen ${demo.citizen}`,
      ]
    : []),
  ...(setup === null ? [`organiser ${base}/home`] : [`set-up ${setup}`]),
];
console.log(lines.join('\n'));
if (demo) console.log(`\nFor a phone on the same network, the audience's door:\n${renderUnicodeCompact(demo.audience)}`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) process.exit(1);
    stopping = true;
    void app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
