// The state of a programme: its blocks with what became of each, the plan as it was when the day began, the shows of hands,
// who is present (heard from the door), and the last step that may be taken back with the plan as it was before it.
// Plain data: a copy of it is a rehearsal (AG6).
import type { BlockId } from '../kernel/ids.ts';
import type { PresentNow } from '../presence/events.ts';
import type { Text } from '../kernel/text.ts';
import type { BlockPlan, HandsId, stepTypes } from './events.ts';
import { numbersOf } from './timeline.ts';
import type { Course, Status } from './timeline.ts';
import { nobodyPresent } from '../presence/events.ts';

export interface Block extends BlockPlan {
  /** What it has now: the plan, changed by timer and remedies. */
  readonly sec: number;
  /** Frozen at the first start; null before it, and for what was added later. */
  readonly planned: Hour | null;
  readonly status: Status;
}
export interface Hour {
  readonly at: number;
  readonly sec: number;
}
export interface Plan {
  readonly startPlanned: number | null;
  readonly blocks: readonly Block[];
  /** The planned end, frozen at the first start: what "late" means for the rest of the day and in the minutes. */
  readonly frozenEnd: number | null;
  readonly begun: boolean;
  readonly acceptedSec: number;
}
export type StepType = (typeof stepTypes)[number];
/** `title`: the block it was about; `before`: what undoing it gives back. */
export interface Step {
  readonly seq: number;
  readonly step: StepType;
  readonly title: Text | null;
  readonly before: Plan;
}
export interface HandsCount {
  readonly words: string;
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
}
/** A decision by show of hands. What it said before each correction stays beside it. */
export interface Hands extends HandsCount {
  readonly id: HandsId;
  readonly block: BlockId;
  readonly title: Text;
  readonly present: number;
  readonly at: number;
  readonly corrections: readonly { readonly was: HandsCount; readonly reason: string; readonly at: number }[];
}
export interface AgendaState {
  readonly phase: 'draft' | 'live' | 'suspended' | 'over';
  readonly plan: Plan;
  readonly hands: readonly Hands[];
  readonly present: PresentNow;
  readonly last: Step | null;
  /** The step undone last, so that a second press finds nothing to do. */
  readonly undone: number | null;
  /** Number of the last fact of this room: the version of its lists. */
  readonly rev: number;
}

export const emptyAgenda: AgendaState = {
  phase: 'draft',
  plan: { startPlanned: null, blocks: [], frozenEnd: null, begun: false, acceptedSec: 0 },
  hands: [],
  present: nobodyPresent,
  last: null,
  undone: null,
  rev: 0,
};

export const runningBlock = (plan: Plan): (Block & { status: { kind: 'running' } }) | undefined =>
  plan.blocks.find((block): block is Block & { status: { kind: 'running' } } => block.status.kind === 'running');
export const hasStarted = (block: Block): boolean => block.status.kind === 'running' || block.status.kind === 'done';
export const numberOf = (plan: Plan, block: string): number | null => numbersOf(plan.blocks).get(block) ?? null;

/** The hours of the plan, block after block from `startAt`. */
export const hoursOf = (
  startAt: number,
  blocks: readonly { readonly plannedSec: number }[],
): { readonly hours: readonly Hour[]; readonly end: number } => {
  let at = startAt;
  const hours = blocks.map(({ plannedSec }) => {
    const hour = { at, sec: plannedSec };
    at += plannedSec * 1000;
    return hour;
  });
  return { hours, end: at };
};

export const courseOf = (state: AgendaState): Course => {
  const { plan } = state;
  const ahead = plan.begun || plan.startPlanned === null ? null : hoursOf(plan.startPlanned, plan.blocks);
  return {
    live: state.phase !== 'draft',
    startPlanned: plan.startPlanned,
    plannedEnd: ahead ? ahead.end : plan.frozenEnd,
    acceptedSec: plan.acceptedSec,
    rows: plan.blocks.map(({ id, activity, sec, status, planned }, index) => ({
      id,
      activity,
      sec,
      status,
      planned: ahead ? (ahead.hours[index] ?? null) : planned,
    })),
  };
};
