// Where everything on the canvas lies, in the board's own pixels, from the start side of the page (Arabic mirrors by itself).
// Computed, not measured: so only what is in view is mounted, keys go from note to note by place, a drag asks no layout of the page,
// and the picture that is downloaded is the very board. A note that turns out taller than estimated says so and is believed.
// Rows of areas depend on their number only, columns on the number of notes by steps: the place of a thing is memory (LANGUAGE.md 10).
import { boardLimits } from '../../shared/board/limits.ts';
import type { AreaShown, NoteShown, ThemeShown } from '../../shared/board/shown.ts';
import type { AreaId, NoteId, ThemeId } from '../../shared/kernel/ids.ts';
import type { AreaTree, Column, Head } from './model.ts';
import type { Direction, Target } from './target.ts';
import { clampPlace } from './target.ts';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
export interface ColumnLayout extends Rect {
  readonly theme: ThemeId | null;
  /** Of its title, at the top; notes begin below it. */
  readonly headH: number;
}
export interface AreaLayout {
  readonly area: AreaId;
  readonly w: number;
  readonly h: number;
  readonly columns: readonly ColumnLayout[];
  readonly notes: ReadonlyMap<NoteId, Rect>;
  /** The ground of a 2×2 or free area. */
  readonly field: Rect | null;
  /** Under the field: notes that have no place yet. */
  readonly tray: Rect | null;
}
export interface PlacedArea extends Rect {
  readonly id: AreaId;
  readonly inner: AreaLayout;
}
export interface BoardLayout {
  readonly w: number;
  readonly h: number;
  readonly areas: readonly PlacedArea[];
}

/** In parts of a rem (16 at the ordinary size of text), from the drawn board. */
const size = {
  note: 10.5,
  noteGap: 0.5625,
  columnGap: 1,
  areaGap: 1.5,
  pad: 1.25,
  areaHead: 2.6,
  titleLine: 1.08,
  titleFoot: 1.2,
  sig: 2.4,
  textLine: 1.0675,
  footLine: 1.15,
  emptyH: 8,
  areaLeast: 24,
  matrix: [40, 33],
  free: [26, 33],
} as const;
const perColumn = 14;
const mostColumns = 6;

/** What the layout must know of text. Widths are in px at the sizes that notes and titles have. */
export interface Measure {
  readonly noteLines: (text: string, widthPx: number) => number;
  readonly titleLines: (text: string, widthPx: number) => number;
}
export interface LayoutOptions {
  readonly rem: number;
  /** How much larger titles are than the board when it is looked at from afar: 1 near. */
  readonly far: number;
  readonly measure: Measure;
  readonly notes: ReadonlyMap<NoteId, NoteShown>;
  readonly themes: ReadonlyMap<ThemeId, ThemeShown>;
  /** Heights that were seen on the page. */
  readonly seen: (id: NoteId) => number | undefined;
}

const subColumns = (notes: number): number => Math.min(mostColumns, Math.max(1, Math.ceil(notes / perColumn)));
const heightOf = ({ id }: Head, { rem, measure, notes, seen }: LayoutOptions): number => {
  const known = seen(id);
  if (known !== undefined) return known;
  const note = notes.get(id);
  if (note === undefined) return size.sig * rem;
  const lines = measure.noteLines(note.text, (size.note - 1.25 - (note.minority ? 0.25 : 0)) * rem);
  const foot = note.late || note.seat !== undefined || note.from !== undefined ? 1 : 0;
  const dots = note.dots === undefined ? 0 : 1;
  const tall = note.lang === 'ar' ? 1.25 : 1;
  return (size.sig + lines * size.textLine * tall + (foot + dots) * size.footLine) * rem;
};

