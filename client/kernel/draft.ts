// What a person is typing or choosing belongs to the phone: no push touches it, and it is still there after a sleep, a reload, a wrong tap (K5, K8, SU1).
import { useCallback, useState } from 'react';

const storageKey = (key: string) => `plenaria.draft.${key}`;
const load = (key: string): string | null => {
  try {
    return localStorage.getItem(storageKey(key));
  } catch {
    return null;
  }
};
const save = (key: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(storageKey(key));
    else localStorage.setItem(storageKey(key), value);
  } catch {
    // Forbidden or full: it lives as long as the page.
  }
};

/** [value, set, clear]. Another key (another question, another round) is another draft. */
export const useDraft = (key: string, initial: string): readonly [string, (value: string) => void, () => void] => {
  const [held, setHeld] = useState(() => ({ key, value: load(key) ?? initial }));
  const value = held.key === key ? held.value : (load(key) ?? initial);
  const set = useCallback(
    (next: string) => {
      save(key, next);
      setHeld({ key, value: next });
    },
    [key],
  );
  const clear = useCallback(() => {
    save(key, null);
    setHeld({ key, value: initial });
  }, [key, initial]);
  return [value, set, clear];
};
