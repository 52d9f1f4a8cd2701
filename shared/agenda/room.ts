// The programme of a session (programma): its blocks (punti), the one that runs, its time, the delay and the ways out of it,
// materials, shows of hands. Organiser and facilitators drive it; everybody sees where the day is; private notes never leave them.
// Laws: AG1 planned, true and projected hours, drift · AG2 the timer is the running block's, absolute, never ends it
//       · AG3 remedies with their hour, the chosen one recorded with its reason · AG4 edit and reorder live
//       · AG5 templates (template.ts) · AG6 plain, copyable state · AG7 materials on a block · AG8 shows of hands, never more than present
//       · K7 the server's time · K9 the last step is taken back by a fact of its own, a second press is nothing to do.
import { defineRoom, facts, nothing, refuse } from '../kernel/room.ts';
import type { Context, FactMeta, Outcome, Undoable } from '../kernel/room.ts';
import { presentAfter } from '../presence/events.ts';
import type { PresenceFact } from '../presence/events.ts';
import type { SessionFact } from '../session/events.ts';
import { agendaCommands } from './commands.ts';
import type { AgendaCommand } from './commands.ts';
import { add, attach, correctHands, detach, edit, load, move, recordHands, remove, setStart } from './edit.ts';
import { agendaFacts } from './events.ts';
import type { AgendaFact } from './events.ts';
import { ended, evolvePlan } from './plan.ts';
import { end, plain, remedy, skip, start, time } from './run.ts';
import { emptyAgenda, runningBlock } from './state.ts';
import type { AgendaState, Step, StepType } from './state.ts';
import { agendaLists, agendaViews } from './view.ts';

export type AgendaHeard = AgendaFact | SessionFact | PresenceFact;

const undo = (seq: number, state: AgendaState): Outcome<AgendaFact> => {
  if (state.undone === seq) return nothing;
  if (!state.last || state.last.seq !== seq) return refuse('agenda.notUndoable');
  const running = runningBlock(state.last.before);
  return facts<AgendaFact>({
    type: 'agenda.undone',
    v: 1,
    seq,
    step: state.last.step,
    running: running ? { block: running.id, title: running.title } : null,
  });
};

const decide = (command: AgendaCommand, state: AgendaState, ctx: Context): Outcome<AgendaFact> => {
  if (state.phase === 'over') return refuse('agenda.over');
  switch (command.type) {
    case 'agenda.setStart':
      return setStart(command, state);
    case 'agenda.load':
      return load(command, state);
    case 'agenda.add':
      return add(command, state);
    case 'agenda.edit':
      return edit(command, state);
    case 'agenda.move':
      return move(command, state);
    case 'agenda.remove':
      return remove(command, state);
    case 'agenda.start':
      return start(command, state, ctx.now);
    case 'agenda.end':
      return end(command, state);
    case 'agenda.skip':
      return skip(command, state);
    case 'agenda.timer':
      return time(command, state, ctx.now);
    case 'agenda.remedy':
      return remedy(command, state, ctx.now);
    case 'agenda.undo':
      return undo(command.seq, state);
    case 'agenda.attach':
      return attach(command, state);
    case 'agenda.detach':
      return detach(command, state);
    case 'agenda.recordHands':
      return recordHands(command, state, ctx.newId);
    case 'agenda.correctHands':
      return correctHands(command, state);
    default:
      return command satisfies never;
  }
};

/** What undoing this fact would be called; null for what is corrected in other ways (materials, hands) or already an undo. */
const stepOf = (fact: AgendaFact): StepType | null => {
  switch (fact.type) {
    case 'agenda.startSet':
      return 'startSet';
    case 'agenda.loaded':
      return 'loaded';
    case 'agenda.added':
      return 'added';
    case 'agenda.edited':
      return 'edited';
    case 'agenda.moved':
      return 'moved';
    case 'agenda.removed':
      return 'removed';
    case 'agenda.started':
      return 'started';
    case 'agenda.ended':
      return 'ended';
    case 'agenda.skipped':
      return 'skipped';
    case 'agenda.timerSet':
      return 'timerSet';
    case 'agenda.remedied':
      return 'remedied';
    case 'agenda.materialAttached':
    case 'agenda.materialDetached':
    case 'agenda.handsRecorded':
    case 'agenda.handsCorrected':
    case 'agenda.undone':
      return null;
    default:
      return fact satisfies never;
  }
};
const titleOf = (fact: AgendaFact) => (fact.type === 'agenda.added' ? fact.block.title : 'title' in fact ? fact.title : null);

