/**
 * A server that does nothing but write, to be killed in the middle: it appends to a log (with an outbox row) and to a box without
 * end and prints a line for every promise that resolved. What it printed must be there afterwards; nothing may be there by half.
 * Run by `contract.ts` as a process of its own, with DATA_DIR or DATABASE_URL. Never used outside tests.
 */
import { writeSync } from 'node:fs';
import { openStore } from './open.ts';

export const FACTS_AT_ONCE = 3;
export const SEATS = 5;

if (import.meta.main) {
  const store = await openStore({ dataDir: process.env['DATA_DIR'] ?? '', databaseUrl: process.env['DATABASE_URL'] });
  for (let round = 1; ; round += 1) {
    const before = (round - 1) * FACTS_AT_ONCE;
    const facts = Array.from({ length: FACTS_AT_ONCE }, (_, i) => ({
      seq: before + i + 1,
      at: round,
      by: 'facilitator:f1',
      cause: `c${round}`,
      body: `{"round":${round}}`,
      hash: `h${before + i + 1}`,
      session: null,
    }));
    const outbox = [{ id: `o${round}`, to: { scope: 'assembly' as const, id: 'a' }, body: `${round}`, at: round }];
    await store.append({ scope: 'session', id: 'killed' }, facts, before, outbox);
    writeSync(1, `facts ${before + FACTS_AT_ONCE}\n`);
    await store.putAnswers(
      Array.from({ length: SEATS }, (_, i) => ({
        box: 'box',
        session: 'killed',
        key: `seat${i}`,
        edit: round,
        at: round,
        body: `${round}`,
      })),
    );
    writeSync(1, `edit ${round}\n`);
  }
}
