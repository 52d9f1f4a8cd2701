// What a phone carries before it can be used: the first load of each page, compressed (the page's own scripts and styles, and all that they
// import at once; then again what a browser really asks for when the page opens on a running session, so that nothing hides behind a late
// import), other hosts (none), and the time from the room's code to the first question that can be answered on a cheap phone far from the mast.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { findChromium, launch, remember } from '../e2e/chromium.ts';
import { budgets, filesOf, kBOf } from '../server/weight.mjs';
import { aboutSchema, questionSchema, tokensSchema } from './answers.ts';
import { start } from './helper.ts';
import type { Helper } from './helper.ts';
import { atMost, median, must, told, words } from './stats.ts';
import type { Line } from './stats.ts';

const part = 'weight';
const root = fileURLToPath(new URL('..', import.meta.url));
/** The question that bench/server.ts asks. */
const question = 'text=Da dove comincia';
/** `shows`: what stands on the page once it can be used. */
const pages = [
  { name: 'audience', folder: 'phone', path: '/', shows: 'input[type=radio]' },
  { name: 'member', folder: 'phone', path: '/m', shows: 'main.welcome' },
  { name: 'screen', folder: 'hall', path: '/screen', shows: question },
  { name: 'console', folder: 'laptop', path: '/console', shows: question },
] as const;
type Entry = (typeof pages)[number];
const kB = (bytes: number): number => bytes / 1000;
const gzip = (bytes: Uint8Array): number => gzipSync(bytes, { level: 9 }).length;
const mostOf = (name: string): number => budgets[name] ?? Number.NaN;

const written = ({ name, folder }: Entry): number | null => {
  const dist = join(root, 'dist', folder);
  return existsSync(join(dist, `${name}.html`)) ? kBOf(dist, filesOf(dist, name).first) : null;
};

interface Opened {
  /** Scripts and styles asked for until the page could be used, and in the quiet after it; bytes, gzip. */
  readonly first: number;
  readonly later: number;
  readonly plain: number;
  readonly elsewhere: readonly string[];
  readonly problems: readonly string[];
}
/** On the page itself: the moment in which what is waited for is drawn. Asked from outside it comes too late, and what the page fetches in the
 *  quiet after would count as needed. `shows`: a selector, or `text=` and words. */
const noteUsable = (shows: string): void => {
  const words = shows.startsWith('text=') ? shows.slice(5) : null;
  const isThere = (): boolean =>
    words === null
      ? (document.querySelector(shows)?.getClientRects().length ?? 0) > 0
      : document.querySelector('body')?.innerText.includes(words) === true;
  const look = (): void => {
    if (isThere()) performance.mark('usable');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};
/** What the page began to ask for only after that, by address. */
const askedLater = (): readonly string[] => {
  const usable = performance.getEntriesByName('usable')[0]?.startTime ?? 0;
  return performance.getEntriesByType('resource').flatMap(({ name, startTime }) => (startTime > usable ? [name] : []));
};
/** Opens a page as its role and looks at all that it asks for, until the network is still. */
const openOnce = async (
  browser: Browser,
  base: string,
  { path, shows }: Pick<Entry, 'path' | 'shows'>,
  hash: string,
  cookie: { readonly name: string; readonly value: string } | null,
): Promise<Opened> => {
  const context = await browser.newContext({ locale: 'it-IT' });
  if (cookie) await context.addCookies([{ ...cookie, url: base }]);
  const page = await context.newPage();
  const elsewhere: string[] = [];
  const problems: string[] = [];
  const sizes = new Map<string, number>();
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
        sizes.set(response.url(), gzip(body));
        if ((await response.allHeaders())['content-encoding'] === undefined) plain += 1;
      }),
    );
  });
  await page.addInitScript(noteUsable, shows);
  await page.goto(base + path + hash, { waitUntil: 'commit' });
  await page.locator(shows).first().waitFor({ state: 'visible', timeout: 30_000 });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1000);
  await Promise.all(reads);
  const behind = new Set(await page.evaluate(askedLater));
  await context.close();
  let [first, later] = [0, 0];
  for (const [url, size] of sizes)
    if (behind.has(url)) later += size;
    else first += size;
  return { first, later, plain, elsewhere, problems };
};

/** A cheap phone far from the mast. */
export const slowed = async (page: Page): Promise<void> => {
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
  for (const entry of pages) {
    const { name } = entry;
    if (written(entry) === null) continue;
    const role = name === 'console' ? 'facilitator' : name;
    // A member comes in by their card: the only door that makes a seat's device.
    const [token = ''] = name === 'member' ? [] : await server.ask(tokensSchema, 'enter', { role, count: 1 });
    const seat = name === 'member' ? new URL(links['member'] ?? base).hash : '';
    const opened = await openOnce(browser, base, entry, seat, name === 'member' ? null : { name: `plenaria_${role}`, value: token });
    lines.push(
      atMost(
        part,
        `${name}, until it can be used in a browser`,
        kB(opened.first),
        mostOf(name),
        'kB',
        `then ${kB(opened.later).toFixed(1)} kB in the quiet after`,
      ),
    );
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
  // A page that is too heavy fails its build and is there all the same: it is weighed here and said to be too heavy.
  if (status !== 0 && pages.every((entry) => written(entry) === null)) throw new Error('the pages could not be built');
  const lines: Line[] = pages.map((entry) => {
    const carried = written(entry);
    return carried === null
      ? words(part, `${entry.name}, first load`, 'there is no such page')
      : atMost(part, `${entry.name}, first load`, carried, mostOf(entry.name), 'kB');
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
