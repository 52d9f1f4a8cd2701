// The documents' door, attacked with raw frames: whoever may read reads, nobody writes, and what a hostile line sends costs only that line.
// What must not be seen (silent notes, authors, other tables' boards) is looked for in the very bytes that a reader receives.
import { decoding, encoding } from 'lib0';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as auth from 'y-protocols/auth';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { documentPath, wire } from '../../shared/kernel/documentWire.ts';
import { memberId } from '../session/hall-for-tests.ts';
import { openDoorForTests } from '../session/door-for-tests.ts';
import type { Browser, DoorForTests } from '../session/door-for-tests.ts';

let door: DoorForTests;
const open: WebSocket[] = [];
beforeEach(async () => {
  door = await openDoorForTests();
  for (let n = 1; n <= 6; n += 1) await door.system({ type: 'presence.letIn', member: memberId(n), phone: true });
});
afterEach(async () => {
  for (const line of open.splice(0)) line.terminate();
  expect(door.errors).toEqual([]);
  await door.stop();
});

const [board, area, other] = ['board000001', 'area000001', 'board000002'] as const;
const text = (it: string) => ({ original: 'it', it });
const plan = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  group: null,
  block: null,
  title: text('Che cosa viene prima?'),
  areas: [{ id: area, prompt: text('Idee'), shape: { kind: 'column' } }],
  authors: 'hidden',
  silent: false,
  kinds: ['idea', 'against', 'question', 'condition'],
  dots: { each: 3, max: 2, on: 'notes' },
  secs: [null, null, null, null],
  ...more,
});
const openBoard = async (of: ReturnType<typeof plan>) => {
  await door.system({ type: 'board.prepare', plans: [of] });
  await door.system({ type: 'board.open', boards: [of.id] });
};
const tables = async () => {
  const groups = [1, 2].map((number) => ({
    id: `group00000${String(number)}`,
    number,
    name: null,
    theme: null,
    question: null,
    video: null,
  }));
  await door.system({ type: 'groups.plan', themes: [], groups });
  const seating = groups.map(({ id }, n) => ({ group: id, members: [n * 2 + 1, n * 2 + 2].map(memberId) }));
  await door.system({ type: 'groups.assign', round: 1, how: { by: 'hand' }, seating });
  await door.system({ type: 'groups.split', round: 1, block: null });
};
const seated = async (seat: number): Promise<Browser> => {
  const browser = door.browser();
  await browser.enter({ token: door.cardOf(seat).token });
  return browser;
};
const write = (note: string, words: string, more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'board.write',
  board,
  note,
  area,
  theme: null,
  place: null,
  text: words,
  kind: 'idea',
  lang: 'it',
  silence: null,
  door: 'phone',
  seat: null,
  ...more,
});

interface Reading {
  readonly line: WebSocket;
  readonly doc: Doc;
  /** Everything that came, as bytes. */
  readonly raw: Buffer[];
  readonly denied: string[];
  readonly closed: { readonly code: number; readonly reason: string }[];
  readonly send: (bytes: Uint8Array) => void;
  readonly notes: () => Readonly<Record<string, unknown>>;
}
const frame = (build: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder();
  build(encoder);
  return encoding.toUint8Array(encoder);
};
const step1 = (doc: Doc) =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, wire.sync);
    sync.writeSyncStep1(encoder, doc);
  });
