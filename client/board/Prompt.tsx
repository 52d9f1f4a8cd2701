// A text of the board in the language it came in: the reader's, or the original one, said as such. Safe for phones.
import type { Said } from '../../shared/kernel/text.ts';
import { dirOf } from '../kernel/i18n.ts';

export function Prompt({ of }: { of: Said }) {
  return of.lang === undefined ? (
    <span>{of.s}</span>
  ) : (
    <bdi lang={of.lang} dir={dirOf(of.lang)}>
      {of.s}
    </bdi>
  );
}
