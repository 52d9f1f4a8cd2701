/* A shared document for a page's components: opened while it is shown, one line for all who show it, closed a moment after the last one.
   Yjs comes with the first document, not with the page. Safe for phones. */
import { useEffect, useState } from 'react';
import type { Role } from '../../shared/kernel/audience.ts';
import { heldDocument } from './document.ts';
import type { SharedDocument } from './document.ts';
import { useConnection, useLink } from './live.ts';
import type { DocumentLine } from './yjsDocument.ts';

/** The maps of every shared document: a board has both. */
const maps = ['notes', 'themes'] as const;
/** Going from a board to its list and back must not open it anew. */
const lingerMs = 4000;
const againMs = 2500;

interface Kept {
  readonly shown: SharedDocument;
  line: DocumentLine | null;
  users: number;
  timer: ReturnType<typeof setTimeout> | null;
  close: () => void;
}
const open = new Map<string, Kept>();

const begin = (role: Role, session: string | null, document: string): Kept => {
  // Components have something to read before Yjs is here.
  const held = heldDocument();
  let ended = false;
  const kept: Kept = {
    shown: held,
    line: null,
    users: 0,
    timer: null,
    close: () => {
      ended = true;
      kept.line?.close();
    },
  };
  const load = (): void => {
    import('./yjsDocument.ts').then(
      ({ openLine }) => {
        if (!ended) kept.line = openLine({ url: location.origin.replace(/^http/, 'ws'), role, session, document, maps, held });
      },
      () => {
        if (!ended) setTimeout(load, againMs);
      },
    );
  };
  load();
  return kept;
};

/** Null as long as there is nothing to open. The same object for everybody who shows this document. */
export const useSharedDocument = (document: string | null): SharedDocument | null => {
  const connection = useConnection();
  const live = useLink().kind === 'live';
  const [shown, setShown] = useState<{ readonly of: string; readonly document: SharedDocument } | null>(null);
  const door = connection?.door ?? null;
  const key = door === null || document === null ? null : `${door.role} ${door.session ?? '-'} ${document}`;
  useEffect(() => {
    if (door === null || document === null || key === null) return;
    const kept = open.get(key) ?? begin(door.role, door.session, document);
    open.set(key, kept);
    kept.users += 1;
    if (kept.timer) clearTimeout(kept.timer);
    kept.timer = null;
    // What lies outside of React is taken in here.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setShown({ of: key, document: kept.shown });
    return () => {
      kept.users -= 1;
      if (kept.users > 0) return;
      kept.timer = setTimeout(() => {
        open.delete(key);
        kept.close();
      }, lingerMs);
    };
  }, [door, document, key]);
  useEffect(() => {
    if (live && key !== null) open.get(key)?.line?.wake();
  }, [live, key]);
  return shown !== null && shown.of === key ? shown.document : null;
};
