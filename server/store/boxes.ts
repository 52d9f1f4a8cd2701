/**
 * The box of answers and ballots, and the other things that must be able to disappear: session secrets and people's names.
 * While a box is open the server can find a seat's row, to let it be changed; a seal leaves sorted bodies and nothing else.
 * Order of a seal, chosen so that a power cut at any point loses no ballot and ends sealed: (1) one transaction marks the box,
 * writes the sorted bodies to `main` and notes the chore; (2) the open rows go; (3) the place where they lay is rewritten;
 * (4) the chore is struck off. A box counts as sealed from (1) on.
 */
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { bulkInsert, byCodeUnits, guarded, noteChores, scrubAndStrike } from './engine.ts';
import type { Chore, Engine } from './engine.ts';
import { SealedBox } from './store.ts';
import type { Tables } from './tables.ts';
import type { AnswerRow, PersonRow, Store } from './store.ts';

type Boxes = Pick<
  Store,
  'putAnswers' | 'readBox' | 'boxesOf' | 'seal' | 'putSecret' | 'getSecret' | 'destroySecret' | 'putPeople' | 'people' | 'erasePeople'
>;

/** Rows of a box whose seal got as far as step 1. */
const NOT_SEALED = sql`not exists (select 1 from box where box.id = box_open.box and box.sealed = 1)`;

/** Ends at open what a dying process began. */
export async function finishChores(engine: Engine): Promise<void> {
  const chores = await engine.db.selectFrom('chore').selectAll().execute();
  const facts = chores.filter(({ area }) => area === 'facts');
  const erasable = chores.filter(({ area }) => area === 'erasable');
  if (facts.length > 0) await scrubAndStrike(engine, 'facts', facts);
  if (erasable.length > 0) {
    await engine.keepOnly('box_open', NOT_SEALED);
    await scrubAndStrike(engine, 'erasable', erasable);
  }
}

