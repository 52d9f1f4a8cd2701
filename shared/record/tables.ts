// Every table of the record, once: the Markdown prints them, the CSV files are them. Numbers, hours and texts stay apart until they are written,
// so that a spreadsheet gets numbers and a document gets 9.52.
import type { Text } from '../kernel/text.ts';
import type { PollRecord, PollRecordRound } from '../poll/record.ts';
import { at, hiddenSign } from './cells.ts';
import type { Table } from './cells.ts';
import type { SessionRecord } from './document.ts';
import { floorMakers, floorTableNames } from './floorTables.ts';
import { minutesOf, textIn } from './writing.ts';
import { put, recordWords } from './words.ts';
import type { RecordLang, RecordWords } from './words.ts';
import { boardIn, workMakers, workTableNames } from './workTables.ts';

export const tableNames = [
  'attendance',
  'composition',
  'rollCalls',
  'planned',
  'agenda',
  'remedies',
  'materials',
  'decisions',
  'polls',
  'texts',
  'splits',
  ...workTableNames,
  ...floorTableNames,
  'incidents',
  'screens',
] as const;
export type TableName = (typeof tableNames)[number];

/** One line of a result: which statement (scales), which answer, how many people. */
export interface ResultLine {
  readonly statement: Text | null;
  readonly answer: string;
  readonly count: number;
  readonly percent: number;
}
const known = (id: string, poll: PollRecord, words: RecordWords, lang: RecordLang): string => {
  if (id === 'dontknow') return words.polls.dontKnow;
  if (id === 'skipped') return words.polls.skipped;
  const option = poll.options.find((one) => one.id === id);
  if (option) return textIn(option.text, lang);
  const statement = poll.kind.kind === 'scale' ? poll.kind.statements.find((one) => one.id === id) : undefined;
  if (statement) return textIn(statement.text, lang);
  if (id === 'yes') return words.polls.yes;
  return id === 'no' ? words.polls.no : id;
};
/** The words of an option, of a statement, of "Non so". */
export const answerIn = (poll: PollRecord, id: string, lang: RecordLang): string => known(id, poll, recordWords[lang], lang);

export const resultLines = (poll: PollRecord, round: PollRecordRound, lang: RecordLang): readonly ResultLine[] => {
  const { tally } = round;
  if (!tally) return [];
  const words = recordWords[lang];
  const unknown = (of: { readonly count: number; readonly percent: number }, statement: Text | null = null): ResultLine => ({
    statement,
    answer: words.polls.dontKnow,
    count: of.count,
    percent: of.percent,
  });
  if (poll.kind.kind === 'scale') {
    const texts = new Map(poll.kind.statements.map(({ id, text }) => [id, text]));
    return tally.statements.flatMap(({ id, values, dontKnow }) => {
      const statement = texts.get(id) ?? null;
      return [
        ...values.map(({ value, count, percent }) => ({ statement, answer: String(value), count, percent })),
        unknown(dontKnow, statement),
      ];
    });
  }
  return [
    ...tally.options.map(({ id, count, percent }) => ({ statement: null, answer: answerIn(poll, id, lang), count, percent })),
    unknown(tally.dontKnow),
  ];
};

const polls = (record: SessionRecord) => record.polls.asked.flatMap((poll) => poll.rounds.map((round) => ({ poll, round })));

