// The rows of a result, the same on phone, wall and console: numbers come from the one count, here they only get their words (PO5).
// "Non so" is outlined and last; a second round lies over the first; multiple choice says that shares are of people. Safe for phones.
import type { Asked, Result } from '../../shared/poll/public.ts';
import type { ReactNode } from 'react';
import { number, percent } from '../kernel/i18n.ts';
import type { Lang } from '../kernel/i18n.ts';
import type { BarRow } from '../ui/Bars.tsx';
import { Said } from './Said.tsx';

export interface FixedWords {
  readonly yes: string;
  readonly no: string;
  readonly dontKnow: string;
}
type Numbers = Pick<Result, 'options' | 'dontKnow'>;
type Compared = Result['comparedTo'];

const labelOf = (asked: Asked, id: string, words: FixedWords): ReactNode => {
  if (id === 'yes') return words.yes;
  if (id === 'no') return words.no;
  const option = asked.options.find((one) => one.id === id);
  return option ? <Said of={option.text} /> : id;
};

/** Rows of single, multiple and yes/no. `mine`: ids that this person chose, marked with a word by who draws. */
export function optionRows(asked: Asked, result: Numbers, comparedTo: Compared, words: FixedWords): readonly BarRow[] {
  const before = (id: string): number | undefined => comparedTo?.comparison.options.find((one) => one.id === id)?.first;
  return [
    ...result.options.map(({ id, count, percent: share }): BarRow => ({
      id,
      label: labelOf(asked, id, words),
      count,
      permille: share * 10,
      previous: before(id),
    })),
    {
      id: 'dontknow',
      label: words.dontKnow,
      count: result.dontKnow.count,
      permille: result.dontKnow.percent * 10,
      pattern: 'outlined',
      previous: before('dontknow'),
    },
  ];
}

/** Rows of one statement of a scale: one for each step, then "Non so". */
export function stepRows(statement: Result['statements'][number], words: FixedWords, lang: Lang): readonly BarRow[] {
  return [
    ...statement.values.map(({ value, count, percent: share }): BarRow => ({
      id: String(value),
      label: number(value, lang),
      count,
      permille: share * 10,
    })),
    {
      id: 'dontknow',
      label: words.dontKnow,
      count: statement.dontKnow.count,
      permille: statement.dontKnow.percent * 10,
      pattern: 'outlined',
    },
  ];
}

/** Several statements together: a cell for each step with its count and a bar of its share, then "Non so", then the mean. */
export function ScaleTable({
  asked,
  result,
  words,
  meanWord,
  lang,
}: {
  asked: Asked;
  result: Pick<Result, 'statements'>;
  words: FixedWords;
  meanWord: string;
  lang: Lang;
}) {
  const { kind } = asked;
  if (kind.kind !== 'scale') return null;
  const steps = Array.from({ length: kind.to - kind.from + 1 }, (_, i) => kind.from + i);
  // The longest bar fills its cell: the same measure in all cells, so that they can be compared.
  const most = Math.max(1, ...result.statements.flatMap((one) => [one.dontKnow.percent, ...one.values.map((value) => value.percent)]));
  return (
    <table className="poll-steps">
      <thead>
        <tr>
          <td className="what" />
          {steps.map((step) => (
            <th key={step} scope="col">
              {number(step, lang)}
            </th>
          ))}
          <th scope="col" className="ns">
            {words.dontKnow}
          </th>
          <th scope="col" className="mean">
            {meanWord}
          </th>
        </tr>
      </thead>
      <tbody>
        {kind.statements.map(({ id, text }) => {
          const counted = result.statements.find((one) => one.id === id);
          return (
            <tr key={id}>
              <th scope="row">
                <Said of={text} />
              </th>
              {steps.map((step) => {
                const cell = counted?.values.find(({ value }) => value === step);
                return <Cell key={step} count={cell?.count ?? 0} share={cell?.percent ?? 0} most={most} lang={lang} />;
              })}
              <Cell count={counted?.dontKnow.count ?? 0} share={counted?.dontKnow.percent ?? 0} most={most} lang={lang} outlined />
              <td className="mean">
                {counted === undefined || counted.mean === null ? '' : number(Math.round(counted.mean * 10) / 10, lang)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
function Cell({
  count,
  share,
  most,
  lang,
  outlined = false,
}: {
  count: number;
  share: number;
  most: number;
  lang: Lang;
  outlined?: boolean;
}) {
  return (
    <td className={outlined ? 'ns' : undefined}>
      <b>{number(count, lang)}</b>
      {count === 0 ? null : <i className={outlined ? 'bar outlined' : 'bar'} style={{ inlineSize: `${(100 * share) / most}%` }} />}
      <span className="sr-only"> {percent(share / 100, lang)}</span>
    </td>
  );
}
