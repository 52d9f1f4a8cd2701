// A board as rows and as a text (BO12): for a spreadsheet, for a report, for whoever was not there. From the frozen copy, or from what is in
// the open while it is being written; never more than a reader of the board has seen. Whoever writes the file makes the cells harmless
// (roster/csv.ts): here are only words. PDF is the browser's print of the page.
import { say } from '../kernel/text.ts';
import type { Said, Text } from '../kernel/text.ts';
import type { AreaId, NoteId, ThemeId } from '../kernel/ids.ts';
import type { Place } from './events.ts';
import { exportWords as words } from './exportWords.ts';
import type { ExportLang } from './exportWords.ts';
import { boardLimits } from './limits.ts';
import type { NoteDoor, NoteKind } from './limits.ts';
import type { AreaShown, BoardAbout, BoardFrozenRows, FromShown, NoteShown, ThemeShown } from './shown.ts';

interface ExportNote {
  readonly id: NoteId;
  readonly text: string;
  readonly kind: NoteKind;
  readonly area: AreaId;
  readonly theme: ThemeId | null;
  readonly into: NoteId | null;
  readonly minority: boolean;
  readonly late: boolean;
  readonly door: NoteDoor | null;
  readonly seat: string | null;
  readonly dots: number | null;
  readonly place: Place | null;
  /** Number of the table at which it was written; null: in the plenary. */
  readonly table: number | null;
  /** Where it came up from, in words; empty: from nowhere. */
  readonly from: string;
}
export interface ExportBoard {
  readonly title: string;
  /** Null: it is still being written. */
  readonly version: number | null;
  /** Number of its table; null: the plenary's. */
  readonly table: number | null;
  readonly areas: readonly AreaShown[];
  readonly themes: readonly {
    readonly id: ThemeId;
    readonly title: string;
    readonly area: AreaId;
    readonly dots: number | null;
    readonly from: string;
  }[];
  /** In reading order: area by area, theme by theme, and under each note those that say the same. */
  readonly notes: readonly ExportNote[];
}
/** "tavolo 1, «Partecipo perché…», 3 biglietti, 4 punti": the way back from the plenary (BO13). */
const originIn = (
  from: (Pick<FromShown, 'notes' | 'dots'> & { readonly number?: number | null; readonly title?: Text | null }) | undefined,
  lang: ExportLang,
): string => {
  if (from === undefined) return '';
  const said = words[lang];
  const { number, title } = from;
  return [
    number === undefined || number === null ? said.plenary : said.table(number),
    title === undefined || title === null ? '' : `«${say(title, lang).s}»`,
    said.of(from.notes),
    from.dots === 0 ? '' : said.dots(from.dots),
  ]
    .filter((part) => part !== '')
    .join(', ');
};
export const exportFrozen = ({ title, version, areas, themes, notes, table: own }: BoardFrozenRows, lang: ExportLang): ExportBoard => ({
  title: say(title, lang).s,
  version,
  table: own,
  areas,
  themes: themes.map(({ from, ...theme }) => ({ ...theme, from: originIn(from, lang) })),
  notes: notes.map(({ place, table, from, ...note }) => ({
    ...note,
    place: place ?? null,
    table: table ?? own,
    from: originIn(from, lang),
  })),
});

type Ordered = { readonly order: number };
const byOrder = <Id extends string>([a, one]: readonly [Id, Ordered], [b, other]: readonly [Id, Ordered]): number =>
  one.order - other.order || (a < b ? -1 : 1);
/** What is in the open now, from the entries of the shared document, which knows no numbers of tables. */
export const exportLive = (
  { title, areas }: Pick<BoardAbout, 'title' | 'areas'>,
  notes: readonly (readonly [NoteId, NoteShown])[],
  themes: readonly (readonly [ThemeId, ThemeShown])[],
  lang: ExportLang,
): ExportBoard => {
  const sortedThemes = [...themes].sort(byOrder);
  const sorted = [...notes].sort(byOrder);
  const reading = areas.flatMap(({ id: area }) =>
    [...sortedThemes.map(([id]) => id), null].flatMap((theme) => {
      const heads = sorted.filter(([, note]) => note.into === undefined && note.area === area && (note.theme ?? null) === theme);
      return heads.flatMap((head) => [head, ...sorted.filter(([, note]) => note.into === head[0])]);
    }),
  );
  return {
    title: title.s,
    version: null,
    table: null,
    areas,
    themes: sortedThemes.map(([id, { title: name, area, dots, from }]) => ({
      id,
      title: name,
      area,
      dots: dots ?? null,
      from: originIn(from, lang),
    })),
    notes: reading.map(([id, note]) => ({
      id,
      text: note.text,
      kind: note.kind,
      area: note.area,
      theme: note.theme ?? null,
      into: note.into ?? null,
      minority: note.minority ?? false,
      late: note.late ?? false,
      door: note.door ?? null,
      seat: note.seat ?? null,
      dots: note.dots ?? null,
      place: note.place ?? null,
      table: null,
      from: originIn(note.from, lang),
    })),
  };
};

