// The one table of rights (decisions: rights), cell by cell: role × command, default refuse.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { roles } from './kernel/audience.ts';
import type { Actor } from './kernel/audience.ts';
import { createBox } from './kernel/box.ts';
import { noDocuments } from './kernel/document.ts';
import { decide, emptyStates, house, mayGive, roomOf } from './kernel/session.ts';
import { deviceIdSchema, expertIdSchema, groupIdSchema, memberIdSchema, screenIdSchema } from './kernel/ids.ts';
import { rightsColumns, rightsTable } from './rights.table.ts';
import { assemblyRooms, order, sessionRooms } from './rooms.ts';

const rooms = [...assemblyRooms, ...sessionRooms];
const whole = house(rooms);
const device = deviceIdSchema.parse('device0001');
const actors: Readonly<Record<(typeof rightsColumns)[number], Actor>> = {
  organiser: { role: 'organiser', device },
  facilitator: { role: 'facilitator', device },
  desk: { role: 'desk', device },
  table: { role: 'table', group: groupIdSchema.parse('group00001'), device },
  expert: { role: 'expert', expert: expertIdSchema.parse('expert0001'), device },
  member: { role: 'member', member: memberIdSchema.parse('member0001'), device },
  audience: { role: 'audience', device },
  screen: { role: 'screen', screen: screenIdSchema.parse('screen0001') },
};
const commandShapes = z.object({ oneOf: z.array(z.object({ properties: z.object({ type: z.object({ const: z.string() }) }) })) });
const written = (type: string): readonly string[] => (rightsTable[type] ?? '').split(' ');

describe('[decisions] rights: one table, role × command', () => {
  it('the table has a line for every command of every room and no other, in the rooms’ order', () => {
    expect(rooms.map(({ name }) => name)).toEqual([...order]);
    expect(Object.keys(rightsTable)).toEqual(rooms.flatMap(({ rights }) => Object.keys(rights)));
    expect([...rightsColumns]).toEqual([...roles]);
  });

  it('every command that a schema accepts has its line of rights, and every line its command', () => {
    for (const room of rooms) {
      const { oneOf } = commandShapes.parse(
        JSON.parse(JSON.stringify(z.toJSONSchema(room.commands, { io: 'input', unrepresentable: 'any' }))),
      );
      expect(oneOf.map(({ properties }) => properties.type.const).sort()).toEqual(Object.keys(room.rights).sort());
      for (const type of Object.keys(room.rights)) expect(type.startsWith(`${room.name}.`)).toBe(true);
    }
  });

  describe.each(Object.keys(rightsTable))('%s', (type) => {
    it.each(rightsColumns.map((role, column) => [role, written(type)[column]] as const))('%s: %s', (role, cell) => {
      expect(['x', '·']).toContain(cell);
      const room = roomOf(whole, type);
      expect(room).toBeDefined();
      if (!room) return;
      expect(mayGive(room, type, role)).toBe(cell === 'x');
      if (cell === 'x') return;
      // Not only the list: the road that every wish takes refuses it, before the rule is asked.
      const context = {
        actor: actors[role],
        now: 0,
        newId: () => 'id0000000001',
        session: null,
        assembly: {},
        people: new Map(),
        box: createBox(),
        documents: noDocuments,
        wish: 'wish000001',
      };
      expect(decide(room, { type }, emptyStates(whole), context)).toEqual({ kind: 'refused', code: 'kernel.notYours' });
    });
  });

  it('what is the kernel’s own is nobody’s over a wire', () => {
    const own = Object.keys(rightsTable).filter((type) => !written(type).includes('x'));
    expect(own).toEqual([
      'session.closeForgotten',
      'groups.placeLate',
      'groups.recallWithSession',
      'floor.beginReport',
      'floor.endReport',
      'floor.stopTurn',
      'floor.closeWithSession',
      'poll.closeDue',
      'poll.closeWithSession',
      'board.freezeWithSession',
    ]);
  });

  it('screens wish nothing; members and audience act only for themselves; only those who lead publish, void, hide', () => {
    const mayBe = (role: (typeof rightsColumns)[number]) =>
      Object.keys(rightsTable).filter((type) => written(type)[rightsColumns.indexOf(role)] === 'x');
    expect(mayBe('screen')).toEqual([]);
    expect(mayBe('audience')).toEqual(['floor.ask', 'floor.withdraw', 'floor.upvote', 'poll.answer']);
    expect(mayBe('expert')).toEqual(['floor.answer']);
    expect(mayBe('member')).toEqual([
      'presence.enter',
      'presence.leave',
      'presence.imHere',
      'groups.choose',
      'floor.ask',
      'floor.withdraw',
      'floor.upvote',
      'floor.raise',
      'floor.endTurn',
      'poll.answer',
      'board.write',
      'board.edit',
      'board.withdraw',
      'board.place',
      'board.same',
      'board.part',
      'board.flag',
      'board.undo',
      'board.giveDots',
    ]);
    for (const type of ['poll.publish', 'poll.void', 'poll.hide', 'floor.hide', 'floor.toWall', 'board.hide', 'board.freeze', 'board.show'])
      expect(rightsTable[type]).toBe('x x · · · · · ·');
    // A table facilitator opens and publishes nothing of the whole room's, and hides nothing (decisions: rights).
    expect(mayBe('table').filter((type) => !type.startsWith('board.'))).toEqual([
      'groups.welcome',
      'groups.callHelp',
      'groups.endHelp',
      'groups.setSpokesperson',
      'floor.ask',
      'floor.withdraw',
      'floor.setQueue',
      'floor.raise',
      'floor.lowerAll',
      'floor.call',
      'floor.pauseTurn',
      'floor.giveTime',
      'floor.endTurn',
    ]);
  });
});
