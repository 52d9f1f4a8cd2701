/**
 * Letting go of a whole log: the invented session, a draft made by mistake; and of the devices that came into a session.
 * A log that an assembly really held is never forgotten: people are erased and texts redacted instead, so that it can still be checked.
 */
import { sql } from 'kysely';
import { guarded, noteChores, scrubAndStrike } from './engine.ts';
import type { Chore, Engine } from './engine.ts';
import type { LogName, Store } from './store.ts';

type Forgetting = Pick<Store, 'forgetLog' | 'forgetAccess'>;

export function forgettingOn(engine: Engine): Forgetting {
  const { db } = engine;
  return {
    forgetLog: (log: LogName) =>
      guarded(engine, async () => {
        const what = `${log.scope}:${log.id}`;
        const facts: Chore[] = [{ area: 'facts', what }];
        const erasable: Chore[] = [{ area: 'erasable', what }];
        await db.transaction().execute(async (trx) => {
          await noteChores(trx, [...facts, ...erasable]);
          await trx.deleteFrom('fact').where('scope', '=', log.scope).where('id', '=', log.id).execute();
          await trx.deleteFrom('log').where('scope', '=', log.scope).where('id', '=', log.id).execute();
          await trx.deleteFrom('outbox').where('scope', '=', log.scope).where('log', '=', log.id).execute();
          await trx.deleteFrom('access').where(log.scope, '=', log.id).execute();
          if (log.scope === 'assembly') return;
          // Open rows go before their box: without it they could not be found again.
          const boxes = trx.selectFrom('box').select('id').where('session', '=', log.id);
          await trx.deleteFrom('erasable.box_open').where('box', 'in', boxes).execute();
          await trx.deleteFrom('box_sealed').where('box', 'in', boxes).execute();
          await trx.deleteFrom('box').where('session', '=', log.id).execute();
          await trx.deleteFrom('erasable.item').where('session', '=', log.id).execute();
          await trx.deleteFrom('file').where('session', '=', log.id).execute();
        });
        await engine.keepOnly('box_open', sql`true`);
        await engine.keepOnly('item', sql`true`);
        const first = await scrubAndStrike(engine, 'facts', facts);
        const second = await scrubAndStrike(engine, 'erasable', erasable);
        return first.left === 'clean' ? second : first;
      }),
    forgetAccess: (session: string) =>
      guarded(engine, async () => {
        const { numDeletedRows } = await db.deleteFrom('access').where('session', '=', session).executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}
