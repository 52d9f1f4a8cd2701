// People at boards, in a process of their own. What a person does is the same on both sides: they write a sentence at three strokes a
// second, add a note, carry one across the board. On ours a wish goes when a sentence is done and when a note is let go; on the relay
// the same (`ends`), or every stroke and every frame (`all`), as shared editors do. Some lines are read by a real copy of the document
// (the screens on which the time from a write to the others is taken), the others only count what comes.
import { decoding, encoding } from 'lib0';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import * as sync from 'y-protocols/sync';
import { Doc } from 'yjs';
import { z } from 'zod';
import { newId } from '../client/kernel/ids.ts';
import { documentPath } from '../shared/kernel/documentWire.ts';
import { PROTOCOL } from '../shared/kernel/protocol.ts';
import { serveAsHelper } from './helper.ts';

interface Person {
  readonly board: string;
  readonly screen: boolean;
  readonly notes: string[];
  readonly add: (note: string, text: string) => Promise<boolean>;
  /** `ends`: the last of a run of strokes or frames. */
  readonly edit: (note: string, was: string, text: string, ends: boolean) => Promise<boolean>;
  readonly move: (note: string, place: readonly [number, number], text: string, ends: boolean) => Promise<boolean>;
  readonly close: () => void;
}
let messages = 0;
let bytes = 0;
/** What waits to be seen: the mark in a note's text → when it was sent, and on how many screens it must come. */
const sent = new Map<string, { readonly at: number; left: number }>();
const seenMs: number[] = [];
const screensOf = new Map<string, number>();
const markOf = (text: string): string | undefined => /#[a-z0-9]+$/.exec(text)?.[0];

const look = (value: unknown): void => {
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') return;
  const mark = markOf(value.text);
  const waiting = mark === undefined ? undefined : sent.get(mark);
  if (!mark || !waiting) return;
  seenMs.push(performance.now() - waiting.at);
  waiting.left -= 1;
  if (waiting.left === 0) sent.delete(mark);
};

/** A line on which a document is read; a screen keeps a real copy. */
const reading = (url: string, headers: Readonly<Record<string, string>>, screen: boolean): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const line = new WebSocket(url, { headers, perMessageDeflate: false });
    const doc = new Doc();
    const notes = doc.getMap('notes');
    notes.observe((event) => {
      for (const id of event.keys.keys()) look(notes.get(id));
    });
    let here = false;
    line.on('error', reject);
    line.on('open', () => {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, 0);
      sync.writeSyncStep1(encoder, doc);
      line.send(encoding.toUint8Array(encoder));
    });
    line.on('message', (data: Buffer) => {
      messages += 1;
      bytes += data.byteLength;
      const decoder = decoding.createDecoder(new Uint8Array(data));
      if (decoding.readVarUint(decoder) !== 0) return;
      if (!here) {
        here = true;
        resolve(line);
      }
      if (!screen) return;
      const encoder = encoding.createEncoder();
      sync.readSyncMessage(decoder, encoder, doc, line);
    });
  });

const isOk = (reply: unknown): boolean => typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true;
const refusals = new Map<string, number>();
const join = async (base: string, token: string, board: string, area: string, screen: boolean): Promise<Person> => {
  const headers = { cookie: `plenaria_member=${token}` };
  const socket = io(base, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { protocol: PROTOCOL, role: 'member', lang: 'it', session: null, have: null },
    extraHeaders: headers,
  });
  socket.io.engine.on('packet', ({ data }) => {
    messages += 1;
    if (typeof data === 'string') bytes += Buffer.byteLength(data);
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.once('view', () => resolve());
  });
  const line = await reading(`${base.replace(/^http/, 'ws')}${documentPath}member/-/${board}`, headers, screen);
  const wish = async (command: object): Promise<boolean> => {
    const reply: unknown = await socket.timeout(20_000).emitWithAck('do', { id: newId(), command });
    if (!isOk(reply)) refusals.set(JSON.stringify(reply), (refusals.get(JSON.stringify(reply)) ?? 0) + 1);
    return isOk(reply);
  };
  return {
    board,
    screen,
    notes: [],
    add: (note, text) =>
      wish({
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
    edit: (note, was, text, ends) => (ends ? wish({ type: 'board.edit', board, note, was, text, kind: 'idea' }) : Promise.resolve(true)),
    move: (note, place, _text, ends) =>
      ends ? wish({ type: 'board.place', board, note, area, theme: null, before: null, place: [...place] }) : Promise.resolve(true),
    close: () => {
      socket.close();
      line.terminate();
    },
  };
};
/** On the relay a person writes into the document: one entry a note, as ours publishes it. Every note is written whole, as ours is. */
const joinRelay = async (base: string, board: string, area: string, screen: boolean, all: boolean): Promise<Person> => {
  const line = await reading(`${base.replace(/^http/, 'ws')}/${board}`, {}, screen);
  const own = new Doc();
  const notes = own.getMap('notes');
  own.on('update', (update: Uint8Array) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    sync.writeUpdate(encoder, update);
    line.send(encoding.toUint8Array(encoder));
  });
  let rev = 0;
  const write = (note: string, text: string, place: readonly number[] | null): Promise<boolean> => {
    rev += 1;
    notes.set(note, { text, kind: 'idea', lang: 'it', area, order: rev, ...(place ? { place } : {}), rev });
    return Promise.resolve(true);
  };
  return {
    board,
    screen,
    notes: [],
    add: (note, text) => write(note, text, null),
    edit: (note, _was, text, ends) => (ends || all ? write(note, text, null) : Promise.resolve(true)),
    move: (note, place, text, ends) => (ends || all ? write(note, text, place) : Promise.resolve(true)),
    close: () => line.terminate(),
  };
};

