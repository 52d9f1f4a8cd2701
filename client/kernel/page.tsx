/* A page of Plenaria as it starts: language, size of text, light or dark; the link in the address; one line to the server;
   and what is said while the line is not there. Each entry (console, desk, screen, member, audience) is this with its own screen inside. Safe for phones. */
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Role } from '../../shared/kernel/audience.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { textSize } from '../ui/textSize.ts';
import { startTheme } from '../ui/theme.ts';
import { connect, type Connection } from './connection.ts';
import { enter, markFresh, takeFragment } from './enter.ts';
import { currentLang, onLang, startLang, type Lang } from './i18n.ts';
import { fetchLaterWhenIdle } from './later.tsx';
import { ConnectionContext } from './live.ts';
import { browserShelf } from './send.ts';
import { socketTransport } from './transport.ts';

export interface PageOptions {
  readonly role: Role;
  /** Which session, where the cookie alone does not say it (an organiser's console, a rehearsal). */
  readonly session?: string | null;
  /** `phone`, `laptop` or `hall`: the distance at which the page is read. */
  readonly distance: 'phone' | 'laptop' | 'hall';
  /** The languages this page is complete in; all of them when left out. */
  readonly langs?: readonly Lang[];
  /** What is shown with no line because a link or code did not open: the reason. */
  readonly outside: (refused: { readonly code: string; readonly params: Readonly<Record<string, string | number>> } | null) => ReactNode;
  readonly children: ReactNode;
}

/** Reconnects at once when the phone wakes, the page is shown again or the network is back (lessons: nobody uses visibilitychange). */
const wakeWith = (connection: Connection): void => {
  const wake = (): void => {
    if (document.visibilityState === 'visible') connection.wake();
  };
  document.addEventListener('visibilitychange', wake);
  addEventListener('pageshow', wake);
  addEventListener('online', wake);
};

/** The page's one line to the server: it lives as long as the page. */
const openLine = ({ role, session = null }: PageOptions): Connection => {
  const connection = connect({ transport: socketTransport(), role, session, lang: currentLang(), shelf: browserShelf(role) });
  wakeWith(connection);
  onLang((lang) => connection.setLang(lang));
  // The parts that were left out of the first load, while there is a network to fetch them.
  const stopWatching = connection.store.subscribe(({ common, link }) => {
    if (common === null && link.kind !== 'refused') return;
    stopWatching();
    fetchLaterWhenIdle();
  });
  return connection;
};

type Stage =
  | { readonly kind: 'in' }
  | {
      readonly kind: 'outside';
      readonly refused: { readonly code: string; readonly params: Readonly<Record<string, string | number>> } | null;
    };

export const startPage = async (options: PageOptions): Promise<void> => {
  startTheme();
  textSize.start();
  const words = startLang(options.langs);
  document.body.classList.add(options.distance);
  const root = document.getElementById('root');
  if (!root) throw new Error('a page without #root');
  const by = takeFragment();
  let stage: Stage = { kind: 'in' };
  if (by) {
    const reply = await enter(by);
    if (!reply.ok) stage = { kind: 'outside', refused: reply };
    else {
      if (reply.role === 'member') markFresh();
      if (reply.path !== location.pathname) return location.assign(reply.path);
    }
  }
  await words;
  // Away with the words for browsers that never come this far.
  root.replaceChildren();
  createRoot(root).render(
    <StrictMode>
      <LiveRegion />
      {stage.kind === 'in' ? (
        <ConnectionContext.Provider value={openLine(options)}>{options.children}</ConnectionContext.Provider>
      ) : (
        options.outside(stage.refused)
      )}
    </StrictMode>,
  );
  if (stage.kind === 'outside') fetchLaterWhenIdle();
};
