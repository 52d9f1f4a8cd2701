// What is written into documents, over the real store: nothing is told before it is stored, what was told survives any death, a failed
// commit refuses the whole batch and leaves no trace, and with the session's end what was being written is gone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isItem } from '../../shared/board/item.ts';
import { Clock, begin, breakable, facilitator, found, memberOf, must, openHall, organiser } from '../session/hall-for-tests.ts';
import type { BreakableStore, HallForTests } from '../session/hall-for-tests.ts';
import { openSqlite } from '../store/sqlite.ts';
import { StoreFailed } from '../store/store.ts';
import type { Store } from '../store/store.ts';

let dir = '';
let disk: Store;
let store: BreakableStore;
let clock: Clock;
let hall: HallForTests;
const board = 'board000001';
const area = 'area000001';
const text = (it: string) => ({ original: 'it', it });

const restart = async () => {
  await hall.stop();
  await disk.close();
  disk = await openSqlite({ dir });
  store = breakable(disk);
  hall = await openHall({ store, clock });
};
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'writing-'));
  clock = new Clock();
  disk = await openSqlite({ dir });
  store = breakable(disk);
  hall = await openHall({ store, clock });
  await found(hall, 12);
  await begin(hall, 3);
  const plan = {
    id: board,
    group: null,
    block: null,
    title: text('Che cosa viene prima?'),
    areas: [{ id: area, prompt: text('Idee'), shape: { kind: 'column' } }],
    authors: 'hidden',
    silent: true,
    kinds: ['idea'],
    dots: { each: 3, max: 2, on: 'notes' },
    secs: [null, null, null, null],
  };
  await must(hall.wish(facilitator, { type: 'board.prepare', plans: [plan] }));
  await must(hall.wish(facilitator, { type: 'board.open', boards: [board] }));
});
afterEach(async () => {
  await hall.stop();
  await disk.close();
  rmSync(dir, { recursive: true, force: true });
});
const write = (note: string, words = note) => ({
  type: 'board.write',
  board,
  note,
  area,
  theme: null,
  place: null,
  text: words,
  kind: 'idea',
  lang: 'it',
  silence: 1,
  door: 'phone',
  seat: null,
});
const texts = (): readonly string[] =>
  [...hall.ledger.items.reading.items(board).values()].flatMap((item) => (isItem(item) && item.t === 'note' ? [item.text] : [])).sort();

