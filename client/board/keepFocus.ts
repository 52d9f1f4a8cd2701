/* What had the focus was taken away (a note withdrawn or merged, the composer closed, canvas and list exchanged): whoever drives by keyboard
   goes on where they were, never at the top of the page (WCAG 2.4.3). Whoever pressed on nothing has let go: nothing is given back to them.
   Safe for phones. */
import { useEffect, useRef, type RefObject } from 'react';

/** What comes instead may still be drawn: as many frames are waited for. */
const mostFrames = 12;

/** `giveBack` gives the focus to what makes sense now, when a part of `root` that had it has gone. */
export const useKeepFocus = (root: RefObject<HTMLElement | null>, giveBack: () => void): void => {
  const give = useRef(giveBack);
  useEffect(() => {
    give.current = giveBack;
  });
  useEffect(() => {
    const page = root.current;
    if (page === null) return;
    let last: Element | null = null;
    let frame = 0;
    const lost = (): boolean => last !== null && !last.isConnected && document.activeElement === document.body;
    const again = (left: number): void => {
      frame = 0;
      if (!lost()) return;
      give.current();
      if (left > 0 && lost()) frame = requestAnimationFrame(() => again(left - 1));
    };
    const came = (event: FocusEvent): void => {
      last = event.target instanceof Element ? event.target : null;
    };
    const pressed = (): void => {
      last = null;
    };
    const watch = new MutationObserver(() => {
      if (frame === 0 && lost()) again(mostFrames);
    });
    watch.observe(page, { childList: true, subtree: true });
    page.addEventListener('focusin', came);
    addEventListener('pointerdown', pressed, true);
    return () => {
      watch.disconnect();
      cancelAnimationFrame(frame);
      page.removeEventListener('focusin', came);
      removeEventListener('pointerdown', pressed, true);
    };
  }, [root]);
};
