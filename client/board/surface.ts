/* The canvas's memory between frames: the layout, which notes are mounted, which one is chosen, held or lit. No React state: each area and
   each note is told only of itself. What is in view is mounted first, the rest in small portions while nothing moves; beyond a limit
   what lies furthest away is let go (BO10: 500 notes are smooth, 2,000 still open). Safe for phones. */
import type { AreaShown } from '../../shared/board/shown.ts';
import type { AreaId, NoteId } from '../../shared/kernel/ids.ts';
import { farStep, farSteps, type Camera } from './camera.ts';
import { areaLayout, boardLayout, rectOf, sameLayout, type AreaLayout, type BoardLayout, type Measure, type Rect } from './layout.ts';
import { createMeasure } from './measure.ts';
import { spotOf, type BoardModel } from './model.ts';

/** Bits of what a note shows of itself. */
export const flag = { chosen: 1, stop: 2, away: 4, lit: 8 } as const;

const keyed = () => {
  const by = new Map<string, Set<() => void>>();
  return {
    on: (key: string) => (listener: () => void) => {
      const set = by.get(key) ?? new Set();
      by.set(key, set.add(listener));
      return () => void set.delete(listener);
    },
    tell: (key: string) => {
      for (const listener of by.get(key) ?? []) listener();
    },
  };
};

export interface Surface {
  readonly layout: () => BoardLayout;
  readonly onLayout: (listener: () => void) => () => void;
  readonly mounted: (area: AreaId) => ReadonlySet<NoteId>;
  readonly onMounted: (area: AreaId) => (listener: () => void) => () => void;
  readonly flags: (id: NoteId) => number;
  readonly onFlags: (id: NoteId) => (listener: () => void) => () => void;
  /** The note that is chosen (and has the tab stop); null: none. */
  readonly chosen: () => NoteId | null;
  readonly onChosen: (listener: () => void) => () => void;
  readonly choose: (id: NoteId | null) => void;
  /** What is chosen when that note went, or lies under another now. The canvas asks by itself as long as it is there. */
  readonly settle: () => void;
  /** Its place is left empty while it is in the hand. */
  readonly lift: (id: NoteId | null) => void;
  readonly light: (id: NoteId | null) => void;
  /** The page's own measure of a note. */
  readonly seen: (id: NoteId, height: number) => void;
  readonly far: () => number;
  /** Grows when letters came that are measured otherwise. */
  readonly letters: () => number;
  readonly rem: () => number;
  /** Mounts a note wherever it is, before it gets the focus. */
  readonly need: (id: NoteId) => void;
  readonly setAreas: (areas: readonly AreaShown[]) => void;
  /** The look that shows the whole board, or one area of it. */
  readonly whole: (area?: AreaId) => void;
  readonly start: (camera: Camera) => () => void;
}

const atOnce = 60;
const aFrame = 12;
const idleChunk = 8;
const mostMounted = 700;
const slack = 100;
const none: ReadonlySet<NoteId> = new Set();

