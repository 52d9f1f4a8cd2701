// One log, read by its rooms: route a wish to its room, decide, apply a fact to every room, make a view.
// Pure: the server drives it with a store behind, the scenarios and the play drive it with nothing behind, and all get the same state (K4).
import type { Actor, Role } from './audience.ts';
import { createBox } from './box.ts';
import type { BoxReading } from './box.ts';
import { createDocuments } from './document.ts';
import type { DocumentsReading } from './document.ts';
import { refuse } from './room.ts';
import type { AnyCommand, AnyFact, AnyRoom, Context, FactMeta, Outcome, Undoable, ViewContext } from './room.ts';

/** Room name → state. */
export type States = Readonly<Record<string, unknown>>;

export interface House {
  readonly rooms: readonly AnyRoom[];
  readonly byName: ReadonlyMap<string, AnyRoom>;
}
export const house = (rooms: readonly AnyRoom[]): House => ({ rooms, byName: new Map(rooms.map((room) => [room.name, room])) });

export const emptyStates = (of: House): States => Object.fromEntries(of.rooms.map((room) => [room.name, room.initial]));

export const roomOf = (of: House, type: string): AnyRoom | undefined => of.byName.get(type.slice(0, Math.max(0, type.indexOf('.'))));

const isCommand = (value: unknown): value is AnyCommand =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The door: an unknown thing becomes a command of a room, or is refused with `kernel.malformed` / `kernel.unknownCommand`. Limits are the schema's. */
export const route = (
  of: House,
  raw: unknown,
): { readonly kind: 'routed'; readonly room: AnyRoom; readonly command: AnyCommand } | ReturnType<typeof refuse> => {
  if (typeof raw !== 'object' || raw === null || !('type' in raw) || typeof raw.type !== 'string' || raw.type.length > 60)
    return refuse('kernel.malformed');
  const room = roomOf(of, raw.type);
  if (!room || !Object.hasOwn(room.rights, raw.type)) return refuse('kernel.unknownCommand');
  const parsed = room.commands.safeParse(raw);
  if (!parsed.success) return refuse('kernel.malformed', { where: parsed.error.issues[0]?.path.join('.') ?? '' });
  const command: unknown = parsed.data;
  return isCommand(command) ? { kind: 'routed', room, command } : refuse('kernel.malformed');
};

export const mayGive = (room: AnyRoom, type: string, role: Actor['role']): boolean => {
  if (role === 'system') return true;
  const allowed: readonly Role[] | undefined = Object.hasOwn(room.rights, type) ? room.rights[type] : undefined;
  return allowed?.includes(role) ?? false;
};

export const decide = (room: AnyRoom, command: AnyCommand, states: States, ctx: Context): Outcome => {
  if (!mayGive(room, command.type, ctx.actor.role)) return refuse('kernel.notYours');
  return room.decide(command, states[room.name], ctx);
};

/** One fact to every room; a room that does not change keeps its very state. */
export const apply = (of: House, states: States, fact: AnyFact, meta: FactMeta): States => {
  let next: Record<string, unknown> | undefined;
  for (const room of of.rooms) {
    const before = states[room.name];
    const after: unknown = room.evolve(before, fact, meta);
    if (after !== before) {
      next ??= { ...states };
      next[room.name] = after;
    }
  }
  return next ?? states;
};

/** What the facts cause, in the order of the rooms (house rule 6). */
export const reactions = (of: House, states: States, fact: AnyFact): readonly { readonly room: AnyRoom; readonly command: AnyCommand }[] =>
  of.rooms.flatMap((room) => (room.react ? room.react(fact, states[room.name]).map((command: AnyCommand) => ({ room, command })) : []));

export const nextDue = (of: House, states: States): { readonly at: number; readonly command: AnyCommand } | null => {
  let first: { readonly at: number; readonly command: AnyCommand } | null = null;
  for (const room of of.rooms) {
    const due = room.due?.(states[room.name]) ?? null;
    if (due && (!first || due.at < first.at)) first = due;
  }
  return first;
};

/** What a step to take back is looked for in. `act`: the last act of who leads (acts.ts); no step of another is offered. */
export interface StepsIn {
  readonly box?: BoxReading;
  readonly documents?: DocumentsReading;
  readonly act?: { readonly from: number; readonly to: number } | null;
}
const offeredBy = (room: AnyRoom, states: States, { box = createBox(), documents = createDocuments() }: StepsIn): Undoable | null =>
  room.undoable?.(states[room.name], box, documents) ?? null;

/** The step that can be taken back. */
export const lastUndoable = (of: House, states: States, steps: StepsIn = {}): Undoable | null => {
  const { act = { from: 0, to: Number.POSITIVE_INFINITY } } = steps;
  if (act === null) return null;
  let last: Undoable | null = null;
  for (const room of of.rooms) {
    const step = offeredBy(room, states, steps);
    if (step && step.seq >= act.from && step.seq <= act.to && (!last || step.seq > last.seq)) last = step;
  }
  return last;
};
/** A wish to take back what its room could still take back, but what is not the last step any more: something else was done since, elsewhere. */
export const isBuiltOn = (of: House, states: States, room: AnyRoom, command: AnyCommand, steps: StepsIn): boolean => {
  const step = offeredBy(room, states, steps);
  return (
    step !== null &&
    step.command.type === command.type &&
    'seq' in command &&
    command.seq === step.seq &&
    lastUndoable(of, states, steps)?.seq !== step.seq
  );
};

/** The common part of an audience's view: room name → what that room shows it. A room without a word for this audience is not in it. */
export const commonView = (of: House, states: States, role: Role, ctx: ViewContext): Readonly<Record<string, unknown>> =>
  Object.fromEntries(of.rooms.flatMap((room) => (room.view[role] ? [[room.name, room.view[role](states[room.name], ctx)]] : [])));

/** The part that is one person's or one screen's own. */
export const mineView = (of: House, states: States, actor: Actor, ctx: ViewContext): Readonly<Record<string, unknown>> => {
  if (actor.role === 'system') return {};
  const role = actor.role;
  return Object.fromEntries(
    of.rooms.flatMap((room) => (room.mine?.[role] ? [[room.name, room.mine[role](states[room.name], ctx, actor)]] : [])),
  );
};

export const readingOf = (of: House, states: States): Readonly<Record<string, unknown>> =>
  Object.fromEntries(of.rooms.flatMap((room) => (room.reading ? [[room.name, room.reading(states[room.name])]] : [])));
