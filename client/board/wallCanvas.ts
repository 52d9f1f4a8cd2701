// A whole board on one wall without shrinking a word: sheets, the titles of the themes, and for each note a piece of paper with its sign
// (LANGUAGE 10: zooming out drops text, keeps places, themes, signs and marks). Nothing that is read is under 40 px of 1080p: where the
// papers do not fit the themes keep their numbers, and where the titles do not fit there is no such picture (null) and the wall shows themes
// as rows. Pure: measured in pixels of 1080p.
import type { NoteKind } from '../../shared/board/limits.ts';
import type { AreaShown, NoteShown, ThemeShown } from '../../shared/board/shown.ts';
import type { AreaId, NoteId, ThemeId } from '../../shared/kernel/ids.ts';
import type { Lang } from '../../shared/kernel/text.ts';
import { treeOf, voicesOf, type Column } from './model.ts';
import { linesOf } from './wallFit.ts';

export interface CanvasMark {
  readonly key: string;
  readonly kind: NoteKind;
  readonly minority: boolean;
  /** Several said the same: a second edge. */
  readonly same: boolean;
  /** In a 2×2 or a free area, thousandths of its width and height. */
  readonly place: NoteShown['place'] | null;
}
export interface CanvasColumn {
  readonly key: string;
  /** Null: still without a theme. */
  readonly title: { readonly text: string; readonly lang: Lang } | null;
  readonly notes: number;
  readonly marks: readonly CanvasMark[];
}
export interface CanvasSheet {
  readonly key: string;
  readonly prompt: AreaShown['prompt'];
  readonly shape: AreaShown['shape'];
  readonly notes: number;
  readonly columns: readonly CanvasColumn[];
}
/** `column`: its width; `across`: columns beside one another on a sheet, at most; `papers`: whether each note is drawn; `field`, `fieldAcross`: how high a field is, and how many columns wide. */
export interface CanvasPlan {
  readonly column: number;
  readonly across: number;
  readonly papers: boolean;
  readonly field: number;
  readonly fieldAcross: number;
}
/** Pixels of 1080p, as wall.css has them. */
const [width, height, gap, padding, line] = [1728, 690, 24, 20, 44];
const [paper, paperHeight, paperGap] = [72, 48, 8];
/** A letter of 40 px is about this wide; a number at the end of a title takes its place. */
const letter = 19;
const numberWidth = 64;

const isArea = (id: string): id is AreaId => id !== '';
/** Where the view did not send the areas: those that the notes name, without a prompt. */
const namedAreas = (notes: ReadonlyMap<NoteId, NoteShown>, themes: ReadonlyMap<ThemeId, ThemeShown>): readonly AreaShown[] =>
  [...new Set([...themes.values(), ...notes.values()].map(({ area }) => area))]
    .filter(isArea)
    .map((id) => ({ id, prompt: { s: '' }, shape: { kind: 'column' } }));

export function sheetsOf(
  notes: ReadonlyMap<NoteId, NoteShown>,
  themes: ReadonlyMap<ThemeId, ThemeShown>,
  given: readonly AreaShown[] | undefined,
): readonly CanvasSheet[] {
  const areas = given ?? namedAreas(notes, themes);
  const markOf = (head: Column['heads'][number]): readonly CanvasMark[] => {
    const note = notes.get(head.id);
    if (note === undefined) return [];
    const { kind, minority = false, place = null } = note;
    return [{ key: head.id, kind, minority, same: voicesOf(head) > 1, place }];
  };
  const trees = treeOf(notes, themes, areas).areas;
  return areas.flatMap((area) => {
    const tree = trees.find((each) => each.area === area.id);
    if (tree === undefined) return [];
    const columns = tree.columns.map((column): CanvasColumn => {
      const theme = column.theme === null ? undefined : themes.get(column.theme);
      return {
        key: column.theme ?? '',
        title: theme === undefined ? null : { text: theme.title, lang: theme.lang },
        notes: column.notes,
        marks: column.heads.flatMap(markOf),
      };
    });
    return [{ key: area.id, prompt: area.prompt, shape: area.shape, notes: tree.notes, columns }];
  });
}

const columnHeight = ({ title, marks }: CanvasColumn, plan: CanvasPlan): number => {
  const words = title === null ? 1 : linesOf(title.text, Math.floor((plan.column - numberWidth) / letter));
  const perRow = Math.max(1, Math.floor((plan.column + paperGap) / (paper + paperGap)));
  const papers = plan.papers ? Math.ceil(marks.length / perRow) * (paperHeight + paperGap) : 0;
  return words * line + 20 + papers;
};
/** Columns that a sheet has beside one another: a field takes two. */
export const acrossOf = (sheet: CanvasSheet, plan: CanvasPlan): number =>
  sheet.shape.kind === 'column' ? Math.max(1, Math.min(plan.across, sheet.columns.length)) : plan.fieldAcross;
const sheetWidth = (sheet: CanvasSheet, plan: CanvasPlan): number => {
  const across = acrossOf(sheet, plan);
  return 2 * padding + across * plan.column + (across - 1) * gap;
};
const sheetHeight = (sheet: CanvasSheet, plan: CanvasPlan): number => {
  const wide = sheetWidth(sheet, plan) - 2 * padding;
  const head = sheet.prompt.s === '' ? 0 : linesOf(sheet.prompt.s, Math.floor((wide - numberWidth) / letter)) * line + 12;
  if (sheet.shape.kind !== 'column') return 2 * padding + head + plan.field + (sheet.shape.kind === 'matrix' ? 2 * line : 0);
  const across = acrossOf(sheet, plan);
  let rows = 0;
  for (let at = 0; at < sheet.columns.length; at += across)
    rows += Math.max(...sheet.columns.slice(at, at + across).map((column) => columnHeight(column, plan))) + (at === 0 ? 0 : gap);
  return 2 * padding + head + rows;
};
/** Sheets stand beside one another as far as the wall is wide, then below. */
const wallHeight = (sheets: readonly CanvasSheet[], plan: CanvasPlan): number => {
  let [total, shelf, used] = [0, 0, 0];
  for (const sheet of sheets) {
    const wide = sheetWidth(sheet, plan);
    if (used > 0 && used + gap + wide > width) {
      total += shelf + gap;
      [shelf, used] = [0, 0];
    }
    used += (used === 0 ? 0 : gap) + wide;
    shelf = Math.max(shelf, sheetHeight(sheet, plan));
  }
  return total + shelf;
};

/** From roomy to tight; every one of them keeps the words at 40 px. */
const columns = [400, 310, 280, 250] as const;
/** How high a 2×2 or a free field is when it is the whole board, and among others. */
const fields = { alone: 460, beside: 300 } as const;
export function planOf(sheets: readonly CanvasSheet[]): CanvasPlan | null {
  if (sheets.every(({ notes }) => notes === 0)) return null;
  for (const papers of [true, false])
    for (const column of columns) {
      const most = Math.floor((width - 2 * padding + gap) / (column + gap));
      // Wide sheets below one another first; then narrower ones, so that more of them stand side by side.
      for (let across = most; across > 0; across -= 1) {
        const [high, wide] = sheets.length === 1 ? [fields.alone, most] : [fields.beside, Math.min(most, 2)];
        const plan: CanvasPlan = { column, across, papers, field: high, fieldAcross: wide };
        if (wallHeight(sheets, plan) <= height) return plan;
      }
    }
  return null;
}
