// What the boards' walls have in common: a text of people in its own language, the name of a table, the sentence of the foot.
import { Fragment } from 'react';
import type { Lang, Said } from '../../shared/kernel/text.ts';
import { dirOf, useLang, useTexts } from '../kernel/i18n.ts';
import { Rich } from '../ui/Rich.tsx';
import { T } from '../ui/T.tsx';
import { boardWallTexts } from './wallTexts.ts';

export interface BoardTable {
  readonly number: number;
  readonly name: Said | null;
}

/** What people wrote, with its language and direction. */
export function ProjectorText({ text, lang }: { text: string; lang: Lang }) {
  return <T of={{ text, lang, dir: dirOf(lang) }} />;
}

/** "Tavolo 1: ombra e alberi" for a table's board, the board's own title for the plenary's. */
export function ProjectorTitle({ table, title }: { table: BoardTable | null; title: Said }) {
  const t = useTexts(boardWallTexts);
  const own = useLang();
  if (table !== null)
    return <>{table.name === null ? t('table', { number: table.number }) : t('named', { number: table.number, name: table.name.s })}</>;
  return <ProjectorText text={title.s} lang={title.lang ?? own} />;
}

/** "31 biglietti, 5 temi. Un segno è un biglietto." */
export function FootWords({ counts, then }: { counts: readonly string[]; then: readonly string[] }) {
  const t = useTexts(boardWallTexts);
  return (
    <span>
      {counts.map((count, index) => (
        <Fragment key={count}>
          {index === 0 ? null : t('foot.comma')}
          <Rich text={count} />
        </Fragment>
      ))}
      {then.length === 0 ? null : `. ${then.join(' ')}`}
    </span>
  );
}
