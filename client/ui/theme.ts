/* Light or dark on phones and laptops: what the person chose on this device, else what the device prefers, followed live.
   Written as data-theme on <html>; the palette is in tokens.css. The wall and the console's dark side set data-theme by themselves.
   Safe for phones. */
import { setting } from '../kernel/setting.ts';

export type ThemeChoice = 'auto' | 'light' | 'dark';

function prefersDark(): MediaQueryList | undefined {
  return typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;
}
function show(choice: ThemeChoice): void {
  if (typeof document === 'undefined') return;
  const dark = choice === 'dark' || (choice === 'auto' && prefersDark()?.matches === true);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}
export const theme = setting<ThemeChoice>({ key: 'theme', initial: 'auto', allowed: ['auto', 'light', 'dark'], apply: show });

/** Once, before the first render. Follows the device as long as nothing was chosen. Returns a function that stops following. */
export function startTheme(): () => void {
  theme.start();
  const query = prefersDark();
  const follow = (): void => show(theme.get());
  query?.addEventListener('change', follow);
  return () => query?.removeEventListener('change', follow);
}