export function boxesOn(engine: Engine): Boxes {
  const { db } = engine;
  const registered = new Set<string>();
  const insertAnswers = bulkInsert<{ box: string; key: string }>(
    5,
    sql`insert into erasable.box_open as held (box, key, edit, at, body)`,
    sql`on conflict (box, key) do update set edit = excluded.edit, at = excluded.at, body = excluded.body
        where excluded.edit > held.edit returning box, key`,
  );
  const insertSealed = bulkInsert<never>(3, sql`insert into box_sealed (box, n, body)`, sql``);
  const insertPeople = bulkInsert<never>(
    4,
    sql`insert into erasable.person (assembly, member, name, attributes)`,
    sql`on conflict (assembly, member) do update set name = excluded.name, attributes = excluded.attributes`,
  );

  /** Boxes and whether they are sealed; on a shared database another server's seal waits until this transaction ends. */
  function held(trx: Transaction<Tables>) {
    const boxes = trx.selectFrom('box').select(['id', 'sealed']);
    return engine.name === 'postgres' ? boxes.forShare() : boxes;
  }

  /** A box is on the list before its first row, in a transaction of its own: a row without its box could not be swept. */
  async function register(session: string, boxes: readonly string[]): Promise<void> {
    const fresh = boxes.filter((box) => !registered.has(box));
    if (fresh.length === 0) return;
    await db
      .insertInto('box')
      .values(fresh.map((id) => ({ id, session, sealed: 0 })))
      .onConflict((c) => c.doNothing())
      .execute();
    for (const box of fresh) registered.add(box);
  }

  function putAnswers(rows: readonly AnswerRow[]): Promise<readonly boolean[]> {
    return guarded(engine, async () => {
      if (rows.length === 0) return [];
      // Of several rows of one key only the greatest edit may go in: an insert cannot touch one row twice.
      const best = new Map<string, Map<string, number>>();
      const sessions = new Map<string, string>();
      rows.forEach((row, i) => {
        sessions.set(row.box, row.session);
        const keys = best.get(row.box) ?? new Map<string, number>();
        best.set(row.box, keys);
        const rival = rows[keys.get(row.key) ?? -1];
        if (rival === undefined || row.edit > rival.edit) keys.set(row.key, i);
      });
      for (const [box, session] of sessions) await register(session, [box]);
      const boxes = [...best.keys()];
      const chosen = [...best.values()].flatMap((keys) => [...keys.values()]);
      const won = await db.transaction().execute(async (trx) => {
        const known = await held(trx).where('id', 'in', boxes).execute();
        const sealed = known.find((box) => box.sealed === 1);
        if (sealed) throw new SealedBox(sealed.id);
        return insertAnswers(
          trx,
          chosen.flatMap((i) => {
            const row = rows[i];
            return row ? [[row.box, row.key, row.edit, row.at, row.body]] : [];
          }),
        );
      });
      const winners = new Set<number>();
      for (const { box, key } of won) {
        const i = best.get(box)?.get(key);
        if (i !== undefined) winners.add(i);
      }
      return rows.map((_, i) => winners.has(i));
    });
  }

  function readBox(box: string) {
    return guarded(engine, () =>
      db.transaction().execute(async (trx) => {
        const known = await held(trx).where('id', '=', box).executeTakeFirst();
        if (known?.sealed === 1) {
          const rows = await trx.selectFrom('box_sealed').select('body').where('box', '=', box).orderBy('n').execute();
          return { state: 'sealed' as const, bodies: rows.map(({ body }) => body) };
        }
        const rows = await trx.selectFrom('erasable.box_open').select(['key', 'edit', 'at', 'body']).where('box', '=', box).execute();
        return { state: 'open' as const, rows: rows.sort((a, b) => byCodeUnits(a.key, b.key)) };
      }),
    );
  }

  function boxesOf(session: string) {
    return guarded(engine, () =>
      db.transaction().execute(async (trx) => {
        const boxes = await held(trx).where('session', '=', session).execute();
        const out = [];
        for (const { id, sealed } of boxes.sort((a, b) => byCodeUnits(a.id, b.id))) {
          const table = sealed === 1 ? 'box_sealed' : 'erasable.box_open';
          const { rows } = await trx
            .selectFrom(table)
            .select((e) => e.fn.countAll<number>().as('rows'))
            .where('box', '=', id)
            .executeTakeFirstOrThrow();
          out.push({ box: id, state: sealed === 1 ? ('sealed' as const) : ('open' as const), rows });
        }
        return out;
      }),
    );
  }

  function seal(session: string, boxes: readonly string[]) {
    return guarded(engine, async () => {
      if (boxes.length === 0) return { left: 'clean' as const };
      await register(session, boxes);
      const chores = boxes.map((box): Chore => ({ area: 'erasable', what: `box:${box}` }));
      await db.transaction().execute(async (trx) => {
        await noteChores(trx, chores);
        const now = await trx
          .updateTable('box')
          .set({ sealed: 1 })
          .where('id', 'in', boxes)
          .where('sealed', '=', 0)
          .returning('id')
          .execute();
        for (const { id } of now) {
          const rows = await trx.selectFrom('erasable.box_open').select('body').where('box', '=', id).execute();
          const bodies = rows.map(({ body }) => body).sort(byCodeUnits);
          await insertSealed(
            trx,
            bodies.map((body, n) => [id, n, body]),
          );
        }
      });
      await engine.keepOnly('box_open', NOT_SEALED);
      return scrubAndStrike(engine, 'erasable', chores);
    });
  }

  function putSecret(id: string, value: string) {
    return guarded(engine, async () => {
      await db
        .insertInto('erasable.secret')
        .values({ id, value })
        .onConflict((c) => c.column('id').doUpdateSet({ value }))
        .execute();
    });
  }

  function getSecret(id: string) {
    return guarded(engine, async () => {
      const row = await db.selectFrom('erasable.secret').select('value').where('id', '=', id).executeTakeFirst();
      return row?.value ?? null;
    });
  }

  function destroySecret(id: string) {
    return guarded(engine, async () => {
      const chores: Chore[] = [{ area: 'erasable', what: `secret:${id}` }];
      await noteChores(db, chores);
      await engine.keepOnly('secret', sql`id <> ${id}`);
      return scrubAndStrike(engine, 'erasable', chores);
    });
  }

  function putPeople(assembly: string, rows: readonly PersonRow[]) {
    return guarded(engine, async () => {
      const last = new Map(rows.map((row) => [row.member, row]));
      await db.transaction().execute((trx) =>
        insertPeople(
          trx,
          [...last.values()].map((row) => [assembly, row.member, row.name, row.attributes]),
        ),
      );
    });
  }

  function people(assembly: string) {
    return guarded(engine, async () => {
      const rows = await db
        .selectFrom('erasable.person')
        .select(['member', 'name', 'attributes'])
        .where('assembly', '=', assembly)
        .execute();
      return rows.sort((a, b) => byCodeUnits(a.member, b.member));
    });
  }

  function erasePeople(assembly: string, members: readonly string[] | 'all') {
    return guarded(engine, async () => {
      if (members.length === 0) return { left: 'clean' as const };
      const chores: Chore[] = [{ area: 'erasable', what: `people:${assembly}` }];
      await noteChores(db, chores);
      const others = members === 'all' ? sql`` : sql` or member not in (${sql.join(members)})`;
      await engine.keepOnly('person', sql`(assembly <> ${assembly}${others})`);
      return scrubAndStrike(engine, 'erasable', chores);
    });
  }

  return { putAnswers, readBox, boxesOf, seal, putSecret, getSecret, destroySecret, putPeople, people, erasePeople };
}
