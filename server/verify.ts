// The check that anybody can make at home: `node server/verify.ts log.jsonl [record.json]`. It reads an exported log, follows its chain
// fact by fact, and says in words what holds and what does not; with a record beside it, whether that record was read from this log.
// Needs no server, no network, no database. Exit code 0: it holds; 1: it does not; 2: the file cannot be read.
// What it cannot say: whoever has the whole file could write it anew from the start. Therefore the last fingerprint is printed in the record,
// and is worth what the copies of that record are worth.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { firstBreak, firstHash, readBody } from './kernel/chain.ts';

const headSchema = z.object({ kind: z.literal('plenaria-log'), v: z.literal(1), scope: z.string(), id: z.string() });
const rowSchema = z.object({
  seq: z.int(),
  at: z.number(),
  by: z.string(),
  cause: z.string().nullable(),
  body: z.string(),
  hash: z.string(),
  session: z.string().nullable(),
});
const recordSchema = z.object({
  meta: z.object({ kind: z.literal('plenaria-record') }),
  session: z.object({ id: z.string() }),
  log: z.object({ facts: z.int(), lastHash: z.string() }),
});

export interface Verdict {
  readonly ok: boolean;
  readonly words: readonly string[];
}
const day = (at: number): string => new Date(at).toISOString();

/** Throws when the text is not an exported log. */
export const verify = (log: string, record: string | null): Verdict => {
  const [first = '', ...rest] = log.split('\n').filter((line) => line !== '');
  const head = headSchema.parse(JSON.parse(first));
  const rows = rest.map((line) => rowSchema.parse(JSON.parse(line)));
  const words = [
    `The log of ${head.scope} ${head.id}: ${rows.length} facts${rows[0] && rows.at(-1) ? `, from ${day(rows[0].at)} to ${day(rows.at(-1)?.at ?? 0)}` : ''}.`,
  ];
  const broken = firstBreak(rows);
  if (broken !== null)
    return { ok: false, words: [...words, `The chain breaks at fact ${broken}: it, or one before it, was changed, removed or moved.`] };
  const last = rows.at(-1)?.hash ?? firstHash;
  words.push('The chain holds: each fact follows from the one before it; none was changed, removed or moved.', `Last fingerprint: ${last}`);
  const erased = rows.filter(({ body }) => readBody(body).kind === 'redacted').map(({ seq }) => seq);
  if (erased.length > 0) words.push(`Facts whose text was erased (their fingerprint stays): ${erased.join(', ')}.`);
  words.push('This does not exclude that the whole log was written anew: compare the last fingerprint with a record that was handed out.');
  if (record === null) return { ok: true, words };
  const read = recordSchema.parse(JSON.parse(record));
  const at = read.log.facts === 0 ? firstHash : rows[read.log.facts - 1]?.hash;
  const same = read.session.id === head.id && at === read.log.lastHash;
  words.push(same ? `The record was read from this log, at fact ${read.log.facts}.` : 'The record was not read from this log.');
  return { ok: same, words };
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [log, record] = process.argv.slice(2);
  if (log === undefined) {
    console.error('node server/verify.ts log.jsonl [record.json]');
    process.exit(2);
  }
  try {
    const verdict = verify(readFileSync(log, 'utf8'), record === undefined ? null : readFileSync(record, 'utf8'));
    console.log(verdict.words.join('\n'));
    process.exitCode = verdict.ok ? 0 : 1;
  } catch (error) {
    console.error(`This cannot be read as an exported log: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    process.exitCode = 2;
  }
}
