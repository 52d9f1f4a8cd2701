/* What stands around the console whatever is done in it: the name of the day and the pages, what keeps it from being calm, what runs,
   the step forward in its corner, the last thing that was stored. No rule is in here, and no right: they show what the views say. */
import { type ReactNode } from 'react';
import { leftSec } from '../../shared/agenda/timeline.ts';
import { groupsConsoleTexts } from '../groups/consoleTexts.ts';
import { callsOf } from '../groups/GroupsCalls.tsx';
import { dateLong, hour, useTexts } from '../kernel/i18n.ts';
import { useConnection, useLink } from '../kernel/live.ts';
import { useLost } from '../kernel/lost.ts';
import { useStepWords } from '../kernel/refusal.ts';
import { kernelTexts } from '../kernel/texts.ts';
import { Band } from '../ui/Band.tsx';
import { Button } from '../ui/Button.tsx';
import { TimerText } from '../ui/ClockText.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Mark } from '../ui/mark/Mark.tsx';
import { consoleTexts, roomWords } from './consoleTexts.ts';
import type { ConsoleCommon } from './views.ts';

export const tabs = ['now', 'agenda', 'polls', 'floor', 'groups', 'test'] as const;
export type Tab = (typeof tabs)[number];

export function Head({
  common,
  session,
  tab,
  onTab,
  menu,
}: {
  common: ConsoleCommon;
  session: NonNullable<ConsoleCommon['session']>;
  tab: Tab;
  onTab: (tab: Tab) => void;
  menu: ReactNode;
}) {
  const t = useTexts(consoleTexts);
  const others = common.house.facilitators - 1;
  return (
    <header className="console-head">
      <Mark />
      {tab === 'polls' ? <h1 className="sr-only">{t('tabs.polls')}</h1> : null}
      <div className="console-title">
        <b>{session.title.s}</b>
        <span className="meta">
          {session.assembly} · {dateLong(Date.parse(`${session.day}T12:00:00Z`), t.lang, session.timeZone)}
        </span>
      </div>
      <span className="console-mode">
        {common.house.rehearsal === true ? (
          <span className="tag time">{t('rehearsal')}</span>
        ) : session.demo ? (
          <span className="tag">{t('demo')}</span>
        ) : null}
        {others > 0 ? (
          <span className="meta" title={t('also', { n: others })}>
            {/* six pages stand in this line: the sentence is heard, and shown when pointed at */}
            <Icon name="people" /> <span aria-hidden="true">+{others}</span>
            <span className="sr-only">{t('also', { n: others })}</span>
          </span>
        ) : null}
        {menu}
      </span>
      <nav className="console-tabs" id="console-tabs" aria-label={t('tabs.label')}>
        {tabs.map((each) => (
          <button key={each} type="button" aria-current={each === tab ? 'page' : undefined} onClick={() => onTab(each)}>
            {t(`tabs.${each}`)}
          </button>
        ))}
      </nav>
    </header>
  );
}

