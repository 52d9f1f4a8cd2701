// Writing the programme, before and during the day (AG4), its materials (AG7) and the shows of hands (AG8).
// What has started keeps its place, its length and its history; texts can be corrected until the session closes.
import { canonical } from '../kernel/canonical.ts';
import { facts, nothing, refuse } from '../kernel/room.ts';
import type { Outcome } from '../kernel/room.ts';
import type { AgendaCommand } from './commands.ts';
import { handsIdSchema } from './events.ts';
import type { AgendaFact, BlockChanges } from './events.ts';
import { agendaLimits } from './limits.ts';
import { placed } from './plan.ts';
import { plain } from './run.ts';
import { hasStarted } from './state.ts';
import type { AgendaState, Block, HandsCount } from './state.ts';

type Of<Type extends AgendaCommand['type']> = Extract<AgendaCommand, { type: Type }>;
type Answer = Outcome<AgendaFact>;

const find = (state: AgendaState, id: string): Block | undefined => state.plan.blocks.find((block) => block.id === id);
const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
const hasTwins = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;
/** The first place that nothing has passed yet. */
const firstFree = (blocks: readonly Block[]): number => blocks.reduce((free, block, index) => (hasStarted(block) ? index + 1 : free), 0);

export const setStart = (command: Of<'agenda.setStart'>, state: AgendaState): Answer => {
  if (command.startPlanned === state.plan.startPlanned) return nothing;
  if (state.plan.begun) return refuse('agenda.underWay');
  return facts<AgendaFact>({ type: 'agenda.startSet', v: 1, startPlanned: command.startPlanned });
};

export const load = (command: Of<'agenda.load'>, state: AgendaState): Answer => {
  const { mode, startPlanned, blocks } = command;
  const kept = mode === 'append' ? state.plan.blocks : [];
  if (state.plan.begun && (mode === 'replace' || startPlanned !== null)) return refuse('agenda.underWay');
  if (kept.length + blocks.length > agendaLimits.blocks) return refuse('agenda.full', { limit: agendaLimits.blocks });
  if (hasTwins([...kept, ...blocks].map(({ id }) => id))) return refuse('agenda.sameId');
  if (mode === 'append' && blocks.length === 0) return nothing;
  return facts<AgendaFact>({ type: 'agenda.loaded', v: 1, mode, startPlanned, blocks });
};

export const add = (command: Of<'agenda.add'>, state: AgendaState): Answer => {
  const { blocks } = state.plan;
  if (find(state, command.block.id)) return refuse('agenda.sameId');
  if (blocks.length >= agendaLimits.blocks) return refuse('agenda.full', { limit: agendaLimits.blocks });
  if (command.after !== null && !find(state, command.after)) return refuse('agenda.unknownBlock');
  const place = command.after === null ? 0 : blocks.findIndex(({ id }) => id === command.after) + 1;
  if (place < firstFree(blocks)) return refuse('agenda.behindTheDay');
  return facts<AgendaFact>({ type: 'agenda.added', v: 1, block: command.block, after: command.after });
};

export const edit = (command: Of<'agenda.edit'>, state: AgendaState): Answer => {
  const block = find(state, command.block);
  if (!block) return refuse('agenda.unknownBlock');
  const { title, description, instructions, notes, activity, plannedSec, warnSec, video } = command.changes;
  const changes: BlockChanges = {
    ...(title !== undefined && !same(title, block.title) ? { title } : {}),
    ...(description !== undefined && !same(description, block.description) ? { description } : {}),
    ...(instructions !== undefined && !same(instructions, block.instructions) ? { instructions } : {}),
    ...(notes !== undefined && !same(notes, block.notes) ? { notes } : {}),
    ...(activity !== undefined && activity !== block.activity ? { activity } : {}),
    ...(plannedSec !== undefined && plannedSec !== block.sec ? { plannedSec } : {}),
    ...(warnSec !== undefined && warnSec !== block.warnSec ? { warnSec } : {}),
    ...(video !== undefined && video !== block.video ? { video } : {}),
  };
  if (Object.keys(changes).length === 0) return nothing;
  if (changes.plannedSec !== undefined && block.status.kind === 'running') return refuse('agenda.useTimer');
  if (changes.plannedSec !== undefined && block.status.kind === 'done')
    return refuse('agenda.alreadyStarted', { title: plain(block.title) });
  return facts<AgendaFact>({ type: 'agenda.edited', v: 1, block: block.id, title: block.title, changes });
};

