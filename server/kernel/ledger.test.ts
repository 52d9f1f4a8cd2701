// One log at work, over the real store: what was acknowledged is there after any death, what was refused never happened,
// and what nobody could know is found out by reading again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../shared/kernel/protocol.ts';
import type { AnyCommand, Undoable } from '../../shared/kernel/room.ts';
import { house } from '../../shared/kernel/session.ts';
import { sessionRooms } from '../../shared/rooms.ts';
import { ConcurrentAppend, SealedBox, StoreFailed } from '../store/store.ts';
import type { Store } from '../store/store.ts';
import { openSqlite } from '../store/sqlite.ts';
import {
  Clock,
  answer,
  ask,
  begin,
  breakable,
  desk,
  facilitator,
  found,
  listener,
  memberId,
  memberOf,
  must,
  openHall,
  options,
  organiser,
  screen,
  secondFacilitator,
} from '../session/hall-for-tests.ts';
import type { BreakableStore, HallForTests } from '../session/hall-for-tests.ts';
import { Ledger } from './ledger.ts';

let dir = '';
let disk: Store;
let store: BreakableStore;
let clock: Clock;
let hall: HallForTests;
const poll = 'poll000001';
const box = `poll.${poll}.1`;
const gone = () => new StoreFailed('store.gone', 'the cable was pulled');
const full = () => new StoreFailed('store.full', 'no room');

