// Where each word of a cloud stands on the wall. People look for their own word: so a word keeps its place
// while others arrive, and nothing is drawn at random. The layout is a pure step: the one before, the words
// as they are now, a way to measure text; out comes the next one. Words are horizontal, sized by the square
// root of how many people wrote them (a word twice as frequent must not look four times as big).
// The ten most frequent are always there: if room is short everything shrinks, or the rarest class goes whole.

export interface CloudWord {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}
export interface Size {
  readonly w: number;
  readonly h: number;
}
/** Width and height in px of one line of text at a size; `bold` is weight 600. Must not depend on anything else. */
export type Measure = (text: string, fontPx: number, bold: boolean) => Size;
/** x, y: top left corner of the word's box in px from the area's top left; `lines` are drawn one under the other, centred. */
export interface PlacedWord {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly fontPx: number;
  readonly lines: readonly string[];
  readonly bold: boolean;
}
/** `omitted`: keys that found no room, always whole classes of equal count unless they are of the first ten. `scale`: px per square root of a person, and the floor; it only ever shrinks. */
export interface CloudLayout {
  readonly words: readonly PlacedWord[];
  readonly omitted: readonly string[];
  readonly scale: Scale;
}
export interface Scale {
  readonly unitPx: number;
  readonly floorPx: number;
}

const STEP_PX = 8;
/** Smallest text on the wall; below it only when the ten most frequent do not fit otherwise. */
const FLOOR_PX = 32;
const FIRST_UNIT_PX = 40;
const SHRINK = 0.85;
// When the unit is this small and the first word below this size, the picture says nothing any more (nine people look
// like one): then the rarest class goes instead.
const LEAST_UNIT_PX = 12;
const LEAST_FIRST_PX = 80;
const BOLD_FROM = 15;
const TWO_LINES_OVER = 20;
const GAP_PX = 10;
// A word may shift this much to make room: less than the 20 px that count as moving (PO7).
const NUDGE_PX = 18;
const MOVED_SHARE = 0.15;
const TEN = 10;

interface Box {
  readonly cx: number;
  readonly cy: number;
  readonly w: number;
  readonly h: number;
}
interface Sized extends Size {
  readonly key: string;
  readonly count: number;
  readonly fontPx: number;
  readonly bold: boolean;
  readonly lines: readonly string[];
}
type Spot = { readonly cx: number; readonly cy: number };

/** A phrase of more than 20 characters takes two lines, broken at the blank nearest to the middle. */
export function linesOf(label: string): readonly string[] {
  const chars = [...label];
  if (chars.length <= TWO_LINES_OVER) return [label];
  const blanks = chars.flatMap((char, i) => (char === ' ' ? [i] : []));
  const middle = (chars.length - 1) / 2;
  const at = blanks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b)[0];
  return at === undefined ? [label] : [chars.slice(0, at).join(''), chars.slice(at + 1).join('')];
}

function sizeOf(word: CloudWord, scale: Scale, measure: Measure): Sized {
  const bold = word.count >= BOLD_FROM;
  const fontPx = Math.max(scale.floorPx, STEP_PX * Math.round((scale.unitPx * Math.sqrt(word.count)) / STEP_PX));
  const lines = linesOf(word.label);
  const boxes = lines.map((line) => measure(line, fontPx, bold));
  return {
    key: word.key,
    count: word.count,
    fontPx,
    bold,
    lines,
    w: Math.ceil(Math.max(...boxes.map(({ w }) => w))),
    h: Math.ceil(boxes.reduce((sum, { h }) => sum + h, 0)),
  };
}

const inside = (box: Box, area: Size): boolean =>
  box.cx - box.w / 2 >= 0 && box.cy - box.h / 2 >= 0 && box.cx + box.w / 2 <= area.w && box.cy + box.h / 2 <= area.h;
const touch = (a: Box, b: Box): boolean =>
  Math.abs(a.cx - b.cx) * 2 < a.w + b.w + 2 * GAP_PX && Math.abs(a.cy - b.cy) * 2 < a.h + b.h + GAP_PX;

