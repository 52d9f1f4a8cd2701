/* For component tests: draws into a real document and cleans up; clicks as a finger does. No library: `act` is enough.
   The same tests run on React (laptops) and on preact/compat (*.phone.test.tsx). */
import { createRoot } from 'react-dom/client';
// eslint-disable-next-line no-restricted-imports -- looks whether the build has `act` at all
import * as react from 'react';
import type { ReactElement } from 'react';
import * as testUtils from 'react-dom/test-utils';
import { afterEach } from 'vitest';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

// React has `act` in itself; on the phones' build it is found only under the older name.
const own: { act?: (work: () => void) => unknown } = react;
/** Does something and lets the page settle: effects included. */
export function act(work: () => void): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the name preact/compat offers
  void (own.act ?? testUtils.act)(work);
}

export interface Drawn {
  readonly host: HTMLElement;
  again(element: ReactElement): void;
  all(selector: string): HTMLElement[];
  /** The only element that matches; throws when there is none. */
  one(selector: string): HTMLElement;
}
export function draw(element: ReactElement): Drawn {
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  act(() => {
    root.render(element);
  });
  cleanups.push(() => {
    act(() => {
      root.unmount();
    });
    host.remove();
  });
  const all = (selector: string): HTMLElement[] => [...host.querySelectorAll<HTMLElement>(selector)];
  return {
    host,
    all,
    one(selector) {
      const found = all(selector)[0];
      if (found === undefined) throw new Error(`nothing matches ${selector} in ${host.innerHTML}`);
      return found;
    },
    again(next) {
      act(() => {
        root.render(next);
      });
    },
  };
}
export function click(element: HTMLElement): void {
  act(() => {
    element.click();
  });
}
export function press(element: HTMLElement, key: string): void {
  act(() => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}
/** Types the whole text, as a paste does. */
export function type(element: HTMLElement, text: string): void {
  act(() => {
    // React listens to the native setter: setting .value on the instance would be invisible to it.
    const proto = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(element, text);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
