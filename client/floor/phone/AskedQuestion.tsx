// A question as an expert reads it: its own words, where it was born, who supports it, and the same in other words. Safe for phones.
import type { AskedRow } from '../../../shared/floor/shown.ts';
import type { Said as SaidText } from '../../../shared/kernel/text.ts';
import { dirOf, useTexts, type Translate } from '../../kernel/i18n.ts';
import { floorExpertTexts } from './expertTexts.ts';

/** With whom it is parked, why it is disputed: what the next answer is about. */
const settledWords = ({ standing, words }: AskedRow, t: Translate<typeof floorExpertTexts.it>): string | null => {
  switch (standing) {
    case 'open':
    case 'answered':
      return null;
    case 'parked':
      return words === '' ? t('standing.parked') : t('standing.parkedWith', { words });
    case 'disputed':
      return words === '' ? t('standing.disputed') : t('standing.disputedWhy', { words });
    default:
      return standing satisfies never;
  }
};

export function AskedQuestion({ row, block }: { row: AskedRow; block: SaidText | null }) {
  const t = useTexts(floorExpertTexts);
  const { members, audience } = row.votes;
  const settled = settledWords(row, t);
  const marks = [
    row.table === null ? t('hall') : t('table', { number: row.table }),
    block === null ? null : t('block', { block: block.s }),
    members === 0 ? null : t('members', { n: members }),
    audience === 0 ? null : t('audience', { n: audience }),
  ].filter((mark) => mark !== null);
  return (
    <>
      <p className="fp-words lead" lang={row.lang} dir={dirOf(row.lang)}>
        {row.text}
      </p>
      {settled === null ? null : (
        <p className="fp-words" dir="auto">
          <b>{settled}</b>
        </p>
      )}
      <p className="fp-marks">
        {marks.map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </p>
      {row.also.length === 0 ? null : (
        <div className="fp-quoted">
          <p className="meta">{t('also')}</p>
          <ul className="fp-also">
            {row.also.map((one, index) => (
              <li key={index} className="fp-words" lang={one.lang} dir={dirOf(one.lang)}>
                {one.text}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
