// The floor, read from the facts alone: every question with its origin, what lay under it and what became of it, and how long was spoken.
// A step that was taken back has not been. Nothing that was asked is dropped (FL2): what was hidden or withdrawn is counted. Members' ids are
// looked at to add up one person's turns and stay in here (FL1, IN4).
import type { AgendaFact, BlockPlan } from '../agenda/events.ts';
import { isFloorFact } from '../floor/events.ts';
import type { FloorFact } from '../floor/events.ts';
import type { Votes } from '../floor/shown.ts';
import { countedMs } from '../floor/time.ts';
import type { ExpertId, GroupId, MemberId, QuestionId, TurnId } from '../kernel/ids.ts';
import type { Text } from '../kernel/text.ts';
import type { PresenceFact } from '../presence/events.ts';
import type { AnswerRecord, FloorRecord, QuestionRecord, SettledRecord } from './floorDocument.ts';
import { bandsOf, linesOf } from './floorTurns.ts';
import type { Held } from './floorTurns.ts';
import type { KnownTables } from './groups.ts';
import type { Said } from './said.ts';

type Heard = PresenceFact | AgendaFact | FloorFact;
type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type Asked = Extract<FloorFact, { type: 'floor.asked' }>;
type Started = Extract<FloorFact, { type: 'floor.turnStarted' }>;

/** A question while it is read. */
interface Draft extends Omit<Mutable<QuestionRecord>, 'votes' | 'table' | 'block' | 'answers' | 'settled' | 'askedOf' | 'wall'> {
  readonly asked: Asked;
  expert: ExpertId | null;
  readonly answers: (Omit<AnswerRecord, 'who'> & { readonly who: string; readonly expert: ExpertId | null })[];
  readonly settled: SettledRecord[];
  readonly wall: number[];
  hidden: boolean;
  withdrawn: boolean;
}
interface Turn {
  readonly begun: Started;
  readonly block: string | null;
  /** With what was given. */
  sec: number;
  /** Null while it goes on, or when it has not been. */
  ms: number | null;
}

/** Facts that were taken back. A call that was a mistake is one; the turn that it ended has ended all the same. */
const undoneOf = (log: readonly Said<Heard>[]): ReadonlySet<number> => {
  const undone = new Set(log.flatMap(({ fact }) => (fact.type === 'floor.undone' ? [fact.seq] : [])));
  for (const { fact, meta } of log)
    // Taking a question from under a hidden one and putting another under it is one step of two facts.
    if (fact.type === 'floor.merged' && fact.freed !== undefined && undone.has(meta.seq)) undone.add(meta.seq - 1);
  return undone;
};

class Reading {
  readonly drafts = new Map<QuestionId, Draft>();
  readonly turns = new Map<TurnId, Turn>();
  readonly came = new Set<MemberId>();
  readonly labels = new Map<ExpertId, string>();
  /** Null: the session has not closed yet. */
  counted: ReadonlyMap<QuestionId, Votes> | null = null;
  private block: string | null = null;
  private onWall: readonly QuestionId[] = [];

  hear(fact: Heard, at: number): void {
    if (isFloorFact(fact)) return this.hearFloor(fact, at);
    if (fact.type === 'presence.entered') this.came.add(fact.member);
    if (fact.type === 'agenda.started') this.block = fact.block;
    if (fact.type === 'agenda.ended' && this.block === fact.block) this.block = null;
    if (fact.type === 'agenda.undone') this.block = fact.running?.block ?? null;
  }

