// One device's line to its session: the view as it stands, honest states of the connection, the outbox, the server's clock.
// No React in here: pages, simulated members, the play and the bench all use this very file.
// A phone that slept or changed network comes back by itself, says what it still has, and sends what it had not sent (K8).
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { PROTOCOL } from '../../shared/kernel/protocol.ts';
import type { ListReply, Reply, ViewFrame } from '../../shared/kernel/protocol.ts';
import type { Params } from '../../shared/kernel/room.ts';
import type { Role } from '../../shared/kernel/audience.ts';
import type { Lang } from '../../shared/kernel/text.ts';
import { newId } from './ids.ts';
import { noShelf } from './send.ts';
import type { PendingWish, Send, Shelf } from './send.ts';
import type { Transport } from './transport.ts';

/** What the page says of its line; `since` is epoch ms of this device. */
export type Link =
  | { readonly kind: 'connecting'; readonly since: number }
  | { readonly kind: 'live' }
  | { readonly kind: 'reconnecting'; readonly since: number }
  | { readonly kind: 'refused'; readonly code: string; readonly at: number };

type Part = Readonly<Record<string, unknown>>;
export interface Live {
  readonly link: Link;
  readonly common: Part | null;
  readonly mine: Part | null;
  /** What the screens show; only a console has it. */
  readonly wall: Part | null;
  readonly pending: readonly PendingWish[];
  /** Kept wishes that were refused when nobody on the page waited for the answer any more: it was loaded anew since (K1). */
  readonly refused: readonly RefusedWish[];
  /** Server's time minus this device's, in ms. */
  readonly clockOffsetMs: number;
}

export interface RefusedWish {
  readonly type: string;
  readonly code: string;
  readonly params?: Params;
}

export interface ConnectionOptions {
  readonly transport: Transport;
  readonly role: Role;
  readonly session: string | null;
  readonly lang: Lang;
  readonly shelf?: Shelf;
  readonly now?: () => number;
  /** Counts what came in, for the bench. */
  readonly onFrame?: (frame: ViewFrame) => void;
}

const ackTimeoutMs = 8000;
const giveUpMs = 10_000;
const retryMs = 1500;
/** A server in trouble is asked less and less often, a thousand phones together. */
const slowestRetryMs = 12_000;
/** A bug of the server's does not go away by asking. */
const mostTriesAtABug = 5;
/** A phone that wakes says so three times (shown, page, network): the line is asked once. */
const wakeOnceMs = 1000;
/** A first connection on a slow phone is left alone for this long. */
const patienceMs = 5000;
/** Refusals that say "not now", not "no": a kept answer is sent again. */
const later = (code: string, tries: number): boolean =>
  code.startsWith('store.') ||
  code === 'kernel.slowDown' ||
  code === 'kernel.stopping' ||
  (code === 'kernel.bug' && tries < mostTriesAtABug);
const accessOf = (mine: Part | null): string | null => (typeof mine?.['access'] === 'string' ? mine['access'] : null);

const isReply = (value: unknown): value is Reply =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
const isListReply = (value: unknown): value is ListReply =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';

export interface Connection {
  readonly store: StoreApi<Live>;
  readonly send: Send;
  readonly list: (list: string, key: string, have: string | null) => Promise<ListReply>;
  readonly setLang: (lang: Lang) => void;
  /** The phone woke, or the network came back: ask at once. */
  readonly wake: () => void;
  readonly serverNow: () => number;
  /** As whom and into which session this device came: for its other lines. */
  readonly door: { readonly role: Role; readonly session: string | null };
  /** What was refused has been read. */
  readonly dismiss: () => void;
  readonly close: () => void;
}

