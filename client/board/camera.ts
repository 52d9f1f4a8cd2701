/* The look at a board: where its corner lies and how large it is. One transform, written straight to one element, at most once a frame;
   nothing of the page is drawn again while it moves (BO10). Coordinates are counted from the start side, so Arabic mirrors by itself.
   Safe for phones. */
import type { Rect } from './layout.ts';

export interface Look {
  /** Page px of the board's corner from the corner of its window. */
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}
export const zoomLimits = { least: 0.08, most: 2 } as const;
const glideMs = 240;
const edge = 20;

/** From how far the board is looked at: 0 near, with words; further away titles grow against the board so that they can be read. */
export const farSteps = [
  { from: 0.62, grow: 1 },
  { from: 0.42, grow: 1.6 },
  { from: 0.28, grow: 2.3 },
  { from: 0.18, grow: 3.4 },
  { from: 0, grow: 5 },
] as const;
export const farStep = (zoom: number): number =>
  Math.max(
    0,
    farSteps.findIndex(({ from }) => zoom >= from),
  );

export interface Camera {
  readonly look: () => Look;
  /** Inner size of the window, px. */
  readonly view: () => { readonly w: number; readonly h: number };
  readonly set: (look: Look) => void;
  readonly panBy: (dx: number, dy: number) => void;
  /** `factor` 1.25 enlarges by a quarter around a point of the window. */
  readonly zoomAt: (px: number, py: number, factor: number) => void;
  readonly fit: (rect: Rect, most?: number) => Look;
  readonly glide: (look: Look) => void;
  /** Corrects the look by window px while something moves it: what is looked at stays under the eye when the board grows. */
  readonly nudge: (dx: number, dy: number) => void;
  /** Moves as little as needed for the rectangle to be in view. */
  readonly reveal: (rect: Rect, footPx?: number) => void;
  /** A point of the page in the board's pixels. */
  readonly toBoard: (clientX: number, clientY: number) => readonly [number, number];
  /** A point of the page in the window's pixels, from the start side. */
  readonly toView: (clientX: number, clientY: number) => readonly [number, number];
  readonly onMove: (listener: () => void) => () => void;
  readonly attach: (view: HTMLElement, board: HTMLElement) => () => void;
  readonly rtl: () => boolean;
}

const calm = (): boolean => typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
const within = (zoom: number): number => Math.min(zoomLimits.most, Math.max(zoomLimits.least, zoom));

export const createCamera = (): Camera => {
  let look: Look = { x: edge, y: edge, zoom: 1 };
  let [view, board]: [HTMLElement | null, HTMLElement | null] = [null, null];
  let [box, rtl] = [{ left: 0, right: 0, top: 0, w: 0, h: 0 }, false];
  let [frame, gliding] = [0, 0];
  let nudged = { x: 0, y: 0 };
  const listeners = new Set<() => void>();

  const write = (): void => {
    frame = 0;
    if (board !== null) board.style.transform = `translate(${rtl ? -look.x : look.x}px, ${look.y}px) scale(${look.zoom})`;
    for (const listener of listeners) listener();
  };
  const put = (next: Look): void => {
    look = { ...next, zoom: within(next.zoom) };
    if (frame === 0) frame = requestAnimationFrame(write);
  };
  const stop = (): void => {
    cancelAnimationFrame(gliding);
    gliding = 0;
  };
  const set = (next: Look): void => {
    stop();
    put(next);
  };
  const glide = (to: Look): void => {
    stop();
    if (calm()) return put(to);
    const from = look;
    const begun = performance.now();
    nudged = { x: 0, y: 0 };
    const tick = (now: number): void => {
      const part = Math.min(1, Math.max(0, (now - begun) / glideMs));
      const eased = 1 - (1 - part) ** 3;
      put({
        x: from.x + (to.x - from.x) * eased + nudged.x,
        y: from.y + (to.y - from.y) * eased + nudged.y,
        zoom: from.zoom + (to.zoom - from.zoom) * eased,
      });
      gliding = part < 1 ? requestAnimationFrame(tick) : 0;
    };
    gliding = requestAnimationFrame(tick);
  };
  const toView = (clientX: number, clientY: number): readonly [number, number] => [
    rtl ? box.right - clientX : clientX - box.left,
    clientY - box.top,
  ];
  const measure = (): void => {
    if (view === null) return;
    const { left, right, top, width, height } = view.getBoundingClientRect();
    box = { left, right, top, w: width, h: height };
    rtl = getComputedStyle(view).direction === 'rtl';
  };
  return {
    look: () => look,
    view: () => ({ w: box.w, h: box.h }),
    rtl: () => rtl,
    set,
    panBy: (dx, dy) => set({ ...look, x: look.x + dx, y: look.y + dy }),
    zoomAt: (px, py, factor) => {
      const zoom = within(look.zoom * factor);
      const by = zoom / look.zoom;
      set({ x: px - (px - look.x) * by, y: py - (py - look.y) * by, zoom });
    },
    fit: ({ x, y, w, h }, most = 1) => {
      const zoom = within(Math.min(most, (box.w - 2 * edge) / Math.max(1, w), (box.h - 2 * edge) / Math.max(1, h)));
      return { x: edge - x * zoom, y: edge - y * zoom, zoom };
    },
    glide,
    nudge: (dx, dy) => {
      nudged = { x: nudged.x + dx, y: nudged.y + dy };
      put({ ...look, x: look.x + dx, y: look.y + dy });
    },
    reveal: (rect, foot = 72) => {
      const { x, y, zoom } = look;
      const [left, top, right, bottom] = [rect.x * zoom + x, rect.y * zoom + y, (rect.x + rect.w) * zoom + x, (rect.y + rect.h) * zoom + y];
      const dx = left < edge ? edge - left : right > box.w - edge ? Math.max(box.w - edge - right, edge - left) : 0;
      const dy = top < edge ? edge - top : bottom > box.h - foot ? Math.max(box.h - foot - bottom, edge - top) : 0;
      if (dx !== 0 || dy !== 0) glide({ x: x + dx, y: y + dy, zoom });
    },
    toView,
    toBoard: (clientX, clientY) => {
      const [px, py] = toView(clientX, clientY);
      return [(px - look.x) / look.zoom, (py - look.y) / look.zoom];
    },
    onMove: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    attach: (nextView, nextBoard) => {
      view = nextView;
      board = nextBoard;
      measure();
      write();
      const resized = typeof ResizeObserver === 'function' ? new ResizeObserver(() => (measure(), write())) : null;
      resized?.observe(nextView);
      addEventListener('scroll', measure, { passive: true, capture: true });
      return () => {
        resized?.disconnect();
        removeEventListener('scroll', measure, { capture: true });
        stop();
        cancelAnimationFrame(frame);
        frame = 0;
        view = null;
        board = null;
      };
    },
  };
};
