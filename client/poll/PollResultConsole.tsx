// The result as the facilitator sees it once the answers are closed: counts, the declared splits, what moved since the round before (PO4, PO6).
// A split that may not be shown says why, and there is nothing behind it: it was not counted.
import type { ReactNode } from 'react';
import { number, useTexts } from '../kernel/i18n.ts';
import { Bars } from '../ui/Bars.tsx';
import { pollTexts } from './consoleTexts.ts';
import type { DriverRound } from './drive.ts';
import { optionRows, ScaleTable } from './ResultParts.tsx';
import { Said } from './Said.tsx';
import './steps.css';

type Shown = Exclude<DriverRound, { phase: 'voided' }>;
type Counted = NonNullable<Shown['result']>;
type Split = Counted['splits'][number];

export function PollResultConsole({ round, result }: { round: Shown; result: Counted }) {
  const t = useTexts(pollTexts);
  const words = { yes: t('yes'), no: t('no'), dontKnow: t('dontKnow') };
  const compared = round.phase === 'open' ? null : round.comparedTo;
  const { kind } = round;
  const body = ((): ReactNode => {
    switch (kind.kind) {
      case 'single':
      case 'multiple':
      case 'yesno':
        return <Bars rows={optionRows(round, result, compared, words)} caption={round.question.s} />;
      case 'scale':
        return <ScaleTable asked={round} result={result} words={words} meanWord={t('now.mean')} lang={t.lang} />;
      case 'text':
        return <p className="lead">{t('now.texts', { n: result.texts })}</p>;
      case 'words':
        return <p className="lead">{t('now.expressions', { n: result.expressions })}</p>;
      default:
        return kind satisfies never;
    }
  })();
  const { paper, hands } = result.sources;
  const parts = [
    round.base === null ? t('now.baseOpen', { n: round.answered }) : t('now.base', { n: round.answered, m: round.base }),
    paper > 0 ? t('now.sources.paper', { n: paper }) : '',
    hands > 0 ? t('now.sources.hands', { n: hands }) : '',
    result.invalid > 0 ? t('now.sources.invalid', { n: result.invalid }) : '',
    result.hidden > 0 ? t('now.sources.hidden', { n: result.hidden }) : '',
    result.held > 0 ? t('now.sources.held', { n: result.held }) : '',
    kind.kind === 'multiple' ? t('now.people') : '',
  ];
  return (
    <div className="poll-result">
      {body}
      <p className="meta">{parts.filter((part) => part !== '').join(' · ')}</p>
      {round.phase === 'open' ? null : <Moves round={round} />}
      {result.splits.map((split) => (
        <SplitTable key={split.attribute} round={round} split={split} />
      ))}
    </div>
  );
}

const nameOf = (round: Shown, id: string, t: ReturnType<typeof useTexts<typeof pollTexts.it>>): string => {
  if (id === 'yes' || id === 'no') return t(id);
  if (id === 'dontknow') return t('dontKnow');
  if (id === 'skipped') return t('paper.skip');
  return round.options.find((option) => option.id === id)?.text.s ?? id;
};

function Moves({ round }: { round: Exclude<Shown, { phase: 'open' }> }) {
  const t = useTexts(pollTexts);
  const comparison = round.comparedTo?.comparison;
  if (comparison === undefined || comparison.matched === 0) return null;
  const { moves } = comparison;
  if (moves === null) return <p className="meta">{t('now.moves.none')}</p>;
  return (
    <div className="meta">
      <p>{t('now.moves.moved', { matched: comparison.matched, moved: moves.moved, stayed: moves.stayed })}</p>
      <ul>
        {moves.flows.map(({ from, to, count }) => (
          <li key={`${from} ${to}`}>{t('now.moves.flow', { from: nameOf(round, from, t), to: nameOf(round, to, t), n: count })}</li>
        ))}
        {moves.otherMoves > 0 && moves.flows.length > 0 ? <li>{t('now.moves.rest', { n: moves.otherMoves })}</li> : null}
      </ul>
    </div>
  );
}

function SplitTable({ round, split }: { round: Shown; split: Split }) {
  const t = useTexts(pollTexts);
  if (!split.shown)
    return <p className="meta">{t('now.split.hidden', { attribute: split.attribute, why: t(`now.split.${split.reason}`) })}</p>;
  const facets = split.rows[0]?.facets ?? [];
  return (
    <>
      {facets.map((facet) => {
        const statement = round.kind.kind === 'scale' ? round.kind.statements.find(({ id }) => id === facet.id) : undefined;
        const option = round.kind.kind === 'multiple' ? nameOf(round, facet.id, t) : undefined;
        return (
          <div className="table-scroll" key={facet.id}>
            <table className="table">
              <caption className="poll-caption">
                {t('now.split.by', { attribute: split.attribute })}
                {statement === undefined ? null : (
                  <>
                    {': '}
                    <Said of={statement.text} />
                  </>
                )}
                {option === undefined ? null : `: ${option}`}
              </caption>
              <thead>
                <tr>
                  <th scope="col" />
                  {facet.cells.map(({ id }) => (
                    <th key={id} scope="col" className="n">
                      {nameOf(round, id, t)}
                    </th>
                  ))}
                  <th scope="col" className="n">
                    {t('now.split.answered')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {split.rows.map((row) => (
                  <tr key={row.value}>
                    <th scope="row">{row.value === '' ? t('now.split.unstated') : row.value}</th>
                    {(row.facets.find(({ id }) => id === facet.id)?.cells ?? []).map(({ id, count }) => (
                      <td key={id} className="n">
                        {number(count, t.lang)}
                      </td>
                    ))}
                    <td className="n">{number(row.answered, t.lang)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
    </>
  );
}
