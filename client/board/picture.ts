/* The board as a picture: its sheets and notes drawn where they lie, at twice the size, in the colours of this page (BO12). No library: it is
   the layout of the canvas, drawn once more. What would be larger than browsers can draw is drawn smaller. Safe for phones. */
import type { AreaShown, NoteShown } from '../../shared/board/shown.ts';
import type { Lang } from '../../shared/kernel/text.ts';
import { dirOf } from '../kernel/i18n.ts';
import { signs } from '../ui/signs.ts';
import { signOf } from './kinds.ts';
import { areaLayout, boardLayout, type AreaLayout, type Rect } from './layout.ts';
import { createMeasure } from './measure.ts';
import { voicesOf, type AreaTree, type BoardModel, type Head } from './model.ts';
import { fromInWords, type BoardWords } from './words.ts';

const rem = 16;
const margin = 24;
const scale = 2;
/** Safari's limits: sides of 16,384 px and 67 million px in all. */
const mostSide = 16_384;
const mostArea = 64_000_000;

const inks = () => {
  const style = getComputedStyle(document.documentElement);
  const ink = (name: string, otherwise: string): string => style.getPropertyValue(name).trim() || otherwise;
  const paper = (name: string, fill: string, edge: string) => ({
    fill: ink(`--note-${name}`, fill),
    edge: ink(`--note-${name}-edge`, edge),
  });
  return {
    paper: ink('--paper', '#ffffff'),
    ground: ink('--ground', '#f0f3f6'),
    ink: ink('--ink', '#17324d'),
    ink2: ink('--ink-2', '#455b71'),
    accent: ink('--accent', '#0066cc'),
    note: ink('--note-ink', '#17324d'),
    idea: paper('idea', '#fdf3d7', '#97700f'),
    against: paper('contro', '#ebe5f5', '#7a62a8'),
    question: paper('domanda', '#f0f3f6', '#5c6f82'),
    condition: paper('condizione', '#dcf0e8', '#3b8064'),
    font: getComputedStyle(document.body).fontFamily || 'sans-serif',
  };
};
type Inks = ReturnType<typeof inks>;

/** Breaks a text into lines as the canvas's measure does. */
const linesOf = (drawing: CanvasRenderingContext2D, text: string, width: number): readonly string[] =>
  text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/\s+/u)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line === '' || drawing.measureText(longer).width <= width) line = longer;
      else {
        lines.push(line);
        line = word;
      }
    }
    return [...lines, line];
  });

/** Draws from the start side: in a page that reads from the right everything is mirrored but the letters. */
class Pen {
  readonly on: CanvasRenderingContext2D;
  readonly inks: Inks;
  private readonly width: number;
  private readonly rtl: boolean;
  constructor(on: CanvasRenderingContext2D, colours: Inks, width: number, rtl: boolean) {
    this.on = on;
    this.inks = colours;
    this.width = width;
    this.rtl = rtl;
  }
  private left(x: number, w: number): number {
    return this.rtl ? this.width - x - w : x;
  }
  box({ x, y, w, h }: Rect, fill: string | null, edge: string | null = null, dashed = false): void {
    const left = this.left(x, w);
    if (fill !== null) {
      this.on.fillStyle = fill;
      this.on.fillRect(left, y, w, h);
    }
    if (edge === null) return;
    this.on.strokeStyle = edge;
    this.on.lineWidth = 1;
    this.on.setLineDash(dashed ? [4, 3] : []);
    this.on.strokeRect(left + 0.5, y + 0.5, w - 1, h - 1);
    this.on.setLineDash([]);
  }
  text(words: string, x: number, y: number, w: number, px: number, weight: number, colour: string, lang?: Lang, atEnd = false): number {
    this.on.font = `${weight} ${px}px ${this.inks.font}`;
    this.on.fillStyle = colour;
    this.on.textBaseline = 'top';
    const rtl = lang === undefined ? this.rtl : dirOf(lang) === 'rtl';
    this.on.direction = rtl ? 'rtl' : 'ltr';
    const toRight = atEnd ? !this.rtl : rtl;
    this.on.textAlign = toRight ? 'right' : 'left';
    const left = this.left(x, w);
    const lines = linesOf(this.on, words, w);
    lines.forEach((line, index) => this.on.fillText(line, toRight ? left + w : left, y + index * px * 1.22));
    return lines.length * px * 1.22;
  }
  high(words: string, w: number, px: number, weight: number): number {
    this.on.font = `${weight} ${px}px ${this.inks.font}`;
    return linesOf(this.on, words, w).length * px * 1.22;
  }
  sign(name: keyof typeof signs, x: number, y: number, px: number, colour: string): void {
    this.on.save();
    this.on.translate(this.left(x, px), y);
    this.on.scale(px / 24, px / 24);
    this.on.strokeStyle = colour;
    this.on.fillStyle = colour;
    this.on.lineWidth = 1.5;
    const [line, fill]: readonly [line: string, fill?: string] = signs[name];
    if (line !== '') this.on.stroke(new Path2D(line));
    if (fill !== undefined) this.on.fill(new Path2D(fill));
    this.on.restore();
  }
}

