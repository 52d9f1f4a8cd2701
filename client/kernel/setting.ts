/* A preference of this device (language, size of the text, light or dark): remembered here, never sent anywhere.
   One small store per preference: the page reads it, changes it, is told when it changes.
   Storage may be forbidden (private windows, a phone managed by a school): then the choice lasts until the page is closed, and nothing breaks.
   Safe for phones: useSyncExternalStore exists in preact/compat. */
import { useSyncExternalStore } from 'react';

export interface Setting<V extends string> {
  get(): V;
  /** Keeps, remembers and applies the choice. */
  set(value: V): void;
  /** Reads what was remembered, or takes `fallback()`, and applies it. Call once, before the first render. */
  start(fallback?: () => V): V;
  subscribe(listener: () => void): () => void;
  /** React hook: the value now, and again at each change. */
  use(): V;
}

/** `allowed` guards against an old or hand-written value in the storage. `apply` writes the choice on the document. */
export function setting<V extends string>(options: {
  key: string;
  initial: V;
  allowed: readonly V[];
  apply: (value: V) => void;
}): Setting<V> {
  const storageKey = `plenaria.${options.key}`;
  const listeners = new Set<() => void>();
  let current = options.initial;
  const change = (value: V): void => {
    current = value;
    options.apply(value);
    for (const listener of listeners) listener();
  };
  const get = (): V => current;
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  return {
    get,
    set(value) {
      try {
        localStorage.setItem(storageKey, value);
      } catch {
        // Forbidden or full: the choice lives as long as the page.
      }
      change(value);
    },
    start(fallback) {
      let kept: string | null = null;
      try {
        kept = localStorage.getItem(storageKey);
      } catch {
        kept = null;
      }
      const known = options.allowed.find((value) => value === kept);
      change(known ?? fallback?.() ?? options.initial);
      return current;
    },
    subscribe,
    use: () => useSyncExternalStore(subscribe, get, get),
  };
}
