// A member's table: its number as large as the stand on it, what it is about, what to do there (GR1). Where to go comes before anything
// else; after a move it comes again (GR3). Whoever tells the plenary for the table reads it here, and is called when it is their turn.
// Nobody else at the table is named. Safe for phones.
import type { ReactNode } from 'react';
import type { GroupsMemberMine } from '../../../shared/groups/shown.ts';
import { hour, useTexts } from '../../kernel/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { TimerText } from '../../ui/ClockText.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Said } from '../Said.tsx';
import { Lines } from './Lines.tsx';
import type { ReportTime } from '../reportTime.ts';
import { groupsPhoneTexts } from './phoneTexts.ts';
import '../../ui/moreSigns.ts';
import './phone.css';

export interface GroupsMemberProps {
  mine: GroupsMemberMine;
  /** Epoch ms at which the table is expected back; null: nobody said. */
  endsAt: number | null;
  timeZone: string;
  /** "Sono al tavolo 4": goes on to the board. */
  onArrive?: (() => void) | undefined;
  /** Came here from the board. */
  onBack?: (() => void) | undefined;
  /** At its end: a text of another board that has not left. */
  children?: ReactNode | undefined;
}

export function GroupsMember({ mine, endsAt, timeZone, onArrive, onBack, children }: GroupsMemberProps) {
  const t = useTexts(groupsPhoneTexts);
  const { about } = mine;
  if (about === null)
    return (
      <main>
        <div className="gp-middle">
          <h1 className="big">{t('none.title')}</h1>
          <p className="lead soft">{t('none.words')}</p>
          {children}
        </div>
      </main>
    );
  const { number, name, question, card, video } = about;
  return (
    <>
      <main className="gp-table">
        <p className="eyebrow">{endsAt === null ? t('eyebrow') : t('until', { hour: hour(endsAt, t.lang, timeZone) })}</p>
        <h1 className="gp-number">
          <span className="lead">{onArrive === undefined ? t('yours') : t('go')}</span> <b className="huge">{number}</b>
        </h1>
        {name === null ? null : (
          <p className="title gp-name">
            <Said of={name} />
          </p>
        )}
        <SpeaksLine mine={mine} />
        {question === null ? null : (
          <section>
            <h2>{t('question')}</h2>
            <p className="lead">
              <Said of={question} />
            </p>
          </section>
        )}
        {card === null ? null : (
          <section>
            <h2>{t('card')}</h2>
            <Lines of={card} />
          </section>
        )}
        {video === null ? null : (
          <a className="gp-video" href={video} target="_blank" rel="noopener noreferrer">
            <Icon name="video" /> {t('video')}
          </a>
        )}
        {children}
      </main>
      {onArrive === undefined && onBack === undefined ? null : (
        <footer className="thumb-zone">
          {onArrive === undefined ? (
            <Button thumb variant="primary" onPress={onBack}>
              {t('back')}
            </Button>
          ) : (
            <Button thumb variant="primary" onPress={onArrive}>
              {t('arrived', { number })}
            </Button>
          )}
        </footer>
      )}
    </>
  );
}

/** That one tells for this table, from the moment in which one is chosen. */
export function SpeaksLine({ mine: { about, speaks } }: { mine: GroupsMemberMine }) {
  const t = useTexts(groupsPhoneTexts);
  return about === null || !speaks ? null : (
    <p className="gp-speaks" role="status">
      <Icon name="mic" /> <b>{t('speaks', { number: about.number })}</b>
    </p>
  );
}

/** In the plenary, for whoever tells: how many come before, then one's own turn with its time. */
export function ReportMember({ mine, time }: { mine: GroupsMemberMine; time: ReportTime | null }) {
  const t = useTexts(groupsPhoneTexts);
  if (!mine.speaks || mine.next !== 0) return null;
  return (
    <main>
      <div className="gp-middle" role="status">
        <Icon name="mic" className="gp-sign" />
        <h1 className="huge gp-turn">{t('turn.title')}</h1>
        <p className="lead soft">{t('turn.words')}</p>
        {time === null ? null : (
          <p className="num">
            <span className="sr-only">{t('turn.left')} </span>
            <TimerText sec={time.left} />
          </p>
        )}
        {time?.paused === true ? <p className="soft">{t('turn.paused')}</p> : null}
      </div>
    </main>
  );
}
/** One line over the programme: that one tells, and when. `telling`: a table tells at this moment. */
export function ReportAhead({ mine, telling }: { mine: GroupsMemberMine; telling: boolean }) {
  const t = useTexts(groupsPhoneTexts);
  if (!mine.speaks || mine.next === 0) return null;
  const words =
    mine.next === null ? t('speaksSoon') : mine.next > 1 ? t('turn.before', { n: mine.next - 1 }) : t(telling ? 'turn.next' : 'turn.first');
  return (
    <p className="gp-speaks">
      <Icon name="mic" /> <b>{words}</b>
    </p>
  );
}