/** What keeps the console from being calm: no line, nothing saved, somebody trying codes, a step refused. Text first, it stays while it is true. */
export function State({
  common,
  timeZone,
  refused,
  onSeen,
  onCalls,
}: {
  common: ConsoleCommon;
  timeZone: string;
  refused: string | null;
  onSeen: () => void;
  /** To the tables that call; null where their box is in sight. */
  onCalls: (() => void) | null;
}) {
  const t = useTexts(consoleTexts);
  const k = useTexts(kernelTexts);
  const lost = useLost();
  const connection = useConnection();
  const g = useTexts(groupsConsoleTexts);
  const { trouble, alarms } = common.house;
  const calls = callsOf(common.groups.groups);
  const at = (ms: number): string => hour(ms, t.lang, timeZone, { seconds: true });
  return (
    <div className="console-state">
      {lost === null ? null : (
        <Band
          kind="time"
          icon="nonet"
          title={k('link.lostLaptop', { hour: at(lost) })}
          actions={<Button onPress={() => connection?.wake()}>{k('link.retry')}</Button>}
        >
          {k('link.lostLaptopHint')}
        </Band>
      )}
      {trouble === null ? null : (
        <Band
          kind="error"
          code={trouble.code}
          title={t(trouble.code === 'store.full' ? 'trouble.full' : 'trouble.title', { hour: at(trouble.since) })}
        >
          {t(trouble.code === 'store.full' ? 'trouble.fullHint' : 'trouble.hint')}
        </Band>
      )}
      {alarms.map((alarm) =>
        alarm.kind === 'crowd' ? null : (
          <Band
            key={alarm.kind}
            kind={alarm.kind === 'diskLow' ? 'time' : 'error'}
            title={t(`alarm.${alarm.kind}`, { count: alarm.count, of: alarm.of })}
          >
            {t(`alarm.${alarm.kind}Hint`)}
          </Band>
        ),
      )}
      {onCalls === null || calls.length === 0 ? null : (
        <Band
          kind="error"
          icon="hand"
          title={g('calls.band', { n: calls.length, numbers: calls.map(({ number }) => String(number)).join(', ') })}
          actions={<Button onPress={onCalls}>{g('calls.see')}</Button>}
        />
      )}
      {refused === null ? null : (
        <Band kind="info" actions={<Button variant="quiet" icon="close" label={t('keys.close')} onPress={onSeen} />}>
          {refused}
        </Band>
      )}
    </div>
  );
}

/** Why there is no step forward now. */
const whyNoStep = (phase: NonNullable<ConsoleCommon['session']>['phase']): 'doors' | 'nothing' | 'resume' | 'closed' => {
  switch (phase) {
    case 'draft':
    case 'doors':
      return 'doors';
    case 'open':
      return 'nothing';
    case 'suspended':
      return 'resume';
    case 'closed':
    case 'sealed':
      return 'closed';
    default:
      return phase satisfies never;
  }
};

/** The step forward: always in the bottom end corner. On the other pages the same corner leads back to the room. */
export function Corner({
  tab,
  phase,
  label,
  onNext,
  onBack,
}: {
  tab: Tab;
  phase: NonNullable<ConsoleCommon['session']>['phase'];
  label: { readonly kind: 'start' | 'next' | 'finish'; readonly title: string } | null;
  onNext: () => void;
  onBack: () => void;
}) {
  const t = useTexts(consoleTexts);
  if (tab !== 'now')
    return (
      <button type="button" className="console-next" onClick={onBack}>
        <kbd aria-hidden="true">1</kbd>
        <span>{t('next.back')}</span>
        <Icon name="next" />
      </button>
    );
  return (
    <button type="button" className="console-next" onClick={onNext} aria-disabled={label === null ? true : undefined}>
      {label === null ? null : <kbd aria-hidden="true">N</kbd>}
      <span>{label === null ? t(`next.${whyNoStep(phase)}`) : t(`next.${label.kind}`, { title: label.title })}</span>
      {label === null ? null : <Icon name="next" />}
    </button>
  );
}

/** On the other pages: what runs and how much time it has, on the dark, where the hall was. */
export function RunningNow({ common, now, title }: { common: ConsoleCommon; now: number; title: string | null }) {
  const t = useTexts(consoleTexts);
  const { running } = common.agenda;
  return (
    <p className="console-running">
      <span className="meta">{t(running ? 'running' : 'notRunning')}</span>
      <b>{title}</b>
      {running ? <TimerText sec={leftSec(running.timer, now)} className="lead" /> : null}
    </p>
  );
}

export function StepWords({ step }: { step: NonNullable<ConsoleCommon['house']['undo']> }) {
  const t = useTexts(consoleTexts);
  const words = useStepWords(roomWords);
  return <>{t('undo', { step: words(step) })}</>;
}

/** The hour of the last thing that is stored; said only while the line is live and the store takes what it is given. */
export function Saved({ at, timeZone, trouble }: { at: number; timeZone: string; trouble: boolean }) {
  const t = useTexts(consoleTexts);
  const live = useLink().kind === 'live';
  if (!live || trouble) return null;
  return (
    <span className="status">
      <Icon name="check" />
      <span>{t('saved', { hour: hour(at, t.lang, timeZone, { seconds: true }) })}</span>
    </span>
  );
}
