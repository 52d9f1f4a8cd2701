// One's own turn took the page and is over: the page under it says so once. Nothing but this page knows: the turn may end on the console, by
// the next call or by one's own tap, and the view only says that there is none any more. Safe for phones.
let spoken = false;

/** One's own turn is on the page. */
export const markSpoken = (): void => {
  spoken = true;
};
export const hasSpoken = (): boolean => spoken;
/** It was said, or the page is another one. */
export const forgetSpoken = (): void => {
  spoken = false;
};
