// Before the browser tests, once: a browser is found (or got) and the pages are built, so that no test waits for either
// and no test passes on pages of yesterday. Without a browser nothing runs and the reason is said.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findChromium, remember } from './chromium.ts';

const setup = async (): Promise<void> => {
  const browser = await findChromium(console.log);
  if (browser.kind === 'none') throw new Error(`Browser tests cannot run: ${browser.reason}`);
  remember(browser);
  const build = fileURLToPath(new URL('../server/build.mjs', import.meta.url));
  // The build is not a test: with VITEST set, vite.config.ts would put the pages where the server does not look.
  const { VITEST: _, ...env } = process.env;
  const { status } = spawnSync(process.execPath, [build, '--if-stale'], { stdio: 'inherit', env });
  if (status !== 0) throw new Error('Browser tests cannot run: the pages could not be built.');
};

export default setup;
