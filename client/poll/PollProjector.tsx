// A question on the wall: open (what, how many have answered), closed, published, voided. Two sizes, at most seven lines, bars not pies (SC3).
// Never a name or a seat beside a choice. Open and hidden there is nothing in the view to show but "n di m" (PO1).
// It draws `.wall-main` and `.wall-foot`; the frame, the head line and the languages belong to the wall.
import type { ReactNode } from 'react';
import type { PollScreenView } from '../../shared/poll/view.ts';
import type { Asked, Result } from '../../shared/poll/public.ts';
import { dirOf, hour, number, useTexts } from '../kernel/i18n.ts';
import { Bars } from '../ui/Bars.tsx';
import { TimerText } from '../ui/ClockText.tsx';
import { Rich } from '../ui/Rich.tsx';
import { SeatLine } from '../ui/SeatLine.tsx';
import { PollCloud } from './PollCloud.tsx';
import { optionRows, ScaleTable, stepRows } from './ResultParts.tsx';
import { Said } from './Said.tsx';
import { pollWallTexts } from './wallTexts.ts';
import './steps.css';
import './wall.css';

export type ScreenRound = PollScreenView['rounds'][number];
export interface PollProjectorProps {
  round: ScreenRound;
  /** Epoch ms of the server. */
  now: number;
  timeZone: string;
  /** What the wall says at the end of its foot while people can still answer: how to enter. */
  way?: ReactNode | undefined;
}
/** Names the picture for the cross-fade: it changes with what is shown, not with a count. */
export const pollScene = (round: ScreenRound): string => `poll.${round.poll}.${round.round}.${round.phase}`;

type T = ReturnType<typeof useTexts<typeof pollWallTexts.it>>;
const fixedWords = (t: T) => ({ yes: t('yes'), no: t('no'), dontKnow: t('dontKnow') });

function Question({ asked, small = false }: { asked: Asked; small?: boolean }) {
  const { s, lang } = asked.question;
  return (
    <h1
      className={small || [...s].length > 90 ? 'poll-wall-q small' : 'poll-wall-q'}
      lang={lang}
      dir={lang === undefined ? undefined : dirOf(lang)}
    >
      {s}
    </h1>
  );
}

export function PollProjector({ round, now, timeZone, way }: PollProjectorProps) {
  const t = useTexts(pollWallTexts);
  switch (round.phase) {
    case 'open':
      return round.result === null ? (
        <OpenScene round={round} now={now} way={way} />
      ) : (
        <ResultScene asked={round} result={round.result} appear={false} live={round.answered} way={way} />
      );
    case 'closed':
      return (
        <Scene asked={round} foot={t('informal')} end={null}>
          <div className="poll-wall-closed">
            <p className="big">{t('closed')}</p>
            <Count
              answered={round.answered}
              base={round.base}
              kind={round.kind.kind}
              end={t('closedAt', { hour: hour(round.closedAt, t.lang, timeZone) })}
            />
          </div>
        </Scene>
      );
    case 'published':
      return round.result === null ? null : <ResultScene asked={round} result={round.result} appear live={null} way={undefined} />;
    case 'voided':
      return (
        <Scene asked={round} foot={t('informal')} end={null}>
          <div className="poll-wall-closed">
            <p className="big">{t('voided')}</p>
            <p className="lead">
              <bdi>{round.reason}</bdi>
            </p>
          </div>
        </Scene>
      );
    default:
      return round satisfies never;
  }
}

function Scene({
  asked,
  small,
  foot,
  end,
  children,
}: {
  asked: Asked;
  small?: boolean;
  foot: ReactNode;
  end: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <div className="wall-main poll-wall">
        <Question asked={asked} small={small ?? false} />
        {children}
      </div>
      <footer className="wall-foot">
        <span>{foot}</span>
        <span>{end}</span>
      </footer>
    </>
  );
}

/** "48 di 77 hanno risposto" and a mark for each. Without a base (the audience) only the number. */
function Count({ answered, base, kind, end }: { answered: number; base: number | null; kind: Asked['kind']['kind']; end: ReactNode }) {
  const t = useTexts(pollWallTexts);
  const writes = kind === 'text' || kind === 'words';
  return (
    <div>
      <p className="poll-wall-count">
        <b className="num">{number(answered, t.lang)}</b>
        <span>{base === null ? t('answeredOpen', { n: answered }) : t(writes ? 'written' : 'answered', { m: base })}</span>
        <span className="end">{end}</span>
      </p>
      {base === null ? null : (
        <SeatLine
          tall
          label=""
          segments={[
            { count: answered, pattern: 'solid' },
            { count: Math.max(0, base - answered), pattern: 'waiting' },
          ]}
        />
      )}
    </div>
  );
}

function OpenScene({ round, now, way }: { round: Extract<ScreenRound, { phase: 'open' }>; now: number; way: ReactNode }) {
  const t = useTexts(pollWallTexts);
  const end =
    round.closesAt === null ? (
      t('afterClose')
    ) : (
      <>
        {t('closesIn')} <TimerText sec={Math.max(0, (round.closesAt - now) / 1000)} />
      </>
    );
  return (
    <Scene asked={round} small={round.options.length > 8} foot={t('informal')} end={way}>
      <Offered asked={round} byHands={round.byHands} />
      <Count answered={round.answered} base={round.base} kind={round.kind.kind} end={end} />
    </Scene>
  );
}

/** What there is to choose; for what is written or rated, what to do. More than twelve lines never happen: options have a limit. */
function Offered({ asked, byHands }: { asked: Asked; byHands: boolean }) {
  const t = useTexts(pollWallTexts);
  const { kind } = asked;
  switch (kind.kind) {
    case 'single':
    case 'multiple':
    case 'yesno': {
      const own = kind.kind === 'yesno' ? [t('yes'), t('no')] : asked.options.map(({ id, text }) => <Said key={id} of={text} />);
      const lines: ReactNode[] = [...own, t('dontKnow')];
      const note = byHands ? t('choose.hands') : kind.kind === 'multiple' ? t('choose.upTo', { n: kind.max }) : null;
      return (
        <div>
          {note === null ? null : <p className="poll-wall-note">{note}</p>}
          <ul className={lines.length > 8 ? 'poll-wall-options many' : 'poll-wall-options'}>
            {lines.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </div>
      );
    }
    case 'scale':
      return (
        <div>
          {kind.ends === null ? null : (
            <p className="poll-wall-note">
              <Rich text={t('choose.scale', { from: kind.from, to: kind.to, low: kind.ends.low.s, high: kind.ends.high.s })} />
            </p>
          )}
          <ul className={kind.statements.length > 4 ? 'poll-wall-options many' : 'poll-wall-options one'}>
            {kind.statements.map(({ id, text }) => (
              <li key={id}>
                <Said of={text} />
              </li>
            ))}
          </ul>
        </div>
      );
    case 'text':
      return <p className="poll-wall-note">{t('choose.write')}</p>;
    case 'words':
      return <p className="poll-wall-note">{t('choose.words', { n: kind.maxEntries })}</p>;
    default:
      return kind satisfies never;
  }
}

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

function ResultScene({
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
    <Scene
      asked={asked}
      small={result.options.length > 5 || asked.kind.kind === 'text'}
      foot={<Rich text={footOf(t, asked, result)} />}
      end={end}
    >
      {result.answered === 0 ? <p className="lead">{t('none')}</p> : <Body asked={asked} result={result} appear={appear} />}
    </Scene>
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
  let lines = 0;
  const fits = result.texts.filter(({ text }) => {
    lines += Math.ceil([...text].length / perLine);
    return lines <= 8;
  });
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
