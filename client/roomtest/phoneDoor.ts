/* What a phone does to try itself: it asks, it sends a tap and a word and gets them back, and it waits for something that the server sends
   by itself over the same kind of line that a session uses. Whether it has a way in does not matter: a refusal that comes over the line
   has come too. Nothing counts, nothing is kept. Plain http is enough. Safe for phones. */
import type { Role } from '../../shared/kernel/audience.ts';
import { PROTOCOL } from '../../shared/kernel/protocol.ts';
import { currentLang } from '../kernel/i18n.ts';
import { socketTransport, type Transport } from '../kernel/transport.ts';

/** blocked: the page is reached, but the line on which a session lives is not. */
export type Trouble = 'offline' | 'timeout' | 'old' | 'server' | 'blocked';
export type Tried = { readonly ok: true; readonly ms: number } | { readonly ok: false; readonly trouble: Trouble };
export interface PhoneDoor {
  readonly hello: () => Promise<Tried>;
  readonly echo: (text: string) => Promise<Tried>;
  readonly receive: () => Promise<Tried>;
}

const patienceMs = 8000;

const timed = async (path: string, body: string | null, fits: (text: string) => boolean): Promise<Tried> => {
  const from = performance.now();
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort(), patienceMs);
  try {
    const response = await fetch(path, {
      cache: 'no-store',
      signal: cut.signal,
      ...(body === null ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    });
    const text = await response.text();
    return response.ok && fits(text) ? { ok: true, ms: performance.now() - from } : { ok: false, trouble: 'server' };
  } catch {
    return { ok: false, trouble: cut.signal.aborted ? 'timeout' : 'offline' };
  } finally {
    clearTimeout(timer);
  }
};

/** Opens a line of its own and waits for the first thing that comes over it. */
const receive = (role: Role, transport: Transport): Promise<Tried> => {
  const from = performance.now();
  return new Promise((resolve) => {
    const end = (tried: Tried): void => {
      clearTimeout(timer);
      transport.close();
      resolve(tried);
    };
    const came = (): void => end({ ok: true, ms: performance.now() - from });
    const timer = setTimeout(() => end({ ok: false, trouble: 'blocked' }), patienceMs);
    transport.open(() => ({ protocol: PROTOCOL, role, lang: currentLang(), session: null, have: null }), {
      onOpen: () => undefined,
      // It tries again by itself until the patience is over.
      onClose: () => undefined,
      onRefused: (code) => (code === 'protocol.old' ? end({ ok: false, trouble: 'old' }) : came()),
      onTold: came,
      onView: came,
    });
  });
};

/** `trial`: the key in the QR of the console's test page, which is told that a phone came and how long its page took. */
export const browserDoor = (role: Role, trial: string | null = null): PhoneDoor => ({
  hello: async () => {
    const tried = await timed('/api/hello', null, () => true);
    // From the tap on the link to now: what the person has waited.
    if (tried.ok && trial !== null)
      void timed(`/api/hello?p=${encodeURIComponent(trial)}&ms=${Math.round(performance.now())}`, null, () => true);
    return tried;
  },
  echo: (text) => timed('/api/hello', JSON.stringify({ text }), (reply) => reply.includes('"text":')),
  receive: () => receive(role, socketTransport()),
});
