/**
 * The part of the contract about letting go of a whole log: nothing of it is left, not even in the raw files, and nothing else is touched.
 */
import { describe, expect, test } from 'vitest';
import { answer, expectGone, fact } from './contract-bench.ts';
import type { Bench } from './contract-bench.ts';
import type { AccessRow, LogName } from './store.ts';

const gone: LogName = { scope: 'session', id: 's1' };
const kept: LogName = { scope: 'session', id: 's2' };
const device = (id: string, session: string): AccessRow => ({
  id,
  hash: `hash-of-${id}`,
  kind: 'device',
  role: 'desk',
  assembly: 'a1',
  session,
  member: null,
  of: null,
  group: null,
  label: null,
  createdAt: 1,
  lastSeenAt: null,
  revokedAt: null,
});
const file = (id: string, session: string) => ({
  id,
  session,
  name: 'piano.pdf',
  mime: 'application/pdf',
  sha256: 'ab',
  pages: 1,
  createdAt: 1,
  bytes: new Uint8Array([1]),
});

export function forgetContract(bench: Bench): void {
  describe('letting go', () => {
    test('[IN4] a forgotten log is in no file any more, with its boxes, files and accesses; its neighbour is untouched', async () => {
      const secret = '{"text":"forget-me-please"}';
      await bench.store().append(gone, [fact(1, { body: secret }), fact(2)], 0, [{ id: 'o1', to: gone, body: '{}', at: 1 }]);
      await bench.store().append(kept, [fact(1)], 0);
      await bench
        .store()
        .putAnswers([
          answer('seat1', 1, 'open-forget-me', 'b1'),
          answer('seat1', 1, 'x', 'b2'),
          { ...answer('seat1', 1, 'y', 'b3'), session: 's2' },
        ]);
      await bench.store().seal('s1', ['b2']);
      for (const [id, session] of [
        ['1', 's1'],
        ['2', 's2'],
      ] as const) {
        await bench.store().putFile(file(`f${id}`, session));
        await bench.store().putAccess(device(`d${id}`, session));
      }
      const fromLog = await bench.place().holds('forget-me-please');
      const fromBox = await bench.place().holds('open-forget-me');

      await bench.store().forgetLog(gone);
      await bench.store().forgetLog(gone);
      await bench.reopen();

      expect(await bench.store().logs('session')).toEqual([kept]);
      expect(await bench.store().read(gone)).toEqual([]);
      expect(await bench.store().pendingOutbox()).toEqual([]);
      expect(await bench.store().boxesOf('s1')).toEqual([]);
      expect(await bench.store().readBox('b1')).toEqual({ state: 'open', rows: [] });
      expect(await bench.store().listFiles('s1')).toEqual([]);
      expect(await bench.store().listAccess({ session: 's1' })).toEqual([]);
      expect(await bench.store().read(kept)).toHaveLength(1);
      expect((await bench.store().boxesOf('s2')).map(({ rows }) => rows)).toEqual([1]);
      expect(await bench.store().listFiles('s2')).toHaveLength(1);
      expect(await bench.store().listAccess({ session: 's2' })).toHaveLength(1);
      await expectGone(bench.place(), fromLog, 'forget-me-please');
      await expectGone(bench.place(), fromBox, 'open-forget-me');
    });

    test('[IN4] the accesses of one session can be let go by themselves', async () => {
      await bench.store().putAccess(device('d1', 's1'));
      await bench.store().putAccess(device('d2', 's2'));
      expect(await bench.store().forgetAccess('s1')).toBe(1);
      expect(await bench.store().findAccess('hash-of-d1')).toBeNull();
      expect(await bench.store().listAccess({ session: 's2' })).toHaveLength(1);
    });
  });
}
