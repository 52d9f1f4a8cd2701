/* Single keys of the console: dead while typing, dead under a dialog, and they can be switched off altogether (WCAG 2.1.4, IN2).
   A key is a letter, a digit, '/', '?', ' ' (space), or an Arrow name; capitals and small letters are the same. */
import { useEffect } from 'react';
import { setting } from './setting.ts';

export const singleKeys = setting<'on' | 'off'>({ key: 'keys', initial: 'on', allowed: ['on', 'off'], apply: () => undefined });

export type Keys = Readonly<Partial<Record<string, () => void>>>;

/** A choice of one or of some takes no letters: whoever has just made it goes on with the keys. */
const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement
    ? !/^(radio|checkbox)$/.test(target.type)
    : target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName));
/** Space and the arrows mean something on these already. */
const owns = (target: EventTarget | null, key: string): boolean =>
  target instanceof HTMLElement &&
  (key === ' '
    ? target.closest('button, a, summary, input, [role]') !== null
    : key.startsWith('Arrow') && target.closest('input, [role="tab"], [role="radio"], [role="listbox"]') !== null);

export const useKeys = (keys: Keys): void => {
  const on = singleKeys.use() === 'on';
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (writes(event.target) || owns(event.target, event.key) || document.querySelector('dialog[open]') !== null) return;
      const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [keys, on]);
};
