// Moving through the programme and keeping its time: start, end, skip, timer, remedies.
// Facilitators only. Each wish names what it believes to be running: two who press together move once, and a late press moves nobody.
// A block never ends by itself: no rule in here is called by a clock.
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { Outcome } from '../kernel/room.ts';
import type { Text } from '../kernel/text.ts';
import type { AgendaCommand } from './commands.ts';
import type { AgendaFact, Timer } from './events.ts';
import { agendaLimits } from './limits.ts';
import { lateSec, proportionalCuts, withCuts, without } from './remedies.ts';
import { courseOf, hasStarted, numberOf, runningBlock } from './state.ts';
import type { AgendaState, Block } from './state.ts';
import { aheadOf, timeline } from './timeline.ts';

type Of<Type extends AgendaCommand['type']> = Extract<AgendaCommand, { type: Type }>;
type Answer = Outcome<AgendaFact>;

/** The words of the original: what a refusal or the undo line names. */
export const plain = (text: Text): string => text[text.original] ?? '';

const find = (state: AgendaState, id: string): Block | undefined => state.plan.blocks.find((block) => block.id === id);

/** Moving needs a session that runs; a draft is only rehearsed. */
const notMoving = (state: AgendaState): Answer | null => {
  switch (state.phase) {
    case 'draft':
      return refuse('agenda.doorsFirst');
    case 'suspended':
      return refuse('agenda.suspended');
    case 'live':
      return null;
    case 'over':
      return refuse('agenda.over');
    default:
      return state.phase satisfies never;
  }
};

export const start = (command: Of<'agenda.start'>, state: AgendaState, now: number): Answer => {
  const to = find(state, command.to);
  if (!to) return refuse('agenda.unknownBlock');
  const running = runningBlock(state.plan);
  if (running?.id === to.id) return nothing;
  const stopped = notMoving(state);
  if (stopped) return stopped;
  if ((running?.id ?? null) !== command.from) return refuse('agenda.elsewhere', { title: running ? plain(running.title) : '' });
  // Taken up again: it has what it had not used, at least a minute.
  const used = to.status.kind === 'done' ? to.status.usedSec : 0;
  const left = Math.max(agendaLimits.minSec, to.sec - used);
  return facts<AgendaFact>({
    type: 'agenda.started',
    v: 1,
    block: to.id,
    from: command.from,
    title: to.title,
    number: numberOf(state.plan, to.id),
    plannedSec: used + left,
    endsAt: now + left * 1000,
  });
};

export const end = (command: Of<'agenda.end'>, state: AgendaState): Answer => {
  const block = find(state, command.block);
  if (!block) return refuse('agenda.unknownBlock');
  switch (block.status.kind) {
    case 'done':
      return nothing;
    case 'running':
      return notMoving(state) ?? facts<AgendaFact>({ type: 'agenda.ended', v: 1, block: block.id, title: block.title });
    case 'ahead':
    case 'skipped':
    case 'postponed':
      return refuse('agenda.notRunning', { title: plain(block.title) });
    default:
      return block.status satisfies never;
  }
};

export const skip = (command: Of<'agenda.skip'>, state: AgendaState): Answer => {
  const block = find(state, command.block);
  if (!block) return refuse('agenda.unknownBlock');
  if (hasStarted(block)) return refuse('agenda.alreadyStarted', { title: plain(block.title) });
  if (block.status.kind !== 'ahead') return nothing;
  return facts<AgendaFact>({ type: 'agenda.skipped', v: 1, block: block.id, title: block.title, reason: command.reason });
};