export const connect = (options: ConnectionOptions): Connection => {
  const { transport, role, session, shelf = noShelf, now = Date.now } = options;
  let lang = options.lang;
  let epoch = '';
  let versions = { common: 0, mine: 0 };
  /** The language of the common part that is held: versions of two languages cannot be compared. */
  let heldLang: Lang | null = null;
  /** Counts the openings: what was asked of an older one says nothing of this one. */
  let opened = 0;
  let wokeAt = -Infinity;
  let bestRtt = Infinity;
  let closed = false;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const settle = new Map<string, (reply: Reply) => void>();
  const inFlight = new Set<string>();

  const store = createStore<Live>()(() => ({
    link: { kind: 'connecting', since: now() },
    common: null,
    mine: null,
    wall: null,
    pending: [...shelf.load()],
    refused: [],
    clockOffsetMs: 0,
  }));
  const { getState, setState } = store;
  const isLive = () => getState().link.kind === 'live';

  const after = (ms: number, act: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (!closed) act();
    }, ms);
    timers.add(timer);
  };
  const setPending = (pending: readonly PendingWish[]) => {
    setState({ pending });
    shelf.save(pending.filter(({ keep }) => keep));
  };
  const done = (wish: PendingWish, reply: Reply) => {
    setPending(getState().pending.filter(({ id }) => id !== wish.id));
    const waits = settle.get(wish.id);
    settle.delete(wish.id);
    if (waits) waits(reply);
    // What another person left on this device is none of this one's business.
    else if (!reply.ok && reply.code !== 'access.none')
      setState({
        refused: [...getState().refused, { type: wish.command.type, code: reply.code, ...(reply.params ? { params: reply.params } : {}) }],
      });
  };

  const retry = (wish: PendingWish) => {
    const tries = getState().pending.find(({ id }) => id === wish.id)?.tries ?? 1;
    after(Math.min(slowestRetryMs, retryMs * Math.max(1, tries)), () => void attempt(wish.id));
  };
  const attempt = async (id: string): Promise<void> => {
    const wish = getState().pending.find((one) => one.id === id);
    if (!wish || inFlight.has(id) || !isLive()) return;
    // What lay on the shelf waits until it is known who this device is now; what another one wished is not sent in its name.
    if (wish.of !== undefined) {
      const me = accessOf(getState().mine);
      if (me === null) return;
      if (me !== wish.of) return done(wish, { ok: false, code: 'access.none', at: now() });
    }
    inFlight.add(id);
    setPending(getState().pending.map((known) => (known.id === id ? { ...known, tries: known.tries + 1 } : known)));
    try {
      const reply = await transport.ask('do', { id, command: wish.command }, ackTimeoutMs);
      inFlight.delete(id);
      if (!isReply(reply)) return retry(wish);
      if (!reply.ok && wish.keep && later(reply.code, wish.tries + 1)) return retry(wish);
      done(wish, reply);
    } catch {
      // No answer: it may have happened or not. The same id goes again, and happens once.
      inFlight.delete(id);
      if (isLive()) retry(wish);
    }
  };
  const attemptAll = () => {
    for (const { id } of getState().pending) void attempt(id);
  };

  const measureClock = async (): Promise<void> => {
    const sent = now();
    try {
      const server = await transport.ask('clock', null, 4000);
      const rtt = now() - sent;
      if (typeof server !== 'number' || rtt > bestRtt) return;
      bestRtt = rtt;
      setState({ clockOffsetMs: Math.round(server + rtt / 2 - now()) });
    } catch {
      // The next view corrects it.
    }
  };

  const onView = (frame: ViewFrame) => {
    options.onFrame?.(frame);
    if (frame.epoch !== epoch) {
      epoch = frame.epoch;
      versions = { common: 0, mine: 0 };
    }
    const patch: { -readonly [K in keyof Live]?: Live[K] } = {};
    if (frame.common && (frame.common.version > versions.common || frame.common.lang !== heldLang)) {
      versions.common = frame.common.version;
      heldLang = frame.common.lang;
      patch.common = frame.common.data;
    }
    if (frame.mine && frame.mine.version > versions.mine) {
      versions.mine = frame.mine.version;
      patch.mine = frame.mine.data;
    }
    if (frame.wall) patch.wall = frame.wall.data;
    if (bestRtt === Infinity) patch.clockOffsetMs = frame.now - now();
    const knewMe = accessOf(getState().mine) !== null;
    setState(patch);
    if (!knewMe && accessOf(getState().mine) !== null) attemptAll();
  };

  transport.open(
    () => ({
      protocol: PROTOCOL,
      role,
      lang,
      session,
      have: epoch === '' ? null : { epoch, common: heldLang === lang ? versions.common : 0, mine: versions.mine },
    }),
    {
      onOpen: () => {
        opened += 1;
        setState({ link: { kind: 'live' } });
        bestRtt = Infinity;
        void measureClock().then(measureClock);
        attemptAll();
      },
      onClose: () => {
        const { link } = getState();
        if (link.kind === 'live') setState({ link: { kind: 'reconnecting', since: now() } });
      },
      onRefused: (code) => setState({ link: { kind: 'refused', code, at: now() } }),
      onTold: (told) => {
        if (told.code === 'session.elsewhere') {
          // The same seat, another session: nothing of the one that is left stays on the page.
          epoch = '';
          versions = { common: 0, mine: 0 };
          setState({ link: { kind: 'connecting', since: now() }, common: null, mine: null });
          transport.reopen();
          return;
        }
        setState({ link: { kind: 'refused', code: told.code, at: told.at } });
        transport.close();
      },
      onView,
    },
  );

  return {
    store,
    door: { role, session },
    serverNow: () => now() + getState().clockOffsetMs,
    send: (command, { keep = false, id = newId() } = {}) => {
      const { link, mine } = getState();
      if (link.kind === 'refused') return Promise.resolve({ ok: false, code: link.code, at: now() });
      const of = accessOf(mine);
      const wish: PendingWish = { id, command, since: now(), tries: 0, keep, ...(keep && of !== null ? { of } : {}) };
      setPending([...getState().pending, wish]);
      return new Promise((resolve) => {
        settle.set(wish.id, resolve);
        if (!keep)
          after(giveUpMs, () => {
            const tried = getState().pending.find(({ id }) => id === wish.id);
            // Only what never left this device is certain not to have happened.
            if (tried) done(wish, { ok: false, code: tried.tries === 0 ? 'kernel.offline' : 'kernel.unsure', at: now() });
          });
        void attempt(wish.id);
      });
    },
    list: async (list, key, have) => {
      try {
        const reply = await transport.ask('list', { list, key, have }, ackTimeoutMs);
        if (isListReply(reply)) return reply;
      } catch {
        // Said as offline: the page asks again when it is live.
      }
      return { ok: false, code: 'kernel.offline', at: now() };
    },
    setLang: (next) => {
      if (next === lang) return;
      lang = next;
      transport.tell('lang', next);
    },
    wake: () => {
      const { link } = getState();
      if (link.kind === 'refused' || now() - wokeAt < wakeOnceMs) return;
      wokeAt = now();
      if (link.kind === 'connecting' && now() - link.since < patienceMs) return;
      if (link.kind !== 'live') return transport.reopen();
      // A line may look alive after a sleep; a short question tells.
      const asked = opened;
      transport.ask('clock', null, 2000).catch(() => {
        if (!closed && opened === asked) transport.reopen();
      });
    },
    dismiss: () => setState({ refused: [] }),
    close: () => {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      transport.close();
    },
  };
};
