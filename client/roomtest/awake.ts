/* Whether this laptop stays awake. A page cannot know the settings of the machine: it can ask it to stay awake (Screen Wake Lock, only where
   the context is secure: https or localhost), it can hear from a person that the settings were checked, and it can notice afterwards that
   it slept, by a jump of the clock while the page was in view. It lives as long as the page, whichever tab of the console is open. */
import { useSyncExternalStore } from 'react';

export interface Awake {
  /** Whether the page can ask at all. */
  readonly can: boolean;
  readonly kept: boolean;
  /** A person has checked the settings of the machine. */
  readonly promised: boolean;
  /** Asked, and not allowed (low battery, a policy). */
  readonly failed: boolean;
  /** The last time it stopped: epoch ms of this device. */
  readonly slept: { readonly from: number; readonly to: number } | null;
}

const tickMs = 1000;
/** A busy page is late by seconds, a page in view is never held back by half a minute. */
const jumpMs = 30_000;

/** Null when two ticks that follow each other are no sleep. `seen`: the page was in view at both. */
export const sleepBetween = (before: number, now: number, seen: boolean): { readonly from: number; readonly to: number } | null =>
  seen && now - before > jumpMs ? { from: before, to: now } : null;

let state: Awake = {
  can: typeof navigator !== 'undefined' && 'wakeLock' in navigator,
  kept: false,
  promised: false,
  failed: false,
  slept: null,
};
let lock: WakeLockSentinel | null = null;
let wanted = false;
let ticking = false;
const listeners = new Set<() => void>();
const change = (next: Partial<Awake>): void => {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
};

const ask = async (): Promise<void> => {
  try {
    lock = await navigator.wakeLock.request('screen');
    lock.addEventListener('release', () => change({ kept: false }));
    change({ kept: true, failed: false });
  } catch {
    change({ kept: false, failed: true });
  }
};
/** The system takes it back whenever the page is out of view: it is asked for again when it is back. */
const again = (): void => {
  if (wanted && document.visibilityState === 'visible' && !state.kept) void ask();
};

export const keepAwake = (): void => {
  if (!state.can) return;
  wanted = true;
  void ask();
};
export const letSleep = (): void => {
  wanted = false;
  void lock?.release();
  lock = null;
  change({ kept: false, promised: false });
};
export const promiseAwake = (): void => change({ promised: true, slept: null });

const start = (): void => {
  if (ticking) return;
  ticking = true;
  let before = Date.now();
  let seen = document.visibilityState === 'visible';
  document.addEventListener('visibilitychange', again);
  setInterval(() => {
    const now = Date.now();
    const visible = document.visibilityState === 'visible';
    const slept = sleepBetween(before, now, seen && visible);
    if (slept) change({ slept, promised: false });
    before = now;
    seen = visible;
  }, tickMs);
};
const subscribe = (listener: () => void): (() => void) => {
  start();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};
export const useAwake = (): Awake => useSyncExternalStore(subscribe, () => state);
