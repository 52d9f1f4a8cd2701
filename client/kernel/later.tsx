/* Parts of a phone's page that come after its first view: a result, the programme, the test of the phone. The first answer must not
   wait for them (IN5), and the network may be gone when they are shown (K8): so all are fetched as soon as the first view is here,
   save those of a kind that this day may not have: they come when the page says that it has it (`useLater`), or when they are shown.
   One that is shown before it came leaves its place empty, then says that it opens; it is asked for again until it comes.
   A browser may remember that a file failed: then only loading the page anew helps, and the part offers it. Safe for phones. */
import { useEffect, useSyncExternalStore, type ComponentType } from 'react';
import { Button } from '../ui/Button.tsx';
import { Opening } from '../ui/Opening.tsx';
import { currentLang, loadLang, useTexts } from './i18n.ts';
import { kernelTexts } from './texts.ts';

const comeAgainMs = 3000;
/** What not every day has. */
type Kind = 'tables';
const missing = new Map<() => Promise<void>, Kind | 'every day'>();

/** Fetches every part of a kind that is not here yet, with its words; resolves when they came or failed. */
export const fetchLater = async (kind: Kind | 'every day' = 'every day'): Promise<void> => {
  await Promise.allSettled([...missing].flatMap(([get, of]) => (of === kind ? [get()] : [])));
};

/** The same once the page has nothing better to do. */
export const fetchLaterWhenIdle = (kind: Kind | 'every day' = 'every day'): void => {
  // Safari has no idle callback: a breath after the first view is as good.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => void fetchLater(kind), { timeout: 1000 });
  else setTimeout(() => void fetchLater(kind), 200);
};
/** From the moment in which the day is known to have it. */
export const useLater = (kind: Kind, has: boolean): void => {
  useEffect(() => {
    if (has) fetchLaterWhenIdle(kind);
  }, [kind, has]);
};

/** `const Programme = later(() => import('./Programme.tsx').then((all) => all.Programme))`: used as the component itself. */
export const later = <P extends object>(
  load: () => Promise<ComponentType<P>>,
  kind: Kind | 'every day' = 'every day',
): ComponentType<P> => {
  let part: ComponentType<P> | null = null;
  const watchers = new Set<() => void>();
  const watch = (watcher: () => void): (() => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  };
  const get = async (): Promise<void> => {
    const come = await load();
    // Its words too, or it would appear in Italian for a blink; without them it speaks Italian.
    await loadLang(currentLang()).catch(() => undefined);
    missing.delete(get);
    part = come;
    for (const watcher of watchers) watcher();
  };
  missing.set(get, kind);
  return function Later(props: P) {
    const Part = useSyncExternalStore(watch, () => part);
    return Part === null ? <Coming get={get} /> : <Part {...props} />;
  };
};

function Coming({ get }: { get: () => Promise<void> }) {
  const t = useTexts(kernelTexts);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const ask = (): void => {
      get().catch(() => {
        if (!gone) timer = setTimeout(ask, comeAgainMs);
      });
    };
    ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [get]);
  return <Opening actions={<Button onPress={() => location.reload()}>{t('out.reload')}</Button>} />;
}
