// A result on the wall: bars, a table of statements, texts, words; under it where the numbers come from (SC3, PO5). Two sizes, at most seven
// lines between question and foot: more options than that stand in two columns, more texts are on the phones, and said so.
import type { ReactNode } from 'react';
import type { Asked, Result } from '../../shared/poll/public.ts';
import { number, useTexts } from '../kernel/i18n.ts';
import { Bars } from '../ui/Bars.tsx';
import { Rich } from '../ui/Rich.tsx';
import { PollCloud } from './PollCloud.tsx';
import { optionRows, ScaleTable, stepRows } from './ResultParts.tsx';
import { Said } from './Said.tsx';
import { WallScene } from './WallScene.tsx';
import { pollWallTexts } from './wallTexts.ts';

type T = ReturnType<typeof useTexts<typeof pollWallTexts.it>>;
const fixedWords = (t: T) => ({ yes: t('yes'), no: t('no'), dontKnow: t('dontKnow') });

/** Where the numbers come from, in one line; the base is always written. */
function footOf(t: T, asked: Asked, result: Result): string {
  const moves = result.comparedTo?.comparison.moves ?? null;
  const parts = [
    result.base === null ? t('baseOpen', { n: result.answered }) : t('base', { n: result.answered, m: result.base }),
    result.sources.paper > 0 ? t('paper', { n: result.sources.paper }) : '',
    result.sources.hands > 0 ? t('hands', { n: result.sources.hands }) : '',
    asked.kind.kind === 'multiple' ? t('people') : '',
    moves !== null && moves.moved > 0 ? t('moved', { moved: moves.moved, matched: result.comparedTo?.comparison.matched ?? 0 }) : '',
    result.hidden > 0 ? t('hidden', { n: result.hidden }) : '',
  ];
  const said = parts.filter((part) => part !== '');
  if (said.length === 1 && asked.kind.kind !== 'scale' && asked.kind.kind !== 'text' && result.answered <= 120) said.push(t('mark'));
  return said.join(' ');
}

export function WallResult({
  asked,
  result,
  appear,
  live,
  way,
}: {
  asked: Asked;
  result: Result;
  appear: boolean;
  live: number | null;
  way: ReactNode;
}) {
  const t = useTexts(pollWallTexts);
  if (asked.kind.kind === 'words' && result.words !== null)
    return <PollCloud asked={asked} words={result.words} informal={live !== null && way !== undefined ? way : t('informal')} />;
  const end = live === null ? t('informal') : (way ?? t('liveNow'));
  return (
    <WallScene
      asked={asked}
      small={result.options.length > 5 || asked.kind.kind === 'text'}
      foot={<Rich text={footOf(t, asked, result)} />}
      end={end}
    >
      {result.answered === 0 ? <p className="lead">{t('none')}</p> : <Body asked={asked} result={result} appear={appear} />}
    </WallScene>
  );
}

function Body({ asked, result, appear }: { asked: Asked; result: Result; appear: boolean }) {
  const t = useTexts(pollWallTexts);
  const words = fixedWords(t);
  const { kind } = asked;
  switch (kind.kind) {
    case 'single':
    case 'multiple':
    case 'yesno': {
      const rows = optionRows(asked, result, result.comparedTo, words);
      const rounds = result.comparedTo !== null;
      return (
        <div className={rows.length > 7 ? 'poll-wall-bars dense' : rounds ? 'poll-wall-bars rounds' : 'poll-wall-bars'}>
          <Bars rows={rows} caption={asked.question.s} appear={appear} />
        </div>
      );
    }
    case 'scale': {
      const [only] = kind.statements;
      const counted = result.statements[0];
      if (kind.statements.length > 1 || only === undefined || counted === undefined)
        return <ScaleTable asked={asked} result={result} words={words} meanWord={t('mean')} lang={t.lang} />;
      const rows = stepRows(counted, words, t.lang);
      return (
        <div className={rows.length > 7 ? 'poll-wall-bars dense' : 'poll-wall-bars'}>
          <p className="poll-wall-note">
            <Said of={only.text} />
            {counted.mean === null ? null : (
              <>
                {' · '}
                {t('mean')} <b>{number(Math.round(counted.mean * 10) / 10, t.lang)}</b>
              </>
            )}
          </p>
          <Bars rows={rows} caption={only.text.s} appear={appear} />
        </div>
      );
    }
    case 'text':
      return <Quotes result={result} />;
    case 'words':
      return null;
    default:
      return kind satisfies never;
  }
}

/** As many texts as fit in about seven lines, whole; the rest is on the phones, and said so. */
function Quotes({ result }: { result: Result }) {
  const t = useTexts(pollWallTexts);
  const perLine = 62;
  const lines = (text: string): number => Math.ceil([...text].length / perLine);
  const fits = result.texts.filter((_, at) => result.texts.slice(0, at + 1).reduce((sum, { text }) => sum + lines(text), 0) <= 8);
  const shown = fits.length === 0 ? result.texts.slice(0, 1) : fits;
  const more = result.textsInAll - shown.length;
  return (
    <ul className="poll-wall-quotes">
      {shown.map(({ text, count }) => (
        <li key={text}>
          <bdi>{text}</bdi> {count > 1 ? <b className="nb">{t('times', { n: count })}</b> : null}
        </li>
      ))}
      {more > 0 ? <li className="more">{t('moreTexts', { n: more })}</li> : null}
    </ul>
  );
}
