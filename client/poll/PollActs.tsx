// The buttons of a running question: close, publish (three seconds in which it can be taken back), sheets, and the exceptions behind "Altro".
// What may be done comes from the view; what cannot be done yet stays where it is and says why. A refusal stands beside what was pressed.
import { useTexts } from '../kernel/i18n.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { pollTexts } from './consoleTexts.ts';
import type { DriverRound, PollDrive } from './drive.ts';

/** What is open beside the question. */
export type Panel = 'none' | 'more' | 'hands' | 'paper' | 'void' | 'review';

interface ActsProps {
  round: DriverRound;
  drive: PollDrive;
  keyHints: boolean;
  panel: Panel;
  onPanel: (panel: Panel) => void;
}
export function PollActs({ round, drive, keyHints, panel, onPanel }: ActsProps) {
  const t = useTexts(pollTexts);
  const { may } = round;
  const { publishing } = drive;
  const writes = round.kind.kind === 'text' || round.kind.kind === 'words';
  const reviewable = writes && may.curate;
  const step = round.nextRound;
  if (publishing !== null)
    return (
      <div className="poll-acts" onKeyDown={(event) => event.key === 'Escape' && drive.cancelPublish()}>
        <Button variant="primary" left={publishing.left}>
          {t('act.publishing', { n: publishing.sec })}
        </Button>
        <Button onPress={drive.cancelPublish} keyHint="Esc" autoFocus>
          {t('act.cancel')}
        </Button>
        <span className="meta poll-end">{t('act.publishWhere')}</span>
      </div>
    );
  return (
    <>
      {drive.refused === null ? null : (
        <Band kind="error" live={false}>
          {drive.refused}
        </Band>
      )}
      <div className="poll-acts">
        {may.close ? (
          <Button variant="primary" onPress={drive.close} keyHint={keyHints ? 'O' : undefined}>
            {t('act.close')}
          </Button>
        ) : null}
        {round.phase === 'open' || round.phase === 'closed' ? (
          <Button
            variant={may.publish ? 'primary' : 'plain'}
            onPress={drive.publish}
            keyHint={keyHints ? 'R' : undefined}
            off={may.publish ? undefined : t('act.closeFirst')}
          >
            {t('act.publish')}
          </Button>
        ) : null}
        {round.prepared ? (
          <Button variant="primary" onPress={() => void drive.ask({ type: 'poll.open', poll: round.poll, round: step })}>
            {t('act.openRound', { n: step })}
          </Button>
        ) : null}
        {reviewable ? <Button onPress={() => onPanel('review')}>{t('act.review')}</Button> : null}
        <span className="poll-end row">
          {may.paper ? (
            <Button variant="quiet" onPress={() => onPanel('paper')}>
              {t('act.paper')}
            </Button>
          ) : null}
          {may.void || may.repeat ? (
            <Button variant="quiet" expanded={panel === 'more'} onPress={() => onPanel(panel === 'more' ? 'none' : 'more')}>
              {t('act.more')}
            </Button>
          ) : null}
        </span>
      </div>
      {panel === 'more' ? (
        <div className="poll-acts" role="group" aria-label={t('act.moreTitle')}>
          {may.hands ? <Button onPress={() => onPanel('hands')}>{t('act.hands')}</Button> : null}
          {may.repeat ? (
            <Button
              onPress={() => {
                onPanel('none');
                void drive.ask({ type: 'poll.repeat', poll: round.poll, round: round.round + 1 });
              }}
            >
              {t('act.repeat')}
            </Button>
          ) : null}
          {may.void ? <Button onPress={() => onPanel('void')}>{t('act.void')}</Button> : null}
        </div>
      ) : null}
    </>
  );
}
