// One device's line to its session: the view as it stands, honest states of the connection, the outbox, the server's clock.
// No React in here: pages, simulated members, the play and the bench all use this very file.
// A phone that slept or changed network comes back by itself, says what it still has, and sends what it had not sent (K8).
import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import { PROTOCOL } from '../../shared/kernel/protocol.ts'
import type { ListReply, Reply, ViewFrame } from '../../shared/kernel/protocol.ts'
import type { Role } from '../../shared/kernel/audience.ts'
import type { Lang } from '../../shared/kernel/text.ts'
import { newId } from './ids.ts'
import { noShelf } from './send.ts'
import type { PendingWish, Send, Shelf } from './send.ts'
import type { Transport } from './transport.ts'

/** What the page says of its line; `since` is epoch ms of this device. */
export type Link =
  | { readonly kind: 'connecting'; readonly since: number }
  | { readonly kind: 'live' }
  | { readonly kind: 'reconnecting'; readonly since: number }
  | { readonly kind: 'refused'; readonly code: string; readonly at: number }

type Part = Readonly<Record<string, unknown>>
export interface Live {
  readonly link: Link
  readonly common: Part | null
  readonly mine: Part | null
  readonly pending: readonly PendingWish[]
  /** Server's time minus this device's, in ms. */
  readonly clockOffsetMs: number
}

export interface ConnectionOptions {
  readonly transport: Transport
  readonly role: Role
  readonly session: string | null
  readonly lang: Lang
  readonly shelf?: Shelf
  readonly now?: () => number
  /** Counts what came in, for the bench. */
  readonly onFrame?: (frame: ViewFrame) => void
}

const ackTimeoutMs = 8000
const giveUpMs = 10_000
const retryMs = 1500
/** Refusals that say "not now", not "no": a kept answer is sent again. */
const later = (code: string): boolean => code.startsWith('store.') || code === 'kernel.slowDown' || code === 'kernel.stopping' || code === 'kernel.bug'

const isReply = (value: unknown): value is Reply => typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean'
const isListReply = (value: unknown): value is ListReply => typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean'

export interface Connection {
  readonly store: StoreApi<Live>
  readonly send: Send
  readonly list: (list: string, key: string, have: string | null) => Promise<ListReply>
  readonly setLang: (lang: Lang) => void
  /** The phone woke, or the network came back: ask at once. */
  readonly wake: () => void
  readonly serverNow: () => number
  readonly close: () => void
}

export const connect = (options: ConnectionOptions): Connection => {
  const { transport, role, session, shelf = noShelf, now = Date.now } = options
  let lang = options.lang
  let epoch = ''
  let versions = { common: 0, mine: 0 }
  let bestRtt = Infinity
  let closed = false
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const settle = new Map<string, (reply: Reply) => void>()
  const inFlight = new Set<string>()

  const store = createStore<Live>()(() => ({ link: { kind: 'connecting', since: now() }, common: null, mine: null, pending: [...shelf.load()], clockOffsetMs: 0 }))
  const { getState, setState } = store
  const isLive = () => getState().link.kind === 'live'

  const after = (ms: number, act: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      if (!closed) act()
    }, ms)
    timers.add(timer)
  }
  const setPending = (pending: readonly PendingWish[]) => {
    setState({ pending })
    shelf.save(pending.filter(({ keep }) => keep))
  }
  const done = (wish: PendingWish, reply: Reply) => {
    setPending(getState().pending.filter(({ id }) => id !== wish.id))
    settle.get(wish.id)?.(reply)
    settle.delete(wish.id)
  }

  const attempt = async (wish: PendingWish): Promise<void> => {
    if (inFlight.has(wish.id) || !isLive()) return
    inFlight.add(wish.id)
    setPending(getState().pending.map((known) => (known.id === wish.id ? { ...known, tries: known.tries + 1 } : known)))
    try {
      const reply = await transport.ask('do', { id: wish.id, command: wish.command }, ackTimeoutMs)
      inFlight.delete(wish.id)
      if (!isReply(reply)) return
      if (!reply.ok && wish.keep && later(reply.code)) return after(retryMs, () => void attempt(wish))
      done(wish, reply)
    } catch {
      // No answer: it may have happened or not. The same id goes again, and happens once.
      inFlight.delete(wish.id)
      if (isLive()) after(retryMs, () => void attempt(wish))
    }
  }
  const attemptAll = () => {
    for (const wish of getState().pending) void attempt(wish)
  }

  const measureClock = async (): Promise<void> => {
    const sent = now()
    try {
      const server = await transport.ask('clock', null, 4000)
      const rtt = now() - sent
      if (typeof server !== 'number' || rtt > bestRtt) return
      bestRtt = rtt
      setState({ clockOffsetMs: Math.round(server + rtt / 2 - now()) })
    } catch {
      // The next view corrects it.
    }
  }

  const onView = (frame: ViewFrame) => {
    options.onFrame?.(frame)
    if (frame.epoch !== epoch) {
      epoch = frame.epoch
      versions = { common: 0, mine: 0 }
    }
    const patch: { -readonly [K in keyof Live]?: Live[K] } = {}
    if (frame.common && frame.common.version > versions.common) {
      versions.common = frame.common.version
      patch.common = frame.common.data
    }
    if (frame.mine && frame.mine.version > versions.mine) {
      versions.mine = frame.mine.version
      patch.mine = frame.mine.data
    }
    if (bestRtt === Infinity) patch.clockOffsetMs = frame.now - now()
    setState(patch)
  }

  transport.open(
    () => ({ protocol: PROTOCOL, role, lang, session, have: epoch === '' ? null : { epoch, ...versions } }),
    {
      onOpen: () => {
        setState({ link: { kind: 'live' } })
        bestRtt = Infinity
        void measureClock().then(measureClock)
        attemptAll()
      },
      onClose: () => {
        const { link } = getState()
        if (link.kind === 'live') setState({ link: { kind: 'reconnecting', since: now() } })
      },
      onRefused: (code) => setState({ link: { kind: 'refused', code, at: now() } }),
      onTold: (told) => {
        setState({ link: { kind: 'refused', code: told.code, at: told.at } })
        transport.close()
      },
      onView,
    },
  )

  return {
    store,
    serverNow: () => now() + getState().clockOffsetMs,
    send: (command, { keep = false } = {}) => {
      const wish: PendingWish = { id: newId(), command, since: now(), tries: 0, keep }
      setPending([...getState().pending, wish])
      return new Promise((resolve) => {
        settle.set(wish.id, resolve)
        if (!keep)
          after(giveUpMs, () => {
            if (settle.has(wish.id)) done(wish, { ok: false, code: 'kernel.offline', at: now() })
          })
        void attempt(wish)
      })
    },
    list: async (list, key, have) => {
      try {
        const reply = await transport.ask('list', { list, key, have }, ackTimeoutMs)
        if (isListReply(reply)) return reply
      } catch {
        // Said as offline: the page asks again when it is live.
      }
      return { ok: false, code: 'kernel.offline', at: now() }
    },
    setLang: (next) => {
      if (next === lang) return
      lang = next
      transport.tell('lang', next)
    },
    wake: () => {
      const { link } = getState()
      if (link.kind === 'refused') return
      if (link.kind !== 'live') return transport.reopen()
      // A line may look alive after a sleep; a short question tells.
      transport.ask('clock', null, 2000).catch(() => {
        if (!closed) transport.reopen()
      })
    },
    close: () => {
      closed = true
      for (const timer of timers) clearTimeout(timer)
      transport.close()
    },
  }
}
