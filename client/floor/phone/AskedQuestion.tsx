// A question as an expert reads it: its own words, where it was born, who supports it, and the same in other words. Safe for phones.
import type { AskedRow } from '../../../shared/floor/shown.ts';
import type { Said as SaidText } from '../../../shared/kernel/text.ts';
import { dirOf, useTexts } from '../../kernel/i18n.ts';
import { floorExpertTexts } from './expertTexts.ts';

export function AskedQuestion({ row, block }: { row: AskedRow; block: SaidText | null }) {
  const t = useTexts(floorExpertTexts);
  const { members, audience } = row.votes;
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
      <p className="fp-marks">
        {row.standing === 'parked' || row.standing === 'disputed' ? <b>{t(`standing.${row.standing}`)}</b> : null}
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
