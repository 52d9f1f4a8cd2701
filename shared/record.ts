// The record of a session (resoconto): what happened, read from the log alone. Until there are minutes it is the document of the day;
// the organiser and the facilitators fetch it as JSON, Markdown and tables. It decides nothing and stores nothing.
// Laws: K4 the same log gives the same bytes · IN4 no names, no seats, no member's id; attributes only in cells of five and more
//       · PO1/PO5 the frozen tallies, "valore non deliberativo" · GR6 what the tables made is there · BO8 boards are their frozen copies
//       · FL2 no question is dropped · FL1 of who spoke only numbers of people
//       · decisions: late answers are a number, a forgotten session says so.
import { evolve } from './floor/evolve.ts';
import { emptyFloor } from './floor/state.ts';
import { votesOf } from './floor/votes.ts';
import { canonical } from './kernel/canonical.ts';
import type { BoxReading } from './kernel/box.ts';
import type { People } from './kernel/room.ts';
import { recordPolls } from './poll/record.ts';
import { poll } from './poll/room.ts';
import type { SessionRecord } from './record/document.ts';
import { attendanceOf, presentAt, rollCallsOf } from './record/attendance.ts';
import { boardsOf } from './record/boards.ts';
import { floorOf } from './record/floor.ts';
import { groupsOf } from './record/groups.ts';
import { incidentsOf, screensOf } from './record/hall.ts';
import { materialsOf, readProgramme } from './record/programme.ts';
import { factsOf, fold } from './record/said.ts';
import type { Said } from './record/said.ts';
import { screen } from './screen/room.ts';
import { session } from './session/room.ts';

export interface RecordInput {
  readonly session: string;
  /** The session's own log, upcast, in order; redacted facts left out. */
  readonly log: readonly Said[];
  /** Facts of the assembly that carry this session's id. */
  readonly assembly: readonly Said[];
  readonly box: BoxReading;
  readonly people: People;
  /** Answers that came too late, once per seat, by box; null where nobody counts them: then the record says nothing of it. */
  readonly late: ((box: string) => number) | null;
  readonly facts: number;
  readonly redacted: number;
  readonly lastHash: string;
}

/** A box in an order of its own, not of arrival nor of keys: the record reads the same before and after the seal. */
const unordered = (box: BoxReading): BoxReading => ({
  ...box,
  rows: (id) =>
    box
      .rows(id)
      .map((row) => ({ row, text: canonical(row.body) }))
      .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
      .map(({ row }) => row),
});

export const recordOf = (input: RecordInput): SessionRecord => {
  const { log } = input;
  const own = factsOf(log, 'session');
  const about = fold(session, own);
  if (about.phase === 'none') throw new Error('a log without a session');
  const doors = factsOf(log, 'session', 'presence');
  const polls = fold(poll, factsOf(log, 'session', 'presence', 'poll'));
  const walls = fold(screen, factsOf(log, 'session', 'presence', 'agenda', 'groups', 'floor', 'poll', 'board', 'screen'));
  const opened = own.find(({ fact }) => fact.type === 'session.opened');
  const closed = own.find(({ fact }) => fact.type === 'session.closed');
  const last = log.at(-1)?.meta.at ?? 0;
  const { programme, decisions, blocks, state } = readProgramme(factsOf(log, 'session', 'presence', 'agenda'), closed?.meta.at ?? last);
  const groups = groupsOf(factsOf(log, 'session', 'presence', 'groups'), blocks, input.late);
  const boards = boardsOf(factsOf(log, 'session', 'board'), blocks, groups.known, input.late);
  const asking = fold({ initial: emptyFloor, evolve }, factsOf(log, 'session', 'presence', 'agenda', 'groups', 'floor'));
  const floor = floorOf(factsOf(log, 'presence', 'agenda', 'floor'), {
    blocks,
    tables: groups.known,
    votes: (question) => votesOf(asking, input.box, question),
  });
  const asked = recordPolls(polls, unordered(input.box), input.late ?? (() => 0)).polls;
  return {
    meta: { kind: 'plenaria-record', v: 1, times: 'epoch-ms', timeZone: about.timeZone, state: about.phase, demo: about.demo },
    session: {
      id: input.session,
      assembly: about.assemblyName,
      title: about.title,
      day: about.day,
      place: about.place,
      video: about.video !== '',
      doorsAt: 'doorsAt' in about ? about.doorsAt : null,
      opened:
        opened?.fact.type === 'session.opened'
          ? { at: opened.meta.at, present: presentAt(doors, opened.meta.seq), called: opened.fact.roll.length }
          : null,
      closed:
        closed?.fact.type === 'session.closed'
          ? { at: closed.meta.at, present: presentAt(doors, closed.meta.seq), forgotten: closed.fact.by === 'forgotten' }
          : null,
    },
    attendance: attendanceOf(doors, factsOf(input.assembly, 'roster'), input.people),
    agenda: programme,
    materials: materialsOf(blocks, state, factsOf(log, 'screen')),
    decisions,
    polls: {
      value: 'notDeliberative',
      late: input.late === null ? null : asked.reduce((sum, { rounds }) => sum + rounds.reduce((all, { late }) => all + late, 0), 0),
      asked: asked.map((one) => ({
        ...one,
        rounds: one.rounds.map((round) => ({
          ...round,
          // Equals stand in the order of their letters: who came first is not in a sealed box.
          tally: round.tally && {
            ...round.tally,
            words: [...round.tally.words].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)),
          },
        })),
      })),
    },
    groups: groups.record,
    boards: { value: 'notDeliberative', list: boards },
    floor,
    rollCalls: rollCallsOf(doors),
    incidents: incidentsOf(own, factsOf(log, 'poll'), polls, boards),
    screens: screensOf(walls, { blocks, polls, boards, tables: groups.known }),
    log: { facts: input.facts, redacted: input.redacted, lastHash: input.lastHash },
  };
};

/** The document's bytes: sorted keys, two spaces, one line end. */
export const recordJson = (record: SessionRecord): string => `${JSON.stringify(JSON.parse(canonical(record)), null, 2)}\n`;
