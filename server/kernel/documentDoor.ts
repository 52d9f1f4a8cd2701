// The door of the documents: an upgrade on /y/<role>/<session or ->/<document>, let in by the role's cookie like every other line, from
// our own pages only. Read-only: a state vector is answered with what is missing, everything else is refused in the protocol's own words
// (K6): a write, an awareness state, a frame that is no frame. It costs the sender its line, and nobody else anything.
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { decoding, encoding } from 'lib0';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';
import * as auth from 'y-protocols/auth';
import * as sync from 'y-protocols/sync';
import type { Doc } from 'yjs';
import { roles } from '../../shared/kernel/audience.ts';
import { aliveMs, closing, documentPath, wire } from '../../shared/kernel/documentWire.ts';
import { idPattern } from '../../shared/kernel/ids.ts';
import { cookieOf } from './access.ts';
import type { Identity } from './access.ts';
import type { SharedDocuments } from './documents.ts';
import { sameHost } from './http.ts';
import type { Door, Hall } from './socket.ts';

export interface DocumentHall extends Hall {
  readonly documents: SharedDocuments;
}
export interface DocumentDoor extends Pick<Door, 'access' | 'parseCookies' | 'publicUrl' | 'onError'> {
  readonly hallFor: (identity: Identity, wanted: string | null) => DocumentHall | null;
}

/** A state vector of a document with a hundred lives is under 2 kB. */
const mostBytes = 16 * 1024;
/** Frames that are not reading, before the line is closed. */
const patience = 20;
/** A page has one document open, a console a few. */
const linesEach = 12;
/** New lines of one device in a row, and how many come back a second: a page that opens and closes for ever waits. */
const burst = 30;
const perSecond = 2;

