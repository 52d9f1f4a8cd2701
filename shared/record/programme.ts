// The programme as it was planned and as it went: hours, delay, what was done about it and why; materials; shows of hands.
// Private notes are never read here.
import { agenda } from '../agenda/room.ts';
import type { AgendaFact, BlockPlan } from '../agenda/events.ts';
import type { AgendaHeard } from '../agenda/room.ts';
import { courseOf, hoursOf } from '../agenda/state.ts';
import type { AgendaState } from '../agenda/state.ts';
import { numbersOf, timeline } from '../agenda/timeline.ts';
import type { Text } from '../kernel/text.ts';
import type { ScreenFact } from '../screen/events.ts';
import type { Agenda, Decision, FollowedLine, MaterialLine, PlannedLine, RemedyLine } from './document.ts';
import type { Said } from './said.ts';

const isAgenda = (said: Said<AgendaHeard>): said is Said<AgendaFact> => said.fact.type.startsWith('agenda.');
const nothing: Text = { original: 'it', it: '' };

const plannedOf = (state: AgendaState, startAt: number | null): { readonly lines: readonly PlannedLine[]; readonly end: number | null } => {
  const { blocks } = state.plan;
  const { hours, end } = hoursOf(startAt ?? 0, blocks);
  const numbers = numbersOf(blocks);
  return {
    lines: blocks.map(({ id, title, activity, plannedSec }, index) => ({
      number: numbers.get(id) ?? null,
      title,
      activity,
      startAt: startAt === null ? null : (hours[index]?.at ?? null),
      sec: plannedSec,
    })),
    end: startAt === null || blocks.length === 0 ? null : end,
  };
};

/** The state at the end, the programme as it stood before the first start, and every block ever written. */
const walk = (log: readonly Said<AgendaHeard>[]) => {
  let state = agenda.initial;
  let before = state;
  let begunAt: number | null = null;
  const blocks = new Map<string, BlockPlan>();
  for (const { fact, meta } of log) {
    const next = agenda.evolve(state, fact, meta);
    if (next.plan.begun && !state.plan.begun) {
      before = state;
      begunAt = meta.at;
    }
    if (!next.plan.begun) begunAt = null;
    state = next;
    for (const block of state.plan.blocks) blocks.set(block.id, block);
  }
  return { state, before: begunAt === null ? state : before, begunAt, blocks };
};

export const readProgramme = (log: readonly Said<AgendaHeard>[], at: number) => {
  const { state, before, begunAt, blocks } = walk(log);
  const own = log.filter(isAgenda);
  /** Steps that were taken back, and when. */
  const undone = new Map(own.flatMap(({ fact, meta }) => (fact.type === 'agenda.undone' ? [[fact.seq, meta.at] as const] : [])));
  const reasons = new Map<string, string>();
  for (const { fact, meta } of own) {
    if (undone.has(meta.seq)) continue;
    if (fact.type === 'agenda.skipped') reasons.set(fact.block, fact.reason);
    if (fact.type === 'agenda.remedied' && (fact.remedy.kind === 'skip' || fact.remedy.kind === 'postpone'))
      reasons.set(fact.remedy.block, fact.reason);
  }
  const titleOf = (block: string): Text => blocks.get(block)?.title ?? nothing;
  const line = timeline(courseOf(state), at);
  const numbers = numbersOf(state.plan.blocks);
  /** Something may have been done in between: a start that was taken back is told with its hours, or others' hours contradict the block's. */
  const undoneStarts = (block: BlockPlan): FollowedLine[] =>
    own.flatMap(({ fact, meta }): FollowedLine[] => {
      const endAt = undone.get(meta.seq);
      if (fact.type !== 'agenda.started' || fact.block !== block.id || endAt === undefined) return [];
      const none = { usedSec: null, plannedAt: null, plannedSec: null, reason: null };
      return [{ number: fact.number, title: block.title, activity: block.activity, state: 'undone', startAt: meta.at, endAt, ...none }];
    });
  const blockLine = (block: AgendaState['plan']['blocks'][number]): FollowedLine => {
    const row = line.rows.find(({ id }) => id === block.id);
    const { status } = block;
    const started = status.kind === 'running' || status.kind === 'done';
    return {
      number: numbers.get(block.id) ?? null,
      title: block.title,
      activity: block.activity,
      state: status.kind,
      startAt: started ? status.firstAt : null,
      endAt: status.kind === 'done' ? status.endedAt : null,
      usedSec: status.kind === 'done' ? status.usedSec : null,
      plannedAt: row?.plannedAt ?? null,
      plannedSec: row?.plannedSec ?? null,
      reason: status.kind === 'skipped' || status.kind === 'postponed' ? (reasons.get(block.id) ?? null) : null,
    };
  };
  const removed = [...blocks.values()].filter(({ id }) => !state.plan.blocks.some((block) => block.id === id));
  const followed = [...state.plan.blocks.flatMap((block) => [...undoneStarts(block), blockLine(block)]), ...removed.flatMap(undoneStarts)];
  const remedies = own.flatMap(({ fact, meta }): RemedyLine[] =>
    fact.type === 'agenda.remedied'
      ? [
          {
            at: meta.at,
            kind: fact.remedy.kind,
            title: fact.title,
            reason: fact.reason,
            driftSec: fact.driftSec,
            endAt: fact.end,
            changes: fact.changes.map(({ block, fromSec, toSec }) => ({ title: titleOf(block), fromSec, toSec })),
            undone: undone.has(meta.seq),
          },
        ]
      : [],
  );
  const planned = plannedOf(before, before.plan.startPlanned ?? begunAt);
  const ends = followed.flatMap(({ state: kind, endAt }) => (kind === 'undone' || endAt === null ? [] : [endAt]));
  const end = followed.some(({ state: kind }) => kind === 'running') || ends.length === 0 ? null : Math.max(...ends);
  const programme: Agenda = {
    planned: planned.lines,
    plannedEnd: planned.end,
    followed,
    end,
    driftSec: end === null || planned.end === null ? null : Math.round((end - planned.end) / 1000),
    remedies,
  };
  const decisions = state.hands.map(({ at: when, title, words, for: yes, against, abstained, present, corrections }): Decision => ({
    at: when,
    block: title,
    words,
    for: yes,
    against,
    abstained,
    present,
    corrections: corrections.map(({ at: corrected, reason, was }) => ({ at: corrected, reason, was })),
  }));
  return { programme, decisions, blocks, state };
};

/** What hangs on the programme at the end, and what was shown and then taken away. */
export const materialsOf = (
  blocks: ReadonlyMap<string, BlockPlan>,
  state: AgendaState,
  screens: readonly Said<ScreenFact>[],
): readonly MaterialLine[] => {
  const shown = new Map<string, number>();
  for (const { fact, meta } of screens)
    if (fact.type === 'screen.slidesShown' && !shown.has(fact.material)) shown.set(fact.material, meta.at);
  const kept = new Set(state.plan.blocks.flatMap(({ materials }) => materials.map(({ id }) => id)));
  return [...blocks.values()].flatMap(({ title, materials }) =>
    materials
      .filter(({ id }) => kept.has(id) || shown.has(id))
      .map(({ id, name, kind, pages, sha256 }) => ({ block: title, name, kind, pages, sha256, shownAt: shown.get(id) ?? null })),
  );
};