const start = async () => {
  hall = await openHall({ store, clock });
};
/** The process dies and comes back: nothing in memory is kept. */
const restart = async () => {
  await hall.stop();
  await disk.close();
  disk = await openSqlite({ dir });
  store = breakable(disk);
  await start();
};
const closingOf = (of: HallForTests = hall) => {
  for (const change of of.changes)
    if (change.kind === 'facts') for (const { fact } of change.facts) if (fact.type === 'poll.closed') return fact;
  return undefined;
};
const block = { id: 'block00001', title: { original: 'it', it: 'Saluti' }, description: null, instructions: null, notes: null, activity: 'welcome', plannedSec: 600, warnSec: 60, video: null, materials: [] }; // prettier-ignore
const takingBack = (step: Undoable | null): AnyCommand & Readonly<Record<string, unknown>> => ({ ...(step?.command ?? { type: 'none' }) });
const answered = (reply: Reply): boolean => reply.ok && reply.done === 'done';

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'ledger-'));
  clock = new Clock();
  disk = await openSqlite({ dir });
  store = breakable(disk);
  await start();
  await found(hall, 12);
});
afterEach(async () => {
  vi.useRealTimers();
  await hall.stop();
  await disk.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('every wish is answered', () => {
  it('[K1] done, nothing to do, refused: each with a word and the time', async () => {
    expect(await hall.wish(facilitator, { type: 'session.openDoors' })).toEqual({ ok: true, done: 'done', at: clock.now });
    expect(await hall.wish(facilitator, { type: 'session.openDoors' })).toEqual({ ok: true, done: 'nothing', at: clock.now });
    expect(await hall.wish(facilitator, { type: 'session.seal' })).toMatchObject({ ok: false, code: 'kernel.notYours' });
    expect(await hall.wish(facilitator, { type: 'session.dance' })).toMatchObject({ ok: false, code: 'kernel.unknownCommand' });
    expect(await hall.wish(facilitator, { type: 'session.suspend' })).toMatchObject({ ok: false, code: 'kernel.malformed' });
  });

  it('[K1] [K6] a rule that throws is answered as our bug, changes nothing, and the next wish is served', async () => {
    const [first, ...others] = sessionRooms;
    if (!first) throw new Error('no room');
    const broken = { ...first, decide: () => { throw new Error('a slip of ours'); } }; // prettier-ignore
    const errors: unknown[] = [];
    const ledger = await Ledger.open({
      name: { scope: 'session', id: 'session002' },
      house: house([broken, ...others]),
      store,
      clock: clock.read,
      assembly: () => ({}),
      people: () => new Map(),
      onChange: () => undefined,
      onError: (error) => errors.push(error),
    });
    expect(await ledger.submit({ id: 'wish000001', command: { type: 'session.openDoors' } }, facilitator)).toMatchObject({
      code: 'kernel.bug',
    });
    expect(await ledger.submit({ id: 'wish000002', command: { type: 'screen.follow' } }, facilitator)).toMatchObject({ ok: true });
    expect([ledger.seq, errors.length]).toEqual([0, 1]);
    await ledger.stop();
  });

  it('[K6] a view that breaks when it is told does not stop the queue', async () => {
    await hall.stop();
    hall = await openHall({
      store,
      clock,
      onChange: () => {
        throw new Error('a view of ours');
      },
    });
    await begin(hall, 2);
    await must(hall.wish(facilitator, ask(poll)));
    expect(await hall.wish(memberOf(1), answer(poll, 1, options[0]))).toMatchObject({ ok: true, done: 'done' });
    expect(await hall.wish(memberOf(2), answer(poll, 1, options[0]))).toMatchObject({ ok: true, done: 'done' });
    expect(hall.errors.length).toBeGreaterThan(0);
  });

  it('[K1] a wish that comes at the very moment the queue runs empty is answered too', async () => {
    await begin(hall, 1);
    await must(hall.wish(facilitator, ask(poll)));
    for (let hops = 0; hops < 24; hops += 1) {
      const first =
        hops % 2 === 0 ? hall.wish(memberOf(1), answer(poll, hops + 1, options[0])) : hall.wish(facilitator, { type: 'session.open' });
      let chain: Promise<unknown> = first;
      for (let hop = 0; hop < hops; hop += 1) chain = chain.then(() => undefined);
      const second = chain.then(() => hall.wish(facilitator, { type: 'session.open' }));
      expect(await second).toMatchObject({ ok: true, done: 'nothing' });
    }
  });

  it('[K1] once it is stopping it says so', async () => {
    await hall.stop();
    expect(await hall.wish(facilitator, { type: 'session.openDoors' })).toMatchObject({ ok: false, code: 'kernel.stopping' });
  });

  it('[house 9] an answer is not told before it is stored: the sender hears nothing while the disk writes', async () => {
    await begin(hall, 1);
    await must(hall.wish(facilitator, ask(poll)));
    hall.changes.length = 0;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const write = vi.spyOn(disk, 'putAnswers');
    const slow = { ...store, putAnswers: async (rows: Parameters<Store['putAnswers']>[0]) => { await held; return disk.putAnswers(rows); } }; // prettier-ignore
    await hall.stop();
    hall = await openHall({ store: slow, clock });
    let heard = false;
    const reply = hall.wish(memberOf(1), answer(poll, 1, options[0])).then((given) => {
      heard = true;
      return given;
    });
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect({ heard, told: hall.changes.length, counted: hall.ledger.box.count(box) }).toEqual({ heard: false, told: 0, counted: 0 });
    release();
    expect(await reply).toMatchObject({ ok: true, done: 'done' });
    expect(write).toHaveBeenCalledTimes(1);
    expect(hall.ledger.box.count(box)).toBe(1);
  });
});

describe('the same wish again', () => {
  it('[K3] is answered like the first time and happens once: facts, refusals, answers, also after a restart', async () => {
    await begin(hall, 3);
    await must(hall.wish(facilitator, { type: 'agenda.add', block, after: null }));
    await must(hall.wish(facilitator, { type: 'agenda.start', from: null, to: 'block00001' }));
    const add = { type: 'agenda.timer', block: 'block00001', do: { kind: 'add', seconds: 60 } };
    const first = await must(hall.wish(facilitator, add, 'samewish01'));
    const seq = hall.ledger.seq;
    clock.after(5000);
    expect(await hall.wish(facilitator, add, 'samewish01')).toEqual(first);
    expect(hall.ledger.seq).toBe(seq);
    await restart();
    expect(await hall.wish(facilitator, add, 'samewish01')).toEqual(first);
    expect(hall.ledger.seq).toBe(seq);
  });

  it('[K3] an answer whose acknowledgement was lost is "received" also when the question has closed meanwhile', async () => {
    await begin(hall, 3);
    await must(hall.wish(facilitator, ask(poll)));
    const first = await must(hall.wish(memberOf(1), answer(poll, 1, options[0]), 'lostack001'));
    await must(hall.wish(facilitator, { type: 'poll.close', poll, round: 1 }));
    clock.after(4000);
    expect(await hall.wish(memberOf(1), answer(poll, 1, options[0]), 'lostack001')).toEqual(first);
    expect(await hall.wish(memberOf(2), answer(poll, 1, options[0]), 'toolate001')).toMatchObject({ ok: false, code: 'poll.tooLate' });
  });

  it('[K3] twice in one breath (two tabs, a double tap) is one answer and two yeses', async () => {
    await begin(hall, 1);
    await must(hall.wish(facilitator, ask(poll)));
    const both = await Promise.all([
      hall.wish(memberOf(1), answer(poll, 1, options[0]), 'twice00001'),
      hall.wish(memberOf(1), answer(poll, 1, options[0]), 'twice00001'),
    ]);
    expect(both.map(answered)).toEqual([true, true]);
    expect(hall.ledger.box.count(box)).toBe(1);
  });

  it('[K3] nobody can use up another’s wish by guessing its id', async () => {
    await must(hall.wish(facilitator, { type: 'session.openDoors' }, 'guessed001'));
    expect(await hall.wish(memberOf(1), { type: 'presence.enter', door: 'card' }, 'guessed001')).toMatchObject({ ok: true, done: 'done' });
  });
});

describe('the last step', () => {
  it('[K9] only the very last act is offered and granted, whichever room it was in; taken back, the one before it is the last again', async () => {
    await begin(hall, 3);
    await must(hall.wish(facilitator, { type: 'agenda.add', block, after: null }));
    await must(hall.wish(facilitator, { type: 'agenda.start', from: null, to: 'block00001' }));
    const started = hall.ledger.undoable();
    expect(started).toMatchObject({ code: 'agenda.started' });
    await must(hall.wish(memberOf(2), { type: 'floor.raise', member: null, kind: 'speech', on: true }));
    expect(hall.ledger.undoable()).toEqual(started);
    const call = { type: 'floor.call', where: null, from: null, turn: 'turn000001', member: memberId(2), kind: 'speech' };
    await must(hall.wish(secondFacilitator, call));
    expect(hall.ledger.undoable()).toMatchObject({ code: 'floor.turnStarted' });
    expect(await hall.wish(facilitator, takingBack(started))).toMatchObject({ ok: false, code: 'session.undoGone' });
    await restart();
    expect(await hall.wish(facilitator, takingBack(started))).toMatchObject({ ok: false, code: 'session.undoGone' });
    await must(hall.wish(facilitator, takingBack(hall.ledger.undoable())));
    expect(hall.ledger.undoable()).toEqual(started);
    await restart();
    expect(hall.ledger.undoable()).toEqual(started);
    expect(answered(await hall.wish(facilitator, takingBack(started)))).toBe(true);
    expect(hall.ledger.undoable()).toBeNull();
  });

  it('[K9] a question that was opened by mistake and taken back leaves what was done before it to be taken back', async () => {
    await begin(hall, 3);
    await must(hall.wish(facilitator, { type: 'agenda.add', block, after: null }));
    const added = hall.ledger.undoable();
    await must(hall.wish(facilitator, ask(poll)));
    expect(hall.ledger.undoable()).toMatchObject({ code: 'poll.opened' });
    await must(hall.wish(facilitator, takingBack(hall.ledger.undoable())));
    expect(hall.ledger.undoable()).toEqual(added);
    await must(hall.wish(facilitator, { type: 'presence.openRollCall' }));
    await must(hall.wish(facilitator, takingBack(hall.ledger.undoable())));
    expect(hall.ledger.undoable()).toEqual(added);
  });
});

describe('when the store fails', () => {
  it('[K2] a refused fact has changed nothing, is not remembered as the answer, and works at the next press', async () => {
    store.breakNext('append', 'before', full());
    const seq = hall.ledger.seq;
    expect(await hall.wish(facilitator, { type: 'session.openDoors' }, 'again00001')).toMatchObject({ ok: false, code: 'store.full' });
    expect(hall.ledger.seq).toBe(seq);
    expect(hall.ledger.trouble).toMatchObject({ code: 'store.full' });
    expect(await hall.wish(facilitator, { type: 'session.openDoors' }, 'again00001')).toMatchObject({ ok: true, done: 'done' });
    expect(hall.ledger.trouble).toBeNull();
    expect(hall.ledger.seq).toBe(seq + 1);
  });

  it('[K2] [K3] a commit that happened though its answer was lost is found by reading again: the same wish does not happen twice', async () => {
    await begin(hall, 1);
    await must(hall.wish(facilitator, { type: 'agenda.add', block, after: null }));
    await must(hall.wish(facilitator, { type: 'agenda.start', from: null, to: 'block00001' }));
    const add = { type: 'agenda.timer', block: 'block00001', do: { kind: 'add', seconds: 60 } };
    const seq = hall.ledger.seq;
    store.breakNext('append', 'after', gone());
    expect(await hall.wish(facilitator, add, 'unknown001')).toMatchObject({ ok: false, code: 'store.gone' });
    expect(hall.ledger.seq).toBe(seq);
    expect(await hall.wish(facilitator, add, 'unknown001')).toMatchObject({ ok: true, done: 'done' });
    expect(hall.ledger.seq).toBe(seq + 1);
  });

  it('[K2] a question that opened though nobody was told closes itself in time all the same', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await begin(hall, 1);
    store.breakNext('append', 'after', gone());
    expect(await hall.wish(facilitator, ask(poll, { closeAfterSec: 60 }))).toMatchObject({ code: 'store.gone' });
    expect(await hall.wish(facilitator, { type: 'session.open' })).toMatchObject({ ok: true, done: 'nothing' });
    clock.after(60_000);
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(() => expect(closingOf()).toMatchObject({ by: 'time' }));
  });

  it('[K2] nobody presses anything: the store is looked at again by itself, and the trouble goes away', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    store.breakNext('append', 'after', gone());
    await hall.wish(facilitator, { type: 'session.openDoors' });
    expect(hall.ledger.trouble).not.toBeNull();
    await vi.advanceTimersByTimeAsync(6000);
    await vi.waitFor(() => expect(hall.ledger.trouble).toBeNull());
    expect(hall.changes).toContainEqual(expect.objectContaining({ kind: 'facts' }));
  });

  it.each(['before', 'after'] as const)(
    '[K2] answers of a batch that failed (%s) are refused together, counted never twice, and the same ones go in again',
    async (when) => {
      await begin(hall, 3);
      await must(hall.wish(facilitator, ask(poll)));
      store.breakNext('putAnswers', when, gone());
      const wishes = [1, 2, 3].map((n) => () => hall.wish(memberOf(n), answer(poll, 1, options[0]), `batch0000${String(n)}`));
      expect((await Promise.all(wishes.map((wish) => wish()))).map((reply) => !reply.ok && reply.code)).toEqual([
        'store.gone',
        'store.gone',
        'store.gone',
      ]);
      expect((await Promise.all(wishes.map((wish) => wish()))).every(({ ok }) => ok)).toBe(true);
      await must(hall.wish(facilitator, { type: 'poll.close', poll, round: 1 }));
      expect(closingOf()).toMatchObject({ tally: { answered: 3 } });
    },
  );

  it('[K2] an answer that was stored though its sender was told otherwise is shown as soon as it is known', async () => {
    await begin(hall, 1);
    await must(hall.wish(facilitator, ask(poll)));
    store.breakNext('putAnswers', 'after', gone());
    expect(await hall.wish(memberOf(1), answer(poll, 1, options[0]), 'shownlate1')).toMatchObject({ ok: false });
    hall.changes.length = 0;
    expect(await hall.wish(memberOf(1), answer(poll, 1, options[0]), 'shownlate1')).toMatchObject({ ok: true });
    expect(hall.ledger.box.count(box)).toBe(1);
    expect(hall.changes).toContainEqual(expect.objectContaining({ kind: 'facts' }));
  });

  it('[K6] a sealed box refuses its own answer, not those that only shared the commit', async () => {
    await begin(hall, 2);
    await must(hall.wish(facilitator, ask(poll)));
    await must(hall.wish(facilitator, ask('poll000002', { electorate: 'audience' })));
    store.breakNext('putAnswers', 'before', new SealedBox('poll.poll000002.1'));
    const [member, guest] = await Promise.all([
      hall.wish(memberOf(1), answer(poll, 1, options[0])),
      hall.wish(listener(1), answer('poll000002', 1, options[0])),
    ]);
    expect([member, guest]).toMatchObject([{ ok: true }, { ok: false, code: 'kernel.boxSealed' }]);
    expect(hall.ledger.box.count(box)).toBe(1);
  });

  it('[K4] somebody else’s append in between: read again, decide again, and both logs are one', async () => {
    const other = await openHall({ store, clock });
    await must(hall.wish(facilitator, { type: 'session.openDoors' }));
    expect(await other.wish(secondFacilitator, { type: 'session.open' })).toMatchObject({ ok: false, code: 'session.doorsFirst' });
    expect(await other.wish(secondFacilitator, { type: 'session.noteIncident', words: 'x' })).toMatchObject({ ok: false });
    expect(await other.wish(secondFacilitator, { type: 'session.openDoors' })).toMatchObject({ ok: true, done: 'nothing' });
    await must(other.wish(secondFacilitator, { type: 'session.open' }));
    await must(hall.wish(facilitator, { type: 'session.renewCode', code: 'KKKKKK' }));
    expect(hall.ledger.reading()['session']).toMatchObject({ phase: 'open', code: 'KKKKKK' });
    await must(other.wish(secondFacilitator, { type: 'session.suspend', reason: 'Pausa' }));
    await must(hall.wish(facilitator, { type: 'session.noteIncident', words: 'Rete caduta' }));
    expect(other.ledger.states).toEqual(hall.ledger.states);
    expect(await disk.read(hall.ledger.name)).toHaveLength(hall.ledger.seq);
    await other.stop();
  });

  it('[K1] a store that is always busy is said so, after three tries', async () => {
    for (let n = 0; n < 3; n += 1) store.breakNext('append', 'before', new ConcurrentAppend(hall.ledger.name, hall.ledger.seq));
    expect(await hall.wish(facilitator, { type: 'session.openDoors' })).toMatchObject({ ok: false, code: 'store.busy' });
    expect(await hall.wish(facilitator, { type: 'session.openDoors' })).toMatchObject({ ok: true, done: 'done' });
  });
});

