// The work at the tables, read from the facts alone: which tables there were, how people were put to them, when everybody went and came back,
// who had to move, which table called for help, in which order they told the plenary. What was taken back has not been.
// Members' ids are looked at to count people and stay in here: who sat where and who speaks for a table is nobody's business (IN4, GR3).
import type { BlockPlan } from '../agenda/events.ts';
import { isGroupsFact, nobodySeated, seatingAfter } from '../groups/events.ts';
import type { GroupPlan, GroupsFact, Seating, ThemePlan } from '../groups/events.ts';
import { boxOf } from '../groups/state.ts';
import { canonical } from '../kernel/canonical.ts';
import type { GroupId, MemberId } from '../kernel/ids.ts';
import type { Text } from '../kernel/text.ts';
import { nobodyPresent, presentAfter } from '../presence/events.ts';
import type { PresenceFact, PresentNow } from '../presence/events.ts';
import type { SessionFact } from '../session/events.ts';
import type { AssignmentLine, CardLine, ChoiceLine, GroupsRecord, HelpLine, RoundRecord, TableLine, ToldLine } from './groupsDocument.ts';
import type { Said } from './said.ts';

/** Every table that ever stood in the plan, as it last was. */
export type KnownTables = ReadonlyMap<string, TableLine>;
type Heard = SessionFact | PresenceFact | GroupsFact;
type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
interface Plan {
  readonly themes: readonly ThemePlan[];
  readonly groups: readonly GroupPlan[];
}
/** A round while it is read. */
interface Draft {
  readonly round: number;
  block: Text | null;
  choice: ChoiceLine | null;
  readonly assignments: AssignmentLine[];
  assigned: ReadonlyMap<GroupId, number> | null;
  splitAt: number | null;
  recalledAt: number | null;
  recalledWithSession: boolean;
  adjusted: number;
  moved: number;
  late: number;
  /** As things were at the recall; null: as they are now. */
  plan: Plan | null;
  sat: ReadonlyMap<GroupId, readonly MemberId[]> | null;
  extra: ReadonlyMap<GroupId, number>;
  /** As they were when the next round began; null: as they are now. */
  speakers: ReadonlyMap<GroupId, MemberId | null> | null;
  readonly calls: Mutable<HelpLine>[];
  readonly cards: CardLine[];
  order: readonly number[];
  sec: number;
  readonly told: Mutable<ToldLine>[];
}
const begin = (round: number): Draft => ({
  round,
  block: null,
  choice: null,
  assignments: [],
  assigned: null,
  splitAt: null,
  recalledAt: null,
  recalledWithSession: false,
  adjusted: 0,
  moved: 0,
  late: 0,
  plan: null,
  sat: null,
  extra: new Map(),
  speakers: null,
  calls: [],
  cards: [],
  order: [],
  sec: 0,
  told: [],
});

/** Facts that were taken back, with those that took them back. A move, a card or minutes taken back are facts of their own and count as such. */
const undoneOf = (log: readonly Said<Heard>[]): ReadonlySet<number> => {
  const undone = new Set<number>();
  const types = new Map(log.map(({ fact, meta }) => [meta.seq, fact.type]));
  let split: number | null = null;
  for (const { fact, meta } of log) {
    if (fact.type === 'groups.split') split = meta.seq;
    if (fact.type === 'groups.recalled' && fact.why === 'undo') {
      undone.add(meta.seq);
      if (split !== null) undone.add(split);
    }
    if (fact.type !== 'groups.undone') continue;
    undone.add(fact.seq);
    // From one table to the next is one step of two facts.
    if (types.get(fact.seq) === 'groups.reportStarted' && types.get(fact.seq - 1) === 'groups.reportEnded') undone.add(fact.seq - 1);
  }
  return undone;
};

const lineOf = ({ id, number, name, theme, question, video }: GroupPlan, themes: readonly ThemePlan[]): TableLine => ({
  group: id,
  number,
  name,
  theme: themes.find((one) => one.id === theme)?.title ?? null,
  question,
  video: video !== null,
});

