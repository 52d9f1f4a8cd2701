// Steps of a number gathered into one wish: five taps on the minutes are one change of the programme, one fact in the log.
import { useCallback, useEffect, useRef, useState } from 'react';

const gatherMs = 700;

/** A number that is sent when the taps stop, at once on Enter, and never lost when the panel closes. What the server then says is shown again. */
export function useGathered(
  stored: number,
  send: (value: number) => void,
): { readonly value: number; readonly set: (value: number) => void; readonly flush: () => void } {
  const [typed, setTyped] = useState<{ readonly over: number; readonly value: number } | null>(null);
  const value = typed !== null && typed.over === stored ? typed.value : stored;
  const latest = useRef({ value, stored, send });
  useEffect(() => {
    latest.current = { value, stored, send };
  });
  const flush = useCallback((): void => {
    const { value: wished, stored: old, send: go } = latest.current;
    if (wished !== old) go(wished);
  }, []);
  useEffect(() => {
    if (value === stored) return;
    const wait = setTimeout(flush, gatherMs);
    return () => clearTimeout(wait);
  }, [value, stored, flush]);
  useEffect(() => flush, [flush]);
  return { value, set: (next) => setTyped({ over: stored, value: next }), flush };
}
