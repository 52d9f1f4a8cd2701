// A box as high as what is written in it, so that the beginning of a long question does not roll away under its edge. By measure: not every
// phone's browser does it by itself. Its style sheet says how small and how high it may be. Safe for phones.
import { useLayoutEffect, type RefObject } from 'react';

/** `box`: around the one text area. */
export const useGrowing = (box: RefObject<HTMLElement | null>, text: string): void => {
  useLayoutEffect(() => {
    const area = box.current?.querySelector('textarea');
    if (!area) return;
    area.style.blockSize = 'auto';
    const frame = area.offsetHeight - area.clientHeight;
    if (area.scrollHeight > area.clientHeight) area.style.blockSize = `${area.scrollHeight + frame}px`;
  }, [box, text]);
};
