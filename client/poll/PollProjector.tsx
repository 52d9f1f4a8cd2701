// A question on the wall: open (what, how many have answered), closed, published, voided. Two sizes, at most seven lines, bars not pies (SC3).
// Never a name or a seat beside a choice. Open and hidden there is nothing in the view to show but "n di m" (PO1).
// It draws `.wall-main` and `.wall-foot`; the frame, the head line and the languages belong to the wall.
import type { ReactNode } from 'react';
import type { PollScreenView } from '../../shared/poll/view.ts';
import type { Asked } from '../../shared/poll/public.ts';
import { hour, number, useTexts } from '../kernel/i18n.ts';
import { TimerText } from '../ui/ClockText.tsx';
import { Rich } from '../ui/Rich.tsx';
import { SeatLine } from '../ui/SeatLine.tsx';
import { Said } from './Said.tsx';
import { WallResult } from './WallResult.tsx';
import { WallScene } from './WallScene.tsx';
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

export function PollProjector({ round, now, timeZone, way }: PollProjectorProps) {
  const t = useTexts(pollWallTexts);
  switch (round.phase) {
    case 'open':
      return round.result === null ? (
        <OpenScene round={round} now={now} way={way} />
      ) : (
        <WallResult asked={round} result={round.result} appear={false} live={round.answered} way={way} />
      );
    case 'closed':
      return (
        <WallScene asked={round} foot={t('informal')} end={null}>
          <div className="poll-wall-closed">
            <p className="big">{t('closed')}</p>
            <Count
              answered={round.answered}
              base={round.base}
              kind={round.kind.kind}
              end={t('closedAt', { hour: hour(round.closedAt, t.lang, timeZone) })}
            />
          </div>
        </WallScene>
      );
    case 'published':
      return <WallResult asked={round} result={round.result} appear live={null} way={undefined} />;
    case 'voided':
      return (
        <WallScene asked={round} foot={t('informal')} end={null}>
          <div className="poll-wall-closed">
            <p className="big">{t('voided')}</p>
            <p className="lead">
              <bdi>{round.reason}</bdi>
            </p>
          </div>
        </WallScene>
      );
    default:
      return round satisfies never;
  }
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
    <WallScene asked={round} small={round.options.length > 8} foot={t('informal')} end={way}>
      <Offered asked={round} byHands={round.byHands} />
      <Count answered={round.answered} base={round.base} kind={round.kind.kind} end={end} />
    </WallScene>
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
