/* What the organiser sees, read again by itself: when something was done, when the page is looked at again, and every quarter of a minute
   while it is. A reading that fails leaves the last one on the page, and says of when it is. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { homeSchema, type Home } from '../../shared/organiser/wire.ts';
import { ask, type Failed } from './api.ts';

export type HomeState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'failed'; readonly why: Failed }
  | { readonly kind: 'ready'; readonly home: Home; readonly readAt: number; readonly stale: Failed | null };
const againMs = 15_000;
const hereSchema = z.object({ here: z.record(z.string(), z.unknown()) });
const outside: Failed = { ok: false, code: 'organiser.loginFirst', params: {} };

export const useHome = (): { readonly state: HomeState; readonly reload: () => Promise<void> } => {
  const [state, setState] = useState<HomeState>({ kind: 'loading' });
  const latest = useRef(0);
  const reload = useCallback(async () => {
    latest.current += 1;
    const turn = latest.current;
    // Asked first who is here, so that a page with nobody in it is no error in anybody's console.
    const here = await ask(hereSchema, '/api/here');
    const read = !here.ok ? here : 'organiser' in here.data.here ? await ask(homeSchema, '/api/home') : outside;
    // An older answer that comes late says what was, not what is.
    if (turn !== latest.current) return;
    if (read.ok) return setState({ kind: 'ready', home: read.data, readAt: Date.now(), stale: null });
    if (read.code === 'organiser.loginFirst') return setState({ kind: 'outside' });
    setState((now) => (now.kind === 'ready' ? { ...now, stale: read } : { kind: 'failed', why: read }));
  }, []);
  useEffect(() => {
    void Promise.resolve().then(reload);
    const look = (): void => {
      if (document.visibilityState === 'visible') void reload();
    };
    const timer = setInterval(look, againMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [reload]);
  return { state, reload };
};

/** An act and its refusal: `busy` while it runs, so that a second press waits for the first. */
export const useAct = (): {
  readonly busy: boolean;
  readonly failed: Failed | null;
  readonly act: <T>(work: () => Promise<{ readonly ok: true; readonly data: T } | Failed>, then: (data: T) => void | Promise<void>) => void;
} => {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failed | null>(null);
  const act = <T>(work: () => Promise<{ readonly ok: true; readonly data: T } | Failed>, then: (data: T) => void | Promise<void>): void => {
    if (busy) return;
    setBusy(true);
    setFailed(null);
    void work().then(async (reply) => {
      setBusy(false);
      if (reply.ok) await then(reply.data);
      else setFailed(reply);
    });
  };
  return { busy, failed, act };
};
