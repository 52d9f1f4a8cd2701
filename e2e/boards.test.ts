// Twenty people at one board of the Citizens' Table, on the real server with the pages' own lines: they write, change, withdraw, put
// together, lose their network, close their phones and open them again, while the server is killed without farewell and started again.
// Afterwards nothing that somebody was told is stored is lost, nobody's words stand in another's note, and every copy of the document is
// the same as one that is opened fresh (BO9, K2, K3). The seed is in the failure.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { connect, type Connection } from '../client/kernel/connection.ts';
import { heldDocument, type HeldDocument } from '../client/kernel/document.ts';
import { newId } from '../client/kernel/ids.ts';
import type { PendingWish, Shelf } from '../client/kernel/send.ts';
import { socketTransport } from '../client/kernel/transport.ts';
import { openLine, type DocumentLine } from '../client/kernel/yjsDocument.ts';
import type { Role } from '../shared/kernel/audience.ts';
import { until } from './house.ts';
import { Served } from './served.ts';

const complaints: string[] = [];
const served = new Served({}, (words) => complaints.push(words));
beforeAll(() => served.begin());
afterAll(async () => {
  await served.end();
  expect(complaints).toEqual([]);
});

const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const maps = ['notes', 'themes'] as const;
/** Everything that a copy holds, in an order of its own. */
const contents = (held: HeldDocument): unknown =>
  maps.map((map) => [map, [...held.ids(map)].sort().map((id) => [id, held.entry(map, id)])]);

const socketWith = (cookie: string): typeof WebSocket =>
  class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      // @ts-expect-error Node's own WebSocket also takes headers; browsers have the cookie by themselves.
      super(url, { headers: { cookie }, protocols });
    }
  };
interface Copy {
  readonly held: HeldDocument;
  readonly line: DocumentLine;
}
const copies: Copy[] = [];
const openCopy = (cookie: string, role: Role, document: string): Copy => {
  const held = heldDocument();
  const line = openLine({
    url: served.direct.replace(/^http/, 'ws'),
    role,
    session: null,
    document,
    maps,
    held,
    WebSocketPolyfill: socketWith(cookie),
  });
  const copy = { held, line };
  copies.push(copy);
  return copy;
};

const mineSchema = z.object({
  board: z.object({ now: z.object({ board: z.string(), areas: z.array(z.object({ id: z.string() })), silence: z.number().nullable() }) }),
});
type Wish = { readonly type: string } & Readonly<Record<string, unknown>>;

/** A phone whose page can be closed and opened again: the outbox lies on a shelf, as in the browser. */
class Phone {
  readonly cookie: string;
  connection: Connection;
  readonly #shelf: Shelf;
  /** Own notes → the last words that the server acknowledged; null: withdrawn. */
  readonly stored = new Map<string, string | null>();
  /** Wishes whose answer this page never heard: their notes may have either words. */
  readonly unsure = new Set<string>();
  refused = 0;