describe('opened again', () => {
  it('[K4] the same facts give the same state and the same boxes', async () => {
    await begin(hall, 5);
    await must(hall.wish(facilitator, ask(poll)));
    for (const n of [3, 1, 2]) {
      clock.after(10);
      await must(hall.wish(memberOf(n), answer(poll, 1, options[n % 3] ?? '')));
    }
    await must(hall.wish(memberOf(3), answer(poll, 2, options[1])));
    const before = { states: hall.ledger.states, rows: hall.ledger.box.rows(box), seq: hall.ledger.seq };
    await restart();
    expect({ states: hall.ledger.states, rows: hall.ledger.box.rows(box), seq: hall.ledger.seq }).toEqual(before);
    expect(hall.ledger.box.of(box, memberId(3))).toMatchObject({ edit: 2 });
  });

  it.each([
    ['a word of a fact', `update fact set body = replace(body, 'Sala', 'Aula') where scope = 'session'`],
    ['the time', `update fact set at = at + 1 where scope = 'session' and seq = 1`],
    ['who did it', `update fact set "by" = 'facilitator:x' where scope = 'session' and seq = 1`],
    ['a fact taken out', `delete from fact where scope = 'session' and seq = 1`],
    ['two facts that change places', `update fact set seq = 3 - seq where scope = 'session' and seq in (1, 2)`],
  ])('[K4] a log that was tampered with does not open: %s', async (_, change) => {
    await must(hall.wish(facilitator, { type: 'session.openDoors' }));
    await must(hall.wish(facilitator, { type: 'session.open' }));
    await hall.stop();
    await disk.close();
    const file = new Database(join(dir, 'plenaria.db'));
    if (change.includes('3 - seq'))
      file.exec(
        `update fact set seq = -seq where scope = 'session' and seq in (1, 2); update fact set seq = 3 + seq where scope = 'session' and seq in (-1, -2)`,
      );
    else file.exec(change);
    file.close();
    disk = await openSqlite({ dir });
    store = breakable(disk);
    await expect(start()).rejects.toThrow(/was changed at fact/);
  });

  it('[K7] time never goes back in a log, though the laptop’s clock does', async () => {
    await must(hall.wish(facilitator, { type: 'session.openDoors' }));
    const opened = clock.now;
    clock.after(-3_600_000);
    expect(await hall.wish(facilitator, { type: 'session.open' })).toMatchObject({ ok: true, at: opened });
    await restart();
    expect(await hall.wish(facilitator, { type: 'session.suspend', reason: 'x' })).toMatchObject({ ok: true, at: opened });
    const times = (await disk.read(hall.ledger.name)).map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('[decisions] what was due while the server was down fires late, with the real time', async () => {
    await begin(hall, 1);
    await must(hall.wish(facilitator, ask(poll, { closeAfterSec: 60 })));
    await must(hall.wish(memberOf(1), answer(poll, 1, options[0])));
    clock.after(600_000);
    await restart();
    await vi.waitFor(() => expect(closingOf()).toMatchObject({ by: 'time', tally: { answered: 1 } }));
    const last = (await disk.read(hall.ledger.name)).at(-1);
    expect(last?.at).toBe(clock.now);
  });

  it('[decisions] a forgotten session is closed by the timer, 18 hours after the doors, also over a restart', async () => {
    await begin(hall, 1);
    clock.after(19 * 3_600_000);
    await restart();
    await vi.waitFor(() => expect(hall.ledger.reading()['session']).toMatchObject({ phase: 'closed' }));
  });
});

describe('the close counts what came before it', () => {
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('answer' as const),
        who: fc.integer({ min: 1, max: 8 }),
        picked: fc.constantFrom(...options),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('turn' as const) }) },
  );

  it('[decisions] exactly the answers that entered the queue before the close, whatever the interleaving; later ones are told so', async () => {
    await begin(hall, 8);
    let polls = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        polls += 1;
        const id = `poll1${String(polls).padStart(5, '0')}`;
        await must(hall.wish(facilitator, ask(id)));
        const edits = new Map<number, number>();
        const latest = new Map<number, string>();
        let closed = false;
        const replies: Promise<{ readonly before: boolean; readonly reply: Reply }>[] = [];
        for (const one of [...steps, { kind: 'close' as const }]) {
          if (one.kind === 'turn') await new Promise((resolve) => setImmediate(resolve));
          else if (one.kind === 'close') {
            replies.push(hall.wish(facilitator, { type: 'poll.close', poll: id, round: 1 }).then((reply) => ({ before: true, reply })));
            closed = true;
          } else {
            const edit = (edits.get(one.who) ?? 0) + 1;
            edits.set(one.who, edit);
            const before = !closed;
            if (before) latest.set(one.who, one.picked);
            replies.push(hall.wish(memberOf(one.who), answer(id, edit, one.picked)).then((reply) => ({ before, reply })));
          }
        }
        for (const { before, reply } of await Promise.all(replies))
          if (before) expect(reply.ok).toBe(true);
          else expect(reply).toMatchObject({ ok: false, code: 'poll.tooLate' });
        const fact = hall.changes
          .flatMap((change) => (change.kind === 'facts' ? change.facts : []))
          .find(({ fact: found }) => found.type === 'poll.closed' && 'poll' in found && found.poll === id);
        const counted = Object.fromEntries(
          options.map((option) => [option, [...latest.values()].filter((picked) => picked === option).length]),
        );
        expect(fact?.fact).toMatchObject({
          tally: {
            answered: latest.size,
            options: options.map((option): unknown => expect.objectContaining({ id: option, count: counted[option] })),
          },
        });
      }),
      { numRuns: 25 },
    );
  });

  it('[PO3] a late resend of an older answer never wins, not even in the same commit', async () => {
    await begin(hall, 1);
    await must(hall.wish(facilitator, ask(poll)));
    const replies = await Promise.all([
      hall.wish(memberOf(1), answer(poll, 2, options[1])),
      hall.wish(memberOf(1), answer(poll, 1, options[0])),
    ]);
    expect(replies).toMatchObject([
      { ok: true, done: 'done' },
      { ok: true, done: 'nothing' },
    ]);
    expect(hall.ledger.box.of(box, memberId(1))?.body).toMatchObject({ answer: { picked: [options[1]] } });
  });
});

