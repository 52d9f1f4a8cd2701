// The pages of the record about boards: how each came to its frozen copy, what got dots, and the copy itself: themes with their notes, each with
// its sign and word, how many said it, the flag of a minority (BO5), where it came from. Of several copies the last, the one that is cited (BO8).
import type { NoteKind } from '../board/limits.ts';
import type { Area } from '../board/events.ts';
import type { BoardRecord, DotsLine, FrozenRecord, RecordNote, SpanLine } from './boardsDocument.ts';
import { grid, list } from './page.ts';
import type { Block, Pen } from './page.ts';
import { put } from './words.ts';
import { boardIn, byDots, fieldIn, fieldsOf, fromIn, targetIn } from './workTables.ts';
import { plain, textIn } from './writing.ts';

/** The drawn signs of notes, as letters: idea, contro, domanda, a patto che. Escaped where Markdown would make a list of them. */
const signs: Readonly<Record<NoteKind, string>> = { idea: '\\+', against: '−', question: '?', condition: '⑂' };

const joined = (parts: readonly Block[], with_: string): string => parts.filter((part) => part !== null && part !== '').join(with_);
const inBrackets = (parts: readonly Block[]): string => {
  const said = joined(parts, ', ');
  return said === '' ? '' : ` (${said})`;
};

const noteLine = (pen: Pen, board: BoardRecord, note: RecordNote, theme: string | null): string => {
  const words = pen.words.boards;
  const marks = inBrackets([
    note.minority ? words.minority : null,
    note.voices > 1 ? put(words.voices, { n: note.voices }) : null,
    note.door === 'paper' || note.door === 'dictated' ? words.door[note.door] : null,
    note.late ? words.late : null,
    note.table !== null && board.table === null && note.from === null ? put(words.atTable, { number: note.table }) : null,
    note.dots === null ? null : put(words.dotsOf, { n: note.dots }),
    theme === null ? null : put(words.theme, { title: plain(theme) }),
    note.from === null ? null : plain(fromIn(note.from, pen.lang)),
  ]);
  return `${signs[note.kind]} ${words.kind[note.kind]}: ${plain(note.text)}${marks}`;
};

/** Notes that stand by themselves, with those that say the same under them. */
const notesBlock = (
  pen: Pen,
  board: BoardRecord,
  copy: FrozenRecord,
  heads: readonly RecordNote[],
  themeOf: (note: RecordNote) => string | null = () => null,
): Block =>
  list(
    heads.map((head) => {
      const under = copy.notes.filter(({ into }) => into === head.id).map((note) => `  - ${noteLine(pen, board, note, null)}`);
      return [noteLine(pen, board, head, themeOf(head)), ...under].join('\n');
    }),
  );

const themedBlocks = (pen: Pen, board: BoardRecord, copy: FrozenRecord, area: Area): readonly Block[] => {
  const words = pen.words.boards;
  const heads = copy.notes.filter((note) => note.area === area.id && note.into === null);
  const themes = copy.themes.filter((theme) => theme.area === area.id);
  const loose = heads.filter(({ theme }) => !themes.some(({ id }) => id === theme));
  return [
    ...themes.flatMap((theme): Block[] => [
      `**${plain(theme.title)}**${inBrackets([
        put(words.sums, { n: theme.voices }),
        theme.voices === theme.notes ? null : put(words.joined, { n: theme.voices - theme.notes }),
        theme.dots === null ? null : put(words.dotsOf, { n: theme.dots }),
        theme.from === null ? null : plain(fromIn(theme.from, pen.lang)),
      ])}`,
      notesBlock(
        pen,
        board,
        copy,
        heads.filter((note) => note.theme === theme.id),
      ),
    ]),
    themes.length > 0 && loose.length > 0 ? `**${words.loose}**` : null,
    notesBlock(pen, board, copy, loose),
  ];
};
/** A 2×2 is read field by field; the theme of a note stands beside it. */
const fieldBlocks = (pen: Pen, board: BoardRecord, copy: FrozenRecord, area: Area, fields: readonly string[]): readonly Block[] => {
  const heads = copy.notes.filter((note) => note.area === area.id && note.into === null);
  const themeOf = (note: RecordNote): string | null => copy.themes.find(({ id }) => id === note.theme)?.title ?? null;
  return [...fields.map((name, index) => ({ name, index })), { name: pen.words.boards.nowhere, index: null }].flatMap(({ name, index }) => {
    const here = heads.filter((note) => fieldIn(note) === index);
    return here.length === 0 ? [] : [`**${plain(name)}**`, notesBlock(pen, board, copy, here, themeOf)];
  });
};

const copyBlocks = (pen: Pen, board: BoardRecord): readonly Block[] => {
  const copy = board.frozen.at(-1);
  if (!copy) return board.state === 'open' ? [pen.words.boards.notFrozen] : [];
  return board.areas.flatMap((area): Block[] => {
    const fields = fieldsOf(area, pen.lang);
    const blocks = fields.length === 0 ? themedBlocks(pen, board, copy, area) : fieldBlocks(pen, board, copy, area, fields);
    const said = blocks.some((block) => block !== null);
    return [`#### ${plain(textIn(area.prompt, pen.lang))}`, ...(said ? blocks : [pen.words.boards.empty])];
  });
};

