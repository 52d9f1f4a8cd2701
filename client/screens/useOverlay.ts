/* What covers the console, and where the focus was before: the page underneath sleeps meanwhile, so the focus is given back by hand. */
import { useCallback, useEffect, useState } from 'react';
import type { Overlay } from './ConsoleOverlays.tsx';

interface Held {
  readonly overlay: Overlay | null;
  readonly from: Element | null;
}
export const useOverlay = (): readonly [Overlay | null, (overlay: Overlay | null) => void] => {
  const [{ overlay, from }, setHeld] = useState<Held>({ overlay: null, from: null });
  const show = useCallback((next: Overlay | null) => {
    const here = document.activeElement;
    setHeld((before) => ({ overlay: next, from: before.overlay === null ? here : before.from }));
  }, []);
  useEffect(() => {
    if (overlay === null && from instanceof HTMLElement && from.isConnected) from.focus();
  }, [overlay, from]);
  return [overlay, show];
};
