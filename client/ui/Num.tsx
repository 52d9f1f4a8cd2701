/* A count and its words: the numeral is the largest thing, the sentence sits on its baseline. "48 di 77 hanno risposto".
   `words` comes whole from the dictionary, without the number. `huge` for the one count of a console. Safe for phones. */
import type { ReactNode } from 'react';
import { number, useLang } from '../kernel/i18n.ts';

export function Num({
  n,
  words,
  huge = false,
  className,
}: {
  n: number | string;
  words: ReactNode;
  huge?: boolean | undefined;
  className?: string | undefined;
}) {
  const lang = useLang();
  return (
    <p className={['numline', className ?? ''].filter(Boolean).join(' ')}>
      <b className={huge ? 'huge' : 'num'}>{typeof n === 'number' ? number(n, lang) : n}</b> <span className="words">{words}</span>
    </p>
  );
}