// Points on ellipses of the area's shape, from the middle outwards: near ones first, evenly spread, always the same.
function* spiral(from: Spot, area: Size, farthestPx: number): Generator<Spot> {
  const flat = area.h / area.w;
  const corner = Math.hypot(Math.max(from.cx, area.w - from.cx), Math.max(from.cy, area.h - from.cy) / flat);
  yield from;
  for (let r = STEP_PX; r <= Math.min(corner, farthestPx); r += STEP_PX) {
    const steps = Math.max(8, Math.round((2 * Math.PI * r) / 16));
    for (let i = 0; i < steps; i++) {
      const turn = (2 * Math.PI * i) / steps;
      yield { cx: Math.round(from.cx + r * Math.cos(turn)), cy: Math.round(from.cy + r * flat * Math.sin(turn)) };
    }
  }
}

function freeSpot(word: Size, taken: readonly Box[], area: Size, from: Spot, farthestPx: number): Spot | null {
  let last: Box | undefined;
  for (const spot of spiral(from, area, farthestPx)) {
    const box = { ...spot, w: word.w, h: word.h };
    if (!inside(box, area) || (last && touch(last, box))) continue;
    last = taken.find((other) => touch(other, box));
    if (!last) return spot;
  }
  return null;
}

interface Settled {
  readonly at: ReadonlyMap<string, Box>;
  readonly homeless: readonly Sized[];
}

// The words that stood here stay. One that has grown into its neighbours shifts by less than 20 px, or they do,
// or the only one that cannot gives way to it; with no such room it takes the nearest free place, and if there
// is none smaller words give way. Newcomers go from the middle outwards, like the others by rank. At most `budget` words move: more is a failure, and the caller shrinks.
function settle(sized: readonly Sized[], before: ReadonlyMap<string, Box>, area: Size, budget: number): Settled {
  const at = new Map<string, Box>();
  const boxAt = (word: Size, spot: Spot): Box => ({ cx: spot.cx, cy: spot.cy, w: word.w, h: word.h });
  const free = (word: Size, from: Spot, farthestPx: number) => freeSpot(word, [...at.values()], area, from, farthestPx);
  const hits = (box: Box) =>
    sized.filter(({ key }) => {
      const other = at.get(key);
      return other !== undefined && touch(other, box);
    });
  const middle = { cx: area.w / 2, cy: area.h / 2 };
  const homeless: Sized[] = [];
  let moves = 0;

  const wasHere = sized.flatMap((word) => {
    const was = before.get(word.key);
    return was ? [{ word, was }] : [];
  });
  const asBefore = ({ word, was }: { word: Sized; was: Box }) => word.w <= was.w && word.h <= was.h;
  const grown: Sized[] = [];
  for (const { word, was } of [...wasHere.filter(asBefore), ...wasHere.filter((one) => !asBefore(one))]) {
    const box = boxAt(word, was);
    if (inside(box, area) && hits(box).length === 0) at.set(word.key, box);
    else grown.push(word);
  }
  const rank = new Map(sized.map((word, i) => [word.key, i]));
  const rankOf = (word: Sized) => rank.get(word.key) ?? 0;
  // Where `word` would push out the fewest words, all of them rarer; near its own place first.
  const pushOut = (word: Sized, from: Spot): { spot: Spot; out: readonly Sized[] } | null => {
    let best: { spot: Spot; out: readonly Sized[] } | null = null;
    for (const spot of spiral(from, area, area.w / 2)) {
      const box = boxAt(word, spot);
      if (!inside(box, area)) continue;
      const out = hits(box);
      if (out.every((other) => rankOf(other) > rankOf(word)) && (!best || out.length < best.out.length)) best = { spot, out };
      if (best && best.out.length <= 1) break;
    }
    return best;
  };
  // Where `word` stood: the words it now touches shift a little. At most one may be left without a place, a rarer one.
  const shove = (word: Sized, own: Box): readonly Sized[] | null => {
    const box = boxAt(word, own);
    if (!inside(box, area)) return null;
    const kept = new Map(at);
    const touched = hits(box);
    const out: Sized[] = [];
    for (const { key } of touched) at.delete(key);
    at.set(word.key, box);
    for (const other of touched) {
      const from = before.get(other.key) ?? kept.get(other.key);
      const aside = from ? free(other, from, NUDGE_PX) : null;
      if (aside) at.set(other.key, boxAt(other, aside));
      else out.push(other);
    }
    if (out.length === 0 || (out.length === 1 && moves < budget && out.every((other) => rankOf(other) > rankOf(word)))) return out;
    at.clear();
    for (const [key, was] of kept) at.set(key, was);
    return null;
  };
  const queue = [...grown, ...sized.filter(({ key }) => !before.has(key))].sort((x, y) => rankOf(x) - rankOf(y));
  for (let word = queue.shift(); word; word = queue.shift()) {
    const own = before.get(word.key);
    const near = own ? free(word, own, NUDGE_PX) : null;
    if (near) {
      at.set(word.key, boxAt(word, near));
      continue;
    }
    const shoved = own ? shove(word, own) : null;
    if (shoved) {
      queue.unshift(...shoved);
      continue;
    }
    if (own) moves++;
    const far = free(word, own ?? middle, Infinity);
    if (far) {
      at.set(word.key, boxAt(word, far));
      continue;
    }
    const push = moves < budget ? pushOut(word, own ?? middle) : null;
    if (!push || moves + push.out.length > budget) {
      homeless.push(word);
      continue;
    }
    for (const other of push.out) at.delete(other.key);
    at.set(word.key, boxAt(word, push.spot));
    queue.unshift(...push.out);
  }
  return { at, homeless: moves > budget ? sized : homeless };
}

