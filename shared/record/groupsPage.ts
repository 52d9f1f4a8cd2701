// The pages of the record about the work at the tables: each round in a few sentences, then its tables, instructions and calls for help.
import type { AssignmentLine, RoundRecord, TableLine } from './groupsDocument.ts';
import { list, printed, section } from './page.ts';
import type { Block, Pen } from './page.ts';
import { put } from './words.ts';
import { minutesIn } from './workTables.ts';
import { decimalIn, plain, textIn } from './writing.ts';

const together = (sentences: readonly Block[]): Block => {
  const said = sentences.filter((sentence) => sentence !== null && sentence !== '');
  return said.length === 0 ? null : said.join(' ');
};
const counted = (pattern: string, n: number): Block => (n === 0 ? null : put(pattern, { n }));

const tableLine = (pen: Pen, { number, name, theme, question }: TableLine): string => {
  const said = [name, theme, question].flatMap((text) => (text === null ? [] : [plain(textIn(text, pen.lang))]));
  return [put(pen.words.groups.table, { number }), ...said].join(', ');
};

const assignment = (pen: Pen, { at, how, placed, reshuffled }: AssignmentLine): Block => {
  const words = pen.words.groups;
  const base = { hour: pen.hour(at), placed };
  const again = reshuffled ? words.reshuffled : null;
  switch (how.by) {
    case 'hand':
      return together([put(words.by.hand, base), again]);
    case 'theme':
      return together([put(words.by.theme, { ...base, asked: how.asked, first: how.first, second: how.second }), again]);
    case 'balanced': {
      const { seed, attributes, neverAlone, outside, alone, pinsBroken, pairs, newPairs } = how;
      const named = (list: readonly string[]): string => list.map(plain).join(', ');
      return together([
        put(words.by.balanced, { ...base, seed }),
        attributes.length === 0 ? null : put(words.looked, { attributes: named(attributes) }),
        neverAlone.length === 0 ? null : put(words.neverAlone, { attributes: named(neverAlone) }),
        put(words.measured, { outside, alone, pinsBroken }),
        put(words.pairs, { newPairs, pairs }),
        again,
      ]);
    }
    default:
      return how satisfies never;
  }
};

const choice = (pen: Pen, { choice: of }: RoundRecord): Block => {
  const words = pen.words.groups;
  if (of === null) return null;
  return together([
    of.answered === null || of.base === null
      ? put(words.choiceOpen, { hour: pen.hour(of.openedAt) })
      : put(words.choice, { answered: of.answered, base: of.base }),
    counted(words.choiceLate, of.late ?? 0),
  ]);
};

const when = (pen: Pen, { splitAt, recalledAt, recalledWithSession, block }: RoundRecord): Block => {
  const words = pen.words.groups;
  if (splitAt === null) return words.notGone;
  const during = block === null ? '' : put(words.during, { block: plain(textIn(block, pen.lang)) });
  return together([
    put(recalledAt === null ? words.atWork : words.gone, { from: pen.hour(splitAt), to: pen.hour(recalledAt), block: during }),
    recalledWithSession ? words.withSession : null,
  ]);
};

const reports = (pen: Pen, { reports: { order, sec, told } }: RoundRecord): Block => {
  const words = pen.words.groups;
  const minutes = decimalIn(minutesIn(sec), pen.lang);
  const really = [...new Set(told.map(({ table }) => table))];
  if (really.length > 0) return put(words.reports, { order: really.join(', '), minutes });
  return order.length === 0 ? null : put(words.reportsPlanned, { order: order.join(', '), minutes });
};

const roundBlocks = (pen: Pen, round: RoundRecord): readonly Block[] => {
  const words = pen.words.groups;
  const ofRound = (row: readonly unknown[]): boolean => row[0] === round.round;
  return [
    `### ${put(words.round, { round: round.round })}`,
    when(pen, round),
    choice(pen, round),
    list(round.assignments.map((line) => assignment(pen, line))),
    together([counted(words.adjusted, round.adjusted), counted(words.moved, round.moved), counted(words.late, round.late)]),
    printed(pen, 'groups', [0], ofRound),
    reports(pen, round),
    ...section(
      `#### ${words.cards}`,
      list(
        round.cards.map(({ table, at, card }) =>
          put(words.card, {
            who: table === null ? words.all : put(words.table, { number: table }),
            hour: pen.hour(at),
            card: plain(textIn(card, pen.lang)),
          }),
        ),
      ),
    ),
    ...section(`#### ${words.calls}`, printed(pen, 'calls', [0], ofRound)),
  ];
};

export const groupsPage = (pen: Pen): readonly Block[] => {
  const words = pen.words.groups;
  const { tables, rounds } = pen.record.groups;
  if (rounds.length > 0) return [`## ${words.title}`, ...rounds.flatMap((round) => roundBlocks(pen, round))];
  return section(`## ${words.title}`, list(tables.map((table) => tableLine(pen, table))), words.plan);
};
