/**
 * The half of the contract about what must be able to disappear: boxes, secrets, people. One answer per key while a box is open;
 * sorted bodies and nothing else once it is sealed; nothing to be found in the raw files.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer, expectGone } from './contract-bench.ts';
import type { Bench } from './contract-bench.ts';
import { SealedBox } from './store.ts';

export function boxContract(bench: Bench): void {
  describe('the box', () => {
    test('[PO3] a second answer of the same seat replaces the first, and an older edit never wins', async () => {
      expect(await bench.store().putAnswers([answer('seat1', 1, 'A'), answer('seat2', 1, 'A')])).toEqual([true, true]);
      expect(await bench.store().putAnswers([answer('seat1', 3, 'C')])).toEqual([true]);
      expect(await bench.store().putAnswers([answer('seat1', 2, 'B'), answer('seat2', 2, 'B')])).toEqual([false, true]);
      const { box: _box, session: _session, ...first } = answer('seat1', 3, 'C');
      const { box: _sameBox, session: _sameSession, ...second } = answer('seat2', 2, 'B');
      expect(await bench.store().readBox('b1')).toEqual({ state: 'open', rows: [first, second] });
    });

    test('[K3] the same answer sent again is stored once', async () => {
      expect(await bench.store().putAnswers([answer('seat1', 1, 'A')])).toEqual([true]);
      expect(await bench.store().putAnswers([answer('seat1', 1, 'A')])).toEqual([false]);
      expect(await bench.store().putAnswers([answer('seat2', 1, 'A'), answer('seat2', 1, 'A'), answer('seat2', 2, 'B')])).toEqual([
        false,
        false,
        true,
      ]);
      expect(await bench.store().boxesOf('s1')).toEqual([{ box: 'b1', state: 'open', rows: 2 }]);
    });

    test('[PO3] whatever arrives in whatever groups, a box never holds two rows of a key, and holds its greatest edit', async () => {
      const row = fc.record({
        box: fc.constantFrom('p1', 'p2'),
        key: fc.constantFrom('k1', 'k2', 'k3'),
        edit: fc.integer({ min: 0, max: 6 }),
        body: fc.constantFrom('x', 'y', 'z'),
      });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(row, { maxLength: 12 }), { maxLength: 6 }), async (groups) => {
          run += 1;
          const named = (box: string) => `${box}-${run}`;
          const model = new Map<string, { edit: number; body: string }>();
          for (const group of groups) {
            const won = await bench.store().putAnswers(group.map(({ box, key, edit, body }) => answer(key, edit, body, named(box))));
            const here = new Map<string, number>();
            group.forEach(({ box, key, edit, body }, i) => {
              const held = model.get(`${box} ${key}`);
              if (held !== undefined && edit <= held.edit) return;
              model.set(`${box} ${key}`, { edit, body });
              here.set(`${box} ${key}`, i);
            });
            expect(won).toEqual(group.map(({ box, key }, i) => here.get(`${box} ${key}`) === i));
          }
          for (const box of ['p1', 'p2']) {
            const found = await bench.store().readBox(named(box));
            const rows = found.state === 'open' ? found.rows.map(({ key, edit, body }) => ({ key, edit, body })) : [];
            const wanted = ['k1', 'k2', 'k3'].flatMap((key) => {
              const held = model.get(`${box} ${key}`);
              return held ? [{ key, ...held }] : [];
            });
            expect(rows).toEqual(wanted);
          }
        }),
        { numRuns: 40 },
      );
    });

    test('[VO4] a sealed box holds sorted choices and nothing else, in tables and raw files', async () => {
      // Two boxes grow in one place and answers change length: rows move between pages, and moved rows leave copies behind.
      let seed = 1;
      const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
      const secret = new Map<string, string>();
      const open = new Map<string, string>();
      for (let edit = 1; edit <= 60; edit += 1) {
        const group = Array.from({ length: 50 }, () => {
          const n = random(1500);
          const [held, box, who] = n % 2 ? ([secret, 'b1', 'secret'] as const) : ([open, 'b2', 'other'] as const);
          const row = answer(`${who}-seat-${(n * 7919) % 1_000_003}-`, edit, 'x'.repeat(random(1500)), box);
          if (held.get(row.key)?.startsWith(`${edit} `) !== true) held.set(row.key, `${edit} ${row.body}`);
          return row;
        });
        await bench.store().putAnswers(group);
      }
      const choices = [...secret.values()].map((text) => text.slice(text.indexOf(' ') + 1)).sort();
      const before = await bench.place().holds('secret-seat-');
      const { left } = await bench.store().seal('s1', ['b1']);
      // A server that was given to the tests may keep its write-ahead log.
      if (before !== null) expect(left).toBe('clean');
      const sealed = await bench.store().readBox('b1');
      const bodies = sealed.state === 'sealed' ? sealed.bodies : [];
      expect(bodies).toEqual(choices);
      await expectGone(bench.place(), before, 'secret-seat-');
      expect(await bench.store().readBox('b2')).toMatchObject({ state: 'open', rows: { length: open.size } });
      await bench.reopen();
      expect(await bench.store().readBox('b1')).toEqual(sealed);
      expect(await bench.store().boxesOf('s1')).toEqual([
        { box: 'b1', state: 'sealed', rows: secret.size },
        { box: 'b2', state: 'open', rows: open.size },
      ]);
    });

    test('[VO4] nothing enters a sealed box, nor the rest of its group; sealing again changes nothing', async () => {
      await bench.store().putAnswers([answer('seat1', 1, 'A')]);
      await bench.store().seal('s1', ['b1', 'never answered']);
      await expect(bench.store().putAnswers([answer('seat2', 1, 'B', 'b2'), answer('seat2', 1, 'B')])).rejects.toThrow(SealedBox);
      await expect(bench.store().putAnswers([answer('seat1', 9, 'B', 'never answered')])).rejects.toThrow(SealedBox);
      await bench.store().seal('s1', ['b1']);
      expect(await bench.store().readBox('b1')).toEqual({ state: 'sealed', bodies: ['A'] });
      expect(await bench.store().readBox('never answered')).toEqual({ state: 'sealed', bodies: [] });
      expect(await bench.store().readBox('b2')).toEqual({ state: 'open', rows: [] });
    });

    test('[VO4] answers that race with a seal on another server are in the sealed box or refused, never lost', async () => {
      const second = await bench.secondServer();
      await second.putAnswers([answer('first', 1, 'first')]);
      const racing = Array.from({ length: 30 }, (_, i) => (i % 2 ? bench.store() : second).putAnswers([answer(`seat${i}`, 1, `seat${i}`)]));
      const [, ...results] = await Promise.allSettled([bench.store().seal('s1', ['b1']), ...racing]);
      const stored = results.flatMap((result, i) => (result.status === 'fulfilled' ? [`seat${i}`] : []));
      for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(SealedBox);
      expect(await bench.store().readBox('b1')).toEqual({ state: 'sealed', bodies: ['first', ...stored].sort() });
    });
  });

  describe('what must be able to disappear', () => {
    test('[PO4] a destroyed secret is in no file any more', async () => {
      await bench.store().putSecret('round-key', 'first');
      await bench.store().putSecret('round-key', 'destroyed-secret-0451');
      await bench.store().putSecret('other', 'kept');
      const before = await bench.place().holds('destroyed-secret-0451');
      await bench.store().destroySecret('round-key');
      expect(await bench.store().getSecret('round-key')).toBeNull();
      expect(await bench.store().getSecret('other')).toBe('kept');
      await expectGone(bench.place(), before, 'destroyed-secret-0451');
      await bench.store().destroySecret('round-key');
    });

    test('[IN4] an erased person is in no file any more; the others and other assemblies stay', async () => {
      const person = (member: string, name: string | null) => ({ member, name, attributes: `{"municipio":"${member}"}` });
      await bench.store().putPeople('a1', [person('m2', 'Erased-Person'), person('m1', null), person('m3', 'Kept')]);
      await bench.store().putPeople('a1', [person('m3', 'Renamed')]);
      await bench.store().putPeople('a2', [person('m2', 'Elsewhere')]);
      const before = await bench.place().holds('Erased-Person');
      await bench.store().erasePeople('a1', ['m2']);
      expect(await bench.store().people('a1')).toEqual([person('m1', null), person('m3', 'Renamed')]);
      await expectGone(bench.place(), before, 'Erased-Person');
      await bench.store().erasePeople('a1', 'all');
      expect(await bench.store().people('a1')).toEqual([]);
      expect(await bench.store().people('a2')).toEqual([person('m2', 'Elsewhere')]);
    });
  });
}