const people: Person[] = [];
const texts = new Map<string, string>();
const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
const sentence = (n: number): string => `Più alberi, ombra e panchine dove la gente aspetta, e meno asfalto ${String(n)}`;
let count = 0;
const marked = (board: string, text: string): string => {
  const mark = `#${(count += 1).toString(36)}`;
  const screens = screensOf.get(board) ?? 0;
  if (screens > 0) sent.set(mark, { at: performance.now(), left: screens });
  return `${text} ${mark}`;
};

const joinSchema = z.object({
  base: z.string(),
  area: z.string(),
  kind: z.enum(['ours', 'relayEnds', 'relayAll']),
  writers: z.array(z.object({ token: z.string(), board: z.string() })),
  screensEach: z.number().int(),
});
const strokes = 12;
const frames = 20;

/** One person for a while: a sentence, a note carried, a new note, a sentence, in their own time. */
const act = async (person: Person, random: () => number, overMs: number, acksMs: number[], all: boolean): Promise<number> => {
  const begun = performance.now();
  let writes = 0;
  const timed = async (wish: Promise<boolean>) => {
    const at = performance.now();
    writes += 1;
    if (await wish) acksMs.push(performance.now() - at);
  };
  const own = () => person.notes[Math.floor(random() * person.notes.length)] ?? '';
  const type = async () => {
    const note = own();
    const was = texts.get(note) ?? '';
    const goal = sentence(Math.floor(random() * 1000));
    if (all)
      for (let stroke = 1; stroke < strokes; stroke += 1) {
        await person.edit(note, was, goal.slice(0, Math.ceil((goal.length * stroke) / strokes)), false);
        await pause(1000 / 3);
      }
    else await pause(((strokes - 1) * 1000) / 3);
    const text = marked(person.board, goal);
    texts.set(note, text);
    await timed(person.edit(note, was, text, true));
  };
  const carry = async () => {
    const note = own();
    if (all)
      for (let frame = 1; frame < frames; frame += 1) {
        await person.move(note, [frame * 10, frame * 20], texts.get(note) ?? '', false);
        await pause(50);
      }
    else await pause((frames - 1) * 50);
    await timed(person.move(note, [Math.floor(random() * 1000), Math.floor(random() * 1000)], texts.get(note) ?? '', true));
  };
  const add = async () => {
    const note = newId();
    const text = marked(person.board, sentence(Math.floor(random() * 1000)));
    texts.set(note, text);
    person.notes.push(note);
    await timed(person.add(note, text));
  };
  await pause(random() * 2000);
  while (performance.now() - begun < overMs) {
    await type();
    await carry();
    await add();
    await pause(random() * 1500);
  }
  return writes;
};

serveAsHelper({
  join: async (raw) => {
    const { base, area, kind, writers, screensEach } = joinSchema.parse(raw);
    for (let at = 0; at < writers.length; at += 20)
      people.push(
        ...(await Promise.all(
          writers.slice(at, at + 20).map(({ token, board }) => {
            const screens = screensOf.get(board) ?? 0;
            const screen = screens < screensEach;
            if (screen) screensOf.set(board, screens + 1);
            return kind === 'ours' ? join(base, token, board, area, screen) : joinRelay(base, board, area, screen, kind === 'relayAll');
          }),
        )),
      );
    return people.length;
  },
  /** The board as it is when the measuring begins: `each` notes of everybody. */
  fill: async (raw) => {
    const { each } = z.object({ each: z.number().int() }).parse(raw);
    let taken = 0;
    for (let round = 0; round < each; round += 1)
      for (let at = 0; at < people.length; at += 25)
        await Promise.all(
          people.slice(at, at + 25).map(async (person, place) => {
            const note = newId();
            const text = sentence(round * 1000 + at + place);
            texts.set(note, text);
            person.notes.push(note);
            if (await person.add(note, text)) taken += 1;
          }),
        );
    return taken;
  },
  play: async (raw) => {
    const { overMs, seed, all } = z.object({ overMs: z.number(), seed: z.number().int(), all: z.boolean() }).parse(raw);
    sent.clear();
    seenMs.length = 0;
    refusals.clear();
    [messages, bytes] = [0, 0];
    const acksMs: number[] = [];
    const begun = performance.now();
    const writes = await Promise.all(people.map((person, at) => act(person, seeded(seed * 1000 + at), overMs, acksMs, all)));
    const spanMs = performance.now() - begun;
    const limit = performance.now() + 5000;
    while (sent.size > 0 && performance.now() < limit) await pause(20);
    return {
      writes: writes.reduce((sum, each) => sum + each, 0),
      acksMs,
      seenMs,
      unseen: sent.size,
      messages,
      bytes,
      spanMs,
      refusals: [...refusals].map(([code, n]) => `${code} × ${String(n)}`),
    };
  },
  close: () => {
    for (const person of people.splice(0)) person.close();
  },
});
