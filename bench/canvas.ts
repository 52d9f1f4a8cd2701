// What the canvas of a board costs a cheap laptop (BO10): the page of the sample board, built as it is shipped, in a real browser with the
// processor slowed four times. Main-thread time of all tasks, per frame, while the board is panned and while a note is carried, with 500 and
// 2,000 notes; and the time until a board of 500 can be touched. Run: node bench/canvas.ts
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { build, preview } from 'vite';
import { findChromium, launch, remember } from '../e2e/chromium.ts';
import { atMost, median, table, told, words } from './stats.ts';
import type { Line } from './stats.ts';

const part = 'canvas';
const client = fileURLToPath(new URL('../client', import.meta.url));
const slower = 4;
const frames = 120;
const rounds = 5;
const panMost = 10;
const dragMost = 16;

/** Seconds that the main thread has worked so far. */
const workedSec = async (line: CDPSession): Promise<number> => {
  const { metrics } = await line.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
};

/** One pointer event a frame, as a hand makes them: pressed at the first, moved along, let go (or not) at the end. */
const gesture = (
  page: Page,
  from: readonly [number, number],
  step: readonly [number, number],
  many: number,
  hold: boolean,
): Promise<void> =>
  page.evaluate(
    async ({ from: [x, y], step: [dx, dy], many: count, hold: held }) => {
      const view = document.querySelector('.board-window');
      const target = document.elementFromPoint(x, y) ?? view;
      const send = (type: string, at: number): boolean | undefined =>
        (type === 'pointerdown' ? target : view)?.dispatchEvent(
          new PointerEvent(type, {
            pointerId: 1,
            pointerType: 'mouse',
            isPrimary: true,
            bubbles: true,
            cancelable: true,
            button: 0,
            buttons: 1,
            clientX: x + dx * at,
            clientY: y + dy * at,
          }),
        );
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      send('pointerdown', 0);
      for (let at = 1; at <= count; at += 1) {
        await frame();
        // There and back: the board is not left behind.
        send('pointermove', at <= count / 2 ? at : count - at);
      }
      if (!held) send('pointerup', 0);
      await frame();
    },
    { from, step, many, hold },
  );
const idle = (page: Page, many: number): Promise<void> =>
  page.evaluate(async (count) => {
    for (let at = 0; at < count; at += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, many);
const perFrameMs = async (page: Page, line: CDPSession, act: () => Promise<void>): Promise<number> => {
  const costs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = await workedSec(line);
    await act();
    costs.push((((await workedSec(line)) - before) * 1000) / frames);
    await page.keyboard.press('Escape');
  }
  return median(costs);
};
/** A free piece of ground, and the middle of a note, on the page. */
const ground = (page: Page): Promise<readonly [number, number]> =>
  page.evaluate(() => {
    const view = document.querySelector('.board-window')?.getBoundingClientRect();
    for (let x = 90; x < 1200; x += 10)
      for (let y = 70; y < 720; y += 10)
        if (view && x > view.left && document.elementFromPoint(x, y)?.closest('[data-note], button, [data-still]') === null) return [x, y];
    return [88, 70];
  });
const noteAt = (page: Page): Promise<readonly [number, number]> =>
  page.evaluate(() => {
    for (const note of document.querySelectorAll('[data-note]')) {
      const { left, top, width, height } = note.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      if (x > 300 && x < 900 && y > 200 && y < 500 && document.elementFromPoint(x, y)?.closest('[data-note]') === note) return [x, y];
    }
    return [400, 300];
  });

const measure = async (browser: Browser, base: string, notes: number, budgeted: boolean): Promise<readonly Line[]> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'it-IT' });
  try {
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    // The thread's own time: what others do on this machine meanwhile does not count, the slowing does.
    await line.send('Performance.enable', { timeDomain: 'threadTicks' });
    await line.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const begun = performance.now();
    await page.goto(`${base}/board/gallery.html?lang=it&notes=${String(notes)}`);
    await page.locator('[data-note]').nth(10).waitFor({ timeout: 60_000 });
    const openedMs = performance.now() - begun;
    // What is mounted in the quiet after the first view is mounted: a hand comes later than that.
    let mounted = -1;
    for (;;) {
      const now = await page.locator('[data-note]').count();
      if (now === mounted) break;
      mounted = now;
      await page.waitForTimeout(500);
    }
    const nothing = await perFrameMs(page, line, () => idle(page, frames));
    const label = `${notes.toLocaleString('en')} notes`;
    const empty = await ground(page);
    const pan = await perFrameMs(page, line, () => gesture(page, empty, [9, 5], frames, false));
    const far = await perFrameMs(page, line, () => gesture(page, empty, [-40, -24], frames, false));
    const note = await noteAt(page);
    const drag = await perFrameMs(page, line, () => gesture(page, note, [5, 3], frames, true));
    await page.locator('.board-zoom button').last().click();
    await page.waitForTimeout(3000);
    const whole = await perFrameMs(page, line, () => gesture(page, [1230, 400], [-3, -2], frames, false));
    const note4 = `processor ${String(slower)} × slower, ${String(mounted)} mounted`;
    const said = (what: string, value: number, most: number): Line =>
      budgeted ? atMost(part, `${label}, ${what}`, value, most, 'ms', note4) : told(part, `${label}, ${what}`, value, 'ms', note4);
    return [
      told(part, `${label}, a frame in which nothing happens (in all of these)`, nothing, 'ms'),
      said('a frame of panning', pan, panMost),
      told(part, `${label}, the same across the whole board`, far, 'ms'),
      said('a frame of carrying a note', drag, dragMost),
      told(part, `${label}, a frame of panning with all of them in sight`, whole, 'ms'),
      told(part, `${label}, page asked for → notes can be touched`, openedMs / 1000, 's', `processor ${String(slower)} × slower`),
    ];
  } finally {
    await context.close();
  }
};

export const benchCanvas = async (): Promise<readonly Line[]> => {
  const chromium = await findChromium();
  if (chromium.kind === 'none') return [words(part, 'in a browser', `not measured: ${chromium.reason}`)];
  remember(chromium);
  const folder = await mkdtemp(join(tmpdir(), 'plenaria-canvas-'));
  const options = {
    root: client,
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    logLevel: 'error' as const,
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', rolldownOptions: { input: join(client, 'board/gallery.html') } },
  };
  try {
    await build(options);
    const server = await preview({ ...options, preview: { port: 0, host: '127.0.0.1' } });
    const browser = await launch();
    try {
      const base = server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
      return [...(await measure(browser, base, 500, true)), ...(await measure(browser, base, 2000, false))];
    } finally {
      await browser.close();
      await server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(table(await benchCanvas()));
