// The tables of the floor: one row a question, an answer, a kind of turn at a block and table, a band of speaking time. Nobody who asked or spoke
// is in any of them, and no minutes of fewer than five people (FL1, RO4, IN4).
import { bandsSec } from '../floor/limits.ts';
import type { Table } from './cells.ts';
import type { SessionRecord } from './document.ts';
import type { BandLine } from './floorDocument.ts';
import { put, recordWords } from './words.ts';
import type { RecordLang, RecordWords } from './words.ts';
import { minutesIn, orNull } from './workTables.ts';
import { decimalIn } from './writing.ts';

export const floorTableNames = ['questions', 'answers', 'turns', 'speaking'] as const;

export const bandIn = ({ toSec }: BandLine, lang: RecordLang): string => {
  const words = recordWords[lang].floor;
  const minutes = (sec: number): string => decimalIn(minutesIn(sec), lang);
  if (toSec === null) return put(words.bandMore, { minutes: minutes(bandsSec.at(-1) ?? 0) });
  return toSec === 0 ? words.bandNone : put(words.band, { minutes: minutes(toSec) });
};

type Maker = (record: SessionRecord, lang: RecordLang, words: RecordWords) => Table;
export const floorMakers: Readonly<Record<(typeof floorTableNames)[number], Maker>> = {
  questions: (record, lang, { head, floor: words }) => ({
    head: [
      head.hour,
      head.block,
      head.table,
      head.question,
      head.asker,
      head.door,
      head.membersFor,
      head.audienceFor,
      head.became,
      head.owner,
      head.askedOf,
      head.answers,
      head.id,
      head.under,
    ],
    rows: record.floor.questions.map((question) => [
      { at: question.at },
      orNull(question.block, lang),
      question.table,
      question.text,
      words.who[question.from],
      words.door[question.door],
      question.votes.members,
      question.votes.audience,
      words.standing[question.standing],
      question.words === '' ? null : question.words,
      question.askedOf,
      question.answers.length,
      question.id,
      question.into,
    ]),
  }),
  answers: (record, _lang, { head, yes }) => ({
    head: [head.hour, head.question, head.by, head.answer, head.source, head.link, head.id, head.updated],
    rows: record.floor.questions.flatMap(({ id, text: question, answers }) =>
      answers.map(({ at, who, text, source, link }, n) => [{ at }, question, who, text, source, link, id, n > 0 ? yes : null]),
    ),
  }),
  turns: (record, lang, { head, floor: words }) => ({
    head: [head.block, head.table, head.turnKind, head.turns, head.minutes],
    rows: record.floor.turns.map(({ block, table, kind, turns, sec }) => [
      block === 'several' ? words.blocks : orNull(block, lang),
      table === 'several' ? words.tables : (table ?? words.ofPlenary),
      words.kind[kind],
      turns,
      minutesIn(sec),
    ]),
  }),
  speaking: (record, lang, { head }) => ({
    head: [head.band, head.people],
    // Where nobody spoke the bands say nothing.
    rows: record.floor.spoke === 0 ? [] : (record.floor.bands ?? []).map((band) => [bandIn(band, lang), band.people]),
  }),
};