export const time = (command: Of<'agenda.timer'>, state: AgendaState, now: number): Answer => {
  const block = find(state, command.block);
  if (!block) return refuse('agenda.unknownBlock');
  if (block.status.kind !== 'running') return refuse('agenda.notRunning', { title: plain(block.title) });
  const before = block.status.timer;
  const wish = command.do;
  const set = (timer: Timer, sec: number): Answer =>
    sec > agendaLimits.maxSec || sec < 0
      ? refuse('agenda.timerTooLong', { hours: agendaLimits.maxSec / 3600 })
      : facts<AgendaFact>({ type: 'agenda.timerSet', v: 1, block: block.id, title: block.title, why: wish.kind, timer, sec });
  switch (wish.kind) {
    case 'pause':
      if (before.kind === 'paused') return nothing;
      return set({ kind: 'paused', leftSec: Math.ceil((before.endsAt - now) / 1000) + 0 }, block.sec);
    case 'resume':
      if (before.kind === 'running') return nothing;
      return set({ kind: 'running', endsAt: now + before.leftSec * 1000 }, block.sec);
    case 'add': {
      // Time already over is granted first: "+5" means five minutes from now. Taking away never goes below now.
      const left = before.kind === 'paused' ? before.leftSec * 1000 : before.endsAt - now;
      const to = wish.seconds > 0 ? Math.max(0, left) + wish.seconds * 1000 : Math.min(left, Math.max(0, left + wish.seconds * 1000));
      if (to === left) return nothing;
      const sec = block.sec + Math.round((to - left) / 1000);
      return set(
        before.kind === 'paused' ? { kind: 'paused', leftSec: Math.round(to / 1000) } : { kind: 'running', endsAt: now + to },
        sec,
      );
    }
    case 'set': {
      if (before.kind === 'paused')
        return set({ kind: 'paused', leftSec: wish.leftSec }, Math.max(0, block.sec + wish.leftSec - before.leftSec));
      const endsAt = now + wish.leftSec * 1000;
      return set({ kind: 'running', endsAt }, Math.max(0, block.sec + Math.round((endsAt - before.endsAt) / 1000)));
    }
    default:
      return wish satisfies never;
  }
};

export const remedy = (command: Of<'agenda.remedy'>, state: AgendaState, now: number): Answer => {
  const stopped = notMoving(state);
  if (stopped) return stopped;
  const course = courseOf(state);
  const before = timeline(course, now);
  const chosen = command.remedy;
  const base = { type: 'agenda.remedied', v: 1, remedy: chosen, reason: command.reason, driftSec: before.driftSec } as const;
  switch (chosen.kind) {
    case 'accept':
      return lateSec(course, now) === 0 ? nothing : facts<AgendaFact>({ ...base, end: before.end, title: null, changes: [] });
    case 'proportion': {
      const need = lateSec(course, now);
      const cuts = proportionalCuts(aheadOf(course.rows), need);
      if (cuts.length === 0) return nothing;
      const changes = state.plan.blocks.flatMap((block) =>
        cuts.filter((cut) => cut.block === block.id).map((cut) => ({ ...cut, block: block.id })),
      );
      return facts<AgendaFact>({ ...base, end: timeline(withCuts(course, cuts), now).end, title: null, changes });
    }
    case 'shorten': {
      const block = find(state, chosen.block);
      if (!block) return refuse('agenda.unknownBlock');
      if (block.status.kind !== 'ahead' && block.status.kind !== 'running')
        return refuse('agenda.alreadyStarted', { title: plain(block.title) });
      if (chosen.toSec >= block.sec) return nothing;
      const cut = { block: block.id, fromSec: block.sec, toSec: chosen.toSec };
      return facts<AgendaFact>({ ...base, end: timeline(withCuts(course, [cut]), now).end, title: block.title, changes: [cut] });
    }
    case 'skip':
    case 'postpone': {
      const block = find(state, chosen.block);
      if (!block) return refuse('agenda.unknownBlock');
      if (hasStarted(block)) return refuse('agenda.alreadyStarted', { title: plain(block.title) });
      if (block.status.kind !== 'ahead') return nothing;
      const after = without(course, block.id, chosen.kind === 'skip' ? 'skipped' : 'postponed');
      return facts<AgendaFact>({ ...base, end: timeline(after, now).end, title: block.title, changes: [] });
    }
    default:
      return chosen satisfies never;
  }
};
