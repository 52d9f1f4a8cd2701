// What covers the whole console: takes the focus, and Escape goes back unless something in it wants it first (a dialog, a note in the hand,
// a field that is being written).
import { useEffect, useRef, type RefObject } from 'react';

export const useCover = (onClose: () => void): RefObject<HTMLDivElement | null> => {
  const cover = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    cover.current?.focus();
    const press = (event: KeyboardEvent): void => {
      const writes = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/u.test(event.target.tagName);
      if (event.key === 'Escape' && !event.defaultPrevented && !writes && document.querySelector('dialog[open]') === null) close.current();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return cover;
};
