// A published result on a phone: the same numbers as on the wall (PO5), with my own answer beside them. Long texts and words are fetched
// only when somebody asks to see them all. Hidden ones are only counted (PO12). Safe for phones.
import { useState } from 'react';
import type { PublicRound, Result } from '../../shared/poll/public.ts';
import type { PollResultRows } from '../../shared/poll/lists.ts';
import { number, useTexts } from '../kernel/i18n.ts';
import { useList } from '../kernel/list.ts';
import { Bars } from '../ui/Bars.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { AnswerSaid } from './AnswerForm.tsx';
import type { AnswerDraft } from './answerDraft.ts';
import { pollPhoneTexts } from './phoneTexts.ts';
import { optionRows, stepRows } from './ResultParts.tsx';
import { pollResultTexts } from './resultTexts.ts';
import { Said } from './Said.tsx';
import './result.css';

type Shown = Extract<PublicRound, { result: Result | null }>;
export interface PollResultPhoneProps {
  round: Shown;
  /** My answer, or null when I did not answer. */
  mine: AnswerDraft | null;
  /** Of the list `poll.result`; null where there is no line (a preview). */
  listVersion: string | null;
}

export function PollResultPhone({ round, mine, listVersion }: PollResultPhoneProps) {
  const t = useTexts(pollPhoneTexts);
  const said = useTexts(pollResultTexts);
  const { result } = round;
  const [all, setAll] = useState(false);
  if (result === null) return null;
  const more = result.textsInAll - result.texts.length + (result.words === null ? 0 : result.words.groups - result.words.words.length);
  return (
    <main>
      <header className="poll-head">
        <p className="eyebrow">{t('informal')}</p>
        <h1 className="title">
          <Said of={round.question} />
        </h1>
      </header>
      {result.answered === 0 ? <p className="lead">{said('nobody')}</p> : <ResultBody round={round} result={result} />}
      {more > 0 ? (
        <p>
          {said(round.kind.kind === 'words' ? 'moreWords' : 'moreTexts', { n: more })}{' '}
          <Button onPress={() => setAll(true)}>{said('all')}</Button>
        </p>
      ) : null}
      {mine === null ? null : (
        <div className="poll-mine-said">
          <p className="meta">{t('mine')}</p>
          <div className="mine">
            <AnswerSaid asked={round} draft={mine} />
          </div>
        </div>
      )}
      <ResultFoot result={result} />
      <Dialog open={all} onClose={() => setAll(false)} title={<Said of={round.question} />}>
        {all ? <Everything list={`${round.poll}.${round.round}`} version={listVersion} /> : null}
      </Dialog>
    </main>
  );
}

/** Where the answers came from, what was hidden, what moved: said under every result. */
function ResultFoot({ result }: { result: Result }) {
  const said = useTexts(pollResultTexts);
  const { paper, hands } = result.sources;
  const moves = result.comparedTo?.comparison.moves ?? null;
  const parts = [
    result.base === null ? said('baseOpen', { n: result.answered }) : said('base', { n: result.answered, m: result.base }),
    paper > 0 ? said('paper', { n: paper }) : '',
    hands > 0 ? said('hands', { n: hands }) : '',
    result.percentOf === 'people' && result.options.length > 0 ? said('people') : '',
    result.hidden > 0 ? said('hidden', { n: result.hidden }) : '',
    result.held > 0 ? said('held', { n: result.held }) : '',
    moves === null ? '' : said('moved', { matched: result.comparedTo?.comparison.matched ?? 0, moved: moves.moved }),
  ];
  return <p className="meta poll-foot">{parts.filter((part) => part !== '').join(' · ')}</p>;
}

function ResultBody({ round, result }: { round: Shown; result: Result }) {
  const t = useTexts(pollPhoneTexts);
  const said = useTexts(pollResultTexts);
  const words = { yes: t('yes'), no: t('no'), dontKnow: t('dontKnow') };
  const { kind } = round;
  switch (kind.kind) {
    case 'single':
    case 'multiple':
    case 'yesno':
      return <Bars rows={optionRows(round, result, result.comparedTo, words)} caption={round.question.s} appear />;
    case 'scale':
      return (
        <>
          {kind.statements.map(({ id, text }) => {
            const counted = result.statements.find((one) => one.id === id);
            return counted === undefined ? null : (
              <section key={id} className="poll-statement">
                <h2 className="lead">
                  <Said of={text} />
                </h2>
                <p className="meta">
                  {counted.mean === null ? null : <b>{said('mean', { mean: number(Math.round(counted.mean * 10) / 10, t.lang) })}</b>}{' '}
                  {said('answeredHere', { n: counted.answered })}
                </p>
                <Bars rows={stepRows(counted, words, t.lang)} caption={text.s} />
              </section>
            );
          })}
        </>
      );
    case 'text':
      return <Texts texts={result.texts} />;
    case 'words':
      return <Ranked words={result.words?.words ?? []} />;
    default:
      return kind satisfies never;
  }
}

function Texts({ texts }: { texts: Result['texts'] }) {
  const said = useTexts(pollResultTexts);
  return (
    <ul className="rows poll-quotes">
      {texts.map(({ text, count }) => (
        <li key={text}>
          <bdi>{text}</bdi> {count > 1 ? <span className="meta">{said('times', { n: count })}</span> : null}
        </li>
      ))}
    </ul>
  );
}
function Ranked({ words }: { words: readonly { readonly id: string; readonly label: string; readonly count: number }[] }) {
  const t = useTexts(pollPhoneTexts);
  return (
    <ol className="rows">
      {words.map(({ id, label, count }) => (
        <li key={id} className="between">
          <bdi>{label}</bdi>
          <b className="lead">{number(count, t.lang)}</b>
        </li>
      ))}
    </ol>
  );
}

/** All texts or the whole ranked table, fetched when it is opened. */
function Everything({ list, version }: { list: string; version: string | null }) {
  const said = useTexts(pollResultTexts);
  const { rows } = useList<PollResultRows>('poll.result', list, version);
  if (rows === null || rows.result === null) return <p role="status">{said('loading')}</p>;
  return rows.table === null ? <Texts texts={rows.result.texts} /> : <Ranked words={rows.table} />;
}
