/**
 * The part of the contract about what is being written: items are replaced whole, taken away, read back over a restart in the order in
 * which they came, and let go of without a trace.
 */
import { describe, expect, test } from 'vitest';
import { expectGone } from './contract-bench.ts';
import type { Bench } from './contract-bench.ts';
import type { ItemRow } from './store.ts';

const item = (id: string, body: string | null, at = 1, document = 'd1'): ItemRow => ({ document, id, at, body });

export function itemContract(bench: Bench): void {
  describe('items of documents', () => {
    test('[BO9] what was stored is there after a restart: the last text of each, in the order in which they first came', async () => {
      await bench.store().putItems('s1', [item('b', '{"t":"secondo"}', 2), item('a', '{"t":"primo"}', 1), item('x', 'altro', 1, 'd2')]);
      await bench
        .store()
        .putItems('s1', [item('a', '{"t":"primo, cambiato"}', 9), item('c', 'terzo', 3), item('c', 'terzo, due volte', 3)]);
      await bench.store().putItems('s2', [item('a', 'di un’altra seduta')]);
      await bench.reopen();
      expect(await bench.store().readItems('s1')).toEqual([
        item('a', '{"t":"primo, cambiato"}', 1),
        item('x', 'altro', 1, 'd2'),
        item('b', '{"t":"secondo"}', 2),
        item('c', 'terzo, due volte', 3),
      ]);
    });

    test('[BO9] an item taken away does not come back, and sending it again changes nothing else', async () => {
      await bench.store().putItems('s1', [item('a', 'uno'), item('b', 'due', 2)]);
      await bench.store().putItems('s1', [item('a', null), item('z', null)]);
      await bench.store().putItems('s1', []);
      expect(await bench.store().readItems('s1')).toEqual([item('b', 'due', 2)]);
    });

    test('[IN4] items of a session are let go of for good, in the raw files too; another session keeps its own', async () => {
      await bench.store().putItems('s1', [item('a', 'written-by-somebody'), item('b', 'first-words-of-a-note')]);
      await bench.store().putItems('s1', [item('b', 'other words')]);
      await bench.store().putItems('s2', [item('a', 'stays')]);
      const [one, two] = [await bench.place().holds('written-by-somebody'), await bench.place().holds('first-words-of-a-note')];
      await bench.store().forgetItems('s1');
      await bench.store().forgetItems('s1');
      await bench.reopen();
      expect(await bench.store().readItems('s1')).toEqual([]);
      expect(await bench.store().readItems('s2')).toEqual([item('a', 'stays')]);
      await expectGone(bench.place(), one, 'written-by-somebody');
      if (two === true) expect(await bench.place().holds('first-words-of-a-note')).toBe(false);
    });

    test('[IN4] a forgotten log takes its items with it', async () => {
      await bench.store().putItems('s1', [item('a', 'forget-this-note')]);
      await bench.store().putItems('s2', [item('a', 'stays')]);
      const before = await bench.place().holds('forget-this-note');
      await bench.store().forgetLog({ scope: 'session', id: 's1' });
      expect(await bench.store().readItems('s1')).toEqual([]);
      expect(await bench.store().readItems('s2')).toHaveLength(1);
      await expectGone(bench.place(), before, 'forget-this-note');
    });
  });
}
