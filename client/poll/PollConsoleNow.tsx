// The middle of the console while a question runs: how many have answered, who is missing (numbers, never seats), close, publish, and the
// exceptions behind "Altro". Open and hidden, the console sees no result either (PO1); closed, it sees them alone; published, all do.
// The question and its numbers come whole from the view; only what the view says may be done is offered.
import { useState } from 'react';
import type { PollDriverView } from '../../shared/poll/view.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import type { Send } from '../kernel/send.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { TimerText } from '../ui/ClockText.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Num } from '../ui/Num.tsx';
import { SeatLine } from '../ui/SeatLine.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { pollTexts } from './consoleTexts.ts';
import { usePollDrive, type DriverRound, type PollDrive } from './drive.ts';
import { PollActs, type Panel } from './PollActs.tsx';
import { PollHands } from './PollHands.tsx';
import { PollPaper, type SeatOfMember } from './PollPaper.tsx';
import { PollResultConsole } from './PollResultConsole.tsx';
import { PollReviewDialog } from './PollReview.tsx';
import { PollVoid } from './PollVoid.tsx';
import { Said } from './Said.tsx';
import './console.css';

export interface PollConsoleNowProps {
  view: PollDriverView;
  send: Send;
  /** Epoch ms of the server. */
  now: number;
  timeZone: string;
  /** Seat ↔ member, for sheets. */
  seats: readonly SeatOfMember[];
  /** Of the question shown here; made by `usePollDrive` where the console keeps its key table, else by this component. */
  drive?: PollDrive | undefined;
  /** True where O and R really do it. */
  keyHints?: boolean | undefined;
}

/** The question to show: the latest, or the one of the electorate that was chosen. */
export function PollConsoleNow(props: PollConsoleNowProps) {
  const { view } = props;
  const t = useTexts(pollTexts);
  const [which, setWhich] = useState<'members' | 'audience' | null>(null);
  const round = view.rounds.find((one) => one.electorate === which) ?? view.rounds[0];
  if (round === undefined)
    return (
      <section className="poll-now">
        <p className="lead">{t('now.none')}</p>
        <p className="soft">{t('now.noneHint')}</p>
      </section>
    );
  return (
    <section className="poll-now" aria-label={round.question.s}>
      {view.rounds.length > 1 ? (
        <Segmented
          legend={t('now.which')}
          hideLegend
          value={round.electorate}
          onChange={setWhich}
          options={[
            { value: 'members', label: t('now.members') },
            { value: 'audience', label: t('now.audience') },
          ]}
        />
      ) : null}
      {/* The keys drive the latest question; another one that is looked at has its own buttons. */}
      <One
        key={`${round.poll}.${round.round}`}
        {...props}
        drive={round === view.rounds[0] ? props.drive : undefined}
        keyHints={props.keyHints === true && round === view.rounds[0]}
        round={round}
      />
    </section>
  );
}

function One({ round, send, now, timeZone, seats, drive: given, keyHints = false }: PollConsoleNowProps & { round: DriverRound }) {
  const t = useTexts(pollTexts);
  const own = usePollDrive(given === undefined ? round : null, send);
  const drive = given ?? own;
  const [panel, setPanel] = useState<Panel>('none');
  const back = (): void => setPanel('none');
  return (
    <>
      <header>
        <PhaseLine round={round} timeZone={timeZone} />
        <h2 className="title">
          <Said of={round.question} />
        </h2>
      </header>
      {round.phase === 'open' ? <OpenNow round={round} now={now} drive={drive} /> : null}
      {round.phase === 'voided' ? (
        <Band kind="info" title={t('now.voided')} live={false}>
          {t('now.reason', { reason: round.reason })}
        </Band>
      ) : round.result === null ? (
        <Offered round={round} />
      ) : (
        <PollResultConsole round={round} result={round.result} />
      )}
      {round.prepared ? <p className="soft">{t('now.prepared', { n: round.nextRound })}</p> : null}
      <PollActs round={round} drive={drive} keyHints={keyHints} onPanel={setPanel} panel={panel} />
      <PollPaper open={panel === 'paper'} onClose={back} round={round} seats={seats} send={send} />
      {round.phase === 'open' ? <PollHands open={panel === 'hands'} onClose={back} round={round} send={send} /> : null}
      <PollVoid open={panel === 'void'} onClose={back} round={round} ask={drive.ask} />
      {round.phase === 'voided' ? null : <PollReviewDialog open={panel === 'review'} onClose={back} round={round} send={send} />}
    </>
  );
}

