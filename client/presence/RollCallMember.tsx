/* "Sei ancora qui?" on a member's phone (RO7): one tap. The answer stays on the phone until the server has it, and is called received only then.
   Nobody is punished for not tapping: a person asks. Safe for phones. */
import type { PresenceMemberMine, PresenceMemberView } from '../../shared/presence/view.ts';
import type { Send } from '../kernel/send.ts';
import { hour, useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { SeatLine } from '../ui/SeatLine.tsx';
import { LeaveMember } from './LeaveMember.tsx';
import { presenceTexts } from './presenceTexts.ts';
import './presence.css';

export interface RollCallMemberProps {
  readonly view: PresenceMemberView;
  readonly mine: PresenceMemberMine;
  readonly send: Send;
  readonly timeZone: string;
  /** My tap is on its way and the server has not said yes. */
  readonly pending: boolean;
  /** When the server took it, epoch ms, if this page knows. */
  readonly answeredAt: number | null;
}

export function RollCallMember({ view, mine, send, timeZone, pending, answeredAt }: RollCallMemberProps) {
  const t = useTexts(presenceTexts);
  const { rollCall } = mine;
  if (!rollCall || !view.rollCall) return null;
  const { asked, here, openedAt } = view.rollCall;
  return (
    <>
      {pending && !rollCall.answered ? <Band kind="time">{t('rollCall.waiting')}</Band> : null}
      <main>
        <div className="roll-ask">
          <p className="eyebrow">{t('rollCall.kicker', { hour: hour(openedAt, t.lang, timeZone) })}</p>
          {rollCall.answered ? (
            <>
              <h1 className="roll-title">
                <Icon name="check" /> {t('rollCall.done')}
              </h1>
              <p className="lead soft" role="status">
                {answeredAt === null ? t('rollCall.doneWordsNow') : t('rollCall.doneWords', { hour: hour(answeredAt, t.lang, timeZone) })}
              </p>
              <p className="arrival-count">{t('rollCall.count', { here, asked })}</p>
              <SeatLine
                segments={[
                  { count: here, pattern: 'solid' },
                  { count: Math.max(0, asked - here), pattern: 'waiting' },
                ]}
                label=""
              />
            </>
          ) : (
            <>
              <h1 className="roll-title">{t('rollCall.question')}</h1>
              <p className="lead soft">{t('rollCall.why')}</p>
            </>
          )}
        </div>
      </main>
      <footer className="thumb-zone">
        {mine.may.hereNow ? (
          <Button
            thumb
            variant="primary"
            className="roll-here"
            onPress={() => void send({ type: 'presence.imHere', rollCall: rollCall.id, edit: 1 }, { keep: true })}
          >
            {t('rollCall.here')}
          </Button>
        ) : null}
        <LeaveMember may={mine.may} send={send} thumb label={t('rollCall.leave')} />
      </footer>
    </>
  );
}
