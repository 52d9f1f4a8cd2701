// A text of people on the wall, in the wall's language or in its own, said as such; and what a table is called in a title.
import type { Said } from '../../shared/kernel/text.ts';
import { dirOf, useLang } from '../kernel/i18n.ts';
import { T } from '../ui/T.tsx';

export interface TableName {
  readonly number: number;
  /** Its own name, or its theme's; null: only its number. */
  readonly name: Said | null;
}

export function ProjectorSaid({ of }: { of: Said }) {
  const own = useLang();
  const lang = of.lang ?? own;
  return <T of={{ text: of.s, lang, dir: dirOf(lang) }} />;
}
