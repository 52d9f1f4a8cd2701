// The record as a document to read and print: Markdown in Italian or English, made from the JSON alone, the same bytes every time (K4).
// What people wrote is text in it, never markup.
import type { PollRecord, PollRecordRound } from '../poll/record.ts';
import { boardsPage } from './boardsPage.ts';
import type { ScreenLine, SessionRecord } from './document.ts';
import { floorPage } from './floorPage.ts';
import { groupsPage } from './groupsPage.ts';
import { grid, list, printed, section } from './page.ts';
import type { Block, Pen } from './page.ts';
import { answerIn, resultLines, sceneIn } from './tables.ts';
import { put, recordWords } from './words.ts';
import type { RecordLang } from './words.ts';
import { boardIn } from './workTables.ts';
import { dayIn, decimalIn, hourIn, minutesOf, plain, textIn } from './writing.ts';

const heading = ({ record, lang, words, hour }: Pen): readonly Block[] => {
  const { session, meta } = record;
  const of = words.session;
  return [
    `# ${words.title}: ${plain(textIn(session.title, lang))}`,
    meta.demo ? `**${words.demo}**` : null,
    meta.state === 'closed' || meta.state === 'sealed' ? null : `**${words.running}**`,
    list([
      `${of.assembly}: ${plain(session.assembly)}`,
      `${of.day}: ${dayIn(session.day, lang)}`,
      session.place === '' ? null : `${of.place}: ${plain(session.place)}`,
      session.video ? of.video : null,
      session.doorsAt === null ? null : `${of.doors}: ${hour(session.doorsAt)}`,
      session.opened === null
        ? of.notOpened
        : `${of.opened}: ${put(of.openedLine, { hour: hour(session.opened.at), present: session.opened.present, called: session.opened.called })}`,
      session.closed === null
        ? null
        : `${of.closed}: ${put(of.closedLine, { hour: hour(session.closed.at), present: session.closed.present })}`,
      session.closed?.forgotten === true ? of.forgotten : null,
    ]),
  ];
};

const attendance = (pen: Pen): readonly Block[] => {
  const { attendance: of, rollCalls } = pen.record;
  if (of.called === 0 && of.came === 0) return [];
  const words = pen.words.attendance;
  const visitors = Object.entries(of.visitors).map(
    ([kind, count]) => `${Object.entries(words.visitor).find(([key]) => key === kind)?.[1] ?? kind} ${count}`,
  );
  const { substituted, added, removed, cardsReplaced } = of.roll;
  return [
    `## ${words.title}`,
    put(words.line, { came: of.came, called: of.called, most: of.most, withoutPhone: of.withoutPhone }),
    visitors.length === 0 ? null : put(words.visitors, { list: visitors.join(', ') }),
    substituted + added + removed + cardsReplaced === 0 ? null : put(words.roll, of.roll),
    ...section(`### ${words.movements}`, printed(pen, 'attendance')),
    ...section(`### ${words.composition}`, printed(pen, 'composition'), words.compositionNote),
    ...(rollCalls.length === 0 ? [] : section(`### ${words.rollCalls}`, printed(pen, 'rollCalls'))),
  ];
};

const agenda = (pen: Pen): readonly Block[] => {
  const { agenda: of } = pen.record;
  const words = pen.words.agenda;
  const minutes = of.driftSec === null ? 0 : minutesOf(of.driftSec);
  const drift = minutes === 0 ? words.onTime : put(minutes > 0 ? words.late : words.early, { minutes: Math.abs(minutes) });
  return [
    ...section(`## ${words.planned}`, printed(pen, 'planned')),
    of.plannedEnd === null ? null : put(words.plannedEnd, { hour: pen.hour(of.plannedEnd) }),
    ...section(`## ${words.followed}`, printed(pen, 'agenda')),
    of.end === null || of.driftSec === null ? null : put(words.end, { hour: pen.hour(of.end), drift }),
    ...section(`### ${words.remedies}`, printed(pen, 'remedies')),
  ];
};

const decisions = (pen: Pen): readonly Block[] => {
  const words = pen.words.decisions;
  if (pen.record.decisions.length === 0) return [];
  return [
    `## ${words.title}`,
    ...pen.record.decisions.flatMap((line): Block[] => [
      `**${plain(line.words)}**`,
      `${put(words.at, { hour: pen.hour(line.at), block: plain(textIn(line.block, pen.lang)) })} ${put(words.line, { for: line.for, against: line.against, abstained: line.abstained, present: line.present })}`,
      list(
        line.corrections.map(({ at, reason, was }) =>
          put(words.corrected, {
            hour: pen.hour(at),
            reason: plain(reason),
            words: plain(was.words),
            for: was.for,
            against: was.against,
            abstained: was.abstained,
          }),
        ),
      ),
    ]),
  ];
};

