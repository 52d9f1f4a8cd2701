// What a phone carries before it can be used: the first load of each page, compressed (the page's own scripts and styles, and all that they
// import at once; then again what a browser really asks for when the page opens on a running session, so that nothing hides behind a late
// import), other hosts (none), and the time from the room's code to the first question that can be answered on a cheap phone far from the mast.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { findChromium, launch, remember } from '../e2e/chromium.ts';
import { aboutSchema, questionSchema, tokensSchema } from './answers.ts';
import { start } from './helper.ts';
import type { Helper } from './helper.ts';
import { atMost, median, must, told, words } from './stats.ts';
import type { Line } from './stats.ts';

const part = 'weight';
const root = fileURLToPath(new URL('..', import.meta.url));
/** kB of 1,000 bytes, gzip, scripts and styles. */
const pages = [
  { name: 'audience', folder: 'phone', path: '/', most: 45 },
  { name: 'member', folder: 'phone', path: '/m', most: 80 },
  { name: 'screen', folder: 'laptop', path: '/screen', most: 120 },
  { name: 'console', folder: 'laptop', path: '/console', most: 250 },
] as const;
type Entry = (typeof pages)[number];
const kB = (bytes: number): number => bytes / 1000;
const gzip = (bytes: Uint8Array): number => gzipSync(bytes, { level: 9 }).length;

const staticImports = /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g;
const named = /(?:src|href)="(\/[^"]+\.(?:js|css))"/g;
const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([, found]) => (found === undefined ? [] : [found]));

/** The scripts and styles that the page names and what those import at once, by their path. */
const firstLoad = (folder: string, html: string): ReadonlySet<string> => {
  const files = new Set<string>();
  const add = (path: string): void => {
    if (files.has(path)) return;
    files.add(path);
    if (!path.endsWith('.js')) return;
    for (const found of matches(readFileSync(join(folder, path), 'utf8'), staticImports)) add(posix.join(posix.dirname(path), found));
  };
  for (const path of matches(html, named)) add(path);
  return files;
};
const written = ({ name, folder }: Entry): number | null => {
  const dist = join(root, 'dist', folder);
  const page = join(dist, `${name}.html`);
  if (!existsSync(page)) return null;
  return [...firstLoad(dist, readFileSync(page, 'utf8'))].reduce((sum, path) => sum + gzip(readFileSync(join(dist, path))), 0);
};