/** A line as a page opens it: answers in the protocol, keeps what it hears. Resolves when it is open or was turned away at the upgrade. */
const read = (cookie: string, role: string, document: string, headers: Readonly<Record<string, string>> = {}): Promise<Reading> =>
  new Promise((resolve, reject) => {
    const line = new WebSocket(`${door.base.replace(/^http/, 'ws')}${documentPath}${role}/-/${document}`, {
      headers: { cookie, ...headers },
    });
    open.push(line);
    const doc = new Doc();
    const reading: Reading = {
      line,
      doc,
      raw: [],
      denied: [],
      closed: [],
      send: (bytes) => line.send(bytes),
      notes: () => doc.getMap('notes').toJSON(),
    };
    line.on('error', reject);
    line.on('unexpected-response', (_request, response) => reject(new Error(String(response.statusCode))));
    line.on('close', (code, reason) => reading.closed.push({ code, reason: reason.toString() }));
    line.on('message', (data: Buffer) => {
      reading.raw.push(data);
      const decoder = decoding.createDecoder(new Uint8Array(data));
      const type = decoding.readVarUint(decoder);
      if (type === wire.sync) sync.readSyncMessage(decoder, encoding.createEncoder(), doc, line);
      if (type === wire.auth) auth.readAuthMessage(decoder, doc, (_doc, reason) => reading.denied.push(reason));
    });
    line.on('open', () => {
      line.send(step1(doc));
      resolve(reading);
    });
  });
const until = (what: () => void) => vi.waitFor(what, { timeout: 5000, interval: 10 });
const heard = (reading: Reading, words: string): boolean => reading.raw.some((bytes) => bytes.includes(Buffer.from(words)));

describe('who may read', () => {
  it('[BO3] whoever belongs to a board reads it as it grows; the audience, a desk and strangers do not', async () => {
    await openBoard(plan(board));
    const writer = await seated(1);
    const line = await writer.line('member');
    const reader = await read((await seated(2)).cookie(), 'member', board);
    expect(await line.do(write('note000001', 'Più alberi'))).toMatchObject({ ok: true });
    await until(() => expect(reader.notes()).toMatchObject({ note000001: { text: 'Più alberi' } }));
    const guest = door.browser();
    await guest.enter({ code: door.hall.about().code });
    const denied = await read(guest.cookie(), 'audience', board);
    await until(() => expect(denied.closed).toEqual([{ code: 4403, reason: 'document.notYours' }]));
    expect(denied.denied).toEqual(['document.notYours']);
    expect(heard(denied, 'alberi')).toBe(false);
    await expect(read('', 'member', board)).rejects.toThrow('401');
    await expect(read(guest.cookie(), 'facilitator', board)).rejects.toThrow('401');
    await expect(read(writer.cookie(), 'system', board)).rejects.toThrow('400');
    await expect(read(writer.cookie(), 'member', '../../x')).rejects.toThrow('400');
    const none = await read(writer.cookie(), 'member', 'board999999');
    await until(() => expect(none.closed).toEqual([{ code: 4403, reason: 'document.unknown' }]));
  });

  it('[K6] a page of another site does not read with our cookies', async () => {
    await openBoard(plan(board));
    const member = await seated(1);
    await expect(read(member.cookie(), 'member', board, { origin: 'https://example.org' })).rejects.toThrow('403');
    expect((await read(member.cookie(), 'member', board, { origin: door.base })).line.readyState).toBe(WebSocket.OPEN);
  });

  it('[GR1, BO3] a table reads its own board, not another’s; who is moved to another table is told and let go of at once', async () => {
    await tables();
    await openBoard(plan(board, { group: 'group000001' }));
    await openBoard(plan(other, { group: 'group000002' }));
    const member = await seated(1);
    const line = await member.line('member');
    await line.do(write('note000001', 'Solo del tavolo uno'));
    const own = await read(member.cookie(), 'member', board);
    await until(() => expect(own.notes()).toMatchObject({ note000001: { text: 'Solo del tavolo uno' } }));
    const foreign = await read((await seated(3)).cookie(), 'member', board);
    await until(() => expect(foreign.closed[0]).toEqual({ code: 4403, reason: 'document.notYours' }));
    expect(heard(foreign, 'Solo del tavolo')).toBe(false);
    await door.system({ type: 'groups.move', member: memberId(1), from: 'group000001', to: 'group000002' });
    await until(() => expect(own.closed[0]).toEqual({ code: 4403, reason: 'document.notYours' }));
    // What they were writing is not lost (BO9); what is there already is the table's.
    expect(await line.do(write('note000002', 'Ancora qui'))).toMatchObject({ ok: true });
    expect(await line.do({ type: 'board.withdraw', board, note: 'note000001' })).toMatchObject({ ok: false, code: 'board.notYours' });
  });

  it('[RO3] a device that is let out loses the line on which it reads', async () => {
    await openBoard(plan(board));
    const member = await seated(1);
    const reading = await read(member.cookie(), 'member', board);
    const again = door.browser();
    await again.enter({ token: door.cardOf(1).token });
    await until(() => expect(reading.closed[0]).toMatchObject({ code: 4403, reason: 'seat.moved' }));
  });
});