const evolveHands = (state: AgendaState, fact: AgendaFact, at: number): AgendaState['hands'] => {
  if (fact.type !== 'agenda.handsRecorded' && fact.type !== 'agenda.handsCorrected') return state.hands;
  const { words, for: yes, against, abstained } = fact;
  const count = { words, for: yes, against, abstained };
  if (fact.type === 'agenda.handsRecorded') {
    return [...state.hands, { id: fact.hands, block: fact.block, title: fact.title, ...count, present: fact.present, at, corrections: [] }];
  }
  return state.hands.map((hands) => {
    if (hands.id !== fact.hands) return hands;
    const was = { words: hands.words, for: hands.for, against: hands.against, abstained: hands.abstained };
    return { ...hands, ...count, corrections: [...hands.corrections, { was, reason: fact.reason, at }] };
  });
};

const isOwn = (fact: AgendaHeard): fact is AgendaFact => fact.type.startsWith('agenda.');

const evolve = (state: AgendaState, fact: AgendaHeard, meta: FactMeta): AgendaState => {
  if (isOwn(fact)) {
    if (fact.type === 'agenda.undone')
      return { ...state, plan: state.last?.before ?? state.plan, last: null, undone: fact.seq, rev: meta.seq };
    const step = stepOf(fact);
    const last: Step | null = step === null ? null : { seq: meta.seq, step, title: titleOf(fact), before: state.plan };
    return { ...state, plan: evolvePlan(state.plan, fact, meta.at), hands: evolveHands(state, fact, meta.at), last, rev: meta.seq };
  }
  switch (fact.type) {
    case 'session.doorsOpened':
    case 'session.opened':
    case 'session.resumed':
      return { ...state, phase: 'live' };
    case 'session.suspended':
      return { ...state, phase: 'suspended' };
    case 'session.closed':
      // The day is over: the running block ends with it, and nothing can be taken back any more (K9).
      return { ...state, phase: 'over', plan: ended(state.plan, meta.at), last: null, rev: meta.seq };
    case 'session.sealed':
      return state;
    default: {
      const present = presentAfter(state.present, fact);
      return present === state.present ? state : { ...state, present };
    }
  }
};

const undoable = (state: AgendaState): Undoable | null => {
  if (!state.last || state.phase === 'over') return null;
  const { seq, step, title } = state.last;
  const command: AgendaCommand = { type: 'agenda.undo', seq };
  return { seq, code: `agenda.${step}`, params: { title: title ? plain(title) : '' }, command };
};

const drivers = ['organiser', 'facilitator'] as const;

export const agenda = defineRoom<AgendaState, AgendaCommand, AgendaFact, AgendaHeard>({
  name: 'agenda',
  scope: 'session',
  commands: agendaCommands,
  facts: agendaFacts,
  rights: {
    'agenda.setStart': drivers,
    'agenda.load': drivers,
    'agenda.add': drivers,
    'agenda.edit': drivers,
    'agenda.move': drivers,
    'agenda.remove': drivers,
    'agenda.start': drivers,
    'agenda.end': drivers,
    'agenda.skip': drivers,
    'agenda.timer': drivers,
    'agenda.remedy': drivers,
    'agenda.undo': drivers,
    'agenda.attach': drivers,
    'agenda.detach': drivers,
    'agenda.recordHands': drivers,
    'agenda.correctHands': drivers,
  },
  initial: emptyAgenda,
  decide,
  evolve,
  undoable,
  view: agendaViews,
  lists: agendaLists,
});
