/**
 * The logs: an assembly's and a session's facts in their one order, and the outbox of what must still reach another log.
 * Append only. The single exception is a redaction, which takes a person's text out of a fact and leaves the hash in its place
 * in the chain, so that verifying can say what is gone.
 */
import { sql } from 'kysely';
import { bulkInsert, byCodeUnits, guarded, noteChores, scrubAndStrike } from './engine.ts';
import type { Chore, Engine } from './engine.ts';
import { ConcurrentAppend } from './store.ts';
import type { FactRow, LogName, OutboxRow, Store } from './store.ts';

type Logs = Pick<Store, 'append' | 'read' | 'logs' | 'redact' | 'pendingOutbox' | 'doneOutbox'>;

export function logsOn(engine: Engine): Logs {
  const { db } = engine;
  const insertFacts = bulkInsert<never>(9, sql`insert into fact (scope, id, seq, at, "by", cause, body, hash, session)`, sql``);
  const insertOutbox = bulkInsert<never>(6, sql`insert into outbox (id, scope, log, body, at, ord)`, sql`on conflict (id) do nothing`);

  function append(log: LogName, facts: readonly FactRow[], expectedSeq: number, alsoOutbox: readonly OutboxRow[] = []) {
    facts.forEach((fact, i) => {
      if (fact.seq !== expectedSeq + 1 + i) throw new Error(`facts for ${log.scope}:${log.id} do not count on from ${expectedSeq}`);
    });
    return guarded(engine, async () => {
      try {
        await db.transaction().execute(async (trx) => {
          const last = await trx
            .selectFrom('fact')
            .select('seq')
            .where('scope', '=', log.scope)
            .where('id', '=', log.id)
            .orderBy('seq', 'desc')
            .limit(1)
            .executeTakeFirst();
          if ((last?.seq ?? 0) !== expectedSeq) throw new ConcurrentAppend(log, expectedSeq);
          if (expectedSeq === 0 && facts.length > 0) {
            await trx
              .insertInto('log')
              .values({ scope: log.scope, id: log.id })
              .onConflict((c) => c.doNothing())
              .execute();
          }
          await insertFacts(
            trx,
            facts.map((f) => [log.scope, log.id, f.seq, f.at, f.by, f.cause, f.body, f.hash, f.session]),
          );
          await insertOutbox(
            trx,
            alsoOutbox.map((o, i) => [o.id, o.to.scope, o.to.id, o.body, o.at, i]),
          );
        });
      } catch (error) {
        // Two servers that read the same end: the second one meets the first one's key.
        if (engine.isTaken(error)) throw new ConcurrentAppend(log, expectedSeq);
        throw error;
      }
    });
  }

  function read(log: LogName, fromSeq = 1) {
    return guarded(engine, () =>
      db
        .selectFrom('fact')
        .select(['seq', 'at', 'by', 'cause', 'body', 'hash', 'session'])
        .where('scope', '=', log.scope)
        .where('id', '=', log.id)
        .where('seq', '>=', fromSeq)
        .orderBy('seq')
        .execute(),
    );
  }

  function logs(scope: LogName['scope']) {
    return guarded(engine, async () => {
      const rows = await db.selectFrom('log').select('id').where('scope', '=', scope).execute();
      return rows.sort((a, b) => byCodeUnits(a.id, b.id)).map(({ id }) => ({ scope, id }));
    });
  }

  function redact(log: LogName, seq: number, body: string) {
    return guarded(engine, async () => {
      const chore: Chore = { area: 'facts', what: `${log.scope}:${log.id}:${seq}` };
      const found = await db.transaction().execute(async (trx) => {
        await noteChores(trx, [chore]);
        const { numUpdatedRows } = await trx
          .updateTable('fact')
          .set({ body })
          .where('scope', '=', log.scope)
          .where('id', '=', log.id)
          .where('seq', '=', seq)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      });
      await scrubAndStrike(engine, 'facts', [chore]);
      return found;
    });
  }

  function pendingOutbox() {
    return guarded(engine, async () => {
      const rows = await db.selectFrom('outbox').selectAll().orderBy('at').orderBy('ord').orderBy('id').execute();
      return rows.map(({ id, scope, log, body, at }) => ({ id, to: { scope, id: log }, body, at }));
    });
  }

  function doneOutbox(id: string) {
    return guarded(engine, async () => {
      await db.deleteFrom('outbox').where('id', '=', id).execute();
    });
  }

  return { append, read, logs, redact, pendingOutbox, doneOutbox };
}