export const createSurface = (model: BoardModel, firstAreas: readonly AreaShown[]): Surface => {
  let areas = firstAreas;
  let rem = 16;
  let far = 0;
  let letters = 0;
  /** Notes that stand by themselves. */
  let heads = 0;
  let measure: Measure = createMeasure(rem);
  let layout: BoardLayout = { w: 0, h: 0, areas: [] };
  let inner = new Map<AreaId, AreaLayout>();
  let [chosen, lifted, lit]: [NoteId | null, NoteId | null, NoteId | null] = [null, null, null];
  const heights = new Map<NoteId, { readonly of: unknown; readonly h: number }>();
  const mountedIn = new Map<AreaId, ReadonlySet<NoteId>>();
  let mountedAll = new Set<NoteId>();
  const [layouts, choices, mounts, marks] = [new Set<() => void>(), new Set<() => void>(), keyed(), keyed()];
  let camera: Camera | null = null;
  /** How far a glide will end: titles are ready for it before. */
  let bound: number | null = null;
  let first: NoteId | null = null;
  let [frame, idle, checkedAt]: [number, ReturnType<typeof setTimeout> | undefined, { x: number; y: number; zoom: number } | null] = [
    0,
    undefined,
    null,
  ];

  const options = () => ({
    rem,
    far: farSteps[far]?.grow ?? 1,
    measure,
    notes: model.notes(),
    themes: model.themes(),
    seen: (id: NoteId) => {
      const known = heights.get(id);
      return known !== undefined && known.of === model.notes().get(id) ? known.h : undefined;
    },
  });
  const arrange = (): void => {
    const how = options();
    const next = new Map<AreaId, AreaLayout>();
    for (const tree of model.tree().areas) {
      const area = areas.find(({ id }) => id === tree.area);
      if (area === undefined) continue;
      const made = areaLayout(tree, area, how);
      const old = inner.get(tree.area);
      next.set(tree.area, old && sameLayout(old, made) ? old : made);
    }
    const same = next.size === inner.size && [...next].every(([id, each]) => inner.get(id) === each);
    if (same) return;
    inner = next;
    layout = boardLayout([...next.values()], rem);
    heads = [...next.values()].reduce((sum, { notes }) => sum + notes.size, 0);
    // A note that went, or lies in another area now, is no longer mounted: there it is mounted anew.
    for (const [area, set] of mountedIn) {
      const here = next.get(area)?.notes;
      const left = [...set].filter((note) => here?.has(note) !== true);
      if (left.length === 0) continue;
      for (const note of left) mountedAll.delete(note);
      mountedIn.set(area, new Set([...set].filter((note) => here?.has(note) === true)));
      mounts.tell(area);
    }
    for (const listener of layouts) listener();
    look(true);
  };

  // ── what is mounted ──
  /** In the board's pixels, with half a window around it. */
  const window = (margin: number): Rect => {
    const { x, y, zoom } = camera?.look() ?? { x: 0, y: 0, zoom: 1 };
    const { w, h } = camera?.view() ?? { w: 0, h: 0 };
    const [mx, my] = [w * margin, h * margin];
    return { x: (-x - mx) / zoom, y: (-y - my) / zoom, w: (w + 2 * mx) / zoom, h: (h + 2 * my) / zoom };
  };
  const missing = (within: Rect | null, most: number): readonly (readonly [AreaId, NoteId])[] => {
    const found: (readonly [AreaId, NoteId])[] = [];
    if (most <= 0) return found;
    for (const { id, x, y, w, h, inner: area } of layout.areas) {
      if (within && (x > within.x + within.w || x + w < within.x || y > within.y + within.h || y + h < within.y)) continue;
      for (const [note, rect] of area.notes) {
        if (mountedAll.has(note)) continue;
        const [nx, ny] = [x + rect.x, y + rect.y];
        if (within && (nx > within.x + within.w || nx + rect.w < within.x || ny > within.y + within.h || ny + rect.h < within.y)) continue;
        found.push([id, note]);
        if (found.length >= most) return found;
      }
    }
    return found;
  };
  const mount = (list: readonly (readonly [AreaId, NoteId])[]): void => {
    if (list.length === 0) return;
    const touched = new Map<AreaId, Set<NoteId>>();
    for (const [area, note] of list) {
      const set = touched.get(area) ?? new Set(mountedIn.get(area) ?? []);
      touched.set(area, set.add(note));
      mountedAll.add(note);
    }
    for (const [area, set] of touched) {
      mountedIn.set(area, set);
      mounts.tell(area);
    }
  };
  /** Lets go of what lies outside twice the window when there is too much. */
  const shed = (): void => {
    if (mountedAll.size <= mostMounted + slack) return;
    const keep = window(1);
    const all = new Set<NoteId>();
    for (const { id, x, y, inner: area } of layout.areas) {
      const before = mountedIn.get(id) ?? none;
      const stays = new Set<NoteId>();
      for (const note of before) {
        const rect = area.notes.get(note);
        if (rect === undefined) continue;
        const [nx, ny] = [x + rect.x, y + rect.y];
        const near = nx < keep.x + keep.w && nx + rect.w > keep.x && ny < keep.y + keep.h && ny + rect.h > keep.y;
        if (near || note === chosen || note === lifted) stays.add(note);
      }
      for (const note of stays) all.add(note);
      if (stays.size === before.size) continue;
      mountedIn.set(id, stays);
      mounts.tell(id);
    }
    mountedAll = all;
  };
  const later = (): void => {
    clearTimeout(idle);
    idle = setTimeout(() => {
      const room = Math.min(idleChunk, mostMounted - mountedAll.size);
      const near = room > 0 ? missing(window(1), room) : [];
      // A board that fits is mounted whole, so that panning mounts nothing; of a larger one only what is around.
      const more = near.length > 0 || model.notes().size > mostMounted ? near : missing(null, Math.max(0, room));
      mount(more);
      if (more.length > 0) later();
    }, 60);
  };
  const look = (all = false): void => {
    if (camera === null) return;
    const now = camera.look();
    const still =
      checkedAt !== null && checkedAt.zoom === now.zoom && Math.abs(checkedAt.x - now.x) < 80 && Math.abs(checkedAt.y - now.y) < 80;
    if (!all && still) return;
    checkedAt = { ...now };
    // All of it is there: nothing to look for.
    if (!all && mountedAll.size === heads) return;
    shed();
    const seen = missing(window(0), all ? atOnce : aFrame);
    mount(seen.length > 0 ? seen : missing(window(0.4), aFrame));
    if (seen.length >= aFrame && frame === 0)
      frame = requestAnimationFrame(() => {
        frame = 0;
        look(true);
      });
    later();
  };
  /** Titles grow or shrink: what lies in the middle of the window stays there. */
  const regard = (step: number): void => {
    const before = layout;
    far = step;
    if (camera === null) return arrange();
    const { x, y, zoom } = camera.look();
    const { w, h } = camera.view();
    const [cx, cy] = [(w / 2 - x) / zoom, (h / 2 - y) / zoom];
    const area = before.areas.find((each) => cx < each.x + each.w && cy < each.y + each.h) ?? before.areas[0];
    arrange();
    const now = layout.areas.find(({ id }) => id === area?.id);
    if (area === undefined || now === undefined) return;
    const grown = topOf(now.inner) - topOf(area.inner);
    camera.nudge(-(now.x - area.x) * zoom, -(now.y - area.y + (cy > area.y + topOf(area.inner) / 2 ? grown : 0)) * zoom);
  };
  const whole = (area?: AreaId): void => {
    if (camera === null) return;
    for (let step = 0; step < farSteps.length; step += 1) {
      far = step;
      arrange();
      const target = layout.areas.find(({ id }) => id === area);
      const look = camera.fit(target ?? { x: 0, y: 0, w: layout.w, h: layout.h });
      if (farStep(look.zoom) > step && step < farSteps.length - 1) continue;
      bound = farStep(look.zoom) === step ? step : null;
      return camera.glide(look);
    }
  };
  const settle = (): void => {
    if (chosen !== null && !model.notes().has(chosen)) choose(null);
    else if (chosen !== null && spotOf(model.tree(), chosen) === undefined) choose(model.notes().get(chosen)?.into ?? null);
    const now = firstOf(model);
    if (now === first) return;
    const before = first;
    first = now;
    raise(before);
    raise(now);
  };
  const choose = (id: NoteId | null): void => {
    if (id === chosen) return;
    const before = chosen;
    chosen = id;
    for (const each of new Set([before, id, first])) raise(each);
    for (const listener of choices) listener();
  };
  const raise = (id: NoteId | null): void => {
    if (id !== null) marks.tell(id);
  };
  const on = (listeners: Set<() => void>) => (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  return {
    layout: () => layout,
    onLayout: on(layouts),
    mounted: (area) => mountedIn.get(area) ?? none,
    onMounted: (area) => mounts.on(area),
    flags: (id) =>
      (id === chosen ? flag.chosen | flag.stop : chosen === null && id === first ? flag.stop : 0) |
      (id === lifted ? flag.away : 0) |
      (id === lit ? flag.lit : 0),
    onFlags: (id) => marks.on(id),
    chosen: () => chosen,
    onChosen: on(choices),
    choose,
    settle,
    whole,
    lift: (id) => {
      const before = lifted;
      lifted = id;
      raise(before);
      raise(id);
    },
    light: (id) => {
      if (id === lit) return;
      const before = lit;
      lit = id;
      raise(before);
      raise(id);
    },
    seen: (id, h) => {
      const note = model.notes().get(id);
      if (note === undefined || h <= 0) return;
      const known = heights.get(id);
      if (known?.of === note && Math.abs(known.h - h) < 1) return;
      heights.set(id, { of: note, h });
      const rect = rectOf(layout, id);
      if (rect !== undefined && Math.abs(rect.h - h) < 1) return;
      if (typeof queueMicrotask === 'function') queueMicrotask(arrange);
    },
    far: () => far,
    letters: () => letters,
    rem: () => rem,
    need: (id) => {
      if (mountedAll.has(id)) return;
      const area = layout.areas.find((each) => each.inner.notes.has(id));
      if (area) mount([[area.id, id]]);
    },
    setAreas: (next) => {
      if (next === areas) return;
      areas = next;
      arrange();
    },
    start: (nextCamera) => {
      camera = nextCamera;
      const root = typeof getComputedStyle === 'function' ? parseFloat(getComputedStyle(document.documentElement).fontSize) : 16;
      rem = Number.isFinite(root) && root > 0 ? root : 16;
      measure = createMeasure(rem);
      far = farStep(nextCamera.look().zoom);
      inner = new Map();
      arrange();
      settle();
      const stops = [
        model.onAny(arrange),
        model.onTree(settle),
        nextCamera.onMove(() => {
          const step = farStep(nextCamera.look().zoom);
          if (step === bound) bound = null;
          if (step !== far && bound === null) regard(step);
          look();
        }),
      ];
      // Letters that come late are wider or narrower than those measured.
      let gone = false;
      const fonts: { readonly ready?: Promise<unknown> } | undefined = 'fonts' in document ? document.fonts : undefined;
      void fonts?.ready?.then(() => {
        if (gone) return;
        measure = createMeasure(rem);
        heights.clear();
        letters += 1;
        arrange();
        for (const listener of layouts) listener();
      });
      return () => {
        gone = true;
        for (const stop of stops) stop();
        clearTimeout(idle);
        cancelAnimationFrame(frame);
        frame = 0;
        camera = null;
      };
    },
  };
};

/** Where the notes of an area begin. */
const topOf = ({ columns, field }: AreaLayout): number => field?.y ?? (columns[0] ? columns[0].y + columns[0].headH : 0);
/** The tab stop while nothing is chosen: the first note in reading order. */
const firstOf = (model: BoardModel): NoteId | null => {
  for (const { columns } of model.tree().areas) for (const { heads } of columns) if (heads[0]) return heads[0].id;
  return null;
};