/** What came after the freeze and stayed beside it. */
const leftBlocks = (pen: Pen, { notAdmitted, table: own }: BoardRecord): readonly Block[] => {
  const words = pen.words.boards;
  return notAdmitted.length === 0
    ? []
    : [
        `#### ${words.notAdmitted}`,
        list(
          notAdmitted.map(({ kind, text, table }) => {
            const where = inBrackets([table !== null && own === null ? put(words.atTable, { number: table }) : null]);
            return `${signs[kind]} ${words.kind[kind]}: ${plain(text)}${where}`;
          }),
        ),
      ];
};

const dotsBlocks = (pen: Pen, board: BoardRecord, line: DotsLine): readonly Block[] => {
  const words = pen.words.boards;
  const { closedAt, voters, base } = line;
  return [
    `#### ${board.dots.length > 1 ? put(words.dotsRound, { round: line.round }) : words.dots}`,
    joined(
      [
        put(words.rule[line.on], { each: line.each, max: line.max }),
        closedAt === null || voters === null || base === null
          ? put(words.giving, { opened: pen.hour(line.openedAt) })
          : put(words.given, { opened: pen.hour(line.openedAt), closed: pen.hour(closedAt), voters, base }),
        (line.late ?? 0) > 0 ? put(words.dotsLate, { n: line.late ?? 0 }) : null,
      ],
      ' ',
    ),
    grid(
      [pen.words.on[line.on], pen.words.head.dots, pen.words.head.people],
      byDots(line).map(({ target, dots, people }) => {
        const said = targetIn(board, target);
        return [said === null ? words.unknown : plain(said), String(dots), String(people)];
      }),
      [false, true, true],
    ),
  ];
};

/** What happened to it, in the order of the day. */
const story = (pen: Pen, board: BoardRecord): Block => {
  const words = pen.words.boards;
  const { hour } = pen;
  const spans = (lines: readonly SpanLine[], over: string, open: string) =>
    lines.map(({ from, until }) => ({ at: from, said: put(until === null ? open : over, { from: hour(from), to: hour(until) }) }));
  const happened = [
    ...board.silences.map(({ from, revealedAt, notes, writers }) => ({
      at: from,
      said: put(revealedAt === null ? words.silentOpen : words.silent, {
        from: hour(from),
        to: hour(revealedAt),
        notes: notes ?? 0,
        writers: writers ?? 0,
      }),
    })),
    ...spans(board.locks, words.locked, words.lockedOpen),
    ...board.frozen.map(({ at, version, notes, themes, writers, withSession }) => ({
      at,
      said: joined(
        [
          put(words.frozen, { hour: hour(at), version, notes: notes.length, themes: themes.length, writers }),
          withSession ? words.withSession : null,
        ],
        ' ',
      ),
    })),
    ...board.reopened.map(({ at, version, reason }) => ({
      at,
      said: put(words.reopened, { hour: hour(at), version, reason: plain(reason) }),
    })),
    ...spans(board.wall, words.wall, words.wallOpen),
  ].sort((a, b) => a.at - b.at);
  const { hidden } = board;
  return list([
    ...happened.map(({ said }) => said),
    board.steps.length > 1
      ? put(words.steps, { list: board.steps.map(({ at, step }) => `${words.step[step]} ${hour(at)}`).join(', ') })
      : null,
    hidden.notes === 0
      ? null
      : joined(
          [
            put(words.hidden, { n: hidden.notes }),
            hidden.reasons.length === 0 ? null : put(words.reasons, { list: hidden.reasons.map(plain).join('; ') }),
          ],
          ' ',
        ),
  ]);
};

const boardBlocks = (pen: Pen, board: BoardRecord): readonly Block[] => {
  const words = pen.words.boards;
  const title = plain(textIn(board.title, pen.lang));
  const during = board.block === null ? '' : put(pen.words.groups.during, { block: plain(textIn(board.block, pen.lang)) });
  return [
    `### ${board.table === null ? put(words.plenary, { title }) : put(words.table, { number: board.table, title })}`,
    `${put(words.opened, { hour: pen.hour(board.openedAt), block: during })} ${words.authors[board.authors]}`,
    story(pen, board),
    ...board.dots.flatMap((line) => dotsBlocks(pen, board, line)),
    ...copyBlocks(pen, board),
    ...leftBlocks(pen, board),
  ];
};

export const boardsPage = (pen: Pen): readonly Block[] => {
  const words = pen.words.boards;
  const all = pen.record.boards.list;
  if (all.length === 0) return [];
  const unused = all.filter(({ openedAt }) => openedAt === null);
  return [
    `## ${words.title}`,
    `**${words.notDeliberative}**`,
    ...all.filter(({ openedAt }) => openedAt !== null).flatMap((board) => boardBlocks(pen, board)),
    unused.length === 0
      ? null
      : put(words.prepared, { list: unused.map(({ title, table }) => `«${plain(boardIn(title, table, pen.lang))}»`).join(', ') }),
  ];
};
