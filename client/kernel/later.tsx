/* Parts of a phone's page that come after its first view: a result, the programme, the test of the phone. The first answer must not
   wait for them (IN5), and the network may be gone when they are shown (K8): so all are fetched as soon as the first view is here.
   One that is shown before it came leaves its place empty, then says that it opens; it is asked for again until it comes.
   A browser may remember that a file failed: then only loading the page anew helps, and the part offers it. Safe for phones. */
import { useEffect, useSyncExternalStore, type ComponentType } from 'react';
import { Button } from '../ui/Button.tsx';
import { Opening } from '../ui/Opening.tsx';
import { currentLang, loadLang, useTexts } from './i18n.ts';
import { kernelTexts } from './texts.ts';

const comeAgainMs = 3000;
const missing = new Set<() => Promise<void>>();

/** Fetches every part that is not here yet, with its words; resolves when they came or failed. */
export const fetchLater = async (): Promise<void> => {
  await Promise.allSettled([...missing].map((get) => get()));
};

/** The same once the page has nothing better to do. */
export const fetchLaterWhenIdle = (): void => {
  // Safari has no idle callback: a breath after the first view is as good.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => void fetchLater(), { timeout: 1000 });
  else setTimeout(() => void fetchLater(), 200);
};

/** `const Programme = later(() => import('./Programme.tsx').then((all) => all.Programme))`: used as the component itself. */
export const later = <P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> => {
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
  missing.add(get);
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