const columnsLayout = (tree: AreaTree, prompt: string, options: LayoutOptions): AreaLayout => {
  const { rem, far, measure, themes } = options;
  const [noteW, gap, pad] = [size.note * rem, size.noteGap * rem, size.pad * rem];
  const widths = tree.columns.map(({ heads }) => subColumns(heads.length));
  const titled = (column: Column, subs: number): number => {
    const theme = column.theme === null ? undefined : themes.get(column.theme);
    const width = (subs * size.note + (subs - 1) * size.columnGap - 2 * far) * rem;
    const lines = Math.min(4, measure.titleLines(theme?.title ?? '', Math.max(rem * 2, width / far)));
    const foot = (theme?.from === undefined ? 0 : size.titleLine) + (theme?.dots === undefined ? 0 : size.titleLine);
    return lines * size.titleLine + foot;
  };
  const headH = Math.max(...tree.columns.map((column, index) => titled(column, widths[index] ?? 1))) * rem * far + size.titleFoot * rem;
  const top = pad + size.areaHead * rem * far;
  const notes = new Map<NoteId, Rect>();
  const columns: ColumnLayout[] = [];
  let x = pad;
  let bottom = 0;
  tree.columns.forEach((column, index) => {
    const subs = widths[index] ?? 1;
    const each = Math.ceil(column.heads.length / subs);
    const w = subs * noteW + (subs - 1) * size.columnGap * rem;
    let deepest = top + headH + (column.heads.length === 0 ? size.emptyH * rem : 0);
    for (let sub = 0; sub < subs; sub += 1) {
      let y = top + headH;
      for (const head of column.heads.slice(sub * each, (sub + 1) * each)) {
        const h = heightOf(head, options);
        notes.set(head.id, { x: x + sub * (noteW + size.columnGap * rem), y, w: noteW, h });
        y += h + gap;
      }
      deepest = Math.max(deepest, y - gap);
    }
    columns.push({ theme: column.theme, x, y: top, w, h: deepest - top, headH });
    bottom = Math.max(bottom, deepest);
    x += w + size.columnGap * rem;
  });
  const promptW = Math.min(prompt.length * 0.75, 30) * rem;
  const w = Math.max(x - size.columnGap * rem + pad, size.areaLeast * rem, Math.min(promptW, 40 * rem) + 2 * pad);
  return { area: tree.area, w, h: bottom + pad * 1.25, columns, notes, field: null, tray: null };
};

/** More notes, more ground; by steps, so that it does not creep. */
const growth = (notes: number): number => (notes <= 20 ? 1 : notes <= 45 ? 1.4 : notes <= 100 ? 2 : notes <= 250 ? 3 : 5);
const fieldLayout = (tree: AreaTree, matrix: boolean, options: LayoutOptions): AreaLayout => {
  const { rem, far, notes } = options;
  const pad = size.pad * rem;
  const heads = tree.columns.flatMap((column) => column.heads);
  const grow = growth(heads.length);
  const top = pad + size.areaHead * rem * far + (matrix ? 1.75 * rem * far : 0);
  const [wide, high] = matrix ? size.matrix : size.free;
  const field: Rect = { x: pad, y: top, w: wide * rem * grow, h: high * rem * grow };
  const rects = new Map<NoteId, Rect>();
  const [noteW, gap] = [size.note * rem, size.noteGap * rem];
  const perRow = Math.max(1, Math.floor((field.w + gap) / (noteW + gap)));
  const unplaced = heads.filter(({ id }) => notes.get(id)?.place === undefined);
  const trayTop = field.y + field.h + (matrix ? 2.25 * rem * far : rem);
  let y = trayTop + (unplaced.length > 0 ? 2 * rem * far : 0);
  for (let row = 0; row < unplaced.length; row += perRow) {
    const line = unplaced.slice(row, row + perRow);
    const heights = line.map((head) => heightOf(head, options));
    line.forEach(({ id }, index) => rects.set(id, { x: field.x + index * (noteW + gap), y, w: noteW, h: heights[index] ?? 0 }));
    y += Math.max(...heights) + gap;
  }
  for (const head of heads) {
    const place = notes.get(head.id)?.place;
    if (place === undefined) continue;
    const h = heightOf(head, options);
    rects.set(head.id, { ...cornerOf(field, place, noteW, h), w: noteW, h });
  }
  // The map keeps reading order whatever the place.
  const ordered = new Map(heads.flatMap(({ id }) => (rects.has(id) ? [[id, rects.get(id) ?? field] as const] : [])));
  const tray = unplaced.length === 0 ? null : { x: field.x, y: trayTop, w: field.w, h: y - trayTop };
  const bottom = tray === null ? field.y + field.h + (matrix ? 2 * rem * far : 0) : y;
  return { area: tree.area, w: field.w + 2 * pad, h: bottom + pad, columns: [], notes: ordered, field, tray };
};
/** A place is thousandths of the way that the corner can go, so that a note never hangs over the edge. */
export const cornerOf = (
  field: Rect,
  [x, y]: readonly [number, number],
  w: number,
  h: number,
): { readonly x: number; readonly y: number } => ({
  x: field.x + (x / boardLimits.place) * Math.max(0, field.w - w),
  y: field.y + (y / boardLimits.place) * Math.max(0, field.h - h),
});

