// A text of people as the server said it for this reader: with its own language and direction when it is not the page's. Safe for phones.
import type { Said } from '../../shared/kernel/text.ts';
import { dirOf, useLang, type Lang, type PickedText } from '../kernel/i18n.ts';
import { T } from '../ui/T.tsx';

export const pieceOf = (said: Said, lang: Lang): PickedText => {
  const own = said.lang ?? lang;
  return { text: said.s, lang: own, dir: dirOf(own) };
};
export function Saying({ of, className }: { of: Said; className?: string | undefined }) {
  return <T of={pieceOf(of, useLang())} className={className} />;
}
/** The same with its line breaks: instructions, notes. */
export function SayingBlock({ of }: { of: Said }) {
  const own = useLang();
  const lang = of.lang ?? own;
  return (
    <>
      {of.s.split('\n').map((line, index) => (
        <bdi key={index} className="agenda-line" lang={lang} dir={dirOf(lang)}>
          {line}
        </bdi>
      ))}
    </>
  );
}