  private hearFloor(fact: FloorFact, at: number): void {
    const draft = 'question' in fact ? this.drafts.get(fact.question) : undefined;
    switch (fact.type) {
      case 'floor.asked': {
        const { question: id, text, lang, door, from } = fact;
        this.drafts.set(id, {
          ...{ id, at, text, lang, door, from, asked: fact, into: null, expert: null, answers: [], standing: 'open', words: '' },
          ...{ settled: [], wall: [], hidden: false, withdrawn: false },
        });
        return;
      }
      case 'floor.withdrawn':
        if (draft) draft.withdrawn = true;
        return;
      case 'floor.merged':
        for (const each of this.drafts.values()) if (each === draft || each.into === fact.question) each.into = fact.into;
        return;
      case 'floor.parted':
        if (draft) draft.into = null;
        return;
      case 'floor.hidden':
      case 'floor.unhidden':
        if (draft) draft.hidden = fact.type === 'floor.hidden';
        return;
      case 'floor.assigned':
        if (draft) draft.expert = fact.expert;
        return;
      case 'floor.answered': {
        const { expert, who, text, source, link } = fact;
        draft?.answers.push({ at, expert, who, text, source, link });
        if (draft && fact.keeps !== true) [draft.standing, draft.words] = ['answered', ''];
        return;
      }
      case 'floor.settled':
        draft?.settled.push({ at, how: fact.how, words: fact.words, after: draft.answers.length });
        if (draft) [draft.standing, draft.words] = [fact.how, fact.words];
        return;
      case 'floor.wallSet':
        // One that was there already is not put there again.
        for (const id of fact.questions) if (!this.onWall.includes(id)) this.drafts.get(id)?.wall.push(at);
        this.onWall = fact.questions;
        return;
      case 'floor.expertsSet':
        // Of one who was taken off the list the label stays: an answer must say whose it is.
        for (const { id, label } of fact.experts) this.labels.set(id, label);
        return;
      case 'floor.turnStarted':
        this.turns.set(fact.turn, { begun: fact, block: this.block, sec: fact.sec, ms: null });
        return;
      case 'floor.turnEnded': {
        const turn = this.turns.get(fact.turn);
        if (turn) turn.ms = fact.how === 'undone' ? null : fact.ms;
        return;
      }
      case 'floor.timeGiven': {
        const turn = this.turns.get(fact.turn);
        if (turn) turn.sec += fact.sec;
        return;
      }
      case 'floor.closed':
        this.counted = new Map(fact.votes.map(({ question, members, audience }) => [question, { members, audience }]));
        return;
      case 'floor.doorSet':
      case 'floor.queueSet':
      case 'floor.handRaised':
      case 'floor.handLowered':
      case 'floor.handsLowered':
      case 'floor.turnPaused':
      case 'floor.turnResumed':
      case 'floor.undone':
        return;
      default:
        return fact satisfies never;
    }
  }
}

interface Around {
  readonly blocks: ReadonlyMap<string, BlockPlan>;
  readonly tables: KnownTables;
  /** As counted now, while the session has not closed. */
  readonly votes: (question: QuestionId) => Votes;
}
const blockIn = ({ blocks }: Around, id: string | null): Text | null => (id === null ? null : (blocks.get(id)?.title ?? null));
const tableIn = ({ tables }: Around, id: GroupId | null): number | null => (id === null ? null : (tables.get(id)?.number ?? null));

const written = (draft: Draft, reading: Reading, around: Around): QuestionRecord => {
  const { id, at, text, lang, door, from, into, asked, expert, answers, settled, wall } = draft;
  const over = into === null ? undefined : reading.drafts.get(into);
  // What lies under one that was hidden stands by itself.
  const head = over === undefined || over.hidden ? draft : over;
  return {
    ...{ id, at, text, lang, door, from, into, settled, wall },
    block: blockIn(around, asked.block),
    table: tableIn(around, asked.group),
    votes: reading.counted === null ? around.votes(id) : (reading.counted.get(id) ?? { members: 0, audience: 0 }),
    askedOf: expert === null ? null : (reading.labels.get(expert) ?? null),
    answers: answers.map(({ expert: by, who, ...answer }) => ({ ...answer, who: by === null ? who : (reading.labels.get(by) ?? who) })),
    standing: head.standing,
    words: head.words,
  };
};

export const floorOf = (log: readonly Said<Heard>[], around: Around): FloorRecord => {
  const undone = undoneOf(log);
  const reading = new Reading();
  for (const { fact, meta } of log) if (!undone.has(meta.seq)) reading.hear(fact, meta.at);
  const drafts = [...reading.drafts.values()];
  const over = [...reading.turns.values()].flatMap(({ begun, block, sec, ms }) => (ms === null ? [] : [{ begun, block, sec, ms }]));
  const held = over.map(({ sec, ms, ...turn }): Held => ({ ...turn, ms: countedMs(ms, sec) }));
  const spoken = new Map<MemberId, number>();
  for (const { begun, ms } of held) if (begun.member !== null) spoken.set(begun.member, (spoken.get(begun.member) ?? 0) + ms);
  const people = new Set([...reading.came, ...spoken.keys()]);
  return {
    questions: drafts.filter(({ hidden, withdrawn }) => !hidden && !withdrawn).map((draft) => written(draft, reading, around)),
    hidden: drafts.filter(({ hidden, withdrawn }) => hidden && !withdrawn).length,
    withdrawn: drafts.filter(({ withdrawn }) => withdrawn).length,
    ...linesOf(held, { blockOf: (block) => blockIn(around, block), numberOf: (table) => tableIn(around, table) }),
    cut: over.filter(({ sec, ms }) => countedMs(ms, sec) < ms).length,
    people: people.size,
    spoke: spoken.size,
    bands: bandsOf(people, spoken),
  };
};
