/* The drawn signs of Plenaria: one grid of 24, a stroke of 1.5, square caps, one ink (currentColor).
   A sign never stands alone for its meaning: a word is beside it, or `label` says it aloud. Without a label it is hidden from screen readers.
   The drawings lie in signs.ts.
   Signs that point somewhere (next, back, undo, list, branch…) mirror in Arabic; digits, clocks and objects do not.
   Safe for phones. */
import { signs } from './signs.ts';
import type { Drawing } from './signs.phone.ts';

export type IconName = keyof typeof signs;
const mirrored: ReadonlySet<string> = new Set([
  'next',
  'back',
  'undo',
  'list',
  'branch',
  'sheet',
  'flag',
  'refresh',
  'play',
  'video',
  'hand',
  'pen',
]);
/** Every sign, for the gallery. */
export const iconNames: readonly string[] = Object.keys(signs);
/** True when the word is the name of a sign. */
export function isIconName(name: string): name is IconName {
  return name in signs;
}

export function Icon({ name, label, className }: { name: IconName; label?: string | undefined; className?: string | undefined }) {
  const classes = ['ic', mirrored.has(name) ? 'flip' : '', className ?? ''].filter(Boolean).join(' ');
  // On a phone the table is shorter than the type says (signs.phone.ts).
  const drawings: Partial<Readonly<Record<IconName, Drawing>>> = signs;
  const [line, fill] = drawings[name] ?? [''];
  const said = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className={classes} viewBox="0 0 24 24" focusable="false" {...said}>
      {line === '' ? null : <path d={line} />}
      {fill === undefined ? null : <path d={fill} fill="currentColor" stroke="none" />}
    </svg>
  );
}