describe('the seal', () => {
  const secretOf = () => disk.getSecret(`box.${hall.ledger.name.id}`);
  const closeSession = () => hall.wish(facilitator, { type: 'session.close' });

  it('[PO4] at the close of the session boxes are rewritten unlinked and the key is destroyed, before anybody is told', async () => {
    await begin(hall, 3);
    await must(hall.wish(facilitator, ask(poll)));
    for (const n of [1, 2, 3]) await must(hall.wish(memberOf(n), answer(poll, 1, options[0])));
    expect(await secretOf()).not.toBeNull();
    expect(hall.ledger.box.of(box, memberId(1))).toBeDefined();
    await must(closeSession());
    expect(await secretOf()).toBeNull();
    expect(hall.ledger.keyOf(memberId(1))).toBeUndefined();
    expect(hall.ledger.box.of(box, memberId(1))).toBeUndefined();
    expect(await disk.readBox(box)).toMatchObject({ state: 'sealed' });
    expect(hall.ledger.box.rows(box).map(({ at, edit }) => [at, edit])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(closingOf()).toMatchObject({ by: 'session', tally: { answered: 3 } });
    await restart();
    expect(hall.ledger.keyOf(memberId(1))).toBeUndefined();
    expect(hall.ledger.box.count(box)).toBe(3);
    expect(await secretOf()).toBeNull();
  });

  it.each(['seal', 'destroySecret'] as const)('[PO4] interrupted (%s), it is finished at the next start', async (method) => {
    await begin(hall, 2);
    await must(hall.wish(facilitator, ask(poll)));
    await must(hall.wish(memberOf(1), answer(poll, 1, options[0])));
    store.breakNext(method, 'before', gone());
    expect(await closeSession()).toMatchObject({ ok: true, done: 'done' });
    expect(hall.ledger.trouble).not.toBeNull();
    expect(hall.ledger.keyOf(memberId(1))).toBeUndefined();
    expect(await secretOf()).not.toBeNull();
    await restart();
    expect(await secretOf()).toBeNull();
    expect(await disk.readBox(box)).toMatchObject({ state: 'sealed' });
  });

  it('[PO4] interrupted, it is also finished by itself without a restart, and the session goes on meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await begin(hall, 2);
    await must(hall.wish(facilitator, ask(poll)));
    await must(hall.wish(memberOf(1), answer(poll, 1, options[0])));
    store.breakNext('seal', 'before', full());
    store.breakNext('seal', 'before', full());
    await must(closeSession());
    expect(await hall.wish(facilitator, { type: 'poll.publish', poll, round: 1 })).toMatchObject({ ok: true, done: 'done' });
    expect(hall.ledger.trouble).toMatchObject({ code: 'store.full' });
    await vi.advanceTimersByTimeAsync(6000);
    await vi.waitFor(() => expect(hall.ledger.trouble).toBeNull());
    expect(await secretOf()).toBeNull();
    expect(await disk.readBox(box)).toMatchObject({ state: 'sealed' });
  });

  it('[PO4] a close that was stored though its answer was lost is sealed as soon as it is known', async () => {
    await begin(hall, 2);
    await must(hall.wish(facilitator, ask(poll)));
    await must(hall.wish(memberOf(1), answer(poll, 1, options[0])));
    store.breakNext('append', 'after', gone());
    expect(await closeSession()).toMatchObject({ code: 'store.gone' });
    expect(await closeSession()).toMatchObject({ ok: true, done: 'nothing' });
    expect(await secretOf()).toBeNull();
    expect(await disk.readBox(box)).toMatchObject({ state: 'sealed' });
  });

  it('[decisions] who tapped in a roll call is sealed with its close', async () => {
    await begin(hall, 3);
    await must(hall.wish(facilitator, { type: 'presence.openRollCall' }));
    const view = hall.changes
      .flatMap((change) => (change.kind === 'facts' ? change.facts : []))
      .find(({ fact }) => fact.type === 'presence.rollCallOpened')?.fact;
    const rollCall = view && 'rollCall' in view && typeof view.rollCall === 'string' ? view.rollCall : '';
    await must(hall.wish(memberOf(1), { type: 'presence.imHere', rollCall, edit: 1 }));
    expect(hall.ledger.box.count(`rollcall.${rollCall}`)).toBe(1);
    await must(hall.wish(facilitator, { type: 'presence.closeRollCall', rollCall }));
    expect(hall.ledger.box.count(`rollcall.${rollCall}`)).toBe(0);
    expect(await disk.readBox(`rollcall.${rollCall}`)).toEqual({ state: 'sealed', bodies: ['"here"'] });
  });

  it('[PO3] nothing stored links a seat to a choice in words: no member id is in a box, no choice in a log', async () => {
    await begin(hall, 3);
    await must(hall.wish(facilitator, ask(poll)));
    for (const n of [1, 2, 3]) await must(hall.wish(memberOf(n), answer(poll, 1, options[0])));
    const contents = JSON.stringify(await disk.readBox(box));
    expect(contents).toContain(options[0]);
    for (const n of [1, 2, 3]) expect(contents).not.toContain(memberId(n));
    const log = (await disk.read(hall.ledger.name)).filter(({ by }) => by.startsWith('member:'));
    expect(JSON.stringify(log)).not.toContain(options[0]);
  });
});

describe('rights, on the road of every wish', () => {
  it('[decisions] a screen, the audience, a member, the desk do not drive', async () => {
    for (const who of [screen, listener(1), memberOf(1), desk])
      expect(await hall.wish(who, { type: 'session.openDoors' })).toMatchObject({ ok: false, code: 'kernel.notYours' });
    for (const who of [organiser, facilitator])
      expect(await hall.wish(who, { type: 'poll.closeDue', poll, round: 1 })).toMatchObject({ code: 'kernel.notYours' });
    expect(hall.ledger.reading()['session']).toMatchObject({ phase: 'draft' });
  });
});
