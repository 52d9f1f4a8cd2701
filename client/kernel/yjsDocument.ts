// The line of one shared document: y-websocket's client over our read-only end. Nothing is ever written into the copy here; nothing goes
// from tab to tab; no awareness is sent. Fetched only when a document is opened: Yjs is heavier than a phone's first page.
import { decoding } from 'lib0';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import { Doc } from 'yjs';
import type { YMapEvent } from 'yjs';
import { aliveMs, documentPath, wire } from '../../shared/kernel/documentWire.ts';
import type { Role } from '../../shared/kernel/audience.ts';
import type { HeldDocument } from './document.ts';

export interface LineOptions {
  /** Where the server is, with ws: or wss:. */
  readonly url: string;
  readonly role: Role;
  readonly session: string | null;
  readonly document: string;
  /** Filled with what comes; whoever shows the document reads it there. */
  readonly held: HeldDocument;
  /** The maps of the document. */
  readonly maps: readonly string[];
  readonly now?: () => number;
  /** Simulated members bring their own, with a cookie. */
  readonly WebSocketPolyfill?: typeof WebSocket;
}
export interface DocumentLine {
  /** The phone woke, or the other line came back: ask at once. */
  readonly wake: () => void;
  readonly close: () => void;
}

const reasonOf = (said: unknown): string =>
  typeof said === 'object' && said !== null && 'reason' in said && typeof said.reason === 'string' && said.reason !== ''
    ? said.reason
    : 'document.notYours';

interface Life {
  readonly provider: WebsocketProvider;
  readonly end: () => void;
}

export const openLine = (options: LineOptions): DocumentLine => {
  const { held } = options;
  const now = options.now ?? Date.now;
  let epoch: string | null = null;
  let life: Life | null = null;
  let closed = false;
  let heardAt = now();

  /** Everything as this copy has it: what it has not is gone. */
  const fill = (doc: Doc): void => {
    held.change(
      options.maps.flatMap((map) => {
        const at = doc.getMap(map);
        return [
          ...held.ids(map).flatMap((id) => (at.has(id) ? [] : [{ map, id, fields: null }])),
          ...[...at.entries()].flatMap(([id, fields]) => (held.entry(map, id) === fields ? [] : [{ map, id, fields }])),
        ];
      }),
    );
  };
  const stale = (): void => {
    if (held.state().kind === 'live') held.setState({ kind: 'stale', since: now() });
  };

  const begin = (): Life => {
    const doc = new Doc();
    const awareness = new Awareness(doc);
    awareness.setLocalState(null);
    const path = `${options.url}${documentPath}${options.role}/${options.session ?? '-'}`;
    const provider = new WebsocketProvider(path, options.document, doc, {
      connect: false,
      awareness,
      disableBc: true,
      maxBackoffTime: 2000,
      ...(options.WebSocketPolyfill ? { WebSocketPolyfill: options.WebSocketPolyfill } : {}),
    });
    let synced = false;
    for (const map of options.maps)
      doc.getMap(map).observe((event: YMapEvent<unknown>) => {
        // Until the first whole is here the old picture stays; then it is replaced at once.
        if (!synced) return;
        const at = doc.getMap(map);
        held.change([...event.keys.keys()].map((id) => ({ map, id, fields: at.has(id) ? at.get(id) : null })));
      });
    provider.messageHandlers = [...provider.messageHandlers];
    provider.messageHandlers[wire.auth] = () => undefined;
    provider.messageHandlers[wire.epoch] = (_encoder, decoder) => {
      heardAt = now();
      const said = decoding.readVarString(decoder);
      const other = epoch !== null && epoch !== said;
      epoch = said;
      // Another life of the document: nothing of the old copy may mix into it.
      if (other) restart();
    };
    provider.on('sync', (is: boolean) => {
      if (!is) return stale();
      heardAt = now();
      synced = true;
      fill(doc);
      held.setState({ kind: 'live' });
    });
    provider.on('closed', (said: unknown) => held.setState({ kind: 'refused', code: reasonOf(said) }));
    provider.connect();
    return {
      provider,
      end: () => {
        provider.destroy();
        awareness.destroy();
        doc.destroy();
      },
    };
  };
  const restart = (): void => {
    const old = life;
    stale();
    // Not inside the old provider's own message handler.
    queueMicrotask(() => {
      old?.end();
      if (!closed && life === old) life = begin();
    });
  };
  const again = (): void => {
    if (!life || held.state().kind === 'refused') return;
    life.provider.disconnect();
    life.provider.connect();
  };
  life = begin();
  // A line that says nothing for long is not alive, whatever the network says.
  const watch = setInterval(() => {
    if (now() - heardAt < aliveMs * 3) return;
    heardAt = now();
    stale();
    again();
  }, aliveMs);

  return {
    wake: () => {
      if (held.state().kind !== 'live' || now() - heardAt > aliveMs * 2) again();
    },
    close: () => {
      closed = true;
      clearInterval(watch);
      life?.end();
    },
  };
};
