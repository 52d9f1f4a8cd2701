// A text of people in the language it came in: the reader's, or the original one, said as such.
import type { Said as SaidText } from '../../shared/kernel/text.ts';
import { dirOf } from '../kernel/i18n.ts';

export function Said({ of }: { of: SaidText }) {
  return of.lang === undefined ? (
    <>{of.s}</>
  ) : (
    <bdi lang={of.lang} dir={dirOf(of.lang)}>
      {of.s}
    </bdi>
  );
}