  constructor(cookie: string) {
    this.cookie = cookie;
    let lies: readonly PendingWish[] = [];
    this.#shelf = { load: () => lies, save: (wishes) => (lies = wishes) };
    this.connection = this.open();
  }
  private open(): Connection {
    const transport = socketTransport({ url: served.direct, headers: { cookie: this.cookie } });
    return connect({ transport, role: 'member', session: null, lang: 'it', shelf: this.#shelf });
  }
  /** The page is closed and opened again: what it had not sent it still has. */
  reopen(): void {
    this.connection.close();
    this.connection = this.open();
  }
  get now() {
    return mineSchema.safeParse(this.connection.store.getState().mine).data?.board.now ?? null;
  }
  async say(note: string, words: string | null, command: Wish): Promise<void> {
    this.unsure.add(note);
    const of = this.connection;
    const reply = await of.send(command, { keep: true });
    if (of !== this.connection) return;
    if (reply.ok) {
      this.stored.set(note, words);
      this.unsure.delete(note);
    } else {
      this.refused += 1;
      // A refusal changed nothing: what was known before still is.
      this.unsure.delete(note);
    }
  }
}

describe.each([3, 11])('seed %i', (seed) => {
  it('[BO9] [K2] [K3] nothing that was acknowledged is lost and all copies are one, over drops, closed phones and a killed server', async () => {
    const random = seeded(seed);
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    const cards = (await served.cards(served.link('citizens'))).slice((seed % 2) * 20, (seed % 2) * 20 + 20);
    const phones = await Promise.all(cards.map(async ({ url }) => new Phone((await served.enter(url)).cookie)));
    await until(() => phones.filter(({ now }) => now !== null).length).toBe(phones.length);
    const { board, areas } = phones[0]?.now ?? { board: '', areas: [] };
    const readers = phones.slice(0, 6).map(({ cookie }) => openCopy(cookie, 'member', board));
    await until(() => readers.every(({ held }) => held.state().kind === 'live')).toBe(true);

    const jobs: Promise<void>[] = [];
    const act = (phone: Phone, step: number): void => {
      const own = [...phone.stored].flatMap(([note, words]) => (words === null || phone.unsure.has(note) ? [] : [{ note, words }]));
      const dice = random();
      const area = pick(areas)?.id ?? '';
      if (dice < 0.45 || own.length === 0) {
        const note = newId();
        const text = `Biglietto ${String(seed)}.${String(step)}`;
        jobs.push(
          phone.say(note, text, {
            type: 'board.write',
            board,
            note,
            area,
            theme: null,
            place: null,
            text,
            kind: 'idea',
            lang: 'it',
            silence: null,
            door: 'phone',
            seat: null,
          }),
        );
        return;
      }
      const one = pick(own);
      if (!one) return;
      if (dice < 0.75) {
        const text = `${one.words.slice(0, 60)}, poi ${String(step)}`;
        jobs.push(phone.say(one.note, text, { type: 'board.edit', board, note: one.note, was: one.words, text, kind: 'idea' }));
      } else if (dice < 0.85) jobs.push(phone.say(one.note, null, { type: 'board.withdraw', board, note: one.note }));
      else if (dice < 0.93)
        jobs.push(
          phone.say(one.note, one.words, { type: 'board.place', board, note: one.note, area, theme: null, before: null, place: null }),
        );
      else {
        const other = pick(readers)?.held.ids('notes');
        const into = other && pick(other);
        if (into && into !== one.note) jobs.push(phone.say(one.note, one.words, { type: 'board.same', board, note: one.note, into }));
      }
    };
    let reopened = 0;
    const steps = 160;
    for (let step = 0; step < steps; step += 1) {
      const phone = pick(phones);
      if (!phone) continue;
      act(phone, step);
      if (random() < 0.05) {
        phone.reopen();
        reopened += 1;
      }
      if (step === 60 || step === 120) {
        await served.kill();
        for (const late of phones.slice(0, 10)) act(late, 1000 + step);
        await served.start();
      }
      // A turn of the loop, so that answers and views come in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const phone of phones) phone.connection.wake();
    await until(() => phones.filter(({ connection }) => connection.store.getState().link.kind === 'live').length, 30_000).toBe(
      phones.length,
    );
    await until(() => phones.flatMap(({ connection }) => connection.store.getState().pending).length, 30_000).toBe(0);

    const fresh = openCopy(phones[19]?.cookie ?? '', 'member', board);
    await until(() => fresh.held.state().kind).toBe('live');
    for (const { line } of readers) line.wake();
    await until(() => readers.filter(({ held }) => held.state().kind === 'live').length, 30_000).toBe(readers.length);
    for (const { held } of readers) await until(() => contents(held)).toEqual(contents(fresh.held));

    let checked = 0;
    for (const phone of phones)
      for (const [note, words] of phone.stored) {
        if (phone.unsure.has(note)) continue;
        const entry = fresh.held.entry('notes', note);
        if (words === null) expect(entry, `seed ${String(seed)}, withdrawn ${note}`).toBeUndefined();
        else expect(entry, `seed ${String(seed)}, ${note}`).toMatchObject({ text: words });
        checked += 1;
      }
    // It did something: otherwise it would prove nothing.
    expect(checked).toBeGreaterThan(40);
    expect(reopened).toBeGreaterThan(2);
    for (const { connection } of phones) connection.close();
    for (const { line } of copies.splice(0)) line.close();
  }, 120_000);
});

describe('eight notes without network', () => {
  it('[BO9] [K8] a phone that was away comes back with what it wrote, each note once', async () => {
    const [card] = (await served.cards(served.link('citizens'))).slice(5, 6);
    const { cookie } = await served.enter(card?.url ?? '');
    const phone = new Phone(cookie);
    await until(() => phone.now !== null).toBe(true);
    const { board = '', areas = [] } = phone.now ?? {};
    await served.kill();
    await until(() => phone.connection.store.getState().link.kind).toBe('reconnecting');
    const notes = Array.from({ length: 8 }, (_, n) => ({ note: newId(), text: `Scritto senza rete ${String(n + 1)}` }));
    for (const { note, text } of notes)
      void phone.say(note, text, {
        type: 'board.write',
        board,
        note,
        area: areas[0]?.id ?? '',
        theme: null,
        place: null,
        text,
        kind: 'question',
        lang: 'it',
        silence: null,
        door: 'phone',
        seat: null,
      });
    phone.reopen();
    expect(phone.connection.store.getState().pending).toHaveLength(8);
    await served.start();
    await until(() => phone.connection.store.getState().pending.length, 30_000).toBe(0);
    const copy = openCopy(cookie, 'member', board);
    await until(() => copy.held.state().kind).toBe('live');
    for (const { note, text } of notes) await until(() => copy.held.entry('notes', note)).toMatchObject({ text, kind: 'question' });
    const texts = copy.held.ids('notes').flatMap((id) => {
      const entry = copy.held.entry('notes', id);
      return typeof entry === 'object' && entry !== null && 'text' in entry ? [entry.text] : [];
    });
    for (const { text } of notes) expect(texts.filter((each) => each === text)).toHaveLength(1);
    phone.connection.close();
    for (const { line } of copies.splice(0)) line.close();
  }, 60_000);
});
