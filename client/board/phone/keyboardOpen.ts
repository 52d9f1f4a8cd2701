// Whether a phone's keyboard takes the lower part of the screen while somebody writes in this page: then the box and its button must
// fit in what is left (LANGUAGE, 4). No browser says it; the visual viewport shrinks. The page takes its height from it, so that
// nothing lies under the keyboard and nothing scrolls away. Safe for phones.
import { useEffect, useState } from 'react';

/** Of the whole height: bars that come and go take less than this. */
const keyboardTakes = 0.22;
/** A screen this low is treated as one with its keyboard open. */
const lowPx = 600;

export const useKeyboardOpen = (): boolean => {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const view = window.visualViewport;
    const root = document.documentElement;
    let tallest = window.innerHeight;
    const look = (): void => {
      const height = view?.height ?? window.innerHeight;
      tallest = Math.max(tallest, window.innerHeight, height);
      const writes = document.activeElement instanceof HTMLTextAreaElement;
      const is = writes && (height < tallest * (1 - keyboardTakes) || height <= lowPx);
      root.classList.toggle('keys-open', is);
      if (is) root.style.setProperty('--left-b', `${Math.round(height)}px`);
      else root.style.removeProperty('--left-b');
      setOpen(is);
    };
    // The focus has moved only after this event.
    const later = (): void => void setTimeout(look, 0);
    view?.addEventListener('resize', look);
    window.addEventListener('resize', look);
    document.addEventListener('focusin', later);
    document.addEventListener('focusout', later);
    look();
    return () => {
      view?.removeEventListener('resize', look);
      window.removeEventListener('resize', look);
      document.removeEventListener('focusin', later);
      document.removeEventListener('focusout', later);
      root.classList.remove('keys-open');
      root.style.removeProperty('--left-b');
    };
  }, []);
  return open;
};
