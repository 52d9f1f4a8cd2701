// A text of people with its line breaks, in its own language and direction, along the page's start as all
// the others: the card of instructions. Safe for phones.
import type { Said as SaidText } from '../../../shared/kernel/text.ts';
import { dirOf, useLang } from '../../kernel/i18n.ts';

export function Lines({ of }: { of: SaidText }) {
  const own = useLang();
  const lang = of.lang ?? own;
  return (
    <p className="gp-lines">
      <bdi lang={lang} dir={dirOf(lang)}>
        {of.s}
      </bdi>
    </p>
  );
}
