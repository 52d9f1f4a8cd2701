// A house for the end-to-end tests: the real server (served.ts), a real browser, and pages opened at http://plenaria.test:PORT,
// a name that is not localhost, over plain http (K10).
// Every page is watched: an error on its console, an exception, a word against the content policy or a request to anybody else
// fails the test in which it happened. What a test provokes itself (no network, a wrong code) it says beforehand.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launch } from './chromium.ts';
import { root, Served, type SeatCard } from './served.ts';

const phoneSize = { width: 390, height: 844 };
const laptopSize = { width: 1280, height: 800 };
const wallSize = { width: 1920, height: 1080 };

/** What a browser says of a line that is down, in all its words. */
const downWords = /net::ERR_|WebSocket connection to .* failed|Failed to load resource/;

export class House extends Served {
  browser: Browser | null = null;
  /** Set by a test that the rest of its file can do without: if it fails, the story goes on. */
  aside = false;
  #troubles: string[] = [];
  #expected: RegExp[] = [];
  /** The server was killed: pages may say that their line is down, until the test in which it is back. */
  #line: 'up' | 'down' | 'back' = 'up';
  readonly #contexts = new Set<BrowserContext>();

  constructor(env: Readonly<Record<string, string>>) {
    // A server that writes to its error stream has something that it should not have.
    super(env, (words) => this.#troubles.push(words));
  }

  override async begin(): Promise<void> {
    const [browser] = await Promise.all([launch(), super.begin()]);
    this.browser = browser;
  }
  /** Starts the server again after it was killed. */
  override async start(): Promise<void> {
    if (this.#line === 'down') this.#line = 'back';
    await super.start();
  }
  /** The server ends without farewell. What pages say of it is expected until they are back. */
  override async kill(): Promise<void> {
    this.#line = 'down';
    await super.kill();
  }
  /** A device of its own: its storage and its cookies are nobody else's. */
  async device(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    if (this.browser === null) throw new Error('the house has not begun');
    const context = await this.browser.newContext({ locale: 'it-IT', timezoneId: 'Europe/Rome', colorScheme: 'light', ...options });
    context.setDefaultTimeout(10_000);
    this.#contexts.add(context);
    await makeLate(context, options.viewport?.width ?? 0);
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
  override async end(): Promise<void> {
    this.expectTrouble(/./);
    await this.browser?.close();
    await super.end();
  }
}

/**
 * LATE=laptop:900 (or phone, wall, any): devices of this kind hear the server so many milliseconds later, in order. An ordinary
 * run has no such thing; run with it, a test that acts on one device for what it saw on another shows itself.
 */
const [lateKind = '', lateMs = '0'] = (process.env['LATE'] ?? '').split(':');
const sizes = { phone: phoneSize, laptop: laptopSize, wall: wallSize };
const makeLate = async (context: BrowserContext, width: number): Promise<void> => {
  if (lateKind !== 'any' && !Object.entries(sizes).some(([kind, size]) => kind === lateKind && size.width === width)) return;
  await context.routeWebSocket(/./, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => void setTimeout(() => socket.send(message), Number(lateMs)));
  });
};

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
