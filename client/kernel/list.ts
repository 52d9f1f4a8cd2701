// A long list, fetched by version instead of pushed (K5): the view says which version there is, the page asks for it when it is shown.
import { useEffect, useRef, useState } from 'react';
import { useConnection, useLink } from './live.ts';

export interface ListState<Rows> {
  readonly rows: Rows | null;
  readonly state: 'loading' | 'ready' | 'refused';
  readonly code?: string;
}

const againMs = 2500;

/** `version` null: do not ask yet. The rows stay on screen while a newer version is on its way. */
export const useList = <Rows>(list: string, key: string, version: string | null): ListState<Rows> => {
  const connection = useConnection();
  const live = useLink().kind === 'live';
  const [held, setHeld] = useState<{ readonly of: string; readonly version: string; readonly rows: Rows; readonly asked: number } | null>(
    null,
  );
  const [refused, setRefused] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const asked = useRef(0);
  const of = `${list} ${key}`;
  const shown = useRef(of);
  useEffect(() => {
    shown.current = of;
  }, [of]);
  useEffect(() => {
    if (!connection || version === null || !live) return;
    const have = held?.of === of ? held.version : null;
    if (have === version) return;
    asked.current += 1;
    const number = asked.current;
    let again: ReturnType<typeof setTimeout> | null = null;
    // A version that changes faster than the network answers must not throw every answer away: what comes is shown, the newest wins.
    void connection.list(list, key, have).then((reply) => {
      if (shown.current !== of) return;
      if (!reply.ok) {
        setRefused(reply.code);
        if (number === asked.current) again = setTimeout(() => setTries((count) => count + 1), againMs);
        return;
      }
      setRefused(null);
      const { rows, version: its } = reply;
      if (rows === undefined) return;
      // The list's own function made them; the caller names its type.
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
      const said = rows as Rows;
      setHeld((now) => (now?.of === of && now.asked > number ? now : { of, version: its, rows: said, asked: number }));
    });
    return () => {
      if (again) clearTimeout(again);
    };
    // `held` is what this effect sets.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [connection, live, list, key, version, tries]);
  if (held?.of === of) return { rows: held.rows, state: 'ready' };
  return refused === null ? { rows: null, state: 'loading' } : { rows: null, state: 'refused', code: refused };
};
