// The record and the log over HTTP, and the check that anybody can make at home with the exported file.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canonical } from '../../shared/kernel/canonical.ts';
import { recordMarkdown } from '../../shared/record/markdown.ts';
import { redactedBody } from '../kernel/chain.ts';
import { furnish, openHouse } from '../organiser/house-for-tests.ts';
import type { Browser, House } from '../organiser/house-for-tests.ts';
import { verify } from '../verify.ts';
import { readRecord } from './record.ts';

let house: House;
let marta: Browser;
let session: string;
beforeEach(async () => {
  house = await openHouse();
  marta = await house.organiser();
  ({ session } = await furnish(marta));
  for (const type of ['session.openDoors', 'session.open']) await house.app.registry.submit(hall().ledger, { type });
  await house.app.registry.submit(hall().ledger, { type: 'session.noteIncident', words: 'rete caduta' });
});
afterEach(() => house.stop());
const hall = () => house.app.registry.halls.get(session) ?? expect.fail();
const at = (file: string): string => `/api/sessions/${session}/${file}`;
/** As bytes: a log is lines of JSON, not one. */
const raw = (who: Browser, file: string) => fetch(house.base + at(file), { headers: { cookie: who.cookie() } });
const facilitator = async (): Promise<Browser> => {
  const made = await marta.post(at('links'), { role: 'facilitator', label: '' });
  const someone = house.browser();
  await someone.open(String(made.data['url']));
  return someone;
};

describe('fetching', () => {
  test('[K4] the JSON, both documents and a table are the same bytes at every fetch', async () => {
    for (const file of ['record.json', 'record.md', 'record.md?lang=en', 'record.csv?table=incidents', 'record.csv?table=polls&lang=en']) {
      const first = await marta.get(at(file));
      expect(first.status).toBe(200);
      expect((await marta.get(at(file))).text).toBe(first.text);
    }
    expect((await marta.get(at('record.json'))).data).toMatchObject({
      meta: { kind: 'plenaria-record', v: 1 },
      incidents: [{ words: 'rete caduta' }],
    });
    expect((await marta.get(at('record.md'))).text).toBe(recordMarkdown(await readRecord(hall()), 'it'));
  });
  test('organiser and facilitators fetch the record; the log is the organiser’s; nobody else anything', async () => {
    const anna = await facilitator();
    const files = ['record.json', 'record.md', 'record.csv?table=agenda', 'log.jsonl'];
    const seen = async (who: Browser) => Promise.all(files.map(async (file) => (await raw(who, file)).status));
    expect(await seen(marta)).toEqual([200, 200, 200, 200]);
    expect(await seen(anna)).toEqual([200, 200, 200, 401]);
    expect(await seen(house.browser())).toEqual([401, 401, 401, 401]);
  });
  test('a table or a language that is not there is refused', async () => {
    for (const file of ['record.csv', 'record.csv?table=seats', 'record.md?lang=xx']) expect((await marta.get(at(file))).status).toBe(400);
  });
  test('[IN4] a text that was erased is out of the record, which says how many and still names the last fingerprint', async () => {
    const rows = await house.app.store.read({ scope: 'session', id: session });
    const row = rows.at(-1) ?? expect.fail();
    await house.app.store.redact({ scope: 'session', id: session }, row.seq, redactedBody(row.body));
    const { text, data } = await marta.get(at('record.json'));
    expect(text).not.toContain('rete caduta');
    expect(data).toMatchObject({ log: { facts: rows.length, redacted: 1, lastHash: row.hash } });
  });
});

describe('checking at home', () => {
  const exported = async () => (await raw(marta, 'log.jsonl')).text();
  test('[K4] an exported log holds, and the record is told to be its own', async () => {
    const verdict = verify(await exported(), (await marta.get(at('record.json'))).text);
    expect(verdict.ok).toBe(true);
    expect(verdict.words.join('\n')).toContain('The chain holds');
    expect(verdict.words.join('\n')).toContain('The record was read from this log, at fact 5.');
  });
  test('[K4] a word changed, a fact taken out, two facts exchanged: the first that does not hold is named', async () => {
    const [head = '', ...rows] = (await exported()).trimEnd().split('\n');
    const broken = (lines: readonly string[]) => verify([head, ...lines].join('\n'), null);
    expect(broken(rows.map((row) => row.replace('rete caduta', 'tutto bene'))).words.at(-1)).toContain('breaks at fact 5');
    expect(broken(rows.filter((_, index) => index !== 1)).ok).toBe(false);
    expect(broken([rows[1] ?? '', rows[0] ?? '', ...rows.slice(2)]).ok).toBe(false);
    expect(broken(rows).ok).toBe(true);
  });
  test('[IN4] after an erasure the rest can still be checked, and what is gone is named', async () => {
    const rows = await house.app.store.read({ scope: 'session', id: session });
    const row = rows.at(-1) ?? expect.fail();
    await house.app.store.redact({ scope: 'session', id: session }, row.seq, redactedBody(row.body));
    const verdict = verify(await exported(), null);
    expect(verdict.ok).toBe(true);
    expect(verdict.words.join('\n')).toContain(`erased (their fingerprint stays): ${row.seq}.`);
  });
  test('a record of another session is told to be another’s', async () => {
    const record = await readRecord(hall());
    expect(verify(await exported(), canonical({ ...record, log: { ...record.log, lastHash: 'f'.repeat(64) } })).ok).toBe(false);
  });
  test('the command says it in words and with its exit code', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'verify-'));
    const file = join(dir, 'log.jsonl');
    const run = (path: string) =>
      new Promise<{ readonly code: unknown; readonly out: string }>((resolve) => {
        execFile(process.execPath, [fileURLToPath(new URL('../verify.ts', import.meta.url)), path], (error, stdout, stderr) =>
          resolve({ code: error?.code ?? 0, out: stdout + stderr }),
        );
      });
    const log = await exported();
    await writeFile(file, log);
    expect(await run(file)).toMatchObject({ code: 0 });
    await writeFile(file, log.replace('rete caduta', 'tutto bene'));
    expect(await run(file)).toMatchObject({ code: 1 });
    await writeFile(file, 'non è un registro');
    expect(await run(file)).toMatchObject({ code: 2 });
    await rm(dir, { recursive: true });
  });
});
