// A question on a phone, for whoever answers it: question above, gesture below; then what became of the answer, told truly (K8, PO3).
// It fills `main` and the thumb's zone of a phone page. Members and the audience use it through their own components, which add what is
// theirs alone (`aside`: why one cannot answer now). Safe for phones.
import { useId, useRef, useState, type ReactNode } from 'react';
import { charCount, WORD_MAX_CHARS } from '../../shared/poll/spelling.ts';
import type { PublicRound } from '../../shared/poll/public.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { TimerText } from '../ui/ClockText.tsx';
import { Icon } from '../ui/Icon.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { Rich } from '../ui/Rich.tsx';
import { SeatLine } from '../ui/SeatLine.tsx';
import { Status } from '../ui/Status.tsx';
import { answerOf, DONT_KNOW, emptyDraft, entriesOf } from './answerDraft.ts';
import { AnswerForm, AnswerHint, AnswerSaid, useSendWords } from './AnswerForm.tsx';
import type { PollPhoneProps } from './phoneProps.ts';
import { pollPhoneTexts } from './phoneTexts.ts';
import { PollResultPhone } from './PollResultPhone.tsx';
import { Said } from './Said.tsx';
import { usePhoneAnswer, type PhoneAnswer } from './usePhoneAnswer.ts';
import './phone.css';

type Open = Extract<PublicRound, { phase: 'open' }>;
export interface PhoneQuestionProps extends PollPhoneProps {
  round: PublicRound;
  /** Said instead of the gesture when this person cannot answer now. */
  aside: ReactNode;
}

export function PhoneQuestion(props: PhoneQuestionProps) {
  const { round, mine, send, pending } = props;
  const answer = usePhoneAnswer(round, mine, send, pending);
  switch (answer.stage.kind) {
    case 'waiting':
      return <Waiting {...props} answer={answer} tries={answer.stage.tries} />;
    case 'late':
      return <Late {...props} answer={answer} />;
    case 'choosing':
    case 'received':
      break;
    default:
      return answer.stage satisfies never;
  }
  switch (round.phase) {
    case 'open':
      if (props.aside !== null) return <Told round={round}>{props.aside}</Told>;
      return answer.stage.kind === 'choosing' ? (
        <Choosing key={`${round.poll}.${round.round}`} round={round} now={props.now} answer={answer} refused={answer.stage.refused} />
      ) : (
        <Received round={round} answer={answer} />
      );
    case 'closed':
      return <Closed round={round} answer={answer} answered={(mine?.answer ?? null) !== null} />;
    case 'published':
      return (
        <PollResultPhone round={round} mine={(mine?.answer ?? null) === null ? null : answer.shown} listVersion={props.view.listVersion} />
      );
    case 'voided':
      return <Voided round={round} reason={round.reason} />;
    default:
      return round satisfies never;
  }
}

function Head({ round, small = false, id, children }: { round: PublicRound; small?: boolean; id?: string; children?: ReactNode }) {
  const t = useTexts(pollPhoneTexts);
  return (
    <header className="poll-head">
      <p className="eyebrow">{t('informal')}</p>
      <h1 className={small ? 'lead poll-small' : 'title'} id={id}>
        <Said of={round.question} />
      </h1>
      {children}
    </header>
  );
}

/** "48 di 77 hanno risposto", with a mark for each; the audience has no base and no marks. */
function Answered({ round }: { round: { readonly answered: number; readonly base: number | null } }) {
  const t = useTexts(pollPhoneTexts);
  const words =
    round.base === null ? t('people.answeredOpen', { n: round.answered }) : t('people.answered', { n: round.answered, m: round.base });
  return (
    <div className="poll-answered">
      <p>
        <Rich text={words} />
      </p>
      {round.base === null ? null : (
        <SeatLine
          label=""
          segments={[
            { count: round.answered, pattern: 'solid' },
            { count: Math.max(0, round.base - round.answered), pattern: 'waiting' },
          ]}
        />
      )}
    </div>
  );
}

