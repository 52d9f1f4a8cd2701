// A house for the end-to-end tests: the real server as a child process on a folder of its own, a real browser, and pages opened at
// http://plenaria.test:PORT, a name that is not localhost, over plain http (K10).
// Every page is watched: an error on its console, an exception, a word against the content policy or a request to anybody else
// fails the test in which it happened. What a test provokes itself (no network, a wrong code) it says beforehand.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { z } from 'zod';
import { hostName, launch } from './chromium.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const startLimitMs = 30_000;
/** The first Node that reads TypeScript without being asked (server/version.mjs). */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const flags = major > 22 || minor >= 18 ? [] : ['--experimental-strip-types'];

/** The lines that a started server prints: `console http://…`, one a line. */
const linkNames = ['console', 'member', 'audience', 'screen', 'desk', 'plenary', 'set-up', 'organiser'] as const;
export type LinkName = (typeof linkNames)[number];
type Links = Readonly<Partial<Record<LinkName, string>>>;
const linksIn = (printed: string): Links => {
  const links: Partial<Record<LinkName, string>> = {};
  for (const line of printed.split('\n')) {
    const name = linkNames.find((each) => line.startsWith(`${each} http`));
    if (name !== undefined) links[name] = line.slice(name.length + 1).trim();
  }
  return links;
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

const cardsSchema = z.object({ cards: z.array(z.object({ member: z.string(), seat: z.string(), code: z.string(), url: z.string() })) });
export type SeatCard = z.infer<typeof cardsSchema>['cards'][number];
const enteredSchema = z.object({ ok: z.literal(true), role: z.string(), session: z.string() });
/** Somebody who is in, without a browser: the cookie of the role, and the session. */
export interface Entered {
  readonly cookie: string;
  readonly role: string;
  readonly session: string;
}

export const phoneSize = { width: 390, height: 844 };
export const laptopSize = { width: 1280, height: 800 };
export const wallSize = { width: 1920, height: 1080 };

/** What a browser says of a line that is down, in all its words. */
const downWords = /net::ERR_|WebSocket connection to .* failed|Failed to load resource/;

export class House {
  /** Where pages are opened, and where this process asks (it does not know the name). */
  origin = '';
  direct = '';
  links: Links = {};
  browser: Browser | null = null;
  /** Set by a test that the rest of its file can do without: if it fails, the story goes on. */
  aside = false;
  readonly #env: Readonly<Record<string, string>>;
  #dir = '';
  #port = 0;
  #server: ChildProcess | null = null;
  #troubles: string[] = [];
  #expected: RegExp[] = [];
  /** The server was killed: pages may say that their line is down, until the test in which it is back. */
  #line: 'up' | 'down' | 'back' = 'up';
  readonly #contexts = new Set<BrowserContext>();

  constructor(env: Readonly<Record<string, string>>) {
    this.#env = env;
  }

  async begin(): Promise<void> {
    this.#dir = await mkdtemp(join(tmpdir(), 'plenaria-e2e-'));
    this.#port = await freePort();
    this.origin = `http://${hostName}:${this.#port}`;
    this.direct = `http://127.0.0.1:${this.#port}`;
    const [browser] = await Promise.all([launch(), this.start()]);
    this.browser = browser;
  }

  /** Starts the server on the house's folder and port, again if it was killed; resolves when it has printed its links. */
  async start(): Promise<void> {
    const server = spawn(process.execPath, [...flags, 'server/main.ts'], {
      cwd: root,
      env: { ...process.env, PORT: String(this.#port), HOST: '127.0.0.1', DATA_DIR: this.#dir, DATABASE_URL: undefined, ...this.#env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#server = server;
    if (this.#line === 'down') this.#line = 'back';
    let printed = '';
    let complained = '';
    server.stderr.setEncoding('utf8').on('data', (words: string) => {
      complained += words;
      // A server that writes to its error stream has something that it should not have.
      if (!/ExperimentalWarning|--trace-warnings/.test(words)) this.#troubles.push(`server: ${words.trim()}`);
    });
    server.stdout.setEncoding('utf8');
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the server did not start:\n${printed}\n${complained}`)), startLimitMs);
      server.stdout.on('data', (words: string) => {
        printed += words;
        if (!/^(organiser|set-up) http.*\n/m.test(printed)) return;
        clearTimeout(timer);
        resolve();
      });
      server.once('exit', (code, signal) => {
        clearTimeout(timer);
        reject(new Error(`the server ended (${code ?? signal ?? ''}):\n${printed}\n${complained}`));
      });
    });
    this.links = Object.fromEntries(Object.entries(linksIn(printed)).map(([name, url]) => [name, this.named(url)]));
  }

  /** As by a pulled plug: no farewell. What pages say of it is expected until they are back. */
  async kill(): Promise<void> {
    this.#line = 'down';
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  }

  /** An address that the server made, at the name under which browsers know it. */
  named(url: string): string {
    return `${this.origin}${url.replace(/^https?:\/\/[^/]+/, '')}`;
  }
  link(name: LinkName): string {
    const url = this.links[name];
    if (url === undefined) throw new Error(`the server printed no ${name}`);
    return url;
  }
  /** The room's code, as in the audience's link. */
  get roomCode(): string {
    return new URLSearchParams(new URL(this.link('audience')).hash.slice(1)).get('c') ?? '';
  }

  // ── without a browser ──────────────────────────────────────
  async post(path: string, body: unknown, cookie = ''): Promise<Response> {
    return fetch(`${this.direct}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) },
      body: JSON.stringify(body),
    });
  }
  /** Gets in by a link (its token) or a code. */
  async enter(by: string): Promise<Entered> {
    const fragment = by.includes('#') ? new URLSearchParams(new URL(by).hash.slice(1)) : null;
    const token = fragment?.get('t');
    const response = await this.post('/api/enter', typeof token === 'string' ? { token } : { code: fragment?.get('c') ?? by });
    const { role, session } = enteredSchema.parse(await response.json());
    return {
      role,
      session,
      cookie: response.headers
        .getSetCookie()
        .map((each) => each.split(';')[0] ?? '')
        .join('; '),
    };
  }
  /** The cards of a session, in the order of the roll; `link` is a console's or a desk's. */
  async cards(link: string): Promise<readonly SeatCard[]> {
    const { cookie, session } = await this.enter(link);
    const response = await this.post('/api/cards', { session, members: 'all' }, cookie);
    return cardsSchema.parse(await response.json()).cards.map((card) => ({ ...card, url: this.named(card.url) }));
  }

  /** A further link to a session, as its console makes one. */
  async newLink(console_: string, role: 'facilitator' | 'desk' | 'screen'): Promise<string> {
    const { cookie, session } = await this.enter(console_);
    const response = await this.post(`/api/sessions/${session}/links`, { role, label: '' }, cookie);
    return this.named(z.object({ url: z.string() }).parse(await response.json()).url);
  }

  // ── with a browser ─────────────────────────────────────────
  /** A device of its own: its storage and its cookies are nobody else's. */
  async device(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    if (this.browser === null) throw new Error('the house has not begun');
    const context = await this.browser.newContext({ locale: 'it-IT', timezoneId: 'Europe/Rome', colorScheme: 'light', ...options });
    context.setDefaultTimeout(10_000);
    this.#contexts.add(context);
    context.on('close', () => this.#contexts.delete(context));
    context.on('page', (page) => this.#watch(page));
    return context;
  }
  phoneDevice(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    return this.device({ viewport: phoneSize, hasTouch: true, isMobile: true, deviceScaleFactor: 2, ...options });
  }
  async laptop(url: string, options: BrowserContextOptions = {}): Promise<Page> {
    return open(await this.device({ viewport: laptopSize, ...options }), url);
  }
  async wall(url: string, options: BrowserContextOptions = {}): Promise<Page> {
    return open(await this.device({ viewport: wallSize, ...options }), url);
  }
  async phone(url: string, options: BrowserContextOptions = {}): Promise<Page> {
    return open(await this.phoneDevice(options), url);
  }
  /** A member's phone, opened by its card, past the first question (language and size). */
  async memberPhone(card: SeatCard, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.phone(card.url, options);
    await page.getByRole('button', { name: 'Continua' }).click();
    return page;
  }

  /** The network of one device is cut, or comes back. */
  async offline(page: Page, off: boolean): Promise<void> {
    this.expectTrouble(downWords);
    await page.context().setOffline(off);
  }

  /** Words that pages may say from here to the end of this test, because the test provokes them. */
  expectTrouble(words: RegExp): void {
    this.#expected.push(words);
  }
  #trouble(words: string): void {
    const expected = this.#line === 'up' ? this.#expected : [...this.#expected, downWords];
    if (!expected.some((each) => each.test(words))) this.#troubles.push(words);
  }
  /** What went wrong on any page or the server since the last test, and forgets it. */
  takeTroubles(): readonly string[] {
    const taken = this.#troubles;
    this.#troubles = [];
    this.#expected = [];
    if (this.#line === 'back') this.#line = 'up';
    return taken;
  }

  #watch(page: Page): void {
    const where = (): string => page.url().replace(this.origin, '');
    page.on('console', (message) => {
      if (message.type() === 'error')
        this.#trouble(`${where()} console: ${message.text()} ${message.location().url.replace(this.origin, '')}`);
    });
    page.on('pageerror', (error) =>
      this.#trouble(`${where()} error: ${error.stack === undefined || error.stack === '' ? String(error) : error.stack}`),
    );
    page.on('request', (request) => {
      const url = new URL(request.url());
      const own = url.origin === this.origin || ['blob:', 'data:', 'about:'].includes(url.protocol);
      if (!own) this.#trouble(`${where()} asks somebody else: ${request.url()}`);
    });
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== new URL(this.origin).host) this.#trouble(`${where()} talks to somebody else: ${socket.url()}`);
    });
  }

  /** A picture for the README, only when asked for (PICTURES=1): an ordinary run leaves the tree as it was. */
  async picture(page: Page, name: string): Promise<void> {
    if (process.env['PICTURES'] !== '1') return;
    await mkdir(join(root, 'docs', 'pictures'), { recursive: true });
    await page.screenshot({ path: join(root, 'docs', 'pictures', `${name}.png`), animations: 'disabled', scale: 'css' });
  }

  /** What every open page showed when a test failed, for whoever looks for the reason: .e2e/failed. */
  async keepFailure(name: string): Promise<void> {
    const folder = join(root, '.e2e', 'failed');
    await mkdir(folder, { recursive: true });
    const pages = [...this.#contexts].flatMap((context) => context.pages());
    const file = (index: number): string => join(folder, `${name.replace(/[^\p{L}\d]+/gu, '-').slice(0, 60)}-${index + 1}`);
    await Promise.allSettled(
      pages.flatMap((page, index) => [
        page.screenshot({ path: `${file(index)}.png`, timeout: 5000 }),
        page
          .locator('body')
          .ariaSnapshot({ timeout: 5000 })
          .then((words) => writeFile(`${file(index)}.txt`, `${page.url()}\n${words}\n`)),
      ]),
    );
  }

  async closeDevices(): Promise<void> {
    await Promise.all([...this.#contexts].map((context) => context.close()));
  }
  async end(): Promise<void> {
    this.expectTrouble(/./);
    await this.browser?.close();
    await this.kill();
    await rm(this.#dir, { recursive: true, force: true });
  }
}

const open = async (context: BrowserContext, url: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(url);
  return page;
};

/** A house for the tests of a file: begins before them, ends after them; each test ends with nothing wrong on any page. */
export const useHouse = (env: Readonly<Record<string, string>> = {}): House => {
  const house = new House(env);
  let broken = false;
  beforeAll(() => house.begin());
  // The tests of a file are the chapters of one story: after a broken one the rest would only wait for what cannot come.
  beforeEach(({ skip }) => {
    if (broken) skip('a chapter before this one failed');
  });
  afterEach(async ({ task }) => {
    const troubles = house.takeTroubles();
    broken ||= !house.aside && (task.result?.state === 'fail' || troubles.length > 0);
    house.aside = false;
    if (task.result?.state === 'fail') await house.keepFailure(task.name);
    expect(troubles).toEqual([]);
  });
  afterAll(() => house.end());
  return house;
};

/** Waits until `read` gives what is expected: a state, never a time. */
export const until = <T>(read: () => T | Promise<T>, timeout = 15_000): ReturnType<typeof expect.poll<T>> =>
  expect.poll(read, { timeout, interval: 50 });
