// What goes over the wire and what lies in the logs, as one fingerprint: a page and a server of different versions must know it,
// and an old log must still be read. Whoever changes a shape without saying so is stopped here.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { canonical } from './kernel/canonical.ts';
import { PROTOCOL, protocolHistory } from './kernel/protocol.ts';
import { assemblyRooms, sessionRooms } from './rooms.ts';

const shapeOf = (schema: z.ZodType, io: 'input' | 'output'): unknown =>
  JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' })));
const shapes = [...assemblyRooms, ...sessionRooms].map((room) => ({
  room: room.name,
  commands: shapeOf(room.commands, 'input'),
  facts: shapeOf(room.facts, 'output'),
}));
const fingerprint = createHash('sha256').update(canonical(shapes)).digest('hex').slice(0, 16);

it('[house 12] the shapes of all commands and facts are those of the last line of the history, or PROTOCOL was forgotten', () => {
  const last = protocolHistory.at(-1);
  expect(
    { protocol: PROTOCOL, shapes: fingerprint },
    [
      `The shape of a command or a fact has changed (it is ${fingerprint} now).`,
      'Add a line to protocolHistory in shared/kernel/protocol.ts with this fingerprint, the next number and what changed; PROTOCOL follows it.',
      'If a fact changed: give it the next v and write its upcaster in its room, so that old logs (shared/golden) still replay.',
      'Only before the first release may the last line be replaced instead.',
    ].join('\n'),
  ).toEqual({ protocol: last?.protocol, shapes: last?.shapes });
});

it('the history counts on without a gap', () => {
  expect(protocolHistory.map(({ protocol }) => protocol)).toEqual(protocolHistory.map((_, index) => index + 1));
  expect(new Set(protocolHistory.map(({ shapes: one }) => one)).size).toBe(protocolHistory.length);
});