export const move = (command: Of<'agenda.move'>, state: AgendaState): Answer => {
  const { blocks } = state.plan;
  const block = find(state, command.block);
  if (!block || (command.after !== null && !find(state, command.after))) return refuse('agenda.unknownBlock');
  if (command.after === block.id) return nothing;
  const after = placed(blocks, block, command.after);
  if (after.every((one, index) => one === blocks[index])) return nothing;
  if (hasStarted(block)) return refuse('agenda.alreadyStarted', { title: plain(block.title) });
  if (after.indexOf(block) < firstFree(after)) return refuse('agenda.behindTheDay');
  return facts<AgendaFact>({ type: 'agenda.moved', v: 1, block: block.id, title: block.title, after: command.after });
};

export const remove = (command: Of<'agenda.remove'>, state: AgendaState): Answer => {
  const block = find(state, command.block);
  if (!block) return nothing;
  if (hasStarted(block)) return refuse('agenda.alreadyStarted', { title: plain(block.title) });
  return facts<AgendaFact>({ type: 'agenda.removed', v: 1, block: block.id, title: block.title });
};

export const attach = (command: Of<'agenda.attach'>, state: AgendaState): Answer => {
  const block = find(state, command.block);
  if (!block) return refuse('agenda.unknownBlock');
  if (block.materials.some(({ id }) => id === command.material.id)) return nothing;
  if (block.materials.length >= agendaLimits.materials) return refuse('agenda.materialsFull', { limit: agendaLimits.materials });
  return facts<AgendaFact>({ type: 'agenda.materialAttached', v: 1, block: block.id, title: block.title, material: command.material });
};

export const detach = (command: Of<'agenda.detach'>, state: AgendaState): Answer => {
  const block = find(state, command.block);
  if (!block) return refuse('agenda.unknownBlock');
  const material = block.materials.find(({ id }) => id === command.material);
  if (!material) return nothing;
  return facts<AgendaFact>({
    type: 'agenda.materialDetached',
    v: 1,
    block: block.id,
    title: block.title,
    material: material.id,
    name: material.name,
  });
};

const counted = ({ words, for: yes, against, abstained }: HandsCount): HandsCount => ({ words, for: yes, against, abstained });
/** Nobody raises two hands: the sum cannot pass those present. */
const miscounted = (count: HandsCount, present: number): Answer | null => {
  const sum = count.for + count.against + count.abstained;
  if (sum > present) return refuse('agenda.handsExceedPresent', { sum, present });
  return sum === 0 ? refuse('agenda.handsNone') : null;
};

/** In the block in which it was taken: the running one, or one that ended while the count was being written. */
export const recordHands = (command: Of<'agenda.recordHands'>, state: AgendaState, newId: () => string): Answer => {
  const block = find(state, command.block);
  if (!block) return refuse('agenda.unknownBlock');
  if (!hasStarted(block)) return refuse('agenda.notRunning', { title: plain(block.title) });
  if (state.hands.length >= agendaLimits.hands) return refuse('agenda.full', { limit: agendaLimits.hands });
  const present = state.present.size;
  return (
    miscounted(command, present) ??
    facts<AgendaFact>({
      type: 'agenda.handsRecorded',
      v: 1,
      hands: handsIdSchema.parse(newId()),
      block: block.id,
      title: block.title,
      ...counted(command),
      present,
    })
  );
};

/** Measured against those present when it was recorded, not now. */
export const correctHands = (command: Of<'agenda.correctHands'>, state: AgendaState): Answer => {
  const hands = state.hands.find(({ id }) => id === command.hands);
  if (!hands) return refuse('agenda.unknownHands');
  if (same(counted(hands), counted(command))) return nothing;
  if (hands.corrections.length >= agendaLimits.corrections) return refuse('agenda.full', { limit: agendaLimits.corrections });
  return (
    miscounted(command, hands.present) ??
    facts<AgendaFact>({
      type: 'agenda.handsCorrected',
      v: 1,
      hands: hands.id,
      block: hands.block,
      title: hands.title,
      ...counted(command),
      present: hands.present,
      reason: command.reason,
    })
  );
};
