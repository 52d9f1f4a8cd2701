// The pages of the record about the floor: every question under the block where it was born, with the words of those that are alike, all its
// answers and what became of it; those left without an answer once more, by themselves (FL2); then how much was said, without a person (FL1).
import type { AnswerRecord, QuestionRecord } from './floorDocument.ts';
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
const answer = (pen: Pen, { at, who, text, source, link }: AnswerRecord): string => {
  const words = pen.words.floor;
  const said = { hour: pen.hour(at), who: who === '' ? '' : put(words.by, { who: plain(who) }) };
  return together([
    text === '' ? put(words.aloud, said) : put(words.answer, { ...said, text: plain(text) }),
    source === '' ? null : put(words.source, { source: unstopped(source) }),
    link === null ? null : put(words.link, { link: plain(link) }),
  ]);
};
const became = (pen: Pen, { standing, words: said, answers }: QuestionRecord): Block => {
  const words = pen.words.floor;
  switch (standing) {
    case 'open':
      return answers.length === 0 ? words.open : together([words.openAgain, words.open]);
    case 'answered':
      return null;
    case 'parked':
      return said === '' ? words.parkedBare : put(words.parked, { words: unstopped(said) });
    case 'disputed':
      return said === '' ? words.disputedBare : put(words.disputed, { words: plain(said) });
    default:
      return standing satisfies never;
  }
};

const questionBlocks = (pen: Pen, question: QuestionRecord, all: readonly QuestionRecord[]): readonly Block[] => {
  const words = pen.words.floor;
  const { id, text, askedOf, answers, wall } = question;
  return [
    `**${plain(text)}**`,
    list([
      born(pen, question),
      ...all.filter(({ into }) => into === id).map((alike) => `${put(words.alike, { text: plain(alike.text) })} (${born(pen, alike)})`),
      askedOf === null ? null : put(words.askedOf, { who: plain(askedOf) }),
      wall.length === 0 ? null : put(words.wall, { hours: wall.map((at) => pen.hour(at)).join(', ') }),
      ...answers.map((each) => answer(pen, each)),
      became(pen, question),
    ]),
  ];
};

const left = (pen: Pen, heads: readonly QuestionRecord[]): readonly Block[] => {
  const words = pen.words.floor;
  // Open at the end, or never answered in any way.
  const open = heads.filter(({ standing, answers }) => standing === 'open' || answers.length === 0);
  return [
    `### ${words.left}`,
    open.length === 0
      ? words.noneLeft
      : list(
          open.map((question) =>
            together([plain(question.text), `(${born(pen, question)})`, question.standing === 'open' ? null : became(pen, question)]),
          ),
        ),
  ];
};

const turnsBlocks = (pen: Pen): readonly Block[] => {
  const { turns, spoke, people } = pen.record.floor;
  const words = pen.words.floor;
  if (turns.length === 0) return [];
  return [
    `## ${words.turns}`,
    printed(pen, 'turns'),
    spoke === 0 ? null : put(words.spoke, { spoke, people }),
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
  return [
    `## ${words.title}`,
    together([
      put(words.intro, {
        asked: all.length + hidden,
        answered: having('answered'),
        parked: having('parked'),
        disputed: having('disputed'),
        open: having('open'),
      }),
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
