/* Whether there is room for a whole board beside what a phone shows: a tablet, a laptop. Safe for phones. */
import { useEffect, useSyncExternalStore } from 'react';

const query = '(min-width: 900px)';
const watch = (listener: () => void): (() => void) => {
  const list = matchMedia(query);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
};
export const useWide = (): boolean => useSyncExternalStore(watch, () => matchMedia(query).matches);

/** As long as it is shown, the page takes the whole width (screens/phone.css). */
export const useWholeWidth = (on: boolean): void => {
  useEffect(() => {
    document.documentElement.classList.toggle('whole-width', on);
    return () => document.documentElement.classList.remove('whole-width');
  }, [on]);
};