describe('what never enters a document', () => {
  it('[BO2] a silent note is in nobody’s bytes until the reveal, then in everybody’s at once; its author never', async () => {
    await openBoard(plan(board, { silent: true }));
    const line = await (await seated(1)).line('member');
    const lead = await door.withLink('facilitator');
    const readers = [await read((await seated(2)).cookie(), 'member', board), await read(lead.cookie(), 'facilitator', board)];
    expect(await line.do(write('note000001', 'Segreto fino a dopo', { silence: 1 }))).toMatchObject({ ok: true });
    const late = await read((await seated(3)).cookie(), 'member', board);
    await until(() => expect(late.raw.length).toBeGreaterThan(1));
    for (const reading of [...readers, late]) {
      expect(reading.notes()).toEqual({});
      expect(heard(reading, 'Segreto')).toBe(false);
    }
    await door.system({ type: 'board.reveal', board, silence: 1 });
    for (const reading of [...readers, late])
      await until(() => expect(reading.notes()).toMatchObject({ note000001: { text: 'Segreto fino a dopo' } }));
    const key = door.hall.ledger.keyOf(memberId(1)) ?? 'no key';
    for (const reading of [...readers, late]) for (const word of [key, memberId(1)]) expect(heard(reading, word)).toBe(false);
  });

  it('[BO7] a hidden note leaves every copy, and is in no byte that a later reader receives', async () => {
    await openBoard(plan(board));
    const line = await (await seated(1)).line('member');
    await line.do(write('note000001', 'Una parola brutta'));
    await line.do(write('note000002', 'Una parola buona'));
    const reader = await read((await seated(2)).cookie(), 'member', board);
    await until(() => expect(Object.keys(reader.notes())).toHaveLength(2));
    await door.system({ type: 'board.hide', board, note: 'note000001', on: true, reason: 'insulto' });
    await until(() => expect(Object.keys(reader.notes())).toEqual(['note000002']));
    const later = await read((await seated(3)).cookie(), 'member', board);
    await until(() => expect(Object.keys(later.notes())).toEqual(['note000002']));
    expect(heard(later, 'brutta')).toBe(false);
  });
});