const makers: Readonly<Record<TableName, (record: SessionRecord, lang: RecordLang, words: RecordWords) => Table>> = {
  attendance: ({ attendance }, _lang, { head }) => ({
    head: [head.minute, head.entered, head.left, head.present],
    rows: attendance.movements.map((line) => [{ at: line.at }, line.entered, line.left, line.present]),
  }),
  composition: ({ attendance }, _lang, { head, polls: { notStated } }) => ({
    head: [head.attribute, head.value, head.came, head.of],
    rows: attendance.composition.flatMap(({ attribute, cells }) =>
      cells.map(({ value, present, of }) => [attribute, value === '' ? notStated : value, present ?? hiddenSign, of ?? hiddenSign]),
    ),
  }),
  rollCalls: (record, _lang, { head }) => ({
    head: [head.hour, head.closed, head.asked, head.here, head.silent],
    rows: record.rollCalls.map((call) => [{ at: call.at }, at(call.closedAt), call.asked, call.here, call.silent]),
  }),
  planned: ({ agenda }, lang, { head, agenda: words }) => ({
    head: [head.number, head.block, head.activity, head.plannedStart, head.plannedMin],
    rows: agenda.planned.map((line) => [
      line.number,
      textIn(line.title, lang),
      activityIn(line.activity, words.activity),
      at(line.startAt),
      minutesOf(line.sec),
    ]),
  }),
  agenda: ({ agenda }, lang, { head, agenda: words }) => ({
    head: [head.number, head.block, head.state, head.plannedStart, head.start, head.end, head.plannedMin, head.usedMin, head.reason],
    rows: agenda.followed.map((line) => [
      line.number,
      textIn(line.title, lang),
      words.state[line.state],
      at(line.plannedAt),
      at(line.startAt),
      at(line.endAt),
      line.plannedSec === null ? null : minutesOf(line.plannedSec),
      line.usedSec === null ? null : minutesOf(line.usedSec),
      line.reason,
    ]),
  }),
  remedies: ({ agenda }, lang, { head, agenda: words, yes }) => ({
    head: [head.hour, head.driftMin, head.remedy, head.block, head.changes, head.newEnd, head.reason, head.undone],
    rows: agenda.remedies.map((line) => [
      { at: line.at },
      minutesOf(line.driftSec),
      words.remedy[line.kind],
      line.title === null ? null : textIn(line.title, lang),
      line.changes.map(({ title, fromSec, toSec }) => `${textIn(title, lang)}: ${minutesOf(fromSec)} → ${minutesOf(toSec)} min`).join('; '),
      { at: line.endAt },
      line.reason,
      line.undone ? yes : null,
    ]),
  }),
  materials: ({ materials }, lang, { head, materials: words }) => ({
    head: [head.block, head.name, head.kind, head.pages, head.shown, head.sha256],
    rows: materials.map((line) => [
      textIn(line.block, lang),
      line.name,
      words.kind[line.kind],
      line.pages,
      line.shownAt === null ? words.notShown : { at: line.shownAt },
      line.sha256,
    ]),
  }),
  decisions: ({ decisions }, lang, { head }) => ({
    head: [head.hour, head.block, head.words, head.for, head.against, head.abstained, head.present, head.corrections],
    rows: decisions.map((line) => [
      { at: line.at },
      textIn(line.block, lang),
      line.words,
      line.for,
      line.against,
      line.abstained,
      line.present,
      line.corrections.map(({ reason }) => reason).join(' / '),
    ]),
  }),
  polls: (record, lang, { head, polls: words }) => ({
    head: [
      head.question,
      head.round,
      head.value2,
      head.electorate,
      head.base,
      head.answered,
      head.state,
      head.statement,
      head.answer,
      head.people,
      head.percent,
    ],
    rows: polls(record).flatMap(({ poll, round }) =>
      resultLines(poll, round, lang).map((line) => [
        textIn(poll.question, lang),
        round.round,
        words.notDeliberative,
        words[poll.electorate],
        round.base,
        round.answered,
        stateIn(round, words),
        line.statement === null ? null : textIn(line.statement, lang),
        line.answer,
        line.count,
        line.percent,
      ]),
    ),
  }),
  texts: (record, lang, { head }) => ({
    head: [head.question, head.round, head.text, head.times],
    rows: polls(record).flatMap(({ poll, round }) => {
      const start = [textIn(poll.question, lang), round.round];
      return [
        ...(round.tally?.words ?? []).map(({ label, count }) => [...start, label, count]),
        ...(round.tally?.texts ?? []).map(({ text, count }) => [...start, text, count]),
      ];
    }),
  }),
  splits: (record, lang, { head, polls: { notStated } }) => ({
    head: [head.question, head.round, head.attribute, head.value, head.statement, head.answer, head.people],
    rows: polls(record).flatMap(({ poll, round }) =>
      (round.tally?.splits ?? []).flatMap((split) =>
        split.shown
          ? split.rows.flatMap(({ value, facets }) =>
              facets.flatMap(({ id, cells }) =>
                cells.map((cell) => [
                  textIn(poll.question, lang),
                  round.round,
                  split.attribute,
                  value === '' ? notStated : value,
                  id === 'choice' ? null : answerIn(poll, id, lang),
                  answerIn(poll, cell.id, lang),
                  cell.count,
                ]),
              ),
            )
          : [],
      ),
    ),
  }),
  ...workMakers,
  ...floorMakers,
  incidents: (record, lang, { head, incidents: words }) => ({
    head: [head.hour, head.incident, head.until, head.question, head.round, head.board, head.reason],
    rows: record.incidents.map((line) => [
      { at: line.at },
      words.kind[line.kind],
      line.kind === 'suspended' ? at(line.untilAt) : null,
      'question' in line ? textIn(line.question, lang) : null,
      'round' in line ? line.round : null,
      'board' in line ? boardIn(line.board, line.table, lang) : 'boards' in line ? line.boards : null,
      'words' in line ? line.words : null,
    ]),
  }),
  screens: (record, lang, { head, screens: words }) => ({
    head: [head.hour, head.screen, head.scene, head.table, head.text, head.pages, head.round],
    rows: record.screens.map((line) => [
      { at: line.at },
      line.screen === null ? words.all : put(words.one, { name: line.screen }),
      sceneIn(line.scene, words.scene),
      line.table,
      line.text === null ? null : textIn(line.text, lang),
      line.page,
      line.round,
    ]),
  }),
};

const find = (words: Readonly<Record<string, string>>, key: string): string => (Object.hasOwn(words, key) ? (words[key] ?? key) : key);
const activityIn = (activity: string, words: RecordWords['agenda']['activity']): string => find(words, activity);
export const sceneIn = (scene: string, words: RecordWords['screens']['scene']): string => find(words, scene);
const stateIn = (round: PollRecordRound, words: RecordWords['polls']): string | null => {
  if (round.voided) return put(words.voided, { hour: '', reason: round.voided.reason }).replace(/\s+/gu, ' ');
  return round.state === 'closed' ? words.unpublished : null;
};

export const tableOf = (record: SessionRecord, name: TableName, lang: RecordLang): Table => makers[name](record, lang, recordWords[lang]);
