// What became of an answer, in words that are true (K8, PO3): received, waiting to be sent, too late, the question closed or cancelled,
// or a reason why this person cannot answer now. "Received" is said only when the server has it. Safe for phones.
import type { ReactNode } from 'react';
import type { PublicRound } from '../../shared/poll/public.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { AnswerSaid } from './AnswerForm.tsx';
import { Answered, Head } from './PhoneParts.tsx';
import { pollPhoneTexts } from './phoneTexts.ts';
import type { PhoneAnswer } from './usePhoneAnswer.ts';

type Open = Extract<PublicRound, { phase: 'open' }>;

export function Received({ round, answer }: { round: Open; answer: PhoneAnswer }) {
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
      <footer className="thumb-zone">
        <Button thumb onPress={answer.change}>
          {t('received.change')}
        </Button>
      </footer>
    </>
  );
}

export function Waiting({
  round,
  online,
  onRetry,
  answer,
  tries,
}: {
  round: PublicRound;
  online: boolean;
  onRetry: () => void;
  answer: PhoneAnswer;
  tries: number;
}) {
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
      <footer className="thumb-zone">
        {stuck ? (
          <>
            <Button thumb onPress={onRetry}>
              {t('waiting.retry')}
            </Button>
            <p className="meta poll-centre">{t('waiting.sheet')}</p>
          </>
        ) : null}
      </footer>
    </>
  );
}

export function Late({ round, timeZone, answer }: { round: PublicRound; timeZone: string; answer: PhoneAnswer }) {
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
      <footer className="thumb-zone">
        <Button thumb variant="primary" onPress={answer.dismiss}>
          {t('late.done')}
        </Button>
      </footer>
    </>
  );
}

export function Closed({
  round,
  answer,
  answered,
}: {
  round: Extract<PublicRound, { phase: 'closed' }>;
  answer: PhoneAnswer;
  answered: boolean;
}) {
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

export function Voided({ round, reason }: { round: PublicRound; reason: string }) {
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
export function Told({ round, children }: { round: Open; children: ReactNode }) {
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
