// How long a board of five hundred notes takes to open on a cheap phone far from the mast: from the card's page asked for with nothing
// loaded, and opened again with its files there, until one can write; and from the tap on "Leggi la bacheca" until its notes can be read.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Browser } from 'playwright-core';
import { findChromium, launch, remember } from '../e2e/chromium.ts';
import { nothing, start } from './helper.ts';
import { median, must, told, words } from './stats.ts';
import type { Line } from './stats.ts';
import { slowed } from './weight.ts';

const part = 'phoneBoard';
const people = 100;
const each = 5;
const openedSchema = z.object({
  base: z.string(),
  area: z.string(),
  writers: z.array(z.object({ token: z.string(), board: z.string() })),
});

interface Opened {
  readonly coldMs: number;
  readonly warmMs: number;
  readonly readMs: number;
  readonly rows: number;
}
const openOnce = async (browser: Browser, base: string, token: string): Promise<Opened> => {
  const context = await browser.newContext({ locale: 'it-IT', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  try {
    await context.addCookies([{ name: 'plenaria_member', value: token, url: base }]);
    const page = await context.newPage();
    await slowed(page);
    const box = page.locator('textarea').first();
    const read = page.getByRole('button', { name: /^Leggi la bacheca/ });
    const until = async (act: () => Promise<unknown>): Promise<number> => {
      const begun = performance.now();
      await act();
      await box.waitFor({ timeout: 90_000 });
      return performance.now() - begun;
    };
    await page.goto(`${base}/m`, { waitUntil: 'commit', timeout: 90_000 });
    // The welcome of a new phone: its questions are answered once, and are not the board's time.
    const welcome = page.getByRole('button', { name: 'Continua' });
    await welcome.or(box).first().waitFor({ timeout: 90_000 });
    if (await welcome.isVisible()) await welcome.click();
    await box.waitFor({ timeout: 90_000 });
    const warmMs = await until(() => page.reload({ waitUntil: 'commit' }));
    await context.newCDPSession(page).then((line) => line.send('Network.clearBrowserCache'));
    const coldMs = await until(() => page.reload({ waitUntil: 'commit' }));
    await read.waitFor({ timeout: 90_000 });
    const begun = performance.now();
    await read.click();
    await page.locator('.bp-note').nth(20).waitFor({ timeout: 90_000 });
    const readMs = performance.now() - begun;
    return { coldMs, warmMs, readMs, rows: await page.locator('.bp-note').count() };
  } finally {
    await context.close();
  }
};

export const benchPhoneBoard = async (): Promise<readonly Line[]> => {
  const chromium = await findChromium();
  if (chromium.kind === 'none') return [words(part, 'in a browser', `not measured: ${chromium.reason}`)];
  remember(chromium);
  const dataDir = await mkdtemp(join(tmpdir(), 'plenaria-bench-'));
  const server = start('boardServer.ts', [dataDir]);
  const load = start('boardLoad.ts');
  try {
    const { base, area, writers } = await server.ask(openedSchema, 'open', { people, tables: 0 }, 60_000);
    await load.ask(z.number(), 'join', { base, area, kind: 'ours', writers, screensEach: 0 }, 60_000);
    const filled = await load.ask(z.number(), 'fill', { each }, 120_000);
    await load.ask(nothing, 'close');
    const browser = await launch();
    try {
      const all: Opened[] = [];
      for (let round = 0; round < 3; round += 1) all.push(await openOnce(browser, base, writers[round]?.token ?? ''));
      const sec = (of: (one: Opened) => number): number => median(all.map(of)) / 1000;
      const note = '400 kbit/s, 400 ms, processor 4 × slower';
      return [
        must(
          part,
          'notes on the board, rows on the phone',
          filled === people * each,
          `${String(filled)}, ${String(all[0]?.rows ?? 0)}`,
          '500',
        ),
        told(
          part,
          'page asked for, nothing loaded before → one can write',
          sec(({ coldMs }) => coldMs),
          's',
          note,
        ),
        told(
          part,
          'the same, opened again',
          sec(({ warmMs }) => warmMs),
          's',
          note,
        ),
        told(
          part,
          '“Leggi la bacheca” → its notes can be read',
          sec(({ readMs }) => readMs),
          's',
          note,
        ),
      ];
    } finally {
      await browser.close();
    }
  } finally {
    await load.stop();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};