function Choosing({ round, now, answer, refused }: { round: Open; now: number; answer: PhoneAnswer; refused: string | null }) {
  const t = useTexts(pollPhoneTexts);
  const heading = useId();
  const gesture = useRef<HTMLDivElement>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const { draft, setDraft, submit } = answer;
  const words = useSendWords(round, draft);
  const { kind } = round;

  const whatIsMissing = (): string | null => {
    if (draft.picked.includes(DONT_KNOW)) return null;
    const given = answerOf(round, draft);
    switch (kind.kind) {
      case 'single':
      case 'yesno':
        return given === null ? t('missing.choice') : null;
      case 'multiple':
        if (given === null) return t('missing.choice');
        return given.kind === 'choice' && given.picked.length < kind.min ? t('missing.few', { min: kind.min }) : null;
      case 'scale':
        return given === null ? t('missing.scale') : null;
      case 'text':
        if (given === null) return t('missing.text');
        return draft.text.length > kind.maxChars ? t('missing.long', { max: kind.maxChars }) : null;
      case 'words':
        if (given === null) return t('missing.words');
        return entriesOf(draft).some((word) => charCount(word) > WORD_MAX_CHARS) ? t('missing.long', { max: WORD_MAX_CHARS }) : null;
      default:
        return kind satisfies never;
    }
  };
  const press = (): void => {
    const why = whatIsMissing();
    setMissing(why);
    if (why === null) return submit(draft);
    announce(why);
    // To what is missing: the first thing that can be chosen or written.
    gesture.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  };
  const writes = kind.kind === 'text' || kind.kind === 'words';
  const rated = kind.kind === 'scale' ? kind.statements.filter(({ id }) => draft.values[id] !== undefined).length : 0;
  const why = missing ?? refused;
  return (
    <>
      <main>
        <Head round={round} id={heading}>
          <AnswerHint asked={round} />
          {round.live ? <p className="soft">{t('live')}</p> : null}
          {round.splitBy.length === 0 ? null : <p className="meta">{t('splitBy', { list: round.splitBy.join(', ') })}</p>}
        </Head>
        <div ref={gesture} className={writes ? 'poll-gesture' : 'poll-gesture push'}>
          <AnswerForm
            asked={round}
            draft={draft}
            labelledBy={heading}
            onChange={(next) => {
              setMissing(null);
              setDraft(next);
            }}
          />
        </div>
        {writes ? <Answered round={round} /> : null}
      </main>
      <div className="thumb-zone">
        {round.closesAt === null ? null : (
          <Status kind={round.closesAt - now < 60_000 ? 'time' : 'plain'} icon="clock">
            {t('closesIn')} <TimerText sec={Math.max(0, (round.closesAt - now) / 1000)} />
          </Status>
        )}
        {kind.kind === 'scale' && kind.statements.length > 1 ? (
          <p className="meta">{t('scale.done', { done: rated, all: kind.statements.length })}</p>
        ) : null}
        {why === null ? null : (
          <p className="why" role="alert">
            {why}
          </p>
        )}
        <Button thumb variant="primary" onPress={press}>
          {words}
        </Button>
        {writes ? (
          <Button thumb variant="quiet" onPress={() => submit({ ...emptyDraft, picked: [DONT_KNOW] })}>
            {t('dontKnow')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function Received({ round, answer }: { round: Open; answer: PhoneAnswer }) {
  const t = useTexts(pollPhoneTexts);
  return (
    <>
      <main>
        <Head round={round} small />
        <div className="poll-middle" role="status">
          <p className="poll-done">
            <Icon name="check" />
            <b className="big">{t('received.title')}</b>
          </p>
          <div className="mine">
            <AnswerSaid asked={round} draft={answer.shown} />
          </div>
          <p className="soft">{t(round.live ? 'received.changeableLive' : 'received.changeable')}</p>
        </div>
        <Answered round={round} />
      </main>
      <div className="thumb-zone">
        <Button thumb onPress={answer.change}>
          {t('received.change')}
        </Button>
      </div>
    </>
  );
}

function Waiting({ round, online, onRetry, answer, tries }: PhoneQuestionProps & { answer: PhoneAnswer; tries: number }) {
  const t = useTexts(pollPhoneTexts);
  const stuck = !online || tries > 1;
  return (
    <>
      <main>
        <Head round={round} small />
        <div className="poll-middle" role="status">
          <p className="poll-done waiting">
            <Icon name="outbox" />
            <b className="big">{stuck ? t('waiting.title') : t('sending')}</b>
          </p>
          <div className="mine waiting">
            <AnswerSaid asked={round} draft={answer.shown} />
          </div>
          {stuck ? <p className="soft">{t('waiting.why')}</p> : null}
        </div>
      </main>
      <div className="thumb-zone">
        {stuck ? (
          <>
            <Button thumb onPress={onRetry}>
              {t('waiting.retry')}
            </Button>
            <p className="meta poll-centre">{t('waiting.sheet')}</p>
          </>
        ) : null}
      </div>
    </>
  );
}

function Late({ round, timeZone, answer }: PhoneQuestionProps & { answer: PhoneAnswer }) {
  const t = useTexts(pollPhoneTexts);
  const closedAt = round.phase === 'open' || round.closedAt === null ? null : round.closedAt;
  return (
    <>
      <main>
        <Head round={round} small />
        <div className="poll-middle" role="alert">
          <Icon name="clock" className="poll-sign" />
          <h2 className="big">{t('late.title')}</h2>
          {closedAt === null ? null : <p>{t('late.closed', { hour: hour(closedAt, t.lang, timeZone) })}</p>}
          {answer.inBox === null ? null : (
            <>
              <p>{t('late.kept')}</p>
              <div className="mine">
                <AnswerSaid asked={round} draft={answer.inBox} />
              </div>
            </>
          )}
          <p className="soft">{t('late.record')}</p>
        </div>
      </main>
      <div className="thumb-zone">
        <Button thumb variant="primary" onPress={answer.dismiss}>
          {t('late.done')}
        </Button>
      </div>
    </>
  );
}

function Closed({ round, answer, answered }: { round: Extract<PublicRound, { phase: 'closed' }>; answer: PhoneAnswer; answered: boolean }) {
  const t = useTexts(pollPhoneTexts);
  return (
    <main>
      <Head round={round} small />
      <div className="poll-middle" role="status">
        <h2 className="big">{t('closed.title')}</h2>
        {answered ? (
          <div className="mine">
            <AnswerSaid asked={round} draft={answer.shown} />
          </div>
        ) : (
          <p>{t('closed.none')}</p>
        )}
        <p className="soft">{t('closed.wait')}</p>
      </div>
      <Answered round={round} />
    </main>
  );
}

function Voided({ round, reason }: { round: PublicRound; reason: string }) {
  const t = useTexts(pollPhoneTexts);
  return (
    <main>
      <Head round={round} small />
      <div className="poll-middle" role="status">
        <h2 className="big">{t('voided.title')}</h2>
        <p className="soft">{t('voided.why', { reason })}</p>
      </div>
    </main>
  );
}

/** A question that this person cannot answer now, and why. */
function Told({ round, children }: { round: Open; children: ReactNode }) {
  return (
    <main>
      <Head round={round} small />
      <div className="poll-middle" role="status">
        {children}
      </div>
      <Answered round={round} />
    </main>
  );
}
