// A question on a phone, for whoever answers it: question above, gesture below; then what became of the answer, told truly (K8, PO3).
// It fills `main` and the thumb's zone of a phone page. Members and the audience use it through their own components, which add what is
// theirs alone (`aside`: why one cannot answer now). Safe for phones.
import { useId, useRef, useState, type ReactNode } from 'react';
import { charCount, WORD_MAX_CHARS } from '../../shared/poll/spelling.ts';
import type { PublicRound } from '../../shared/poll/public.ts';
import { useTexts } from '../kernel/i18n.ts';
import { later } from '../kernel/later.tsx';
import { Button } from '../ui/Button.tsx';
import { TimerText } from '../ui/ClockText.tsx';
import { announce } from '../ui/LiveRegion.tsx';
import { Status } from '../ui/Status.tsx';
import { answerOf, DONT_KNOW, emptyDraft, entriesOf } from './answerDraft.ts';
import { AnswerForm, AnswerHint, useSendWords } from './AnswerForm.tsx';
import { Answered, Head } from './PhoneParts.tsx';
import { Closed, Late, Received, Told, Voided, Waiting } from './PhoneTold.tsx';
import type { PollPhoneProps } from './phoneProps.ts';
import { pollPhoneTexts } from './phoneTexts.ts';
import { usePhoneAnswer, type PhoneAnswer } from './usePhoneAnswer.ts';
import './phone.css';

const PollResultPhone = later(() => import('./PollResultPhone.tsx').then((all) => all.PollResultPhone));
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
      <footer className="thumb-zone">
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
      </footer>
    </>
  );
}
