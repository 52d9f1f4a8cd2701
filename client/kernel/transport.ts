// How frames travel. One interface, two roads: socket.io in browsers and simulated members, a virtual network in the play.
import { io } from 'socket.io-client';
import type { Hello, Told, ViewFrame } from '../../shared/kernel/protocol.ts';

export interface TransportEvents {
  readonly onOpen: () => void;
  readonly onClose: () => void;
  /** The server does not let us in; there is no use in trying again as we are. */
  readonly onRefused: (code: string) => void;
  readonly onView: (frame: ViewFrame) => void;
  readonly onTold: (told: Told) => void;
}
export interface Transport {
  readonly open: (hello: () => Hello, events: TransportEvents) => void;
  /** Now, not at the next back-off: the phone woke up. */
  readonly reopen: () => void;
  readonly close: () => void;
  /** Rejects when no answer came in time or the connection closed. */
  readonly ask: (event: 'do' | 'list' | 'clock', payload: unknown, timeoutMs: number) => Promise<unknown>;
  readonly tell: (event: 'lang', payload: string) => void;
}

const codeOf = (error: Error): string | null => {
  if (!('data' in error) || typeof error.data !== 'object' || error.data === null) return null;
  return 'code' in error.data && typeof error.data.code === 'string' ? error.data.code : null;
};

/** "Not now" of a server that could not look us up (its store, a bug): we come back by ourselves. */
const temporary = (code: string): boolean => code.startsWith('store.') || code === 'kernel.bug' || code === 'kernel.stopping';
const comeBackMs = 2500;
const isAlive = (value: unknown): value is () => void => typeof value === 'function';

/** `url` is empty in a browser (the page's own host); `headers` carry a simulated member's cookie. */
export const socketTransport = (
  options: { readonly url?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Transport => {
  let socket: ReturnType<typeof io> | null = null;
  return {
    open: (hello, events) => {
      socket = io(options.url ?? '/', {
        transports: ['websocket', 'polling'],
        tryAllTransports: true,
        auth: (give) => give({ ...hello() }),
        forceNew: true,
        reconnectionDelay: 400,
        reconnectionDelayMax: 2000,
        randomizationFactor: 0.5,
        timeout: 8000,
        ...(options.headers ? { extraHeaders: { ...options.headers } } : {}),
      });
      socket.on('connect', events.onOpen);
      const comeBack = (): void => {
        const left = socket;
        setTimeout(() => {
          if (socket !== null && socket === left && !socket.active) socket.connect();
        }, comeBackMs);
      };
      socket.on('disconnect', (reason) => {
        events.onClose();
        // The server hung up without a word (a bug of ours, too much noise): socket.io would stay away for good.
        if (reason === 'io server disconnect') comeBack();
      });
      socket.on('connect_error', (error) => {
        const code = codeOf(error);
        if (code !== null && temporary(code)) {
          events.onClose();
          comeBack();
        } else if (code !== null) {
          socket?.close();
          events.onRefused(code);
        } else events.onClose();
      });
      socket.on('view', events.onView);
      socket.on('told', events.onTold);
      // The test of the room asks for a sign of life (K12): no page takes part in it.
      socket.on('probe', (alive: unknown) => {
        if (isAlive(alive)) alive();
      });
    },
    reopen: () => {
      if (!socket) return;
      socket.disconnect();
      socket.connect();
    },
    close: () => {
      socket?.close();
      socket = null;
    },
    ask: (event, payload, timeoutMs) => {
      if (!socket?.connected) return Promise.reject(new Error('offline'));
      return event === 'clock' ? socket.timeout(timeoutMs).emitWithAck('clock') : socket.timeout(timeoutMs).emitWithAck(event, payload);
    },
    tell: (event, payload) => {
      if (socket?.connected) socket.emit(event, payload);
    },
  };
};