describe('what a hostile line sends', () => {
  const evil = () => {
    const doc = new Doc();
    doc.getMap('notes').set('note000001', { text: 'scritto da me', kind: 'idea' });
    doc.getMap('notes').set('evil000001', { text: 'abusivo', kind: 'idea' });
    return doc;
  };
  const attacks: Readonly<Record<string, () => Uint8Array>> = {
    'an update': () =>
      frame((encoder) => {
        encoding.writeVarUint(encoder, wire.sync);
        sync.writeUpdate(encoder, encodeStateAsUpdate(evil()));
      }),
    'a second step of the protocol with content': () =>
      frame((encoder) => {
        encoding.writeVarUint(encoder, wire.sync);
        sync.writeSyncStep2(encoder, evil());
      }),
    'a forged awareness state': () =>
      frame((encoder) => {
        const awareness = new Awareness(new Doc());
        awareness.setLocalState({ user: 'Chi conduce', seat: 12 });
        encoding.writeVarUint(encoder, wire.awareness);
        encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]));
        awareness.destroy();
      }),
    'an auth message of the server’s own': () => frame((encoder) => encoding.writeVarUint(encoder, wire.auth)),
    'a type that is not there': () => frame((encoder) => encoding.writeVarUint(encoder, 99)),
    'half a frame': () => new Uint8Array([0]),
    'a state vector of garbage': () => new Uint8Array([0, 0, 250, 255, 255, 255, 7, 1, 2, 3]),
    nothing: () => new Uint8Array([]),
  };

  it.each(Object.entries(attacks))(
    '[K6, BO3] %s: refused and said, nothing is changed, and the sender’s later legal work goes on',
    async (_name, build) => {
      await openBoard(plan(board));
      const victim = await seated(1);
      const victimLine = await victim.line('member');
      await victimLine.do(write('note000001', 'Mio'));
      const reader = await read((await seated(2)).cookie(), 'member', board);
      const attacker = await seated(3);
      const line = await read(attacker.cookie(), 'member', board);
      await until(() => expect(line.notes()).toMatchObject({ note000001: { text: 'Mio' } }));
      line.send(build());
      await until(() => expect(line.denied).toEqual(['document.readOnly']));
      const own = await attacker.line('member');
      expect(await own.do(write('note000003', 'Legale'))).toMatchObject({ ok: true });
      for (const reading of [reader, line])
        await until(() => expect(reading.notes()).toMatchObject({ note000001: { text: 'Mio' }, note000003: { text: 'Legale' } }));
      expect(Object.keys(reader.notes())).not.toContain('evil000001');
      expect(reader.denied).toEqual([]);
    },
  );

  it('[K6] five megabytes close the line that sent them; the neighbour’s goes on', async () => {
    await openBoard(plan(board));
    const neighbour = await read((await seated(2)).cookie(), 'member', board);
    const line = await read((await seated(3)).cookie(), 'member', board);
    line.send(new Uint8Array(5 * 1024 * 1024));
    await until(() => expect(line.closed).toHaveLength(1));
    const writer = await (await seated(1)).line('member');
    expect(await writer.do(write('note000001', 'Tutto bene'))).toMatchObject({ ok: true });
    await until(() => expect(neighbour.notes()).toMatchObject({ note000001: { text: 'Tutto bene' } }));
  });

  it('[K6] who goes on is closed, after having been told each time', async () => {
    await openBoard(plan(board));
    const line = await read((await seated(3)).cookie(), 'member', board);
    for (let n = 0; n < 25; n += 1) if (line.line.readyState === WebSocket.OPEN) line.send(new Uint8Array([0, 2, 0]));
    await until(() => expect(line.closed[0]).toMatchObject({ code: 4529, reason: 'document.readOnly' }));
    expect(line.denied.length).toBeGreaterThanOrEqual(20);
  });

  it('[K6] two hundred lines that open and close leave nothing behind; too many at once are told so, and others come in', async () => {
    await openBoard(plan(board));
    const [one, two] = [await seated(1), await seated(2)];
    const many = await Promise.all(Array.from({ length: 20 }, () => read(one.cookie(), 'member', board)));
    await until(() => expect(many.filter(({ closed }) => closed[0]?.reason === 'document.tooMany').length).toBe(8));
    for (const { line } of many) line.close();
    await until(() => expect(door.hall.documents.readersOf(board)).toBe(0));
    let turned = 0;
    for (let n = 0; n < 200; n += 1) {
      const reading = await read(one.cookie(), 'member', board);
      reading.line.close();
      await until(() => expect(reading.closed).toHaveLength(1));
      if (reading.denied.includes('document.tooMany')) turned += 1;
    }
    expect(turned).toBeGreaterThan(100);
    await until(() => expect(door.hall.documents.readersOf(board)).toBe(0));
    const reader = await read(two.cookie(), 'member', board);
    const writer = await two.line('member');
    await writer.do(write('note000001', 'Si legge ancora'));
    await until(() => expect(reader.notes()).toMatchObject({ note000001: { text: 'Si legge ancora' } }));
  });
});