/** This scale and the smaller ones that still make a picture when the first word was written by `most` people. */
function smaller({ unitPx, floorPx }: Scale, most: number): readonly Scale[] {
  const scales = [{ unitPx, floorPx }];
  for (let unit = unitPx * SHRINK; unit >= LEAST_UNIT_PX || unit * Math.sqrt(most) >= LEAST_FIRST_PX; unit *= SHRINK)
    scales.push({ unitPx: unit, floorPx });
  return scales;
}
/** Below the floor, down to one pixel: a wall too narrow for ten phrases still has them. */
function tiny({ unitPx, floorPx }: Scale): readonly Scale[] {
  const scales: Scale[] = [];
  for (let factor = 0.75; floorPx * factor >= 1; factor *= 0.75) scales.push({ unitPx: unitPx * factor, floorPx: floorPx * factor });
  return scales;
}

const NOTHING: CloudLayout = { words: [], omitted: [], scale: { unitPx: FIRST_UNIT_PX, floorPx: FLOOR_PX } };

/**
 * The next layout. `words` in rank order (most frequent first, ties by first arrival), as `shown` gives them.
 * Tries in this order, each only if the one before leaves a word out or moves 15 % of them: in place at the
 * present size; smaller; without the rarest class; at last, for the ten most frequent only, from an empty area, then
 * below the floor of 32 px. Deterministic, no overlap. When the area changes pass null: places are px of one area.
 */
export function layoutCloud(previous: CloudLayout | null, words: readonly CloudWord[], area: Size, measure: Measure): CloudLayout {
  const start = previous ?? NOTHING;
  const stood = new Map(start.words.map(({ key, x, y, w, h }) => [key, { cx: x + w / 2, cy: y + h / 2, w, h }]));
  const attempt = (kept: readonly CloudWord[], scale: Scale, inPlace: boolean): CloudLayout | null => {
    const sized = kept.map((word) => sizeOf(word, scale, measure));
    const here = new Map(
      inPlace
        ? kept.flatMap(({ key }) => {
            const box = stood.get(key);
            return box ? [[key, box] as const] : [];
          })
        : [],
    );
    const budget = inPlace ? Math.max(1, Math.ceil(here.size * MOVED_SHARE) - 1) : 0;
    const { at, homeless } = settle(sized, here, area, budget);
    if (homeless.length > 0) return null;
    const placed = sized.flatMap(({ key, w, h, fontPx, lines, bold }) => {
      const box = at.get(key);
      return box ? [{ key, x: box.cx - w / 2, y: box.cy - h / 2, w, h, fontPx, lines, bold }] : [];
    });
    const there = new Set(kept.map(({ key }) => key));
    return { words: placed, omitted: words.filter(({ key }) => !there.has(key)).map(({ key }) => key), scale };
  };
  const scales = smaller(start.scale, words[0]?.count ?? 1);
  const least = scales.at(-1) ?? start.scale;
  let kept = words;
  for (const scale of scales) {
    const done = attempt(kept, scale, previous !== null);
    if (done) return done;
  }
  for (;;) {
    const rarest = kept.at(-1)?.count;
    const fewer = kept.filter((word, i) => i < TEN || word.count !== rarest);
    if (fewer.length === kept.length) break;
    kept = fewer;
    const done = attempt(kept, least, previous !== null);
    if (done) return done;
  }
  for (const scale of [...scales, ...tiny(least)]) {
    const done = attempt(kept, scale, false);
    if (done) return done;
  }
  return { words: [], omitted: words.map(({ key }) => key), scale: start.scale };
}
