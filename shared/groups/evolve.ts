// How facts change what is known of the tables. Hears the session (it runs, it is over) and the door (who is present).
// What a table made survives recall and further rounds (GR6): calls, cards, speakers and who has told stay; only a round's own time begins anew.
import type { FactMeta } from '../kernel/room.ts';
import type { GroupId, MemberId } from '../kernel/ids.ts';
import { isPresenceFact, presentAfter } from '../presence/events.ts';
import type { PresenceFact } from '../presence/events.ts';
import type { SessionFact } from '../session/events.ts';
import { isGroupsFact, seatingAfter } from './events.ts';
import type { GroupsFact } from './events.ts';
import { ownOf, tellingRound } from './state.ts';
import type { Back, GroupsState, Report, TableOwn, Tables, Why } from './state.ts';
import { stepsAfter } from './steps.ts';

export type GroupsHears = GroupsFact | SessionFact | PresenceFact;
type Of<Type extends GroupsFact['type']> = Extract<GroupsFact, { type: Type }>;

export const evolve = (state: GroupsState, fact: GroupsHears, meta: FactMeta): GroupsState => {
  if (isGroupsFact(fact)) return afterGroups(state, fact, meta);
  if (isPresenceFact(fact)) return afterPresence(state, fact);
  return afterSession(state, fact);
};

const afterPresence = (state: GroupsState, fact: PresenceFact): GroupsState => {
  const present = presentAfter(state.present, fact);
  if (present === state.present) return state;
  const came = fact.type === 'presence.entered' ? new Set(state.came).add(fact.member) : state.came;
  return { ...state, present, came, revision: state.revision + 1 };
};

const afterSession = (state: GroupsState, fact: SessionFact): GroupsState => {
  switch (fact.type) {
    case 'session.doorsOpened':
    case 'session.resumed':
      return { ...state, phase: 'live' };
    case 'session.opened':
      return {
        ...state,
        phase: 'live',
        called: new Map(fact.roll.map(({ member, seat }) => [member, seat])),
        revision: state.revision + 1,
      };
    case 'session.suspended':
      return { ...state, phase: 'suspended' };
    case 'session.closed':
      // Nothing is taken back any more, and whoever was telling the plenary has finished.
      return { ...state, phase: 'over', report: told(state.report), last: null, revision: state.revision + 1 };
    case 'session.created':
    case 'session.edited':
    case 'session.sealed':
    case 'session.codeRenewed':
    case 'session.audienceDoorSet':
    case 'session.incidentNoted':
      return state;
    default:
      return state;
  }
};

/** The one who tells the plenary has told. */
const told = (report: Report): Report =>
  report.now === null
    ? report
    : { ...report, now: null, done: [...report.done.filter((group) => group !== report.now?.group), report.now.group] };

/** What no list shows: a call must not make every console fetch who sits where. */
const inNoList: readonly GroupsFact['type'][] = [
  'groups.timeGiven',
  'groups.helpCalled',
  'groups.helpEnded',
  'groups.spokespersonSet',
  'groups.reportQueued',
  'groups.reportStarted',
  'groups.reportEnded',
];
const afterGroups = (state: GroupsState, fact: GroupsFact, meta: FactMeta): GroupsState => {
  const seating = seatingAfter(state.seating, fact, meta.seq);
  const revision = inNoList.includes(fact.type) ? state.revision : state.revision + 1;
  const after = changed({ ...state, seating, revision }, state, fact, meta.at);
  return { ...after, ...stepsAfter(state, fact, meta) };
};

