/* A text of people on the page: in the reader's language where somebody wrote it, else in its original, said as such.
   <bdi lang dir> lets the screen reader change voice and keeps Arabic and Italian from mixing their order. Safe for phones. */
import { pickText, useLang, type PickedText, type Text } from '../kernel/i18n.ts';

/** `of` is a Text of people, or an already picked piece (`t.piece('…')`). Same language as the page: plain text, no wrapper. */
export function T({ of, className }: { of: Text | PickedText; className?: string | undefined }) {
  const lang = useLang();
  const picked = 'original' in of ? pickText(of, lang) : of;
  if (picked.lang === lang && className === undefined) return <>{picked.text}</>;
  return (
    <bdi className={className} lang={picked.lang} dir={picked.dir}>
      {picked.text}
    </bdi>
  );
}
