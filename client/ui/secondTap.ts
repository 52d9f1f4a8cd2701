/* The second of two quick taps is not for the button that has taken the place of the first one's: "Chiedi la parola" has become "Ritira la
   mano" under the finger (K3 holds for one wish, not for what stands there next). A button that still says the same is pressed again: a stepper.
   Keys and a mouse that only is quick are never held back: a mouse says itself that it was a double click. Safe for phones. */
const quickMs = 350;
const nearPx = 24;
let last = { at: 0, x: 0, y: 0, words: '' };

export interface Press {
  /** 0: a key. 2 and more: the mouse's second click. */
  readonly detail: number;
  readonly clientX: number;
  readonly clientY: number;
  /** ms of the page's clock. */
  readonly timeStamp: number;
  /** Where the browser tells it. */
  readonly pointerType?: string;
}

/** Asked once for every press; true: this one does not count. */
export const isSecondTap = ({ detail, clientX: x, clientY: y, timeStamp: at, pointerType }: Press, words: string): boolean => {
  if (detail === 0) return false;
  const quick = detail > 1 || (pointerType !== 'mouse' && at - last.at < quickMs);
  if (quick && words !== last.words && Math.abs(x - last.x) < nearPx && Math.abs(y - last.y) < nearPx) return true;
  last = { at, x, y, words };
  return false;
};
