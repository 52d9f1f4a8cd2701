/**
 * What is being written and not yet decided: the items of a session's documents (notes on boards). They hold who wrote what and
 * what nobody may read yet, so they lie where things can disappear. An item is stored whole; taking one away leaves no old text behind
 * after the next scrub. Nothing here is cited: what is decided is copied into the log.
 */
import { sql } from 'kysely';
import { bulkInsert, guarded, ROWS_PER_INSERT, noteChores, scrubAndStrike } from './engine.ts';
import type { Chore, Engine } from './engine.ts';
import type { ItemRow, Store } from './store.ts';

export function itemsOn(engine: Engine): Pick<Store, 'putItems' | 'readItems' | 'forgetItems'> {
  const { db } = engine;
  const insert = bulkInsert<never>(
    5,
    sql`insert into erasable.item (session, document, id, at, body)`,
    sql`on conflict (session, document, id) do update set body = excluded.body`,
  );
  return {
    putItems: (session: string, rows: readonly ItemRow[]) =>
      guarded(engine, async () => {
        // Of several rows of one item only the last counts: an insert cannot touch one row twice.
        const last = new Map(rows.map((row) => [`${row.document} ${row.id}`, row]));
        const kept = [...last.values()];
        const gone = kept.filter(({ body }) => body === null);
        const written = kept.flatMap(({ document, id, at, body }) => (body === null ? [] : [[session, document, id, at, body]]));
        // One statement is a transaction by itself: the ordinary case, many times a second while a hall writes.
        if (gone.length === 0 && written.length <= ROWS_PER_INSERT) {
          await insert(db, written);
          return;
        }
        await db.transaction().execute(async (trx) => {
          for (const { document, id } of gone)
            await trx
              .deleteFrom('erasable.item')
              .where('session', '=', session)
              .where('document', '=', document)
              .where('id', '=', id)
              .execute();
          await insert(trx, written);
        });
      }),
    readItems: (session: string) =>
      guarded(engine, () =>
        db
          .selectFrom('erasable.item')
          .select(['document', 'id', 'at', 'body'])
          .where('session', '=', session)
          .orderBy('at')
          .orderBy('id')
          .execute(),
      ),
    forgetItems: (session: string) =>
      guarded(engine, async () => {
        const chores: Chore[] = [{ area: 'erasable', what: `items:${session}` }];
        await noteChores(db, chores);
        await engine.keepOnly('item', sql`session <> ${session}`);
        return scrubAndStrike(engine, 'erasable', chores);
      }),
  };
}
