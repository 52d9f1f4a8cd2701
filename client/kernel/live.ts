// The line, for React: a page makes one connection and puts it here; components read parts of what it holds.
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Connection, Link, RefusedWish } from './connection.ts';
import type { PendingWish } from './send.ts';

export const ConnectionContext = createContext<Connection | null>(null);
export const useConnection = (): Connection | null => useContext(ConnectionContext);

const never = () => () => undefined;
const connecting: Link = { kind: 'connecting', since: 0 };
const none: readonly PendingWish[] = [];
const noneRefused: readonly RefusedWish[] = [];

export const useLink = (): Link => {
  const store = useConnection()?.store;
  return useSyncExternalStore(store?.subscribe ?? never, () => store?.getState().link ?? connecting);
};
export const usePending = (): readonly PendingWish[] => {
  const store = useConnection()?.store;
  return useSyncExternalStore(store?.subscribe ?? never, () => store?.getState().pending ?? none);
};

/** What was wished before the page was loaded anew, and refused since. */
export const useRefused = (): readonly RefusedWish[] => {
  const store = useConnection()?.store;
  return useSyncExternalStore(store?.subscribe ?? never, () => store?.getState().refused ?? noneRefused);
};

/** The two parts of the view, null until they come. The server builds them with the functions whose types the page names here: the one place where its word is trusted. */
export const useView = <Common, Mine = unknown>(): { readonly common: Common | null; readonly mine: Mine | null } => {
  const store = useConnection()?.store;
  const common = useSyncExternalStore(store?.subscribe ?? never, () => store?.getState().common ?? null);
  const mine = useSyncExternalStore(store?.subscribe ?? never, () => store?.getState().mine ?? null);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  return { common: common as Common | null, mine: mine as Mine | null };
};

/** What the screens receive, for the console's miniatures. */
export const useWall = <Wall>(): Wall | null => {
  const store = useConnection()?.store;
  const wall = useSyncExternalStore(store?.subscribe ?? never, () => store?.getState().wall ?? null);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  return wall as Wall | null;
};