class Reading {
  readonly known = new Map<string, TableLine>();
  private readonly drafts = new Map<number, Draft>();
  private readonly cards = new Map<GroupId | null, Text | null>();
  private readonly speakers = new Map<GroupId, MemberId | null>();
  private readonly calls = new Map<GroupId, Mutable<HelpLine>>();
  private plan: Plan = { themes: [], groups: [] };
  private seating: Seating = nobodySeated;
  private present: PresentNow = nobodyPresent;
  /** Was here at some moment since they went to the tables. */
  private came: ReadonlySet<MemberId> = new Set();
  private extra: ReadonlyMap<GroupId, number> = new Map();
  private atWork: Draft | null = null;
  private last: Draft | null = null;
  private next = 1;
  private tells: Mutable<ToldLine> | null = null;
  private readonly blocks: ReadonlyMap<string, BlockPlan>;
  private readonly lateOf: (box: string) => number | null;

  constructor(blocks: ReadonlyMap<string, BlockPlan>, lateOf: (box: string) => number | null) {
    this.blocks = blocks;
    this.lateOf = lateOf;
  }

  private draft(round: number): Draft {
    const made = this.drafts.get(round) ?? begin(round);
    this.drafts.set(round, made);
    return made;
  }
  private numberOf(group: GroupId): number {
    return this.known.get(group)?.number ?? 0;
  }
  /** Whose tables call and tell: those at work, or the last that were. */
  private telling(): Draft {
    return this.atWork ?? this.last ?? this.draft(this.next);
  }
  private finish(at: number): void {
    if (this.tells) this.tells.endedAt = at;
    this.tells = null;
  }
  /** A card that lies on the tables in this round; the same one is not told twice. */
  private lay(on: Draft, group: GroupId | null, at: number, card: Text | null): void {
    const table = group === null ? null : this.numberOf(group);
    if (card && !on.cards.some((one) => one.table === table && canonical(one.card) === canonical(card))) on.cards.push({ table, at, card });
  }

  hear(fact: Heard, seq: number, at: number): void {
    this.present = presentAfter(this.present, fact);
    this.seating = seatingAfter(this.seating, fact, seq);
    if (fact.type === 'presence.entered') this.came = new Set(this.came).add(fact.member);
    if (fact.type === 'session.closed') this.finish(at);
    if (isGroupsFact(fact)) this.hearGroups(fact, at);
  }

  private hearGroups(fact: GroupsFact, at: number): void {
    switch (fact.type) {
      case 'groups.planned':
        this.plan = fact;
        for (const group of fact.groups) this.known.set(group.id, lineOf(group, fact.themes));
        return;
      case 'groups.choiceOpened':
        this.draft(fact.round).choice = { openedAt: at, closedAt: null, answered: null, base: null, late: this.lateOf(boxOf(fact.round)) };
        return;
      case 'groups.choiceClosed': {
        const on = this.draft(fact.round);
        if (on.choice) on.choice = { ...on.choice, closedAt: at, answered: fact.answered, base: fact.base };
        return;
      }
      case 'groups.assigned': {
        const on = this.draft(fact.round);
        const placed = fact.seating.reduce((sum, { members }) => sum + members.length, 0);
        on.assignments.push({ at, how: fact.how, placed, reshuffled: fact.reshuffled === true });
        on.assigned = new Map(fact.seating.map(({ group, members }) => [group, members.length]));
        // Whoever was moved or came before it is in it.
        if (!this.atWork) [on.adjusted, on.late] = [0, 0];
        return;
      }
      case 'groups.moved': {
        const on = this.atWork ?? this.draft(this.next);
        const counted = fact.why === 'late' ? 'late' : this.atWork ? 'moved' : 'adjusted';
        on[counted] = Math.max(0, on[counted] + (fact.why === 'undo' ? -1 : 1));
        return;
      }
      case 'groups.split': {
        const on = this.draft(fact.round);
        if (this.last) this.last.speakers = new Map(this.speakers);
        this.came = new Set(this.present.keys());
        this.extra = new Map();
        on.splitAt = at;
        on.block = (fact.block === null ? undefined : this.blocks.get(fact.block)?.title) ?? null;
        for (const [group, card] of this.cards) this.lay(on, group, at, card);
        this.atWork = on;
        this.last = on;
        return;
      }
      case 'groups.recalled': {
        const on = this.draft(fact.round);
        on.recalledAt = at;
        on.recalledWithSession = fact.why === 'close';
        on.plan = this.plan;
        on.sat = new Map(fact.seating.map(({ group, members }) => [group, members]));
        on.extra = this.extra;
        this.atWork = null;
        this.next = fact.round + 1;
        return;
      }
      case 'groups.timeGiven':
        this.extra = new Map(this.extra).set(fact.group, fact.extraSec);
        return;
      case 'groups.cardSet':
        this.cards.set(fact.group, fact.card);
        if (this.atWork) this.lay(this.atWork, fact.group, at, fact.card);
        return;
      case 'groups.helpCalled': {
        this.answer(fact.group, at, 'replaced');
        const line: Mutable<HelpLine> = { table: this.numberOf(fact.group), at, about: fact.about, endedAt: null, how: null };
        this.telling().calls.push(line);
        this.calls.set(fact.group, line);
        return;
      }
      case 'groups.helpEnded':
        this.answer(fact.group, at, fact.how);
        return;
      case 'groups.spokespersonSet':
        this.speakers.set(fact.group, fact.member);
        return;
      case 'groups.reportQueued': {
        const on = this.telling();
        on.order = fact.order.map((group) => this.numberOf(group));
        on.sec = fact.sec;
        return;
      }
      case 'groups.reportStarted':
        this.finish(at);
        this.tells = { table: this.numberOf(fact.group), at, endedAt: null };
        this.telling().told.push(this.tells);
        return;
      case 'groups.reportEnded':
        this.finish(at);
        return;
      case 'groups.mixSet':
      case 'groups.undone':
        return;
      default:
        return fact satisfies never;
    }
  }
  private answer(group: GroupId, at: number, how: HelpLine['how']): void {
    const line = this.calls.get(group);
    if (line) [line.endedAt, line.how] = [at, how];
    this.calls.delete(group);
  }

