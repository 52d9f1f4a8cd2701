/* A sub-page of a phone ("Domanda", the programme, "Prima di andare"): the phone's own back button closes it instead of leaving Plenaria, and
   it gives way when something new wants the page. However many are open, they are one entry of the history, with no address of its own;
   closed from within, or by the page going on, the entry is dropped. Safe for phones. */
import { useLayoutEffect, useRef, useState } from 'react';

const mark = 'sub-page';
/** How each open one is closed, the last one last. */
const open: (() => void)[] = [];
/** The entry is being dropped: what comes back is ours, not a tap. */
let leaving = false;
let due = false;
let watched = false;

const settle = (): void => {
  due = false;
  if (leaving) return;
  const there = history.state === mark;
  if (open.length > 0 && !there) history.pushState(mark, '');
  // Also what a reload or the forward button left on top.
  else if (open.length === 0 && there) {
    leaving = true;
    history.back();
  }
};
/** One that closes while another opens keeps the entry. */
const soon = (): void => {
  if (due) return;
  due = true;
  queueMicrotask(settle);
};
const popped = (): void => {
  const ours = leaving;
  leaving = false;
  if (!ours && history.state !== mark) open.at(-1)?.();
  soon();
};

export const useBack = (isOpen: boolean, close: () => void): void => {
  const latest = useRef(close);
  useLayoutEffect(() => {
    latest.current = close;
  });
  useLayoutEffect(() => {
    if (!watched) addEventListener('popstate', popped);
    watched = true;
    soon();
    if (!isOpen) return;
    const closer = (): void => latest.current();
    open.push(closer);
    return () => {
      open.splice(open.indexOf(closer), 1);
      soon();
    };
  }, [isOpen]);
};

/** `wants`: what may want the page, each empty while it does not. When one of them becomes something new, the sub-page is closed for good. */
export const useAside = <Page extends string>(wants: readonly string[]): readonly [Page | null, (page: Page | null) => void] => {
  const [held, setHeld] = useState<{ readonly page: Page; readonly wants: readonly string[] } | null>(null);
  const gone = held?.wants.some((was, index) => (wants[index] ?? '') !== '' && wants[index] !== was) === true;
  if (gone) setHeld(null);
  const page = held === null || gone ? null : held.page;
  useBack(page !== null, () => setHeld(null));
  return [page, (next) => setHeld(next === null ? null : { page: next, wants })];
};