const roundBlocks = (pen: Pen, poll: PollRecord, round: PollRecordRound): readonly Block[] => {
  const { lang } = pen;
  const words = pen.words.polls;
  const { tally } = round;
  const asked = {
    opened: pen.hour(round.openedAt),
    closed: pen.hour(round.closedAt ?? round.voided?.at ?? null),
    answered: round.answered,
    base: round.base ?? 0,
  };
  const pattern =
    round.state === 'open'
      ? words.stillOpen
      : round.tally === null
        ? words.unclosed
        : round.base === null
          ? words.askedAudience
          : words.asked;
  const scale = poll.kind.kind === 'scale';
  const results = resultLines(poll, round, lang);
  const written = poll.kind.kind === 'text' || poll.kind.kind === 'words';
  return [
    poll.rounds.length > 1 ? `#### ${put(words.round, { round: round.round })}` : null,
    [
      put(pattern, asked),
      poll.live ? words.live : '',
      round.closedBy === null ? '' : words.closedBy[round.closedBy],
      round.voided ? put(words.voided, { hour: pen.hour(round.voided.at), reason: plain(round.voided.reason) }) : '',
      round.publishedAt === null
        ? round.state === 'closed'
          ? words.unpublished
          : ''
        : put(words.published, { hour: pen.hour(round.publishedAt) }),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    round.sources === null ? null : put(words.sources, round.sources),
    grid(
      [...(scale ? [pen.words.head.statement] : []), pen.words.head.answer, pen.words.head.people, '%'],
      results.map((line) => [
        ...(scale ? [line.statement === null ? '' : plain(textIn(line.statement, lang))] : []),
        plain(line.answer),
        String(line.count),
        String(line.percent),
      ]),
      [...(scale ? [false] : []), false, true, true],
    ),
    scale && tally
      ? list(
          tally.statements.flatMap(({ id, mean, median, answered }) =>
            mean === null || median === null
              ? []
              : [
                  `${plain(answerIn(poll, id, lang))}. ${put(words.mean, { mean: decimalIn(mean, lang), median: decimalIn(median, lang), answered })}`,
                ],
          ),
        )
      : null,
    tally?.percentOf === 'people' && !written ? words.people : null,
    written && tally
      ? list([
          ...tally.words.map(({ label, count }) => `${plain(label)}: ${count}`),
          ...tally.texts.map(({ text, count }) => (count > 1 ? `${plain(text)} (×${count})` : plain(text))),
        ])
      : null,
    list([
      tally && tally.invalid > 0 ? put(words.invalid, { n: tally.invalid }) : null,
      tally && tally.hidden > 0 ? put(words.hidden, { n: tally.hidden }) : null,
      tally && tally.held > 0 ? put(words.held, { n: tally.held }) : null,
      round.curated > 0 ? put(words.curated, { n: round.curated }) : null,
    ]),
    ...moves(pen, poll, round),
    ...splits(pen, poll, round),
  ];
};

const moves = (pen: Pen, poll: PollRecord, { comparedTo }: PollRecordRound): readonly Block[] => {
  const words = pen.words.polls;
  if (!comparedTo) return [];
  const { matched, moves: said } = comparedTo.comparison;
  if (!said) return poll.kind.kind === 'single' || poll.kind.kind === 'yesno' ? [put(words.movedUnsaid, { round: comparedTo.round })] : [];
  return [
    put(words.moved, { round: comparedTo.round, matched, moved: said.moved, stayed: said.stayed }),
    list([
      ...said.flows.map(({ from, to, count }) =>
        put(words.flow, { from: plain(answerIn(poll, from, pen.lang)), to: plain(answerIn(poll, to, pen.lang)), n: count }),
      ),
      said.otherMoves > 0 ? put(words.otherMoves, { n: said.otherMoves }) : null,
    ]),
  ];
};
const splits = (pen: Pen, poll: PollRecord, { tally }: PollRecordRound): readonly Block[] => {
  const words = pen.words.polls;
  return (tally?.splits ?? []).flatMap((split): Block[] => {
    const attribute = plain(split.attribute);
    if (!split.shown) return [put(words.splitNot, { attribute, reason: words.splitHidden[split.reason] })];
    return [
      `${put(words.splits, { attribute })}:`,
      list(
        split.rows.map(({ value, facets }) => {
          const parts = facets.map(
            ({ id, cells }) =>
              `${id === 'choice' ? '' : `${plain(answerIn(poll, id, pen.lang))}: `}${cells.map((cell) => `${plain(answerIn(poll, cell.id, pen.lang))} ${cell.count}`).join(', ')}`,
          );
          return `${value === '' ? words.notStated : plain(value)}: ${parts.join('; ')}`;
        }),
      ),
    ];
  });
};

const questions = (pen: Pen): readonly Block[] => {
  const words = pen.words.polls;
  const { asked, late } = pen.record.polls;
  if (asked.length === 0) return [];
  return [
    `## ${words.title}`,
    `**${words.notDeliberative}**`,
    late === null ? null : put(words.late, { n: late }),
    ...asked.flatMap((poll): Block[] => [
      `### ${plain(textIn(poll.question, pen.lang))}`,
      words.who[poll.electorate],
      ...poll.rounds.flatMap((round) => roundBlocks(pen, poll, round)),
    ]),
  ];
};

/** Pages turned one after the other are one line. */
const walls = (pen: Pen): readonly Block[] => {
  const words = pen.words.screens;
  const lines: { first: ScreenLine; to: number | null }[] = [];
  for (const line of pen.record.screens) {
    const last = lines.at(-1);
    const same =
      last?.first.scene === 'slides' &&
      line.scene === 'slides' &&
      last.first.screen === line.screen &&
      textOf(last.first, pen.lang) === textOf(line, pen.lang);
    if (same) last.to = line.page;
    else lines.push({ first: line, to: line.page });
  }
  if (lines.length === 0) return [];
  return [
    `## ${words.title}`,
    list(
      lines.map(({ first, to }) => {
        const text = textOf(first, pen.lang);
        const pages =
          first.page === null
            ? ''
            : to === null || to === first.page
              ? put(words.page, { from: first.page })
              : put(words.pages, { from: first.page, to });
        return [
          `${pen.hour(first.at)} `,
          first.screen === null ? '' : `${put(words.one, { name: plain(first.screen) })}, `,
          sceneIn(first.scene, words.scene),
          first.table === null ? '' : `, ${put(pen.words.boards.atTable, { number: first.table })}`,
          text === '' ? '' : `: ${plain(text)}`,
          pages === '' ? '' : `, ${pages}`,
        ].join('');
      }),
    ),
  ];
};
const textOf = (line: ScreenLine, lang: RecordLang): string => (line.text === null ? '' : textIn(line.text, lang));

const incidents = (pen: Pen): readonly Block[] => {
  const words = pen.words.incidents;
  if (pen.record.incidents.length === 0) return [];
  return [
    `## ${words.title}`,
    list(
      pen.record.incidents.map((line) => {
        const parts = [
          'question' in line ? `«${plain(textIn(line.question, pen.lang))}»` : '',
          'board' in line ? `«${plain(boardIn(line.board, line.table, pen.lang))}»` : '',
          'boards' in line ? String(line.boards) : '',
          'round' in line ? put(pen.words.polls.round, { round: line.round }) : '',
          'words' in line ? plain(line.words) : '',
          line.kind === 'suspended' && line.untilAt !== null ? put(words.until, { hour: pen.hour(line.untilAt) }) : '',
        ].filter((part) => part !== '');
        return `${pen.hour(line.at)} ${words.kind[line.kind]}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
      }),
    ),
  ];
};

const source = ({ record, words }: Pen): readonly Block[] => [
  `## ${words.log.title}`,
  put(words.log.line, { facts: record.log.facts, hash: `\`${record.log.lastHash}\`` }),
  record.log.redacted > 0 ? put(words.log.redacted, { n: record.log.redacted }) : null,
  words.log.names,
];

export const recordMarkdown = (record: SessionRecord, lang: RecordLang): string => {
  const pen: Pen = { record, lang, words: recordWords[lang], hour: (at) => (at === null ? '–' : hourIn(at, record.meta.timeZone, lang)) };
  const materials = section(`## ${pen.words.materials.title}`, printed(pen, 'materials'), pen.words.materials.note);
  const blocks = [
    ...heading(pen),
    ...attendance(pen),
    ...agenda(pen),
    ...materials,
    ...decisions(pen),
    ...questions(pen),
    ...groupsPage(pen),
    ...boardsPage(pen),
    ...floorPage(pen),
    ...incidents(pen),
    ...walls(pen),
    ...source(pen),
  ];
  return `${blocks.filter((block): block is string => block !== null && block !== '').join('\n\n')}\n`;
};