  /** Who sits there now, of those who were here. */
  private sitting(group: GroupId): readonly MemberId[] {
    return [...this.seating.groupOf].flatMap(([member, at]) => (at === group && this.came.has(member) ? [member] : []));
  }
  private written(on: Draft): RoundRecord {
    const plan = on.plan ?? this.plan;
    const speakers = on.speakers ?? this.speakers;
    const tables = plan.groups.map((group) => {
      const there = on.splitAt === null ? null : on.sat ? (on.sat.get(group.id) ?? []) : this.sitting(group.id);
      const speaker = speakers.get(group.id) ?? null;
      return {
        ...lineOf(group, plan.themes),
        assigned: on.assigned ? (on.assigned.get(group.id) ?? 0) : null,
        sat: there?.length ?? null,
        extraSec: (on === this.atWork ? this.extra : on.extra).get(group.id) ?? 0,
        spokesperson: speaker !== null && (there?.includes(speaker) ?? false),
      };
    });
    return {
      round: on.round,
      block: on.block,
      choice: on.choice,
      assignments: on.assignments,
      splitAt: on.splitAt,
      recalledAt: on.recalledAt,
      recalledWithSession: on.recalledWithSession,
      adjusted: on.adjusted,
      moved: on.moved,
      late: on.late,
      tables,
      calls: on.calls,
      cards: on.cards,
      reports: { order: on.order, sec: on.sec, told: on.told },
    };
  }
  get record(): GroupsRecord {
    const happened = ({ splitAt, assignments, choice, calls, order }: Draft): boolean =>
      splitAt !== null || assignments.length + calls.length + order.length > 0 || choice !== null;
    return {
      tables: this.plan.groups.map((group) => lineOf(group, this.plan.themes)),
      rounds: [...this.drafts.values()]
        .filter(happened)
        .sort((a, b) => a.round - b.round)
        .map((on) => this.written(on)),
    };
  }
}

/** `late`: answers that came after a close, by box; null where nobody counts them. */
export const groupsOf = (
  log: readonly Said<Heard>[],
  blocks: ReadonlyMap<string, BlockPlan>,
  late: ((box: string) => number) | null,
): { readonly record: GroupsRecord; readonly known: KnownTables } => {
  const undone = undoneOf(log);
  const reading = new Reading(blocks, (box) => (late ? late(box) : null));
  for (const { fact, meta } of log) if (!undone.has(meta.seq)) reading.hear(fact, meta.seq, meta.at);
  const { record, known } = reading;
  return { record, known };
};
