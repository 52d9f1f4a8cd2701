// The tables of the work at the tables and of boards: one row a table and round, a call, a board, a note of a frozen copy, a theme, a thing that got dots.
// Of every version of a board, so that what a later one replaced can still be found; pages print the last.
import type { Area } from '../board/events.ts';
import { boardLimits } from '../board/limits.ts';
import type { Text } from '../kernel/text.ts';
import type { BoardRecord, DotsLine, FrozenRecord, RecordFrom, RecordNote } from './boardsDocument.ts';
import { at } from './cells.ts';
import type { Cell, Table } from './cells.ts';
import type { SessionRecord } from './document.ts';
import type { RoundRecord, SeatedTable } from './groupsDocument.ts';
import { put, recordWords } from './words.ts';
import type { RecordLang, RecordWords } from './words.ts';
import { textIn } from './writing.ts';

export const workTableNames = ['groups', 'calls', 'boards', 'notes', 'themes', 'dots'] as const;

export const orNull = (text: Text | null, lang: RecordLang): string | null => (text === null ? null : textIn(text, lang));
/** Minutes with one decimal: a table's two minutes and a half are not three. */
export const minutesIn = (sec: number): number => Math.round(sec / 6) / 10;

/** "Tavolo 3: Partecipo perché…"; of the plenary's only the title. */
export const boardIn = (title: Text, table: number | null, lang: RecordLang): string =>
  table === null ? textIn(title, lang) : put(recordWords[lang].boards.table, { number: table, title: textIn(title, lang) });

export const fromIn = (from: RecordFrom, lang: RecordLang): string => {
  const words = recordWords[lang].boards;
  const title = orNull(from.title, lang) ?? '';
  return from.number === null
    ? put(words.fromPlenary, { title, notes: from.notes })
    : put(words.from, { number: from.number, title, notes: from.notes });
};

/** The four fields of a 2×2 from the top start corner, as people read; an axis grows to the end and upwards. Empty where the area is none. */
export const fieldsOf = ({ shape }: Area, lang: RecordLang): readonly string[] => {
  if (shape.kind !== 'matrix') return [];
  if (shape.quarters) return shape.quarters.map((name) => textIn(name, lang));
  const { x, y } = shape;
  const both = (up: Text, across: Text): string => `${textIn(up, lang)}, ${textIn(across, lang)}`;
  return [both(y[1], x[0]), both(y[1], x[1]), both(y[0], x[0]), both(y[0], x[1])];
};
/** In which of the four a note lies; null: in none. */
export const fieldIn = ({ place }: Pick<RecordNote, 'place'>): number | null => {
  if (place === null) return null;
  const [x, y] = place;
  const half = boardLimits.place / 2;
  return (y < half ? 0 : 2) + (x < half ? 0 : 1);
};

/** What the dots were given to, in words; null: neither in a frozen copy nor to be read any more. */
export const targetIn = ({ frozen }: BoardRecord, target: string): string | null => {
  for (const { themes, notes } of frozen.toReversed()) {
    const words = themes.find(({ id }) => id === target)?.title ?? notes.find(({ id }) => id === target)?.text;
    if (words !== undefined) return words;
  }
  return null;
};
/** Most dots first; equals stay in the order of the board. */
export const byDots = ({ counts }: DotsLine): DotsLine['counts'] => [...counts].sort((a, b) => b.dots - a.dots);

const rounds = (record: SessionRecord): readonly { readonly round: RoundRecord; readonly table: SeatedTable }[] =>
  record.groups.rounds.flatMap((round) => round.tables.map((table) => ({ round, table })));
const copies = (record: SessionRecord): readonly { readonly board: BoardRecord; readonly copy: FrozenRecord }[] =>
  record.boards.list.flatMap((board) => board.frozen.map((copy) => ({ board, copy })));
const areaIn = ({ areas }: BoardRecord, id: string, lang: RecordLang): string | null =>
  orNull(areas.find((area) => area.id === id)?.prompt ?? null, lang);

