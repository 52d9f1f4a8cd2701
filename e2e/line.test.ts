// The pages' own line over a real socket, where only a real one tells: who hangs up, who comes back by itself, who stays away.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '../client/kernel/connection.ts';
import type { Connection } from '../client/kernel/connection.ts';
import { socketTransport } from '../client/kernel/transport.ts';
import { enterAs } from '../client/simulated/crowd.ts';
import { openDoorForTests } from '../server/session/door-for-tests.ts';
import type { DoorForTests } from '../server/session/door-for-tests.ts';

let door: DoorForTests;
const lines: Connection[] = [];
beforeEach(async () => {
  door = await openDoorForTests();
});
afterEach(async () => {
  for (const line of lines.splice(0)) line.close();
  await door.stop();
});
const link = (line: Connection) => line.store.getState().link.kind;
const phone = async (seat: number): Promise<Connection> => {
  const cookie = (await enterAs(door.base, { token: door.cardOf(seat).token })) ?? '';
  const line = connect({ transport: socketTransport({ url: door.base, headers: { cookie } }), role: 'member', session: null, lang: 'it' });
  lines.push(line);
  await vi.waitFor(() => expect(line.store.getState().common).not.toBeNull(), { timeout: 8000 });
  return line;
};

describe('a phone’s line', () => {
  it('[K8] comes back by itself when the server hung up without a word, and what was pending is sent', { timeout: 20_000 }, async () => {
    const line = await phone(1);
    door.app.io.disconnectSockets(true);
    await vi.waitFor(() => expect(link(line)).toBe('reconnecting'));
    const reply = line.send({ type: 'presence.enter', door: 'card' });
    await vi.waitFor(() => expect(link(line)).toBe('live'), { timeout: 10_000 });
    expect(await reply).toMatchObject({ ok: true, done: 'done' });
  });

  it('[K8] comes back by itself when its line was cut, and when the door could not look it up', { timeout: 20_000 }, async () => {
    const line = await phone(2);
    const look = vi.spyOn(door.app.access, 'identify').mockRejectedValueOnce(new Error('the disk is away'));
    for (const socket of door.app.io.of('/').sockets.values()) socket.conn.close();
    await vi.waitFor(() => expect(link(line)).toBe('reconnecting'));
    await vi.waitFor(() => expect(look).toHaveBeenCalled(), { timeout: 5000 });
    expect(link(line)).toBe('reconnecting');
    await vi.waitFor(() => expect(link(line)).toBe('live'), { timeout: 10_000 });
  });

  it('[RO3] stays away when its seat moved, and says so', { timeout: 20_000 }, async () => {
    const first = await phone(3);
    await phone(3);
    await vi.waitFor(() => expect(first.store.getState().link).toMatchObject({ kind: 'refused', code: 'seat.moved' }));
    first.wake();
    expect(await first.send({ type: 'presence.leave' })).toMatchObject({ ok: false, code: 'seat.moved' });
  });

  it('[IN1] changes language on the line as it stands', { timeout: 20_000 }, async () => {
    const line = await phone(4);
    await door.system({ type: 'screen.say', text: { original: 'it', it: 'Pausa', ar: 'استراحة' } });
    await vi.waitFor(() => expect(line.store.getState().common?.['screen']).toMatchObject({ words: { s: 'Pausa' } }));
    for (let n = 0; n < 5; n += 1) await door.system({ type: 'session.renewCode', code: `KKKKK${'ABCDE'.charAt(n)}` });
    line.setLang('ar');
    await vi.waitFor(() => expect(line.store.getState().common?.['screen']).toMatchObject({ words: { s: 'استراحة' } }));
    line.setLang('it');
    await vi.waitFor(() => expect(line.store.getState().common?.['screen']).toMatchObject({ words: { s: 'Pausa' } }));
  });
});