/** The field of a 2×2 in which a note lies, from top start; empty where there are none. */
const quarterOf = (area: AreaShown | undefined, place: Place | null): string => {
  if (area?.shape.kind !== 'matrix' || !area.shape.quarters || place === null) return '';
  const [x, y] = place;
  const middle = boardLimits.place / 2;
  const quarter: Said | undefined = area.shape.quarters[(y < middle ? 0 : 2) + (x < middle ? 0 : 1)];
  return quarter?.s ?? '';
};
const onPaper = ({ door }: ExportNote): boolean => door === 'paper' || door === 'dictated';
const voicesOf = (board: ExportBoard): ReadonlyMap<string, number> => {
  const voices = new Map<string, number>(board.notes.map(({ id }) => [id, 1]));
  for (const { into } of board.notes) if (into !== null) voices.set(into, (voices.get(into) ?? 0) + 1);
  return voices;
};

/** Head and rows of a table, one note each; numbers as they are written. */
export const boardTable = (board: ExportBoard, lang: ExportLang): readonly (readonly string[])[] => {
  const said = words[lang];
  const [areas, themes] = [
    new Map(board.areas.map((area) => [area.id, area])),
    new Map(board.themes.map((theme) => [theme.id, theme.title])),
  ];
  const texts = new Map(board.notes.map(({ id, text }) => [id, text]));
  const voices = voicesOf(board);
  const mark = (on: boolean): string => (on ? said.yes : '');
  return [
    said.head,
    ...board.notes.map((note) => {
      const area = areas.get(note.area);
      return [
        area?.prompt.s ?? '',
        quarterOf(area, note.place),
        note.theme === null ? '' : (themes.get(note.theme) ?? ''),
        note.text,
        said.kinds[note.kind],
        String(voices.get(note.id) ?? 1),
        note.into === null ? '' : (texts.get(note.into) ?? ''),
        mark(note.minority),
        mark(note.late),
        mark(onPaper(note)),
        note.seat ?? '',
        note.dots === null ? '' : String(note.dots),
        note.table === null ? '' : String(note.table),
        note.from,
      ];
    }),
  ];
};

/** Text as text: nothing that somebody wrote becomes a heading, a link or markup. */
const plain = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~#&!]/gu, (sign) => `\\${sign}`)
    .replace(/^(\s*)(\d+)([.)])(?=\s|$)/gmu, '$1$2\\$3')
    .replace(/^(\s*)([-+=])/gmu, '$1\\$2')
    .replace(/\s*\n\s*/gu, ' / ');

export const boardMarkdown = (board: ExportBoard, lang: ExportLang): string => {
  const said = words[lang];
  const voices = voicesOf(board);
  const lines: string[] = [
    `# ${plain(board.title)}`,
    '',
    [board.version === null ? said.working : said.frozen(board.version), board.table === null ? '' : said.table(board.table)]
      .filter((one) => one !== '')
      .join(', '),
  ];
  for (const area of board.areas) {
    const here = board.notes.filter((note) => note.area === area.id);
    lines.push('', `## ${plain(area.prompt.s)}`);
    if (here.length === 0) lines.push('', said.nothing);
    const themes = board.themes.filter((theme) => theme.area === area.id);
    for (const theme of [...themes, null]) {
      const notes = here.filter((note) => note.theme === (theme?.id ?? null));
      if (notes.length === 0 && theme === null) continue;
      const about =
        theme === null ? [] : [theme.dots === null ? '' : said.dots(theme.dots), theme.from === '' ? '' : plain(said.from(theme.from))];
      const beside = about.filter((one) => one !== '').join(', ');
      if (theme) lines.push('', `### ${plain(theme.title)}${beside === '' ? '' : ` (${beside})`}`);
      else if (themes.length > 0) lines.push('', `### ${said.loose}`);
      lines.push('');
      for (const note of notes) {
        const count = voices.get(note.id) ?? 1;
        const marks = [
          said.kinds[note.kind],
          quarterOf(area, note.place),
          count > 1 ? said.saidBy(count) : '',
          note.minority ? said.minority : '',
          note.late ? said.late : '',
          onPaper(note) ? said.paper : '',
          note.dots === null ? '' : said.dots(note.dots),
          note.table === null || note.table === board.table || note.from !== '' ? '' : said.table(note.table),
          note.from === '' ? '' : plain(said.from(note.from)),
        ].filter((one) => one !== '');
        lines.push(`${note.into === null ? '' : '  '}- ${plain(note.text)} (${marks.join(', ')})`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
};