type Maker = (record: SessionRecord, lang: RecordLang, words: RecordWords) => Table;
export const workMakers: Readonly<Record<(typeof workTableNames)[number], Maker>> = {
  groups: (record, lang, { head, named }) => ({
    head: [
      head.round,
      head.table,
      head.name,
      head.theme,
      head.tableQuestion,
      head.assigned,
      head.sat,
      head.extraMin,
      head.spokesperson,
      head.told,
      head.toldMin,
    ],
    rows: rounds(record).map(({ round, table }): readonly Cell[] => {
      const told = round.reports.told.filter((line) => line.table === table.number);
      const used = told.reduce((sum, line) => sum + (line.endedAt === null ? 0 : line.endedAt - line.at), 0);
      return [
        round.round,
        table.number,
        orNull(table.name, lang),
        orNull(table.theme, lang),
        orNull(table.question, lang),
        table.assigned,
        table.sat,
        table.extraSec === 0 ? null : minutesIn(table.extraSec),
        table.spokesperson ? named : null,
        at(told[0]?.at ?? null),
        used === 0 ? null : minutesIn(used / 1000),
      ];
    }),
  }),
  calls: (record, _lang, { head, groups: words }) => ({
    head: [head.round, head.table, head.calledAt, head.about, head.answeredMin, head.how],
    rows: record.groups.rounds.flatMap(({ round, calls }) =>
      calls.map((call) => [
        round,
        call.table,
        { at: call.at },
        words.about[call.about],
        call.endedAt === null ? null : minutesIn((call.endedAt - call.at) / 1000),
        call.how === null ? words.open : words.how[call.how],
      ]),
    ),
  }),
  boards: (record, lang, { head, boards: words }) => ({
    head: [
      head.board,
      head.table,
      head.opened,
      head.revealed,
      head.frozen,
      head.version,
      head.notes,
      head.themes,
      head.writers,
      head.hidden,
      head.value2,
    ],
    rows: record.boards.list.map((board) => {
      const copy = board.frozen.at(-1);
      return [
        textIn(board.title, lang),
        board.table ?? words.ofPlenary,
        at(board.openedAt),
        at(board.silences[0]?.revealedAt ?? null),
        at(copy?.at ?? null),
        copy?.version ?? null,
        copy?.notes.length ?? null,
        copy?.themes.length ?? null,
        copy?.writers ?? null,
        board.hidden.notes,
        words.notDeliberative,
      ];
    }),
  }),
  notes: (record, lang, { head, boards: words, yes }) => ({
    head: [
      head.board,
      head.table,
      head.version,
      head.area,
      head.theme,
      head.place,
      head.kind,
      head.text,
      head.voices,
      head.minority,
      head.late,
      head.door,
      head.dots,
      head.from,
      head.id,
      head.under,
    ],
    rows: [
      ...copies(record).flatMap(({ board, copy }) =>
        copy.notes.map((note) => {
          const area = board.areas.find(({ id }) => id === note.area);
          const field = fieldIn(note);
          return [
            textIn(board.title, lang),
            note.table ?? board.table ?? words.ofPlenary,
            copy.version,
            areaIn(board, note.area, lang),
            copy.themes.find(({ id }) => id === note.theme)?.title ?? null,
            area && field !== null ? (fieldsOf(area, lang)[field] ?? null) : null,
            words.kind[note.kind],
            note.text,
            // What lies under another is counted there.
            note.into === null ? note.voices : null,
            note.minority ? yes : null,
            note.late ? yes : null,
            words.door[note.door],
            note.dots,
            note.from === null ? null : fromIn(note.from, lang),
            note.id,
            note.into,
          ];
        }),
      ),
      // In no copy: they came after it and nobody admitted them.
      ...record.boards.list.flatMap((board) =>
        board.notAdmitted.map((note) => [
          textIn(board.title, lang),
          note.table ?? board.table ?? words.ofPlenary,
          null,
          null,
          null,
          null,
          words.kind[note.kind],
          note.text,
          null,
          null,
          words.notAdmittedCell,
          null,
          null,
          null,
          note.id,
          null,
        ]),
      ),
    ],
  }),
  themes: (record, lang, { head, boards: words }) => ({
    head: [head.board, head.table, head.version, head.area, head.theme, head.notes, head.joined, head.dots, head.from, head.id],
    rows: copies(record).flatMap(({ board, copy }) =>
      copy.themes.map((theme) => [
        textIn(board.title, lang),
        board.table ?? words.ofPlenary,
        copy.version,
        areaIn(board, theme.area, lang),
        theme.title,
        theme.voices,
        theme.voices - theme.notes,
        theme.dots,
        theme.from === null ? null : fromIn(theme.from, lang),
        theme.id,
      ]),
    ),
  }),
  dots: (record, lang, { head, boards: words, on }) => ({
    head: [head.board, head.table, head.round, head.on, head.what, head.dots, head.people, head.voters, head.base, head.id],
    rows: record.boards.list.flatMap((board) =>
      board.dots.flatMap((line) =>
        byDots(line).map(({ target, dots, people }) => [
          textIn(board.title, lang),
          board.table ?? words.ofPlenary,
          line.round,
          on[line.on],
          targetIn(board, target) ?? words.unknown,
          dots,
          people,
          line.voters,
          line.base,
          target,
        ]),
      ),
    ),
  }),
};