interface Opened {
  readonly bytes: number;
  readonly files: number;
  readonly plain: number;
  readonly elsewhere: readonly string[];
  readonly problems: readonly string[];
}
/** Opens a page as its role and looks at all that it asks for, until the network is still. */
const openOnce = async (
  browser: Browser,
  base: string,
  path: string,
  cookie: { readonly name: string; readonly value: string } | null,
): Promise<Opened> => {
  const context = await browser.newContext({ locale: 'it-IT' });
  if (cookie) await context.addCookies([{ ...cookie, url: base }]);
  const page = await context.newPage();
  const elsewhere: string[] = [];
  const problems: string[] = [];
  let bytes = 0;
  let files = 0;
  let plain = 0;
  const reads: Promise<void>[] = [];
  const isOurs = (url: string) => /^(data|blob):/.test(url) || new URL(url).host === new URL(base).host;
  page.on('request', (request) => {
    if (!isOurs(request.url())) elsewhere.push(request.url());
  });
  page.on('websocket', (socket) => {
    if (!isOurs(socket.url())) elsewhere.push(socket.url());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('response', (response) => {
    if (!/\.(js|css)$/.test(new URL(response.url()).pathname)) return;
    reads.push(
      response.body().then(async (body) => {
        bytes += gzip(body);
        files += 1;
        if ((await response.allHeaders())['content-encoding'] === undefined) plain += 1;
      }),
    );
  });
  await page.goto(base + path, { waitUntil: 'networkidle' });
  await page.waitForTimeout(1000);
  await Promise.all(reads);
  await context.close();
  return { bytes, files, plain, elsewhere, problems };
};

/** A cheap phone far from the mast. */
const slowed = async (page: Page): Promise<void> => {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 400_000 / 8,
    uploadThroughput: 400_000 / 8,
  });
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 });
};
const newPhone = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({ locale: 'it-IT', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await slowed(page);
  return page;
};
/** Until an option of the question can be chosen, ms. */
const choosable = async (page: Page, begun: number): Promise<number> => {
  await page.locator('input[type=radio]').first().waitFor({ state: 'visible', timeout: 60_000 });
  return performance.now() - begun;
};
const typed = async (browser: Browser, base: string, code: string): Promise<number> => {
  const page = await newPhone(browser);
  await page.goto(base, { timeout: 60_000 });
  const field = page.locator('.enter input');
  await field.waitFor({ timeout: 60_000 });
  await field.fill(code);
  const begun = performance.now();
  await field.press('Enter');
  const took = await choosable(page, begun);
  await page.context().close();
  return took;
};
const scanned = async (browser: Browser, base: string, code: string): Promise<number> => {
  const page = await newPhone(browser);
  const begun = performance.now();
  await page.goto(`${base}/#c=${code}`, { waitUntil: 'commit', timeout: 60_000 });
  const took = await choosable(page, begun);
  await page.context().close();
  return took;
};
const thrice = async (act: () => Promise<number>): Promise<readonly number[]> => [await act(), await act(), await act()];

const inBrowser = async (browser: Browser, server: Helper): Promise<readonly Line[]> => {
  const { base, code, links } = await server.ask(aboutSchema, 'about');
  await server.ask(questionSchema, 'question');
  const lines: Line[] = [];
  const elsewhere: string[] = [];
  const problems: string[] = [];
  let plain = 0;
  for (const { name, path, most } of pages) {
    if (!existsSync(join(root, 'dist', name === 'audience' || name === 'member' ? 'phone' : 'laptop', `${name}.html`))) continue;
    const role = name === 'console' ? 'facilitator' : name;
    // A member comes in by their card: the only door that makes a seat's device.
    const [token = ''] = name === 'member' ? [] : await server.ask(tokensSchema, 'enter', { role, count: 1 });
    const seat = name === 'member' ? new URL(links['member'] ?? base).hash : '';
    const opened = await openOnce(browser, base, path + seat, name === 'member' ? null : { name: `plenaria_${role}`, value: token });
    lines.push(atMost(part, `${name}, as a browser opens it`, kB(opened.bytes), most, 'kB', `${String(opened.files)} files`));
    elsewhere.push(...opened.elsewhere);
    problems.push(...opened.problems.map((words) => `${name}: ${words}`));
    plain += opened.plain;
  }
  lines.push(must(part, 'requests to other hosts', elsewhere.length === 0, elsewhere.length === 0 ? 'none' : elsewhere.join(' '), 'none'));
  lines.push(must(part, 'scripts and styles sent uncompressed', plain === 0, String(plain), 'none'));
  if (problems.length > 0) lines.push(words(part, 'errors in the pages', problems.join('; ')));
  const byHand = await thrice(() => typed(browser, base, code));
  const byQr = await thrice(() => scanned(browser, base, code));
  const each = (times: readonly number[]) => `each: ${times.map((ms) => (ms / 1000).toFixed(1)).join(', ')}`;
  lines.push(atMost(part, 'slow phone, code typed → question can be answered', median(byHand) / 1000, 4, 's', each(byHand)));
  lines.push(told(part, 'slow phone, QR scanned → the same, nothing loaded before', median(byQr) / 1000, 's', each(byQr)));
  return lines;
};

export const benchWeight = async (): Promise<readonly Line[]> => {
  const { status } = spawnSync(process.execPath, [join(root, 'server', 'build.mjs'), '--if-stale'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('the pages could not be built');
  const lines: Line[] = pages.map((entry) => {
    const bytes = written(entry);
    return bytes === null
      ? words(part, `${entry.name}, first load`, 'there is no such page yet')
      : atMost(part, `${entry.name}, first load`, kB(bytes), entry.most, 'kB');
  });
  const chromium = await findChromium();
  if (chromium.kind === 'none') return [...lines, words(part, 'in a browser', `not measured: ${chromium.reason}`)];
  remember(chromium);
  const dataDir = await mkdtemp(join(tmpdir(), 'plenaria-bench-'));
  const server = start('server.ts', [dataDir]);
  try {
    const browser = await launch();
    try {
      return [...lines, ...(await inBrowser(browser, server))];
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};
