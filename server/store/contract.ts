/**
 * What every engine must do: one suite, run by `sqlite.test.ts` and `postgres.test.ts`. The store is the room's memory: what was
 * acknowledged stays, what was sealed or erased cannot be found again, not even in the raw files.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { benchOn, expectGone, fact } from './contract-bench.ts';
import type { Place } from './contract-bench.ts';
import { boxContract } from './contract-boxes.ts';
import { forgetContract } from './contract-forget.ts';
import { itemContract } from './contract-items.ts';
import { ConcurrentAppend } from './store.ts';
import type { AccessRow, LogName } from './store.ts';
import { FACTS_AT_ONCE, SEATS } from './writer-for-tests.ts';

const LOG: LogName = { scope: 'session', id: 's1' };

const link = (id: string, more: Partial<AccessRow> = {}): AccessRow => ({
  id,
  hash: `hash-of-${id}`,
  kind: 'link',
  role: 'facilitator',
  assembly: 'a1',
  session: 's1',
  member: null,
  of: null,
  group: null,
  label: null,
  createdAt: 1,
  lastSeenAt: null,
  revokedAt: null,
  ...more,
});

export function storeContract(engine: string, freshPlace: () => Promise<Place>): void {
  describe(`store on ${engine}`, () => {
    const bench = benchOn(freshPlace);
    boxContract(bench);
    forgetContract(bench);
    itemContract(bench);

    describe('logs', () => {
      test('[K10] a log keeps its facts, whole and in order, over a restart', async () => {
        const facts = [fact(1, { cause: null }), fact(2, { session: 's9', body: '{"text":"è «così», \\u0000 ✓ 会"}' }), fact(3)];
        await bench.store().append(LOG, facts.slice(0, 2), 0);
        await bench.store().append(LOG, facts.slice(2), 2);
        await bench.reopen();
        expect(await bench.store().read(LOG)).toEqual(facts);
        expect(await bench.store().read(LOG, 3)).toEqual([facts[2]]);
        expect(await bench.store().read({ scope: 'assembly', id: 's1' })).toEqual([]);
        expect(await bench.store().logs('session')).toEqual([LOG]);
        expect(await bench.store().logs('assembly')).toEqual([]);
      });

      test('[K10] many facts at once keep their order', async () => {
        const facts = Array.from({ length: 257 }, (_, i) => fact(i + 1));
        await bench.store().append(LOG, facts, 0);
        expect(await bench.store().read(LOG)).toEqual(facts);
      });

      test('[K4] an append that does not follow the last fact is refused and leaves nothing', async () => {
        await bench.store().append(LOG, [fact(1)], 0);
        await expect(bench.store().append(LOG, [fact(1)], 0)).rejects.toThrow(ConcurrentAppend);
        const row = { id: 'o1', to: LOG, body: '{}', at: 1 };
        await expect(bench.store().append(LOG, [fact(6)], 5, [row])).rejects.toThrow(ConcurrentAppend);
        expect(await bench.store().read(LOG)).toEqual([fact(1)]);
        expect(await bench.store().pendingOutbox()).toEqual([]);
      });

      test('[K4] of two servers that append after the same fact, exactly one succeeds', async () => {
        const second = await bench.secondServer();
        for (let seq = 0; seq < 10; seq += 1) {
          const both = await Promise.allSettled([
            bench.store().append(LOG, [fact(seq + 1, { by: 'facilitator:one' })], seq),
            second.append(LOG, [fact(seq + 1, { by: 'facilitator:two' })], seq),
          ]);
          const lost = both.filter((one) => one.status === 'rejected');
          expect(lost).toHaveLength(1);
          expect(lost[0]?.reason).toBeInstanceOf(ConcurrentAppend);
        }
        expect((await bench.store().read(LOG)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      });

      test('[K2] kill -9 in the middle of a stream of writes loses nothing acknowledged and leaves nothing by half', async () => {
        await bench.store().close();
        const writer = spawn(process.execPath, [fileURLToPath(new URL('./writer-for-tests.ts', import.meta.url))], {
          env: { ...process.env, ...bench.place().env },
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        const told = { facts: 0, edit: 0 };
        let lines = 0;
        for await (const line of createInterface({ input: writer.stdout })) {
          const [what, n] = line.split(' ');
          if (what === 'facts') told.facts = Number(n);
          if (what === 'edit') told.edit = Number(n);
          lines += 1;
          // The rest of what it managed to print still arrives: it was acknowledged too.
          if (lines === 151) writer.kill('SIGKILL');
        }
        if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
        expect(writer.signalCode).toBe('SIGKILL');
        expect(told.facts).toBeGreaterThan(0);

        await bench.reopen();
        const facts = await bench.store().read({ scope: 'session', id: 'killed' });
        expect(facts.length).toBeGreaterThanOrEqual(told.facts);
        expect(facts.length % FACTS_AT_ONCE).toBe(0);
        expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, i) => i + 1));
        expect(await bench.store().pendingOutbox()).toHaveLength(facts.length / FACTS_AT_ONCE);
        const box = await bench.store().readBox('box');
        const edits = box.state === 'open' ? box.rows.map(({ edit }) => edit) : [];
        expect(edits).toHaveLength(SEATS);
        expect(new Set(edits).size).toBe(1);
        expect(edits[0]).toBeGreaterThanOrEqual(told.edit);
      });

      test('[IN4] a redacted text is in no file any more; its place in the chain stays', async () => {
        await bench.store().append(LOG, [fact(1), fact(2, { body: '{"text":"redact-me-please"}' }), fact(3)], 0);
        const before = await bench.place().holds('redact-me-please');
        expect(await bench.store().redact(LOG, 2, '{"redacted":"salted"}')).toBe(true);
        expect(await bench.store().redact(LOG, 9, '{}')).toBe(false);
        expect(await bench.store().read(LOG)).toEqual([fact(1), fact(2, { body: '{"redacted":"salted"}' }), fact(3)]);
        await expectGone(bench.place(), before, 'redact-me-please');
      });

      test('the outbox is written with its facts, keeps their order, and delivers an id once', async () => {
        const to: LogName = { scope: 'assembly', id: 'a1' };
        const rows = ['z', 'y', 'x'].map((id) => ({ id, to, body: `{"id":"${id}"}`, at: 5 }));
        await bench.store().append(LOG, [fact(1)], 0, rows);
        await bench.store().append(LOG, [fact(2)], 1, [{ id: 'y', to, body: '{"again":true}', at: 6 }]);
        await bench.reopen();
        expect(await bench.store().pendingOutbox()).toEqual(rows);
        await bench.store().doneOutbox('z');
        await bench.store().doneOutbox('unknown');
        expect(await bench.store().pendingOutbox()).toEqual(rows.slice(1));
      });
    });

    describe('access, accounts, files, documents', () => {
      test('[K10] links and devices are found by hash, listed, touched and revoked once', async () => {
        await bench.store().putAccess(link('l1'));
        await bench
          .store()
          .putAccess(link('l2', { createdAt: 2, session: null, member: 'm1', group: 'g1', label: 'Tavolo 3', kind: 'device' }));
        await bench.store().putAccess(link('l1', { label: 'second laptop' }));
        await expect(bench.store().putAccess(link('l3', { hash: 'hash-of-l1' }))).rejects.toThrow();
        await bench.store().touchAccess('l1', 7);
        await bench.store().revokeAccess('l1', 8);
        await bench.store().revokeAccess('l1', 9);
        const first = link('l1', { label: 'second laptop', lastSeenAt: 7, revokedAt: 8 });
        expect(await bench.store().findAccess('hash-of-l1')).toEqual(first);
        expect(await bench.store().findAccess('nobody')).toBeNull();
        expect(await bench.store().listAccess({ session: 's1' })).toEqual([first]);
        expect((await bench.store().listAccess({ assembly: 'a1' })).map(({ id }) => id)).toEqual(['l1', 'l2']);
        expect((await bench.store().listAccess({ role: 'facilitator' })).map(({ id }) => id)).toEqual(['l1', 'l2']);
        expect(await bench.store().listAccess({ role: 'organiser' })).toEqual([]);
      });

      test('[K10] an account is found by name, can change its passphrase, and its name is taken', async () => {
        const account = { id: 'o1', name: 'organizzazione', passHash: 'scrypt1', createdAt: 1 };
        await bench.store().putAccount(account);
        await bench.store().putAccount({ ...account, passHash: 'scrypt2' });
        await expect(bench.store().putAccount({ ...account, id: 'o2' })).rejects.toThrow();
        expect(await bench.store().findAccount('organizzazione')).toEqual({ ...account, passHash: 'scrypt2' });
        expect(await bench.store().findAccount('altri')).toBeNull();
        expect(await bench.store().accounts()).toHaveLength(1);
      });

      test('[K10] a file comes back byte for byte', async () => {
        const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 31) % 256);
        const info = { id: 'f1', session: 's1', name: 'piano.pdf', mime: 'application/pdf', sha256: 'ab', pages: 12, createdAt: 3 };
        await bench.store().putFile({ ...info, bytes: bytes.subarray(5) });
        await bench.store().putFile({ ...info, id: 'f0', pages: null, bytes: new Uint8Array() });
        await bench.reopen();
        expect(await bench.store().getFile('f1')).toEqual({ ...info, bytes: bytes.slice(5) });
        expect((await bench.store().listFiles('s1')).map(({ id, size }) => [id, size])).toEqual([
          ['f0', 0],
          ['f1', 69_995],
        ]);
        await bench.store().deleteFile('f1');
        expect(await bench.store().getFile('f1')).toBeNull();
        expect(await bench.store().listFiles('s2')).toEqual([]);
      });

      test('[K10] documents are kept by kind and id', async () => {
        await bench.store().putDoc('template', 'b', '{"n":1}');
        await bench.store().putDoc('template', 'B', '{"n":2}');
        await bench.store().putDoc('template', 'b', '{"n":3}');
        await bench.store().putDoc('setting', 'b', '{}');
        expect(await bench.store().listDocs('template')).toEqual([
          { id: 'B', json: '{"n":2}' },
          { id: 'b', json: '{"n":3}' },
        ]);
        await bench.store().deleteDoc('template', 'b');
        expect(await bench.store().getDoc('template', 'b')).toBeNull();
        expect(await bench.store().getDoc('setting', 'b')).toBe('{}');
      });
    });

    test('a healthy store says so', async () => {
      expect(await bench.store().health()).toEqual({ ok: true });
      expect(await bench.store().health()).toEqual({ ok: true });
    });
  });
}