function PhaseLine({ round, timeZone }: { round: DriverRound; timeZone: string }) {
  const t = useTexts(pollTexts);
  const extra = [
    round.electorate === 'audience' ? t('now.toAudience') : '',
    round.round > 1 ? t('now.round', { n: round.round }) : '',
    round.phase === 'closed' && round.by !== 'person' ? t(`now.closedBy.${round.by}`) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
  const said = (() => {
    switch (round.phase) {
      case 'open':
        return t(round.live ? 'now.openLive' : 'now.openHidden');
      case 'closed':
        return t('now.closed', { hour: hour(round.closedAt, t.lang, timeZone) });
      case 'published':
        return t('now.published');
      case 'voided':
        return t('now.voided');
      default:
        return round satisfies never;
    }
  })();
  return (
    <p className="poll-phase tag live" role="status">
      <Icon name={round.phase === 'open' && !round.live ? 'eyeoff' : 'eye'} />
      <span>
        {said}
        {extra === '' ? '' : `, ${extra}`}
      </span>
    </p>
  );
}

function OpenNow({ round, now, drive }: { round: Extract<DriverRound, { phase: 'open' }>; now: number; drive: PollDrive }) {
  const t = useTexts(pollTexts);
  const { missing } = round;
  const parts =
    missing === null
      ? []
      : [
          t('now.missing', { n: missing.people, connected: missing.connected }),
          missing.withoutPhone > 0 ? t('now.missingNoPhone', { n: missing.withoutPhone }) : '',
          missing.asleep > 0 ? t('now.missingAsleep', { n: missing.asleep }) : '',
        ].filter((part) => part !== '');
  return (
    <div className="poll-open">
      <div className="between">
        <Num
          huge
          n={round.answered}
          words={round.base === null ? t('now.answeredOpen', { n: round.answered }) : t('now.answered', { m: round.base })}
        />
        <p className="meta poll-missing">
          {missing === null
            ? t('now.audienceConnected', { n: round.audience })
            : missing.people === 0
              ? t('now.nobodyMissing')
              : parts.join(', ')}
        </p>
      </div>
      {round.base === null ? null : (
        <SeatLine
          tall
          label=""
          segments={[
            { count: round.answered - (round.hands?.raised ?? 0), pattern: 'solid' },
            { count: round.hands?.raised ?? 0, pattern: 'hatched' },
            { count: Math.max(0, round.base - round.answered), pattern: 'waiting' },
          ]}
        />
      )}
      {round.hands === null ? null : (
        <p className="soft">{t(round.hands.mode === 'whole' ? 'now.handsWhole' : 'now.hands', { n: round.hands.raised })}</p>
      )}
      {round.closesAt === null ? null : (
        <p className="row">
          <span className="tag time">
            <Icon name="clock" />
            <span>
              {t('now.closesIn')} <TimerText sec={Math.max(0, (round.closesAt - now) / 1000)} />
            </span>
          </span>
          <Button variant="quiet" onPress={() => void drive.ask({ type: 'poll.keepOpen', poll: round.poll, round: round.round })}>
            {t('now.keepOpen')}
          </Button>
        </p>
      )}
    </div>
  );
}

/** What people are choosing among; nothing of what they chose. */
function Offered({ round }: { round: DriverRound }) {
  const t = useTexts(pollTexts);
  const { kind } = round;
  const lines =
    kind.kind === 'yesno'
      ? [t('yes'), t('no'), t('dontKnow')]
      : kind.kind === 'scale'
        ? kind.statements.map(({ id, text }) => <Said key={id} of={text} />)
        : kind.kind === 'text' || kind.kind === 'words'
          ? [t(`kinds.${kind.kind}`)]
          : [...round.options.map(({ id, text }) => <Said key={id} of={text} />), t('dontKnow')];
  return (
    <ul className="poll-offered">
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}