describe('what is written', () => {
  it('[K2] is stored before its writer is told, and before anybody can read it', async () => {
    const seen: string[] = [];
    const real = store.putItems.bind(store);
    store.putItems = async (session, rows) => {
      seen.push(`reading ${texts().join()}`);
      await real(session, rows);
      seen.push('stored');
    };
    const reply = hall.wish(memberOf(1), write('note000001')).then((given) => {
      seen.push(`told ${texts().join()}`);
      return given;
    });
    expect(await reply).toMatchObject({ ok: true, done: 'done' });
    expect(seen).toEqual(['reading ', 'stored', 'told note000001']);
  });

  it('[BO9] survives the death of the process, with who may change it', async () => {
    await must(hall.wish(memberOf(1), write('note000001', 'Prima')));
    await must(hall.wish(memberOf(1), { type: 'board.edit', board, note: 'note000001', was: 'Prima', text: 'Poi', kind: 'idea' }));
    await must(hall.wish(memberOf(2), write('note000002')));
    await restart();
    expect(texts()).toEqual(['Poi', 'note000002']);
    expect(await hall.wish(memberOf(2), { type: 'board.withdraw', board, note: 'note000001' })).toMatchObject({ ok: false });
    expect(await hall.wish(memberOf(1), { type: 'board.withdraw', board, note: 'note000001' })).toMatchObject({ ok: true });
  });

  it('[K3] the same note sent again, in the same process or after a restart, is one note', async () => {
    const wish = { id: 'wish000001', command: write('note000001') };
    expect(await hall.ledger.submit(wish, memberOf(1))).toMatchObject({ ok: true, done: 'done' });
    expect(await hall.ledger.submit(wish, memberOf(1))).toMatchObject({ ok: true, done: 'done' });
    await restart();
    expect(await hall.ledger.submit(wish, memberOf(1))).toMatchObject({ ok: true });
    expect(texts()).toEqual(['note000001']);
  });

  it('[K2] many that come together share a commit, and the second of two on one note is decided on the first', async () => {
    let commits = 0;
    const real = store.putItems.bind(store);
    store.putItems = (session, rows) => {
      commits += 1;
      return real(session, rows);
    };
    const replies = await Promise.all([
      hall.wish(memberOf(1), write('note000001', 'Più ombra')),
      hall.wish(memberOf(1), { type: 'board.edit', board, note: 'note000001', was: 'Più ombra', text: 'Più ombra e acqua', kind: 'idea' }),
      hall.wish(memberOf(2), write('note000002')),
    ]);
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(commits).toBe(1);
    expect(texts()).toEqual(['Più ombra e acqua', 'note000002']);
  });

  it('[K2] a failed commit refuses the whole batch, nobody reads any of it, and afterwards it can be sent again', async () => {
    await must(hall.wish(memberOf(1), write('note000001')));
    const real = store.putItems.bind(store);
    store.putItems = () => Promise.reject(new StoreFailed('store.full', 'no room'));
    const replies = await Promise.all([hall.wish(memberOf(1), write('note000002')), hall.wish(memberOf(2), write('note000003'))]);
    expect(replies).toMatchObject([
      { ok: false, code: 'store.full' },
      { ok: false, code: 'store.full' },
    ]);
    expect(texts()).toEqual(['note000001']);
    store.putItems = real;
    await must(hall.wish(memberOf(2), write('note000003')));
    expect(texts()).toEqual(['note000001', 'note000003']);
    await restart();
    expect(texts()).toEqual(['note000001', 'note000003']);
  });

  it('[K2] a commit of unknown outcome that did happen is found again, once', async () => {
    const real = store.putItems.bind(store);
    store.putItems = async (session, rows) => {
      await real(session, rows);
      throw new StoreFailed('store.gone', 'the cable was pulled');
    };
    expect(await hall.wish(memberOf(1), write('note000001'))).toMatchObject({ ok: false, code: 'store.gone' });
    store.putItems = real;
    expect(await hall.wish(memberOf(1), write('note000001'))).toMatchObject({ ok: true });
    expect(texts()).toEqual(['note000001']);
  });

  it('[BO2] a reveal waits for every note that entered the queue before it', async () => {
    const [first, , second] = await Promise.all([
      hall.wish(memberOf(1), write('note000001')),
      hall.wish(facilitator, { type: 'board.reveal', board, silence: 1 }),
      hall.wish(memberOf(2), write('note000002')),
    ]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    const late = [...hall.ledger.items.reading.items(board)].flatMap(([id, item]) =>
      isItem(item) && item.t === 'note' ? [[id, item.late]] : [],
    );
    expect(late).toEqual([
      ['note000001', false],
      ['note000002', true],
    ]);
  });

  it('[IN4] [BO8] when the session closes its boards are frozen into the log and what was being written is gone, from the disk too', async () => {
    await must(hall.wish(memberOf(1), write('note000001', 'Resta solo nella copia')));
    await must(hall.wish(organiser, { type: 'session.close' }));
    const frozen = hall.changes
      .flatMap((change) => (change.kind === 'facts' ? change.facts : []))
      .filter(({ fact }) => fact.type === 'board.frozen');
    expect(JSON.stringify(frozen)).toContain('Resta solo nella copia');
    expect(hall.ledger.items.reading.items(board).size).toBe(0);
    expect(await disk.readItems(hall.ledger.name.id)).toEqual([]);
    expect(await hall.wish(memberOf(1), write('note000002'))).toMatchObject({ ok: false });
    await restart();
    expect(texts()).toEqual([]);
  });
});