export const areaLayout = (tree: AreaTree, area: AreaShown, options: LayoutOptions): AreaLayout =>
  area.shape.kind === 'column' ? columnsLayout(tree, area.prompt.s, options) : fieldLayout(tree, area.shape.kind === 'matrix', options);

const rowsOf: Readonly<Record<number, readonly number[]>> = {
  1: [1],
  2: [2],
  3: [3],
  4: [2, 2],
  5: [2, 3],
  6: [3, 3],
  7: [2, 2, 3],
  8: [2, 3, 3],
  9: [3, 3, 3],
};
export const boardLayout = (areas: readonly AreaLayout[], rem: number): BoardLayout => {
  const gap = size.areaGap * rem;
  const placed: PlacedArea[] = [];
  let [index, y, w] = [0, 0, 0];
  for (const many of rowsOf[areas.length] ?? [areas.length]) {
    let [x, deepest] = [0, 0];
    for (const inner of areas.slice(index, index + many)) {
      placed.push({ id: inner.area, x, y, w: inner.w, h: inner.h, inner });
      x += inner.w + gap;
      deepest = Math.max(deepest, inner.h);
    }
    index += many;
    w = Math.max(w, x - gap);
    y += deepest + gap;
  }
  return { w, h: Math.max(0, y - gap), areas: placed };
};
export const sameLayout = (a: AreaLayout, b: AreaLayout): boolean => {
  if (a.w !== b.w || a.h !== b.h || a.notes.size !== b.notes.size || a.columns.length !== b.columns.length) return false;
  const [left, right] = [[...a.notes], [...b.notes]];
  const still = left.every(([id, rect], index) => {
    const other = right[index];
    return other !== undefined && other[0] === id && rect.x === other[1].x && rect.y === other[1].y && rect.h === other[1].h;
  });
  return still && a.columns.every((column, index) => column.theme === b.columns[index]?.theme && column.headH === b.columns[index].headH);
};

/** The whole board's rectangle of a note. */
export const rectOf = (layout: BoardLayout, id: NoteId): Rect | undefined => {
  for (const { x, y, inner } of layout.areas) {
    const rect = inner.notes.get(id);
    if (rect) return { ...rect, x: x + rect.x, y: y + rect.y };
  }
  return undefined;
};

/** The note that lies nearest to a place where there is none any more. */
export const nearest = (layout: BoardLayout, from: Rect): NoteId | null => {
  const all = layout.areas.flatMap(({ x, y, inner }) =>
    [...inner.notes].map(([id, rect]) => ({ id, far: Math.hypot(x + rect.x - from.x, y + rect.y - from.y) })),
  );
  return all.reduce<(typeof all)[number] | null>((best, each) => (best === null || each.far < best.far ? each : best), null)?.id ?? null;
};