const drawNote = (pen: Pen, note: NoteShown, head: Head, rect: Rect, t: BoardWords): void => {
  const { fill, edge } = pen.inks[note.kind];
  const ink = pen.inks.note;
  if (head.under.length > 0) pen.box({ ...rect, x: rect.x + 3, y: rect.y + 3 }, fill, edge);
  pen.box(rect, fill, edge, note.door !== undefined);
  if (note.minority) pen.box({ ...rect, w: 5 }, ink);
  const x = rect.x + (note.minority ? 14 : 10);
  const w = rect.w - (note.minority ? 24 : 20);
  pen.sign(signOf[note.kind], x, rect.y + 8, 16, ink);
  pen.text(t(`kind.${note.kind}`), x + 21, rect.y + 9, 70, 13, 400, ink);
  const voices = voicesOf(head);
  const mark =
    voices > 1 ? t('mark.same', { n: voices }) : note.minority ? t('mark.minority') : note.door === undefined ? '' : t(`mark.${note.door}`);
  if (mark !== '') pen.text(mark, x + 70, rect.y + 9, w - 70, 13, voices > 1 || note.minority ? 600 : 400, ink, undefined, true);
  const used = pen.text(note.text, x, rect.y + 30, w, 14, 400, ink, note.lang);
  const foot = [
    note.seat === undefined ? null : t('mark.seat', { seat: note.seat }),
    note.late ? t('mark.late') : null,
    note.from === undefined ? null : fromInWords(t, note.from),
  ].filter((mark) => mark !== null);
  const below = foot.length === 0 ? 0 : pen.text(foot.join(' · '), x, rect.y + 33 + used, w, 13, 400, ink);
  if (note.dots !== undefined) pen.text(t('dots.count', { n: note.dots }), x, rect.y + 33 + used + below, w, 13, 600, ink);
};
const drawArea = (
  pen: Pen,
  area: AreaShown,
  number: number,
  tree: AreaTree,
  inner: AreaLayout,
  at: Rect,
  model: BoardModel,
  t: BoardWords,
): void => {
  const { inks: colours } = pen;
  pen.box(at, colours.paper);
  pen.text(String(number), at.x + 20, at.y + 18, 20, 22, 600, colours.accent);
  pen.text(area.prompt.s, at.x + 42, at.y + 18, at.w - 180, 22, 600, colours.ink, area.prompt.lang);
  pen.text(t('count.notes', { n: tree.notes }), at.x + at.w - 130, at.y + 24, 110, 14, 400, colours.ink2, undefined, true);
  const { field } = inner;
  if (field !== null && area.shape.kind === 'matrix') {
    const { x, y } = area.shape;
    const [fx, fy] = [at.x + field.x, at.y + field.y];
    pen.box({ x: fx + field.w / 2 - 1, y: fy, w: 2, h: field.h }, colours.ink);
    pen.box({ x: fx, y: fy + field.h / 2 - 1, w: field.w, h: 2 }, colours.ink);
    pen.text(y[1].s, fx + field.w / 2 - 60, fy - 22, 180, 14, 400, colours.ink, y[1].lang);
    pen.text(y[0].s, fx + field.w / 2 - 60, fy + field.h + 6, 180, 14, 400, colours.ink, y[0].lang);
    pen.text(x[0].s, fx, fy + field.h / 2 + 6, 180, 14, 400, colours.ink, x[0].lang);
    pen.text(x[1].s, fx + field.w - 180, fy + field.h / 2 + 6, 180, 14, 400, colours.ink, x[1].lang, true);
  }
  tree.columns.forEach((column, index) => {
    const place = inner.columns[index];
    if (place !== undefined) {
      const theme = column.theme === null ? undefined : model.themes().get(column.theme);
      const base = at.y + place.y + place.headH - 13;
      pen.box({ x: at.x + place.x, y: base, w: place.w, h: theme === undefined ? 1 : 3 }, theme === undefined ? colours.ink2 : colours.ink);
      const [title, weight, colour] =
        theme === undefined ? ([t('loose'), 400, colours.ink2] as const) : ([theme.title, 600, colours.ink] as const);
      const from = theme?.from === undefined ? '' : fromInWords(t, theme.from);
      const foot = from === '' ? 0 : 16;
      if (from !== '') pen.text(from, at.x + place.x, base - 20, place.w - 30, 13, 400, colours.ink2);
      pen.text(
        title,
        at.x + place.x,
        base - 4 - foot - pen.high(title, place.w - 30, 15, weight),
        place.w - 30,
        15,
        weight,
        colour,
        theme?.lang,
      );
      pen.text(String(column.notes), at.x + place.x + place.w - 28, base - 22, 28, 13, 400, colours.ink2, undefined, true);
    }
    for (const head of column.heads) {
      const rect = inner.notes.get(head.id);
      const note = model.notes().get(head.id);
      if (rect !== undefined && note !== undefined) drawNote(pen, note, head, { ...rect, x: at.x + rect.x, y: at.y + rect.y }, t);
    }
  });
};

