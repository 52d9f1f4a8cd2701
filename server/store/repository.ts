/**
 * Puts the store together on an engine: brings the tables up to date, ends what a dying process had begun (a seal, an erasure),
 * and then answers. Everything here runs unchanged on the embedded database and on PostgreSQL.
 */
import { boxesOn, finishChores } from './boxes.ts';
import { guarded } from './engine.ts';
import { forgettingOn } from './forget.ts';
import type { Engine } from './engine.ts';
import { itemsOn } from './items.ts';
import { logsOn } from './logs.ts';
import { recordsOn } from './records.ts';
import type { Health, Store } from './store.ts';

/** Closes the engine again when it cannot be made ready. */
export async function storeOn(engine: Engine, makeReady: () => Promise<void>): Promise<Store> {
  try {
    await guarded(engine, async () => {
      await makeReady();
      await finishChores(engine);
    });
  } catch (error) {
    await engine.close();
    throw error;
  }
  return {
    engine: engine.name,
    ...logsOn(engine),
    ...boxesOn(engine),
    ...itemsOn(engine),
    ...recordsOn(engine),
    ...forgettingOn(engine),
    health: () => health(engine),
    freeBytes: () => engine.freeBytes(),
    close: () => engine.close(),
  };
}

/** Writes for real, in both places. */
async function health(engine: Engine): Promise<Health> {
  try {
    for (const table of ['pulse', 'erasable.pulse'] as const) {
      await engine.db
        .insertInto(table)
        .values({ id: 1, n: 1 })
        .onConflict((c) => c.column('id').doUpdateSet((e) => ({ n: e('excluded.n', '+', 1) })))
        .execute();
    }
    return { ok: true };
  } catch (error) {
    const failure = engine.failure(error);
    return { ok: false, code: failure?.code ?? 'store.gone', detail: failure?.message ?? String(error) };
  }
}
