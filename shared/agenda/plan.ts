// How a fact changes the programme. Facts carry absolute times and whole lengths, so that nothing is computed twice
// and a replay years later gives the same hours (K4). Unknown blocks change nothing: the facts were checked when they were made.
import type { AgendaFact, BlockPlan } from './events.ts';
import { hoursOf } from './state.ts';
import type { Block, Plan } from './state.ts';

const fresh = (plan: BlockPlan): Block => ({ ...plan, sec: plan.plannedSec, planned: null, status: { kind: 'ahead' } });

const change = (plan: Plan, id: string, how: (block: Block) => Block): Plan => ({
  ...plan,
  blocks: plan.blocks.map((block) => (block.id === id ? how(block) : block)),
});

/** Puts a block behind another (null: at the top). */
export const placed = <Item extends { readonly id: string }>(
  blocks: readonly Item[],
  block: Item,
  after: string | null,
): readonly Item[] => {
  const rest = blocks.filter((one) => one.id !== block.id);
  const at = after === null ? 0 : rest.findIndex((one) => one.id === after) + 1;
  return [...rest.slice(0, at), block, ...rest.slice(at)];
};

/** The running block ends at `at`. */
export const ended = (plan: Plan, at: number): Plan => ({
  ...plan,
  blocks: plan.blocks.map((block) => {
    if (block.status.kind !== 'running') return block;
    const { firstAt, startedAt, usedSec } = block.status;
    return {
      ...block,
      status: { kind: 'done', firstAt, endedAt: at, usedSec: usedSec + Math.max(0, Math.round((at - startedAt) / 1000)) },
    };
  }),
});

/** The first start of the day freezes what was planned. */
const begun = (plan: Plan, at: number): Plan => {
  if (plan.begun) return plan;
  const { hours, end } = hoursOf(plan.startPlanned ?? at, plan.blocks);
  return { ...plan, begun: true, frozenEnd: end, blocks: plan.blocks.map((block, index) => ({ ...block, planned: hours[index] ?? null })) };
};

const given = (block: Block, sec: number): Block => {
  if (block.status.kind !== 'running') return { ...block, sec };
  const { timer } = block.status;
  const delta = sec - block.sec;
  const moved = timer.kind === 'running' ? { ...timer, endsAt: timer.endsAt + delta * 1000 } : { ...timer, leftSec: timer.leftSec + delta };
  return { ...block, sec, status: { ...block.status, timer: moved } };
};

export const evolvePlan = (plan: Plan, fact: AgendaFact, at: number): Plan => {
  switch (fact.type) {
    case 'agenda.startSet':
      return { ...plan, startPlanned: fact.startPlanned };
    case 'agenda.loaded': {
      const blocks = fact.blocks.map(fresh);
      return {
        ...plan,
        startPlanned: fact.startPlanned ?? plan.startPlanned,
        blocks: fact.mode === 'append' ? [...plan.blocks, ...blocks] : blocks,
      };
    }
    case 'agenda.added':
      return { ...plan, blocks: placed(plan.blocks, fresh(fact.block), fact.after) };
    case 'agenda.edited':
      return change(plan, fact.block, (block) => ({ ...block, ...fact.changes, sec: fact.changes.plannedSec ?? block.sec }));
    case 'agenda.moved': {
      const moving = plan.blocks.find((block) => block.id === fact.block);
      return moving ? { ...plan, blocks: placed(plan.blocks, moving, fact.after) } : plan;
    }
    case 'agenda.removed':
      return { ...plan, blocks: plan.blocks.filter((block) => block.id !== fact.block) };
    case 'agenda.started':
      return change(ended(begun(plan, at), at), fact.block, (block) => {
        const before = block.status.kind === 'done' ? block.status : { firstAt: at, usedSec: 0 };
        return {
          ...block,
          sec: fact.plannedSec,
          status: {
            kind: 'running',
            firstAt: before.firstAt,
            startedAt: at,
            usedSec: before.usedSec,
            timer: { kind: 'running', endsAt: fact.endsAt },
          },
        };
      });
    case 'agenda.ended':
      return ended(plan, at);
    case 'agenda.skipped':
      return change(plan, fact.block, (block) => ({ ...block, status: { kind: 'skipped' } }));
    case 'agenda.timerSet':
      return change(plan, fact.block, (block) =>
        block.status.kind === 'running' ? { ...block, sec: fact.sec, status: { ...block.status, timer: fact.timer } } : block,
      );
    case 'agenda.remedied':
      switch (fact.remedy.kind) {
        case 'shorten':
        case 'proportion':
          return {
            ...plan,
            blocks: plan.blocks.map((block) => given(block, fact.changes.find((one) => one.block === block.id)?.toSec ?? block.sec)),
          };
        case 'skip':
          return change(plan, fact.remedy.block, (block) => ({ ...block, status: { kind: 'skipped' } }));
        case 'postpone':
          return change(plan, fact.remedy.block, (block) => ({ ...block, status: { kind: 'postponed' } }));
        case 'accept':
          return { ...plan, acceptedSec: fact.driftSec };
        default:
          return fact.remedy satisfies never;
      }
    case 'agenda.materialAttached':
      return change(plan, fact.block, (block) => ({ ...block, materials: [...block.materials, fact.material] }));
    case 'agenda.materialDetached':
      return change(plan, fact.block, (block) => ({
        ...block,
        materials: block.materials.filter((material) => material.id !== fact.material),
      }));
    case 'agenda.undone':
    case 'agenda.handsRecorded':
    case 'agenda.handsCorrected':
      return plan;
    default:
      return fact satisfies never;
  }
};
