// The last step of who leads, with what takes it back (K9): a fact of its own where there is one, otherwise what was there before.
// It stands until something is built on it: the next step, whatever anybody does to the seats after a step about seats,
// a call after everybody went to the tables. What only adds elsewhere (a call, a speaker chosen at a table) leaves it standing.
import type { FactMeta, Params } from '../kernel/room.ts';
import type { GroupsFact } from './events.ts';
import { numberOf, ownOf } from './state.ts';
import type { Back, GroupsState, Step, StepType } from './state.ts';

const led = (by: string): boolean => by.startsWith('facilitator:') || by.startsWith('organiser:');
/** Steps that put people to tables: an undo of them gives back a whole seating, so nobody may have moved since. */
const aboutSeats: readonly StepType[] = ['planned', 'assigned', 'moved', 'split', 'recalled'];

/** The step that can now be taken back, and the one that was. */
export const stepsAfter = (state: GroupsState, fact: GroupsFact, meta: FactMeta): Pick<GroupsState, 'last' | 'undone'> => {
  const { last, undone } = state;
  if (fact.type === 'groups.undone') return { last: null, undone: fact.seq };
  if ('why' in fact && fact.why === 'undo') return { last: null, undone: last?.seq ?? undone };
  const made = stepOf(state, fact);
  if (made && led(meta.by)) return { last: { ...made, seq: meta.seq }, undone };
  return { last: last && keeps(last, fact, led(meta.by)) ? last : null, undone };
};
/** What did not come from who leads, or cannot be taken back, leaves the last step standing unless it built on it. */
const keeps = (last: Step, fact: GroupsFact, byLead: boolean): boolean => {
  switch (fact.type) {
    case 'groups.helpCalled':
      return last.step !== 'split';
    case 'groups.helpEnded':
      return !byLead;
    case 'groups.spokespersonSet':
      return last.step !== 'spokespersonSet' && last.step !== 'split';
    case 'groups.choiceClosed':
      return last.step !== 'choiceOpened';
    default:
      return !aboutSeats.includes(last.step);
  }
};

const stepOf = (state: GroupsState, fact: GroupsFact): Omit<Step, 'seq'> | null => {
  const step = (name: StepType, back: Back, params: Params = {}): Omit<Step, 'seq'> => ({ step: name, params, back });
  const tables: Back = { kind: 'tables', tables: state.tables };
  const choice: Back = { kind: 'choice', choice: state.choice };
  const byFact = (back: GroupsFact): Back => ({ kind: 'fact', fact: back });
  const { report } = state;
  switch (fact.type) {
    case 'groups.planned':
      return step('planned', tables);
    case 'groups.assigned':
      return step('assigned', tables, { round: fact.round });
    case 'groups.recalled':
      return step('recalled', tables);
    case 'groups.choiceOpened':
      return step('choiceOpened', choice);
    case 'groups.choiceClosed':
      return step('choiceClosed', choice);
    case 'groups.reportQueued':
      return step('reportQueued', { kind: 'report', report });
    case 'groups.reportStarted':
      return step('reportStarted', { kind: 'report', report }, { number: numberOf(state, fact.group) });
    case 'groups.reportEnded':
      return step('reportEnded', { kind: 'report', report }, { number: numberOf(state, fact.group) });
    case 'groups.mixSet':
      return step('mixSet', byFact({ type: 'groups.mixSet', v: 1, mix: state.mix }));
    case 'groups.moved': {
      const { member, seat, from, to } = fact;
      return step('moved', byFact({ type: 'groups.moved', v: 1, member, seat, from: to, to: from, why: 'undo' }), { seat });
    }
    case 'groups.split':
      return step('split', byFact({ type: 'groups.recalled', v: 1, round: fact.round, seating: [], why: 'undo' }));
    case 'groups.timeGiven': {
      const { group, sec, extraSec } = fact;
      const back = byFact({ type: 'groups.timeGiven', v: 1, group, sec: -sec, extraSec: extraSec - sec });
      return step('timeGiven', back, { number: numberOf(state, group), minutes: Math.round(sec / 60) });
    }
    case 'groups.cardSet': {
      const card = fact.group === null ? state.card : ownOf(state, fact.group).card;
      return step('cardSet', byFact({ type: 'groups.cardSet', v: 1, group: fact.group, card }));
    }
    case 'groups.spokespersonSet': {
      const { spokesperson } = ownOf(state, fact.group);
      const { member, seat } = spokesperson ?? { member: null, seat: null };
      const back = byFact({ type: 'groups.spokespersonSet', v: 1, group: fact.group, member, seat });
      return step('spokespersonSet', back, { number: numberOf(state, fact.group) });
    }
    case 'groups.helpCalled':
    case 'groups.helpEnded':
    case 'groups.undone':
      return null;
    default:
      return fact satisfies never;
  }
};