/** What the fact says, without the memory of steps. `next` has the new seating already, `before` the one it replaces. */
const changed = (next: GroupsState, before: GroupsState, fact: GroupsFact, at: number): GroupsState => {
  switch (fact.type) {
    case 'groups.planned':
      return { ...next, tables: replanned(next.tables, fact) };
    case 'groups.mixSet':
      return { ...next, mix: fact.mix };
    case 'groups.choiceOpened':
      return { ...next, choice: { round: fact.round, state: 'open' }, asked: [...new Set([...next.asked, fact.round])] };
    case 'groups.choiceClosed': {
      const { round, answered, base } = fact;
      return { ...next, choice: { round, state: 'closed', at, answered, base } };
    }
    case 'groups.assigned': {
      const why = new Map<MemberId, Why>();
      for (const member of next.seating.groupOf.keys()) why.set(member, 'assigned');
      return {
        ...next,
        tables: { ...next.tables, seatedFor: fact.round, how: fact.how, assigned: next.seating.groupOf, why },
      };
    }
    case 'groups.moved': {
      const why = new Map(next.tables.why);
      if (fact.to === null) why.delete(fact.member);
      else why.set(fact.member, fact.why === 'undo' && next.tables.assigned.get(fact.member) === fact.to ? 'assigned' : fact.why);
      return { ...next, tables: { ...next.tables, why } };
    }
    case 'groups.split': {
      // A new round: only its own time begins anew; calls, cards and speakers stay as they are.
      const own = new Map([...next.own].map(([group, table]) => [group, { ...table, extraSec: 0 }]));
      const tables = { ...next.tables, seatedFor: fact.round, split: { block: fact.block, at } };
      return { ...next, own, tables, came: new Set(next.present.keys()) };
    }
    case 'groups.recalled':
      return { ...next, tables: recalled(next.tables, fact, at) };
    case 'groups.timeGiven':
      return ofTable(next, fact.group, { extraSec: fact.extraSec });
    case 'groups.cardSet':
      return fact.group === null ? { ...next, card: fact.card } : ofTable(next, fact.group, { card: fact.card });
    case 'groups.helpCalled':
      return ofTable(next, fact.group, { call: { about: fact.about, words: fact.words, at } });
    case 'groups.helpEnded':
      return ofTable(next, fact.group, { call: null });
    case 'groups.spokespersonSet': {
      const { member, seat } = fact;
      return ofTable(next, fact.group, { spokesperson: member === null || seat === null ? null : { member, seat } });
    }
    case 'groups.reportQueued': {
      const round = tellingRound(next);
      const { report } = next;
      // The order is who still has to tell: a table passed over by a double press tells after all; one left out stays as it is (GR6).
      const done = report.round === round ? report.done.filter((group) => !fact.order.includes(group)) : [];
      return { ...next, report: { ...report, round, done, order: fact.order, sec: fact.sec } };
    }
    case 'groups.reportStarted': {
      const { group, endsAt } = fact;
      const report = told(next.report);
      return { ...next, report: { ...report, now: { group, endsAt }, done: report.done.filter((each) => each !== group) } };
    }
    case 'groups.reportEnded':
      return { ...next, report: told(next.report) };
    case 'groups.undone':
      return before.last?.seq === fact.seq ? restored(next, before.last.back) : next;
    default:
      return fact satisfies never;
  }
};

const ofTable = (state: GroupsState, group: GroupId, change: Partial<TableOwn>): GroupsState => ({
  ...state,
  own: new Map(state.own).set(group, { ...ownOf(state, group), ...change }),
});
const replanned = (tables: Tables, fact: Of<'groups.planned'>): Tables => {
  const there = new Set(fact.groups.map(({ id }) => id));
  const assigned = new Map([...tables.assigned].filter(([, group]) => there.has(group)));
  return { ...tables, themes: fact.themes, groups: fact.groups, assigned };
};
/** Taken back before anybody had done anything, the round has not been: it is still the one to come. */
const recalled = (tables: Tables, fact: Of<'groups.recalled'>, at: number): Tables =>
  fact.why === 'undo'
    ? { ...tables, split: null }
    : { ...tables, split: null, round: fact.round + 1, past: [...tables.past, { round: fact.round, at, seating: fact.seating }] };

const restored = (state: GroupsState, back: Back): GroupsState => {
  switch (back.kind) {
    case 'tables':
      return { ...state, tables: back.tables };
    case 'choice':
      return { ...state, choice: back.choice };
    case 'report':
      return { ...state, report: back.report };
    case 'fact':
      return state;
    default:
      return back satisfies never;
  }
};
