// The door of a log and the reading of its facts, with two small rooms made up for the purpose: a bell, and an echo that hears it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { roles } from './audience.ts';
import type { Actor } from './audience.ts';
import { createBox } from './box.ts';
import { noDocuments } from './document.ts';
import { deviceIdSchema } from './ids.ts';
import { defineRoom, facts, nobody, nothing, refuse } from './room.ts';
import type { Context } from './room.ts';
import { apply, commonView, decide, emptyStates, house, lastUndoable, mayGive, mineView, nextDue, reactions, route } from './session.ts';

const rang = z.strictObject({ type: z.literal('bell.rang'), v: z.literal(1), times: z.number() });
type Rang = z.infer<typeof rang>;
interface Other {
  readonly type: 'other.thing';
  readonly v: 1;
}
const ring = z.strictObject({ type: z.literal('bell.ring'), times: z.number().int().min(0).max(9), words: z.string().max(20) });
const hush = z.strictObject({ type: z.literal('bell.hush') });
const bell = defineRoom<{ times: number; seq: number }, z.infer<typeof ring> | z.infer<typeof hush>, Rang, Rang | Other>({
  name: 'bell',
  scope: 'session',
  commands: z.discriminatedUnion('type', [ring, hush]),
  facts: rang,
  rights: { 'bell.ring': ['facilitator'], 'bell.hush': [] },
  initial: { times: 0, seq: 0 },
  decide: (command, state) =>
    command.type === 'bell.hush'
      ? nothing
      : command.times === 0
        ? refuse('bell.silent')
        : facts({ type: 'bell.rang', v: 1, times: state.times + command.times }),
  evolve: (state, fact, { seq }) => (fact.type === 'bell.rang' ? { times: fact.times, seq } : state),
  due: ({ times }) => (times > 0 ? { at: times * 1000, command: { type: 'bell.hush' } } : null),
  undoable: ({ seq }) => (seq > 0 ? { seq, code: 'bell.rang', command: { type: 'bell.hush' } } : null),
  view: { facilitator: ({ times }) => ({ times }), screen: () => 'ding' },
  mine: { facilitator: (_, __, actor) => actor.role },
});
const echo = defineRoom<number, z.infer<typeof hush>, z.infer<typeof rang>, z.infer<typeof rang>>({
  name: 'echo',
  scope: 'session',
  commands: z.never(),
  facts: z.never(),
  rights: { 'bell.hush': [] },
  initial: 0,
  decide: () => nothing,
  evolve: (state, fact) => state + fact.times,
  view: {},
});
const rooms = house([bell, echo]);
const actor: Actor = { role: 'facilitator', device: deviceIdSchema.parse('device0001') };
const context = (of: Actor): Context => ({
  actor: of,
  now: 0,
  newId: () => 'id',
  session: null,
  assembly: {},
  people: new Map(),
  box: createBox(),
  documents: noDocuments,
  wish: 'wish000001',
});
const view = {
  now: 0,
  lang: 'it',
  assembly: {},
  people: new Map(),
  box: createBox(),
  documents: noDocuments,
  connections: nobody,
} as const;
const meta = { seq: 1, at: 5, by: 'x', session: null };

describe('the door of a log', () => {
  it('[K1] [K6] whatever comes is routed to its room or refused with a code; it never throws', () => {
    const typed = fc.record(
      { type: fc.constantFrom('bell.ring', 'bell.hush', 'echo.x', '__proto__.x', 'bell.', '.', 'bell.constructor', 'toString.x') },
      {},
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          typed,
          fc.tuple(typed, fc.object()).map(([one, more]) => ({ ...more, ...one })),
        ),
        (raw) => {
          const routed = route(rooms, raw);
          if (routed.kind === 'routed') expect(routed.room.name).toBe('bell');
          else expect(['kernel.malformed', 'kernel.unknownCommand']).toContain(routed.code);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('[K6] what the schema does not name is refused, not dropped; limits are the schema’s', () => {
    expect(route(rooms, { type: 'bell.ring', times: 1, words: 'x' }).kind).toBe('routed');
    for (const bad of [
      { times: 1, words: 'x', more: 1 },
      { times: 99, words: 'x' },
      { times: 1, words: 'x'.repeat(21) },
      { times: '1', words: 'x' },
    ])
      expect(route(rooms, { type: 'bell.ring', ...bad })).toMatchObject({ kind: 'refused', code: 'kernel.malformed' });
    expect(route(rooms, { type: 'bell.sing' })).toMatchObject({ code: 'kernel.unknownCommand' });
    expect(route(rooms, { type: 'b'.repeat(61) })).toMatchObject({ code: 'kernel.malformed' });
  });

  it('[decisions] rights: who is not on the list of a command is refused, nobody is on an empty one, what is not listed is nobody’s', () => {
    for (const role of roles) {
      expect(mayGive(bell, 'bell.ring', role)).toBe(role === 'facilitator');
      expect(mayGive(bell, 'bell.hush', role)).toBe(false);
      for (const unlisted of ['bell.sing', 'toString', '__proto__']) expect(mayGive(bell, unlisted, role)).toBe(false);
    }
    const desk: Actor = { role: 'desk', device: deviceIdSchema.parse('device0001') };
    expect(decide(bell, { type: 'bell.hush' }, emptyStates(rooms), context(desk))).toMatchObject({ code: 'kernel.notYours' });
  });
});

describe('a log, read', () => {
  it('a fact goes to every room; who does not change keeps its very state', () => {
    const before = emptyStates(rooms);
    const after = apply(rooms, before, { type: 'bell.rang', v: 1 }, meta);
    expect(apply(rooms, before, rang.parse({ type: 'bell.rang', v: 1, times: 2 }), meta)).toEqual({ bell: { times: 2, seq: 1 }, echo: 2 });
    expect(before).toEqual({ bell: { times: 0, seq: 0 }, echo: 0 });
    expect(after).not.toBe(before);
    const unheard = house([bell]);
    const states = emptyStates(unheard);
    expect(apply(unheard, states, { type: 'other.thing', v: 1 }, meta)).toBe(states);
  });

  it('the earliest thing due, the latest step to take back', () => {
    const states = { bell: { times: 7, seq: 4 }, echo: 0 };
    expect(nextDue(rooms, states)).toEqual({ at: 7000, command: { type: 'bell.hush' } });
    expect(nextDue(rooms, emptyStates(rooms))).toBeNull();
    expect(lastUndoable(rooms, states)).toMatchObject({ seq: 4, code: 'bell.rang' });
    expect(reactions(rooms, states, { type: 'bell.rang', v: 1 })).toEqual([]);
  });

  it('[K5] an audience for which a room says nothing finds nothing of it', () => {
    const states = { bell: { times: 7, seq: 4 }, echo: 3 };
    expect(commonView(rooms, states, 'facilitator', view)).toEqual({ bell: { times: 7 } });
    expect(commonView(rooms, states, 'screen', view)).toEqual({ bell: 'ding' });
    for (const role of ['member', 'audience', 'desk', 'organiser'] as const) expect(commonView(rooms, states, role, view)).toEqual({});
    expect(mineView(rooms, states, actor, view)).toEqual({ bell: 'facilitator' });
    expect(mineView(rooms, states, { role: 'system' }, view)).toEqual({});
  });
});
