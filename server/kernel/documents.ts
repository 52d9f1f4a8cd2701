// Documents as devices read them: for each, one Yjs document made from its stored items by the room's own publish function. Devices only
// read: nothing that comes on their line ever enters a document. What changed is published at most every 80 ms, once for all readers.
// An epoch names one life of these documents: a page that comes back with another one starts its copy anew, so that nothing that was
// erased or taken back lives on in it, and two lives never mix. Whether somebody may still read is asked again after every fact.
import { encoding } from 'lib0';
import type { WebSocket } from 'ws';
import { Doc } from 'yjs';
import * as sync from 'y-protocols/sync';
import type { Actor } from '../../shared/kernel/audience.ts';
import { closing, wire } from '../../shared/kernel/documentWire.ts';
import type { AnyRoom } from '../../shared/kernel/room.ts';
import type { Change, Ledger } from './ledger.ts';
import { newId } from './random.ts';

/** A hundred people who come in one after the other are not a hundred readings of every board. */
const factsEveryMs = 80;

interface Reader {
  readonly socket: WebSocket;
  readonly actor: Actor;
}
interface Open {
  readonly room: AnyRoom;
  readonly doc: Doc;
  /** By id: the item as it was when it was last published, where, and as which text: only what changed is looked at and written. */
  readonly published: Map<string, { readonly body: unknown; readonly map: string | null; readonly text: string }>;
  state: unknown;
  readonly readers: Set<Reader>;
  lastAt: number;
  timer: NodeJS.Timeout | null;
}
/** Above it a reader does not follow any more: it is closed, and comes back for the whole (K6: nobody waits for the slowest). */
const mostBufferedBytes = 4 * 1024 * 1024;

export class SharedDocuments {
  readonly epoch = newId().slice(0, 12);
  private readonly open = new Map<string, Open>();
  private readonly ledger: Ledger;
  private readonly assembly: () => unknown;
  private readonly onError: (error: unknown) => void;
  private stopped = false;

  constructor(options: { readonly ledger: Ledger; readonly assembly: () => unknown; readonly onError: (error: unknown) => void }) {
    this.ledger = options.ledger;
    this.assembly = options.assembly;
    this.onError = options.onError;
  }

  /** The room whose document this is, whether or not one may read it. */
  private roomOf(document: string): AnyRoom | null {
    return this.ledger.house.rooms.find((room) => room.documents?.ids(this.ledger.states[room.name]).includes(document)) ?? null;
  }

  mayRead(document: string, actor: Actor): 'yes' | 'document.unknown' | 'document.notYours' {
    const room = this.roomOf(document);
    if (!room?.documents) return 'document.unknown';
    return room.documents.mayRead(this.ledger.states[room.name], document, actor, this.assembly()) ? 'yes' : 'document.notYours';
  }

  /** Reads with this reader from now on; the returned function ends it. Null: there is no such document. */
  read(document: string, reader: Reader): { readonly doc: Doc; readonly leave: () => void } | null {
    const at = this.openDocument(document);
    if (!at) return null;
    at.readers.add(reader);
    return { doc: at.doc, leave: () => void at.readers.delete(reader) };
  }
  readersOf(document: string): number {
    return this.open.get(document)?.readers.size ?? 0;
  }

  changed(change: Change): void {
    if (change.kind === 'written') for (const document of change.documents) this.publishSoon(document, 0);
    if (change.kind !== 'facts') return;
    for (const [document, at] of this.open) {
      for (const reader of [...at.readers]) {
        const may = this.mayRead(document, reader.actor);
        if (may !== 'yes') reader.socket.close(closing.refused, may);
      }
      this.publishSoon(document, factsEveryMs);
    }
  }

  stop(): void {
    this.stopped = true;
    for (const { timer, readers, doc } of this.open.values()) {
      if (timer) clearTimeout(timer);
      for (const { socket } of readers) socket.terminate();
      doc.destroy();
    }
    this.open.clear();
  }

  private openDocument(document: string): Open | null {
    const known = this.open.get(document);
    if (known) return known;
    const room = this.roomOf(document);
    if (!room || this.stopped) return null;
    const made: Open = { room, doc: new Doc(), published: new Map(), state: undefined, readers: new Set(), lastAt: 0, timer: null };
    this.open.set(document, made);
    this.publish(document, made);
    made.doc.on('update', (update: Uint8Array) => this.broadcast(made, update));
    return made;
  }

  private publishSoon(document: string, everyMs: number): void {
    const at = this.open.get(document);
    if (!at || this.stopped) return;
    const wait = Math.max(0, at.lastAt + everyMs - performance.now());
    if (at.timer) {
      if (wait > 0) return;
      clearTimeout(at.timer);
    }
    const act = () => {
      at.timer = null;
      at.lastAt = performance.now();
      try {
        this.publish(document, at);
      } catch (error) {
        // A document that breaks is a bug of ours: nobody else's waits for it (K6).
        this.onError(error);
      }
    };
    at.timer = setTimeout(act, wait);
  }

  /** From the stored items to the shared document: what is new or changed is set, what may not be read any more is taken out. */
  private publish(document: string, at: Open): void {
    const { room, doc, published } = at;
    const state = this.ledger.states[room.name];
    const items = this.ledger.items.reading.items(document);
    const sameState = at.state === state;
    at.state = state;
    doc.transact(() => {
      for (const [id, body] of items) {
        const was = published.get(id);
        if (sameState && was?.body === body) continue;
        const shown = room.documents?.publish(state, document, id, body) ?? null;
        const text = shown === null ? '' : JSON.stringify(shown.fields);
        if (was && was.map !== null && was.map !== shown?.map) doc.getMap(was.map).delete(id);
        if (shown && (was?.map !== shown.map || was.text !== text)) doc.getMap(shown.map).set(id, shown.fields);
        published.set(id, { body, map: shown?.map ?? null, text });
      }
      for (const [id, { map }] of published) {
        if (items.has(id)) continue;
        published.delete(id);
        if (map !== null) doc.getMap(map).delete(id);
      }
    });
  }

  private broadcast(at: Open, update: Uint8Array): void {
    if (at.readers.size === 0) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, wire.sync);
    sync.writeUpdate(encoder, update);
    const message = encoding.toUint8Array(encoder);
    for (const { socket } of at.readers) {
      if (socket.readyState !== socket.OPEN) continue;
      if (socket.bufferedAmount > mostBufferedBytes) socket.close(1013, 'document.slow');
      else socket.send(message);
    }
  }
}