/** The note that an arrow goes to: the nearest whose middle lies that way, sideways distance weighing double. */
export const neighbour = (layout: BoardLayout, from: NoteId, direction: Direction): NoteId | null => {
  const own = rectOf(layout, from);
  if (own === undefined) return null;
  const [cx, cy] = [own.x + own.w / 2, own.y + own.h / 2];
  let best: { readonly id: NoteId; readonly cost: number } | null = null;
  for (const { x, y, inner } of layout.areas)
    for (const [id, rect] of inner.notes) {
      if (id === from) continue;
      const [dx, dy] = [x + rect.x + rect.w / 2 - cx, y + rect.y + rect.h / 2 - cy];
      const along = direction === 'up' ? -dy : direction === 'down' ? dy : direction === 'start' ? -dx : dx;
      const aside = Math.abs(direction === 'up' || direction === 'down' ? dx : dy);
      if (along <= 1 || aside > along * 3) continue;
      const cost = along + aside * 2;
      if (best === null || cost < best.cost) best = { id, cost };
    }
  return best?.id ?? null;
};

const inside = ({ x, y, w, h }: Rect, px: number, py: number, by = 0): boolean =>
  px >= x - by && px < x + w + by && py >= y - by && py < y + h + by;
/** What lies under the hand at a point of the board; `corner`: the note's own top start corner there, `h` its height. */
export const targetAt = (
  layout: BoardLayout,
  areas: readonly AreaShown[],
  moving: NoteId,
  point: readonly [number, number],
  corner: readonly [number, number],
  h: number,
  rem: number,
): Target | null => {
  const [px, py] = point;
  const area = layout.areas.find((each) => inside(each, px, py));
  if (area === undefined) return null;
  const { inner, id } = area;
  const [lx, ly] = [px - area.x, py - area.y];
  for (const [note, rect] of inner.notes)
    if (note !== moving && inside({ x: rect.x + rect.w * 0.25, y: rect.y + rect.h * 0.28, w: rect.w * 0.5, h: rect.h * 0.44 }, lx, ly))
      return { kind: 'same', into: note };
  if (areas.find((each) => each.id === id)?.shape.kind !== 'column') {
    if (inner.field === null) return null;
    const [w, field] = [size.note * rem, inner.field];
    const across = (corner[0] - area.x - field.x) / Math.max(1, field.w - w);
    const down = (corner[1] - area.y - field.y) / Math.max(1, field.h - h);
    return { kind: 'field', area: id, place: clampPlace(across * boardLimits.place, down * boardLimits.place) };
  }
  const column = inner.columns.find((each) => lx >= each.x - rem / 2 && lx < each.x + each.w + rem / 2);
  if (column === undefined) return { kind: 'column', area: id, theme: null, before: null };
  const list = [...inner.notes].filter(([note, rect]) => note !== moving && rect.x >= column.x - 1 && rect.x < column.x + column.w);
  const next = list.find(([, rect]) => lx < rect.x + rect.w + rem / 2 && ly < rect.y + rect.h / 2);
  return { kind: 'column', area: id, theme: column.theme, before: next?.[0] ?? null };
};

/** The strip in a list that lights up under the hand, in the board's pixels; fields and notes light up by themselves. */
export const markOf = (layout: BoardLayout, target: Target | null, rem: number): Rect | null => {
  if (target === null || target.kind !== 'column') return null;
  const area = layout.areas.find(({ id }) => id === target.area);
  if (area === undefined) return null;
  const column = area.inner.columns.find(({ theme }) => theme === target.theme);
  const strip = (size.noteGap * rem) / 2;
  const next = target.before === null ? undefined : area.inner.notes.get(target.before);
  if (next) return { x: area.x + next.x, y: area.y + next.y - strip - 2, w: next.w, h: 4 };
  if (column === undefined) return { x: area.x, y: area.y, w: area.w, h: area.h };
  const last = [...area.inner.notes.values()].filter((rect) => rect.x >= column.x - 1 && rect.x < column.x + column.w).at(-1);
  const y = last ? last.y + last.h + strip - 2 : column.y + column.headH;
  return { x: area.x + (last?.x ?? column.x), y: area.y + y, w: size.note * rem, h: 4 };
};