export const openDocumentDoor = (http: HttpServer, door: DocumentDoor): { readonly stop: () => void } => {
  const server = new WebSocketServer({ noServer: true, maxPayload: mostBytes, perMessageDeflate: false, clientTracking: true });
  const lines = new Map<string, number>();
  const purses = new Map<string, { tokens: number; at: number }>();
  const maySpend = (device: string): boolean => {
    const now = performance.now();
    const purse = purses.get(device) ?? { tokens: burst, at: now };
    purse.tokens = Math.min(burst, purse.tokens + ((now - purse.at) / 1000) * perSecond);
    purse.at = now;
    purses.delete(device);
    purses.set(device, purse);
    if (purses.size > 20_000) for (const oldest of purses.keys()) if (purses.delete(oldest)) break;
    if (purse.tokens < 1) return false;
    purse.tokens -= 1;
    return true;
  };
  // Half-open lines (a phone out of reach) are found by asking; the ones that do not answer go.
  const alive = new WeakSet<WebSocket>();
  const timer = setInterval(() => {
    for (const socket of server.clients) {
      if (!alive.has(socket)) {
        socket.terminate();
        continue;
      }
      alive.delete(socket);
      socket.ping();
    }
  }, aliveMs * 2).unref();

  const refuseUpgrade = (socket: Duplex, status: string): void => {
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  };

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const { origin, host, cookie } = request.headers;
    if (origin !== undefined && !sameHost(origin, host, door.publicUrl)) return refuseUpgrade(socket, '403 Forbidden');
    const [role, session = '', document = '', ...rest] = (request.url ?? '').slice(documentPath.length).split('?')[0]?.split('/') ?? [];
    const known = roles.find((one) => one === role);
    if (!known || rest.length > 0 || !idPattern.test(document) || (session !== '-' && !idPattern.test(session)))
      return refuseUpgrade(socket, '400 Bad Request');
    const identity = await door.access.identify(known, door.parseCookies(cookie)[cookieOf(known)]);
    const hall = identity && door.hallFor(identity, session === '-' ? null : session);
    if (!identity || !hall || door.access.wasRevoked(identity.row.id)) return refuseUpgrade(socket, '401 Unauthorized');
    if (socket.destroyed) return;
    server.handleUpgrade(request, socket, head, (line) => serve(line, { identity, hall, document }));
  };

  const serve = (
    line: WebSocket,
    { identity, hall, document }: { readonly identity: Identity; readonly hall: DocumentHall; readonly document: string },
  ): void => {
    const device = identity.row.id;
    alive.add(line);
    line.on('pong', () => alive.add(line));
    // A frame over the limit, a broken one: the line is closed by ws itself.
    line.on('error', () => line.terminate());
    const away = (code: string, status: number = closing.refused): void => {
      sendDenied(line, code);
      line.close(status, code);
    };
    const open = lines.get(device) ?? 0;
    if (open >= linesEach || !maySpend(device)) return away('document.tooMany', closing.tooMuch);
    const may = hall.documents.mayRead(document, identity.actor);
    if (may !== 'yes') return away(may);
    const reading = hall.documents.read(document, { socket: line, actor: identity.actor });
    if (!reading) return away('document.unknown');
    lines.set(device, open + 1);
    const detach = hall.hub.attach({ actor: identity.actor, accessId: device, close: (code) => away(code) });
    let refused = 0;
    line.on('close', () => {
      reading.leave();
      detach();
      const left = (lines.get(device) ?? 1) - 1;
      if (left > 0) lines.set(device, left);
      else lines.delete(device);
    });
    line.on('message', (data, isBinary) => {
      alive.add(line);
      try {
        const reply = isBinary ? answer(data, reading.doc) : 'denied';
        if (reply === null) return;
        if (reply !== 'denied') return line.send(reply);
      } catch {
        // Not a frame of this protocol.
      }
      refused += 1;
      sendDenied(line, 'document.readOnly');
      if (refused >= patience) line.close(closing.tooMuch, 'document.readOnly');
    });
    sayEpoch(line, hall.documents.epoch);
    const saying = setInterval(() => sayEpoch(line, hall.documents.epoch), aliveMs);
    line.on('close', () => clearInterval(saying));
  };

  http.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith(documentPath) !== true) {
      // socket.io takes its own; nobody else has anything to ask here.
      if (request.url?.startsWith('/socket.io/') !== true) refuseUpgrade(socket, '404 Not Found');
      return;
    }
    socket.on('error', () => socket.destroy());
    upgrade(request, socket, head).catch((error: unknown) => {
      door.onError(error);
      refuseUpgrade(socket, '503 Service Unavailable');
    });
  });
  return {
    stop: () => {
      clearInterval(timer);
      // A graceful stop would wait for them.
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
};

const bytesOf = (data: RawData): Uint8Array =>
  Array.isArray(data) ? new Uint8Array(Buffer.concat(data)) : data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data);

/** What a frame of a reader is answered with: what it lacks; null when nothing is to be said; 'denied' when it wants to write. */
const answer = (data: RawData, doc: Doc): Uint8Array | null | 'denied' => {
  const decoder = decoding.createDecoder(bytesOf(data));
  const type = decoding.readVarUint(decoder);
  if (type === wire.queryAwareness) return null;
  if (type !== wire.sync || decoding.readVarUint(decoder) !== sync.messageYjsSyncStep1) return 'denied';
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, wire.sync);
  sync.readSyncStep1(decoder, encoder, doc);
  return encoding.toUint8Array(encoder);
};

const sendDenied = (line: WebSocket, code: string): void => {
  if (line.readyState !== line.OPEN) return;
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, wire.auth);
  auth.writePermissionDenied(encoder, code);
  line.send(encoding.toUint8Array(encoder));
};
const sayEpoch = (line: WebSocket, epoch: string): void => {
  if (line.readyState !== line.OPEN) return;
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, wire.epoch);
  encoding.writeVarString(encoder, epoch);
  line.send(encoding.toUint8Array(encoder));
};
