// What a plain y-protocols relay does, to lay beside ours in the same run: every client writes into the document itself, every update is
// applied and passed on to everybody at once. It knows nobody, checks nothing and stores nothing, which is in its favour.
import { createServer } from 'node:http';
import { decoding, encoding } from 'lib0';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import * as sync from 'y-protocols/sync';
import { Doc } from 'yjs';
import { serveAsHelper } from './helper.ts';

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
const docs = new Map<string, { readonly doc: Doc; readonly lines: Set<WebSocket> }>();
const docOf = (name: string) => {
  const known = docs.get(name);
  if (known) return known;
  const made = { doc: new Doc(), lines: new Set<WebSocket>() };
  made.doc.on('update', (update: Uint8Array, origin: unknown) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    sync.writeUpdate(encoder, update);
    const message = encoding.toUint8Array(encoder);
    for (const line of made.lines) if (line !== origin && line.readyState === line.OPEN) line.send(message);
  });
  docs.set(name, made);
  return made;
};
server.on('connection', (line, request) => {
  const at = docOf(request.url ?? '/');
  at.lines.add(line);
  line.on('close', () => at.lines.delete(line));
  line.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data));
    if (decoding.readVarUint(decoder) !== 0) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    sync.readSyncMessage(decoder, encoder, at.doc, line);
    if (encoding.length(encoder) > 1) line.send(encoding.toUint8Array(encoder));
  });
});
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
const address = http.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;

serveAsHelper({ about: () => ({ base: `http://127.0.0.1:${String(port)}` }) }, () => {
  for (const line of server.clients) line.terminate();
  http.close();
});