/** Null where there is no drawing surface. */
export const drawBoard = (model: BoardModel, areas: readonly AreaShown[], title: string, t: BoardWords): HTMLCanvasElement | null => {
  const how = { rem, far: 1, measure: createMeasure(rem), notes: model.notes(), themes: model.themes(), seen: () => undefined };
  const trees = model.tree().areas;
  const layout = boardLayout(
    trees.flatMap((tree) => {
      const area = areas.find(({ id }) => id === tree.area);
      return area === undefined ? [] : [areaLayout(tree, area, how)];
    }),
    rem,
  );
  const head = 48;
  const [w, h] = [layout.w + 2 * margin, layout.h + 2 * margin + head];
  const by = Math.min(scale, mostSide / w, mostSide / h, Math.sqrt(mostArea / (w * h)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(w * by);
  canvas.height = Math.round(h * by);
  const on = canvas.getContext('2d');
  if (on === null) return null;
  on.scale(by, by);
  const pen = new Pen(on, inks(), w, t.dir === 'rtl');
  pen.box({ x: 0, y: 0, w, h }, pen.inks.ground);
  pen.text(title, margin, margin, w - 2 * margin, 28, 600, pen.inks.ink);
  layout.areas.forEach((placed, index) => {
    const area = areas.find(({ id }) => id === placed.id);
    const tree = trees.find((each) => each.area === placed.id);
    const at = { x: placed.x + margin, y: placed.y + margin + head, w: placed.w, h: placed.h };
    if (area !== undefined && tree !== undefined) drawArea(pen, area, index + 1, tree, placed.inner, at, model, t);
  });
  return canvas;
};

export const fileName = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .toLowerCase()
    .slice(0, 60);

export const downloadPicture = async (model: BoardModel, areas: readonly AreaShown[], title: string, t: BoardWords): Promise<void> => {
  const canvas = drawBoard(model, areas, title, t);
  const blob = await new Promise<Blob | null>((resolve) => {
    if (canvas === null) resolve(null);
    else canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${fileName(title)}.png`;
  link.click();
  // The browser has taken it by the next turn of the page; a minute is enough for the slowest.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
