// The pages of the record about the floor: every question under the block where it was born, with the words of those that are alike, all its
// answers and all that was settled about it, each with its hour, and how it stood at the end; those left without an answer once more, by themselves (FL2); then how much was said, without a person (FL1).
import type { AnswerRecord, QuestionRecord, SettledRecord } from './floorDocument.ts';
import { list, printed, section } from './page.ts';
import type { Block, Pen } from './page.ts';
import { put } from './words.ts';
import { plain, textIn } from './writing.ts';

const together = (sentences: readonly Block[]): string => sentences.filter((each) => each !== null && each !== '').join(' ');
/** Words of people within a sentence of ours that ends with a stop: they may bring their own. */
const unstopped = (text: string): string => plain(text.trim().replace(/\.+$/u, ''));

const born = (pen: Pen, { at, from, door, table, votes }: QuestionRecord): string => {
  const words = pen.words.floor;
  return together([
    put(table === null ? words.born : words.bornAtTable, {
      from: words.from[door === 'paper' ? 'paper' : from],
      hour: pen.hour(at),
      number: table ?? 0,
    }),
    votes.members + votes.audience === 0 ? null : put(words.votes, { members: votes.members, audience: votes.audience }),
  ]);
};
const answer = (pen: Pen, { at, who, text, source, link }: AnswerRecord, again: boolean): string => {
  const words = pen.words.floor;
  const said = { hour: pen.hour(at), who: who === '' ? '' : put(words.by, { who: plain(who) }) };
  return together([
    text === ''
      ? put(again ? words.aloudAgain : words.aloud, said)
      : put(again ? words.answerAgain : words.answer, { ...said, text: plain(text) }),
    source === '' ? null : put(words.source, { source: unstopped(source) }),
    link === null ? null : put(words.link, { link: plain(link) }),
  ]);
};
const settledLine = (pen: Pen, { at, how, words: said, after }: SettledRecord): string => {
  const words = pen.words.floor;
  const hour = pen.hour(at);
  switch (how) {
    case 'open':
      return put(after === 0 ? words.opened : words.openAgain, { hour });
    case 'parked':
      return said === '' ? put(words.parkedBare, { hour }) : put(words.parked, { hour, words: unstopped(said) });
    case 'disputed':
      return said === '' ? put(words.disputedBare, { hour }) : put(words.disputed, { hour, words: plain(said) });
    default:
      return how satisfies never;
  }
};
/** Answers and what was settled, in the order in which they came. */
const course = (pen: Pen, { answers, settled }: QuestionRecord): readonly string[] => {
  const settledAfter = (count: number): readonly string[] =>
    settled.filter(({ after }) => after === count).map((each) => settledLine(pen, each));
  return [...settledAfter(0), ...answers.flatMap((each, at) => [answer(pen, each, at > 0), ...settledAfter(at + 1)])];
};
/** How it stands at the end, where the course does not end with it: nobody answered, or an expert did and it is parked or disputed all the same. */
const became = (pen: Pen, { standing, settled, answers }: QuestionRecord): Block => {
  const words = pen.words.floor;
  const repliedTo = (settled.at(-1)?.after ?? 0) < answers.length;
  switch (standing) {
    case 'open':
      return words.open;
    case 'answered':
      return null;
    case 'parked':
      return repliedTo ? words.stillParked : null;
    case 'disputed':
      return repliedTo ? words.stillDisputed : null;
    default:
      return standing satisfies never;
  }
};

const questionBlocks = (pen: Pen, question: QuestionRecord, all: readonly QuestionRecord[]): readonly Block[] => {
  const words = pen.words.floor;
  const { id, text, askedOf, wall } = question;
  return [
    `**${plain(text)}**`,
    list([
      born(pen, question),
      ...all.filter(({ into }) => into === id).map((alike) => `${put(words.alike, { text: plain(alike.text) })} (${born(pen, alike)})`),
      askedOf === null ? null : put(words.askedOf, { who: plain(askedOf) }),
      wall.length === 0 ? null : put(words.wall, { hours: wall.map((at) => pen.hour(at)).join(', ') }),
      ...course(pen, question),
      became(pen, question),
    ]),
  ];
};

/** Open at the end, or never answered in any way, also if somebody took it on: the one rule of the number and of the list. */
const isLeft = ({ standing, answers }: QuestionRecord): boolean => standing === 'open' || answers.length === 0;
const left = (pen: Pen, heads: readonly QuestionRecord[]): readonly Block[] => {
  const words = pen.words.floor;
  const open = heads.filter(isLeft);
  return [
    `### ${words.left}`,
    open.length === 0
      ? words.noneLeft
      : list(
          open.map((question) =>
            together([
              plain(question.text),
              `(${born(pen, question)})`,
              ...question.settled.slice(-1).map((each) => settledLine(pen, each)),
            ]),
          ),
        ),
  ];
};

const turnsBlocks = (pen: Pen): readonly Block[] => {
  const { turns, turnsUnsaid, cut, bands, spoke, people } = pen.record.floor;
  const words = pen.words.floor;
  if (turns.length === 0 && !turnsUnsaid) return [];
  return [
    `## ${words.turns}`,
    printed(pen, 'turns'),
    together([
      turnsUnsaid ? words.turnsUnsaid : null,
      cut === 0 ? null : put(words.cut, { n: cut }),
      spoke === 0 ? null : put(words.spoke, { spoke, people }),
      spoke > 0 && bands === null ? words.bandsUnsaid : null,
    ]),
    ...section(`### ${words.bands}`, printed(pen, 'speaking')),
  ];
};

export const floorPage = (pen: Pen): readonly Block[] => {
  const words = pen.words.floor;
  const { questions: all, hidden, withdrawn } = pen.record.floor;
  if (all.length + hidden + withdrawn === 0) return turnsBlocks(pen);
  const known = new Set(all.map(({ id }) => id));
  // What lay under one that was hidden stands by itself: it was asked, and is kept.
  const heads = all.filter(({ into }) => into === null || !known.has(into));
  const blocks = [...new Set(heads.map(({ block }) => (block === null ? words.outside : textIn(block, pen.lang))))];
  const having = (standing: QuestionRecord['standing']): number => heads.filter((each) => each.standing === standing).length;
  const takenOn = heads.filter((each) => isLeft(each) && each.standing !== 'open').length;
  return [
    `## ${words.title}`,
    together([
      put(words.intro, {
        asked: all.length + hidden,
        answered: having('answered'),
        parked: having('parked'),
        disputed: having('disputed'),
        open: heads.filter(isLeft).length,
      }),
      takenOn === 0 ? null : put(words.takenOn, { n: takenOn }),
      all.length === heads.length ? null : put(words.same, { n: all.length - heads.length }),
      hidden === 0 ? null : put(words.hidden, { n: hidden }),
      withdrawn === 0 ? null : put(words.withdrawn, { n: withdrawn }),
    ]),
    ...blocks.flatMap((title): Block[] => [
      `### ${plain(title)}`,
      ...heads
        .filter(({ block }) => (block === null ? words.outside : textIn(block, pen.lang)) === title)
        .flatMap((question) => questionBlocks(pen, question, all)),
    ]),
    ...(heads.length === 0 ? [] : left(pen, heads)),
    ...turnsBlocks(pen),
  ];
};
